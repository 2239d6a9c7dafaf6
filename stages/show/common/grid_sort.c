#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "grid.h"
#include "lib/table/intern.h"
#include "lib/text/figure.h"
#include "lib/text/slug.h"

/* A row with what it is sorted by: a figure, or a word. */
struct item {
	size_t row;
	double figure; /* NAN: there is none, and a word */
	char *text;    /* NULL: there is none */
};

struct key {
	const struct grid *g;
	size_t k;
	bool falling;
	bool figures;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Two numbers of any length by their value; behind them. */
static int
number_order(const char **a, const char **b)
{
	size_t n;
	size_t m;
	int c;

	*a += strspn(*a, "0");
	*b += strspn(*b, "0");
	n = strspn(*a, "0123456789");
	m = strspn(*b, "0123456789");
	c = n != m ? (n > m) - (n < m) : memcmp(*a, *b, n);
	*a += n;
	*b += m;
	return c;
}

int
grid_text_order(const char *a, const char *b)
{
	int c = 0;

	while (c == 0 && (*a != '\0' || *b != '\0')) {
		if (is_digit(*a) && is_digit(*b)) {
			c = number_order(&a, &b);
		} else {
			c = (unsigned char)*a - (unsigned char)*b;
			a++;
			b++;
		}
	}
	return c;
}

static int
compare_items(const struct key *key, const struct item *a, const struct item *b)
{
	bool no_a = key->figures ? isnan(a->figure) : a->text == NULL;
	bool no_b = key->figures ? isnan(b->figure) : b->text == NULL;
	int c;

	if (no_a || no_b)
		return no_a - no_b; /* last, either way */
	if (key->figures) {
		c = (a->figure > b->figure) - (a->figure < b->figure);
	} else {
		c = grid_text_order(a->text, b->text);
		c = c != 0 ? c
			   : strcmp(grid_cell(key->g, a->row, key->k),
				 grid_cell(key->g, b->row, key->k));
	}
	return key->falling ? -c : c;
}

static void
merge_items(const struct key *key, struct item *tmp, struct item *a, size_t len)
{
	size_t half = len / 2;
	size_t i = 0;
	size_t k = half;

	if (len < 2)
		return;
	merge_items(key, tmp, a, half);
	merge_items(key, tmp, a + half, len - half);
	for (size_t m = 0; m < len; m++)
		tmp[m] = k == len ||
			(i < half && compare_items(key, &a[i], &a[k]) <= 0)
		    ? a[i++]
		    : a[k++];
	memcpy(a, tmp, len * sizeof(*a));
}

/* Are the cells of these rows all figures, as grid_is_figures() has it? */
static bool
are_figures(const struct grid *g, const struct item *x, size_t n, size_t col)
{
	for (size_t i = 0; i < n; i++) {
		const char *s = grid_cell(g, x[i].row, col);

		if (!grid_is_none(s) && !figure_is(s))
			return false;
	}
	return true;
}

/* Words as a dictionary has them, whatever the locale: small letters without
 * accents. */
static void
take_key(const struct key *key, struct item *x)
{
	const char *s = grid_cell(key->g, x->row, key->k);
	struct buf b = {0};

	x->figure = (double)NAN;
	x->text = NULL;
	if (grid_is_none(s))
		return;
	if (key->figures) {
		(void)figure_read(s, &x->figure);
		return;
	}
	buf_mem(&b, "", 0);
	slug_fold(&b, s, strlen(s));
	x->text = b.s;
}

/* Rows being put in order by keys, of which the first so many are wanted. */
struct order {
	struct item *x; /* all rows */
	size_t n;
	struct item *tmp;
	struct key *key;
	size_t n_key;
	size_t n_ready; /* keys of which it is known whether they are figures */
	size_t wanted;
};

static const struct key *
key_of(struct order *o, size_t m)
{
	struct key *key = &o->key[m];

	if (m == o->n_ready) {
		key->figures = are_figures(key->g, o->x, o->n, key->k);
		o->n_ready++;
	}
	return key;
}

/* Orders a run of rows that the keys before m do not tell apart. */
static void
sort_run(struct order *o, size_t from, size_t to, size_t m)
{
	const struct key *key = key_of(o, m);
	size_t next;

	for (size_t i = from; i < to; i++)
		take_key(key, &o->x[i]);
	merge_items(key, o->tmp, o->x + from, to - from);
	for (size_t i = from; i < to; i = next) {
		next = i + 1;
		while (
		    next < to && compare_items(key, &o->x[i], &o->x[next]) == 0)
			next++;
		for (size_t k = i; k < next; k++)
			free(o->x[k].text);
		if (next - i > 1 && m + 1 < o->n_key && i < o->wanted)
			sort_run(o, i, next, m + 1);
	}
}

void
grid_sort(const struct grid *g, size_t *row, size_t n, char *const *keys,
    size_t n_keys, uint64_t wanted)
{
	struct order o = {.x = mem_new(n, sizeof(*o.x)),
	    .n = n,
	    .tmp = mem_new(n, sizeof(*o.tmp)),
	    .key = mem_new(n_keys, sizeof(*o.key)),
	    .n_key = n_keys,
	    .wanted = wanted < n ? (size_t)wanted : n};

	for (size_t m = 0; m < n_keys; m++) {
		bool falling = *keys[m] == '-';

		o.key[m] = (struct key){.g = g,
		    .k = grid_column(g, keys[m] + falling),
		    .falling = falling};
	}
	for (size_t i = 0; i < n; i++)
		o.x[i].row = row[i];
	if (n_keys > 0)
		sort_run(&o, 0, n, 0);
	for (size_t i = 0; i < n; i++)
		row[i] = o.x[i].row;
	free(o.x);
	free(o.tmp);
	free(o.key);
}

/* Does each text of a column come first behind all that came before? */
static bool
is_bytewise(const struct grid *g, size_t col)
{
	const char *last = "";
	struct intern seen;
	bool good = true;

	intern_open(&seen);
	for (size_t i = 0; i < g->n_row && good; i++) {
		const char *s = grid_cell(g, i, col);
		uint32_t n = seen.n;

		if (intern_add(&seen, s, strlen(s)) < n)
			continue;
		good = strcmp(last, s) <= 0;
		last = s;
	}
	intern_free(&seen);
	return good;
}

size_t *
grid_reading(const struct grid *g, size_t col)
{
	size_t *row = mem_new(g->n_row, sizeof(*row));
	char *name = mem_copy(g->name[col], strlen(g->name[col]));

	for (size_t i = 0; i < g->n_row; i++)
		row[i] = i;
	if (*name != '-' && !grid_is_figures(g, col) && is_bytewise(g, col))
		grid_sort(g, row, g->n_row, &name, 1, g->n_row);
	free(name);
	return row;
}
