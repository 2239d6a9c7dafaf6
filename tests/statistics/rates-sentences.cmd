# tolerance 1e-5
dict=$(mktemp)
printf 'theme\tentry\ndiscours/nous\t=nous\ndiscours/pourquoi\t=pourquoi\n' >"$dict"
awk 'BEGIN {
	print "<!-- #vrt positional-attributes: word kind form -->"
	print "<speech id=\"a\">"
}
NR > 1 {
	print "<s>"
	for (i = 1; i <= $1; i++)
		print (i <= $2 ? "nous\tw\tnous" : "mot\tw\tmot")
	if ($3)
		print "pourquoi\tw\tpourquoi\n?\tp\t?"
	print "</s>"
}
END { print "</speech>" }' sentences.tsv | themes -d "$dict" -U |
	rates -U | cut -f 2-9
rm "$dict"
