/* learn - the lemmas and the endings of a treebank, and the tags of its
 * frequent forms, as lines of the file of weights. */
#ifndef LEARN_H
#define LEARN_H

#include "gold.h"
#include "lib/base/out.h"
#include "model.h"

enum {
	/* a form that is seen so often is seen with all tags that it has */
	CLOSED = 30
};

/* A bit for each tag of the words with this form's number in forms; form[] is
 * that of each word.  0 where it is not seen often enough. */
struct closed {
	uint32_t *may; /* by form */
	uint32_t *n;
};
void closed_count(struct closed *c, const struct gold *g, const uint32_t *form,
    uint32_t n_form);
void closed_free(struct closed *c);
static inline uint32_t
closed_may(const struct closed *c, uint32_t form)
{
	return c->n[form] >= CLOSED ? c->may[form] : TAGS_ALL;
}

void learn_closed(
    struct out *o, const struct closed *c, const struct intern *forms);
/* What most words of a form and a tag have as lemma; of names, of a word. */
void learn_lemmas(struct out *o, const struct gold *g, const uint32_t *form,
    const struct intern *forms);
/* By what most forms (not words) of a tag that end so get their lemma; those
 * that a shorter ending tells too are left out. */
void learn_endings(struct out *o, const struct gold *g, const uint32_t *form,
    const struct intern *forms);

#endif
