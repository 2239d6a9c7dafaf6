#include "absent.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/lang/fr/words.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"
#include "read/common/metadata.h"

/* What two spellings of a name may differ in; a bit each. */
enum {
	CAPITALS = 1,
	ACCENTS = 2,
	SIGNS = 4, /* hyphens, apostrophes, points: as blanks */
	TITLES = 8,
	ORDER = 16,
	ALL = 31
};

enum {
	WORDS = 16 /* of a name; what is behind counts as it stands */
};

static const struct {
	int bit;
	const char *name;
} differences[] = {{CAPITALS, ERR_WORDS("capitals")},
    {ACCENTS, ERR_WORDS("accents")}, {SIGNS, ERR_WORDS("hyphens and signs")},
    {TITLES, ERR_WORDS("a title")}, {ORDER, ERR_WORDS("the order of words")}};

static bool
is_part_of_word(int32_t cp, int without)
{
	if (utf_is_space(cp))
		return false;
	return (without & SIGNS) == 0 || utf_is_letter(cp) ||
	    (cp >= '0' && cp <= '9');
}

/* Is it monsieur, Mme, or M with a point and without? */
static bool
is_title(const char *s, size_t len)
{
	struct buf b = {0};
	bool yes;

	slug_fold(&b, s, len);
	yes = words_is_civility(b.s, b.len);
	if (b.len > 0 && b.s[b.len - 1] == '.')
		b.len--;
	yes = yes || words_is_civility(b.s, b.len);
	buf_mem(&b, ".", 1);
	yes = yes || words_is_civility(b.s, b.len);
	buf_free(&b);
	return yes;
}

static int
by_bytes(const void *a, const void *b)
{
	const struct intern_str *x = a;
	const struct intern_str *y = b;
	int c = memcmp(x->s, y->s, x->len < y->len ? x->len : y->len);

	return c != 0 ? c : (x->len > y->len) - (x->len < y->len);
}

/* The words of text, in place, WORDS at most. */
static size_t
cut(const struct buf *text, int without, struct intern_str *word)
{
	const char *end = text->s + text->len;
	bool inside = false;
	size_t n_word = 0;
	size_t n;

	for (const char *s = text->s; s < end; s += n) {
		bool part = is_part_of_word(utf_get(s, end, &n), without);

		if (part && !inside && n_word == WORDS)
			break;
		if (part && !inside)
			word[n_word++] = (struct intern_str){s, 0};
		if (part)
			word[n_word - 1].len += n;
		inside = part;
	}
	return n_word;
}

/* Appends the name without what the bits say. */
static void
put_plain(struct buf *to, const char *s, size_t len, int without)
{
	struct buf low = {0};
	struct buf out = {0};
	struct intern_str word[WORDS];
	const char *end = s + len;
	size_t n_word;
	size_t n;

	buf_mem(&low, "", 0);
	for (; s < end; s += n) {
		int32_t cp = utf_get(s, end, &n);
		char b[4];

		buf_mem(&low, b,
		    utf_put(b, without & CAPITALS ? utf_lower(cp) : cp));
	}
	n_word = cut(&low, without, word);
	buf_mem(&out, "", 0);
	if (without & ORDER)
		qsort(word, n_word, sizeof(*word), by_bytes);
	for (n = 0; n < n_word; n++)
		if (n_word == 1 || !(without & TITLES) ||
		    !is_title(word[n].s, word[n].len)) {
			buf_str(&out, out.len > 0 ? " " : "");
			buf_mem(&out, word[n].s, word[n].len);
		}
	if (without & ACCENTS)
		utf_bare(to, out.s, out.len);
	else
		buf_mem(to, out.s, out.len);
	buf_free(&low);
	buf_free(&out);
}

static bool
differ(const struct intern_str *x, const struct intern_str *y, int bit)
{
	struct buf a = {0};
	struct buf b = {0};
	bool yes;

	put_plain(&a, x->s, x->len, ALL & ~bit);
	put_plain(&b, y->s, y->len, ALL & ~bit);
	yes = a.len != b.len || memcmp(a.s, b.s, a.len) != 0;
	buf_free(&a);
	buf_free(&b);
	return yes;
}

static void
put_pair(struct buf *to, const struct intern_str *value,
    const struct intern_str *row)
{
	bool any = false;

	buf_str(to, to->len > 0 ? err_said("; ") : "");
	buf_fmt(to, err_said("'%.*s' may be '%.*s'"), (int)value->len, value->s,
	    (int)row->len, row->s);
	for (size_t i = 0; i < sizeof(differences) / sizeof(*differences); i++)
		if (differ(value, row, differences[i].bit)) {
			buf_str(to, any ? ", " : " (");
			buf_str(to, err_said(differences[i].name));
			any = true;
		}
	buf_str(to, any ? ")" : "");
}

void
absent_open(struct absent *a, const char *attr)
{
	*a = (struct absent){.attr = attr};
	intern_open(&a->values);
}

void
absent_add(struct absent *a, const char *value)
{
	if (value == NULL) {
		a->n_without++;
		return;
	}
	a->n_speech++;
	(void)intern_add(&a->values, value, strlen(value));
}

static void
put_count(struct buf *to, uint64_t n, const char *one, const char *many)
{
	buf_u64(to, n);
	buf_str(to, err_said(n == 1 ? one : many));
}

void
absent_say(struct buf *to, const struct absent *a)
{
	uint32_t n = a->values.n;

	if (n > 0) {
		put_count(
		    to, n, ERR_WORDS(" value of "), ERR_WORDS(" values of "));
		buf_str(to, a->attr);
		buf_str(to, err_said(" without a row, in "));
		put_count(to, a->n_speech, ERR_WORDS(" speech ("),
		    ERR_WORDS(" speeches ("));
		for (uint32_t i = 0; i < n && i < METADATA_SHOWN; i++) {
			buf_str(to, i > 0 ? ", " : "");
			buf_str(to, a->values.str[i].s);
		}
		buf_str(to, n > METADATA_SHOWN ? " ...)" : ")");
	}
	if (a->n_without > 0) {
		buf_str(to, to->len > 0 ? err_said("; ") : "");
		put_count(to, a->n_without, ERR_WORDS(" speech without "),
		    ERR_WORDS(" speeches without "));
		buf_str(to, a->attr);
	}
}

void
absent_propose(
    struct buf *to, const struct absent *a, const struct intern *rows)
{
	struct intern plain;
	uint32_t *row = mem_new((size_t)rows->n + 1, sizeof(*row));
	struct buf b = {0};
	size_t n = 0;

	intern_open(&plain);
	for (uint32_t i = 0; a->values.n > 0 && i < rows->n; i++) {
		uint32_t known = plain.n;

		b.len = 0;
		put_plain(&b, rows->str[i].s, rows->str[i].len, ALL);
		if (intern_add(&plain, b.s, b.len) == known)
			row[known] = i;
	}
	for (uint32_t i = 0; i < a->values.n; i++) {
		uint32_t k;

		b.len = 0;
		put_plain(&b, a->values.str[i].s, a->values.str[i].len, ALL);
		k = intern_find(&plain, b.s, b.len);
		if (k != UINT32_MAX && ++n <= METADATA_SHOWN)
			put_pair(to, &a->values.str[i], &rows->str[row[k]]);
	}
	if (n > METADATA_SHOWN) {
		buf_str(to, err_said("; and "));
		put_count(to, n - METADATA_SHOWN, ERR_WORDS(" more"), " more");
	}
	buf_free(&b);
	free(row);
	intern_free(&plain);
}

void
absent_free(struct absent *a)
{
	intern_free(&a->values);
}
