/* stat_dispersion - against R (expressions in lib/stat/dispersion.h), and
 * against what must hold for any table. */
#include "lib/stat/dispersion.h"
#include "tap.h"

enum {
	K = 10,
	FIGURES = 6,
	RUNS = 2000
};

static const char *const name[FIGURES] = {"Juilland's D", "Carroll's D2",
    "Rosengren's S", "DP", "DPnorm", "divergence"};

/* The parts of Robespierre's speeches (Lafon 1980): de, peuple, patrie. */
static const uint64_t lafon[K] = {
    8395, 2558, 3920, 6903, 7896, 4555, 10142, 2063, 1084, 13933};

static const struct {
	size_t k;
	uint64_t f[K];
	uint64_t n[K];
	double want[FIGURES];
} from_r[] = {
    {4, {3000000000, 1000000000, 0, 5},
	{9000000000, 8000000000, 7000000000000, 100},
	{0.422494591678409, 0.612989507027761, 0.00229420967617423,
	    0.997577312227482, 0.997577312241699, 8.8379167667709}},
    {2, {7, 7}, {100, 100}, {1, 1, 1, 0, 0, 0}},
    {2, {7, 0}, {100, 100}, {0, 0, 0.5, 0.5, 1, 1}},
};

static const struct {
	uint64_t f[K];
	double want[FIGURES];
} of_lafon[] = {
    {{464, 165, 194, 392, 398, 235, 509, 96, 58, 662},
	{0.968227326398295, 0.9980863938524, 0.998446214536599,
	    0.0318336493464326, 0.0324052997380757, 0.00454582366105498}},
    {{45, 18, 15, 14, 53, 30, 42, 16, 4, 59},
	{0.886902842473552, 0.973583314097605, 0.972593953388454,
	    0.132856053338893, 0.135241806040282, 0.0762214708742263}},
    {{6, 5, 16, 8, 23, 10, 35, 8, 3, 39},
	{0.865529095621841, 0.960175236723194, 0.945172979730421,
	    0.175166461969578, 0.178312000688621, 0.144215038857696}},
    {{0, 0, 7, 0, 1, 0, 0, 0, 0, 0},
	{0.0712486195722281, 0.105865060641457, 0.131766126994445,
	    0.811207261306124, 0.825774455396339, 3.30061598827908}},
    {{0, 0, 0, 0, 0, 0, 0, 0, 3, 0},
	{0, 0, 0.0176406450877964, 0.982359354912204, 1, 5.8249528710591}},
};

/* The figures of k parts with counts f, some of them 0. */
static void
figures(const uint64_t *f, const uint64_t *n, size_t k, double *to)
{
	uint64_t some_f[K];
	uint64_t some_n[K];
	struct stat_dispersion x = {.f = some_f, .n = some_n, .k = k};
	uint64_t least = n[0];

	for (size_t i = 0; i < k; i++) {
		x.F += f[i];
		x.T += n[i];
		if (n[i] < least)
			least = n[i];
		if (f[i] == 0)
			continue;
		some_f[x.range] = f[i];
		some_n[x.range++] = n[i];
	}
	to[0] = stat_dispersion_juilland(&x);
	to[1] = stat_dispersion_carroll(&x);
	to[2] = stat_dispersion_rosengren(&x);
	to[3] = stat_dispersion_dp(&x);
	to[4] = stat_dispersion_dp_norm(&x, least);
	to[5] = stat_dispersion_kl(&x);
}

static void
compare(const double *got, const double *want, double tol, double floor)
{
	for (size_t i = 0; i < FIGURES; i++)
		if (fabs(want[i]) < floor)
			ok(fabs(got[i] - want[i]) < floor, name[i]);
		else
			near(got[i], want[i], tol, name[i]);
}

static uint64_t
next(uint64_t *state, uint64_t below)
{
	*state = *state * UINT64_C(6364136223846793005) + 1442695040888963407;
	return (*state >> 33) % below;
}

static bool
all_near(const double *a, const double *b)
{
	for (size_t i = 0; i < FIGURES; i++)
		if (!(fabs(a[i] - b[i]) <= 1e-11))
			return false;
	return true;
}

/* D, D2 and S lie in 0 .. 1, DP in 0 .. 1, DPnorm not over 1. */
static bool
in_range(const double *x)
{
	const double e = 1e-12;

	for (size_t i = 0; i < 5; i++)
		if (!(x[i] >= -e && x[i] <= 1 + e))
			return false;
	return x[5] >= 0 && x[3] <= x[4] + e;
}

/* Parts in another order, parts that are all alike but in size, counts
 * multiplied: what must not change does not. */
static void
invariants(void)
{
	uint64_t state = 1;
	bool ranges = true;
	bool order = true;
	bool scale = true;
	bool even = true;

	for (unsigned run = 0; run < RUNS; run++) {
		size_t k = 2 + next(&state, K - 1);
		uint64_t f[K];
		uint64_t n[K];
		double a[FIGURES];
		double b[FIGURES];

		for (size_t i = 0; i < k; i++) {
			n[i] = 1 + next(&state, 1000);
			f[i] = next(&state, 3) == 0 ? 0 : next(&state, n[i]);
		}
		f[0] = f[0] == 0 ? 1 : f[0];
		figures(f, n, k, a);
		ranges = ranges && in_range(a);
		for (size_t i = k; i-- > 1;) {
			size_t j = next(&state, i + 1);
			uint64_t x = f[i];
			uint64_t y = n[i];

			f[i] = f[j];
			f[j] = x;
			n[i] = n[j];
			n[j] = y;
		}
		figures(f, n, k, b);
		order = order && all_near(a, b);
		for (size_t i = 0; i < k; i++) {
			f[i] *= 1000003;
			n[i] *= 1000003;
		}
		figures(f, n, k, b);
		scale = scale && all_near(a, b);
		for (size_t i = 0; i < k; i++)
			f[i] = n[i] / 1000003 * 7;
		figures(f, n, k, b);
		even = even && fabs(b[0] - 1) < 1e-7 &&
		    fabs(b[1] - 1) < 1e-12 && fabs(b[2] - 1) < 1e-12 &&
		    !(b[3] > 0) && !(b[4] > 0) && !(b[5] > 0);
	}
	ok(ranges, "random tables: all in their ranges");
	ok(order, "random tables: the order of parts changes nothing");
	ok(scale, "random tables: nor does a larger unit");
	ok(even, "random tables: even is D = 1, DP = 0");
}

int
main(void)
{
	double x[FIGURES];
	const uint64_t one = 5;
	const uint64_t words = 50;

	for (size_t i = 0; i < sizeof(of_lafon) / sizeof(*of_lafon); i++) {
		figures(of_lafon[i].f, lafon, K, x);
		compare(x, of_lafon[i].want, 1e-10, 1e-14);
	}
	for (size_t i = 0; i < sizeof(from_r) / sizeof(*from_r); i++) {
		figures(from_r[i].f, from_r[i].n, from_r[i].k, x);
		compare(x, from_r[i].want, 1e-10, 1e-14);
	}
	figures(&one, &words, 1, x);
	ok(isnan(x[0]) && isnan(x[1]) && isnan(x[4]), "one part: no D, DPnorm");
	near(x[2], 1, 0, "one part: S = 1");
	near(x[3], 0, 0, "one part: DP = 0");
	invariants();
	return done();
}
