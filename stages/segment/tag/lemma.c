#include "lemma.h"

#include <string.h>

#include "lib/lang/fr/dictionary.h"
#include "lib/text/utf.h"
#include "spelling.h"

/* What is looked up: a form, or another spelling of it. */
struct asked {
	const char *s;
	size_t len;
};

/* Of a word: what it is looked up for. */
struct search {
	struct words *ws;
	struct buf *to;
	int tag;
	bool other;   /* as another part of speech of the dictionary's */
	bool respelt; /* in other spellings, of which few are there */
	bool unspelt; /* of which the dictionary has none */
};

/* Is a verb the same to auxiliaries? */
static bool
is_verb(const char *pos)
{
	return strcmp(pos, "AUX") == 0 || strcmp(pos, "VERB") == 0;
}

/* A noun in the feminine is no adjective's. */
static bool
is_feminine(const struct search *s, const struct asked *x, const char *lemma)
{
	return strcmp(tag_name[s->tag], "NOUN") == 0 &&
	    dictionary_feminine(x->s, x->len, lemma);
}

/* A reading of the tag; or, where there is none, another one's: the tag may be
 * wrong, but the lemma is one. */
static bool
is_wanted(
    const struct search *s, const struct asked *x, const struct reading *r)
{
	const char *name = tag_name[s->tag];

	if (s->other)
		return !is_feminine(s, x, r->lemma);
	return is_verb(name) ? is_verb(r->pos) : strcmp(r->pos, name) == 0;
}

/* The first in grammar's order of the dictionary's readings. */
static bool
by_dictionary(const struct search *s, const struct asked *x)
{
	const struct reading *best = NULL;
	struct found f;

	if (s->respelt && s->unspelt)
		return false;
	f = s->respelt ? words_try(s->ws, x->s, x->len)
		       : words_find(s->ws, x->s, x->len);

	for (size_t i = 0; i < f.n; i++) {
		const struct reading *r = &f.r[i];

		if (is_wanted(s, x, r) &&
		    (best == NULL || r->rank < best->rank))
			best = r;
	}
	if (best == NULL)
		return false;
	buf_str(s->to, best->lemma);
	return true;
}

/* Has the dictionary two forms as those of one word, which is no verb? */
static bool
is_one_word(struct words *ws, const struct asked *a, const struct asked *b)
{
	struct found x;
	struct found y;

	(void)words_find(ws, b->s, b->len); /* the next one moves none then */
	x = words_find(ws, a->s, a->len);
	y = words_find(ws, b->s, b->len);
	for (size_t i = 0; i < x.n * y.n; i++) {
		const struct reading *r = &x.r[i / y.n];

		if (!is_verb(r->pos) &&
		    strcmp(r->lemma, y.r[i % y.n].lemma) == 0)
			return true;
	}
	return false;
}

/* What the treebanks have a noun's singular for, as the dictionary has many in
 * the feminine that are words of their own under another one's lemma
 * (retraites: retrait). */
static const char *
by_singular(const struct search *s, const struct asked *x)
{
	struct asked one = {x->s, x->len - 1};
	const char *lemma;

	if (strcmp(tag_name[s->tag], "NOUN") != 0 || x->len < 2 ||
	    x->s[one.len] != 's')
		return NULL;
	lemma = model_lemma(s->ws->model, s->tag, one.s, one.len);
	return lemma != NULL && is_one_word(s->ws, x, &one) ? lemma : NULL;
}

/* As any part of speech but a verb. */
static const char *
seen_elsewhere(const struct search *s, const struct asked *x)
{
	uint32_t seen = model_seen(s->ws->model, x->s, x->len);

	for (int tag = 0; tag < TAGS; tag++) {
		const char *lemma =
		    (seen >> tag & 1) == 0 || is_verb(tag_name[tag])
		    ? NULL
		    : model_lemma(s->ws->model, tag, x->s, x->len);

		if (lemma != NULL && !is_feminine(s, x, lemma))
			return lemma;
	}
	return NULL;
}

static bool
is_known(const struct search *s, const struct asked *x)
{
	const char *lemma = s->other
	    ? seen_elsewhere(s, x)
	    : model_lemma(s->ws->model, s->tag, x->s, x->len);

	if (lemma == NULL && !s->other)
		lemma = by_singular(s, x);
	if (lemma == NULL)
		return by_dictionary(s, x);
	buf_str(s->to, lemma);
	return true;
}

static bool
is_this(void *of, const char *form, size_t len)
{
	struct search *s = of;
	bool is;

	s->respelt = true;
	is = is_known(s, &(struct asked){form, len});
	s->respelt = false;
	return is;
}

/* Two letters and more, all of them capitals: without the accents of these, or
 * an abbreviation, as nothing is known of it. */
static bool
is_capitals(const char *s, size_t len)
{
	size_t letters = 0;
	size_t n;

	for (size_t i = 0; i < len; i += n, letters++)
		if (!utf_is_upper(utf_get(s + i, s + len, &n)))
			return false;
	return letters > 1;
}

