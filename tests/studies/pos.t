#!/bin/sh
# A study of some classes of words (POS): what is listed and compared is theirs,
# totals are of all words; why, diff, recount and sensitivity work in it; prints TAP.
set -u
. tests/tap.sh

study=$T/mots
work=$T/work
out=$T/out

# Tagged by hand: été is a noun and a verb form, pouvoir a noun and a verb.
texts() { # FOLDER
	mkdir -p "$1"
	for who in Berne Sarran; do
		for i in 1 2 3 4; do
			{
				printf '# newdoc id = %s%s\n' $who $i
				for s in \
					'le/le/DET été/été/NOUN a/avoir/AUX été/être/AUX beau/beau/ADJ ./././' \
					'le/le/DET pouvoir/pouvoir/NOUN peut/pouvoir/VERB agir/agir/VERB ./././' \
					'la/le/DET loi/loi/NOUN de/de/ADP la/le/DET région/région/NOUN ./././'; do
					printf '%s\n' "$s" | tr ' ' '\n' | awk -F / '
					{ print NR "\t" ($1 == "" ? "." : $1) "\t" ($2 == "" ? "." : $2) "\t" ($3 == "" ? "PUNCT" : $3) "\t_\t_\t_\t_\t_\t_" }'
					echo
				done
				[ $who = Sarran ] || printf '1\tmoulin\tmoulin\tNOUN\t_\t_\t_\t_\t_\t_\n2\tmoulin\tmoulin\tNOUN\t_\t_\t_\t_\t_\t_\n\n'
				[ $who = Berne ] || printf '1\tvite\tvite\tADV\t_\t_\t_\t_\t_\t_\n2\tvite\tvite\tADV\t_\t_\t_\t_\t_\t_\n\n'
			} >"$1/$who$i.conllu"
		done
	done
	{
		printf 'id\tspeaker\tdate\tyear\n'
		for i in 1 2 3 4; do
			printf 'Berne%s\tBerne\t202%s-01-02\t202%s\nSarran%s\tSarran\t202%s-02-03\t202%s\n' $i $i $i $i $i $i
		done
	} >"$1/meta.tsv"
}
texts "$study"
cat >"$study/study.mk" <<'END'
TEXTS = $(call texts,*.conllu)
READ  = read-conllu
META  = meta.tsv
COUNT = lemma
POS   = NOUN VERB ADJ
PARTS = speaker
STOPLISTS =
LEAST_TIMES = 2
TREND_TIMES = 2
PIVOTS = été
CLASSES = no
AGAINST = speaker=Berne
CHOICES = form
END

run() { # GOAL [VARIABLE=VALUE ...]
	rc=0
	env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -s B="$B" TRIBUNE_LIBEXEC="$bin" "$@" \
		STUDY="$study" W="$work" OUT="$out" </dev/null >"$T/log" 2>&1 || rc=$?
}

run reports
[ $rc -eq 0 ] || fail 'a study of some classes' "$(tail -n 20 "$T/log")"
is $rc 0 'a study of some classes of words is made'

# ---- what is listed ----

is "$(awk -F '\t' 'NR > 1 { print $1, $3 }' "$out/types.tsv" | LC_ALL=C sort | tr '\n' ';')" \
	'agir 8;beau 8;loi 8;moulin 8;pouvoir 16;région 8;été 8;' 'words of other classes are not listed, nor lemmas of them'
is "$(awk -F '\t' '$3 == "" { print $1, $4 }' "$out/words-speaker.tsv" | tr '\n' ';')" 'Berne 64;Sarran 64;' \
	'totals are of all words'
is "$(awk -F '\t' '$3 == "moulin" && $1 == "Berne" { print $4, $5, $6, $7 }' "$out/specificities-speaker.tsv")" '8 8 64 128' \
	'a specific word is set against all words'
is "$(awk -F '\t' '$3 == "vite" || $3 == "le" { n++ } END { print n + 0 }' "$out"/words-*.tsv "$out"/specificities-*.tsv)" 0 \
	'an adverb is in no table of words'
is "$(awk -F '\t' 'NR > 1 { print $2 }' "$out/ngrams.tsv" | grep -c '^vite vite$\|^le été$')" 2 'n-grams are of all words'
is "$(awk -F '\t' 'NR > 1 { print $3, $5 }' "$out/cooccurrents.tsv" | LC_ALL=C sort | tr '\n' ';')" 'beau 8;' \
	'so are the words near a pivot'
is "$(awk -F '\t' '$2 == "été" { print $1, $3, $4, $5 }' "$work/cooccurrents.pivots.tsv" | tail -n 1)" 'été 8 32 128' \
	'while a pivot is any word, and all words near it count'
is "$(awk -F '\t' 'NR == 2 { print $4, $5 }' "$out/distances-speaker.tsv")" '36 28' 'distances are those of their words'
is "$(awk -F '\t' '$3 < 0 { next } $1 == "words" { print $3 }' "$out/balance.tsv" | sort -u)" 128 'counts add up to all words'
is "$(awk -F '\t' '$1 == "rows" { print $3, $4 }' "$out/balance.tsv" | sort -u)" '64 64' 'and rows to those of the classes'
is "$(cat "$out"/overview.txt "$out"/ngrams.txt "$out"/specificities-speaker.txt "$out"/versus.txt "$out"/cooccurrents.txt \
	"$out"/trends.txt | grep -c 'these alone are listed and compared: nouns, verbs, adjectives')" 6 'the pages say so'
