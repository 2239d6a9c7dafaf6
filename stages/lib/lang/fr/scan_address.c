/* URLs, host names, e-mail addresses. */
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
	*end = i < t->len && t->p[i] == '/' ? scan_address_end(t, from) : i;
	return true;
}
