/* stat_delta - against R. */
#include "compare/distance/stat_delta.h"
#include "tap.h"

int
main(void)
{
	/* 3 texts, 4 words; the second word is as frequent in all */
	double x[] = {.1, .3, .05, 0, .2, .3, .01, 0, .4, .3, .02, .5};
	/* R: scale(matrix(c(.1, .2, .4, .05, .01, .02, 0, 0, .5), 3)) */
	static const double z[] = {-0.87287156094396956, 1.12089707663560989,
	    -0.57735026918962562, -0.21821789023599233, -0.80064076902543568,
	    -0.57735026918962562, 1.09108945117996203, -0.32025630761017426,
	    1.15470053837925146};
	double same[] = {.1, .1, .1};
	double none[1] = {0};

	is_u64(stat_delta_scale(x, 3, 4), 3, "a word without deviation");
	for (size_t i = 0; i < 9; i++)
		near(x[i], z[i], 1e-13, "scale()");
	/* R: mean(abs(z[1, ] - z[3, ])), and the cosine */
	near(stat_delta_burrows(x, x + 6, 3), 1.7123884013128643, 1e-13,
	    "Burrows");
	near(stat_delta_cosine(x, x + 6, 3), 1.7959149603416975, 1e-13,
	    "cosine");
	near(stat_delta_burrows(x, x, 3), 0, 0, "from itself");
	near(stat_delta_cosine(x, x, 3), 0, 0, "from itself, cosine");
	is_u64(stat_delta_scale(same, 3, 1), 0, "all equal: no word");
	is_u64(stat_delta_scale(none, 0, 1), 0, "no texts");
	ok(isnan(stat_delta_burrows(same, same, 0)), "no words");
	ok(isnan(stat_delta_cosine(same, same, 0)), "no words, cosine");
	return done();
}
