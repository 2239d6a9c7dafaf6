#!/bin/sh
# Snowball's French stemmer parts some nouns from their plural, and not others of
# the same ending.
# Versions: libstemmer 2.2.0-2 (Debian 12, packages libstemmer0d and
# libstemmer-tools).
#
# Nouns in -eu make their plural in -eux.  The algorithm knows -eux as the end of
# adjectives (heureux, heureuse) and, where what stands before it is long
# enough, takes it off: désaveux has the stem désav, désaveu keeps désaveu; so
# contrefeux (contref) and contrefeu.  Shorter nouns keep the x of their plural
# (enjeux, aveux), which parts them from their singular too, but under another
# stem: three ways for one ending.
#
# One would have guessed that a plural either meets its singular, as ministres and
# ministre do, or differs from it by the x alone, so that a rule "drop the last x" mends
# the counts.  It does not for the longer ones: their end is gone.
#
# Why it matters: enjeu and désaveu are words of parliamentary debate.  Who
# counts stems has each in two rows, none of which shows how often the word was
# said, and a list that maps stems back to forms shows désav as a word of its
# own beside désaveu.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
version=2.2.0-2
apt-get -q download "libstemmer0d=$version" "libstemmer-tools=$version" >log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
lib=$(dirname "$(find . -name 'libstemmer.so.0d' | head -n 1)")
for w in ministre ministres enjeu enjeux aveu aveux désaveu désaveux contrefeu contrefeux; do
	echo "$w"
done >words
LD_LIBRARY_PATH=$lib ./usr/bin/stemwords -l french -i words | paste words - | tee seen
cat >want <<'SEEN'
ministre	ministr
ministres	ministr
enjeu	enjeu
enjeux	enjeux
aveu	aveu
aveux	aveux
désaveu	désaveu
désaveux	désav
contrefeu	contrefeu
contrefeux	contref
SEEN
cmp want seen
