#include "nearest.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stat/adjust.h"
#include "lib/stat/deal.h"

enum {
	SUMS_MOST = 1 << 25 /* 256 MB */
};

static const double share = 0.05; /* q that one part alone can reach */
static const double tie = 1e-9;

struct work {
	struct nearest *n;
	uint32_t a;
	uint32_t *unit; /* of the others */
	uint32_t *part; /* theirs */
	uint32_t n_unit;
	double *sum; /* by part, of a deal */
	double *chunks;
	uint32_t *units;
};

void
nearest_open(struct nearest *n, const struct profiles *p)
{
	*n = (struct nearest){.p = p};
	n->kept = (double)p->n_part * p->n_unit <= SUMS_MOST;
	n->part = mem_new(p->n_unit, sizeof(*n->part));
	n->chunks = mem_new(p->n_unit, sizeof(*n->chunks));
	n->chance = mem_new(p->n_part, sizeof(*n->chance));
	n->value = mem_new(p->n_part, sizeof(*n->value));
	n->q = mem_new(p->n_part, sizeof(*n->q));
	if (n->kept)
		n->sum =
		    mem_new((size_t)p->n_part * p->n_unit, sizeof(*n->sum));
	for (size_t i = 0; i < p->n_text; i++) {
		n->part[p->text[i].unit] = p->text[i].part;
		n->chunks[p->text[i].unit]++;
	}
}

void
nearest_close(struct nearest *n)
{
	free(n->part);
	free(n->chunks);
	free(n->sum);
	free(n->chance);
	free(n->value);
	free(n->q);
}

/* The others' units; false if there is no other deal of them, or the part
 * itself is one unit, which does not speak for it. */
static bool
gather(struct work *w)
{
	const struct nearest *n = w->n;
	uint32_t n_own = 0;
	uint32_t n_part = 0;

	w->n_unit = 0;
	memset(w->chunks, 0, n->p->n_part * sizeof(*w->chunks));
	for (uint32_t u = 0; u < n->p->n_unit; u++) {
		if (!(n->chunks[u] > 0))
			continue;
		if (n->part[u] == w->a) {
			n_own++;
			continue;
		}
		n_part += !(w->chunks[n->part[u]] > 0);
		w->chunks[n->part[u]] = 1;
		w->part[w->n_unit] = n->part[u];
		w->unit[w->n_unit++] = u;
	}
	return n_own > 1 && n_part > 1 && w->n_unit > n_part;
}

/* The nearest of the others, and the least figure. */
struct found {
	double sum;    /* of its units, for each chunk of these */
	double mean;   /* that of all units */
	double width;  /* of a mean of so many units: sqrt(the variance) */
	double figure; /* how far sum is from the mean, by the width */
	double least;  /* figure of all */
};

/* The units' parts being these. */
static struct found
find(struct work *w, const uint32_t *part)
{
	const struct nearest *n = w->n;
	const double *of_a = n->sum + (size_t)w->a * n->p->n_unit;
	struct found f = {.sum = HUGE_VAL, .least = HUGE_VAL};
	double all = 0;
	double chunks = 0;

	memset(w->sum, 0, n->p->n_part * sizeof(*w->sum));
	memset(w->chunks, 0, n->p->n_part * sizeof(*w->chunks));
	memset(w->units, 0, n->p->n_part * sizeof(*w->units));
	for (uint32_t i = 0; i < w->n_unit; i++) {
		w->sum[part[i]] += of_a[w->unit[i]];
		w->chunks[part[i]] += n->chunks[w->unit[i]];
		w->units[part[i]]++;
		all += of_a[w->unit[i]];
		chunks += n->chunks[w->unit[i]];
	}
	f.mean = all / chunks;
	for (uint32_t b = 0; b < n->p->n_part; b++) {
		double d = w->sum[b] / w->chunks[b];
		double width = sqrt(1. / w->units[b] - 1. / w->n_unit);
		double x = (d - f.mean) / width;

		if (w->units[b] == 0)
			continue;
		f.least = fmin(f.least, x);
		if (d < f.sum) {
			f.sum = d;
			f.width = width;
			f.figure = x;
		}
	}
	return f;
}

static void
test_part(struct work *w, uint64_t seed)
{
	struct nearest *n = w->n;
	const char *name = n->p->name[w->a];
	double chunks = (double)(n->p->first[w->a + 1] - n->p->first[w->a]);
	struct found seen = find(w, w->part);
	uint64_t reached = 0;
	double sum = 0;
	struct stat_deal d;

	stat_deal_open(&d, w->part, NULL, w->n_unit);
	stat_deal_seed(&d, seed, name, strlen(name));
	for (uint64_t k = 0; k < n->deals; k++) {
		double least;

		stat_deal_next(&d);
		least = find(w, d.part).least;
		sum += least;
		reached += least <= seen.figure + tie * fabs(seen.figure);
	}
	n->chance[w->a] =
	    (seen.mean + sum / (double)n->deals * seen.width) / chunks;
	n->value[w->a] = stat_deal_p(reached, n->deals);
	stat_deal_close(&d);
}

static void
correct(struct nearest *n)
{
	for (uint32_t a = 0; a < n->p->n_part; a++)
		n->q[a] = log(n->value[a]);
	(void)stat_adjust_bh(n->q, NULL, n->p->n_part);
	for (uint32_t a = 0; a < n->p->n_part; a++)
		n->q[a] = exp(n->q[a]);
}

static void
tell(const struct nearest *n)
{
	if (!n->kept)
		note("nothing is tested by deals: there are too many parts "
		     "and units");
	else if (n->n_test == 0)
		note("nothing is tested by deals: that takes three parts, and "
		     "two speeches with chunks in a part and in another one");
	else
		note("the other parts dealt to their units %" PRIu64
		     " times; q over so many parts: %" PRIu64
		     " (least q of one alone: %.6g)",
		    n->deals, n->n_test,
		    (double)n->n_test * stat_deal_p(0, n->deals));
}

void
nearest_test(struct nearest *n, uint64_t deals, uint64_t seed)
{
	const struct profiles *p = n->p;
	struct work w = {.n = n};

	w.unit = mem_new(p->n_unit, sizeof(*w.unit));
	w.part = mem_new(p->n_unit, sizeof(*w.part));
	w.sum = mem_new(p->n_part, sizeof(*w.sum));
	w.chunks = mem_new(p->n_part, sizeof(*w.chunks));
	w.units = mem_new(p->n_part, sizeof(*w.units));
	for (w.a = 0; n->kept && w.a < p->n_part; w.a++)
		n->n_test += gather(&w);
	n->deals = stat_deal_enough(n->n_test, share, deals);
	for (w.a = 0; w.a < p->n_part; w.a++) {
		n->chance[w.a] = n->value[w.a] = (double)NAN;
		if (n->kept && gather(&w))
			test_part(&w, seed);
	}
	correct(n);
	tell(n);
	free(w.unit);
	free(w.part);
	free(w.sum);
	free(w.chunks);
	free(w.units);
}
