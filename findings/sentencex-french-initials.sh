#!/bin/sh
# sentencex ends a French sentence behind M., and behind each letter of S.M.I.C.; told that
# the text is English it does not.
# Versions: sentencex 1.0.17 (npm, with sentencex-linux-x64 1.0.17), Node.js 18 or later.
#
# Its list of French abbreviations has MM., cf. and chap., not M.; and where English and
# German take a single capital for an initial, French does not.  What follows need not begin
# with a capital, nor a blank stand before it: « M. le ministre a parlé » is two sentences,
# « Le S.M.I.C. augmente » is five.  c.-à-d., which the list has, is cut behind its c.
#
# One would have guessed that a language with a list of its own does better by it than by
# the rules of English, or knows the abbreviation that French writes most.
#
# Why it matters: records name men as M. and women as Mme, without a dot.  The mean length
# of a sentence falls with each man who is addressed or named, so that in a comparison of
# speakers or years it is the sex of those they name that is measured.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts sentencex@1.0.17 >log 2>&1 || {
	cat log >&2
	exit 1
}
cat >cut.js <<'JS'
import { segment } from 'sentencex'
for (const text of [
	'M. le ministre a parlé. Il est parti.',
	'MM. Martin et Durand ont parlé. Ils sont partis.',
	'Mme la ministre a parlé. Elle est partie.',
	'L’amendement de M. Martin est adopté.',
	'M. J. Martin a la parole.',
	'Le S.M.I.C. augmente.',
	'Un euro, c.-à-d. rien.'
])
	for (const language of ['fr', 'en', 'de'])
		console.log(language + '\t' + segment(language, text).map(s => s.trim()).join(' | '))
JS
node cut.js | tee seen
cat >want <<'SEEN'
fr	M. | le ministre a parlé. | Il est parti.
en	M. le ministre a parlé. | Il est parti.
de	M. le ministre a parlé. | Il est parti.
fr	MM. Martin et Durand ont parlé. | Ils sont partis.
en	MM. Martin et Durand ont parlé. | Ils sont partis.
de	MM. Martin et Durand ont parlé. | Ils sont partis.
fr	Mme la ministre a parlé. | Elle est partie.
en	Mme la ministre a parlé. | Elle est partie.
de	Mme la ministre a parlé. | Elle est partie.
fr	L’amendement de M. | Martin est adopté.
en	L’amendement de M. Martin est adopté.
de	L’amendement de M. Martin est adopté.
fr	M. | J. | Martin a la parole.
en	M. J. Martin a la parole.
de	M. J. Martin a la parole.
fr	Le S. | M. | I. | C. | augmente.
en	Le S.M.I.C. augmente.
de	Le S.M.I.C. augmente.
fr	Un euro, c. | -à-d. | rien.
en	Un euro, c.-à-d. | rien.
de	Un euro, c.-à-d. rien.
SEEN
cmp want seen
