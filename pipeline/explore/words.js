'use strict';
// words.js - words, their places, speeches and what is searched (explore.1)

// ---- words ----

function wordTable(rows, options = {}) {
	const said = rows.some(row => (row.forms ?? 'NA') !== 'NA');
	return sheet({ rows, ...options, columns: [
		{ key: 'form', head: headOf('term'), cell: row => toTerm(row.type, row.form) },
		...(said ? [{ key: 'forms', head: headOf('said') }] : []),
		figureColumn('freq'), figureColumn('speeches')] });
}

// ---- the words of the lists, which stand apart ----

const isListed = row => (row?.list ?? 'NA') !== 'NA';
const contentWords = () => table('types').filter(row => !isListed(row));

// What names the lists, behind another text; nothing where there are none.
function listsSaid(key) {
	const LISTS_APART = study.values.get('LISTS_APART') ?? 'none';
	return LISTS_APART === 'none' ? '' : ' ' + say(key, { LISTS_APART });
}

// Rows of words in one sentence, by a label, whose column is the word.
function listedNote(rows, item, column = 'ngram') {
	return rows.length === 0 ? [] : [listNote('listed', rows.map(row => wordItem(item, row, column)))];
}

const wordItem = (item, row, column) => around(item, 'form', [toTerm(row[column], formOf(row[column]))], row);

function wordsView() {
	const box = el('input', { type: 'checkbox' });
	const options = { order: 'freq', falling: true, number: nextSheet() };
	const drawn = () => wordTable(box.checked ? table('types') : contentWords(), options);
	const place = el('div', {}, drawn());
	box.addEventListener('change', () => place.replaceChildren(drawn()));
	if (leftOut('types'))
		return { title: say('h_words'), content: leftOut('types') };
	return { title: say('h_words'), content: [
		note(say('walk_words', { COUNT: study.values.get('COUNT') }) + listsSaid('walk_apart')),
		(study.values.get('ONLY_OF') ?? 'none') === 'none' ? null : note(say('of_classes')),
		...pivotLinks(), el('label', { class: 'filter' }, box, ' ' + say('walk_listed')), place,
		table('segments').length > 0 ? more('#segments', say('walk_segments')) : null] };
}

function pivotLinks() {
	const pivots = table('cooccurrents.pivots').filter(row => Number(row.freq) > 0);
	return pivots.length === 0 ? [] : [el('p', {}, say('walk_pivots') + ' ', ...pivots.flatMap((row, i) =>
		[i > 0 ? ', ' : '', toWords(row.pattern ?? row.pivot, row.pivot)]))];
}

// To a word that is counted, or to the places of others.
function toWords(type, text) {
	return typeRow(type) ? toTerm(type, text) : link(addressOf('search', text), text);
}

