#!/bin/sh
# many.sh - 10,001 speeches of four words of one theme or the other, as tokens.
awk 'BEGIN {
	print "<!-- #vrt positional-attributes: word kind form -->"
	for (i = 0; i < 10001; i++) {
		print "<speech id=\"" i "\">\n<s>"
		for (k = 0; k < 4; k++) {
			w = (i % 2 ? "a" : "b") (int(i / 2) * 7 + k * 3) % 10
			print w "\tw\t" w
		}
		print "</s>\n</speech>"
	}
}'
