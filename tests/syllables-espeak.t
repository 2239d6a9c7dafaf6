#!/bin/sh
# Syllables by our rule against the vowels that espeak-ng says, for the forms
# of the bundled sample: 97 of 100 at least are the same; prints TAP.  The
# figures on the page of readability were found so, for other texts.
set -u
. tests/tap.sh

command -v espeak-ng >/dev/null || skip_all 'espeak-ng is not installed'

# Words of three letters and more, but clitics and joined ones.
cat corpus/sample/discours/*.txt corpus/sample/*.txt | tokenise -q |
	awk -F '\t' '$2 == "w" && length($3) > 2 && $3 !~ /[^a-z\200-\377]/ &&
		!seen[$3]++ { print $3 }' >"$T/forms"

# What espeak-ng says, a line a word; (en) where it takes it for English.
sed 's/$/\n/' "$T/forms" >"$T/lines"
espeak-ng -v fr -b 1 -q --ipa -f "$T/lines" >"$T/ipa"
is "$(wc -l <"$T/ipa")" "$(wc -l <"$T/forms")" 'a line for every word'

# Vowels as one byte each, stress, length and nasality off; y is a glide
# before i, and before other vowels unless it follows pr, bl ...
sed -e 's/ˈ//g; s/ˌ//g; s/ː//g; s/̃//g; s/ //g; s/-//g' \
	-e 's/[[:space:]]//g; s/ɑ/a/g; s/ɐ/a/g; s/ɛ/e/g; s/ə/e/g' \
	-e 's/ɔ/o/g; s/œ/o/g; s/ø/o/g; s/ɪ/i/g; s/ʊ/u/g; s/ʁ/r/g; s/ɡ/g/g' \
	-e 's/yi/i/g; s/\([pbtdkgfv][lr]\)y/\1Y/g; s/y\([aeiou]\)/\1/g' \
	"$T/ipa" | awk '
	/\(/ { print "NA"; next }
	{ print gsub(/[aeiouyY]/, "") }' >"$T/want"

{
	echo '<!-- #vrt positional-attributes: kind form -->'
	awk '{
		printf "<speech id=\"%06d\">\nw\t%s\n</speech>\n", NR, $0
	}' "$T/forms"
} | readability -q | tail -n +2 | cut -f 4 >"$T/got"

paste "$T/forms" "$T/got" "$T/want" | awk -F '\t' '
	$3 == "NA" { next }
	{ n++ }
	$2 == $3 { same++ }
	$2 > $3 + 1 || $2 < $3 - 1 { far++ }
	END { printf "%d %d %d\n", n, same, far }' >"$T/sums"
read -r all same far <"$T/sums"
if [ "$all" -gt 1000 ] && [ $((same * 100)) -ge $((all * 97)) ]; then
	pass "$same of $all words have the syllables of espeak-ng"
else
	fail "$same of $all words have the syllables of espeak-ng"
fi
if [ $((far * 1000)) -le $((all * 3)) ]; then
	pass "$far of $all differ by more than one"
else
	fail "$far of $all differ by more than one"
fi
plan
