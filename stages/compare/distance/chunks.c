#include "chunks.h"

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/sorter.h"

/* The words of a part that do not make a text yet. */
struct rest {
	uint64_t *id;
	size_t n;
	size_t cap;
	uint32_t unit; /* under way */
	size_t texts;  /* of it */
	bool kept;     /* it is one of those that are chosen */
	double share;  /* of the units that are */
	double due;
};

enum {
	HELD = 4 /* times as many texts as are wanted, at most */
};

struct work {
	const struct chunks_opts *o;
	struct profiles *p;
	struct tokens t;
	struct rest *rest; /* by part */
	size_t cap_rest;
	uint32_t n_rest;
	uint64_t *spare; /* to sort the words of a text */
	size_t cap_spare;
	uint64_t n_left; /* words that are in no text */
	size_t n_made;
	uint32_t n_unit;
	bool na; /* by units: words of the part NA, left out */
	uint64_t n_na;
};

/* Of the units of a part, evenly, as many as its share is. */
static bool
is_due(struct rest *r)
{
	r->due += r->share;
	if (r->due < 1 - 1e-9)
		return false;
	r->due -= 1;
	return true;
}

static int
by_size(const void *a, const void *b)
{
	size_t x = *(const size_t *)a;
	size_t y = *(const size_t *)b;

	return (x > y) - (x < y);
}

/* So many texts of a part, at most, that all together are not over `most`. */
static double
bound(const struct work *w, const size_t *n_text)
{
	uint32_t n = w->n_rest;
	size_t *sorted = mem_new(n, sizeof(*sorted));
	double left = (double)w->o->most;
	double each = 0;

	if (n > 0) {
		memcpy(sorted, n_text, n * sizeof(*sorted));
		qsort(sorted, n, sizeof(*sorted), by_size);
	}
	for (uint32_t i = 0; i < n; i++) {
		each = left / (n - i);
		if ((double)sorted[i] > each)
			break;
		each = (double)sorted[i];
		left -= each;
	}
	free(sorted);
	return each;
}

/* The cells of the texts that are left, and numbers without gaps. */
static void
compact(struct profiles *p)
{
	struct sparse t = {0};

	sparse_begin(&t, p->cells.n_col);
	for (size_t i = 0; i < p->n_text; i++) {
		size_t row = p->text[i].row;

		for (size_t k = p->cells.at[row]; k < p->cells.at[row + 1]; k++)
			sparse_cell(&t, p->cells.col[k], p->cells.f[k]);
		sparse_end(&t);
		p->text[i].row = (uint32_t)i;
	}
	sparse_free(&p->cells);
	p->cells = t;
}

/* Fewer units of the parts that have the most texts. */
static void
thin_out(struct work *w)
{
	struct profiles *p = w->p;
	size_t *n_text = mem_new(w->n_rest, sizeof(*n_text));
	uint32_t last = UINT32_MAX;
	bool kept = false;
	size_t n = 0;
	double each;

	for (size_t i = 0; i < p->n_text; i++)
		n_text[p->text[i].part]++;
	each = bound(w, n_text);
	for (uint32_t i = 0; i < w->n_rest; i++) {
		w->rest[i].due = 0;
		w->rest[i].share = fmin(each / fmax((double)n_text[i], 1), 1);
	}
	for (size_t i = 0; i < p->n_text; i++) {
		struct rest *r = &w->rest[p->text[i].part];

		if (p->text[i].unit != last)
			kept = is_due(r);
		last = p->text[i].unit;
		if (kept)
			p->text[n++] = p->text[i];
		else if (r->unit == last)
			r->kept = false;
	}
	p->n_text = n;
	compact(p);
	free(n_text);
}

static void
put_text(struct work *w, uint32_t part)
{
	struct rest *r = &w->rest[part];
	const uint64_t *id;
	size_t from = 0;

	w->spare = mem_grow(w->spare, &w->cap_spare, r->n, sizeof(*w->spare));
	id = radix_sort(r->id, w->spare, r->n, 1);
	for (size_t i = 1; i <= r->n; i++)
		if (i == r->n || id[i] != id[from]) {
			sparse_cell(&w->p->cells, (uint32_t)id[from],
			    (double)(i - from));
			from = i;
		}
	profiles_text(w->p, part, r->n)->unit = r->unit;
}

