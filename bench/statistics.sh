#!/bin/sh
# statistics.sh [PROGRAM ...] - what the programs that compute cost on large
# inputs; a table on stdout. Each time_PROGRAM is one section.
set -eu
export LC_ALL=C
[ -f bench/statistics.sh ] || {
	echo 'statistics.sh: run it from the top folder' >&2
	exit 2
}
B=${B:-build}
d=$B/bench
case $B in /*) PATH=$B/bin:$PATH ;; *) PATH=$PWD/$B/bin:$PATH ;; esac
export PATH
mkdir -p "$d"
python=$(command -v /usr/bin/python3 || command -v python3)

# Seconds (the median of the runs), MB of input, MB/s, peak MB.
row() { # NAME FILE RUNS COMMAND
	"$python" bench/clock.py "$1" "$(wc -c <"$2")" "$3" "$4"
}

# 50,000 segments of 40 tokens over 5,000 forms: ten topics, half of the words
# a topic's own.
topics() {
	awk -v n=50000 -v v=5000 'BEGIN {
		srand(7)
		print "<!-- #vrt positional-attributes: word kind form -->"
		for (i = 1; i <= v; i++)
			sum[i] = all += 1 / (i + 10)
		for (s = 0; s < n; s++) {
			if (s % 50 == 0)
				printf "%s<speech id=\"%06d\">\n", \
				    s ? "</speech>\n" : "", s
			if (s % 50 == 0 || rand() < .2)
				topic = int(rand() * 10)
			for (w = 1; w < 40; w++) {
				x = rand() * all
				for (a = 1; a < (b = b ? b : v);)
					if (sum[m = int((a + b) / 2)] < x)
						a = m + 1
					else
						b = m
				b = 0
				if (rand() < .5)
					a += topic + 1 - a % 10
				if (rand() < .6)
					a = "le"
				print a "\tw\t" a
			}
			print ".\tp\t."
		}
		print "</speech>"
	}'
}

time_classes() {
	f=$d/topics.vrt
	[ -s "$f" ] || { topics >"$f.tmp" && mv "$f.tmp" "$f"; }
	row 'classes, 50,000 segments, 5,000 forms' "$f" 3 \
		"classes -q '$f' >/dev/null"
	row 'classes -u 12,14, the same' "$f" 3 \
		"classes -q -u 12,14 '$f' >/dev/null"
	row 'classes -o stability -B 10, the same' "$f" 1 \
		"classes -q -o stability -B 10 '$f' >/dev/null"
	# text without topics: axes close to one another, many moves
	f=$d/prose.vrt
	[ -s "$f" ] || {
		from=corpus/sample
		[ ! -d ../shared/corpora ] || from=../shared/corpora
		find "$from" -name '*.txt' | sort >"$d/files"
		"$python" bench/corpus.py -m 12 -o "$d/prose.txt" \
			-t "$d/prose.transcript" -l "$d/files" >/dev/null
		tokenise -q "$d/prose.transcript" | stem -q >"$f.tmp"
		mv "$f.tmp" "$f"
	}
	row 'classes, 12 MB of prose, 20,000 stems at most' "$f" 3 \
		"classes -q '$f' >/dev/null"
}

# 10.4 million tokens of text as bench/corpus.py makes it.
ten_million() { # FILE
	[ ! -s "$1" ] || return 0
	from=corpus/sample
	[ ! -d ../shared/corpora ] || from=../shared/corpora
	find "$from" -name '*.txt' | sort >"$d/files"
	"$python" bench/corpus.py -m 55 -o "$d/ten-million.txt" \
		-t "$d/ten-million.transcript" -l "$d/files" >/dev/null
	tokenise -q "$d/ten-million.transcript" >"$1.tmp"
	mv "$1.tmp" "$1"
}

time_segments() {
	f=$d/ten-million.vrt
	ten_million "$f"
	n=$(grep -vc '^<' "$f")
	row "segments, $n tokens" "$f" 3 "segments -q '$f' >/dev/null"
	row "segments -a, the same" "$f" 1 "segments -q -a '$f' >/dev/null"
	row "segments -m 10 -b speaker, the same" "$f" 1 \
		"segments -q -m 10 -b speaker '$f' >/dev/null"
}

time_cooccurrents() {
	f=$d/ten-million.vrt
	ten_million "$f"
	row 'cooccurrents -p nous, 10 million tokens' "$f" 3 \
		"cooccurrents -q -p nous '$f' >/dev/null"
	row 'cooccurrents -A -m 5, the same' "$f" 1 \
		"cooccurrents -q -A -m 5 '$f' >/dev/null"
	row 'cooccurrents -A -T -w s -n 200, the same' "$f" 1 \
		"cooccurrents -q -A -T -w s -n 200 -f graphml '$f' >/dev/null"
}

# A lexical table that lexical.awk makes once.
lexical() { # PARTS FORMS TOKENS
	f=$d/lexical-$1.tsv
	[ -s "$f" ] || {
		awk -v parts="$1" -v forms="$2" -v tokens="$3" \
			-f bench/lexical.awk >"$f.raw"
		{ head -n 1 "$f.raw"; sed 1d "$f.raw" | sort; } >"$f.tmp"
		rm "$f.raw"
		mv "$f.tmp" "$f"
	}
}

time_factors() {
	lexical 500 100000 20000000
	row 'factors, 100,000 forms by 500 parts' "$f" 3 \
		"factors -q '$f' >/dev/null"
	for way in irlba ca; do
		if Rscript -e "library($way); library(Matrix)" >/dev/null 2>&1; then
			row "R $way, the same" "$f" 1 \
				"Rscript --vanilla bench/factors.R $way '$f' >/dev/null"
		else
			echo "statistics.sh: no R with $way: left out" >&2
		fi
	done
	lexical 5000 50000 10000000
	row 'factors -k 10, 50,000 forms by 5,000 parts' "$f" 3 \
		"factors -q -k 10 '$f' >/dev/null"
}

time_specificities() {
	lexical 500 100000 20000000
	row 'specificities, 100,000 forms by 500 parts' "$f" 3 \
		"specificities -q '$f' >/dev/null"
	if command -v Rscript >/dev/null; then
		row 'R phyper, the cells that are not 0' "$f" 1 \
			"Rscript --vanilla bench/specificities.R '$f' >/dev/null"
	else
		echo 'statistics.sh: no R: left out' >&2
	fi
}

[ $# -gt 0 ] || {
	# shellcheck disable=SC2046 # names of sections
	set -- $(sed -n 's/^time_\([a-z]*\)() {$/\1/p' bench/statistics.sh)
}
printf 'what\tseconds\tmegabytes\tmb_per_s\tpeak_mb\n'
for section; do
	"time_$section"
done
