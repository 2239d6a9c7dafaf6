#!/bin/sh
# check-study.sh - is this folder a study that make can work on?
# usage: check-study.sh FOLDER NAME STAMP N_TEXTS [MISSING_TEXT ...]
set -u
say() { echo "tribune: $1: $2" >&2; exit 1; }
case $1 in
*[[:space:]\'%:\#\$\~\;]*) say "$1" "make cannot handle this path: no blank, ' or % : # \$ ~ ; in the study's folder ('tribune reports FOLDER' takes any)" ;;
esac
[ -d "$1" ] || say "$1" "no such folder; STUDY names a folder with texts and a study.mk"
here=$(cd "$1" && pwd -P) || exit 1
if [ "$4" -eq 0 ]; then
	sh pipeline/passed-over.sh "$1" "${3%/*}"
	[ -f "$1/study.mk" ] || say "$1" "no study.mk and no *.txt in it"
	say "$1/study.mk" "TEXTS names no file"
fi
[ $# -eq 4 ] || say "$1" "TEXTS names '$5', which is not there (names with blanks: TEXTS = \$(call texts,*.txt))"
if [ -f "$3" ] && [ "$(cat "$3")" != "$here" ]; then
	say "$1" "reports/$2 belongs to the study $(cat "$3"); give another name with NAME=..."
fi
[ -f "$3" ] || { { [ -d "${3%/*}" ] || mkdir -p "${3%/*}"; } && printf '%s\n' "$here" > "$3"; }
