/* model - what tag has learned: weights of features, tags that a form may have,
 * lemmas of forms, endings of lemmas; one text file (tag.1), read whole. */
#ifndef MODEL_H
#define MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/table/intern.h"
#include "near.h"
#include "row.h"

/* The classes of Universal Dependencies. */
enum {
	TAG_ADJ,
	TAG_ADP,
	TAG_ADV,
	TAG_AUX,
	TAG_CCONJ,
	TAG_DET,
	TAG_INTJ,
	TAG_NOUN,
	TAG_NUM,
	TAG_PART,
	TAG_PRON,
	TAG_PROPN,
	TAG_PUNCT,
	TAG_SCONJ,
	TAG_SYM,
	TAG_VERB,
	TAG_X,
	TAGS,
	TAG_START = TAGS, /* before a sentence */
	TAG_STATES
};
#define TAG_BIT(name) (1u << TAG_##name)
_Static_assert(TAGS < (int)TAG_SUMS, "a row has a number that is no tag's");
extern const char *const tag_name[TAGS];
/* The number of a tag, -1 if it is none. */
int tag_number(const char *s, size_t len);

#define TAGS_ALL ((1u << TAGS) - 1)

enum {
	MODEL_FEW = 2 /* weights that most features have at most */
};
/* The weights of a feature: few of them themselves, the rest of their places
 * filled with 0 for no tag, or the number of a row. */
struct model_slot {
	uint64_t key; /* 0 is free */
	union {
		int16_t few[MODEL_FEW];
		uint32_t row;
	} is;
	uint8_t tag[MODEL_FEW];
	uint8_t n;
};
/* The weights of a tag behind one other, behind two others. */
struct behind {
	int32_t pair[TAG_STATES][TAGS];
	int32_t triple[TAG_STATES][TAG_STATES][TAGS];
};

/* What belongs to a text with one tag or another. */
struct by_tag_text {
	struct intern_str str;
	int tag;
	uint32_t next; /* of the same text, and 1; 0 is none */
};
struct by_tag {
	struct intern texts;
	uint32_t *first; /* theirs, and 1; 0 is none */
	size_t cap_first;
	struct by_tag_text *to;
	size_t n;
	size_t cap;
	uint64_t *filter; /* bits of the texts that are there */
};

struct model {
	struct behind behind;
	struct model_slot *slot;
	size_t n_slot; /* a power of two */
	unsigned shift;
	/* bits of the keys that are there: most that are asked for are not, and
	 * these stay in the cache, as the slots do not */
	uint64_t *filter;
	size_t n_key;
	struct row *row;
	size_t n_row;
	size_t cap_row;
	struct intern closed; /* forms whose tags are known */
	uint32_t *may;        /* theirs, a bit each */
	size_t cap_may;
	struct near near;      /* lemmas that other words decide */
	struct by_tag lemmas;  /* of forms */
	struct by_tag endings; /* what becomes of them */
	size_t longest;        /* bytes of an ending at most */
};

void model_start(struct model *m); /* of nothing */
/* Exit 1 with file and line where it is not as tag.1 says. */
void model_open(struct model *m, const char *path);
void model_close(struct model *m);

enum {
	MODEL_BITS = 48,   /* of the keys of features (feature.h) */
	MODEL_FILTER = 21, /* of the number of a bit of the filter */
	MODEL_TEXTS = 18   /* of that of texts */
};

/* Where the filter is asked, and what it says: false if the feature is not
 * there. */
static inline const void *
model_filter(const struct model *m, uint64_t key)
{
	return &m->filter[key >> (MODEL_BITS - MODEL_FILTER) >> 6];
}

static inline bool
model_may_have(const struct model *m, uint64_t key)
{
	uint64_t at = key >> (MODEL_BITS - MODEL_FILTER);

	return (m->filter[at / 64] >> at % 64 & 1) != 0;
}

/* Where the feature is looked for first: by the first bits of its key, so that
 * a file in the order of the keys is read into the slots one behind the other.
 */
static inline size_t
model_place(const struct model *m, uint64_t key)
{
	return key >> m->shift;
}

/* The feature, or NULL. */
static inline const struct model_slot *
model_find(const struct model *m, uint64_t key)
{
	for (size_t i = model_place(m, key);; i = (i + 1) & (m->n_slot - 1)) {
		const struct model_slot *s = &m->slot[i];

		if (s->key == key)
			return s;
		if (s->key == 0)
			return NULL;
	}
}

/* The tags that a form may have. */
uint32_t model_may(const struct model *m, const char *form, size_t len);
/* Those that it was seen with. */
uint32_t model_seen(const struct model *m, const char *form, size_t len);
/* The lemma of a form with a tag as it was seen, or NULL. */
const char *model_lemma(
    const struct model *m, int tag, const char *form, size_t len);
/* Appends the lemma by the longest ending that is known of the tag: false if
 * none is. */
bool model_by_ending(const struct model *m, struct buf *to, int tag,
    const char *form, size_t len);

/* Where a text is in the filter. */
static inline uint64_t *
model_text_bit(const struct by_tag *b, const char *s, size_t len, uint64_t *bit)
{
	uint64_t h = len;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)s[i]) * UINT64_C(0x9E3779B97F4A7C15);
	h >>= 64 - MODEL_TEXTS;
	*bit = UINT64_C(1) << h % 64;
	return &b->filter[h / 64];
}
/* What belongs to a text with a tag, or NULL. */
const struct intern_str *model_text(
    const struct by_tag *b, int tag, const char *s, size_t len);

/* ---- the lines of the file, for who writes one ---- */

#define MODEL_HEAD "tribune-tag\t1"

void model_put_key(struct out *o, uint64_t key);

#endif