/* Is the lemma of these the word as it stands? */
static bool
is_plain(const char *name)
{
	static const char *const plain[] = {"PROPN", "PUNCT", "SYM", "X"};

	for (size_t i = 0; i < sizeof(plain) / sizeof(*plain); i++)
		if (strcmp(name, plain[i]) == 0)
			return true;
	return false;
}

/* The form with a capital at the head of each of its parts. */
static void
capitalize(struct buf *to, const struct spelt *w)
{
	bool head = true;
	size_t n;

	for (size_t i = 0; i < w->n_form; i += n) {
		int32_t cp = utf_get(w->form + i, w->form + w->n_form, &n);
		char s[4];

		buf_mem(to, s, utf_put(s, head ? utf_upper(cp) : cp));
		head = cp == '-';
	}
}

static bool
begins_capital(const char *s, size_t len)
{
	size_t n;

	return len > 0 && utf_is_upper(utf_get(s, s + len, &n));
}

/* The dictionary's name for what has no capital or nothing but these. */
static bool
by_capital(struct search *s, const struct spelt *w)
{
	struct buf *tmp = &s->ws->tmp;

	if (!by_dictionary(s, &(struct asked){w->word, w->n_word})) {
		tmp->len = 0;
		capitalize(tmp, w);
		if (!by_dictionary(s, &(struct asked){tmp->s, tmp->len}))
			return false;
	}
	return begins_capital(s->to->s, s->to->len);
}

/* A name as it is written, or as it is known. */
static void
put_name(struct search *s, const struct spelt *w)
{
	if (model_lemma(s->ws->model, s->tag, w->word, w->n_word) != NULL &&
	    is_known(s, &(struct asked){w->word, w->n_word}))
		return;
	if ((is_capitals(w->word, w->n_word) ||
		!begins_capital(w->word, w->n_word)) &&
	    by_capital(s, w))
		return;
	s->to->len = 0;
	buf_mem(s->to, w->word, w->n_word);
}

/* Is a form known for anything, and may its lemma be that, since it is none of
 * a verb, whose forms are too many? */
struct elsewhere {
	bool known;
	bool open;
};
static struct elsewhere
look_elsewhere(struct words *ws, const struct asked *x)
{
	const uint32_t verb = TAG_BIT(AUX) | TAG_BIT(VERB);
	uint32_t seen = model_seen(ws->model, x->s, x->len);
	struct found f = words_find(ws, x->s, x->len);
	struct elsewhere e = {seen != 0, (seen & verb) == 0};

	e.known = e.known || f.n > 0;
	for (size_t i = 0; i < f.n; i++)
		e.open = e.open && !is_verb(f.r[i].pos);
	return e;
}

/* A form that is not known with its tag: in another spelling; as another part
 * of speech; with accents that were left out, as both. */
static bool
by_guess(
    struct search *s, const struct asked *x, bool capitals, unsigned unspelt)
{
	struct elsewhere e = look_elsewhere(s->ws, x);
	struct spelling sp = {&s->ws->tmp, is_this, s, true};

	if (spelling_other(&sp, x->s, x->len))
		return true;
	s->unspelt =
	    (unspelt & (capitals ? UNSPELT_CAPITALS : UNSPELT_ACCENTS)) != 0;
	for (int other = 0; other < 2; other++) {
		s->other = other == 1;
		if (s->other && e.known && e.open && is_known(s, x))
			return true;
		if ((!e.known || capitals) &&
		    (!s->other || s->ws->speller != NULL) &&
		    spelling_accents(&sp, x->s, x->len, capitals))
			return true;
	}
	return false;
}

/* Are there capitals behind small letters, or the other way round but at the
 * head (XVIe)? */
static bool
is_mixed(const char *s, size_t len)
{
	bool upper = false;
	bool small = false;
	size_t n;

	for (size_t i = 0; i < len; i += n) {
		bool is = utf_is_upper(utf_get(s + i, s + len, &n));

		upper = upper || (is && i > 0);
		small = small || (!is && i > 0);
	}
	return upper && small;
}

void
lemma_put(struct words *ws, struct buf *to, int tag, const struct spelt *w,
    unsigned unspelt)
{
	const char *name = tag_name[tag];
	struct search s = {.ws = ws, .to = to, .tag = tag};
	struct asked x = {w->form, w->n_form};
	bool capitals = is_capitals(w->word, w->n_word);
	bool number;

	to->len = 0;
	buf_mem(to, "", 0);
	if (strcmp(name, "PROPN") == 0) {
		put_name(&s, w);
		return;
	}
	number = strcmp(name, "NUM") == 0;
	if (is_known(&s, &x))
		return;
	if (!is_plain(name) && !number && !is_mixed(w->word, w->n_word) &&
	    by_guess(&s, &x, capitals, unspelt))
		return;
	if (is_plain(name) || capitals)
		buf_mem(to, w->word, w->n_word);
	else if (number ||
	    !model_by_ending(ws->model, to, tag, w->form, w->n_form))
		buf_mem(to, w->form, w->n_form);
}
