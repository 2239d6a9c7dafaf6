/* near - words near a pivot, as cooccurrents counts them (cooccurrents.1). */
#ifndef NEAR_H
#define NEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/stream/query.h"
#include "places.h"

#define NEAR_ALL UINT64_MAX

struct near_token {
	struct places_token token;
	bool pivot;
};

/* The tokens since the last bound. */
struct near {
	struct query query;
	struct near_token *token;
	size_t n;
	size_t cap;
};

void near_open(struct near *n, const struct opts *o);
/* raw: the token's value as the stream writes it. */
void near_add(
    struct near *n, const struct places_token *t, const char *raw, size_t len);
void near_end(struct near *n, struct places *p); /* a bound */
void near_free(struct near *n);

#endif
