#!/bin/sh
# dateparser finds dates in the French pronouns: je is Thursday, me Wednesday, ma
# Tuesday, sa Saturday; and the sea (mer) is Wednesday too.
# Versions: python3-dateparser 1.1.6-1 (Debian 12; with python3-dateutil, python3-tz,
# python3-regex, python3-tzlocal, python3-six, python3-pytz-deprecation-shim).
#
# Its search in French text knows the days of the week by their first two and three
# letters, in any case, without the full stop of an abbreviation, so that each of these
# words is a day of the week before.  Their neighbours come with them (« Je le »).
#
# One would have guessed that abbreviations which are among the commonest words of the
# language count where something else of a date stands beside them (me. 12 mars), as
# « mai » does not need.
#
# Why it matters: a speaker says je and ma several times a minute.  Who looks for the
# dates that speeches refer to finds them by the hundred, most in those who speak in the
# first person, which is a difference of style that looks like one of subject.
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
for text in ("Je vous remercie.", "Il me semble que la mer monte.", "Ma question est simple.",
             "Sa réponse est connue.", "Je le dis sans peine.", "Nous le voulons.",
             "Votre question est simple.", "Nous votons jeudi."):
    found = search_dates(text, languages=["fr"], settings=base) or []
    print(text, ", ".join("%s = %s" % (a, b.strftime("%A")) for a, b in found) or "nothing", sep="\t")
PY
TZ=UTC PYTHONIOENCODING=utf-8 /usr/bin/python3 -W ignore dates.py | tee seen
cat >want <<'SEEN'
Je vous remercie.	Je = Thursday
Il me semble que la mer monte.	me = Wednesday, mer = Wednesday
Ma question est simple.	Ma = Tuesday
Sa réponse est connue.	Sa = Saturday
Je le dis sans peine.	Je le = Thursday
Nous le voulons.	nothing
Votre question est simple.	nothing
Nous votons jeudi.	jeudi = Thursday
SEEN
cmp want seen
