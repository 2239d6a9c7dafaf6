#!/bin/sh
# What a study says of its speeches: tables joined by another attribute than the
# id; which speeches it is made of; one side against another; prints TAP.
set -u
. tests/tap.sh

study=$T/study
work=$T/work
out=$T/out

# make GOAL with variables, without what an outer make has set.
run() { # GOAL [VARIABLE=VALUE ...]
	rc=0
	make_study "$@" \
		STUDY="$study" W="$work" OUT="$out" </dev/null >"$T/log" 2>&1 ||
		rc=$?
}
says() { is "$(grep -cF -- "$1" "$T/log")" 1 "$2"; }
row() { sed -n "s/^$1	//p" "$out/speeches.tsv" | cut -f "$2"; }

text() { # NAME DATE SPEAKER TEXT
	printf 'Titre : %s\nDate : %s\nOrateur : %s\n\n%s\n' "$1" "$2" "$3" "$4" \
		>"$study/$1.txt"
}

mkdir "$study"
text un 2012-01-02 'Alix Berne' 'Nous voulons la paix et la loi.'
text deux 2013-02-03 'Noé Sarran' 'Nous votons la loi des finances.'
text trois 2014-03-04 'Noé Sarran' 'La loi protège les communes.'
text quatre 2014-03-05 "Zoé d'Arc" 'La commune est à nous.'
cat >"$study/study.mk" <<'END'
META_speaker = députés.tsv nom
META_party   = partis.tsv
PARTS   = speaker party bloc
CLASSES = no
SHEETS  = no
END
printf '%s\t%s\n' nom parti 'Alix BERNE' SRC 'Noé Sarran' UMP "Zoé d'Arc" SRC 'Nul' X \
	>"$study/députés.tsv"
printf '%s\t%s\n' parti bloc SRC gauche UMP droite >"$study/partis.tsv"

# ---- META_speaker ----

run reports
is $rc 0 'tables joined by speaker and by what that gave'
says "députés.tsv: 'Alix Berne' may be 'Alix BERNE' (capitals)" 'a row that may be meant is told'
says 'députés.tsv: 1 value of speaker without a row, in 1 speech (Alix Berne); 2 rows without a speech (Alix BERNE, Nul)' \
	'what has no partner is told'
says 'partis.tsv: 1 speech without party' 'a speech without the key is told'
is "$(row deux 7-8)" "UMP	droite" 'a speaker has the columns of the table'
is "$(row un 7-8)" "NA	NA" 'one who is not there has none'
is "$(grep -c "^metadata	.*$(sha256sum <"$study/partis.tsv" | cut -d ' ' -f 1)" "$out/PROVENANCE.tsv")" 1 \
	'the tables are inputs'
sed -i 's/BERNE/Berne/' "$study/députés.tsv"
run reports
is "$(row un 7-8)" "SRC	gauche" 'a table that changed is joined again'
run check
is "$(grep -c 'bloc="gauche"' "$work/checked.vrt")" 2 'make check joins them'
echo 'Noé Sarran	MoDem' >>"$study/députés.tsv"
run reports
is $rc 2 'a key that comes twice'
says "députés.tsv:6: nom 'Noé Sarran' is in the table twice" 'is told with its place'
sed -i '$d' "$study/députés.tsv"

# ---- ONLY ----

run reports ONLY="speaker=Zoé d'Arc year >= 2013"
is "$rc $(cut -f 1 "$out/speeches.tsv" | tail -n +2 | tr '\n' ' ')" '0 quatre ' \
	'ONLY chooses speeches, on the command line too'
