/* cause - what two runs were not made of alike, and which tables it reaches
 * (changes.1). */
#ifndef CAUSE_H
#define CAUSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "run.h"

enum {
	CAUSE_MOST = 63 /* of a mask; what comes later counts as the last */
};

enum cause_kind {
	CAUSE_TEXT, /* added, removed or changed */
	CAUSE_METADATA,
	CAUSE_RULES, /* a file of rules, the dictionary, a stoplist */
	CAUSE_OPTION,
	CAUSE_COMMAND, /* changed, and no option tells why */
	CAUSE_PROGRAM,
	CAUSE_LIBRARY,
	CAUSE_PAGES, /* an option of the pages alone: reaches no table */
	CAUSE_STUDY, /* study.mk: works through options and commands */
};

struct cause {
	enum cause_kind kind;
	char *name;           /* as the column `cause` has it */
	const char *file;     /* its name in the provenance */
	const char *value[2]; /* of the provenance, or NULL */
	bool idle;            /* it is not alike, and nothing can come of it */
};

struct causes {
	const struct run *run[2];
	struct cause *cause;
	size_t n;
	size_t cap;
	uint64_t absent;    /* of the first three: there are no such texts */
	struct intern done; /* commands whose mask is known or under way */
	uint64_t *mask;
	size_t cap_mask;
};

enum {
	CAUSE_ADDED, /* the first causes, whether there are such texts or not */
	CAUSE_REMOVED,
	CAUSE_CHANGED
};

/* Its bit in a mask. */
static inline uint64_t
cause_bit(size_t i)
{
	return UINT64_C(1) << (i < CAUSE_MOST ? i : CAUSE_MOST - 1);
}

void cause_open(
    struct causes *c, const struct run *before, const struct run *after);
void cause_close(struct causes *c);
/* One more, with its values of the two runs, or NULL. */
void cause_add(struct causes *c, enum cause_kind kind, const char *name,
    const char *const value[2]);
/* The causes that reach a table, by its file's name: bit i is cause[i]. */
uint64_t cause_of_table(struct causes *c, const char *table);
/* Appends their names, " + " between. */
void cause_names(const struct causes *c, uint64_t mask, struct buf *to);
/* Is an option, a file or the like of that name a cause? */
bool cause_find(const struct causes *c, const char *file);
/* Do both runs count forms, all of them, so that types are words of lists? */
bool cause_counts_forms(const struct causes *c);
/* A bit for each cause of the kind. */
uint64_t cause_kind(const struct causes *c, enum cause_kind kind);

#endif
