#!/bin/sh
# A study of a debate, whose turns all have its title: pages name who speaks, and ids;
# prints TAP.
set -u
. tests/tap.sh

study=$T/debat
mkdir "$study"
cat >"$study/a.txt" <<'TEXT'
Titre : Débat sur l'école
Date : 2025-01-02

Alix Berne : Nous voulons des écoles et des maîtres.
Noé Sarran : Il vote la loi et nous votons la loi.
Alix Berne : Vous vouliez des lois, et nous aussi.
TEXT
printf 'READ = read-text -u turn\nPARTS = speaker\nCLASSES = no\nSHEETS = no\n' >"$study/study.mk"
make_study reports STUDY="$study" W="$T/work" OUT="$T/out" </dev/null >"$T/log" 2>&1 ||
	fail 'the reports are made' "$(tail -n 20 "$T/log")"
is "$(sed -n '/^date  /,/^$/p' "$T/out/overview.txt")" "date        speaker     speech  words
──────────  ──────────  ──────  ─────
2025-01-02  Alix Berne  a-0001      7
2025-01-02  Noé Sarran  a-0002      9
2025-01-02  Alix Berne  a-0003      7" 'the overview has a column of speakers, and ids where all have one title'
is "$(grep -c '^Alix Berne  a-0001 \|^Noé Sarran  a-0002 ' "$T/out/style.txt")" 4 'the page of style has ids beside them'
printf 'Titre : Autre\nOrateur : Alix Berne\n\nLa loi est votée.\n' >"$study/a.txt"
make_study reports STUDY="$study" READ=read-text W="$T/work" OUT="$T/out" </dev/null >"$T/log" 2>&1
is "$(grep -c '^Autre ' "$T/out/style.txt")" 2 'titles that tell speeches apart stand alone'
plan
