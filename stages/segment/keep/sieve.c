#include "sieve.h"

#include <stdlib.h>

#include "lib/lang/fr/form.h"
#include "lib/stream/vrt.h"
#include "lib/text/utf.h"

void
sieve_open(struct sieve *s, bool fold, const struct phrase *p)
{
	*s = (struct sieve){.fold = fold, .phrase = p, .max = UINT64_MAX};
	intern_open(&s->stop);
	intern_open(&s->keep);
	intern_open(&s->vals);
}

void
sieve_stop(struct sieve *s, const char *path)
{
	form_list(&s->stop, path, s->fold);
}

void
sieve_keep(struct sieve *s, const char *path)
{
	s->keeps = true;
	form_list(&s->keep, path, s->fold);
}

void
sieve_like(struct sieve *s, const char *ere)
{
	size_t cap = s->n_like;

	s->like = mem_grow(s->like, &cap, s->n_like + 1, sizeof(*s->like));
	pattern_open(&s->like[s->n_like++], 'p', ere);
}

void
sieve_unlike(struct sieve *s, const char *ere)
{
	size_t cap = s->n_unlike;

	s->unlike =
	    mem_grow(s->unlike, &cap, s->n_unlike + 1, sizeof(*s->unlike));
	pattern_open(&s->unlike[s->n_unlike++], 'P', ere);
}

static bool
any_match(const struct pattern *re, size_t n, const char *s)
{
	for (size_t i = 0; i < n; i++)
		if (pattern_match(&re[i], s))
			return true;
	return false;
}

static bool
is_dropped(const struct sieve *s, const struct buf *b)
{
	size_t n = utf_count(b->s, b->len);
	const struct buf *w = &s->straight;

	return n < s->min || n > s->max ||
	    intern_find(&s->stop, w->s, w->len) != UINT32_MAX ||
	    (s->keeps && intern_find(&s->keep, w->s, w->len) == UINT32_MAX) ||
	    (s->n_like > 0 && !any_match(s->like, s->n_like, b->s)) ||
	    any_match(s->unlike, s->n_unlike, b->s);
}

const struct sieve_val *
sieve_look(struct sieve *s, const char *raw, size_t len)
{
	uint32_t n = s->vals.n;
	uint32_t id = intern_add(&s->vals, raw, len);
	struct sieve_val *val;

	if (id < n)
		return &s->val[id];
	s->val = mem_grow(s->val, &s->cap, (size_t)id + 1, sizeof(*s->val));
	val = &s->val[id];
	s->plain.len = 0;
	buf_mem(&s->plain, "", 0); /* an empty value is a string too */
	vrt_plain(&s->plain, raw, len);
	s->straight.len = 0;
	form_straight(&s->straight, s->plain.s, s->plain.len);
	val->drop = is_dropped(s, &s->plain);
	val->word = phrase_word(s->phrase, s->straight.s, s->straight.len);
	val->starts = phrase_starts(s->phrase, val->word);
	return val;
}

void
sieve_free(struct sieve *s)
{
	for (size_t i = 0; i < s->n_like; i++)
		pattern_free(&s->like[i]);
	for (size_t i = 0; i < s->n_unlike; i++)
		pattern_free(&s->unlike[i]);
	free(s->like);
	free(s->unlike);
	intern_free(&s->stop);
	intern_free(&s->keep);
	intern_free(&s->vals);
	free(s->val);
	buf_free(&s->plain);
	buf_free(&s->straight);
}
