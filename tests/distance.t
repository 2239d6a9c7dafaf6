#!/bin/sh
# The order of a table's rows changes no byte of distance and cluster, and the
# two forms of a table of distances are one; random tables; prints TAP.
set -u
. tests/tap.sh
. tests/same.sh

tab=$(printf '\t')

# A random count table: parts of very unlike sizes, terms of all frequencies.
random_counts() { # SEED
	awk -v seed="$1" 'BEGIN {
		srand(seed)
		print "part\tform\tfreq"
		n = 3 + int(rand() * 9)
		for (i = 1; i <= n; i++)
			for (k = 1; k <= 40; k++)
				if ((f = int(rand() ^ 4 * 3 ^ (i % 6))) > 0)
					printf "p%d\tt%d\t%d\n", i * 7 % 13, k, f
		for (i = 1; i <= n; i++)
			printf "p%d\tall\t1\n", i * 7 % 13
	}'
}

# The rows in another order, below the same header.
shuffle() { # SEED FILE
	sed 1q "$2"
	sed 1d "$2" | awk -v seed="$1" 'BEGIN { srand(seed) }
		{ printf "%.9f\t%s\n", rand(), $0 }' |
		sort | cut -f 2-
}

# A square table with its columns, and so its rows, the other way round.
turn() { # FILE
	awk -F '\t' '{
		printf "%s", $1
		for (i = NF; i > 1; i--)
			printf "\t%s", $i
		print ""
	}' "$1" >"$T/turned"
	sed 1q "$T/turned"
	sed 1d "$T/turned" | sort -r
}

for seed in 1 2 3 4 5 6 7 8; do
	random_counts $seed >"$T/counts"
	shuffle $seed "$T/counts" >"$T/shuffled"
	for m in labbe l1 cosine chi2 js js-divergence hellinger jaccard \
		delta delta-cosine; do
		distance -q -M $m "$T/counts" >"$T/long.$seed.$m"
		same all "$T/long.$seed.$m" "seed $seed: $m"
		distance -q -M $m "$T/shuffled" >"$out"
	done
	distance -q -x -M js "$T/counts" >"$T/square"
	long=$T/long.$seed.js
	shuffle $seed "$long" | awk -F '\t' -v OFS='\t' 'NR == 1 {
		for (i = 1; i <= NF; i++)
			at[$i] = i
	}
	NR % 2 == 0 {
		s = $at["part"]
		$at["part"] = $at["other"]
		$at["other"] = s
	}
	{ print }' >"$T/shuffled"
	turn "$T/square" >"$T/turned.square"
	for m in ward average complete nj; do
		tree=$T/tree.$seed.$m
		cluster -q -M $m "$long" >"$tree"
		for f in shuffled square turned.square; do
			same all "$tree" "seed $seed: $m, $f"
			cluster -q -M $m "$T/$f" >"$out"
		done
	done
done
each_same all
is "$(grep -c "$tab" "$tree" | awk '{ print ($1 > 3) }')" 1 'there are trees'
plan
