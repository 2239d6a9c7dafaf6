'use strict';
// classes.js - vocabularies that go together, and who uses them (explore.1)

const STEADY = 0.5; // Jaccard's index: half of the class comes again

function classesView() {
	const gone = leftOut(...['segments', 'stability', 'profiles', 'supplementary', 'metadata', 'typical'].map(name => 'classes.' + name));
	if (gone)
		return { title: say('walk_classes'), content: gone };
	const segments = table('classes.segments');
	const inside = segments.filter(row => row.class !== 'NA').length;
	const short = segments.filter(row => row.short === 'yes').length;
	const values = { all_segments: segments.length, inside, short, left: segments.length - inside - short };
	const content = [details(say('classes'))];
	const classes = table('classes.stability');
	if (inside === 0)
		content.push(note(say('classes_none', values)));
	else if (classes.length > 0 && !classes.some(isSteady))
		content.push(paragraph(say('classes_unstable'), 'chance'));
	if (inside > 0)
		content.push(note(say('classes_size', values)));
	if (short > 0)
		content.push(note(say('classes_short', values)));
	if (inside > 0 && values.left > 0)
		content.push(note(say('classes_left', values)));
	if (inside > 0)
		content.push(...classes.flatMap(oneClass));
	return { title: say('walk_classes'), content: [...content, heading(say('h_choices')), ...choices(),
		...(classes.length > 0 ? [heading(say('h_stable')), details(say('stable')), stabilities(classes)] : [])] };
}

const isSteady = row => Number(row.mean) >= STEADY;

// Of a class that does not hold the first words are said, no more.
function oneClass(row) {
	const words = rowsWhere('classes.profiles', 'class', row.class);
	if (!isSteady(row))
		return [note(say('class_unstable', { ...row, list: joined(words.slice(0, 8).map(w => w.form)) }))];
	const goes = rowsWhere('classes.metadata', 'class', row.class);
	return [heading(say('class_head', row)),
		sheet({ rows: words, most: 12, filter: false, columns: [
			{ key: 'form', head: headOf('term'), cell: w => link(addressOf('search', w.form), w.form) },
			figureColumn('n_in'), figureColumn('n_total'), figureColumn('chi2', 1)] }), ...withoutSay(row.class),
		goes.length === 0 ? note(say('class_alone')) : sheet({ rows: goes, columns: [
			{ key: 'value', head: headOf('value'), cell: g => toPart(g.attribute, g.value) },
			figureColumn('n_in'), figureColumn('n_total'), figureColumn('percent', 1), figureColumn('q', 3)] }),
		...rowsWhere('classes.typical', 'class', row.class).map(row => quoted(row))];
}

// The words of the lists and others that did not make the class, but are more often in it.
function withoutSay(number) {
	const rows = rowsWhere('classes.supplementary', 'class', number);
	return rows.length === 0 ? [] : [listNote('class_others', rows.map(row =>
		around('class_item', 'form', [link(addressOf('search', row.form), row.form)], row)))];
}

function choices() {
	const rows = table('classes.choices');
	return rows.length === 0 ? [note(say('choices_none'))] : [details(say('choices')), sheet({ rows, columns: [
		figureColumn('classes'), { ...figureColumn('stability', 2), head: headOf('jaccard') }, figureColumn('least', 2),
		figureColumn('by_chance', 2), figureColumn('p', 3),
		{ key: 'chosen', head: headOf('chosen'), plain: row => study.labels.get('chosen_' + row.chosen) ?? '' }] })];
}

function stabilities(rows) {
	return sheet({ rows, columns: [{ key: 'class', head: headOf('class') }, { ...figureColumn('size'), head: headOf('segments') },
		{ ...figureColumn('mean', 2), head: headOf('jaccard') }, figureColumn('low', 2), figureColumn('high', 2)] });
}
