#include "screen.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	PARTS = 256,     /* their numbers have room in a byte */
	F_MOST = 4096,   /* more often takes longer than to look at all */
	BYTE_MOST = 255, /* units that are counted in bytes */
};

/* How far the words of a part mostly are from their mean, in deviations. */
static const double far = 3.5;
static const double by_rounding = 1e-9;

/* Sixteen bytes at once, which is what any machine compares at once. */
typedef uint8_t sixteen __attribute__((vector_size(16)));
typedef uint16_t eight __attribute__((vector_size(16)));

struct screen_plane {
	size_t from; /* unit[from] .. */
	uint32_t n;
	uint32_t bit;
};

/* What bounds E of a test. */
struct bounds {
	double F;
	double bar[CHANCE_MEASURES];
	double E[2]; /* of words */
	double size; /* of units alike: so many */
	double hits; /* of which so many can have the item */
	double per;  /* occurrences by word */
	double mean; /* words of one without it, */
	double w[2]; /* and of those that have it */
};

/* ---- limits ---- */

static double
figure(double f, double E, double F)
{
	double d = f - E;
	double A = f + 2 * E;

	return A > 0 && A < 3 * F ? d * d * 3 * F / (A * (3 * F - A))
				  : (double)INFINITY;
}

static bool
is_below(double f, const struct bounds *b, uint32_t measures)
{
	double with = fmin(f, fmin(b->size, b->hits));
	double E = b->per * b->size * b->mean;
	double low = E - b->per * with * fmax(0, b->mean - b->w[0]);
	double high = E + b->per * with * fmax(0, b->w[1] - b->mean);
	double x = fmax(figure(f, b->E[0], b->F), figure(f, b->E[1], b->F));
	double y = fmax(figure(f, fmax(0, low) * (1 - by_rounding), b->F),
	    figure(f, high * (1 + by_rounding), b->F));

	return x < b->bar[0] * (1 - by_rounding) &&
	    (measures == 1 || y < b->bar[1] * (1 - by_rounding));
}

/* Occurrences that are below the bars, *from and more, up to the one returned;
 * 0 where others would be seen so often that it is not worth a look. */
static uint32_t
limit_of(const struct screen *s, const struct bounds *b, uint32_t *from)
{
	double usual = (b->E[0] + b->E[1]) / 2;
	double low = floor(usual);
	double high = low;

	while (low >= 0 && is_below(low, b, s->measures))
		low--;
	while (high <= b->F && is_below(high, b, s->measures))
		high++;
	if (high <= usual + sqrt(usual) || low >= fmax(0, usual - sqrt(usual)))
		return 0;
	*from = (uint32_t)(low + 1);
	return (uint32_t)high - *from;
}

/* Words of the parts, as dealt mostly. */
static void
find_ranges(struct screen *s)
{
	const struct units *u = s->u;
	double mean = u->T[0] / u->n;
	double var = 0;

	s->least = mem_new(u->n_part, sizeof(*s->least));
	s->most = mem_new(u->n_part, sizeof(*s->most));
	for (uint32_t i = 0; i < u->n; i++)
		var += (u->words[i] - mean) * (u->words[i] - mean) / u->n;
	for (uint32_t j = 0; j < u->n_part; j++) {
		double wide = far * sqrt(var * u->size[j]);

		s->least[j] = fmax(0, u->size[j] * mean - wide);
		s->most[j] = fmin(u->T[0], u->size[j] * mean + wide);
	}
}

static void
set_item(struct bounds *b, const struct units *u, uint32_t item, double mean)
{
	b->F = u->F[item];
	b->hits = (double)(u->first[item + 1] - u->first[item]);
	b->per = b->F / u->T[0];
	b->mean = mean;
	b->w[0] = (double)INFINITY;
	b->w[1] = 0;
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
		double words = u->words[u->hit[j].unit];

		b->w[0] = words < b->w[0] ? words : b->w[0];
		b->w[1] = words > b->w[1] ? words : b->w[1];
	}
}

