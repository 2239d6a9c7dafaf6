'use strict';
// plane.js - the picture of a factor map, as wide as there is room (explore.1)
//
// No name stands over another, or over a point; names without room are told below.  In a
// small picture parts with long names have numbers there.

const PLANE = { edge: 24, terms: 40, narrow: 600, low: 0.5, lowNarrow: 0.8, high: 0.75, highNarrow: 1.3, name: 340, long: 0.25, line: 15 };

function drawPlane(width, { attribute, axes, parts, terms, rounds }) {
	const plane = planeOf(width, [...parts, ...terms], rounds.flatMap(edgesOf));
	const points = [...parts.map(row => pointOf(plane, row, 'part', addressOf('part', attribute + ':' + row.name), row.name)),
		...terms.map(row => pointOf(plane, row, 'term', addressOf('term', row.name), formOf(row.name)))];
	const key = keyOf(points, plane);
	plane.dots = points.map(dotBox);
	const picture = svg('svg', { viewBox: `0 0 ${width} ${plane.height}`, width, height: plane.height, class: 'map', role: 'group',
		'aria-label': say('walk_map_of', { PART: attribute }) }, ...drawAxes(plane, axes),
	...rounds.flatMap(row => drawEllipse(row, plane)));
	points.forEach(point => { point.box = roomFor(point, plane); });
	picture.append(...points.map(drawPoint));
	const unnamed = points.filter(point => point.box === undefined).sort((a, b) => a.x - b.x);
	return [picture, key, unnamed.length === 0 ? null
		: listNote('walk_unnamed', unnamed.map(point => [link(point.address, point.name)]))];
}

// ---- where things are ----

// One scale for both axes, for distances mean something; ellipses do not press the points together:
// the picture holds them to a quarter of what these span, and cuts them there.
function planeOf(width, rows, edges) {
	const range = (key, some) => {
		const all = [0, ...some.map(row => Number(row[key]))];
		return { low: Math.min(...all), high: Math.max(...all) };
	};
	const points = ['coord_1', 'coord_2'].map(key => range(key, rows));
	const beyond = Math.max(...points.map(of => of.high - of.low)) / 4 || Infinity;
	const [x, y] = ['coord_1', 'coord_2'].map((key, i) => {
		const { low, high } = range(key, [...rows, ...edges]);
		return { low: Math.max(low, points[i].low - beyond), high: Math.min(high, points[i].high + beyond) };
	});
	const [wide, tall] = [x.high - x.low || 1, y.high - y.low || 1];
	const room = width - 2 * PLANE.edge;
	const [low, high] = width < PLANE.narrow ? [PLANE.lowNarrow, PLANE.highNarrow] : [PLANE.low, PLANE.high];
	const height = Math.round(Math.min(Math.max(room / wide * tall + 2 * PLANE.edge, width * low), width * high));
	const unit = Math.min(room / wide, (height - 2 * PLANE.edge) / tall);
	const left = (width - unit * wide) / 2;
	const top = (height - unit * tall) / 2;
	return { width, height, unit, dots: [], texts: [], x: v => left + unit * (Number(v) - x.low), y: v => top + unit * (y.high - Number(v)) };
}

function pointOf(plane, row, kind, address, name) {
	const weight = kind === 'part' ? '600' : '';
	const short = shortened(name, Math.min(PLANE.name, plane.width * 0.6), weight);
	return { kind, address, name, short, x: plane.x(row.coord_1), y: plane.y(row.coord_2), r: kind === 'part' ? 5 : 2.5,
		width: textWidth(short, weight) + 2 };
}

// The numbers of the parts, from left to right, where their names are too long for the picture.
function keyOf(points, plane) {
	const parts = points.filter(point => point.kind === 'part').sort((a, b) => a.x - b.x);
	if (plane.width >= PLANE.narrow || parts.every(part => textWidth(part.name, '600') <= plane.width * PLANE.long))
		return null;
	parts.forEach((part, i) => Object.assign(part, { short: String(i + 1), width: textWidth(String(i + 1), '600') + 2 }));
	return listNote('walk_map_key', parts.map((part, i) => [`${i + 1}\u00A0`, link(part.address, part.name)]));
}

const dotBox = point => ({ x0: point.x - point.r - 1, x1: point.x + point.r + 1, y0: point.y - point.r - 1, y1: point.y + point.r + 1, kind: point.kind });

// The places of names: right, left, above, below; those of parts also farther away.
const NEAR = [[7, -8], [-7, -8], [0, -22], [0, 7], [6, -15], [6, -1], [-6, -15], [-6, -1]];
const FAR = [[7, -26], [7, 12], [-7, -26], [-7, 12], [7, -46], [7, 32], [-7, -46], [-7, 32], [0, -66], [0, 52], [7, -66], [-7, -66], [7, 52], [-7, 52],
	[0, -86], [0, 72], [7, -86], [-7, -86], [7, 72], [-7, 72]];

