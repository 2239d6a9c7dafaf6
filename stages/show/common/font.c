#include "font.h"

#include <stdint.h>
#include <string.h>

#include "lib/text/utf.h"

enum {
	EM = 1000,
	WIDE = 780,         /* of a letter that is not known */
	MOST_BYTES = 65536, /* of a line */
};

/* Adobe's metrics of Helvetica, from U+0020 on, in thousandths. */
static const uint16_t ascii[] = {278, 278, 355, 556, 556, 889, 667, 191, 333,
    333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611,
    778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
    667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

/* What has no base letter among these. */
static const struct {
	int32_t cp;
	uint16_t width;
} others[] = {{0xA0, 278}, {0xA7, 556}, {0xA9, 737}, {0xAA, 370}, {0xAB, 556},
    {0xAE, 737}, {0xB0, 400}, {0xB1, 584}, {0xB2, 333}, {0xB3, 333},
    {0xB5, 576}, {0xB7, 333}, {0xB9, 333}, {0xBA, 365}, {0xBB, 556},
    {0xC6, 1000}, {0xD7, 584}, {0xD8, 778}, {0xDF, 611}, {0xE6, 889},
    {0xF7, 584}, {0xF8, 611}, {0x131, 278}, {0x141, 556}, {0x142, 222},
    {0x152, 1000}, {0x153, 944}, {0x2009, 278}, {0x2010, 333}, {0x2011, 333},
    {0x2013, 556}, {0x2014, 1000}, {0x2018, 222}, {0x2019, 222}, {0x201A, 222},
    {0x201C, 333}, {0x201D, 333}, {0x201E, 333}, {0x2022, 350}, {0x2026, 1000},
    {0x202F, 278}, {0x2030, 1000}, {0x2039, 333}, {0x203A, 333}, {0x20AC, 556},
    {0x2122, 1000}, {0x2212, 584}};

/* A letter with an accent is as wide as the one without. */
static unsigned
width_of_base(const char *s, size_t len)
{
	struct buf b = {0};
	unsigned width = WIDE;

	utf_bare(&b, s, len);
	if (b.len == 1 && (unsigned char)*b.s >= ' ' && *b.s < 0x7F)
		width = ascii[*b.s - ' '];
	buf_free(&b);
	return width;
}

static unsigned
width_of(int32_t cp, const char *s, size_t len)
{
	size_t low = 0;
	size_t high = sizeof(others) / sizeof(*others);
	size_t columns;

	if (cp >= ' ' && cp < 0x7F)
		return ascii[cp - ' '];
	while (low < high) {
		size_t mid = (low + high) / 2;

		if (others[mid].cp == cp)
			return others[mid].width;
		if (others[mid].cp < cp)
			low = mid + 1;
		else
			high = mid;
	}
	columns = utf_width(s, len);
	if (columns != 1)
		return columns == 0 ? 0 : EM;
	return width_of_base(s, len);
}

double
font_width(const char *s, size_t len, double size)
{
	const char *end = s + len;
	uint64_t sum = 0;

	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);

		sum += width_of(cp, s, n);
		s += n;
	}
	return (double)sum * size / EM;
}

bool
font_knows(const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);

		if (width_of(cp, s, n) == WIDE || utf_width(s, n) > 1)
			return false;
		s += n;
	}
	return true;
}

double
font_of(const char *s)
{
	return font_width(s, strlen(s), 1);
}

size_t
font_fit(const char *s, size_t len, double size, double width)
{
	const char *from = s;
	const char *end = s + len;
	double used = 0;

	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);

		used += width_of(cp, s, n) * size / EM;
		if (used > width)
			break;
		s += n;
	}
	return (size_t)(s - from);
}

void
font_cut(struct buf *to, const char *s, double size, double width)
{
	static const char dots[] = "\xE2\x80\xA6";
	size_t len = strlen(s);
	size_t n = len;

	if (font_width(s, len, size) > width) {
		n = font_fit(s, len, size, width - size);
		while (n > 0 && s[n - 1] == ' ')
			n--;
	}
	buf_mem(to, s, n);
	buf_str(to, n < len ? dots : "");
}

/* What one line may hold: of a longer text, a beginning of whole characters, so
 * that a text of megabytes is not measured for each of its lines. */
static size_t
line_bytes(const char *s)
{
	size_t len = strnlen(s, MOST_BYTES);

	if (len == MOST_BYTES)
		while (len > MOST_BYTES - 4 && (s[len] & 0xC0) == 0x80)
			len--;
	return len;
}

size_t
font_line(const char *s, double size, double width, const char **next)
{
	size_t len = line_bytes(s);
	size_t n = font_fit(s, len, size, width);
	size_t cut = n;

	*next = s + n;
	if (n == len)
		return n;
	while (cut > 0 && s[cut] != ' ')
		cut--;
	if (cut == 0)
		for (cut = n; cut > 0 && s[cut - 1] != '-';)
			cut--;
	if (cut > 0) {
		*next = s + cut + (s[cut] == ' ');
		return cut;
	}
	if (n == 0) {
		(void)utf_get(s, s + len, &n);
		*next = s + n;
	}
	return n;
}
