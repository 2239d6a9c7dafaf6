#!/bin/sh
# against.sh [-n runs] [-c commit] [-m megabytes] [-s] - CPU seconds of an older
# build and of this one, run in turn on the same inputs.  The older one is built
# from git into a folder of its own, build/bench/COMMIT.
set -eu
export LC_ALL=C

usage() {
	cat <<-EOF
	usage: against.sh [-n runs] [-c commit] [-m megabytes] [-s [-k speeches]]
	Times the chain of an older build and of this one on the same text.
	-c  the older commit (b15a0e0)   -m  size of the text (100)
	-n  runs of each, the least counts (5)
	-s  the study as well: the sample from nothing, with one speech edited, with
	    nothing changed, and one of made speeches   -k  how many those are (2000)
	EOF
}

commit=b15a0e0
size=100
runs=5
speeches=2000
study=no
while getopts c:hk:m:n:s opt; do
	case $opt in
	c) commit=$OPTARG ;;
	h) usage; exit 0 ;;
	k) speeches=$OPTARG ;;
	m) size=$OPTARG ;;
	n) runs=$OPTARG ;;
	s) study=yes ;;
	*) usage >&2; exit 2 ;;
	esac
done
[ -f bench/against.sh ] || {
	echo 'against.sh: run it from the top folder' >&2
	exit 2
}
B=${B:-build}
case $B in /*) ;; *) B=$PWD/$B ;; esac
export B
d=$B/bench
new=$B/bin
python=$(command -v /usr/bin/python3 || command -v python3)

# The older build, once.
commit=$(git rev-parse --short=7 --verify "$commit^{commit}")
tree=$d/$commit
old=$tree/build/bin
if [ ! -e "$tree/.built" ]; then
	echo "against.sh: building $commit in $tree" >&2
	rm -rf "$tree"
	mkdir -p "$tree"
	git archive "$commit" | tar -x -C "$tree"
	(unset B MAKEFLAGS MFLAGS; make -s -j2 -C "$tree" all >"$tree/log" 2>&1) || {
		tail -n 5 "$tree/log" >&2
		exit 1
	}
	: >"$tree/.built"
fi
sh bench/text.sh "$size"

printf 'what\t%s\tnow\ttimes\tpeak_mb\tpeak_mb_now\tprocesses\tprocesses_now\n' \
	"$commit"

# Rows of turn.py, two and two, as one each.
pair() {
	awk -F '\t' '
	NR % 2 { name = $1; sec = $2; peak = $3; n = $4; next }
	{
		times = $2 + 0 == 0 ? 0 : sec / $2
		printf "%s\t%s\t%s\t%.2f\t%s\t%s\t%s\t%s\n", name, sec, $2,
			times, peak, $3, n, $4
	}'
}

# ---- the chain ----

vrt=$d/french-$size.vrt
part=$d/against
mkdir -p "$part"
for half in 0 1; do
	awk -v half="$half" '
		/^<speech / { n++ }
		n % 2 == half { print }' "$vrt" |
		"$old/tokenise" -q -o kind,form | "$old/stem" -q -o kind,stem |
		"$old/ngrams" -q -n 1-3 >"$part/half-$half.tsv"
done
"$old/tokenise" -q -o kind,form "$vrt" >"$part/tokens.vrt"
"$old/stem" -q -o kind,stem "$part/tokens.vrt" >"$part/stems.vrt"

both() { # NAME COMMAND, in which BIN is the folder of the programs
	set -- "$1" "$(printf '%s\n' "$2" | sed "s|BIN|$old|g")" \
		"$1" "$(printf '%s\n' "$2" | sed "s|BIN|$new|g")"
	"$python" bench/turn.py "$runs" "$@" | pair
}
both 'tokenise -o kind,form' "BIN/tokenise -q -o kind,form '$vrt' >/dev/null"
both 'tokenise -o form' "BIN/tokenise -q -o form '$vrt' >/dev/null"
both 'tokenise' "BIN/tokenise -q '$vrt' >/dev/null"
both 'stem -o kind,stem' "BIN/stem -q -o kind,stem '$part/tokens.vrt' >/dev/null"
both 'ngrams -n 1' "BIN/ngrams -q '$part/stems.vrt' >/dev/null"
both 'ngrams -n 1-3' "BIN/ngrams -q -n 1-3 '$part/stems.vrt' >'$part/out'"
both 'tokenise | stem | ngrams -n 1' "BIN/tokenise -q -o kind,form '$vrt' |
	BIN/stem -q -o kind,stem | BIN/ngrams -q >/dev/null"
both 'tokenise | stem | ngrams -n 1-3' "BIN/tokenise -q -o kind,form '$vrt' |
	BIN/stem -q -o kind,stem | BIN/ngrams -q -n 1-3 >'$part/out'"
both 'merge' "BIN/merge -q '$part/half-0.tsv' '$part/half-1.tsv' >'$part/out'"
rm -rf "$part"
[ $study = yes ] || exit 0

# ---- the study: in each tree its own, with its own make ----

here=$PWD
name=against
reports() { # FOLDER
	printf '%s' "unset B MAKEFLAGS MFLAGS; cd '$1' &&
		make -s reports STUDY='$d/study' NAME=$name >/dev/null 2>&1"
}
forget() {
	rm -rf "$tree/reports/$name" "$tree/build/study/$name" \
		"reports/$name" "build/study/$name"
}
step() { # NAME: one run of each, in turn
	"$python" bench/turn.py 1 "$1" "$(reports "$tree")" \
		"$1" "$(reports "$here")" | pair
}
trap forget EXIT
trap 'exit 1' HUP INT TERM
sample() {
	rm -rf "$d/study"
	cp -R corpus/sample "$d/study"
	forget
}
sample
step 'sample, from nothing'
speech=$(find "$d/study/discours" -name '*.txt' | sort | sed -n 1p)
printf '\nEt je vous remercie de votre attention.\n' >>"$speech"
step 'sample, one speech edited'
step 'sample, nothing changed'
rm -rf "$d/study"
mkdir -p "$d/study"
awk -v most="$speeches" -v folder="$d/study" '
	# of 12 kB at most, which a paragraph may exceed: as ministers speak
	/^<speech / || (/^<p[ >]/ && size > 12000) {
		if (file != "")
			close(file)
		if (++n > most)
			exit
		size = 0
		file = sprintf("%s/s%05d.txt", folder, n)
		printf "Orateur : Orateur %02d\nDate : %d-01-01\n\n", n % 30,
			1990 + n % 35 >file
		next
	}
	/^</ { next }
	{ gsub(/&lt;/, "<"); gsub(/&gt;/, ">"); gsub(/&amp;/, "\\&")
		size += length($0) + 2
		print $0 "\n" >file }' "$vrt"
forget
step "$speeches speeches, from nothing"