// A part finds room before a term does, and over the point of a term where it must.
function roomFor(point, plane) {
	const boxes = (point.kind === 'part' ? [...NEAR, ...FAR] : NEAR).map(way => boxAt(point, way, plane));
	const dots = plane.dots.filter(dot => dot.kind === 'part');
	const box = freeBox(boxes, [...plane.texts, ...plane.dots], plane) ??
		(point.kind === 'part' ? freeBox(boxes, [...plane.texts, ...dots], plane) : undefined);
	if (box !== undefined)
		plane.texts.push(box);
	return box;
}

// What stands above or below is moved into the picture.
function boxAt(point, way, plane) {
	const { x, y, width } = point;
	const middle = Math.min(Math.max(x - width / 2, 0), plane.width - width);
	const x0 = way[0] > 0 ? x + way[0] : way[0] < 0 ? x + way[0] - width : middle;
	return { way, x0, x1: x0 + width, y0: y + way[1], y1: y + way[1] + PLANE.line };
}

function freeBox(boxes, taken, plane) {
	return boxes.find(box => box.x0 >= 0 && box.x1 <= plane.width && box.y0 >= 0 && box.y1 <= plane.height &&
		!taken.some(t => t.x0 < box.x1 && box.x0 < t.x1 && t.y0 < box.y1 && box.y0 < t.y1));
}

// ---- what is drawn ----

function drawAxes(plane, axes) {
	const share = i => percent((axes[i] ?? {}).percent, 1);
	const [x, y] = [plane.x(0), plane.y(0)];
	const base = ends => svg('line', { ...ends, class: 'base' });
	return [base({ x1: 0, x2: plane.width, y1: y.toFixed(1), y2: y.toFixed(1) }),
		base({ x1: x.toFixed(1), x2: x.toFixed(1), y1: 0, y2: plane.height }),
		axisName(plane, `${headOf('coord_1')} (${share(0)})`, width => STEPS.flatMap(k =>
			[[plane.width - width - 4 - 20 * k, y - 17], [plane.width - width - 4 - 20 * k, y + 3]])),
		axisName(plane, `${say('walk_axis_2')} (${share(1)})`, width => STEPS.flatMap(k => [[x + 5, 2 + 8 * k], [x - width - 5, 2 + 8 * k]]))];
}

const STEPS = [...Array(8).keys()]; // from the end of an axis

// Near the end of its axis, where no point is.
function axisName(plane, text, placesOf) {
	const width = textWidth(text, '', SMALL);
	const boxes = placesOf(width).map(([x0, y0]) => ({ x0, x1: x0 + width, y0, y1: y0 + PLANE.line }));
	const box = freeBox(boxes, [...plane.texts, ...plane.dots], plane) ?? freeBox(boxes, plane.texts, plane) ?? boxes[0];
	plane.texts.push(box);
	return svg('text', { x: box.x0.toFixed(1), y: (box.y0 + 12).toFixed(1), class: 'axis' }, text);
}

// A point with its name where there is room, else with a name for who points at it.
function drawPoint({ kind, address, name, short, x, y, r, box }) {
	const a = svg('a', { href: address, class: kind, 'aria-label': name }, svg('title', {}, name),
		svg('circle', { cx: x.toFixed(1), cy: y.toFixed(1), r }));
	if (box === undefined)
		return a;
	if (FAR.includes(box.way))
		a.append(svg('line', { x1: x.toFixed(1), y1: y.toFixed(1), x2: Math.min(Math.max(x, box.x0), box.x1).toFixed(1),
			y2: (box.way[1] < 0 ? box.y1 - 2 : box.y0 + 2).toFixed(1), class: 'leader' }));
	a.append(svg('text', { x: (box.x0 + 1).toFixed(1), y: (box.y0 + 12).toFixed(1) }, short));
	return a;
}

// ---- where a part would lie with other speeches ----

// How far an ellipse reaches along the axes, as two points of the map.
function edgesOf(row) {
	const [major, minor, turn] = [Number(row.major), Number(row.minor), Number(row.angle) * Math.PI / 180];
	const reach = [Math.hypot(major * Math.cos(turn), minor * Math.sin(turn)), Math.hypot(major * Math.sin(turn), minor * Math.cos(turn))];
	return [-1, 1].map(sign => ({ coord_1: Number(row.centre_1) + sign * reach[0], coord_2: Number(row.centre_2) + sign * reach[1] }));
}

// With a line to the part's point.  The map's second axis points up, that of a picture down.
function drawEllipse(row, plane) {
	const x = plane.x(row.centre_1).toFixed(1);
	const y = plane.y(row.centre_2).toFixed(1);
	return [svg('line', { x1: x, y1: y, x2: plane.x(row.coord_1).toFixed(1), y2: plane.y(row.coord_2).toFixed(1), class: 'tie' }),
		svg('ellipse', { cx: x, cy: y, rx: (plane.unit * Number(row.major)).toFixed(1), ry: (plane.unit * Number(row.minor)).toFixed(1),
		transform: `rotate(${(-Number(row.angle)).toFixed(2)} ${x} ${y})`, class: 'ellipse', 'aria-hidden': 'true' },
		svg('title', {}, row.name))];
}
