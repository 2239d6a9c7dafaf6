# page.pl - the page that explore writes, as a browser shows it; called by
# tests/page.sh: perl tests/page.pl CHROMIUM FOLDER PAGE-EN PAGE-FR PAGE-HOSTILE PAGE-TREE
# PAGE-SIDES
use strict;
use warnings;
use utf8;
use Encode;
use JSON::PP;

require './tests/tap.pl';
require './tests/browser.pl';
require './tests/page-sides.pl';

our (@said, @asked);
my ($program, $folder, $en, $fr, $hostile, $tree, $sides) = @ARGV;
browser_open($program, $folder);
my $json = JSON::PP->new->allow_nonref;
binmode STDOUT, ':utf8';

sub js { return browser_js($_[0]) }

sub text { return $json->encode($_[0]) }

# Goes to an address of the page, as a click on a link does, and waits until it is shown.
sub go {
	my ($hash) = @_;
	js('goTo(' . text($hash) . ')');
	return;
}

sub h1 { return js('document.querySelector("h1").textContent') }

sub is {
	my ($got, $want, $name) = @_;
	return check(defined $got && $got eq $want, $name, 'got ' . ($got // 'nothing') . "\nwant $want");
}

# ---- every link, at a width ----

my $walk = slurp('tests/page-walk.js');

for my $width (1280, 360) {
	for my $page ($en, $fr) {
		my $name = $page =~ s,.*/(.*)/,$1/,r . " at $width";
		check(browser_page("file://$page", $width), "$name: its script runs");
		my $got = js($walk);
		check(!@{ $got->{bad} }, "$name: every link leads on, nothing is too wide, unnamed or pale ($got->{n} pages)",
			join "\n", @{ $got->{bad} });
		is("@{ $got->{kinds} }", 'classes maps overview part search segments speech speech& speeches term theme theme& themes trends versus versus&side& why& words',
			"$name: links of every kind");
	}
}

# ---- what one does ----

browser_page("file://$en", 1280);
my $ms = js('performance.now() > 0 && Math.round(performance.getEntriesByName("ready")[0].startTime)');
check($ms < 3000, "it is there after $ms ms", 'slow');

go('#words');
js('document.querySelector("thead th button").click()');
is(js('document.querySelector("thead th").getAttribute("aria-sort")'), 'ascending', 'a click on a heading sorts');
check(js('(() => { const s = [...document.querySelectorAll("tbody th")].map(t => t.textContent);'
	. ' return s.length > 9 && s.every((t, i) => i === 0 || new Intl.Collator("en").compare(s[i - 1], t) <= 0); })()'),
	'by letters, accents beside their letters');
js('document.querySelector("thead th button").click()');
is(js('document.querySelector("thead th").getAttribute("aria-sort")'), 'descending', 'a second one turns the order');
js('document.querySelectorAll("thead th button")[1].click()');
check(js('(() => { const s = [...document.querySelectorAll("tbody tr")].map(t => Number(t.cells[1].textContent));'
	. ' return s.every((t, i) => i === 0 || s[i - 1] >= t); })()'), 'figures are sorted as figures, the largest first');
js('(() => { const i = document.querySelector(".sheet .filter input"); i.value = "REPUBLIQUE"; i.dispatchEvent(new Event("input")); })()');
is(js('[...document.querySelectorAll("tbody th")].map(t => t.textContent).join(" ")'),
	js('table("types").filter(r => folded(r.form).includes("republique")).map(r => r.form).join(" ")'),
	'the filter passes over accents and capitals');
check(js('document.querySelectorAll("tbody tr").length > 0 && document.querySelector("[role=status]").textContent !== ""'),
	'and says how many it leaves');

js('document.getElementById("search").focus()');
browser_type('REPUBLIQUE');
browser_key('Enter');
browser_arrive('#search=');
check(js('[...document.querySelectorAll("main a")].some(a => a.textContent === "république")'),
	'a search without accents finds the word with them');
check(js('document.querySelectorAll(".kwic tbody tr").length > 0'), 'and its places');
js('[...document.querySelectorAll("main a")].find(a => a.textContent === "république").click()');
browser_wait('document.querySelector("h1").textContent === "république"');
is(js('location.hash'), '#term=r%C3%A9publique', 'the word has an address');
is(js('document.activeElement.tagName'), 'H1', 'the focus is where the new page begins');
my $places = js('document.querySelectorAll(".kwic tbody tr").length');
js('document.querySelector(".kwic tbody a").click()');
browser_wait('document.getElementById("mark")');
is(js('folded(document.getElementById("mark").textContent)'), 'republique', 'a place leads to the speech, the word marked');
check(js('(() => { const r = document.getElementById("mark").getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()'),
	'and in sight');
check(js('document.querySelector(".facts").textContent.includes(".txt") && Number(document.querySelector(".speech .line").textContent) > 0'),
	'with its file and the lines there');
js('history.back()');
browser_wait('document.querySelector("h1").textContent === "république"');
is(js('document.querySelectorAll(".kwic tbody tr").length'), $places, 'back goes back');
js('history.forward()');
check(browser_wait('document.getElementById("mark")'), 'forward goes forward');

# ---- how a table is sorted is in the address ----

sub sorted_by { # of the n-th table: heading and direction
	my ($n) = @_;
	return js("(() => { const th = document.querySelectorAll('main .sheet')[$n].querySelector('th[aria-sort=ascending], th[aria-sort=descending]');"
		. ' return th === null ? "none" : th.textContent + " " + th.getAttribute("aria-sort"); })()');
}

go('#words');
js('document.querySelectorAll("thead th button")[2].click()');
is(js('location.hash'), '#words&sort1=-speeches', 'the address tells how a table is sorted');
js('document.querySelectorAll("thead th button")[2].click()');
is(js('location.hash'), '#words&sort1=speeches', 'and which way');
my $before = js('history.length');
js('document.querySelectorAll("thead th button")[0].click()');
is(js('history.length'), $before, 'sorting is no step of the history');
js('document.querySelector("tbody a").click()');
browser_arrive('#term=');
js('history.back()');
browser_arrive('#words');
is(sorted_by(0), js('headOf("term")') . ' ascending', 'back finds it sorted');
browser_page("file://$fr#overview&sort3=-words&sort2=form", 1280);
is(sorted_by(2), 'mots descending', 'a shared address sorts the third table');
is(sorted_by(1), js('headOf("term")') . ' ascending', 'and the second');
is(js('document.querySelector("nav a[aria-current]").textContent'), js('say("walk_overview")'), 'of the same view');
browser_page("file://$fr#speeches&sort1=-none&sort9=x", 1280);
is(sorted_by(0), 'date ascending', 'what is no column changes nothing');

# ---- how a figure was made ----

for my $page ($en, $fr) {
	my $name = $page =~ s,.*/(.*)/,$1/,r;
	browser_page("file://$page#part=speaker:" . js('table("specificities-speaker")[0].part'), 1280);
	js('document.querySelector("td a.why").click()');
	browser_arrive('#why=');
	my $row = 'table("specificities-speaker").find(r => r.part === readAddress().more.get("part") && r.ngram === readAddress().more.get("ngram"))';
	is(h1(), js("headOf('f') + ' = ' + figure($row.f)"), "$name: a click on a figure leads to how it was made");
	check(js("(() => { const r = $row; return document.querySelector('.made').textContent.includes("
		. "`E = F * t / T = \${figure(r.F)} * \${figure(r.t)} / \${figure(r.T)} = \${figure(String(Number((r.F * r.t / r.T).toPrecision(6))))}`); })()"),
		"$name: the formula, with the numbers put in");
	check(js("[...document.querySelectorAll('.formula')].some(l => l.textContent.startsWith('S = lafon(f, F, t, T) = lafon(') && l.textContent.endsWith(figure($row.S)))"),
		"$name: a formula of the table's figure");
	check(js("[...document.querySelectorAll('.note')].some(p => p.textContent === say('walk_why_same', { n: $row.f }))"),
		"$name: its places are as many as the table says");
	check(js("(() => { const r = $row; return document.querySelector('.command code').textContent.startsWith('tribune why reports/')"
		. " && document.querySelector('.command code').textContent.includes('ngram=' + r.ngram); })()"), "$name: a command for all of it");
	is(js('document.querySelectorAll(".command code[tabindex=\"0\"], .command button").length'), 2, "$name: which keys reach");
}
# every table whose figures lead somewhere: what is told has no name left that stands for a value
is(js('(async () => { const bad = [];'
	. ' for (const [name, rows] of study.tables) { if (!study.why.has(name) || rows.length === 0) continue;'
	. '  const keys = keysOf(rows[0]); if (keys.length === 0) continue;'
	. '  await goTo(addressOf("why", name, Object.fromEntries(keys.map(k => [k, rows[0][k]]))));'
	. '  const said = document.querySelector("main").textContent;'
	. '  if (!document.querySelector(".made li") || /\{\w+\}/.test(said)) bad.push(name + ": " + said.slice(0, 80)); }'
	. ' return bad.join("; "); })()'), '', 'every table that has a description shows it');
go('#why=specificities-speaker&part=none&ngram=none');
is(h1(), js('say("walk_lost")'), 'a row that is not there is told so');
check(js('(() => { return Number.isNaN(computed("f / nothing", { f: 1 })) && computed("2 * (3 + 1) ^ 2 - -1", {}) === 33; })()'),
	'formulas are computed where the page has all of it');

# ---- the words of a text ----

browser_page("file://$en#speech=2022-11-08-energie-climat", 1280);
is(js('document.querySelectorAll(".speech a[tabindex=\"0\"]").length'), 1, 'the key Tab stops once in a text');
is(js('[...document.querySelectorAll(".speech > *")].map(p => [...p.childNodes].filter(c => c.className !== "line").map(c => c.textContent).join("").trim()).join("|")'),
	js('paragraphsOf(study.text.speeches[study.text.speechOf.get("2022-11-08-energie-climat")]).map(p => tokensText(p.at, p.to)).join("|")'),
	'the text with links is the text');
my @sheet = map { s/  +/ /gr } grep { /^measure/ .. /^\s*$/ } split /\n/,
	Encode::decode('UTF-8', slurp('reports/sample/sheets/2022-11-08-energie-climat.txt'));
is(js('(() => { const sheet = [...document.querySelectorAll(".sheet")].find(t => t.querySelector("thead th").textContent === headOf("measure"));'
	. ' return [...sheet.querySelectorAll("tbody tr")].map(r => [...r.cells].map(c => c.textContent).join(" ")).join("|"); })()'),
	join('|', grep { /\d/ } @sheet), 'its figures are written as its sheet has them');
js('document.querySelector(".speech a").focus()');
browser_key('ArrowRight');
browser_key('ArrowRight');
browser_key('ArrowLeft');
is(js('[...document.querySelectorAll(".speech a")].indexOf(document.activeElement) + " " + document.activeElement.tabIndex'), '1 0',
	'arrows go from word to word');
my $word = js('document.activeElement.getAttribute("href")');
browser_key('Enter');
browser_arrive('#term=');
is(js('location.hash'), $word, 'and Enter leads to the word');
check(js('document.querySelectorAll(".kwic tbody tr").length > 0'), 'to its places');
js('history.back()');
browser_wait('document.querySelector(".speech")');
js('[...document.querySelectorAll(".speech a")].find(a => folded(a.textContent) === "energie").click()');
browser_wait('document.querySelector("h1").textContent === "énergie"');
is(h1(), 'énergie', 'a click on a word does');

# ---- maps and trees ----

go('#maps');
check(js('document.querySelectorAll(".map ellipse").length > 0'
	. ' && document.querySelectorAll(".map ellipse").length === document.querySelectorAll(".map:not(.tree) a.part").length'),
	'each part of a map has its ellipse');
check(js('[...document.querySelectorAll(".map ellipse")].every(e => { const b = e.getBoundingClientRect(), m = e.closest("svg").getBoundingClientRect();'
	. ' return b.width > 0 && b.left >= m.left && b.right <= m.right && b.top >= m.top && b.bottom <= m.bottom; })'), 'inside the picture');
check(js('document.querySelector("main").textContent.includes(say("walk_ellipses").slice(0, 40))'), 'and is explained');
browser_page("file://$tree#maps", 360);
is(js('document.querySelectorAll(".map ellipse").length'), 3, 'no ellipse where its figures are not told');
is(js('[...document.querySelectorAll(".tree a")].map(a => a.textContent.replace(/(p.)p./, "$1")).join(" ")'), 'p0 p3 p1 p2', 'the tree has its parts');
is(js('[...document.querySelectorAll(".tree g")].map(g => g.getAttribute("aria-label").replace(/\s/g, " ")).join("; ")'), '95%: p0, p3', 'and the support of what holds');
is(js('(() => { const y = t => [...document.querySelectorAll(".tree a")].find(a => a.textContent.endsWith(t)).querySelector("text").getBoundingClientRect().top;'
	. ' return ["p0", "p3", "p1", "p2"].every((t, i, all) => i === 0 || y(t) > y(all[i - 1])); })()') ? 1 : 0, 1, 'one below the other');
check(js('document.documentElement.scrollWidth <= innerWidth'), 'not wider than a small window');
js('document.querySelector(".tree a").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))');
browser_arrive('#part=');
is(js('decodeURIComponent(location.hash)'), '#part=speaker:p0', 'its names lead to the parts');

# ---- a map in a small window, and in one that becomes small ----

my $points = '[...document.querySelectorAll(".map:not(.tree) a")]';
my $told = '[...document.querySelectorAll(".fitted + *, .fitted .note a")].map(a => a.getAttribute("href"))';
for my $page ($en, $fr) {
	my $name = $page =~ s,.*/(.*)/,$1/,r;
	for my $width (360, 1280) {
		browser_page("file://$page#maps", $width);
		check(js("$points.length > 20 && $points.every(a => a.getAttribute('aria-label') !== '' && a.querySelector('title').textContent === a.getAttribute('aria-label'))"),
			"$name at $width: the points of the map have names for who hears them");
		is(js("$points.filter(a => a.querySelector('text') === null && !$told.includes(a.getAttribute('href'))).length"), 0,
			"$name at $width: those without room for one are told below");
		check(js('[...document.querySelectorAll(".map text")].every(t => t.getBoundingClientRect().height >= 11)'), "$name at $width: no letter is too small");
	}
	js("$points" . '[3].focus()');
	my $at = js('document.activeElement.getAttribute("href")');
	browser_call('Emulation.setDeviceMetricsOverride', { width => 360, height => 800, deviceScaleFactor => 1, mobile => JSON::PP::false });
	check(browser_wait('document.querySelector(".map").viewBox.baseVal.width < 360 && document.documentElement.scrollWidth <= 360'),
		"$name: a map is drawn again where the window becomes small");
	is(js('document.activeElement.getAttribute("href")'), $at, "$name: and keeps the focus");
	js('document.querySelector(".map a.term").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))');
	check(browser_arrive('#term='), "$name: its words lead on");
}

# ---- the words that did not make a class ----

for my $page ($en, $fr) {
	my $name = $page =~ s,.*/(.*)/,$1/,r;
	browser_page("file://$page#classes", 1280);
	my $say = 'say("class_others", { list: "\u0000" }).split("\u0000")[0]';
	is(js("[...document.querySelectorAll('main .note')].filter(p => p.textContent.startsWith($say)).map(p => [...p.querySelectorAll('a')].map(a => a.textContent).join(' ')).join('|')"),
		js('[...new Set(table("classes.stability").filter(isSteady).map(r => r.class))].map(c => rowsWhere("classes.supplementary", "class", c).map(r => r.form).join(" ")).filter(s => s !== "").join("|")'),
		"$name: stand apart, as the table has them");
	# (the page may have none: what chance explains is not on it)
	check(!js('table("classes.supplementary").length') || js("(() => { const a = [...document.querySelectorAll('main .note')].find(p => p.textContent.startsWith($say)).querySelector('a'); a.click(); return a.textContent !== ''; })()")
		&& browser_arrive('#search=') && js('document.querySelectorAll(".kwic tbody tr").length > 0'), "$name: and lead to their places");
}

sides_checks($en, $fr, $sides, $tree);

# ---- pages beside it: what their pictures reckon with holds, whatever the font ----

for my $page ($en, $fr) {
	my $folder = $page =~ s,index\.html$,,r;
	my ($n, @out, @wide) = (0);
	for my $file (glob "$folder*.html") {
		next if $file =~ /index\.html$/;
		browser_page("file://$file", 360);
		push @wide, $file if js('document.documentElement.scrollWidth > innerWidth');
		$n += js('document.querySelectorAll("svg text").length');
		push @out, map { "$file: $_" } @{ js('[...document.querySelectorAll("svg text")].filter(t => {'
			. ' const b = t.getBoundingClientRect(), p = t.closest("svg").getBoundingClientRect();'
			. ' return b.left < p.left - 1 || b.right > p.right + 1; }).map(t => t.textContent)') };
	}
	my $name = $page =~ s,.*/(.*)/,$1/,r;
	check($n > 100 && !@out, "$name: no text leaves a picture of the pages beside it", join "\n", "$n texts", @out);
	check(!@wide, "$name: nor is one of them wider than a small window", join "\n", @wide);
}
browser_page("file://$hostile", 360);
go($_), check(js('document.documentElement.scrollWidth <= innerWidth'), "a word of 200 letters is broken: $_")
	for '#overview', '#speeches', '#speech=a';
browser_page("file://$tree", 360);

# ---- a text that does not fit ----

go('#overview');
is(js('`${someText().kept} ${someText().all} ${study.text.speeches.map(s => s.speech).join(" ")}`'), '5 9 s0 s2 s4 s6 s8', 'some speeches stay, taken evenly');
check(js('document.querySelector("main .chance").textContent === say("walk_some_text", someText())'), 'which the overview says');
go('#term=m0');
check(js('[...document.querySelectorAll("main .note")].some(p => p.textContent === say("walk_some_text", someText()))'), 'and where places are');
is(js('[...document.querySelectorAll("main .sheet")[0].querySelectorAll("tbody tr")].map(r => [...r.cells].map(c => c.textContent).join(" ")).join("|")'),
	'p1 40 2 3.0 0.0100', 'by part there are the figures of the whole alone');
go('#speech=s1');
check(js('document.querySelector("main").textContent.includes(say("walk_no_text_here"))'), 'a speech without its text says so');
go('#speech=s4');
check(js('document.querySelectorAll(".speech a").length === 300'), 'one with it has it');

# ---- the overview beside it ----

for my $page ($en, $fr) {
	my $beside = $page =~ s/index\.html$/overview.html/r;
	open my $in, '<', $beside or die "$beside: $!\n";
	my $html = do { local $/; <$in> };
	check($html =~ m,<nav><a href="index\.html">,, 'the overview leads to this page: ' . $beside =~ s,.*/(.*)/,$1/,r);
}

browser_page("file://$en", 1280);

# ---- the same counts as the tables ----

is(js('table("types").filter(r => placesOfType(r.type).length !== Number(r.freq)).map(r => r.type).join(" ")'),
	'', 'each word has as many places as the table says');
is(js('table("rates-all").filter(r => placesOfTheme(p => isUnder(p, r.theme)).length !== Number(r.freq)).map(r => r.theme).join(" ")'),
	'', 'each theme too');
is(js('table("speeches").filter(r => { const s = study.text.speeches[study.text.speechOf.get(r.part)];'
	. ' return s.to - s.from !== Number(r.tokens); }).map(r => r.part).join(" ")'), '', 'each speech has its tokens');
is(js('placesOfType("france").filter(p => { const c = contextOf(p), s = study.text.speeches[p.speech];'
	. ' return c.left + c.before + c.node + c.after + c.right !== tokensText(Math.max(s.from, p.at - CONTEXT), Math.min(s.to, p.at + p.n + CONTEXT)); }).length'),
	0, 'a place in one line is the text');
is(js('(() => { go = a => [...countByPart(placesOfType("loi"), a).values()].reduce((n, c) => n + c.f, 0);'
	. ' return attributes().map(go).join(" "); })()'), js('[1, 2].map(() => placesOfType("loi").length).join(" ")'), 'parts add up');

# ---- shared addresses ----

browser_page("file://$fr#term=république", 1280);
is(h1(), 'république', 'an address with letters as they are');
browser_page("file://$fr#term=REPUBLIQUE", 1280);
is(h1(), 'république', 'and without accents');
browser_page("file://$fr#theme=budget", 1280);
is(h1(), 'Budget et fiscalité', 'of a theme');
is(js('document.documentElement.lang'), 'fr', 'the page says its language');
browser_page("file://$fr#speech=2022-11-08-energie-climat&at=3&n=2", 1280);
is(js('document.getElementById("mark").textContent.length > 3 && document.title.length > 9'), '1', 'of a place');
for my $odd ('#speech=none', '#nothing', '#term=%E9%', '#part=x', '#__proto__=1', '#theme=', '#speech=2022-11-08-energie-climat&at=x&n=-1') {
	browser_page("file://$fr$odd", 1280);
	check(h1() ne '', "an address that is none is told so: $odd");
}

# ---- keys, paper, policy ----

browser_page("file://$fr", 1280);
browser_key('Tab');
is(js('document.activeElement.className'), 'skip', 'the first key leads to what skips the menu');
browser_key('Enter');
is(js('document.activeElement.id'), 'main', 'which does');
browser_call('Emulation.setEmulatedMedia', { media => 'print' });
is(js('getComputedStyle(document.querySelector("nav")).display'), 'none', 'no menu on paper');

browser_page("file://$hostile", 1280);
for my $hash ('#overview', '#words', '#speeches', '#speech=a', '#term=<b>x', '#search=<img src=x onerror=alert(1)>', '#part=speaker:<i>y</i>') {
	go($hash);
	check(js('document.querySelector("main b, main img, main i, main script, .study *") === null && h1text() !== ""'
		=~ s/h1text\(\)/document.querySelector("h1").textContent/r), "text is no markup: $hash");
}

for my $hash ('#trends', '#maps', '#part=speaker:<i>y</i>', '#themes') {
	go($hash);
	check(js('document.querySelector("main").textContent.includes(say("walk_left_here"))'),
		"a table that is not in the page is not told to be empty: $hash");
}

is(join("\n", @said), '', 'nothing was said on the console');
is(join("\n", grep { !m,^(?:file:|about:), } @asked), '', 'nothing was asked for but files');
is(js('fetch("http://127.0.0.1:9/").then(() => "went", () => "refused")'), 'refused', 'nothing may be');
is(js('new Promise(done => { const s = document.createElement("script"); s.textContent = "window.ran = 1";'
	. ' document.head.append(s); done(String(window.ran)); })'), 'undefined', 'no other script may run');
check((grep { /Content Security Policy/ } @said) > 0, 'for the policy says so', join "\n", @said);
plan();
END { my $rc = $?; browser_close(); $? = $rc }
