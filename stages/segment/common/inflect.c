#include "inflect.h"

#include <string.h>

#include "lib/text/utf.h"

/* A word that is looked for. */
struct search {
	struct inflect *x;
	const char *s;
	size_t len;
	const struct affix *prefix; /* before it, or NULL */
	struct buf *to;
	bool found;
	bool bare; /* there are some that take a prefix that adds nothing */
};

/* As hunspell writes it. */
static void
put(struct search *q, const char *s, size_t len)
{
	const char *p;

	if (len == 0)
		return;
	while (q->x->curly && (p = memchr(s, '\'', len)) != NULL) {
		buf_mem(q->to, s, (size_t)(p - s));
		buf_mem(q->to, "\xE2\x80\x99", 3);
		len -= (size_t)(p - s) + 1;
		s = p + 1;
	}
	buf_mem(q->to, s, len);
}

static void
put_line(struct search *q, const char *s, size_t len, const struct stem *stem,
    const struct text *is)
{
	const char *p = stem->is.s;

	if (q->prefix != NULL && q->prefix->is.len > 0) {
		put(q, q->prefix->is.s, q->prefix->is.len);
		buf_mem(q->to, " ", 1);
	}
	/* a stem of its own stands there */
	if (stem->is.len == 0 || memmem(p, stem->is.len, "st:", 3) == NULL) {
		buf_mem(q->to, "st:", 3);
		put(q, s, len);
		buf_mem(q->to, " ", 1);
	}
	put(q, p, stem->is.len);
	if (is != NULL) {
		buf_mem(q->to, " ", 1);
		put(q, is->s, is->len);
	}
	buf_mem(q->to, "\n", 1);
}

/* The stems of a word, and 1; 0 is none. */
static uint32_t
stems_of(const struct inflect *x, const char *s, size_t len)
{
	uint32_t id = intern_find(&x->words, s, len);

	return id == UINT32_MAX ? 0 : x->first[id];
}

/* The same of what is kept of a word, with its hash, and what an ending took
 * away. */
static uint32_t
stems_with(
    const struct search *q, size_t keep, uint64_t h, const struct text *strip)
{
	struct buf *b = &q->x->tmp;
	uint64_t bit;
	const uint64_t *at =
	    inflect_bit(q->x, inflect_hash(h, strip->s, strip->len), &bit);

	if ((*at & bit) == 0)
		return 0;
	b->len = 0;
	buf_mem(b, q->s, keep);
	buf_mem(b, strip->s, strip->len);
	return stems_of(q->x, b->s, b->len);
}

/* May a stem and an ending (NULL: none) have a prefix? */
static bool
takes(const struct inflect *x, const struct affix *p, const struct stem *stem,
    const struct affix *a)
{
	if (a == NULL)
		return inflect_has(&stem->flags, p->flag) &&
		    (x->need == NULL || !inflect_has(&p->more, x->need));
	return p->crossed && a->crossed &&
	    (inflect_has(&stem->flags, p->flag) ||
		inflect_has(&a->more, p->flag)) &&
	    (inflect_has(&stem->flags, a->flag) ||
		inflect_has(&p->more, a->flag));
}

static bool
is_bare(const struct inflect *x, const struct stem *stem, const struct affix *a)
{
	for (size_t i = 0; i < x->n_bare; i++)
		if (takes(x, &x->prefix[i], stem, a))
			return true;
	return false;
}

/* The word as it stands. */
static void
find_stem(struct search *q)
{
	const struct inflect *x = q->x;
	uint64_t bit;
	const uint64_t *in =
	    inflect_bit(x, inflect_hash(INFLECT_HASH, q->s, q->len), &bit);
	uint32_t at = (*in & bit) == 0 ? 0 : stems_of(x, q->s, q->len);

	for (; at != 0; at = x->stem[at - 1].next) {
		const struct stem *stem = &x->stem[at - 1];

		q->bare = q->bare || is_bare(x, stem, NULL);
		if (q->prefix != NULL
			? !takes(x, q->prefix, stem, NULL)
			: x->need != NULL && inflect_has(&stem->flags, x->need))
			continue;
		q->found = true;
		put_line(q, q->s, q->len, stem, NULL);
	}
}

