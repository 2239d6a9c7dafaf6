/* sieve - which values of a column pass lists, patterns and lengths.
 *
 * A value is judged once. */
#ifndef SIEVE_H
#define SIEVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "lib/text/pattern.h"
#include "phrase.h"

struct sieve_val {
	bool drop;
	bool starts;   /* an expression may begin with it */
	uint32_t word; /* its number in the expressions */
};

struct sieve {
	bool fold; /* values are form_column()s: capitals do not count */
	struct intern stop; /* dropped */
	struct intern keep; /* all others are dropped, if there are any */
	bool keeps;
	struct pattern *like; /* one must match, if there are any */
	size_t n_like;
	struct pattern *unlike; /* none may match */
	size_t n_unlike;
	uint64_t min; /* length in characters */
	uint64_t max;
	const struct phrase *phrase; /* not owned */
	struct intern vals;
	struct sieve_val *val; /* by number of the value */
	size_t cap;
	struct buf plain;
	struct buf straight;
};

void sieve_open(struct sieve *s, bool fold, const struct phrase *p);
void sieve_stop(struct sieve *s, const char *path); /* a list file */
void sieve_keep(struct sieve *s, const char *path);
void sieve_like(struct sieve *s, const char *ere);   /* option -p */
void sieve_unlike(struct sieve *s, const char *ere); /* option -P */
/* What is known of a value as the stream writes it; lives until the next
 * call. */
const struct sieve_val *sieve_look(
    struct sieve *s, const char *raw, size_t len);
void sieve_free(struct sieve *s);

#endif
