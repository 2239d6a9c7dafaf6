#include "specific.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/tsv.h"
#include "lib/table/types.h"

/* The parts of a table of keyness: its target and its reference. */
static const char *const sides[] = {"1", "2"};

/* Where a row has what. */
struct columns {
	int part; /* -1: a table of keyness */
	size_t term;
	size_t s;
	size_t q;
	int size; /* n, or -1 */
};

/* The term is what stands before the figures and is not part or n. */
static void
find_term(struct tsv *t, struct columns *c, const char *first)
{
	size_t f = tsv_column(t, first);

	while ((int)c->term == c->part || (int)c->term == c->size)
		c->term++;
	if (c->term >= f)
		die_data(
		    t->in.name, 1, "no column of terms before '%s'", first);
}

/* The test of keyness has the name of its kind. */
static void
find_keyness(struct tsv *t, struct columns *c)
{
	static const char *const tests[] = {
	    "G2", "G2_2cells", "chi2", "chi2_yates"};
	int s = -1;

	for (size_t i = 0; i < sizeof(tests) / sizeof(*tests) && s < 0; i++)
		s = tsv_has(t, tests[i]);
	c->s = s >= 0 ? (size_t)s : tsv_column(t, tests[0]);
	if (tsv_has(t, "q_perm") < 0)
		die_data(t->in.name, 1,
		    "no column 'q_perm': keyness asks the speeches with -P");
	c->q = tsv_column(t, "q_perm");
	find_term(t, c, "f1");
}

static struct columns
find_columns(struct tsv *t)
{
	struct columns c = {
	    .part = tsv_has(t, "part"), .size = tsv_has(t, "n")};
	int q = tsv_has(t, "q_speech");

	if (c.part < 0 && tsv_has(t, "f1") >= 0) {
		find_keyness(t, &c);
		return c;
	}
	c.part = (int)tsv_column(t, "part");
	c.s = tsv_column(t, "S");
	if (q < 0)
		die_data(t->in.name, 1,
		    "no column 'q_speech': specificities asks the speeches "
		    "with -b, -d and -u");
	c.q = (size_t)q;
	find_term(t, &c, "f");
	return c;
}

static void
add_word(struct specific *k, uint32_t part, uint32_t term, double s)
{
	k->word = mem_grow(k->word, &k->cap, k->n + 1, sizeof(*k->word));
	k->word[k->n++] =
	    (struct specific_word){.part = part, .term = term, .s = s};
}

static void
add_row(struct specific *k, const struct tsv *t, const struct columns *c,
    double most)
{
	double q = tsv_real(t, c->q);
	double s = tsv_real(t, c->s);
	uint32_t term;

	if (!(q <= most) || isnan(s) ||
	    intern_find(&k->listed, t->cell[c->term], t->size[c->term]) !=
		UINT32_MAX)
		return;
	if (c->size >= 0 && strcmp(t->cell[c->size], "1") != 0)
		return;
	term = intern_add(&k->terms, t->cell[c->term], t->size[c->term]);
	if (c->part >= 0)
		add_word(k,
		    intern_add(&k->parts, t->cell[c->part], t->size[c->part]),
		    term, s);
	for (size_t i = 0; c->part < 0 && i < 2; i++)
		add_word(k, intern_add(&k->parts, sides[i], 1), term,
		    i == 0 ? s : -s);
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
