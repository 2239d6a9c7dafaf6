/* stat_growth, stat_zipf - against R and against laws that are known. */
#include "measure/growth/stat_growth.h"
#include "measure/growth/stat_zipf.h"
#include "tap.h"

enum {
	RANKS = 1000
};

/* St John, chapter 1: 755 words, 331 types. */
static void
st_john(struct spectrum *s)
{
	static const struct spectrum_class c[] = {{1, 212}, {2, 51}, {3, 26},
	    {4, 13}, {5, 6}, {6, 6}, {7, 3}, {8, 4}, {10, 1}, {11, 1}, {13, 3},
	    {16, 1}, {17, 1}, {19, 1}, {21, 1}, {59, 1}};

	for (size_t i = 0; i < sizeof(c) / sizeof(*c); i++)
		spectrum_add(s, c[i].f, c[i].types);
	spectrum_sort(s);
}

/* R: length(f) - sum((1 - n / N)^f), sum(f * n / N * (1 - n / N)^(f - 1)) */
static const struct {
	uint64_t n;
	double types;
	double hapax;
} expected[] = {
    {1, 0.994447997848283, 0.988980929392186},
    {100, 75.2193211637133, 61.9228530274164},
    {377, 207.671488294486, 146.199489430654},
    {754, 330.7191157678, 211.854262471864},
    {755, 331, 212},
};

static void
growth(void)
{
	struct spectrum s = {0};

	ok(isnan(stat_growth_types(&s, 0)), "types of no text");
	ok(isnan(stat_growth_hapax(&s, 0)), "hapax of no text");
	st_john(&s);
	for (size_t i = 0; i < sizeof(expected) / sizeof(*expected); i++) {
		near(stat_growth_types(&s, expected[i].n), expected[i].types,
		    1e-12, "types expected");
		near(stat_growth_hapax(&s, expected[i].n), expected[i].hapax,
		    1e-12, "hapax expected");
	}
	near(stat_growth_types(&s, 0), 0, 0, "no word, no type");
	near(stat_growth_hapax(&s, 0), 0, 0, "no word, no hapax");
	spectrum_clear(&s);
	spectrum_add(&s, UINT64_C(5000000000), 1);
	spectrum_add(&s, UINT64_C(3000000000), 1);
	spectrum_add(&s, 1000000, 1000);
	spectrum_add(&s, 1, 100000);
	spectrum_sort(&s);
	near(stat_growth_types(&s, 1000), 107.170694968565, 1e-12,
	    "billions: types");
	near(stat_growth_hapax(&s, 1000), 99.4367301968544, 1e-12,
	    "billions: hapax");
	spectrum_free(&s);
}

static void
heaps(void)
{
	static const uint64_t n[] = {100, 200, 300, 400, 500};
	static const uint64_t v[] = {70, 120, 160, 200, 230};
	static const uint64_t same[] = {7, 7};
	struct stat_growth_heaps x = stat_growth_heaps(n, v, 5);

	near(x.k, 2.31165801010671, 1e-12, "Heaps, k");
	near(x.beta, 0.742727424631758, 1e-12, "Heaps, beta");
	near(x.rms, 0.0114402773296448, 1e-9, "Heaps, rms");
	x = stat_growth_heaps(n, v, 2);
	near(x.k * pow(100, x.beta), 70, 1e-12, "two points: through them");
	ok(isnan(x.rms), "two points: no residuals");
	ok(isnan(stat_growth_heaps(n, v, 1).beta), "one point: no fit");
	ok(isnan(stat_growth_heaps(same, v, 2).beta), "one length: no fit");
}

/* Frequencies by the law itself, to a billionth: the fit must find it. */
static void
known(double a, double b)
{
	uint64_t f[RANKS];
	double z = 0;
	struct spectrum s = {0};
	struct stat_zipf x;

	for (int r = 1; r <= RANKS; r++)
		z += pow(r + b, -a);
	for (int r = 1; r <= RANKS; r++)
		f[r - 1] = (uint64_t)llround(1e9 * pow(r + b, -a) / z);
	spectrum_count(&s, f, RANKS);
	x = stat_zipf(&s);
	near(x.a, a, 1e-6, "Zipf-Mandelbrot of known a");
	near(x.b, b, 1e-5, "and b");
	near(x.c, 1 / z, 1e-5, "and c");
	near(stat_zipf_frequency(&x, 1000, 2), 1000 * pow(2 + b, -a) / z, 1e-3,
	    "the frequency of a rank");
	spectrum_free(&s);
}

static struct stat_zipf
fit(const uint64_t *f, size_t n)
{
	struct spectrum s = {0};
	struct stat_zipf x;

	spectrum_count(&s, f, n);
	x = stat_zipf(&s);
	spectrum_free(&s);
	return x;
}

/* No point around it may be likelier. */
static bool
is_top(const struct spectrum *s, const struct stat_zipf *x)
{
	for (int i = 0; i < 8; i++) {
		double a = x->a * (1 + 1e-3 * cos(i * atan(1)));
		double b = x->b + 1e-3 * (1 + x->b) * sin(i * atan(1));
		double r = 0;
		double z = 0;
		double l = 0;

		for (size_t k = s->n; k-- > 0;)
			for (uint64_t j = 0; j < s->c[k].types; j++) {
				r++;
				z += pow(r + b, -a);
				l -= a * (double)s->c[k].f * log(r + b);
			}
		if (l - (double)s->tokens * log(fmax(z, 1e-300)) > x->loglik)
			return false;
	}
	return true;
}

static void
zipf(void)
{
	static const uint64_t falls[] = {10, 5, 3, 2, 2, 1, 1, 1};
	static const uint64_t steep[] = {40, 3, 2, 1};
	static const uint64_t straight[] = {4, 3, 2, 1};
	static const uint64_t hapax[] = {1, 1, 1, 1};
	static const uint64_t two[] = {5, 1};
	struct spectrum s = {0};
	struct stat_zipf x;

	/* R: optim() as in stat_zipf.h, whose gradient ends at 1e-5 */
	st_john(&s);
	x = stat_zipf(&s);
	near(x.a, 0.694308022658, 1e-7, "St John: a, as optim()");
	near(x.b, -0.26584816772, 1e-6, "St John: b");
	near(x.c, 0.0587831966644, 1e-6, "St John: c");
	near(x.loglik, -3961.48342893, 1e-11, "St John: log-likelihood");
	ok(is_top(&s, &x), "St John: a maximum");
	spectrum_free(&s);
	x = fit(falls, 8);
	near(x.a, 1.40002745665, 1e-6, "8 types: a");
	near(x.b, 0.501457842071, 1e-6, "8 types: b");
	x = fit(steep, 4);
	near(x.a, 0.916945365923, 1e-6, "4 types: a");
	near(x.b, -0.934045892896, 1e-6, "4 types: b");
	known(1.1, 2.7);
	known(1.6, 12);
	known(0.8, -0.5);
	ok(isnan(fit(straight, 4).a), "falls straight: not of this form");
	ok(isnan(fit(hapax, 4).a), "hapax only: no fit");
	ok(isnan(fit(two, 2).a), "two types: no fit");
}

int
main(void)
{
	growth();
	heaps();
	zipf();
	return done();
}
