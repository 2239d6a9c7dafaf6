#include "known.h"

#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/dictionary.h"
#include "measure/common/tally.h"

enum {
	STEM, /* of known_columns.also */
	POS,
	LEMMA
};

const struct tokens_opts known_columns = {.column = "form",
    .also = {"stem", "pos", "lemma"},
    .lenient = true,
    .by_kind = true};

void
knowns_open(struct knowns *ks)
{
	*ks = (struct knowns){0};
	intern_open(&ks->stems);
}

void
knowns_free(struct knowns *ks)
{
	free(ks->k);
	intern_free(&ks->stems);
}

static enum tally_count
kind_of(const struct tokens *t)
{
	size_t len;
	const char *s = tokens_kind(t, &len);
	enum tally_count k = tally_kind(s, len);

	if (k == TALLY_COUNTS)
		tokens_no_kind(&t->v, s, len);
	return k;
}

static void
resolve_word(struct knowns *ks, struct known *k, struct tokens *t,
    const struct units_known *told)
{
	size_t len;
	const char *s = tokens_value(t, &len);

	k->person = (uint8_t)tally_person(s);
	k->letters = tally_letters(s, len);
	k->form = t->type;
	k->stem = NO_STEM;
	if (!told->stems)
		return;
	s = tokens_also(t, STEM, &len);
	if (len > 0)
		k->stem = intern_add(&ks->stems, s, len);
}

/* What its part of speech says, of words and of what stands between them. */
static void
resolve_pos(struct known *k, struct tokens *t, const struct units_known *told)
{
	size_t len;
	const char *s = tokens_also(t, POS, &len);
	const char *tag = lexicons_class(s, len);
	char *form;
	char *lemma;

	if (k->kind == TALLY_WORDS && tag != NULL) {
		k->tagged = true;
		k->content = tally_is_content(tag);
		k->class = (uint8_t)tally_class(tag);
	}
	if (!told->tenses)
		return;
	form = mem_string(tokens_value(t, &len));
	lemma = mem_string(tokens_also(t, LEMMA, &len));
	k->tense = tense_word(form, lemma, tag != NULL ? tag : "");
	free(form);
	free(lemma);
}

const struct known *
knowns_add(struct knowns *ks, struct tokens *t, const struct units_known *told,
    bool counts)
{
	struct known k = {.kind = (uint8_t)kind_of(t), .class = TALLY_COUNTS};
	size_t len;

	if (counts)
		resolve_word(ks, &k, t, told);
	else if (k.kind == TALLY_WORDS)
		k.kind = TALLY_COUNTS;
	else if (k.kind == TALLY_PUNCTUATION)
		k.mark = (uint8_t)tally_mark(tokens_value(t, &len));
	if (told->pos)
		resolve_pos(&k, t, told);
	ks->k = mem_grow(ks->k, &ks->cap, ks->n + (size_t)1, sizeof(*ks->k));
	t->kept = ks->k;
	t->kept_size = sizeof(*ks->k);
	ks->k[ks->n] = k;
	return &ks->k[ks->n++];
}
