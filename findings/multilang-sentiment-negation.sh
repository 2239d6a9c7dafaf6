#!/bin/sh
# multilang-sentiment turns the French words behind "pas", and leaves the verb before it,
# so that to refuse something twice over scores as praise.
# Versions: multilang-sentiment 2.0.0 (npm), Node.js 18 or later.
#
# "Je n’aime pas la guerre" scores 5, more than "J’aime ce pays": of the two parts of a
# French negation only the second one is known where the first is elided, it reaches the
# five words behind it and none before it, so aime keeps its 3 and guerre turns to 2.
# "Je n’aime pas ce pays" scores as "J’aime ce pays" does.  Where ne is written out the
# verb is turned (and so is what follows).
#
# One would have guessed that a list which holds "ne", "pas" and "ne pas" as negations
# treats n’ as ne, or that the negation takes in the verb between its two parts.
#
# Why it matters: verbs that begin with a vowel (accepter, aimer, aider, applaudir) are as
# common in speeches as others.  Tone by speaker is then wrong by the sign for those who
# refuse, which is what one measures between a majority and an opposition.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts multilang-sentiment@2.0.0 >log 2>&1 || {
	cat log >&2
	exit 1
}
cat >tone.js <<'JS'
const tone = require('multilang-sentiment')
for (const text of [
	'J’aime ce pays.',
	'Je n’aime pas ce pays.',
	'Je n’aime pas la guerre.',
	'Je n’accepte pas la honte.',
	'Nous aimons la paix.',
	'Nous n’aimons pas la paix.',
	'Vous ne protégez pas.',
	'Vous protégez.'
]) {
	const t = tone(text, 'fr')
	console.log([text, t.score, t.positive.join(' '), t.negative.join(' ')].join('\t'))
}
JS
node tone.js | tee seen
cat >want <<'SEEN'
J’aime ce pays.	3	aime	
Je n’aime pas ce pays.	3	aime	
Je n’aime pas la guerre.	5	aime guerre	
Je n’accepte pas la honte.	3	accepte honte	
Nous aimons la paix.	2	paix	
Nous n’aimons pas la paix.	-2		paix
Vous ne protégez pas.	-1		protéger
Vous protégez.	1	protéger	
SEEN
cmp want seen
