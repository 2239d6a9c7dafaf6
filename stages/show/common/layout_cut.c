#include "layout_cut.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/text/utf.h"

#define MARK "\xE2\x80\xA6" /* … */

enum {
	HEADLESS = 8, /* columns, at least, for texts without their head */
	BEGIN = 6     /* of it, at least, if there is room for any */
};

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

/* Adds as much of s as so many columns hold, and no blank at its end; returns
 * the columns. */
static size_t
add_head(struct buf *to, const char *s, size_t len, size_t width)
{
	size_t w;
	size_t n = utf_fit(s, len, width, &w);

	for (; n > 0 && s[n - 1] == ' '; w--)
		n--;
	buf_mem(to, s, n);
	return w;
}

/* How many words of the head the text begins with, in bytes: none if they are
 * less than half of it. */
static size_t
headed(const char *s, const char *head)
{
	size_t same = 0;

	while (head[same] != '\0' && s[same] == head[same])
		same++;
	while (same > 0 && s[same - 1] != ' ')
		same--;
	return same < strlen(head) / 2 ? 0 : same;
}

size_t
layout_cut(
    struct buf *to, const char *s, size_t width, const struct layout_way *way)
{
	size_t len = strlen(s);
	size_t w = utf_width(s, len);
	size_t n_head = way->head != NULL ? headed(s, way->head) : 0;
	size_t at;
	size_t tail;

	if (w <= width) {
		buf_mem(to, s, len);
		return w;
	}
	if (n_head > 0) {
		buf_str(to, MARK);
		return 1 +
		    layout_cut(to, s + n_head, width - 1,
			&(struct layout_way){NULL, way->tail});
	}
	at = way->tail > 0 ? word_at(s, len, tail_at(s, len, w, way->tail))
			   : len;
	tail = utf_width(s + at, len - at);
	w = add_head(to, s, len, width - 1 - tail);
	buf_str(to, MARK);
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
count_alike(
    struct seen *seen, size_t n, size_t width, const struct layout_way *way)
{
	size_t alike = 0;

	for (size_t i = 0; i < n; i++) {
		seen[i].cut.len = 0;
		(void)layout_cut(&seen[i].cut, seen[i].whole, width, way);
	}
	qsort(seen, n, sizeof(*seen), by_cut);
	for (size_t i = 1; i < n; i++)
		alike += strcmp(seen[i].cut.s, seen[i - 1].cut.s) == 0 &&
		    strcmp(seen[i].whole, seen[i - 1].whole) != 0;
	return alike;
}

static int
by_whole(const void *a, const void *b)
{
	const struct seen *x = a;
	const struct seen *y = b;

	return strcmp(x->whole, y->whole);
}

/* The words that two thirds of the texts begin with, or NULL. */
static char *
head_of(struct seen *seen, size_t n)
{
	size_t most = n - n / 3;
	const char *head = NULL;
	size_t len = 0;

	if (most < 2)
		return NULL;
	qsort(seen, n, sizeof(*seen), by_whole);
	for (size_t i = 0; i + most <= n; i++) {
		const char *s = seen[i].whole;
		const char *last = seen[i + most - 1].whole;
		size_t same = 0;

		while (s[same] != '\0' && s[same] == last[same])
			same++;
		while (same > 0 && s[same - 1] != ' ')
			same--;
		if (same > len) {
			head = s;
			len = same;
		}
	}
	return head != NULL ? mem_copy(head, len) : NULL;
}

/* The columns of what is left of the longest one without the head. */
static size_t
longest_rest(const struct seen *seen, size_t n, size_t width, const char *head)
{
	size_t most = 0;

	for (size_t i = 0; i < n; i++) {
		const char *s = seen[i].whole;
		size_t w = utf_width(s, strlen(s));

		if (w <= width)
			continue;
		s += headed(s, head);
		w = utf_width(s, strlen(s));
		most = w > most ? w : most;
	}
	return most;
}

/* Without the head, or its end and all behind it where there is room. */
static struct layout_way
without_head(struct seen *seen, size_t n, size_t width)
{
	struct layout_way way = {NULL, 0};
	size_t rest;

	if (width >= HEADLESS)
		way.head = head_of(seen, n);
	if (way.head == NULL)
		return way;
	rest = longest_rest(seen, n, width, way.head);
	if (rest + 1 + BEGIN <= width)
		way.tail = rest;
	return way;
}

struct layout_way
layout_way_of(char *const *cell, size_t n, size_t step, size_t width)
{
	struct seen *seen = mem_new(n, sizeof(*seen));
	struct layout_way best = {NULL, 0};
	size_t least = SIZE_MAX;
	struct layout_way less;
	char *head;

	for (size_t i = 0; i < n; i++)
		seen[i].whole = cell[i * step];
	less = without_head(seen, n, width);
	head = less.tail == 0 ? less.head : NULL;
	const struct layout_way way[] = {{NULL, 0}, {head, less.tail},
	    {head, width / 3}, {head, width / 2}, {NULL, width / 3},
	    {NULL, width / 2}, {NULL, width - 2}};
	for (size_t i = 0; least > 0 && i < sizeof(way) / sizeof(*way); i++) {
		size_t alike = count_alike(seen, n, width, &way[i]);

		if (alike < least) {
			least = alike;
			best = way[i];
		}
	}
	if (best.head == NULL)
		free(less.head);
	for (size_t i = 0; i < n; i++)
		buf_free(&seen[i].cut);
	free(seen);
	return best;
}

void
layout_way_free(struct layout_way *way)
{
	free(way->head);
	*way = (struct layout_way){0};
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
