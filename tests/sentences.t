#!/bin/sh
# Themes by sentence hold what themes by speech hold; prints TAP. On texts of
# the sample, and on streams drawn by awk with the seed of each run: words
# outside sentences and speeches, gaps, empty speeches, signs in ids.
set -u
. tests/tap.sh

printf 'theme\tentry\na\tloi\nb\tloi grand\nb/c\t=eau\nd\tcol*\n' >"$T/dict"

draw() { # SEED FIRST LAST
	awk -v seed="$1" -v first="$2" -v last="$3" '
	function token() {
		if (rand() < 0.1)
			print "<gap/>"
		k = 1 + int(8 * rand())
		print w[k] "\t" (k < 7 ? "w" : "p") "\t" w[k]
	}
	function tokens(most, k) { for (k = int(most * rand()); k > 0; k--) token() }
	BEGIN {
		split("loi grande eau collège la parle . !", w, " ")
		print "<!-- #vrt positional-attributes: word kind form -->"
		for (i = first; i <= last; i++) {
			srand(seed * 100 + i)
			tokens(rand() < 0.3 ? 4 : 0)
			print "<speech id=\"s" (i % 3 ? i : "-" i "-1") "\">"
			for (j = int(6 * rand()); j > 0; j--) {
				tokens(rand() < 0.3 ? 4 : 0)
				print "<s>"
				tokens(9)
				print "</s>"
			}
			tokens(rand() < 0.3 ? 4 : 0)
			print "</speech>"
		}
	}'
}

# freq, words and rate of the pooled sentences are those of the speech, and the
# units are the sentences with words.
check() { # STREAM DICTIONARY
	themes -q -d "$2" -b id "$1" | rates | cut -f 1-5 >"$T/id"
	themes -q -d "$2" -U "$1" >"$T/units"
	rates -U "$T/units" >"$T/pooled"
	cut -f 1-5 "$T/pooled" | cmp -s "$T/id" - || return 1
	[ "$(wc -l <"$T/id")" -gt 4 ] || return 1
	awk -F '\t' '
	FNR == 1 { file++; next }
	file == 1 && $2 == "" && $4 > 0 { sub(/#[0-9]+$/, "", $1); n[$1]++ }
	file == 2 && $9 != n[$1] + 0 { bad++ }
	END { exit bad > 0 }' "$T/units" "$T/pooled"
}

for f in departement mairie; do
	read-dump -q corpus/sample/$f.txt | tokenise >"$T/tokens"
	if check "$T/tokens" pipeline/themes/fr/politique.tsv; then
		pass "$f: pooled sentences are the speech"
	else
		fail "$f: pooled sentences are the speech"
	fi
done

pooled=0
merged=0
runs=25
for seed in $(seq $runs); do
	draw "$seed" 1 9 >"$T/whole"
	draw "$seed" 1 4 >"$T/a"
	draw "$seed" 5 9 >"$T/b"
	check "$T/whole" "$T/dict" && pooled=$((pooled + 1))
	for half in a b; do
		themes -q -d "$T/dict" -U "$T/$half" >"$T/$half.units"
	done
	merge "$T/a.units" "$T/b.units" | cmp -s "$T/units" - &&
		merged=$((merged + 1))
done
is $pooled $runs 'drawn streams: pooled sentences are the speech'
is $merged $runs 'drawn streams: two halves merged are the whole'
plan
