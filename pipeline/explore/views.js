'use strict';
// views.js - overview, themes, words, speeches, and what they lead to (explore.1)
//
// A view gives { title, content }, for a value of the address.  Figures that are statistics
// are those of the tables; only what is counted place by place is counted here.

// ---- overview ----

function overview() {
	const whole = table('stats-whole')[0] ?? {};
	const spans = table('spans')[0] ?? {};
	const content = [
		facts([[headOf('speeches'), figure(spans.speeches)], [headOf('speakers'), spans.speakers === '0' ? 'NA' : figure(spans.speakers)],
			[headOf('dates'), (spans.dates ?? 'NA').replace(' - ', ' \u2013 ')], [headOf('words'), figure(whole.words)],
			[headOf('forms'), figure(whole.forms)], [headOf('sentences'), figure(whole.sentences)]]),
		...allLeftOut(),
		heading(say('h_about')),
		themeTable(topThemes().slice(0, 10), { filter: false, caption: say('walk_themes_caption') }),
		more('#themes', say('walk_all_themes')),
		heading(say('h_words')),
		wordTable(contentWords().slice(0, 10), { filter: false }),
		more('#words', say('walk_all_words')),
	];
	for (const attribute of attributes())
		content.push(heading(say('by', { PART: attribute })), partTable(attribute));
	content.push(heading(say('h_speeches')), speechTable(table('speeches').slice(0, 10), { filter: false }),
		more('#speeches', say('walk_all_speeches')));
	return { title: study.values.get('TITLE') ?? '', content };
}

const more = (address, text) => el('p', { class: 'more' }, link(address, text));

function allLeftOut() {
	const some = someText();
	const names = study.left.filter(row => row !== some).map(row => row.part);
	return [some ? paragraph(say('walk_some_text', some), 'chance') : null,
		names.length > 0 ? paragraph(say('walk_left', { list: joined(names) }), 'chance') : null];
}

// ---- parts ----

function partTable(attribute) {
	const years = rowMap('spans-' + attribute, 'part');
	const rows = table('stats-' + attribute).map(row =>
		({ ...row, years: (years.get(row.part) ?? {}).years ?? 'NA' }));
	const columns = [
		{ key: 'part', head: headOf(attribute), cell: row => toPart(attribute, row.part) },
		figureColumn('speeches'), figureColumn('words'), figureColumn('sentence_length', 1)];
	if (attribute !== 'year' && rows.some(row => row.years !== 'NA')) { // a small window has room for four columns
		columns[3].kind = 'wide';
		columns.splice(3, 0, { key: 'years', head: headOf('years'), kind: 'years' });
	}
	return sheet({ rows, columns, order: 'part' });
}

function rowMap(name, column) {
	return new Map(table(name).map(row => [row[column], row]));
}

function partView(value) {
	const at = value.indexOf(':');
	const attribute = value.slice(0, at);
	const part = value.slice(at + 1);
	const row = rowWhere('stats-' + attribute, 'part', part);
	if (row.part === undefined)
		return notFound(value);
	const years = rowWhere('spans-' + attribute, 'part', part).years;
	return { title: part, kind: headOf(attribute), content: [
		attribute === 'id' ? el('p', {}, toSpeech(part)) : null,
		facts([[headOf('speeches'), figure(row.speeches)], [headOf('words'), figure(row.words)],
			[headOf('years'), attribute === 'year' ? 'NA' : years],
			[headOf('sentence_length'), figure(row.sentence_length, 1)]]),
		heading(say('h_spec')), ...specificOf(attribute, part),
		...typicalOf(attribute, part),
		heading(say('h_themes')), ...themesOfPart(attribute, part),
		heading(say('h_speeches')),
		speechTable(table('speeches').filter(speech => partOf(speech, attribute) === part)),
	] };
}

