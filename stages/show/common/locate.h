/* locate - rows of a table as points on two axes (map.1). */
#ifndef LOCATE_H
#define LOCATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "lib/text/figure.h"
#include "show/common/grid.h"

/* Kinds of points of factors(1), which are numbered so; those of other tables
 * are numbered in the order in which they are met. */
enum locate_kind {
	LOCATE_PART,
	LOCATE_SUP_PART,
	LOCATE_TERM,
	LOCATE_SUP_TERM,
	LOCATE_KINDS,
	LOCATE_MOST = 8
};

struct locate_rule {
	const char *axis[2]; /* column, or number of an axis of factors(1) */
	const char *label;
	const char *group; /* column, or NULL */
	uint64_t most;     /* points of a kind; 0 is the default */
	uint64_t parts;    /* parts of factors(1) */
	double limit;      /* no points farther from 0 on an axis; 0: any */
	const char *word;  /* "axis" */
	enum figure_style style;
	/* which terms of factors(1) are not drawn; NULL: none */
	bool (*leaves)(void *arg, const char *term);
	void *arg;
};

struct locate_point {
	double v[2]; /* x, y */
	double weight;
	uint32_t kind;
	size_t row; /* of the table */
};

struct locate {
	struct grid grid;
	bool factors; /* it is a table of factors(1) */
	size_t axis[2];
	size_t label;
	size_t group; /* SIZE_MAX: there is none */
	size_t freq;  /* of a table of factors(1) */
	struct buf title[2];
	struct intern kinds;
	size_t n_kind[LOCATE_MOST];  /* points of each */
	size_t n_drawn[LOCATE_MOST]; /* how many of them are chosen */
	struct locate_point *point;  /* what is to be labelled first, first */
	size_t n_point;
};

/* Exit 1 if the table lacks a column or a figure is none; notes what is left
 * out. */
void locate_open(
    struct locate *l, const char *path, const struct locate_rule *rule);
void locate_close(struct locate *l);

#endif