is "$(awk -F '\t' '$2 == "POS" { print $3 }' "$out/PROVENANCE.tsv")" 'NOUN VERB ADJ' 'and the provenance'

# ---- where figures come from ----

for table in types words-speaker specificities-speaker distances-speaker contexts trend-words versus.words cooccurrents \
	network factors-speaker typical-speaker; do
	[ "$(wc -l <"$out/$table.tsv")" -lt 2 ] || for line in 2 4; do
		[ "$(wc -l <"$out/$table.tsv")" -lt $line ] ||
			why -d "$work" "$out/$table.tsv:$line" >"$T/why" 2>&1 || { echo "$table:$line"; tail -n 3 "$T/why"; }
	done
done >"$T/bad"
is "$(cat "$T/bad")" '' 'why counts them again'
why -d "$work" "$out/types.tsv" type=pouvoir >"$T/why" 2>&1
is "$(grep -c 'Only words of the classes NOUN VERB ADJ' "$T/why")" 1 'and says of which words'

# ---- what holds ----

run sensitivity
is "$rc $(awk -F '\t' 'NR > 1 { print $2 }' "$out/sensitivity-choices.tsv" | tr '\n' ' ')" '0 form ' 'what holds is found out'
is "$(awk -F '\t' 'NR > 1 { print $1 }' "$work/choices/form/types.tsv" | LC_ALL=C sort | tr '\n' ' ')" \
	'agir beau loi moulin peut pouvoir région été ' 'with the same classes where forms are counted'

# ---- two runs ----

unset MAKEFLAGS MFLAGS MAKELEVEL
cd "$T" || exit 2
mkdir deux && cp "$study"/* deux
sed -i '/^AGAINST\|^CHOICES/d' deux/study.mk
tribune reports deux NAME=avant SHEETS=no >said 2>&1 || fail 'the first run' "$(tail -n 3 said)"
sed -i 's/^POS .*/POS = NOUN/' deux/study.mk
tribune reports deux NAME=apres SHEETS=no >said 2>&1 || fail 'the second run' "$(tail -n 3 said)"
tribune diff reports/avant reports/apres >o 2>&1
is "$(grep -c 'option POS: NOUN VERB ADJ -> NOUN' o)" 1 'diff tells the classes'
tribune recount reports/avant reports/apres deux >o 2>&1
is "$? $(grep -c 'option POS' o)" "0 $(grep -c ':.*->' o)" 'and recount what they did'
is "$(grep -c '« pouvoir ».*16 -> 8: option POS -8' o)" 1 'to the count of a word'

# ---- what is refused ----

# shellcheck disable=SC2016 # $ is for make
bad() { # LINE of study.mk, MESSAGE, NAME
	printf '%s\n' 'TEXTS = $(call texts,*.txt)' 'PARTS =' 'CLASSES = no' "$1" >mal/study.mk
	tribune reports mal NAME=mal >o 2>&1
	is "$? $(grep -c "$2" o)" '1 1' "$3" || cat o >&2
}
mkdir mal
printf 'La paix.\n' >mal/un.txt
bad 'POS = NOUN NUON' 'study.mk:4: POS = NOUN NUON: classes of Universal Dependencies, such as NOUN VERB ADJ; NUON is none' 'an unknown class'
bad 'POS = NOUN' 'study.mk:4: POS = NOUN: no column pos; there are: word kind form stem (LEMMATISE = tag gives it)' 'texts without classes'
tagged() { # POS
	printf '<!-- #vrt positional-attributes: word kind form pos -->\n<speech id="a">\n<s>\npaix\tw\tpaix\t%s\n</s>\n</speech>\n' \
		"$1" >mal/un.vrt
	printf '%s\n' 'TEXTS = un.vrt' 'READ = read-vrt' 'CLASSES = no' 'POS = NOUN' >mal/study.mk
	tribune reports mal NAME=mal2 PARTS= >o 2>&1
}
tagged ZZ
is "$? $(grep -c 'study.mk:4: POS = NOUN: no word is of these classes; there are: ZZ' o)" '1 1' 'classes of another kind'
tagged NOM
is "$? $(sed -n 2p reports/mal2/types.tsv | cut -f 1,3)" '0 paix	1' 'but for those that are known' || cat o >&2

# No word is of a list: the list of lemmas is empty, and no file of that.
printf '<!-- #vrt positional-attributes: word kind form lemma pos -->\n<speech id="a">\n<s>\npaix\tw\tpaix\tpaix\tNOUN\n</s>\n</speech>\n' >mal/un.vrt
printf '%s\n' 'TEXTS = un.vrt' 'READ = read-vrt' 'CLASSES = no' 'COUNT = lemma' 'POS = NOUN' >mal/study.mk
tribune reports mal NAME=mal3 PARTS= >o 2>&1
is "$?" 0 'a study whose lemmas are of no list' || cat o >&2
plan
