#include "accents.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/lang/fr/form.h"
#include "lib/stream/vrt.h"
#include "lib/text/utf.h"

void
accents_open(struct accents *a)
{
	*a = (struct accents){0};
	intern_open(&a->forms);
	intern_open(&a->plain);
	intern_open(&a->bare.keys);
	intern_open(&a->first.keys);
}

void
accents_close(struct accents *a)
{
	intern_free(&a->forms);
	intern_free(&a->plain);
	intern_free(&a->bare.keys);
	intern_free(&a->first.keys);
	free(a->bare.form);
	free(a->first.form);
	buf_free(&a->key);
}

/* The form without accents, of all letters or of the first. */
static void
make_key(struct accents *a, const char *form, size_t len, bool all)
{
	size_t n = len;

	a->key.len = 0;
	if (!all && len > 0)
		(void)utf_get(form, form + len, &n);
	utf_bare(&a->key, form, n);
	buf_mem(&a->key, form + n, len - n);
}

static bool
is_key(const struct accents *a, const char *form, size_t len)
{
	return a->key.len == len && memcmp(a->key.s, form, len) == 0;
}

static void
add(struct accents_table *t, const struct buf *key, uint32_t form)
{
	uint32_t n = t->keys.n;
	uint32_t k = intern_add(&t->keys, key->s, key->len);

	t->form = mem_grow(t->form, &t->cap, (size_t)k + 1, sizeof(*t->form));
	if (k == n)
		t->form[k] = form;
	else if (t->form[k] != form)
		t->form[k] = ACCENTS_SEVERAL;
}

void
accents_know(struct accents *a, const char *form, size_t len, bool small)
{
	uint32_t n = a->forms.n;
	uint32_t k;

	make_key(a, form, len, true);
	if (is_key(a, form, len)) {
		if (small)
			(void)intern_add(&a->plain, form, len);
		return;
	}
	k = intern_add(&a->forms, form, len);
	if (k == n)
		add(&a->bare, &a->key, k);
	make_key(a, form, len, false);
	if (!is_key(a, form, len)) {
		if (k == n)
			add(&a->first, &a->key, k);
	} else if (small)
		(void)intern_add(&a->plain, form, len);
}

/* Two letters or more, and all of them capitals? */
static bool
is_capitals(const char *s, size_t len)
{
	const char *end = s + len;
	size_t letters = 0;
	size_t n;

	for (; s < end; s += n) {
		int32_t c = utf_get(s, end, &n);

		if (!utf_is_letter(c))
			continue;
		if (!utf_is_upper(c))
			return false;
		letters++;
	}
	return letters > 1;
}

void
accents_learn(struct accents *a, const char *path, const struct rules *rules)
{
	struct scan scan;
	struct vrt v;
	struct buf form = {0};
	struct buf plain = {0};
	char *file = mem_string(path);
	enum vrt_event ev;

	scan_open(&scan, rules);
	vrt_open(&v, &file, 1, VRT_TRANSCRIPT);
	v.repeats = true;
	while ((ev = vrt_next(&v)) != VRT_END) {
		const char *s;

		if (ev != VRT_TEXT)
			continue;
		plain.len = 0;
		vrt_plain(&plain, v.line, v.len);
		scan_slack(&plain);
		s = scan_paragraph(&scan, plain.s, plain.len);
		for (size_t i = 0; i < scan.n; i++) {
			const struct token *t = &scan.tok[i];

			if (t->kind != SCAN_WORD)
				continue;
			form.len = 0;
			form_put(&form, s + t->at, t->len);
			accents_know(
			    a, form.s, form.len, (t->flags & SCAN_LOWER) != 0);
		}
	}
	vrt_close(&v);
	scan_free(&scan);
	buf_free(&form);
	buf_free(&plain);
	free(file);
}

const char *
accents_find(
    struct accents *a, const struct accents_word *w, bool head, size_t *n)
{
	bool letter = w->word_len == 1;
	bool all = letter || is_capitals(w->word, w->word_len);
	const struct accents_table *t = all ? &a->bare : &a->first;
	uint32_t k;

	make_key(a, w->form, w->len, all);
	if (!is_key(a, w->form, w->len) || (letter && !head))
		return NULL; /* it has its accents */
	k = intern_find(&t->keys, w->form, w->len);
	if (k == UINT32_MAX ||
	    (!letter && intern_find(&a->plain, w->form, w->len) != UINT32_MAX))
		return NULL;
	if (t->form[k] == ACCENTS_SEVERAL) {
		a->n_several++;
		return NULL;
	}
	a->n_restored++;
	return intern_s(&a->forms, t->form[k], n);
}

void
accents_note(const struct accents *a)
{
	if (a->n_restored > 0)
		note("words in capitals that got their accents: %" PRIu64,
		    a->n_restored);
	if (a->n_several > 0)
		note("words in capitals with several accented forms, left as "
		     "they are: %" PRIu64,
		    a->n_several);
}
