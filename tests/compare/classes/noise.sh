#!/bin/sh
# noise.sh N - N speeches of 25 words drawn from the same 150, as tokens.
awk -v n="$1" 'BEGIN {
	print "<!-- #vrt positional-attributes: word kind form -->"
	x = 1
	for (i = 0; i < n; i++) {
		print "<speech id=\"" i "\" half=\"" i % 2 "\">\n<s>"
		for (k = 0; k < 25; k++) {
			x = (x * 16807) % 2147483647
			w = "w" x % 150
			print w "\tw\t" w
		}
		print "</s>\n</speech>"
	}
}'
