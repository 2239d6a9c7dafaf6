#!/bin/sh
# chrono's French parser takes the number of a paragraph of a law for an hour of the day:
# « alinéa 16 » is four in the afternoon.
# Versions: chrono-node 2.10.3 (npm), Node.js 18 or later.
#
# The last letter of alinéa stands behind an é, which is no letter to the pattern that
# looks for the word before an hour; so the text found is « a 16 », as if « à 16 » had
# been written without its accent.  From 25 on, which is no hour, nothing is found.
#
# One would have guessed that a parser for French dates finds words whole where they hold
# an accent, or asks for an h or « heures » behind the number.
#
# Why it matters: debates on bills name a paragraph in every other speech.  Who dates
# pieces of a transcript by the times found in it gets as many false ones as there are
# paragraphs, all of them within the day of the sitting, so that nothing looks odd.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts chrono-node@2.10.3 >log 2>&1 || {
	cat log >&2
	exit 1
}
cat >when.js <<'JS'
import * as chrono from 'chrono-node'
const day = new Date(2024, 0, 10, 12)
for (const text of [
	'La parole est à l’orateur, sur l’alinéa 16.',
	'L’article 49, alinéa 3, de la Constitution',
	'À l’alinéa 9, supprimer le mot : annuel.',
	'L’amendement porte sur l’alinéa 31.',
	'L’amendement porte sur l’article 16.'
]) {
	const found = chrono.fr.parse(text, day).map(f => f.text + ' = ' + f.start.get('hour') +
		':' + String(f.start.get('minute')).padStart(2, '0'))
	console.log(text + '\t' + (found.join(', ') || 'nothing'))
}
JS
node when.js | tee seen
cat >want <<'SEEN'
La parole est à l’orateur, sur l’alinéa 16.	a 16 = 16:00
L’article 49, alinéa 3, de la Constitution	a 3 = 3:00
À l’alinéa 9, supprimer le mot : annuel.	a 9 = 9:00
L’amendement porte sur l’alinéa 31.	nothing
L’amendement porte sur l’article 16.	nothing
SEEN
cmp want seen
