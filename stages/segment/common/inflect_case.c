/* Signs, capitals and figures, as hunspell goes by them. */
#include "inflect.h"
#include "lib/text/utf.h"

/* One of à to ÿ, as most letters behind z are; not ÷. */
static bool
is_small_accent(const char *s, const char *end)
{
	return end - s > 1 && (unsigned char)s[0] == 0xC3 &&
	    (unsigned char)s[1] >= 0xA0 && (unsigned char)s[1] != 0xB7;
}

enum inflect_case
inflect_case(const char *s, size_t len)
{
	size_t upper = 0;
	size_t plain = 0;
	size_t all = 0;
	bool head = false;
	size_t n;

	for (size_t i = 0; i < len; i += n, all++) {
		int32_t cp;
		int32_t low;

		n = 1;
		if (s[i] >= 'a' && s[i] <= 'z')
			continue;
		if (is_small_accent(s + i, s + len)) {
			n = 2;
			continue;
		}
		cp = utf_get(s + i, s + len, &n);
		low = utf_lower(cp);

		head = head || (i == 0 && cp != low);
		upper += cp != low;
		plain += utf_upper(cp) == low;
	}
	if (upper == 0)
		return CASE_SMALL;
	if (upper == 1 && head)
		return CASE_HEAD;
	return upper + plain == all ? CASE_ALL : CASE_MIXED;
}

void
inflect_small(struct buf *to, const char *s, size_t len, bool head)
{
	size_t n;

	for (size_t i = 0; i < len; i += n) {
		int32_t cp = utf_lower(utf_get(s + i, s + len, &n));
		char at[4];

		buf_mem(
		    to, at, utf_put(at, i == 0 && head ? utf_upper(cp) : cp));
	}
}

bool
inflect_plain(int32_t cp)
{
	if (cp < 0xC0) /* but ª, µ, º */
		return (cp >= ' ' && cp < 0x7F) ||
		    (cp >= 0xA0 && cp != 0xAA && cp != 0xB5 && cp != 0xBA);
	return (cp <= 0xFF && cp != 0xDF) ||
	    (cp >= 0x14A &&
		cp <= 0x178) || /* capitals, each with a small one */
	    (cp >= 0x2B0 && cp <= 0x2B8) ||
	    (cp >= 0x1D2C && cp <= 0x1D61) || /* above the line */
	    cp >= 0x1F000 ||                  /* signs from here on */
	    (cp >= 0x2010 && cp < 0x2100 && cp != 0x2019) ||
	    (cp >= 0x2190 && cp < 0x2460) || (cp >= 0x2500 && cp < 0x2C00);
}

static bool
is_figure(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_sign(char c)
{
	return c == ',' || c == '.';
}

enum inflect_figures
inflect_figures(const char *s, size_t len)
{
	size_t n = 0;
	size_t signs = 0;
	size_t behind = 0; /* the last sign's place */

	while (n < len && (is_figure(s[n]) || (is_sign(s[n]) && n > 0))) {
		n++;
		if (n == len || !is_sign(s[n]))
			continue;
		if (signs == 0 ? n > 3 : is_sign(s[n - 1]))
			break;
		signs++;
		behind = n;
	}
	if (n == len)
		return behind > 0 && n - behind > 3 ? FIGURES_FAR
						    : FIGURES_LAST;
	return n > 0 && s[n] == '%' ? FIGURES_ASK : FIGURES_NONE;
}
