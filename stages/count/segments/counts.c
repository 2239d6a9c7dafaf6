/* The count table of segments by part. */
#include <stdlib.h>
#include <string.h>

#include "count/common/rows.h"
#include "lib/base/mem.h"
#include "table.h"

/* The lengths that the table has, in the order of their bytes (10 before 2). */
struct sizes {
	uint32_t *len;
	size_t n;
	uint32_t *of; /* by length: its place in len[] */
};

/* A segment, in the order of the table within a part. */
struct row {
	uint32_t size; /* place of its length */
	uint32_t len;
	uint32_t lb;
	uint32_t n; /* occurrences */
};

/* A row in one part. */
struct cell {
	uint32_t row;
	uint32_t freq;
};

struct table {
	const struct repeat *r;
	const struct segment_text *t;
	struct sizes sizes;
	struct row *row;
	size_t n;
	struct cell *cell; /* by rank of the part, then row */
	size_t *first;     /* by rank of the part; one more at the end */
	uint32_t *rank;    /* of parts, by their bytes */
	uint32_t *order;
	uint64_t *grams; /* by rank of the part and size */
};

/* ---- sizes and rows ---- */

static int
by_digits(const void *a, const void *b)
{
	char x[12];
	char y[12];

	*rows_digits(x, *(const uint32_t *)a) = '\0';
	*rows_digits(y, *(const uint32_t *)b) = '\0';
	return strcmp(x, y);
}

static int
by_size(const void *a, const void *b)
{
	const struct row *x = a;
	const struct row *y = b;

	if (x->size != y->size)
		return x->size < y->size ? -1 : 1;
	return (x->lb > y->lb) - (x->lb < y->lb);
}

static void
list_rows(struct table *t, const struct choice *c)
{
	uint32_t longest = 0;
	size_t cap = 0;

	for (size_t i = 0; i < t->r->n; i++) {
		const struct repeat_node *v = &t->r->node[i];
		uint32_t lo;
		uint32_t hi;

		segment_lengths(c, v, &lo, &hi);
		for (uint32_t len = lo; len <= hi; len++) {
			t->row =
			    mem_grow(t->row, &cap, t->n + 1, sizeof(*t->row));
			t->row[t->n++] = (struct row){0, len, v->lb, v->size};
		}
		if (lo <= hi && hi > longest)
			longest = hi;
	}
	t->sizes.of = mem_new((size_t)longest + 1, sizeof(*t->sizes.of));
	t->sizes.len = mem_new((size_t)longest + 1, sizeof(*t->sizes.len));
	for (size_t i = 0; i < t->n; i++)
		t->sizes.of[t->row[i].len] = 1;
	for (uint32_t len = 0; len <= longest; len++)
		if (t->sizes.of[len] != 0)
			t->sizes.len[t->sizes.n++] = len;
	qsort(t->sizes.len, t->sizes.n, sizeof(*t->sizes.len), by_digits);
	for (size_t k = 0; k < t->sizes.n; k++)
		t->sizes.of[t->sizes.len[k]] = (uint32_t)k;
	for (size_t i = 0; i < t->n; i++)
		t->row[i].size = t->sizes.of[t->row[i].len];
	if (t->n > 0)
		qsort(t->row, t->n, sizeof(*t->row), by_size);
}

/* ---- cells ---- */

/* freq of a row by part; the parts it is in go to seen[]. */
static size_t
count_row(
    const struct table *t, const struct row *x, uint32_t *freq, uint32_t *seen)
{
	size_t n_seen = 0;

	for (uint32_t k = x->lb; k < x->lb + x->n; k++) {
		uint32_t part = t->t->text.part[t->r->sa[k]];

		if (freq[part]++ == 0)
			seen[n_seen++] = part;
	}
	return n_seen;
}

