#!/bin/sh
# What make refuses, and what it tells, before it works on a study: names that
# would run or leave their place, values that cannot be meant, variables and
# files that nothing reads, attributes that no speech has; prints TAP.
set -u
. tests/tap.sh

# make GOAL ...; W and OUT are in T.
run() { # ARGUMENT ...
	rc=0
	make_study "$@" </dev/null >"$T/log" 2>&1 || rc=$?
}

refused() { # TEXT NAME
	if [ $rc -ne 0 ] && grep -qF -e "$1" "$T/log"; then
		pass "$2"
	else
		fail "$2" "exit $rc
$(tail -n 20 "$T/log")"
	fi
}

says() { # TEXT NAME
	if grep -qF -e "$1" "$T/log"; then
		pass "$2"
	else
		fail "$2" "exit $rc
$(tail -n 20 "$T/log")"
	fi
}

silent() { # TEXT NAME
	if grep -qF -e "$1" "$T/log"; then
		fail "$2" "$(tail -n 20 "$T/log")"
	else
		pass "$2"
	fi
}

# ---- STUDY and NAME ----

mkdir "$T/s"
printf 'Orateur : Alix Berne\nDate : 2024-01-02\n\nNous voulons la paix.\n' >"$T/s/un.txt"
mark=$T/mark
ran=
let_pass=
for odd in "x';touch $mark;'" "\$(shell touch $mark)" "\$\$(touch $mark)" "\`touch $mark\`" \
	"x;touch $mark" "x touch" "x
touch $mark" "x|touch $mark" "x&touch $mark" "x>$mark" "x\"y" 'a#b' 'a%b' '~root' 'a*' \
	'a?' 'a[b]' 'a{b}' 'a\b' 'a:b' '(a)' 'a!b' '-q x'; do
	for v in STUDY NAME; do
		if [ $v = STUDY ]; then run reports STUDY="$odd"; else run reports STUDY="$T/s" NAME="$odd"; fi
		[ $rc -ne 0 ] && grep -q "tribune: $v" "$T/log" || let_pass="$let_pass [$v=$odd]"
		[ ! -e "$mark" ] || ran="$ran [$v=$odd]"
		rm -f "$mark"
	done
	rc=0
	STUDY="$odd" make_study all >"$T/log" 2>&1 || rc=$?
	[ $rc -ne 0 ] || let_pass="$let_pass [STUDY=$odd make]"
	[ ! -e "$mark" ] || ran="$ran [STUDY=$odd make]"
	rm -f "$mark"
done
is "$ran" '' 'nothing of STUDY or NAME runs'
is "$let_pass" '' 'odd signs in STUDY and NAME are refused'
let_pass=
for name in '' . .. .x ../x a/b /x -q; do
	run reports STUDY="$T/s" NAME="$name"
	[ $rc -ne 0 ] && grep -q "tribune: NAME" "$T/log" || let_pass="$let_pass [$name]"
done
is "$let_pass" '' 'names that leave reports/ are refused'
for study in '' / //; do
	run reports STUDY="$study"
	refused 'tribune: ' "STUDY=$study is refused"
done
found=
for f in "reports/x" "reports/a" "$B/study/x" "$B/study/a" reports/..x; do
	[ ! -e "$f" ] || found="$found $f"
done
is "$found" '' 'nothing is made for what is refused'

# ---- variables ----

set_to() { # LINE ...; study.mk
	printf '%s\n' "$@" >"$T/s/study.mk"
	run reports STUDY="$T/s" W="$T/w" OUT="$T/o"
}

for line in 'PARTS = ../x' "PARTS = a'b" 'PARTS = a;b' 'PARTS = -q' 'PARTS = a=b' 'PARTS = a,b' \
	'PARTS = *' 'PARTS = year year' 'PARTS = all' 'PARTS = class' 'PARTS = words' 'PARTS = id line' 'COUNT = form stem' 'COUNT = ;x' 'COUNT =' \
	'SHEETS = oui' 'WORKBOOK = xlsx' 'CLASSES = No' 'PERIOD = week' 'PERIOD = month day' 'SHARD = -1' 'LEAST_WORDS = few' 'REPORT_LANG = de' \
	'REPORT_LANG = %' 'REPORT_LANG = ../reports/common' 'LEMMATISE = yes' 'STEM = no' 'READ =' \
	'META = none.tsv' 'META = a b' 'META_speaker = none.tsv' 'META_speaker = a.tsv b c' 'META_a,b = x' 'AGAINST_a,b = x=1' 'THEMES = none.tsv' 'THEMES =' 'STOPLISTS = none.txt' \
	'NAME = x'; do
	set_to "$line"
	refused "${line%% *}" "refused: $line"
