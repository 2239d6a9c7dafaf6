#include "feature.h"

#include <string.h>

#include "lib/text/utf.h"
#include "model.h"

#define W(at, atom)                                                            \
	{                                                                      \
		at, ATOM_##atom                                                \
	}
const struct template templates[] = {
    {1, TEMPLATE_ONE, {W(0, FORM)}},
    {1, TEMPLATE_ONE, {W(0, WORD)}},
    {1, TEMPLATE_ONE, {W(0, CLASS)}},
    {1, TEMPLATE_ONE, {W(0, SMALL)}},
    {1, TEMPLATE_ONE, {W(0, SHAPE)}},
    {1, TEMPLATE_ONE, {W(0, END1)}},
    {1, TEMPLATE_ONE, {W(0, END2)}},
    {1, TEMPLATE_ONE, {W(0, END3)}},
    {1, TEMPLATE_ONE, {W(0, END4)}},
    {1, TEMPLATE_ONE, {W(0, END5)}},
    {1, TEMPLATE_ONE, {W(0, END6)}},
    {1, TEMPLATE_ONE, {W(0, HEAD1)}},
    {1, TEMPLATE_ONE, {W(0, HEAD2)}},
    {1, TEMPLATE_ONE, {W(0, HEAD3)}},
    {1, TEMPLATE_ONE, {W(0, HEAD4)}},
    {2, TEMPLATE_ONE, {W(0, END1), W(0, CLASS)}},
    {2, TEMPLATE_ONE, {W(0, END2), W(0, CLASS)}},
    {2, TEMPLATE_ONE, {W(0, END3), W(0, CLASS)}},
    {2, TEMPLATE_ONE, {W(0, SHAPE), W(0, FIRST)}},
    {3, TEMPLATE_ONE, {W(0, SHAPE), W(0, FIRST), W(0, CLASS)}},
    {3, TEMPLATE_ONE, {W(0, SHAPE), W(0, FIRST), W(0, SMALL)}},
    {3, TEMPLATE_KINDS, {W(-1, SHAPE), W(0, SHAPE), W(1, SHAPE)}},
    {3, TEMPLATE_KINDS, {W(-1, UPPER), W(0, CLASS), W(1, UPPER)}},
    {2, TEMPLATE_ANY, {W(-1, FORM), W(0, SHAPE)}},
    {2, TEMPLATE_ANY, {W(0, SHAPE), W(1, FORM)}},
    {1, TEMPLATE_ONE, {W(-1, FORM)}},
    {1, TEMPLATE_ONE, {W(1, FORM)}},
    {1, TEMPLATE_ONE, {W(-2, FORM)}},
    {1, TEMPLATE_ONE, {W(2, FORM)}},
    {1, TEMPLATE_ONE, {W(-1, CLASS)}},
    {1, TEMPLATE_ONE, {W(1, CLASS)}},
    {1, TEMPLATE_ONE, {W(-2, CLASS)}},
    {1, TEMPLATE_ONE, {W(2, CLASS)}},
    {2, TEMPLATE_ANY, {W(-1, FORM), W(0, FORM)}},
    {2, TEMPLATE_ANY, {W(0, FORM), W(1, FORM)}},
    {2, TEMPLATE_ANY, {W(-1, FORM), W(0, END3)}},
    {2, TEMPLATE_ANY, {W(0, END3), W(1, FORM)}},
    {2, TEMPLATE_ANY, {W(-1, FORM), W(1, FORM)}},
    {2, TEMPLATE_ANY, {W(-2, FORM), W(-1, FORM)}},
    {2, TEMPLATE_ANY, {W(1, FORM), W(2, FORM)}},
    {2, TEMPLATE_KINDS, {W(-1, CLASS), W(0, CLASS)}},
    {2, TEMPLATE_KINDS, {W(0, CLASS), W(1, CLASS)}},
    {2, TEMPLATE_KINDS, {W(1, CLASS), W(2, CLASS)}},
    {2, TEMPLATE_ANY, {W(-1, FORM), W(0, CLASS)}},
    {2, TEMPLATE_ANY, {W(0, CLASS), W(1, FORM)}},
    {3, TEMPLATE_KINDS, {W(-1, CLASS), W(0, CLASS), W(1, CLASS)}},
    {3, TEMPLATE_ANY, {W(-1, FORM), W(0, CLASS), W(1, CLASS)}},
    {3, TEMPLATE_ANY, {W(-1, CLASS), W(0, CLASS), W(1, FORM)}},
    {3, TEMPLATE_ANY, {W(-2, FORM), W(-1, FORM), W(0, CLASS)}},
    {3, TEMPLATE_KINDS, {W(-2, CLASS), W(-1, CLASS), W(0, CLASS)}},
    {3, TEMPLATE_KINDS, {W(0, CLASS), W(1, CLASS), W(2, CLASS)}},
};
#undef W
enum {
	TEMPLATES = sizeof(templates) / sizeof(*templates)
};
const size_t n_templates = TEMPLATES;

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
	static const uint8_t end_atom[ATOM_ENDS] = {
	    ATOM_END1, ATOM_END2, ATOM_END3, ATOM_END4, ATOM_END5, ATOM_END6};
	size_t from = len;
	size_t end = 0;
	size_t n;

	for (size_t k = 0; k < ATOM_ENDS && from > 0; k++) {
		do
			from--;
		while (from > 0 && ((unsigned char)s[from] & 0xC0) == 0x80);
		to->a[end_atom[k]] = hash(s + from, len - from);
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

bool
template_asks(const struct template *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->part[i].atom == ATOM_CLASS ||
		    t->part[i].atom == ATOM_SMALL)
			return true;
	return false;
}

