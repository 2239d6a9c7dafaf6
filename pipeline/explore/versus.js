'use strict';
// versus.js - one side of the speeches against another (explore.1)
//
// The comparisons of a study are the words of SIDES; that without a name is "-".

const comparisons = () => (study.values.get('SIDES') ?? '').split(' ').filter(s => s !== '');
const ofVersus = (one, name) => `versus${one === '-' ? '' : '-' + one}.${name}`;
const pairOf = one => table(ofVersus(one, 'pair'));
const toVersus = (one, text) => link(addressOf('versus', one === '-' ? '' : one), text);
const toSide = (one, side, text) => link(addressOf('versus', one === '-' ? '' : one, { side }), text);

function namesOfSides(one) {
	const [first, second] = pairOf(one);
	return { name1: first?.name ?? '1', name2: second?.name ?? '2' };
}

function versusView(value, more) {
	const one = value === '' ? comparisons()[0] : comparisons().find(name => name === value && name !== '-');
	if (one === undefined)
		return notFound(value);
	if (more.has('side'))
		return sideView(one, more.get('side'));
	const title = say('walk_versus_of', namesOfSides(one));
	const gone = leftOut(ofVersus(one, 'pair'), ofVersus(one, 'sides'));
	const others = comparisons().filter(name => name !== one);
	return { title, content: gone ?? [
		others.length === 0 ? null : el('p', {}, say('walk_versus_others') + ' ', ...others.flatMap((other, i) =>
			[i > 0 ? ', ' : '', toVersus(other, say('walk_versus_of', namesOfSides(other)))])),
		...pairOf(one).map(row => note(say(row.tests === 'NA' ? 'versus_rest' : row.tests === row.name ? 'versus_plain' : 'versus_side', row))),
		...comparedTexts('id').map(note), sidesTable(one),
		heading(say('h_words')), ...versusWords(one),
		heading(say('h_themes')), ...versusThemes(one),
		heading(say('h_style')), ...versusStyle(one),
		heading(say('h_sentences')), ...versusSentences(one)] };
}

function sidesTable(one) {
	const names = rowMap(ofVersus(one, 'pair'), 'side');
	const rows = table(ofVersus(one, 'sides')).filter(row => row.part !== 'NA');
	return sheet({ rows, kind: 'stacked', columns: [
		{ key: 'part', head: headOf('side'), cell: row => toSide(one, row.part, names.get(row.part)?.name ?? row.part) },
		figureColumn('speeches'), figureColumn('words'), figureColumn('sentence_length', 1), figureColumn('word_length', 2),
		figureColumn('mattr', 3), ...(rows.some(row => isFigure(row.density ?? 'NA')) ? [figureColumn('density', 2)] : [])] });
}

// The speeches of a side.
function sideView(one, side) {
	const pair = pairOf(one).find(row => row.side === side);
	const gone = leftOut(ofVersus(one, 'speeches'));
	if (pair === undefined || gone)
		return gone ? { title: say('walk_versus'), content: gone } : notFound(side);
	const sides = sidesOf(one);
	return { title: pair.name, kind: headOf('side'), content: [
		el('p', {}, toVersus(one, say('walk_versus_of', namesOfSides(one)))),
		heading(say('h_speeches')), speechTable(table('speeches').filter(row => sides.get(row.part) === side))] };
}

const sidesOf = one => new Map(table(ofVersus(one, 'speeches')).map(row => [row.part, row.side]));

// ---- words ----

const borneOut = row => Number(row.q_perm) <= 0.05;

function versusWords(one) {
	const gone = leftOut(ofVersus(one, 'words'), ofVersus(one, 'words.tests'));
	if (gone)
		return gone;
	const tests = table(ofVersus(one, 'words.tests'))[0] ?? {};
	const all = table(ofVersus(one, 'words')).map(row => ({ ...row, forms: typeRow(row.ngram)?.forms ?? 'NA' }));
	const few = Number(tests.least_q) > 0.05;
	const own = all.filter(row => !isListed(typeRow(row.ngram)));
	const listed = all.filter(row => isListed(typeRow(row.ngram)) && borneOut(row));
	return [(study.values.get('ONLY_OF') ?? 'none') === 'none' ? null : note(say('of_classes')),
		...Number(tests.tests) === 0 ? [note(say('versus_no_test'))] : few && !all.some(borneOut) ? [note(say('versus_words_few', tests))]
			: [details(say('versus_words', tests)), few ? note(say('versus_alone', tests)) : null,
				all.some(borneOut) ? paragraph(say('walk_brackets'), 'note narrow') : null],
		...moreWords(one, own, 1, 'versus_more1'), ...moreWords(one, own, -1, 'versus_more2'),
		...(study.values.get('LISTS_APART') ?? 'none') === 'none' ? [] : [
			el('h3', {}, say('versus_lists')), listed.length === 0 ? note(say('versus_none')) : versusTable(one, listed)]];
}

// What the side of a sign says more, and what it says more by words alone.
function moreWords(one, all, sign, head) {
	const size = (a, b, key) => sign * (Number(b[key]) - Number(a[key])) || 0;
	const rows = all.filter(row => sign * Number(row.G2) > 0).sort((a, b) =>
		size(a, b, 'LRC') || size(a, b, 'LogRatio') || (a.ngram < b.ngram ? -1 : 1));
	const shown = rows.filter(borneOut);
	const alone = rows.filter(row => sign * Number(row.LRC) > 0 && Number(row.q_perm) > 0.05).slice(0, 12);
	return [el('h3', {}, say(head, namesOfSides(one))), shown.length === 0 ? note(say('versus_none')) : versusTable(one, shown),
		alone.length === 0 ? null : listNote('versus_unborne', alone.map(row =>
			around('versus_word', 'term', [toTerm(row.ngram, formOf(row.ngram))], row)))];
}

