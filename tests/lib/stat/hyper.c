/* stat_hyper - Lafon's Robespierre table, and tails to 2^53. */
#include <stddef.h>
#include <stdio.h>

#include "lib/stat/hyper.h"
#include "tap.h"

enum {
	N_FORM = 6,
	N_PART = 10
};

/* Counts of de, peuple, republique, ennemi, patrie and all other forms. */
static const uint64_t count[N_FORM][N_PART] = {
    {464, 165, 194, 392, 398, 235, 509, 96, 58, 662},
    {45, 18, 15, 14, 53, 30, 42, 16, 4, 59},
    {35, 10, 16, 29, 29, 9, 21, 14, 2, 42},
    {30, 13, 11, 19, 22, 10, 16, 7, 2, 35},
    {6, 5, 16, 8, 23, 10, 35, 8, 3, 39},
    {7815, 2347, 3668, 6441, 7371, 4261, 9519, 1922, 1015, 13096},
};

/* R, textometry 0.1.6: specificities(count), rounded to 4 decimals. */
static const double expected[N_FORM][N_PART] = {
    {1.2477, 2.6891, -0.5534, 1.6471, -0.5096, -0.2909, -0.6132, -0.8098,
	0.3884, -2.2050},
    {0.6161, 1.1466, -0.6709, -4.1743, 2.1122, 1.2906, -0.7980, 1.3632, -0.3977,
	-0.8410},
    {0.9753, 0.4424, 0.6038, 0.9023, 0.4706, -1.2797, -2.2003, 1.9736, -0.5366,
	-0.6335},
    {1.2133, 1.6778, 0.3146, 0.3091, 0.3364, -0.5024, -2.0550, 0.4965, -0.3552,
	-0.4359},
    {-4.2432, -0.4160, 1.4491, -2.0903, 0.6178, -0.3834, 1.5961, 0.8409, 0.2942,
	0.6414},
    {-1.2657, -3.6429, 0.3542, -0.5984, -0.5387, 0.3333, 1.2439, -0.5569,
	0.3377, 2.4355},
};

/* ln P(X <= f) and ln P(X >= f): sums of all terms at 45 digits (mpmath; the
 * fourth from the end by quadrature with Euler-Maclaurin terms). */
struct tail {
	uint64_t f;
	struct stat_hyper h;
	double le;
	double ge;
};

static const struct tail tails[] = {
    {0, {1, 1, 2}, -0.693147180559945309, 0.0},
    {1, {1, 1, 2}, 0.0, -0.693147180559945309},
    {3, {10, 5, 20}, -0.164524216834586316, -0.693147180559945309},
    {500, {1000, 10000, 1000000}, 0, -1630.44779380999905},
    {0, {1000, 10000, 1000000}, -10.0553846895288041, 0.0},
    {100000, {200000, 10000000, 1000000000}, 0, -323385.654266155825},
    {20000, {1500000, 1000000, 20000000}, -31308.2717123122214, 0},
    {14, {296, 6903, 61449}, -9.61175728740069578, -0.0000249908404152413548},
    {6, {153, 8395, 61449}, -9.77035956927964072, -0.0000138495220406159274},
    {249990000, {500000000, 500000000, 1000000000}, -2.2733861324448909,
	-0.108632828998729297},
    {250010000, {500000000, 500000000, 1000000000}, -0.108632828998729297,
	-2.2733861324448909},
    {0, {1, 1, 9007199254740992}, -1.1102230246251566e-16, 0.0},
    {1, {1, 1, 9007199254740992}, 0.0, -36.7368005696771014},
    {1, {3, 1000000, 1000000000000000}, -2.999996998000009e-18,
	-19.6246535492783005},
    {900, {1000, 999999800, 1000000000}, -1250.92076878349788, 0},
};

static double
specificity(uint64_t f, const struct stat_hyper *h)
{
	return stat_hyper_below(f, h) ? stat_hyper_le(f, h) / M_LN10
				      : -stat_hyper_ge(f, h) / M_LN10;
}

