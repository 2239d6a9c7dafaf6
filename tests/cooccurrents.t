#!/bin/sh
# cooccurrents against a count by its definition, token by token, over random
# streams; a maximum spanning tree against Prim's; prints TAP.
set -u
. tests/tap.sh

# Streams of some speeches, sentences, gaps and punctuation: $T/in.SEED for each.
streams() { # SEED ...
	awk -v folder="$T" '
	function r(k) { return int(rand() * k) }
	function stream(seed, file, i, j, k) {
		file = folder "/in." seed
		srand(seed)
		print "<!-- #vrt positional-attributes: kind form -->" >file
		forms = 2 + r(6)
		for (i = 0; i < 1 + r(3); i++) {
			print "<speech id=\"s" i "\">" >file
			for (j = 0; j < 1 + r(5); j++) {
				print "<s>" >file
				for (k = r(14); k > 0; k--)
					if (r(9) == 0)
						print "<gap n=\"" r(3) "\"/>" >file
					else if (r(6) == 0)
						print "p\t," >file
					else
						print "w\t" substr("abcdefgh", 1 + r(forms), 1) >file
				print "</s>" >file
			}
			print "</speech>" >file
		}
		close(file)
	}
	BEGIN {
		for (at = 1; at < ARGC; at++)
			stream(ARGV[at])
	}' "$@"
}

# The definition: every token with every other one. Bounds are numbered; a
# gap that may be crossed moves the positions on. Of each line of standard input, LEFT
# RIGHT GAPS SENTENCES ALL SEED, LEFT s: the sentence, the rows of the table
# $T/got.LINE that should not be there, and those that should.
brute() {
	awk -v folder="$T" '
	{
		left = $1
		right = $2
		gaps = $3
		over = $4
		all = $5
		whole = left == "s"
		way = "seed " $6 ", " $1 " " $2 " " $3 " " $4 " " $5 ": "
		compare(folder "/in." $6, folder "/got." NR)
	}
	function compare(stream, table, line) {
		n = at = bound = T = t = 0
		split("", word); split("", count); split("", home); split("", place)
		split("", F); split("", f); split("", before); split("", sum)
		split("", margin); split("", want)
		while ((getline line <stream) > 0)
			take(line)
		close(stream)
		look(table)
	}
	function take(line, part) {
		if (line ~ /^<gap/) {
			split(line, part, "\"")
			if (part[2] > 0 && !gaps)
				bound++
			at += part[2]
		} else if (line ~ /^<.?speech/ || (line ~ /^<.?s>/ && !over))
			bound++
		else if (line !~ /^</) {
			split(line, part, "\t")
			n++
			word[n] = part[2]
			count[n] = part[1] == "w"
			home[n] = bound
			place[n] = ++at
			if (count[n]) { T++; F[part[2]]++ }
		}
	}
	function near(i, j, d) { # is j within reach of i
		d = place[j] - place[i]
		return home[i] == home[j] &&
		    (whole || (d < 0 ? -d <= left : d <= right))
	}
	function pivot_rows(i, j, d, best, w) {
		for (i = 1; i <= n; i++) {
			if (!count[i] || word[i] == "a")
				continue
			best = ""
			for (j = 1; j <= n; j++) {
				if (word[j] != "a" || !near(j, i))
					continue
				d = place[i] - place[j]
				if (best == "" || abs(d) < abs(best) ||
				    (abs(d) == abs(best) && d > 0))
					best = d
			}
			if (best == "")
				continue
			t++
			f[word[i]]++
			before[word[i]] += best < 0
			sum[word[i]] += best
		}
		for (w in f)
			want[sprintf("%s\t%d\t%d\t%d\t%d\t%.6g\t%d", w, f[w],
			    F[w], t, T, sum[w] / f[w], before[w])]
	}
	function pair_rows(i, j, w, two) {
		T = 0
		for (i = 1; i <= n; i++)
			for (j = 1; j <= n; j++) {
				if (i == j || !count[i] || !count[j] || !near(i, j))
					continue
				T++
				margin[word[i]]++
				if (word[i] < word[j])
					f[word[i] "\t" word[j]]++
			}
		for (w in f) {
			split(w, two, "\t")
			want[w "\t" f[w] "\t" margin[two[2]] "\t" \
			    margin[two[1]] "\t" T]
		}
	}
	function unit_rows(i, w, v, two, has, b, seen) {
		T = 0
		for (i = 1; i <= n; i++)
			if (count[i]) {
				if (!(home[i] in seen))
					T++
				seen[home[i]] = 1
				has[home[i], word[i]] = 1
			}
		for (b in seen)
			for (w in F)
				if ((b, w) in has) {
					margin[w]++
					for (v in F)
						if (w < v && (b, v) in has)
							f[w "\t" v]++
				}
		for (w in f) {
			split(w, two, "\t")
			want[w "\t" f[w] "\t" margin[two[2]] "\t" \
			    margin[two[1]] "\t" T]
		}
	}
	function abs(x) { return x < 0 ? -x : x }
	function look(table, line, row, cell, i) {
		if (!all)
			pivot_rows()
		else if (whole)
			unit_rows()
		else
			pair_rows()
		getline line <table
		while ((getline line <table) > 0) {
			split(line, cell, "\t")
			row = cell[1]
			for (i = 2; i <= 5 + all; i++)
				row = row "\t" cell[i]
			if (!all)
				row = row "\t" cell[15] "\t" cell[16]
			if (row in want)
				delete want[row]
			else
				print way "> " row
		}
		close(table)
		for (row in want)
			print way "< " row
	}'
}

