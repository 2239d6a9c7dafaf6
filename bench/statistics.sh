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

[ $# -gt 0 ] || {
	# shellcheck disable=SC2046 # names of sections
	set -- $(sed -n 's/^time_\([a-z]*\)() {$/\1/p' bench/statistics.sh)
}
printf 'what\tseconds\tmegabytes\tmb_per_s\tpeak_mb\n'
for section; do
	"time_$section"
done
