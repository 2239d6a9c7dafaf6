/* lot - tokens of whole sentences that wait for their tags, with all lines
 * between them. */
#ifndef LOT_H
#define LOT_H

#include <stddef.h>
#include <stdint.h>

#include "decode.h"
#include "lib/base/out.h"
#include "lib/stream/tokid.h"
#include "words.h"

enum {
	/* So many tokens of whole sentences are looked at together, or of one
	 * sentence more. */
	LOT = 512,
	LOT_MOST = LOT + SENTENCE,
	LOT_BYTES = 1 << 16 /* nor more, with lines of other things */
};

struct item {
	struct tokid_key key;
	uint32_t id;
	size_t at; /* in the text that waits */
	size_t len;
};

struct lot {
	struct out wait; /* lines */
	struct item item[LOT_MOST];
	uint32_t *tab; /* their columns */
	size_t n_item;
	size_t end[LOT_MOST]; /* of the sentences */
	size_t n_end;
	const struct word *word[LOT_MOST];
	struct place place[LOT_MOST]; /* what comes out */
};

/* Finds the tags of a lot whose words are known. */
struct tagger {
	const struct words *words;
	const struct behind *behind;
	struct sway sway;
};
void lot_tag(const struct tagger *t, struct lot *l);

#endif
