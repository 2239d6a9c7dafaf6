#include "dict.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/lang/fr/form.h"
#include "lib/stream/query.h"
#include "lib/table/intern.h"
#include "lib/text/utf.h"

enum {
	BLOCK = 1 << 16 /* bytes of texts that are asked for at once */
};

/* What was read. */
static void
free_read(struct dict *d)
{
	if (d->image.s != NULL) {
		image_close(&d->image);
		return;
	}
	for (uint32_t i = 0; i < d->n; i++)
		if (i == 0 || d->entry[i].theme != d->entry[i - 1].theme)
			free(d->entry[i].theme);
	free(d->entry);
	for (size_t i = 0; i < d->n_block; i++)
		free(d->block[i]);
	free(d->block);
	keys_free(&d->words);
	edges_free(&d->edges);
	free(d->end);
	free(d->signs);
	for (size_t i = 0; i < d->n_glob; i++)
		free(d->glob[i].form);
	free(d->glob);
}

void
dict_free(struct dict *d)
{
	free_read(d);
	free(d->file);
	free(d->form);
	free(d->part);
	free(d->fan);
	free(d->found);
}

void
dict_fold(const struct dict *d, struct buf *to, const char *s, size_t len)
{
	if (d->bare)
		utf_bare(to, s, len);
	else
		buf_mem(to, s, len);
}

void
dict_lemma(const struct dict *d, struct buf *to, const char *s, size_t len)
{
	struct buf form = {0};

	form_put(&form, s, len);
	dict_fold(d, to, form.s, form.len);
	buf_free(&form);
}

void
dict_note_repeats(const struct dict *d, bool list)
{
	uint32_t rest = 0;

	for (uint32_t i = 0; i < d->n; i++) {
		const struct dict_entry *e = &d->entry[i];
		const struct dict_entry *f;

		if (e->counts)
			continue;
		f = &d->entry[e->first];
		if (!list && strcmp(e->theme, f->theme) == 0)
			rest++;
		else
			note("%s:%" PRIu64 ": '%s' (%s) asks for the same "
			     "words as '%s' (%s) in line %" PRIu64
			     ", and never counts",
			    d->file, e->line, e->text, e->theme, f->text,
			    f->theme, f->line);
	}
	if (rest > 0)
		note("%s: entries that repeat one of their own theme: %" PRIu32
		     " (-r lists them)",
		    d->file, rest);
}

/* ---- what the reader adds ---- */

const char *
dict_keep(struct dict *d, const char *s, size_t len)
{
	char *to;

	if (len >= d->room) {
		d->room = len < BLOCK ? BLOCK : len + 1;
		d->block = mem_grow(
		    d->block, &d->cap_block, d->n_block + 1, sizeof(*d->block));
		d->at = d->block[d->n_block++] = mem_block(d->room);
	}
	to = d->at;
	memcpy(to, s, len);
	to[len] = '\0';
	d->at += len + 1;
	d->room -= len + 1;
	return to;
}

void
dict_add_glob(struct dict *d, uint32_t word, const char *form, size_t len)
{
	struct dict_glob *g;

	d->glob = mem_grow(d->glob, &d->cap_glob, d->n_glob + 1, sizeof(*g));
	g = &d->glob[d->n_glob++];
	*g = (struct dict_glob){.word = word, .form = mem_copy(form, len)};
	for (const char *s = form; *s != '\0';) {
		const char *at = strstr(s, QUERY_JOKER);
		size_t n = at != NULL ? (size_t)(at - s) : strlen(s);

		g->letters += n;
		s += n + (at != NULL ? sizeof(QUERY_JOKER) - 1 : 0);
	}
}

uint32_t
dict_add_edge(struct dict *d, uint32_t node, uint32_t word)
{
	uint32_t n = d->edges.n;
	uint32_t to = edges_add(&d->edges, node, word);

	if (d->edges.n == n)
		return to;
	if (to >= d->cap_end)
		d->end = mem_grow(
		    d->end, &d->cap_end, (size_t)to + 1, sizeof(*d->end));
	d->end[to] = DICT_NONE;
	if (to >= d->cap_signs)
		d->signs = mem_grow(
		    d->signs, &d->cap_signs, (size_t)to + 1, sizeof(*d->signs));
	d->signs[to] = 0;
	if (node != 0)
		d->signs[node] |= dict_sign(word);
	return to;
}

/* ---- forms of the text ---- */

static void
fan_out(struct dict *d, struct dict_form *f, uint32_t word)
{
	uint32_t first = edges_find(&d->edges, 0, word);

	d->fan = mem_grow(d->fan, &d->cap_fan, d->n_fan + 1, sizeof(*d->fan));
	d->fan[d->n_fan++] = (struct dict_fan){word, first};
	f->n++;
	f->begins = f->begins || first != 0;
}

/* Adds the word "KIND s" to the form's list, if the dictionary has it. */
static void
add_fan(struct dict *d, struct dict_form *f, struct buf *key, size_t len)
{
	uint32_t word;

	buf_room(key, INTERN_HEAD);
	word = keys_find(&d->words, key->s, len);
	if (word != UINT32_MAX)
		fan_out(d, f, word);
}

/* Does the form fit the pattern?  Each piece between jokers is taken where it
 * comes first, the last one at the end. */
static bool
fits(const char *glob, const char *form, size_t len)
{
	const char *end = form + len;
	bool first = true;

	for (;;) {
		const char *joker = strstr(glob, QUERY_JOKER);
		size_t n =
		    joker != NULL ? (size_t)(joker - glob) : strlen(glob);
		const char *at = form;

		if ((size_t)(end - form) < n)
			return false;
		if (joker == NULL)
			return memcmp(end - n, glob, n) == 0;
		if (first && memcmp(form, glob, n) != 0)
			return false;
		if (!first && n > 0)
			at = memmem(form, (size_t)(end - form), glob, n);
		if (at == NULL)
			return false;
		form = at + n;
		glob = joker + sizeof(QUERY_JOKER) - 1;
		first = false;
	}
}

