#!/bin/sh
# san.sh - what `make check-san` runs: the programs' tests under sanitizers, of all
# programs or of those that changed since a commit (tests/since.pl), and these by their
# own cases and by the tests that name them; the others that a case runs are the usual,
# by a link beside these.
set -u
base=$1    # a commit, or empty: all
programs=$2
units=$3
shift 3    # tests
san=build/san
every=$programs
each=$units
mkdir -p $san/bin
find $san -type l -delete # of an earlier run

if [ -n "$base" ]; then
	since=$(perl tests/since.pl "$base" build "$@") || exit 3
	case $since in
	all*) echo "san.sh: everything: ${since#all }" ;;
	*)
		of() { echo "$since" | sed -n "s/^$1 //p" | tr '\n' ' '; }
		programs=$(of program)
		units=$(of unit)
		# shellcheck disable=SC2046 # several
		set -- $(of test)
		[ -z "$programs" ] || set -- tests/stages.t tests/faults.t "$@"
		[ -z "$units" ] || set -- "$@" tests/units.t
		[ $# -gt 0 ] || {
			echo "san.sh: nothing changed since $base"
			exit 0
		}
		echo "san.sh: since $base: $programs"
		export PROGRAMS="$programs" UNITS="$units"
		;;
	esac
fi

# A program's start is most of what a case takes, and this is what makes it cheaper:
# tests/roots.c, and other people's libraries linked whole, as the sanitizers do not let
# the C library.  -Og takes half the time of -O1 to compile; the warnings are another
# build's.  Where what dies would be known never to return, a block would be lost there
# whose variable is not wanted any more: -Dnoreturn=.
cc -D_GNU_SOURCE -Og -g -c -o $san/roots.o tests/roots.c || exit
targets=
for p in $programs; do
	targets="$targets $san/bin/$p"
done
for u in $units; do
	targets="$targets $san/tests/$u"
done
# shellcheck disable=SC2086 # several
env -u MAKEFLAGS -u MAKELEVEL make -j"$(nproc)" B=$san WARN=-w RECODE="$programs" CFLAGS='-Og -g -Dnoreturn= -fsanitize=address,undefined \
	-fno-sanitize-recover=all -fno-omit-frame-pointer' \
	LDFLAGS="-static-libasan -static-libubsan $san/roots.o" $targets $san/fail.so || exit

# Of what is the usual here, in the place of what is older.
usual() { # FOLDER WANTED NAME ...
	folder=$1
	wanted=$2
	shift 2
	for f; do
		case " $wanted " in *" $f "*) continue ;; esac
		mkdir -p "$san/$folder/$(dirname "$f")"
		ln -sf "$PWD/build/$folder/$f" "$san/$folder/$f" || exit
	done
}
# shellcheck disable=SC2086 # several
usual bin "$programs" $every
# shellcheck disable=SC2086 # several
usual tests "$units" $each

B=$san prove -j2 "$@"