# cooccurrents with the options of brute().
program() { # LEFT RIGHT GAPS SENTENCES ALL <STREAM
	set -- "$@" -q -m 1
	if [ "$1" = s ]; then set -- "$@" -w s
	elif [ "$5" = 1 ]; then set -- "$@" -w "$1"
	else set -- "$@" -w "$1,$2"; fi
	if [ "$4" = 1 ]; then set -- "$@" -X
	elif [ "$3" = 1 ]; then set -- "$@" -x; fi
	if [ "$5" = 1 ]; then set -- "$@" -A; else set -- "$@" -p a; fi
	shift 5
	cooccurrents "$@"
}

seeds='1 2 3 4 5 6 7 8 9 10 11 12'
# shellcheck disable=SC2086 # several
streams $seeds
n_ways=0
for seed in $seeds; do
	for way in '2 2 0 0 0' '3 0 0 0 0' '1 4 1 0 0' '4 2 1 1 0' 's s 0 0 0' \
		's s 1 0 0' '1 1 0 0 1' '3 3 1 0 1' '5 5 1 1 1' 's s 0 0 1' 's s 1 0 1'; do
		n_ways=$((n_ways + 1))
		# shellcheck disable=SC2086 # words
		program $way <"$T/in.$seed" >"$T/got.$n_ways"
		echo "$way $seed"
	done
done >"$T/ways"
is "$(brute <"$T/ways")" '' 'counts of 12 random streams, 11 ways'

# The seeds of which the tree, $T/tree.SEED, has not the weight and number of edges of a
# forest by Prim's algorithm of the edges in $T/edges.SEED.
prim() { # SEED ...
	awk -v folder="$T" '
	function edges(file, line, x) {
		split("", w); split("", node); split("", seen)
		getline line <file
		while ((getline line <file) > 0) {
			split(line, x, "\t")
			w[x[1], x[2]] = w[x[2], x[1]] = x[3]
			node[x[1]] = node[x[2]] = 1
		}
	}
	function forest(s, a, b, best, next_one, sum, n) {
		for (s in node) {
			if (s in seen)
				continue
			seen[s] = 1
			for (;;) {
				best = 0
				for (a in seen)
					for (b in node)
						if (!(b in seen) && w[a, b] > best) {
							best = w[a, b]
							next_one = b
						}
				if (best == 0)
					break
				seen[next_one] = 1
				sum += best
				n++
			}
		}
		return sum + 0 " " n + 0
	}
	function tree(file, line, x, sum, n) {
		n = -1
		for (; (getline line <file) > 0; n++)
			if (n >= 0) {
				split(line, x, "\t")
				sum += x[3]
			}
		return sum + 0 " " n
	}
	BEGIN {
		for (at = 1; at < ARGC; at++) {
			edges(folder "/edges." ARGV[at])
			want = forest()
			got = tree(folder "/tree." ARGV[at])
			if (got != want)
				print "seed " ARGV[at] ": " got " instead of " want
		}
	}' "$@"
}

seeds='101 102 103 104 105 106 107 108 109 110 111 112'
# shellcheck disable=SC2086 # several
streams $seeds 8
for seed in $seeds; do
	cooccurrents -q -A -m 1 -w 2 -f edges "$T/in.$seed" >"$T/edges.$seed"
	cooccurrents -q -A -m 1 -w 2 -T -f edges "$T/in.$seed" >"$T/tree.$seed"
done
# shellcheck disable=SC2086 # several
is "$(prim $seeds)" '' "12 maximum spanning trees weigh as much as Prim's"

# As many pivots as concordance has lines.
in=$T/in.8
sed '1s/kind form/kind form word/; /^[^<]/s/	\(.*\)/	\1	\1/' "$in" >"$T/words"
lines=$(concordance -q -p a -p 'a b' -p 'b a' "$T/words" | sed 1d | wc -l)
pivots=$(cooccurrents -p a -p 'a b' -p 'b a' "$T/words" 2>&1 >"$T/out" |
	sed -n 's/.*pivots: \([0-9]*\);.*/\1/p')
is "$pivots" "$lines" 'as many pivots as lines of concordance'

# GraphML that a parser takes.
cooccurrents -q -A -m 1 -f graphml "$in" >"$T/graphml"
if command -v xmllint >/dev/null; then
	is "$(xmllint --noout "$T/graphml" 2>&1)" '' 'GraphML is well-formed'
else
	skip 'GraphML is well-formed' 'no xmllint'
fi
plan
