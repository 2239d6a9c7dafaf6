#!/bin/sh
# Studies of one speech, of one part, of a few words, of names with commas: pages
# say what can be said, and no more; prints TAP.
set -u
. tests/tap.sh

make_pages() { # STUDY: its pages, in $out
	out=$T/$1-out
	make_study reports STUDY="$T/$1" W="$T/$1-work" OUT="$out" </dev/null >"$T/log" 2>&1 ||
		fail "$1: the reports are made" "$(tail -n 20 "$T/log")"
}
# The lines of a page between a heading and the foot or the next heading.
below() { # PAGE HEADING
	awk -v head="$2" '/^---/ && last == head { on = 1; next }
		/^---/ || /^Tribune / { on = 0 } on { text = text last "\n" } { last = $0 }
		END { printf "%s", text }' "$out/$1" | sed '/^$/d'
}
text() { # STUDY NAME DATE SPEAKER TEXT
	printf 'Titre : %s\nDate : %s\nOrateur : %s\n\n%s\n' "$2" "$3" "$4" "$5" >"$T/$1/$2.txt"
}

# ---- one speech ----

mkdir "$T/one"
text one un 2024-01-02 'Alix Berne' 'Nous voulons la paix. Les écoles ferment, les écoles attendent.'
printf 'PARTS = speaker year\nPIVOTS = paix\nCLASSES = yes\nSHEETS = yes\n' >"$T/one/study.mk"
make_pages one
is "$(sed -n 4p "$out/specificities-speaker.txt")" 'There is one part only: nothing to compare.' \
	'of one part nothing is explained'
is "$(below themes.txt 'By year' | tail -n 1)" 'There is one part only: nothing to compare.' \
	'nor are its themes told twice'
is "$(grep -c 'nothing to compare it with' "$out/sheets/un.txt")" 1 'a sheet of the only speech says so'
is "$(grep -c 'median\|Specific' "$out/sheets/un.txt")" 0 'and has no ranks'
is "$(below ngrams.txt 'n = 4' | tail -n 1)" 'Nothing to show.' 'runs that there are not are told'

# What COMPARE leaves out is told of one part, too.
mkdir "$T/left"
text left un 2024-01-02 'Alix Berne' 'Nous voulons la paix.'
text left deux 2024-01-03 'Noé Sarran' 'Nous voulons la loi.'
printf "PARTS = speaker\nCOMPARE = -a speaker!~Berne\nCLASSES = no\nSHEETS = no\n" >"$T/left/study.mk"
make_pages left
is "$(sed -n '4,/^There is/p' "$out/specificities-speaker.txt" | tr '\n' ' ')" \
	'Compared: 1 of the speeches, 4 words, those with speaker!~Berne; the study leaves the others out of comparisons.  There is one part only: nothing to compare. ' \
	'and that the study leaves others out'

# ---- few words, several speeches of a part ----

mkdir "$T/few"
text few un 2021-01-02 'Alix Berne' 'Le vent se lève et la mer est belle ce soir.'
text few deux 2022-01-02 'Noé Sarran' 'Le vent souffle depuis deux jours, la mer monte.'
text few trois 2023-01-02 'Alix Berne' 'Bonsoir à tous. Le vent est tombé ce soir.'
text few quatre 2024-01-02 'Noé Sarran' 'Personne ne marche, le vent est fort.'
printf 'PARTS = speaker\nPIVOTS = vent\nAGAINST = speaker~Berne\nCLASSES = no\nSHEETS = no\n' >"$T/few/study.mk"
make_pages few
is "$(below themes.txt 'By speaker' | grep -c 'Too few occurrences\|Each part is one')" 1 \
	'that themes are too rare for a test is told'
is "$(grep -c 'Too few occurrences' "$out/themes.txt")" 1 'and not that parts are one speech'
is "$(grep -c 'Too few occurrences' "$out/trends.txt")" 2 'no heading of trends without a word'
is "$(grep -c 'of 0 tests' "$out/versus.txt")" 0 'nothing is said of 0 tests'
plan
