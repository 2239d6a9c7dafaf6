/* dump_page - the speeches of a web dump: which lines are whose, and what
 * each is (read-dump.1). */
#ifndef PAGE_H
#define PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/text/date.h"
#include "read/common/attrs.h"
#include "read/common/clean.h"

/* A line with text; where it is as the program goes on. */
struct line {
	size_t off; /* in dump.text */
	size_t len;
	uint64_t no;
	size_t gap;  /* blank lines before it */
	size_t mark; /* bytes of the item's sign */
	size_t text; /* where the item's text begins */
	const char *type;
	const char *section;
};

struct speech {
	struct attrs at;
	const char *file;
	struct date published;
	size_t title; /* its lines: title, first of the text, behind the last */
	size_t from;
	size_t to;
	size_t front; /* lines above the first title: [front, title) */
};

/* The pages read so far; all zero but all is a fresh one. */
struct dump {
	const struct attrs *all; /* attributes that every speech gets */
	struct clean clean;
	struct buf text; /* the clean lines */
	struct line *line;
	size_t n_line;
	size_t line_cap;
	struct speech *speech;
	size_t n_speech;
	size_t speech_cap;
	uint64_t n_front; /* lines above a first title that are text */
	uint64_t n_bare;  /* speeches without text */
	/* inside */
	const char *file;
	struct attrs page; /* category, speaker of the page */
};

/* Reads one more file; exit 1 if it holds no speech. */
void dump_read(struct dump *dump, const char *path, const char *encoding);
void dump_free(struct dump *dump);

static inline const char *
dump_str(const struct dump *dump, const struct line *l)
{
	return dump->text.s + l->off;
}

static inline bool
is_type(const struct line *l, const char *type)
{
	return l->type != NULL && strcmp(l->type, type) == 0;
}

#endif
