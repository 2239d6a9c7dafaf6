#include "chunks.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

/* The words of a part that do not make a text yet. */
struct rest {
	uint32_t *id;
	size_t n;
	size_t cap;
};

struct work {
	const struct chunks_opts *o;
	struct profiles *p;
	struct tokens t;
	struct rest *rest; /* by part */
	size_t cap_rest;
	uint32_t n_rest;
};

static int
by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a;
	uint32_t y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static void
end_text(struct work *w, uint32_t part)
{
	struct rest *r = &w->rest[part];
	size_t from = 0;

	if (r->n > 1)
		qsort(r->id, r->n, sizeof(*r->id), by_number);
	for (size_t i = 1; i <= r->n; i++)
		if (i == r->n || r->id[i] != r->id[from]) {
			sparse_cell(
			    &w->p->cells, r->id[from], (double)(i - from));
			from = i;
		}
	profiles_text(w->p, part, r->n);
	r->n = 0;
}

static void
add_word(struct work *w)
{
	uint32_t part = w->t.part.cur;
	struct rest *r = &w->rest[part];

	r->id = mem_grow(r->id, &r->cap, r->n + 1, sizeof(*r->id));
	r->id[r->n++] = w->t.type;
	if (r->n == w->o->size)
		end_text(w, part);
}

static void
make_room(struct work *w)
{
	uint32_t n = w->t.part.names.n;

	w->rest = mem_grow(w->rest, &w->cap_rest, n, sizeof(*w->rest));
	while (w->n_rest < n)
		w->rest[w->n_rest++] = (struct rest){0};
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
	uint64_t n_left = 0;

	for (uint32_t i = 0; i < w->n_rest; i++)
		n_left += w->rest[i].n;
	tokens_note(&w->t);
	note("chunks of %" PRIu64 " words: %zu; words left over: %" PRIu64,
	    w->o->size, w->p->n_text, n_left);
}

void
chunks_read(
    struct profiles *p, const struct chunks_opts *o, char **files, int n)
{
	struct work w = {.o = o, .p = p};
	enum tokens_event e;

	profiles_open(p);
	tokens_open(&w.t, &o->read, files, n);
	while ((e = tokens_next(&w.t)) != TOKENS_END)
		if (e == TOKENS_WORD)
			add_word(&w);
		else if (e == TOKENS_OPEN || e == TOKENS_OUTSIDE)
			make_room(&w);
	tell(&w);
	name_parts(&w);
	profiles_done(p);
	for (uint32_t i = 0; i < w.n_rest; i++)
		free(w.rest[i].id);
	free(w.rest);
	tokens_close(&w.t);
}
