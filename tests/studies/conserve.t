#!/bin/sh
# Nothing is lost on the way from a source to the tokens: every piece of text of
# a source is in its transcript (tests/conserve.pl), and all characters but
# blanks that go into tokenise come out in the column word, in order.
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

# Does READER ARGUMENT ... SOURCE ... keep all text of the sources?  KIND: see
# tests/conserve.pl; ARGUMENTS is one word, cut at blanks.
kept() { # KIND READER ARGUMENTS SOURCE ...
	kind=$1
	reader=$2
	arguments=$3
	shift 3
	for f; do
		if [ ! -f "$f" ]; then
			skip "$reader $arguments: all text of ${1##*/}" 'not there'
			return
		fi
	done
	# shellcheck disable=SC2086
	"$reader" -q $arguments "$@" >"$T/transcript" 2>"$T/err" &&
		perl tests/conserve.pl "$kind" "$T/transcript" "$@" >"$T/lost" &&
		sed '$d' "$T/lost" >"$T/pieces"
	name="$reader $arguments: all text of ${1##*/}"
	[ $# -eq 1 ] || name="$name and $(($# - 1)) more"
	if [ -s "$T/lost" ] && [ ! -s "$T/pieces" ]; then
		pass "$name ($(sed -n 's/^all\t[0-9]*\t//p' "$T/lost") words)"
	else
		fail "$name" "$(cat "$T/err"; head -n 20 "$T/pieces")"
	fi
}

# The test itself: a transcript that lost a line, and one that lost a word that
# stands elsewhere too.
printf 'Un mot.\nUn autre.\n' >"$T/source"
printf '<speech id="a">\n<p line="1">\nUn mot.\n</p>\n</speech>\n' >"$T/short"
is "$(perl tests/conserve.pl text "$T/short" "$T/source" | cut -f 1,2)" \
	"$(printf 'piece\tUn autre.\nword\tautre\nword\tun\nall\t2')" \
	'what is lost is found'

kept text read-text '-u turn' tests/read/read-text/debat.txt
kept text read-text '-S -u speaker' tests/read/read-text/seance.txt \
	tests/read/read-text/roles.in
kept stars read-iramuteq '' tests/read/read-iramuteq/theme.in
kept stars read-iramuteq '' tests/read/read-iramuteq/stars.in
kept stars read-iramuteq '' tests/read/read-iramuteq/number.in
kept table read-table '' tests/read/read-table/group.in
kept table read-table '' tests/read/read-table/names-odd.in
kept xml read-tei '' tests/read/read-tei/sitting.xml
kept xml read-tei '-u speaker' tests/read/read-tei/play.xml
kept xml read-tei '-u speaker' tests/read/read-tei/debate.xml
kept xml read-tei '-u file' tests/read/read-tei/sitting.xml
kept conllu read-conllu '' tests/faults/tiny.conllu

corpora=${CORPORA:-../shared/corpora}
kept text read-dump '' "$corpora"/pas-de-calais/*.txt
kept text read-text '-S -u speaker' "$corpora"/assemblee-2013/txt/*.txt
kept xml read-tei '-u speaker' "$corpora"/assemblee-2013/xml/*.xml
kept xml read-tei '' "$corpora"/parlamint/*.xml
kept conllu read-conllu '' "$corpora"/parlamint/*.conllu
kept text read-text '' "$corpora"/politique-generale/*.txt
kept text read-text '-u speaker' "$corpora"/debats-fredsum/*.txt
kept stars read-iramuteq '' "$corpora"/grand-debat/corpus/corpus_complet.txt
kept table read-table '-D ;' "$corpora"/grand-debat/*.csv
kept text read-text '' "$corpora"/investitures/*.txt
kept text read-text '' "$corpora"/domaine-public/*.txt

for f in corpus/sample/*.txt; do
	read-dump -q "$f" >"$T/transcript"
	same "$f" "$T/transcript"
done
for f in corpus/sample/discours/*.txt; do
	read-text -q "$f" >"$T/transcript"
	same "$f" "$T/transcript"
done
plan
