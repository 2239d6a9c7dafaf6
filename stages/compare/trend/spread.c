#include "spread.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/table/counts.h"

enum {
	FOUR = 4,            /* orders whose times are found together */
	EIGHT = 8,           /* whole numbers, of 16 bits, summed together */
	WHOLE_MOST = 0x7FFF, /* of a time, or a sum of some */
};

typedef int16_t whole_eight __attribute__((vector_size(EIGHT * 2)));

void
spread_take(struct spread *w, uint32_t lane, const uint32_t *cell)
{
	memcpy(w->cell[lane], cell, w->s->n_unit * sizeof(*cell));
	w->n_lane = lane + 1;
}

/* Of times in four orders: sums, then means and variances. */
struct moments {
	chance_two mean_a;
	chance_two mean_b;
	chance_two var_a;
	chance_two var_b;
};

static inline void
add_moments(struct moments *m, double share, chance_two a, chance_two b)
{
	chance_two x = share * a;
	chance_two y = share * b;

	m->mean_a += x;
	m->mean_b += y;
	m->var_a += x * a;
	m->var_b += y * b;
}

static void
put_moments(const struct moments *m, double *mean, double *var)
{
	chance_two a = m->var_a - m->mean_a * m->mean_a;
	chance_two b = m->var_b - m->mean_b * m->mean_b;

	memcpy(mean, &m->mean_a, sizeof(a));
	memcpy(mean + 2, &m->mean_b, sizeof(b));
	memcpy(var, &a, sizeof(a));
	memcpy(var + 2, &b, sizeof(b));
}

/* The times of the places in four orders, their means and variances. */
static void
spread_four(struct spread *w, uint32_t lane)
{
	uint32_t *const *cell = w->cell + lane;
	const uint32_t *of[FOUR] = {cell[0], cell[1], cell[2], cell[3]};
	const double *time = w->time;
	const double *share = w->share;
	const int16_t *whole = w->whole_time;
	uint32_t p = 0;

	for (uint32_t g = 0; g < w->w->n_stratum; g++) {
		struct moments m = {{0}, {0}, {0}, {0}};
		uint32_t end = w->w->end[g];

		for (; p < end; p++) {
			uint32_t i = of[0][p];
			uint32_t j = of[1][p];
			uint32_t k = of[2][p];
			uint32_t l = of[3][p];

			add_moments(&m, share[p],
			    (chance_two){time[i], time[j]},
			    (chance_two){time[k], time[l]});
			if (whole != NULL) {
				int16_t *to = w->whole[p] + lane;

				to[0] = whole[i];
				to[1] = whole[j];
				to[2] = whole[k];
				to[3] = whole[l];
			} else {
				double *to = w->at[p] + lane;

				to[0] = time[i];
				to[1] = time[j];
				to[2] = time[k];
				to[3] = time[l];
			}
		}
		put_moments(&m, w->mean[g] + lane, w->var[g] + lane);
	}
}

static void
spread(struct spread *w)
{
	for (uint32_t lane = 0; lane < w->n_lane; lane += FOUR)
		spread_four(w, lane);
	w->n_lane = 0;
}

/* ---- sum of f x over the occurrences ---- */

static void
add_times(const struct spread *w, uint32_t test, double *U)
{
	const uint32_t *once_end = w->once + w->first_once[test + 1];
	const struct series_hit *often_end =
	    w->often + w->first_often[test + 1];

	for (uint32_t q = 0; q < CHANCE_LANES; q += FOUR) {
		const uint32_t *once = w->once + w->first_once[test];
		const struct series_hit *often =
		    w->often + w->first_often[test];
		chance_two a = {0};
		chance_two b = {0};

		for (; once < once_end; once++) {
			const double *at = w->at[*once] + q;

			a += *(const chance_two *)at;
			b += *(const chance_two *)(at + 2);
		}
		for (; often < often_end; often++) {
			const double *at = w->at[often->unit] + q;
			double f = (double)(int64_t)often->f;

			a += f * *(const chance_two *)at;
			b += f * *(const chance_two *)(at + 2);
		}
		memcpy(U + q, &a, sizeof(a));
		memcpy(U + q + 2, &b, sizeof(b));
	}
}

static void
add_sums(const whole_eight *sum, double *U)
{
	const int16_t *x = (const int16_t *)sum;

	for (uint32_t k = 0; k < CHANCE_LANES; k++)
		U[k] += x[k];
}

/* The same in whole numbers, which no order of sums rounds: of 16 bits as far
 * as they reach. */
static void
add_whole_once(const struct spread *w, uint32_t test, double *U)
{
	const uint32_t *once = w->once + w->first_once[test];
	size_t n = w->first_once[test + 1] - w->first_once[test];
	size_t most = WHOLE_MOST / w->most;

	while (n > 0) {
		const uint32_t *end = once + (n < most ? n : most);
		whole_eight a = {0};
		whole_eight b = {0};
		whole_eight c = {0};
		whole_eight d = {0};

		n -= (size_t)(end - once);
		for (; once < end; once++) {
			const whole_eight *x =
			    (const whole_eight *)w->whole[*once];

			a += x[0];
			b += x[1];
			c += x[2];
			d += x[3];
		}
		add_sums((const whole_eight[]){a, b, c, d}, U);
	}
}

