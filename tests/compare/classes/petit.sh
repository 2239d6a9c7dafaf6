#!/bin/sh
# petit.sh [-] - petit.txt, a speech a line (year, speaker, text), as tokens; without awk,
# which takes longer to start than all of this.
n=0
[ $# -gt 0 ] || exec <petit.txt
while IFS='|' read -r year speaker text; do
	n=$((n + 1))
	printf '<speech id="d%02d" year="%s" speaker="%s" source="petit.txt">\n<p line="%d">\n%s\n</p>\n</speech>\n' \
		$n "$year" "$speaker" $n "$text"
done | tokenise -q
