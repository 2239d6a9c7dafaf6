# page-sides.pl - the comparisons of a study in the page that explore writes; used by
# tests/page.pl, whose subs these are.
use strict;
use warnings;
use utf8;

# Of the sample, whose sides are ministers and a group.
sub sample_sides {
	my ($page) = @_;
	my $name = $page =~ s,.*/(.*)/,$1/,r;
	browser_page("file://$page", 360);
	js('[...document.querySelectorAll("nav a")].find(a => a.dataset.kind === "versus").click()');
	browser_arrive('#versus');
	my $pair = 'Object.fromEntries(table("versus.pair").map(r => ["name" + r.side, r.name]))';
	is(h1(), js("say('walk_versus_of', $pair)"), "$name: the menu leads to the sides");
	is(js('[...document.querySelectorAll("main h2")].map(h => h.textContent).join("|")'), js('["h_words", "h_themes", "h_style", "h_sentences"].map(k => say(k)).join("|")'),
		"$name: what is told of them");
	my $shown = 'table("versus.words").filter(r => Number(r.q_perm) <= 0.05)';
	is(js('[...document.querySelectorAll("main tbody a")].filter(a => a.getAttribute("href").startsWith("#term=")).map(a => decodeURIComponent(a.getAttribute("href").slice(6))).sort().join(" ")'),
		js("$shown.map(r => r.ngram).sort().join(' ')"), "$name: all words that the speeches bear out");
	is(js('document.querySelectorAll("main blockquote").length'), js('table("versus.typical").length'), "$name: sentences");
	is(js('[...document.querySelectorAll("main .scroll")].filter(e => e.scrollWidth > e.clientWidth).length'), 0, "$name: no table is too wide for a telephone");
	is(js('(async () => { const bad = [], all = [...new Set([...document.querySelectorAll("main a")].map(a => a.getAttribute("href")))];'
		. ' for (const to of all) { await goTo(to); if (document.querySelector("h1").textContent === say("walk_lost")) bad.push(to); }'
		. ' return all.length > 50 ? bad.join(" ") : "few links: " + all.length; })()'), '', "$name: every link of it leads on");
	my $row = "$shown.sort((a, b) => b.f1 * b.f2 - a.f1 * a.f2)[0]";
	for my $column ('f1', 'f2', 'LogRatio') {
		go(js("addressOf('why', 'versus.words', { ngram: $row.ngram, of: '$column' })"));
		my $n = js($column eq 'LogRatio' ? "String(Number($row.f1) + Number($row.f2))" : "$row.$column");
		check(js("[...document.querySelectorAll('.note')].some(p => p.textContent === say('walk_why_same', { n: $n }))"), "$name: the places behind $column are as many");
	}
	check(js("[...document.querySelectorAll('.formula')].some(l => l.textContent === `F = f1 + f2 = \${figure($row.f1)} + \${figure($row.f2)} = \${figure(Number($row.f1) + Number($row.f2))}`)"),
		"$name: what a formula makes of them is told");
	is(js('table("versus.themes").filter(r => placesOfSide("-", r, "", placesOfTheme(p => isUnder(p, r.theme))).places.length !== Number(r.freq)).map(r => r.theme).join(" ")'), '',
		"$name: the places of a theme on a side too");
	go(js("addressOf('term', $row.ngram)"));
	check(js("[...document.querySelectorAll('main h2')].some(h => h.textContent === say('walk_versus_of', $pair))"
		. " && document.querySelector('main').textContent.includes(say('walk_versus_word', $row))"), "$name: a word tells it of itself");
	go('#versus&side=2');
	is(js('document.querySelectorAll("main tbody tr").length'), js('table("versus.pair")[1].speeches'), "$name: a side has its speeches");
	go('#versus=none');
	is(h1(), js('say("walk_lost")'), "$name: another comparison is not there");
	return;
}

# Of the study that tests/page.sh makes.
sub two_comparisons {
	my ($sides) = @_;
	browser_page("file://$sides#versus", 360);
	is(h1(), '<b> against even', 'of several comparisons the one without a name comes first');
	is(js('[...document.querySelectorAll("main > p a")].map(a => a.textContent).join("|")'), 'odd against rest', 'and leads to the others');
	my $cells = '[...document.querySelectorAll("main tbody tr")].map(tr => [...tr.cells].filter(c => c.getClientRects().length > 0).map(c => c.innerText).join(" ")).join("|")';
	my @sides = ('<b> 3 12 4.0 3.00 NA 0.50', 'even 3 12 4.0 3.00 NA 0.50');
	my $theme = 'Theme T 333.33 166.67 2.00 1.50 3.00 0.0100';
	is(js($cells), join('|', @sides, 'un 3 (3) 0 (0) 2.80 0.50 0.0100', 'deux 0 (0) 3 (3) -2.80 -0.50 0.0200', 'la 3 (3) 3 (3) 0.00 0.00 0.0300', $theme),
		'words on both sides, those of the lists, themes');
	check(js('document.querySelector("main").innerText.includes(say("walk_brackets"))'), 'what brackets are');
	browser_page("file://$sides#versus", 1280);
	is(js($cells), join('|', @sides, 'un 3 3 0 0 2.80 0.50 0.0100', 'deux 0 0 3 3 -2.80 -0.50 0.0200', 'la 3 3 3 3 0.00 0.00 0.0300', $theme),
		'speeches have columns of their own in a large window');
	check(js('!document.querySelector("main").innerText.includes(say("walk_brackets"))'), 'and no brackets');
	is(js('document.querySelector("blockquote").textContent'), 'un la loi passep1, Speech 1, line 1, said 3 times (un, loi)', 'a sentence, its place, its words');
	is(js('(() => { const p = [...document.querySelectorAll("main .note")].map(e => e.textContent); return p.includes(say("versus_same", { list: say("style_questions") })); })()') ? 1 : 0, 1,
		'what does not differ is named');
	go('#versus=x');
	is(h1(), 'odd against rest', 'a comparison by its name');
	check(js('(() => { const t = document.querySelector("main").textContent; return ["versus_words_few", "versus_rates_few"].every(k => t.includes(say(k, table(k === "versus_words_few"'
		. ' ? "versus-x.words.tests" : "versus-x.themes.tests")[0]))) && t.includes(say("versus_rest", table("versus-x.pair")[1])); })()'), 'with too few speeches nothing is told');
	is(js('[...document.querySelectorAll("main .note")].filter(p => p.textContent.includes("un (3, 0)") || p.textContent.includes("deux (0, 3)")).length'), 2, 'but by words alone');
	check(js('document.querySelectorAll("main blockquote").length === 0 && document.querySelector("main").textContent.includes(say("versus_no_sentence"))'), 'nor a sentence');
	go('#theme=t');
	check(js('document.querySelector("main").textContent.includes(say("walk_versus_theme", table("versus.themes")[0]))'), 'a theme tells it of itself');
	return;
}

sub sides_checks { # PAGE-EN PAGE-FR PAGE-SIDES PAGE-TREE
	my ($en, $fr, $sides, $tree) = @_;
	sample_sides($_) for $en, $fr;
	two_comparisons($sides);
	browser_page("file://$tree", 360);
	is(js('[...document.querySelectorAll("nav a")].filter(a => a.dataset.kind === "versus").length'), 0, 'a study without sides has no such page');
	go('#versus');
	is(h1(), js('say("walk_lost")'), 'nor an address of one');
	return;
}

1;
