#include "groups.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/base/sorter.h"
#include "repeat.h"

struct work {
	struct far *f;
	struct far_text *t;
	size_t room;         /* bytes a sorter */
	unsigned bits;       /* of a number */
	size_t half;         /* numbers in a word of the key */
	struct spool *known; /* by order: lcp of 8 bits */
	/* by number of the text: 1 + the place of the first suffix that is
	 * equal as far as was compared, with FAR_FLAG; 0: no word begins there
	 */
	struct spool group;
	uint64_t n_open; /* suffixes that are not FAR_FLAG */
};

/* ---- writing at places that rise ---- */

struct patch {
	struct spool *s;
	char *b;
	uint64_t from;
	size_t len;
};

static void
patch_open(struct patch *p, struct spool *s)
{
	*p = (struct patch){.s = s, .b = mem_new(FAR_LOOK, 1)};
}

static void
patch_put(struct patch *p, uint64_t at, const void *x, size_t len)
{
	if (at < p->from || at + len > p->from + p->len) {
		spool_set(p->s, p->from, p->b, p->len);
		p->from = at;
		p->len = p->s->size - at < FAR_LOOK ? (size_t)(p->s->size - at)
						    : FAR_LOOK;
		spool_get(p->s, at, p->b, p->len);
	}
	memcpy(p->b + (at - p->from), x, len);
}

static void
patch_close(struct patch *p)
{
	spool_set(p->s, p->from, p->b, p->len);
	free(p->b);
}

/* ---- by the first words ---- */

/* The next numbers up to the end of the run, the first one highest. */
static uint64_t
half_key(const struct work *w, const uint32_t *s, bool *ended)
{
	uint64_t key = 0;

	for (size_t k = 0; k < w->half; k++) {
		*ended = *ended || s[k] < REPEAT_STOP;
		key = key << w->bits | (*ended ? 0 : s[k]);
	}
	return key;
}

static void
add_keys(struct work *w, struct sorter *s)
{
	struct spool_view v;
	uint32_t *next = mem_new(2 * w->half, sizeof(*next));
	uint32_t left = 0;

	spool_view(&v, &w->t->s, FAR_LOOK);
	for (uint64_t i = 0; i < w->t->n; i++) {
		size_t n = w->t->n - i < 2 * w->half ? (size_t)(w->t->n - i)
						     : 2 * w->half;
		bool ended = false;
		uint64_t *to;

		/* behind the last number, which is a stop, nothing is read */
		memcpy(next, spool_at(&v, i * FAR_NUMBER, n * FAR_NUMBER),
		    n * FAR_NUMBER);
		if (next[0] >= REPEAT_STOP) {
			to = sorter_add(s);
			to[0] = half_key(w, next, &ended);
			to[1] = half_key(w, next + w->half, &ended);
			to[2] = i << 32 | left;
		}
		left = next[0];
	}
	spool_view_free(&v);
	free(next);
}

/* Words that two keys share. */
static unsigned
shared(const struct work *w, const uint64_t *a, const uint64_t *b)
{
	unsigned n = 0;

	for (size_t i = 0; i < 2; i++)
		for (size_t k = w->half; k-- > 0;) {
			uint64_t mask = ((UINT64_C(1) << w->bits) - 1)
			    << k * w->bits;

			if ((a[i] & mask) == 0 || ((a[i] ^ b[i]) & mask) != 0)
				return n;
			n++;
		}
	return n;
}

static void
put_group(struct sorter *s, uint32_t at, uint32_t group)
{
	*sorter_add(s) = (uint64_t)at << 32 | group;
}

/* Suffixes that come in order, of which equal ones are a group: the first one
 * is put when it is known whether it is alone. */
struct grouping {
	struct work *w;
	struct sorter *to;
	uint32_t at;    /* of the suffix before */
	uint32_t group; /* under way */
	bool alone;     /* the suffix before is all of it so far */
};

/* A suffix, number i in order, that is as the one before or not; ended: nothing
 * is left to compare in what it is equal in. */
static void
put_suffix(struct grouping *g, uint32_t at, uint32_t i, bool same, bool ended)
{
	bool open = same && !ended;

	if (g->alone)
		put_group(g->to, g->at, open ? g->group : g->group | FAR_FLAG);
	if (open)
		g->w->n_open += 1 + (uint64_t)g->alone;
	if (same)
		put_group(g->to, at, open ? g->group : g->group | FAR_FLAG);
	else
		g->group = i + 1;
	g->alone = !same;
	g->at = at;
}

static void
put_last(struct grouping *g)
{
	if (g->alone)
		put_group(g->to, g->at, g->group | FAR_FLAG);
}

