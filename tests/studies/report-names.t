#!/bin/sh
# The pages of the reports on tables whose parts, ids, themes and pivots are
# equal as numbers, or look like options, formats and escapes; prints TAP.
set -u
. tests/tap.sh

W=$T/work
mkdir "$W"
TITLE='100 % {a} \tb -n = {{'
LABELS=pipeline/labels/en.labels

# A part and a theme a word: the value, the word that only it has.
cat >"$T/parts" <<'END'
1.1|alpha
1.10|bravo
01|charlie
1|delta
2e1|echo
20|foxtrot
0x10|golf
16|hotel
+1|india
1e400|juliette
inf|kilo
 1|lima
a\tb|mike
%s|november
all|oscar
-n|papa
x=y|quebec
nan|romeo
END

# Twenty sentences of two words: a part of three such speeches is large enough to be drawn.
sentences() { # WORD
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		printf '<s>\n%s\tw\t%s\t%s\nnous\tw\tnous\tnous\n</s>\n' "$1" "$1" "$1"
	done
}

# A stream of three speeches a part.
stream() {
	echo '<!-- #vrt positional-attributes: word kind form stem -->'
	k=0
	while IFS='|' read -r part word; do
		for _ in 1 2 3; do
			k=$((k + 1))
			printf '<speech id="%s" title="" date="%s" year="%s" party="%s">\n<p line="1">\n' \
				"s$k" "$((2000 + k))" "$((2000 + k))" "$part"
			sentences "$word"
			printf '</p>\n</speech>\n'
		done
	done <"$T/parts"
}

tables() { # PART
	stats -q -b "$1" "$W/corpus.vrt" >"$W/stats-$1.tsv"
	ngrams -q -b "$1" "$W/corpus.vrt" >"$W/words-$1.tsv"
	specificities -q -m 2 "$W/words-$1.tsv" >"$W/specificities-$1.tsv"
	themes -q -d "$T/themes.tsv" -b "$1" "$W/corpus.vrt" >"$W/themes-$1.tsv"
	spans -q -b "$1" -d pipeline/rules/fr/chairs.txt "$W/speeches.tsv" >"$W/compared-$1.tsv"
}

# PROGRAM on a page of pipeline/pages with what make gives to it; into T/page.
make_page() { # PAGE PROGRAM [ARGUMENT ...]
	design=$1
	shift
	rc=0
	"$@" -l "$LABELS" "pipeline/pages/$design.page" TITLE="$TITLE" COUNT=form \
		PARTS="${parts:-party}" PART=party REPORT_LANG=en THEME_LABELS="$T/labels.tsv" \
		LISTS_APART=none COMPARED_BY=all LEAST_WORDS=0 LEAST_TIMES=2 TREND_TIMES=2 NEAR=5 SEGMENT_SIZE=40 SEGMENT_TIMES=2 PART_OF= VERSUS=none CLASSES=no SHEETS=no ONLY_OF=none \
		>"$T/page" 2>"$T/err" || rc=$?
}

one_page() { # PAGE
	make_page "$1" page -d "$W"
	is "$rc $(cat "$T/err")" '0 ' "$1: it is made"
}

# What stands under a heading of the page.
under() { # HEADING
	HEADING=$1 awk '
	(last "") == ENVIRON["HEADING"] && /^-+$/ { on = 1; next }
	on && /^-+$/ { on = 0 }
	on { print }
	{ last = $0 }' "$T/page"
}

# The first by the bytes of ids of the three speeches that say a word.
speech_of() { # WORD
	WORD=$1 awk -F '|' '$2 == ENVIRON["WORD"] {
		for (k = 3 * NR - 2; k <= 3 * NR; k++) print "s" k
	}' "$T/parts" | sort | sed 1q
}

{
	printf 'theme\tcode\tlabel_fr\tlabel_en\n'
	IFS='|'
	while read -r part word; do
		printf '%s\tx\tthème %s\ttheme %s\n' "$part" "$word" "$word"
	done <"$T/parts"
} >"$T/labels.tsv"
{
	printf 'theme\tentry\n'
	while read -r part word; do
		case $part in ' 1' | *\\*) continue ;; esac
		printf '%s\t=%s\n' "$part" "$word"
	done <"$T/parts"
} >"$T/themes.tsv"
unset IFS

stream >"$W/corpus.vrt"
types -q -a forms -X "$W/corpus.vrt" >"$W/types.tsv"
stats -q -a title,date,year,speaker,place,party "$W/corpus.vrt" >"$W/speeches.tsv"
spans -q -d pipeline/rules/fr/chairs.txt "$W/speeches.tsv" >"$W/compared.tsv"
spans -q "$W/speeches.tsv" >"$W/spans.tsv"
tables party
tables id
specificities -q -m 2 -b party -d "$W/speeches.tsv" -u "$W/words-id.tsv" \
	-O "$W/specificities-party" "$W/words-party.tsv" >"$W/specificities-party.tsv"
