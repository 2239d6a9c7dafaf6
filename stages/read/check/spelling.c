#include "spelling.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang/fr/words.h"
#include "lib/text/slug.h"

enum {
	WORD_MIN = 4,  /* letters of words that may differ */
	NEAR_MIN = 6,  /* letters of a key that may be one letter apart */
	NEAR_TWO = 12, /* or two */
	WORDS = 16     /* of a key; more stay in their order */
};

static bool
alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static int
by_bytes(const void *a, const void *b)
{
	const struct intern_str *x = a;
	const struct intern_str *y = b;
	size_t len = x->len < y->len ? x->len : y->len;
	int d = memcmp(x->s, y->s, len);

	return d != 0 ? d : (x->len > y->len) - (x->len < y->len);
}

void
spelling_fold(struct buf *to, const char *s, size_t len)
{
	struct buf f = {0};
	struct intern_str word[WORDS];
	size_t n = 0;

	slug_fold(&f, s, len);
	for (size_t i = 0; i < f.len && n < WORDS;) {
		size_t from = i;

		while (i < f.len && alnum(f.s[i]))
			i++;
		if (i > from && !words_is_title(f.s + from, i - from, n == 0))
			word[n++] = (struct intern_str){f.s + from, i - from};
		if (n == WORDS)
			word[n - 1].len = f.len - from;
		i += i == from || i < f.len;
	}
	if (n > 0 && n < WORDS)
		qsort(word, n, sizeof(*word), by_bytes);
	buf_mem(to, "", 0);
	for (size_t k = 0; k < n; k++) {
		buf_str(to, k > 0 ? " " : "");
		buf_mem(to, word[k].s, word[k].len);
	}
	buf_free(&f);
}

void
spelling_open(struct spelling *t)
{
	*t = (struct spelling){0};
	intern_open(&t->names);
	intern_open(&t->keys);
}

void
spelling_add(struct spelling *t, const char *name, size_t place)
{
	uint32_t n = t->names.n;
	uint32_t id = intern_add(&t->names, name, strlen(name));

	if (id == n) {
		t->name = mem_grow(
		    t->name, &t->cap, (size_t)id + 1, sizeof(*t->name));
		t->text.len = 0;
		spelling_fold(&t->text, name, strlen(name));
		if (t->text.len == 0) /* titles only: the name itself */
			slug_fold(&t->text, name, strlen(name));
		t->name[id] = (struct spelling_name){.first = place,
		    .key = intern_add(&t->keys, t->text.s, t->text.len)};
	}
	t->name[id].n++;
}

/* Is name a commoner than b? */
static bool
commoner(const struct spelling *t, uint32_t a, uint32_t b)
{
	if (t->name[a].n != t->name[b].n)
		return t->name[a].n > t->name[b].n;
	return strcmp(t->names.str[a].s, t->names.str[b].s) < 0;
}

static void
describe(struct spelling_key *k, const struct intern_str *s)
{
	*k = (struct spelling_key){.best = UINT32_MAX, .len = (uint32_t)s->len};
	for (size_t i = 0; i < s->len; i++)
		if (s->s[i] >= 'a')
			k->letters |= UINT32_C(1) << (unsigned)(s->s[i] - 'a');
		else if (s->s[i] >= '0' && s->s[i] <= '9')
			k->digits = slug_hash(k->digits, s->s + i, 1);
}

static void
find_best(struct spelling *t)
{
	t->key = mem_grow(
	    t->key, &t->cap_key, (size_t)t->keys.n + 1, sizeof(*t->key));
	for (uint32_t k = 0; k < t->keys.n; k++)
		describe(&t->key[k], &t->keys.str[k]);
	for (uint32_t i = 0; i < t->names.n; i++) {
		uint32_t *best = &t->key[t->name[i].key].best;

		if (*best == UINT32_MAX || commoner(t, i, *best))
			*best = i;
	}
}

static size_t
n_bits(uint32_t x)
{
	return (size_t)__builtin_popcount(x);
}

/* Do they differ in short words, as initials are? */
static bool
short_words(const char *a, const char *b, size_t len_a, size_t len_b)
{
	size_t from = 0;
	size_t end = 0;

	while (a[from] == b[from] && a[from] != '\0')
		from++;
	while (from > 0 && a[from - 1] != ' ')
		from--;
	while (end < len_a - from && end < len_b - from &&
	    a[len_a - end - 1] == b[len_b - end - 1])
		end++;
	while (end > 0 && a[len_a - end] != ' ')
		end--;
	return len_a - end < from + WORD_MIN || len_b - end < from + WORD_MIN;
}

static bool
is_near(const struct spelling *t, uint32_t a, uint32_t b)
{
	const struct spelling_key *x = &t->key[a];
	const struct spelling_key *y = &t->key[b];
	uint32_t len = x->len < y->len ? x->len : y->len;
	size_t far = len >= NEAR_TWO ? 2 : 1;
	const char *s = t->keys.str[a].s;
	const char *r = t->keys.str[b].s;

	return len >= NEAR_MIN && x->digits == y->digits &&
	    x->len <= y->len + far && y->len <= x->len + far &&
	    n_bits(x->letters ^ y->letters) <= 2 * far &&
	    near_within(s, r, far) && !words_same_but_gender(s, r) &&
	    !short_words(s, r, x->len, y->len);
}

void
spelling_pairs(struct spelling *t, bool letters, spelling_each *each, void *arg)
{
	find_best(t);
	for (uint32_t i = 0; i < t->names.n; i++) {
		uint32_t best = t->key[t->name[i].key].best;

		if (best != i)
			each(t, i, best, true, arg);
	}
	for (uint32_t a = 0; letters && a < t->keys.n; a++)
		for (uint32_t b = 0; b < a; b++) {
			uint32_t x = t->key[a].best;
			uint32_t y = t->key[b].best;

			if (!is_near(t, a, b))
				continue;
			if (commoner(t, x, y))
				each(t, y, x, false, arg);
			else
				each(t, x, y, false, arg);
		}
}

void
spelling_free(struct spelling *t)
{
	intern_free(&t->names);
	intern_free(&t->keys);
	free(t->name);
	free(t->key);
	buf_free(&t->text);
}
