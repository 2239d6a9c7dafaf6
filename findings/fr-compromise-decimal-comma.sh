#!/bin/sh
# fr-compromise reads French numbers by English signs: a decimal comma is dropped, so
# that the value is ten or a hundred times what was said, and a number with blanks
# between its thousands ends at the first blank.
# Versions: fr-compromise 0.2.8 (npm), Node.js 18 or later.
#
# numbers().json() gives 1129 for 112,9 and 35 milliards for 3,5 milliards;
# 20 000 is 20, 1 200 000 is 1, though the text that it shows beside the value is
# whole.  Written without blanks, or with a point, the values are right.
#
# One would have guessed that the French edition of a library of language reads the
# signs of French numbers, as it reads its number words (deux cent vingt millions
# is right), or gives no value where it cannot.
#
# Why it matters: who takes amounts and rates out of speeches on budgets (debt in per
# cent of GDP, jobs, millions of euros) gets plausible numbers of another size, and
# the matched text beside them looks right.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts fr-compromise@0.2.8 >log 2>&1 || {
	cat log >&2
	exit 1
}
cat >values.js <<'JS'
import nlp from 'fr-compromise'
for (const text of [
	'La dette atteint 112,9 % du PIB.',
	'Le plan vaut 3,5 milliards.',
	'Nous créons 20 000 emplois.',
	'Un budget de 1 200 000 euros.',
	'Nous créons 20000 emplois.',
	'Un indice de 20.5 en juin.',
	'Deux cent vingt millions de plus.'
])
	for (const n of nlp(text).numbers().json())
		console.log(n.text + '\t' + n.number.num)
JS
node values.js | tee seen
cat >want <<'SEEN'
112,9	1129
3,5 milliards.	35000000000
20 000	20
1 200 000	1
20000	20000
20.5	20.5
Deux cent vingt millions	220000000
SEEN
cmp want seen
