#include "supplement.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "compare/common/sparse.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/groups.h"

void
supplement_parts(const struct supplement *s)
{
	const struct parts *p = s->parts;
	uint32_t n = s->c->parts.n;
	uint32_t *row = mem_new(n, sizeof(*row));
	uint32_t *of = mem_new(n, sizeof(*of));
	struct lexical_numbers k = {row, s->l->row, 0, s->l->t.n_row};
	struct sparse by_unit = {0};
	struct sparse by_term = {0};
	struct sparse t = {0};

	for (uint32_t i = 0; i < n; i++) {
		row[i] = UINT32_MAX;
		if (p->aside[p->of[i]]) {
			of[k.n_part] = p->of[i];
			row[i] = k.n_part++;
		}
	}
	lexical_cells(&by_unit, s->c, s->size, &k);
	sparse_transpose(&by_term, &by_unit);
	lexical_pool(&t, &by_term, of, p->names.n);
	for (uint32_t i = 0; i < p->names.n; i++) {
		struct points_name name = {.kind = "sup-part", .prefix = ""};

		name.s = counts_name(&p->names, i, &name.len);
		if (p->aside[i])
			points_extra(s->p, &name, &s->a->row, &t, i);
	}
	sparse_free(&by_unit);
	sparse_free(&by_term);
	sparse_free(&t);
	free(row);
	free(of);
}

/* Variances of the units' places, by axis; the caller's to free. */
static double *
spread_of(const struct placed *u, double n)
{
	double *v = mem_new(u->n_axis, sizeof(*v));

	for (uint32_t i = 0; i < u->n; i++)
		for (size_t k = 0; k < u->n_axis; k++) {
			double x = u->place[i * u->n_axis + k];

			v[k] += x * x / u->words[i] / n;
		}
	return v;
}

/* of: by unit its category; order: of the categories, by bytes. */
static void
put_categories(const struct supplement *s, const char *prefix,
    const struct intern *names, const uint32_t *of, const uint32_t *order)
{
	struct sparse t = {0};
	uint32_t *n_in = mem_new(names->n, sizeof(*n_in));
	double *spread = spread_of(s->units, s->a->n);

	for (size_t j = 0; j < s->l->t.n_col; j++)
		n_in[of[j]]++;
	lexical_pool(&t, &s->l->t, of, names->n);
	for (uint32_t i = 0; i < names->n; i++) {
		struct points_name name = {
		    .kind = "sup-part", .prefix = prefix};
		const struct points_units u = {n_in[i], s->l->t.n_col, spread};

		name.s = intern_s(names, order[i], &name.len);
		points_category(s->p, &name, &t, i, &u);
	}
	sparse_free(&t);
	free(n_in);
	free(spread);
}

void
supplement_categories(
    const struct supplement *s, const char *path, const char *column)
{
	struct groups g;
	uint32_t *rank;
	uint32_t *order;
	uint32_t *of = mem_new(s->l->t.n_col, sizeof(*of));
	struct buf prefix = {0};

	counts_escape(&prefix, column, strlen(column));
	buf_str(&prefix, "=");
	groups_open(&g, s->c, path, column);
	intern_rank(&g.names, &rank, &order);
	for (size_t j = 0; j < s->l->t.n_col; j++)
		of[j] = rank[g.of[s->l->part[j]]];
	put_categories(s, prefix.s, &g.names, of, order);
	free(rank);
	free(order);
	free(of);
	groups_close(&g);
	buf_free(&prefix);
}

/* The terms of c that have a number in k, by the parts that have one. */
static void
put_extra_terms(const struct supplement *s, const struct counts *c,
    uint32_t size, const struct lexical_numbers *k)
{
	struct sparse by_unit = {0};
	struct sparse by_term = {0};
	struct sparse by_part = {0};
	struct sparse t = {0};

	lexical_cells(&by_unit, c, size, k);
	sparse_transpose(&by_term, &by_unit);
	lexical_pool(&by_part, &by_term, s->of, (uint32_t)s->a->col.n);
	sparse_transpose(&t, &by_part);
	for (uint32_t i = 0; i < c->terms.n; i++) {
		struct points_name name = {.kind = "sup-term", .prefix = ""};

		name.s = counts_name(&c->terms, i, &name.len);
		if (k->term[i] != UINT32_MAX)
			points_extra(s->p, &name, &s->a->col, &t, k->term[i]);
	}
	sparse_free(&t);
	sparse_free(&by_part);
	sparse_free(&by_term);
	sparse_free(&by_unit);
}

void
supplement_terms(const struct supplement *s, const bool *aside)
{
	uint32_t n = s->c->terms.n;
	uint32_t *number = mem_new(n, sizeof(*number));
	struct lexical_numbers k = {s->l->col, number, s->l->t.n_col, 0};

	for (uint32_t i = 0; i < n; i++)
		number[i] = aside[i] ? k.n_term++ : UINT32_MAX;
	put_extra_terms(s, s->c, s->size, &k);
	free(number);
}

/* By part of c: its column in the lexical table. */
static uint32_t *
match_parts(
    const struct supplement *s, const struct counts *c, const char *path)
{
	uint32_t *col = mem_new(c->parts.n, sizeof(*col));
	uint32_t n_lost = 0;

	for (uint32_t i = 0; i < c->parts.n; i++) {
		size_t len;
		const char *name = counts_name(&c->parts, i, &len);
		uint32_t k = intern_find(&s->c->parts.table, name, len);

		col[i] = k == UINT32_MAX ? k : s->l->col[s->c->parts.rank[k]];
		n_lost += col[i] == UINT32_MAX;
	}
	if (n_lost > 0)
		note("%s: parts that are none of the analysis, not used: "
		     "%" PRIu32 " of %" PRIu32,
		    path, n_lost, c->parts.n);
	return col;
}

void
supplement_table(const struct supplement *s, const char *path, const char *size)
{
	char *file = mem_string(path);
	struct counts c;
	struct lexical_numbers k = {.n_part = s->l->t.n_col};
	uint32_t *col;
	uint32_t *number;

	counts_read(&c, &file, 1);
	counts_need_part(&c);
	col = match_parts(s, &c, path);
	number = mem_new(c.terms.n, sizeof(*number));
	for (uint32_t i = 0; i < c.terms.n; i++)
		number[i] = i;
	k.part = col;
	k.term = number;
	k.n_term = c.terms.n;
	put_extra_terms(
	    s, &c, lexical_size(&c, c.sizes.n > 1 ? size : NULL), &k);
	free(col);
	free(number);
	counts_free(&c);
	free(file);
}
