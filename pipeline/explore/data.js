'use strict';
// data.js - what the page holds: tables, labels, figures (explore.1)
//
// Each part of the page is a <script type="text/plain">: base64 of what zlib packed.  A
// table is the one of the study, with tabs; its rows become objects, all cells text.

const OF = Symbol('table'); // of a row: the name of its table

const study = {
	tables: new Map(), // by name: rows
	labels: new Map(),
	values: new Map(),
	why: new Map(), // by table: why.js
	text: null, // text.js
};

// ---- parts ----

async function unpack(id) {
	const part = document.getElementById(id);
	if (part === null)
		return null;
	const packed = Uint8Array.from(atob(part.textContent), c => c.charCodeAt(0));
	const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

const escapes = { '\\t': '\t', '\\n': '\n', '\\\\': '\\' };

function cellOf(s) {
	return s.includes('\\') ? s.replace(/\\[tn\\]/g, e => escapes[e]) : s;
}

// Rows have no prototype, for a column may have any name.
function rowsOf(bytes, name) {
	const lines = new TextDecoder().decode(bytes).split('\n');
	const names = lines[0].split('\t').map(cellOf);
	return lines.slice(1, -1).map(line => {
		const row = Object.create(null);
		row[OF] = name;
		line.split('\t').forEach((cell, i) => { row[names[i]] = cellOf(cell); });
		return row;
	});
}

async function readTable(id) {
	const bytes = await unpack(id);
	return bytes === null ? [] : rowsOf(bytes, id.slice(2));
}

async function readStudy() {
	const names = [...document.querySelectorAll('script[id^="t-"]')].map(s => s.id);
	const [labels, values, left, why, ...tables] =
		await Promise.all(['labels', 'values', 'left', 'why', ...names].map(readTable));
	labels.forEach(row => study.labels.set(row.key, row.text));
	values.forEach(row => study.values.set(row.name, row.value));
	names.forEach((name, i) => study.tables.set(name.slice(2), tables[i]));
	study.left = left;
	why.forEach(row => study.why.set(row.table, [...study.why.get(row.table) ?? [], row]));
	study.text = await readText();
}

// ---- tables ----

function table(name) {
	return study.tables.get(name) ?? [];
}

// Of the text, where there is some and not all: how many speeches are kept, of all.
function someText() {
	return study.left.find(row => row.part === 'text' && row.kept !== '0');
}

// What is said where a table was left out: nothing, or that it was.
function leftOut(...names) {
	return names.some(name => !study.tables.has(name)) ? [note(say('walk_left_here'))] : null;
}

function rowsWhere(name, column, value) {
	return table(name).filter(row => row[column] === value);
}

// The first row, or an empty one.
function rowWhere(name, column, value) {
	return table(name).find(row => row[column] === value) ?? Object.create(null);
}

function attributes() {
	return (study.values.get('PARTS') ?? '').split(' ').filter(s => s !== '');
}

// The part of a speech's row.
function partOf(row, attribute) {
	return (attribute === 'id' ? row.part : row[attribute]) ?? 'NA';
}

function themeName(theme) {
	return rowWhere('rates-all', 'theme', theme).label ?? theme;
}

const isTop = row => !row.theme.includes('/');

// What the speeches are written in, whatever the page is.
function textLang() {
	return study.values.get('TEXT_LANG');
}

// ---- figures ----

function isFigure(s) {
	return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(s);
}

function withThousands(digits, style) {
	const sign = { fr: '\u202F', en: ',' }[style] ?? '';
	return digits.length > 3 ? digits.replace(/\B(?=(\d{3})+$)/g, sign) : digits;
}

// As the other pages write figures, not years: places < 0 leaves the decimals.
function figure(s, places = -1) {
	s = String(s ?? 'NA');
	if (!isFigure(s))
		return s;
	const v = Number(s);
	if (places >= 0) {
		s = v.toFixed(places);
		if (v !== 0 && Number(s) === 0)
			return (v > 0 ? '<' : '>-') + figure((10 ** -places).toFixed(places));
	}
	const style = study.labels.get('style') ?? 'en';
	const [, sign, whole, rest] = /^([-+]?)(\d*)(.*)$/.exec(s);
	return sign + withThousands(whole, style) + (style === 'fr' ? rest.replace('.', ',') : rest);
}

// What stands between names: a comma, or a semicolon where one has a comma of its own.
function between(names) {
	const semicolon = study.labels.get('style') === 'fr' ? '\u00A0; ' : '; ';
	return names.some(name => name.includes(', ')) ? semicolon : ', ';
}

const joined = names => names.join(between(names));

const percent = (s, places) => figure(s, places) + (study.labels.get('style') === 'en' ? '%' : '\u00A0%');

// ---- labels ----

function headOf(name) {
	return study.labels.get('c_' + name) ?? name;
}

function valueIn(values, name, how) {
	const value = values[name] ?? study.values.get(name) ?? '';
	if (how === 'raw')
		return String(value);
	if (how === 'label')
		return headOf(value);
	if (how === 'labels')
		return String(value).split(/[ ,]+/).filter(Boolean).map(headOf).join(', ');
	return figure(value, how === undefined ? -1 : Number(how));
}

// The text of a label with its {names} put in.
function say(key, values = {}) {
	const text = study.labels.get(key) ?? key;
	return text.replace(/\n/g, ' ').replace(/\{(\w+)(?::(\w+))?\}/g,
		(all, name, how) => valueIn(values, name, how));
}

// ---- letters ----

// What is alike where accents, capitals and kinds of apostrophe are passed over.
function folded(s) {
	return s.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
		.replace(/\u0153/g, 'oe').replace(/\u00E6/g, 'ae').replace(/[\u2019\u02BC]/g, "'");
}
