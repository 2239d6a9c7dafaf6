#!/bin/sh
# In fr-compromise a noun behind an elided article is a term without text: lists of
# frequencies count it under the empty string, and its list of nouns lacks it.
# Versions: fr-compromise 0.2.8 (npm), Node.js 18 or later.
#
# Of « l'école » it makes two terms.  The first has the whole text, l'école, and the
# determiner's tags; the second, tagged as a noun, has the text "" and the word école
# only as "implicit".  A search for école finds it by that.  But terms().out('freq')
# counts l'école as one word and "" as another, and nouns() of a sentence in which
# each noun has an elided article returns none of them.
#
# One would have guessed that what a search finds is what a list counts: école once as
# l'école would be the fault of many tokenisers, but not an empty word beside it.
#
# Why it matters: in French each noun with a vowel or a mute h before it is elided in
# the singular (l'État, l'école, l'hôpital, d'impôts).  In a list of the words of
# speeches the most frequent word may be no word, and État, école, Europe are missing
# where loi, maire, France are not: a bias by first letters.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts fr-compromise@0.2.8 >log 2>&1 || {
	cat log >&2
	exit 1
}
cat >words.js <<'JS'
import nlp from 'fr-compromise'
const text = nlp("L'État finance l'école et l'hôpital")
for (const t of text.json()[0].terms)
	console.log('term', JSON.stringify(t.text), t.tags.includes('Noun') ? 'noun' : '-')
for (const w of text.terms().out('freq'))
	console.log('count', w.count, JSON.stringify(w.normal))
console.log('nouns', JSON.stringify(text.nouns().out('array')))
console.log('has école', text.has('école'))
console.log('nouns', JSON.stringify(nlp('La loi finance la mairie').nouns().out('array')))
JS
node words.js | tee seen
cat >want <<'SEEN'
term "L'État" -
term "" noun
term "finance" -
term "l'école" -
term "" noun
term "et" -
term "l'hôpital" -
term "" noun
count 3 ""
count 1 "l'état"
count 1 "finance"
count 1 "l'école"
count 1 "et"
count 1 "l'hôpital"
nouns []
has école true
nouns ["loi","mairie"]
SEEN
cmp want seen
