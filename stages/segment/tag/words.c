#include "words.h"

#include <string.h>

#include "lib/lang/fr/dictionary.h"
#include "lib/text/utf.h"

/* Lone templates into where they belong, all others into joint. */
static void
sort_templates(struct words *ws)
{
	for (size_t k = 0; k < n_templates; k++) {
		int at;

		if (ws->speller == NULL && template_asks(&templates[k]))
			continue;
		if (template_is_lone(&templates[k], &at)) {
			size_t place = (size_t)at + AROUND;

			ws->lone[place][ws->n_lone[place]++] = k;
		} else
			ws->joint[ws->n_joint++] = k;
	}
}

/* What the templates of one word alone say of the word at each place. */
static void
add_up(const struct words *ws, struct word *w)
{
	struct atoms nothing = {0};

	for (int at = -AROUND; at <= AROUND; at++) {
		size_t place = (size_t)at + AROUND;
		int32_t sum[TAGS] = {0};
		struct window window = {0};

		for (size_t i = 0; i < WINDOW; i++)
			window.at[i] = &nothing;
		window.at[place] = &w->atoms;
		for (size_t i = 0; i < ws->n_lone[place]; i++) {
			uint64_t key =
			    template_key(ws->lone[place][i], &window);

			if (key != 0)
				model_add(ws->model, key, sum);
		}
		for (size_t t = 0; t < TAGS; t++)
			w->sum[place][t] =
			    (int16_t)(sum[t] > INT16_MAX ? INT16_MAX
				    : sum[t] < INT16_MIN ? INT16_MIN
							 : sum[t]);
	}
}

void
words_open(struct words *ws, const struct model *m, struct speller *sp)
{
	*ws = (struct words){.model = m, .speller = sp};
	sort_templates(ws);
	for (int behind = 0; behind < 2; behind++) {
		ws->edge[behind].atoms = atoms_none(behind == 1, sp != NULL);
		add_up(ws, &ws->edge[behind]);
	}
}

void
words_close(struct words *ws)
{
	readings_free(&ws->readings);
	buf_free(&ws->tmp);
}

/* What the dictionary has a form for, as a number; 0 is that it is not there.
 */
static unsigned
class_of(struct words *ws, const char *s, size_t len)
{
	static const char *const also[] = {
	    "PROPN", "INTJ", "X", "AUX", "CCONJ"};
	unsigned is = 0;

	ws->readings.n = 0;
	speller_find(ws->speller, s, len, &ws->readings);
	for (size_t i = 0; i < ws->readings.n; i++) {
		const struct reading *r = &ws->readings.r[i];

		is |= r->may;
		for (size_t k = 0; k < sizeof(also) / sizeof(*also); k++)
			if (strcmp(r->pos, also[k]) == 0)
				is |= 1u << (16 + k);
	}
	return is;
}

static bool
has_letter(const char *s, size_t len)
{
	size_t n;

	for (size_t i = 0; i < len; i += n)
		if (utf_is_letter(utf_get(s + i, s + len, &n)))
			return true;
	return false;
}

struct word
words_make(struct words *ws, const struct spelt *x)
{
	struct word w = {.may = model_may(ws->model, x->form, x->n_form)};
	struct atoms_of of = {.spelt = x};
	unsigned class;
	unsigned small;

	if (ws->speller != NULL) {
		small = class_of(ws, x->form, x->n_form);
		class = small;
		if (x->n_word != x->n_form ||
		    memcmp(x->word, x->form, x->n_form) != 0)
			class = class_of(ws, x->word, x->n_word);
		of.class = class != 0 ? &class : &small;
		of.small = &small;
	}
	w.letters = has_letter(x->word, x->n_word);
	w.atoms = atoms_make(&of);
	add_up(ws, &w);
	return w;
}

struct around
words_around(
    const struct words *ws, const struct word *const *w, size_t n, size_t i)
{
	struct around a;

	for (size_t k = 0; k < WINDOW; k++) {
		size_t at = i + k - AROUND;

		a.word[k] = i + k < AROUND ? &ws->edge[0]
		    : at >= n              ? &ws->edge[1]
					   : w[at];
		a.window.at[k] = &a.word[k]->atoms;
	}
	/* a sign at the head of a sentence is no word */
	a.window.first = atom_first(i == 0 || (i == 1 && !w[0]->letters));
	return a;
}

