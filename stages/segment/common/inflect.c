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
	const char *p = q->x->dic.s + stem->is;

	if (q->prefix != NULL && q->prefix->is.len > 0) {
		put(q, q->prefix->is.s, q->prefix->is.len);
		buf_mem(q->to, " ", 1);
	}
	/* a stem of its own stands there */
	if (stem->n_is == 0 || memmem(p, stem->n_is, "st:", 3) == NULL) {
		buf_mem(q->to, "st:", 3);
		put(q, s, len);
		buf_mem(q->to, " ", 1);
	}
	put(q, p, stem->n_is);
	if (is != NULL) {
		buf_mem(q->to, " ", 1);
		put(q, is->s, is->len);
	}
	buf_mem(q->to, "\n", 1);
}

/* The stems of what is kept of a word, with its hash, and of what an ending
 * took away, and 1; 0 is none. */
static uint32_t
stems_with(
    const struct search *q, size_t keep, uint64_t h, const struct text *strip)
{
	uint64_t bit;
	const uint64_t *at;

	h = inflect_hash(h, strip->s, strip->len);
	at = inflect_bit(q->x, h, &bit);
	if ((*at & bit) == 0)
		return 0;
	return inflect_slot(q->x, h, &(struct text){q->s, keep}, strip)->first;
}

/* May a stem have a prefix? */
static bool
takes(const struct inflect *x, const struct affix *p, const struct text *flags)
{
	return inflect_has(flags, p->flag) &&
	    (x->need == NULL || !inflect_has(&p->more, x->need));
}

/* May a stem and an ending, which is one of the stem's or not? */
static bool
takes_both(const struct affix *p, const struct text *flags,
    const struct affix *a, bool has)
{
	return p->crossed && a->crossed &&
	    (has || inflect_has(&p->more, a->flag)) &&
	    (inflect_has(flags, p->flag) || inflect_has(&a->more, p->flag));
}

/* May they have a prefix that adds nothing?  a: NULL is no ending. */
static bool
is_bare(const struct inflect *x, const struct text *flags,
    const struct affix *a, bool has)
{
	for (size_t i = 0; i < x->n_bare; i++)
		if (a == NULL ? takes(x, &x->prefix[i], flags)
			      : takes_both(&x->prefix[i], flags, a, has))
			return true;
	return false;
}

/* The word as it stands. */
static void
find_stem(struct search *q)
{
	const struct inflect *x = q->x;
	uint32_t at = stems_with(q, q->len,
	    inflect_hash(INFLECT_HASH, q->s, q->len), &(struct text){"", 0});

	for (; at != 0; at = x->stem[at - 1].next) {
		const struct stem *stem = &x->stem[at - 1];
		const struct text flags = inflect_flags(x, stem);

		q->bare = q->bare || is_bare(x, &flags, NULL, false);
		if (q->prefix != NULL
			? !takes(x, q->prefix, &flags)
			: x->need != NULL && inflect_has(&flags, x->need))
			continue;
		q->found = true;
		put_line(q, q->s, q->len, stem, NULL);
	}
}

/* What is kept of a word, and what an ending took away; made when it is first
 * wanted. */
static const struct buf *
whole(const struct search *q, size_t keep, const struct affix *a)
{
	struct buf *b = &q->x->tmp;

	if (b->len == 0) {
		buf_mem(b, q->s, keep);
		buf_mem(b, a->strip.s, a->strip.len);
	}
	return b;
}

/* The stems that an affix may have been put to. */
static void
try_affix(struct search *q, const struct affix *a, uint32_t at, size_t keep)
{
	q->x->tmp.len = 0;
	for (; at != 0; at = q->x->stem[at - 1].next) {
		const struct stem *stem = &q->x->stem[at - 1];
		const struct text flags = inflect_flags(q->x, stem);
		bool has = inflect_has(&flags, a->flag);
		const struct buf *word;

		q->bare = q->bare || is_bare(q->x, &flags, a, has);
		if (q->prefix != NULL ? !takes_both(q->prefix, &flags, a, has)
				      : !has)
			continue;
		word = whole(q, keep, a);
		if (!inflect_meets(&a->when, word->s, word->len))
			continue;
		q->found = true;
		put_line(q, word->s, word->len, stem, &a->is);
	}
}

static void
try_ending(struct search *q, const struct ending *e, size_t keep, uint64_t h)
{
	uint32_t first[INFLECT_STRIPS];
	bool any = false;

	for (size_t i = 0; i < e->n_strip; i++) {
		first[i] = stems_with(q, keep, h, &e->strip[i]);
		any = any || first[i] != 0;
	}
	for (size_t i = any ? e->n : 0; i-- > 0;)
		try_affix(q, &e->affix[i], first[e->affix[i].was], keep);
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

	if (len > q->len - !q->x->whole ||
	    (len > 1 && q->s[1] != a->add.s[1]) ||
	    memcmp(q->s, a->add.s, len) != 0)
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

static bool
is_there(struct inflect *x, const char *s, size_t len)
{
	struct buf b = {0};
	bool found;

	(void)find_word(x, &b, s, len);
	found = b.len > 0;
	buf_free(&b);
	return found;
}

/* Of a word that it has not, does it look at what stands before a hyphen, and
 * find something?  Before -e it does where it takes -e for a word: as it
 * stands, or behind its hyphen where words are parted there. */
static bool
is_parted(struct inflect *x, const char *s, size_t len)
{
	const char *hyphen = memchr(s, '-', len);

	if (hyphen == NULL || hyphen == s ||
	    (hyphen + 1 < s + len && memcmp(s + len - 2, "-e", 2) != 0))
		return false;
	if (hyphen == s + len - 2 && x->breaks && !x->breaks_head &&
	    !is_there(x, hyphen, 2))
		return false;
	return is_there(x, s, (size_t)(hyphen - s));
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
