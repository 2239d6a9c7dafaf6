#!/bin/sh
# The French tokeniser of natural takes æ and ÿ for signs between words: vitæ becomes
# the verb form vit, L'Haÿ the word Ha.
# Versions: natural 8.1.1 (npm), Node.js 18 or later.
#
# AggressiveTokenizerFr keeps œ and the letters with accents, capital ones too, and cuts
# at anything else.  Two letters of the French alphabet are not in its list.  They are
# dropped, and the word goes on behind them as another one.
#
# One would have guessed that a tokeniser for French that knows œ knows the other
# ligature, and the one letter that only names have.
#
# Why it matters: ex æquo, curriculum vitæ and names of towns (L'Haÿ-les-Roses, Faÿ,
# Louÿs) stand in debates and in lists of members; what remains of them are words
# that exist (vit, ha) and are counted as such, and a search for the town finds nothing.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts natural@8.1.1 >log 2>&1 || {
	cat log >&2
	exit 1
}
cat >cut.js <<'JS'
const { AggressiveTokenizerFr } = require('natural')
const tokenizer = new AggressiveTokenizerFr()
for (const text of [
	'Le cœur de nos mœurs',
	'ÉLUS, DÉPUTÉS, ambiguë, naïf',
	'deux listes ex æquo',
	'un curriculum vitæ',
	"le maire de L'Haÿ-les-Roses"
])
	console.log(text + '\t' + tokenizer.tokenize(text).join(' | '))
JS
node cut.js 2>log | grep -v '^◇' | tee seen
cat >want <<'SEEN'
Le cœur de nos mœurs	Le | cœur | de | nos | mœurs
ÉLUS, DÉPUTÉS, ambiguë, naïf	ÉLUS | DÉPUTÉS | ambiguë | naïf
deux listes ex æquo	deux | listes | ex | quo
un curriculum vitæ	un | curriculum | vit
le maire de L'Haÿ-les-Roses	le | maire | de | L | Ha | -les-Roses
SEEN
cmp want seen
