/* turns - a debate in plain text, cut where another speaker begins.
 *
 * The lines of a file are taken in one by one (turns_line(), turns_gap()) and
 * kept; turns_put() cuts them and writes what the unit asks for.  What a
 * speaker line is: read-text.1. */
#ifndef TURNS_H
#define TURNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "read/common/attrs.h"
#include "read/common/metadata.h"
#include "read/common/span.h"
#include "read/common/speakers.h"
#include "read/common/stage.h"
#include "read/common/transcript.h"

enum turns_unit {
	TURNS_NONE, /* the file is not cut */
	TURNS_FILE, /* one speech, its paragraphs tell who */
	TURNS_SPEAKER,
	TURNS_TURN
};

#define TURNS_NOBODY UINT32_MAX

struct turns_line {
	size_t off; /* in text */
	size_t len;
	uint64_t line;
	bool indented;
	bool gap;     /* a blank line before it, or the file's beginning */
	size_t aside; /* bytes before it that tell how it is said, in text */
	size_t aside_len;
	const char *type;
	size_t turn;
};

/* The first turn, number 0, is what stands before any name. */
struct turn {
	uint32_t who;  /* number in names, or TURNS_NOBODY */
	uint32_t role; /* in words, or TURNS_NOBODY; so is party */
	uint32_t party;
	uint64_t line;
	size_t n; /* lines of text */
};

/* What a speaker said in all files. */
struct turns_said {
	uint64_t turns;
	uint64_t words;
};

/* All zero, unit, lone and stage set, is a fresh one. */
struct turns {
	enum turns_unit unit;
	bool lone; /* names stand on lines of their own */
	struct stage *stage;
	struct speakers table;
	/* of the file under way */
	struct buf text;
	struct turns_line *l;
	size_t n;
	size_t cap;
	bool gap;
	struct turn *turn;
	size_t n_turn;
	size_t turn_cap;
	struct debates_words w;
	struct intern names;     /* of all files */
	struct intern words;     /* roles, parties */
	struct turns_said *said; /* by number in names */
	size_t said_cap;
	/* of all files */
	uint64_t n_bare; /* lines that begin with a name but have no colon */
	const char *bare_file;
	uint64_t bare_line;
	uint64_t n_role;      /* roles, parties left out: of several speakers */
	uint64_t n_empty;     /* turns without a word */
	struct missed no_one; /* files without a speaker line */
};

/* turn, speaker or file; exit 2 for anything else. */
enum turns_unit turns_unit(const char *arg);

/* Does the clean line begin with a name and a colon, or as records print it?
 * Of t only the table and the stage are looked at. */
bool turns_who(struct turns *t, const char *s, size_t len, struct span *name);

/* A clean line with text. */
void turns_line(
    struct turns *t, uint64_t line, bool indented, const char *s, size_t len);
void turns_gap(struct turns *t); /* a blank line */
/* Does the clean line begin a turn, behind the paragraph so far? A name on a
 * line of its own does not tell alone. */
bool turns_begins(
    struct turns *t, const struct buf *before, const char *s, size_t len);
/* Cuts the file (turns_put() does it). */
void turns_cut(struct turns *t, const char *file);
/* Writes the file's speeches and forgets its lines; a is what is known of the
 * file, with its id; false if there was no text. */
bool turns_put(
    struct turns *t, struct transcript *to, struct attrs *a, const char *file);
void turns_note(const struct turns *t);
void turns_free(struct turns *t);

#endif
