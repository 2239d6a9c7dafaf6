/* person - the names of those who speak, as a <listPerson> gives them: xml:id
 * -> name (read-tei.1). */
#ifndef TEI_PERSON_H
#define TEI_PERSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "read/common/clean.h"

/* All zero but clean is an empty list. */
struct tei_persons {
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
void tei_persons_open(
    struct tei_persons *t, const char *name, const char **attr);
void tei_persons_text(struct tei_persons *t, const char *s, size_t len);
void tei_persons_close(struct tei_persons *t);
/* Appends the names of who ("#a b.xml#c"), joined by " ; "; false, and nothing,
 * if one of them is not known. */
bool tei_persons_find(
    const struct tei_persons *t, const char *who, struct buf *to);
/* Those of a file of its own, a <listPerson> or any TEI: option -d. */
void tei_persons_read(struct tei_persons *t, const char *path);
void tei_persons_clear(struct tei_persons *t);
void tei_persons_free(struct tei_persons *t);

#endif
