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
	DEBIAN_FRONTEND=noninteractive timeout 400 apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends \
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
	a "<img src=x onerror=alert(1)>$(printf %0200d 0)" '<b>' '<i>y</i>' 3 >"$T/odd/speeches.tsv"
printf '%s\t%s\t%s\t%s\n' type form freq speeches '<b>x' '<b>x' 1 1 >"$T/odd/types.tsv"
printf '%s\t%s\t%s\n' part speeches words '<i>y</i>' 1 3 >"$T/odd/stats-speaker.tsv"
printf '%s\n' '<!-- #vrt positional-attributes: word kind form -->' \
	'<speech id="a" source="&lt;/script&gt;&lt;b&gt;.txt">' '<p line="1">' '<s>' \
	'&lt;b&gt;x	w	&lt;b&gt;x' '&lt;/script&gt;	s	x' '&lt;!--	s	x' '</s>' '</p>' '</speech>' |
	explore -d "$T/odd" -l pipeline/labels/en.labels "$T/odd/odd.page" \
		TITLE='<b>title</b></script>' PARTS=speaker COUNT=form >"$T/odd/index.html" || exit 2

# A study of four parts whose tree holds in places, of nine speeches that do not fit.
mkdir "$T/tree"
cp pipeline/explore/*.js pipeline/explore/*.css "$T/tree"
printf 'table %s.tsv\n' speeches types grammar stats-speaker eigenvalues-speaker factors-speaker \
	nearest-speaker cluster-speaker specificities-speaker specificities-speaker.tests >"$T/tree/tree.page"
awk -v dir="$T/tree" 'BEGIN {
	OFS = "\t"
	print "<!-- #vrt positional-attributes: word kind form -->"
	print "part", "title", "date", "speaker", "words" >(dir "/speeches.tsv")
	for (i = 0; i < 9; i++) {
		print "s" i, "NA", 2000 + i, "p" i % 4, 300 >(dir "/speeches.tsv")
		print "<speech id=\"s" i "\" source=\"" i ".txt\">\n<p line=\"1\">"
		for (k = 0; k < 300; k++)
			print "m" (w = (i * i * k * 31 + k * k * 7 + k * i) % 101), "w", "m" w
		print "</p>\n</speech>"
	}
	print "type", "form", "freq", "speeches" >(dir "/types.tsv")
	print "m0", "m0", 80, 9 >(dir "/types.tsv")
	print "type", "form", "freq", "speeches" >(dir "/grammar.tsv")
	print "part", "speeches", "words", "sentence_length" >(dir "/stats-speaker.tsv")
	print "kind", "name", "freq", "coord_1", "coord_2", "centre_1", "centre_2", "major", "minor", "angle" >(dir "/factors-speaker.tsv")
	for (i = 0; i < 4; i++) {
		print "p" i, 2, 120, 20 >(dir "/stats-speaker.tsv")
		print "part", "p" i, 9, i % 2 - 0.5, int(i / 2) - 0.5, (i % 2 - 0.5) / 2, (int(i / 2) - 0.5) / 2, 0.2, i < 3 ? 0.1 : "NA", 30 * i >(dir "/factors-speaker.tsv")
	}
	print "axis", "eigenvalue", "percent", "chance", "p", "deals", "least" >(dir "/eigenvalues-speaker.tsv")
	print "1", 0.2, 60, 0.1, 0.001, 999, 0.001 >(dir "/eigenvalues-speaker.tsv")
	print "2", 0.1, 40, 0.05, 0.001, 999, 0.001 >(dir "/eigenvalues-speaker.tsv")
	print "total", 0.3, 100, 0.15, 0.001, 999, 0.001 >(dir "/eigenvalues-speaker.tsv")
	print "part", "other", "distance", "chance", "q" >(dir "/nearest-speaker.tsv")
	print "step", "left", "right", "height", "support" >(dir "/cluster-speaker.tsv")
	print 1, "p0", "p3", 0.2, 0.95 >(dir "/cluster-speaker.tsv")
	print 2, "p1", "p2", 0.3, 0.4 >(dir "/cluster-speaker.tsv")
	print 3, "#1", "#2", 0.6, "NA" >(dir "/cluster-speaker.tsv")
	print "part", "ngram", "f", "F", "speeches", "S", "q_speech" >(dir "/specificities-speaker.tsv")
	print "p1", "m0", 40, 80, 2, 3, 0.01 >(dir "/specificities-speaker.tsv")
	print "least_q" >(dir "/specificities-speaker.tests.tsv")
	print "0.01" >(dir "/specificities-speaker.tests.tsv")
}' | explore -q -n 2400 -d "$T/tree" -l pipeline/labels/en.labels "$T/tree/tree.page" \
	TITLE=Tree PARTS=speaker COUNT=form >"$T/tree/index.html" || exit 2

# A study of two comparisons: one without a name, and "x", whose second side is the rest.
mkdir "$T/sides"
cp pipeline/explore/*.js pipeline/explore/*.css "$T/sides"
{
	printf 'table %s.tsv\n' speeches types rates-all stats-speaker
	echo 'parts SIDES'
	printf 'table versus-PART.%s.tsv\n' pair speeches sides words.tests words themes.tests themes style.tests style typical
	echo 'end'
} >"$T/sides/sides.page"
awk -v dir="$T/sides/" 'BEGIN {
	OFS = "\t"
	print "part", "title", "date", "speaker", "words" >(dir "speeches.tsv")
	print "<!-- #vrt positional-attributes: word kind form -->"
	for (i = 0; i < 6; i++) {
		print "s" i, "Speech " i, 2000 + i, "p" i % 2, 4 >(dir "speeches.tsv")
		print "<speech id=\"s" i "\" source=\"" i ".txt\">\n<p line=\"1\">\n<s>"
		print (i % 2 ? "un" : "deux"), "w", (i % 2 ? "un" : "deux")
		print "la\tw\tla\nloi\tw\tloi\npasse\tw\tpasse\n</s>\n</p>\n</speech>"
	}
	print "type", "form", "freq", "speeches", "list" >(dir "types.tsv")
	print "la", "la", 6, 6, "grammaire" >(dir "types.tsv")
	print "loi", "loi", 6, 6, "NA" >(dir "types.tsv")
	print "un", "un", 3, 3, "NA" >(dir "types.tsv")
	print "deux", "deux", 3, 3, "NA" >(dir "types.tsv")
	print "theme", "label", "freq", "words", "rate", "low", "high", "units" >(dir "rates-all.tsv")
	print "t", "Theme T", 6, 24, 250, "NA", "NA", 6 >(dir "rates-all.tsv")
	print "part", "speeches", "words", "sentence_length" >(dir "stats-speaker.tsv")
	for (v = 0; v < 2; v++) {
		of = dir (v ? "versus-x." : "versus.")
		print "side", "name", "tests", "speeches", "all" >(of "pair.tsv")
		print 1, v ? "odd" : "<b>", "speaker=p1", 3, 6 >(of "pair.tsv")
		print 2, v ? "rest" : "even", v ? "NA" : "even", 3, 6 >(of "pair.tsv")
		print "part", "side" >(of "speeches.tsv")
		for (i = 0; i < 6; i++)
			print "s" i, i % 2 ? 1 : 2 >(of "speeches.tsv")
		print "part", "speeches", "words", "sentence_length", "word_length", "mattr", "density" >(of "sides.tsv")
		print 1, 3, 12, 4, 3, "NA", 0.5 >(of "sides.tsv")
		print 2, 3, 12, 4, 3, "NA", 0.5 >(of "sides.tsv")
		least = v ? 0.2 : 0.01
		print "n", "speeches", "tests", "deals", "least_p", "least_q" >(of "words.tests.tsv")
		print 1, 6, 4, 20, least, least >(of "words.tests.tsv")
		print "ngram", "f1", "n1", "f2", "n2", "range1", "range2", "G2", "LogRatio", "LRC", "q_perm" >(of "words.tsv")
		print "un", 3, 12, 0, 12, 3, 0, 4, 2.8, 0.5, v ? 0.2 : 0.01 >(of "words.tsv")
		print "deux", 0, 12, 3, 12, 0, 3, -4, -2.8, -0.5, v ? 0.2 : 0.02 >(of "words.tsv")
		print "la", 3, 12, 3, 12, 3, 3, 0.1, 0, 0, v ? 1 : 0.03 >(of "words.tsv")
		print "speeches", "tests", "deals", "least_p", "least_q" >(of "themes.tests.tsv")
		print 6, 1, 20, least, least >(of "themes.tests.tsv")
		print "theme", "part", "units", "freq", "words", "rate", "rest", "ratio", "low", "high", "p", "q" >(of "themes.tsv")
		print "t", 1, 3, 4, 12, 333.333, 166.667, 2, 1.5, 3, least, least >(of "themes.tsv")
		print "t", 2, 3, 2, 12, 166.667, 333.333, 0.5, 0.3, 0.7, least, least >(of "themes.tsv")
		print "speeches", "tests", "deals", "least_p", "least_q" >(of "style.tests.tsv")
		print 6, 1, 20, least, least >(of "style.tests.tsv")
		print "count", "part", "units", "freq", "words", "rate", "rest", "ratio", "low", "high", "p", "q" >(of "style.tsv")
		print "questions", 1, 3, 1, 12, 83.3, 0, "NA", "NA", "NA", 1, 1 >(of "style.tsv")
		print "part", "times", "speech", "sentence", "line", "terms", "text" >(of "typical.tsv")
		if (v == 0)
			print 1, 3, "s1", 1, 1, "un, loi", "un la loi passe" >(of "typical.tsv")
	}
}' | explore -q -d "$T/sides" -l pipeline/labels/en.labels "$T/sides/sides.page" TITLE=Sides PARTS=speaker \
	COUNT=form LISTS_APART=grammaire SIDES='- x' >"$T/sides/index.html" || exit 2

perl tests/page.pl "$(installed | head -n 1)" "$T" "$top/reports/sample/index.html" \
	"$top/reports/sample-fr/index.html" "$T/odd/index.html" "$T/tree/index.html" \
	"$T/sides/index.html"
