#!/bin/sh
# Two runs of the sample, one thing edited between them: `tribune diff` names it,
# and the shares of causes add up to what the tables have; `tribune reproduce`
# makes a run again, and tells what is not as it was; prints TAP.
set -u
. tests/tap.sh

has() { # FILE NAME LINE ...
	file=$1
	name=$2
	shift 2
	for line; do
		grep -qF -- "$line" "$file" || {
			fail "$name" "no '$line' in
$(head -n 40 "$file")"
			return
		}
	done
	pass "$name"
}

cp -r corpus/sample "$T/texts"
cp pipeline/themes/fr/politique.tsv "$T/texts/themes.tsv"
cp pipeline/themes/fr/politique.labels.tsv "$T/texts/themes.labels.tsv"
cp pipeline/stoplists/fr/verbes.txt "$T/texts/verbes.txt"
cat >>"$T/texts/study.mk" <<'END'
THEMES = themes.tsv
STOPLISTS = pipeline/stoplists/fr/grammaire.txt verbes.txt
END
cp -r reports/sample "$T/fr"
sed -i "s/^option\\(.\\)REPORT_LANG\\(.\\)en$/option\\1REPORT_LANG\\2fr/" "$T/fr/PROVENANCE.tsv"
is "$(tribune diff reports/sample "$T/fr" | grep -c 'Not compared')" 0 \
	'every table of a report has its description'
tribune diff reports/sample "$T/fr" >"$T/o"
has "$T/o" 'another language is of the pages alone' 'The same: no figure of' \
	'option REPORT_LANG: en -> fr (of the pages alone)'
text=discours/2022-11-08-energie-climat.txt
cd "$T" || exit 2

run() { # NAME; keeps reports and work under it
	tribune reports -j 2 texts NAME=now SHEETS=no CLASSES=no >said 2>&1 ||
		fail "the reports are made: $1" "$(tail -n 5 said)"
	cp -r reports/now "reports/$1"
	cp -r build/study/now "build/study/$1"
}
run before
tribune why "reports/now/overview.txt:$(grep -n '^Education ' reports/now/overview.txt | cut -d : -f 1)" >o 2>&1
has o 'why tells a line of a page, wherever it was made' 'rates-all.tsv, line'
run again
tribune diff reports/before reports/again >o
has o 'two runs of the same are the same' 'The same: no figure of'
is "$(tribune diff -f tsv reports/before reports/again | wc -l)" 1 'and no cell differs'

cp "texts/$text" kept
printf '\nLa guerre des prix : la guerre, et le gaz.\n' >>"texts/$text"
run text
tribune diff reports/before reports/text >o
has o 'a text that changed is named' "text changed: $text" \
	'« guerre »: freq 3 -> 5: texts changed +2; 2022-11-08-energie-climat +2' \
	'Speeches: 30 of texts that are the same, 1 of texts that changed.'
cp kept "texts/$text"

cp texts/themes.tsv kept
printf 'énergie/nucléaire\tcommission\n' >>texts/themes.tsv
run entry
tribune diff reports/before reports/entry >o
hits=$(awk -F '\t' '$1 == "énergie/nucléaire" && $2 == "commission" { print $3 }' reports/entry/entries.tsv)
has o 'an entry of the dictionary is named' 'dictionary themes.tsv: ' \
	'only after: énergie/nucléaire « commission »' \
	"dictionary entries +$hits"
is "$(sed -n '/^Tables that/,$p' o | grep -cE '^  (texts|stoplist|rules|option)')" 0 \
	'and nothing else'
cp kept texts/themes.tsv

cp texts/verbes.txt kept
printf 'ville\n' >>texts/verbes.txt
run list
tribune diff reports/before reports/list >o
has o 'a word of a stoplist is named' 'stoplist verbes.txt: ' '« ville »: list NA -> verbes'
is "$(tribune diff -f tsv reports/before reports/list | cut -f 8 | sort -u | grep -v cause)" \
	'stoplist verbes.txt' 'and no other cause'
cp kept texts/verbes.txt
printf 'xylophone\n' >>texts/verbes.txt
run absent
tribune diff reports/before reports/absent >o
has o 'a word that no text has is no cause' 'The same: no figure of' '(no cause: no text has the' \
	'only after: xylophone (no text has it)'
printf 'ville\n' >>texts/verbes.txt

# All of it, a text less, another cell of the metadata.
printf '\nLa guerre des prix : la guerre, et le gaz.\n' >>"texts/$text"
printf 'énergie/nucléaire\tcommission\n' >>texts/themes.tsv
rm texts/discours/2021-03-16-relance-industrie.txt
sed '/^2023-04-12/s/majorité/opposition/' texts/metadata.tsv >m && mv m texts/metadata.tsv
run all
tribune diff reports/before reports/all >o
has o 'all edits are named' "text changed: $text" \
	'text only before: discours/2021-03-16-relance-industrie.txt' 'metadata metadata.tsv: ' \
	'dictionary themes.tsv: ' 'stoplist verbes.txt: '
has o 'and the lines of what is kept' "only after: $(grep '^2023-04-12' texts/metadata.tsv | cut -f 1-2)" \
	'only after: xylophone (no text has it)'
mv build/study/all/kept build/study/all/gone
tribune diff reports/before reports/all >o
has o 'without the copies that is said' 'its lines are not told: the work folder of a run has no copy'
mv build/study/all/gone build/study/all/kept

