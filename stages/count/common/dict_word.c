/* The words of an entry (dict_reader.h). */
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "dict_reader.h"
#include "lib/base/err.h"
#include "lib/lang/fr/form.h"
#include "lib/stream/query.h"
#include "lib/table/intern.h"

void
dict_bad(const struct reader *r, const char *why)
{
	die_data(r->t.in.name, r->t.in.line, "entry '%s': %s", r->nfc.s, why);
}

/* The form of token t goes to r->word. */
static void
take_form(struct reader *r, const struct token *t)
{
	struct buf *w = &r->word;

	w->len = 0;
	buf_mem(w, "", 0);
	if ((t->flags & SCAN_ESCAPE) != 0) {
		form_put(w, r->text.s + t->at, t->len);
		return;
	}
	buf_room(w, SCAN_ROOM(t->len));
	w->len = scan_form(w->s, r->text.s, t);
	buf_mem(w, "", 0);
}

/* The word in r->key. */
static uint32_t
take_key(struct reader *r)
{
	buf_room(&r->key, INTERN_HEAD);
	return keys_add(&r->d->words, r->key.s, r->key.len);
}

/* The word "KIND s", s without jokers but for a pattern. */
static uint32_t
add_key(struct reader *r, char kind, const char *s, size_t len)
{
	struct buf *key = &r->key;

	key->len = 0;
	buf_room(key, 1 + len + INTERN_HEAD);
	key->s[key->len++] = kind;
	dict_fold(r->d, key, s, len);
	return take_key(r);
}

/* The word that begins with s. */
static uint32_t
add_beginning(struct reader *r, const char *s, size_t len)
{
	struct dict *d = r->d;
	uint32_t id = add_key(r, '*', s, len);

	len = r->key.len - 1;
	if (len == 0)
		dict_bad(r, err_said("* stands beside letters"));
	d->lengths[dict_begin(r->key.s + 1, len)] |= dict_length(len);
	if (d->prefix_max == 0 || len < d->prefix_min)
		d->prefix_min = len;
	if (len > d->prefix_max)
		d->prefix_max = len;
	return id;
}

/* The word of the form in r->word: another kind where it has jokers. */
static uint32_t
add_word(struct reader *r, char kind)
{
	const struct buf *w = &r->word;
	const char *joker = strstr(w->s, QUERY_JOKER);
	uint32_t n = r->d->words.n;
	uint32_t id;

	if (joker == NULL)
		return add_key(r, kind, w->s, w->len);
	if (joker + sizeof(QUERY_JOKER) - 1 == w->s + w->len)
		return add_beginning(r, w->s, (size_t)(joker - w->s));
	id = add_key(r, '?', w->s, w->len);
	if (id == n) /* a new one */
		dict_add_glob(r->d, id, r->key.s + 1, r->key.len - 1);
	return id;
}

/* What a plain word asks for is kept; returns whether it was, in *id. */
static bool
is_seen(struct reader *r, const char *s, size_t len, uint32_t **id)
{
	uint32_t n = r->seen.n;
	uint32_t k = keys_add(&r->seen, s, len);

	if (k == r->cap_asks)
		r->asks = mem_grow(
		    r->asks, &r->cap_asks, (size_t)k + 1, sizeof(*r->asks));
	*id = &r->asks[k];
	return k < n;
}

/* It takes longer than all else that is done to a word. */
static uint32_t
add_stem(struct reader *r, const char *s, size_t len)
{
	s = stemmer_stem(r->st, s, len, &len);
	return add_key(r, '~', s, len);
}

static uint32_t
add_lemma(struct reader *r, const struct mark *m)
{
	struct buf *key = &r->key;

	key->len = 0;
	buf_mem(key, "@", 1);
	dict_lemma(r->d, key, r->text.s + m->from, m->to - m->from);
	if (m->pos != NULL) {
		buf_mem(key, "\t", 1);
		buf_mem(key, m->pos, m->pos_len);
	}
	return take_key(r);
}

