#include "far.h"

#include "groups.h"
#include "lib/base/sorter.h"
#include "repeat.h"

struct work {
	struct far *f;
	struct far_text *t;
	size_t room; /* bytes a sorter */
	struct spool *known;
	unsigned n_key;
};

void
far_put(struct spool *to, uint64_t at, uint32_t x)
{
	static const uint32_t none;

	while (to->size < at * FAR_NUMBER)
		spool_put(to, &none, FAR_NUMBER);
	spool_put(to, &x, FAR_NUMBER);
}

/* ---- what neighbours share ---- */

/* By position: the place in order, the neighbour before it, whether the same
 * word stands before both, and what is known of their lcp. */
static void
add_neighbours(const struct work *w, struct sorter *s)
{
	struct spool_view sa;
	struct spool_view known;
	struct far_place last = {0};

	spool_view(&sa, &w->f->sa, FAR_LOOK);
	spool_view(&known, w->known, FAR_LOOK);
	for (uint32_t i = 0; i < w->f->n; i++) {
		const struct far_place *p =
		    spool_at(&sa, (uint64_t)i * sizeof(*p), sizeof(*p));
		const uint8_t *n = spool_at(&known, i, 1);
		uint64_t *to = sorter_add(s);

		to[0] = (uint64_t)p->at << 32 | i;
		to[1] = (uint64_t)last.at << 32 | *n;
		if (i > 0 && p->left == last.left && p->left >= REPEAT_STOP)
			to[1] |= FAR_FLAG;
		last = *p;
	}
	spool_view_free(&sa);
	spool_view_free(&known);
}

/* Words that the suffixes at a and b share, of which so many are known. */
static uint32_t
compare(struct spool_view *at_a, struct spool_view *at_b, uint64_t a,
    uint64_t b, uint32_t n)
{
	for (;; n++) {
		uint32_t x = far_number(at_a, a + n);

		if (x < REPEAT_STOP || x != far_number(at_b, b + n))
			return n;
	}
}

/* Where the same word stands before two neighbours, the suffixes that begin
 * with it are neighbours, too, and share one word more. */
static void
find_shared(
    const struct work *w, struct sorter *by_text, struct sorter *by_order)
{
	const struct far_text *t = w->t;
	struct spool_view a;
	struct spool_view b;
	struct far_near x = {0};
	size_t span = 0;
	const uint64_t *r;

	spool_view(&a, &w->t->s, FAR_GLANCE);
	spool_view(&b, &w->t->s, FAR_GLANCE);
	while ((r = sorter_next(by_text)) != NULL) {
		uint32_t at = (uint32_t)(r[0] >> 32);
		uint32_t known = (uint32_t)r[1] & ~FAR_FLAG;
		uint64_t *to = sorter_add(by_order);

		while (span + 1 < t->n_span && t->span[span + 1].from <= at)
			span++;
		if (((uint32_t)r[1] & FAR_FLAG) != 0) {
			x.lcp--;
			x.back++;
		} else {
			x.back = 0;
			x.lcp = known < FAR_UNKNOWN
			    ? known
			    : compare(&a, &b, at, r[1] >> 32, w->n_key);
		}
		x.part = t->span[span].part;
		w->f->longest = x.lcp > w->f->longest ? x.lcp : w->f->longest;
		to[0] = r[0] << 32 | x.lcp;
		to[1] = (uint64_t)x.back << 32 | x.part;
		far_put(&w->f->rank, at, (uint32_t)r[0] + 1);
	}
	spool_view_free(&a);
	spool_view_free(&b);
}

static void
find_near(const struct work *w)
{
	struct sorter by_text;
	struct sorter by_order;
	const uint64_t *r;

	sorter_open(&by_text, 2, 1, w->room);
	add_neighbours(w, &by_text);
	sorter_finish(&by_text);
	sorter_open(&by_order, 2, 1, w->room);
	find_shared(w, &by_text, &by_order);
	sorter_close(&by_text);
	sorter_finish(&by_order);
	while ((r = sorter_next(&by_order)) != NULL) {
		struct far_near x = {
		    (uint32_t)r[0], (uint32_t)(r[1] >> 32), (uint32_t)r[1]};

		spool_put(&w->f->near, &x, sizeof(x));
	}
	sorter_close(&by_order);
	far_put(&w->f->rank, w->t->n - 1, 0);
}

/* ---- the outside ---- */

void
far_open(struct far *f, struct far_text *t, size_t room)
{
	struct spool known;
	struct work w = {.f = f, .t = t, .room = room / 3 + 1, .known = &known};

	*f = (struct far){0};
	spool_open(&f->sa, 1);
	spool_open(&f->near, 1);
	spool_open(&f->rank, 1);
	spool_open(&known, 1);
	w.n_key = groups_sort(f, t, w.room, &known);
	find_near(&w);
	spool_close(&known);
	spool_view(&f->sa_look, &f->sa, FAR_GLANCE);
	spool_view(&f->near_look, &f->near, FAR_GLANCE);
	spool_view(&f->rank_look, &f->rank, FAR_GLANCE);
}

void
far_close(struct far *f)
{
	spool_view_free(&f->sa_look);
	spool_view_free(&f->near_look);
	spool_view_free(&f->rank_look);
	spool_close(&f->sa);
	spool_close(&f->near);
	spool_close(&f->rank);
}
