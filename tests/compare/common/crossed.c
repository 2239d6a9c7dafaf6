/* crossed - against the definition, by pairs of units and by cells. */
#include "compare/common/crossed.h"

#include <stdlib.h>
#include <string.h>

#include "compare/common/lanczos.h"
#include "tap.h"

enum {
	TERMS = 90,
	UNITS = 40,
	PARTS = 3,
};

struct shape {
	uint32_t n_term;
	uint32_t n_unit;
	uint32_t n_part;
	double share; /* of the units has a term */
	bool pairs;   /* of units are what is taken */
};

static void
random_table(struct sparse *t, const struct shape *x)
{
	uint64_t seed = 7;
	uint32_t n_unit = x->n_unit;

	sparse_begin(t, n_unit);
	for (uint32_t i = 0; i < x->n_term; i++) {
		sparse_cell(t, i % n_unit, 1 + i % 3);
		for (uint32_t j = i % n_unit + 1; j < n_unit; j++)
			if (lanczos_number(&seed) < 2 * x->share - 1)
				sparse_cell(t, j, 1 + j % 4);
		sparse_end(t);
	}
}

/* The largest difference from sums of F_a F_b / F, term by term. */
static double
differ(const struct sparse *t, uint32_t n_part, const uint32_t *part,
    const uint32_t *times, const double *m)
{
	double *want = calloc((size_t)n_part * n_part, sizeof(*want));
	double *F = calloc(n_part, sizeof(*F));
	double most = 0;

	for (uint32_t i = 0; i < t->n_row; i++) {
		double all = 0;

		for (uint32_t a = 0; a < n_part; a++)
			F[a] = 0;
		for (size_t k = t->at[i]; k < t->at[i + 1]; k++) {
			all += t->f[k];
			if (part[t->col[k]] != UINT32_MAX)
				F[part[t->col[k]]] +=
				    t->f[k] * times[t->col[k]];
		}
		for (uint32_t a = 0; a < n_part; a++)
			for (uint32_t b = 0; b < n_part; b++)
				want[a * n_part + b] += F[a] * F[b] / all;
	}
	for (uint32_t k = 0; k < n_part * n_part; k++)
		most = fmax(most, fabs(want[k] - m[k]) / (1 + want[k]));
	free(want);
	free(F);
	return most;
}

static void
try_one(const char *name, const struct shape *x)
{
	uint32_t n_unit = x->n_unit;
	uint32_t n_part = x->n_part;
	struct sparse t;
	struct crossed c;
	uint32_t *part = calloc(n_unit, sizeof(*part));
	uint32_t *times = calloc(n_unit, sizeof(*times));
	size_t n_m = (size_t)n_part * n_part;
	double *m = calloc(n_m, sizeof(*m));
	struct crossed_case both[2];

	random_table(&t, x);
	for (uint32_t i = 0; i < n_unit; i++) {
		part[i] = i % 11 == 5 ? UINT32_MAX : i % n_part;
		times[i] = 1;
	}
	crossed_open(&c, &t, n_part);
	ok(c.by_pairs == x->pairs, name);
	crossed_fill(&c, &(struct crossed_case){part, NULL, m}, 1);
	ok(differ(&t, n_part, part, times, m) < 1e-12, name);
	for (uint32_t i = 0; i < n_unit; i++)
		times[i] = i * 7 % 4;
	crossed_fill(&c, &(struct crossed_case){part, times, m}, 1);
	ok(differ(&t, n_part, part, times, m) < 1e-12, "drawn so often");
	both[0] = (struct crossed_case){part, NULL, calloc(n_m, sizeof(*m))};
	both[1] = (struct crossed_case){part, times, calloc(n_m, sizeof(*m))};
	crossed_fill(&c, both, 2);
	ok(memcmp(both[1].m, m, n_m * sizeof(*m)) == 0, "two at once");
	crossed_fill(&c, &(struct crossed_case){part, NULL, m}, 1);
	ok(memcmp(both[0].m, m, n_m * sizeof(*m)) == 0, "the other one");
	free(both[0].m);
	free(both[1].m);
	crossed_close(&c);
	sparse_free(&t);
	free(part);
	free(times);
	free(m);
}

/* Pairs are the same numbers, two at once or eight. */
static void
try_narrow(void)
{
	const struct shape x = {TERMS, UNITS, PARTS, .2, true};
	struct sparse t;
	struct crossed_pairs p[2] = {{.narrow = false}, {.narrow = true}};
	uint32_t part[UNITS];
	uint32_t times[UNITS];
	double m[2][2][PARTS * PARTS] = {{{0}}};
	bool same = true;

	random_table(&t, &x);
	for (uint32_t i = 0; i < UNITS; i++) {
		part[i] = i * 5 % PARTS;
		times[i] = i % 3;
	}
	for (int k = 0; k < 2; k++) {
		const struct crossed_case both[] = {
		    {part, NULL, m[k][0]}, {part, times, m[k][1]}};

		crossed_pairs_open(&p[k], &t, PARTS);
		crossed_pairs_fill(&p[k], both, 2);
		crossed_pairs_close(&p[k]);
	}
	for (int k = 0; k < 2; k++)
		for (int i = 0; i < PARTS * PARTS; i++)
			same &= m[0][k][i] == m[1][k][i];
	ok(same && m[0][0][0] > 0, "two numbers at once");
	sparse_free(&t);
}

int
main(void)
{
	try_one("pairs of units",
	    &(const struct shape){TERMS, UNITS, PARTS, .2, true});
	try_one("cells, terms that are often",
	    &(const struct shape){TERMS, 1500, PARTS, .2, false});
	try_one("cells, terms that are rare",
	    &(const struct shape){TERMS, UNITS, UNITS, .02, false});
	try_one("cells of too many units, in blocks",
	    &(const struct shape){3000, 11001, PARTS, .01, false});
	try_narrow();
	return done();
}
