#!/bin/sh
# Every program against every fault that a filter can meet (tests/faults.pl);
# prints TAP. Given names (or in PROGRAMS), only these: sh tests/faults.t ngrams
set -u
. tests/tap.sh

LOCALES=
if make_locales de_DE fr_FR; then
	LOCALES=$T/locale
fi
wanted=" ${PROGRAMS:-$*} "
set --
for src in $(programs); do
	p=${src##*/}
	p=${p%.c}
	case $p:$wanted in
	tribune:*) ;;
	*:'  ' | *" $p "*) set -- "$@" "$p" ;;
	esac
done
export T LOCALES
# shellcheck disable=SC3045 # what POSIX lacks, dash, bash and busybox have
ulimit -t 60
perl tests/faults.pl "$@"
