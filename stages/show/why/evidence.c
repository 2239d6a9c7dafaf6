#include "evidence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/tsv.h"

static const char *
held(struct evidence *e, const char *s)
{
	size_t len = strlen(s);

	return intern_s(&e->pool, intern_add(&e->pool, s, len), &len);
}

/* ---- reading ---- */

static void
read_rows(struct evidence *e, struct tsv *t)
{
	size_t cap = 0;

	e->n_column = t->n_col;
	e->column = mem_new(t->n_col, sizeof(*e->column));
	for (size_t k = 0; k < t->n_col; k++)
		e->column[k].name = held(e, t->name[k]);
	while (tsv_next(t)) {
		if (e->n == cap) {
			cap = cap == 0 ? 64 : 2 * cap;
			for (size_t k = 0; k < e->n_column; k++) {
				size_t had = e->n;

				e->column[k].cell = mem_grow(e->column[k].cell,
				    &had, cap, sizeof(char *));
			}
		}
		for (size_t k = 0; k < e->n_column; k++)
			e->column[k].cell[e->n] = held(e, t->cell[k]);
		e->n++;
	}
}

void
evidence_read(struct evidence *e, const char *path, int fd)
{
	struct tsv t;
	char own[64];

	intern_open(&e->pool);
	if (path != NULL)
		shelf_open(&t, path);
	else {
		(void)snprintf(own, sizeof(own), "/proc/self/fd/%d", fd);
		tsv_open(&t, own);
	}
	read_rows(e, &t);
	tsv_close(&t);
	if (path == NULL)
		(void)close(fd);
}

void
evidence_free(struct evidence *e)
{
	if (e->column == NULL)
		return;
	for (size_t k = 0; k < e->n_column; k++)
		free(e->column[k].cell);
	free(e->column);
	intern_free(&e->pool);
	*e = (struct evidence){0};
}

const struct evidence_column *
evidence_has(const struct evidence *e, const char *name)
{
	for (size_t k = 0; k < e->n_column; k++)
		if (strcmp(e->column[k].name, name) == 0)
			return &e->column[k];
	return NULL;
}

const struct evidence_column *
evidence_column(const struct evidence *e, const char *name)
{
	const struct evidence_column *c = evidence_has(e, name);

	if (c == NULL)
		die_data(
		    e->file, e->line, "the rows have no column '%s'", name);
	return c;
}

/* ---- rows ---- */

void
evidence_take(struct evidence *e, const char *column, enum figure_sign sign,
    const char *value)
{
	const struct evidence_column *c = evidence_column(e, column);
	size_t n = 0;

	for (size_t i = 0; i < e->n; i++) {
		if (!sign_holds(sign, c->cell[i], value))
			continue;
		for (size_t k = 0; k < e->n_column; k++)
			e->column[k].cell[n] = e->column[k].cell[i];
		n++;
	}
	e->n = n;
}

void
evidence_among(struct evidence *e, const char *column, const char *values)
{
	size_t flag = evidence_add(e, "\t");
	const struct evidence_column *c = evidence_column(e, column);
	struct buf in = {0};
	struct buf one = {0};

	buf_str(&in, ", ");
	buf_str(&in, values);
	buf_str(&in, ", ");
	for (size_t i = 0; i < e->n; i++) {
		one.len = 0;
		buf_str(&one, ", ");
		buf_str(&one, c->cell[i]);
		buf_str(&one, ", ");
		if (strstr(in.s, one.s) != NULL)
			e->column[flag].cell[i] = "yes";
	}
	evidence_take(e, "\t", SIGN_IS, "yes");
	free(e->column[flag].cell);
	e->n_column--;
	buf_free(&in);
	buf_free(&one);
}

size_t
evidence_add(struct evidence *e, const char *name)
{
	size_t cap = e->n_column;
	struct evidence_column *c;

	e->column =
	    mem_grow(e->column, &cap, e->n_column + 1, sizeof(*e->column));
	c = &e->column[e->n_column];
	c->name = held(e, name);
	c->cell = mem_new(e->n + 1, sizeof(*c->cell));
	for (size_t i = 0; i < e->n; i++)
		c->cell[i] = "NA";
	return e->n_column++;
}

void
evidence_set(struct evidence *e, size_t column, size_t row, const char *s)
{
	e->column[column].cell[row] = held(e, s);
}

struct ordered {
	double v;
	size_t row;
};

static int
by_value(const void *a, const void *b)
{
	const struct ordered *x = a;
	const struct ordered *y = b;

	if (x->v != y->v)
		return x->v > y->v ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

void
evidence_order(struct evidence *e, const char *column)
{
	const struct evidence_column *c = evidence_column(e, column);
	struct ordered *o = mem_new(e->n + 1, sizeof(*o));
	const char **cell = mem_new(e->n + 1, sizeof(*cell));

	for (size_t i = 0; i < e->n; i++)
		o[i] = (struct ordered){strtod(c->cell[i], NULL), i};
	qsort(o, e->n, sizeof(*o), by_value);
	for (size_t k = 0; k < e->n_column; k++) {
		for (size_t i = 0; i < e->n; i++)
			cell[i] = e->column[k].cell[o[i].row];
		memcpy(e->column[k].cell, cell, e->n * sizeof(*cell));
	}
	free(cell);
	free(o);
}
