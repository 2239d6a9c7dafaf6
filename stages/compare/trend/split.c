#include "split.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/rng.h"

enum {
	TABLE = 1 << 14, /* counts whose n ln n is kept */
};

/* One order of the units, and what an item makes of it. */
struct work {
	const struct series *s;
	double *table;   /* n ln n */
	uint32_t *point; /* by unit, in this order */
	double *ln_p;    /* by point: share of the words up to it */
	double *ln_q;    /* share behind it */
	uint64_t *t;     /* words up to the point */
	uint64_t *f;     /* by point, zeroed again by scan() */
};

static double
n_ln_n(const struct work *w, uint64_t n)
{
	return n < TABLE ? w->table[n] : (double)n * log((double)n);
}

/* Takes the order that w->point holds. */
static void
set_order(struct work *w)
{
	const struct series *s = w->s;
	uint64_t sum = 0;

	memset(w->t, 0, s->n_point * sizeof(*w->t));
	for (uint32_t i = 0; i < s->n_unit; i++)
		w->t[w->point[i]] += s->words[i];
	for (uint32_t k = 0; k + 1 < s->n_point; k++) {
		sum += w->t[k];
		w->t[k] = sum;
		w->ln_p[k] = log((double)sum / (double)s->T);
		w->ln_q[k] = log((double)(s->T - sum) / (double)s->T);
	}
}

/* The best split of an item in this order; gives its likelihood, less what is
 * the same for all.  Between two occurrences the likelihood is convex in the
 * words, so only splits beside an occurrence can be best. */
static double
scan(const struct work *w, uint32_t item, struct split *best)
{
	const struct series *s = w->s;
	double most = -(double)INFINITY;
	uint64_t f = 0;

	best->at = 0;
	for (size_t j = s->first[item]; j < s->first[item + 1]; j++)
		w->f[w->point[s->hit[j].unit]] += s->hit[j].f;
	for (uint32_t k = 0; k + 1 < s->n_point; k++) {
		uint64_t rest;
		double ln;

		f += w->f[k];
		if (w->f[k] == 0 && w->f[k + 1] == 0)
			continue;
		rest = s->F[item] - f;
		ln = n_ln_n(w, f) + n_ln_n(w, rest) - (double)f * w->ln_p[k] -
		    (double)rest * w->ln_q[k];
		if (ln > most) {
			most = ln;
			best->at = k + 1;
			best->f = f;
			best->t = w->t[k];
		}
	}
	memset(w->f, 0, s->n_point * sizeof(*w->f));
	return most;
}

/* Fisher and Yates (1938), by Durstenfeld (1964). */
static void
shuffle(struct work *w, struct stat_rng *rng)
{
	for (uint32_t i = w->s->n_unit; i > 1; i--) {
		uint32_t k = stat_rng_below(rng, i);
		uint32_t held = w->point[i - 1];

		w->point[i - 1] = w->point[k];
		w->point[k] = held;
	}
}

static void
open_work(struct work *w, const struct series *s)
{
	*w = (struct work){.s = s};
	w->table = mem_new(TABLE, sizeof(*w->table));
	for (uint32_t k = 2; k < TABLE; k++)
		w->table[k] = k * log(k);
	w->point = mem_new(s->n_unit, sizeof(*w->point));
	memcpy(w->point, s->point, s->n_unit * sizeof(*w->point));
	w->ln_p = mem_new(s->n_point, sizeof(*w->ln_p));
	w->ln_q = mem_new(s->n_point, sizeof(*w->ln_q));
	w->t = mem_new(s->n_point, sizeof(*w->t));
	w->f = mem_new(s->n_point, sizeof(*w->f));
}

static void
close_work(struct work *w)
{
	free(w->table);
	free(w->point);
	free(w->ln_p);
	free(w->ln_q);
	free(w->t);
	free(w->f);
}

void
split_find(struct split *v, const struct series *s, const uint32_t *item,
    uint32_t n, const struct split_chance *how)
{
	double *bar = mem_new(n, sizeof(*bar));
	struct stat_rng rng;
	struct work w;

	open_work(&w, s);
	set_order(&w);
	for (uint32_t i = 0; i < n; i++) {
		v[i].above = 0;
		bar[i] = scan(&w, item[i], &v[i]);
		/* equal splits differ by rounding */
		bar[i] -= 1e-10 + 1e-14 * n_ln_n(&w, s->F[item[i]]);
	}
	stat_rng_open(&rng, how->seed, how->stream, how->len);
	for (uint32_t rep = 0; s->n_point > 1 && rep < how->n; rep++) {
		shuffle(&w, &rng);
		set_order(&w);
		for (uint32_t i = 0; i < n; i++) {
			struct split x;

			v[i].above += scan(&w, item[i], &x) >= bar[i];
		}
	}
	close_work(&w);
	free(bar);
}

double
split_ln_orders(const struct series *s)
{
	double ln = lgamma((double)s->n_unit + 1);
	uint32_t from = 0;

	for (uint32_t i = 1; i <= s->n_unit; i++)
		if (i == s->n_unit || s->point[i] != s->point[from]) {
			ln -= lgamma((double)(i - from) + 1);
			from = i;
		}
	return ln;
}
