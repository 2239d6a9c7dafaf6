#!/bin/sh
# segments against a list by the definition: every segment of every run, over
# random streams; prints TAP. (The unit test repeat does the parents, too.)
set -u
. tests/tap.sh

stream() { # SEED
	awk -v seed="$1" '
	function r(k) { return int(rand() * k) }
	BEGIN {
		srand(seed)
		print "<!-- #vrt positional-attributes: kind form -->"
		forms = 2 + r(4)
		for (i = 0; i < 2 + r(4); i++) {
			print "<speech id=\"s" i "\" who=\"p" r(3) "\">"
			for (j = 0; j < 1 + r(3); j++) {
				print "<s>"
				for (k = r(16); k > 0; k--)
					if (r(12) == 0)
						print "<gap/>"
					else if (r(7) == 0)
						print "p\t" substr(",.[/", 1 + r(4), 1)
					else if (r(9) == 0)
						print "n\t7"
					else
						print "w\t" substr("abcdef", 1 + r(forms), 1)
				print "</s>"
			}
			print "</speech>"
		}
	}'
}

# How LIST, which segments -a wrote, and TABLE, with -b who, differ from the
# definition: rows that should not be there, rows that should, rows out of order.
brute() { # MIN OVER SENTENCES KINDS LIST TABLE <STREAM
	awk -F '\t' -v min="$1" -v over="$2" -v sentences="$3" -v kinds="$4" \
		-v list="$5" -v table="$6" '
	function end_run(i, len, w) {
		for (i = 1; i <= n; i++) {
			w = run[i]
			for (len = 2; i + len - 1 <= n; len++) {
				w = w " " run[i + len - 1]
				freq[w]++
				size[w] = len
				if (!((w, speech) in seen))
					parts[w]++
				seen[w, speech] = 1
				by[w, who]++
				total[who, len]++
			}
		}
		n = 0
	}
	/^<speech/ {
		split($0, part, "\"")
		speech = part[2]
		who = part[4]
		people[who] = 1
		next
	}
	/^<.speech/ || (/^<.s>/ && sentences) { end_run(); next }
	/^<gap/ { if (!over) end_run(); next }
	/^</ { next }
	$2 == "," || $2 == "." { end_run(); next }
	index(kinds, $1) { run[++n] = $2; next }
	$1 == "p" { next }
	!over { end_run() }
	END {
		for (w in freq) {
			if (freq[w] < min)
				continue
			has[size[w]] = 1
			want[w "\t" size[w] "\t" freq[w] "\t" parts[w]]
			for (p in people)
				if ((w, p) in by)
					count[p "\t" size[w] "\t" w "\t" by[w, p]]
		}
		for (p in people)
			for (k in has)
				if ((p, k) in total)
					count[p "\t" k "\t\t" total[p, k]]
		getline <list
		while ((getline <list) > 0) {
			take(want, $1 "\t" $2 "\t" $3 "\t" $4)
			key = sprintf("%09d %09d %s", 1e9 - 1 - $2, 1e9 - 1 - $3, $1)
			if (key <= last)
				print "order: " $0
			last = key
		}
		left(want)
		last = ""
		getline <table
		while ((getline <table) > 0) {
			take(count, $0)
			if ($0 <= last)
				print "order: " $0
			last = $0
		}
		left(count)
	}
	function take(rows, row) {
		if (row in rows)
			delete rows[row]
		else
			print "> " row
	}
	function left(rows, row) {
		for (row in rows)
			print "< " row
	}'
}

bad=
seed=1
while [ $seed -le 20 ]; do
	stream $seed >"$T/in"
	for way in '2 0 0 wnsu' '3 0 0 wnsu' '2 1 0 w' '2 0 1 w' '2 1 1 wn'; do
		# shellcheck disable=SC2086 # words
		set -- $way
		options="-q -a -m $1 -k $4"
		[ "$2" = 0 ] || options="$options -x"
		[ "$3" = 0 ] || options="$options -u s"
		# shellcheck disable=SC2086
		segments $options "$T/in" >"$T/list"
		# shellcheck disable=SC2086
		segments $options -b who "$T/in" >"$T/table"
		brute "$@" "$T/list" "$T/table" <"$T/in" >"$T/diff"
		[ ! -s "$T/diff" ] || bad="$bad
seed $seed, $way: $(head -n 5 "$T/diff")"
	done
	seed=$((seed + 1))
done
is "$bad" '' 'segments of 20 random streams, 5 ways, as a list and by part'

# What is left out by default is what -a calls constrained, and free segments
# of a table are free in one with others.
bad=
seed=1
while [ $seed -le 20 ]; do
	stream $((seed + 50)) >"$T/in"
	segments -q "$T/in" >"$T/got"
	segments -q -a "$T/in" | awk -F '\t' 'NR == 1 || $5 == "free"' >"$T/want"
	cmp -s "$T/want" "$T/got" || bad="$bad $seed"
	seed=$((seed + 1))
done
is "$bad" '' 'the free ones of -a are those of the default'
plan
