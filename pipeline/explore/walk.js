'use strict';
// walk.js - the frame of the page, addresses and where they lead (explore.1)

const views = {
	overview, themes: themesView, theme: themeView, words: wordsView, term: termView,
	speeches: speechesView, speech: speechView, part: partView, search: searchView,
	segments: segmentsView, trends: trendsView, versus: versusView, maps: mapsView, classes: classesView, why: whyView,
};
const menu = [['overview', 'walk_overview'], ['themes', 'h_themes'], ['words', 'h_words'], ['speeches', 'h_speeches'],
	['versus', 'walk_versus'], ['trends', 'walk_trends'], ['maps', 'walk_maps'], ['classes', 'walk_classes']];

function notFound(what) {
	return { title: say('walk_lost'), content: [paragraph(say('walk_lost_what', { what }))] };
}

// ---- addresses ----

function decoded(s) {
	try {
		return decodeURIComponent(s.replace(/\+/g, ' '));
	} catch {
		return s;
	}
}

// #term=loi&n=2: what is looked at, which, and what more is said.
function readAddress() {
	const pairs = location.hash.slice(1).split('&').map(pair => {
		const at = pair.indexOf('=');
		return at < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
	});
	const [kind, value] = pairs[0];
	return { kind: kind === '' ? 'overview' : kind, value, more: new Map(pairs.slice(1)) };
}

// The address says how a sheet is sorted, and can be shared so; no view comes by it.
function writeOrder(number, order) {
	const { kind, value, more } = readAddress();
	more.set('sort' + number, order);
	history.replaceState(null, '', addressOf(kind, value, Object.fromEntries(more)));
}

function viewAt({ kind, value, more }) {
	return Object.hasOwn(views, kind) ? views[kind](value, more) : notFound(kind);
}

// ---- the frame ----

function drawFrame() {
	const main = el('main', { id: 'main', tabindex: '-1' });
	const skip = el('a', { class: 'skip', href: '#main' }, say('walk_skip'));
	skip.addEventListener('click', event => {
		event.preventDefault();
		main.focus();
	});
	document.body.append(skip, el('header', {},
		el('a', { class: 'study', href: '#overview' }, study.values.get('TITLE') ?? ''),
		drawSearch(), el('nav', { 'aria-label': say('walk_menu') }, el('ul', {}, ...menu.filter(isThere).map(([kind, key]) =>
			el('li', {}, el('a', { href: '#' + kind, 'data-kind': kind }, say(key))))))),
	main, el('footer', {}, say('walk_footer'), ' ', study.values.has('STAMP') ? say('foot') : ''));
	return main;
}

// Not every study has classes, or parts.
function isThere([kind]) {
	return (kind !== 'classes' || table('classes.choices').length > 0) && (kind !== 'maps' || attributes().length > 0) &&
		(kind !== 'versus' || comparisons().length > 0);
}

function drawSearch() {
	const input = el('input', { type: 'search', id: 'search', autocomplete: 'off', spellcheck: 'false' });
	const button = el('button', { type: 'button' }, say('walk_search_button'));
	const go = () => { location.hash = addressOf('search', input.value.trim()); };
	button.addEventListener('click', go);
	input.addEventListener('keydown', event => { if (event.key === 'Enter') go(); });
	return el('div', { class: 'search', role: 'search' },
		el('label', { for: 'search' }, say('walk_search')), input, button);
}

const inMenu = { theme: 'themes', term: 'words', segments: 'words', speech: 'speeches' };

function markMenu(kind) {
	for (const a of document.querySelectorAll('nav a'))
		if (a.dataset.kind === (inMenu[kind] ?? kind))
			a.setAttribute('aria-current', 'page');
		else
			a.removeAttribute('aria-current');
}

// ---- a view comes ----

function show(main, first) {
	const address = readAddress();
	study.sheets = 0;
	const { title, kind, content } = viewAt(address);
	const head = el('h1', { tabindex: '-1' }, title);
	main.replaceChildren(...(kind ? [el('p', { class: 'kind' }, kind)] : []), head, ...content.filter(Boolean));
	const name = study.values.get('TITLE') ?? '';
	document.title = title === name ? name : `${title} \u2013 ${name}`;
	markMenu(address.kind);
	const mark = document.getElementById('mark');
	if (mark) {
		mark.scrollIntoView({ block: 'center' });
		mark.focus({ preventScroll: true });
	} else if (!first) {
		window.scrollTo(0, 0);
		head.focus({ preventScroll: true });
	}
}

async function start() {
	await readStudy();
	const main = drawFrame();
	window.addEventListener('hashchange', () => show(main, false));
	show(main, true);
	performance.mark('ready');
	document.documentElement.dataset.ready = 'yes';
}

start();
