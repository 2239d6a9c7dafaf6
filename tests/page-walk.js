// page-walk.js - every link of the page, at a width, and what is wrong where it leads; run
// in the page by tests/page.pl.  Of each kind of address the first few that links lead to,
// from the overview on.
(async () => {
	const MOST = 12;
	const kindOf = hash => hash.slice(1).split('=')[0] + (hash.includes('&') ? '&' : '');
	const seen = new Map(), counts = new Map(), bad = [];
	const todo = ['#overview'];
	const wide = () => document.documentElement.scrollWidth > window.innerWidth;
	while (todo.length > 0) {
		const hash = todo.shift();
		await goTo(hash);
		const head = document.querySelector('h1');
		if (!head || head.textContent === '' || head.textContent === say('walk_lost'))
			bad.push(hash + ': lost');
		if (wide())
			bad.push(hash + ': wider than the window');
		for (const what of faults())
			bad.push(hash + ': ' + what);
		for (const a of document.querySelectorAll('a')) {
			const to = a.getAttribute('href');
			if (!to.startsWith('#'))
				bad.push('leads out: ' + to);
			const kind = kindOf(to);
			if (to === '#main' || seen.has(to) || (counts.get(kind) ?? 0) >= MOST)
				continue;
			seen.set(to, true);
			counts.set(kind, (counts.get(kind) ?? 0) + 1);
			todo.push(to);
		}
	}
	return { kinds: [...counts.keys()].sort(), bad: bad.slice(0, 20), n: seen.size };

	// What those who hear the page, or do not see well, would miss.
	function faults() {
		const found = [];
		for (const t of document.querySelectorAll('table')) {
			if ([...t.querySelectorAll('thead th')].some(th => th.scope !== 'col'))
				found.push('a column without scope');
			if (t.querySelector('thead button') && !t.querySelector('[aria-sort]'))
				found.push('no aria-sort');
		}
		for (const input of document.querySelectorAll('input'))
			if (input.labels.length === 0)
				found.push('an input without a label');
		for (const button of document.querySelectorAll('button'))
			if (!button.hidden && button.textContent === '')
				found.push('a button without a name');
		for (const picture of document.querySelectorAll('svg'))
			if (picture.getAttribute('aria-hidden') !== 'true' && !picture.getAttribute('aria-label'))
				found.push('a picture without a name');
		if (document.querySelectorAll('h1').length !== 1 || !document.querySelector('main'))
			found.push('no h1, or several');
		const levels = [...document.querySelectorAll('main h1, main h2, main h3')].map(h => Number(h.tagName[1]));
		if (levels.some((level, i) => i > 0 && level > levels[i - 1] + 1 && !document.querySelector('.speech')))
			found.push('a level of headings is passed over');
		for (const picture of document.querySelectorAll('svg.map'))
			found.push(...crowded(picture));
		for (const a of document.querySelectorAll('blockquote a[href^="#term="]'))
			if (typeRow(decodeURIComponent(a.getAttribute('href').slice(6))) === undefined)
				found.push('a word that is none: ' + a.textContent);
		if (document.querySelector('[style], [onclick]'))
			found.push('style or handler in an attribute');
		for (const e of document.querySelectorAll('main *, header *, footer *'))
			if ([...e.childNodes].some(c => c.nodeType === 3 && c.data.trim() !== '') && contrast(e) < 4.5)
				found.push('contrast of ' + e.tagName + ' ' + e.className);
		return [...new Set(found)];
	}

	// A map fits where it stands, at the size that it was made for, and no text is over another.
	function crowded(picture) {
		const bad = [];
		const room = picture.getBoundingClientRect();
		for (let e = picture; e !== document.body; e = e.parentElement)
			if (e.scrollWidth > e.clientWidth + 1 && e !== picture)
				bad.push('a map scrolls');
		if (room.right > innerWidth || Math.abs(room.width / picture.viewBox.baseVal.width - 1) > 0.1)
			bad.push(`a map of ${room.width} for ${picture.viewBox.baseVal.width}`);
		const texts = [...picture.querySelectorAll('text')].map(t => ({ text: t.textContent, b: t.getBoundingClientRect() }));
		texts.forEach(({ text, b }, i) => {
			if (b.left < room.left - 1 || b.right > room.right + 1 || b.top < room.top - 1 || b.bottom > room.bottom + 1)
				bad.push('leaves the map: ' + text);
			const over = texts.slice(0, i).find(o => o.b.left < b.right - 2 && b.left < o.b.right - 2 && o.b.top < b.bottom - 2 && b.top < o.b.bottom - 2);
			if (over)
				bad.push(`${text} over ${over.text}`);
		});
		return bad;
	}

	function light(colour) {
		const [r, g, b] = colour.match(/[\d.]+/g).map(Number).map(v => v / 255)
			.map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	}

	function contrast(e) {
		let under = e;
		while (under && /, 0\)$|transparent/.test(getComputedStyle(under).backgroundColor))
			under = under.parentElement;
		const a = light(getComputedStyle(e).color);
		const b = under ? light(getComputedStyle(under).backgroundColor) : 1;
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}
})()
