#!/bin/sh
# LibreOffice's French thesaurus gives "mentioned" and "summoned" (mentionné, convoqué) for
# republic: where a synonym is written like another word, that word's synonyms come along.
# Versions: mythes-fr 1:7.5.0-1 (Debian 12), thes_fr.dat.
#
# Between république and mentionné stands cité, a town and the participle of citer.  In
# this way impôt (tax) is évidente and flagrante by patente, a tax of old or what is patent;
# gouvernement is vitesse (speed) by régime, of a country or of an engine; pouvoir (power)
# is aigrit (sours) by empire, which is a form of empirer too, to worsen.  It goes both
# ways: nation and patrie are synonyms of mentionné.
#
# One would have guessed that the meanings of a word are kept apart, as the format lets one
# do (a number behind the word, a line for each meaning): all but 43 of 36,166 words have
# one line.  Or at least that a line said to be of nouns holds nouns.
#
# Why it matters: a dictionary of themes is often begun by a word and its synonyms.  The
# theme of the Republic then counts each law that was mentioned and each minister who was
# summoned, and a table of themes shows the sum alone.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
apt-get -q download mythes-fr=1:7.5.0-1 >log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
cat >second.py <<'PY'
lines = open("usr/share/mythes/thes_fr.dat", encoding="utf-8").read().split("\n")
words, at = {}, 1
while at < len(lines) and lines[at]:
    word, meanings = lines[at].split("|")
    words[word] = [line.split("|") for line in lines[at + 1:at + 1 + int(meanings)]]
    at += 1 + int(meanings)
print(len(words), "words, of one line", sum(len(lines) == 1 for lines in words.values()))
print("république", *words["république"][0])
for word, between, strange in (
        ("nation", "cité", ("mentionné", "convoqué")),
        ("patrie", "cité", ("mentionné", "convoqué")),
        ("mentionné", "cité", ("nation", "patrie", "république")),
        ("impôt", "patente", ("évidente", "claire", "flagrante")),
        ("impôt", "foncier", ("congénital", "inné")),
        ("gouvernement", "régime", ("cure", "vitesse")),
        ("pouvoir", "empire", ("aigrit", "aggrave", "envenime")),
        ("ouvrier", "manœuvre", ("intrigue", "machination"))):
    line, = words[word]
    via = words[between][0]
    print(word, line[0], "by", between if between in line else "none:",
          *(other if other in line and other in via else "not " + other for other in strange))
PY
PYTHONIOENCODING=utf-8 /usr/bin/python3 second.py | tee seen
cat >want <<'SEEN'
36166 words, of one line 36123
république (Nom) cité ville état nation patrie mentionné convoqué
nation (Nom) by cité mentionné convoqué
patrie (Nom) by cité mentionné convoqué
mentionné (Verbe) by cité nation patrie république
impôt (Nom) by patente évidente claire flagrante
impôt (Nom) by foncier congénital inné
gouvernement (Nom) by régime cure vitesse
pouvoir (Nom Verbe) by empire aigrit aggrave envenime
ouvrier (Adjectif Nom) by manœuvre intrigue machination
SEEN
cmp want seen
