/* stat_sum - against the R expressions of its header, and the form for many
 * events against the sum one by one. */
#include <stdlib.h>

#include "count/cooccurrents/stat_sum.h"
#include "tap.h"

struct row {
	size_t k;
	double ge;
	double le;
};

/* p <- (1:40) / 100 */
static const struct row few[] = {
    {1, -6.7296839542036491e-05, -7.0873340579144193},
    {5, -0.059776611300401267, -2.0210164999872977},
    {8, -0.51005570634557851, -0.57675290675360713},
    {9, -0.8248958515061664, -0.34177066954718471},
    {12, -2.3873732747719609, -0.044939003089892592},
    {20, -11.388607420457442, -2.2210095809955932e-06},
    {39, -67.922962991424669, 0},
    {40, -73.886167724766253, 0},
};

/* p <- (((1:5000) * 7919) %% 1000) / 1000 * .6 + .001; mean 1503.5, sd 30 */
static const struct row many[] = {
    {1400, -0.00024971628691584956, -8.1701265657441571},
    {1500, -0.59344582517604405, -0.774827141358301},
    {1505, -0.7212858547046902, -0.64028761151096703},
    {1520, -1.2151054387944193, -0.33586256568021217},
    {1600, -7.2294776514381107, -0.00064663718531961071},
    {1800, -50.593765263599607, 0},
};

/* Of the probability itself, not of its logarithm. */
static bool
is_close(double ln, double want, double share)
{
	return fabs(expm1(ln - want)) <= share;
}

int
main(void)
{
	const double three[] = {.1, .2, .3};
	const double edge[] = {0, 1, .5, 1};
	double forty[40];
	double *p = malloc(5000 * sizeof(*p));

	if (p == NULL)
		return 1;
	near(stat_sum_ge(three, 3, 2), -2.322787800311565, 1e-14, "2 of 3");
	near(stat_sum_le(three, 3, 1), -0.10314075891951337, 1e-14, "1 of 3");
	near(stat_sum_ge(three, 3, 3), -5.1159958097540823, 1e-14, "all");
	near(stat_sum_ge(three, 3, 0), 0, 0, "none or more is sure");
	near(stat_sum_le(three, 3, 3), 0, 0, "all or fewer too");
	near(stat_sum_ge(edge, 4, 2), 0, 0, "sure events happen");
	near(stat_sum_ge(edge, 4, 3), log(.5), 1e-15, "and one that may");
	near(stat_sum_le(edge, 4, 2), log(.5), 1e-15, "or may not");
	ok(isinf(stat_sum_ge(edge, 4, 4)), "one cannot");
	ok(isinf(stat_sum_le(edge, 4, 1)), "nor can sure ones fail");
	near(stat_sum_ge(edge, 0, 0), 0, 0, "no events");
	for (int i = 0; i < 40; i++)
		forty[i] = (i + 1) / 100.0;
	for (size_t i = 0; i < sizeof(few) / sizeof(*few); i++) {
		ok(is_close(stat_sum_ge(forty, 40, few[i].k), few[i].ge, 1e-12),
		    "40 events, so many or more");
		ok(is_close(stat_sum_le(forty, 40, few[i].k), few[i].le, 1e-12),
		    "or fewer");
	}
	for (int i = 0; i < 5000; i++)
		p[i] = (i + 1) * 7919 % 1000 / 1000.0 * .6 + .001;
	for (size_t i = 0; i < sizeof(many) / sizeof(*many); i++) {
		ok(is_close(stat_sum_ge(p, 5000, many[i].k), many[i].ge, 1e-3),
		    "5000 events, so many or more");
		ok(is_close(stat_sum_le(p, 5000, many[i].k), many[i].le, 1e-3),
		    "or fewer");
	}
	/* far below the smallest double: R has -Inf, the form goes on */
	near(stat_sum_ge(p, 5000, 4999) / stat_sum_ge(p, 5000, 5000), 1, 2e-3,
	    "all but one is nearly as rare as all");
	free(p);
	return done();
}
