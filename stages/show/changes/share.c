#include "share.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/table/tsv.h"
#include "show/common/shelf.h"

/* A sum by an attribute. */
struct share_shape {
	const struct family_sum *sum;
	char *attr; /* or NULL: of the corpus */
	bool known; /* both runs have its table */
};

/* Of a count what one speech brings. */
struct share_cell {
	uint32_t share;
	uint32_t speech;
	uint64_t n[2];
	uint64_t lone[2]; /* of entries that one dictionary alone has */
};

enum {
	SIGN = '\x1f' /* between the parts of a key */
};

void
share_open(struct shares *s, const struct run *before, const struct run *after)
{
	*s = (struct shares){.run = {before, after}};
	intern_open(&s->shape);
	intern_open(&s->key);
	intern_open(&s->at);
	fate_open(&s->fate, before, after);
}

void
share_close(struct shares *s)
{
	for (uint32_t i = 0; i < s->shape.n; i++)
		free(s->shapes[i].attr);
	free(s->shapes);
	free(s->share);
	free(s->cell);
	buf_free(&s->made);
	intern_free(&s->shape);
	intern_free(&s->key);
	intern_free(&s->at);
	fate_close(&s->fate);
}

/* ---- what is asked for ---- */

static void
put(struct buf *b, const char *s)
{
	const char sign = SIGN;

	buf_str(b, s != NULL ? s : "");
	buf_mem(b, &sign, 1);
}

static uint32_t
shape_of(struct shares *s, const struct family_sum *sum, const char *attr)
{
	struct buf b = {0};
	uint32_t n = s->shape.n;
	uint32_t id;

	put(&b, sum->from);
	put(&b, sum->column);
	put(&b, attr);
	put(&b, sum->under ? "under" : "");
	for (size_t i = 0; i < sum->n_by; i++)
		put(&b, sum->base[i]);
	id = intern_add(&s->shape, b.s, b.len);
	buf_free(&b);
	if (id < n)
		return id;
	s->shapes =
	    mem_grow(s->shapes, &s->cap_shape, id + 1, sizeof(*s->shapes));
	s->shapes[id] = (struct share_shape){
	    .sum = sum, .attr = attr != NULL ? mem_string(attr) : NULL};
	return id;
}

/* The beginning of a key: shape and value of the attribute. */
static void
begin_key(struct shares *s, uint32_t shape, const char *value)
{
	s->made.len = 0;
	buf_u64(&s->made, shape);
	put(&s->made, "");
	put(&s->made, value);
}

uint32_t
share_ask(struct shares *s, const struct family_sum *sum,
    const char *const part[2], const char *const *cell)
{
	uint32_t n = s->key.n;
	uint32_t id;

	begin_key(s, shape_of(s, sum, part[0]), part[1]);
	for (size_t i = 0; i < sum->n_by; i++)
		put(&s->made, cell[i]);
	id = intern_add(&s->key, s->made.s, s->made.len);
	if (id == n) {
		s->share =
		    mem_grow(s->share, &s->cap, id + 1, sizeof(*s->share));
		s->share[id] = (struct share){0};
	}
	return id;
}

/* ---- counting ---- */

/* A table under way. */
struct reading {
	struct tsv t;
	size_t side;
	int entry; /* column, or -1 */
	int theme;
	int freq;
	int part;
};

static bool
is_lone(const struct shares *s, const struct reading *r)
{
	struct buf b = {0};
	bool is;

	if (r->entry < 0 || r->theme < 0 || r->t.size[r->entry] == 0 ||
	    s->run[0]->entry.n == 0 || s->run[1]->entry.n == 0)
		return false;
	buf_str(&b, r->t.cell[r->theme]);
	buf_str(&b, "\t");
	buf_str(&b, r->t.cell[r->entry]);
	is = intern_find(&s->run[!r->side]->entry, b.s, b.len) == UINT32_MAX;
	buf_free(&b);
	return is;
}

static void
add_to(struct shares *s, const struct reading *r, uint32_t share, uint64_t n)
{
	uint32_t speech = fate_number(&s->fate, r->t.cell[r->part]);
	uint32_t known = s->at.n;
	uint32_t pair[2] = {share, speech};
	uint32_t id = intern_add(&s->at, (const char *)pair, sizeof(pair));

	if (id == known) {
		s->cell =
		    mem_grow(s->cell, &s->cap_cell, id + 1, sizeof(*s->cell));
		s->cell[id] =
		    (struct share_cell){.share = share, .speech = speech};
	}
	s->cell[id].n[r->side] += n;
	if (is_lone(s, r))
		s->cell[id].lone[r->side] += n;
}

/* Adds to what s->made asks for, if that was asked for. */
static void
add_made(struct shares *s, const struct reading *r, uint64_t n)
{
	uint32_t id = intern_find(&s->key, s->made.s, s->made.len);

	if (id != UINT32_MAX)
		add_to(s, r, id, n);
}

/* The row to the count that it belongs to; under: to all above it too. */
static void
add_row(struct shares *s, struct reading *r, uint32_t shape)
{
	const struct share_shape *h = &s->shapes[shape];
	const char *id = r->t.cell[r->part];
	const char *value = h->attr == NULL ? ""
	    : strcmp(h->attr, "id") == 0
	    ? id
	    : run_speech(s->run[r->side], id, h->attr);
	int col = r->freq >= 0 ? r->freq : tsv_has(&r->t, h->sum->column);
	size_t from;

	if (value == NULL || col < 0)
		return;
	begin_key(s, shape, value);
	from = s->made.len;
	for (size_t i = 0; i < h->sum->n_by; i++)
		put(&s->made, r->t.cell[tsv_column(&r->t, h->sum->base[i])]);
	add_made(s, r, tsv_u64(&r->t, (size_t)col));
	for (size_t k = s->made.len; h->sum->under && k-- > from;)
		if (s->made.s[k] == '/') {
			s->made.s[k] = SIGN;
			s->made.len = k + 1;
			add_made(s, r, tsv_u64(&r->t, (size_t)col));
		}
}

