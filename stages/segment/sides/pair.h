/* pair - the two sides that a text names: "left: party=SRC | party=UMP". */
#ifndef PAIR_H
#define PAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "segment/common/where.h"

struct pair_side {
	struct where where;
	struct buf tests; /* as they were written, without blanks around */
	struct buf name;  /* the label; else the values; else the tests */
};

struct pair {
	struct pair_side side[2];
	bool rest; /* the second one is what the first leaves */
};

/* Exit 2 where a side has no tests or a test of paragraphs, or there are more
 * than two. */
void pair_open(struct pair *p, int letter, const char *text);
void pair_close(struct pair *p);

#endif
