#include "model.h"

#include <stdlib.h>
#include <string.h>

#include "lib/text/utf.h"

enum {
	FIRST_BITS = 18,
	FIRST_SLOTS = 1 << FIRST_BITS
};

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

static void
grow_slots(struct model *m)
{
	struct model_slot *old = m->slot;
	size_t n = m->n_slot;

	m->n_slot = n == 0 ? FIRST_SLOTS : 2 * n;
	m->shift = n == 0 ? MODEL_BITS - FIRST_BITS : m->shift - 1;
	m->slot = mem_new(m->n_slot, sizeof(*m->slot));
	for (size_t i = 0; i < n; i++) {
		size_t k = model_place(m, old[i].key);

		if (old[i].key == 0)
			continue;
		while (m->slot[k].key != 0)
			k = (k + 1) & (m->n_slot - 1);
		m->slot[k] = old[i];
	}
	free(old);
}

struct model_slot *
model_add(struct model *m, uint64_t key)
{
	uint64_t bit = key >> (MODEL_BITS - MODEL_FILTER);
	size_t i;

	if (m->n_key >= m->n_slot / 4 * 3)
		grow_slots(m);
	i = model_place(m, key);
	while (m->slot[i].key != 0) {
		if (m->slot[i].key == key)
			return NULL;
		i = (i + 1) & (m->n_slot - 1);
	}
	m->n_key++;
	m->filter[bit / 64] |= UINT64_C(1) << bit % 64;
	m->slot[i] = (struct model_slot){.key = key};
	return &m->slot[i];
}

void
model_start(struct model *m)
{
	memset(m, 0, sizeof(*m));
	near_open(&m->near);
	texts_open(&m->closed);
	texts_open(&m->lemmas);
	texts_open(&m->endings);
	grow_slots(m);
	m->filter = mem_new((1 << MODEL_FILTER) / 64, sizeof(*m->filter));
}

void
model_close(struct model *m)
{
	near_close(&m->near);
	buf_free(&m->nears);
	if (m->image.s != NULL) {
		image_close(&m->image);
		return;
	}
	texts_free(&m->lemmas);
	texts_free(&m->endings);
	texts_free(&m->closed);
	free(m->slot);
	free(m->filter);
	free(m->row);
}

uint32_t
model_may(const struct model *m, const char *form, size_t len)
{
	struct texts_found r = texts_find(&m->closed, 0, form, len);
	uint32_t may = TAGS_ALL;

	if (r.s != NULL)
		memcpy(&may, r.s, sizeof(may));
	return may;
}

const char *
model_lemma(const struct model *m, int tag, const char *form, size_t len)
{
	return texts_find(&m->lemmas, tag, form, len).s;
}

uint32_t
model_seen(const struct model *m, const char *form, size_t len)
{
	return texts_tags(&m->lemmas, form, len);
}

bool
model_by_ending(const struct model *m, struct buf *to, int tag,
    const char *form, size_t len)
{
	size_t n;

	/* the whole form first, then without its first letters */
	for (size_t from = 0; from <= len; from += n) {
		struct texts_found r = {NULL, 0};

		if (len - from <= m->longest)
			r = texts_find(
			    &m->endings, tag, form + from, len - from);
		n = 1;
		if (from < len)
			(void)utf_get(form + from, form + len, &n);
		if (r.s == NULL)
			continue;
		buf_mem(to, form, from);
		buf_mem(to, r.s, r.len);
		return true;
	}
	return false;
}