static void
set_limits(struct screen *s, uint32_t n)
{
	const struct units *u = s->u;
	struct bounds b = {0};
	uint32_t item = UINT32_MAX;

	for (uint32_t i = 0; i < n; i++) {
		const struct apart_test *x = &s->test[i];
		const double *bar = s->bar + (size_t)i * s->measures;

		if (x->part == APART_ALL || isnan(bar[0]) ||
		    u->F[x->item] > F_MOST)
			continue;
		if (x->item != item)
			set_item(&b, u, x->item,
			    s->means != NULL ? s->means[x->item] : 0);
		item = x->item;
		memcpy(b.bar, bar, s->measures * sizeof(*bar));
		b.size = u->size[x->part];
		b.E[0] = b.per * s->least[x->part] * (1 - by_rounding);
		b.E[1] = b.per * s->most[x->part] * (1 + by_rounding);
		s->limit[i] = limit_of(s, &b, &s->from[i]);
	}
}

/* ---- units by bit ---- */

/* The units of an item whose f has the bit. */
static void
add_plane(struct screen *s, uint32_t item, uint32_t bit, size_t *n_plane,
    size_t *n_unit)
{
	const struct units *u = s->u;
	struct screen_plane *x = &s->plane[*n_plane];

	*x = (struct screen_plane){*n_unit, 0, bit};
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++)
		if (((uint32_t)u->hit[j].f >> bit & 1) != 0)
			s->unit[x->from + x->n++] = u->hit[j].unit;
	*n_unit += x->n;
	*n_plane += x->n > 0;
}

/* Bits of the f of an item, and how many there are in all. */
static uint32_t
count_bits(const struct units *u, uint32_t item, size_t *n)
{
	uint32_t bits = 0;

	*n = 0;
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
		uint32_t f = (uint32_t)u->hit[j].f;

		bits |= f;
		*n += (size_t)__builtin_popcount(f);
	}
	return bits;
}

static void
list_units(struct screen *s, uint32_t n)
{
	const struct units *u = s->u;
	bool *is = mem_new(u->n_item, sizeof(*is));
	size_t n_plane = 0;
	size_t n_unit = 0;

	for (uint32_t i = 0; i < n; i++)
		is[s->test[i].item] |= s->limit[i] > 0;
	for (uint32_t i = 0; i < u->n_item; i++)
		if (is[i]) {
			size_t more;

			n_plane +=
			    (size_t)__builtin_popcount(count_bits(u, i, &more));
			n_unit += more;
		}
	s->first = mem_new((size_t)u->n_item + 1, sizeof(*s->first));
	s->plane = mem_new(n_plane + 1, sizeof(*s->plane)); /* an empty one */
	s->unit = mem_new(n_unit, sizeof(*s->unit));
	n_plane = 0;
	n_unit = 0;
	for (uint32_t i = 0; i < u->n_item; i++) {
		size_t more;
		uint32_t bits = is[i] ? count_bits(u, i, &more) : 0;

		for (; bits != 0; bits &= bits - 1)
			add_plane(s, i, (uint32_t)__builtin_ctz(bits), &n_plane,
			    &n_unit);
		s->first[i + 1] = n_plane;
	}
	free(is);
}

/* ---- the outside ---- */

void
screen_open(struct screen *s, uint32_t n)
{
	const struct units *u = s->u;

	s->limit = mem_new(n, sizeof(*s->limit));
	s->from = mem_new(n, sizeof(*s->from));
	if (!s->hands->whole || u->n_part > PARTS)
		return;
	find_ranges(s);
	set_limits(s, n);
	list_units(s, n);
	s->part = mem_new(u->n, sizeof(*s->part));
	s->beyond = mem_new(u->n_part, sizeof(*s->beyond));
}

void
screen_close(struct screen *s)
{
	free(s->limit);
	free(s->from);
	free(s->least);
	free(s->most);
	free(s->part);
	free(s->beyond);
	free(s->first);
	free(s->plane);
	free(s->unit);
}

static void
make(struct screen *s, const double (*t)[CHANCE_LANES])
{
	hands_pack(s->hands, s->part);
	for (uint32_t j = 0; j < s->u->n_part; j++) {
		s->beyond[j] = 0;
		for (uint32_t k = 0; k < CHANCE_LANES; k++)
			s->beyond[j] |= (uint32_t)(t[j][k] < s->least[j] ||
					    t[j][k] > s->most[j])
			    << k;
	}
	s->made = true;
}