function versusTable(one, rows) {
	const { name1, name2 } = namesOfSides(one);
	return sheet({ rows, kind: 'stacked', columns: [
		{ key: 'ngram', head: headOf('term'), cell: row => toTerm(row.ngram, formOf(row.ngram)), plain: row => formOf(row.ngram) },
		...(rows.some(row => row.forms !== 'NA') ? [{ key: 'forms', head: headOf('said') }] : []),
		countColumn(1, name1), { ...figureColumn('range1', -1, 'speeches'), kind: 'wide' },
		countColumn(2, name2), { ...figureColumn('range2', -1, 'speeches'), kind: 'wide' },
		figureColumn('LogRatio', 2), figureColumn('LRC', 2), figureColumn('q_perm', 4, 'q')] });
}

// In a small window the speeches have no column: they stand behind the count.
function countColumn(side, head) {
	const key = 'f' + side;
	return { key, head, figure: true, cell: row => el('span', {}, whyCell({ key }, row, figure(row[key]), side === 1),
		el('span', { class: 'narrow' }, ` (${figure(row['range' + side])})`)) };
}

// ---- themes and style: rates on both sides ----

function versusThemes(one) {
	const theme = { key: 'theme', head: headOf('theme'), cell: row => toTheme(row.theme), plain: row => themeName(row.theme) };
	return versusRates(one, 'themes', theme, (a, b) => Number(b.ratio) - Number(a.ratio) || (a.theme < b.theme ? -1 : 1));
}

function versusStyle(one) {
	const measure = { key: 'count', head: headOf('measure'), plain: row => say('style_' + row.count) };
	return versusRates(one, 'style', measure, (a, b) => Number(a.q) - Number(b.q) || (a.count < b.count ? -1 : 1));
}

function versusRates(one, what, name, compare) {
	const gone = leftOut(ofVersus(one, what), ofVersus(one, what + '.tests'));
	if (gone)
		return gone;
	const { name1, name2 } = namesOfSides(one);
	const tests = table(ofVersus(one, what + '.tests'))[0] ?? {};
	const tested = table(ofVersus(one, what)).filter(row => row.part === '1').sort(compare);
	const rows = tested.filter(found);
	const same = tested.filter(row => Number(row.q) > 0.05);
	const order = new Intl.Collator(document.documentElement.lang).compare;
	if (what === 'themes')
		same.sort((a, b) => order(name.plain(a), name.plain(b)));
	return [Number(tests.tests) === 0 ? note(say('untested')) : rows.length === 0 && Number(tests.least_q) > 0.05 ? note(say('versus_rates_few', tests)) : details(say('versus_' + what, tests)),
		rows.length === 0 ? null : sheet({ rows, kind: 'stacked', columns: [name, { ...figureColumn('rate', 2), head: name1 },
			{ ...figureColumn('rest', 2), head: name2 }, figureColumn('ratio', 2), figureColumn('low', 2), figureColumn('high', 2),
			figureColumn('q', 4)] }),
		same.length === 0 ? null : listNote('versus_same', same.map(row => [name.cell ? name.cell(row) : name.plain(row)]))];
}

// ---- sentences ----

function versusSentences(one) {
	const any = table(ofVersus(one, 'typical')).length > 0;
	return leftOut(ofVersus(one, 'typical')) ?? [any ? details(say('versus_sentences')) : null, ...pairOf(one).flatMap(({ side, name }) => {
		const rows = rowsWhere(ofVersus(one, 'typical'), 'part', side);
		return [el('h3', {}, name), ...(rows.length === 0 ? [note(say('versus_no_sentence'))] : rows.map(row => quoted(row)))];
	})];
}

// ---- of a word, of a theme: on its own page ----

function wordBySides(type) {
	return comparisons().flatMap(one => {
		const row = rowWhere(ofVersus(one, 'words'), 'ngram', type);
		return row.ngram === undefined ? [] : bySides(one, [1, 2].map(side => ({ side: String(side), f: row['f' + side],
			speeches: row['range' + side], rate: 1000 * row['f' + side] / row['n' + side] })),
		[figureColumn('f'), figureColumn('speeches'), figureColumn('rate', 2)], borneOut(row) ? say('walk_versus_word', row) : say('versus_none'));
	});
}

function themeBySides(theme) {
	return comparisons().flatMap(one => {
		const rows = rowsWhere(ofVersus(one, 'themes'), 'theme', theme).map(row => ({ ...row, side: row.part }));
		return rows.length === 0 ? [] : bySides(one, rows, [figureColumn('rate', 2), figureColumn('freq', -1, 'hits')],
			found(rows[0]) ? say('walk_versus_theme', rows[0]) : say('versus_none'));
	});
}

function bySides(one, rows, columns, told) {
	const names = rowMap(ofVersus(one, 'pair'), 'side');
	return [el('h2', {}, toVersus(one, say('walk_versus_of', namesOfSides(one)))), sheet({ rows, columns: [
		{ key: 'side', head: headOf('side'), cell: row => toSide(one, row.side, names.get(row.side)?.name ?? row.side) }, ...columns] }),
	note(told)];
}
