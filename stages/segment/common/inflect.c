#include "inflect.h"

#include <string.h>

#include "lib/text/utf.h"

/* One more word that is looked for. */
struct search {
	struct inflect *x;
	const char *s;
	size_t len;
	const char *flag; /* of the prefix before it, or NULL */
	struct buf *to;   /* NULL: is there one? */
	bool odd;         /* hunspell is to be asked */
};

/* Where the letter before p begins. */
static const char *
before(const char *s, const char *p)
{
	do
		p--;
	while (p > s && ((unsigned char)*p & 0xC0) == 0x80);
	return p;
}

/* Does [...] or a letter, which ends at *end, stand for the letter at p?  *end
 * goes to where it begins. */
static bool
fits(const char *from, const char **end, const char *p, size_t n)
{
	const char *s = *end;
	bool not;

	if (s[-1] != ']') {
		*end = before(from, s);
		return **end == '.' ||
		    ((size_t)(s - *end) == n && memcmp(*end, p, n) == 0);
	}
	while (*--s != '[')
		;
	not = s[1] == '^';
	from = *end - 1;
	*end = s;
	for (s += 1 + not; s < from;) {
		size_t k = 1;

		while (s + k < from && ((unsigned char)s[k] & 0xC0) == 0x80)
			k++;
		if (k == n && memcmp(s, p, n) == 0)
			return !not;
		s += k;
	}
	return not;
}

/* Is the end of a word as a condition wants it? */
static bool
meets(const struct text *when, const char *s, size_t len)
{
	const char *p = s + len;
	const char *end = when->s + when->len;

	if (when->len == 1 && *when->s == '.')
		return true;
	while (end > when->s) {
		const char *from;

		if (p == s)
			return false;
		from = before(s, p);
		if (!fits(when->s, &end, from, (size_t)(p - from)))
			return false;
		p = from;
	}
	return true;
}

/* As hunspell writes it. */
static void
put(struct search *q, const char *s, size_t len)
{
	const char *p;

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

	/* a stem of its own stands there */
	if (memmem(p, stem->is.len, "st:", 3) == NULL) {
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

/* Is there something about a stem that hunspell is to be asked for?  Of a word
 * behind a prefix: may it have it, by itself or by an ending? */
static bool
is_odd(const struct search *q, const struct stem *stem, const struct affix *a)
{
	const struct buf *bare = &q->x->bare;

	if (q->flag != NULL)
		return stem->odd || inflect_has(&stem->flags, q->flag) ||
		    (a != NULL && inflect_has(&a->more, q->flag));
	for (size_t i = 0; i < bare->len; i += 2)
		if (inflect_has(&stem->flags, bare->s + i))
			return true;
	return stem->odd;
}

static void
find_stem(struct search *q)
{
	uint32_t at = stems_of(q->x, q->s, q->len);

	for (; at != 0 && !q->odd; at = q->x->stem[at - 1].next) {
		const struct stem *stem = &q->x->stem[at - 1];

		q->odd = is_odd(q, stem, NULL);
		if (q->to != NULL && (q->x->need == NULL ||
			!inflect_has(&stem->flags, q->x->need)))
			put_line(q, q->s, q->len, stem, NULL);
	}
}

/* The stems that an affix may have been put to. */
static void
try_affix(struct search *q, const struct affix *a, uint32_t at,
    const struct buf *word)
{
	for (; at != 0 && !q->odd; at = q->x->stem[at - 1].next) {
		const struct stem *stem = &q->x->stem[at - 1];

		q->odd = is_odd(q, stem, a);
		if (q->to != NULL && inflect_has(&stem->flags, a->flag) &&
		    meets(&a->when, word->s, word->len))
			put_line(q, word->s, word->len, stem, &a->is);
	}
}

static void
try_ending(struct search *q, const struct ending *e, size_t keep)
{
	enum {
		STRIPS = 256
	};
	uint32_t first[STRIPS];
	struct buf *b = &q->x->tmp;
	bool any = false;

	if (e->n_strip > STRIPS) {
		q->odd = true;
		return;
	}
	for (size_t i = 0; i < e->n_strip; i++) {
		b->len = 0;
		buf_mem(b, q->s, keep);
		buf_mem(b, e->strip[i].s, e->strip[i].len);
		first[i] = stems_of(q->x, b->s, b->len);
		any = any || first[i] != 0;
	}
	for (size_t i = any ? e->n : 0; i-- > 0 && !q->odd;) {
		const struct affix *a = &e->affix[i];

		if (first[a->was] == 0)
			continue;
		b->len = 0;
		buf_mem(b, q->s, keep);
		buf_mem(b, a->strip.s, a->strip.len);
		try_affix(q, a, first[a->was], b);
	}
}

static void
find_endings(struct search *q)
{
	size_t most = q->len - !q->x->whole;

	for (size_t n = 0; n <= most && n <= q->x->longest && !q->odd; n++) {
		uint32_t id =
		    intern_find(&q->x->adds, q->s + q->len - n, n);

		if (id != UINT32_MAX)
			try_ending(q, &q->x->ending[id], q->len - n);
	}
}

/* Hunspell is asked where a prefix may be. */
static bool
may_have_prefix(struct inflect *x, const char *s, size_t len)
{
	struct buf rest = {0};
	bool may = false;

	for (size_t i = 0; i < x->n_prefix && !may; i++) {
		const struct affix *a = &x->prefix[i];
		struct search q = {.x = x, .flag = a->flag};

		if (a->add.len == 0 || a->add.len > len ||
		    memcmp(s, a->add.s, a->add.len) != 0)
			continue;
		rest.len = 0;
		buf_mem(&rest, a->strip.s, a->strip.len);
		buf_mem(&rest, s + a->add.len, len - a->add.len);
		q.s = rest.s;
		q.len = rest.len;
		find_stem(&q);
		if (a->crossed)
			find_endings(&q);
		may = q.odd;
	}
	buf_free(&rest);
	return may;
}

static bool
find_word(struct inflect *x, struct buf *to, const char *s, size_t len)
{
	struct search q = {.x = x, .s = s, .len = len, .to = to};

	find_stem(&q);
	if (!q.odd)
		find_endings(&q);
	return !q.odd && !may_have_prefix(x, s, len);
}

/* The word in small letters, or these with a capital at its head. */
static bool
find_small(
    struct inflect *x, struct buf *to, const char *s, size_t len, bool head)
{
	struct buf b = {0};
	bool good;

	inflect_small(&b, s, len, head);
	good = find_word(x, to, b.s, b.len);
	buf_free(&b);
	return good;
}

bool
inflect_find(struct inflect *x, struct buf *to, const char *word, size_t len)
{
	bool figures = true;
	bool good;
	size_t n;
	enum inflect_case c = inflect_case(word, len);

	for (size_t i = 0; i < len; i += n) {
		int32_t cp = utf_get(word + i, word + len, &n);

		if (!inflect_plain(cp))
			return false;
		figures = figures && cp >= '0' && cp <= '9';
	}
	/* it takes what stands around a hyphen for words */
	if (word[len - 1] == '-' ||
	    (len > 1 && memcmp(word + len - 2, "-e", 2) == 0))
		return false;
	/* of a number it looks at the last figure */
	if (figures)
		return find_word(x, to, word + len - 1, 1);
	if (c == CASE_HEAD)
		return find_small(x, to, word, len, false) &&
		    find_word(x, to, word, len);
	good = find_word(x, to, word, len);
	if (c == CASE_ALL)
		good = good && find_small(x, to, word, len, false) &&
		    find_small(x, to, word, len, true);
	return good;
}
