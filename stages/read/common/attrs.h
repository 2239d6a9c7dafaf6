/* attrs - the attributes of a speech on their way into its tag, and the names
 * that they have in the suite (transcript.5). */
#ifndef ATTRS_H
#define ATTRS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"

struct attr {
	char *name; /* owned */
	char *value;
};

/* All zero is an empty list. */
struct attrs {
	struct attr *a;
	size_t n;
	size_t cap;
};

void attrs_clear(struct attrs *t);
void attrs_free(struct attrs *t);
const char *attrs_get(const struct attrs *t, const char *name); /* or NULL */
/* Adds or replaces; an empty value takes the attribute out. */
void attrs_set(struct attrs *t, const char *name, const char *value);
void attrs_setn(struct attrs *t, const char *name, const char *s, size_t len);
/* Adds the value behind the one there may be, after " ; ". */
void attrs_join(struct attrs *t, const char *name, const char *s, size_t len);
/* The same, but nothing where it is one of these values already. */
void attrs_join_once(
    struct attrs *t, const char *name, const char *s, size_t len);
void attrs_merge(struct attrs *t, const struct attrs *from);
/* Option -a: name=value, or exit 2. */
void attrs_option(struct attrs *t, const char *arg);

/* Appends the attribute's name for the key of a header line or a table
 * ("Intervenant" is speaker); what is not known becomes lower-case ASCII. */
void attrs_name(struct buf *to, const char *key, size_t len);
/* Is it one of the keys that the suite knows (Titre, Date ...)? */
bool attrs_known(const char *key, size_t len);
/* Sets what a key gives: dates become ISO, the last day of a span date_end,
 * what is left of a date goes to date_text, times become 14:30.  False if a
 * date is not understood; it is kept in date_text. */
bool attrs_read(struct attrs *t, const char *name, const char *s, size_t len);

/* Adds year from date where it is missing. */
void attrs_year(struct attrs *t);
/* Writes them in the order of transcript.5. */
void attrs_put(struct out *o, const struct attrs *t);

#endif
