#include "feature.h"

#include <string.h>

#include "lib/text/utf.h"
#include "model.h"

#define W(at, atom)                                                            \
	{                                                                      \
		at, ATOM_##atom                                                \
	}
const struct template templates[] = {
    {1, {W(0, FORM)}},
    {1, {W(0, WORD)}},
    {1, {W(0, CLASS)}},
    {1, {W(0, SMALL)}},
    {1, {W(0, SHAPE)}},
    {1, {W(0, END1)}},
    {1, {W(0, END2)}},
    {1, {W(0, END3)}},
    {1, {W(0, END4)}},
    {1, {W(0, END5)}},
    {1, {W(0, END6)}},
    {1, {W(0, HEAD1)}},
    {1, {W(0, HEAD2)}},
    {1, {W(0, HEAD3)}},
    {1, {W(0, HEAD4)}},
    {2, {W(0, END1), W(0, CLASS)}},
    {2, {W(0, END2), W(0, CLASS)}},
    {2, {W(0, END3), W(0, CLASS)}},
    {2, {W(0, SHAPE), W(0, FIRST)}},
    {3, {W(0, SHAPE), W(0, FIRST), W(0, CLASS)}},
    {3, {W(0, SHAPE), W(0, FIRST), W(0, SMALL)}},
    {3, {W(-1, SHAPE), W(0, SHAPE), W(1, SHAPE)}},
    {3, {W(-1, UPPER), W(0, CLASS), W(1, UPPER)}},
    {2, {W(-1, FORM), W(0, SHAPE)}},
    {2, {W(0, SHAPE), W(1, FORM)}},
    {1, {W(-1, FORM)}},
    {1, {W(1, FORM)}},
    {1, {W(-2, FORM)}},
    {1, {W(2, FORM)}},
    {1, {W(-1, CLASS)}},
    {1, {W(1, CLASS)}},
    {1, {W(-2, CLASS)}},
    {1, {W(2, CLASS)}},
    {2, {W(-1, FORM), W(0, FORM)}},
    {2, {W(0, FORM), W(1, FORM)}},
    {2, {W(-1, FORM), W(0, END3)}},
    {2, {W(0, END3), W(1, FORM)}},
    {2, {W(-1, FORM), W(1, FORM)}},
    {2, {W(-2, FORM), W(-1, FORM)}},
    {2, {W(1, FORM), W(2, FORM)}},
    {2, {W(-1, CLASS), W(0, CLASS)}},
    {2, {W(0, CLASS), W(1, CLASS)}},
    {2, {W(1, CLASS), W(2, CLASS)}},
    {2, {W(-1, FORM), W(0, CLASS)}},
    {2, {W(0, CLASS), W(1, FORM)}},
    {3, {W(-1, CLASS), W(0, CLASS), W(1, CLASS)}},
    {3, {W(-1, FORM), W(0, CLASS), W(1, CLASS)}},
    {3, {W(-1, CLASS), W(0, CLASS), W(1, FORM)}},
    {3, {W(-2, FORM), W(-1, FORM), W(0, CLASS)}},
    {3, {W(-2, CLASS), W(-1, CLASS), W(0, CLASS)}},
    {3, {W(0, CLASS), W(1, CLASS), W(2, CLASS)}},
};
#undef W
const size_t n_templates = sizeof(templates) / sizeof(*templates);

static uint64_t
mix(uint64_t h)
{
	h ^= h >> 32;
	h *= UINT64_C(0xD6E8FEB86659FD93);
	h ^= h >> 32;
	h *= UINT64_C(0xD6E8FEB86659FD93);
	return h ^ h >> 32;
}

/* FNV-1a; never 0. */
static uint64_t
hash(const char *s, size_t len)
{
	uint64_t h = UINT64_C(0xCBF29CE484222325);

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)s[i]) * UINT64_C(0x100000001B3);
	return mix(h) | 1;
}

/* A small number as an atom. */
static uint64_t
number(uint64_t n)
{
	return mix(n + 1) | 1;
}

