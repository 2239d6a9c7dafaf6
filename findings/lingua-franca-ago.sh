#!/bin/sh
# lingua_franca reads « il y a dix jours » as in ten days: what lies behind in French is
# moved to the other side of today.
# Versions: python3-lingua-franca 0.4.3-2 (Debian 12; with python3-dateutil, python3-six).
#
# extract_datetime() gives, on 10 January 2024, the 20th for « il y a dix jours » and for
# « dans dix jours »; « il y a deux ans », « voici deux ans » and « depuis deux ans » are
# 2026.  The words that say which way it is are handed back as not belonging to the date.
# In English "ten days ago" is 31 December (not so the years: "two years ago" is 2026).
#
# One would have guessed that a parser for French knows the way in which French says
# "ago", or finds no date where it does not know the words around a duration.
#
# Why it matters: speeches look back (il y a trois ans, vous promettiez).  A chronology of
# what they refer to has these years ahead of the sitting, among the plans, where one
# asks who speaks of the past and who of the future.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
apt-get -q download python3-lingua-franca=0.4.3-2 python3-dateutil=2.8.2-2 python3-six=1.16.0-4 \
	>log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
cat >ago.py <<'PY'
import datetime
import sys
sys.path.insert(0, "usr/lib/python3/dist-packages")
import lingua_franca
from lingua_franca.parse import extract_datetime
lingua_franca.load_languages(["fr", "en"])
day = datetime.datetime(2024, 1, 10, 12)
for lang, texts in (("fr", ("il y a dix jours", "dans dix jours", "il y a une semaine",
                            "il y a deux mois", "il y a deux ans", "voici deux ans",
                            "depuis deux ans", "dans deux ans", "le 12 mars 2013")),
                    ("en", ("ten days ago", "two weeks ago", "two years ago"))):
    for text in texts:
        date, rest = extract_datetime(text, day, lang=lang)
        print(text, date.date(), "left: " + (rest or "nothing"), sep="\t")
PY
TZ=UTC PYTHONIOENCODING=utf-8 /usr/bin/python3 -W ignore ago.py | tee seen
cat >want <<'SEEN'
il y a dix jours	2024-01-20	left: il y a
dans dix jours	2024-01-20	left: nothing
il y a une semaine	2024-01-17	left: il y a
il y a deux mois	2024-03-10	left: il y a
il y a deux ans	2026-01-10	left: il y a
voici deux ans	2026-01-10	left: voici
depuis deux ans	2026-01-10	left: depuis
dans deux ans	2026-01-10	left: nothing
le 12 mars 2013	2013-03-12	left: nothing
ten days ago	2023-12-31	left: nothing
two weeks ago	2023-12-27	left: nothing
two years ago	2026-01-10	left: ago
SEEN
cmp want seen
