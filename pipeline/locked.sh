#!/bin/bash
# locked.sh WORK OUT GOAL BLAME MAKE ... - runs the make of a study's files, one run at a
# time: two would write the same files.  The lock goes with the processes that hold it;
# those of a run that was killed may need a moment.  What that make says by itself is kept
# apart; where it fails, BLAME, a command, tells which line of study.mk that is of, and one
# line where it stopped.
# Exit: 1 by what was read, 2 by the command line, 3 by the system.  With V=1 all is shown.
set -u -o pipefail
shopt -s lastpipe
export LC_ALL=C
# shellcheck source=pipeline/messages.sh
. pipeline/messages.sh
work=$1 out=$2 goal=$3 blame=$4
shift 4
case $goal in reports | check | sensitivity) ;; *) goal= ;; esac

# `tribune reports` keeps what the make above says in a file, TRIBUNE_SAID: what is told in it
# is shown now.
[ -z "${TRIBUNE_STDERR-}" ] || exec 2>&"$TRIBUNE_STDERR"
if [ -s "${TRIBUNE_SAID-}" ]; then
	while IFS= read -r line; do
		printf '%s\n' "$line" >&2
	done <"$TRIBUNE_SAID"
	: >"$TRIBUNE_SAID"
fi
unset TRIBUNE_STDERR TRIBUNE_SAID
# (Behind this its standard error is no terminal: TRIBUNE_TERMINAL is.)
unset TRIBUNE_TERMINAL
[ ! -t 2 ] || { exec 9>&2 && export TRIBUNE_TERMINAL=9; }
# Ctrl-C comes to all; another signal to this process alone.
signal=
trap 'signal=INT' INT
for s in HUP TERM; do
	# shellcheck disable=SC2064,SC2154 # of this turn; of the trap
	trap "signal=$s"'; read -ra kids <"/proc/$$/task/$$/children"; kill -'"$s"' "${kids[@]}"' "$s"
done
# Where the clock was set back a little since the last run, or this machine's is behind, what
# comes would be older than what was made then: it is waited for, or all is made again (past.h).
late=0
while [ -f "$work/.ended" ] && { : >"$work/.lock"; } 2>/dev/null && [ "$work/.ended" -nt "$work/.lock" ]; do
	late=$((late + 1))
	[ $late -le 50 ] || {
		touch -d '1 day' "$work/.ended"
		break
	}
	sleep 0.1
done
told=
lines=
stops=
# (A number that bash gives: 3 and 4 are those by which make hands out its jobs.)
exec {said}>&1
flock -F -w 1 -E 75 "$work/.lock" "$@" 2>&1 >&"$said" {said}>&- | while IFS= read -r line || [ -n "$line" ]; do
	if [[ $line =~ ^[^\ ]+\.mk:[0-9]+:\ \*\*\*\ (open|write|close|read):\ (.*)\.\ \ Stop\.$ ]]; then
		stops+=' (3).  '
		line="tribune: ${BASH_REMATCH[2]}"
	fi
	if [[ $line =~ $own_lines ]]; then
		stops+=$line$'\n'
		[ -n "${V-}" ] || continue
	else
		told=yes
	fi
	[[ $line != 'tribune: '* ]] || lines+=$'\n'$line
	printf '%s\n' "$line" >&2
done
rc=${PIPESTATUS[0]}
exec {said}>&-
# (What is later in reports/NAME is not of this run: touched.h.)
[ "$rc" -eq 75 ] || [ -f "$work/.ended" ] || [ ! -f "$work/.begun" ] || { : >"$work/.ended"; } 2>/dev/null
[ -z "$signal" ] || { trap - "$signal" && kill -"$signal" $$; }
[ "$rc" -ne 0 ] || exit 0
[ "$rc" -ne 75 ] || {
	tell '%s: another run is making it: wait, or give NAME=...' "$out"
	exit 3
}
blamed=$(eval "$blame" 2>&1)
[ -z "$blamed" ] || printf '%s\n' "$blamed" >&2

# How the innermost make was stopped, and at what.
what=
at='make'
while IFS= read -r line; do
	if [[ $line == *': write error: stdout' ]]; then
		what='write'
		break
	elif [[ $line =~ ^make.*\ \[(.*)\]\ (.*) && ${BASH_REMATCH[2]} != 'Deleting file '* ]]; then
		what=${BASH_REMATCH[2]}
		at=${BASH_REMATCH[1]##* }
		break
	fi
done <<<"$stops"
[ "$rc" -le 128 ] || what="Error $rc"
case $what in
Killed) what='signal KILL' ;; # (of what make runs without a shell)
Terminated) what='signal TERM' ;;
Interrupt) what='signal INT' ;;
Hangup) what='signal HUP' ;;
esac
case $what in 'Error 129' | 'Error 1'[3-9]? | 'Error 2'??) what="signal $(kill -l "${what#Error }")" ;; esac
say=${goal:-make}
if [ "$what" = write ]; then
	tell '%s: cannot be written' 'standard output'
elif [[ $at = check && $what = 'Error 1' ]] || { [ -n "$told" ] && [[ -z $goal || $at = check ]]; }; then
	: # what was asked for is no goal that goes on; what check finds is on standard output
elif [ -z "$what" ]; then
	tell '%s: nothing is made, or not all: mend what is told above' "$say"
elif [[ $what != Error* ]]; then
	tell '%s: stopped at %s (%s): the same command goes on from there' "$say" "$at" "$what"
elif [ -n "$told" ]; then
	tell '%s: stopped at %s (exit status %d): mend what is told above, and the same command goes on from there' \
		"$say" "$at" "${what#Error }"
else
	tell '%s: stopped at %s (exit status %d), and nothing was said: the same command with V=1 behind it shows what is run' \
		"$say" "$at" "${what#Error }"
fi
# By whose fault: the system's, the command line's, that of what was read.
[[ $stops != *' (3).  '* ]] || exit 3
case $rc:$what in [12]: | *:'Error '[12]) ;; *) [ -n "$blamed" ] || exit 3 ;; esac
[[ $lines$'\n'$blamed != *$'\n'"tribune: $(said 'on the command line'): "* ]] || exit 2
exit 1
