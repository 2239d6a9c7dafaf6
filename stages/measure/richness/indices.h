/* indices - the indices of richness(1): their names, the choice among them,
 * and their values for a text. */
#ifndef INDICES_H
#define INDICES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/table/types.h"
#include "measure/common/spectrum.h"
#include "sequence.h"

enum {
	INDICES_MAX = 32,
	INDICES_UNKNOWN = -1,
};

/* How its interval comes about (richness.1, Intervals). */
enum indices_bounds {
	INDICES_PLAIN,    /* the jackknife's */
	INDICES_BY_TYPES, /* of N and V alone: less what V's has too much of */
	INDICES_NO_BOUNDS /* that has too much, by how much is not known */
};

/* The chosen ones, in the order of their choice. */
struct indices {
	size_t n;
	int index[INDICES_MAX];
};

/* Adds an index by name, or those of the sets "usual" and "all"; with `counts`
 * sets are without those that go by order.  False if there is no such name;
 * one chosen already is not added again. */
bool indices_add(struct indices *c, const char *name, bool counts);
const char *indices_name(int index);
/* Does it go by the order of the words, so that counts do not do? */
bool indices_ordered(int index);
/* Is it 1 at most? */
bool indices_share(int index);
enum indices_bounds indices_bounds(int index);
/* d ln(index) / d ln(V) of one of those by types. */
double indices_slope(int index, const struct spectrum *s);
/* Their values of a spectrum; NAN for those that need the order. */
void indices_of_spectrum(
    const struct indices *c, const struct spectrum *s, double *x);

/* Words of a text, and where its speeches end. */
struct indices_text {
	const uint32_t *id;
	const size_t *end;
	size_t n_end;
};

struct indices_work {
	const struct indices *c;
	struct sequence sequence;
	struct types types;
	struct spectrum spectrum; /* of the last text */
	uint64_t *f;
	size_t cap;
};

void indices_open(
    struct indices_work *w, const struct indices *c, size_t window);
void indices_free(struct indices_work *w);
/* The values of a text whose types are numbered below n_type. */
void indices_of_text(struct indices_work *w, const struct indices_text *t,
    uint32_t n_type, double *x);
/* Those that go by the order of the words, of the types that sequence_what
 * names, added up to sums. */
void indices_sum(struct indices_work *w, const struct indices_text *t,
    uint32_t n_type, struct sequence_sums *sums);
/* The values by w->spectrum and by the sums of the text. */
void indices_of_sums(
    const struct indices_work *w, const struct sequence_sums *sums, double *x);

#endif
