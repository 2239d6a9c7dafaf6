'use strict';
// text.js - the text: numbers of words, what stands between them, places (explore.1)
//
// The part `codes` has numbers of seven bits a byte, the least first.  Those below four
// are marks: end of a speech; a sentence begins; a paragraph begins, its line and kind
// follow; so many tokens, which follow, were taken out.  The others are words: less four,
// three times the number, plus what stands before it.

const MARK = { END: 0, SENTENCE: 1, PARAGRAPH: 2, GAP: 3, WORDS: 4 };
const BEFORE = ['', ' ', '\u00A0'];
const SENTENCE = 4; // begins with this token: a bit beside what stands before it
const TAKEN_OUT = 8; // tokens were, before this one

async function readText() {
	const codes = await unpack('codes');
	const words = await readTable('words');
	const speeches = await readTable('texts');
	const kinds = await readTable('kinds');
	if (codes === null || words.length === 0)
		return null;
	const text = { words, speeches, paragraphs: [], code: [], before: [] };
	takeCodes(text, numbersOf(codes), kinds);
	numberTypes(text);
	text.speechOf = new Map(speeches.map((speech, i) => [speech.speech, i]));
	return text;
}

function numbersOf(bytes) {
	const numbers = [];
	let v = 0;
	let scale = 1;
	for (const byte of bytes) {
		v += (byte & 0x7F) * scale;
		scale *= 128;
		if (byte < 0x80) {
			numbers.push(v);
			v = 0;
			scale = 1;
		}
	}
	return numbers;
}

function takeCodes(text, numbers, kinds) {
	let bits = 0;
	let speech = 0;
	let from = 0;
	for (let i = 0; i < numbers.length; i++) {
		const v = numbers[i];
		if (v >= MARK.WORDS) {
			text.code.push(Math.floor((v - MARK.WORDS) / 3));
			text.before.push((v - MARK.WORDS) % 3 | bits);
			bits = 0;
		} else if (v === MARK.SENTENCE) {
			bits |= SENTENCE;
		} else if (v === MARK.PARAGRAPH) {
			text.paragraphs.push(
				{ at: text.code.length, line: numbers[++i], kind: kinds[numbers[++i]].kind });
			bits |= SENTENCE;
		} else if (v === MARK.GAP) {
			i++;
			bits |= TAKEN_OUT;
		} else {
			Object.assign(text.speeches[speech++], { from, to: text.code.length });
			from = text.code.length;
			bits = 0;
		}
	}
}

// What is counted: words whose type is the same are one; words of no type are not.
function numberTypes(text) {
	text.types = new Map();
	text.typeOf = text.words.map(word => {
		if (word.kind !== 'w' || word.type === '')
			return -1;
		if (!text.types.has(word.type))
			text.types.set(word.type, text.types.size);
		return text.types.get(word.type);
	});
}

// ---- places: { at, n, speech }, the first token and how many ----

function placesBy(test) {
	const places = [];
	study.text.speeches.forEach((speech, s) => {
		for (let at = speech.from; at < speech.to; at++) {
			const n = test(at, speech.to);
			if (n > 0) {
				places.push({ at, n, speech: s });
				at += n - 1;
			}
		}
	});
	return places;
}

function placesOfType(type) {
	const { code, typeOf, types } = study.text;
	const wanted = types.get(type);
	return wanted === undefined ? [] : placesBy(at => typeOf[code[at]] === wanted ? 1 : 0);
}

// Letters and figures; what is between them parts words: l'avenir, l avenir.
function piecesOf(s) {
	return folded(s).match(/[\p{L}\p{N}]+/gu) ?? [];
}

// Places of words that follow each other in a sentence, accents passed over; a * at the
// end stands for what a word goes on with.
function placesOfPhrase(phrase) {
	const wanted = piecesOf(phrase);
	const open = phrase.trim().endsWith('*');
	const { code, before, words } = study.text;
	study.text.pieces ??= words.map(word => piecesOf(word.word));
	const { pieces } = study.text;
	const fits = (piece, k) => wanted[k] === piece ||
		(open && k === wanted.length - 1 && piece.startsWith(wanted[k]));
	return wanted.length === 0 ? [] : placesBy((at, end) => {
		let k = 0;
		for (let i = at; i < end && k < wanted.length; i++) {
			const here = pieces[code[i]];
			if (here.length === 0 || (i > at && before[i] & (SENTENCE | TAKEN_OUT)))
				return 0;
			if (!here.every((piece, m) => fits(piece, k + m)))
				return 0;
			k += here.length;
			if (k === wanted.length)
				return i - at + 1;
		}
		return 0;
	});
}

// ---- text again ----

// What stands before a token: [...] where some were taken out, a blank but at the beginning.
function beforeToken(i, from) {
	const { before } = study.text;
	const gap = before[i] & TAKEN_OUT ? (i > from ? ' [\u2026]' : '[\u2026]') : '';
	return gap + (i > from ? BEFORE[before[i] & 3] || (before[i] & SENTENCE ? ' ' : '') : '');
}

function tokensText(from, to) {
	const { words, code } = study.text;
	let s = '';
	for (let i = from; i < to; i++)
		s += beforeToken(i, from) + words[code[i]].word;
	return s;
}

// The same, each word a link to its figures and places.
function tokensLinks(from, to) {
	const { words, code, typeOf } = study.text;
	const content = [];
	let s = '';
	for (let i = from; i < to; i++) {
		const { word, type } = words[code[i]];
		s += beforeToken(i, from);
		if (typeOf[code[i]] < 0) {
			s += word;
			continue;
		}
		content.push(s, el('a', { href: addressOf('term', type), tabindex: '-1' }, word));
		s = '';
	}
	return [...content, s];
}

const CONTEXT = 12; // tokens on each side

function contextOf(place) {
	const speech = study.text.speeches[place.speech];
	return {
		left: tokensText(Math.max(speech.from, place.at - CONTEXT), place.at),
		node: tokensText(place.at, place.at + place.n),
		right: tokensText(place.at + place.n, Math.min(speech.to, place.at + place.n + CONTEXT)),
		before: beforeToken(place.at, speech.from), // (what parts them, where they stand in one line)
		after: place.at + place.n < speech.to ? beforeToken(place.at + place.n, speech.from) : '',
	};
}

// The paragraph that holds a token.
function paragraphAt(at) {
	const all = study.text.paragraphs;
	let low = 0;
	let high = all.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (all[middle].at <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return all[low - 1];
}

function paragraphsOf(speech) {
	const all = study.text.paragraphs.filter(p => p.at >= speech.from && p.at < speech.to);
	return all.map((p, i) => ({ ...p, to: i + 1 < all.length ? all[i + 1].at : speech.to }));
}

// How many places, and how many speeches that have one, each part has.
function countByPart(places, attribute) {
	const parts = new Map();
	const rows = new Map(table('speeches').map(row => [row.part, row]));
	for (const place of places) {
		const id = study.text.speeches[place.speech].speech;
		const part = partOf(rows.get(id) ?? { part: id }, attribute);
		const count = parts.get(part) ?? { f: 0, speeches: new Set() };
		count.f++;
		count.speeches.add(id);
		parts.set(part, count);
	}
	return parts;
}
