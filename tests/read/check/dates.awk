# Twenty speeches, a year each from 2001; two are far off. One section is rare.
BEGIN {
	for (i = 1; i <= 20; i++) {
		y = i == 7 ? 2207 : i == 9 ? 1909 : 2000 + i
		printf "<speech id=\"s%d\" date=\"%d\" published=\"%d-01-15\" party=\"Parti %c\">\n", i, y, 2000 + i, 64 + i
		printf "<p section=\"%s\">\nmot%c\n</p>\n</speech>\n", i == 3 ? "project" : "projet", 64 + i
	}
}
