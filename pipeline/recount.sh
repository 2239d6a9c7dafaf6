#!/bin/sh
# recount.sh PIPELINE LIBEXEC [-j jobs] [-n lines] BEFORE AFTER FOLDER - what `tribune
# recount` does: where several causes lie between two runs, the share of each in the
# counts of words and themes.  The texts that both runs have alike, and FOLDER still,
# are counted as before, with one cause at a time as after, and with all of them; what
# the causes do together is what is left.  Rules, lists, metadata and study.mk are
# the copies of the work folders (plan.sh).
# PIPELINE: the folder of the chain; LIBEXEC: that of the programs.
set -eu
export LC_ALL=C
usage='usage: tribune recount [-j jobs] [-n lines] before after folder-of-the-texts'
pipeline=$(cd "$1" && pwd -P)
libexec=$(cd "$2" && pwd -P)
shift 2

die() { # STATUS TEXT
	echo "tribune: $2" >&2
	exit "$1"
}
jobs=1
lines=10
while getopts :hj:n: option; do
	case $option in
	j) jobs=$OPTARG ;;
	n) lines=$OPTARG ;;
	h)
		echo "$usage"
		exit 0
		;;
	*) die 2 "recount: unknown option -$OPTARG ($usage)" ;;
	esac
done
shift $((OPTIND - 1))
for number in "$jobs" "$lines"; do
	case $number in '' | *[!0-9]* | 0*) die 2 "recount: '$number' is not a number from 1 on ($usage)" ;; esac
done
[ $# -eq 3 ] || die 2 "recount: two folders of reports and that of the texts are needed ($usage)"

# Of each run: its provenance, and the folder of its copies.
run_of() { # FOLDER
	[ -f "$1/PROVENANCE.tsv" ] || die 1 "$1: no PROVENANCE.tsv in it: is it the folder of a report?"
	(cd "$1" && pwd -P)
}
before=$(run_of "$1")
after=$(run_of "$2")
[ -d "$3" ] || die 1 "$3: no such folder"
folder=$(cd "$3" && pwd -P)
kept_of() { # REPORTS
	echo "${1%/*/*}/build/study/${1##*/}/kept"
}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# ---- what is not alike ----

# kind TAB name TAB before TAB after, of what can be changed by itself; texts that are
# alike.  What cannot be: texts, programs, libraries.
awk -F '\t' -v alike="$tmp/alike" '
FNR == NR { if (FNR > 1) was[$1 FS $2] = $3; next }
FNR == 1 { next }
$1 == "text" && was[$1 FS $2] == $3 { print $2 FS $3 > alike }
$1 == "program" && ($1 FS $2 in was) && was[$1 FS $2] != $3 { print "version" FS $2 FS FS }
$1 == "option" && $2 ~ /^(NO_WORDS|SELECT|ONLY|TOKENISE|STEM|LEMMATISE|COUNT|POS)$/ || $1 ~ /^(rules|metadata|study)$/ {
	if (($1 FS $2 in was) && was[$1 FS $2] != $3)
		print $1 FS $2 FS was[$1 FS $2] FS $3
}' "$before/PROVENANCE.tsv" "$after/PROVENANCE.tsv" >"$tmp/unlike"
: >"$tmp/texts"
[ -f "$tmp/alike" ] || : >"$tmp/alike"
while IFS="$(printf '\t')" read -r file sum; do
	[ ! -f "$folder/$file" ] || [ "$(sha256sum <"$folder/$file" | cut -c1-64)" != "$sum" ] || printf '%s\n' "$file"
done <"$tmp/alike" >"$tmp/texts"
[ -s "$tmp/texts" ] || die 1 "$3: it has no text that both runs have alike: nothing can be recounted"
echo "Recounted: $(wc -l <"$tmp/texts") texts that both runs have alike."

: >"$tmp/causes"
while IFS="$(printf '\t')" read -r kind name was is; do
	case $kind in
	version) echo "  program $name: its share cannot be told: the one of before is not here" ;;
	option) printf '%s\t%s\t%s\t%s\n' "$kind" "$name" "$was" "$is" >>"$tmp/causes" ;;
	*)
		if [ -f "$(kept_of "$before")/$was" ] && [ -f "$(kept_of "$after")/$is" ]; then
			printf '%s\t%s\t%s\t%s\n' "$kind" "$name" "$was" "$is" >>"$tmp/causes"
		else
			echo "  $kind $name: its share cannot be told: the work folder of a run has no copy"
		fi
		;;
	esac
done <"$tmp/unlike"
# (study.mk works through the options; it is as after where all is.)
[ -s "$tmp/causes" ] || { echo 'Nothing else is unlike that can be recounted.' && exit 0; }

# ---- counted ----

