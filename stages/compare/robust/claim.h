/* claim - the statements of the pages, and which runs make them too
 * (robust.1). */
#ifndef CLAIM_H
#define CLAIM_H

#include "rule.h"
#include "run.h"

enum verdict {
	CLAIM_SILENT, /* the run cannot speak of it */
	CLAIM_SAME,   /* its table is the same: the choice does not touch it */
	CLAIM_KEPT,
	CLAIM_BROKEN
};

struct claim {
	const struct rule *rule;
	char *part; /* what PART stands for, or NULL */
	const char *kind;
	size_t of;    /* number of what says it in the rule */
	uint32_t row; /* of the base */
	char *subject;
	char *object;           /* or NULL */
	char *group;            /* or NULL */
	bool told;              /* else it is none of the main ones */
	unsigned char *verdict; /* by run, from 1 on */
};

struct claims {
	struct claim *claim;
	size_t n;
	size_t cap;
	uint64_t *added; /* by run: statements of rows that the study as set
			    does not make */
};

/* names: what PART stands for, one after the other. */
void claim_open(struct claims *c, const struct runs *runs,
    const struct rules *rules, char *const *names, size_t n_name);
void claim_close(struct claims *c);

/* ---- inside ---- */

/* A table of the study as set and of a run. */
struct claim_pair {
	const struct runs *runs;
	const struct rule *rule;
	const char *part;
	const struct sheet *base;
	const struct run *run;
	const struct sheet *other; /* NULL: the run does not have it */
	struct sheet compared;     /* compared-PART.tsv of the run, by part */
	bool has_compared;
};

/* A statement that is told, its verdicts silent. */
struct claim *claim_add(struct claims *c, const struct runs *runs,
    const struct rule *rule, const char *part, const char *kind,
    const char *subject);
/* Is it a part that the run compares? */
bool claim_compares(const struct claim_pair *p, const char *part);
/* The counterpart of a cell, or NULL. */
const char *claim_cell(
    const struct claim_pair *p, enum rule_sort sort, const char *cell);
/* The name of a table with what PART stands for, the caller's to free. */
char *claim_table(const char *name, const char *part);

/* Statements of the base, and what a run says of one (claim_order.c,
 * claim_map.c). */
void claim_find_orders(struct claims *c, const struct runs *runs,
    const struct rule *rule, const char *part, const struct sheet *base);
void claim_judge_order(struct claim *x, size_t run, const struct claim_pair *p);
void claim_find_axes(struct claims *c, const struct runs *runs,
    const struct rule *rule, const char *part, const struct sheet *base);
void claim_judge_axis(struct claim *x, size_t run, const struct claim_pair *p);
void claim_find_groups(struct claims *c, const struct runs *runs,
    const struct rule *rule, const char *part, const struct sheet *base);
void claim_judge_group(struct claim *x, size_t run, const struct claim_pair *p);

#endif
