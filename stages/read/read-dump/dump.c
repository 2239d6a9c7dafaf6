#include "dump.h"

#include <string.h>

#include "lib/base/mem.h"
#include "lib/lang/fr/words.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"
#include "read/common/span.h"

/* characters */
enum {
	LABEL_MAX = 100,
	HEADING_MAX = 100
};

bool
is_title(const char *s, size_t len, bool whole)
{
	size_t text;

	return dump_bullet(s, len, &text) == 0 &&
	    (whole || strchr(".;:,", s[len - 1]) == NULL);
}

/* ---- sections ---- */

const char *
dump_label(const char *s, size_t len)
{
	struct buf f = {0};
	const char *section = NULL;

	if (len == 0 || utf_count(s, len) > LABEL_MAX)
		return NULL;
	slug_fold(&f, s, len);
	/* a sentence ends in a stop, a label in ':' or in nothing */
	if (f.len > 0)
		section = words_section(
		    f.s, f.s[f.len - 1] == ':' || !span_is_punctuated(s, len));
	buf_free(&f);
	return section;
}

/* ---- items and headings ---- */

size_t
dump_bullet(const char *s, size_t len, size_t *text)
{
	static const int32_t sign[] = {0x2022, 0xB7, 0x25AA, 0x25A0, 0x25BA,
	    0x27A2, 0x27A4, 0x2192, 0x25E6, 0x2023, 0x2219, 0x25CF, 0x25CB,
	    0x2713, 0x2714, 0x25B6, 0x25AB, 0xF0B7};
	size_t n;
	size_t at;
	int32_t cp;
	bool is = false;

	if (len < 2)
		return 0;
	cp = utf_get(s, s + len, &n);
	for (size_t k = 0; k < sizeof(sign) / sizeof(*sign); k++)
		is = is || cp == sign[k];
	if (!is && cp != '*' && cp != '-' && cp != 0x2013 && cp != 0x2014)
		return 0;
	for (at = n; at < len;) {
		size_t k;

		if (!utf_is_space(utf_get(s + at, s + len, &k)))
			break;
		at += k;
	}
	if (at == len || (!is && at == n))
		return 0;
	cp = utf_get(s + at, s + len, text);
	if (!utf_is_letter(cp) && !span_is_quote(cp) &&
	    !(cp >= '0' && cp <= '9'))
		return 0;
	*text = at;
	return n;
}

bool
is_heading(const char *s, size_t len)
{
	int32_t cp = span_first(s, len);
	size_t n;

	while (len > 0 && (span_is_quote(cp) || utf_is_space(cp))) {
		(void)utf_get(s, s + len, &n);
		s += n;
		len -= n;
		cp = span_first(s, len);
	}
	return len > 0 && (utf_is_upper(cp) || (cp >= '0' && cp <= '9')) &&
	    utf_count(s, len) <= HEADING_MAX && !span_is_punctuated(s, len);
}
