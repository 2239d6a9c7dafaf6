/* figures - a table of figures, its rows in the order of the bytes of their
 * keys. */
#ifndef FIGURES_H
#define FIGURES_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/stat/interval.h"
#include "lib/table/intern.h"

struct figures_column {
	const char *name; /* not copied, nor is the suffix */
	const char *suffix;
	bool count; /* a whole number */
};

struct figures {
	const char *head; /* heading of the key: "part", "part\tn" */
	struct figures_column *column;
	size_t n_col;
	size_t cap_column;
	struct intern keys; /* of the rows, as they are written */
	double *x;
	size_t cap;
	struct buf key;
};

void figures_open(struct figures *f, const char *head);
void figures_free(struct figures *f);
/* One more column, before the first row; counts (to 2^53) are written whole. */
void figures_column(
    struct figures *f, const char *name, const char *suffix, bool count);
/* A figure, and its interval if there are intervals. */
void figures_measured(struct figures *f, const char *name, bool interval);
/* Fills these columns, n figures, from x on; in is NULL without intervals.
 * Returns the place behind them. */
double *figures_fill(
    double *x, const double *value, const struct stat_interval *in, size_t n);
/* A new row of n_col figures, to be filled before the next one; a key comes
 * once.  figures_name() makes the key of a name, figures_row() takes it as the
 * table writes it (escaped). */
double *figures_name(struct figures *f, const char *name, size_t len);
double *figures_row(struct figures *f, const char *key, size_t len);
void figures_put(const struct figures *f, struct out *o);

#endif