done
for line in READER:READ PART:PARTS Count:COUNT parts:PARTS STOPLIST:STOPLISTS LEMMATIZE:LEMMATISE TOKENIZE:TOKENISE METADATA:META; do
	set_to "${line%:*} = x"
	refused "${line%:*} is no variable of a study: did you mean ${line#*:}?" "refused: ${line%:*}"
done
run reports STUDY="$T/s" W="$T/w" OUT="$T/o" PART=party
refused 'PART is no variable of a study: did you mean PARTS?' 'refused: PART on the command line'
for set in TABLES=x CORPUS=x BIN=x Q=x say=x; do
	run reports STUDY="$T/s" W="$T/w" OUT="$T/o" "$set"
	refused "on the command line: ${set%%=*} is a variable of the rules" "refused: $set"
done
for set in MANY=x MANY=0 MANY=-1 'MANY=2 3'; do
	run reports STUDY="$T/s" W="$T/w" OUT="$T/o" "$set"
	refused 'on the command line: MANY = ' "refused: $set"
done
rm -rf "$T/w" "$T/o"

# Variables of the study's own; PIVOTS are no patterns; SELECT adds to NO_WORDS.
# shellcheck disable=SC2016 # for make
set_to 'MINE := un.txt' 'TEXTS = $(MINE)' 'helper = x' 'WHATEVER = 1' \
	'READ_deux.txt = read-dump' 'PIVOTS = * l?i paix' 'CLASSES = no' 'SHEETS = no' \
	"SELECT = -a 'date>=2013-01-30'"
is $rc 0 'a study with variables of its own'
silent 'MINE is' 'a variable that study.mk refers to is its own'
silent 'helper is' 'so is one in lower case'
says 'WHATEVER is no variable of a study, and nothing reads it' 'any other is told'
says 'READ_deux.txt: no text is called deux.txt' 'a reader of a text that is not there is told'
is "$(grep -c '^[*]$\|^l?i$\|^paix$' "$T/o/cooccurrents.txt")" 3 'PIVOTS are no patterns of files'
is "$(grep -c 'p.type!=event.*date>=2013-01-30' "$T/w/commands/shards")" 1 \
	'SELECT adds to what NO_WORDS leaves out'

# Pivots in decomposed letters are those of the text; without any nothing breaks.
printf 'Orateur : Alix Berne\nDate : 2024-01-03\n\n' >"$T/s/trois.txt"
for _ in 1 2 3 4 5 6 7 8; do
	printf 'Une épée haute. Voilà ce que nous disons ici.\n' >>"$T/s/trois.txt"
done
printf 'nous\nvoulons\nla\npaix\n' >"$T/stop.txt"
quick='CLASSES = no
SHEETS = no'
set_to "$quick" "PIVOTS = $(printf 'e\314\201pe\314\201e') rien"
is $rc 0 'a study with pivots'
is "$(sed -n '/^épée$/,$p' "$T/o/cooccurrents.txt" | grep -c ': haute\b\|^rien$\|^Does not occur')" 3 \
	'decomposed pivots have their words, absent ones are told'
set_to "$quick" 'TEXTS = un.txt' "STOPLISTS = $T/stop.txt"
is $rc 0 'a study whose words are all in the stoplist'
is "$(wc -l <"$T/o/cooccurrents.tsv")" 1 'and that has no pivots'
rm "$T/s/trois.txt"

# ---- attributes and columns ----

printf 'Date : 2025-01-02\nOrateur : Noé Sarran\nParti : P\n\nNous votons la loi.\n' >"$T/s/deux.txt"
set_to "$quick" 'PARTS = partty'
refused 'no speech has the attribute partty; there are: ' 'an attribute that no speech has is refused'
says ' party' 'and those that there are told'
is "$(find "$T/o" -name '*partty*')" '' 'and nothing is made of it'
set_to "$quick" 'PARTS = party id'
is $rc 0 'an attribute that some speeches lack'
silent 'more than once' 'each speech a part: every table once'
says 'speeches without party: 1 of 2 (the part NA)' 'is told with counts'
set_to "$quick" 'COUNT = lemma'
refused 'COUNT = lemma: no such column; there are: word kind form stem (LEMMATISE = tag gives lemmas)' \
	'lemmas without LEMMATISE'