/* The stems that an affix may have been put to. */
static void
try_affix(struct search *q, const struct affix *a, uint32_t at,
    const struct buf *word)
{
	for (; at != 0; at = q->x->stem[at - 1].next) {
		const struct stem *stem = &q->x->stem[at - 1];

		q->bare = q->bare || is_bare(q->x, stem, a);
		if ((q->prefix != NULL ? !takes(q->x, q->prefix, stem, a)
				       : !inflect_has(&stem->flags, a->flag)) ||
		    !inflect_meets(&a->when, word->s, word->len))
			continue;
		q->found = true;
		put_line(q, word->s, word->len, stem, &a->is);
	}
}

static void
try_ending(struct search *q, const struct ending *e, size_t keep, uint64_t h)
{
	uint32_t first[INFLECT_STRIPS];
	struct buf *b = &q->x->tmp;
	bool any = false;

	for (size_t i = 0; i < e->n_strip; i++) {
		first[i] = stems_with(q, keep, h, &e->strip[i]);
		any = any || first[i] != 0;
	}
	for (size_t i = any ? e->n : 0; i-- > 0;) {
		const struct affix *a = &e->affix[i];

		if (first[a->was] == 0)
			continue;
		b->len = 0;
		buf_mem(b, q->s, keep);
		buf_mem(b, a->strip.s, a->strip.len);
		try_affix(q, a, first[a->was], b);
	}
}

/* Bytes of an ending that the word may have, at most. */
static size_t
longest(const struct search *q)
{
	size_t most = q->len - !q->x->whole;
	uint64_t h = INFLECT_HASH;

	most = most < q->x->longest ? most : q->x->longest;
	for (size_t n = 1; n <= most; n++) {
		uint64_t bit;

		h = inflect_hash(h, q->s + q->len - n, 1);
		if ((*inflect_end(q->x, h, &bit) & bit) == 0)
			return n - 1;
	}
	return most;
}

static void
find_endings(struct search *q)
{
	const struct inflect *x = q->x;
	size_t most = longest(q);
	uint64_t h[INFLECT_ENDS];

	h[most] = inflect_hash(INFLECT_HASH, q->s, q->len - most);
	for (size_t n = most; n > 0; n--)
		h[n - 1] = inflect_hash(h[n], q->s + q->len - n, 1);
	for (size_t n = 0; n <= most; n++) {
		uint32_t id = intern_find(&x->adds, q->s + q->len - n, n);

		if (id != UINT32_MAX)
			try_ending(q, &x->ending[id], q->len - n, h[n]);
	}
}

/* Does the word begin so?  Then rest gets it without. */
static bool
without(struct buf *rest, const struct affix *a, const struct search *q)
{
	size_t len = a->add.len;

	if (len > q->len - !q->x->whole || memcmp(q->s, a->add.s, len) != 0)
		return false;
	rest->len = 0;
	buf_mem(rest, a->strip.s, a->strip.len);
	buf_mem(rest, q->s + len, q->len - len);
	return true;
}

/* The word with a prefix; false if hunspell is to be asked about what it is put
 * to. */
static bool
find_prefix(
    const struct search *whole, const struct affix *prefix, struct buf *rest)
{
	struct search q = {.x = whole->x, .prefix = prefix, .to = whole->to};

	if (!without(rest, prefix, whole))
		return true;
	q.s = rest->s;
	q.len = rest->len;
	find_stem(&q);
	if (prefix->crossed)
		find_endings(&q);
	return !q.found || inflect_any(&prefix->when);
}

