/* speller - lemmas by hunspell, whose French dictionary of Debian says of each
 * word what it is. */
#ifndef SPELLER_H
#define SPELLER_H

#include <stddef.h>

#include "inflect.h"
#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "reading.h"

struct Hunhandle;

struct speller {
	struct buf path; /* of both files, without their endings */
	bool loaded;     /* by the first word */
	bool plain;      /* inflect can read it */
	struct inflect inflect;
	struct Hunhandle *h; /* NULL before the first word that is asked for */
	struct buf lines;
	struct intern lemmas;
	struct buf form;
	struct buf lemma;
};

/* path: the .aff or the .dic file, or NULL for the French one in DICPATH or
 * the usual places.  Exit 3 if it is not there; it is read when the first word
 * is looked up, and exit 1 then if it is not UTF-8. */
void speller_open(struct speller *sp, const char *path);
void speller_close(struct speller *sp);
/* The French one as it was read (inflect.h), or nothing where there is none. */
void speller_image_write(struct out *to);
/* Adds the readings of a form. */
void speller_find(
    struct speller *sp, const char *form, size_t len, struct readings *rs);

#endif
