#include "spelling.h"

#include "lib/lang/fr/dictionary.h"
#include "lib/text/utf.h"

enum {
	/* bytes of a form of which accents are looked for */
	LEAST = 3,
	MOST = 40,
	LONGEST = 120 /* what is longer no dictionary has, however spelt */
};

/* A form, and how many of its letters are others. */
struct search {
	const struct spelling *s;
	const char *form;
	size_t len;
	unsigned changes;
	bool accents;
	unsigned most; /* that some may be of; é is above it */
};

/* Numbers of the letters that may stand for one, a bit each. */
static uint32_t
letters_for(int32_t cp)
{
	enum {
		LETTERS = 256
	};
	static uint32_t by_letter[LETTERS];
	static bool known;

	for (size_t k = 0; !known && dictionary_spellings[k].to != NULL; k++)
		by_letter[dictionary_spellings[k].from] |= UINT32_C(1) << k;
	known = true;
	return cp >= 0 && cp < LETTERS ? by_letter[cp] : 0;
}

/* The first that is wanted with so many letters changed from `from` on; what
 * comes before it is in tmp already. */
static bool
change(const struct search *x, size_t from, unsigned left)
{
	struct buf *b = x->s->tmp;
	size_t head = b->len;
	size_t n;

	if (left == 0) {
		buf_mem(b, x->form + from, x->len - from);
		return x->s->is(x->s->of, b->s, b->len);
	}
	for (size_t at = from; at < x->len; at += n) {
		int32_t cp = utf_get(x->form + at, x->form + x->len, &n);

		for (uint32_t k = letters_for(cp); k != 0; k &= k - 1) {
			const struct dictionary_spelling *y =
			    &dictionary_spellings[__builtin_ctz(k)];

			if ((y->head && at > 0) || (y->lemma && !x->s->lemma) ||
			    y->accent != x->accents || x->changes > y->most ||
			    (x->changes > x->most &&
				y->most < DICTIONARY_CHANGES))
				continue;
			b->len = head;
			buf_mem(b, x->form + from, at - from);
			buf_str(b, y->to);
			if (change(x, at + n, left - 1))
				return true;
		}
	}
	return false;
}

bool
spelling_other(const struct spelling *s, const char *form, size_t len)
{
	struct search x = {s, form, len, 1, false, 1};

	if (len > LONGEST)
		return false;
	s->tmp->len = 0;
	return change(&x, 0, 1);
}

bool
spelling_accents(
    const struct spelling *s, const char *form, size_t len, bool capitals)
{
	struct search x = {
	    s, form, len, 1, true, capitals ? DICTIONARY_CHANGES : 1};

	if (len < LEAST || len > MOST)
		return false;
	for (; x.changes <= DICTIONARY_CHANGES; x.changes++) {
		s->tmp->len = 0;
		if (change(&x, 0, x.changes))
			return true;
	}
	return false;
}