# The shares are the difference, and the difference is that of the tables; the
# speeches of the shares are counted here in another way.
tribune diff -f tsv reports/before reports/all >all.tsv
perl -we '
use strict;
my ($n, @bad, %cell) = 0;
<STDIN>;
while (<STDIN>) {
	chomp;
	my @c = split /\t/, $_, -1;
	$cell{"$c[0] $c[1] $c[2]"} = 1;
	my @share = $c[7] =~ / ([+-]\d+)(?=,|$)/g or next;
	my $sum = 0;
	$sum += $_ for @share;
	$n++;
	push @bad, $_ if $sum != $c[5];
}
print $n > 1000 ? "many" : "few: $n", @bad ? " wrong: $bad[0]\n" : " right\n"' <all.tsv >o
is "$(cat o)" 'many right' 'shares add up to the difference'
count() { # RUN ID THEME
	awk -F '\t' -v id="$2" -v theme="$3" \
		'$1 == id && ($2 == theme || index($2, theme "/") == 1) { n += $4 } END { print n + 0 }' \
		"reports/$1/themes-id.tsv"
}
for theme in économie énergie justice; do
	gone=$(($(count all 2021-03-16-relance-industrie $theme) - $(count before 2021-03-16-relance-industrie $theme)))
	got=$(awk -F '\t' -v key="part=all; theme=$theme" \
		'$1 == "rates-all.tsv" && $2 == key && $3 == "freq" { print $8 }' all.tsv |
		sed -n 's/.*texts removed \([+-][0-9]*\).*/\1/p')
	is "$((${got:-0} + 0))" "$gone" "what a text took with it is told: $theme"
done
awk -F '\t' 'FNR > 1 { c[$2 FS FILENAME] = $3 FS $4 FS $5 FS $6 FS $7 FS $8 FS $9 }
FILENAME == ARGV[1] && FNR > 1 { t[$2] }
END { for (k in t) {
	split(c[k FS ARGV[1]], a, FS)
	split(c[k FS ARGV[2]], b, FS)
	for (i = 1; i <= 7; i++) n += a[i] != b[i]
} print n }' reports/before/rates-all.tsv reports/all/rates-all.tsv >want
is "$(grep -c '^rates-all.tsv	' all.tsv)" "$(cat want)" 'every cell of a table that differs is there'
is "$(tribune diff -f tsv reports/before reports/all | cksum)" "$(cksum <all.tsv)" 'twice the same bytes'
is "$(awk 'length > 200' o)" '' 'no long lines'

# --- made again ---

tribune reproduce -j 2 reports/all/PROVENANCE.tsv texts >o 2>&1
is "$?" 0 'what was made is made again'
has o 'and it is told' 'programs and libraries are those of the run.' 'byte for byte.' \
	'option of the run, not of study.mk: SHEETS=no'
mkdir lone && cp reports/all/PROVENANCE.tsv lone/
mkdir strange
awk -F '\t' -v OFS='\t' '$2 == "TOKENISE" { $3 = "tokenise; touch '"$T"'/ran" } 1' reports/all/PROVENANCE.tsv >strange/PROVENANCE.tsv
tribune reproduce -j 2 strange/PROVENANCE.tsv texts >o 2>&1
is "$? $(test -e ran && echo ran)" '1 ' 'a table runs no commands of its own'
has o 'it says so' 'option TOKENISE: what it holds is run only if study.mk says it'
tribune reproduce -j 2 lone/PROVENANCE.tsv texts >o 2>&1
is "$?" 0 'a table alone is made again'
has o 'and it is told that it is alone' 'it alone is compared.' 'Reproduced: 1 files'
cp texts/themes.tsv kept
printf 'énergie/nucléaire\tmarché\n' >>texts/themes.tsv
sed 's/^\(program	trend	.*\)0\.[0-9.]*$/\10.0.9/' reports/all/PROVENANCE.tsv >p && cp p reports/all/PROVENANCE.tsv
tribune reproduce -j 2 reports/all/PROVENANCE.tsv texts >o 2>&1
is "$?" 1 'what differs is not reproduced'
has o 'it is told what, and what that changes' 'rules themes.tsv: has other bytes' \
	'program trend: is trend (Tribune) ' 'Not reproduced: ' 'differs: rates-all.tsv' \
	'only after: énergie/nucléaire « marché »'
cp kept texts/themes.tsv
cp texts/discours/2021-02-02-laicite-separatisme.txt texts/discours/un-de-plus.txt
rm texts/discours/2021-02-02-laicite-separatisme.txt
tribune reproduce -j 2 reports/before texts >o 2>&1
is "$?" 1 'a text that is not there is not reproduced'
has o 'and it is named' 'text discours/2021-02-02-laicite-separatisme.txt: is not there' \
	'text discours/un-de-plus.txt: the run had none'

# Scripts and what they write to: a full disk, a pipe that nobody reads.
if [ -w /dev/full ]; then
	for what in 'reports -h' 'reports -V' 'sensitivity -h' 'recount -V' 'reproduce reports/all texts' \
		'recount reports/before reports/all texts'; do
		# shellcheck disable=SC2086 # words
		tribune $what >/dev/full 2>o
		is "$? $(cat o)" '3 tribune: standard output: cannot be written' "$what: a full disk"
	done
else
	skip 'a full disk' 'no /dev/full'
fi
{ (tribune reproduce reports/all texts 2>o; echo $? >rc) | true; }
is "$(cat rc o)" 141 'a pipe that nobody reads'
is "$(find "$TMPDIR" -mindepth 1 | head -n 3)" '' 'nothing is left behind'
plan
