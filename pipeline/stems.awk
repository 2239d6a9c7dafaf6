# stems.awk - the stems of a token stream by falling frequency, each with its
# commonest form and the number of speeches that have it; the forms of the
# stoplists before it are left out.  usage: awk -f stems.awk STOPLIST... STREAM
BEGIN {
	FS = OFS = "\t"
}
FILENAME != ARGV[ARGC - 1] {
	stop[$0] = 1
	next
}
/^<!-- #vrt/ {
	n = split($0, head, " ")
	for (i = 4; i < n; i++)
		col[head[i]] = i - 3
}
/^<speech / { speech++ }
/^</ { next }
$col["kind"] == "w" && !($col["form"] in stop) {
	stem = $col["stem"]
	form = $col["form"] ""
	freq[stem]++
	if (seen[stem] != speech) {
		seen[stem] = speech
		in_speeches[stem]++
	}
	k = ++forms[stem, form]
	if (k > most[stem] || (k == most[stem] && form < best[stem])) {
		most[stem] = k
		best[stem] = form
	}
}
END {
	sort = "LC_ALL=C sort -t '\t' -k 3,3nr -k 1,1"
	print "stem", "form", "freq", "speeches"
	fflush()
	for (stem in freq)
		print stem, best[stem], freq[stem], in_speeches[stem] | sort
	exit close(sort) != 0
}
