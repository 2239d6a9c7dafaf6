/* stat_slope - against R. */
#include "compare/trend/stat_slope.h"
#include "tap.h"

static struct stat_slope
poisson(struct stat_slope_data *d)
{
	struct stat_slope r;

	stat_slope_open(d);
	r = stat_slope_poisson(d);
	stat_slope_close(d);
	return r;
}

/* R: x <- c(1, 2, 4, 7, 8); t <- c(100, 250, 80, 300, 150)
 * m <- glm(c(3, 2, 4, 19, 5) ~ x + offset(log(t)), family = quasipoisson,
 *     control = list(epsilon = 1e-15)) */
static void
check_few(void)
{
	static const double x[] = {1, 2, 4, 7, 8};
	static const double t[] = {100, 250, 80, 300, 150};
	static const double f[] = {3, 2, 4, 19, 5};
	struct stat_slope_data d = {5, x, t, f, NULL, 0, NULL};
	struct stat_slope r;

	stat_slope_open(&d);
	r = stat_slope_poisson(&d);
	near(r.slope, 0.17201750226767043, 1e-12, "slope");
	near(r.a, -4.21087182536056481, 1e-12, "intercept");
	near(r.se, 0.073099445287519646, 1e-9, "se");
	near(stat_slope_scatter(&d, &d, &r).phi, 2.2733096748872832, 1e-9,
	    "phi");
	/* sqrt(sandwich::vcovHC(m, type = "HC2")["x", "x"]), the larger */
	near(stat_slope_scatter(&d, &d, &r).wide, 0.13294103724312145, 1e-9,
	    "HC2");
	stat_slope_close(&d);
}

/* Two speakers, and a third one who never says it and one who speaks once,
 * which change nothing.
 * R: m <- glm(f ~ x + factor(g) + offset(log(t)), family = quasipoisson,
 *     subset = g < 3) */
static void
check_strata(void)
{
	static const double x[] = {1, 1, 2, 4, 5, 3, 4, 6, 7, 8, 8, 1, 8, 2};
	static const double t[] = {
	    100, 250, 80, 300, 150, 120, 90, 400, 310, 75, 200, 90, 80, 100};
	static const double f[] = {3, 2, 4, 19, 5, 1, 0, 9, 2, 6, 30, 0, 0, 7};
	static const double calm[] = {3, 2, 1, 2, 2, 1, 1, 9, 7, 2, 6, 0, 0, 7};
	static const double apart[] = {
	    0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 4, 0, 0, 7};
	static const uint32_t end[] = {5, 11, 13, 14};
	struct stat_slope_data d = {14, x, t, f, end, 4, NULL};
	struct stat_slope r;
	struct stat_slope_scatter s;

	stat_slope_open(&d);
	r = stat_slope_poisson(&d);
	s = stat_slope_scatter(&d, &d, &r);
	near(r.slope, 0.5327337574582067, 1e-12, "slope within speakers");
	near(r.a, -5.117372434304676, 1e-12, "the first one's intercept");
	near(r.se, 0.09989349302735273, 1e-9, "se within speakers");
	near(s.phi, 4.960106903726074, 1e-9, "phi within speakers");
	near(s.wide, 0.22736696638580825, 1e-9, "HC2 within speakers");
	ok(s.df == 8, "df within speakers");
	d.f = calm;
	r = stat_slope_poisson(&d);
	s = stat_slope_scatter(&d, &d, &r);
	near(r.slope, 0.09774383104189502, 1e-12, "slope, calm");
	near(s.wide, 0.11288668842324318, 1e-9, "se of Poisson at least");
	d.f = apart;
	near(stat_slope_poisson(&d).slope, (double)NAN, 0,
	    "at the end of each speaker's time");
	stat_slope_close(&d);
}

/* The same with 2001:2010 and counts in millions. */
static void
check_many(void)
{
	static const double x[] = {
	    2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010};
	static const double t[] = {
	    1e9, 1.2e9, 9e8, 1.1e9, 1e9, 8e8, 1.3e9, 1.05e9, 1e9, 9.9e8};
	static const double f[] = {1000001, 1300000, 1010000, 1250000, 1200000,
	    990000, 1700000, 1400000, 1350000, 1400123};
	struct stat_slope_data d = {10, x, t, f, NULL, 0, NULL};
	struct stat_slope r;

	stat_slope_open(&d);
	r = stat_slope_poisson(&d);
	near(r.slope, 0.035966394347681556, 1e-10, "slope, millions");
	near(r.a + 2000 * r.slope, -6.912619336755224, 1e-12, "intercept");
	near(r.se, 9.8466974817868857e-05, 1e-9, "se, millions");
	near(stat_slope_scatter(&d, &d, &r).phi, 367.45299830669092, 1e-9,
	    "phi, millions");
	stat_slope_close(&d);
}

/* No slope: all at an end, one x, nothing; and one as steep as can be. */
static void
check_ends(void)
{
	static const double x[] = {1, 2, 3};
	static const double same[] = {2, 2, 2};
	static const double t[] = {10, 10, 10};
	static const double last[] = {0, 0, 4};
	static const double none[] = {0, 0, 0};
	static const double steep[] = {1, 0, 1e15};
	struct stat_slope_data d = {3, x, t, last, NULL, 0, NULL};
	struct stat_slope r;

	near(poisson(&d).slope, (double)NAN, 0, "all at the end");
	stat_slope_open(&d);
	near(stat_slope_negbin(&d).slope, (double)NAN, 0, "all at the end");
	stat_slope_close(&d);
	d.f = none;
	near(poisson(&d).slope, (double)NAN, 0, "no occurrence");
	d.f = last;
	d.x = same;
	near(poisson(&d).slope, (double)NAN, 0, "one x");
	d.x = x;
	d.n = 1;
	near(poisson(&d).slope, (double)NAN, 0, "one point");
	d.n = 3;
	d.f = steep;
	r = poisson(&d);
	/* z = e^-slope solves (z + 2 z^2) 1e15 = 2 + z but for its square */
	near(exp(-r.slope), 2e-15, 1e-9, "steep");
	ok(isfinite(r.se) && r.se > 0, "steep: se");
}

int
main(void)
{
	check_few();
	check_strata();
	check_many();
	check_ends();
	return done();
}
