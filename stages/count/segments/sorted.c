/* Both tables of segments with their rows sorted in files. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/base/sorter.h"
#include "table.h"

/* ---- the list ---- */

/* Falling length and frequency, then the place in order. */
static void
add_row(struct sorter *s, const struct repeat_node *v, uint32_t len)
{
	uint32_t at = 0;
	uint32_t parent = repeat_parent(v, len, &at);
	uint64_t *to = sorter_add(s);

	to[0] = (uint64_t)~len << 32 | (uint32_t)~v->size;
	to[1] = (uint64_t)v->lb << 32 | v->parts;
	to[2] = (uint64_t)v->at << 32 | at;
	to[3] = parent;
}

void
list_far(struct repeat *r, struct segment_text *t, const struct choice *c,
    struct out *o)
{
	struct writer w = {.t = t, .o = o};
	struct sorter s;
	const uint64_t *x;

	sorter_open(&s, 4, 2, r->text.room);
	for (uint32_t i = 0; i < r->n; i++) {
		struct repeat_node v = repeat_node(r, i, c->all);
		uint32_t lo;
		uint32_t hi;

		segment_lengths(c, &v, &lo, &hi);
		for (uint32_t len = lo; len <= hi; len++)
			add_row(&s, &v, len);
	}
	sorter_finish(&s);
	rows_open(&w.rows, o, &t->words, t->order);
	segment_put_head(&w);
	while ((x = sorter_next(&s)) != NULL)
		segment_put(&w,
		    &(struct segment_row){.at = (uint32_t)(x[2] >> 32),
			.len = ~(uint32_t)(x[0] >> 32),
			.size = ~(uint32_t)x[0],
			.parts = (uint32_t)x[1],
			.parent = (uint32_t)x[3],
			.parent_at = (uint32_t)x[2]});
	rows_free(&w.rows);
	sorter_close(&s);
}

/* ---- the count table ---- */

enum {
	BLOCK = 16 * 1024 /* numbers of the text taken together */
};

/* Runs of one length, and the sums of them and all longer ones. */
struct run {
	uint64_t len;
	uint64_t n;
	uint64_t words; /* and one more a run */
};

struct table {
	struct repeat *r;
	struct segment_text *t;
	uint32_t *rank; /* of parts, by their bytes */
	uint32_t *order;
	bool *has;   /* by length: there is a row */
	size_t most; /* of lengths */
	size_t cap;
	uint64_t *size; /* those lengths in the order of their digits */
	size_t n_size;
	struct sorter cells;
	struct sorter runs; /* rank of the part << 32 | words of a run */
	struct run *run;    /* of the part under way, by rising length */
	size_t n_run;
	size_t cap_run;
	uint32_t *word;
	size_t cap_word;
};

/* Numbers that are in the order of the digits of a length (10 before 2). */
static uint64_t
digits_key(uint32_t len)
{
	uint64_t v = len;
	uint64_t n = 10;

	for (; v < UINT64_C(1000000000); n--)
		v *= 10;
	return v << 4 | n;
}

static uint32_t
digits_len(uint64_t key)
{
	uint64_t v = key >> 4;

	for (uint64_t n = key & 15; n < 10; n++)
		v /= 10;
	return (uint32_t)v;
}

static void
see_lengths(struct table *x, uint32_t lo, uint32_t hi)
{
	x->has = mem_grow(x->has, &x->cap, (size_t)hi + 1, sizeof(*x->has));
	while (x->most <= hi)
		x->has[x->most++] = false;
	for (uint32_t len = lo; len <= hi; len++)
		x->has[len] = true;
}

/* The rows of a node in a part. */
static void
add_cells(struct table *x, const struct repeat_node *v, uint32_t part,
    const uint32_t *bounds, uint32_t freq)
{
	for (uint32_t len = bounds[0]; len <= bounds[1]; len++) {
		uint64_t *to = sorter_add(&x->cells);

		to[0] = x->rank[part];
		to[1] = digits_key(len);
		to[2] = (uint64_t)v->lb << 32 | freq;
		to[3] = (uint64_t)v->at << 32 | len;
	}
}

static void
sort_cells(struct table *x, const struct choice *c)
{
	uint32_t n_part = x->t->text.n_part;
	uint32_t *freq = mem_new(n_part, sizeof(*freq));
	uint32_t *seen = mem_new(n_part, sizeof(*seen));

	sorter_open(&x->cells, 4, 3, x->r->text.room / 2);
	for (uint32_t i = 0; i < x->r->n; i++) {
		struct repeat_node v = repeat_node(x->r, i, false);
		uint32_t bounds[2];
		size_t n = 0;

		segment_lengths(c, &v, &bounds[0], &bounds[1]);
		if (bounds[0] > bounds[1])
			continue;
		see_lengths(x, bounds[0], bounds[1]);
		for (uint32_t k = v.lb; k < v.lb + v.size; k++) {
			uint32_t part = repeat_part(x->r, k);

			if (freq[part]++ == 0)
				seen[n++] = part;
		}
		for (size_t k = 0; k < n; k++) {
			add_cells(x, &v, seen[k], bounds, freq[seen[k]]);
			freq[seen[k]] = 0;
		}
	}
	sorter_finish(&x->cells);
	free(freq);
	free(seen);
}

