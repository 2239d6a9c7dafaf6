#include "contrast.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stat/adjust.h"
#include "lib/stat/dispersion.h"

static int
by_strength(const void *a, const void *b)
{
	const struct contrast_row *x = a;
	const struct contrast_row *y = b;

	if (isnan(x->test) != isnan(y->test))
		return isnan(x->test) ? 1 : -1;
	if (x->lrc > y->lrc || x->lrc < y->lrc)
		return x->lrc > y->lrc ? -1 : 1;
	if (x->test > y->test || x->test < y->test)
		return x->test > y->test ? -1 : 1;
	return (x->term->name > y->term->name) -
	    (x->term->name < y->term->name);
}

/* The counts and the test of every term. */
static void
test_terms(struct contrast *c, const struct versus *v,
    double (*test)(const struct stat_keyness *x))
{
	const double none = (double)NAN;

	for (uint32_t i = 0; i < c->n; i++) {
		struct contrast_row *r = &c->row[i];

		r->term = &v->term[i];
		r->x = (struct stat_keyness){r->term->f[VERSUS_TARGET],
		    v->words[VERSUS_TARGET], r->term->f[VERSUS_REFERENCE],
		    v->words[VERSUS_REFERENCE]};
		r->test = test(&r->x);
		r->ln_p = isnan(r->test) ? none : stat_keyness_ln_p(r->test);
		r->p_perm = none;
		r->ln_q_perm = none;
	}
}

/* room holds a number a row. */
static void
correct(struct contrast *c, const struct contrast_rule *rule, double *room)
{
	double ln_alpha = log1p(-rule->level);

	for (uint32_t i = 0; i < c->n; i++)
		room[i] = c->row[i].ln_p;
	c->family = stat_adjust_bh(room, NULL, c->n);
	for (uint32_t i = 0; i < c->n; i++) {
		c->row[i].ln_q = room[i];
		room[i] = c->row[i].ln_p;
	}
	(void)stat_adjust_holm(room, NULL, c->n);
	if (!rule->uncorrected && c->family > 0)
		ln_alpha -= log((double)c->family);
	for (uint32_t i = 0; i < c->n; i++) {
		c->row[i].ln_holm = room[i];
		c->row[i].lrc = stat_keyness_lrc(&c->row[i].x, ln_alpha);
	}
}

/* Dispersion over the parts of one side. */
static void
spread_side(struct contrast *c, const struct versus *v, int side)
{
	struct stat_spread s;

	stat_spread_open(&s, c->n);
	for (uint32_t i = 0; i < v->n_unit; i++) {
		const struct versus_unit *u = &v->unit[i];

		if (u->side != side)
			continue;
		stat_spread_part(&s, u->words);
		for (size_t j = u->from; j < u->to; j++)
			stat_spread_count(&s, v->cell[j].term);
	}
	stat_spread_room(&s);
	for (uint32_t i = 0; i < v->n_unit; i++) {
		const struct versus_unit *u = &v->unit[i];

		for (size_t j = u->from; u->side == side && j < u->to; j++)
			stat_spread_add(
			    &s, v->cell[j].term, v->cell[j].f, u->words);
	}
	for (uint32_t i = 0; i < c->n; i++) {
		struct stat_dispersion x = stat_spread_of(&s, i);

		c->row[i].range[side] = x.range;
		c->row[i].dp[side] =
		    x.F > 0 && x.k > 1 ? stat_dispersion_dp(&x) : (double)NAN;
	}
	stat_spread_close(&s);
}

static void
permute(struct contrast *c, const struct versus *v,
    double (*test)(const struct stat_keyness *x),
    const struct chance_rule *rule, double *room)
{
	uint64_t line;

	if (v->n_part[VERSUS_TARGET] == 0 || v->n_part[VERSUS_REFERENCE] == 0)
		return;
	if (v->n_unit < 3 && rule->deals == CHANCE_AUTO) {
		c->relabel = (struct chance){.family = c->family, .least = 1};
		for (uint32_t i = 0; i < c->n; i++)
			c->row[i].ln_q_perm = (double)NAN;
		return;
	}
	if (v->n_unit < 3)
		die_data(counts_where(&v->c[0], 1, &line), 0,
		    "one part on each side, so that -P has nothing to permute: "
		    "count by speech (-b id)");
	c->relabel = relabel_test(v, test, rule, room);
	for (uint32_t i = 0; i < c->n; i++) {
		c->row[i].p_perm = room[i];
		room[i] = log(room[i]);
	}
	(void)stat_adjust_bh(room, NULL, c->n);
	for (uint32_t i = 0; i < c->n; i++)
		c->row[i].ln_q_perm = room[i];
}

void
contrast_open(struct contrast *c, const struct versus *v,
    const struct contrast_rule *rule, const char *s, size_t len)
{
	const struct chance_rule again = {
	    .deals = rule->deals, .seed = rule->seed, .name = s, .len = len};
	double *room = mem_new(v->n_term, sizeof(*room));

	*c = (struct contrast){.n = v->n_term};
	c->row = mem_new(c->n, sizeof(*c->row));
	test_terms(c, v, rule->test);
	correct(c, rule, room);
	for (int side = 0; side < VERSUS_SIDES; side++)
		spread_side(c, v, side);
	if (rule->deals > 0)
		permute(c, v, rule->test, &again, room);
	if (c->n > 0)
		qsort(c->row, c->n, sizeof(*c->row), by_strength);
	free(room);
}

void
contrast_close(struct contrast *c)
{
	free(c->row);
	*c = (struct contrast){0};
}
