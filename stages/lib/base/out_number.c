/* Numbers of out.h. */
#include <math.h>
#include <stdlib.h>

#include "out.h"

enum {
	TEN_MOST = 22 /* the largest power of ten that is a double */
};

void
out_u64(struct out *o, uint64_t v)
{
	char d[20];
	size_t i = sizeof(d);

	do {
		d[--i] = (char)('0' + v % 10);
		v /= 10;
	} while (v > 0);
	out_mem(o, d + i, sizeof(d) - i);
}

/* The six digits of v and its power of ten; false where rounding it here could
 * be wrong: so near to the middle between two of them that the one
 * multiplication or division decides, and where it needs a power of ten that is
 * no double (beyond 1e22). */
static bool
six_digits(double v, uint32_t *digits, int *power)
{
	static const double ten[TEN_MOST + 1] = {1, 1e1, 1e2, 1e3, 1e4, 1e5,
	    1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
	    1e18, 1e19, 1e20, 1e21, 1e22};
	int two;
	double x = 0;
	double rest;

	(void)frexp(v, &two);
	*power = (int)floor((two - 1) * (M_LN2 / M_LN10));
	if (*power < 5 - TEN_MOST || *power >= 5 + TEN_MOST)
		return false;
	for (;; ++*power) { /* it may be one too small */
		x = *power > 5 ? v / ten[*power - 5] : v * ten[5 - *power];
		if (x < 1e6)
			break;
	}
	*digits = (uint32_t)x;
	rest = x - *digits;
	*digits += rest > 0.5;
	if (*digits == 1000000) {
		*digits = 100000;
		++*power;
	}
	return fabs(rest - 0.5) > 1e-6;
}

/* As printf() has %.6g; returns the end. */
static char *
put_digits(char *to, uint32_t digits, int power)
{
	char d[6];
	int n = 6;
	int point = power < -4 || power > 5 ? 0 : power; /* it stands behind */

	for (int i = 5; i >= 0; i--, digits /= 10)
		d[i] = (char)('0' + digits % 10);
	while (n > 1 && d[n - 1] == '0' && n - 1 > point)
		n--;
	if (point < 0) {
		*to++ = '0';
		*to++ = '.';
		for (int i = -1; i > point; i--)
			*to++ = '0';
		point = n;
	}
	for (int i = 0; i < n; i++) {
		*to++ = d[i];
		if (i == point && i + 1 < n)
			*to++ = '.';
	}
	if (power >= -4 && power <= 5)
		return to;
	*to++ = 'e';
	*to++ = power < 0 ? '-' : '+';
	power = abs(power);
	*to++ = (char)('0' + power / 10);
	*to++ = (char)('0' + power % 10);
	return to;
}

void
out_real(struct out *o, double v)
{
	enum {
		REAL_MOST = 16
	};
	uint32_t digits;
	int power;
	char *to;
	char *end;

	if (v == 0)
		out_ch(o, '0');
	else if (!isfinite(v))
		out_str(o, "NA");
	else if (six_digits(fabs(v), &digits, &power)) {
		to = out_room(o, REAL_MOST);
		end = to;
		if (v < 0)
			*end++ = '-';
		o->b.len += (size_t)(put_digits(end, digits, power) - to);
	} else
		out_fmt(o, "%.6g", v);
}

void
out_exp(struct out *o, double ln)
{
	bool deep = ln < -1e6; /* only one digit is sure */
	double most = deep ? 9.5 : 9.999995;
	double power;
	double digits;

	if (!isfinite(ln) || ln > -690) {
		out_real(o, isinf(ln) && ln < 0 ? 0.0 : exp(ln));
		return;
	}
	power = floor(ln / M_LN10);
	digits = exp(ln - power * M_LN10);
	if (digits >= most) { /* would print as 10 */
		digits = 1;
		power++;
	}
	out_fmt(o, "%.*ge%.0f", deep ? 1 : 6, digits < 1 ? 1.0 : digits, power);
}

void
out_tab_u64(struct out *o, uint64_t v)
{
	out_ch(o, '\t');
	out_u64(o, v);
}

void
out_tab_real(struct out *o, double v)
{
	out_ch(o, '\t');
	out_real(o, v);
}

void
out_tab_exp(struct out *o, double ln)
{
	out_ch(o, '\t');
	out_exp(o, ln);
}
