'use strict';
// draw.js - elements, tables that sort and filter, bars (explore.1)
//
// Whatever comes from the study is put in as text: no string becomes markup.

function el(tag, attributes, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes ?? {}))
		if (value !== undefined && value !== false)
			element.setAttribute(name, value === true ? '' : value);
	element.append(...children.filter(child => child !== null && child !== undefined));
	return element;
}

const SVG = 'http://www.w3.org/2000/svg';

function svg(tag, attributes, ...children) {
	const element = document.createElementNS(SVG, tag);
	for (const [name, value] of Object.entries(attributes))
		element.setAttribute(name, value);
	element.append(...children);
	return element;
}

// ---- addresses: #kind=value&name=value ----

function addressOf(kind, value, more = {}) {
	const pairs = [[kind, value], ...Object.entries(more)];
	return '#' + pairs.map(([k, v]) => v === '' ? k : k + '=' + encodeURIComponent(v)).join('&');
}

function link(address, text) {
	return el('a', { href: address }, text);
}

const toTerm = (type, text = type) => link(addressOf('term', type), text);
const toTheme = theme => link(addressOf('theme', theme), themeName(theme));
const toPart = (attribute, part) => link(addressOf('part', attribute + ':' + part), part);

function toSpeech(id) {
	const row = rowWhere('speeches', 'part', id);
	return link(addressOf('speech', id), titleOf(row, id));
}

function titleOf(row, id) {
	return row.title === undefined || row.title === 'NA' ? id : row.title;
}

// ---- texts ----

const paragraph = (text, kind) => el('p', { class: kind }, text);
const note = text => paragraph(text, 'note');
const heading = text => el('h2', {}, text);

// An explanation that is there for who asks for it.
function details(text) {
	return el('details', {}, el('summary', {}, say('walk_how')), el('p', {}, text));
}

// Facts as a list of names and figures; those that are not told are left out.
function facts(pairs) {
	const list = el('dl', { class: 'facts' });
	for (const [name, value] of pairs)
		if (value !== undefined && value !== 'NA' && value !== '')
			list.append(el('div', {}, el('dt', {}, name), el('dd', {}, value)));
	return list;
}

// A label as nodes: what {name} stands for is not text.
const HOLE = '\u0000';

function around(key, name, nodes, values = {}) {
	const [before, after] = say(key, { ...values, [name]: HOLE }).split(HOLE);
	return [before, ...nodes, after];
}

// A sentence with a {list}, whose items are nodes.
function listNote(key, items, values = {}) {
	const sign = between(items.map(item => item.map(node => node.textContent ?? node).join('')));
	return el('p', { class: 'note' }, ...around(key, 'list', items.flatMap((item, i) => i > 0 ? [sign, ...item] : item), values));
}

// ---- pictures as wide as there is room ----

const FIT = { least: 240, apart: 24, font: 'system-ui, sans-serif' };
const SMALL = '11px'; // as walk.css has it

// draw(width) gives what stands there; it is drawn again where the room becomes another.
function fitted(draw) {
	const place = el('div', { class: 'fitted' });
	let drawn = 0;
	const fit = room => {
		const width = Math.max(Math.floor(room), FIT.least);
		if (Math.abs(width - drawn) <= FIT.apart)
			return;
		const at = place.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
		drawn = width;
		place.replaceChildren(...draw(width).filter(Boolean));
		if (at !== null)
			[...place.querySelectorAll('a')].find(a => a.getAttribute('href') === at)?.focus();
	};
	fit(document.getElementById('main').clientWidth);
	new ResizeObserver(entries => { if (place.isConnected) fit(entries[0].contentRect.width); }).observe(place);
	return place;
}

// How wide a text of a picture is, as the browser writes it.
function textWidth(text, weight = '', size = '13px') {
	study.ruler ??= document.createElement('canvas').getContext('2d');
	study.ruler.font = `${weight} ${size} ${FIT.font}`;
	return study.ruler.measureText(text).width;
}

