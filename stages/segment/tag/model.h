/* model - what tag has learned: weights of features, tags that a form may have,
 * lemmas of forms, endings of lemmas; one text file (tag.1), read whole. */
#ifndef MODEL_H
#define MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/image.h"
#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "near.h"
#include "row.h"
#include "texts.h"

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
	struct texts
	    closed; /* forms whose tags are known: a uint32_t of bits */
	struct texts lemmas;  /* of forms */
	struct texts endings; /* what becomes of them */
	size_t longest;       /* bytes of an ending at most */
	struct near near;     /* lemmas that other words decide */
	struct buf nears;     /* their lines, a NUL behind each */
	struct image image;   /* where all but these stand, or none */
};

void model_start(struct model *m); /* of nothing */
/* A feature without weights; NULL if it is there. */
struct model_slot *model_add(struct model *m, uint64_t key);
/* Exit 1 with file and line where it is not as tag.1 says. */
void model_open(struct model *m, const char *path);
void model_read(struct model *m, const char *path); /* and not its image */
void model_close(struct model *m);

/* The model as it was read, in a file beside the program (lib/base/image.h). */
#define MODEL_IMAGE "tags.image"
/* Of a file of weights; 0 where it is no plain one. */
uint64_t model_image_key(const char *path);
/* Into a new model, all but `near`; false where there is none. */
bool model_image_read(struct model *m, uint64_t key);
void model_image_write(const struct model *m, uint64_t key, struct out *to);

enum {
	MODEL_BITS = 48,  /* of the keys of features (feature.h) */
	MODEL_FILTER = 21 /* of the number of a bit of the filter */
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

/* ---- the lines of the file, for who writes one ---- */

#define MODEL_HEAD "tribune-tag\t1"

void model_put_key(struct out *o, uint64_t key);

#endif
