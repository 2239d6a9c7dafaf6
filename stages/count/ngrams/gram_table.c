#include "gram_table.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/base/sorter.h"

void
gram_table_open(struct gram_table *t, struct out *o, const struct intern *words)
{
	rows_open(&t->rows, o, words, t->ranks->word_order);
	out_str(o, t->has_part ? "part\tn\tngram\tfreq\n" : "n\tngram\tfreq\n");
}

/* by_freq: writes the rows kept. */
static void
put_kept(struct gram_table *t)
{
	uint64_t *a = mem_new(t->n, 2 * sizeof(*a));
	uint64_t *b = mem_new(t->n, 2 * sizeof(*b));
	uint64_t *r;

	for (size_t i = 0; i < t->n; i++) {
		a[2 * i] = ~t->freq[i];
		a[2 * i + 1] = i;
	}
	r = radix_sort(a, b, t->n, 2);
	for (size_t i = 0; i < t->n; i++)
		rows_put(&t->rows, t->word + r[2 * i + 1] * t->size, t->size,
		    ~r[2 * i]);
	free(a);
	free(b);
	t->n = 0;
	t->n_word = 0;
}

static void
keep(struct gram_table *t, const struct gram_row *row)
{
	t->word = mem_grow(
	    t->word, &t->cap_word, t->n_word + row->n, sizeof(*t->word));
	memcpy(t->word + t->n_word, row->word, row->n * sizeof(*t->word));
	t->n_word += row->n;
	t->freq = mem_grow(t->freq, &t->cap, t->n + 1, sizeof(*t->freq));
	t->freq[t->n++] = row->freq;
}

/* The sum of a part and size comes before its rows. */
static void
begin(struct gram_table *t, const struct gram_row *row)
{
	struct buf *head = &t->rows.head;
	char digit[] = {(char)('0' + row->n), '\t', '\0'};
	size_t len;
	const char *s;

	if (t->n > 0)
		put_kept(t);
	t->size = row->n;
	rows_head(&t->rows);
	if (t->has_part) {
		s = intern_s(t->parts, t->ranks->part_order[row->part], &len);
		buf_mem(head, s, len);
		buf_str(head, "\t");
	}
	buf_str(head, digit);
	rows_head_done(&t->rows, row->n);
	rows_margin(&t->rows, row->freq);
}

static bool
holds(const struct gram_row *row, uint32_t word)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->word[i] == word)
			return true;
	return false;
}

void
gram_table_row(void *arg, const struct gram_row *row)
{
	struct gram_table *t = arg;

	if (row->word == NULL)
		begin(t, row);
	else if (row->freq < t->min || holds(row, t->other))
		return;
	else if (t->by_freq)
		keep(t, row);
	else
		rows_put(&t->rows, row->word, row->n, row->freq);
}

void
gram_table_close(struct gram_table *t)
{
	if (t->n > 0)
		put_kept(t);
	rows_free(&t->rows);
	free(t->word);
	free(t->freq);
}
