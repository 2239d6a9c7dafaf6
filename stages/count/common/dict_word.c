/* The words of an entry (dict_reader.h). */
#include <string.h>

#include "dict_reader.h"
#include "lib/base/err.h"
#include "lib/lang/fr/form.h"
#include "lib/stream/query.h"

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

/* The kind of a word whose form holds jokers; the joker of a beginning comes
 * off.  A new pattern is noted. */
static char
take_jokers(struct reader *r, const char *joker)
{
	struct dict *d = r->d;
	struct buf *w = &r->word;
	size_t n = sizeof(QUERY_JOKER) - 1;

	if (joker + n < w->s + w->len)
		return '?';
	w->len -= n;
	w->s[w->len] = '\0';
	if (w->len == 0)
		dict_bad(r, err_said("* stands beside letters"));
	if (d->prefix_max == 0 || w->len < d->prefix_min)
		d->prefix_min = w->len;
	if (w->len > d->prefix_max)
		d->prefix_max = w->len;
	return '*';
}

/* The key of a word that is no stem: "KIND form", KIND other than was asked
 * for where the form, now in r->word, has jokers. */
static uint32_t
add_word(struct reader *r, char kind)
{
	struct dict *d = r->d;
	struct buf *w = &r->word;
	uint32_t n_words = d->words.n;
	bool jokers = strstr(w->s, QUERY_JOKER) != NULL;
	uint32_t id;

	r->key.len = 0;
	buf_mem(&r->key, &kind, 1);
	dict_fold(d, &r->key, w->s, w->len);
	if (jokers) {
		w->len = 0;
		buf_mem(w, r->key.s + 1, r->key.len - 1);
		kind = take_jokers(r, strstr(w->s, QUERY_JOKER));
		r->key.len = 0;
		buf_mem(&r->key, &kind, 1);
		buf_mem(&r->key, w->s, w->len);
	}
	id = keys_add(&d->words, r->key.s, r->key.len);
	if (kind == '?' && id == n_words)
		dict_add_glob(d, id, w->s, w->len);
	return id;
}

/* What a plain word asks for is kept; returns whether it was, in *id. */
static bool
is_seen(struct reader *r, const char *s, size_t len, uint32_t **id)
{
	uint32_t n = r->seen.n;
	uint32_t k = keys_add(&r->seen, s, len);

	if (k == n)
		r->asks = mem_grow(
		    r->asks, &r->cap_asks, (size_t)k + 1, sizeof(*r->asks));
	*id = &r->asks[k];
	return k < n;
}

/* It takes longer than all else that is done to a word. */
static uint32_t
add_stem(struct reader *r)
{
	struct buf *w = &r->word;
	const char *stem;
	size_t len;

	stem = stemmer_stem(r->st, w->s, w->len, &len);
	w->len = 0;
	buf_mem(w, stem, len);
	return add_word(r, '~');
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
	return keys_add(&r->d->words, key->s, key->len);
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
	if (m->exact || t->kind != SCAN_WORD ||
	    strstr(r->word.s, QUERY_JOKER) != NULL)
		return add_word(r, m->exact ? '=' : '~');
	return is_seen(r, r->word.s, r->word.len, &id) ? *id
						       : (*id = add_stem(r));
}

/* ---- plain words ---- */

/* How many bytes of s are small letters of ASCII and Latin-1.  Of ligatures,
 * written or not, the form is another. */
static size_t
plain_letters(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len) {
		unsigned char c = (unsigned char)s[n];
		unsigned char next = n + 1 < len ? (unsigned char)s[n + 1] : 0;

		if (c >= 'a' && c <= 'z' && !(c == 'o' && next == 'e'))
			n++;
		else if (c == 0xC3 && next >= 0xA0 && next != 0xA6 &&
		    next != 0xB7)
			n += 2;
		else
			break;
	}
	return n;
}

struct plain {
	const char *s; /* from its = to its * */
	size_t len;
	size_t letters;
};

static uint32_t
plain_word(struct reader *r, const struct plain *p)
{
	struct buf *w = &r->word;
	bool exact = *p->s == '=';
	uint32_t *id;

	if (is_seen(r, p->s, p->len, &id))
		return *id;
	w->len = 0;
	buf_mem(w, p->s + exact, p->letters);
	if (p->letters + exact < p->len) {
		buf_str(w, QUERY_JOKER);
		return *id = add_word(r, '~');
	}
	return *id = exact ? add_word(r, '=') : add_stem(r);
}

/* How many bytes of s are an article, pronoun or the like before a vowel, with
 * its apostrophe: l' d' qu'. */
static size_t
elided(const char *s, size_t len)
{
	size_t n = len > 3 && s[0] == 'q' && s[1] == 'u' ? 2 : 1;

	return len > n + 1 && s[n] == '\'' &&
		(n == 2 || strchr("ldnsjmtc", *s) != NULL)
	    ? n + 1
	    : 0;
}

size_t
dict_plain(struct reader *r, const char *s, size_t len, uint32_t *word)
{
	struct plain p[DICT_WORDS + 1]; /* an elision and its word at a time */
	const char *end = s + len;
	size_t n = 0;

	for (;;) {
		size_t exact = s < end && *s == '=';
		size_t letters = exact ? 0 : elided(s, (size_t)(end - s));

		if (n >= DICT_WORDS - 1)
			return 0;
		if (letters > 0)
			p[n++] = (struct plain){s, letters, letters};
		s += letters;
		letters = plain_letters(s + exact, (size_t)(end - s) - exact);
		if (letters == 0)
			return 0;
		p[n] = (struct plain){s, exact + letters, letters};
		s += exact + letters;
		if (s < end && *s == '*' && exact == 0) {
			p[n].len++;
			s++;
		}
		n++;
		if (s == end)
			break;
		if (*s++ != ' ')
			return 0;
	}
	for (size_t i = 0; i < n; i++)
		word[i] = plain_word(r, &p[i]);
	return n;
}
