#!/bin/sh
# growth.sh [-n runs] [MEGABYTES ...] - time and memory of the chain on texts of
# several sizes (10 100 1000): is time linear, and does memory follow the types?
# A table on stdout, then the nanoseconds a byte as bars, which are as long for
# each size where time is linear.  The texts are the beginnings of the largest.
set -eu
export LC_ALL=C
runs=3
while getopts hn: opt; do
	case $opt in
	h) echo 'usage: growth.sh [-n runs] [megabytes ...]'; exit 0 ;;
	n) runs=$OPTARG ;;
	*) echo 'usage: growth.sh [-n runs] [megabytes ...]' >&2; exit 2 ;;
	esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- 10 100 1000
[ -f bench/growth.sh ] || {
	echo 'growth.sh: run it from the top folder' >&2
	exit 2
}
B=${B:-build}
d=$B/bench
case $B in /*) PATH=$B/bin:$PATH ;; *) PATH=$PWD/$B/bin:$PATH ;; esac
export PATH
python=$(command -v /usr/bin/python3 || command -v python3)

largest=0
for size; do
	[ "$size" -le "$largest" ] || largest=$size
done
sh bench/text.sh "$largest"

# The beginning of the largest text, whole speeches.
cut_text() { # MEGABYTES
	awk -v most="$(($1 * 1000000))" '
		{ print; n += length($0) + 1 }
		$0 == "</speech>" && n >= most { exit }' \
		"$d/french-$largest.vrt" >"$d/cut.vrt"
}

table=$d/growth.tsv
printf 'what\tbytes\tseconds\tpeak_mb\ttypes\n' >"$table"
for size; do
	cut_text "$size"
	tokenise -q -o kind,form "$d/cut.vrt" >"$d/cut-tokens.vrt"
	stem -q -o kind,stem "$d/cut-tokens.vrt" >"$d/cut-stems.vrt"
	forms=$(ngrams -q -c form "$d/cut-tokens.vrt" | wc -l)
	stems=$(ngrams -q "$d/cut-stems.vrt" | wc -l)
	grams=$(ngrams -q -n 1-3 "$d/cut-stems.vrt" | wc -l)
	"$python" bench/turn.py "$runs" \
		tokenise "tokenise -q -o kind,form '$d/cut.vrt' >/dev/null" \
		stem "stem -q -o kind,stem '$d/cut-tokens.vrt' >/dev/null" \
		'ngrams -n 1' "ngrams -q '$d/cut-stems.vrt' >/dev/null" \
		'ngrams -n 1-3' "ngrams -q -n 1-3 '$d/cut-stems.vrt' >/dev/null" |
		awk -F '\t' -v bytes="$(wc -c <"$d/cut.vrt")" -v forms="$forms" \
			-v stems="$stems" -v grams="$grams" '
		BEGIN {
			types["tokenise"] = types["stem"] = forms - 1
			types["ngrams -n 1"] = stems - 1
			types["ngrams -n 1-3"] = grams - 1
		}
		{ printf "%s\t%d\t%s\t%s\t%d\n", $1, bytes, $2, $3, types[$1] }' \
			>>"$table"
done
rm -f "$d/cut.vrt" "$d/cut-tokens.vrt" "$d/cut-stems.vrt"
cat "$table"
echo
echo 'nanoseconds of CPU a byte of text, by its megabytes:'
{
	printf 'what\tmegabytes\tns\n'
	awk -F '\t' 'NR > 1 {
		printf "%s\t%.0f\t%.3f\n", $1, $2 / 1e6, $3 * 1e9 / $2
	}' "$table" | sort -s -t "$(printf '\t')" -k1,1
} | bars -g what -c megabytes,ns
