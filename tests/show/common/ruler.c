/* ruler - cells, and ticks at round numbers. */
#include "show/common/ruler.h"
#include "lib/base/mem.h"
#include "tap.h"

/* The figures of all ticks, "cell:figure" parted by blanks. */
static void
ticks_are(double low, double high, size_t n, const char *want)
{
	struct ruler r;
	struct buf b = {0};
	char cell[32];

	ruler_open(&r, n, (high - low) / ((double)n - 1), low, high, 5);
	for (size_t i = 0; i < n; i++) {
		struct buf t = {0};

		if (!ruler_tick(&r, i, &t, FIGURE_PLAIN))
			continue;
		(void)snprintf(
		    cell, sizeof(cell), "%s%zu:", b.len > 0 ? " " : "", i);
		buf_str(&b, cell);
		buf_str(&b, t.s);
		buf_free(&t);
	}
	is_str(b.s, want, want);
	buf_free(&b);
}

int
main(void)
{
	struct ruler r;

	ticks_are(-1, 1, 21, "0:-1.0 5:-0.5 10:0.0 15:0.5 20:1.0");
	ticks_are(0, 20, 21, "0:0 5:5 10:10 15:15 20:20");
	ticks_are(1990, 2030, 21, "0:1990 5:2000 10:2010 15:2020 20:2030");
	ticks_are(-1e-7, 1e-7, 21, "0:-1e-07 5:-5e-08 10:0 15:5e-08 20:1e-07");
	ticks_are(0, 1e300, 11, "0:0 5:5e+299 10:1e+300");
	ruler_open(&r, 10, 1, 0, 9, 5);
	is_u64(ruler_cell(&r, 0), 0, "the lowest value");
	is_u64(ruler_cell(&r, 9.4), 9, "the highest cell");
	is_u64(ruler_cell(&r, 9.6), SIZE_MAX, "above it");
	is_u64(ruler_cell(&r, -0.6), SIZE_MAX, "below the lowest");
	return done();
}
