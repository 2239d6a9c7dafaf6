# tolerance 1e-5
awk 'BEGIN {
	print "<!-- #vrt positional-attributes: word kind form -->"
	print "<speech id=\"a\">"
}
NR > 1 {
	print "<s>"
	for (i = 1; i <= $1; i++)
		print (i <= $2 ? "nous\tw\tnous" : "mot\tw\tmot")
	print ($3 ? "?\tp\t?" : ".\tp\t.")
	print "</s>"
}
END { print "</speech>" }' sentences.tsv | stats -B | awk -F '\t' '
	NR == 1 || $2 ~ /^(sentence|first_plural|questions)/' | cut -f 2-8
