/* header - "Key : value" lines at the head of a text (read-text.1). */
#ifndef HEADER_H
#define HEADER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "read/common/attrs.h"
#include "read/common/clean.h"

enum {
	HEADER_LINES = 64
};

struct header_line {
	size_t off; /* of the line as read, in text */
	size_t len;
	uint64_t line;
	size_t key_len; /* of a "Key : value" line, else 0; both cleaned */
	size_t value;   /* offset in text of the cleaned line's value */
	size_t value_len;
	size_t key;
};

/* All zero is an empty one. */
struct header {
	struct buf text;
	struct header_line all[HEADER_LINES + 1];
	size_t n_all;
	size_t n_head;            /* the first are header lines */
	struct header_line *rest; /* text that was read beyond them */
	size_t n_rest;
	bool eof; /* the input is read to its end */
};

/* Reads the lines that may be a header, and decides how many are. */
void header_read(struct header *h, struct in *in, struct clean *clean);
/* Sets what they say; returns how many dates were not understood. */
uint64_t header_attrs(const struct header *h, struct attrs *to);
void header_free(struct header *h);

#endif
