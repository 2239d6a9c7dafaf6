#!/bin/sh
# Every program by its bare name in a pipe under the shells that people use: a
# name that a shell keeps for itself is a syntax error or another command
# there.  The documented examples under bash as well as sh; prints TAP.
set -u
. tests/tap.sh

# `: | NAME -h` for all programs, as one script.
for src in $(programs); do
	p=${src##*/}
	echo ": | ${p%.c} -h"
done >"$T/script"
n_programs=$(wc -l <"$T/script")

try() { # SHELL [ARGUMENT ...]
	name=$*
	if ! command -v "$1" >/dev/null; then
		skip "$name" "no $1 here (sh pipeline/deps.sh)"
		return
	fi
	"$@" "$T/script" >"$T/out" 2>"$T/err"
	is "$(grep -c '^usage: ' "$T/out"): $(head -n 3 "$T/err")" "$n_programs: " \
		"$name: every program by its name"
}

try dash
try bash
try bash --posix
try zsh
try ksh
try busybox sh
# The check can fail.
echo ': | select -h' >"$T/script"
if bash "$T/script" >/dev/null 2>&1; then
	fail 'a reserved word is seen'
else
	pass 'a reserved word is seen'
fi
plan
