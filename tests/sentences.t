#!/bin/sh
# Themes by sentence hold what themes by speech hold; prints TAP. On texts of
# the sample, and on streams drawn by awk with the seed of each run: words
# outside sentences and speeches, gaps, empty speeches, signs in ids.
set -u
. tests/tap.sh
. tests/same.sh

printf 'theme\tentry\na\tloi\nb\tloi grand\nb/c\t=eau\nd\tcol*\n' >"$T/dict"

# $T/SEED.whole of nine speeches, the first four as SEED.a, the others as SEED.b.
draw() { # SEED ...
	awk -v folder="$T" '
	function token() {
		if (rand() < 0.1)
			print "<gap/>" >file
		k = 1 + int(8 * rand())
		print w[k] "\t" (k < 7 ? "w" : "p") "\t" w[k] >file
	}
	function tokens(most, k) { for (k = int(most * rand()); k > 0; k--) token() }
	function speeches(seed, part, first, last, i, j) {
		file = folder "/" seed "." part
		print "<!-- #vrt positional-attributes: word kind form -->" >file
		for (i = first; i <= last; i++) {
			srand(seed * 100 + i)
			tokens(rand() < 0.3 ? 4 : 0)
			print "<speech id=\"s" (i % 3 ? i : "-" i "-1") "\">" >file
			for (j = int(6 * rand()); j > 0; j--) {
				tokens(rand() < 0.3 ? 4 : 0)
				print "<s>" >file
				tokens(9)
				print "</s>" >file
			}
			tokens(rand() < 0.3 ? 4 : 0)
			print "</speech>" >file
		}
		close(file)
	}
	BEGIN {
		split("loi grande eau collège la parle . !", w, " ")
		for (k = 1; k < ARGC; k++)
			seed[k] = ARGV[k]
		n = ARGC - 1
		for (at = 1; at <= n; at++) {
			speeches(seed[at], "whole", 1, 9)
			speeches(seed[at], "a", 1, 4)
			speeches(seed[at], "b", 5, 9)
		}
	}' "$@"
}

# What is to be compared: STREAM.id, .units and .pooled.
count() { # STREAM DICTIONARY
	themes -q -d "$2" -b id "$1" | rates >"$1.id"
	themes -q -d "$2" -U "$1" >"$1.units"
	rates -U "$1.units" >"$1.pooled"
}

# freq, words and rate of the pooled sentences are those of the speech, and the
# units are the sentences with words: the streams of which this holds.
good() { # STREAM ...
	awk '
	function start(line, x) { split(line, x, "\t"); return x[1] FS x[2] FS x[3] FS x[4] FS x[5] }
	function holds(f, line, x, n, k, id, bad) {
		while ((getline line <(f ".id")) > 0)
			id[++k] = start(line)
		getline line <(f ".units")
		while ((getline line <(f ".units")) > 0) {
			split(line, x, "\t")
			sub(/#[0-9]+$/, "", x[1])
			n[x[1]] += x[2] == "" && x[4] > 0
		}
		bad = k <= 4
		for (k = 1; (getline line <(f ".pooled")) > 0; k++) {
			split(line, x, "\t")
			bad += start(line) != id[k] || k > 1 && x[9] != n[x[1]] + 0
		}
		return !bad && !(k in id)
	}
	BEGIN {
		FS = "\t"
		for (at = 1; at < ARGC; at++)
			if (holds(ARGV[at]))
				print ARGV[at]
	}' "$@"
}

for f in departement mairie; do
	read-dump -q corpus/sample/$f.txt | tokenise >"$T/$f"
	count "$T/$f" pipeline/themes/fr/politique.tsv
	is "$(good "$T/$f")" "$T/$f" "$f: pooled sentences are the speech"
done

runs=25
seeds=$(seq $runs)
# shellcheck disable=SC2086 # several
draw $seeds
set --
for seed in $seeds; do
	whole=$T/$seed.whole
	count "$whole" "$T/dict"
	set -- "$@" "$whole"
	for half in a b; do
		themes -q -d "$T/dict" -U "$T/$seed.$half" >"$T/$half.units"
	done
	same merged "$whole.units" "$seed"
	merge "$T/a.units" "$T/b.units" >"$out"
done
is "$(good "$@" | wc -l)" $runs 'drawn streams: pooled sentences are the speech'
none_differs merged 'drawn streams: two halves merged are the whole'
plan
