#!/bin/sh
# pandoc reads a table of an .odt without its head row: the words in it are gone.
# Versions: pandoc 2.17.1.1-2~deb12u1 (Debian 12), its ODT reader; the same table
# as .docx keeps them.
#
# An office file marks the row of headings (table:table-header-rows), as pandoc's
# own writer does and an office program where the row is to stand on each page.
# The reader takes the rows that are not marked and makes an empty head.
#
# One would have guessed that a mark of layout costs no text, or that a loss is
# told: the status is 0 and nothing is said.
#
# Why it matters: minutes and verbatim records have tables whose heads name the
# speakers, the votes or the years, and parties and ministries send .odt.  Whose
# the figures below are is no longer said, and a count of forms is short of
# these words without a gap that anybody could see.
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
cat >vote.txt <<'TEXT'
| Groupe | Pour | Contre |
|--------|------|--------|
| Union  | 41   | 3      |
| Centre | 12   | 20     |
TEXT
{
	for format in odt docx; do
		echo "$format:"
		pandoc -f markdown -o "vote.$format" vote.txt
		pandoc -t plain --columns=40 "vote.$format" | tr -s ' -' | sed 's/^ //; /^-* *-*$/d; /^[- ]*$/d'
	done
} | tee seen
cat >want <<'SEEN'
odt:
Union 41 3
Centre 12 20
docx:
Groupe Pour Contre
Union 41 3
Centre 12 20
SEEN
cmp want seen
