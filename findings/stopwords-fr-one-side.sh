#!/bin/sh
# The French list of stopwords-iso holds droite and not gauche: who leaves out its words
# counts one side of the house alone.
# Versions: stopwords-fr 0.3.0 (npm; the same 691 words as the French of stopwords-iso
# 1.1.0, npm), Node.js 18 or later.
#
# The list is made of several others, and takes what each of them had.  Beside the small
# words there are personne and personnes, force, valeur, sujet, possible, juste, parle,
# nouveau, nouveaux; the opposites, and the plural or feminine of most, are not there
# (impossible, nouvelle, forces, valeurs, sujets).
#
# One would have guessed that a list which calls itself the most comprehensive holds more
# words without a meaning of their own, in all their forms, and that of a pair of opposites
# it holds both or none.
#
# Why it matters: packages for R and for Python hand this list on.  In a table of words
# by party droite has no row and gauche has one; valeurs républicaines stays and la valeur
# travail loses its first word.  Nothing in the result tells of it.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts stopwords-fr@0.3.0 stopwords-iso@1.1.0 \
	>log 2>&1 || {
	cat log >&2
	exit 1
}
cat >left.js <<'JS'
const list = require('stopwords-fr')
const stop = new Set(list)
const same = require('stopwords-iso').fr
console.log(list.length, 'words; in stopwords-iso', same.length, same.every(w => stop.has(w)))
for (const words of [
	'la droite et la gauche',
	'la force et les forces',
	'la valeur et les valeurs',
	'une personne et un citoyen',
	'un sujet et des sujets',
	'un débat ouvert et un débat fermé',
	'c’est possible et c’est impossible',
	'le nouveau monde et la nouvelle majorité',
	'la droite parle et la gauche répond'
])
	console.log(words + '\t' + words.split(/[ ’]/).filter(w => !stop.has(w)).join(' '))
JS
node left.js | tee seen
cat >want <<'SEEN'
691 words; in stopwords-iso 691 true
la droite et la gauche	gauche
la force et les forces	forces
la valeur et les valeurs	valeurs
une personne et un citoyen	citoyen
un sujet et des sujets	sujets
un débat ouvert et un débat fermé	débat débat fermé
c’est possible et c’est impossible	impossible
le nouveau monde et la nouvelle majorité	monde nouvelle majorité
la droite parle et la gauche répond	gauche répond
SEEN
cmp want seen