rm -rf "$T/w" "$T/o" "$T/s"
mkdir "$T/s"
echo 'Nous voulons la paix.' >"$T/s/un.txt"
set_to "$quick"
is $rc 0 'speeches without speaker and year'
says 'no speech has the attribute speaker' 'are told'

# ---- files that nothing reads ----

for f in a.docx b.odt c.PDF d.rtf e.doc; do : >"$T/s/$f"; done
: >"$T/s/page.html"
cp "$T/s/un.txt" "$T/s/DEUX.TXT"
mkdir "$T/s/sous" "$T/s/.cache"
cp "$T/s/un.txt" "$T/s/sous/trois é.txt"
cp "$T/s/un.txt" "$T/s/.cache/quatre.txt"
: >"$T/s/README.txt"
printf 'loi\n' >"$T/s/mots.txt"
printf 'id\tparti\nun\tP\n' >"$T/s/metadata.tsv"
# shellcheck disable=SC2016 # for make
set_to "$quick" 'TEXTS = un.txt' '# STOPLISTS = $(STUDY)/mots.txt'
is $rc 0 'files beside the texts: make'
says '5 documents are passed over: a.docx, b.odt, c.PDF and 2 more; READ_file = read-office' \
	'documents are told'
says '1 web page is passed over: page.html' 'web pages are told'
says '2 files that may be texts are passed over: DEUX.TXT, sous/trois é.txt' 'texts are told'
says 'metadata.tsv is not read; META = metadata.tsv' 'metadata are told'
is "$(grep -c 'passed over' "$T/log")" 3 'once'
silent 'mots.txt' 'a list that study.mk names is not'
run check STUDY="$T/s" W="$T/w" OUT="$T/o"
says '5 documents are' 'make check tells too'
mkdir "$T/word"
: >"$T/word/discours.docx"
run reports STUDY="$T/word" W="$T/w2" OUT="$T/o2"
refused '1 document is passed over' 'a folder with documents alone is refused'
says 'discours.docx; READ_file = read-office reads .docx' 'and why'
mv "$T/s/study.mk" "$T/s/Study.mk"
run check STUDY="$T/s" W="$T/w" OUT="$T/o"
says 'Study.mk is not read: the file must be called study.mk' 'a study.mk of another name is told'
mkdir "$T/signs" "$T/signs/sous dossier"
cp "$T/s/un.txt" "$T/signs/l'été 1.txt"
cp "$T/s/un.txt" "$T/signs/sous dossier/a=b.txt"
# shellcheck disable=SC2016 # for make
printf '%s\n' 'TEXTS = $(call texts,*.txt */*.txt)' 'PARTS =' 'SHEETS = no' \
	>"$T/signs/study.mk"
run reports STUDY="$T/signs" W="$T/w4" OUT="$T/o4"
is $rc 0 'names with signs, and no parts'
silent 'passed over' 'names with signs: nothing is told of texts that are read'
cp "$T/s/un.txt" "$T/signs/trois|
4.txt"
cp "$T/s/un.txt" "$T/signs/cinq|
6.text"
run check STUDY="$T/signs" W="$T/w4" OUT="$T/o4"
says '1 file that may be a text is passed over: cinq|\n6.text' 'names with | and a line end: told where not read'
run check STUDY=corpus/sample W="$T/w3" OUT="$T/o3"
silent 'passed over' 'the sample: nothing is told'
# What is read twice is no pipe: it would be waited for.
mkdir "$T/pipe"
echo 'Nous voulons la paix.' >"$T/pipe/un.txt"
mkfifo "$T/pipe/deux.txt"
echo 'TEXTS = un.txt deux.txt' >"$T/pipe/study.mk"
rc=0
timeout 20 make -s B="$B" TRIBUNE_LIBEXEC="$bin" reports STUDY="$T/pipe" W="$T/w-pipe" OUT="$T/o-pipe" \
	</dev/null >"$T/log" 2>&1 || rc=$?
refused "$T/pipe/study.mk:1: deux.txt is no file" 'a pipe is refused'
[ $rc -ne 124 ] && rc=refused
is $rc refused 'a pipe is not waited for'

# make -j hands out its jobs by the first numbers that are free: one that the lock took had
# the make below ask a file for ever, and get none.
mkdir "$T/locked"
is "$(bash -c 'exec 3< <(:) && exec bash pipeline/locked.sh "$1" "$1" reports true readlink /proc/self/fd/3' - "$T/locked" |
	sed 's/:.*//')" pipe 'the make of a study keeps what the one above hands it'

plan
