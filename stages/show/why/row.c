#include "row.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/table/tsv.h"
#include "lib/text/slug.h"
#include "show/common/shelf.h"

enum {
	MOST_WORDS = 256,
	SHOWN = 3, /* rows, or values, that a message lists */
	FAR = 1000 /* more than any distance that matters */
};

struct ask {
	size_t col[MOST_WORDS];
	const char *value[MOST_WORDS];
	size_t n;
	uint64_t line; /* 0: not told */
	uint64_t n_fit;
	char **first; /* cells of the first rows that fit, SHOWN rows */
	bool *parts;  /* by column: do they differ in it? */
	/* the value that is nearest, of rows where one word alone does not fit
	 */
	size_t far;
	struct buf near[SHOWN];
	size_t n_near;
	size_t near_col;
};

static void
read_words(struct ask *a, struct tsv *t, char **word, size_t n)
{
	if (n > MOST_WORDS)
		die_usage("more than %d words column=value", MOST_WORDS);
	for (size_t i = 0; i < n; i++) {
		char *sign = strchr(word[i], '=');

		if (sign == NULL || sign == word[i])
			die_usage("'%s' is not column=value", word[i]);
		*sign = '\0';
		a->col[i] = tsv_column(t, word[i]);
		*sign = '=';
		a->value[i] = sign + 1;
	}
	a->n = n;
}

/* A value that is as near to what was asked as none before. */
static void
add_near(struct ask *a, size_t col, const char *value, size_t far)
{
	if (far > a->far)
		return;
	if (far < a->far || col != a->near_col)
		a->n_near = 0;
	a->far = far;
	a->near_col = col;
	for (size_t i = 0; i < a->n_near; i++)
		if (strcmp(a->near[i].s, value) == 0)
			return;
	if (a->n_near == SHOWN)
		return;
	a->near[a->n_near].len = 0;
	buf_str(&a->near[a->n_near++], value);
}

static bool
fits(struct ask *a, const struct tsv *t)
{
	size_t wrong = SIZE_MAX;
	size_t n_wrong = 0;

	if (a->line > 0 && t->in.line != a->line)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (strcmp(t->cell[a->col[i]], a->value[i]) != 0) {
			wrong = i;
			n_wrong++;
		}
	if (n_wrong == 1)
		add_near(a, a->col[wrong], t->cell[a->col[wrong]],
		    near_distance(a->value[wrong], t->cell[a->col[wrong]]));
	return n_wrong == 0;
}

static void
take(struct ask *a, const struct tsv *t, struct row *r)
{
	if (a->n_fit == 0) {
		r->line = t->in.line;
		for (size_t k = 0; k < r->n; k++)
			r->cell[k] = mem_string(t->cell[k]);
	}
	for (size_t k = 0; k < r->n; k++) {
		a->parts[k] |= strcmp(r->cell[k], t->cell[k]) != 0;
		if (a->n_fit < SHOWN)
			a->first[a->n_fit * r->n + k] = mem_string(t->cell[k]);
	}
	a->n_fit++;
}

uint64_t
row_line(char *path)
{
	char *colon = strrchr(path, ':');
	char *end;
	uint64_t line;

	if (colon == NULL || colon[1] < '0' || colon[1] > '9')
		return 0;
	line = strtoull(colon + 1, &end, 10);
	if (*end != '\0')
		return 0;
	*colon = '\0';
	return line;
}

/* ---- messages ---- */

static void __attribute__((noreturn))
refuse_many(const struct ask *a, const struct row *r)
{
	struct buf b = {0};
	size_t n = a->n_fit < SHOWN ? (size_t)a->n_fit : SHOWN;
	size_t told = 0;

	buf_mem(&b, "", 0);
	for (size_t i = 0; i < n; i++) {
		buf_str(&b, i > 0 ? "; " : "");
		told = 0;
		for (size_t k = 0; k < r->n && told < SHOWN; k++) {
			if (!a->parts[k])
				continue;
			buf_str(&b, told++ > 0 ? " " : "");
			buf_str(&b, r->name[k]);
			buf_str(&b, "=");
			buf_str(&b, a->first[i * r->n + k]);
		}
	}
	die_usage("%s: %" PRIu64 " rows fit: %s%s", r->path, a->n_fit, b.s,
	    a->n_fit > n ? "; ..." : "");
}

static void __attribute__((noreturn))
refuse_none(const struct ask *a, const struct row *r)
{
	struct buf b = {0};

	if (a->line > 0)
		die_usage("%s: no row in line %" PRIu64, r->path, a->line);
	buf_mem(&b, "", 0);
	for (size_t i = 0; i < a->n_near; i++) {
		buf_str(&b, i > 0 ? ", " : "; the nearest: ");
		buf_str(&b, r->name[a->near_col]);
		buf_str(&b, "=");
		buf_str(&b, a->near[i].s);
	}
	die_usage("%s: no row fits%s", r->path, b.s);
}

/* ---- */

static void
free_ask(struct ask *a, size_t n_col)
{
	for (size_t i = 0; i < SHOWN * n_col; i++)
		free(a->first[i]);
	for (size_t i = 0; i < SHOWN; i++)
		buf_free(&a->near[i]);
	free(a->first);
	free(a->parts);
}

void
row_open(struct row *r, const char *table, char **word, size_t n_word)
{
	struct ask a = {.far = FAR};
	struct tsv t;

	*r = (struct row){.path = mem_string(table)};
	a.line = row_line(r->path);
	shelf_open(&t, r->path);
	read_words(&a, &t, word, n_word);
	r->n = t.n_col;
	r->name = mem_new(r->n, sizeof(*r->name));
	r->cell = mem_new(r->n, sizeof(*r->cell));
	a.first = mem_new(SHOWN * r->n, sizeof(*a.first));
	a.parts = mem_new(r->n, sizeof(*a.parts));
	for (size_t k = 0; k < r->n; k++)
		r->name[k] = mem_string(t.name[k]);
	while (tsv_next(&t))
		if (fits(&a, &t))
			take(&a, &t, r);
	tsv_close(&t);
	if (a.n_fit > 1)
		refuse_many(&a, r);
	if (a.n_fit == 0)
		refuse_none(&a, r);
	free_ask(&a, r->n);
}

void
row_close(struct row *r)
{
	for (size_t k = 0; k < r->n; k++) {
		free(r->name[k]);
		free(r->cell[k]);
	}
	free(r->name);
	free(r->cell);
	free(r->path);
}

const char *
row_cell(const struct row *r, const char *name)
{
	for (size_t k = 0; k < r->n; k++)
		if (strcmp(r->name[k], name) == 0)
			return r->cell[k];
	return NULL;
}
