#include "words.h"

#include <stdlib.h>
#include <string.h>

#include "asked.h"
#include "lib/lang/fr/dictionary.h"
#include "lib/text/utf.h"
#include "spelling.h"

/* Sums of features that are about the words around; the same features have the
 * same sums, which lie together. */
static const struct beside *
keep_beside(struct words *ws, const struct asked *x, const struct row *sum)
{
	uint64_t key[ASKED];
	size_t n_key = 0;
	uint32_t n = ws->besides.n;
	uint32_t id;
	struct beside *to;

	for (size_t k = 0; k < x->n; k++)
		if (x->of[k] < WINDOW && x->of[k] != AROUND)
			key[n_key++] = x->slot[k]->key;
	id = intern_add(&ws->besides, (const char *)key, n_key * sizeof(*key));
	if (id < n)
		return ws->beside[id].is;
	ws->beside = mem_grow(
	    ws->beside, &ws->cap_beside, (size_t)n + 1, sizeof(*ws->beside));
	to = mem_new(1, sizeof(*to));
	for (size_t place = 0, k = 0; place < WINDOW; place++)
		if (place != AROUND)
			to->sum[k++] = sum[place];
	return ws->beside[id].is = to;
}

/* What the templates of one word alone say of the word at each place. */
static void
add_up(struct words *ws, struct word *w)
{
	struct row sum[WINDOW + 2] = {{{0}}};
	struct asked x;

	x.n = template_one(x.key, x.of, &w->atoms);
	asked_open(&x, ws->model);
	asked_sift(&x, ws->model);
	asked_find(&x, ws->model);
	asked_sum(&x, ws->model, sum);
	for (size_t first = 0; first < 2; first++) {
		w->own[first] = sum[AROUND];
		row_add(&w->own[first], &sum[WINDOW + first]);
	}
	w->beside = keep_beside(ws, &x, sum);
}

void
words_open(struct words *ws, const struct model *m, struct speller *sp)
{
	*ws = (struct words){.model = m, .speller = sp};
	intern_open(&ws->asked);
	intern_open(&ws->besides);
	for (int behind = 0; behind < 2; behind++) {
		ws->edge[behind].atoms = atoms_none(behind == 1, sp != NULL);
		add_up(ws, &ws->edge[behind]);
	}
}

void
words_close(struct words *ws)
{
	intern_free(&ws->asked);
	for (uint32_t i = 0; i < ws->besides.n; i++)
		free(ws->beside[i].is);
	free(ws->beside);
	intern_free(&ws->besides);
	readings_free(&ws->readings);
	free(ws->answer);
	buf_free(&ws->tmp);
}

/* Keeps the readings from this one on as those of a form that has no number
 * yet. */
static void
keep(struct words *ws, const char *form, size_t len, size_t from)
{
	uint32_t id = intern_add(&ws->asked, form, len);

	ws->answer = mem_grow(
	    ws->answer, &ws->cap_answer, (size_t)id + 1, sizeof(*ws->answer));
	ws->answer[id].from = (uint32_t)from;
	ws->answer[id].n = (uint32_t)(ws->readings.n - from);
}

static struct found
kept(const struct words *ws, uint32_t id)
{
	return (struct found){
	    ws->readings.r + ws->answer[id].from, ws->answer[id].n};
}

struct found
words_find(struct words *ws, const char *form, size_t len)
{
	uint32_t id;

	if (ws->speller == NULL)
		return (struct found){NULL, 0};
	id = intern_find(&ws->asked, form, len);
	if (id == UINT32_MAX) {
		size_t from = ws->readings.n;

		id = ws->asked.n;
		speller_find(ws->speller, form, len, &ws->readings);
		keep(ws, form, len, from);
	}
	return kept(ws, id);
}

struct found
words_try(struct words *ws, const char *form, size_t len)
{
	size_t from = ws->readings.n;
	uint32_t id;

	if (ws->speller == NULL)
		return (struct found){NULL, 0};
	speller_find(ws->speller, form, len, &ws->readings);
	if (ws->readings.n == from)
		return (struct found){NULL, 0};
	id = intern_find(&ws->asked, form, len);
	if (id == UINT32_MAX) {
		id = ws->asked.n;
		keep(ws, form, len, from);
	} else
		ws->readings.n = from;
	return kept(ws, id);
}

