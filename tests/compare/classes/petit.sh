#!/bin/sh
# petit.sh [FILE] - petit.txt, a speech a line (year, speaker, text), as tokens.
awk -F '|' '{
	printf "<speech id=\"d%02d\" year=\"%s\" speaker=\"%s\" source=\"petit.txt\">\n",
	    NR, $1, $2
	print "<p line=\"" NR "\">\n" $3 "\n</p>\n</speech>"
}' "${1:-petit.txt}" | tokenise -q
