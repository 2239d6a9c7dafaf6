/* stat_cooc - against the same formulas at 50 digits. */
#include "count/cooccurrents/stat_cooc.h"
#include "tap.h"

struct row {
	struct stat_cooc x;
	double log_dice;
	double g2;
	double mi;
	double mi3;
	double t;
};

static const struct row rows[] = {
    {{10, 20, 20, 60}, 13, 3.669001403475058, 0.58496250072115619,
	7.2288186904958804, 1.0540925533894598},
    {{14, 296, 6903, 61449}, 5.9937741190679725, -15.720200143497925,
	-1.2480043001036198, 6.3667055440115883, -5.1452518951469006},
    {{165, 3173, 2558, 61449}, 9.8817510333300103, 8.4201453069642316,
	0.32099177185951266, 15.053636200351145, 2.5623750069371876},
    {{250000001, 500000000, 500000000, 1000000000}, 13.000000005770779,
	1.6000000000000001e-08, 5.7707801520142934e-09, 55.794705725284864,
	6.3245553076876474e-05},
    {{1, 7, 100, 1000}, 8.2585330135988535, 0.12887587003807574,
	0.51457317282975823, 0.51457317282975823, 0.29999999999999999},
    {{7, 7, 100, 1000}, 11.065887935656457, 32.688927699448669,
	3.3219280948873622, 8.936637939002571, 2.3811761799581315},
};

int
main(void)
{
	struct stat_cooc none = {0, 5, 10, 100};
	struct stat_cooc all = {10, 10, 10, 10};
	struct stat_cooc peuple = {14, 296, 6903, 61449};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct row *r = &rows[i];

		near(stat_cooc_log_dice(&r->x), r->log_dice, 1e-12, "logDice");
		near(stat_cooc_g2(&r->x), r->g2, 1e-12, "G2");
		/* the ratio f / E is rounded to a double first */
		near(stat_cooc_mi(&r->x), r->mi, i == 3 ? 1e-7 : 1e-12, "MI");
		near(stat_cooc_mi3(&r->x), r->mi3, 1e-12, "MI3");
		near(stat_cooc_t(&r->x), r->t, 1e-12, "t");
	}
	near(stat_cooc_dice(&peuple), 28.0 / 7199, 1e-15, "Dice");
	near(stat_cooc_jaccard(&peuple), 14.0 / 7185, 1e-15, "Jaccard");
	/* R: (14 - 296 * 6903 / 61449) / sqrt(296 * 6903 / 61449) */
	near(stat_cooc_z(&peuple), -3.3385914494853268, 1e-13, "z");
	/* R: log(14.5 * (61449 - 296 - 6903 + 14.5) / (282.5 * 6889.5)) */
	near(stat_cooc_log_odds(&peuple), -0.90565817679845928, 1e-13,
	    "log odds");
	near(stat_cooc_z(&none), -sqrt(.5), 1e-15, "z of none");
	ok(stat_cooc_log_odds(&none) < 0, "log odds of none");
	ok(stat_cooc_log_odds(&all) > 0, "log odds of a form that is all");
	/* 4 decimals, of textometry for R */
	ok(fabs(stat_cooc_specificity(&peuple) + 4.1743) < 0.5001e-4,
	    "Lafon's index: peuple in D4 of Robespierre");
	near(stat_cooc_mi(&none), (double)NAN, 0, "MI of no cooccurrence");
	near(stat_cooc_mi3(&none), (double)NAN, 0, "MI3 of none");
	near(stat_cooc_t(&none), (double)NAN, 0, "t of none");
	near(stat_cooc_log_dice(&none), (double)NAN, 0, "logDice of none");
	ok(stat_cooc_g2(&none) < 0, "G2 of none is negative");
	near(stat_cooc_g2(&all), (double)NAN, 0, "G2 of a form that is all");
	near(stat_cooc_specificity(&all), 0, 0, "S of a form that is all");
	return done();
}
