/* Numbers as people read them, and names that are near. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/text/figure.h"
#include "lib/text/slug.h"
#include "tap.h"

static void
check(const char *s, int places, enum figure_style style, const char *want)
{
	struct buf b = {0};

	figure_put(&b, s, places, style);
	is_str(b.s, want, s);
	buf_free(&b);
}

static bool
is_same(double a, double b)
{
	uint64_t x;
	uint64_t y;

	memcpy(&x, &a, sizeof(x));
	memcpy(&y, &b, sizeof(y));
	return x == y;
}

/* Figures are read as strtod() reads them, bit by bit. */
static void
reads(void)
{
	static const char *const some[] = {"0", "-0", "-0.0", ".5", "5.", "+2.",
	    "000000000000000000001", "999999999999999", "9999999999999999",
	    "0.000000000000001", "123456789012345.6", "1e999", "-1e-999"};
	size_t n_bad = 0;
	double v;

	for (unsigned i = 0; i < 200000; i++) {
		double x = (double)(i * 2654435761U) / (1U << i % 32);
		char s[64];
		double w;

		x = i % 3 == 0 ? -x : x;
		if (i % 4 == 0)
			(void)snprintf(s, sizeof(s), "%.*g", (int)(i % 18), x);
		else
			(void)snprintf(s, sizeof(s), "%.*f", (int)(i % 18), x);
		w = strtod(s, NULL);
		n_bad += !figure_read(s, &v) || !is_same(v, w);
	}
	for (size_t i = 0; i < sizeof(some) / sizeof(*some); i++) {
		double w = strtod(some[i], NULL);

		n_bad += !figure_read(some[i], &v) || !is_same(v, w);
	}
	ok(n_bad == 0, "figures are read as strtod() does");
	ok(!figure_read("", &v) && !figure_read(".", &v) &&
		!figure_read("1 ", &v) && !figure_read("0x1", &v) &&
		!figure_read("-", &v) && !figure_read("1.2.3", &v),
	    "what is none is not read");
}

int
main(void)
{
	reads();
	ok(figure_is("1") && figure_is("-1.5") && figure_is(".5") &&
		figure_is("1e-07") && figure_is("+2."),
	    "figures");
	ok(!figure_is("") && !figure_is("-") && !figure_is("1e") &&
		!figure_is("1,5") && !figure_is("NA") && !figure_is("0x1") &&
		!figure_is("2025-10-03") && !figure_is("."),
	    "no figures");
	check("12345.678", -1, FIGURE_PLAIN, "12345.678");
	check("12345.678", 1, FIGURE_FR, "12\u202F345,7");
	check("1234567", -1, FIGURE_EN, "1,234,567");
	check("-12345", -1, FIGURE_EN, "-12,345");
	check("2025", -1, FIGURE_FR, "2025");
	check("2025", -1, FIGURE_FR | FIGURE_FOUR, "2\u202F025");
	check("1234.5", 0, FIGURE_EN | FIGURE_FOUR, "1,234");
	check("999", -1, FIGURE_EN | FIGURE_FOUR, "999");
	check("12345", FIGURE_RAW, FIGURE_EN, "12345");
	check("1.5e-07", -1, FIGURE_FR, "1,5e-07");
	check("0.0004", 3, FIGURE_EN, "<0.001");
	check("-0.0004", 3, FIGURE_FR, ">-0,001");
	check("-0", 1, FIGURE_PLAIN, "0.0");
	check("0.5", 0, FIGURE_PLAIN, "<1");
	check("1e300", 2, FIGURE_PLAIN, "1e300");
	check("NA", 2, FIGURE_FR, "NA");
	is_u64(figure_whole("12\u202F345,7", FIGURE_FR), 6, "whole part");
	is_u64(figure_whole("1e-07", FIGURE_PLAIN), 1, "exponent is behind");
	ok(sign_of("=") == SIGN_IS && sign_of("under") == SIGN_UNDER &&
		sign_of("==") == SIGN_NONE,
	    "signs");
	ok(sign_holds(SIGN_LESS, "9", "10") &&
		!sign_holds(SIGN_LESS, "NA", "10") &&
		sign_holds(SIGN_LEAST, "1e1", "10") &&
		!sign_holds(SIGN_IS, "1e1", "10"),
	    "as numbers, and as text");
	ok(sign_holds(SIGN_TOP, "a", "") && !sign_holds(SIGN_TOP, "a/b", "") &&
		sign_holds(SIGN_UNDER, "a/b", "a") &&
		!sign_holds(SIGN_UNDER, "ab", "a"),
	    "of a theme");
	is_u64(near_distance("tokenize", "tokenise"), 1, "one letter");
	is_u64(near_distance("", "abc"), 3, "from nothing");
	is_u64(near_distance("stem", "stats"), 3, "three");
	return done();
}