// What is compared, which parts are none or small, who is in the chair: sentences.
function comparedTexts(attribute) {
	const whole = table('compared')[0];
	const given = name => ({ [name]: study.values.get(name) ?? '0' });
	const rows = attribute === 'id' ? [] : table('compared-' + attribute);
	const small = rows.filter(row => Number(row.words) < Number(study.values.get('LEAST_WORDS') ?? 0));
	const told = (key, kind, item, column) => kind.length === 0 ? [] : [say(key, { PART: attribute, n_small: small.length,
		...given('LEAST_WORDS'), list: joined(kind.sort((a, b) => Number(b[column]) - Number(a[column])).slice(0, 12)
			.map(row => say(item, row))) })];
	return [...((study.values.get('COMPARED_BY') ?? 'all') === 'all' ? []
		: [say(whole ? 'compared_some' : 'compared_none', { ...whole, ...given('COMPARED_BY') })]),
	...told('compared_na', rows.filter(row => row.part === 'NA'), 'compared_na_item', 'words'),
	...told('compared_small', small, 'compared_item', 'words'),
	...told('compared_chair', rows.filter(row => Number(row.chair) > 0), 'compared_chair_item', 'chair_words')];
}

// Which words set the part apart; what chance explains is one sentence.
function specificOf(attribute, part) {
	if (table('stats-' + attribute).length < 2)
		return [note(say('one'))];
	const name = 'specificities-' + attribute;
	if (leftOut(name, ...(attribute === 'id' ? [] : [name + '.tests'])))
		return leftOut(name, ...(attribute === 'id' ? [] : [name + '.tests']));
	const tests = table(name + '.tests')[0] ?? {};
	const few = attribute !== 'id' && Number(tests.least_q) > 0.05;
	const tooFew = Number(tests.least_p) > 0.05 ? 'spec_never' : 'spec_few';
	const rows = rowsWhere(name, 'part', part);
	const own = rows.filter(row => !isListed(typeRow(row.ngram)));
	const listed = rows.filter(row => isListed(typeRow(row.ngram)));
	const under = own.filter(row => Number(row.S) < 0);
	const whole = attribute === 'id'; // no speeches bear it out
	const how = details([say(whole ? 'spec_id' : 'spec') + listsSaid('lists_apart'), ...comparedTexts(attribute)].join(' '));
	if (rows.length === 0)
		return [note(few ? say(tooFew, tests) : say(whole ? 'nothing' : 'spec_none')), how];
	return [few ? note(say(tooFew, tests)) : null, how,
		specificTable(own.filter(row => Number(row.S) > 0), say(whole ? 'walk_over_id' : 'walk_over')),
		under.length > 0 ? specificTable(under, say('walk_under')) : null, ...listedNote(listed, 'spec_listed_item')];
}

function specificTable(rows, caption) {
	return rows.length === 0 ? null : sheet({ rows, caption, columns: [
		{ key: 'ngram', head: headOf('term'), cell: row => toTerm(row.ngram, formOf(row.ngram)), plain: row => formOf(row.ngram) },
		figureColumn('f'), figureColumn('F'),
		...(rows[0].speeches === undefined ? [] : [figureColumn('speeches')]),
		figureColumn('S', 1), figureColumn(rows[0].q_speech === undefined ? 'q' : 'q_speech', 4, 'q')] });
}

function typicalOf(attribute, part) {
	const rows = rowsWhere('typical-' + attribute, 'part', part).slice(0, 3);
	if (rows.length === 0)
		return [];
	return [el('h3', {}, say('walk_typical')), note(say('walk_typical_how')), ...rows.map(row => quoted(row, part))];
}

// The speaker is named but where the page is of that one.
function quoted(row, known) {
	return el('blockquote', {}, el('p', { lang: textLang() }, row.text), el('footer', {}, ...toSpeechLine(row.speech, row.line, known),
		...(Number(row.times) > 1 ? [', ' + say('walk_times', row)] : []), ...termsOf(row)));
}

