/* screen - tests of one part (apart.h) that a look at the occurrences alone
 * shows to be below their bars, in deals side by side.
 *
 * The figure of a test falls while E rises to f, and rises beyond.  So where it
 * is below the bar at both ends of what E can be of a part with f occurrences,
 * it is below, whatever else is dealt.  Those ends are known before the deals:
 * of the words of the part, a range that nearly all deals keep to, and that
 * each is looked at for; of units alike, the least and the most words of those
 * that have the item. */
#ifndef SCREEN_H
#define SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "apart.h"
#include "hands.h"
#include "units.h"

struct screen_plane;

struct screen {
	const struct units *u;
	const struct hands *hands;
	const struct apart_test *test;
	const double *bar; /* by test and measure */
	uint32_t measures;
	const double *means; /* by item: words of a unit without it; or NULL,
				with one measure */
	uint32_t *limit;     /* by test: so many occurrences from `from` on are
				below the bars; 0: it cannot be told so */
	/* inside */
	uint32_t *from;
	double *least; /* by part: words for which that holds */
	double *most;
	uint8_t (*part)[CHANCE_LANES]; /* by unit, in each deal */
	uint32_t *beyond;              /* by part: deals with other words */
	bool made;                     /* these two, of the deals taken */
	/* by item: the units of which f has a bit, by bit */
	size_t *first;
	struct screen_plane *plane;
	uint32_t *unit;
};

/* n tests; no limits where hands are not whole, or parts are many. */
void screen_open(struct screen *s, uint32_t n);
void screen_close(struct screen *s);
/* The deals under way are others. */
static inline void
screen_turn(struct screen *s)
{
	s->made = false;
}
/* The figures of a test that has a limit, 0 where they are below the bars;
 * false, and nothing in x, where all are.  t: words by part and deal. */
bool screen_figures(struct screen *s, uint32_t test,
    const double (*t)[CHANCE_LANES], double (*x)[CHANCE_LANES]);

#endif
