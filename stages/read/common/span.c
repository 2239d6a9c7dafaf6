#include "span.h"

#include <string.h>

#include "lib/base/mem.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"

size_t
span_blank(const char *s, size_t len)
{
	if (len > 0 && *s == ' ')
		return 1;
	if (len > 1 && memcmp(s, "\xC2\xA0", 2) == 0)
		return 2;
	return len > 2 && memcmp(s, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

size_t
span_blanks(const char *s, size_t len)
{
	size_t i = 0;
	size_t n;

	while ((n = span_blank(s + i, len - i)) > 0)
		i += n;
	return i;
}

int32_t
span_first(const char *s, size_t len)
{
	size_t n;

	return len > 0 ? utf_get(s, s + len, &n) : 0;
}

int32_t
span_last(const char *s, size_t len, size_t *n)
{
	size_t i = len;

	while (i > 0 && ((unsigned char)s[--i] & 0xC0) == 0x80)
		continue;
	return len > 0 ? utf_get(s + i, s + len, n) : 0;
}

bool
span_is_quote(int32_t cp)
{
	return cp == '"' || cp == '\'' || cp == '(' || cp == ')' || cp == '[' ||
	    cp == ']' || cp == 0xAB || cp == 0xBB ||
	    (cp >= 0x2018 && cp <= 0x201F);
}

struct span
span_strip(const char *s, size_t len)
{
	size_t n;
	char c;

	while (len > 0) {
		c = slug_char(utf_get(s, s + len, &n));
		if (c == '\0' || strchr(" -,;:|/", c) == NULL)
			break;
		s += n;
		len -= n;
	}
	while (len > 0) {
		c = slug_char(span_last(s, len, &n));
		if (c == '\0' || strchr(" -,;:|/", c) == NULL)
			break;
		len -= n;
	}
	return (struct span){s, len};
}

bool
span_is_punctuated(const char *s, size_t len)
{
	size_t n = 0;
	int32_t cp = span_last(s, len, &n);

	while (len > 0 && (span_is_quote(cp) || utf_is_space(cp))) {
		len -= n;
		cp = span_last(s, len, &n);
	}
	return cp == 0x2026 || (cp > 0 && cp < 0x80 && strchr(".!?;:,", cp));
}

bool
span_is_code(const char *s, size_t len)
{
	bool low = false;

	for (size_t i = 0; i < len; i++) {
		if (s[i] == '_')
			low = true;
		else if (!(s[i] >= 'A' && s[i] <= 'Z') &&
		    !(s[i] >= '0' && s[i] <= '9'))
			return false;
	}
	return low;
}

size_t
span_words(const char *s, size_t len)
{
	struct buf f = {0};
	size_t n;

	slug_fold(&f, s, len);
	n = f.len > 0;
	for (size_t i = 0; i < f.len; i++)
		n += f.s[i] == ' ';
	buf_free(&f);
	return n;
}
