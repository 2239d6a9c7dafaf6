#include "pattern.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/utf8.h"
#include "utf.h"

enum {
	RANGE_MAX = 0x4000
};

static void
put(struct buf *to, int32_t cp)
{
	buf_room(to, 4);
	to->len += utf_put(to->s + to->len, cp);
	to->s[to->len] = '\0';
}

/* The range from a to b, b not ASCII, as its characters; false if it is too
 * wide or turned round. */
static bool
put_range(struct buf *to, int32_t a, int32_t b)
{
	if (a > b || b - a > RANGE_MAX)
		return false;
	if (a < 0x80) { /* what glibc can do itself */
		put(to, a);
		buf_str(to, "-\x7F");
		a = 0xA0;
	}
	for (; a <= b; a++)
		if (a < 0xD800 || a > 0xDFFF)
			put(to, a);
	return true;
}

/* Length of [:class:], [.x.] or [=x=] at s, 0 if there is none. */
static size_t
class_len(const char *s)
{
	char end[3] = {s[1], ']', '\0'};
	const char *p;

	if (s[0] != '[' || (s[1] != ':' && s[1] != '.' && s[1] != '='))
		return 0;
	p = strstr(s + 2, end);
	return p != NULL ? (size_t)(p + 2 - s) : 0;
}

/* Copies the bracket expression at s and returns its length. */
static size_t
bracket(struct buf *to, const char *s)
{
	const char *end = s + strlen(s);
	const char *p = s + 1 + (s[1] == '^');
	const char *first = p;

	buf_mem(to, s, (size_t)(p - s));
	while (p < end && (*p != ']' || p == first)) {
		size_t n = class_len(p);
		size_t k;
		int32_t a;
		int32_t b;

		if (n > 0) {
			buf_mem(to, p, n);
			p += n;
			continue;
		}
		a = utf_get(p, end, &n);
		if (p[n] == '-' && p[n + 1] != ']' && p[n + 1] != '\0') {
			b = utf_get(p + n + 1, end, &k);
			if (b >= 0x80 && put_range(to, a, b)) {
				p += n + 1 + k;
				continue;
			}
		}
		buf_mem(to, p, n);
		p += n;
	}
	return (size_t)(p - s);
}

/* In C.UTF-8, glibc refuses ranges whose ends are not ASCII ([à-ÿ]): they are
 * written out. */
static void
expand(struct buf *to, const char *s)
{
	while (*s != '\0') {
		size_t n = 1;

		if (*s == '[') {
			s += bracket(to, s);
			continue;
		}
		if (*s == '\\' && s[1] != '\0')
			n = 2;
		buf_mem(to, s, n);
		s += n;
	}
}

/* In our words, for those of the C library are in no catalogue. */
static const char *
reason(int rc)
{
	switch (rc) {
	case REG_ECOLLATE:
	case REG_ECTYPE:
		return err_said("no such class of characters between [: and "
				":], nor sign between [. and .]");
	case REG_EESCAPE:
		return err_said("a \\ at the end");
	case REG_ESUBREG:
		return err_said("a number behind a \\ that no ( has");
	case REG_EBRACK:
		return err_said("a [ without its ]");
	case REG_EPAREN:
		return err_said("a ( or ) without its other one");
	case REG_EBRACE:
		return err_said("a { without its }");
	case REG_BADBR:
		return err_said("no numbers as in {2} or {2,5}");
	case REG_ERANGE:
		return err_said("a range of characters that ends before it "
				"begins");
	case REG_BADRPT:
		return err_said("nothing before a *, + or ? that it repeats");
	default:
		return err_said("no regular expression");
	}
}

bool
pattern_try(struct pattern *p, const char *ere, char why[PATTERN_WHY])
{
	struct buf b = {0};
	locale_t old;
	int rc;

	buf_mem(&b, "", 0);
	expand(&b, ere);
	p->loc =
	    newlocale(LC_CTYPE_MASK | LC_COLLATE_MASK, "C.UTF-8", (locale_t)0);
	if (p->loc == (locale_t)0)
		die_sys("locale C.UTF-8");
	old = uselocale(p->loc);
	rc = regcomp(&p->re, b.s, REG_EXTENDED | REG_NOSUB);
	(void)uselocale(old);
	buf_free(&b);
	if (rc == 0)
		return true;
	if (rc == REG_ESPACE) {
		errno = ENOMEM;
		die_sys("pattern");
	}
	(void)snprintf(why, PATTERN_WHY, "%s", reason(rc));
	freelocale(p->loc);
	return false;
}

void
pattern_open(struct pattern *p, int letter, const char *ere)
{
	char why[PATTERN_WHY];

	if (utf8_check(ere, strlen(ere)) < strlen(ere))
		die_usage("option -%c: the pattern is not UTF-8", letter);
	if (!pattern_try(p, ere, why))
		die_usage("option -%c: '%s': %s", letter, ere, why);
}

bool
pattern_match(const struct pattern *p, const char *s)
{
	locale_t old = uselocale(p->loc);
	int rc = regexec(&p->re, s, 0, NULL, 0);

	(void)uselocale(old);
	if (rc == REG_ESPACE) {
		errno = ENOMEM;
		die_sys("pattern");
	}
	return rc == 0;
}

void
pattern_free(struct pattern *p)
{
	regfree(&p->re);
	freelocale(p->loc);
}
