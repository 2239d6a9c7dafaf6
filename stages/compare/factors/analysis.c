#include "analysis.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "compare/common/lexical.h"
#include "compare/common/parts.h"
#include "compare/common/sparse.h"
#include "dealt.h"
#include "drawn.h"
#include "eigenvalues.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/form.h"
#include "lib/table/counts.h"
#include "lib/text/list.h"
#include "placed.h"
#include "points.h"
#include "stat_ca.h"
#include "stat_place.h"
#include "supplement.h"

enum {
	DENSE_MAX = 1000, /* parts, or terms if they are fewer */
	LISTED = 20,      /* parts left out that are named */
};

struct work {
	const struct opts *o;
	const struct counts *c;
	uint32_t size;
	struct parts parts;
	bool *aside_unit; /* of a part that is supplementary */
	bool *aside_term;
	struct lexical l; /* by units */
	uint32_t *of;     /* by unit: its column of the table by parts */
	uint32_t *part;   /* by column: number in parts.names */
	struct sparse t;  /* terms by parts */
	struct stat_ca a;
	struct placed units; /* with -B, -b or -D */
	struct dealt dealt;  /* with -D */
};

/* ---- what is analysed ---- */

static void
mark_parts(struct work *w)
{
	const struct opts *o = w->o;
	const struct parts_rule rule = {
	    o->speeches, o->group, o->least, w->size};
	struct parts *p = &w->parts;

	parts_open(p, w->c, &rule);
	parts_tell(p, &rule);
	for (size_t i = 0; i < o->part.n; i++) {
		uint32_t k = counts_find(&p->names, o->part.s[i]);
		uint64_t line;

		if (k == UINT32_MAX)
			die_data(counts_where(w->c, 1, &line), 0,
			    "no part '%s'", o->part.s[i]);
		p->aside[k] = true;
	}
	w->aside_unit = mem_new(w->c->parts.n, sizeof(*w->aside_unit));
	for (uint32_t i = 0; i < w->c->parts.n; i++)
		w->aside_unit[i] = p->aside[p->of[i]];
}

/* The table of the units, and of the parts that they make up. */
static void
make_table(struct work *w)
{
	struct lexical_rule which = {.size = w->size,
	    .min = w->o->min,
	    .parts = w->o->parts,
	    .aside_part = w->aside_unit,
	    .aside_term = w->aside_term};
	uint32_t *col = mem_new(w->parts.names.n, sizeof(*col));
	struct sparse by_part = {0};
	uint32_t n = 0;

	lexical_open(&w->l, w->c, &which);
	w->of = mem_new(w->l.t.n_col, sizeof(*w->of));
	w->part = mem_new(w->parts.names.n, sizeof(*w->part));
	for (uint32_t j = 0; j < w->l.t.n_col; j++)
		col[w->parts.of[w->l.part[j]]] = 1;
	for (uint32_t i = 0; i < w->parts.names.n; i++)
		if (col[i] > 0) {
			w->part[n] = i;
			col[i] = n++;
		}
	for (uint32_t j = 0; j < w->l.t.n_col; j++)
		w->of[j] = col[w->parts.of[w->l.part[j]]];
	lexical_pool(&by_part, &w->l.t, w->of, n);
	sparse_transpose(&w->t, &by_part);
	sparse_free(&by_part);
	free(col);
}

/* A line of the list is a term; in a table with several columns of terms its
 * cells are parted by tabs. */
static uint32_t
find_term(const struct counts *c, const char *s, size_t len)
{
	uint32_t k;

	if (strchr(c->header.s, '\t') == NULL)
		return counts_find(&c->terms, s);
	k = intern_find(&c->terms.table, s, len);
	return k == UINT32_MAX ? k : c->terms.rank[k];
}

static void
mark_terms(struct work *w)
{
	struct list l;
	const char *s;
	size_t len;
	uint32_t n_lost = 0;
	struct buf form = {0};

	w->aside_term = mem_new(w->c->terms.n, sizeof(*w->aside_term));
	if (w->o->terms == NULL)
		return;
	list_open(&l, w->o->terms);
	while ((s = list_next(&l, &len)) != NULL) {
		uint32_t k = find_term(w->c, s, len);

		if (k == UINT32_MAX) { /* its counting form, then */
			form.len = 0;
			form_put(&form, s, len);
			k = find_term(w->c, form.s, form.len);
		}
		if (k == UINT32_MAX)
			n_lost++;
		else
			w->aside_term[k] = true;
	}
	list_close(&l);
	buf_free(&form);
	if (n_lost > 0)
		note("%s: terms that the table does not have: %" PRIu32,
		    w->o->terms, n_lost);
}

/* ---- what is said of it ---- */

static void
tell_parts(const struct work *w)
{
	const struct parts *p = &w->parts;
	uint32_t n = 0;
	uint32_t k = 0;

	for (uint32_t i = 0; i < p->names.n; i++) {
		size_t len;
		const char *s = counts_name(&p->names, i, &len);
		bool there = k < w->t.n_col && w->part[k] == i;

		k += there;
		if (p->aside[i] || there)
			continue;
		if (n++ < LISTED)
			note(
			    "part left out, it has none of these terms: %s", s);
	}
	if (n > LISTED)
		note("and %" PRIu32 " more parts", n - LISTED);
}

