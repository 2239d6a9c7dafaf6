'use strict';
// maps.js - which parts are alike: the factor map, its nearest parts (explore.1)
//
// No map where the same speeches dealt at random would give one as well.

function mapsView() {
	const content = attributes().flatMap(attribute =>
		[heading(say('by', { PART: attribute })), ...comparedTexts(attribute).map(note),
			...mapOf(attribute), ...nearestOf(attribute)]);
	return { title: say('walk_maps'), content };
}

function mapOf(attribute) {
	const gone = leftOut('stats-' + attribute, 'eigenvalues-' + attribute, 'factors-' + attribute);
	if (gone)
		return gone;
	if (table('stats-' + attribute).length < 3)
		return [note(say('map_few'))];
	const axes = table('eigenvalues-' + attribute);
	const total = axes.find(row => row.axis === 'total');
	if (total === undefined || !isFigure(total.p))
		return [note(say('map_untested')), ...drawnMap(attribute, axes)];
	if (Number(total.p) > 0.05)
		return [note(say('map_chance', total))];
	const real = axes.filter(row => row.axis !== 'total' && Number(row.p) <= 0.05).length;
	const values = { ...total, axes: real, PART: attribute };
	if (real === 0)
		return [note(say('map_no_axis', values))];
	if (real === 1)
		return [note(say('map_axis', values) + listsSaid('map_axis_apart')), ...oneAxis(attribute)];
	return [note(say('map_real', values)), ...drawnMap(attribute, axes), details(say('map') + listsSaid('map_apart'))];
}

const partsOf = attribute => rowsWhere('factors-' + attribute, 'kind', 'part');

function oneAxis(attribute) {
	const all = rowsWhere('factors-' + attribute, 'kind', 'term').sort((a, b) => weight(b, false) - weight(a, false));
	const terms = all.filter(row => !isListed(typeRow(row.name))).slice(0, 40);
	const side = (key, sign) => note(say(key, { list: terms.filter(row => sign * Number(row.coord_1) > 0)
		.map(row => formOf(row.name)).join(', ') }));
	return [sheet({ rows: partsOf(attribute), order: 'coord_1', falling: true, columns: [
		{ key: 'name', head: headOf(attribute), cell: row => toPart(attribute, row.name) },
		figureColumn('freq'), figureColumn('coord_1', 2)] }),
	side('map_axis_above', 1), side('map_axis_below', -1), ...listedOnMap(all)];
}

// How much a point has to do with the plane, or with the first axis.
function weight(row, plane = true) {
	return Number(row.freq) * (Number(row.coord_1) ** 2 + (plane ? Number(row.coord_2) ** 2 : 0)) || 0;
}

// ---- the picture ----

const MAP = { width: 720, height: 520, edge: 24, terms: 40 };

function drawnMap(attribute, axes) {
	const parts = partsOf(attribute).filter(isPlaced);
	const all = rowsWhere('factors-' + attribute, 'kind', 'term').filter(isPlaced)
		.sort((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1));
	const terms = all.filter(row => !isListed(typeRow(row.name))).slice(0, MAP.terms);
	if (parts.length + terms.length === 0)
		return [note(say('map_none'))];
	const rounds = parts.filter(row => [row.centre_1, row.centre_2, row.major, row.minor, row.angle].every(s => isFigure(s ?? 'NA')));
	const scale = scaleOf([...parts, ...terms, ...rounds.flatMap(edgesOf)]);
	const dots = rows => rows.map(row => dotBox(scale.x(row.coord_1), scale.y(row.coord_2)));
	const taken = dots(parts);
	const picture = svg('svg', { viewBox: `0 0 ${MAP.width} ${MAP.height}`, class: 'map', role: 'group',
		'aria-label': say('walk_map_of', { PART: attribute }) }, ...drawAxes(scale, axes),
	...rounds.flatMap(row => drawEllipse(row, scale)));
	for (const row of parts)
		picture.append(drawPoint(row, scale, taken, 'part', addressOf('part', attribute + ':' + row.name), row.name));
	taken.push(...dots(terms));
	for (const row of terms)
		picture.append(drawPoint(row, scale, taken, 'term', addressOf('term', row.name), formOf(row.name)));
	return [el('div', { class: 'scroll' }, picture), rounds.length > 0 ? note(say('walk_ellipses', { PART: attribute })) : null,
		...listedOnMap(all)];
}

// The first of the lists by how much they make the first axis.
function listedOnMap(terms) {
	return listedNote(terms.filter(row => isListed(typeRow(row.name)))
		.sort((a, b) => weight(b, false) - weight(a, false)).slice(0, 12), 'map_listed_item');
}

// ---- where a part would lie with other speeches ----

// How far an ellipse reaches along the axes, as two points of the map.
function edgesOf(row) {
	const [major, minor, turn] = [Number(row.major), Number(row.minor), Number(row.angle) * Math.PI / 180];
	const reach = [Math.hypot(major * Math.cos(turn), minor * Math.sin(turn)), Math.hypot(major * Math.sin(turn), minor * Math.cos(turn))];
	return [-1, 1].map(sign => ({ coord_1: Number(row.centre_1) + sign * reach[0], coord_2: Number(row.centre_2) + sign * reach[1] }));
}

