/* html - cells that hold HTML as plain text: its line ends and characters
 * (read-table.1). */
#ifndef HTML_H
#define HTML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "record.h"

enum {
	HTML_END = RECORD_SEP /* a line end that an element makes */
};

/* What was found; all zero is nothing. */
struct html {
	uint64_t n_element; /* tags and comments that went */
	uint64_t n_char;    /* characters that were entities */
	uint64_t n_script;  /* scripts and styles left out */
};

/* Appends the text: elements of HTML out, a line end where one breaks the text
 * (two around blocks), entities as characters; what is no element or entity
 * stays. */
void html_put(struct html *h, struct buf *to, const char *s, size_t len);
/* Is there an element or entity in it? */
bool html_looks(const char *s, size_t len);

#endif
