#!/bin/sh
# Two causes between two runs, a dictionary and an option, that meet in a count: the
# share of each, told by `tribune recount`; prints TAP.
set -u
. tests/tap.sh
unset MAKEFLAGS MFLAGS MAKELEVEL
cd "$T" || exit 2

mkdir t
printf 'Orateur : Alix\nDate : 2024-01-02\n\nLes citoyen·ne·s et les citoyens votent la loi.\n' >t/un.txt
printf 'Orateur : Noé\nDate : 2024-02-02\n\nLa loi est votée.\n' >t/deux.txt
printf 'theme\tentry\na\tloi\n' >t/mes.tsv
printf 'THEMES = mes.tsv\nTHEME_LABELS =\nCLASSES = no\nSHEETS = no\n' >t/study.mk
tribune reports t NAME=avant >said 2>&1 || fail 'the first run' "$(tail -n 3 said)"
# citoyens is twice in the first run's forms, once in the second's
printf 'a\tcitoyens\n' >>t/mes.tsv
printf 'TOKENISE = tokenise -I\n' >>t/study.mk
printf 'Orateur : Noé\n\nLa loi.\n' >t/trois.txt
tribune reports t NAME=apres >said 2>&1 || fail 'the second run' "$(tail -n 3 said)"

tribune recount reports/avant reports/apres t >o 2>&1
is "$? $(cat o)" '0 Texts that both runs have alike, recounted: 2.
  theme a: 2 -> 3: rules mes.tsv +2, together -1
  « citoyens »: 2 -> 1: option TOKENISE -1
  « citoyen·ne·s »: 0 -> 1: option TOKENISE +1' 'the share of each cause, and what they do together'
tribune recount -n 1 reports/apres reports/avant t >o 2>&1
is "$? $(cat o)" '0 Texts that both runs have alike, recounted: 2.
  theme a: 3 -> 2: rules mes.tsv -1, option TOKENISE +1, together -1
  ... and 2 more (-n shows them)' 'and the other way'
tribune recount reports/avant reports/avant t >o 2>&1
is "$? $(cat o)" '0 Texts that both runs have alike, recounted: 2.
Nothing else is unlike that can be recounted.' 'nothing between a run and itself'

# A table's figures: what reaches them, and what is of the reports alone.
sed -i 's/^SHEETS.*/&\nLEAST_WORDS = 1\nLEAST_TIMES = 2\nTITLE = Autre/' t/study.mk
printf 'theme\tentry\na\tvotent\n' >t/autres.tsv
sed -i 's/mes.tsv/autres.tsv/' t/study.mk
tribune reports t NAME=enfin >said 2>&1 || fail 'the third run' "$(tail -n 3 said)"
tribune recount -n 2 -t speeches.tsv reports/avant reports/enfin t >o 2>&1
is "$? $(cat o)" '0 Texts that both runs have alike, recounted: 2.
  part=un: hapax: 4 -> 6: option TOKENISE +2
  part=un: forms: 6 -> 7: option TOKENISE +1
  ... and 4 more (-n shows them)' 'the figures of a table'
tribune recount -t rates-all.tsv reports/avant reports/enfin t >o 2>&1
is "$? $(cat o)" '0 Texts that both runs have alike, recounted: 2.
  part=all; theme=a: mean: 187.5 -> 62.5: study study.mk -125
  part=all; theme=a: freq: 2 -> 1: study study.mk -1
  part=all; theme=a: rate: 166.667 -> 83.3333: study study.mk -83.33' 'a dictionary of another name is of study.mk'
tribune recount -t ../avant/types.tsv reports/apres reports/enfin t >o 2>&1
is "$? $(sed 's,[^ ]*/reports/,,' o)" '1 tribune: apres/../avant/types.tsv: no such table in it' 'no table'
rm -r build/study/avant/kept
tribune recount reports/avant reports/apres t >o 2>&1
is "$? $(sed -n 2,3p o)" '0   study study.mk: its share cannot be told: the work folder of a run has no copy
  rules mes.tsv: its share cannot be told: the work folder of a run has no copy' 'files without a copy are told'
echo 'La paix.' >>t/un.txt
echo 'La paix.' >>t/deux.txt
tribune recount reports/avant reports/apres t >o 2>&1
is "$? $(cat o)" '1 tribune: t: it has no text that both runs have alike: nothing can be recounted' 'texts that are others now'
tribune recount reports/avant t >o 2>&1
is "$? $(cut -c1-70 o)" '2 tribune: recount: two folders of reports and that of the texts are nee' 'usage'
tribune recount -n 0 a b c >o 2>&1
is "$? $(cut -c1-50 o)" "2 tribune: recount: option -n: '0' is not a number f" 'a number'
tribune recount t t t >o 2>&1
is "$? $(cat o)" '1 tribune: t: no PROVENANCE.tsv in it: is it the folder of a report?' 'no report'
plan
