/* trend - the tables of trend: what the terms of one n do in time
 * (trend.1). */
#ifndef H
#define H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/out.h"
#include "lib/table/counts.h"
#include "lib/table/rollup.h"
#include "period.h"
#include "series.h"
#include "within.h"

enum law {
	QUASI,
	POISSON,
	NEGBIN,
};

struct rule {
	bool pooled; /* units are the speeches of a period, not periods */
	enum law law;
	uint64_t min;      /* terms with fewer occurrences are left out */
	uint32_t reps;     /* of the bootstrap */
	uint64_t deals;    /* chance orders (chance.h) */
	uint64_t seed;     /* of both */
	double base;       /* rates per so many words */
	double level;      /* of intervals */
	double threshold;  /* of |S| */
	const char *fixed; /* the attribute held fixed, or NULL */
};

struct trend {
	const struct rule *rule;
	const struct counts *c;
	const struct rollup *r;
	const struct period *p;
	struct out *out;
	/* of the n under way */
	uint32_t size;
	struct series s;
	struct within whole;  /* all units in one stratum */
	struct within within; /* with has_fixed: by what is held fixed */
	bool has_fixed;
	uint32_t *item; /* those that are frequent enough, rising */
	uint32_t n_item;
};

/* Each table: its columns behind the term's (trend_increase: in front of them
 * too), those behind them of what is held fixed, and its rows for one n. */
extern const char slope_columns[];
extern const char slope_columns_negbin[];
extern const char slope_fixed[];
extern const char kendall_columns[];
extern const char kendall_fixed[];
extern const char break_columns[];
extern const char break_fixed[];
extern const char chrono_columns[];
extern const char increase_columns[];
extern const char rates_columns[];
extern const char rates_fixed[];
void trend_slope(struct trend *t);
void trend_kendall(struct trend *t);
void trend_break(struct trend *t);
void trend_chrono(struct trend *t);
void trend_increase(struct trend *t);
void trend_rates(struct trend *t);

/* Writes [n TAB] TERM. */
void put_term(struct trend *t, uint32_t item);
/* Writes TAB and its name. */
void put_period(struct trend *t, uint32_t point);
/* Benjamini and Hochberg over the rows that have a p; notes their number,
 * behind `what`. */
void trend_adjust(
    const struct trend *t, double *ln_p, size_t n, const char *what);

/* ln p of both sides, from that of the side on which the count is (Fisher). */
double both_sides(double ln_p);

/* A table of a row for each item under way. */
struct rows {
	const void *row;      /* the table's own */
	const double *ln_p;   /* by row */
	const double *weight; /* of equal p the largest first, or NULL */
	uint64_t times;       /* tests that a p was chosen from, or 0 */
	bool has_least;       /* column least_q in front of p */
	double least_q;
	bool (*is_shown)(
	    const struct trend *t, const void *row, uint32_t k); /* or NULL */
	/* writes the columns of row k between TERM and p */
	void (*put)(struct trend *t, const void *row, uint32_t k);
	/* with t->has_fixed: the same again behind q */
	const double *ln_p_fixed;
	double least_q_fixed;
	void (*put_fixed)(struct trend *t, const void *row, uint32_t k);
};
/* By rising p, NAN last, with p and q behind the columns of each. */
void put_rows(struct trend *t, const struct rows *x);

#endif
