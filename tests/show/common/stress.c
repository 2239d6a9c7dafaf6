/* stress - places of networks whose best ones are known. */
#include "show/common/stress.h"

#include "tap.h"

static double
apart(const struct svg_at *at, uint32_t a, uint32_t b)
{
	return hypot(at[a].x - at[b].x, at[a].y - at[b].y);
}

int
main(void)
{
	const struct stress_edge path[] = {{0, 1}, {1, 2}, {2, 3}, {3, 4}};
	const struct stress_edge square[] = {{0, 1}, {1, 2}, {2, 3}, {3, 0}};
	const struct stress_edge all[] = {{0, 1}, {1, 2}, {2, 0}};
	const struct stress_edge two[] = {{0, 1}, {2, 3}, {3, 4}};
	struct svg_at at[5];
	struct svg_at again[5];

	stress_lay(at, 5, path, 4);
	near(apart(at, 0, 1), 1, 0.01, "an edge of a path is 1 long");
	near(apart(at, 0, 4), 4, 0.01, "and the path is straight");
	ok(fabs(at[0].y - at[4].y) < 0.1, "from left to right");
	stress_lay(again, 5, path, 4);
	for (int i = 0; i < 5; i++)
		ok(at[i].x == again[i].x && at[i].y == again[i].y,
		    "the same again");
	stress_lay(at, 4, square, 4);
	near(
	    apart(at, 0, 1), apart(at, 2, 3), 1e-6, "a square has equal sides");
	near(apart(at, 0, 2), apart(at, 1, 3), 1e-6, "and equal diagonals");
	stress_lay(at, 3, all, 3);
	near(apart(at, 0, 1), 1, 1e-6, "a triangle has sides of 1");
	near(apart(at, 0, 2), 1, 1e-6, "all of them");
	stress_lay(at, 5, two, 3);
	near(apart(at, 0, 1), 1, 1e-6, "pieces have places of their own");
	ok(apart(at, 0, 3) > 1 && apart(at, 1, 3) > 1, "apart from each other");
	stress_lay(at, 0, NULL, 0);
	ok(true, "no node at all");
	return done();
}
