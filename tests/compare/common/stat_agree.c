/* stat_agree - against R and by hand. */
#include "compare/common/stat_agree.h"
#include "tap.h"

static double
rand_of(uint64_t *n, size_t rows, size_t cols)
{
	struct stat_agree t = {rows, cols, n};

	return stat_agree_rand(&t);
}

int
main(void)
{
	uint64_t some[] = {5, 1, 0, 2, 7, 1, 0, 2, 9};
	uint64_t flat[] = {10, 10, 10, 10};
	uint64_t same[] = {0, 4, 3, 0};
	uint64_t one[] = {7};
	uint64_t alone[] = {1, 0, 0, 1};
	struct stat_agree t = {3, 3, some};
	struct stat_agree none = {2, 2, (uint64_t[]){0, 0, 1, 2}};

	/* ch <- function(x) sum(x * (x - 1) / 2); a <- ch(rowSums(t));
	 * b <- ch(colSums(t)); e <- a * b / ch(sum(t));
	 * (ch(t) - e) / ((a + b) / 2 - e) */
	near(rand_of(some, 3, 3), 0.42583091679678781, 1e-14, "Rand");
	near(rand_of(flat, 2, 2), -0.026315789473684265, 1e-14, "by chance");
	near(rand_of(same, 2, 2), 1, 0, "the same");
	ok(isnan(rand_of(one, 1, 1)), "one class");
	ok(isnan(rand_of(alone, 2, 2)), "every unit alone");
	ok(isnan(rand_of(one, 0, 0)), "nothing");
	/* class 0: 6 units; best is column 0 with 5 of 7: 5 / (6 + 7 - 5) */
	near(stat_agree_jaccard(&t, 0, 3), 5.0 / 8, 1e-15, "Jaccard");
	near(stat_agree_jaccard(&t, 2, 2), 2.0 / 19, 1e-15,
	    "the last column is no class");
	ok(isnan(stat_agree_jaccard(&none, 0, 2)), "an empty class");
	return done();
}
