#!/bin/sh
# many.sh N - N speeches of four words of one theme or the other, as tokens.
awk -v n="$1" 'BEGIN {
	print "<!-- #vrt positional-attributes: word kind form -->"
	for (i = 0; i < n; i++) {
		print "<speech id=\"" i "\">\n<s>"
		for (k = 0; k < 4; k++) {
			w = (i % 2 ? "a" : "b") (int(i / 2) * 7 + k * 3) % 10
			print w "\tw\t" w
		}
		print "</s>\n</speech>"
	}
}'
