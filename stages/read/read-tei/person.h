/* person - the names of those who speak, as a <listPerson> gives them: xml:id
 * -> name (read-tei.1). */
#ifndef PERSON_H
#define PERSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "read/common/clean.h"

/* All zero but clean is an empty list. */
struct persons {
	struct clean *clean;
	struct intern ids;
	char **name; /* by number of the id */
	size_t cap;
	/* of the person under way */
	char *id;         /* NULL: none */
	size_t depth;     /* of elements in it */
	size_t in;        /* depth of its first name, 0: not yet */
	bool done;        /* it has its name */
	struct buf *part; /* which of those below gets the text, or NULL */
	struct buf all;
	struct buf fore;
	struct buf link;
	struct buf sur;
};

/* The elements outside texts, local names; the first name of a person counts:
 * <forename>, <nameLink> and <surname> in this order, else all of its text. */
void persons_open(struct persons *t, const char *name, const char **attr);
void persons_text(struct persons *t, const char *s, size_t len);
void persons_close(struct persons *t);
/* Appends the names of who ("#a b.xml#c"), joined by " ; "; false, and nothing,
 * if one of them is not known. */
bool persons_find(const struct persons *t, const char *who, struct buf *to);
/* Those of a file of its own, a <listPerson> or any TEI: option -d. */
void persons_read(struct persons *t, const char *path);
void persons_clear(struct persons *t);
void persons_free(struct persons *t);

#endif
