/* spectrum - how many types occur once, twice ... in a text: V_i by i. */
#ifndef SPECTRUM_H
#define SPECTRUM_H

#include <stddef.h>
#include <stdint.h>

struct spectrum_class {
	uint64_t f;     /* i: occurrences of each */
	uint64_t types; /* V_i, > 0 */
};

/* All zero is that of an empty text. */
struct spectrum {
	struct spectrum_class *c; /* by rising f, each once */
	size_t n;
	size_t cap;
	uint64_t tokens; /* N, the sum of f V_f */
	uint64_t types;  /* V */
	/* inside */
	uint64_t *large;
	size_t cap_large;
};

/* The spectrum of n types, of which the k-th occurs f[k] times; types with 0
 * are none. */
void spectrum_count(struct spectrum *s, const uint64_t *f, size_t n);
/* Made class by class: clear, add in any order, sort. */
void spectrum_clear(struct spectrum *s);
void spectrum_add(struct spectrum *s, uint64_t f, uint64_t types);
void spectrum_sort(struct spectrum *s); /* joins classes of the same f */
void spectrum_free(struct spectrum *s);
/* V_f, 0 if there is none; the spectrum is sorted. */
uint64_t spectrum_types(const struct spectrum *s, uint64_t f);

#endif
