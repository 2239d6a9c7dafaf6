/* The cells of a count table in order, their sums, and names and n that are
 * asked for. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "counts.h"
#include "lib/base/err.h"
#include "lib/base/sorter.h"

static void
number(struct counts_names *k)
{
	k->n = k->table.n;
	intern_rank(&k->table, &k->rank, &k->order);
}

/* ---- order ---- */

static int
by_key(const void *a, const void *b)
{
	const struct counts_cell *x = a;
	const struct counts_cell *y = b;

	if (x->slice != y->slice)
		return x->slice < y->slice ? -1 : 1;
	if (x->term != y->term)
		return x->term < y->term ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

static struct counts_cell
numbered(
    const struct counts *c, const struct counts_cell *x, const uint32_t *rank)
{
	return (struct counts_cell){
	    rank[x->slice], c->terms.rank[x->term], x->f, x->row};
}

static void
sort_held(struct counts *c, const uint32_t *rank)
{
	bool sorted = true;

	for (size_t i = 0; i < c->n_cell; i++) {
		c->cell[i] = numbered(c, &c->cell[i], rank);
		sorted = sorted &&
		    (i == 0 || by_key(&c->cell[i - 1], &c->cell[i]) < 0);
	}
	if (!sorted) /* so there are cells */
		qsort(c->cell, c->n_cell, sizeof(*c->cell), by_key);
}

/* The cells of c->raw, into the sorter; c->cell is the room they pass by. */
static void
sort_spilt(struct counts *c, const uint32_t *rank, struct sorter *s)
{
	size_t most = c->cap;

	spool_put(&c->raw, c->cell, c->n_cell * sizeof(*c->cell));
	for (uint64_t at = 0; at < c->raw.size;) {
		uint64_t left = (c->raw.size - at) / sizeof(*c->cell);
		size_t n = left < most ? (size_t)left : most;

		spool_get(&c->raw, at, c->cell, n * sizeof(*c->cell));
		at += n * sizeof(*c->cell);
		for (size_t i = 0; i < n; i++) {
			struct counts_cell x = numbered(c, &c->cell[i], rank);
			uint64_t *to = sorter_add(s);

			to[0] = (uint64_t)x.slice << 32 | x.term;
			to[1] = x.f;
			to[2] = x.row;
		}
	}
	spool_close(&c->raw);
	free(c->cell);
	c->cell = NULL;
	c->n_cell = 0;
	c->cap = 0;
	sorter_finish(s);
}

/* Renumbers everything by bytes and brings the cells in order: in c->cell, or
 * where they were spilt, in s. */
static void
sort_table(struct counts *c, struct sorter *s)
{
	uint32_t *rank;
	uint32_t *order;

	number(&c->parts);
	number(&c->sizes);
	number(&c->terms);
	intern_rank(&c->keys, &rank, &order);
	c->slice = mem_new(c->n_slice, sizeof(*c->slice));
	for (size_t i = 0; i < c->n_slice; i++) {
		struct counts_slice *x = &c->slice[i];

		*x = c->found[order[i]];
		x->part = c->parts.rank[x->part];
		x->size = c->sizes.rank[x->size];
	}
	if (c->spilt)
		sort_spilt(c, rank, s);
	else
		sort_held(c, rank);
	free(rank);
	free(order);
}

/* ---- sums ---- */

/* The cells one by one. */
struct feed {
	struct counts *c;
	struct sorter *s;
	struct counts_cell cell; /* the next one */
	bool any;                /* there is one */
	size_t n;                /* that came before it */
};

static void
take(struct feed *f)
{
	const uint64_t *r;

	f->any = false;
	if (f->c->spilt && (r = sorter_next(f->s)) != NULL) {
		f->cell = (struct counts_cell){
		    (uint32_t)(r[0] >> 32), (uint32_t)r[0], r[1], r[2]};
		spool_put(&f->c->cells, &f->cell, sizeof(f->cell));
		f->any = true;
	} else if (!f->c->spilt && f->n < f->c->n_cell) {
		f->cell = f->c->cell[f->n];
		f->any = true;
	}
}

static void
refuse_twice(const struct counts *c, const struct counts_cell *x)
{
	uint64_t line;
	const char *file = counts_where(c, x->row, &line);
	size_t len;

	die_data(file, line,
	    "'%s' is given twice for this part; "
	    "add tables up with merge first",
	    counts_name(&c->terms, x->term, &len));
}

/* Sets from, to and total of slice i, which has the next cells. */
static void
sum_slice(struct counts *c, size_t i, struct feed *f)
{
	struct counts_slice *s = &c->slice[i];
	/* those of stats -f counts are of different things, no parts of it */
	bool parts = s->margin && strcmp(c->header.s, "count") != 0;
	uint64_t sum = 0;
	uint64_t line;
	uint32_t last = UINT32_MAX;
	const char *file;

	s->from = f->n;
	for (; f->any && f->cell.slice == i; f->n++, take(f)) {
		if (f->cell.term == last)
			refuse_twice(c, &f->cell);
		last = f->cell.term;
		sum += f->cell.f;
		if (sum <= COUNTS_MAX && (!parts || sum <= s->total))
			continue;
		file = counts_where(c, parts ? s->row : f->cell.row, &line);
		if (parts)
			die_data(file, line,
			    "the rows of this part hold more than its "
			    "margin row says");
		die_data(file, line, "a total over 2^53");
	}
	s->to = f->n;
	if (!s->margin)
		s->total = sum;
	if (c->has_margin && !s->margin) {
		file = counts_where(c, s->row, &line);
		die_data(file, line,
		    "no margin row for this part, though others have one");
	}
}

static void
sum_table(struct counts *c, struct sorter *sorted)
{
	uint64_t *total = mem_new(c->sizes.n, sizeof(*total));
	struct feed f = {.c = c, .s = sorted};
	uint64_t line;
	const char *file;

	take(&f);
	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *s = &c->slice[i];

		sum_slice(c, i, &f);
		total[s->size] += s->total;
		if (total[s->size] > COUNTS_MAX) {
			file = counts_where(c, s->row, &line);
			die_data(file, line, "a total over 2^53");
		}
	}
	free(total);
}

