/* opts - what cooccurrents was asked for. */
#ifndef OPTS_H
#define OPTS_H

#include <stdbool.h>
#include <stdint.h>

#include "cooc.h"
#include "cooc_stream.h"

enum format {
	TABLE,
	COUNTS,
	EDGES,
	GRAPHML,
	COMMUNITIES,
	FORMATS
};

struct opts {
	struct cooc_what what;
	uint64_t min;       /* of f; 0: the default of the format */
	uint64_t min_freq;  /* of F */
	uint64_t max_words; /* -n; 0: all */
	enum format format;
	enum cooc_index by; /* COOC_INDICES: the default of the format */
	bool tree;          /* -T */
	unsigned measures;  /* -a: bits of enum cooc_measure */
	const char *prefix; /* -O, or NULL */
};

#endif
