#!/bin/sh
# make check on studies of its own: what it prints, where it fails, and that
# it writes nothing to reports/; prints TAP.
set -u
. tests/tap.sh

# make check of the study NAME in $T, without what an outer make has set.
check() { # NAME
	rc=0
	make_study check \
		STUDY="$T/$1" NAME="check-test-$$-$1" >"$T/out" 2>"$T/err" || rc=$?
	rm -rf "${B:?}/study/check-test-$$-$1"
}

says() { # TEXT NAME
	if grep -qF -e "$1" "$T/out"; then
		pass "$2"
	else
		fail "$2" "$(cat "$T/out" "$T/err")"
	fi
}

mkdir "$T/good" "$T/twice"
printf 'Titre : Un\nDate : 3 octobre 2025\n\nLa loi est votée.\n' \
	>"$T/good/un.txt"
printf 'id\tspeaker\nun\tJeanne Vaillant\n' >"$T/good/meta.tsv"
printf 'META = meta.tsv\nCHECK = -n 5 -r speaker\n' >"$T/good/study.mk"
check good
is $rc 0 'warnings only: exit 0'
says '1 speech: 0 errors, 1 warning' 'the report is on stdout'
says 'un.txt:4 (un)' 'file and line are those of the text'

for name in un deux; do
	printf 'Id : meme\n\nNous voulons la paix de %s.\n' $name \
		>"$T/twice/$name.txt"
done
printf 'id\tspeaker\nmeme\tJeanne Vaillant\n' >"$T/twice/meta.tsv"
printf 'META = meta.tsv\n' >"$T/twice/study.mk"
check twice
[ $rc -ne 0 ] && rc=failed
is $rc failed 'an error: make fails'
says 'the id is that of another speech (deux.txt:3)' 'an id twice: the first place'
says 'un.txt:3 (meme)' 'an id twice: the second place'

# Read already, the texts give no note any more.
again() {
	make_study check STUDY="$T/twice" W="$T/w" >"$T/out" 2>"$T/err"
}
again
again && rc=0 || rc=failed
is "$rc $(grep -c '^tribune' "$T/err")" 'failed 0' 'a second time: nobody says that nothing was said'

found=
for f in reports/check-test-*; do
	[ ! -e "$f" ] || found="$found $f"
done
is "$found" '' 'nothing is written to reports/'
plan
