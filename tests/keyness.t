#!/bin/sh
# What must hold for keyness of any table; prints TAP. Tables of nine
# speeches and a dozen words, drawn by awk with the seed of each run.
set -u
. tests/tap.sh
. tests/same.sh

tab=$(printf '\t')

# Speeches s1 .. s9 of 50 to 250 words; some words burst, and some come more
# often in s1 .. s4.
draw() { # SEED
	awk -v seed="$1" 'BEGIN {
		srand(seed)
		print "part\tform\tfreq"
		for (i = 1; i <= 9; i++) {
			n = 50 + int(200 * rand())
			print "s" i "\t\t" n
			left = n
			for (j = 1; j <= 12; j++) {
				f = int(n * rand() * rand() * rand() / 8)
				if (j % 3 == 0 && rand() < 0.7)
					f = 0
				if (j % 4 == 0 && i <= 4)
					f *= 2
				if (f > left)
					f = left
				left -= f
				if (f > 0)
					print "s" i "\tw" j "\t" f
			}
		}
	}'
}

# Without their signs, by term: the columns whose sign turns with the sides.
turned() { # <TABLE
	awk -F '\t' 'NR == 1 {
		for (i = 1; i <= NF; i++)
			if ($i ~ /^(G2|LogRatio|LRC|z)$/)
				col[++k] = i
		next
	}
	{
		printf "%s", $1
		for (i = 1; i <= k; i++)
			printf "\t%s", $col[i] == 0 ? 0 : sign * $col[i]
		print ""
	}' sign="$1" | sort
}

seeds=$(seq 20)
for seed in $seeds; do
	t=$T/$seed.t
	all=$T/$seed.all
	draw "$seed" >"$t"
	keyness -q -P 1000 -p s1 -p s2 -p s3 -p s4 "$t" >"$all"
	same sides "$T/$seed.turned" "$seed"
	turned 1 <"$all" >"$out"
	keyness -q -p s5 -p s6 -p s7 -p s8 -p s9 "$t" | turned -1 >"$T/$seed.turned"

	same rows "$all" "$seed"
	{
		echo "part${tab}form${tab}freq"
		sed 1d "$t" | sort -t "$tab" -k3,3 -k2,2
	} | keyness -q -P 1000 -p s3 -p s1 -p s4 -p s2 >"$out"

	# parts with other names on the same side are the same comparison
	same names "$all" "$seed"
	sed 's/^s1/x/; s/^s2/s1/; s/^x/s2/; s/^s6/z/' "$t" |
		keyness -q -P 1000 -p s1 -p s2 -p s3 -p s4 >"$out"

	keyness -q -s "$seed" -P 125 -p s1 -p s2 -p s3 -p s4 "$t" >"$T/$seed.some"
done
none_differs sides 'sides changed: signs turn, sizes stay'
none_differs rows 'order of rows and names: same bytes'
none_differs names 'names of parts: same bytes'

# There are 126 labellings; 125 random ones give each p nearly.
far() { # SEED ...; those that are not near
	awk -v folder="$T" '
	function is_near(seed, line, x, n, p, d, sd, bad) {
		getline line <(folder "/" seed ".all")
		while ((getline line <(folder "/" seed ".all")) > 0) {
			n = split(line, x, "\t")
			p[x[1]] = x[n - 1]
		}
		getline line <(folder "/" seed ".some")
		while ((getline line <(folder "/" seed ".some")) > 0) {
			n = split(line, x, "\t")
			d = x[n - 1] - (125 * p[x[1]] + 1) / 126
			sd = sqrt(125 * p[x[1]] * (1 - p[x[1]])) / 126
			if (d * d > 25 * sd * sd + 1e-9)
				bad++
		}
		return bad == 0
	}
	BEGIN {
		for (at = 1; at < ARGC; at++)
			if (!is_near(ARGV[at]))
				print ARGV[at]
	}' "$@"
}
# shellcheck disable=SC2086 # several
is "$(far $seeds)" '' 'a sample of the labellings: p near that of all'
plan
