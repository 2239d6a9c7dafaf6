#include "starred.h"

#include <string.h>

#include "read/common/span.h"

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t
word_len(const char *s, size_t len)
{
	size_t i = 0;

	while (i < len && span_blank(s + i, len - i) == 0)
		i++;
	return i;
}

/* Are all words "*name", one at least? */
static bool
all_starred(const char *s, size_t len)
{
	size_t i = span_blanks(s, len);

	if (i == len)
		return false;
	while (i < len) {
		size_t n = word_len(s + i, len - i);

		if (n < 2 || s[i] != '*' || s[i + 1] == '*')
			return false;
		i += n;
		i += span_blanks(s + i, len - i);
	}
	return true;
}

/* Length of the number before starred words, 0 if that is not the line. */
static size_t
number(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && digit(s[n]))
		n++;
	return n > 0 && span_blank(s + n, len - n) > 0 &&
		all_starred(s + n, len - n)
	    ? n
	    : 0;
}

enum starred_kind
starred_mark(
    const char *s, size_t len, enum starred_kind first, struct starred_mark *m)
{
	*m = (struct starred_mark){.kind = STARRED_TEXT};
	if (*s != '*' && *s != '-' && !digit(*s))
		return STARRED_TEXT;
	if (len >= 4 && memcmp(s, "****", 4) == 0 &&
	    (len == 4 || span_blank(s + 4, len - 4) > 0 ||
		(len > 5 && s[4] == '*' && all_starred(s + 4, len - 4)))) {
		m->kind = STARRED_STARS;
		m->from = 4;
	} else if (*s == '-' && len > 2 && s[1] == '*' && s[2] != '*' &&
	    span_blank(s + 2, len - 2) == 0) {
		m->kind = STARRED_THEME;
		m->from = 2 + word_len(s + 2, len - 2);
	} else if (first != STARRED_STARS &&
	    (m->number_len = number(s, len)) > 0) {
		m->kind = STARRED_NUMBER;
		m->from = m->number_len;
	}
	m->len = len - m->from;
	return m->kind;
}

bool
starred_within(const char *s, size_t len)
{
	const char *end = s + len;

	while ((s = memmem(s, (size_t)(end - s), "**** *", 6)) != NULL) {
		s += 6;
		if (word_len(s, (size_t)(end - s)) > 0 && *s != '*')
			return true;
	}
	return false;
}

bool
starred_looks(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && s[n] == '*')
		n++;
	return (n > 0 && memchr(s, '_', len) != NULL &&
		   (all_starred(s + n, len - n) ||
		       all_starred(s + n - 1, len - n + 1))) ||
	    (digit(*s) && number(s, len) > 0);
}

/* The word up to a blank, or to a star that no blank precedes. */
static size_t
variable_len(struct starred *v)
{
	size_t n = word_len(v->s, v->len);
	const char *star = n > 1 ? memchr(v->s + 1, '*', n - 1) : NULL;

	if (star == NULL)
		return n;
	v->n_loose++;
	return (size_t)(star - v->s);
}

static void
advance(struct starred *v, size_t n)
{
	n += span_blanks(v->s + n, v->len - n);
	v->s += n;
	v->len -= n;
}

bool
starred_next(struct starred *v)
{
	char *end;
	char *bar;
	size_t n;

	advance(v, 0);
	if (v->len == 0)
		return false;
	n = variable_len(v);
	v->word = v->s;
	end = v->s + n;
	advance(v, n);
	while (*v->word == '*' && v->len > 0 && *v->s != '*') {
		n = variable_len(v);
		v->n_loose++;
		*end++ = ' '; /* over the blank before the word */
		memmove(end, v->s, n);
		end += n;
		advance(v, n);
	}
	v->word_len = (size_t)(end - v->word);
	v->name = v->word + 1;
	bar = memchr(v->word, '_', v->word_len);
	v->value = bar != NULL ? bar + 1 : NULL;
	v->value_len = bar != NULL ? (size_t)(end - bar) - 1 : 0;
	v->name_len = (size_t)((bar != NULL ? bar : end) - v->word) - 1;
	if (*v->word != '*')
		v->name_len = 0;
	return true;
}
