/* where - tests of attributes: year>=2023, p.section!=projet (keep.1), one or
 * several in a text. */
#ifndef WHERE_H
#define WHERE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/stream/vrt.h"
#include "lib/text/pattern.h"

enum where_op {
	WHERE_EQ,
	WHERE_NE,
	WHERE_LT,
	WHERE_LE,
	WHERE_GT,
	WHERE_GE,
	WHERE_LIKE,
	WHERE_UNLIKE,
};

struct where_test {
	char *tag; /* "speech" unless the test names another */
	char *attr;
	char *value;
	enum where_op op;
	struct pattern re; /* of WHERE_LIKE and WHERE_UNLIKE */
	bool seen;         /* a tag had the attribute */
	unsigned n_text;   /* texts that had no order with the value */
};

/* All zero: no test, everything is kept. */
struct where {
	struct where_test *t;
	size_t n;
	size_t cap;
};

/* Adds a test; exit 2 if it is none.  letter: the option's. */
void where_add(struct where *w, int letter, const char *test);
/* Adds the tests of a text, parted by blanks: "speaker=Jean Rey year >= 2012".
 * What stands behind a value and before the next attribute belongs to it, and
 * blanks around an operator do not count.  Exit 2 where there is none, or text
 * before the first attribute. */
void where_add_all(struct where *w, int letter, const char *text, size_t len);
/* At VRT_OPEN: false if a test of this tag fails.  An attribute that is not
 * there is the empty string, and is neither less nor greater than anything.
 * Exit 2 where numbers or dates are compared with a value that is none. */
bool where_keeps(struct where *w, struct vrt *v);
/* Notes the attributes that no tag had; not where one that is not there keeps a
 * paragraph or the like (p.type!=label). */
void where_note(const struct where *w, const struct vrt *v);
void where_free(struct where *w);

#endif
