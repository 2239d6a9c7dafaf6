#!/bin/sh
# Nothing is lost between a text and its tokens: all characters but blanks that
# go into tokenise come out in the column word, in order.
set -u
. tests/tap.sh

# A transcript or a token stream as its characters, blanks of all kinds out.
chars() {
	grep -v '^<[a-z!/]' "$1" | tr -d ' \t\r\n' |
		sed 's/\xc2\xa0//g; s/\xe2\x80\xaf//g'
}

same() { # NAME TRANSCRIPT
	tokenise -o word "$2" >"$T/tokens" && chars "$2" >"$T/in" &&
		chars "$T/tokens" >"$T/out"
	if [ -s "$T/in" ] && cmp -s "$T/in" "$T/out"; then
		pass "$1"
	else
		fail "$1" "$(cmp "$T/in" "$T/out" 2>&1)"
	fi
}

for f in corpus/sample/*.txt; do
	read-dump -q "$f" >"$T/transcript"
	same "$f" "$T/transcript"
done
for f in corpus/sample/discours/*.txt; do
	read-text -q "$f" >"$T/transcript"
	same "$f" "$T/transcript"
done
plan
