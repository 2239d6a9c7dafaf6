#!/bin/sh
# Two French Snowball stemmers of one Python give words with ï different stems: NLTK's
# follows rules of an earlier date than those of the snowballstemmer package.
# Versions: python3-nltk 3.8-1, python3-snowballstemmer 2.2.0-2 (Debian 12; with
# python3-regex, python3-joblib, python3-click, python3-tqdm, which NLTK imports).
#
# Both call themselves Snowball for French.  The later rules treat ï behind a vowel as
# the beginning of an ending: laïcité has the stem laïqu, that of laïque and laïques;
# judaïsme and judaïque meet in juda.  In NLTK laïcité is laïcit, apart from laïque, and
# judaïsme, judaïque have a stem each.  Of the 21,655 words of the algorithm's own list
# of examples 77 differ, all with ï or ë; the others have the same stems.
#
# One would have guessed that a stemmer that is defined by a published algorithm is one
# function, so that a study can say "stemmed by Snowball" and be made again.
#
# Why it matters: laïcité is a subject of French politics.  Whether its count holds that
# of laïque depends on which of two packages was imported, and a table made with one
# does not join a table made with the other.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
apt-get -q download python3-nltk=3.8-1 python3-snowballstemmer=2.2.0-2 \
	python3-regex=0.1.20221031-1+b1 python3-joblib=1.2.0-4+deb12u1 \
	python3-click=8.1.3-2 python3-tqdm=4.64.1-1 >log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
cat >stems.py <<'PY'
import sys
sys.path.insert(0, "usr/lib/python3/dist-packages")
from nltk.stem.snowball import FrenchStemmer
import snowballstemmer
one = FrenchStemmer()
other = snowballstemmer.stemmer("french")
for word in ("laïque", "laïques", "laïcité", "laïcisme", "judaïsme", "judaïque",
             "égoïsme", "ambiguïté", "république", "liberté", "travailleurs"):
    print(word, one.stem(word), other.stemWord(word), sep="\t")
PY
PYTHONIOENCODING=utf-8 /usr/bin/python3 stems.py | tee seen
cat >want <<'SEEN'
laïque	laïqu	laïqu
laïques	laïqu	laïqu
laïcité	laïcit	laïqu
laïcisme	laïcism	laïc
judaïsme	judaïsm	juda
judaïque	judaïqu	juda
égoïsme	égoïsm	égo
ambiguïté	ambiguït	ambigu
république	républ	républ
liberté	libert	libert
travailleurs	travailleur	travailleur
SEEN
cmp want seen
