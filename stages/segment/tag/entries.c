#include "entries.h"

#include <stdlib.h>

#include "lemma.h"
#include "lib/lang/fr/form.h"
#include "score.h"

/* The text of a column without its entities. */
static void
plain(struct buf *b, const char *line, const uint32_t *tab, size_t k)
{
	size_t from = tokid_from(tab, k);

	b->len = 0;
	buf_mem(b, "", 0);
	vrt_plain(b, line + from, tab[k] - from);
}

/* The word with straight apostrophes, and its form; until the next call. */
static struct spelt
texts(struct entries *es, const char *line, const uint32_t *tab)
{
	plain(&es->form_text, line, tab, es->form);
	es->word_text.len = 0;
	buf_mem(&es->word_text, "", 0);
	if (es->word < 0)
		buf_mem(&es->word_text, es->form_text.s, es->form_text.len);
	else {
		plain(&es->esc, line, tab, (size_t)es->word);
		form_straight(&es->word_text, es->esc.s, es->esc.len);
	}
	return (struct spelt){es->word_text.s, es->word_text.len,
	    es->form_text.s, es->form_text.len};
}

/* The tags that a token may have of which nothing but its kind is known:
 * punctuation, symbols and addresses are that, and words and numbers are none
 * of the first two. */
static uint32_t
may_be(const char *kind, size_t len)
{
	if (len == 1 && *kind == 'p')
		return TAG_BIT(PUNCT);
	if (len == 1 && *kind == 's')
		return TAG_BIT(SYM);
	if (len == 1 && *kind == 'u')
		return TAG_BIT(X);
	return TAGS_ALL & ~TAG_BIT(PUNCT) & ~TAG_BIT(SYM);
}

/* A token not seen before. */
static void
add(struct entries *es, uint32_t id, const char *line, const uint32_t *tab)
{
	struct spelt x = texts(es, line, tab);
	struct entry *e;

	es->at = mem_grow(es->at, &es->cap, id / ENTRIES + 1, sizeof(*es->at));
	if (id % ENTRIES == 0)
		es->at[id / ENTRIES].at = mem_new(ENTRIES, sizeof(*e));
	e = entries_at(es, id);
	*e = (struct entry){.empty = x.n_form == 0,
	    .near = near_first(&es->words->model->near, x.form, x.n_form)};
	e->word = words_make(es->words, &x);
	if (es->kind >= 0) {
		size_t from = tokid_from(tab, (size_t)es->kind);
		const char *kind = line + from;
		size_t len = tab[es->kind] - from;

		if (e->word.may == TAGS_ALL)
			e->word.may = may_be(kind, len);
		e->empty = e->empty && len == 1 && *kind == 'w';
	}
	score_word(&e->word);
}

void
entries_open(struct entries *es, struct words *ws, struct vrt *v,
    const char *form_column)
{
	*es = (struct entries){.words = ws};
	es->form = vrt_column(v, form_column);
	es->word = vrt_has(v, "word");
	es->kind = vrt_has(v, "kind");
	tokid_open(&es->ids);
	for (int k = 0; k < (int)v->n_col; k++)
		if (k == es->word || k == es->kind || (size_t)k == es->form)
			tokid_column(&es->ids, k);
	choices_open(&es->choices);
}

void
entries_close(struct entries *es)
{
	choices_close(&es->choices);
	for (uint32_t id = 0; id < es->ids.keys.n; id += ENTRIES)
		free(es->at[id / ENTRIES].at);
	free(es->at);
	tokid_free(&es->ids);
	buf_free(&es->word_text);
	buf_free(&es->form_text);
	buf_free(&es->lemma);
	buf_free(&es->esc);
}

uint32_t
entries_find(struct entries *es, const struct tokid_key *key, const char *line,
    const uint32_t *tab)
{
	uint32_t n = es->ids.keys.n;
	uint32_t id = tokid_find(&es->ids, key, line, tab);

	if (id == n)
		add(es, id, line, tab);
	return id;
}

const struct choice *
entries_choice(struct entries *es, uint32_t id, int tag, const char *line,
    const uint32_t *tab)
{
	struct entry *e = entries_at(es, id);
	const struct choice *c =
	    choices_find(&es->choices, e->first, (unsigned)tag);
	struct spelt x;

	if (c != NULL)
		return c;
	x = texts(es, line, tab);
	lemma_put(es->words, &es->lemma, tag, &x, e->word.unspelt);
	e->first =
	    choices_add(&es->choices, e->first, (unsigned)tag, tag, &es->lemma);
	return &es->choices.c[e->first];
}

_Static_assert(TAGS + NEAR_MOST <= UINT8_MAX, "each rule is a choice");

const struct choice *
entries_near(struct entries *es, uint32_t id, uint32_t rule)
{
	const struct near_rule *r = &es->words->model->near.rule[rule - 1];
	struct entry *e = entries_at(es, id);
	unsigned by = TAGS + rule - 1;
	const struct choice *c = choices_find(&es->choices, e->first, by);

	if (c != NULL)
		return c;
	e->first = choices_add(&es->choices, e->first, by, r->tag, &r->lemma);
	return &es->choices.c[e->first];
}

const struct buf *
entries_form(struct entries *es, const char *line, const uint32_t *tab)
{
	plain(&es->form_text, line, tab, es->form);
	return &es->form_text;
}