void
counts_order(struct counts *c)
{
	struct sorter s = {0};

	if (c->spilt)
		sorter_open(&s, 3, 1, c->memory / 4);
	sort_table(c, &s);
	sum_table(c, &s);
	if (c->spilt)
		sorter_close(&s);
}

const struct counts_cell *
counts_cells(struct counts *c, size_t slice)
{
	const struct counts_slice *s = &c->slice[slice];
	size_t n = s->to - s->from;

	if (!c->spilt) /* a table without rows has no cells */
		return n > 0 ? c->cell + s->from : c->cell;
	c->cell = mem_grow(c->cell, &c->cap, n, sizeof(*c->cell));
	spool_get(&c->cells, s->from * sizeof(*c->cell), c->cell,
	    n * sizeof(*c->cell));
	return c->cell;
}

/* ---- names ---- */

const char *
counts_where(const struct counts *c, uint64_t row, uint64_t *line)
{
	int i = 0;

	while (i + 1 < c->n_files && row > c->ends[i])
		i++;
	*line = row - (i > 0 ? c->ends[i - 1] : 0) + 1;
	return c->files == NULL || strcmp(c->files[i], "-") == 0 ? "<stdin>"
								 : c->files[i];
}

void
counts_need_part(const struct counts *c)
{
	uint64_t line;

	if (!c->has_part)
		die_data(counts_where(c, 1, &line), 1,
		    "no column 'part': count by an attribute (-b) first");
}

void
counts_note_sums(const struct counts *c)
{
	if (c->n_slice > 0 && !c->has_margin)
		note("no margin rows: the table is taken as whole, its totals "
		     "are the sums of its rows");
}

uint32_t
counts_among(const struct intern *names, const char *s)
{
	struct buf b = {0};
	uint32_t id;

	counts_escape(&b, s, strlen(s));
	id = intern_find(names, b.s, b.len);
	buf_free(&b);
	return id;
}

uint32_t
counts_find(const struct counts_names *k, const char *s)
{
	uint32_t id = counts_among(&k->table, s);

	return id == UINT32_MAX ? id : k->rank[id];
}

/* ---- one n ---- */

uint32_t
counts_choose_size(const struct counts *c, const char *n)
{
	uint64_t line;
	uint32_t k;

	if (n == NULL)
		return COUNTS_SIZES_ALL;
	if (!c->has_size)
		die_data(counts_where(c, 1, &line), 1,
		    "no column 'n', so -n makes no sense");
	if ((k = counts_find(&c->sizes, n)) != UINT32_MAX)
		return k;
	note("no row has n %s", n);
	return COUNTS_SIZES_NONE;
}

void
counts_note_size(const struct counts *c, uint32_t size, const char *fmt, ...)
{
	char text[2048];
	size_t len;
	const char *name = counts_name(&c->sizes, size, &len);
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), err_said(fmt), ap);
	va_end(ap);
	if (c->has_size)
		note("n %s: %s", name, text);
	else
		note("%s", text);
}
