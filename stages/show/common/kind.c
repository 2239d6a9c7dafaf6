#include "kind.h"

#include <stdlib.h>
#include <string.h>

enum {
	DIGITS = 15, /* a double keeps so many */
	POWER = 307  /* and powers of ten up to this, either way */
};

static const char digits[] = "0123456789";

/* Digits behind the point, none of them a 0 at the end; NULL: not so. */
static const char *
behind_point(const char *s, size_t *n)
{
	size_t len;

	if (*s != '.')
		return s;
	len = strspn(s + 1, digits);
	*n += len;
	return len > 0 && s[len] != '0' ? s + 1 + len : NULL;
}

static enum cell
power_kind(const char *s)
{
	size_t len;

	if (*s != '+' && *s != '-')
		return CELL_TEXT;
	len = strspn(s + 1, digits);
	if (len < 2 || s[1 + len] != '\0' || (len > 2 && s[1] == '0'))
		return CELL_TEXT;
	return len > 3 || strtol(s + 1, NULL, 10) > POWER ? CELL_BEYOND
							  : CELL_NUMBER;
}

enum cell
cell_kind(const char *s)
{
	const char *first = s + (*s == '-');
	size_t n = strspn(first, digits);
	size_t whole = n;
	const char *end;

	if (*s == '\0')
		return CELL_EMPTY;
	if (strcmp(s, "NA") == 0)
		return CELL_NA;
	if (n == 0 || (n > 1 && *first == '0') || strcmp(s, "-0") == 0)
		return CELL_TEXT;
	end = behind_point(first + n, &n);
	if (end == NULL || n > DIGITS)
		return CELL_TEXT;
	if (*end == 'e' && whole == 1 && *first != '0')
		return power_kind(end + 1);
	return *end == '\0' ? CELL_NUMBER : CELL_TEXT;
}