is "$(grep -c '^This is a part of the texts: 1 of 4 speeches' "$out/overview.txt")" 1 'the overview tells'
is "$(grep -c "^option	ONLY	speaker=Zoé d'Arc year >= 2013$" "$out/PROVENANCE.tsv")" 1 'and the provenance'
is "$(grep -c '^annotate:' "$T/log")" 0 'rows of what is left out are not told'
run reports ONLY=bloc=gauche
is "$(cut -f 1 "$out/speeches.tsv" | tail -n +2 | tr '\n' ' ')" 'quatre un ' 'by what a table gave'
run reports ONLY='party=PS yaer>2012'
is $rc 2 'nothing passes: an error'
says 'no speech of 4 passes party=PS yaer>2012' 'is told'
says 'party is UMP (2), SRC (2)' 'with the values that there are'
says 'no speech has the attribute yaer; there are: id title date year speaker party bloc' 'or the attributes'
run reports ONLY=gauche
says "keep: option -A: 'gauche' is not attribute, operator" 'no test'
run reports
is "$rc $(grep -c 'part of the texts' "$out/overview.txt")" '0 0' 'all again'

# ---- AGAINST ----

walked() { # the comparisons that the page to click through has, and their tables
	perl tests/show/explore/part.pl values <"$out/index.html" | sed -n 's/^SIDES	//p' | tr '\n' ' '
	sed -n 's/.* id="t-\(versus[^".]*\)\.words".*/\1/p' "$out/index.html" | tr '\n' ' '
}
is "$(walked)" ' ' 'without sides the page to click through has none'
is "$(grep -c '^classes.txt\|^sheets/\|^versus' "$out/overview.txt")" 0 'nor does the overview name pages that are not there'
run reports AGAINST='party=SRC'
is $rc 0 'one side against all others'
is "$(head -n 1 "$out/versus.txt")" 'SRC against ≠ SRC - study' 'has a page'
is "$(grep -c '^Nothing can be told' "$out/versus.txt")" 1 'which says where nothing can be told'
is "$(sed -n '/^Style/,/^Typical/p' "$out/versus.txt" | grep -c '^No difference shown: \|[0-9]  *[0-9]')" 1 \
	'measures of style that chance explains are named, with no figures'
is "$(cut -f 1,2 "$out/versus.speeches.tsv" | tr '\t\n' ': ')" 'part:side deux:2 quatre:1 trois:2 un:1 ' \
	'the speeches of both sides'
is "$(grep -c '^versus' "$out/overview.txt")" 1 'the overview names it'
is "$(walked)" '- versus ' 'the page to click through has it'
cp "$out/stats-party.tsv" "$T/stats"
touch "$T/then"
sleep 0.1
run reports AGAINST="speaker=Zoé d'Arc | elle: speaker=Noé Sarran year>=2014" REPORT_LANG=fr
is "$(head -n 1 "$out/versus.txt")" "Face à face$(printf '\302\240'): Zoé d'Arc / elle - study" 'other sides: the page is another'
is "$(find "$work" -name '*.vrt.zst' -newer "$T/then"; find "$work" -name 'words-*.tsv*' ! -path '*/commands/*' -newer "$T/then")" '' \
	'and nothing else is counted again'
is "$(grep -c "^command	versus.typical.tsv	annotate .* | typical " "$out/PROVENANCE.tsv")" 1 'the provenance tells the pipe'
is "$(grep -c "^option	AGAINST	speaker=Zoé d'Arc | elle: speaker=Noé Sarran year>=2014$" "$out/PROVENANCE.tsv")" 1 \
	'and the sides'
run reports AGAINST_camp='bloc=gauche | bloc=droite'
is "$(find "$out" "$work" -name 'versus*' ! -path '*/sums/*' | sed 's|.*/||' | sort -u | tr '\n' ' ')" \
	'versus-camp.html versus-camp.pair.tsv versus-camp.sides.tsv versus-camp.speeches.tsv versus-camp.style.tests.tsv versus-camp.style.tsv versus-camp.themes.tests.tsv versus-camp.themes.tsv versus-camp.txt versus-camp.typical.tsv versus-camp.words.tests.tsv versus-camp.words.tsv ' \
	'one with a name; what was made of the other is gone'
