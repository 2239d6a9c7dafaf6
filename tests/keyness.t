#!/bin/sh
# What must hold for keyness of any table; prints TAP. Tables of nine
# speeches and a dozen words, drawn by awk with the seed of each run.
set -u
. tests/tap.sh

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

sides=0
rows=0
names=0
perm=0
runs=20
for seed in $(seq $runs); do
	draw "$seed" >"$T/t"
	keyness -q -P 1000 -p s1 -p s2 -p s3 -p s4 "$T/t" >"$T/all"
	keyness -q -p s5 -p s6 -p s7 -p s8 -p s9 "$T/t" | turned -1 >"$T/b"
	turned 1 <"$T/all" >"$T/a"
	cmp -s "$T/a" "$T/b" && sides=$((sides + 1))

	{
		head -n 1 "$T/t"
		sed 1d "$T/t" | sort -t "$tab" -k3,3 -k2,2
	} | keyness -q -P 1000 -p s3 -p s1 -p s4 -p s2 >"$T/b"
	cmp -s "$T/all" "$T/b" && rows=$((rows + 1))

	# parts with other names on the same side are the same comparison
	sed 's/^s1/x/; s/^s2/s1/; s/^x/s2/; s/^s6/z/' "$T/t" |
		keyness -q -P 1000 -p s1 -p s2 -p s3 -p s4 >"$T/b"
	cmp -s "$T/all" "$T/b" && names=$((names + 1))

	# there are 126 labellings; 125 random ones give each p nearly
	keyness -q -s "$seed" -P 125 -p s1 -p s2 -p s3 -p s4 "$T/t" >"$T/b"
	awk -F '\t' '
	FNR == 1 { file++; next }
	file == 1 { p[$1] = $(NF - 1); next }
	{
		d = $(NF - 1) - (125 * p[$1] + 1) / 126
		sd = sqrt(125 * p[$1] * (1 - p[$1])) / 126
		if (d * d > 25 * sd * sd + 1e-9)
			bad++
	}
	END { exit bad > 0 }' "$T/all" "$T/b" && perm=$((perm + 1))
done
is $sides $runs 'sides changed: signs turn, sizes stay'
is $rows $runs 'order of rows and names: same bytes'
is $names $runs 'names of parts: same bytes'
is $perm $runs 'a sample of the labellings: p near that of all'
plan
