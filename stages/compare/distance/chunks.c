#include "chunks.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stream/part.h"
#include "lib/stream/tokid.h"
#include "lib/stream/vrt.h"

/* The words of a part that do not make a text yet. */
struct rest {
	uint32_t *id;
	size_t n;
	size_t cap;
};

struct work {
	const struct chunks_opts *o;
	struct profiles *p;
	struct part part;
	struct tokid words;
	int kind;
	bool inside; /* a speech was seen */
	struct rest *rest;
	size_t cap_rest;
	uint32_t n_rest;
	uint64_t n_empty;
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
add_word(struct work *w, struct vrt *v)
{
	struct rest *r;
	size_t len;
	const char *s;

	if (w->kind >= 0) {
		s = vrt_col(v, (size_t)w->kind, &len);
		if (len != 1 || *s != 'w')
			return;
	}
	(void)vrt_col(v, w->words.col[0], &len);
	if (len == 0) {
		w->n_empty++;
		return;
	}
	if (!w->inside)
		die_data(v->in.name, v->in.line,
		    "a token outside a speech: it has no part (-b)");
	r = &w->rest[w->part.cur];
	r->id = mem_grow(r->id, &r->cap, r->n + 1, sizeof(*r->id));
	r->id[r->n++] = tokid_get(&w->words, v);
	if (r->n == w->o->size)
		end_text(w, w->part.cur);
}

static void
enter(struct work *w, struct vrt *v)
{
	w->inside = true;
	part_enter(&w->part, v);
	w->rest =
	    mem_grow(w->rest, &w->cap_rest, w->part.names.n, sizeof(*w->rest));
	while (w->n_rest < w->part.names.n)
		w->rest[w->n_rest++] = (struct rest){0};
}

/* Parts are numbered by the bytes of their names from now on. */
static void
name_parts(struct work *w)
{
	struct profiles *p = w->p;
	uint32_t *rank;
	uint32_t *order;

	intern_rank(&w->part.names, &rank, &order);
	p->n_part = w->part.names.n;
	p->n_term = w->words.keys.n;
	p->name = mem_new(p->n_part, sizeof(*p->name));
	for (uint32_t i = 0; i < p->n_part; i++) {
		struct buf b = {0};
		size_t len;
		const char *s = intern_s(&w->part.names, order[i], &len);

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
	part_note(&w->part);
	if (w->n_empty > 0)
		note("%" PRIu64 " token%s without a value in the column: "
		     "not counted",
		    w->n_empty, w->n_empty == 1 ? "" : "s");
	note("chunks of %" PRIu64 " words: %zu; words left over: %" PRIu64,
	    w->o->size, w->p->n_text, n_left);
}

void
chunks_read(
    struct profiles *p, const struct chunks_opts *o, char **files, int n)
{
	struct work w = {.o = o, .p = p};
	struct vrt v;
	enum vrt_event e;

	profiles_open(p);
	vrt_open(&v, files, n, VRT_TOKENS);
	part_open(&w.part, o->attr);
	tokid_open(&w.words);
	tokid_column(&w.words,
	    (int)vrt_column(&v,
		o->column != NULL              ? o->column
		    : vrt_has(&v, "stem") >= 0 ? "stem"
					       : "form"));
	w.kind = vrt_has(&v, "kind");
	while ((e = vrt_next(&v)) != VRT_END)
		if (e == VRT_TOKEN)
			add_word(&w, &v);
		else if (e == VRT_OPEN && v.tag == TAG_SPEECH)
			enter(&w, &v);
	vrt_close(&v);
	tell(&w);
	name_parts(&w);
	profiles_done(p);
	for (uint32_t i = 0; i < w.n_rest; i++)
		free(w.rest[i].id);
	free(w.rest);
	tokid_free(&w.words);
	part_free(&w.part);
}
