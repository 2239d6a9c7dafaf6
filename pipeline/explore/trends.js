'use strict';
// trends.js - what changes in time; what chance explains is named, not ranked (explore.1)

const found = row => Number(row.q) <= 0.05;

// Of the theme or word, on its own page.
function trendOf(name, column, value) {
	const row = rowsWhere(name, column, value).find(found);
	if (row === undefined)
		return [];
	const fixed = Number(row.q_fixed) <= 0.05 ? 'walk_trend_fixed' : 'walk_trend_free';
	return [heading(say('walk_trend')), paragraph(say('walk_trend_is', row)),
		...(isFigure(row.q_fixed) ? [note(say(fixed, row))] : [])];
}

function periods() {
	return Number(table('trend-themes')[0]?.periods ?? table('spans')[0]?.n_years ?? 0);
}

function trendsView() {
	const gone = leftOut('trend-themes', 'trend-words', 'trend-breaks');
	if (gone)
		return { title: say('walk_trends'), content: gone };
	if (!(periods() >= 3))
		return { title: say('walk_trends'), content: [note(say('trends_few'))] };
	const themes = table('trend-themes').filter(isTop);
	const first = table('trend-themes')[0] ?? {};
	const tested = table('trend-themes').filter(row => isFigure(row.p)).length;
	const fixed = table('trend-themes').some(row => isFigure(row.q_fixed));
	const speakers = Number(table('spans')[0]?.speakers);
	const changed = table('trend-words').filter(found);
	const words = changed.filter(row => !isListed(typeRow(row.ngram)));
	const listed = changed.filter(row => isListed(typeRow(row.ngram)));
	return { title: say('walk_trends'), content: [
		details(say('trends', { n_periods: periods() }) + (speakers > 1 ? ' ' + say(fixed ? 'trends_fixed' : 'trends_unfixed') : '')),
		heading(say('h_themes')), note(themes.length === 0 ? say('untested')
			: say('trends_themes', { n_tested: tested, least_q: first.least_q })),
		trendTable(themes.filter(found), { key: 'theme', head: headOf('theme'),
			cell: row => toTheme(row.theme), plain: row => themeName(row.theme) }),
		...named('trends_none', themes.filter(row => isFigure(row.q) && !found(row))),
		...named('trends_untested', themes.filter(row => !isFigure(row.p))),
		...named('trends_gone', themes.filter(row => found(row) && Number(row.q_fixed) > 0.05)),
		...named('trends_come', themes.filter(row => !found(row) && Number(row.q_fixed) <= 0.05),
			row => say('trends_item_fixed', { ...row, label: themeName(row.theme) })),
		heading(say('h_words')), changed.length === 0 ? note(say('trends_no_words')) : trendTable(words,
			{ key: 'ngram', head: headOf('term'), cell: row => toTerm(row.ngram, formOf(row.ngram)), plain: row => formOf(row.ngram) }),
		...listedNote(listed, 'trends_word'),
		heading(say('h_breaks')), ...(table('trend-breaks').length === 0 ? [note(say('untested'))]
			: [details(say('breaks') + (fixed ? ' ' + say('breaks_fixed') : '')), ...breaks(fixed)])] };
}

function trendTable(rows, name) {
	return rows.length === 0 ? null : sheet({ rows, columns: [name, figureColumn('rate', 2), digitsColumn('span', 3),
		digitsColumn('span_low', 2, 'low'), digitsColumn('span_high', 2, 'high'), figureColumn('q', 4),
		...(rows.some(row => isFigure(row.q_fixed))
			? [digitsColumn('span_fixed', 3), figureColumn('q_fixed', 4)] : [])] });
}

// Themes in one sentence, by their names.
function named(key, rows, nameOf = row => themeName(row.theme)) {
	const compare = new Intl.Collator(document.documentElement.lang).compare;
	const all = rows.map(row => ({ row, name: nameOf(row) })).sort((a, b) => compare(a.name, b.name));
	return all.length === 0 ? [] : [listNote(key, all.map(({ row, name }) => [link(addressOf('theme', row.theme), name)]))];
}

function breaks(fixed) {
	const rows = table('trend-breaks').filter(found);
	return [rows.length === 0 ? null : sheet({ rows, columns: [
		{ key: 'theme', head: headOf('theme'), cell: row => toTheme(row.theme), plain: row => themeName(row.theme) },
		{ key: 'break', head: headOf('break'), kind: 'date' }, figureColumn('rate1', 2), figureColumn('rate2', 2),
		figureColumn('q', 4), ...(fixed ? [{ key: 'break_fixed', head: headOf('break_fixed'), kind: 'date' },
			digitsColumn('ratio_fixed', 3), figureColumn('q_fixed', 4)] : [])] }),
	...named('breaks_none', table('trend-breaks').filter(row => !found(row)))];
}
