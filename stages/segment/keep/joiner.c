#include "joiner.h"

#include <string.h>

#include "lib/lang/fr/respace.h"

void
joiner_open(struct joiner *j, bool fold)
{
	*j = (struct joiner){.kind = -1};
	phrase_open(&j->phrase, fold);
}

void
joiner_push(struct joiner *j, const struct vrt *v, uint32_t word)
{
	struct joiner_row *r = &j->row[j->n];

	r->line.len = 0;
	buf_mem(&r->line, v->line, v->len);
	memcpy(r->tab, v->tab, sizeof(r->tab));
	j->word[j->n++] = word;
}

static void
join_column(struct joiner *j, size_t col, size_t n)
{
	struct buf *b = &j->joined.line;

	for (size_t i = 0; i < n; i++) {
		const struct joiner_row *r = &j->row[i];
		size_t from = col == 0 ? 0 : r->tab[col - 1] + 1;
		size_t len = r->tab[col] - from;

		if (i > 0 && !respace_is_elided(b->s, b->len) &&
		    (len == 0 || r->line.s[from] != '-'))
			buf_mem(b, "_", 1);
		buf_mem(b, r->line.s + from, len);
	}
}

static void
join(struct joiner *j, size_t n, size_t n_col, const char *form)
{
	struct buf *b = &j->joined.line;

	b->len = 0;
	for (size_t k = 0; k < n_col; k++) {
		if (k > 0)
			buf_mem(b, "\t", 1);
		if ((int)k == j->kind)
			buf_mem(b, "w", 1);
		else if (k == j->col && form != NULL)
			buf_str(b, form);
		else
			join_column(j, k, n);
		j->joined.tab[k] = (uint32_t)b->len;
	}
}

size_t
joiner_take(struct joiner *j, size_t n_col, const struct joiner_row **r)
{
	const char *form;
	size_t n = phrase_match(&j->phrase, j->word, j->n, &form);
	struct joiner_row done[PHRASE_WORDS];
	bool found = n > 0;

	if (found)
		join(j, n, n_col, form);
	else
		n = 1;
	/* The buffers of the rows taken go behind the others. */
	memcpy(done, j->row, n * sizeof(*done));
	memmove(j->row, j->row + n, (j->n - n) * sizeof(*j->row));
	memcpy(j->row + j->n - n, done, n * sizeof(*done));
	memmove(j->word, j->word + n, (j->n - n) * sizeof(*j->word));
	j->n -= n;
	*r = found ? &j->joined : &j->row[j->n];
	return n;
}

void
joiner_free(struct joiner *j)
{
	for (size_t i = 0; i < PHRASE_WORDS; i++)
		buf_free(&j->row[i].line);
	buf_free(&j->joined.line);
	phrase_free(&j->phrase);
}
