'use strict';
// tree.js - the tree of the parts, the root at the left; only groups that hold are drawn
// (explore.1)

const HOLDS = 0.9; // of the trees whose speeches are drawn anew, as in the other pages
const TREE = { line: 26, most: 60, name: 330, edge: 8 };

function treeOf(attribute) {
	const rows = table('cluster-' + attribute);
	if (!rows.some(row => Number(row.support) >= HOLDS))
		return [note(say(rows.some(row => isFigure(row.support)) ? 'tree_none' : 'tree_untested'))];
	if (rows.length + 1 > TREE.most)
		return [note(say('tree_many', { n: rows.length + 1, PART: attribute }))];
	return [fitted(width => [drawTree(attribute, rootOf(rows), width)]), details(say('tree'))];
}

// ---- the groups: { name } or { row, under }, from the last step on ----

function rootOf(rows) {
	const steps = new Map(rows.map(row => ['#' + row.step, row]));
	const nodeOf = name => {
		const row = steps.get(name);
		return row === undefined ? { name, lines: 1 } : groupOf(row, nodeOf);
	};
	return groupOf(rows[rows.length - 1], nodeOf);
}

// What a group that does not hold joins hangs on the one above it.
function groupOf(row, nodeOf) {
	const under = [nodeOf(row.left), nodeOf(row.right)].flatMap(node => node.row === undefined || holds(node.row) ? [node] : node.under);
	return { row, under, lines: under.reduce((n, node) => n + node.lines, 0) };
}

const holds = row => Number(row.support) >= HOLDS;

function namesOf(node) {
	return node.under === undefined ? [node.name] : node.under.flatMap(namesOf);
}

// ---- the picture ----

function drawTree(attribute, root, width) {
	const shortOf = name => shortened(name, Math.min(TREE.name, width * 0.55), '600');
	const names = Math.max(...namesOf(root).map(name => textWidth(shortOf(name), '600')));
	const place = { right: width - names - 14, highest: Number(root.row.height) || 1, line: 0, attribute, shortOf };
	const height = root.lines * TREE.line + TREE.edge;
	const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, class: 'map tree', role: 'group',
		'aria-label': say('walk_tree_of', { PART: attribute }) });
	drawNode(root, place, picture, TREE.edge);
	return picture;
}

// Draws a node and what is under it; gives how high up it stands in the picture.
function drawNode(node, place, picture, from) {
	if (node.under === undefined)
		return drawLeaf(node, place, picture, from);
	const x = place.right - Number(node.row.height) / place.highest * (place.right - TREE.edge);
	const ys = node.under.map(one => drawNode(one, place, picture, x));
	const y = (ys[0] + ys[ys.length - 1]) / 2;
	line(picture, from, y, x, y);
	line(picture, x, ys[0], x, ys[ys.length - 1]);
	if (isFigure(node.row.support))
		picture.append(drawSupport(node, x, y));
	return y;
}

function drawLeaf(node, place, picture, from) {
	const y = place.line++ * TREE.line + TREE.line / 2 + TREE.edge / 2;
	line(picture, from, y, place.right, y);
	picture.append(svg('a', { href: addressOf('part', place.attribute + ':' + node.name), class: 'part' },
		svg('title', {}, node.name), svg('text', { x: place.right + 6, y: y + 4 }, place.shortOf(node.name))));
	return y;
}

function line(picture, x1, y1, x2, y2) {
	picture.append(svg('line', { x1: x1.toFixed(1), y1: y1.toFixed(1), x2: x2.toFixed(1), y2: y2.toFixed(1), class: 'branch' }));
}

// How many of a hundred trees have the group, and which parts it is of.
function drawSupport(node, x, y) {
	const support = percent(100 * Number(node.row.support), 0);
	return svg('g', { role: 'img', 'aria-label': `${support}: ${joined(namesOf(node))}` },
		svg('title', {}, joined(namesOf(node))), svg('circle', { cx: x.toFixed(1), cy: y.toFixed(1), r: 3.5, class: 'node' }),
		svg('text', { x: (x - 6).toFixed(1), y: (y - 5).toFixed(1), class: 'axis', 'text-anchor': x < 60 ? 'start' : 'end' }, support));
}
