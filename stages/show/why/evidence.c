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
evidence_take(struct evidence *e, const char *column, enum shelf_sign sign,
    const char *value)
{
	const struct evidence_column *c = evidence_column(e, column);
	size_t n = 0;

	for (size_t i = 0; i < e->n; i++) {
		if (!shelf_holds(sign, c->cell[i], value))
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
	evidence_take(e, "\t", SHELF_IS, "yes");
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

/* ---- lists of names ---- */

enum {
	MOST_NAMES = 16
};

struct names {
	char *text;
	char *here[MOST_NAMES];
	char *there[MOST_NAMES];
	size_t n;
};

static void
names_open(struct names *l, const char *s)
{
	char *save = NULL;

	*l = (struct names){.text = mem_copy(s, strlen(s))};
	for (char *w = strtok_r(l->text, ",", &save);
	     w != NULL && l->n < MOST_NAMES; w = strtok_r(NULL, ",", &save)) {
		char *sign = strchr(w, '=');

		if (sign != NULL)
			*sign = '\0';
		l->here[l->n] = w;
		l->there[l->n++] = sign != NULL ? sign + 1 : w;
	}
}

/* The cells of row i in these columns, each with a tab. */
static void
key_here(
    const struct evidence_column *const *c, size_t n, size_t i, struct buf *key)
{
	key->len = 0;
	buf_mem(key, "", 0);
	for (size_t k = 0; k < n; k++) {
		buf_str(key, c[k]->cell[i]);
		buf_str(key, "\t");
	}
}

/* ---- another table beside ---- */

struct beside {
	struct intern keys;
	char **text; /* by key: the cells, with a NUL behind each */
	size_t cap;
};

static void
read_beside(struct beside *b, const char *path, const struct names *keys,
    const struct names *columns)
{
	struct tsv t;
	struct buf key = {0};

	shelf_open(&t, path);
	while (tsv_next(&t)) {
		struct buf text = {0};
		uint32_t known = b->keys.n;
		uint32_t k;

		key.len = 0;
		buf_mem(&key, "", 0);
		for (size_t i = 0; i < keys->n; i++) {
			buf_str(&key, t.cell[tsv_column(&t, keys->there[i])]);
			buf_str(&key, "\t");
		}
		k = intern_add(&b->keys, key.s, key.len);
		if (k < known)
			continue; /* the first row of a key */
		for (size_t i = 0; i < columns->n; i++) {
			size_t at = tsv_column(&t, columns->there[i]);

			buf_mem(&text, t.cell[at], t.size[at] + 1);
		}
		b->text = mem_grow(b->text, &b->cap, k + 1, sizeof(char *));
		b->text[k] = text.s;
	}
	tsv_close(&t);
	buf_free(&key);
}

static void
set_joined(struct evidence *e, const struct beside *b, const struct names *keys,
    size_t first, size_t n)
{
	const struct evidence_column *c[MOST_NAMES];
	struct buf key = {0};

	for (size_t k = 0; k < keys->n; k++)
		c[k] = evidence_column(e, keys->here[k]);
	for (size_t i = 0; i < e->n; i++) {
		const char *s;
		uint32_t id;

		key_here(c, keys->n, i, &key);
		id = intern_find(&b->keys, key.s, key.len);
		if (id == UINT32_MAX)
			continue;
		s = b->text[id];
		for (size_t k = 0; k < n; k++) {
			evidence_set(e, first + k, i, s);
			s += strlen(s) + 1;
		}
	}
	buf_free(&key);
}

void
evidence_join(
    struct evidence *e, const char *path, const char *keys, const char *columns)
{
	struct names by;
	struct names more;
	struct beside b = {0};
	size_t first = e->n_column;

	names_open(&by, keys);
	names_open(&more, columns);
	intern_open(&b.keys);
	read_beside(&b, path, &by, &more);
	for (size_t k = 0; k < more.n; k++)
		(void)evidence_add(e, more.here[k]);
	set_joined(e, &b, &by, first, more.n);
	for (uint32_t k = 0; k < b.keys.n; k++)
		free(b.text[k]);
	free(b.text);
	intern_free(&b.keys);
	free(by.text);
	free(more.text);
}

/* ---- figures of all rows ---- */

uint64_t
evidence_distinct(const struct evidence *e, const char *columns)
{
	const struct evidence_column *c[MOST_NAMES];
	struct names l;
	struct intern seen;
	struct buf key = {0};
	uint64_t n;

	names_open(&l, columns);
	intern_open(&seen);
	for (size_t k = 0; k < l.n; k++)
		c[k] = evidence_column(e, l.here[k]);
	for (size_t i = 0; i < e->n; i++) {
		key_here(c, l.n, i, &key);
		(void)intern_add(&seen, key.s, key.len);
	}
	n = seen.n;
	intern_free(&seen);
	buf_free(&key);
	free(l.text);
	return n;
}

static uint64_t
number(const struct evidence_column *c, size_t i)
{
	return strtoull(c->cell[i], NULL, 10);
}

static void
set_number(struct evidence *e, size_t column, size_t row, uint64_t n)
{
	struct buf b = {0};

	buf_u64(&b, n);
	buf_str(&b, "");
	evidence_set(e, column, row, b.s);
	buf_free(&b);
}

/* Rows from to in the group of row k: copied there, if it is the first. */
static void
enter_group(struct evidence *e, size_t k, size_t from, bool is_new)
{
	for (size_t c = 0; c < e->n_column && is_new; c++)
		e->column[c].cell[k] = e->column[c].cell[from];
}

void
evidence_group(struct evidence *e, const char *columns)
{
	const struct evidence_column *c[MOST_NAMES];
	struct names l;
	struct intern seen;
	struct buf key = {0};
	size_t n = evidence_add(e, "n");
	const struct evidence_column *token = evidence_has(e, "token");
	const struct evidence_column *length = evidence_has(e, "length");

	names_open(&l, columns);
	intern_open(&seen);
	for (size_t k = 0; k < l.n; k++)
		c[k] = evidence_column(e, l.here[k]);
	for (size_t i = 0; i < e->n; i++) {
		uint32_t known = seen.n;
		uint32_t k;
		uint64_t end = 0;

		key_here(c, l.n, i, &key);
		k = intern_add(&seen, key.s, key.len);
		if (token != NULL && length != NULL)
			end = number(token, i) + number(length, i);
		enter_group(e, k, i, k == known);
		set_number(
		    e, n, k, k == known ? 1 : number(&e->column[n], k) + 1);
		if (end > 0 && end > number(token, k))
			set_number(e, (size_t)(length - e->column), k,
			    end - number(token, k));
	}
	e->n = seen.n;
	intern_free(&seen);
	buf_free(&key);
	free(l.text);
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
