/* The file of stems of a dictionary of hunspell. */
#include <stdlib.h>
#include <string.h>

#include "inflect.h"

static const struct text nothing = {"", 0};

static struct text
word_of(const struct inflect *x, const struct stem *stem)
{
	return (struct text){x->dic.s + stem->word, stem->n_word};
}

static void
more_slots(struct inflect *x)
{
	struct stem_slot *old = x->slot;
	size_t n = (size_t)1 << x->slots;

	x->slots++;
	x->slot = mem_new(2 * n, sizeof(*x->slot));
	for (size_t i = 0; i < n; i++) {
		struct text w;
		uint64_t h;

		if (old[i].first == 0)
			continue;
		w = word_of(x, &x->stem[old[i].first - 1]);
		h = inflect_hash(INFLECT_HASH, w.s, w.len);
		*inflect_slot(x, h, &w, &nothing) = old[i];
	}
	free(old);
}

/* One that hunspell has with one capital, since it has more in its file, gives
 * way to a line of the same word, but for what it is. */
static void
add_stem(struct inflect *x, struct stem stem)
{
	struct text w = word_of(x, &stem);
	uint64_t h = inflect_hash(INFLECT_HASH, w.s, w.len);
	struct stem_slot *e = inflect_slot(x, h, &w, &nothing);
	struct stem *last = NULL;
	uint64_t bit;
	uint64_t *to;

	for (uint32_t at = e->first; at != 0; at = last->next)
		last = &x->stem[at - 1];
	if (last != NULL && stem.hidden)
		return;
	if (last != NULL && last->hidden) {
		last->flags = stem.flags;
		last->n_flags = stem.n_flags;
		last->hidden = false;
		return;
	}
	if (last != NULL)
		last->next = (uint32_t)x->n_stem + 1;
	else {
		*e = (struct stem_slot){
		    (uint32_t)(h >> 11), (uint32_t)x->n_stem + 1};
		to = inflect_bit(x, h, &bit);
		*to |= bit;
		x->n_word++;
	}
	x->stem = mem_grow(x->stem, &x->cap_stem, x->n_stem + 1, sizeof(stem));
	x->stem[x->n_stem++] = stem;
	if (x->n_word > (size_t)1 << (x->slots - 1))
		more_slots(x);
}

/* Where what a word is begins in its line: blanks, two letters, a colon. */
static const char *
find_is(const char *s, const char *end)
{
	for (const char *p = s; (p = memchr(p, ':', (size_t)(end - p))) != NULL;
	     p++)
		if (p - s > 3 && p[-3] == ' ')
			return p - 2;
	return end;
}

/* The parts of a line: the stem, behind a stroke its flags, what it is. */
static void
cut(struct text *part, const char *s, const char *end)
{
	const char *is = find_is(s, end);
	const char *stop = is;
	const char *slash;

	while (stop > s && stop[-1] == ' ')
		stop--;
	slash = memchr(s, '/', (size_t)(stop - s));
	if (slash == s || slash == NULL)
		slash = stop;
	part[0] = (struct text){s, (size_t)(slash - s)};
	part[1] = (struct text){stop, 0};
	if (slash < stop)
		part[1] = (struct text){slash + 1, (size_t)(stop - slash) - 1};
	part[2] = (struct text){is, (size_t)(end - is)};
}

/* A line from a place on; false of a stem that is forbidden, or is longer than
 * any. */
static bool
read_stem(struct inflect *x, uint32_t at, size_t len)
{
	const char *s = x->dic.s + at;
	struct text part[3];
	struct stem stem = {.word = at};
	enum inflect_case c;

	cut(part, s, s + len);
	stem.n_word = (uint16_t)part[0].len;
	stem.flags = at + (uint32_t)(part[1].s - s);
	stem.n_flags = (uint16_t)part[1].len;
	stem.is = at + (uint32_t)(part[2].s - s);
	stem.n_is = (uint16_t)part[2].len;
	if (len > UINT16_MAX ||
	    (x->bad != NULL && inflect_has(&part[1], x->bad)))
		return false;
	add_stem(x, stem);
	c = inflect_case(s, stem.n_word);
	if (c == CASE_MIXED || (c == CASE_ALL && stem.n_flags > 0)) {
		x->tmp.len = 0;
		inflect_small(&x->tmp, s, stem.n_word, true);
		stem.word = (uint32_t)x->dic.len;
		stem.n_word = (uint16_t)x->tmp.len;
		stem.hidden = true;
		buf_mem(&x->dic, x->tmp.s, x->tmp.len);
		add_stem(x, stem);
	}
	return true;
}

bool
inflect_stems(struct inflect *x)
{
	size_t len = x->dic.len;
	const char *end = memchr(x->dic.s, '\n', len);

	if (strpbrk(x->dic.s, "\t\\\r") != NULL || len > UINT32_MAX / 2 ||
	    strlen(x->dic.s) < len)
		return false;
	for (x->slots = 10; (size_t)1 << x->slots < len / 16; x->slots++)
		;
	x->slot = mem_new((size_t)1 << x->slots, sizeof(*x->slot));
	buf_room(&x->dic, len / 16);
	for (size_t at = end == NULL ? len : (size_t)(end - x->dic.s) + 1;
	     at < len;) {
		const char *s = x->dic.s + at;
		size_t n;

		end = memchr(s, '\n', len - at);
		n = end == NULL ? len - at : (size_t)(end - s);
		if (n > 0 && !read_stem(x, (uint32_t)at, n))
			return false;
		at += n + 1;
	}
	return true;
}
