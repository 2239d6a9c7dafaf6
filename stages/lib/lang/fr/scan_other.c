/* What is no word: URLs, host names, e-mail addresses, hashtags, emoji. */
#include <string.h>

#include "scan_inner.h"

static bool
address_byte(unsigned char c)
{
	return c > ' ' && c != '<' && c != '>' && c != '"' && c != '|' &&
	    c != '\\' && c != '^' && c != '`' && c != '{' && c != '}';
}

size_t
scan_address_end(const struct text *t, size_t from)
{
	size_t i = from;

	while (i < t->len && address_byte((unsigned char)t->p[i]) &&
	    !looking_at(t, i, "\xC2\xA0") && !looking_at(t, i, "\xC2\xBB") &&
	    !looking_at(t, i, "\xE2\x80"))
		i++;
	while (i > from && strchr(".,;:!?)]'*", t->p[i - 1]) != NULL)
		i--;
	return i;
}

static bool
is_domain_end(const char *s, size_t len)
{
	static const char *const tld[] = {"be", "ca", "ch", "com", "de", "edu",
	    "es", "eu", "fr", "gov", "info", "int", "io", "it", "lu", "net",
	    "org", "paris", "tv", "uk"};

	for (size_t i = 0; i < sizeof(tld) / sizeof(*tld); i++)
		if (strlen(tld[i]) == len && memcmp(tld[i], s, len) == 0)
			return true;
	return false;
}

/* élu.es: a host of Spain has www, a path or a second full stop. */
static bool
is_ending(const struct text *t, size_t dot, size_t end)
{
	return end - dot == 3 && memcmp(t->p + dot, ".es", 3) == 0 &&
	    (end >= t->len || t->p[end] != '/');
}

bool
scan_is_address(const struct text *t, size_t from, size_t dot, size_t *end)
{
	size_t i = dot;
	size_t last = dot;
	bool at = false;

	for (; i < t->len; i++) {
		unsigned char c = (unsigned char)t->p[i];

		if (c == '.')
			last = i;
		else if (c == '@' && !at)
			at = true;
		else if (c != '-' && c != '_' && c != '+' &&
		    !is_alnum((enum cls)scan_ascii[c]))
			break;
	}
	while (i > from && (t->p[i - 1] == '.' || t->p[i - 1] == '-'))
		i--;
	if (last >= i)
		for (last = i - 1; last > dot && t->p[last] != '.';)
			last--;
	if (!is_domain_end(t->p + last + 1, i - last - 1) && !at)
		return false;
	if (t->p[last] != '.' || last + 2 >= i)
		return false;
	if (!at && last == dot && is_ending(t, dot, i))
		return false;
	*end = i < t->len && t->p[i] == '/' ? scan_address_end(t, from) : i;
	return true;
}

size_t
scan_tag_end(struct text *t, size_t i)
{
	bool letter = false;
	size_t end = i + 1;
	size_t n = 1;

	for (; end < t->len; end += n) {
		enum cls c = class_at(t, end, &n);

		if (!is_alnum(c) && t->p[end] != '_')
			break;
		letter = letter || is_letter(c);
	}
	return letter ? end : i;
}

/* Bytes of the sign at i that changes the emoji before it: a selector of how it
 * is drawn, a keycap, a colour of skin, a letter of a flag's tag; 0 if there is
 * none. */
static size_t
modifier(const struct text *t, size_t i)
{
	static const struct {
		const char *first;
		size_t n;
		unsigned char low;
		unsigned char high;
	} sign[] = {{"\xEF\xB8", 3, 0x8E, 0x8F}, {"\xE2\x83", 3, 0xA3, 0xA3},
	    {"\xF0\x9F\x8F", 4, 0xBB, 0xBF}, {"\xF3\xA0\x80", 4, 0xA0, 0xBF},
	    {"\xF3\xA0\x81", 4, 0x80, 0xBF}};

	for (size_t k = 0; k < sizeof(sign) / sizeof(*sign); k++) {
		size_t n = sign[k].n;

		if (i + n <= t->len && looking_at(t, i, sign[k].first) &&
		    (unsigned char)t->p[i + n - 1] >= sign[k].low &&
		    (unsigned char)t->p[i + n - 1] <= sign[k].high)
			return n;
	}
	return 0;
}

/* One of the two letters of a flag. */
static bool
flag_letter(const struct text *t, size_t i)
{
	return looking_at(t, i, "\xF0\x9F\x87") && i + 4 <= t->len &&
	    (unsigned char)t->p[i + 3] >= 0xA6;
}

size_t
scan_emoji_end(struct text *t, size_t from, size_t i)
{
	static const char joiner[] = "\xE2\x80\x8D";
	size_t n;

	if (flag_letter(t, from) && flag_letter(t, i))
		i += 4;
	for (;;)
		if ((n = modifier(t, i)) > 0)
			i += n;
		else if (looking_at(t, i, joiner) && peek(t, i + 3) == SYMBOL) {
			(void)class_at(t, i + 3, &n);
			i += 3 + n;
		} else
			return i;
}

bool
scan_is_keycap(const struct text *t, size_t i)
{
	return looking_at(t, i, "\xEF\xB8\x8F\xE2\x83\xA3") ||
	    looking_at(t, i, "\xE2\x83\xA3");
}
