#include "words.h"

#include <string.h>

#include "lib/lang/fr/dictionary.h"
#include "lib/text/utf.h"
#include "spelling.h"

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

/* What the dictionary has a form for, as a number: MAY_... and above them a bit
 * for each of these; 0 is that it is not there. */
enum {
	CLASS_OTHERS = 16
};
static const char *const others[] = {"PROPN", "INTJ", "X", "AUX", "CCONJ"};

static unsigned
class_of(struct words *ws, const char *s, size_t len)
{
	unsigned is = 0;

	ws->readings.n = 0;
	speller_find(ws->speller, s, len, &ws->readings);
	for (size_t i = 0; i < ws->readings.n; i++) {
		const struct reading *r = &ws->readings.r[i];

		is |= r->may;
		for (size_t k = 0; k < sizeof(others) / sizeof(*others); k++)
			if (strcmp(r->pos, others[k]) == 0)
				is |= 1u << (CLASS_OTHERS + k);
	}
	return is;
}

struct respelt {
	struct words *ws;
	unsigned is;
};

static bool
has_class(void *of, const char *form, size_t len)
{
	struct respelt *r = of;

	r->is = class_of(r->ws, form, len);
	return r->is != 0;
}

/* The class of a form in another spelling, with accents that are left out if
 * they may be. */
static unsigned
class_by_spelling(struct words *ws, const struct spelt *x, bool accents)
{
	struct respelt r = {ws, 0};
	struct spelling sp = {&ws->tmp, has_class, &r};

	if (!spelling_other(&sp, x->form, x->n_form) && accents)
		(void)spelling_accents(&sp, x->form, x->n_form);
	return r.is;
}

/* Tags by their names, blanks between. */
static uint32_t
tags(const char *names)
{
	uint32_t is = 0;

	for (const char *s = names; *s != '\0';) {
		size_t len = strcspn(s, " ");

		is |= 1u << tag_number(s, len);
		s += len + (s[len] == ' ');
	}
	return is;
}

enum {
	PLAIN = MAY_ADJ | MAY_NOUN,
	PART = MAY_PAST | MAY_RARE_PAST | MAY_PRESENT,
	VERB = MAY_INFINITIVE | MAY_FINITE | MAY_RARE |
	    1 << (CLASS_OTHERS + 3) /* AUX */
};

/* The tags that a word may have of this class.  It tells verbs from nouns and
 * adjectives, not these from one another, and nothing of grammar's words and of
 * names. */
static uint32_t
by_class(unsigned c)
{
	uint32_t may = tags("PROPN INTJ X");

	if (c == 0)
		return tags("ADJ ADV INTJ NOUN NUM PROPN VERB X");
	if ((c & ~(unsigned)(PLAIN | PART | VERB)) != 0)
		return TAGS_ALL;
	if ((c & (PLAIN | PART)) != 0)
		may |= tags("ADJ ADP ADV NOUN");
	if ((c & (VERB | PART)) != 0)
		may |= tags("AUX VERB");
	if ((c & MAY_INFINITIVE) != 0)
		may |= tags("NOUN");
	return may;
}

/* The tags that a word may have that treebanks have seldom or never: those that
 * they have, and those of its class, and of that of boîte if it is boite. */
static uint32_t
may_be(struct words *ws, const struct spelt *x, unsigned class)
{
	if (ws->speller != NULL && (class & ~(unsigned)VERB) == 0)
		class |= class_by_spelling(ws, x, false);
	return by_class(class) | model_seen(ws->model, x->form, x->n_form);
}

/* Signs behind which something begins as a sentence does. */
static bool
opens(const char *s, size_t len)
{
	static const char *const sign[] = {
	    ":", "«", "“", "\"", "–", "—", "…", "...", ".", "?", "!"};

	for (size_t k = 0; k < sizeof(sign) / sizeof(*sign); k++)
		if (strlen(sign[k]) == len && memcmp(sign[k], s, len) == 0)
			return true;
	return false;
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
	unsigned class = 0;
	unsigned small = 0;

	if (ws->speller != NULL) {
		small = class_of(ws, x->form, x->n_form);
		class = small;
		if (x->n_word != x->n_form ||
		    memcmp(x->word, x->form, x->n_form) != 0)
			class = class_of(ws, x->word, x->n_word);
		if ((class | small) == 0)
			small = class_by_spelling(ws, x, true);
		of.class = class != 0 ? &class : &small;
		of.small = &small;
	}
	w.letters = has_letter(x->word, x->n_word);
	w.opens = ws->signs && opens(x->word, x->n_word);
	if (x->n_form == 0)
		w.may = tags("X");
	else if (w.may == TAGS_ALL && w.letters)
		w.may = may_be(ws, x, class | small);
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
	a.window.first = atom_first(i == 0 || (i == 1 && !w[0]->letters) ||
	    (w[i - 1]->opens && w[i]->letters));
	return a;
}
