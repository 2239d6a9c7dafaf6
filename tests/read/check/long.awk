# Five speeches, the last of 12,000 words.
BEGIN {
	for (i = 1; i <= 5; i++) {
		printf "<speech id=\"s%d\">\n<p>\n", i
		for (k = 0; k < (i < 5 ? 30 : 12000); k++)
			printf("%sa%c%c%c ", "", 97 + i, 97 + k % 26, 97 + int(k / 26) % 26)
		print "\n</p>\n</speech>"
	}
}