typical -q -b party -l 1 -d "$W/specificities-party.tsv" "$W/corpus.vrt" \
	>"$W/typical-party.tsv"
between -q -t -b party -d "$W/speeches.tsv" -O "$W/differences-party" \
	"$W/themes-id.tsv" >"$W/differences-party.tsv"
between -q -t -M each -b party -d "$W/speeches.tsv" "$W/themes-id.tsv" \
	>"$W/differences-each-party.tsv"
rates -q -g "$W/themes-id.tsv" >"$W/rates-all.tsv"
rates -q -b party -d "$W/speeches.tsv" "$W/themes-id.tsv" >"$W/rates-party.tsv"
themes -q -r -d "$T/themes.tsv" "$W/corpus.vrt" >"$W/entries.tsv"
themes -q -z -d "$T/themes.tsv" "$W/corpus.vrt" >"$W/coverage.tsv"

one_page specificities-PART
wrong=
while IFS='|' read -r part word; do
	[ "$(under "$part (120 words)" | sed -n '4,$s/^\([a-z][a-z]*\)  *[0-9].*/\1/p')" = "$word" ] ||
		wrong="$wrong '$part'"
done <"$T/parts"
is "$wrong" '' 'specificities: each part has its own words, and no other'
wrong=
while IFS='|' read -r part word; do
	[ "$(under "$part (120 words)" | grep -A 1 ' said ')" = "$(speech_of "$word") (line 1, sentence 1, said 60 times; $word):
    $word nous" ] || wrong="$wrong '$part'"
done <"$T/parts"
is "$wrong" '' 'specificities: each part has its own sentence, and no other'

# Of each part the bar of its theme: nothing of another.
one_page themes
sed -n '/^What each part/,/^The words that/p' "$T/page" >"$T/bars"
is "$(grep -c ' 500\.0$' "$T/bars") $(grep -c '^theme alpha .* 500\.0$' "$T/bars")" '12 1' \
	'themes: a part, its own theme'
is "$(sed -n '/^The words that/,$p' "$T/page" | grep -c '^theme \([a-z]*\) (60): =\1 60\.$')" \
	12 'themes: the words behind a theme are its own'

# Pivots; a study may have no stoplists.
printf 'type\tform\tfreq\tspeeches\n' >"$W/listed.tsv"
printf 'pivot\tterm\tf\tF\tS\tq\tlogDice\tdistance\tspeeches\tq_speech\n' >"$W/cooccurrents.tsv"
printf 'pivot\tfreq\tt\tT\ttests\tspeeches\ttests_speech\n' >"$W/cooccurrents.pivots.tsv"
printf 'source\ttarget\tweight\tq_speech\n' >"$W/network.tsv"
while IFS='|' read -r part word; do
	case $part in *\\*) part='a\\tb' ;; esac # as tables write it
	printf '%s\t%s\t5\t5\t3\t0\t1\t1\t5\t0\n' "$part" "$word"
	printf '%s\tnous\t5\t50\t2.5\t0.2\t1\t1\t5\t0.3\n' "$part"
	printf '%s\t5\t9\t99\t9\t5\t9\n' "$part" >&3
done <"$T/parts" >>"$W/cooccurrents.tsv" 3>>"$W/cooccurrents.pivots.tsv"
one_page cooccurrents
wrong=
while IFS='|' read -r part word; do
	[ "$(under "$part" | sed -n '4,$s/^\([a-z][a-z]*\)  *5.*/\1/p')" = "$word" ] ||
		wrong="$wrong '$part'"
done <"$T/parts"
is "$wrong" '' 'cooccurrents: each pivot has its own words'
is "$(grep -c '^By words alone' "$T/page")" 0 'cooccurrents: no word that chance explains, by words or by speeches'

# Without stoplists the margins are no words.
ngrams -q -n 1-2 "$W/corpus.vrt" >"$W/ngrams.tsv"
one_page ngrams
is "$(sed -n '/^n = 2/,$p' "$T/page" | grep -c '^ *[0-9][0-9]*$')" 0 'ngrams: a row has words'

# Overview: the years of a part are those of its speeches.
stats -q -g "$W/corpus.vrt" >"$W/stats-whole.tsv"
printf 'speeches\tof\n40\t40\n' >"$W/selection.tsv"
spans -q -b party "$W/speeches.tsv" >"$W/spans-party.tsv"
spans -q -b id "$W/speeches.tsv" >"$W/spans-id.tsv"
one_page overview
is "$(head -n 1 "$T/page")" "$TITLE" 'overview: the title as it is'

