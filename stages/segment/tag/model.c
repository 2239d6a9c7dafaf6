#include "model.h"

#include <stdlib.h>
#include <string.h>

#include "lib/text/utf.h"

const char *const tag_name[TAGS] = {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET",
    "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X"};

int
tag_number(const char *s, size_t len)
{
	for (int i = 0; i < TAGS && len > 0; i++)
		if (*tag_name[i] == *s && strlen(tag_name[i]) == len &&
		    memcmp(tag_name[i], s, len) == 0)
			return i;
	return -1;
}

/* The first of what belongs to a text, and 1; 0 is none. */
static uint32_t
first_of(const struct by_tag *b, const char *s, size_t len)
{
	uint64_t bit;
	const uint64_t *in = model_text_bit(b, s, len, &bit);
	uint32_t id =
	    (*in & bit) == 0 ? UINT32_MAX : intern_find(&b->texts, s, len);

	return id == UINT32_MAX ? 0 : b->first[id];
}

/* What belongs to a text with a tag, or NULL. */
const struct intern_str *
model_text(const struct by_tag *b, int tag, const char *s, size_t len)
{
	for (uint32_t k = first_of(b, s, len); k != 0; k = b->to[k - 1].next)
		if (b->to[k - 1].tag == tag)
			return &b->to[k - 1].str;
	return NULL;
}

static void
free_texts(struct by_tag *b)
{
	for (size_t i = 0; i < b->n; i++)
		free((void *)(uintptr_t)b->to[i].str.s);
	free(b->to);
	free(b->first);
	free(b->filter);
	intern_free(&b->texts);
}

void
model_close(struct model *m)
{
	near_close(&m->near);
	free_texts(&m->lemmas);
	free_texts(&m->endings);
	intern_free(&m->closed);
	free(m->may);
	free(m->slot);
	free(m->filter);
	free(m->row);
}

uint32_t
model_may(const struct model *m, const char *form, size_t len)
{
	uint32_t id = intern_find(&m->closed, form, len);

	return id == UINT32_MAX ? TAGS_ALL : m->may[id];
}

const char *
model_lemma(const struct model *m, int tag, const char *form, size_t len)
{
	const struct intern_str *r = model_text(&m->lemmas, tag, form, len);

	return r == NULL ? NULL : r->s;
}

uint32_t
model_seen(const struct model *m, const char *form, size_t len)
{
	const struct by_tag *b = &m->lemmas;
	uint32_t is = 0;

	for (uint32_t k = first_of(b, form, len); k != 0; k = b->to[k - 1].next)
		is |= 1u << b->to[k - 1].tag;
	return is;
}

bool
model_by_ending(const struct model *m, struct buf *to, int tag,
    const char *form, size_t len)
{
	size_t n;

	/* the whole form first, then without its first letters */
	for (size_t from = 0; from <= len; from += n) {
		const struct intern_str *r = len - from > m->longest
		    ? NULL
		    : model_text(&m->endings, tag, form + from, len - from);

		n = 1;
		if (from < len)
			(void)utf_get(form + from, form + len, &n);
		if (r == NULL)
			continue;
		buf_mem(to, form, from);
		buf_mem(to, r->s, r->len);
		return true;
	}
	return false;
}
