#include "learn.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/lang/fr/form.h"
#include "lib/text/utf.h"
#include "model.h"

enum {
	ENDING = 6 /* letters at most */
};

void
closed_count(struct closed *c, const struct gold *g, const uint32_t *form,
    uint32_t n_form)
{
	c->may = mem_new(n_form, sizeof(*c->may));
	c->n = mem_new(n_form, sizeof(*c->n));
	for (size_t i = 0; i < g->n; i++)
		if (!g->w[i].again) {
			uint32_t f = form[g->w[i].word];

			c->may[f] |= 1u << g->w[i].tag;
			c->n[f]++;
		}
}

void
closed_free(struct closed *c)
{
	free(c->may);
	free(c->n);
}

void
learn_closed(struct out *o, const struct closed *c, const struct intern *forms)
{
	uint32_t *rank;
	uint32_t *order;

	intern_rank(forms, &rank, &order);
	for (uint32_t i = 0; i < forms->n; i++) {
		uint32_t f = order[i];
		size_t len;
		const char *s = intern_s(forms, f, &len);
		char sep = '\t';

		if (c->n[f] < CLOSED)
			continue;
		out_str(o, "closed\t");
		out_mem(o, s, len);
		for (int k = 0; k < TAGS; k++)
			if (c->may[f] >> k & 1) {
				out_ch(o, sep);
				out_str(o, tag_name[k]);
				sep = ' ';
			}
		out_ch(o, '\n');
	}
	free(rank);
	free(order);
}

/* How often something becomes something: TAG, text, what it becomes, parted by
 * tabs. */
struct tally {
	struct intern text;
	uint32_t *n;
	size_t cap;
};

/* Keys that won, and what they become. */
struct won {
	struct intern key;
	struct intern_str *to;
	size_t cap;
};

static void
tally_add(struct tally *t, const struct buf *b)
{
	uint32_t n = t->text.n;
	uint32_t id = intern_add(&t->text, b->s, b->len);

	t->n = mem_grow(t->n, &t->cap, t->text.n, sizeof(*t->n));
	t->n[id] = id == n ? 1 : t->n[id] + 1;
}

/* TAG and text of a line of a tally, as bytes. */
static size_t
key_length(const char *s, size_t len)
{
	const char *tab = memrchr(s, '\t', len);

	return (size_t)(tab - s);
}

/* What each key becomes most often, the first in the order of bytes of several;
 * keys in the order of bytes. */
static void
tally_end(struct tally *t, struct won *w)
{
	uint32_t *rank;
	uint32_t *order;
	uint32_t most = 0;

	intern_open(&w->key);
	intern_rank(&t->text, &rank, &order);
	for (uint32_t i = 0; i < t->text.n; i++) {
		size_t len;
		const char *s = intern_s(&t->text, order[i], &len);
		size_t n_key = key_length(s, len);
		uint32_t n = w->key.n;
		uint32_t id = intern_add(&w->key, s, n_key);

		w->to = mem_grow(w->to, &w->cap, w->key.n, sizeof(*w->to));
		if (id < n && t->n[order[i]] <= most)
			continue;
		most = t->n[order[i]];
		w->to[id].s = s + n_key + 1;
		w->to[id].len = len - n_key - 1;
	}
	free(rank);
	free(order);
}

static void
put(struct out *o, const char *kind, const struct won *w, uint32_t id)
{
	size_t len;
	const char *s = intern_s(&w->key, id, &len);

	out_str(o, kind);
	out_tab_mem(o, s, len);
	out_tab_mem(o, w->to[id].s, w->to[id].len);
	out_ch(o, '\n');
}

static void
close_tally(struct tally *t, struct won *w)
{
	intern_free(&t->text);
	intern_free(&w->key);
	free(t->n);
	free(w->to);
}

static void
add_text(struct buf *b, const struct intern *t, uint32_t id)
{
	size_t len;
	const char *s = intern_s(t, id, &len);

	buf_mem(b, s, len);
}

/* Is a tag one of these, parted by blanks? */
static bool
is_among(int tag, const char *list)
{
	const char *p = strstr(list, tag_name[tag]);

	return p != NULL && (p == list || p[-1] == ' ') &&
	    strchr(" ", p[strlen(tag_name[tag])]) != NULL;
}

/* Has it a lemma?  A treebank may have none: they are all _ then. */
static bool
has_lemma(const struct gold *g, const struct gold_word *x)
{
	size_t len;
	const char *s = intern_s(&g->words, x->lemma, &len);

	return (len != 0 && *s != '_') || len > 1 || x->word == x->lemma;
}

/* Appends a lemma: in small letters if it has a capital at its head alone, and
 * is no name. */
static void
add_lemma(struct buf *b, const struct gold *g, const struct gold_word *x)
{
	size_t len;
	const char *s = intern_s(&g->words, x->lemma, &len);
	bool small = !is_among(x->tag, "PROPN") && utf_count(s, len) > 1;
	size_t n;

	for (size_t i = 0; i < len; i += n)
		if (utf_is_upper(utf_get(s + i, s + len, &n)) == (i > 0))
			small = false;
	if (small)
		form_put(b, s, len);
	else
		buf_mem(b, s, len);
}

