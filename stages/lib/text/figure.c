#include "figure.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "utf.h"

static const char digits[] = "0123456789";

bool
figure_is(const char *s)
{
	size_t n;

	s += *s == '-' || *s == '+';
	n = strspn(s, digits);
	s += n;
	if (*s == '.') {
		s++;
		n += strspn(s, digits);
		s += strspn(s, digits);
	}
	if (n > 0 && (*s == 'e' || *s == 'E')) {
		s++;
		s += *s == '-' || *s == '+';
		n = strspn(s, digits);
		s += n;
	}
	return n > 0 && *s == '\0';
}

bool
figure_read(const char *s, double *v)
{
	/* up to 15 digits and powers of ten are doubles, and so is their
	 * quotient, rounded once */
	static const double power[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7,
	    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
	const char *p = s + (*s == '-' || *s == '+');
	uint64_t whole = 0;
	unsigned n = 0;
	unsigned places = 0;

	for (; *p >= '0' && *p <= '9'; p++, n++)
		whole = whole * 10 + (uint64_t)(*p - '0');
	if (*p == '.')
		for (p++; *p >= '0' && *p <= '9'; p++, n++, places++)
			whole = whole * 10 + (uint64_t)(*p - '0');
	if (*p == '\0' && n > 0 && n < sizeof(power) / sizeof(*power)) {
		*v = (double)whole / power[places];
		*v = *s == '-' ? -*v : *v;
		return true;
	}
	if (!figure_is(s))
		return false;
	*v = strtod(s, NULL);
	return true;
}

/* s rounded, or as it is where that cannot be done. */
static void
rounded(char *to, size_t size, const char *s, int places)
{
	double v = 0;

	(void)figure_read(s, &v);
	if (places < 0 || !isfinite(v) || fabs(v) >= 1e15) {
		(void)snprintf(to, size, "%s", s);
		return;
	}
	(void)snprintf(to, size, "%.*f", places, v);
	if (v != 0 && to[strspn(to, "-0.")] == '\0')
		(void)snprintf(to, size, v > 0 ? "<%.*f" : ">-%.*f", places,
		    pow(10, -places));
	else if (v == 0 && *to == '-')
		(void)snprintf(to, size, "%.*f", places, 0.0);
}

void
figure_put(struct buf *to, const char *s, int places, enum figure_style style)
{
	static const char *const thousand[] = {"", "\xE2\x80\xAF", ","};
	char b[512];
	const char *p = b;
	size_t most = (style & FIGURE_FOUR) != 0 ? 3 : 4; /* not parted */
	size_t n;

	if (places == FIGURE_RAW || !figure_is(s) ||
	    strlen(s) > sizeof(b) / 2) {
		buf_str(to, s);
		return;
	}
	rounded(b, sizeof(b), s, places);
	n = strcspn(p, digits);
	buf_mem(to, p, n);
	p += n;
	n = strspn(p, digits);
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && n > most && (n - i) % 3 == 0)
			buf_str(to, thousand[style & 3]);
		buf_mem(to, p + i, 1);
	}
	p += n;
	if (*p == '.' && (style & FIGURE_FR) != 0) {
		buf_mem(to, ",", 1);
		p++;
	}
	buf_str(to, p);
}

const char *
figure_percent(enum figure_style style)
{
	return (style & FIGURE_FR) != 0 ? "\xC2\xA0%" : "%";
}

size_t
figure_whole(const char *s, enum figure_style style)
{
	size_t n = strcspn(s, (style & FIGURE_FR) != 0 ? ",eE" : ".eE");

	return utf_width(s, n);
}

bool
figure_named(const char *s, enum figure_style *style)
{
	static const char *const name[] = {"plain", "fr", "en"};

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++)
		if (strcmp(s, name[i]) == 0) {
			*style = (enum figure_style)i;
			return true;
		}
	return false;
}

enum figure_style
figure_style(int letter, const char *arg)
{
	enum figure_style style;

	if (figure_named(arg, &style))
		return style;
	die_usage("option -%c: '%s' is not plain, fr or en", letter, arg);
}

enum figure_style
figure_counts(int letter, const char *arg)
{
	enum figure_style style = figure_style(letter, arg);

	return style == FIGURE_PLAIN ? style : style | FIGURE_FOUR;
}

/* ---- signs ---- */

static bool
is_under(const char *cell, const char *value)
{
	size_t len = strlen(value);

	return strncmp(cell, value, len) == 0 &&
	    (cell[len] == '\0' || cell[len] == '/');
}

enum figure_sign
sign_of(const char *word)
{
	static const char *const signs[SIGN_NONE] = {
	    "=", "!=", "<", "<=", ">", ">=", "top", "under"};
	enum figure_sign sign = SIGN_IS;

	while (sign < SIGN_NONE && strcmp(signs[sign], word) != 0)
		sign++;
	return sign;
}

bool
sign_holds(enum figure_sign sign, const char *cell, const char *value)
{
	double a;
	double b;

	switch (sign) {
	case SIGN_IS:
		return strcmp(cell, value) == 0;
	case SIGN_IS_NOT:
		return strcmp(cell, value) != 0;
	case SIGN_TOP:
		return strchr(cell, '/') == NULL;
	case SIGN_UNDER:
		return is_under(cell, value);
	default:
		break;
	}
	if (!figure_read(cell, &a) || !figure_read(value, &b))
		return false;
	if (sign == SIGN_LESS)
		return a < b;
	if (sign == SIGN_MOST)
		return a <= b;
	return sign == SIGN_MORE ? a > b : a >= b;
}