/* Adds the units of a plane that the part has. */
static void
add_units(const struct screen *s, const struct screen_plane *x, uint8_t part,
    uint16_t *f)
{
	const uint32_t *unit = s->unit + x->from;
	uint32_t next;

	for (uint32_t i = 0; i < x->n; i = next) {
		sixteen n[2] = {{0}, {0}};
		sixteen a = {0};
		sixteen b = {0};
		const uint8_t *of = (const uint8_t *)n;

		next = x->n - i > BYTE_MOST ? i + BYTE_MOST : x->n;
		for (uint32_t j = i; j < next; j++) {
			const sixteen *of_unit =
			    (const sixteen *)s->part[unit[j]];

			a -= (sixteen)(of_unit[0] == part);
			b -= (sixteen)(of_unit[1] == part);
		}
		n[0] = a;
		n[1] = b;
		for (uint32_t k = 0; k < CHANCE_LANES; k++)
			f[k] = (uint16_t)(f[k] + (of[k] << x->bit));
	}
}

/* Is any beyond the limit?  Mostly none is. */
static bool
is_doubt(const uint16_t f[CHANCE_LANES], uint16_t from, uint16_t limit)
{
	const eight *x = (const eight *)f;
	eight is = {0};
	uint64_t any[2];

	for (uint32_t k = 0; k < CHANCE_LANES / 8; k++)
		is |= (eight)(x[k] - from >= limit);
	memcpy(any, &is, sizeof(any));
	return (any[0] | any[1]) != 0;
}

/* Occurrences in each deal; returns those, as bits, that may reach a bar. */
static uint32_t
look(const struct screen *s, uint32_t test, uint16_t f[CHANCE_LANES])
{
	uint32_t item = s->test[test].item;
	uint32_t part = s->test[test].part;
	uint32_t from = s->from[test];
	uint32_t limit = s->limit[test];
	uint32_t doubt = s->beyond[part];

	memset(f, 0, CHANCE_LANES * sizeof(*f));
	for (size_t k = s->first[item]; k < s->first[item + 1]; k++)
		add_units(s, &s->plane[k], (uint8_t)part, f);
	if (!is_doubt(f, (uint16_t)from, (uint16_t)limit))
		return doubt;
	for (uint32_t k = 0; k < CHANCE_LANES; k++)
		doubt |= (uint32_t)(f[k] - from >= limit) << k;
	return doubt;
}

/* A third of G2 of a part that has f, and of the others, as apart.c has it. */
static double
apart(double f, double E, double F)
{
	double d = f - E;
	double rest = F - f;
	double E_rest = F - E;
	double d_rest = rest - E_rest;

	return d * d / (fabs(f + 2 * E) + DBL_MIN) +
	    d_rest * d_rest / (fabs(rest + 2 * E_rest) + DBL_MIN);
}

/* What is to be expected of as many units without the item, and what those
 * that have it are beyond. */
static double
expected(const struct screen *s, const struct apart_test *x, uint32_t lane)
{
	const struct units *u = s->u;
	const uint32_t *part = s->hands->deal[lane];
	double per = u->F[x->item] / u->T[0];
	double mean = s->means[x->item];
	int64_t n = 0;
	int64_t words = 0;

	for (size_t j = u->first[x->item]; j < u->first[x->item + 1]; j++) {
		uint32_t unit = u->hit[j].unit;
		int64_t in = part[unit] == x->part;

		n += in;
		words += s->hands->words[unit] & -in;
	}
	return per * mean * u->size[x->part] +
	    per * ((double)words - (double)n * mean);
}

bool
screen_figures(struct screen *s, uint32_t test, const double (*t)[CHANCE_LANES],
    double (*x)[CHANCE_LANES])
{
	const struct apart_test *of = &s->test[test];
	double F = s->u->F[of->item];
	uint16_t f[CHANCE_LANES] __attribute__((aligned(16)));
	uint32_t lane;

	if (!s->made)
		make(s, t);
	lane = look(s, test, f);
	if (lane == 0)
		return false;
	memset(x, 0, s->measures * sizeof(*x));
	for (; lane != 0; lane &= lane - 1) {
		uint32_t k = (uint32_t)__builtin_ctz(lane);

		x[0][k] = apart(f[k], F / s->u->T[0] * t[of->part][k], F);
		if (s->measures > 1)
			x[1][k] = apart(f[k], expected(s, of, k), F);
	}
	return true;
}
