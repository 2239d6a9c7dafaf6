#!/bin/sh
# What a study's files depend on: texts that go or come from elsewhere, values
# of variables, parts that are no longer wanted; two runs at once; many texts;
# names like options; what the provenance says; prints TAP.
set -u
. tests/tap.sh

study=$T/study
work=$T/work
out=$T/out

# make GOAL with variables, without what an outer make has set.
run() { # GOAL [VARIABLE=VALUE ...]
	rc=0
	env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -s B="$B" "$@" \
		STUDY="$study" W="$work" OUT="$out" </dev/null >"$T/log" 2>&1 ||
		rc=$?
	[ $rc -eq 0 ] || fail "make $*" "$(tail -n 20 "$T/log")"
}

ids() { cut -f 1 "$out/speeches.tsv" | sed 1d | tr '\n' ' '; }

text() { # NAME DATE SPEAKER TEXT
	printf 'Titre : %s\nDate : %s\nOrateur : %s\n\n%s\n' "$1" "$2" "$3" "$4" \
		>"$study/$1.txt"
}

mkdir "$study"
text un 2024-01-02 'Alix Berne' 'Nous voulons la paix et la loi.'
text deux 2025-02-03 'Noé Sarran' 'Nous votons la loi des finances.'
text trois 2025-03-04 'Noé Sarran' 'La loi protège les communes.'
cat >"$study/study.mk" <<'END'
REPS   = 100
CLASSES_OPTIONS = -B 0
END
run reports
is "$(ids)" 'deux trois un ' 'a first run'

rm "$study/trois.txt"
run reports PARTS=speaker CLASSES=no
is "$(ids)" 'deux un ' 'a deleted text is gone from the reports'
is "$(find "$work" "$out" -name 'trois*')" '' 'nothing made of it is left'
is "$(find "$work" "$out" -name '*year*' ! -path '*/commands/*')" '' \
	'a part that is no longer wanted is gone'
is "$(find "$out" -name 'classes*')" '' 'classes that are no longer wanted are gone'

# An older file in the place of another, a variable, a language.
text un 2024-01-02 'Alix Berne' 'Nous voulons le travail.'
touch -d 2001-01-01 "$study/un.txt"
stamp=$T/stamp
: >"$stamp"
sleep 0.1
run reports PARTS=speaker CLASSES=no COUNT=stem PIVOTS='travail'
is "$(grep -c 'travail' "$out/words-speaker.tsv")" 1 'an older file is read again'
is "$(find "$work/texts" -newer "$stamp" -name 'deux*')" '' 'the others are not'
is "$(grep -c 'voulon	' "$out/words-speaker.tsv")" 1 'COUNT=stem after a run'
is "$(grep -cx 'travail' "$out/cooccurrents.txt")" 1 'PIVOTS after a run'
: >"$stamp"
sleep 0.1
run reports PARTS=speaker CLASSES=no COUNT=stem PIVOTS='travail' SHEETS=no \
	REPORT_LANG=fr TITLE='Une étude'
is "$(head -n 1 "$out/trends.txt" | grep -c 'Une étude')" 1 'TITLE after a run'
is "$(find "$work" -newer "$stamp" -name '*.tsv')" '' 'a language makes no table again'
is "$(find "$out/sheets" 2>/dev/null)" '' 'sheets that are no longer wanted are gone'
: >"$stamp"
sleep 0.1
run reports PARTS=speaker CLASSES=no COUNT=stem PIVOTS='travail' SHEETS=no \
	REPORT_LANG=fr TITLE='Une étude'
is "$(find "$work" "$out" -newer "$stamp" -type f)" '' \
	'nothing changed: nothing is written'

# What is published was made by a program that the provenance names.
tab=$(printf '\t')
lost=
for f in reports/sample/*.tsv; do
	name=${f##*/}
	case $name in PROVENANCE.tsv) continue ;; esac
	p=$(sed -n "s/^command$tab$name$tab\\([^ ]*\\).*/\\1/p" \
		reports/sample/PROVENANCE.tsv)
	grep -q "^program$tab$p$tab" reports/sample/PROVENANCE.tsv || lost="$lost $name:$p"
done
is "$lost" '' 'the program of every published table is in the provenance'

# Two runs at once: one waits or is refused, neither leaves half of it.
rm -rf "$work" "$out"
mkdir -p "$work"
flock "$work/.lock" sleep 3 &
env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -s B="$B" reports STUDY="$study" \
	W="$work" OUT="$out" >"$T/log" 2>&1 && fail 'a second run fails'
is "$(grep -c 'another run is making it' "$T/log")" 1 'a second run is refused'
wait
is "$(find "$out" -type f 2>/dev/null)" '' 'and writes nothing'

# Names like options, odd values, more texts than a command line holds.
mv "$study/un.txt" "$study/-q.txt"
printf 'REPS = 100\nSEGMENTS = -m 2 -D \x27\t\\\x27\nREAD = read-text\n' >"$study/study.mk"
run check
is "$(grep -c -- '-q.txt' "$work/transcript.vrt")" 1 'a text called -q.txt is read'
rm -f "$study"/*
long=$(printf '%0200d' 0)
k=0
while [ $k -lt 700 ]; do
	k=$((k + 1))
	echo "Loi $k." >"$study/$long-$k.txt"
done
run "$out/PROVENANCE.tsv" LOCKED=yes
is "$(grep -c '^text' "$out/PROVENANCE.tsv")" 700 \
	'names of texts that are more than a command line holds'
plan