# A file of a run in the chain, or in the study.
put_file() { # HOUSE NAME FILE
	case $2 in */*) to=$1/pipeline/$2 ;; *) to=$1/studies/x/$2 ;; esac
	[ -e "$to" ] || to=$1/studies/x/$2
	rm -f "$to"
	cp "$3" "$to"
}
count() { # STATE; as after: the lines of causes of which as_after has the number
	state=$1
	house=$tmp/$state
	mkdir -p "$house/studies" "$house/reports"
	cp -r "$pipeline" "$house/pipeline"
	if [ -f "$pipeline/Makefile" ]; then cp "$pipeline/Makefile" "$house"; else cp "$pipeline/../Makefile" "$house"; fi
	ln -s "$libexec" "$house/programs"
	cp -rs "$folder" "$house/studies/x"
	set --
	number=0
	while IFS="$(printf '\t')" read -r kind name was is; do
		number=$((number + 1))
		if grep -qx "$number" "$tmp/as_after"; then
			value=$is
			copy=$(kept_of "$after")/$is
		else
			value=$was
			copy=$(kept_of "$before")/$was
		fi
		if [ "$kind" = option ]; then
			set -- "$@" "$name=$(printf %s "$value" | sed 's/[$]/$$/g')"
		else
			put_file "$house" "$name" "$copy"
		fi
	done <"$tmp/causes"
	(
		unset MAKEFLAGS MAKELEVEL B W OUT STUDY NAME
		cd "$house"
		TRIBUNE_DATA=$house/pipeline make -s -j "$jobs" STUDY=studies/x NAME=x TRIBUNE_LIBEXEC=programs PARTS= \
			TEXTS="$(tr '\n' ' ' <"$tmp/texts")" "$@" build/study/x/types.tsv build/study/x/themes-id.tsv
	) >"$tmp/said" 2>&1 || {
		sed 's/^/  /' "$tmp/said" >&2
		die 1 "recount: the counts cannot be made (above)"
	}
	awk -F '\t' '
	FNR == 1 { for (i = 1; i <= NF; i++) column[FILENAME, $i] = i; next }
	(FILENAME, "type") in column { print "« " $column[FILENAME, "type"] " »\t" $column[FILENAME, "freq"]; next }
	{ theme = $column[FILENAME, "theme"]; if (theme != "") n["theme " theme] += $column[FILENAME, "freq"] }
	END { for (t in n) print t "\t" n[t] }' "$house/build/study/x/types.tsv" "$house/build/study/x/themes-id.tsv" |
		sort >"$tmp/$state.counts"
	rm -rf "$house"
}
: >"$tmp/as_after"
count before
seq "$(wc -l <"$tmp/causes")" >"$tmp/as_after"
count after
cause=0
while IFS="$(printf '\t')" read -r what of _; do
	cause=$((cause + 1))
	[ "$what" != study ] || continue
	echo "$cause" >"$tmp/as_after"
	count "$cause"
	printf '%s\t%s %s\n' "$cause" "$what" "$of" >>"$tmp/names"
done <"$tmp/causes"
[ -f "$tmp/names" ] || : >"$tmp/names"

# ---- shares ----

(
	cd "$tmp"
	# shellcheck disable=SC2046 # numbers
	awk -F '\t' -v names=names '
	BEGIN {
		while ((getline line < names) > 0) {
			split(line, c, "\t")
			name[c[1] ".counts"] = c[2]
			order[++n_cause] = c[1] ".counts"
		}
	}
	{ count[FILENAME, $1] = $2; keys[$1] }
	function signed(n) { return n > 0 ? "+" n : n }
	END {
		for (k in keys) {
			was = count["before.counts", k] + 0
			is = count["after.counts", k] + 0
			line = ""
			rest = is - was
			moved = rest != 0
			for (i = 1; i <= n_cause; i++) {
				d = count[order[i], k] - was
				rest -= d
				if (d != 0) {
					moved = 1
					line = line ", " name[order[i]] " " signed(d)
				}
			}
			if (!moved)
				continue
			if (rest != 0)
				line = line ", together " signed(rest)
			size = is > was ? is - was : was - is
			printf "%d\t%s\t%d -> %d: %s\n", size, k, was, is, substr(line, 3)
		}
	}' before.counts after.counts $(cut -f 1 names | sed 's/$/.counts/') >moved
	sort -t "$(printf '\t')" -k1,1nr -k2,2 moved >shares
)
if [ ! -s "$tmp/shares" ]; then
	echo 'No count of a word or theme differs.'
	exit 0
fi
head -n "$lines" "$tmp/shares" | awk -F '\t' '{ print "  " $2 ": " $3 }'
more=$(($(wc -l <"$tmp/shares") - lines))
[ "$more" -le 0 ] || echo "  ... and $more more (-n shows them)"
