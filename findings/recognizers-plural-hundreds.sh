#!/bin/sh
# Microsoft's recognizer of numbers takes « deux cents députés » for 2: hundreds with the
# s that French grammar asks for are left out.
# Versions: @microsoft/recognizers-text-number 1.3.1 (npm), Node.js 18 or later.
#
# cent takes an s where it is multiplied and nothing follows, or only millions: deux cents,
# but deux cent vingt.  recognizeNumber() knows the second alone, and ends the number
# before the first: deux mille trois cents is 2003, trois cents millions is 3.  With the s
# of quatre-vingts it has no trouble.
#
# One would have guessed that a package whose authors speak of full support for French
# reads its round numbers as those between them, or gives nothing for what it cannot.
#
# Why it matters: round numbers are what is spelled out in records of debates (trois cents
# millions d’euros, quatre cents voix, mille cinq cents communes), and those not round are
# right, so that a test with some of them tells nothing.  What comes out is a small number
# that goes unnoticed among the ones of the text.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts \
	@microsoft/recognizers-text-number@1.3.1 >log 2>&1 || {
	cat log >&2
	exit 1
}
cat >values.js <<'JS'
const { recognizeNumber } = require('@microsoft/recognizers-text-number')
for (const text of [
	'deux cents députés',
	'deux cent vingt députés',
	'trois cents millions d’euros',
	'trois cent vingt millions d’euros',
	'deux mille trois cents communes',
	'deux mille trois cent quarante communes',
	'mille cinq cents',
	'quatre cents voix contre cent quatre-vingts'
]) {
	const found = recognizeNumber(text, 'fr-fr').map(n => n.text + ' = ' + n.resolution.value)
	console.log(text + '\t' + found.join(', '))
}
JS
node values.js | tee seen
cat >want <<'SEEN'
deux cents députés	deux = 2
deux cent vingt députés	deux cent vingt = 220
trois cents millions d’euros	trois = 3
trois cent vingt millions d’euros	trois cent vingt millions = 320000000
deux mille trois cents communes	deux mille trois = 2003
deux mille trois cent quarante communes	deux mille trois cent quarante = 2340
mille cinq cents	mille cinq = 1005
quatre cents voix contre cent quatre-vingts	quatre = 4,  cent quatre-vingts = 180
SEEN
cmp want seen
