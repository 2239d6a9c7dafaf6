#!/bin/sh
# classes.sh FILE - a text a line, as a token stream of speeches.
awk 'BEGIN { print "<!-- #vrt positional-attributes: word kind form -->" }
	{
		printf "<speech id=\"%03d\" part=\"%s\">\n<p line=\"%d\">\n", \
		    NR, NR % 3, NR
		for (i = 1; i <= NF; i++)
			print $i "\tw\t" $i
		print "</p>\n</speech>"
	}' "$1"
