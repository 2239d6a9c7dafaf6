#!/bin/sh
# classes on streams whose classes are known, with seeds: three vocabularies and
# common words, speeches of several segments; in any order of the speeches the
# same tables; every segment is in a class or in none.
set -u
. tests/tap.sh

# 60 speeches of a kind each (their id's first letter), 2 segments or more.
stream() { # SEED
	awk -v seed="$1" 'BEGIN {
		srand(seed)
		print "<!-- #vrt positional-attributes: word kind form -->"
		for (s = 0; s < 60; s++) {
			kind = substr("abc", int(rand() * 3) + 1, 1)
			printf "<speech id=\"%s%02d\">\n<p line=\"%d\">\n", \
			    kind, s, s + 1
			n = 60 + int(rand() * 60)
			for (i = 1; i <= n; i++) {
				w = rand() < .5 ? "n" int(rand() * 30) \
				    : kind int(rand() * 25)
				if (i % 12 == 0)
					print ".\tp\t."
				else
					print w "\tw\t" w
			}
			print "</p>\n</speech>"
		}
	}'
}

reversed() {
	awk 'NR == 1 { print; next }
	/^<speech/ { n++ }
	{ s[n] = s[n] $0 "\n" }
	END { for (; n > 0; n--) printf "%s", s[n] }' "$1"
}

pure=0
same=0
sums=0
for seed in 1 2 3 4 5 6; do
	stream "$seed" >"$T/a"
	reversed "$T/a" >"$T/b"
	classes -q -X -N 3 -S 20 "$T/a" >"$T/segments"
	awk -F '\t' 'NR > 1 && $6 != "NA" {
		kind = substr($1, 1, 1)
		if (!($6 in of))
			of[$6] = kind
		bad += of[$6] != kind
		seen[kind]
		n++
	}
	END {
		for (k in of)
			classes++
		for (k in seen)
			kinds++
		exit !(classes == 3 && kinds == 3 && bad == 0 && n > 100)
	}' "$T/segments" && pure=$((pure + 1))
	for t in segments profiles typical tree stability; do
		classes -q -X -N 3 -S 20 -B 3 -o $t "$T/a" >"$T/x"
		classes -q -X -N 3 -S 20 -B 3 -o $t "$T/b" >"$T/y"
		cmp -s "$T/x" "$T/y" && same=$((same + 1))
	done
	classes -q -X -t 0 -o profiles "$T/a" >"$T/x"
	classes -q -X "$T/a" | awk -F '\t' '
	FILENAME == ARGV[1] && FNR > 1 { size[$1] = $5; all = $6 }
	FILENAME != ARGV[1] && FNR > 1 { n[$6]++; m++ }
	END {
		for (k in size) {
			bad += size[k] != n[k]
			sum += n[k]
		}
		exit !(bad == 0 && sum == all && sum + n["NA"] == m)
	}' "$T/x" - && sums=$((sums + 1))
done
is $pure 6 'the classes are the kinds'
is $same 30 'the order of the speeches does not matter'
is $sums 6 'sizes are those of the segments, and their sum'
plan
