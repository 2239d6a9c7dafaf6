#include "marks.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "options.h"

bool
marks_are(const struct tsv *t)
{
	return tsv_has(t, "speech") >= 0 && tsv_has(t, "token") >= 0 &&
	    tsv_has(t, "length") >= 0;
}

/* A column of the table that the lines have not, or have of the text. */
static bool
is_other(const char *name)
{
	for (size_t i = 0; i < OPTIONS_COLUMNS; i++)
		if (strcmp(name, options_column[i]) == 0)
			return false;
	return strcmp(name, "token") != 0 && strcmp(name, "length") != 0;
}

static void
add_escaped(struct buf *b, const char *s)
{
	buf_str(b, "\t");
	for (; *s != '\0'; s++)
		if (*s == '\t')
			buf_str(b, "\\t");
		else if (*s == '\n')
			buf_str(b, "\\n");
		else if (*s == '\\')
			buf_str(b, "\\\\");
		else
			buf_mem(b, s, 1);
}

static int
by_place(const void *a, const void *b)
{
	const struct marks_one *x = a;
	const struct marks_one *y = b;

	if (x->speech != y->speech)
		return x->speech < y->speech ? -1 : 1;
	if (x->last != y->last)
		return x->last < y->last ? -1 : 1;
	if (x->length != y->length)
		return x->length > y->length ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

static void
index_speeches(struct marks *m)
{
	size_t k = 0;

	if (m->n > 0)
		qsort(m->one, m->n, sizeof(*m->one), by_place);
	m->from = mem_new((size_t)m->speeches.n + 1, sizeof(*m->from));
	for (uint32_t s = 0; s <= m->speeches.n; s++) {
		while (k < m->n && m->one[k].speech < s)
			k++;
		m->from[s] = k;
	}
}

static void
read_row(struct marks *m, const struct tsv *t, const size_t *col)
{
	uint64_t token = tsv_u64(t, col[1]);
	uint64_t length = tsv_u64(t, col[2]);
	struct marks_one *one;

	if (token == 0 || length == 0 || length > OPTIONS_LONGEST ||
	    token > UINT64_MAX - length)
		die_data(t->in.name, t->in.line,
		    "a place is a token from 1 on, and 1 to %d of them",
		    OPTIONS_LONGEST);
	m->one = mem_grow(m->one, &m->cap, m->n + 1, sizeof(*m->one));
	one = &m->one[m->n];
	*one = (struct marks_one){
	    intern_add(&m->speeches, t->cell[col[0]], t->size[col[0]]),
	    token + length - 1, length, m->n++, m->text.len};
	if (length > m->longest)
		m->longest = length;
	for (size_t i = 0; i < t->n_col; i++)
		if (is_other(t->name[i]))
			add_escaped(&m->text, t->cell[i]);
	buf_mem(&m->text, "", 1);
}

void
marks_read(struct marks *m, struct tsv *t)
{
	size_t col[3];

	*m = (struct marks){.file = t->in.name};
	intern_open(&m->speeches);
	buf_mem(&m->head, "", 0);
	col[0] = tsv_column(t, "speech");
	col[1] = tsv_column(t, "token");
	col[2] = tsv_column(t, "length");
	for (size_t i = 0; i < t->n_col; i++)
		if (is_other(t->name[i]))
			add_escaped(&m->head, t->name[i]);
	while (tsv_next(t))
		read_row(m, t, col);
	index_speeches(m);
}

void
marks_free(struct marks *m)
{
	intern_free(&m->speeches);
	free(m->one);
	free(m->from);
	buf_free(&m->text);
	buf_free(&m->head);
}

void
marks_enter(struct marks *m, const char *speech)
{
	uint32_t k = speech != NULL
	    ? intern_find(&m->speeches, speech, strlen(speech))
	    : UINT32_MAX;

	m->token = 0;
	m->next = k != UINT32_MAX ? m->from[k] : 0;
	m->end = k != UINT32_MAX ? m->from[k + 1] : 0;
}

void
marks_token(struct marks *m)
{
	m->token++;
}

const struct marks_one *
marks_take(struct marks *m, size_t most)
{
	const struct marks_one *one;

	if (m->next == m->end || m->one[m->next].last != m->token)
		return NULL;
	one = &m->one[m->next];
	if (one->length > most)
		die_data(m->file, one->row + 2,
		    "the place crosses the end of a sentence, which -w s "
		    "shows alone: is the table of these texts?");
	m->n_found++;
	m->next++;
	return one;
}
