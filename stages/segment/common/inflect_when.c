/* Conditions of endings: letters, . for any, [aeiou], [^sxz]. */
#include <string.h>

#include "inflect.h"

/* Where the letter before p begins. */
static const char *
before(const char *s, const char *p)
{
	do
		p--;
	while (p > s && ((unsigned char)*p & 0xC0) == 0x80);
	return p;
}

/* Does [...] or a letter, which ends at *end, stand for the letter at p?  *end
 * goes to where it begins. */
static bool
fits(const char *from, const char **end, const char *p, size_t n)
{
	const char *s = *end;
	bool other;

	if (s[-1] != ']') {
		*end = before(from, s);
		return **end == '.' ||
		    ((size_t)(s - *end) == n && memcmp(*end, p, n) == 0);
	}
	while (*--s != '[')
		;
	other = s[1] == '^';
	from = *end - 1;
	*end = s;
	for (s += 1 + other; s < from;) {
		size_t k = 1;

		while (s + k < from && ((unsigned char)s[k] & 0xC0) == 0x80)
			k++;
		if (k == n && memcmp(s, p, n) == 0)
			return !other;
		s += k;
	}
	return other;
}

bool
inflect_is_condition(const struct text *when)
{
	const char *s = when->s;
	const char *end = s + when->len;

	while (s < end && *s != ']') {
		const char *from = s;

		if (*s++ != '[')
			continue;
		while (s < end && *s != ']' && *s != '[')
			s++;
		if (s == end || *s == '[' ||
		    s - from < (from[1] == '^' ? 3 : 2))
			return false;
		s++;
	}
	return s == end && when->len > 0;
}

/* From its end on, a letter at a time. */
bool
inflect_meets(const struct text *when, const char *s, size_t len)
{
	const char *p = s + len;
	const char *end = when->s + when->len;

	if (inflect_any(when))
		return true;
	while (end > when->s) {
		const char *from;

		if (p == s)
			return false;
		from = before(s, p);
		if (!fits(when->s, &end, from, (size_t)(p - from)))
			return false;
		p = from;
	}
	return true;
}
