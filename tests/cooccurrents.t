#!/bin/sh
# cooccurrents against a count by its definition, token by token, over random
# streams; a maximum spanning tree against Prim's; prints TAP.
set -u
. tests/tap.sh

# A stream of some speeches, sentences, gaps and punctuation.
stream() { # SEED
	awk -v seed="$1" '
	function r(k) { return int(rand() * k) }
	BEGIN {
		srand(seed)
		print "<!-- #vrt positional-attributes: kind form -->"
		forms = 2 + r(6)
		for (i = 0; i < 1 + r(3); i++) {
			print "<speech id=\"s" i "\">"
			for (j = 0; j < 1 + r(5); j++) {
				print "<s>"
				for (k = r(14); k > 0; k--)
					if (r(9) == 0)
						print "<gap n=\"" r(3) "\"/>"
					else if (r(6) == 0)
						print "p\t,"
					else
						print "w\t" substr("abcdefgh", 1 + r(forms), 1)
				print "</s>"
			}
			print "</speech>"
		}
	}'
}

# The definition: every token with every other one. Bounds are numbered; a
# gap that may be crossed moves the positions on. Prints the rows of the table
# TABLE that should not be there, and those that should.
brute() { # LEFT RIGHT GAPS SENTENCES ALL TABLE <STREAM; LEFT s: the sentence
	awk -F '\t' -v left="$1" -v right="$2" -v gaps="$3" -v over="$4" \
		-v all="$5" -v table="$6" '
	BEGIN { whole = left == "s" }
	/^<gap/ {
		split($0, part, "\"")
		if (part[2] > 0 && !gaps)
			bound++
		at += part[2]
		next
	}
	/^<.?speech/ || (/^<.?s>/ && !over) { bound++; next }
	/^</ { next }
	{
		n++
		word[n] = $2
		count[n] = $1 == "w"
		home[n] = bound
		place[n] = ++at
		if (count[n]) { T++; F[$2]++ }
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
	END {
		if (!all)
			pivot_rows()
		else if (whole)
			unit_rows()
		else
			pair_rows()
		getline <table
		while ((getline <table) > 0) {
			row = $1
			for (i = 2; i <= 5 + all; i++)
				row = row "\t" $i
			if (!all)
				row = row "\t" $15 "\t" $16
			if (row in want)
				delete want[row]
			else
				print "> " row
		}
		for (row in want)
			print "< " row
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

seed=1
bad=
while [ $seed -le 12 ]; do
	stream $seed >"$T/in"
	for way in '2 2 0 0 0' '3 0 0 0 0' '1 4 1 0 0' '4 2 1 1 0' 's s 0 0 0' \
		's s 1 0 0' '1 1 0 0 1' '3 3 1 0 1' '5 5 1 1 1' 's s 0 0 1' 's s 1 0 1'; do
		# shellcheck disable=SC2086 # words
		program $way <"$T/in" >"$T/got"
		# shellcheck disable=SC2086
		brute $way "$T/got" <"$T/in" >"$T/diff"
		[ ! -s "$T/diff" ] || bad="$bad
seed $seed, $way: $(head -n 5 "$T/diff")"
	done
	seed=$((seed + 1))
done
is "$bad" '' 'counts of 12 random streams, 11 ways'

# Weight and edges of a forest by Prim's algorithm.
prim() { # <EDGES
	awk -F '\t' '
	NR > 1 {
		w[$1, $2] = w[$2, $1] = $3
		node[$1] = node[$2] = 1
	}
	END {
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
		print sum + 0, n + 0
	}'
}

bad=
seed=1
while [ $seed -le 12 ]; do
	stream $((seed + 100)) >"$T/in"
	cooccurrents -q -A -m 1 -w 2 -f edges "$T/in" >"$T/edges"
	cooccurrents -q -A -m 1 -w 2 -T -f edges "$T/in" >"$T/tree"
	want=$(prim <"$T/edges")
	got=$(awk -F '\t' 'NR > 1 { s += $3 } END { print s + 0, NR - 1 }' "$T/tree")
	[ "$got" = "$want" ] || bad="$bad
seed $seed: $got instead of $want"
	seed=$((seed + 1))
done
is "$bad" '' "12 maximum spanning trees weigh as much as Prim's"

# As many pivots as concordance has lines.
stream 8 >"$T/in"
sed '1s/kind form/kind form word/; /^[^<]/s/	\(.*\)/	\1	\1/' "$T/in" >"$T/words"
lines=$(concordance -q -p a -p 'a b' -p 'b a' "$T/words" | sed 1d | wc -l)
pivots=$(cooccurrents -p a -p 'a b' -p 'b a' "$T/words" 2>&1 >"$T/out" |
	sed -n 's/.*pivots: \([0-9]*\);.*/\1/p')
is "$pivots" "$lines" 'as many pivots as lines of concordance'

# GraphML that a parser takes.
cooccurrents -q -A -m 1 -f graphml "$T/in" >"$T/graphml"
if command -v xmllint >/dev/null; then
	is "$(xmllint --noout "$T/graphml" 2>&1)" '' 'GraphML is well-formed'
else
	skip 'GraphML is well-formed' 'no xmllint'
fi
plan
