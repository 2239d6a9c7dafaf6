#!/bin/sh
# run.sh - how fast the chains are on this machine; see bench/README.md.
# usage: sh bench/run.sh [-a] [-m megabytes] [-n runs]
set -eu
export LC_ALL=C

usage() {
	cat <<-EOF
	usage: sh bench/run.sh [-a] [-m megabytes] [-n runs]
	Times Tribune and other ways on the same text; writes bench/results.tsv.
	-a  the slow Python ways on the whole text too, not on its first 10 MB
	-m  size of the text (100)   -n  runs of each, the median counts (5)
	EOF
}

all=no
size=100
runs=5
while getopts ahm:n: opt; do
	case $opt in
	a) all=yes ;;
	h) usage; exit 0 ;;
	m) size=$OPTARG ;;
	n) runs=$OPTARG ;;
	*) usage >&2; exit 2 ;;
	esac
done
[ -f bench/run.sh ] || {
	echo 'run.sh: run it from the top folder' >&2
	exit 2
}
B=${B:-build}
d=$B/bench
case $B in /*) PATH=$B/bin:$PATH ;; *) PATH=$PWD/$B/bin:$PATH ;; esac
export PATH
mkdir -p "$d"
for p in tokenise stem ngrams; do
	[ -x "$B/bin/$p" ] || {
		echo "run.sh: no $B/bin/$p: run make first" >&2
		exit 1
	}
done
python=
for p in /usr/bin/python3 python3; do
	if [ -z "$python" ] && command -v "$p" >/dev/null; then python=$p; fi
done
[ -n "$python" ] || {
	echo 'run.sh: needs python3 to make the text and to take times' >&2
	exit 1
}

# The text: made once for each size, with its curve of growth.
text=$d/french-$size.txt
vrt=$d/french-$size.vrt
sh bench/text.sh "$size"
echo 'growth of the vocabulary:'
cat "$d/growth-$size.tsv"
bytes=$(wc -c <"$text")

# A tenth for what takes minutes.
part=$d/french-part.txt
head -c 10000000 "$text" | sed '$d' >"$part"
[ $all = no ] || ln -sf "$(basename "$text")" "$part"
part_bytes=$(wc -c <"$part")

# The streams between the programs, to measure each alone.
tokenise "$vrt" >"$d/tokens.vrt"
stem "$d/tokens.vrt" >"$d/stems.vrt"
tokenise -o kind,form "$vrt" >"$d/lean-tokens.vrt"
stem -o kind,stem "$d/lean-tokens.vrt" >"$d/lean-stems.vrt"

results=bench/results.tsv
printf 'what\tseconds\tmegabytes\tmb_per_s\tpeak_mb\n' >"$results"

# Median of some runs, peak memory of the largest process.
row() { # NAME BYTES RUNS COMMAND
	"$python" bench/clock.py "$1" "$2" "$3" "$4" | tee -a "$results"
}

rm -f "$d/out"
chain="tokenise '$vrt' | stem"
lean="tokenise -o kind,form '$vrt' | stem -o kind,stem"
echo
cat "$results"
row 'tokenise' "$bytes" "$runs" "tokenise '$vrt' >/dev/null"
row 'stem' "$bytes" "$runs" "stem '$d/tokens.vrt' >/dev/null"
row 'ngrams -n 1' "$bytes" "$runs" "ngrams '$d/stems.vrt' >/dev/null"
row 'ngrams -n 1-3' "$bytes" "$runs" "ngrams -n 1-3 '$d/stems.vrt' >'$d/out'"
row 'lean tokenise' "$bytes" "$runs" "tokenise -o kind,form '$vrt' >/dev/null"
row 'lean stem' "$bytes" "$runs" \
	"stem -o kind,stem '$d/lean-tokens.vrt' >/dev/null"
row 'lean ngrams -n 1' "$bytes" "$runs" "ngrams '$d/lean-stems.vrt' >/dev/null"
row 'lean ngrams -n 1-3' "$bytes" "$runs" \
	"ngrams -n 1-3 '$d/lean-stems.vrt' >'$d/out'"
row 'tokenise | stem' "$bytes" "$runs" "$chain >/dev/null"
row 'tokenise | stem | ngrams -n 1' "$bytes" "$runs" "$chain | ngrams >/dev/null"
row 'tokenise | stem | ngrams -n 1-3' "$bytes" "$runs" \
	"$chain | ngrams -n 1-3 >'$d/out'"
row 'lean tokenise | stem | ngrams -n 1' "$bytes" "$runs" \
	"$lean | ngrams >/dev/null"
row 'lean tokenise | stem | ngrams -n 1-3' "$bytes" "$runs" \
	"$lean | ngrams -n 1-3 >'$d/out'"
printf 'n-grams of the last table: %s rows, %s bytes\n' \
	"$(wc -l <"$d/out")" "$(wc -c <"$d/out")" >&2

if command -v stemwords >/dev/null; then
	row 'sed | tr | stemwords | sort | uniq -c' "$bytes" 1 \
		"sh bench/unix.sh '$text' >/dev/null"
else
	echo 'run.sh: no stemwords (libstemmer-tools): left out' >&2
fi
if "$python" -c 'import Stemmer' 2>/dev/null; then
	row 'Python re, PyStemmer, n 1' "$part_bytes" 1 \
		"'$python' bench/peer.py re '$part' >/dev/null"
	row 'Python re, PyStemmer, n 1-3' "$part_bytes" 1 \
		"'$python' bench/peer.py re3 '$part' >'$d/out'"
else
	echo 'run.sh: no PyStemmer (python3-stemmer): left out' >&2
fi
if "$python" -c 'import sklearn' 2>/dev/null; then
	row 'scikit-learn CountVectorizer, n 1-3' "$part_bytes" 1 \
		"'$python' bench/peer.py sklearn '$part' >'$d/out'"
else
	echo 'run.sh: no scikit-learn (python3-sklearn): left out' >&2
fi
rm -f "$d/out"

# Ratios: the lean chain of the same job against each way.
echo
awk -F '\t' '
NR == 1 { next }
{ name[++n] = $1; speed[$1] = $4 }
END {
	one = "lean tokenise | stem | ngrams -n 1"
	three = one "-3"
	print "times as fast, the lean chain against:"
	for (i = 1; i <= n; i++) {
		s = name[i]
		if (s !~ /stemwords|Python|scikit/)
			continue
		printf "%8.1f  %s\n", speed[s ~ /1-3/ ? three : one] / speed[s], s
	}
}' "$results"
