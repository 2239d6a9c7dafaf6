#!/bin/sh
# What holds (make sensitivity): a study in which one statement is held up by a list
# alone, one by a minimum frequency alone, and others by what was said; prints TAP.
set -u
. tests/tap.sh

study=$T/study
work=$T/work
out=$T/out
tab=$(printf '\t')

run() { # GOAL [VARIABLE=VALUE ...]
	rc=0
	make_study "$@" \
		STUDY="$study" W="$work" OUT="$out" </dev/null >"$T/log" 2>&1 || rc=$?
}

# Sixteen speeches of two speakers.  moulin: thrice in each of the one; phare: once; lac,
# of both: often; twenty-two words of a list of the study: more often than moulin.
listed='an bal cap duc eau fer gel hue île jeu kir lys mur nef or pic quai riz sel tas urne vin'
mkdir "$study"
for i in 1 2 3 4 5 6 7 8; do
	for who in Berne Sarran; do
		{
			printf 'Titre : %s %s\nDate : 200%s-01-02\nOrateur : %s\n\n' "$who" $i $i "$who"
			printf 'Le lac, ce lac, son lac et mon lac.\n'
			[ $who = Sarran ] || printf 'Un moulin, deux moulins, le moulin et ce moulin, puis un phare.\n'
			[ $who = Berne ] || printf 'Nous votons une loi, cette loi, la loi.\n'
			for word in $listed; do printf 'Le %s, ce %s. ' "$word" "$word"; done
			printf '\n'
		} >"$study/$who$i.txt"
	done
done
# shellcheck disable=SC2086 # a word a line
printf '%s\n' $listed >"$study/own.txt"
cat >"$study/study.mk" <<'END'
TEXTS = $(call texts,*[0-9].txt)
PARTS = speaker
STOPLISTS += $(STUDY)/own.txt
CLASSES = no
SHEETS  = no
CHOICES = stem grammar apart rarer commoner
END

run sensitivity
is $rc 0 'what holds is found out'
is "$(sed -n 's/.*about [0-9.]* CPU.*/told/p' "$T/log")" told 'the cost is told'
is "$(sed -n 's/^tribune: \(choices: 5\); .*; \(tokens taken over: 4, texts read anew: 1\).*/\1, \2/p' "$T/log")" \
	'choices: 5, tokens taken over: 4, texts read anew: 1' 'and what is taken over'

# ---- statements ----

says() { # KIND SUBJECT: how many keep it of how many, and what breaks it
	awk -F '\t' -v kind="$1" -v subject="$2" '$2 == kind && $4 == subject { print $7 "/" $8, $10 }' "$out/sensitivity.tsv"
}
is "$(says specific moulin)" '2/2 NA' 'a word that is often said is kept by all that bear on it'
is "$(says specific phare)" '1/2 commoner' 'one that a minimum frequency holds up'
is "$(says frequent moulin)" '1/2 grammar' 'one that a list holds up'
is "$(says frequent lac)" '2/2 NA' 'and one that it does not'
is "$(sed -n "s/^3${tab}apart$tab.*-I$tab\(0${tab}0\)$tab.*/\1/p" "$out/sensitivity-choices.tsv")" "0${tab}0" \
	'a choice that changes nothing is asked nothing'
is "$(grep -c 'A is specific of B' "$out/sensitivity.txt")" 3 'the page tells it'
is "$(perl -CSD -ne 'print if length > 81' "$out/sensitivity.txt")" '' 'in 80 columns'

# ---- choices ----

same_file() { [ "$(stat -c %i "$work/$1")" = "$(stat -c %i "$work/choices/$2/$1")" ] && echo same || echo other; }
is "$(same_file shards/rest.vrt.zst stem) $(same_file words-id.tsv.zst stem) $(same_file themes-id.tsv stem)" \
	'same other same' 'what a choice does not touch is the file of the study'
is "$(same_file shards/rest.vrt.zst apart) $(same_file words-id.tsv.zst rarer)" 'other same' 'and no other'
is "$(for c in stem grammar apart rarer commoner; do [ -s "$work/choices/$c/balance.tsv" ] && echo $c; done | wc -l)" 5 \
	'what must add up does in each'
cp -r "$out" "$T/first"
find "$work" -maxdepth 1 -name '*.tsv' ! -name 'sensitivity*' -exec sha256sum {} + >"$T/sums"
run reports
is "$rc $(grep -c Open "$T/log")" '0 1' 'reports afterwards'
is "$(diff -rq "$T/first" "$out")" '' 'leave the page'
is "$(sha256sum -c --quiet "$T/sums" 2>&1)" '' 'and the tables of the study are as they were'

# ---- interrupted, with jobs, in another language ----

stood=$(stat -c %y "$work/choices/stem/made")
rm "$work/choices/rarer/made" "$work/choices/rarer/specificities-speaker.tsv" "$work"/sensitivity*.tsv "$out"/sensitivity*
run sensitivity
is "$rc $(stat -c %y "$work/choices/stem/made")" "0 $stood" 'a run that was interrupted goes on'
is "$(diff -rq "$T/first" "$out")" '' 'and ends in the same bytes'
rm -r "$work/choices" "$work"/sensitivity*.tsv "$out"/sensitivity*
run -j 4 sensitivity
is "$rc $(diff -rq "$T/first" "$out")" '0 ' 'so does one with jobs'
run reports REPORT_LANG=fr
is "$(sed -n '/^affirmation  /,/^$/p' "$out/sensitivity.txt" | grep -c ' speaker \| NA ') \
$(grep -q ' orateur  *[0-9]' "$out/sensitivity.txt" && echo named)" '0 named' 'parts are called as on the other pages'
is "$(grep -c 'A est spécifique de B' "$out/sensitivity.txt") $(cmp "$out/sensitivity.tsv" "$T/first/sensitivity.tsv" && echo same)" \
	'3 same' 'the page follows the language'

# ---- stale ----

sed -i 's/deux moulins/deux phares/' "$study/Berne1.txt"
run reports
is "$rc $(find "$out" -name 'sensitivity*' | wc -l)" '0 0' 'a page of other tables goes'
is "$(grep -c 'sensitivity.txt was made of other tables and is taken away' "$T/log")" 1 'and that is told'
[ ! -e "$work/choices" ]
is $? 0 'with its choices'
run sensitivity CHOICES=lots
is "$(grep -c 'CHOICES = lots: there is no lots; there are: form stem' "$T/log")" 1 'an unknown choice is refused'
run sensitivity CHOICES=stem COUNT=none
is "$rc $(find "$out" -name 'sensitivity*' | wc -l)" '2 0' 'a study that cannot be made has no such page'
run sensitivity CHOICES=lemma
lines=$(zstd -dcq "$work/choices/lemma/shards/rest.vrt.zst" | grep -c "^moulins$tab.*${tab}moulin${tab}NOUN$")
is "$rc $(sed -n 's/^lemma.*LEMMATISE=tag.*/tag/p' "$work/choices.list") $lines $(says frequent moulin)" \
	'0 tag 7 1/1 NA' 'a study without lemmas gets them by tag'

# ---- what is told twice ----

# The tests of a statement are those that tribune diff knows.
lost=$(sed -n 's/^  say [a-z_0-9]* if \(.*\) : .*/\1/p' pipeline/changes/statements.txt | sort -u | while IFS= read -r test; do
	grep -qF -- "say $test :" pipeline/changes/tables.txt || echo "$test"
done)
is "$lost" '' 'statements are tested as tables.txt has it'
plan