is "$(walked)" 'camp versus-camp ' 'from the page to click through too'
run reports AGAINST=party=SRC AGAINST_camp='bloc=gauche | bloc=droite'
is "$(walked)" '- camp versus versus-camp ' 'which has both where there are two'
run reports AGAINST='bloc=gauche | year=2014'
says 'sides: -A: 1 speech is on both sides (quatre)' 'a speech on both sides'
run reports AGAINST='bloc=centre'
says "no speech of 4 passes 'bloc=centre': bloc is: droite (2), gauche (2)" 'a side without speeches'
run reports AGAINST_a,b=x
says "AGAINST_a,b: 'a,b' cannot be the name of a page" 'a name that can be none'
run reports ONLY='party=SRC' AGAINST='speaker=Alix Berne | speaker~Zoé'
is "$rc $(grep -c '^No word has a frequency' "$out/versus.txt")" '0 1' 'a speech against a speech'
cp "$study/partis.tsv" "$T/partis"
printf '%s\t%s\t%s\n' parti bloc side SRC gauche 1 UMP droite 2 >"$study/partis.tsv"
sed -i '1s/.*/Titre : À la side=/' "$study/deux.txt"
run reports AGAINST="speaker=Zoé d'Arc | speaker=Alix Berne" TREND_TIMES=2 COOCCURRENTS='-w 9'
is "$rc $(cut -f 1,2 "$out/versus.sides.tsv" | tr '\t\n' ': ')" '0 part:speeches 1:1 2:1 NA:2 ' \
	'an attribute called side is not that of the comparison'
is "$(grep -c '^ *Words tested, of a frequency of 2 or more: ' "$out/trends.txt")" 1 \
	'the page tells of which words the tests are'
is "$(grep -c ' within 9 tokens ' "$out/cooccurrents.txt")" 1 'and how near words near a pivot are'
cp "$T/partis" "$study/partis.tsv"
sed -i '1s/.*/Titre : deux/' "$study/deux.txt"
run reports
is "$rc$(find "$out" "$work" -name 'versus*' ! -path '*/sums/*')" 0 'without it nothing is left'

# ---- no dates; parts by file ----

sed -i '/^Date : /d' "$study"/*.txt
run reports PARTS='speaker source' CLASSES=yes
is "$rc $(grep -c '^Noé Sarran .*[0-9] ' "$out/overview.txt")" '0 1' 'texts without dates, parts by file'
is "$(grep '^Noé Sarran ' "$out/overview.txt" | grep -c 'Noé.*Noé')" 0 'a part without years is not its own year'
run reports PARTS='id speaker' ONLY="speaker=Noé Sarran"
is "$(grep -c 'for 0 cells' "$out/specificities-speaker.txt")" 0 'nothing is told of tests of one part'
is "$(head -n 1 "$out/specificities-id.txt")" 'Specific vocabulary, speech - study' 'a speech is not called an id'

# ---- parts of one speech each: words are dealt ----

said() { # NAME PAIN VIN SEL: so many of each
	text "$1" 2012-01-02 "$1" "$(for i in $(seq 40); do
		[ "$i" -gt "$2" ] || echo 'Le pain est là.'
		[ "$i" -gt "$3" ] || echo 'Le vin est là.'
		[ "$i" -gt "$4" ] || echo 'Le sel est là.'
	done)"
}
rm "$study"/*.txt
for name in un deux trois; do said $name 20 20 20; done
run reports PARTS=speaker
is "$rc $(grep -c '^There is nothing to see on a map: each part is one speech' "$out/map-speaker.txt")" '0 1' \
	'what words dealt one by one give as well is no map'
said un 40 20 10
said deux 10 40 20
said trois 20 10 40
run reports PARTS=speaker
is "$rc $(grep -c '^Each part is one speech, so that' "$out/map-speaker.txt") $(grep -c '·pain' "$out/map-speaker.txt")" '0 1 1' \
	'else it is drawn, and what that proves is told'

plan
