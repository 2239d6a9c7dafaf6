#!/bin/sh
# chrono's French parser leaves out the minutes of a time that is written as French
# typography asks, with blanks around the h; the hour is found, so nothing tells.
# Versions: chrono-node 2.10.3 (npm), Node.js 18 or later.
#
# « à 15 h 30 » is 15:00, with common blanks or no-break ones; « à 15h30 » and « à 15:30 »
# are right.  « à 9 heures 30 » is 9:00.
#
# One would have guessed that the form which the national printer prescribes, and every
# official record uses, is the first that a French parser knows, or that a time of which
# a part cannot be read is no time.
#
# Why it matters: records of sittings say « (La séance, suspendue à 17 h 55, est reprise à
# 18 h 05.) ».  Lengths of sittings and of breaks made of these times are wrong by up to an
# hour either way, and a break within one hour has no length at all.
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
	'La séance est ouverte à 15 h 30.',
	'La séance est ouverte à 15\u00a0h\u00a030.',
	'La séance est ouverte à 15h30.',
	'La séance est ouverte à 15:30.',
	'La séance est ouverte à 9 heures 30.',
	'Suspendue à 17 h 05, la séance est reprise à 17 h 55.'
]) {
	const found = chrono.fr.parse(text, day).map(f => f.text + ' = ' + f.start.get('hour') +
		':' + String(f.start.get('minute')).padStart(2, '0'))
	console.log(text + '\t' + (found.join(', ') || 'nothing'))
}
JS
node when.js | tee seen
cat >want <<'SEEN'
La séance est ouverte à 15 h 30.	à 15 = 15:00
La séance est ouverte à 15 h 30.	à 15 = 15:00
La séance est ouverte à 15h30.	à 15h30 = 15:30
La séance est ouverte à 15:30.	à 15:30 = 15:30
La séance est ouverte à 9 heures 30.	à 9 = 9:00
Suspendue à 17 h 05, la séance est reprise à 17 h 55.	à 17 = 17:00, à 17 = 17:00
SEEN
cmp want seen
