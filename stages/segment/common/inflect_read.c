/* The file of endings of a dictionary of hunspell, and both in their order. */
#include <stdlib.h>
#include <string.h>

#include "inflect.h"
#include "lib/base/utf8.h"
#include "lib/text/utf.h"

enum {
	FIELDS = 6
};

/* A line in its fields, blanks between; of the last one all that is left. */
struct line {
	struct text f[FIELDS];
	size_t n;
};

static bool
is(const struct text *t, const char *s)
{
	return t->len == strlen(s) && memcmp(t->s, s, t->len) == 0;
}

static bool
same(const struct text *a, const struct text *b)
{
	return a->len == b->len && memcmp(a->s, b->s, a->len) == 0;
}

/* Which of those that the ending takes away it is. */
static size_t
strip_of(struct ending *e, const struct text *strip)
{
	size_t i = 0;

	while (i < e->n_strip && !same(&e->strip[i], strip))
		i++;
	if (i == e->n_strip) {
		e->strip =
		    mem_grow(e->strip, &e->cap_strip, i + 1, sizeof(*e->strip));
		e->strip[e->n_strip++] = *strip;
	}
	return i;
}

/* False if they take too many things away. */
static bool
add_ending(struct inflect *x, struct affix a)
{
	uint32_t n = x->adds.n;
	uint32_t id = intern_add(&x->adds, a.add.s, a.add.len);
	uint64_t h = INFLECT_HASH;
	uint64_t bit;
	uint64_t *to;
	struct ending *e;

	x->ending =
	    mem_grow(x->ending, &x->cap_ending, x->adds.n, sizeof(*x->ending));
	e = &x->ending[id];
	if (id == n)
		*e = (struct ending){0};
	x->longest = a.add.len > x->longest ? a.add.len : x->longest;
	for (size_t i = a.add.len; i-- > 0;) {
		h = inflect_hash(h, a.add.s + i, 1);
		to = inflect_end(x, h, &bit);
		*to |= bit;
	}
	a.was = strip_of(e, &a.strip);
	e->affix = mem_grow(e->affix, &e->cap, e->n + 1, sizeof(a));
	e->affix[e->n++] = a;
	return e->n_strip <= INFLECT_STRIPS && a.add.len < INFLECT_ENDS;
}

/* SFX flag strip add/more when is; false if that is known otherwise. */
static bool
read_affix(struct inflect *x, const struct line *l, bool crossed)
{
	struct affix a = {.flag = l->f[1].s,
	    .strip = l->f[2],
	    .add = l->f[3],
	    .when = l->f[4],
	    .crossed = crossed};
	const char *slash = memchr(a.add.s, '/', a.add.len);

	if (l->n < 5 || l->f[1].len != 2 || !inflect_is_condition(&a.when))
		return false;
	if (l->n > 5)
		a.is = l->f[5];
	if (slash != NULL) {
		a.more = (struct text){
		    slash + 1, a.add.len - (size_t)(slash - a.add.s) - 1};
		a.add.len = (size_t)(slash - a.add.s);
	}
	if (is(&a.strip, "0"))
		a.strip.len = 0;
	if (is(&a.add, "0"))
		a.add.len = 0;
	if (l->f[0].s[0] == 'S')
		return add_ending(x, a) &&
		    (x->need == NULL || !inflect_has(&a.more, x->need));
	a.was = x->n_prefix;
	x->prefix =
	    mem_grow(x->prefix, &x->cap_prefix, x->n_prefix + 1, sizeof(a));
	x->prefix[x->n_prefix++] = a;
	x->n_bare += a.add.len == 0;
	return a.add.len > 0 || inflect_any(&a.when);
}

static void
split(struct line *l, const char *s, const char *end)
{
	for (l->n = 0; l->n < FIELDS; l->n++) {
		const char *p;

		while (s < end && *s == ' ')
			s++;
		if (s == end)
			return;
		p = l->n + 1 < FIELDS ? memchr(s, ' ', (size_t)(end - s))
				      : NULL;
		p = p == NULL ? end : p;
		l->f[l->n] = (struct text){s, (size_t)(p - s)};
		s = p;
	}
}

/* Has what hunspell reads as something else a sign that inflect_find() leaves
 * to it? */
static bool
is_foreign(const struct text *t)
{
	size_t n;

	for (size_t i = 0; i < t->len; i += n)
		if (!inflect_plain(utf_get(t->s + i, t->s + t->len, &n)))
			return true;
	return false;
}

/* A line that has nothing to do with what a word is, or says what is known
 * here? */