parts=id
one_page overview
parts=
is "$(under 'By id')" '' 'overview: speeches as parts stand once, by their titles'

# Map: the nearest of each, by name, as if it were beyond chance.
distance -q -N "$W/words-party.tsv" | awk -F '\t' -v OFS='\t' '
	{ $NF = NR == 1 ? "chance" OFS "q" OFS "note" : ".9" OFS ".01" OFS; print }' \
	>"$W/nearest-party.tsv"
cluster -q -B 100 -g party -d "$W/speeches.tsv" "$W/words-id.tsv" >"$W/cluster-party.tsv"
printf 'axis\tp\n' >"$W/eigenvalues-party.tsv"
printf 'kind\tname\n' >"$W/factors-party.tsv"
one_page map-PART
is "$(under 'Nearest neighbours' | grep -c '^\(1\.1\|1\.10\|01\|1\|2e1\|20\) ')" 6 \
	'map: a row a part'

# Sheets: ids that are equal as numbers, empty cells, ids like file names.
while IFS='|' read -r part word; do
	case $part in [!a-z0-9]* | 'a\tb' | x=y) ;; *) printf '%s|%s\n' "$part" "$word" ;; esac
done <"$T/parts" >"$T/ids"
printf '1.units|sierra\nfigures.1|tango\n' >>"$T/ids"
k=0
{
	echo '<!-- #vrt positional-attributes: word kind form stem -->'
	while IFS='|' read -r id word; do
		k=$((k + 1))
		printf '<speech id="%s" title="" date="" year="20%02d" speaker="Voix %s" place="">\n' \
			"$id" $k "$word"
		sentences "$word"
		printf '</speech>\n'
	done <"$T/ids"
} >"$W/corpus.vrt"
tables id
stats -q -a title,date,year,speaker,place "$W/corpus.vrt" >"$W/speeches.tsv"
themes -q -d "$T/themes.tsv" -U "$W/corpus.vrt" >"$W/themes-units.tsv"
rates -q -B 0 -U "$W/themes-units.tsv" >"$W/rates-id.tsv" 2>/dev/null ||
	rates -q -U "$W/themes-units.tsv" >"$W/rates-id.tsv"
rates -q -g "$W/themes-id.tsv" >"$W/rates-all.tsv"
ranks -q "$W/speeches.tsv" >"$W/ranks.tsv"
concordance -q -d "$W/specificities-id.tsv" -k 3 -n 4 -w 20 "$W/corpus.vrt" >"$W/contexts.tsv"
make_page sheet sheets -d "$W" -O "$T/sheets"
is "$(sed 1d "$T/page"; cat "$T/err")" "$(cut -d '|' -f 1 "$T/ids" | sort | sed 's/.*/&	&.txt/')" \
	'sheets: a row a speech'
wrong=
any=$(cut -d '|' -f 2 "$T/ids" | tr '\n' '|' | sed 's/|$//; s/|/\\|/g')
while IFS='|' read -r id word; do
	sheet=$T/sheets/$id.txt
	words=$(grep -ow "$any" "$sheet" 2>&1 | sort -u)
	[ "$words" = "$word" ] || wrong="$wrong '$id' ($words)"
	grep -qsx "Voix $word" "$sheet" || wrong="$wrong '$id' (no speaker)"
done <"$T/ids"
is "$wrong" '' 'sheets: each speech has its own words, themes, lines and speaker'

# Ids that leave the folder, or cannot be the name of a file.
before=$(find "$T" | sort)
for id in '../../outside' '/tmp/outside' '.hidden' 'a/b' "$(printf '%0300d' 1)"; do
	ID=$id awk -F '\t' -v OFS='\t' '
	NR == 2 { $1 = ENVIRON["ID"] } { print }' "$W/speeches.tsv" >"$T/new"
	mkdir "$T/odd"
	for f in "$W"/*; do ln -s "$f" "$T/odd/"; done
	rm "$T/odd/speeches.tsv"
	mv "$T/new" "$T/odd/speeches.tsv"
	make_page sheet sheets -d "$T/odd" -O "$T/sheets"
	rm -r "$T/odd"
	is "$rc $(grep -c 'cannot be the name of a file' "$T/err")" '1 1' \
		"sheets: an id like $(printf '%.20s' "$id") is refused"
done
is "$(find "$T" | sort)" "$before" 'sheets: nothing is written elsewhere'
plan
