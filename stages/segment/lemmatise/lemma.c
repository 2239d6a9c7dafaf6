#include "lemma.h"

#include <string.h>

#include "lib/base/err.h"
#include "lib/text/utf.h"

static bool
ends_in(const char *s, const char *end)
{
	size_t len = strlen(s);
	size_t n = strlen(end);

	return len > n && strcmp(s + len - n, end) == 0;
}

void
lemmas_open(struct lemmas *l, const char *table, const char *dictionary,
    const char *layout)
{
	*l = (struct lemmas){.has_table = table != NULL};
	if (table != NULL)
		lexicon_table(&l->table, table);
	l->from_file = dictionary != NULL && !ends_in(dictionary, ".aff") &&
	    !ends_in(dictionary, ".dic");
	if (l->from_file)
		lexicon_open(&l->lexicon, dictionary, layout);
	else if (layout != NULL)
		die_usage("option -C goes with the lexicon of -d");
	else
		speller_open(&l->speller, dictionary);
}

void
lemmas_close(struct lemmas *l)
{
	if (l->has_table)
		lexicon_close(&l->table);
	if (l->from_file)
		lexicon_close(&l->lexicon);
	else
		speller_close(&l->speller);
	readings_free(&l->small);
	readings_free(&l->capital);
	buf_free(&l->name);
	buf_free(&l->part);
	buf_free(&l->res);
}

/* Looks a string up, once for its readings in small letters, once for names:
 * what begins with a capital goes to the one, the rest to the other. */
static void
look_up(struct lemmas *l, const char *s, size_t len, bool names)
{
	struct readings all = {0};

	if (l->from_file)
		lexicon_find(&l->lexicon, s, len, &all);
	else
		speller_find(&l->speller, s, len, &all);
	for (size_t i = 0; i < all.n; i++)
		if (reading_capital(all.r[i].lemma, strlen(all.r[i].lemma)) ==
		    names)
			readings_add(names ? &l->capital : &l->small, all.r[i]);
	readings_free(&all);
}

/* The form with a capital at its head: FRANCE, france -> France. */
static void
look_up_title(struct lemmas *l, const char *form, size_t len)
{
	size_t n;
	char head[4];
	int32_t c = utf_get(form, form + len, &n);

	l->part.len = 0;
	buf_mem(&l->part, head, utf_put(head, utf_upper(c)));
	buf_mem(&l->part, form + n, len - n);
	look_up(l, l->part.s, l->part.len, true);
}

/* Function words, adverbs: a capital at the head of a sentence is no name. */
static bool
is_grammar(const struct readings *rs)
{
	const struct reading *r =
	    readings_best(rs, &(struct reading_place){.pos = NULL});

	return r != NULL && r->rank <= RANK_ADVERB;
}

/* The readings of one word, whole; NULL where it is unknown. */
static const struct readings *
find_whole(struct lemmas *l, const struct lemma_word *w)
{
	size_t len = strlen(w->form);
	bool capital;

	l->small.n = 0;
	l->capital.n = 0;
	if (l->has_table) {
		lexicon_find(&l->table, w->form, len, &l->small);
		if (l->small.n > 0)
			return &l->small;
	}
	look_up(l, w->form, len, false);
	capital = w->word != NULL && reading_capital(w->word, strlen(w->word));
	if (capital) {
		l->name.len = 0;
		reading_straight(&l->name, w->word, strlen(w->word));
		look_up(l, l->name.s, l->name.len, true);
	}
	if (l->capital.n == 0 && (capital || l->small.n == 0) && len > 0)
		look_up_title(l, w->form, len);
	if (l->capital.n > 0 && !is_grammar(&l->small))
		return &l->capital;
	return l->small.n > 0 ? &l->small : NULL;
}

static struct lemma
choose(const struct readings *rs, const struct lemma_word *w, enum context c)
{
	struct reading_place at = {w->pos, c};
	const struct reading *r = readings_best(rs, &at);

	return (struct lemma){.s = r->lemma,
	    .pos = r->pos,
	    .step = context_step(r, w->form),
	    .known = true,
	    .ambiguous = readings_differ(rs)};
}

static struct lemma
find_part(struct lemmas *l, const struct lemma_word *w)
{
	const struct readings *rs = find_whole(l, w);

	return rs != NULL ? choose(rs, w, CONTEXT_NONE) : (struct lemma){0};
}

/* The lemmas of the parts between hyphens (all known) or, in a joined
 * expression, between the words; s is NULL where they are unknown. */
static struct lemma
find_parts(struct lemmas *l, const struct lemma_word *w)
{
	bool joined = strchr(w->form, '_') != NULL;
	struct lemma res = {.known = true, .step = STEP_NOUN};
	struct buf part = {0};
	const char *s = w->form;

	l->res.len = 0;
	for (;;) {
		size_t len = strcspn(s, joined ? "_'" : "-");
		bool elided = s[len] == '\'';
		struct lemma_word one = {.pos = NULL};
		struct lemma r = {0};

		part.len = 0;
		buf_mem(&part, s, len + elided);
		one.form = part.s;
		if (part.len > 0)
			r = find_part(l, &one);
		res.known = res.known && r.s != NULL;
		res.ambiguous = res.ambiguous || r.ambiguous;
		if (res.pos == NULL)
			res.pos = r.pos;
		buf_str(&l->res, r.s != NULL ? r.s : part.s);
		s += len;
		if (*s == '\0' || (elided && s[1] == '\0'))
			break;
		buf_str(&l->res, joined ? "_" : "-");
		s += 1 + (elided && s[1] == '_');
	}
	buf_free(&part);
	res.s = l->res.s;
	if (!res.known && !joined)
		res.s = NULL;
	return res;
}

void
lemmas_find(struct lemmas *l, const struct lemma_word *w)
{
	bool capital =
	    w->word != NULL && reading_capital(w->word, strlen(w->word));

	l->fixed = (struct lemma){0};
	l->found = find_whole(l, w);
	if (l->found != NULL)
		return;
	if (strchr(w->form, '_') != NULL ||
	    (!capital && *w->form != '-' && strchr(w->form, '-') != NULL))
		l->fixed = find_parts(l, w);
	if (l->fixed.s != NULL)
		return;
	l->res.len = 0;
	buf_str(&l->res, "");
	if (capital)
		reading_straight(&l->res, w->word, strlen(w->word));
	else
		buf_str(&l->res, w->form);
	l->fixed = (struct lemma){.s = l->res.s,
	    .pos = capital ? "PROPN" : "X",
	    .step = context_step(
		/* without the table it may be a word of grammar */
		&(struct reading){
		    .may = capital || l->has_table ? MAY_NOUN : MAY_OTHER},
		w->form)};
}

struct lemma
lemmas_choose(
    const struct lemmas *l, const struct lemma_word *w, enum context c)
{
	return l->found != NULL ? choose(l->found, w, c) : l->fixed;
}