uint32_t
dict_word(struct reader *r, const struct token *t)
{
	const struct mark *m = r->mark;
	uint32_t *id;

	while (t->at >= m->to)
		m++;
	if (m->lemma) {
		if (t->at != m->from || t->len != m->to - m->from)
			dict_bad(r, err_said("a lemma is one word"));
		return add_lemma(r, m);
	}
	take_form(r, t);
	buf_room(&r->word, INTERN_HEAD);
	if (m->exact || t->kind != SCAN_WORD ||
	    strstr(r->word.s, QUERY_JOKER) != NULL)
		return add_word(r, m->exact ? '=' : '~');
	return is_seen(r, r->word.s, r->word.len, &id)
	    ? *id
	    : (*id = add_stem(r, r->word.s, r->word.len));
}

/* ---- plain words ---- */

enum {
	AGAIN = 14 /* of sixteen letters: before an o, of which the e is next */
};

/* How many bytes at s are small letters of ASCII and Latin-1; 0 where there may
 * be more to them: ligatures, written or not, have another form.  Sixteen at
 * once: who goes from letter to letter guesses wrong at each word's end. */
static size_t
plain_letters(const char *s)
{
#ifdef __SSE2__
	for (size_t before = 0;; before += AGAIN) {
		__m128i x = _mm_loadu_si128((const __m128i *)(s + before));
#define IS(c)                                                                  \
	(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(x, _mm_set1_epi8((char)(c))))
#define FROM(c)                                                                \
	(unsigned)_mm_movemask_epi8(                                           \
	    _mm_cmpgt_epi8(x, _mm_set1_epi8((char)((c)-1))))
		unsigned second = IS(0xC3) << 1;
		unsigned letters =
		    (FROM('a') & ~FROM('z' + 1)) | IS(0xC3) | second;
		unsigned odd = (second & ~(FROM(0xA0) & ~FROM(0xC0))) |
		    IS(0xA6) | IS(0xB7) | (IS('o') << 1 & IS('e'));
		unsigned n = (unsigned)__builtin_ctz(~letters);
#undef IS
#undef FROM

		if (n == 0 || (odd & ((1U << n) - 1)) != 0)
			return 0;
		if (n < sizeof(x))
			return before + n;
	}
#else
	(void)s;
	return 0; /* the long way */
#endif
}

struct plain {
	const char *s; /* from its = to its * */
	size_t len;
	size_t letters;
};

static uint32_t
plain_word(struct reader *r, const struct plain *p)
{
	uint32_t *id;

	if (is_seen(r, p->s, p->len, &id))
		return *id;
	if (*p->s == '=')
		*id = add_key(r, '=', p->s + 1, p->letters);
	else if (p->letters < p->len)
		*id = add_beginning(r, p->s, p->letters);
	else
		*id = add_stem(r, p->s, p->len);
	return *id;
}

/* How many bytes of s, NUL behind, are an article, pronoun or the like before a
 * vowel, with its apostrophe: l' d' qu'. */
static size_t
elided(const char *s)
{
	size_t n = s[0] == 'q' && s[1] == 'u' ? 2 : 1;

	return s[0] != '\0' && s[n] == '\'' && s[n + 1] != '\0' &&
		(n == 2 || strchr("ldnsjmtc", *s) != NULL)
	    ? n + 1
	    : 0;
}

size_t
dict_plain(struct reader *r, const char *s, uint32_t *word)
{
	struct plain p[DICT_WORDS + 1]; /* an elision and its word at a time */
	size_t n = 0;

	for (;; s++) {
		size_t exact = *s == '=';
		size_t letters = exact ? 0 : elided(s);

		if (n >= DICT_WORDS - 1)
			return 0;
		if (letters > 0)
			p[n++] = (struct plain){s, letters, letters};
		s += letters;
		letters = plain_letters(s + exact);
		if (letters == 0)
			return 0;
		p[n] = (struct plain){s, exact + letters, letters};
		s += exact + letters;
		if (*s == '*' && exact == 0) {
			p[n].len++;
			s++;
		}
		n++;
		if (*s == '\0')
			break;
		if (*s != ' ')
			return 0;
	}
	for (size_t i = 0; i < n; i++)
		word[i] = plain_word(r, &p[i]);
	return n;
}