static uint64_t
shape(const char *s, size_t len, bool *upper)
{
	bool all = true;
	bool figure = false;
	bool hyphen = false;
	bool letter = false;
	size_t letters = 0;
	size_t n;

	*upper = false;
	for (size_t i = 0; i < len; i += n) {
		int32_t cp = utf_get(s + i, s + len, &n);
		bool big = utf_is_upper(cp);

		if (i == 0)
			*upper = big;
		all = all && big;
		figure = figure || (cp >= '0' && cp <= '9');
		hyphen = hyphen || cp == '-';
		letter = letter || utf_is_letter(cp);
		letters++;
	}
	return number((uint64_t)*upper | (uint64_t)(all && letters > 1) << 1 |
	    (uint64_t)figure << 2 | (uint64_t)hyphen << 3 |
	    (uint64_t)letter << 4);
}

/* The ends and the heads of a form: bytes of whole letters. */
static void
cut(struct atoms *to, const char *s, size_t len)
{
	size_t from = len;
	size_t end = 0;
	size_t n;

	for (size_t k = 0; k < ATOM_ENDS && from > 0; k++) {
		do
			from--;
		while (from > 0 && ((unsigned char)s[from] & 0xC0) == 0x80);
		to->a[ATOM_END1 + k] = hash(s + from, len - from);
	}
	for (size_t k = 0; k < ATOM_HEADS && end < len; k++) {
		(void)utf_get(s + end, s + len, &n);
		end += n;
		to->a[ATOM_HEAD1 + k] = hash(s, end);
	}
}

struct atoms
atoms_make(const struct atoms_of *w)
{
	const struct spelt *x = w->spelt;
	struct atoms to = {0};
	bool upper;

	to.a[ATOM_FORM] = hash(x->form, x->n_form);
	to.a[ATOM_WORD] = hash(x->word, x->n_word);
	to.a[ATOM_SHAPE] = shape(x->word, x->n_word, &upper);
	to.a[ATOM_UPPER] = number(upper);
	cut(&to, x->form, x->n_form);
	if (w->class != NULL) {
		to.a[ATOM_CLASS] = number(*w->class);
		to.a[ATOM_SMALL] = number(*w->small);
	}
	return to;
}

struct atoms
atoms_none(bool behind, bool dictionary)
{
	struct atoms to = {0};

	to.a[ATOM_FORM] = hash(behind ? "\n." : "\n^", 2);
	to.a[ATOM_CLASS] = dictionary ? to.a[ATOM_FORM] : 0;
	to.a[ATOM_UPPER] = number(0);
	return to;
}

uint64_t
atom_first(bool first)
{
	return number(first);
}

struct window
window_empty(bool first)
{
	static const struct atoms nothing;
	struct window w = {.first = atom_first(first)};

	for (size_t i = 0; i < WINDOW; i++)
		w.at[i] = &nothing;
	return w;
}

enum template_of
template_of(const struct template *t, int *at)
{
	int least = AROUND;
	int most = -AROUND;
	bool kinds = true;

	for (size_t i = 0; i < t->n; i++) {
		int place = t->part[i].at;
		uint8_t atom = t->part[i].atom;

		least = place < least ? place : least;
		most = place > most ? place : most;
		kinds = kinds &&
		    (atom == ATOM_CLASS || atom == ATOM_SHAPE ||
			atom == ATOM_UPPER);
	}
	*at = least;
	if (least == most)
		return TEMPLATE_ONE;
	if (!kinds || most - least >= KINDS)
		return TEMPLATE_ANY;
	/* three with the word in the middle, if they can be that */
	*at = least >= -1 && most <= 1 ? -1 : least < 0 ? -2 : 0;
	return TEMPLATE_KINDS;
}

bool
template_first(const struct template *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->part[i].atom == ATOM_FIRST)
			return true;
	return false;
}

bool
template_asks(const struct template *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->part[i].atom == ATOM_CLASS ||
		    t->part[i].atom == ATOM_SMALL)
			return true;
	return false;
}

uint64_t
template_key(size_t k, const struct window *w)
{
	const struct template *t = &templates[k];
	uint64_t h = (k + 1) * UINT64_C(0x9E3779B97F4A7C15);

	for (size_t i = 0; i < t->n; i++) {
		uint64_t a = w->first;

		if (t->part[i].atom != ATOM_FIRST)
			a = w->at[AROUND + t->part[i].at]->a[t->part[i].atom];

		if (a == 0)
			return 0;
		h = (h ^ a) * UINT64_C(0xD6E8FEB86659FD93);
		h ^= h >> 32;
	}
	h = mix(h) & ((UINT64_C(1) << MODEL_BITS) - 1);
	return h == 0 ? 1 : h;
}