// The speech, with the paragraph of a line marked.
function toSpeechLine(id, line, known) {
	const row = rowWhere('speeches', 'part', id);
	const title = titleOf(row, id);
	const speaker = [undefined, 'NA', known].includes(row.speaker) || title.includes(row.speaker) ? '' : row.speaker + ', ';
	return [speaker, link(addressOf('speech', id, { line }), title), ', ' + say('walk_line', { line })];
}

// The words for which a sentence is shown.
function termsOf(row) {
	const terms = (row.terms ?? 'NA') === 'NA' ? [] : row.terms.split(', ');
	return terms.length === 0 ? [] : [' (', ...terms.flatMap((term, i) => [i > 0 ? ', ' : '', toTerm(term, formOf(term))]), ')'];
}

// ---- themes ----

function topThemes() {
	return table('rates-all').filter(isTop).sort((a, b) => Number(b.rate) - Number(a.rate) || (a.theme < b.theme ? -1 : 1));
}

function themeTable(rows, options = {}) {
	const sure = rows.some(row => isFigure(row.low));
	return sheet({ rows, order: null, ...options, caption: sure ? options.caption : undefined, columns: [
		{ key: 'theme', head: headOf('theme'), cell: row => toTheme(row.theme), plain: row => themeName(row.theme) },
		figureColumn('rate', 1), ...(sure ? [figureColumn('low', 1), figureColumn('high', 1)] : []), barColumn(rows),
		...(rows.some(row => row.freq === undefined) ? [] : [figureColumn('freq', -1, 'hits')])] });
}

function themesView() {
	const about = Number(table('spans')[0]?.speeches) > 2 ? 'about' : 'about_one';
	const cover = table('coverage')[0];
	const content = [details(say(about)), themeTable(topThemes())];
	if (cover && cover.share !== 'NA')
		content.splice(1, 0, note(say('coverage', cover)));
	for (const attribute of attributes())
		content.push(heading(say('by', { PART: attribute })), ...differences(attribute));
	return { title: say('h_themes'), content };
}

// Where the parts differ more than their speeches do.
function differences(attribute) {
	const gone = leftOut('differences-' + attribute, `differences-${attribute}.tests`);
	if (gone)
		return gone;
	const tests = table(`differences-${attribute}.tests`)[0];
	if (!tests || tests.tests === '0') {
		const parts = table('stats-' + attribute);
		return [note(say(parts.length === 1 ? 'one' : parts.some(row => Number(row.speeches) > 1) ? 'untested' : 'differences_none'))];
	}
	const rows = table('differences-' + attribute).filter(row => Number(row.q) <= 0.05);
	if (rows.length === 0)
		return [note(say(Number(tests.least_q) > 0.05 ? 'differences_few' : 'differences_no', tests))];
	return [details(say('differences', tests)), sheet({ rows, columns: [
		{ key: 'theme', head: headOf('theme'), cell: row => toTheme(row.theme), plain: row => themeName(row.theme) },
		figureColumn('freq', -1, 'hits'), figureColumn('spread', 1), figureColumn('low', 1),
		figureColumn('high', 1), figureColumn('q', 4)] })];
}

function themesOfPart(attribute, part) {
	const name = 'rates-' + attribute;
	if (leftOut(name))
		return leftOut(name);
	const rows = rowsWhere(name, 'part', part)
		.filter(row => isTop(row) && Number(row.freq) > 0).sort((a, b) => Number(b.rate) - Number(a.rate));
	if (rows.length === 0)
		return [note(say('nothing'))];
	return [note(say('walk_profiles')), themeTable(rows, { most: 10, filter: false })];
}

