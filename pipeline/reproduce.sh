#!/bin/sh
# reproduce.sh PIPELINE LIBEXEC [-j jobs] PROVENANCE.tsv [FOLDER] - what `tribune
# reproduce` does: checks that inputs, programs and libraries are those that the
# table tells, makes the reports again in a folder of its own, which goes in the
# end, and compares every file byte for byte.  Exit 1 where something differs.
# PIPELINE: the folder of the chain; LIBEXEC: that of the programs.
set -eu
export LC_ALL=C
usage='usage: tribune reproduce [-j jobs] reports/NAME/PROVENANCE.tsv [folder of the texts]'
pipeline=$(cd "$1" && pwd -P)
libexec=$(cd "$2" && pwd -P)
shift 2

die() { # STATUS TEXT
	echo "tribune: $2" >&2
	exit "$1"
}
jobs=
while getopts :hj: option; do
	case $option in
	j) jobs=$OPTARG ;;
	h)
		echo "$usage"
		exit 0
		;;
	*) die 2 "reproduce: unknown option -$OPTARG ($usage)" ;;
	esac
done
shift $((OPTIND - 1))
case $jobs in *[!0-9]* | 0*) die 2 "reproduce: option -j: '$jobs' is not a number of jobs" ;; esac
[ $# -gt 0 ] || die 2 "reproduce: a PROVENANCE.tsv is needed ($usage)"
[ $# -le 2 ] || die 2 "reproduce: one table, one folder ($usage)"
table=$1
[ ! -d "$table" ] || table=${table%/}/PROVENANCE.tsv
[ -f "$table" ] || die 1 "$table: no such table"
{ IFS= read -r head <"$table"; } 2>/dev/null || head=
[ "$head" = "$(printf 'what\tname\tvalue')" ] ||
	die 1 "$table:1: no PROVENANCE.tsv: its columns are to be what, name, value"
reports=$(cd "$(dirname "$table")" && pwd -P)
name=${reports##*/}
folder=${2:-$reports/../../corpus/$name}
[ -d "$folder" ] || {
	[ $# -eq 2 ] || die 2 "reproduce: where are the texts? There is no ${folder#"$reports"/../../} beside reports: name the folder ($usage)"
	die 1 "$folder: no such folder"
}
folder=$(cd "$folder" && pwd -P)
told=${2:-corpus/$name}

tmp=$(mktemp -d 2>/dev/null) ||
	die 3 "reproduce: no folder can be made in ${TMPDIR:-/tmp} (TMPDIR=folder gives another)"
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# ---- what it was made of ----

# Rows of a kind that are files: path TAB hash TAB name, the escapes undone where
# a path can have them (a blank path: there is no such file).
awk -F '\t' -v folder="$folder" -v pipeline="$pipeline" '
NR > 1 && ($1 == "text" || $1 == "study" || $1 == "metadata" || $1 == "rules") {
	path = folder "/" $2
	if ($1 == "rules" && (getline line < path) < 0)
		path = pipeline "/" $2
	close(path)
	print $1 "\t" path "\t" $3 "\t" $2
}' "$table" >"$tmp/files"
[ -s "$tmp/files" ] || die 1 "$table: it names no text"
while IFS="$(printf '\t')" read -r what path hash file; do
	path=$(printf %b "$path")
	if [ ! -f "$path" ]; then
		echo "  $what $file: is not there"
	elif [ "$(sha256sum <"$path" | cut -c1-64)" != "$hash" ]; then
		echo "  $what $file: has other bytes (sha256 $(sha256sum <"$path" | cut -c1-12), was $(printf %.12s "$hash"))"
	fi
done <"$tmp/files" >"$tmp/other"
n_files=$(wc -l <"$tmp/files")

# Programs and libraries, as this installation tells them.
tribune -V >"$tmp/versions"
awk -F '\t' '
FILENAME == ARGV[1] {
	if (FNR == 1) {
		version = $0
		sub(/^[^ ]* /, "", version)
	} else {
		split($0, c, " ")
		library[c[1]] = $0
	}
	next
}
$1 == "program" && $3 != $2 " " version { print "  program " $2 ": is " $2 " " version ", was " $3 }
$1 == "library" && $3 != library[$2] {
	print "  library: is " (library[$2] != "" ? library[$2] : "not there") ", was " $3
}' "$tmp/versions" "$table" >>"$tmp/other"
n_other=$(wc -l <"$tmp/other")
if [ "$n_other" -eq 0 ]; then
	echo "Inputs ($n_files files), programs and libraries are those of the run."
else
	echo "Not as in the run:"
	cat "$tmp/other"
fi

# ---- made again ----

value() { # OPTION
	awk -F '\t' -v name="$1" '$1 == "option" && $2 == name { print $3; exit }' "$table"
}
make_again() { # GOAL VARIABLE=value ...
	goal=$1
	shift
	(cd "$tmp" && TRIBUNE_GOAL=$goal sh "$pipeline/reports.sh" "$pipeline" "$libexec" ${jobs:+-j "$jobs"} \
		"$folder" NAME="$name" "$@") >"$tmp/said" 2>&1 || {
		rc=$?
		sed 's/^/  /' "$tmp/said" >&2
		die $((rc == 2 ? 1 : rc)) "$told: the reports cannot be made again (above)"
	}
}
again=$tmp/reports/$name
set --
language=$(value REPORT_LANG)
[ -z "$language" ] || set -- REPORT_LANG="$language"
echo "Making the reports again from $told ..."
make_again "reports/$name/PROVENANCE.tsv" "$@"

# Options that were given on the command line, and not by study.mk, are given so
# again.  A table is data, perhaps of somebody else: of it, only programs of the
# suite are run, with what the shell takes as plain words (AGAINST, ONLY, PIVOTS and
# TITLE are quoted wherever they go), and none may name a file to write.
is_plain() { # OPTION VALUE
	case $1 in
	AGAINST* | ONLY | PIVOTS | TITLE) return 0 ;;
	READ | TOKENISE | STEM | LEMMATISE)
		case ${2%% *} in '') ;; */* | .*) return 1 ;; *) [ -x "$libexec/${2%% *}" ] || return 1 ;; esac
		;;
	NO_WORDS) case $2 in *\'*) return 1 ;; esac ;;
	esac
	! printf ' %s\n' "$2" | sed "s/'[^']*'//g" | grep -qE "[][;&|<>(){}\`\$\"\\\\']| -[A-Za-z]*[EO]| --o"
}
awk -F '\t' '
FILENAME == ARGV[1] { if ($1 == "option") is[$2] = $3; next }
$1 == "option" && ($2 in is) && is[$2] != $3 && $2 !~ /^READ_/ { print $2 "=" $3 }
' "$again/PROVENANCE.tsv" "$table" >"$tmp/options"
if [ -s "$tmp/options" ]; then
	while IFS= read -r set; do
		is_plain "${set%%=*}" "${set#*=}" ||
			die 1 "$table: option ${set%%=*}: what it holds is run only if study.mk says it: ${set#*=}"
		set -- "$@" "$set"
		echo "  option of the run, not of study.mk: $set"
	done <"$tmp/options"
fi
make_again reports "$@"

# ---- compared ----

list() { # FOLDER
	(cd "$1" && find . -type f ! -name '.*' ! -name 'sensitivity.*' ! -name 'sensitivity-*' | sed 's,^\./,,' | sort)
}
list "$reports" >"$tmp/old"
list "$again" >"$tmp/new"
if [ "$(cat "$tmp/old")" = PROVENANCE.tsv ]; then
	echo "No reports are beside the table: it alone is compared."
	cp "$tmp/old" "$tmp/new"
fi
sort "$tmp/old" "$tmp/new" | uniq -d >"$tmp/both"
{
	while IFS= read -r f; do
		cmp -s "$reports/$f" "$again/$f" || echo "  differs: $f"
	done <"$tmp/both"
	sort "$tmp/old" "$tmp/both" | uniq -u | sed 's/^/  not made again: /'
	sort "$tmp/new" "$tmp/both" | uniq -u | sed 's/^/  was not there: /'
} >"$tmp/unlike"
n_unlike=$(wc -l <"$tmp/unlike")
if [ "$n_unlike" -eq 0 ]; then
	echo "Reproduced: $(($(wc -l <"$tmp/both"))) files, byte for byte."
	[ "$n_other" -eq 0 ] || echo "What is not as in the run changes nothing in them."
	exit 0
fi
echo "Not reproduced: $n_unlike of $(sort -u "$tmp/old" "$tmp/new" | wc -l) files."
head -n 20 "$tmp/unlike"
[ "$n_unlike" -le 20 ] || echo "  ... and $((n_unlike - 20)) more"
# What that means for figures and statements, from the tables.
if grep -q 'differs: .*\.tsv' "$tmp/unlike"; then
	echo
	echo 'The run -> made again now:'
	"$libexec/changes" -q -n 3 "$reports" "$again" 2>&1 | sed 1d || :
fi
exit 1
