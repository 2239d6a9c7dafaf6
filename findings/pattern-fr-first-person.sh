#!/bin/sh
# In pattern's French « je suis » is a form of suivre, to follow, and « nous sommes » one
# of sommer, to summon: être lacks both its first persons.
# Versions: python3-pattern 2.6+git20180818-4 (Debian 12), its module pattern.fr.
#
# A form has one infinitive, that of the last verb in its table which has it, whatever stands
# around it: « je suis élue » is suivre and éluer (to elute).  es, est, êtes, sont, étais
# and serai are être.  Pronouns lose an s or an x as nouns do with their plural: nous is
# nou, vous is vou, eux is eu.
#
# One would have guessed that of two verbs which share a form the commonest of the language
# wins, or that the word before it decides; and that a pronoun stays as it is.
#
# Why it matters: je suis and nous sommes are how speakers put themselves into a speech.
# In a table of lemmas suivre and sommer grow with each I and we, and être marks those who
# speak of others: a contrast of persons that looks like one of what they do.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
apt-get -q download python3-pattern=2.6+git20180818-4 >log 2>&1 || {
	cat log >&2
	exit 1
}
dpkg-deb -x ./*.deb .
cat >lemmas.py <<'PY'
import sys
sys.path.insert(0, "usr/lib/python3/dist-packages")
from pattern.fr import parse
for text in ("Je suis élue.", "Je suis contre ce texte.", "Tu es là.", "Elle est contre ce texte.",
             "Nous sommes contre ce texte.", "Vous êtes contre ce texte.", "Elles sont là.",
             "Je serai là, j'étais là.", "Nous vous parlons d'eux."):
    words = [word.split("/") for word in parse(text, lemmata=True).split(" ")]
    print(text, " ".join(word[-1] for word in words), sep="\t")
PY
PYTHONIOENCODING=utf-8 /usr/bin/python3 -W ignore lemmas.py | tee seen
cat >want <<'SEEN'
Je suis élue.	je suivre éluer .
Je suis contre ce texte.	je suivre contre ce texte .
Tu es là.	tu être là .
Elle est contre ce texte.	elle être contre ce texte .
Nous sommes contre ce texte.	nou sommer contre ce texte .
Vous êtes contre ce texte.	vou être contre ce texte .
Elles sont là.	elle être là .
Je serai là, j'étais là.	je être là , je être là .
Nous vous parlons d'eux.	nou vou parler de eu .
SEEN
cmp want seen
