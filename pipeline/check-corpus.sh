#!/bin/sh
# check-corpus.sh CORPUS COUNT asked|default PART ... - does the token stream
# have the column that is counted and the attributes that part it?  An attribute
# that no speech has is an error, if it was asked for.
set -eu
export LC_ALL=C
corpus=$1
count=$2
how=$3
shift 3
for p; do printf '%s\n' "$p"; done >"$corpus.parts"
grep -e '^<!-- #vrt ' -e '^<speech' "$corpus" |
	COUNT=$count HOW=$how awk -v parts="$corpus.parts" '
	BEGIN {
		while ((getline line < parts) > 0)
			part[++n_parts] = line
	}
	/^<!-- #vrt / {
		for (i = 4; i < NF; i++)
			columns = columns " " $i
		next
	}
	{
		n++
		for (s = $0; match(s, / [^ ="]+="[^"]*"/); s = substr(s, RSTART + RLENGTH)) {
			cell = substr(s, RSTART + 1, RLENGTH - 2)
			at = index(cell, "=")
			name = substr(cell, 1, at - 1)
			if (at + 1 == length(cell))
				continue
			if (!(name in have) && name != "source")
				names = names " " name
			have[name]++
		}
	}
	END {
		if (index(columns " ", " " ENVIRON["COUNT"] " ") == 0) {
			bad = 1
			print "tribune: COUNT = " ENVIRON["COUNT"] ": no such column; there are:" columns \
				(ENVIRON["COUNT"] == "lemma" ? " (LEMMATISE = lemmatise gives lemmas)" : "")
		}
		for (i = 1; i <= n_parts; i++) {
			p = part[i]
			if (n > 0 && !(p in have)) {
				print "tribune: PARTS: no speech has the attribute " p "; there are:" names
				if (ENVIRON["HOW"] == "asked")
					bad = 1
			} else if (have[p] < n)
				print "tribune: PARTS: " n - have[p] " of " n " speeches have no " p ": they are the part NA"
		}
		exit bad
	}' >&2 && rc=0 || rc=$?
rm -f "$corpus.parts"
exit "$rc"
