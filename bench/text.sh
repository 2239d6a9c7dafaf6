#!/bin/sh
# text.sh MEGABYTES - makes the text of the benchmark where it is not there yet:
# $B/bench/french-MEGABYTES.txt, the same as a transcript .vrt, and the curve of
# its vocabulary growth-MEGABYTES.tsv.
set -eu
export LC_ALL=C
[ -f bench/text.sh ] || {
	echo 'text.sh: run it from the top folder' >&2
	exit 2
}
size=$1
d=${B:-build}/bench
text=$d/french-$size.txt
vrt=$d/french-$size.vrt
mkdir -p "$d"
[ ! -s "$text" ] || [ ! -s "$vrt" ] || [ ! -s "$d/growth-$size.tsv" ] || exit 0
python=$(command -v /usr/bin/python3 || command -v python3) || {
	echo 'text.sh: needs python3 to make the text' >&2
	exit 1
}
from=corpus/sample
[ ! -d ../shared/corpora ] || from=../shared/corpora
echo "text.sh: making $size MB of French out of $from" >&2
find "$from" -name '*.txt' | sort >"$d/files"
"$python" bench/corpus.py -m "$size" -o "$text.tmp" -t "$vrt.tmp" \
	-l "$d/files" >"$d/growth-$size.tsv"
mv "$vrt.tmp" "$vrt"
mv "$text.tmp" "$text"