/* All rows twice: how many cells each part has, then the cells. */
static void
fill_cells(struct table *t)
{
	uint32_t n_part = t->t->text.n_part;
	uint32_t *freq = mem_new(n_part, sizeof(*freq));
	uint32_t *seen = mem_new(n_part, sizeof(*seen));
	size_t *at = mem_new(n_part, sizeof(*at));

	t->first = mem_new((size_t)n_part + 1, sizeof(*t->first));
	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; i < t->n; i++) {
			size_t n = count_row(t, &t->row[i], freq, seen);

			for (size_t k = 0; k < n; k++) {
				uint32_t to = t->rank[seen[k]];

				if (pass == 0)
					t->first[to + 1]++;
				else
					t->cell[at[to]++] =
					    (struct cell){i, freq[seen[k]]};
				freq[seen[k]] = 0;
			}
		}
		if (pass == 1)
			break;
		for (uint32_t k = 0; k < n_part; k++) {
			t->first[k + 1] += t->first[k];
			at[k] = t->first[k];
		}
		t->cell = mem_new(t->first[n_part], sizeof(*t->cell));
	}
	free(freq);
	free(seen);
	free(at);
}

/* ---- margins ---- */

/* A run of so many words has len - n + 1 n-grams of size n <= len. */
static void
count_grams(struct table *t)
{
	const struct repeat_text *x = &t->t->text;
	uint32_t len = 0;

	t->grams = mem_new((size_t)x->n_part * t->sizes.n, sizeof(*t->grams));
	for (size_t i = 0; i < x->n; i++) {
		uint64_t *to;

		if (x->s[i] >= REPEAT_STOP) {
			len++;
			continue;
		}
		if (len > 0) {
			to = t->grams +
			    (size_t)t->rank[x->part[i - 1]] * t->sizes.n;
			for (size_t k = 0; k < t->sizes.n; k++)
				if (t->sizes.len[k] <= len)
					to[k] += len - t->sizes.len[k] + 1;
		}
		len = 0;
	}
}

/* ---- writing ---- */

static void
put_part(const struct table *t, struct rows *rows, uint32_t rank)
{
	const struct cell *c = t->cell + t->first[rank];
	const struct cell *end = t->cell + t->first[rank + 1];
	struct buf name = {0};
	uint32_t *word = mem_new(1, sizeof(*word));
	size_t cap = 1;
	size_t len;
	const char *s = intern_s(&t->t->t.part.names, t->order[rank], &len);

	rows_cell(&name, s, len);
	for (size_t k = 0; k < t->sizes.n; k++) {
		uint64_t total = t->grams[(size_t)rank * t->sizes.n + k];
		uint32_t n = t->sizes.len[k];
		char digits[12];

		if (total == 0)
			continue;
		*rows_digits(digits, n) = '\0';
		rows_head(rows);
		buf_mem(&rows->head, name.s, name.len);
		buf_str(&rows->head, "\t");
		buf_str(&rows->head, digits);
		buf_str(&rows->head, "\t");
		rows_head_done(rows, n);
		rows_margin(rows, total);
		word = mem_grow(word, &cap, n, sizeof(*word));
		for (; c < end && t->row[c->row].size == k; c++) {
			const uint32_t *from =
			    t->t->text.s + t->r->sa[t->row[c->row].lb];

			for (uint32_t i = 0; i < n; i++)
				word[i] = from[i] - REPEAT_STOP;
			rows_put(rows, word, n, c->freq);
		}
	}
	free(word);
	buf_free(&name);
}

void
segment_counts(struct repeat *r, struct segment_text *t, const struct choice *c,
    struct out *o)
{
	struct table x = {.r = r, .t = t};
	struct rows rows;

	intern_rank(&t->t.part.names, &x.rank, &x.order);
	list_rows(&x, c);
	fill_cells(&x);
	count_grams(&x);
	rows_open(&rows, o, &t->words, t->order);
	out_str(o, "part\tn\tngram\tfreq\n");
	for (uint32_t k = 0; k < t->t.part.names.n; k++)
		put_part(&x, &rows, k);
	rows_free(&rows);
	free(x.sizes.len);
	free(x.sizes.of);
	free(x.row);
	free(x.cell);
	free(x.first);
	free(x.rank);
	free(x.order);
	free(x.grams);
}
