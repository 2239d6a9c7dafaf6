/* choices - which number of classes is chosen. */
#include "compare/classes/choices.h"

#include <math.h>

#include "tap.h"

/* Chosen of 2, 3 ... classes with these stabilities, .4, .3, .2 ... by chance;
 * p is .04 but where it is told.  0: none. */
static uint32_t
chosen(const double *stability, uint32_t n, uint32_t unlikely)
{
	struct choice c[5] = {{.wanted = 0}};
	struct choices x = {.c = c, .n = n};

	for (uint32_t i = 0; i < n; i++)
		c[i] = (struct choice){.wanted = i + 2,
		    .stability = stability[i],
		    .by_chance = .4 - .1 * i,
		    .p = i < unlikely ? .04 : .06};
	choices_choose(&x);
	return x.chosen < x.n ? c[x.chosen].wanted : 0;
}

int
main(void)
{
	const struct choice one = {.stability = .7, .by_chance = .4};
	const struct choice bare = {.stability = .7, .by_chance = (double)NAN};
	const double planted[] = {.69, .998, .68, .56};
	const double alike[] = {.90, .87, .60, .50};
	const double apart[] = {.93, .63, .71, .60};
	const double loose[] = {.49, .49, .40, .30};

	/* R: (.7 - .4) / (1 - .4) */
	near(choice_beyond(&one), .5, 1e-12, "beyond chance");
	ok(isnan(choice_beyond(&bare)), "no chance, nothing beyond");
	is_u64(chosen(planted, 4, 4), 3, "the farthest beyond chance");
	is_u64(chosen(alike, 4, 4), 3, "the largest about as good");
	is_u64(chosen(apart, 4, 4), 4, "a later rise");
	is_u64(chosen(apart, 4, 2), 2, "what chance may do is not chosen");
	is_u64(chosen(loose, 4, 4), 0, "less than a half is dissolved");
	is_u64(chosen(planted, 4, 0), 0, "chance alone");
	is_u64(chosen(planted, 0, 0), 0, "nothing to choose from");
	return done();
}
