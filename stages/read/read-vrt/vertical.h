/* vertical - vertical files of CWB, TreeTagger and NoSketch Engine, line by
 * line, with their habits (read-vrt.1); vrt.h reads our own. */
#ifndef VERTICAL_H
#define VERTICAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/in.h"
#include "lib/stream/vrt.h"
#include "read/common/attrs.h"

enum vertical_event {
	VERTICAL_END,
	VERTICAL_TOKEN,
	VERTICAL_OPEN,
	VERTICAL_CLOSE,
	VERTICAL_EMPTY, /* <g/> */
};

struct vertical_cell {
	const char *s; /* as it stands */
	size_t len;
};

struct vertical {
	struct in in;
	/* columns; "-" is to be left out */
	char *col[VRT_COLUMNS];
	size_t n_col;
	bool fixed; /* by the caller: column lines do not count */
	struct vertical_cell cell[VRT_COLUMNS]; /* VERTICAL_TOKEN */
	/* tags */
	const char *name; /* NUL behind */
	struct attrs attrs;
	/* for notes, of all files */
	uint64_t n_blank;
	uint64_t n_cr;      /* line ends that were CRLF */
	uint64_t n_cr_only; /* or CR alone */
	/* inside */
	struct buf tag;
	struct buf val;
	struct buf raw;
};

/* All zero before.  Names of the columns, parted by commas. */
void vertical_columns(struct vertical *v, const char *names);
/* The columns stay from file to file, and must be the same. */
void vertical_open(struct vertical *v, const char *path, const char *encoding);
/* Exit 1 where the file breaks the format, with the line and what to do. */
enum vertical_event vertical_next(struct vertical *v);
void vertical_close(struct vertical *v); /* this file */
void vertical_free(struct vertical *v);

#endif
