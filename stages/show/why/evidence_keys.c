/* What is done with rows by the values of several columns. */
#include <stdlib.h>
#include <string.h>

#include "evidence.h"
#include "lib/base/mem.h"
#include "lib/table/tsv.h"

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

	*l = (struct names){.text = mem_string(s)};
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