// With a line to the part's point.  The map's second axis points up, that of a picture down.
function drawEllipse(row, scale) {
	const x = scale.x(row.centre_1).toFixed(1);
	const y = scale.y(row.centre_2).toFixed(1);
	return [svg('line', { x1: x, y1: y, x2: scale.x(row.coord_1).toFixed(1), y2: scale.y(row.coord_2).toFixed(1), class: 'tie' }),
		svg('ellipse', { cx: x, cy: y, rx: (scale.unit * Number(row.major)).toFixed(1), ry: (scale.unit * Number(row.minor)).toFixed(1),
		transform: `rotate(${(-Number(row.angle)).toFixed(2)} ${x} ${y})`, class: 'ellipse', 'aria-hidden': 'true' },
		svg('title', {}, row.name))];
}

const dotBox = (x, y) => ({ x0: x - 4, x1: x + 4, y0: y - 4, y1: y + 4 });
const isPlaced = row => isFigure(row.coord_1) && isFigure(row.coord_2);

// One scale for both axes, for distances mean something.
function scaleOf(rows) {
	const range = key => {
		const all = [0, ...rows.map(row => Number(row[key]))];
		return { low: Math.min(...all), high: Math.max(...all) };
	};
	const x = range('coord_1');
	const y = range('coord_2');
	const unit = Math.min((MAP.width - 2 * MAP.edge) / (x.high - x.low || 1), (MAP.height - 2 * MAP.edge) / (y.high - y.low || 1));
	const left = (MAP.width - unit * (x.high - x.low)) / 2;
	const top = (MAP.height - unit * (y.high - y.low)) / 2;
	return { unit, x: v => left + unit * (Number(v) - x.low), y: v => top + unit * (y.high - Number(v)) };
}

function drawAxes(scale, axes) {
	const share = i => figure((axes[i] ?? {}).percent, 1) + '\u00A0%';
	const x = scale.x(0).toFixed(1);
	const y = scale.y(0).toFixed(1);
	return [svg('line', { x1: 0, x2: MAP.width, y1: y, y2: y, class: 'base' }),
		svg('line', { x1: x, x2: x, y1: 0, y2: MAP.height, class: 'base' }),
		svg('text', { x: MAP.width - 4, y: Number(y) - 5, class: 'axis', 'text-anchor': 'end' }, `${headOf('coord_1')} (${share(0)})`),
		svg('text', { x: Number(x) + 5, y: 12, class: 'axis' }, `${say('walk_axis_2')} (${share(1)})`)];
}

// The places of names: right, left, above, below; those of parts also farther away.
const NEAR = [[7, -8], [-7, -8], [0, -22], [0, 7]];
const FAR = [[7, -26], [7, 12], [-7, -26], [-7, 12], [7, -46], [7, 32], [-7, -46], [-7, 32], [0, -66], [0, 52], [7, -66], [-7, -66], [7, 52], [-7, 52]];

// A point with its name where there is room, else with a name for who points at it.
function drawPoint(row, scale, taken, kind, address, name) {
	const x = scale.x(row.coord_1);
	const y = scale.y(row.coord_2);
	const a = svg('a', { href: address, class: kind, 'aria-label': name }, svg('title', {}, name),
		svg('circle', { cx: x.toFixed(1), cy: y.toFixed(1), r: kind === 'part' ? 5 : 2.5 }));
	const short = name.length > 30 ? name.slice(0, 29) + '\u2026' : name;
	const width = short.length * (kind === 'part' ? 8 : 6.8);
	const box = freeBox(x, y, width, taken, kind === 'part' ? [...NEAR, ...FAR] : NEAR);
	if (box === undefined)
		return a;
	taken.push(box);
	if (FAR.includes(box.way))
		a.append(svg('line', { x1: x.toFixed(1), y1: y.toFixed(1), x2: (box.way[0] < 0 ? box.x1 : box.x0).toFixed(1),
			y2: (box.y0 + 8).toFixed(1), class: 'leader' }));
	a.append(svg('text', { x: box.x0.toFixed(1), y: (box.y0 + 12).toFixed(1) }, short));
	return a;
}

function freeBox(x, y, width, taken, ways) {
	const boxes = ways.map(way => {
		const x0 = way[0] > 0 ? x + way[0] : way[0] < 0 ? x + way[0] - width : x - width / 2;
		return { way, x0, x1: x0 + width, y0: y + way[1], y1: y + way[1] + 15 };
	});
	return boxes.find(box => box.x0 >= 0 && box.x1 <= MAP.width && box.y0 >= 0 && box.y1 <= MAP.height &&
		!taken.some(t => t.x0 < box.x1 && box.x0 < t.x1 && t.y0 < box.y1 && box.y0 < t.y1));
}

// ---- nearest ----

function nearestOf(attribute) {
	if (table('stats-' + attribute).length < 3 || leftOut('nearest-' + attribute, 'cluster-' + attribute))
		return [];
	const rows = table('nearest-' + attribute).filter(found);
	const none = table('nearest-' + attribute).some(row => isFigure(row.q)) ? 'nearest_none' : 'nearest_untested';
	return [el('h3', {}, say('h_nearest')), ...(rows.length === 0 ? [note(say(none))] : [sheet({ rows, columns: [
		{ key: 'part', head: headOf(attribute), cell: row => toPart(attribute, row.part) },
		{ key: 'other', head: headOf('nearest'), cell: row => toPart(attribute, row.other) },
		figureColumn('distance', 3), figureColumn('chance', 3), figureColumn('q', 3)] }), details(say('nearest'))]),
	el('h3', {}, say('h_tree')), ...treeOf(attribute)];
}
