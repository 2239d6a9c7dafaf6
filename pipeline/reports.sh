#!/bin/sh
# reports.sh PIPELINE LIBEXEC [-j jobs] FOLDER [VARIABLE=value ...] - what `tribune
# reports` does: makes the reports of the texts of a folder, reports/NAME in the
# folder where the user stands; the work goes to build/study/NAME there.
# (front.sh tells of PIPELINE and LIBEXEC.)  Where TRIBUNE_GOAL names a goal or a file, that is made instead
# (sensitivity.sh, reproduce.sh).
#
# make runs in build/.tribune, where the chain, the study and these two folders are
# links whose names it can hold.
goal=${TRIBUNE_GOAL:-reports}
say=reports
[ "$goal" != sensitivity ] || say=$goal
usage="tribune $say [-j jobs] folder [NAME=name] [VARIABLE=value ...]"
# shellcheck source=pipeline/front.sh
. "$1/front.sh"
for set; do
	case $set in REPORT_LANG=*) REPORT_LANG=${set#*=} ;; esac
done
speak "${REPORT_LANG-}"
take_options "$say" "$usage" j: "$@"
shift $((OPTIND - 1))
: "${jobs:=$(nproc 2>/dev/null || echo 1)}"
[ $# -gt 0 ] || die 2 '%s: a folder is needed (usage: %s)' "$say" "$usage"
folder=$1
shift
need_folder "$folder"
{ [ -r "$folder" ] && [ -x "$folder" ]; } || die 3 '%s: cannot be read' "$folder"
command -v make >/dev/null || die 3 '%s is not here: package %s' make make
folder=$(path_of "$folder")
speak_as "$folder"

name=$(printf %s "${folder##*/}" | LC_ALL=C tr -c 'A-Za-z0-9._\200-\377-' _ |
	sed 's/^[.-]/_/')
n=$#
while [ "$n" -gt 0 ]; do
	set=$1
	variable=${set%%=*}
	case ${variable%[:+?]} in
	STUDY | B | W | OUT | TRIBUNE_LIBEXEC | LOCKED | CHOOSING | COUNTING)
		die 2 '%s: %s is not to be set here: the folder comes first, NAME=... names the reports' "$say" "$variable"
		;;
	*[[:space:]]*) die 2 "%s: '%s': no blank before =, nor in a variable's name" "$say" "$variable" ;;
	*[!A-Za-z0-9._,@+-]*)
		[ "$(printf %s "${variable%[:+?]}" | LC_ALL=C tr -d 'A-Za-z0-9._,@+\200-\377-')" = '' ] ||
			die 2 "%s: '%s': a sign that no variable's name has" "$say" "$variable"
		;;
	esac
	case $set in
	NAME=*) name=${set#NAME=} ;;
	[A-Z]*=*) ;;
	*) die 2 "%s: '%s' is not VARIABLE=value (usage: %s)" "$say" "$set" "$usage" ;;
	esac
	# a value is what it is: make is to run or replace nothing in it
	value=$(printf %s. "${set#*=}" | sed 's/[$]/$$/g')
	shift
	set -- "$@" "${variable%[:+?]}=${value%.}"
	n=$((n - 1))
done

case $name in
'' | [.-]* | *[!A-Za-z0-9._-]*)
	[ "$(printf %s "$name" | LC_ALL=C tr -d 'A-Za-z0-9._\200-\377-')" = '' ] || name=
	case $name in '' | [.-]*) die 2 '%s: NAME: letters, digits, . _ and -, a letter or digit first' "$say" ;; esac
	;;
esac

link() { # TARGET NAME; another run may do the same
	[ "$(readlink "$2")" = "$1" ] || ln -sfn "$1" "$2" 2>/dev/null || die 3 '%s: cannot be written' "$PWD/$2"
}
house=build/.tribune
for made in "$house/studies" reports; do
	mkdir -p "$made" 2>/dev/null || die 3 '%s: cannot be written' "$PWD/$made"
done
link "$pipeline" "$house/pipeline"
link "$libexec" "$house/programs"
link .. "$house/build"
link ../../reports "$house/reports"
link "$folder" "$house/studies/$name"
# (what make would take from the environment as given)
tab=$(printf '\t')
export TRIBUNE_CALLED="studies/$name$tab$folder"
unset TRIBUNE_GOAL MAKEFLAGS MAKELEVEL B W OUT STUDY NAME
cd "$house"
if [ -f pipeline/Makefile ]; then
	link pipeline/Makefile Makefile
else
	link pipeline/../Makefile Makefile
fi

# What make says by itself is kept apart, in TRIBUNE_SAID; of the files of a study locked.sh
# tells, on TRIBUNE_STDERR, in one line where it stopped, else one line says so here.
own=.said.$$
(: >"$own") 2>/dev/null || die 3 '%s: cannot be written' "${PWD%/.tribune}"
trap 'rm -f "$own"' EXIT
exec 7>&2
export TRIBUNE_SAID="$own" TRIBUNE_STDERR=7
LC_ALL=C
export LC_ALL
env --default-signal=INT,QUIT make --no-print-directory -s -j "$jobs" "$goal" STUDY="studies/$name" \
	NAME="$name" TRIBUNE_LIBEXEC=programs "$@" 2>>"$own" &
make=$!
trap : INT
trap 'kill -TERM "$make"' TERM HUP
while :; do
	rc=0
	wait "$make" 2>/dev/null || rc=$?
	kill -0 "$make" 2>/dev/null || break
done
[ ! -s "$own" ] || grep -vE "$own_lines" "$own" >&2 || :
[ "$rc" -ne 0 ] && [ "$rc" -lt 128 ] || exit "$rc"

# (a full disk took its last words, which locked.sh has told)
[ -s "$own" ] || exit 3
rc=$(sed -n 's/^make: \*\*\* \[.*[ :]locked\] Error \([0-9]*\)$/\1/p' "$own")
[ -z "$rc" ] || exit "$rc"
! grep -q ': write error: stdout' "$own" || die 3 '%s: cannot be written' 'standard output'
tell '%s: nothing is made, or not all: mend what is told above' "$say"
! grep -q "^tribune: $(said 'on the command line'): " "$own" || exit 2
exit 1
