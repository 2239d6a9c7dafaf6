/* stat_rank - against R's rank() and cor(). */
#include "compare/robust/stat_rank.h"
#include "tap.h"

int
main(void)
{
	/* x <- c(3.2, -1, 5, 5, 0.5, 9, 2); y <- c(10, 2, 8, 30, 4, 30, 7) */
	const double x[] = {3.2, -1, 5, 5, 0.5, 9, 2};
	const double y[] = {10, 2, 8, 30, 4, 30, 7};
	const double want[] = {4, 1, 5.5, 5.5, 2, 7, 3};
	const double falling[] = {3, 2, 1};
	const double flat[] = {2, 2, 2};
	double rank[7];
	double down[3];

	stat_rank(x, 7, rank);
	for (int i = 0; i < 7; i++)
		near(rank[i], want[i], 0, "rank, ties share their mean");
	/* cor(x, y); cor(x, y, method = "spearman") */
	near(stat_rank_pearson(x, y, 7), 0.8339654763204487, 1e-14, "Pearson");
	near(stat_rank_spearman(x, y, 7), 0.9181818181818182, 1e-14,
	    "Spearman, with ties on both sides");
	stat_rank(falling, 3, down);
	near(stat_rank_spearman(x, down, 3), -0.5, 1e-14, "against the order");
	near(stat_rank_spearman(falling, falling, 3), 1, 1e-15, "the same");
	ok(isnan(stat_rank_spearman(flat, falling, 3)), "all alike");
	ok(isnan(stat_rank_pearson(x, y, 1)), "one value");
	ok(isnan(stat_rank_pearson(x, y, 0)), "none");
	return done();
}
