/* stat_distance - against R and by properties over random texts. */
#include "compare/distance/stat_distance.h"
#include "lib/stat/rng.h"
#include "tap.h"

enum {
	N = 60,
	SEEDS = 300
};

struct measure {
	const char *name;
	double (*of)(const struct stat_pair *p);
	double max; /* of its values, 0: it has none */
};

static const struct measure measures[] = {
    {"labbe", stat_distance_labbe, 1},
    {"l1", stat_distance_l1, 1},
    {"cosine", stat_distance_cosine, 1},
    {"chi2", stat_distance_chi2, 0},
    {"js divergence", stat_distance_js_divergence, 1},
    {"js", stat_distance_js, 1},
    {"hellinger", stat_distance_hellinger, 1},
    {"jaccard", stat_distance_jaccard, 1},
};

enum {
	N_MEASURES = sizeof(measures) / sizeof(*measures)
};

static struct stat_pair
pair_of(const double *x, const double *y, const double *w, size_t n)
{
	struct stat_pair p = {.x = x, .y = y, .w = w, .n = n};

	for (size_t i = 0; i < n; i++) {
		p.n_x += x[i];
		p.n_y += y[i];
	}
	return p;
}

/* R, with the expressions of the header for x and y; w = 25 / (x + y) */
static void
test_r(void)
{
	static const double x[] = {4, 1, 0, 2, 7};
	static const double y[] = {3, 0, 2, 5, 1};
	static const double w[] = {25. / 7, 25. / 1, 25. / 2, 25. / 7, 25. / 8};
	static const double want[N_MEASURES] = {0.4747474747474747,
	    0.4935064935064935, 0.44496972329555928, 1.1879919757061055,
	    0.30084214673871462, 0.54849079002177836, 0.50282245853386021, 0.4};
	struct stat_pair p = pair_of(x, y, w, 5);

	for (size_t k = 0; k < N_MEASURES; k++)
		near(measures[k].of(&p), want[k], 1e-12, measures[k].name);
}

/* By hand: N 5 and 10, so U = 1/2; E of the second text 2, 0.5 and 2.5.
 * In: the first, for both have it; not the second, only in the larger text
 * and E < 1; the third.  |3 - 2| + |2 - 2.5| over 5 + 2 + 2.5. */
static void
test_labbe(void)
{
	static const double x[] = {3, 0, 2};
	static const double y[] = {4, 1, 5};
	static const double a[] = {1, 48};
	static const double b[] = {49, 48 * 49};
	struct stat_pair p = pair_of(x, y, NULL, 3);
	struct stat_pair q = pair_of(a, b, NULL, 2);

	near(stat_distance_labbe(&p), 1.5 / 9.5, 1e-15, "Labbe, by hand");
	near(stat_distance_labbe(&q), 0, 1e-15, "Labbe, E is 1 exactly");
}

/* What only one text has, equal profiles, and no terms at all. */
static void
test_ends(void)
{
	static const double x[] = {2, 3, 0, 0};
	static const double y[] = {0, 0, 4, 6};
	static const double z[] = {6, 9, 0, 0};
	static const double w[] = {1, 1, 1, 1};
	const struct stat_pair none = {.n_x = 5, .n_y = 10};
	struct stat_pair apart = pair_of(x, y, w, 4);
	struct stat_pair same = pair_of(x, z, w, 4);
	struct stat_pair small = {x, x, w, 0, 1, 1};

	for (size_t k = 0; k < N_MEASURES; k++) {
		if (measures[k].max > 0)
			near(measures[k].of(&apart), 1, 1e-15,
			    "nothing in common");
		ok(!(measures[k].of(&same) > 0), "equal profiles");
		ok(!(measures[k].of(&small) > 0), "no terms");
	}
	ok(isnan(stat_distance_cosine(&none)), "cosine of nothing");
	ok(isnan(stat_distance_jaccard(&none)), "Jaccard of nothing");
	near(stat_distance_labbe(&none), 0, 0, "Labbe of nothing");
}

/* Shares that differ by 1e-8 keep their digits. */
static void
test_near(void)
{
	static const double x[] = {5e7, 5e7};
	static const double y[] = {50000001, 49999999};
	struct stat_pair p = pair_of(x, y, NULL, 2);

	near(stat_distance_l1(&p), 1e-8, 1e-12, "l1 of near texts");
	/* 1 - cos = t^2 / 2, tan t = 1e-8 * 2 */
	near(stat_distance_cosine(&p), 2e-16, 1e-6, "cosine of near texts");
	/* two terms of (p + q) d^2 / (4 ln 2), d = 1e-8 */
	near(stat_distance_js_divergence(&p), 1e-16 / (2 * log(2)), 1e-6,
	    "divergence of near texts");
}

static double
draw(struct stat_rng *r, uint32_t n)
{
	double v = stat_rng_below(r, n);

	return floor(v * v * v / 7);
}

static void
test_random(void)
{
	bool good[N_MEASURES];
	double x[N];
	double y[N];
	double w[N];

	memset(good, 1, sizeof(good));
	for (uint32_t seed = 0; seed < SEEDS; seed++) {
		struct stat_rng r;
		struct stat_pair p;
		struct stat_pair q;
		struct stat_pair same;

		stat_rng_open(&r, seed, "pair", 4);
		for (size_t i = 0; i < N; i++) {
			x[i] = draw(&r, 12);
			y[i] = draw(&r, 2 + seed % 40);
			if (x[i] + y[i] < 1)
				x[i] = 1;
			w[i] = 1 + draw(&r, 9);
		}
		y[0]++;
		p = pair_of(x, y, w, N);
		q = pair_of(y, x, w, N);
		same = pair_of(x, x, w, N);
		for (size_t k = 0; k < N_MEASURES; k++) {
			double d = measures[k].of(&p);
			double e = measures[k].of(&q);

			good[k] = good[k] && d >= 0 &&
			    (measures[k].max <= 0 ||
				d <= measures[k].max + 1e-15) &&
			    fabs(d - e) <= 1e-15 * d &&
			    !(fabs(measures[k].of(&same)) > 0);
		}
	}
	for (size_t k = 0; k < N_MEASURES; k++) {
		printf("# %s\n", measures[k].name);
		ok(good[k], "symmetric, within its bounds, 0 from itself");
	}
}

/* Of one size the words that both have are enough, to the last digit. */
static void
test_shared(void)
{
	bool good = true;

	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		struct stat_rng rng;
		double x[N] = {0};
		double y[N] = {0};
		double w[N] = {0};
		struct stat_pair p;
		uint64_t size = seed % 2 == 0 ? 250 : 7;
		uint64_t shared = 0;
		double d;

		stat_rng_open(&rng, seed, "shared", 6);
		for (uint64_t i = 0; i < size; i++) {
			x[stat_rng_below(&rng, N)]++;
			y[stat_rng_below(&rng, N / 2)]++;
		}
		for (size_t i = 0; i < N; i++)
			shared += (uint64_t)fmin(x[i], y[i]);
		p = pair_of(x, y, w, N);
		d = stat_distance_shared(shared, size);
		good = good && !(d > stat_distance_labbe(&p)) &&
		    !(d < stat_distance_labbe(&p)) &&
		    !(d > stat_distance_l1(&p)) && !(d < stat_distance_l1(&p));
	}
	ok(good, "of texts of one size: by the words that they share");
}

int
main(void)
{
	test_r();
	test_labbe();
	test_ends();
	test_near();
	test_random();
	test_shared();
	return done();
}
