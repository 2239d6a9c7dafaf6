/* put - the tables of robust(1). */
#ifndef PUT_H
#define PUT_H

#include "claim.h"
#include "lib/base/out.h"

/* A row a statement: those that the fewest runs keep come first within a
 * kind. */
void put_claims(struct out *o, const struct claims *c, const struct runs *r);
/* A row a kind of statements of a page. */
void put_kinds(struct out *o, const struct claims *c, const struct runs *r);
/* A row a run but the first. */
void put_choices(struct out *o, const struct claims *c, const struct runs *r,
    char *const *names, size_t n_name);

#endif