void
learn_lemmas(struct out *o, const struct gold *g, const uint32_t *form,
    const struct intern *forms)
{
	struct tally t = {0};
	struct won w = {0};
	struct buf b = {0};

	intern_open(&t.text);
	for (size_t i = 0; i < g->n; i++) {
		const struct gold_word *x = &g->w[i];

		if (x->again || is_among(x->tag, "PUNCT SYM X") ||
		    !has_lemma(g, x))
			continue;
		b.len = 0;
		buf_str(&b, tag_name[x->tag]);
		buf_mem(&b, "\t", 1);
		if (is_among(x->tag, "PROPN"))
			add_text(&b, &g->words, x->word);
		else
			add_text(&b, forms, form[x->word]);
		buf_mem(&b, "\t", 1);
		add_lemma(&b, g, x);
		tally_add(&t, &b);
	}
	tally_end(&t, &w);
	for (uint32_t id = 0; id < w.key.n; id++) {
		size_t len;
		const char *s = intern_s(&w.key, id, &len);
		const char *text = (const char *)memchr(s, '\t', len) + 1;

		len -= (size_t)(text - s);
		if (memcmp(s, "PROPN\t", 6) != 0 || w.to[id].len != len ||
		    memcmp(w.to[id].s, text, len) != 0)
			put(o, "lemma", &w, id);
	}
	close_tally(&t, &w);
	buf_free(&b);
}

/* All endings of a form of which the rest stands in its lemma. */
static void
add_endings(struct tally *t, struct buf *b, int tag, const struct intern_str *f,
    const struct intern_str *lemma)
{
	size_t same = 0;
	size_t from = f->len;

	while (
	    same < f->len && same < lemma->len && f->s[same] == lemma->s[same])
		same++;
	for (size_t k = 0; k <= ENDING; k++) {
		if (from <= same) {
			b->len = 0;
			buf_str(b, tag_name[tag]);
			buf_mem(b, "\t", 1);
			buf_mem(b, f->s + from, f->len - from);
			buf_mem(b, "\t", 1);
			buf_mem(b, lemma->s + from, lemma->len - from);
			tally_add(t, b);
		}
		if (from == 0)
			return;
		do
			from--;
		while (from > 0 && ((unsigned char)f->s[from] & 0xC0) == 0x80);
	}
}

/* Does the ending that is a letter shorter say the same? */
static bool
is_needless(const struct won *w, uint32_t id)
{
	size_t len;
	const char *s = intern_s(&w->key, id, &len);
	const char *text = (const char *)memchr(s, '\t', len) + 1;
	size_t head = (size_t)(text - s);
	struct buf b = {0};
	uint32_t other;
	size_t n;
	const struct intern_str *to = &w->to[id];
	bool same;

	if (len == head)
		return false;
	(void)utf_get(text, s + len, &n);
	buf_mem(&b, s, head);
	buf_mem(&b, text + n, len - head - n);
	other = intern_find(&w->key, b.s, b.len);
	buf_free(&b);
	same = other != UINT32_MAX && to->len >= n &&
	    memcmp(to->s, text, n) == 0 && to->len - n == w->to[other].len &&
	    memcmp(to->s + n, w->to[other].s, to->len - n) == 0;
	return same;
}

static bool
has_capital(const struct intern_str *s)
{
	size_t n;

	for (size_t i = 0; i < s->len; i += n)
		if (utf_is_upper(utf_get(s->s + i, s->s + s->len, &n)))
			return true;
	return false;
}

/* Every form with a tag and a lemma once, but abbreviations. */
static void
add_distinct(struct tally *t, const struct gold *g, const uint32_t *form,
    const struct intern *forms)
{
	struct intern seen;
	struct buf b = {0};

	intern_open(&seen);
	for (size_t i = 0; i < g->n; i++) {
		const struct gold_word *x = &g->w[i];
		struct intern_str f;
		struct intern_str lemma;
		uint32_t n = seen.n;

		if (x->again || is_among(x->tag, "PROPN PUNCT NUM SYM X") ||
		    !has_lemma(g, x))
			continue;
		f.s = intern_s(forms, form[x->word], &f.len);
		lemma.s = intern_s(&g->words, x->lemma, &lemma.len);
		if (has_capital(&lemma))
			continue;
		b.len = 0;
		buf_str(&b, tag_name[x->tag]);
		buf_mem(&b, "\t", 1);
		buf_mem(&b, f.s, f.len);
		buf_mem(&b, "\t", 1);
		buf_mem(&b, lemma.s, lemma.len);
		if (intern_add(&seen, b.s, b.len) == n)
			add_endings(t, &b, x->tag, &f, &lemma);
	}
	intern_free(&seen);
	buf_free(&b);
}

void
learn_endings(struct out *o, const struct gold *g, const uint32_t *form,
    const struct intern *forms)
{
	struct tally t = {0};
	struct won w = {0};

	intern_open(&t.text);
	add_distinct(&t, g, form, forms);
	tally_end(&t, &w);
	for (uint32_t id = 0; id < w.key.n; id++)
		if (!is_needless(&w, id))
			put(o, "ending", &w, id);
	close_tally(&t, &w);
}
