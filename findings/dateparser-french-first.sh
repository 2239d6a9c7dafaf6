#!/bin/sh
# dateparser reads « 1er juillet 2013 » alone, and does not find it in a text: there it
# is two dates, neither of them that day, or none.
# Versions: python3-dateparser 1.1.6-1 (Debian 12; with python3-dateutil, python3-tz,
# python3-regex, python3-tzlocal, python3-six, python3-pytz-deprecation-shim).
#
# parse() knows the ordinal of the first of a month.  search_dates() cuts the text at it:
# what it gives is a day of July in the year of the run, and a day in January 2013, both
# with the number of the day of the run; behind an article (le 1er) nothing at all.  The
# other days, which French writes as plain numbers, are found.
#
# One would have guessed that what one function of a package reads the other one finds.
#
# Why it matters: the first of a month is the one day whose number French writes as an
# ordinal, and many things begin on it (laws come into force, terms of office, the first
# of May).  A chronology made of speeches lacks these days, and has others in their
# place that change with the day on which it is made.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
apt-get -q download python3-dateparser=1.1.6-1 python3-dateutil=2.8.2-2 python3-tz=2022.7.1-4 \
	python3-regex=0.1.20221031-1+b1 python3-tzlocal=4.2-1 python3-six=1.16.0-4 \
	python3-pytz-deprecation-shim=0.1.0.post0-3 >log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
cat >dates.py <<'PY'
import datetime
import sys
sys.path.insert(0, "usr/lib/python3/dist-packages")
import dateparser
from dateparser.search import search_dates
base = {"RELATIVE_BASE": datetime.datetime(2024, 1, 10, 12)}
for text in ("1er juillet 2013", "Séance du 1er juillet 2013", "depuis le 1er juillet 2013",
             "2 juillet 2013", "Séance du 2 juillet 2013", "depuis le 2 juillet 2013"):
    alone = dateparser.parse(text, languages=["fr"], settings=base)
    found = search_dates(text, languages=["fr"], settings=base) or []
    print(text, alone and alone.date(),
          ", ".join("%s = %s" % (a, b.date()) for a, b in found) or "nothing", sep="\t")
PY
TZ=UTC PYTHONIOENCODING=utf-8 /usr/bin/python3 -W ignore dates.py | tee seen
cat >want <<'WANTED'
1er juillet 2013	2013-07-01	juillet = 2024-07-10, 2013 = 2013-01-10
Séance du 1er juillet 2013	None	juillet = 2024-07-10, 2013 = 2013-01-10
depuis le 1er juillet 2013	None	nothing
2 juillet 2013	2013-07-02	2 juillet 2013 = 2013-07-02
Séance du 2 juillet 2013	None	2 juillet 2013 = 2013-07-02
depuis le 2 juillet 2013	None	le 2 juillet 2013 = 2013-07-02
WANTED
cmp want seen
