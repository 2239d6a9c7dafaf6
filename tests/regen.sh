#!/bin/sh
# regen.sh CASE.cmd ... - write .out, .err and .rc of golden cases from what
# happens now. Look at `git diff` before you commit them.
set -u
[ $# -gt 0 ] || {
	echo 'usage: sh tests/regen.sh tests/ROOM/PROGRAM/CASE.cmd ...' >&2
	exit 2
}
. tests/tap.sh

for cmd_file; do
	c=${cmd_file%.cmd}
	[ -f "$c.cmd" ] || {
		echo "regen.sh: $c.cmd: no such case" >&2
		exit 1
	}
	run_case "$c.cmd" "$T/out" "$T/err"
	cp "$T/out" "$c.out"
	rm -f "$c.err" "$c.rc"
	[ ! -s "$T/err" ] || cp "$T/err" "$c.err"
	[ "$rc" = 0 ] || echo "$rc" >"$c.rc"
	echo "$c: exit $rc"
done
