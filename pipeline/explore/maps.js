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
	// Parts of one speech each: words were dealt, and no axis is tested.
	if (!axes.some(row => row.axis !== 'total' && isFigure(row.p)))
		return Number(total.p) > 0.05 ? [note(say('map_words_chance', total))]
			: [note(say('map_words', total)), ...drawnMap(attribute, axes)];
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
	const side = (key, sign) => listNote(key, terms.filter(row => sign * Number(row.coord_1) > 0)
		.map(row => [toTerm(row.name, formOf(row.name))]));
	return [sheet({ rows: partsOf(attribute), order: 'coord_1', falling: true, columns: [
		{ key: 'name', head: headOf(attribute), cell: row => toPart(attribute, row.name) },
		figureColumn('freq'), figureColumn('coord_1', 2)] }),
	side('map_axis_above', 1), side('map_axis_below', -1), ...listedOnMap(all)];
}

// How much a point has to do with the plane, or with the first axis.
function weight(row, plane = true) {
	return Number(row.freq) * (Number(row.coord_1) ** 2 + (plane ? Number(row.coord_2) ** 2 : 0)) || 0;
}

// ---- the picture: plane.js ----

function drawnMap(attribute, axes) {
	const parts = partsOf(attribute).filter(isPlaced);
	const all = rowsWhere('factors-' + attribute, 'kind', 'term').filter(isPlaced)
		.sort((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1));
	const terms = all.filter(row => !isListed(typeRow(row.name))).slice(0, PLANE.terms);
	if (parts.length + terms.length === 0)
		return [note(say('map_none'))];
	const rounds = parts.filter(row => [row.centre_1, row.centre_2, row.major, row.minor, row.angle].every(s => isFigure(s ?? 'NA')));
	return [fitted(width => drawPlane(width, { attribute, axes, parts, terms, rounds })),
		rounds.length > 0 ? note(say('walk_ellipses', { PART: attribute })) : null, ...listedOnMap(all)];
}

const isPlaced = row => isFigure(row.coord_1) && isFigure(row.coord_2);

// The first of the lists by how much they make the first axis.
function listedOnMap(terms) {
	return listedNote(terms.filter(row => isListed(typeRow(row.name)))
		.sort((a, b) => weight(b, false) - weight(a, false)).slice(0, 12), 'map_listed_item', 'name');
}

// ---- nearest ----

function nearestOf(attribute) {
	if (table('stats-' + attribute).length < 3 || leftOut('nearest-' + attribute, 'cluster-' + attribute))
		return [];
	const rows = table('nearest-' + attribute).filter(found);
	const none = table('nearest-' + attribute).some(row => isFigure(row.q)) ? 'nearest_none' : 'nearest_untested';
	return [el('h3', {}, say('h_nearest')), ...(rows.length === 0 ? [note(say(none))] : [sheet({ rows, order: 'part', columns: [
		{ key: 'part', head: headOf(attribute), cell: row => toPart(attribute, row.part) },
		{ key: 'other', head: headOf('nearest'), cell: row => toPart(attribute, row.other) },
		figureColumn('distance', 3), figureColumn('chance', 3), figureColumn('q', 3)] }), details(say('nearest'))]),
	el('h3', {}, say('h_tree')), ...treeOf(attribute)];
}
