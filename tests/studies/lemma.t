#!/bin/sh
# A small study that counts lemmas: it makes its reports, and the overview and
# the provenance say so; prints TAP.
set -u
. tests/tap.sh

study=$T/lemmes
mkdir "$study"
cat >"$study/2025-01-02-a.txt" <<'TEXT'
Titre : Un
Date : 2025-01-02
Orateur : Alix Berne

Les élues votent les lois. Nous voulons des écoles et une école.
TEXT
cat >"$study/2025-02-03-b.txt" <<'TEXT'
Titre : Deux
Date : 2025-02-03
Orateur : Noé Sarran

Il vote la loi et nous votons la loi. Vous vouliez des lois.
TEXT
cat >"$study/study.mk" <<'MAKE'
LEMMATISE = lemmatise -q
COUNT     = lemma
PARTS     = year
SHEETS    = no
MAKE

reports() {
	make_study reports STUDY="$study" W="$T/work" OUT="$T/out" </dev/null >"$T/log" 2>&1
}

if reports; then
	pass 'a study of lemmas: make reports'
else
	fail 'a study of lemmas: make reports' "$(tail -n 20 "$T/log")"
fi
words=$T/work/words-year.tsv
is "$(awk -F '\t' '$3 == "loi" || $3 == "voter" || $3 == "école" || $3 == "lois" {
	print $3, $4 }' "$words")" 'loi 4
voter 3
école 2' 'the counts are of lemmas'
if grep -q 'lemma' "$T/out/overview.txt"; then
	pass 'the overview names the column'
else
	fail 'the overview names the column' "$(cat "$T/out/overview.txt")"
fi
is "$(tr '\n' ' ' <"$T/out/ngrams.txt" | grep -c 'Where one form stands for a lemma, it is the commonest')" 1 \
	'lists say that a form stands for its lemma'
is "$(grep -c '	LEMMATISE	lemmatise -q$\|^program	lemmatise	' \
	"$T/out/PROVENANCE.tsv")" 2 'the provenance has the program'
if zstd -dcq "$T/work/shards/rest.vrt.zst" | grep -q "^<!-- #vrt .* lemma pos -->"; then
	pass 'the stream has the columns lemma and pos'
else
	fail 'the stream has the columns lemma and pos'
fi
is "$(sed -n '/^year  *words/,/^$/p; /^year  *verbs/,/^$/p' "$T/out/style.txt")" \
	'year  words  nouns  names  verbs   aux.   adj.   adv.  pron.
────  ─────  ─────  ─────  ─────  ─────  ─────  ─────  ─────
2025     25  0.280  0.000  0.200  0.000  0.000  0.000  0.160

year  verbs  pres.  perf.  impf  plup.  past  fut.  cond.  subj.  imp.
────  ─────  ─────  ─────  ────  ─────  ────  ────  ─────  ─────  ────
2025      5   0.80   0.00  0.20   0.00  0.00  0.00   0.00   0.00  0.00' \
	'the page of style has parts of speech and tenses'
why -d "$T/work" "$T/out/stats-year.tsv" part=2025 >"$T/why" 2>&1
is "$(grep -c '^  noun_share = nouns / tagged = \|^Figures made again: .*; all are' "$T/why")" 2 \
	'and why can make them again'
plan
