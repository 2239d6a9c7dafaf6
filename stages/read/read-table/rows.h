/* rows - rows of a table as speeches (read-table.1). */
#ifndef ROWS_H
#define ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gather.h"
#include "html.h"
#include "lib/base/mem.h"
#include "read/common/attrs.h"
#include "read/common/clean.h"
#include "read/common/metadata.h"
#include "read/common/stage.h"
#include "read/common/transcript.h"
#include "record.h"
#include "roles.h"

struct rows_opts {
	struct record_opts record;
	struct roles_opts columns;
	struct attrs all; /* -a */
	bool by_blank;    /* -j */
	bool turns;       /* -u turn */
	bool html;        /* -E */
	bool no_stage;    /* -X */
};

struct rows {
	struct rows_opts o;
	struct transcript to;
	struct clean clean;
	struct stage stage;
	struct missed bare; /* rows without a text */
	struct attrs vary;  /* -g: attribute -> "yes" where rows differ */
	uint64_t n_date_text;
	uint64_t n_rows;
	uint64_t n_speeches;
	struct html html;
	uint64_t n_html; /* cells with HTML, without -E */
	char *html_file; /* of the first */
	uint64_t html_line;
	/* the file under way */
	struct record in;
	struct roles col;
	uint64_t n_row;
	struct attrs row;
	/* the speech under way */
	struct gather now;
	uint64_t line;  /* where it begins */
	struct buf key; /* what makes its id; len 0: no speech */
	struct buf value;
	struct buf plain; /* -E */
	struct buf group; /* -u turn: the group's value */
	uint64_t n_turn;  /* in it */
};

void rows_read(struct rows *j, const char *path);
void rows_free(struct rows *j);

#endif
