#include "drawn.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/stat/deal.h"

/* The units of one part. */
struct work {
	const struct placed *u;
	double *place; /* of all units, in the plane, without their own share */
	uint32_t *unit;
	uint32_t n;
	uint32_t reps;
};

/* Variances and covariance of the mean in the plane: those of the resampled
 * means, which are smaller by (n - 1) / n. */
static void
draw(const struct work *w, struct stat_draw *b, double variance[3])
{
	const struct placed *u = w->u;
	double sum[2] = {0, 0};
	double square[3] = {0, 0, 0};
	double grow = (double)w->n / (w->n - 1) / w->reps;

	for (uint32_t rep = 0; rep < w->reps; rep++) {
		double words = 0;
		double at[2] = {0, 0};

		stat_draw_next(b);
		for (uint32_t i = 0; i < w->n; i++) {
			const double *x = w->place + 2 * (size_t)w->unit[i];

			words += b->times[i] * u->words[w->unit[i]];
			at[0] += b->times[i] * x[0];
			at[1] += b->times[i] * x[1];
		}
		for (int k = 0; k < 2; k++) {
			at[k] /= words;
			sum[k] += at[k];
		}
		square[0] += at[0] * at[0];
		square[1] += at[0] * at[1];
		square[2] += at[1] * at[1];
	}
	variance[0] = grow * fmax(square[0] - sum[0] * sum[0] / w->reps, 0);
	variance[1] = grow * (square[1] - sum[0] * sum[1] / w->reps);
	variance[2] = grow * fmax(square[2] - sum[1] * sum[1] / w->reps, 0);
}

static void
take_out(struct work *w, const struct stat_ca *a)
{
	const struct placed *u = w->u;

	for (uint32_t i = 0; i < u->n; i++)
		for (size_t k = 0; k < 2; k++) {
			double own =
			    u->self[i] - u->words[i] * (u->words[i] / a->n);

			w->place[2 * (size_t)i + k] =
			    u->place[i * u->n_axis + k] -
			    own * a->col.coord[u->part[i] * u->n_axis + k] /
				a->value[k];
		}
}

static void
find_centre(const struct work *w, double centre[2])
{
	double words = 0;

	centre[0] = centre[1] = 0;
	for (uint32_t i = 0; i < w->n; i++) {
		words += w->u->words[w->unit[i]];
		centre[0] += w->place[2 * (size_t)w->unit[i]];
		centre[1] += w->place[2 * (size_t)w->unit[i] + 1];
	}
	centre[0] /= words;
	centre[1] /= words;
}

static void
find_region(struct work *w, uint64_t seed, struct drawn_region *to)
{
	const double none = (double)NAN;
	double variance[3] = {none, 0, 0};
	struct stat_draw b;

	to->centre[0] = to->centre[1] = none;
	if (w->n > 2 && w->u->n_axis > 1) {
		stat_draw_open(&b, w->n, seed, "", 0);
		draw(w, &b, variance);
		stat_draw_close(&b);
		find_centre(w, to->centre);
	}
	to->ellipse = stat_place_region(variance, w->n, 0.95);
}

void
drawn_regions(const struct placed *u, const struct stat_ca *a, uint32_t reps,
    uint64_t seed, struct drawn_region *to)
{
	struct work w = {.u = u, .reps = reps};

	w.unit = mem_new(u->n, sizeof(*w.unit));
	w.place = mem_new(2 * (size_t)u->n, sizeof(*w.place));
	if (u->n_axis > 1)
		take_out(&w, a);
	for (uint32_t part = 0; part < u->n_part; part++) {
		w.n = 0;
		for (uint32_t i = 0; i < u->n; i++)
			if (u->part[i] == part)
				w.unit[w.n++] = i;
		find_region(&w, seed, &to[part]);
	}
	free(w.unit);
	free(w.place);
}