static void
robespierre(void)
{
	uint64_t F[N_FORM] = {0};
	uint64_t t[N_PART] = {0};
	uint64_t T = 0;

	for (size_t i = 0; i < N_FORM; i++)
		for (size_t j = 0; j < N_PART; j++) {
			F[i] += count[i][j];
			t[j] += count[i][j];
			T += count[i][j];
		}
	is_u64(T, 61449, "size of the corpus");
	for (size_t i = 0; i < N_FORM; i++)
		for (size_t j = 0; j < N_PART; j++) {
			struct stat_hyper h = {F[i], t[j], T};
			double got = specificity(count[i][j], &h);
			char name[64];

			(void)snprintf(name, sizeof(name),
			    "form %zu in D%zu: %.4f", i + 1, j + 1,
			    expected[i][j]);
			ok(fabs(got - expected[i][j]) < 0.5001e-4, name);
		}
}

/* Values of the field's literature: S to 1e-5 absolute. */
static void
stress(void)
{
	static const struct {
		uint64_t f;
		struct stat_hyper h;
		double s;
	} v[] = {
	    {500, {1000, 10000, 1000000}, 708.094480},
	    {0, {1000, 10000, 1000000}, -4.366998},
	    {100000, {200000, 10000000, 1000000000}, 140444.605174},
	    {20000, {1500000, 1000000, 20000000}, -13597.009643},
	};

	for (size_t i = 0; i < sizeof(v) / sizeof(*v); i++)
		ok(fabs(specificity(v[i].f, &v[i].h) - v[i].s) < 1e-5,
		    "far beyond the smallest double");
}

static void
edges(void)
{
	struct stat_hyper h = {10, 15, 20};
	struct stat_hyper all = {7, 20, 20};
	struct stat_hyper none = {0, 0, 0};
	double sum = 0;

	near(stat_hyper_le(4, &h), -(double)INFINITY, 0, "P(X <= 4) = 0");
	near(stat_hyper_le(5, &h), stat_hyper_mass(5, &h), 1e-14,
	    "the lowest value");
	near(stat_hyper_ge(11, &h), -(double)INFINITY, 0, "P(X >= 11) = 0");
	near(stat_hyper_ge(5, &h), 0, 0, "P(X >= 5) = 1");
	near(stat_hyper_le(10, &h), 0, 0, "P(X <= 10) = 1");
	near(stat_hyper_mass(7, &all), 0, 0, "a part that is the whole");
	near(stat_hyper_ge(0, &none), 0, 0, "nothing at all");
	for (uint64_t f = 5; f <= 10; f++)
		sum += exp(stat_hyper_mass(f, &h));
	near(sum, 1, 1e-14, "the masses sum to 1");
}

/* Where a quadrature takes over from the series both must agree: tails that
 * differ by one mass. */
static void
seams(void)
{
	for (uint64_t T = 1000000; T <= UINT64_C(1000000000000000); T *= 1000) {
		struct stat_hyper h = {T / 2, T / 4, T};
		uint64_t f = T / 8 - (uint64_t)sqrt((double)T) / 8;
		double one =
		    exp(stat_hyper_le(f, &h)) + exp(stat_hyper_ge(f + 1, &h));
		double step =
		    exp(stat_hyper_le(f, &h)) - exp(stat_hyper_le(f - 1, &h));

		near(one, 1, 1e-13, "both tails sum to 1");
		near(step, exp(stat_hyper_mass(f, &h)), 1e-5,
		    "two tails differ by a mass");
	}
}

int
main(void)
{
	robespierre();
	stress();
	for (size_t i = 0; i < sizeof(tails) / sizeof(*tails); i++) {
		const struct tail *x = &tails[i];

		near(stat_hyper_le(x->f, &x->h), x->le, 1e-12, "ln P(X <= f)");
		near(stat_hyper_ge(x->f, &x->h), x->ge, 1e-12, "ln P(X >= f)");
	}
	edges();
	seams();
	return done();
}
