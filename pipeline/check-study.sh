#!/bin/sh
# check-study.sh - is this folder a study that make can work on?
# usage: check-study.sh FOLDER NAME STAMP N_TEXTS [MISSING_TEXT ...]
set -u
. pipeline/messages.sh
say() { # FORMAT ARGUMENT ...
	tell "$@"
	exit 1
}
texts() { # FORMAT ARGUMENT ...; of TEXTS
	sh pipeline/mistakes.sh value "$folder" "$folder/study.mk" "${GIVEN:-}" TEXTS "$@"
	exit 1
}
folder=$1
case $folder in
*[[:space:]\'%:\#\$\~\;]*) say "%s: make cannot handle this path: no blank, ' or %% : # \$ ~ ; in the study's folder ('tribune reports FOLDER' takes any)" "$folder" ;;
esac
[ -d "$folder" ] && { [ ! -r "$folder" ] || [ ! -x "$folder" ]; } && say '%s: cannot be read' "$folder"
[ -d "$folder" ] || say '%s: no such folder; STUDY names a folder with texts and a study.mk' "$folder"
here=$(cd "$folder" && pwd -P) || exit 1
if [ "$4" -eq 0 ]; then
	sh pipeline/passed-over.sh "$folder" "${3%/*}"
	[ -f "$folder/study.mk" ] || say '%s: no study.mk and no *.txt in it: tribune new writes one for other texts' "$folder"
	# shellcheck disable=SC2016 # for make
	texts 'TEXTS names no file (TEXTS = $(call texts,*.txt) names all that fit)'
fi
case ${5-} in /*) texts "TEXTS names %s: texts are called as in the study's folder" "$5" ;; esac
[ $# -eq 4 ] || texts "TEXTS names '%s', which is not there (names with blanks: TEXTS = \$(call texts,*.txt))" "$5"
if [ -f "$3" ] && [ "$(cat "$3")" != "$here" ]; then
	say '%s: reports/%s belongs to the study %s; give another name with NAME=...' "$folder" "$2" "$(cat "$3")"
fi
[ -f "$3" ] || { { [ -d "${3%/*}" ] || mkdir -p "${3%/*}"; } && printf '%s\n' "$here" > "$3"; }
