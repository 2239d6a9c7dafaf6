/* stat_keyness - against R, whose expressions stand in lib/stat/keyness.h, and
 * the table of Robespierre's speeches that Lafon (1980) made known: peuple in
 * D4, patrie in D1, de in D2 (61,449 words). */
#include "lib/stat/keyness.h"
#include "tap.h"

static const double inf = (double)INFINITY;

/* LRC at alpha = 0.05 and 0.05 / 100,000; alpha0 = 500; lambda = 1 */
static const struct {
	struct stat_keyness x;
	double g2, rayson, chi2, yates, ln_p;
	double ratio, walter, lrc, lrc_family, z, diff, maths;
} want[] = {
    {{14, 6903, 282, 54546}, -15.7202001435022, -15.6594708229402,
	-12.6175640391502, -11.9706772962809, -9.51910004194755,
	-1.35001841588749, -1.3020393171104, -0.579354223480731, 0,
	-3.34510868294837, -60.7712958596478, 0.392404565873557},
    {{6, 8395, 147, 53054}, -16.4796529355776, -16.4489515739472,
	-12.3366640672699, -11.522723907565, -9.92012549719805,
	-1.95485054732901, -1.84434445620084, -0.798323508920223, 0,
	-3.22036714888989, -74.2052485079797, 0.258215233620852},
    {{165, 2558, 3008, 58891}, 8.42014530696525, 7.95214369225663,
	9.02411262417225, 8.75202513198858, -5.59649125859134,
	0.336692364686039, 0.340548047173229, 0.10174317415184, 0,
	2.84219318232067, 26.2857945660672, 1.26285279949571},
    {{0, 1000, 12, 5000}, -4.38052441472312, -4.37571736305491,
	-2.40480961923848, -1.35270541082164, -3.31451124200315, -inf,
	-2.32250499983992, 0, 0, -1.22126435736697, -100, 0.00041649312786339},
    {{7, 300, 0, 9000}, 48.2351694586312, 48.075820862792, 210.158183579038,
	180.279742048547, -26.3011736782158, inf, 8.81145884849993,
	5.43426977980439, 1.94840671427664, 3.26674371193945, inf,
	23334.3333333333},
    {{3, 10, 30, 100}, 0, 0, 0, 0, 0, 0, 0.135351852894886, 0, 0, 0, 0, 1},
    {{1, 2, 0, 1}, 1.0464962875291, 0.810930216216329, 0.75, 0,
	-1.18313997093728, inf, 0.84799690655495, 0, 0, 0.0546902002165057, inf,
	500001},
    {{5, 100, 9, 200}, 0.0370603930131527, 0.0353111197937651,
	0.0374625374625375, 0, -0.165650722941394, 0.15200309344505,
	0.207910840469704, 0, 0, 0.0900504798853844, 11.1111111111111,
	1.11110864203018},
    {{120, 150, 30, 150}, 115.646854213054, 57.8234271065272, 108,
	105.613333333333, -60.4329566566798, 2, 1.98215199866708,
	1.41279115507718, 0.612885292650299, 7.03738074096536, 300,
	3.999985000075},
    {{400, 1000000, 900, 2000000}, -3.90009161023066, -3.89842423029572,
	-3.84782123535583, -3.73325235807311, -3.03066591407472,
	-0.169925001442312, -0.168924394171191, 0, 0, -1.96045321448226,
	-11.1111111111111, 0.889135254988914},
};

/* From mpmath with 40 digits. */
static const struct {
	struct stat_keyness x;
	double g2, rayson, chi2, ln_p;
} huge[] = {
    {{1000000000, 4000000000, 1000000001, 4000000000}, -6.666666664444444e-10,
	-4.9999999975e-10, -6.666666664444444e-10, -2.060150297835273e-5},
    {{3000000000000000, 4000000000000000, 1000000000000000, 4000000000000000},
	2092992575058191, 1046496287529096, 2000000000000000,
	-1046496287529114},
    {{2000001, 9007199254740992, 5, 9007199254740992}, 2772458.048012231,
	2772458.047790187, 1999986.000272044, -1386236.667420262},
};

/* NAN in C where R divides by 0. */
static void
near_ratio(double got, double r, const char *name)
{
	near(got, isinf(r) ? (double)NAN : r, 1e-10, name);
}

static void
against_r(size_t i)
{
	const struct stat_keyness *x = &want[i].x;

	near(stat_keyness_g2(x), want[i].g2, 1e-10, "G2");
	near(stat_keyness_rayson(x), want[i].rayson, 1e-10, "G2, two cells");
	near(stat_keyness_chi2(x), want[i].chi2, 1e-10, "chisq.test");
	near(stat_keyness_yates(x), want[i].yates, 1e-10, "chisq.test, Yates");
	near(stat_keyness_ln_p(stat_keyness_g2(x)), want[i].ln_p, 1e-10, "p");
	near_ratio(stat_keyness_log_ratio(x), want[i].ratio, "LogRatio");
	near(stat_keyness_walter(x), want[i].walter, 1e-10, "Walter");
	near(stat_keyness_lrc(x, log(0.05)), want[i].lrc, 1e-9, "LRC");
	near(stat_keyness_lrc(x, log(0.05 / 1e5)), want[i].lrc_family, 1e-9,
	    "LRC for a family of 100,000");
	near(stat_keyness_dirichlet(x, 500), want[i].z, 1e-10, "z");
	near_ratio(stat_keyness_diff(x), want[i].diff, "%DIFF");
	near(stat_keyness_maths(x, 1), want[i].maths, 1e-10, "simple maths");
}

/* Target and reference changed places: every measure turns its sign. */
static void
turned(size_t i)
{
	const struct stat_keyness *x = &want[i].x;
	struct stat_keyness y = {x->f2, x->n2, x->f1, x->n1};

	near(stat_keyness_g2(&y), -stat_keyness_g2(x), 1e-12, "G2 turned");
	near(stat_keyness_lrc(&y, log(0.05)), -stat_keyness_lrc(x, log(0.05)),
	    1e-12, "LRC turned");
	near(stat_keyness_dirichlet(&y, 500), -stat_keyness_dirichlet(x, 500),
	    1e-12, "z turned");
	near(stat_keyness_walter(&y), -stat_keyness_walter(x), 1e-12,
	    "Walter turned");
}

int
main(void)
{
	static const struct stat_keyness none[] = {
	    {0, 0, 5, 9}, {5, 9, 0, 0}, {0, 9, 0, 9}, {9, 9, 4, 4}};

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		against_r(i);
		turned(i);
	}
	for (size_t i = 0; i < sizeof(huge) / sizeof(*huge); i++) {
		const struct stat_keyness *x = &huge[i].x;

		near(stat_keyness_g2(x), huge[i].g2, 1e-10, "large G2");
		near(stat_keyness_rayson(x), huge[i].rayson, 1e-10,
		    "large G2, two cells");
		near(stat_keyness_chi2(x), huge[i].chi2, 1e-10, "large chi2");
		near(stat_keyness_ln_p(stat_keyness_g2(x)), huge[i].ln_p, 1e-10,
		    "its p");
		ok(isfinite(stat_keyness_lrc(x, log(5e-7))), "its LRC");
	}
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++) {
		ok(isnan(stat_keyness_g2(&none[i])), "nothing to test: G2");
		ok(isnan(stat_keyness_yates(&none[i])),
		    "nothing to test: chi2");
		ok(isnan(stat_keyness_lrc(&none[i], log(0.05))),
		    "nothing to test: LRC");
		ok(isnan(stat_keyness_dirichlet(&none[i], 500)),
		    "nothing to test: z");
	}
	return done();
}
