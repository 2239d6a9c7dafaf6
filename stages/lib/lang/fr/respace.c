#include "respace.h"

#include <string.h>

#include "lib/text/utf.h"

struct side {
	const char *sign;
	enum respace_gap before;
	enum respace_gap after;
};

/* " is looked at apart: it opens and closes. */
static const struct side signs[] = {
    {",", RESPACE_NONE, RESPACE_SPACE},
    {".", RESPACE_NONE, RESPACE_SPACE},
    {"...", RESPACE_NONE, RESPACE_SPACE},
    {"\xE2\x80\xA6", RESPACE_NONE, RESPACE_SPACE},
    {";", RESPACE_NBSP, RESPACE_SPACE},
    {":", RESPACE_NBSP, RESPACE_SPACE},
    {"!", RESPACE_NBSP, RESPACE_SPACE},
    {"?", RESPACE_NBSP, RESPACE_SPACE},
    {"%", RESPACE_NBSP, RESPACE_SPACE},
    {"\xE2\x80\xB0", RESPACE_NBSP, RESPACE_SPACE}, /* per mille */
    {"\xE2\x82\xAC", RESPACE_NBSP, RESPACE_SPACE}, /* euro */
    {"$", RESPACE_NBSP, RESPACE_SPACE},
    {"\xC2\xA3", RESPACE_NBSP, RESPACE_SPACE}, /* pound */
    {"\xC2\xAB", RESPACE_SPACE, RESPACE_NBSP}, /* guillemets */
    {"\xC2\xBB", RESPACE_NBSP, RESPACE_SPACE},
    {"\xE2\x80\x9C", RESPACE_SPACE, RESPACE_NONE}, /* curly quotes */
    {"\xE2\x80\x9D", RESPACE_NONE, RESPACE_SPACE},
    {"(", RESPACE_SPACE, RESPACE_NONE},
    {"[", RESPACE_SPACE, RESPACE_NONE},
    {"{", RESPACE_SPACE, RESPACE_NONE},
    {")", RESPACE_NONE, RESPACE_SPACE},
    {"]", RESPACE_NONE, RESPACE_SPACE},
    {"}", RESPACE_NONE, RESPACE_SPACE},
    {"/", RESPACE_NONE, RESPACE_NONE},
};

bool
respace_is_elided(const char *s, size_t len)
{
	return (len > 0 && s[len - 1] == '\'') ||
	    (len > 2 && memcmp(s + len - 3, "\xE2\x80\x99", 3) == 0);
}

/* And is it more than the apostrophe? */
static bool
elided(const char *w, size_t len)
{
	return len > 1 && !(len == 3 && *w == '\xE2') &&
	    respace_is_elided(w, len);
}

/* -t-il, -ce: a hyphen and a letter. */
static bool
clitic(const char *w, size_t len)
{
	size_t n;

	return len > 1 && *w == '-' &&
	    utf_is_letter(utf_get(w + 1, w + len, &n));
}

static const struct side *
sign_of(const char *w, size_t len)
{
	if (len > 3)
		return NULL;
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (strlen(signs[i].sign) == len &&
		    memcmp(signs[i].sign, w, len) == 0)
			return &signs[i];
	return NULL;
}

struct respace_wish
respace_wish(const char *w, size_t len)
{
	const struct side *s = sign_of(w, len);
	struct respace_wish wish = {.before = RESPACE_SPACE,
	    .after = RESPACE_SPACE,
	    .cry = len == 1 && (*w == '!' || *w == '?'),
	    .quote = len == 1 && *w == '"'};

	if (s != NULL) {
		wish.before = (uint8_t)s->before;
		wish.after = (uint8_t)s->after;
	} else if (elided(w, len))
		wish.after = RESPACE_NONE;
	else if (clitic(w, len))
		wish.before = RESPACE_NONE;
	return wish;
}

enum respace_gap
respace_take(struct respace *r, struct respace_wish wish)
{
	enum respace_gap before = wish.before;
	enum respace_gap after = wish.after;

	if (wish.quote) {
		before = r->quoted ? RESPACE_NONE : RESPACE_SPACE;
		after = r->quoted ? RESPACE_SPACE : RESPACE_NONE;
		r->quoted = !r->quoted;
	}
	if (!r->begun || r->after == RESPACE_NONE || (wish.cry && r->cry))
		before = RESPACE_NONE;
	else if (r->after == RESPACE_NBSP && before == RESPACE_SPACE)
		before = RESPACE_NBSP;
	r->begun = true;
	r->after = after;
	r->cry = wish.cry;
	return before;
}

enum respace_gap
respace_next(struct respace *r, const char *w, size_t len)
{
	return respace_take(r, respace_wish(w, len));
}

void
respace_put(struct respace *r, struct buf *to, const char *w, size_t len)
{
	enum respace_gap gap = respace_next(r, w, len);

	if (to->len > 0 && gap == RESPACE_SPACE)
		buf_mem(to, " ", 1);
	else if (to->len > 0 && gap == RESPACE_NBSP)
		buf_mem(to, "\xC2\xA0", 2);
	buf_mem(to, w, len);
}