static inline uint64_t
atom_of(const struct template *t, size_t i, const struct window *w)
{
	return t->part[i].atom == ATOM_FIRST
	    ? w->first
	    : w->at[AROUND + t->part[i].at]->a[t->part[i].atom];
}

static inline uint64_t
with(uint64_t h, uint64_t atom)
{
	h = (h ^ atom) * UINT64_C(0xD6E8FEB86659FD93);
	return h ^ h >> 32;
}

static inline __attribute__((always_inline)) uint64_t
key_of(size_t k, const struct window *w)
{
	const struct template *t = &templates[k];
	uint64_t h = (k + 1) * UINT64_C(0x9E3779B97F4A7C15);
	uint64_t atom = atom_of(t, 0, w);
	bool none = atom == 0;

	h = with(h, atom);
	if (t->n > 1) {
		atom = atom_of(t, 1, w);
		none = none || atom == 0;
		h = with(h, atom);
	}
	if (t->n > 2) {
		atom = atom_of(t, 2, w);
		none = none || atom == 0;
		h = with(h, atom);
	}
	h = mix(h) & ((UINT64_C(1) << MODEL_BITS) - 1);
	h = h == 0 ? 1 : h;
	return none ? 0 : h;
}

uint64_t
template_key(size_t k, const struct window *w)
{
	return key_of(k, w);
}

/* In the loops below all that stands in the table is known to the compiler. */
#define EACH_TEMPLATE                                                          \
	_Pragma("GCC unroll 64") for (size_t k = 0; k < TEMPLATES; k++)

size_t
template_any(uint64_t *key, const struct window *w)
{
	size_t n = 0;

	EACH_TEMPLATE
	if (templates[k].of == TEMPLATE_ANY)
		key[n++] = key_of(k, w);
	return n;
}

size_t
template_kinds(uint64_t *key, const struct window *w)
{
	size_t n = 0;

	EACH_TEMPLATE
	if (templates[k].of == TEMPLATE_KINDS)
		key[n++] = key_of(k, w);
	return n;
}

size_t
template_one(uint64_t *key, uint8_t *place, const struct atoms *a)
{
	struct window w = {{a, a, a, a, a}, atom_first(false)};
	size_t n = 0;

	EACH_TEMPLATE
	if (templates[k].of == TEMPLATE_ONE) {
		bool first = templates[k].n > 1 &&
		    (templates[k].part[1].atom == ATOM_FIRST);

		place[n] = (uint8_t)(first ? WINDOW
					   : AROUND + templates[k].part[0].at);
		key[n++] = key_of(k, &w);
	}
	w.first = atom_first(true);
	EACH_TEMPLATE
	if (templates[k].of == TEMPLATE_ONE && templates[k].n > 1 &&
	    templates[k].part[1].atom == ATOM_FIRST) {
		place[n] = WINDOW + 1;
		key[n++] = key_of(k, &w);
	}
	return n;
}
