#!/bin/sh
# Microsoft's recognizer of dates gives this month for « le mois dernier », and the same
# for « le mois prochain » and « l’an dernier ».
# Versions: @microsoft/recognizers-text-date-time 1.3.2 (npm), Node.js 18 or later.
#
# In French the word that tells which month stands behind it.  recognizeDateTime() takes
# « le mois » for a date, which is the month of the day given to it, and leaves dernier
# and prochain where they are; with « an », to it a month too, they are taken along but
# change nothing.  « la semaine dernière » and « avant-hier » are right, « l’année
# dernière » is found without a value.
#
# One would have guessed that last and next are not the same, as they are not for weeks,
# and that the one place where French adjectives of time can stand is looked at.
#
# Why it matters: a series of what speeches refer to, month by month, has a peak in the
# month in which they were held, made of what they say about the months and years before
# and after it.  That a debate is about its own days is what one expects to see.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts \
	@microsoft/recognizers-text-date-time@1.3.2 >log 2>&1 || {
	cat log >&2
	exit 1
}
cat >when.js <<'JS'
const { recognizeDateTime } = require('@microsoft/recognizers-text-date-time')
const day = new Date(2024, 5, 20, 12)
for (const text of [
	'Nous avons voté ce texte le mois dernier.',
	'Nous voterons ce texte le mois prochain.',
	'Vous disiez le contraire l’an dernier.',
	'La dette baissera l’an prochain.',
	'Vous disiez le contraire l’année dernière.',
	'Nous avons voté ce texte la semaine dernière.',
	'Nous voterons ce texte la semaine prochaine.',
	'Nous avons voté ce texte avant-hier.'
]) {
	for (const found of recognizeDateTime(text, 'fr-fr', 0, day)) {
		const value = found.resolution ? found.resolution.values[0] : { value: 'nothing' }
		console.log(text + '\t' + found.text + ' = ' +
			(value.value || value.start + ' to ' + value.end))
	}
}
JS
TZ=UTC node when.js | tee seen
cat >want <<'SEEN'
Nous avons voté ce texte le mois dernier.	le mois = 2024-06-01 to 2024-07-01
Nous voterons ce texte le mois prochain.	le mois = 2024-06-01 to 2024-07-01
Vous disiez le contraire l’an dernier.	an dernier = 2024-06-01 to 2024-07-01
La dette baissera l’an prochain.	an prochain = 2024-06-01 to 2024-07-01
Vous disiez le contraire l’année dernière.	année dernière = nothing
Nous avons voté ce texte la semaine dernière.	la semaine dernière = 2024-06-10 to 2024-06-17
Nous voterons ce texte la semaine prochaine.	la semaine prochaine = 2024-06-24 to 2024-07-01
Nous avons voté ce texte avant-hier.	avant-hier = 2024-06-18
SEEN
cmp want seen
