/* scale - the texts of a count table that are to be placed on a line, parts or
 * groups of them, and the tables of scale (scale.1). */
#ifndef H
#define H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "crosstab.h"
#include "lib/base/out.h"
#include "lib/table/counts.h"
#include "lib/table/groups.h"

struct rule {
	const char *by;    /* texts are groups of parts, or NULL */
	const char *table; /* of those, or of the scores of references */
	const char *left;  /* a text, or a list of terms */
	const char *right;
	const char *terms_to; /* file for the table of terms, or NULL */
	const char *size;     /* the one n, or NULL */
	uint64_t min;         /* terms with fewer occurrences are left out */
	uint32_t reps;        /* of the bootstrap; 0 is none */
	uint64_t seed;
	double level;
};

struct scale {
	const struct rule *rule;
	const struct counts *c;
	struct out out;
	uint32_t n_text;
	uint64_t *words; /* by text */
	/* text k has the parts slice[first[k]] .. slice[first[k + 1] - 1] */
	size_t *first;
	size_t *slice;
	uint32_t n_term;
	uint32_t *term; /* of the counts, rising */
	/* inside */
	struct groups g;
	uint32_t *group;  /* by text */
	uint32_t *number; /* by term of the counts, UINT32_MAX: left out */
};

/* The text NA is left out, with a note.  Exit 1 if the table has several n and
 * none is chosen. */
void scale_open(
    struct scale *s, const struct rule *rule, const struct counts *c);
void scale_close(struct scale *s);
const char *scale_name(const struct scale *s, uint32_t text, size_t *len);
/* The number of a text as users write it, or UINT32_MAX. */
uint32_t scale_find(const struct scale *s, const char *name);
/* The counts; how often each part is taken, by its place in s->slice, or NULL
 * for once. */
void scale_count(
    const struct scale *s, struct crosstab *l, const uint32_t *times);
/* TERM of the table, and its heading, for the table of terms. */
void put_term(const struct scale *s, struct out *to, uint32_t term);
/* Writes TAB and the whole number. */
void put_count(struct out *to, double v);

/* The tables. */
void scale_wordscores(struct scale *s);
void scale_wordfish(struct scale *s);
void scale_balance(struct scale *s);

#endif
