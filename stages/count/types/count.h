/* count - the types of a token stream, in memory or beyond it (types.1). */
#ifndef TYPES_COUNT_H
#define TYPES_COUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "lib/stream/tokens.h"
#include "lib/table/intern.h"
#include "places.h"
#include "shown.h"
#include "spilt.h"

struct opts {
	struct tokens_opts read;
	uint64_t min;
	size_t memory;      /* 0: no bound */
	struct intern stop; /* forms */
	struct intern keep;
	bool keeps;
	bool arf;   /* -a; without a bound of memory */
	bool forms; /* -a */
	bool lists; /* -x or -X */
	struct shown_lists apart;
	const char *prefix; /* -O, or NULL */
};

/* A distinct token: a type in one of its forms. */
struct spelling {
	uint32_t type;
	uint32_t form;
	uint64_t n;
	bool known;
	bool out; /* by the lists */
};

struct type {
	uint64_t freq;
	uint64_t speeches;
	uint64_t first; /* number of the first speech that has it, from 1 */
	uint64_t last;
};

struct count {
	const struct opts *o;
	struct tokens t;
	struct intern forms;
	struct spelling *spelling; /* by number of the token */
	size_t n_spelling;
	size_t cap_spelling;
	struct type *type;
	size_t cap_type;
	uint32_t n_type;
	uint64_t speech; /* under way; 0 outside */
	uint64_t n_speech;
	struct places places; /* for arf */
	struct spilt spilt;   /* what memory had no room for */
	bool full;            /* it has none for what it holds */
};

void count_open(struct count *c, const struct opts *o, char **files, int n);
/* All types: into c->spilt if memory has no room for them. */
void count_read(struct count *c);
/* listed: those that are of a list, or NULL. */
void count_table(struct count *c, struct out *o, struct out *listed);
void count_close(struct count *c);

/* The types in their forms by the ranks of both, and how often. */
struct ranks {
	uint32_t *type;
	uint32_t *type_order; /* number by rank */
	uint32_t *form;
	uint32_t *form_order;
};

struct sorter;
void count_rank(const struct count *c, struct ranks *r);
void count_ranks_free(struct ranks *r);
/* One record a type in one of its forms: rank of the type << 32 | rank of the
 * form, and n. */
void count_spellings(
    const struct count *c, const struct ranks *r, struct sorter *s);

#endif
