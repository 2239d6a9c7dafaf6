#!/bin/sh
# Snowball's French stemmer makes one word of the 17th century and the 18th: XVIIe and
# XVIIIe have the same stem.
# Versions: libstemmer 2.2.0-2 (Debian 12, packages libstemmer0d and libstemmer-tools).
#
# Between two vowels i is taken for a consonant, as in essuie; so the middle one of xviiie
# is, and ie behind a consonant is the end of a participle (finie), which goes.  What is
# left is xvii, as of xviie, which loses its e alone.  So with XIIe and XIIIe, VIIe and
# VIIIe; and XVIII, XIII and VIII without an e lose an i too, which makes Louis XVIII a
# Louis XVII.  The other centuries keep apart.
#
# One would have guessed that a word without a suffix of French comes out as it went in,
# or at worst without its e, as XIXe does.
#
# Why it matters: centuries, legislatures (XIIe and XIIIe), titles of laws (VII and VIII)
# and the districts of Paris are written so.  A table of stems adds two of them up, and in
# a series by century that of the Enlightenment is empty, its figures in the one before.
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
for w in viie viiie ixe xiie xiiie xive xvie xviie xviiie xixe xxe xxie xvii xviii xiii viii finie; do
	echo "$w"
done >words
LD_LIBRARY_PATH=$lib ./usr/bin/stemwords -l french -i words | paste words - | tee seen
cat >want <<'SEEN'
viie	vii
viiie	vii
ixe	ixe
xiie	xii
xiiie	xii
xive	xiv
xvie	xvi
xviie	xvii
xviiie	xvii
xixe	xix
xxe	xxe
xxie	xxi
xvii	xvii
xviii	xvii
xiii	xii
viii	vii
finie	fin
SEEN
cmp want seen
