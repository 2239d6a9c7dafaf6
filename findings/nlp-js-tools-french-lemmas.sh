#!/bin/sh
# nlp-js-tools-french gives more lemmas than there are words: one for each reading of a
# form, so that counts of its lemmas count ambiguous words several times.
# Versions: nlp-js-tools-french 1.0.9 (npm), Node.js 18 or later.
#
# lemmatizer() returns a list in which a word stands once for each lemma that its
# dictionaries have for the form: finances as finance and as financer, somme as somme
# and as sommer, élus as élu and as élire.  Nothing in a row says that it is one of
# several but the word's number, which comes twice.
#
# One would have guessed one lemma a word, as other lemmatisers give (where they must
# choose they choose), or a list of lemmas within the word's row.
#
# Why it matters: the number of rows is what a script counts.  Seven words on
# a budget make eleven lemmas here; the verbs financer, sommer and porter, which
# nobody used, come out as often as the nouns, and rates per thousand words are
# too large by a share that differs from speaker to speaker.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts nlp-js-tools-french@1.0.9 >log 2>&1 || {
	cat log >&2
	exit 1
}
cat >lemmas.js <<'JS'
const French = require('nlp-js-tools-french')
const text = 'La somme des finances portée aux élus'
const french = new French(text, {
	tagTypes: ['adj', 'art', 'nom', 'ver'],
	strictness: true,
	minimumLength: 1
})
const rows = french.lemmatizer()
for (const row of rows)
	console.log(row.id, row.word, row.lemma)
console.log(french.tokenized.length, 'words', rows.length, 'lemmas')
JS
node lemmas.js | tee seen
cat >want <<'SEEN'
0 la la
1 somme somme
1 somme sommer
2 des des
3 finances finance
3 finances financer
4 portée portée
4 portée porter
5 aux aux
6 élus élu
6 élus élire
7 words 11 lemmas
SEEN
cmp want seen