function themeView(theme, more) {
	const row = rowWhere('rates-all', 'theme', theme);
	if (row.theme === undefined)
		return notFound(theme);
	if (more.has('entry'))
		return entryView(theme, more.get('entry'));
	const under = table('rates-all').filter(other => other.theme.startsWith(theme + '/') && Number(other.freq) > 0);
	const top = theme.split('/')[0];
	const content = [
		facts([[headOf('rate'), figure(row.rate, 1)], [say('walk_interval'), intervalOf(row)],
			[headOf('hits'), figure(row.freq)]]),
		details(say(Number(row.units) > 2 ? 'about' : 'about_one'))];
	if (under.length > 0)
		content.push(heading(say('walk_subthemes')), themeTable(under, { order: 'rate', falling: true }));
	if (top !== theme)
		content.unshift(el('p', {}, say('walk_under_theme') + ' ', toTheme(top)));
	else
		attributes().forEach(attribute => content.push(...themeByPart(theme, attribute)));
	content.push(...themeBySides(theme), ...trendOf('trend-themes', 'theme', theme));
	content.push(heading(say('c_entries')), ...(leftOut('entries') ?? [note(say('walk_entries')), entryTable(theme)]));
	content.push(heading(say('h_context')), ...(leftOut('places') ?? concordance(placesOfTheme(row => isUnder(row, theme)))));
	return { title: themeName(theme), kind: headOf('theme'), content };
}

function intervalOf(row) {
	return isFigure(row.low) ? `${figure(row.low, 1)} \u2013 ${figure(row.high, 1)}` : 'NA';
}

// The rates of the parts, where these differ; else a sentence.
function themeByPart(theme, attribute) {
	const tests = table(`differences-${attribute}.tests`)[0];
	if (leftOut('differences-' + attribute, 'rates-' + attribute))
		return [];
	const row = rowWhere('differences-' + attribute, 'theme', theme);
	if (!tests || tests.tests === '0' || (Number(tests.least_q) > 0.05 && !(Number(row.q) <= 0.05)))
		return [];
	const head = heading(say('by', { PART: attribute }));
	if (!(Number(row.q) <= 0.05))
		return [head, note(say('walk_differs_not'))];
	const rows = rowsWhere('rates-' + attribute, 'theme', theme);
	const apart = rowsWhere('differences-each-' + attribute, 'theme', theme);
	return [head, note(say('walk_differs', row)), sheet({ rows, order: 'rate', falling: true, columns: [
		{ key: 'part', head: headOf(attribute), cell: r => toPart(attribute, r.part) },
		figureColumn('rate', 1), figureColumn('low', 1), figureColumn('high', 1), barColumn(rows),
		figureColumn('freq', -1, 'hits')] }),
	table('stats-' + attribute).length < 3 ? null : apart.length === 0 ? note(say('apart_none'))
		: listNote('apart', apart.map(r => around('apart_item', 'part', [toPart(attribute, r.part)], r)))];
}

const isUnder = (row, theme) => row.theme === theme || row.theme.startsWith(theme + '/');

function entryTable(theme) {
	const rows = table('entries').filter(row => isUnder(row, theme));
	return sheet({ rows, order: 'hits', falling: true, columns: [
		{ key: 'entry', head: say('walk_entry'), cell: row =>
			link(addressOf('theme', row.theme, { entry: row.entry }), row.entry) },
		figureColumn('hits'), { key: 'forms', head: say('walk_forms'), kind: 'list' }] });
}

function entryView(theme, entry) {
	const row = table('entries').find(r => isUnder(r, theme) && r.entry === entry);
	if (row === undefined)
		return notFound(entry);
	return { title: entry, kind: say('walk_entry'), content: [
		el('p', {}, say('walk_under_theme') + ' ', toTheme(row.theme)),
		facts([[headOf('hits'), figure(row.hits)], [say('walk_forms'), row.forms]]),
		heading(say('h_context')),
		...leftOut('places') ?? concordance(placesOfTheme(r => r.theme === row.theme && r.entry === entry))] };
}

// Those of the table; a hit of several themes is one place.
function placesOfTheme(test) {
	if (!study.text)
		return [];
	const { speeches, speechOf } = study.text;
	const places = table('places').filter(row => speechOf.has(row.speech) && test(row)).map(row => {
		const speech = speechOf.get(row.speech);
		return { at: speeches[speech].from + Number(row.token) - 1, n: Number(row.length), speech };
	});
	return places.filter((place, i) => i === 0 || place.at !== places[i - 1].at);
}
