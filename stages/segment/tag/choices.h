/* choices - lemma and tag of a token as the stream writes them, of each token
 * for each tag that it had. */
#ifndef CHOICES_H
#define CHOICES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	CHOICE = 21 /* bytes of a lemma and its tag, as most are */
};

struct choice {
	uint32_t next; /* of the same token; 0 is none */
	uint32_t len;  /* of the lemma */
	uint8_t by;
	uint8_t n_tag;
	bool far; /* text is where it stands: it is longer */
	char text[CHOICE];
};

struct choices {
	struct choice *c;
	size_t n;
	size_t cap;
	struct buf text;
};

void choices_open(struct choices *cs);
void choices_close(struct choices *cs);
/* One more of a token, in front of its others, of which this was the first (0:
 * there is none); its number.  `by` tells it from the others of the token: the
 * tag, or TAGS and more where this is not enough. */
uint32_t choices_add(struct choices *cs, uint32_t first, unsigned by, int tag,
    const struct buf *lemma);

/* The one of a tag, or NULL. */
static inline const struct choice *
choices_find(const struct choices *cs, uint32_t first, unsigned by)
{
	for (uint32_t k = first; k != 0; k = cs->c[k].next)
		if (cs->c[k].by == by)
			return &cs->c[k];
	return NULL;
}

/* The lemma and the tag behind it, COLUMNS_SLACK bytes behind. */
static inline const char *
choice_text(const struct choice *c)
{
	const char *far;

	if (!c->far)
		return c->text;
	memcpy(&far, c->text, sizeof(far));
	return far;
}

#endif