static bool
read_table(struct shares *s, const char *from, size_t side)
{
	char *path = run_table(s->run[side], from);
	struct reading r = {.side = side};

	if (path == NULL)
		return false;
	shelf_open(&r.t, path);
	r.part = (int)tsv_column(&r.t, "part");
	r.freq = tsv_has(&r.t, "freq");
	r.entry = tsv_has(&r.t, "entry");
	r.theme = tsv_has(&r.t, "theme");
	while (tsv_next(&r.t))
		for (uint32_t i = 0; i < s->shape.n; i++)
			if (strcmp(s->shapes[i].sum->from, from) == 0)
				add_row(s, &r, i);
	tsv_close(&r.t);
	free(path);
	return true;
}

/* Names the speeches that bring most. */
static void
add_top(struct share *h, const char *id, int64_t n)
{
	size_t i = h->n_top < SHARE_TOP ? h->n_top : SHARE_TOP;

	while (i > 0 && llabs(h->top[i - 1].n) < llabs(n)) {
		if (i < SHARE_TOP)
			h->top[i] = h->top[i - 1];
		i--;
	}
	if (i < SHARE_TOP)
		h->top[i] = (struct share_speech){id, n};
	if (h->n_top < SHARE_TOP)
		h->n_top++;
}

/* Has a speech that both have another value of the count's attribute? */
static bool
is_moved(const struct shares *s, const struct share_cell *c, const char *id)
{
	const char *attr =
	    s->shapes[strtoul(s->key.str[c->share].s, NULL, 10)].attr;
	const char *v[2];

	if (attr == NULL)
		return false;
	for (size_t side = 0; side < 2; side++)
		v[side] = run_speech(s->run[side], id, attr);
	return v[0] != NULL && v[1] != NULL && strcmp(v[0], v[1]) != 0;
}

static void
add_cell(struct shares *s, const struct share_cell *c)
{
	struct share *h = &s->share[c->share];
	static const enum share_kind of_fate[FATE_KINDS] = {
	    [FATE_ADDED] = SHARE_ADDED,
	    [FATE_REMOVED] = SHARE_REMOVED,
	    [FATE_CHANGED] = SHARE_CHANGED,
	    [FATE_SAME] = SHARE_OTHER};
	const char *id = s->fate.speech.str[c->speech].s;
	enum share_kind kind = of_fate[fate_of(&s->fate, c->speech)];
	int64_t lone = (int64_t)(c->lone[1] - c->lone[0]);
	int64_t n = (int64_t)(c->n[1] - c->n[0]);

	h->total[0] += c->n[0];
	h->total[1] += c->n[1];
	if (n == 0 && lone == 0)
		return;
	if (kind == SHARE_OTHER && is_moved(s, c, id))
		kind = SHARE_MOVED;
	if (kind == SHARE_OTHER && fate_has_same_words(&s->fate, c->speech))
		kind = SHARE_LATER;
	if (fate_is_in(&s->fate, 0, id) && fate_is_in(&s->fate, 1, id)) {
		h->by[SHARE_ENTRY] += lone;
		h->by[kind] -= lone;
	}
	h->by[kind] += n;
	if (n != 0) {
		h->n_speech++;
		add_top(h, id, n);
	}
}

void
share_count(struct shares *s)
{
	for (uint32_t i = 0; i < s->shape.n; i++) {
		const char *from = s->shapes[i].sum->from;
		bool first = true;
		char *path[2] = {
		    run_table(s->run[0], from), run_table(s->run[1], from)};

		for (uint32_t k = 0; k < i; k++)
			first &= strcmp(s->shapes[k].sum->from, from) != 0;
		for (size_t side = 0; first && side < 2; side++)
			if (path[0] != NULL && path[1] != NULL)
				(void)read_table(s, from, side);
		s->shapes[i].known = path[0] != NULL && path[1] != NULL;
		free(path[0]);
		free(path[1]);
	}
	for (uint32_t i = 0; i < s->key.n; i++)
		s->share[i].known =
		    s->shapes[strtoul(s->key.str[i].s, NULL, 10)].known;
	for (uint32_t i = 0; i < s->at.n; i++)
		add_cell(s, &s->cell[i]);
}

/* ---- told ---- */

void
share_put(
    const struct share *s, struct causes *c, const char *from, struct buf *to)
{
	static const char *const name[] = {"texts added", "texts removed",
	    "texts changed", "metadata", "dictionary entries", NULL, NULL};
	uint64_t texts =
	    cause_kind(c, CAUSE_TEXT) | cause_kind(c, CAUSE_METADATA);
	uint64_t other = cause_of_table(c, from) & ~texts;
	/* what does not reach the words, if there is such a thing */
	uint64_t later = other & ~cause_of_table(c, "words-id.tsv");
	bool first = true;

	buf_mem(to, "", 0);
	for (size_t k = 0; k < SHARE_KINDS; k++) {
		char n[32];

		if (s->by[k] == 0)
			continue;
		buf_str(to, first ? "" : ", ");
		first = false;
		if (name[k] != NULL)
			buf_str(to, name[k]);
		else if (k == SHARE_LATER && later != 0)
			cause_names(c, later, to);
		else if (other != 0)
			cause_names(c, other, to);
		else
			buf_str(to, "unknown");
		(void)snprintf(n, sizeof(n), " %+" PRId64, s->by[k]);
		buf_str(to, n);
	}
}
