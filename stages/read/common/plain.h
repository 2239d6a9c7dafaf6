/* plain - texts, one file a speech or a debate -> transcript (read-text.1). */
#ifndef PLAIN_H
#define PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/in.h"
#include "lib/base/opt.h"
#include "read/common/attrs.h"
#include "read/common/clean.h"
#include "read/common/filename.h"
#include "read/common/metadata.h"
#include "read/common/stage.h"
#include "read/common/transcript.h"
#include "read/common/turns.h"
#include "read/common/wrap.h"

struct plain_options {
	const char *encoding;
	const char *table;
	const char *key;
	const char *pattern;
	const char *speakers; /* -M */
	struct attrs all;     /* -a */
	bool by_blank;        /* -j */
	bool no_header;       /* -H */
	bool no_stage;        /* -X */
};

struct plain {
	struct plain_options o;
	/* What opens a file, where it is not one of plain text; it may set what
	 * follows.  NULL: in_open(). */
	void (*open)(struct plain *j, struct in *in, const char *path);
	const char *title;       /* of the file, or NULL */
	const char *const *type; /* of the paragraph of each line, or NULL */
	size_t n_type;
	struct filename pattern;
	struct metadata table;
	struct transcript to;
	struct clean clean;
	struct turns turns;
	struct stage stage;
	struct missed files; /* without a row */
	uint64_t n_date_text;
	/* the speech under way */
	const char *name; /* of its file */
	struct attrs now;
	struct wrap para; /* -j: the paragraph so far */
	bool begun;       /* its tag is written */
	bool indented;    /* the paragraph is */
};

/* An option that all readers of such files have: a d H k M p u X. */
void plain_option(struct plain *j, int ch, char *arg);
/* Do they go together?  Else exit 2. */
void plain_check(const struct plain *j, const struct opt_page *page);
/* Reads the files, standard input if there are none, and tells what was
 * repaired. */
void plain_run(struct plain *j, char **files, int n);

#endif
