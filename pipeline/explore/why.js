'use strict';
// why.js - how a figure was made: what it counts, formulas, places (explore.1, why.1)
//
// The part `why` has the descriptions of why(1), a line a row: table, word, text.

// The columns that say which row it is, in the order of a command.
const KEYS = ['part', 'attribute', 'value', 'class', 'pivot', 'theme', 'entry', 'ngram', 'term', 'type', 'segment', 'kind', 'name',
	'axis', 'step', 'other', 'measure', 'classes', 'count', 'side'];

// Of tables that are made for the page alone, or parted otherwise, why(1) has no file.
const isPublished = name => !/^(stats-whole|spans.*|places|.*\.tests|.*\.pivots)$/.test(name) &&
	(!/-id$/.test(name) || attributes().includes('id'));

function keysOf(row) {
	return KEYS.filter(key => row[key] !== undefined);
}

// A figure of a table that tells how it is made leads there; the first of a row by the
// key Tab, for all of a row lead to the same.
function whyCell(column, row, content, reached) {
	const name = row[OF];
	if (name === undefined || row[column.key] === undefined || !study.why.has(name))
		return content;
	const keys = Object.fromEntries(keysOf(row).map(key => [key, row[key]]));
	return el('a', { class: 'why', href: addressOf('why', name, { ...keys, of: column.key }),
		tabindex: reached ? undefined : '-1', title: say('walk_why') }, content);
}

// ---- descriptions ----

// The lines that hold for the row: { word, text }.
function linesFor(name, values) {
	const open = [];
	return study.why.get(name).filter(({ word, text }) => {
		if (word === 'if')
			open.push(lineHolds(text, values));
		else if (word === 'else')
			open.push(!open.pop());
		else if (word === 'end')
			open.pop();
		else
			return open.every(Boolean);
		return false;
	});
}

// NAME = value, NAME != value.
function lineHolds(test, values) {
	const [, name, sign, wanted] = /^(\S+) (!?=) ?(.*)$/.exec(test) ?? [];
	return (String(values[name] ?? '') === wanted) === (sign === '=');
}