static int
by_key(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a;
	uint64_t y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static void
list_sizes(struct table *x)
{
	x->size = mem_new(x->most, sizeof(*x->size));
	for (uint32_t len = 0; len < x->most; len++)
		if (x->has[len])
			x->size[x->n_size++] = digits_key(len);
	if (x->n_size > 0)
		qsort(x->size, x->n_size, sizeof(*x->size), by_key);
}

/* ---- margins ---- */

/* The part of a number; those asked for rise. */
static uint32_t
part_at(const struct segment_text *t, uint64_t at, size_t *span)
{
	if (t->part_of != NULL)
		return t->part_of[at];
	while (*span + 1 < t->far.n_span && t->far.span[*span + 1].from <= at)
		++*span;
	return t->far.span[*span].part;
}

static void
sort_runs(struct table *x)
{
	const struct repeat_text *t = &x->t->text;
	uint32_t part = 0;
	uint32_t len = 0;
	size_t span = 0;

	sorter_open(&x->runs, 1, 1, x->r->text.room / 4);
	for (uint64_t at = 0; at < t->n;) {
		size_t n = t->n - at < BLOCK ? (size_t)(t->n - at) : BLOCK;
		const uint32_t *s = text_at(x->t, at, n);

		for (size_t i = 0; i < n; i++, at++) {
			if (s[i] < REPEAT_STOP && len > 0)
				*sorter_add(&x->runs) =
				    (uint64_t)x->rank[part] << 32 | len;
			len = s[i] < REPEAT_STOP ? 0 : len + 1;
			part = part_at(x->t, at, &span);
		}
	}
	sorter_finish(&x->runs);
}

/* The runs of a part, of which *r is the first; then it is that of another. */
static void
take_runs(struct table *x, uint32_t rank, const uint64_t **r)
{
	x->n_run = 0;
	for (; *r != NULL && **r >> 32 == rank; *r = sorter_next(&x->runs)) {
		uint64_t len = (uint32_t) * *r;

		if (x->n_run == 0 || x->run[x->n_run - 1].len != len) {
			x->run = mem_grow(
			    x->run, &x->cap_run, x->n_run + 1, sizeof(*x->run));
			x->run[x->n_run++] = (struct run){.len = len};
		}
		x->run[x->n_run - 1].n++;
		x->run[x->n_run - 1].words += len + 1;
	}
	for (size_t i = x->n_run; i-- > 1;) {
		x->run[i - 1].n += x->run[i].n;
		x->run[i - 1].words += x->run[i].words;
	}
}

/* A run of so many words has len - n + 1 n-grams of size n <= len. */
static uint64_t
grams(const struct table *x, uint32_t n)
{
	size_t lo = 0;
	size_t hi = x->n_run;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (x->run[mid].len < n)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo == x->n_run ? 0 : x->run[lo].words - x->run[lo].n * n;
}

/* ---- writing ---- */

static void
put_head(struct rows *rows, const struct buf *part, uint32_t len)
{
	rows_head(rows);
	buf_mem(&rows->head, part->s, part->len);
	buf_str(&rows->head, "\t");
	buf_u64(&rows->head, len);
	buf_str(&rows->head, "\t");
	rows_head_done(rows, len);
}

static void
put_cell(struct table *x, struct rows *rows, const uint64_t *r)
{
	uint32_t len = (uint32_t)r[3];
	const uint32_t *s = text_at(x->t, r[3] >> 32, len);

	x->word = mem_grow(x->word, &x->cap_word, len, sizeof(*x->word));
	for (uint32_t i = 0; i < len; i++)
		x->word[i] = s[i] - REPEAT_STOP;
	rows_put(rows, x->word, len, (uint32_t)r[2]);
}

/* The rows of a part, of which *r is the next one. */
static void
put_part(struct table *x, struct rows *rows, uint32_t rank, const uint64_t **r)
{
	struct buf name = {0};
	size_t len;
	const char *s = intern_s(&x->t->t.part.names, x->order[rank], &len);

	rows_cell(&name, s, len);
	for (size_t k = 0; k < x->n_size; k++) {
		uint32_t n = digits_len(x->size[k]);
		uint64_t total = grams(x, n);

		if (total == 0)
			continue;
		put_head(rows, &name, n);
		rows_margin(rows, total);
		for (; *r != NULL && (*r)[0] == rank && (*r)[1] == x->size[k];
		     *r = sorter_next(&x->cells))
			put_cell(x, rows, *r);
	}
	buf_free(&name);
}

void
counts_far(struct repeat *r, struct segment_text *t, const struct choice *c,
    struct out *o)
{
	struct table x = {.r = r, .t = t};
	struct rows rows;
	const uint64_t *cell;
	const uint64_t *run;

	intern_rank(&t->t.part.names, &x.rank, &x.order);
	sort_cells(&x, c);
	list_sizes(&x);
	sort_runs(&x);
	rows_open(&rows, o, &t->words, t->order);
	out_str(o, "part\tn\tngram\tfreq\n");
	cell = sorter_next(&x.cells);
	run = sorter_next(&x.runs);
	for (uint32_t k = 0; k < t->t.part.names.n; k++) {
		take_runs(&x, k, &run);
		put_part(&x, &rows, k, &cell);
	}
	rows_free(&rows);
	sorter_close(&x.cells);
	sorter_close(&x.runs);
	free(x.rank);
	free(x.order);
	free(x.has);
	free(x.size);
	free(x.run);
	free(x.word);
}
