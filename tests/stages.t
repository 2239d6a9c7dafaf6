#!/bin/sh
# Golden cases: tests/ROOM/PROGRAM/CASE.cmd with .in, .out, .err, .rc; TAP.
# Given folders, only the cases in them: sh tests/stages.t tests/count/ngrams
set -u
. tests/tap.sh

check_case() { # CASE (path without .cmd)
	want_rc=0
	[ ! -f "$1.rc" ] || read -r want_rc <"$1.rc"
	out=$1.out
	err=$1.err
	[ -f "$out" ] || out=/dev/null
	[ -f "$err" ] || err=/dev/null
	run_case "$1.cmd" "$T/out" "$T/err"
	if [ "$rc" = "$want_rc" ] && cmp -s "$T/out" "$out" &&
		cmp -s "$T/err" "$err"; then
		pass "$1"
	else
		fail "$1" "exit $rc, want $want_rc
$(diff -u "$out" "$T/out" | head -n 30)
$(diff -u "$err" "$T/err" | head -n 30)"
	fi
}

# A file of a case that has no .cmd is never run.
check_orphans() { # FOLDER
	orphans=
	for f in "$1"/*.out "$1"/*.err "$1"/*.rc; do
		[ -f "$f" ] && [ ! -f "${f%.*}.cmd" ] && orphans="$orphans $f"
	done
	[ -z "$orphans" ] || fail "$1: every file has its .cmd" "$orphans"
}

[ $# -gt 0 ] || set -- tests/*/*
for dir; do
	dir=${dir%/}
	[ -d "$dir" ] || continue
	cases=0
	for f in "$dir"/*.cmd; do
		[ -f "$f" ] || continue
		cases=$((cases + 1))
		check_case "${f%.cmd}"
	done
	check_orphans "$dir"
	[ $cases -eq 0 ] || [ -f "stages/${dir#tests/}/${dir##*/}.c" ] ||
		[ "$dir" = tests/show/tribune ] ||
		fail "$dir: there is a program stages/${dir#tests/}"
done
[ $n -gt 0 ] || skip_all 'no cases yet'
plan