// No blank behind an apostrophe.
const glued = s => s.replace(/' /g, "'").replace(/ -(?=[^ ])/g, '-');

function segmentsView() {
	const rows = table('segments');
	if (leftOut('segments'))
		return { title: say('walk_segments'), content: leftOut('segments') };
	return { title: say('walk_segments'), content: [details(say('segments')), sheet({ rows, columns: [
		{ key: 'segment', head: headOf('segment'), plain: row => glued(row.segment),
			cell: row => link(addressOf('search', glued(row.segment)), glued(row.segment)) },
		figureColumn('n'), figureColumn('freq'), figureColumn('parts', -1, 'speeches')] })] };
}

function typeRow(type) {
	study.types ??= new Map(table('types').map(row => [row.type, row]));
	return study.types.get(type);
}

function formOf(type) {
	return typeRow(type)?.form ?? type;
}

// The type that an address means: as it is written, else the only one that it is alike.
function typeOf(value) {
	if (typeRow(value))
		return value;
	const wanted = folded(value);
	const alike = table('types').filter(row =>
		folded(row.type) === wanted || folded(row.form) === wanted);
	return alike.length > 0 ? alike[0].type : null;
}

function termView(value) {
	const type = typeOf(value);
	if (type === null)
		return searchView(value);
	const row = typeRow(type);
	const places = study.text ? placesOfType(type) : [];
	const content = [facts([[headOf('freq'), figure(row.freq)], [headOf('speeches'), figure(row.speeches)],
		[headOf(study.values.get('COUNT')), type === row.form ? 'NA' : type], [headOf('said'), row.forms ?? 'NA'],
		[say('walk_list'), row.list ?? 'NA']])];
	if (study.text)
		attributes().filter(attribute => attribute !== 'id').forEach(attribute =>
			content.push(heading(say('by', { PART: attribute })), ...someText()
				? specificByPart(type, attribute) : termByPart(type, places, attribute)));
	content.push(...wordBySides(type), ...trendOf('trend-words', 'ngram', type), ...cooccurrentsOf(pivot => (pivot.pattern ?? pivot.pivot) === type));
	content.push(heading(say('h_context')), ...concordance(places));
	return { title: row.form, kind: headOf('term'), content };
}

function termByPart(type, places, attribute) {
	const gone = leftOut('stats-' + attribute, 'specificities-' + attribute);
	if (gone)
		return gone;
	const counts = countByPart(places, attribute);
	const specific = new Map(rowsWhere('specificities-' + attribute, 'ngram', type).map(row => [row.part, row]));
	const rows = table('stats-' + attribute).map(row => {
		const count = counts.get(row.part) ?? { f: 0, speeches: { size: 0 } };
		return { part: row.part, f: count.f, words: row.words, here: count.speeches.size,
			rate: Number(row.words) > 0 ? count.f * 1000 / Number(row.words) : 'NA',
			...(specific.has(row.part) ? { S: specific.get(row.part).S, q: specific.get(row.part).q_speech } : {}) };
	});
	const columns = [{ key: 'part', head: headOf(attribute), cell: row => toPart(attribute, row.part) },
		figureColumn('f'), figureColumn('here', -1, 'speeches'), figureColumn('rate', 2)];
	if (specific.size > 0)
		columns.push({ ...figureColumn('S', 1), cell: row => row.S === undefined ? '' : figure(row.S, 1) },
			{ ...figureColumn('q', 4), cell: row => row.q === undefined ? '' : figure(row.q, 4) });
	return [sheet({ rows, columns, order: attribute === 'year' ? 'part' : 'f', falling: attribute !== 'year' }),
		note(say(specific.size > 0 ? 'walk_specific' : 'walk_specific_none'))];
}

// Where places cannot be counted, for there are some speeches only: what the tables tell.
function specificByPart(type, attribute) {
	const rows = rowsWhere('specificities-' + attribute, 'ngram', type);
	return leftOut('specificities-' + attribute) ?? (rows.length === 0 ? [note(say('walk_specific_none'))] : [sheet({ rows, columns: [
		{ key: 'part', head: headOf(attribute), cell: row => toPart(attribute, row.part) },
		figureColumn('f'), figureColumn('speeches'), figureColumn('S', 1), figureColumn('q_speech', 4, 'q')] }),
	note(say('walk_specific'))]);
}

// The words near a pivot, which is a word or an expression.
function cooccurrentsOf(test) {
	if (leftOut('cooccurrents', 'cooccurrents.pivots'))
		return [];
	return table('cooccurrents.pivots').filter(test).flatMap(pivot => {
		const all = rowsWhere('cooccurrents', 'pivot', pivot.pivot);
		const listed = all.filter(other => isListed(typeRow(other.term)));
		const rows = all.filter(other => !listed.includes(other));
		const none = pivot.tests_speech === '0' ? 'cooc_untested' : 'cooc_none';
		return [heading(say('walk_cooccurrents')), all.length === 0 ? note(say(none)) : rows.length === 0 ? null : sheet({ rows, columns: [
			{ key: 'term', head: headOf('term'), cell: other => toWords(other.term, formOf(other.term)), plain: other => formOf(other.term) },
			figureColumn('f'), figureColumn('F'), figureColumn('speeches'), figureColumn('S', 1),
			figureColumn('q_speech', 4, 'q')] }), ...listedNote(listed, 'cooc_listed_item', 'term'),
		details(say('cooc') + ' ' + say((study.values.get('NEAR') ?? '5') === 's' ? 'cooc_near_sentence' : 'cooc_near') + listsSaid('lists_apart'))];
	});
}

// ---- places ----

function concordance(places) {
	if (!study.text)
		return [note(say('walk_no_text'))];
	if (places.length === 0)
		return [note(say('nothing'))];
	const speeches = rowMap('speeches', 'part');
	const rows = places.map((place, i) => placeRow(place, i, speeches));
	return [note(say('walk_places', { n: places.length })), someText() ? note(say('walk_some_text', someText())) : null, sheet({ rows, kind: 'kwic', lang: textLang(), most: 25, order: null, columns: [
		{ key: 'left', head: say('walk_left_of'), kind: 'left', bare: true, by: row => backwards(row.left) },
		{ key: 'node', head: say('walk_node'), kind: 'node', bare: true,
			cell: row => el('span', {}, row.before, link(row.address, row.node), row.after) },
		{ key: 'right', head: say('walk_right_of'), kind: 'right' },
		{ key: 'speech', head: headOf('speech'), kind: 'where', cell: row => link(row.address, row.speech) }] })];
}

// What stands left of a place is ordered by its last word, then by the one before.
function backwards(s) {
	return s.split(/[\s\u00A0]+/).reverse().join(' ');
}

function placeRow(place, i, speeches) {
	const id = study.text.speeches[place.speech].speech;
	const row = speeches.get(id) ?? Object.create(null);
	return { ...contextOf(place), i, speech: [row.date, row.speaker].filter(s => s && s !== 'NA').join(', ') || id,
		address: addressOf('speech', id, { at: place.at - study.text.speeches[place.speech].from, n: place.n }) };
}

// ---- speeches ----

function speechTable(rows, options = {}) {
	const dated = rows.some(row => row.date && row.date !== 'NA');
	const spoken = rows.some(row => row.speaker && row.speaker !== 'NA');
	return sheet({ rows, order: dated ? 'date' : null, ...options, columns: [
		{ key: 'title', head: headOf('speech'), cell: row => toSpeech(row.part), plain: row => titleOf(row, row.part) },
		...(dated ? [{ key: 'date', head: headOf('date'), kind: 'date' }] : []),
		...(spoken ? [{ key: 'speaker', head: headOf('speaker'), kind: 'speaker' }] : []),
		figureColumn('words')] });
}

function speechesView() {
	return { title: say('h_speeches'), content: [speechTable(table('speeches'))] };
}

function speechView(id, more) {
	const row = rowWhere('speeches', 'part', id);
	const number = study.text?.speechOf.get(id);
	if (row.part === undefined)
		return notFound(id);
	const source = number === undefined ? 'NA' : study.text.speeches[number].source;
	return { title: titleOf(row, id), kind: headOf('speech'), content: [
		facts([...attributes().concat('speaker', 'date', 'place').filter((a, i, all) => all.indexOf(a) === i && a !== 'id')
			.map(a => [a === 'place' ? say('walk_place') : headOf(a), attributes().includes(a) && row[a] !== 'NA' ? toPart(a, row[a]) : row[a]]),
		[headOf('words'), figure(row.words)], [say('walk_source'), source], [say('walk_id'), id]]),
		...speechText(number, more),
		heading(say('h_spec')), ...specificOfSpeech(id),
		heading(say('h_themes')), ...themesOfSpeech(id),
		heading(say('h_figures')), ...ranksOf(id)] };
}

function speechText(number, more) {
	if (number === undefined)
		return [note(say(someText() ? 'walk_no_text_here' : 'walk_no_text')), ...allLeftOut()];
	const speech = study.text.speeches[number];
	const paragraphs = paragraphsOf(speech);
	const mark = markOf(speech, paragraphs, more);
	const text = el('div', { class: 'speech', role: 'group', 'aria-label': say('walk_text'), lang: textLang() },
		...paragraphs.map(p => drawParagraph(p, mark)));
	return [note(say('walk_text_words')), withKeys(text)];
}

// Of the words, which are links, one can be reached by the key Tab; arrows lead to others.
function withKeys(text) {
	const words = [...text.querySelectorAll('a')];
	const numberOf = new Map(words.map((word, i) => [word, i]));
	const goTo = word => {
		text.querySelector('a[tabindex="0"]').tabIndex = -1;
		word.tabIndex = 0;
		word.focus();
	};
	if (words.length > 0)
		words[0].tabIndex = 0;
	text.addEventListener('keydown', event => {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		const word = words[(numberOf.get(event.target) ?? NaN) + step];
		if (word === undefined || event.altKey || event.ctrlKey || event.metaKey)
			return;
		event.preventDefault();
		goTo(word);
	});
	return text;
}

// The tokens that the address marks: a place, or all of the paragraph of a line.
function markOf(speech, paragraphs, more) {
	const p = paragraphs.find(one => String(one.line) === more.get('line'));
	if (p !== undefined)
		return { from: p.at, to: p.to };
	const from = speech.from + Number(more.get('at') ?? NaN);
	return { from, to: Math.min(from + Number(more.get('n') ?? 1), speech.to) };
}

function drawParagraph(p, mark) {
	const tag = p.kind === 'heading' ? 'h3' : 'p';
	const element = el(tag, { class: p.kind === 'item' ? 'item' : undefined });
	if (p.line > 0)
		element.append(el('span', { class: 'line', title: say('walk_line', { line: p.line }) }, String(p.line)), ' ');
	if (!(mark.from >= p.at && mark.from < p.to && mark.to > mark.from)) {
		element.append(...tokensLinks(p.at, p.to));
		return element;
	}
	const blank = BEFORE[study.text.before[mark.from] & 3];
	const after = mark.to < p.to ? BEFORE[study.text.before[mark.to] & 3] : '';
	element.append(...tokensLinks(p.at, mark.from), mark.from > p.at ? blank : '',
		el('mark', { id: 'mark', tabindex: '-1' }, ...tokensLinks(mark.from, mark.to)),
		after, ...tokensLinks(mark.to, p.to));
	return element;
}

function specificOfSpeech(id) {
	const rows = rowsWhere('specificities-id', 'part', id);
	const own = rows.filter(row => !isListed(typeRow(row.ngram)));
	const listed = rows.filter(row => isListed(typeRow(row.ngram)));
	return leftOut('specificities-id') ?? [rows.length === 0 ? note(say('sheet_spec_none')) : specificTable(own),
		...listedNote(listed, 'spec_listed_item'), details(say('sheet_spec') + listsSaid('lists_apart'))];
}

function themesOfSpeech(id) {
	if (leftOut('rates-id'))
		return leftOut('rates-id');
	const rows = rowsWhere('rates-id', 'part', id).sort((a, b) => Number(b.rate) - Number(a.rate));
	if (rows.length === 0)
		return [note(say('nothing'))];
	const few = Number(rows[0].units) < 10;
	const shown = few ? rows.map(row => ({ ...row, low: 'NA', high: 'NA' })) : rows;
	return [note(say(few ? 'sheet_themes_few' : 'sheet_themes', rows[0])), themeTable(shown)];
}

function ranksOf(id) {
	if (leftOut('ranks'))
		return leftOut('ranks');
	const rows = rowsWhere('ranks', 'part', id);
	return rows.length === 0 ? [note(say('nothing'))] : [note(say('sheet')), sheet({ rows, columns: [
		{ key: 'measure', head: headOf('measure'), plain: row => say('m_' + row.measure) },
		digitsColumn('value', 3, 'here', 'median'), digitsColumn('median', 3), digitsColumn('lowest', 3, 'lowest', 'median'),
		digitsColumn('highest', 3, 'highest', 'median'), figureColumn('rank')] })];
}

// ---- search ----

function searchView(value) {
	const wanted = folded(value.trim());
	const has = s => folded(s ?? '').includes(wanted);
	const words = wanted === '' ? [] : table('types').filter(row => has(row.form) || has(row.type));
	const themes = table('rates-all').filter(row => wanted !== '' && has(row.label) && Number(row.freq) > 0);
	const speeches = table('speeches').filter(row => wanted !== '' && (has(row.title) || has(row.part)));
	const parts = attributes().filter(a => a !== 'id').flatMap(a =>
		table('stats-' + a).filter(row => wanted !== '' && has(row.part)).map(row => toPart(a, row.part)));
	const places = study.text ? placesOfPhrase(value) : [];
	const content = [];
	const add = (key, any, ...what) => any && content.push(heading(say(key)), ...what);
	add('h_words', words.length > 0, wordTable(words, { order: 'freq', falling: true, most: 12 }));
	add('h_themes', themes.length > 0, themeTable(themes, { most: 12 }));
	add('walk_parts', parts.length > 0, el('ul', {}, ...parts.map(part => el('li', {}, part))));
	add('h_speeches', speeches.length > 0, speechTable(speeches));
	content.push(...cooccurrentsOf(pivot => folded(pivot.pivot) === wanted));
	add('h_context', places.length > 0, ...concordance(places));
	if (content.length === 0)
		content.push(note(say('walk_found_none')));
	return { title: say('walk_found', { what: value }), content };
}