static bool
read_other(struct inflect *x, const struct line *l)
{
	static const char *const others[] = {"WORDCHARS", "TRY", "MAP", "REP",
	    "KEY", "CIRCUMFIX", "KEEPCASE", "NOSUGGEST"};

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (is(&l->f[0], others[i]))
			return true;
	if (is(&l->f[0], "FULLSTRIP"))
		return x->whole = true;
	if (is(&l->f[0], "BREAK")) {
		x->breaks = true;
		x->breaks_head =
		    x->breaks_head || (l->n > 1 && is(&l->f[1], "^-"));
		return true;
	}
	if (l->n < 2)
		return false;
	if (is(&l->f[0], "SET"))
		return x->utf8 = is(&l->f[1], "UTF-8");
	if (is(&l->f[0], "FLAG"))
		return x->long_flags = is(&l->f[1], "long");
	if (is(&l->f[0], "NEEDAFFIX"))
		return (x->need = l->f[1].s) != NULL;
	if (is(&l->f[0], "FORBIDDENWORD"))
		return (x->bad = l->f[1].s) != NULL;
	if (is(&l->f[0], "ICONV"))
		return l->n == 2 || is_foreign(&l->f[1]);
	if (!is(&l->f[0], "OCONV"))
		return false;
	x->curly = l->n == 3;
	return l->n == 2 || (is(&l->f[1], "'") && is(&l->f[2], "\xE2\x80\x99"));
}

static bool
read_affixes(struct inflect *x)
{
	struct line l;
	struct line block = {.n = 0}; /* its first line */
	unsigned long left = 0;       /* lines of it */

	if (strpbrk(x->aff.s, "\t\\\r") != NULL)
		return false;
	for (const char *s = x->aff.s, *end; *s != '\0';
	     s = end + (*end != 0)) {
		end = s + strcspn(s, "\n");
		split(&l, s, end);
		if (left > 0) {
			if (l.n < 2 || !same(&l.f[0], &block.f[0]) ||
			    !same(&l.f[1], &block.f[1]) ||
			    !read_affix(x, &l, is(&block.f[2], "Y")))
				return false;
			left--;
		} else if (l.n == 0 || l.f[0].s[0] == '#')
			continue;
		else if (!is(&l.f[0], "PFX") && !is(&l.f[0], "SFX")) {
			if (!read_other(x, &l))
				return false;
		} else if (l.n == 4) {
			block = l;
			left = strtoul(l.f[3].s, NULL, 10);
		} else
			return false;
	}
	return left == 0 && x->utf8 && x->long_flags;
}

/* Does what an ending makes take a second one?  Not here. */
static bool
is_simple(const struct inflect *x)
{
	struct intern flags;
	bool simple = true;

	intern_open(&flags);
	for (uint32_t i = 0; i < x->adds.n; i++)
		for (size_t k = 0; k < x->ending[i].n; k++)
			(void)intern_add(&flags, x->ending[i].affix[k].flag, 2);
	for (uint32_t i = 0; i < x->adds.n; i++)
		for (size_t k = 0; k < x->ending[i].n; k++) {
			const struct text *more = &x->ending[i].affix[k].more;

			for (size_t f = 0; f + 1 < more->len; f += 2)
				simple = simple &&
				    intern_find(&flags, more->s + f, 2) ==
					UINT32_MAX;
		}
	intern_free(&flags);
	return simple;
}

static int
head(const struct affix *a)
{
	return a->add.len == 0 ? -1 : (unsigned char)a->add.s[0];
}

/* By their first bytes; of those the order in which hunspell tries them:
 * shorter ones first, of the same ones the last first. */
static int
by_turn(const void *a, const void *b)
{
	const struct affix *x = a;
	const struct affix *y = b;

	if (head(x) != head(y))
		return head(x) < head(y) ? -1 : 1;
	if (x->add.len != y->add.len)
		return x->add.len < y->add.len ? -1 : 1;
	return x->was > y->was ? -1 : 1;
}

static void
sort_prefixes(struct inflect *x)
{
	size_t k = x->n_bare;

	if (x->n_prefix > 0)
		qsort(x->prefix, x->n_prefix, sizeof(*x->prefix), by_turn);
	for (int c = 0; c <= 256; c++) {
		while (k < x->n_prefix && head(&x->prefix[k]) < c)
			k++;
		x->begins[c] = k;
	}
}

static bool
is_text(const struct buf *b)
{
	return utf8_check(b->s, b->len) == b->len;
}

bool
inflect_open_image(struct inflect *x, struct buf aff, uint64_t key)
{
	*x = (struct inflect){.aff = aff};
	if (!inflect_image_read(x, key))
		return false;
	intern_open(&x->adds);
	(void)read_affixes(x); /* as when it was made */
	sort_prefixes(x);
	return true;
}

bool
inflect_open(struct inflect *x, struct buf aff, struct buf dic)
{
	*x = (struct inflect){.aff = aff, .dic = dic};
	intern_open(&x->adds);
	x->filter = mem_new((1 << INFLECT_FILTER) / 64, sizeof(*x->filter));
	if (!is_text(&aff) || !is_text(&dic) || !read_affixes(x) ||
	    !is_simple(x) || !inflect_stems(x))
		return false;
	sort_prefixes(x);
	return true;
}

void
inflect_close(struct inflect *x)
{
	for (uint32_t i = 0; i < x->adds.n; i++) {
		free(x->ending[i].affix);
		free(x->ending[i].strip);
	}
	free(x->ending);
	free(x->prefix);
	intern_free(&x->adds);
	buf_free(&x->tmp);
	buf_free(&x->by_ending);
	buf_free(&x->aff);
	if (x->image.s != NULL) {
		image_close(&x->image);
		return;
	}
	free(x->stem);
	free(x->slot);
	free(x->filter);
	buf_free(&x->dic);
}
