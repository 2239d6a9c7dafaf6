#!/bin/sh
# The page of the sample in a real browser (tests/page.pl): every link, sorting,
# search, back, shared addresses, no request, at two widths.  Run by `make
# test-page`, not by `make test`: it installs chromium where it may; prints TAP.
set -u
. tests/tap.sh

installed() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

if ! installed >/dev/null; then
	if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
		skip_all 'no chromium here, and not root on Debian: install chromium'
	fi
	DEBIAN_FRONTEND=noninteractive timeout 300 apt-get install -y --no-install-recommends \
		chromium </dev/null >"$T/apt" 2>&1
	installed >/dev/null || skip_all "chromium cannot be installed: $(tail -n 1 "$T/apt")"
fi
for lang in '' -fr; do
	[ -f "reports/sample$lang/index.html" ] || skip_all "no reports/sample$lang/index.html: make reports"
done

# A study whose every word would be markup.
mkdir "$T/odd"
cp pipeline/explore/*.js pipeline/explore/*.css "$T/odd"
printf 'table %s.tsv\n' speeches types stats-speaker >"$T/odd/odd.page"
printf '%s\t%s\t%s\t%s\t%s\n' part title date speaker words \
	a '<img src=x onerror=alert(1)>' '<b>' '<i>y</i>' 3 >"$T/odd/speeches.tsv"
printf '%s\t%s\t%s\t%s\n' type form freq speeches '<b>x' '<b>x' 1 1 >"$T/odd/types.tsv"
printf '%s\t%s\t%s\n' part speeches words '<i>y</i>' 1 3 >"$T/odd/stats-speaker.tsv"
printf '%s\n' '<!-- #vrt positional-attributes: word kind form -->' \
	'<speech id="a" source="&lt;/script&gt;&lt;b&gt;.txt">' '<p line="1">' '<s>' \
	'&lt;b&gt;x	w	&lt;b&gt;x' '&lt;/script&gt;	s	x' '&lt;!--	s	x' '</s>' '</p>' '</speech>' |
	explore -d "$T/odd" -l pipeline/labels/en.labels "$T/odd/odd.page" \
		TITLE='<b>title</b></script>' PARTS=speaker COUNT=form >"$T/odd/index.html" || exit 2

perl tests/page.pl "$(installed | head -n 1)" "$T" "$top/reports/sample/index.html" \
	"$top/reports/sample-fr/index.html" "$T/odd/index.html"
