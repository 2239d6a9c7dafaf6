/* classes - the classes of segments that one descending classification
 * gives, or two that are crossed (classes.1). */
#ifndef CLASSES_H
#define CLASSES_H

#include "compare/common/sparse.h"
#include "tree.h"

enum {
	TREES = 2,
	REINERT_FEW = 5 /* segments of a class at least by default */
};

/* Segments of a speech joined until they have forms enough: Reinert's units of
 * context. */
struct reinert_units {
	struct sparse t; /* a row each */
	uint32_t *of;    /* by segment: its unit */
	uint32_t *size;  /* by unit: segments */
};

struct rule {
	uint32_t classes;     /* wanted, 2 at least */
	uint64_t min;         /* segments of a class; 0: by the number of
				 segments, see classes_min() */
	uint32_t unit[TREES]; /* forms of a unit */
	unsigned n_tree;      /* 1, or 2: crossed */
};

struct classes {
	uint32_t n_segment;
	uint32_t n;     /* classes, numbered from 1: by falling size, of equal
			   ones by their first segment */
	uint32_t *of;   /* by segment; 0 is none */
	uint32_t *size; /* by class; [0]: segments without one */
	uint64_t min;
	unsigned n_tree;
	struct sparse table; /* segments by forms, these by frequency; empty
				where it is lent */
	uint32_t *order;     /* its columns as the forms were */
	struct reinert_units units[TREES]; /* empty: segments are */
	struct tree tree[TREES];
	uint32_t *class_of[TREES]; /* by node; 0 is none */
};

/* t has a row a segment, speech[] says in which each is.  A unit ends where its
 * segments have min forms, those of each added up, or the speech ends; with min
 * 0 every segment is one. */
void units_open(struct reinert_units *u, const struct sparse *t,
    const uint32_t *speech, uint32_t min);
void reinert_units_free(struct reinert_units *u);

/* t and speech likewise.  The trees are grown for as many classes as the rule
 * wants; classes_name() says which they are. */
void classes_open(struct classes *c, const struct sparse *t,
    const uint32_t *speech, const struct rule *rule, struct bench *w);
/* Classes of n of the segments of c, rising, by a rule without units: `of` is
 * over all segments, those that are not among them have none.  c is to live as
 * long. */
struct sample {
	uint32_t *row;
	uint32_t n;
	uint64_t min; /* segments of a class */
};

void classes_sample(struct classes *to, const struct classes *c,
    const struct sample *s, const struct rule *rule, struct bench *w);
/* The classes of the least trees that have so many, 2 at least, or of the whole
 * ones; fewer than two are none, and so are those of n 0.  Before it there is
 * none. */
void classes_name(struct classes *c, uint32_t n);
void classes_free(struct classes *c);
/* The least size of a class where none is given: a fiftieth of n segments, half
 * of it if two classifications are crossed, rounded down; REINERT_FEW at
 * least. */
uint64_t classes_min(uint32_t n, const struct rule *rule);

#endif