/* With each; those that add nothing only if they are wanted. */
static bool
find_prefixes(const struct search *q)
{
	const struct inflect *x = q->x;
	unsigned char c = (unsigned char)*q->s;
	struct buf rest = {0};
	bool good = true;

	for (size_t i = 0; i < x->n_bare && q->bare; i++)
		good = find_prefix(q, &x->prefix[i], &rest) && good;
	for (size_t i = x->begins[c]; i < x->begins[c + 1]; i++)
		good = find_prefix(q, &x->prefix[i], &rest) && good;
	buf_free(&rest);
	return good;
}

/* What it has for a word: as it stands, by its prefixes, by its endings. */
static bool
find_word(struct inflect *x, struct buf *to, const char *s, size_t len)
{
	struct search q = {.x = x, .s = s, .len = len, .to = to};
	struct buf *by_ending = &x->by_ending;
	bool good;

	find_stem(&q);
	by_ending->len = 0;
	q.to = by_ending;
	find_endings(&q);
	q.to = to;
	good = find_prefixes(&q);
	if (by_ending->len > 0)
		buf_mem(to, by_ending->s, by_ending->len);
	return good;
}

/* Forms of a word: as it stands, in small letters, these with a capital at the
 * head; a full stop behind it, if it is to have one. */
enum form {
	FORM_PLAIN,
	FORM_SMALL,
	FORM_HEAD
};
static bool
find_form(struct inflect *x, struct buf *to, const struct text *w,
    enum form form, bool stop)
{
	struct buf b = {0};
	bool good;

	if (form == FORM_PLAIN && !stop)
		return find_word(x, to, w->s, w->len);
	if (form == FORM_PLAIN)
		buf_mem(&b, w->s, w->len);
	else
		inflect_small(&b, w->s, w->len, form == FORM_HEAD);
	if (stop)
		buf_mem(&b, ".", 1);
	good = find_word(x, to, b.s, b.len);
	buf_free(&b);
	return good;
}

/* As hunspell does by the capitals of a word without the full stops behind it:
 * with none and with one, if it has any. */
static bool
find_forms(struct inflect *x, struct buf *to, const struct text *w, bool stops)
{
	enum inflect_case c = inflect_case(w->s, w->len);
	bool good = true;

	for (int stop = 0; stop <= (stops ? 1 : 0) && c != CASE_HEAD; stop++)
		good = good && find_form(x, to, w, FORM_PLAIN, stop == 1);
	if (c != CASE_HEAD && c != CASE_ALL)
		return good;
	for (int stop = 0; stop <= (stops ? 1 : 0); stop++)
		good = good && find_form(x, to, w, FORM_SMALL, stop == 1) &&
		    find_form(x, to, w, FORM_HEAD, stop == 1);
	return good;
}

static bool
is_plain(const char *s, size_t len)
{
	size_t n;

	for (size_t i = 0; i < len; i += n)
		if (!inflect_plain(utf_get(s + i, s + len, &n)))
			return false;
	return *s != ' '; /* it leaves blanks at the head out */
}

/* Of a word that it has not, does it look at what stands before a hyphen? */
static bool
is_parted(struct inflect *x, const char *s, size_t len)
{
	const char *hyphen = memchr(s, '-', len);
	struct buf b = {0};
	bool found;

	if (hyphen == NULL || hyphen == s ||
	    (hyphen + 1 < s + len && memcmp(s + len - 2, "-e", 2) != 0))
		return false;
	(void)find_word(x, &b, s, (size_t)(hyphen - s));
	found = b.len > 0;
	buf_free(&b);
	return found;
}

bool
inflect_find(struct inflect *x, struct buf *to, const char *word, size_t len)
{
	size_t n = len;

	while (n > 0 && word[n - 1] == '.')
		n--;
	if (n == 0)
		return find_word(x, to, word, len);
	if (!is_plain(word, n))
		return false;
	switch (inflect_figures(word, n)) {
	case FIGURES_ASK:
		return false;
	case FIGURES_FAR:
		return true;
	case FIGURES_LAST:
		return find_word(x, to, word + n - 1, 1);
	default:
		return find_forms(x, to, &(struct text){word, n}, n < len) &&
		    (to->len > 0 || !is_parted(x, word, n));
	}
}
