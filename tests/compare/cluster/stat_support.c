/* stat_support - sets of items that come again. */
#include "compare/cluster/stat_support.h"
#include "tap.h"

int
main(void)
{
	/* ((0, 1), (2, 3)); the same otherwise joined; ((0, 2), 1), 3) */
	static const struct stat_merge tree[] = {
	    {.left = 0, .right = 1, .size = 2},
	    {.left = 2, .right = 3, .size = 2},
	    {.left = 4, .right = 5, .size = 4}};
	static const struct stat_merge same[] = {
	    {.left = 2, .right = 3, .size = 2},
	    {.left = 0, .right = 1, .size = 2},
	    {.left = 5, .right = 4, .size = 4}};
	static const struct stat_merge other[] = {
	    {.left = 0, .right = 1, .size = 2},
	    {.left = 4, .right = 2, .size = 3},
	    {.left = 5, .right = 3, .size = 4}};
	static const struct stat_merge third[] = {
	    {.left = 0, .right = 2, .size = 2},
	    {.left = 4, .right = 1, .size = 3},
	    {.left = 5, .right = 3, .size = 4}};
	struct stat_support s;

	stat_support_open(&s, tree, 4, false);
	near(stat_support_of(&s, 0), (double)NAN, 0, "no tree yet");
	stat_support_add(&s, same);
	stat_support_add(&s, other);
	stat_support_add(&s, third);
	stat_support_add(&s, tree);
	near(stat_support_of(&s, 0), .75, 1e-12, "of 0 and 1");
	near(stat_support_of(&s, 1), .5, 1e-12, "of 2 and 3");
	near(stat_support_of(&s, 2), (double)NAN, 0, "of all");
	stat_support_close(&s);
	/* without a root 0 1 | 2 3 is one split */
	stat_support_open(&s, other, 4, true);
	stat_support_add(&s, tree);
	stat_support_add(&s, third);
	near(stat_support_of(&s, 0), .5, 1e-12, "unrooted: of 0 and 1");
	near(stat_support_of(&s, 1), (double)NAN, 0, "unrooted: all but one");
	stat_support_close(&s);
	stat_support_open(&s, tree, 1, false);
	stat_support_add(&s, tree);
	stat_support_close(&s);
	return done();
}
