#include "layout_cut.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/text/utf.h"

/* A text and what is seen of it. */
struct seen {
	struct buf cut;
	const char *whole;
};

/* Where the last `tail` columns of the text begin. */
static size_t
tail_at(const char *s, size_t len, size_t w, size_t tail)
{
	size_t used;
	size_t at = utf_fit(s, len, w - tail, &used);

	if (w - used > tail) /* a letter of two columns */
		at = utf_fit(s, len, w - tail + 1, &used);
	return at;
}

/* The word behind the blank that comes next, if two thirds of what is left
 * have one: a tail within a word is hard to read. */
static size_t
word_at(const char *s, size_t len, size_t at)
{
	const char *blank;

	if (at == 0 || s[at - 1] == ' ')
		return at;
	blank = memchr(s + at, ' ', (len - at) * 2 / 3);
	return blank != NULL ? (size_t)(blank - s) + 1 : at;
}

size_t
layout_cut(struct buf *to, const char *s, size_t width, size_t tail)
{
	size_t len = strlen(s);
	size_t w = utf_width(s, len);
	size_t n;
	size_t at;

	if (w <= width) {
		buf_mem(to, s, len);
		return w;
	}
	at = tail > 0 ? word_at(s, len, tail_at(s, len, w, tail)) : len;
	tail = utf_width(s + at, len - at);
	n = utf_fit(s, len, width - 1 - tail, &w);
	while (n > 0 && s[n - 1] == ' ') {
		n--;
		w--;
	}
	buf_mem(to, s, n);
	buf_str(to, "\xE2\x80\xA6");
	buf_mem(to, s + at, len - at);
	return w + 1 + tail;
}

static int
by_cut(const void *a, const void *b)
{
	const struct seen *x = a;
	const struct seen *y = b;
	int c = strcmp(x->cut.s, y->cut.s);

	return c != 0 ? c : strcmp(x->whole, y->whole);
}

/* How many of the texts look like the one before them. */
static size_t
count_alike(struct seen *seen, size_t n, size_t width, size_t tail)
{
	size_t alike = 0;

	for (size_t i = 0; i < n; i++) {
		seen[i].cut.len = 0;
		(void)layout_cut(&seen[i].cut, seen[i].whole, width, tail);
	}
	qsort(seen, n, sizeof(*seen), by_cut);
	for (size_t i = 1; i < n; i++)
		alike += strcmp(seen[i].cut.s, seen[i - 1].cut.s) == 0 &&
		    strcmp(seen[i].whole, seen[i - 1].whole) != 0;
	return alike;
}

size_t
layout_tail(char *const *cell, size_t n, size_t step, size_t width)
{
	const size_t tails[] = {0, width / 3, width / 2, width - 2};
	struct seen *seen = mem_new(n, sizeof(*seen));
	size_t best = 0;
	size_t least = SIZE_MAX;

	for (size_t i = 0; i < n; i++)
		seen[i].whole = cell[i * step];
	for (size_t i = 0; least > 0 && i < sizeof(tails) / sizeof(*tails);
	     i++) {
		size_t alike = count_alike(seen, n, width, tails[i]);

		if (alike < least) {
			least = alike;
			best = tails[i];
		}
	}
	for (size_t i = 0; i < n; i++)
		buf_free(&seen[i].cut);
	free(seen);
	return best;
}

bool
layout_long(const char *s)
{
	enum {
		LONG = 24
	};
	bool is_long = false;

	for (; *s != '\0' && !is_long; s += strspn(s, " ")) {
		size_t len = strcspn(s, " ");

		is_long = utf_width(s, len) > LONG;
		s += len;
	}
	return is_long;
}