static void
tell_table(const struct work *w)
{
	const struct opts *o = w->o;

	if (w->l.n_rare > 0)
		note("terms left out, F < %" PRIu64 ": %" PRIu32, o->min,
		    w->l.n_rare);
	if (w->l.n_few > 0)
		note("terms left out, in fewer than %" PRIu32 " %s: %" PRIu32,
		    o->parts, err_said(o->group != NULL ? "speeches" : "parts"),
		    w->l.n_few);
	tell_parts(w);
	note("analysed: n %.0f (terms: %" PRIu32 ", parts: %" PRIu32
	     "), inertia %.6g "
	     "(chi2 %.6g)",
	    w->a.n, w->t.n_row, w->t.n_col, w->a.inertia,
	    w->a.inertia * w->a.n);
}

static void
tell_axes(const struct work *w)
{
	const struct stat_ca *a = &w->a;

	if (w->t.n_row < 2 || w->t.n_col < 2)
		note("no axis, which takes two terms and two parts; see "
		     "-m and -P");
	else if (a->n_axis + a->n_lost == 0)
		note("no axis: terms and parts are independent");
	else if (a->n_axis + a->n_lost < w->o->n_axis)
		note("only %zu of %zu axes: there are no more",
		    a->n_axis + a->n_lost, w->o->n_axis);
	if (a->n_lost > 0)
		note("not converged after %zu restarts, so not given: axes "
		     "%zu to %zu; see -i",
		    w->o->restarts, a->n_axis + 1, a->n_axis + a->n_lost);
	for (size_t k = 0; k < a->n_axis && k + 1 < a->n_value; k++)
		if (a->value[k] - a->value[k + 1] <= 1e-9 * a->value[k])
			note("axes %zu and %zu have equal eigenvalues: only "
			     "the plane of the two is defined",
			    k + 1, k + 2);
}

/* ---- chance ---- */

static void
tell_dealt(const struct dealt *d)
{
	if (d->n == 0)
		note("nothing is tested by deals: %s", d->why);
	else if (d->by_words)
		note("words dealt to the units %" PRIu64
		     " times, for every part is one: inertia %.6g by chance, "
		     "p %.6g (least p there can be: %.6g)",
		    d->n, d->test[0].chance, d->test[0].p, d->least);
	else
		note("parts dealt to the units %" PRIu64
		     " times: inertia %.6g by chance, p %.6g (least p there "
		     "can be: %.6g)",
		    d->n, d->test[0].chance, d->test[0].p, d->least);
}

static void
test_table(struct work *w)
{
	const struct opts *o = w->o;
	struct dealt_rule rule = {.deals = o->deals, .seed = o->seed};
	uint32_t *value = NULL;
	uint32_t *stratum = NULL;

	if (o->fixed != NULL) {
		value = parts_values(w->c, o->speeches, o->fixed);
		stratum = mem_new(w->l.t.n_col, sizeof(*stratum));
		for (uint32_t j = 0; j < w->l.t.n_col; j++)
			stratum[j] = value[w->l.part[j]];
	}
	rule.stratum = stratum;
	dealt_open(&w->dealt, &w->l.t, &w->a, &w->units, &rule);
	tell_dealt(&w->dealt);
	free(value);
	free(stratum);
}

/* ---- the tables ---- */

static void
put_points(struct work *w)
{
	const struct opts *o = w->o;
	struct drawn_region *region = NULL;
	struct points p = {
	    .a = &w->a, .n_axis = o->n_axis, .values = o->by.n > 0};
	const struct supplement s = {
	    w->c, w->size, &w->l, &w->parts, &w->units, w->of, &w->a, &p};

	if (o->draws > 0) {
		region = mem_new(w->a.col.n, sizeof(*region));
		drawn_regions(&w->units, &w->a, o->draws, o->seed, region);
	}
	p.region = region;
	points_open(&p);
	points_active(&p, "part", &w->a.col, &w->parts.names, w->part);
	supplement_parts(&s);
	for (size_t i = 0; i < o->by.n; i++)
		supplement_categories(&s, o->speeches, o->by.s[i]);
	points_active(&p, "term", &w->a.row, &w->c->terms, w->l.term);
	supplement_terms(&s, w->aside_term);
	if (o->table != NULL)
		supplement_table(&s, o->table, o->size);
	points_close(&p);
	free(region);
}

static void
close_all(struct work *w)
{
	dealt_close(&w->dealt);
	placed_close(&w->units);
	stat_ca_close(&w->a);
	sparse_free(&w->t);
	free(w->of);
	free(w->part);
	lexical_close(&w->l);
	parts_close(&w->parts);
	free(w->aside_unit);
	free(w->aside_term);
}

void
analyse(const struct opts *o, const struct counts *c)
{
	struct work w = {.o = o, .c = c};
	struct stat_ca_rule how = {o->n_axis, DENSE_MAX, o->restarts};

	w.size = lexical_size(c, o->size);
	mark_parts(&w);
	mark_terms(&w);
	make_table(&w);
	stat_ca_open(&w.a, &w.t, &how);
	tell_table(&w);
	tell_axes(&w);
	if (o->draws > 0 || o->by.n > 0 || o->deals > 0)
		placed_open(&w.units, &w.l.t, w.of, &w.a);
	if (o->deals > 0)
		test_table(&w);
	if (o->eigen != NULL)
		eigenvalues_put(o->eigen, &w.a, o->deals > 0 ? &w.dealt : NULL);
	put_points(&w);
	close_all(&w);
}
