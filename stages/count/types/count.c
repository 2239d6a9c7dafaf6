#include "count.h"

#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/base/sorter.h"

enum {
	BASE = 4 << 20, /* bytes of all that does not grow */
	RANKED = 64,    /* bytes of a type in the end */
	LEAST = 4096    /* distinct tokens in memory however little room */
};

/* A table takes half as much again while it grows, a type some bytes more when
 * it is ranked and written. */
static bool
is_full(const struct count *c)
{
	size_t need = intern_memory(&c->t.ids.keys) +
	    intern_memory(&c->t.types) + intern_memory(&c->forms);

	need += need / 2 + BASE;
	need += (size_t)c->t.n_id * (2 * sizeof(*c->spelling) + 8);
	need += (size_t)c->n_type * (2 * sizeof(*c->type) + RANKED);
	return c->o->memory > 0 && need > c->o->memory && c->t.n_id > LEAST;
}

/* The tables grow with the numbers that the reader gives. */
static void
make_room(struct count *c)
{
	size_t n = (size_t)c->t.id + 1;

	c->full = is_full(c);
	c->spelling =
	    mem_grow(c->spelling, &c->cap_spelling, n, sizeof(*c->spelling));
	while (c->n_spelling < n)
		c->spelling[c->n_spelling++] = (struct spelling){0};
	n = c->t.types.n;
	c->type = mem_grow(c->type, &c->cap_type, n, sizeof(*c->type));
	while (c->n_type < n)
		c->type[c->n_type++] = (struct type){0};
}

static void
look_at(struct count *c, struct spelling *s)
{
	const struct opts *o = c->o;
	size_t len;
	const char *form = tokens_also(&c->t, 0, &len);

	s->known = true;
	s->type = c->t.type;
	s->form = intern_add(&c->forms, form, len);
	s->out = s->type == c->t.hidden ||
	    intern_find(&o->stop, form, len) != UINT32_MAX ||
	    (o->keeps && intern_find(&o->keep, form, len) == UINT32_MAX);
}

static void
add_word(struct count *c)
{
	struct spelling *s;
	struct type *t;

	if (c->t.id >= c->n_spelling || c->t.type >= c->n_type)
		make_room(c);
	s = &c->spelling[c->t.id];
	if (!s->known)
		look_at(c, s);
	if (c->o->arf)
		places_add(&c->places, s->out ? PLACES_NONE : s->type);
	if (s->out)
		return;
	t = &c->type[s->type];
	s->n++;
	t->freq++;
	if (c->speech > 0 && t->last != c->speech) {
		if (t->speeches++ == 0)
			t->first = c->speech;
		t->last = c->speech;
	}
}

/* ---- order ---- */

void
count_rank(const struct count *c, struct ranks *r)
{
	intern_rank(&c->t.types, &r->type, &r->type_order);
	intern_rank(&c->forms, &r->form, &r->form_order);
}

void
count_ranks_free(struct ranks *r)
{
	free(r->type);
	free(r->type_order);
	free(r->form);
	free(r->form_order);
}

void
count_spellings(const struct count *c, const struct ranks *r, struct sorter *s)
{
	sorter_open(s, 2, 1, 0);
	for (size_t i = 0; i < c->n_spelling; i++) {
		const struct spelling *x = &c->spelling[i];
		uint64_t *rec;

		if (x->n == 0)
			continue;
		rec = sorter_add(s);
		rec[0] = (uint64_t)r->type[x->type] << 32 | r->form[x->form];
		rec[1] = x->n;
	}
	sorter_finish(s);
}

/* ---- beyond memory ---- */

static void
put_type(struct count *c, uint32_t id)
{
	const struct type *t = &c->type[id];
	struct spilt_count x = {t->freq, t->speeches, t->first, t->last};
	size_t len;
	const char *s = intern_s(&c->t.types, id, &len);

	spilt_type(&c->spilt, s, len, &x);
}

static void
put_form(struct count *c, uint32_t type, uint32_t form, uint64_t n)
{
	size_t len;
	const char *s = intern_s(&c->t.types, type, &len);
	size_t form_len;
	const char *f = intern_s(&c->forms, form, &form_len);

	spilt_form(&c->spilt, s, len, f, form_len, n);
}

/* All that was counted goes into a run, and counting begins anew. */
static void
spill(struct count *c)
{
	struct ranks r;
	struct sorter s;
	const uint64_t *rec;
	uint32_t last = UINT32_MAX;

	count_rank(c, &r);
	count_spellings(c, &r, &s);
	spilt_begin(&c->spilt);
	while ((rec = sorter_next(&s)) != NULL) {
		uint32_t type = r.type_order[rec[0] >> 32];

		if (type != last)
			put_type(c, type);
		last = type;
		put_form(c, type, r.form_order[(uint32_t)rec[0]], rec[1]);
	}
	sorter_close(&s);
	count_ranks_free(&r);
	tokens_forget(&c->t);
	intern_free(&c->forms);
	intern_open(&c->forms);
	c->n_spelling = 0;
	c->n_type = 0;
	c->full = false;
}

void
count_read(struct count *c)
{
	for (;;)
		switch (tokens_next(&c->t)) {
		case TOKENS_END:
			if (c->spilt.n > 0)
				spill(c);
			return;
		case TOKENS_WORD:
			add_word(c);
			if (c->full)
				spill(c);
			break;
		case TOKENS_PASS: /* it may be new, too */
			if (c->t.id + 1 == c->t.n_id && is_full(c))
				spill(c);
			break;
		case TOKENS_OPEN:
			if (c->t.v.tag == TAG_SPEECH)
				c->speech = ++c->n_speech;
			break;
		case TOKENS_CLOSE:
			if (c->t.v.tag == TAG_SPEECH)
				c->speech = 0;
			break;
		default:
			break;
		}
}

void
count_open(struct count *c, const struct opts *o, char **files, int n)
{
	*c = (struct count){.o = o};
	intern_open(&c->forms);
	spilt_open(&c->spilt);
	if (o->arf)
		places_open(&c->places);
	tokens_open(&c->t, &o->read, files, n);
}

void
count_close(struct count *c)
{
	spilt_close(&c->spilt);
	if (c->o->arf)
		places_close(&c->places);
	tokens_close(&c->t);
	intern_free(&c->forms);
	free(c->spelling);
	free(c->type);
}