/* Is a verb the same to auxiliaries? */
static bool
is_of(const struct reading *r, int tag)
{
	const char *name = tag_name[tag];

	if (strcmp(name, "AUX") == 0 || strcmp(name, "VERB") == 0)
		return strcmp(r->pos, "AUX") == 0 ||
		    strcmp(r->pos, "VERB") == 0;
	return strcmp(r->pos, name) == 0;
}

/* The first in grammar's order of the dictionary's readings that have the
 * tag. */
static bool
by_dictionary(
    struct words *ws, struct buf *to, int tag, const char *s, size_t len)
{
	const struct reading *best = NULL;

	if (ws->speller == NULL)
		return false;
	ws->readings.n = 0;
	speller_find(ws->speller, s, len, &ws->readings);
	for (size_t i = 0; i < ws->readings.n; i++) {
		const struct reading *r = &ws->readings.r[i];

		if (is_of(r, tag) && (best == NULL || r->rank < best->rank))
			best = r;
	}
	if (best == NULL)
		return false;
	buf_str(to, best->lemma);
	return true;
}

static bool
is_known(struct words *ws, struct buf *to, int tag, const char *s, size_t len)
{
	const char *lemma = model_lemma(ws->model, tag, s, len);

	if (lemma != NULL) {
		buf_str(to, lemma);
		return true;
	}
	return by_dictionary(ws, to, tag, s, len);
}

/* Another spelling of the form (dictionary.h), the first that is known. */
static bool
by_spelling(
    struct words *ws, struct buf *to, int tag, const char *form, size_t len)
{
	size_t n;

	for (size_t at = 0; at < len; at += n) {
		int32_t cp = utf_get(form + at, form + len, &n);

		for (size_t k = 0; dictionary_spellings[k].to != NULL; k++) {
			const struct dictionary_spelling *x =
			    &dictionary_spellings[k];

			if (cp != x->from || (x->head && at > 0))
				continue;
			ws->tmp.len = 0;
			buf_mem(&ws->tmp, form, at);
			buf_str(&ws->tmp, x->to);
			buf_mem(&ws->tmp, form + at + n, len - at - n);
			if (is_known(ws, to, tag, ws->tmp.s, ws->tmp.len))
				return true;
		}
	}
	return false;
}

/* Two letters and more, all of them capitals: an abbreviation, as nothing is
 * known of it. */
static bool
is_capitals(const char *s, size_t len)
{
	size_t letters = 0;
	size_t n;

	for (size_t i = 0; i < len; i += n, letters++)
		if (!utf_is_upper(utf_get(s + i, s + len, &n)))
			return false;
	return letters > 1;
}

/* Is the lemma of these the word as it stands? */
static bool
is_plain(const char *name)
{
	static const char *const plain[] = {"PROPN", "PUNCT", "SYM", "X"};

	for (size_t i = 0; i < sizeof(plain) / sizeof(*plain); i++)
		if (strcmp(name, plain[i]) == 0)
			return true;
	return false;
}

void
words_lemma(struct words *ws, struct buf *to, int tag, const struct spelt *w)
{
	const char *name = tag_name[tag];
	bool propn = strcmp(name, "PROPN") == 0;

	to->len = 0;
	if (propn ? model_lemma(ws->model, tag, w->word, w->n_word) != NULL &&
		    is_known(ws, to, tag, w->word, w->n_word)
		  : is_known(ws, to, tag, w->form, w->n_form))
		return;
	if (is_plain(name)) {
		buf_mem(to, w->word, w->n_word);
		return;
	}
	if (by_spelling(ws, to, tag, w->form, w->n_form))
		return;
	if (is_capitals(w->word, w->n_word))
		buf_mem(to, w->word, w->n_word);
	else if (strcmp(name, "NUM") == 0 ||
	    !model_by_ending(ws->model, to, tag, w->form, w->n_form))
		buf_mem(to, w->form, w->n_form);
}
