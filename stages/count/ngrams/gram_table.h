/* gram_table - the count table of n-grams: [part] n ngram freq (counts.5). */
#ifndef GRAM_TABLE_H
#define GRAM_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "count/common/rows.h"
#include "gram.h"
#include "lib/base/out.h"
#include "lib/table/intern.h"

struct gram_table {
	bool has_part;
	uint64_t min;   /* rows with less are left out, but never sums */
	uint32_t other; /* a word, by rank: n-grams that hold it have no row */
	bool by_freq;   /* falling; equal ones in the order of the words */
	const struct intern *parts; /* as cells, escapes made */
	const struct gram_ranks *ranks;
	/* inside */
	struct rows rows;
	size_t size;    /* of the n-grams at present */
	uint32_t *word; /* by_freq: rows of a part and size, until sorted */
	size_t n_word;
	size_t cap_word;
	uint64_t *freq;
	size_t n;
	size_t cap;
};

/* With the first fields set; writes the header. */
void gram_table_open(
    struct gram_table *t, struct out *o, const struct intern *words);
/* A gram_each: arg is a struct gram_table. */
void gram_table_row(void *arg, const struct gram_row *row);
void gram_table_close(struct gram_table *t);

#endif
