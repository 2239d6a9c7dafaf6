#include "bar.h"

#include <math.h>
#include <string.h>

enum sign {
	FULL,
	HALF,
	AXIS,
	OPEN,
	LINE,
	CLOSE,
	DOT,
	LEAD,
	LEFT,
	RIGHT,
	BLANK,
	N_SIGNS
};

static const char *const blocks[N_SIGNS] = {"\xE2\x96\x88", "\xE2\x96\x90",
    "\xE2\x94\x82", "\xE2\x94\x9C", "\xE2\x94\x80", "\xE2\x94\xA4",
    "\xE2\x97\x8F", "\xC2\xB7", "\xE2\x86\x90", "\xE2\x86\x92", " "};
static const char *const ascii[N_SIGNS] = {
    "#", "#", "|", "|", "-", "|", "o", ".", "<", ">", " "};

/* Columns of the signs of an interval. */
struct span {
	size_t low;
	size_t at;
	size_t high;
	size_t zero;
	bool cut_low; /* it goes on beyond the scale */
	bool cut_high;
};

/* The largest values would overflow, the least underflow; times a power of two
 * all others keep their digits. */
static double
unit_of(double min, double max)
{
	enum {
		FAR = 1000 /* ldexp() of it is finite */
	};
	double big = fmax(-min, max);
	int e = big > 0 ? -ilogb(big) : 0;

	return ldexp(1, e < FAR ? e : FAR);
}

void
bar_open(struct bar *b, size_t cols, double min, double max)
{
	double area;

	b->axis = min < 0;
	b->min = min;
	b->max = max;
	b->unit = unit_of(min, max);
	min *= b->unit;
	max *= b->unit;
	b->cols = cols;
	b->area = cols - b->axis;
	area = (double)b->area;
	b->zero = max > min ? (size_t)lround(area * -min / (max - min)) : 0;
	if (b->axis && b->zero == 0)
		b->zero = 1;
	if (max > 0 && b->zero == b->area)
		b->zero--;
	b->scale = max > 0 ? (area - (double)b->zero) / max : HUGE_VAL;
	if (b->axis)
		b->scale = fmin(b->scale, (double)b->zero / -min);
	if (isinf(b->scale))
		b->scale = 0; /* all are 0 */
}

static void
put(const struct bar *b, struct out *o, enum sign s, size_t n)
{
	while (n-- > 0)
		out_str(o, b->ascii ? ascii[s] : blocks[s]);
}

/* A bar to the right, by eighths of a column; one that is not 0 is seen. */
static size_t
put_right(const struct bar *b, struct out *o, double v)
{
	size_t eighths = v > 0 ? (size_t)lround(v * b->unit * b->scale * 8) : 0;
	size_t n;

	if (v > 0 && eighths == 0)
		eighths = 1;
	if (b->ascii)
		eighths =
		    eighths < 8 && eighths > 0 ? 8 : (eighths + 4) / 8 * 8;
	n = eighths / 8;
	put(b, o, FULL, n);
	if (eighths % 8 == 0)
		return n;
	out_str(o, "\xE2\x96"); /* U+2588 full to U+258F an eighth */
	out_ch(o, (char)(0x90 - (int)(eighths % 8)));
	return n + 1;
}

/* The columns left of the axis; the bar goes by halves. */
static void
put_left(const struct bar *b, struct out *o, double v)
{
	size_t halves = v < 0 ? (size_t)lround(-v * b->unit * b->scale * 2) : 0;

	if (v < 0 && halves == 0)
		halves = 1;
	put(b, o, BLANK, b->zero - (halves + 1) / 2);
	put(b, o, HALF, halves % 2);
	put(b, o, FULL, halves / 2);
}

size_t
bar_put(const struct bar *b, struct out *o, double v)
{
	if (isnan(v))
		v = 0;
	if (!b->axis)
		return put_right(b, o, v);
	put_left(b, o, v);
	put(b, o, AXIS, 1);
	return b->zero + 1 + put_right(b, o, v);
}

/* The column of a value, the axis not counted. */
static size_t
place(const struct bar *b, double v)
{
	double at = floor((double)b->zero + v * b->unit * b->scale);

	if (at <= 0)
		return 0;
	return at >= (double)b->area ? b->area - 1 : (size_t)at;
}

static enum sign
sign_at(const struct span *s, size_t i)
{
	if (i == s->at)
		return DOT;
	if (i > s->low && i < s->high)
		return LINE;
	if (i == s->low)
		return s->cut_low ? LEFT : OPEN;
	if (i == s->high)
		return s->cut_high ? RIGHT : CLOSE;
	if ((i >= s->zero && i < s->low) || (i < s->zero && i > s->high))
		return LEAD;
	return BLANK;
}

size_t
bar_interval(
    const struct bar *b, struct out *o, double v, double low, double high)
{
	struct span s = {.at = place(b, v),
	    .zero = b->zero,
	    .cut_low = low<b->min, .cut_high = high> b->max};
	size_t last;

	s.low = isnan(low) ? s.at : place(b, low);
	s.high = isnan(high) ? s.at : place(b, high);
	last = s.high > s.at ? s.high : s.at;
	if (b->axis && last < s.zero)
		last = s.zero - 1;
	for (size_t i = 0; i <= last; i++) {
		if (b->axis && i == s.zero)
			put(b, o, AXIS, 1);
		put(b, o, sign_at(&s, i), 1);
	}
	if (b->axis && last < s.zero)
		put(b, o, AXIS, 1);
	return last + 1 + b->axis;
}