static void
end_text(struct work *w, uint32_t part)
{
	struct rest *r = &w->rest[part];

	if (r->texts++ == 0) {
		r->unit = w->n_unit++;
		r->kept = is_due(r);
	}
	w->n_made++;
	if (r->kept)
		put_text(w, part);
	r->n = 0;
	if (w->o->most > 0 && w->p->n_text > HELD * w->o->most)
		thin_out(w);
}

static void
add_word(struct work *w)
{
	uint32_t part = w->t.part.cur;
	struct rest *r = &w->rest[part];

	if (w->t.type == w->t.hidden)
		return;
	if (w->na) {
		w->n_na++;
		return;
	}
	if (r->n == r->cap)
		r->id = mem_grow(r->id, &r->cap, r->n + 1, sizeof(*r->id));
	r->id[r->n++] = w->t.type;
	if (r->n == w->o->size)
		end_text(w, part);
}

static void
make_room(struct work *w)
{
	uint32_t n = w->t.part.names.n;
	uint32_t na = intern_find(&w->t.part.names, "NA", 2);

	w->rest = mem_grow(w->rest, &w->cap_rest, n, sizeof(*w->rest));
	while (w->n_rest < n)
		w->rest[w->n_rest++] = (struct rest){.share = 1};
	w->na = w->o->units && w->t.part.cur == na;
}

/* A speech begins: a unit that has a text ends. */
static void
begin_speech(struct work *w)
{
	struct rest *r = &w->rest[w->t.part.cur];

	if (!w->o->units || r->texts == 0)
		return;
	w->n_left += r->n;
	r->n = 0;
	r->texts = 0;
}

/* Parts are numbered by the bytes of their names from now on. */
static void
name_parts(struct work *w)
{
	struct profiles *p = w->p;
	uint32_t *rank;
	uint32_t *order;

	intern_rank(&w->t.part.names, &rank, &order);
	p->n_part = w->t.part.names.n;
	p->n_term = w->t.types.n;
	p->name = mem_new(p->n_part, sizeof(*p->name));
	for (uint32_t i = 0; i < p->n_part; i++) {
		struct buf b = {0};
		size_t len;
		const char *s = intern_s(&w->t.part.names, order[i], &len);

		counts_escape(&b, s, len);
		p->name[i] = b.s;
	}
	for (size_t i = 0; i < p->n_text; i++)
		p->text[i].part = rank[p->text[i].part];
	free(rank);
	free(order);
}

static void
tell(const struct work *w)
{
	uint64_t n_left = w->n_left;

	for (uint32_t i = 0; i < w->n_rest; i++)
		n_left += w->rest[i].n;
	tokens_note(&w->t);
	note("chunks of %" PRIu64 " words: %zu; words left over: %" PRIu64,
	    w->o->size, w->n_made, n_left);
	if (w->n_na > 0)
		note("words of the part NA, left out: %" PRIu64, w->n_na);
}

/* Those that are left, in their order. */
static void
number_units(struct work *w)
{
	struct profiles *p = w->p;
	uint32_t last = UINT32_MAX;

	if (p->n_text < w->n_made)
		note("of these chunks, those of evenly chosen speeches are "
		     "compared: %zu",
		    p->n_text);
	for (size_t i = 0; i < p->n_text; i++) {
		p->n_unit += p->text[i].unit != last;
		last = p->text[i].unit;
		p->text[i].unit = p->n_unit - 1;
	}
}

const char *
chunks_read(
    struct profiles *p, const struct chunks_opts *o, char **files, int n)
{
	struct work w = {.o = o, .p = p};
	enum tokens_event e;
	const char *column;

	profiles_open(p);
	tokens_open(&w.t, &o->read, files, n);
	while ((e = tokens_next(&w.t)) != TOKENS_END)
		if (e == TOKENS_WORD)
			add_word(&w);
		else if (e == TOKENS_OPEN || e == TOKENS_OUTSIDE) {
			make_room(&w);
			if (e == TOKENS_OPEN && w.t.v.tag == TAG_SPEECH)
				begin_speech(&w);
		}
	tell(&w);
	if (o->most > 0 && p->n_text > o->most)
		thin_out(&w);
	number_units(&w);
	name_parts(&w);
	profiles_done(p);
	for (uint32_t i = 0; i < w.n_rest; i++)
		free(w.rest[i].id);
	free(w.rest);
	free(w.spare);
	column = w.t.column;
	tokens_close(&w.t);
	return column;
}
