#!/bin/sh
# coverage.sh [TEST ...] - which lines of stages/ the tests reach, by gcov: by room
# and program on standard output, the lines that none reaches in
# build/cov/unreached.txt.  Without names: golden cases, unit tests, faults and
# the cheap ones beside.  README.md beside tells what is not reached, and why.
set -u
export LC_ALL=C
here=tests/coverage
B=${COVERAGE:-build/cov}
[ -f tests/tap.sh ] || {
	echo 'coverage.sh: run it from the top folder' >&2
	exit 2
}
[ $# -gt 0 ] || set -- stages units faults examples readers tokens classes letters

# shellcheck disable=SC2016 # for make
units=$(make -s --no-print-directory B="$B" --eval \
	'x: ; $(info $(UNITS)) @:' x) || exit
# shellcheck disable=SC2086 # words
make -s -j2 B="$B" CFLAGS='-O0 -g --coverage' LDFLAGS=--coverage all $units \
	>"${TMPDIR:-/tmp}/coverage.$$" 2>&1 || {
	cat "${TMPDIR:-/tmp}/coverage.$$" >&2
	exit 3
}
rm -f "${TMPDIR:-/tmp}/coverage.$$"
[ -n "${COVERAGE_ADD:-}" ] || find "$B" -name '*.gcda' -exec rm -f {} +
export B
for t; do
	case $t in none) continue ;; esac
	prove -Q "tests/$t.t" >&2 || echo "coverage.sh: tests/$t.t has failed" >&2
done

# One gcov for all objects; of a header the most that one of them reached.
find "$B/obj" -name '*.gcno' | sort >"$B/notes"
xargs gcov -t <"$B/notes" 2>"$B/gcov.log" |
	perl "$here/coverage.pl" "$B/unreached.txt"