function shortened(text, room, weight) {
	if (textWidth(text, weight) <= room)
		return text;
	let n = text.length - 1;
	while (n > 1 && textWidth(text.slice(0, n).trimEnd() + '\u2026', weight) > room)
		n--;
	return text.slice(0, n).trimEnd() + '\u2026';
}

// ---- tables ----
//
// sheet({ caption, columns, rows, order, most, filter, number }) is an element.  Sheets of a
// view have numbers as they come, for the address tells how each is sorted: sort2=-freq, a
// minus where the order falls.  A column:
// { key, head, figure, places or places(row), cell(row), plain(row), by(row), fixed, bare }: what is shown,
// as an element or as text, what is sorted by, not at all; the first one names the row.

const MOST = 40;

function cellText(column, row) {
	if (column.plain)
		return column.plain(row);
	const places = typeof column.places === 'function' ? column.places(row) : column.places;
	return column.figure ? figure(row[column.key], places) : row[column.key] ?? 'NA';
}

function sorted(rows, column, falling) {
	const sign = falling ? -1 : 1;
	const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
	const keyOf = column.figure ? row => Number(row[column.key]) : column.by ?? (row => cellText(column, row));
	const compare = column.figure ? (a, b) => orderFigures(a.key, b.key, sign)
		: (a, b) => sign * order.compare(a.key, b.key);
	return rows.map(row => ({ row, key: keyOf(row) })).sort(compare).map(one => one.row);
}

// What is no number comes last either way.
function orderFigures(a, b, sign) {
	if (Number.isNaN(a) || Number.isNaN(b))
		return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
	return sign * (a - b);
}

// letters/word, in two lines where there is little room.
const breakable = text => text.split('/').flatMap((part, i) => i === 0 ? [part] : ['/', el('wbr'), part]);

const kindOf = column => [column.figure ? 'figure' : '', column.kind ?? ''].filter(Boolean).join(' ') || undefined;

function drawCell(column, row, first, reached) {
	const plain = column.cell ? column.cell(row) : cellText(column, row);
	const content = column.figure && !column.cell ? whyCell(column, row, plain, reached) : plain;
	const kind = kindOf(column);
	return first ? el('th', { scope: 'row', role: 'rowheader', class: kind }, content)
		: el('td', { class: kind, role: 'cell' }, content);
}

// The number of the next sheet of the view.
function nextSheet() {
	study.sheets = (study.sheets ?? 0) + 1;
	return study.sheets;
}

class Sheet {
	constructor(options) {
		Object.assign(this, { most: MOST, order: null, falling: false, wanted: '' }, options);
		this.number ??= nextSheet();
		this.takeOrder(readAddress().more.get('sort' + this.number) ?? '');
		this.shown = this.most;
		this.body = el('tbody', { role: 'rowgroup', lang: this.lang });
		this.heads = this.columns.map(column => this.drawHead(column));
		this.more = el('button', { type: 'button', class: 'more' });
		this.more.addEventListener('click', () => this.showMore());
		this.told = el('p', { class: 'told', role: 'status' });
		this.element = el('div', { class: 'sheet' }, this.drawFilter(), this.told,
			el('div', { class: 'scroll' }, this.drawTable()), this.more);
		this.refresh();
	}

