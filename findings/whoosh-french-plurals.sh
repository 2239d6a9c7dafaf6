#!/bin/sh
# Whoosh's French analyser leaves out le and keeps les, then makes le of it: the commonest
# word of its index is one that its list of small words holds.
# Versions: python3-whoosh 2.7.4+git6-g9134ad92-7 (Debian 12).
#
# The list has le, il, elle, leur and ce, and not les, ils, elles, leurs, cet and cette.
# The small words are taken out first and the rest is stemmed, which cuts the s: les is
# indexed as le, ils as il, elles as elle.  The list of 155 has room for étante and
# étées, which être does not have.
#
# One would have guessed that a list with the singular of an article has its plural, the
# more so as the plural is as common; or, as the index is of stems, that a stem which
# is in the list is not in the index.
#
# Why it matters: how often le stands in such an index is how often a speaker says les, and
# a table of its commonest terms tells who speaks in the plural, not of what.  A search for
# le, which the list empties, finds nothing; one for les finds le.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
apt-get -q download python3-whoosh=2.7.4+git6-g9134ad92-7 >log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
cat >plurals.py <<'PY'
import sys
sys.path.insert(0, "usr/lib/python3/dist-packages")
from whoosh.analysis import LanguageAnalyzer
from whoosh.fields import Schema, TEXT
from whoosh.filedb.filestore import RamStorage
from whoosh.lang import stopwords_for_language
from whoosh.qparser import QueryParser
words = stopwords_for_language("fr")
print(len(words), "words")
for one, more in (("le", "les"), ("il", "ils"), ("elle", "elles"), ("leur", "leurs"), ("ce", "cet"),
                  ("ce", "cette"), ("un", "des"), ("mon", "mes")):
    print(one, one in words, more, more in words, sep="\t")
french = LanguageAnalyzer("fr")
texts = ("Le député vote la loi.", "Les députés votent les lois.", "Il a parlé et elle répond.",
         "Ils ont parlé et elles répondent.", "Leur budget, ce texte.", "Leurs budgets, cette loi.")
for text in texts:
    print(text, " ".join(token.text for token in french(text)), sep="\t")
schema = Schema(said=TEXT(analyzer=french))
index = RamStorage().create_index(schema)
writer = index.writer()
for text in texts:
    writer.add_document(said=text)
writer.commit()
with index.searcher() as searcher:
    print("in the index", int(searcher.frequency("said", "le")), "times le; found by a search",
          *("%s: %d" % (word, len(searcher.search(QueryParser("said", schema).parse(word))))
            for word in ("le", "les", "loi")))
PY
PYTHONIOENCODING=utf-8 /usr/bin/python3 -W ignore plurals.py | tee seen
cat >want <<'SEEN'
155 words
le	True	les	False
il	True	ils	False
elle	True	elles	False
leur	True	leurs	False
ce	True	cet	False
ce	True	cette	False
un	True	des	True
mon	True	mes	True
Le député vote la loi.	déput vot loi
Les députés votent les lois.	le déput votent le lois
Il a parlé et elle répond.	parl répond
Ils ont parlé et elles répondent.	il parl elle répondent
Leur budget, ce texte.	budget text
Leurs budgets, cette loi.	leur budget cet loi
in the index 2 times le; found by a search le: 0 les: 1 loi: 2
SEEN
cmp want seen