/* Suffixes in the order of their keys. */
static void
first_groups(struct work *w, struct sorter *keys, struct sorter *groups)
{
	const uint64_t low = (UINT64_C(1) << w->bits) - 1;
	struct grouping g = {.w = w, .to = groups};
	uint64_t last[2] = {0};
	const uint64_t *r;

	while ((r = sorter_next(keys)) != NULL) {
		uint32_t i = w->f->n++;
		bool same = i > 0 && r[0] == last[0] && r[1] == last[1];
		bool ended = (r[1] & low) == 0;
		struct far_place p = {(uint32_t)(r[2] >> 32), (uint32_t)r[2]};
		uint8_t known = FAR_UNKNOWN;

		if (!same || ended)
			known = i > 0 ? (uint8_t)shared(w, last, r) : 0;
		put_suffix(&g, p.at, i, same, ended);
		memcpy(last, r, sizeof(last));
		spool_put(&w->f->sa, &p, sizeof(p));
		spool_put(w->known, &known, 1);
	}
	put_last(&g);
}

static void
sort_first(struct work *w)
{
	struct sorter keys;
	struct sorter groups;
	const uint64_t *r;

	sorter_open(&keys, 3, 2, w->room);
	add_keys(w, &keys);
	sorter_finish(&keys);
	sorter_open(&groups, 1, 1, w->room);
	first_groups(w, &keys, &groups);
	sorter_close(&keys);
	sorter_finish(&groups);
	while ((r = sorter_next(&groups)) != NULL)
		far_put(&w->group, *r >> 32, (uint32_t)*r);
	sorter_close(&groups);
	far_put(&w->group, w->t->n - 1, 0); /* a stop */
}

/* ---- by twice as many ---- */

/* Each open suffix with its group and that of the suffix h words on. */
static void
add_pairs(struct work *w, struct sorter *s, uint64_t h)
{
	struct spool_view here;
	struct spool_view there;
	struct spool_view text;

	spool_view(&here, &w->group, FAR_LOOK);
	spool_view(&there, &w->group, FAR_LOOK);
	spool_view(&text, &w->t->s, FAR_LOOK);
	for (uint64_t i = 0; i < w->t->n; i++) {
		uint32_t group = far_number(&here, i);
		uint32_t next;
		uint64_t *to;

		if (group == 0 || (group & FAR_FLAG) != 0)
			continue;
		next = far_number(&there, i + h);
		next = next == 0 ? FAR_FLAG : next; /* the run ends there */
		to = sorter_add(s);
		to[0] = (uint64_t)group << 33 |
		    (uint64_t)(next & ~FAR_FLAG) << 1 | next >> 31;
		to[1] = i << 32 | (i > 0 ? far_number(&text, i - 1) : 0);
	}
	spool_view_free(&here);
	spool_view_free(&there);
	spool_view_free(&text);
}

/* The groups fall apart into smaller ones. */
static void
split_groups(struct work *w, struct sorter *pairs, struct sorter *groups)
{
	struct grouping g = {.w = w, .to = groups};
	struct patch sa;
	uint64_t last = 0;
	uint32_t i = 0; /* place in order */
	const uint64_t *r;

	patch_open(&sa, &w->f->sa);
	w->n_open = 0;
	while ((r = sorter_next(pairs)) != NULL) {
		struct far_place p = {(uint32_t)(r[1] >> 32), (uint32_t)r[1]};

		i = r[0] >> 33 == last >> 33 ? i + 1
					     : (uint32_t)(r[0] >> 33) - 1;
		put_suffix(&g, p.at, i, r[0] == last, (r[0] & 1) != 0);
		last = r[0];
		patch_put(&sa, (uint64_t)i * sizeof(p), &p, sizeof(p));
	}
	put_last(&g);
	patch_close(&sa);
}

static void
sort_more(struct work *w, uint64_t h)
{
	struct sorter pairs;
	struct sorter groups;
	struct patch p;
	const uint64_t *r;

	sorter_open(&pairs, 2, 1, w->room);
	add_pairs(w, &pairs, h);
	sorter_finish(&pairs);
	sorter_open(&groups, 1, 1, w->room);
	split_groups(w, &pairs, &groups);
	sorter_close(&pairs);
	sorter_finish(&groups);
	patch_open(&p, &w->group);
	while ((r = sorter_next(&groups)) != NULL) {
		uint32_t x = (uint32_t)*r;

		patch_put(&p, (*r >> 32) * FAR_NUMBER, &x, FAR_NUMBER);
	}
	patch_close(&p);
	sorter_close(&groups);
}

/* ---- the outside ---- */

unsigned
groups_sort(struct far *f, struct far_text *t, size_t room, struct spool *known)
{
	struct work w = {
	    .f = f, .t = t, .room = room, .bits = 2, .known = known};

	while (w.bits < 32 && (t->k - 1) >> w.bits != 0)
		w.bits++;
	w.half = 64 / w.bits;
	spool_open(&w.group, 1);
	sort_first(&w);
	for (uint64_t h = 2 * w.half; w.n_open > 0; h *= 2)
		sort_more(&w, h);
	spool_close(&w.group);
	return (unsigned)(2 * w.half);
}
