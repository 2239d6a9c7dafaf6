/* reinert - a classification of segments, whole: the text, its segments, their
 * classes, and what these are made of (classes.1). */
#ifndef H
#define H

#include "assign.h"
#include "choices.h"
#include "lib/base/out.h"
#include "profile.h"
#include "text.h"

struct reinert_opts {
	struct reading reading;
	struct active active;
	struct rule rule;
	bool choose;  /* how many classes, up to those of the rule */
	bool is_told; /* what the runs say is asked for */
	bool others;  /* so are the words that are not active */
	struct size size;
	double threshold; /* of the chi2 shown */
	uint32_t typical; /* segments shown of a class */
	uint32_t reps;    /* of the bootstrap; 1 at least to choose */
	unsigned threads;
	uint64_t seed;
};

/* A value of an attribute. */
struct value {
	size_t attr;
	const char *s;
};

struct reinert {
	const struct reinert_opts *o;
	struct reinert_text text;
	struct segments seg;
	struct sparse table; /* segments by forms */
	uint32_t *form;      /* by column: the term */
	struct classes classes;
	struct choices choices;
	uint32_t wanted; /* classes; 0 where none were found */
	struct profile forms;
	struct sparse beside; /* as table, of the words that are not active */
	uint32_t *other;      /* and as form */
	struct profile others;
	struct sparse marks; /* segments by values of attributes */
	struct value *value;
	struct profile values;
	uint64_t deals; /* of values to speeches, for their p */
	double least_q; /* that one value alone can reach */
};

void reinert_open(
    struct reinert *r, const struct reinert_opts *o, char **files, int n);
void reinert_free(struct reinert *r);

/* The tables of classes.1, headers and all. */
void reinert_put_segments(const struct reinert *r, struct out *o);
void put_profiles(const struct reinert *r, struct out *o);
void put_supplementary(const struct reinert *r, struct out *o);
void put_metadata(const struct reinert *r, struct out *o);
void put_typical(const struct reinert *r, struct out *o);
void put_tree(const struct reinert *r, struct out *o);
void put_words(const struct reinert *r, struct out *o);
void put_choices(const struct reinert *r, struct out *o);
void put_stability(const struct reinert *r, struct out *o);
void put_forms(const struct reinert *r, struct out *o);
void put_others(const struct reinert *r, struct out *o);
/* The trees drawn as text of 80 columns. */
void put_drawing(const struct reinert *r, struct out *o);
/* The drawing, and of each class its terms, values and typical segments, for
 * people. */
void put_report(const struct reinert *r, struct out *o);

#endif