	drawTable() {
		return el('table', { class: this.kind, role: 'table' },
			this.caption ? el('caption', {}, this.caption) : null,
			el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...this.heads)), this.body);
	}

	drawHead(column) {
		const head = el('th', { scope: 'col', role: 'columnheader', class: kindOf(column) });
		if (column.fixed) {
			head.append(...breakable(column.head));
			return head;
		}
		const button = el('button', { type: 'button' }, ...breakable(column.head));
		button.addEventListener('click', () => this.sortBy(column));
		head.append(button);
		return head;
	}

	drawFilter() {
		if (this.filter === false || this.rows.length <= 12)
			return null;
		const input = el('input', { type: 'search', autocomplete: 'off' });
		input.addEventListener('input', () => {
			this.wanted = folded(input.value.trim());
			this.shown = this.most;
			this.refresh();
		});
		return el('label', { class: 'filter' }, say('walk_filter') + ' ', input);
	}

	// -freq, as the address has it; what is no column of this sheet changes nothing.
	takeOrder(wanted) {
		const column = this.columns.find(one => !one.fixed && one.key === wanted.replace(/^-/, ''));
		if (column !== undefined)
			Object.assign(this, { order: column.key, falling: wanted.startsWith('-') });
	}

	sortBy(column) {
		this.falling = this.order === column.key ? !this.falling : Boolean(column.figure);
		this.order = column.key;
		writeOrder(this.number, (this.falling ? '-' : '') + column.key);
		this.refresh();
	}

	showMore() {
		const first = this.shown;
		this.shown = Math.max(this.shown * 5, 200);
		this.refresh();
		this.body.rows[first]?.querySelector('a')?.focus();
	}

	chosen() {
		const by = this.columns.find(column => column.key === this.order);
		const rows = this.wanted === '' ? this.rows : this.rows.filter(row =>
			this.columns.some(column => !column.fixed && folded(String(cellText(column, row))).includes(this.wanted)));
		return by ? sorted(rows, by, this.falling) : rows;
	}

	refresh() {
		const rows = this.chosen();
		const shown = rows.slice(0, this.shown);
		const figures = this.columns.find(column => column.figure);
		this.body.replaceChildren(...shown.map(row => el('tr', { role: 'row' },
			...this.columns.map((column, i) => drawCell(column, row, i === 0 && !column.bare, column === figures)))));
		this.columns.forEach((column, i) => {
			if (!column.fixed)
				this.heads[i].setAttribute('aria-sort',
					column.key !== this.order ? 'none' : this.falling ? 'descending' : 'ascending');
		});
		this.more.hidden = rows.length <= this.shown;
		this.more.textContent = say('walk_more', { n: Math.min(rows.length, Math.max(this.shown * 5, 200)) - shown.length });
		this.told.textContent = rows.length > this.shown || this.wanted !== ''
			? say('walk_told', { n: shown.length, all: rows.length }) : '';
	}
}

const sheet = options => new Sheet(options).element;

const textColumn = (key, cell, plain) => ({ key, head: headOf(key), cell, plain });
const figureColumn = (key, places, head = key) => ({ key, head: headOf(head), figure: true, places });

// As many decimals as give a figure of the size of another one of the row so many digits (page.5).
const digitsColumn = (key, digits, head = key, like = key) => figureColumn(key, row => placesLike(row[like], digits), head);

function placesLike(s, digits) {
	const v = isFigure(s) ? Math.abs(Number(s)) : 0;
	if (v === 0 || v < 1)
		return v === 0 ? 1 : digits;
	return Math.max(0, digits - String(Math.floor(v)).length);
}

// ---- bars: a rate and its interval on a line that all rows share ----

const BAR = 160;
const BAR_MOST = 2.5; // times the highest rate: a longer interval ends at the edge

function barColumn(rows) {
	const most = Math.min(largest(rows, 'high'), BAR_MOST * largest(rows, 'rate'));
	const x = v => most > 0 ? (Math.min(Number(v), most) / most * (BAR - 8) + 4).toFixed(1) : '4';
	return { key: 'bar', head: '', fixed: true, kind: 'bar', cell: row => drawBar(row, x) };
}

function largest(rows, key) {
	return rows.reduce((most, row) => Math.max(most, Number(row.rate) || 0, Number(row[key]) || 0), 0);
}

function drawBar(row, x) {
	const bar = svg('svg', { viewBox: `0 0 ${BAR} 14`, width: BAR, height: 14, 'aria-hidden': 'true', class: 'interval' });
	bar.append(svg('line', { x1: 4, x2: BAR - 4, y1: 7, y2: 7, class: 'base' }));
	if (isFigure(row.low) && isFigure(row.high))
		bar.append(svg('line', { x1: x(row.low), x2: x(row.high), y1: 7, y2: 7, class: 'range' }));
	bar.append(svg('circle', { cx: x(row.rate), cy: 7, r: 4 }));
	return bar;
}