/* What the dictionary has a form for, as a number: MAY_... and above them a bit
 * for each of these; 0 is that it is not there. */
enum {
	CLASS_OTHERS = 16
};
static const char *const others[] = {"PROPN", "INTJ", "X", "AUX", "CCONJ"};

static unsigned
class_in(struct found f)
{
	unsigned is = 0;

	for (size_t i = 0; i < f.n; i++) {
		const struct reading *r = &f.r[i];

		is |= r->may;
		for (size_t k = 0; k < sizeof(others) / sizeof(*others); k++)
			if (strcmp(r->pos, others[k]) == 0)
				is |= 1u << (CLASS_OTHERS + k);
	}
	return is;
}

static unsigned
class_of(struct words *ws, const char *s, size_t len)
{
	return class_in(words_find(ws, s, len));
}

struct respelt {
	struct words *ws;
	unsigned is;
	bool any; /* it has one of the spellings, for whatever it be */
};

static bool
has_class(void *of, const char *form, size_t len)
{
	struct respelt *r = of;
	struct found f = words_try(r->ws, form, len);

	r->any = r->any || f.n > 0;
	r->is = class_in(f);
	return r->is != 0;
}

/* The class of a form in another spelling; accents: lacks_accents().  unspelt:
 * of which it has none (word.unspelt). */
static unsigned
class_by_spelling(
    struct words *ws, const struct spelt *x, int accents, uint8_t *unspelt)
{
	struct respelt r = {ws, 0, false};
	struct spelling sp = {&ws->tmp, has_class, &r, false};

	if (spelling_other(&sp, x->form, x->n_form))
		return r.is;
	if (!r.any)
		*unspelt |= UNSPELT_OTHER;
	r.any = false;
	if (accents == 0 ||
	    spelling_accents(&sp, x->form, x->n_form, accents == 2))
		return r.is;
	if (!r.any)
		*unspelt |= accents == 2 ? UNSPELT_CAPITALS : UNSPELT_ACCENTS;
	return 0;
}

enum {
	PLAIN = MAY_ADJ | MAY_NOUN,
	PART = MAY_PAST | MAY_RARE_PAST | MAY_PRESENT,
	NAME = 1 << CLASS_OTHERS, /* PROPN */
	LONG = 5, /* letters of capitals that are most likely no abbreviation */
	VERB = MAY_INFINITIVE | MAY_FINITE | MAY_RARE |
	    1 << (CLASS_OTHERS + 3) /* AUX */
};

/* The tags that a word may have of this class.  It tells verbs from nouns and
 * adjectives, not these from one another, and nothing of grammar's words and of
 * names. */
static uint32_t
by_class(unsigned c)
{
	uint32_t may = TAG_BIT(PROPN) | TAG_BIT(INTJ) | TAG_BIT(X);

	if (c == 0)
		return TAG_BIT(ADJ) | TAG_BIT(ADV) | TAG_BIT(INTJ) |
		    TAG_BIT(NOUN) | TAG_BIT(NUM) | TAG_BIT(PROPN) |
		    TAG_BIT(VERB) | TAG_BIT(X);
	if ((c & ~(unsigned)(PLAIN | PART | VERB)) != 0)
		return TAGS_ALL;
	if ((c & (PLAIN | PART)) != 0)
		may |=
		    TAG_BIT(ADJ) | TAG_BIT(ADP) | TAG_BIT(ADV) | TAG_BIT(NOUN);
	if ((c & (VERB | PART)) != 0)
		may |= TAG_BIT(AUX) | TAG_BIT(VERB);
	if ((c & MAY_INFINITIVE) != 0)
		may |= TAG_BIT(NOUN);
	return may;
}

/* Is a form one of a verb that helps no others, as the treebanks have it? */
static bool
is_no_aux(struct words *ws, const struct spelt *x)
{
	struct found f = words_find(ws, x->form, x->n_form);

	for (size_t i = 0; i < f.n; i++)
		if ((model_seen(ws->model, f.r[i].lemma, strlen(f.r[i].lemma)) &
			TAG_BIT(AUX)) != 0)
			return false;
	return f.n > 0;
}

