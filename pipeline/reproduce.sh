#!/bin/sh
# reproduce.sh PIPELINE LIBEXEC [-j jobs] PROVENANCE.tsv [FOLDER] - what `tribune
# reproduce` does: checks that inputs, programs and libraries are those that the
# table tells, makes the reports again in a folder of its own, which goes in the
# end, and compares every file byte for byte.  Exit 1 where something differs.
# (front.sh tells of PIPELINE and LIBEXEC.)
export LC_ALL=C
usage='tribune reproduce [-j jobs] reports/NAME/PROVENANCE.tsv [folder of the texts]'
# shellcheck source=pipeline/front.sh
. "$1/front.sh"
take_options reproduce "$usage" j: "$@"
shift $((OPTIND - 1))
[ $# -gt 0 ] || die 2 '%s: a PROVENANCE.tsv is needed (usage: %s)' reproduce "$usage"
[ $# -le 2 ] || die 2 '%s: one table, one folder (usage: %s)' reproduce "$usage"
table=$1
[ ! -d "$table" ] || table=${table%/}/PROVENANCE.tsv
[ -f "$table" ] || die 1 '%s: no such table' "$table"
{ IFS= read -r head <"$table"; } 2>/dev/null || head=
[ "$head" = "$(printf 'what\tname\tvalue')" ] ||
	die 1 '%s:1: no PROVENANCE.tsv: its columns are to be what, name, value' "$table"
reports=$(path_of "$(dirname -- "$table")")
rows=$reports/${table##*/}
speak "$(option_of "$rows" REPORT_LANG)"
name=${reports##*/}
folder=${2:-$reports/../../corpus/$name}
[ -d "$folder" ] || {
	[ $# -eq 2 ] || die 2 '%s: where are the texts? There is no %s beside reports: name the folder (usage: %s)' \
		reproduce "${folder#"$reports"/../../}" "$usage"
	need_folder "$folder"
}
folder=$(path_of "$folder")
told=${2:-corpus/$name}

tmp=$(mktemp -d 2>/dev/null) ||
	die 3 '%s: no folder can be made in %s (TMPDIR=folder gives another)' reproduce "${TMPDIR:-/tmp}"
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 141' PIPE

# ---- what it was made of ----

# Rows of a kind that are files: path TAB hash TAB name, the escapes undone where
# a path can have them (a blank path: there is no such file).
awk -F '\t' -v folder="$folder" -v pipeline="$pipeline" '
NR > 1 && ($1 == "text" || $1 == "study" || $1 == "metadata" || $1 == "rules") {
	path = folder "/" $2
	if ($1 == "rules" && (getline line < path) < 0)
		path = pipeline "/" $2
	close(path)
	print $1 "\t" path "\t" ($3 == "" ? "-" : $3) "\t" ($2 == "" ? "-" : $2)
}' "$rows" >"$tmp/files"
[ -s "$tmp/files" ] || die 1 '%s: it names no text' "$table"
while IFS="$(printf '\t')" read -r what path hash file; do
	path=$(printf %b "$path")
	if [ ! -f "$path" ]; then
		said '  %s %s: is not there' "$what" "$file"
	elif [ "$(sha256sum <"$path" | cut -c1-64)" != "$hash" ]; then
		said '  %s %s: has other bytes (sha256 %s, was %.12s)' "$what" "$file" \
			"$(sha256sum <"$path" | cut -c1-12)" "$hash"
	fi
done <"$tmp/files" >"$tmp/other"
n_files=$(wc -l <"$tmp/files")

# Programs and libraries, as this installation tells them.
tribune -V >"$tmp/versions"
awk -F '\t' "$awk_T"'
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
$1 == "program" && $3 != $2 " " version { print visible(sprintf(T("  program %s: is %s, was %s"), $2, $2 " " version, $3)) }
$1 == "library" && $3 != library[$2] {
	if (library[$2] == "")
		print visible(sprintf(T("  library: is not there, was %s"), $3))
	else
		print visible(sprintf(T("  library: is %s, was %s"), library[$2], $3))
}' "$tmp/versions" "$rows" >>"$tmp/other"
n_other=$(wc -l <"$tmp/other")
if [ "$n_other" -eq 0 ]; then
	out said 'Inputs (files: %d), programs and libraries are those of the run.' "$n_files"
else
	out said 'Not as in the run:'
	out cat "$tmp/other"
fi

# ---- made again ----

make_again() { # GOAL VARIABLE=value ...
	goal=$1
	shift
	(cd "$tmp" && TRIBUNE_GOAL=$goal sh "$pipeline/reports.sh" "$pipeline" "$libexec" ${jobs:+-j "$jobs"} \
		"$folder" NAME="$name" "$@") >"$tmp/said" 2>&1 || {
		rc=$?
		sed 's/^/  /' "$tmp/said" >&2
		die $((rc == 2 ? 1 : rc)) '%s: the reports cannot be made again (above)' "$told"
	}
}
again=$tmp/reports/$name
set --
language=$(option_of "$rows" REPORT_LANG)
[ -z "$language" ] || set -- REPORT_LANG="$language"
out said 'Making the reports again from %s ...' "$told"
make_again "reports/$name/PROVENANCE.tsv" "$@"
# (what the run did not have is known now)
awk -F '\t' "$awk_T"'
FILENAME == ARGV[1] { was[$1 FS $2]; next }
FNR > 1 && $1 ~ /^(text|metadata|rules)$/ && !(($1 FS $2) in was) {
	print visible(sprintf(T("  %s %s: the run had none"), $1, $2))
}' "$rows" "$again/PROVENANCE.tsv" >"$tmp/more"
if [ -s "$tmp/more" ]; then
	n_other=$((n_other + $(wc -l <"$tmp/more")))
	out cat "$tmp/more"
fi

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
' "$again/PROVENANCE.tsv" "$rows" >"$tmp/options"
if [ -s "$tmp/options" ]; then
	while IFS= read -r set; do
		is_plain "${set%%=*}" "${set#*=}" ||
			die 1 '%s: option %s: what it holds is run only if study.mk says it: %s' "$table" "${set%%=*}" "${set#*=}"
		set -- "$@" "$set"
		out said '  option of the run, not of study.mk: %s' "$set"
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
	out said 'No reports are beside the table: it alone is compared.'
	cp "$tmp/old" "$tmp/new"
fi
sort "$tmp/old" "$tmp/new" | uniq -d >"$tmp/both"
told_each() { # FORMAT; names on stdin
	while IFS= read -r f; do
		said "$1" "$f"
	done
}
while IFS= read -r f; do
	cmp -s "$reports/$f" "$again/$f" || printf '%s\n' "$f"
done <"$tmp/both" >"$tmp/differ"
{
	told_each '  differs: %s' <"$tmp/differ"
	sort "$tmp/old" "$tmp/both" | uniq -u | told_each '  not made again: %s'
	sort "$tmp/new" "$tmp/both" | uniq -u | told_each '  was not there: %s'
} >"$tmp/unlike"
n_unlike=$(wc -l <"$tmp/unlike")
if [ "$n_unlike" -eq 0 ]; then
	out said 'Reproduced: %d files, byte for byte.' "$(wc -l <"$tmp/both")"
	[ "$n_other" -eq 0 ] || out said 'What is not as in the run changes nothing in them.'
	exit 0
fi
out said 'Not reproduced: %d of %d files.' "$n_unlike" "$(sort -u "$tmp/old" "$tmp/new" | wc -l)"
out head -n 20 "$tmp/unlike"
[ "$n_unlike" -le 20 ] || out said '  ... and %d more' $((n_unlike - 20))
# What that means for figures and statements, from the tables.
if grep -q '\.tsv$' "$tmp/differ"; then
	out echo
	out said 'The run -> made again now:'
	"$libexec/changes" -q -n 3 "$reports" "$again" >"$tmp/changes" 2>&1 || :
	out sed 1d "$tmp/changes"
fi
exit 1