static void
add_whole_often(const struct spread *w, uint32_t test, double *U)
{
	const struct series_hit *hit = w->often + w->first_often[test];
	const struct series_hit *end = w->often + w->first_often[test + 1];
	const whole_eight none = {0};
	whole_eight a = none;
	whole_eight b = none;
	whole_eight c = none;
	whole_eight d = none;
	uint64_t most = WHOLE_MOST / w->most;
	uint64_t room = most;

	for (; hit < end; hit++) {
		const int16_t *at = w->whole[hit->unit];
		const whole_eight *x = (const whole_eight *)at;
		uint64_t f = hit->f;

		if (f > most) {
			for (uint32_t k = 0; k < CHANCE_LANES; k++)
				U[k] += (double)(int64_t)f * at[k];
			continue;
		}
		if (f > room) {
			add_sums((const whole_eight[]){a, b, c, d}, U);
			a = b = c = d = none;
			room = most;
		}
		room -= f;
		a += (int16_t)f * x[0];
		b += (int16_t)f * x[1];
		c += (int16_t)f * x[2];
		d += (int16_t)f * x[3];
	}
	if (room < most)
		add_sums((const whole_eight[]){a, b, c, d}, U);
}

void
spread_sum(struct spread *w, uint32_t test, double *U)
{
	if (w->n_lane > 0)
		spread(w);
	memset(U, 0, sizeof(spread_lanes));
	if (w->whole != NULL) {
		add_whole_once(w, test, U);
		add_whole_often(w, test, U);
	} else {
		add_times(w, test, U);
	}
}

/* ---- the outside ---- */

/* The places of each item: those that have it once, and the others. */
static void
list_places(struct spread *w, const uint32_t *item, uint32_t n)
{
	const struct series *s = w->s;
	size_t n_once = 0;
	size_t n_often = 0;

	w->first_once = mem_new((size_t)n + 1, sizeof(*w->first_once));
	w->first_often = mem_new((size_t)n + 1, sizeof(*w->first_often));
	for (uint32_t i = 0; i < n; i++) {
		for (size_t j = s->first[item[i]]; j < s->first[item[i] + 1];
		     j++)
			n_once += s->hit[j].f == 1;
		w->first_once[i + 1] = n_once;
		n_often += s->first[item[i] + 1] - s->first[item[i]];
		w->first_often[i + 1] = n_often - n_once;
	}
	w->once = mem_new(n_once, sizeof(*w->once));
	w->often = mem_new(n_often - n_once, sizeof(*w->often));
	n_once = n_often = 0;
	for (uint32_t i = 0; i < n; i++)
		for (size_t j = s->first[item[i]]; j < s->first[item[i] + 1];
		     j++) {
			const struct series_hit *x = &s->hit[j];
			uint32_t p = w->w->place[x->unit];

			if (x->f == 1)
				w->once[n_once++] = p;
			else
				w->often[n_often++] =
				    (struct series_hit){p, x->f};
		}
}

/* The times of the cells, and whether they are whole numbers whose sums are
 * exact. */
static void
open_times(struct spread *w)
{
	const struct series *s = w->s;
	double most = 1;
	bool whole = true;

	w->time = mem_new(w->w->n_cell, sizeof(*w->time));
	for (uint32_t k = 0; k < w->w->n_cell; k++) {
		double x = w->w->x[k] - s->x[0];

		w->time[k] = x;
		whole = whole && x >= 0 && x <= WHOLE_MOST && x == floor(x);
		most = fmax(most, x);
	}
	if (!whole || (double)s->T * most >= (double)COUNTS_MAX) {
		w->at = mem_new(s->n_unit, sizeof(*w->at));
		return;
	}
	w->most = (uint64_t)most;
	w->whole = mem_new(s->n_unit, sizeof(*w->whole));
	w->whole_time = mem_new(w->w->n_cell, sizeof(*w->whole_time));
	for (uint32_t k = 0; k < w->w->n_cell; k++)
		w->whole_time[k] = (int16_t)w->time[k];
}

void
spread_open(struct spread *w, const struct series *s, const struct within *in,
    const uint32_t *item, uint32_t n)
{
	double *t = mem_new(in->n_stratum, sizeof(*t));

	*w = (struct spread){.s = s, .w = in};
	w->share = mem_new(s->n_unit, sizeof(*w->share));
	w->mean = mem_new(in->n_stratum, sizeof(*w->mean));
	w->var = mem_new(in->n_stratum, sizeof(*w->var));
	for (uint32_t k = 0; k < CHANCE_LANES; k++)
		w->cell[k] = mem_new(s->n_unit, sizeof(*w->cell[k]));
	for (uint32_t i = 0; i < s->n_unit; i++)
		t[in->stratum[i]] += (double)s->words[i];
	for (uint32_t i = 0; i < s->n_unit; i++)
		w->share[in->place[i]] =
		    (double)s->words[i] / t[in->stratum[i]];
	free(t);
	open_times(w);
	list_places(w, item, n);
}

void
spread_close(struct spread *w)
{
	for (uint32_t k = 0; k < CHANCE_LANES; k++)
		free(w->cell[k]);
	free(w->share);
	free(w->time);
	free(w->whole_time);
	free(w->at);
	free(w->whole);
	free(w->mean);
	free(w->var);
	free(w->first_once);
	free(w->once);
	free(w->first_often);
	free(w->often);
}
