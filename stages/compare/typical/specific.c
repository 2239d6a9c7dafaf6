#include "specific.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/tsv.h"
#include "lib/table/types.h"

/* Where a row has what. */
struct columns {
	size_t part;
	size_t term;
	size_t s;
	size_t q;
	int size; /* n, or -1 */
};

/* The term is what stands there beside part, n and the figures. */
static struct columns
find_columns(struct tsv *t)
{
	struct columns c = {.part = tsv_column(t, "part"),
	    .s = tsv_column(t, "S"),
	    .size = tsv_has(t, "n")};
	int q = tsv_has(t, "q_speech");
	size_t f = tsv_column(t, "f");

	if (q < 0)
		die_data(t->in.name, 1,
		    "no column 'q_speech': specificities asks the speeches "
		    "with -b, -d and -u");
	c.q = (size_t)q;
	while (c.term == c.part || (int)c.term == c.size)
		c.term++;
	if (c.term >= f)
		die_data(
		    t->in.name, 1, "no column of terms between 'part' and 'f'");
	return c;
}

static void
add_row(struct specific *k, const struct tsv *t, const struct columns *c,
    double most)
{
	double q = tsv_real(t, c->q);
	double s = tsv_real(t, c->s);

	if (!(q <= most) || isnan(s) ||
	    intern_find(&k->listed, t->cell[c->term], t->size[c->term]) !=
		UINT32_MAX)
		return;
	if (c->size >= 0 && strcmp(t->cell[c->size], "1") != 0)
		return;
	k->word = mem_grow(k->word, &k->cap, k->n + 1, sizeof(*k->word));
	k->word[k->n++] = (struct specific_word){
	    .part = intern_add(&k->parts, t->cell[c->part], t->size[c->part]),
	    .term = intern_add(&k->terms, t->cell[c->term], t->size[c->term]),
	    .s = s};
}

static int
by_term(const void *a, const void *b)
{
	const struct specific_word *x = a;
	const struct specific_word *y = b;

	if (x->term != y->term)
		return x->term < y->term ? -1 : 1;
	return (x->part > y->part) - (x->part < y->part);
}

static void
refuse_twice(const struct specific *k, const char *name)
{
	for (size_t i = 1; i < k->n; i++) {
		size_t len;

		if (by_term(&k->word[i - 1], &k->word[i]) != 0)
			continue;
		die_data(name, 0, "'%s' of the part '%s' is there twice",
		    intern_s(&k->terms, k->word[i].term, &len),
		    intern_s(&k->parts, k->word[i].part, &len));
	}
}

void
specific_read(
    struct specific *k, const char *path, double most, const char *listed)
{
	struct tsv t;
	struct columns c;
	size_t at = 0;

	*k = (struct specific){0};
	intern_open(&k->parts);
	intern_open(&k->terms);
	intern_open(&k->listed);
	if (listed != NULL)
		types_listed(&k->listed, listed);
	tsv_open(&t, path);
	c = find_columns(&t);
	while (tsv_next(&t))
		add_row(k, &t, &c, most);
	if (k->n > 1)
		qsort(k->word, k->n, sizeof(*k->word), by_term);
	refuse_twice(k, t.in.name);
	tsv_close(&t);
	k->from = mem_new((size_t)k->terms.n + 1, sizeof(*k->from));
	for (uint32_t term = 0; term <= k->terms.n; term++) {
		while (at < k->n && k->word[at].term < term)
			at++;
		k->from[term] = at;
	}
}

void
specific_free(struct specific *k)
{
	intern_free(&k->parts);
	intern_free(&k->terms);
	intern_free(&k->listed);
	free(k->word);
	free(k->from);
}

struct specific_word *
specific_find(struct specific *k, uint32_t part, uint32_t term)
{
	size_t from = k->from[term];
	size_t to = k->from[term + 1];

	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (k->word[mid].part < part)
			from = mid + 1;
		else
			to = mid;
	}
	if (from == k->from[term + 1] || k->word[from].part != part)
		return NULL;
	return &k->word[from];
}