static void
add_glob(struct dict *d, struct dict_form *f, const struct dict_glob *g,
    const struct buf *key)
{
	if (fits(g->form, key->s + 1, key->len - 1))
		fan_out(d, f, g->word);
}

/* Beginnings and patterns, more letters first; key is "*form". */
static void
add_open(struct dict *d, struct dict_form *f, struct buf *key)
{
	size_t len = key->len - 1;
	size_t k = 0;

	if (len > d->prefix_max)
		len = d->prefix_max;
	for (; len > 0 && len >= d->prefix_min; len--) {
		while (k < d->n_glob && d->glob[k].letters > len)
			add_glob(d, f, &d->glob[k++], key);
		if ((d->lengths[dict_begin(key->s + 1, len)] &
			dict_length(len)) != 0)
			add_fan(d, f, key, 1 + len);
	}
	while (k < d->n_glob)
		add_glob(d, f, &d->glob[k++], key);
}

/* With the class first, which is more exact. */
static void
add_lemma(struct dict *d, struct dict_form *f, struct buf *key,
    const struct dict_token *t)
{
	size_t len;

	key->len = 0;
	buf_mem(key, "@", 1);
	dict_lemma(d, key, t->lemma, t->lemma_len);
	len = key->len;
	if (t->pos != NULL) {
		buf_mem(key, "\t", 1);
		buf_mem(key, t->pos, t->pos_len);
		add_fan(d, f, key, key->len);
	}
	add_fan(d, f, key, len);
}

static struct dict_form
resolve(struct dict *d, const struct dict_token *t)
{
	struct dict_form f = {.from = (uint32_t)d->n_fan};
	struct buf key = {0};

	buf_mem(&key, "=", 1);
	dict_fold(d, &key, t->form, t->len);
	add_fan(d, &f, &key, key.len);
	if (t->lemma != NULL)
		add_lemma(d, &f, &key, t);
	key.len = 0;
	buf_mem(&key, "~", 1);
	dict_fold(d, &key, t->stem, t->stem_len);
	add_fan(d, &f, &key, key.len);
	key.len = 0;
	buf_mem(&key, "*", 1);
	dict_fold(d, &key, t->form, t->len);
	add_open(d, &f, &key);
	buf_free(&key);
	return f;
}

uint32_t
dict_form(struct dict *d, const struct dict_token *t)
{
	d->form = mem_grow(
	    d->form, &d->cap_form, (size_t)d->n_form + 1, sizeof(*d->form));
	d->form[d->n_form] = resolve(d, t);
	return d->n_form++;
}

void
dict_part(struct dict *d, const struct dict_token *t)
{
	struct dict_form *whole = &d->form[d->n_form - 1];

	d->part = mem_grow(
	    d->part, &d->cap_part, (size_t)d->n_part + 1, sizeof(*d->part));
	d->part[d->n_part] = resolve(d, t);
	if (whole->n_part++ == 0) {
		whole->part = d->n_part;
		whole->begins = whole->begins || d->part[d->n_part].begins;
	}
	d->n_part++;
}

/* ---- matches ---- */

/* Where a walk through the trie stands. */
struct walk {
	struct dict *d;
	const uint32_t *form;
	size_t n;
	size_t found;
	size_t best;
};

/* Behind form[k - 1] and so many words: an entry may end here. */
static void
arrive(struct walk *w, uint32_t node, size_t k, uint32_t words)
{
	struct dict *d = w->d;

	if (d->end[node] == DICT_NONE)
		return;
	d->found =
	    mem_grow(d->found, &d->cap_found, w->found + 1, sizeof(*d->found));
	d->found[w->found] =
	    (struct dict_found){d->end[node], (uint32_t)k, words};
	if (words > d->found[w->best].words)
		w->best = w->found;
	w->found++;
}

/* Depth first, the most exact word first: of matches of one length the first
 * found is the most exact, word by word.  Goes on from a node at form[k], or
 * at the part-th word of it where it is a joined expression; so many words are
 * behind.  Never deeper than an entry is long. */
static void
walk(struct walk *w, uint32_t node, size_t k, uint32_t part, uint32_t words)
{
	const struct dict *d = w->d;
	const struct dict_form *whole = &d->form[w->form[k]];
	const struct dict_form *f =
	    part > 0 ? &d->part[whole->part + part - 1] : whole;

	for (uint32_t i = 0; i < f->n; i++) {
		const struct dict_fan *x = &d->fan[f->from + i];
		uint32_t to = x->first;

		if (node != 0)
			to = (d->signs[node] & dict_sign(x->word)) != 0
			    ? edges_find(&d->edges, node, x->word)
			    : 0;
		if (to == 0)
			continue;
		if (part > 0 && part < whole->n_part) {
			walk(w, to, k, part + 1, words + 1);
			continue;
		}
		arrive(w, to, k + 1, words + 1);
		if (k + 1 < w->n && d->signs[to] != 0)
			walk(w, to, k + 1, 0, words + 1);
	}
	if (part == 0 && whole->n_part > 0)
		walk(w, node, k, 1, words);
}

size_t
dict_match(struct dict *d, const uint32_t *form, size_t n, size_t *best)
{
	struct walk w = {.d = d, .form = form, .n = n};

	walk(&w, 0, 0, 0, 0);
	*best = w.best;
	return w.found;
}
