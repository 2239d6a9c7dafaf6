#!/bin/sh
# pandoc does not read back the French that it wrote itself as RTF: one letter
# is gone behind every accent.
# Versions: pandoc 2.17.1.1-2~deb12u1 (Debian 12), its RTF reader and writer.
#
# RTF writes a letter outside ASCII as \uN and then a sign for readers that know
# no Unicode, which all others skip (\uc1, the default: one sign).  pandoc writes
# é as \u233? and reads \u233?p as é, the ? and the p both gone: République comes
# back as Réublique, été as éé, l’État as l’Éat, and the blank of « été : » goes
# too.  Where a blank stands before the sign, where it is written as \'e9, or
# where \uc0 says that none follows, nothing is lost.
#
# One would have guessed that a converter reads what it writes, or that a lost
# letter is told: the status is 0 and nothing is said.
#
# Why it matters: the words stay words to the eye of a program.  Réublique and
# éue are counted as forms of their own, République loses its places, and no
# check of the encoding finds anything, as the text is perfect UTF-8.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
version=2.17.1.1-2~deb12u1
apt-get -q download "pandoc=$version" "pandoc-data=$version" >log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
pandoc() { usr/bin/pandoc --data-dir=usr/share/pandoc/data "$@"; }
cat >speech.txt <<'TEXT'
La République élue d’été : l’État.
TEXT
cat >other.rtf <<'RTF'
{\rtf1 D\u233 ?put\u233 ?s\par {\uc0 d\u233 put\u233 s}\par
d\u233\'e9put\u233\'e9s\par}
RTF
{
	echo "written, then read:"
	pandoc -f markdown -t rtf -s speech.txt >speech.rtf
	pandoc -f rtf -t plain speech.rtf
	echo a blank before the sign, no sign, a sign in hexadecimal:
	pandoc -f rtf -t plain other.rtf
} | tee seen
cat >want <<'SEEN'
written, then read:
La Réublique éue d’éé: l’Éat.
a blank before the sign, no sign, a sign in hexadecimal:
Députés

députés

députés
SEEN
cmp want seen
