#!/bin/sh
# segments against a list by the definition: every segment of every run, over
# random streams; prints TAP. (The unit test repeat does the parents, too.)
set -u
. tests/tap.sh
. tests/same.sh

# $T/in.SEED for each.
streams() { # FIRST LAST
	awk -v first="$1" -v last="$2" -v folder="$T" '
	function r(k) { return int(rand() * k) }
	function stream(seed, file, i, j, k) {
		file = folder "/in." seed
		srand(seed)
		print "<!-- #vrt positional-attributes: kind form -->" >file
		forms = 2 + r(4)
		for (i = 0; i < 2 + r(4); i++) {
			print "<speech id=\"s" i "\" who=\"p" r(3) "\">" >file
			for (j = 0; j < 1 + r(3); j++) {
				print "<s>" >file
				for (k = r(16); k > 0; k--)
					if (r(12) == 0)
						print "<gap/>" >file
					else if (r(7) == 0)
						print "p\t" substr(",.[/", 1 + r(4), 1) >file
					else if (r(9) == 0)
						print "n\t7" >file
					else
						print "w\t" substr("abcdef", 1 + r(forms), 1) >file
				print "</s>" >file
			}
			print "</speech>" >file
		}
		close(file)
	}
	BEGIN {
		for (seed = first; seed <= last; seed++)
			stream(seed)
	}'
}

# How the files of standard input differ from the definition, a line each: MIN, OVER,
# SENTENCES, KINDS, the stream, the LIST that segments -a wrote of it, and the TABLE, with
# -b who; rows that should not be there, rows that should, rows out of order.
brute() {
	awk '
	{
		min = $1
		over = $2
		sentences = $3
		kinds = $4
		way = "seed " $5 ", " $1 " " $2 " " $3 " " $4 ": "
		compare($6, $7, $8)
	}
	function compare(stream, list, table, line) {
		split("", freq); split("", size); split("", parts); split("", seen)
		split("", by); split("", total); split("", people)
		n = 0
		while ((getline line <stream) > 0)
			take_line(line)
		close(stream)
		look(list, table)
	}
	function take_line(line, t) {
		split(line, t, "\t")
		if (line ~ /^<speech/) {
			split(line, part, "\"")
			speech = part[2]
			who = part[4]
			people[who] = 1
		} else if (line ~ /^<.speech/ || (line ~ /^<.s>/ && sentences) || (line ~ /^<gap/ && !over))
			end_run()
		else if (line ~ /^</)
			return
		else if (t[2] == "," || t[2] == ".")
			end_run()
		else if (index(kinds, t[1]))
			run[++n] = t[2]
		else if (t[1] != "p" && !over)
			end_run()
	}
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
	function look(list, table, w, p, k, line, t, key, last) {
		split("", has); split("", want); split("", count)
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
		getline line <list
		while ((getline line <list) > 0) {
			split(line, t, "\t")
			take(want, t[1] "\t" t[2] "\t" t[3] "\t" t[4])
			key = sprintf("%09d %09d %s", 1e9 - 1 - t[2], 1e9 - 1 - t[3], t[1])
			if (key <= last)
				print way "order: " line
			last = key
		}
		left(want)
		last = ""
		getline line <table
		while ((getline line <table) > 0) {
			take(count, line)
			if (line <= last)
				print way "order: " line
			last = line
		}
		left(count)
		close(list)
		close(table)
	}
	function take(rows, row) {
		if (row in rows)
			delete rows[row]
		else
			print way "> " row
	}
	function left(rows, row) {
		for (row in rows)
			print way "< " row
	}'
}

streams 1 20
seed=1
while [ $seed -le 20 ]; do
	for way in '2 0 0 wnsu' '3 0 0 wnsu' '2 1 0 w' '2 0 1 w' '2 1 1 wn'; do
		# shellcheck disable=SC2086 # words
		set -- $way
		options="-q -a -m $1 -k $4"
		[ "$2" = 0 ] || options="$options -x"
		[ "$3" = 0 ] || options="$options -u s"
		name=$seed.$1$2$3$4
		# shellcheck disable=SC2086
		segments $options "$T/in.$seed" >"$T/list.$name"
		# shellcheck disable=SC2086
		segments $options -b who "$T/in.$seed" >"$T/table.$name"
		echo "$way $seed $T/in.$seed $T/list.$name $T/table.$name"
	done
	seed=$((seed + 1))
done >"$T/ways"
is "$(brute <"$T/ways" | head -n 40)" '' 'segments of 20 random streams, 5 ways, as a list and by part'

# What is left out by default is what -a calls constrained, and free segments
# of a table are free in one with others.
streams 51 70
seed=51
while [ $seed -le 70 ]; do
	segments -q -a "$T/in.$seed" >"$T/all.$seed"
	same free "$T/want.$seed" $seed
	segments -q "$T/in.$seed" >"$out"
	seed=$((seed + 1))
done
awk -F '\t' '
FNR == 1 { file = FILENAME; sub(/all\.[0-9]*$/, "want" substr(FILENAME, match(FILENAME, /\.[0-9]*$/)), file) }
FNR == 1 || $5 == "free" { print >file }' "$T"/all.*
none_differs free 'the free ones of -a are those of the default'
plan