function filled(text, values) {
	return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

// ---- formulas ----

const FUNCTIONS = { min: Math.min, log2: Math.log2, sqrt: Math.sqrt };

// The value of a formula, NaN where the page has not all that it needs.
function computed(formula, values) {
	const words = formula.match(/[A-Za-z_]\w*|[\d.]+|>=|<=|[-+*/^()<>,]/g) ?? [];
	let at = 0;
	const take = word => words[at] === word && ++at > 0;
	const levels = [['>=', '<=', '<', '>'], ['+', '-'], ['*', '/']];
	const apply = { '>=': (a, b) => Number(a >= b), '<=': (a, b) => Number(a <= b), '<': (a, b) => Number(a < b),
		'>': (a, b) => Number(a > b), '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b };
	const chain = level => {
		if (level === levels.length)
			return power();
		let v = chain(level + 1);
		while (levels[level].includes(words[at])) {
			const sign = words[at++];
			v = apply[sign](v, chain(level + 1));
		}
		return v;
	};
	const power = () => {
		const v = single();
		return take('^') ? v ** power() : v;
	};
	const single = () => {
		if (take('-'))
			return -single();
		if (take('('))
			return inside()[0];
		const word = words[at++] ?? '';
		if (take('('))
			return (FUNCTIONS[word] ?? (() => NaN))(...inside());
		return /^[\d.]/.test(word) ? Number(word) : isFigure(String(values[word] ?? '')) ? Number(values[word]) : NaN;
	};
	const inside = () => {
		const all = [chain(0)];
		while (take(','))
			all.push(chain(0));
		return take(')') ? all : [NaN];
	};
	const v = chain(0);
	return at === words.length ? v : NaN;
}

// NAME = formula = formula with the numbers = value.
function formulaLine(text, values) {
	const [, name, formula] = /^(\w+) = (.*)$/.exec(text);
	const numbers = formula.replace(/\b[A-Za-z_]\w*\b(?!\()/g, word => isFigure(String(values[word] ?? '')) ? figure(values[word]) : word);
	if (values[name] === undefined) {
		const v = computed(formula, values);
		if (!Number.isNaN(v))
			values[name] = String(Number(v.toPrecision(6)));
	}
	return el('li', { class: 'formula' }, [name, formula, ...numbers === formula ? [] : [numbers],
		...values[name] === undefined ? [] : [figure(values[name])]].join(' = '));
}

// COLUMN,... TEXT, with the values of the columns that the page has.
function countLine(text, values) {
	const at = text.indexOf(' ');
	const names = text.slice(0, at).split(',').map(name => values[name] === undefined ? name : `${name} = ${figure(values[name])}`);
	return el('li', {}, names.join(', ') + say('walk_why_colon') + ' ' + filled(text.slice(at + 1), values));
}

// ---- the view ----

function whyView(name, more) {
	const keys = KEYS.filter(key => more.has(key));
	const row = study.why.has(name) ? table(name).find(one => keys.every(key => one[key] === more.get(key))) : undefined;
	if (row === undefined || keys.length === 0)
		return leftOut(name) && study.why.has(name) ? { title: say('walk_why'), content: leftOut(name) } : notFound(name);
	const column = more.get('of') ?? '';
	const PART = ['id', 'all', ...attributes()].find(attribute => name.endsWith('-' + attribute)) ?? '';
	const values = { ...Object.fromEntries(study.values), PART, SOME: '', part: PART, ...row };
	const lines = linesFor(name, values).filter(({ text }) => !/\{\w+\}/.test(filled(text, values))); // (the page has not all columns)
	const made = lines.filter(({ word }) => word !== 'what').map(({ word, text }) => word === 'formula' ? formulaLine(text, values)
		: word === 'let' ? formulaLine(text.replace(' formula ', ' = '), values)
		: word === 'note' ? el('li', {}, filled(text, values)) : countLine(text, values));
	return { title: row[column] === undefined ? say('walk_why') : `${headAt(name, row, column)} = ${figure(row[column])}`, kind: say('walk_why'), content: [
		...lines.filter(({ word }) => word === 'what').map(({ text }) => paragraph(filled(text, values))),
		el('ul', { class: 'made' }, ...made), ...commandOf(name, row, keys), ...whyPlaces(name, row, PART, column)] };
}

// As the table that led here has it: of a comparison, by the name of the side.
function headAt(name, row, column) {
	const one = comparisonOf(name);
	const side = one === undefined ? undefined : /^f([12])$/.exec(column)?.[1] ??
		{ rate: row.part, rest: row.part === '1' ? '2' : '1' }[column];
	return side === undefined ? headOf(column) : namesOfSides(one)['name' + side];
}

const comparisonOf = name => comparisons().find(one => ofVersus(one, '') === name.replace(/[^.]*$/, ''));

// What counts all of it again, where the study is.
function commandOf(name, row, keys) {
	if (!isPublished(name))
		return [];
	const folder = decoded(location.pathname).split('/').at(-2) || '.';
	const quoted = s => /^[\w./-]+$/.test(s) ? s : `'${s.replace(/'/g, "'\\''")}'`;
	const words = [`reports/${folder}/${name}.tsv`, ...keys.map(key => `${key}=${row[key]}`)];
	const text = el('code', { tabindex: '0' }, ['tribune why', ...words.map(quoted)].join(' '));
	const button = el('button', { type: 'button' }, say('walk_why_copy'));
	button.addEventListener('click', async () => {
		getSelection().selectAllChildren(text);
		try {
			await navigator.clipboard.writeText(text.textContent);
			button.textContent = say('walk_why_copied');
		} catch {
			text.focus(); // what is selected can be copied by hand
		}
	});
	return [note(say('walk_why_command')), el('p', { class: 'command' }, text, ' ', button)];
}

// The places of a word or theme, in the part if the table is of parts.
function whyPlaces(name, row, attribute, column) {
	const what = row.ngram ?? row.theme;
	if (!study.text || what === undefined || (row.ngram === undefined && leftOut('places')))
		return [];
	const all = row.ngram === undefined ? placesOfTheme(one => isUnder(one, what)) : placesOfType(what);
	const one = comparisonOf(name);
	const { places, told } = one !== undefined ? placesOfSide(one, row, column, all)
		: { places: placesOfPart(row, attribute, all), told: row.f ?? row.freq };
	return [heading(say('h_context')), someText() || told === undefined ? null
		: note(say(String(places.length) === told ? 'walk_why_same' : 'walk_why_other', { n: places.length, told })),
	...concordance(places)];
}

function placesOfPart(row, attribute, all) {
	const speeches = rowMap('speeches', 'part');
	return row.part === undefined || attribute === 'all' ? all : all.filter(place => {
		const id = study.text.speeches[place.speech].speech;
		return partOf(speeches.get(id) ?? { part: id }, attribute) === row.part;
	});
}

// Of a comparison: of the side that the row or the column is of, else of both.
function placesOfSide(one, row, column, all) {
	const sides = sidesOf(one);
	const side = row.part ?? /^(?:f|n|range)([12])$/.exec(column)?.[1];
	const places = all.filter(place => {
		const is = sides.get(study.text.speeches[place.speech].speech);
		return is !== undefined && (side === undefined || is === side);
	});
	return { places, told: row.freq ?? (side === undefined ? String(Number(row.f1) + Number(row.f2)) : row['f' + side]) };
}