/* The tags that a word may have that treebanks have seldom or never: those that
 * they have, and those of its class, and of that of boîte if it is boite. */
static uint32_t
may_be(
    struct words *ws, const struct spelt *x, unsigned class, uint8_t *unspelt)
{
	uint32_t may;

	if (ws->speller != NULL && (class & ~(unsigned)VERB) == 0 &&
	    (*unspelt & UNSPELT_OTHER) == 0)
		class |= class_by_spelling(ws, x, 0, unspelt);
	may = by_class(class);
	if (may != TAGS_ALL && is_no_aux(ws, x))
		may &= ~TAG_BIT(AUX);
	return may | model_seen(ws->model, x->form, x->n_form);
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

/* Has it capitals alone (2), none at its head (1), or is it as names are (0),
 * of which no accents are left out? */
static int
lacks_accents(const struct spelt *x)
{
	bool upper;
	bool more = false;
	size_t n;

	upper = utf_is_upper(utf_get(x->word, x->word + x->n_word, &n));
	for (size_t i = n; i < x->n_word && !more; i += n)
		more = !utf_is_upper(
		    utf_get(x->word + i, x->word + x->n_word, &n));
	return !upper ? 1 : more ? 0 : 2;
}

/* The tags that the weights have for a word as it is written, or its form. */
static uint32_t
known_may(const struct model *m, const struct spelt *x)
{
	uint32_t may = model_may(m, x->word, x->n_word);

	return may != TAGS_ALL ? may : model_may(m, x->form, x->n_form);
}

/* What a word may be before such a pronoun, if a verb: juge, which treebanks
 * have as a noun alone, is the dictionary's. */
static uint32_t
verb_of(uint32_t may, unsigned class)
{
	return (may & (TAG_BIT(VERB) | TAG_BIT(AUX))) |
	    ((class & MAY_FINITE) != 0 ? TAG_BIT(VERB) : 0);
}

/* A pronoun that a hyphen joins to the verb before it; and not -là. */
static bool
is_joined(const struct spelt *x, uint32_t may)
{
	return x->n_form > 1 && x->form[0] == '-' &&
	    (may & ~(TAG_BIT(PRON) | TAG_BIT(DET))) == 0;
}

/* A word in capitals that is another one's without its accents is no name: LES
 * DEPUTES. */
static bool
is_bare(const struct spelt *x, unsigned class)
{
	return class != 0 && (class & NAME) == 0 && lacks_accents(x) == 2 &&
	    utf_count(x->word, x->n_word) >= LONG;
}

struct word
words_make(struct words *ws, const struct spelt *x)
{
	struct word w = {.may = known_may(ws->model, x)};
	struct atoms_of of = {.spelt = x};
	unsigned class = 0;
	unsigned small = 0;
	bool bare = false;

	w.letters = has_letter(x->word, x->n_word);
	w.joined = is_joined(x, w.may);
	if (ws->speller != NULL) {
		small = class_of(ws, x->form, x->n_form);
		class = small;
		if (x->n_word != x->n_form ||
		    memcmp(x->word, x->form, x->n_form) != 0)
			class = class_of(ws, x->word, x->n_word);
		if ((class | small) == 0 && w.letters) {
			small = class_by_spelling(
			    ws, x, lacks_accents(x), &w.unspelt);
			bare = is_bare(x, small);
		}
		of.class = class != 0 ? &class : &small;
		of.small = &small;
	}
	w.opens = ws->signs && opens(x->word, x->n_word);
	if (x->n_form == 0)
		w.may = TAG_BIT(X);
	else if (w.may == TAGS_ALL && w.letters)
		w.may = may_be(ws, x, class | small, &w.unspelt);
	if (bare)
		w.may &= ~TAG_BIT(PROPN);
	w.verb = verb_of(w.may, class | small);
	w.atoms = atoms_make(&of);
	add_up(ws, &w);
	return w;
}

bool
words_first(const struct word *const *w, size_t i)
{
	/* a sign at the head of a sentence is no word */
	return i == 0 || (i == 1 && !w[0]->letters) ||
	    (w[i - 1]->opens && w[i]->letters);
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
	a.window.first = atom_first(words_first(w, i));
	return a;
}
