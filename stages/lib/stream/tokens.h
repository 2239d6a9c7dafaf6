/* tokens - a token stream as those who count read it: which tokens count, as
 * numbers of their types, and where sentences, speeches and parts begin and
 * end.
 *
 * What counts is told by the column `kind`; in a stream without one every token
 * does, and tokens_note() says so (tokens.5).  A value of the counted column is
 * looked at once, entities undone; a token without a value does not count.
 * Text outside speeches belongs to none of them: it is the part NA. */
#ifndef TOKENS_H
#define TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "part.h"
#include "tokid.h"
#include "vrt.h"

enum {
	TOKENS_ALSO = 4
};
#define TOKENS_KINDS "wnpsu" /* letters of all kinds (tokens.5) */

struct tokens_opts {
	const char *column;  /* of the types; NULL: stem if there is one, else
				form */
	const char *classes; /* tokens_classes(): words of others count, and
				are of one type, hidden; NULL: none are */
	const char *also[TOKENS_ALSO]; /* more columns that make tokens
					  distinct, or NULL: id,
					  tokens_also() */
	bool lenient;                  /* columns of also may be missing */
	bool by_kind;                  /* id tells kinds apart */
	const char *kinds; /* letters of those that count; NULL: the column
			      kind may be missing, and those of usual do */
	const char *usual; /* NULL: w alone */
	const char *by;    /* parts (part.h), or NULL */
	bool ids_alone;    /* no type is asked for: all are 0 */
};

enum tokens_event {
	TOKENS_END,
	TOKENS_WORD,    /* a token that counts: type, id */
	TOKENS_PASS,    /* one that does not: of another kind, or empty */
	TOKENS_GAP,     /* v.gap tokens were taken out */
	TOKENS_OPEN,    /* v.tag */
	TOKENS_CLOSE,   /* v.tag */
	TOKENS_OUTSIDE, /* tokens that count and are in no speech follow */
};

struct tokens {
	struct vrt v;
	struct intern types;  /* values of the column, entities undone */
	struct part part;     /* part.cur is that of the token */
	uint32_t type;        /* of TOKENS_WORD: number in types */
	uint32_t id;          /* of TOKENS_WORD and TOKENS_PASS: number of the
				 token by its columns, the counted one and
				 also; by_kind, or where it costs nothing,
				 the kind */
	size_t col;           /* the counted column */
	uint32_t hidden;      /* the type of words of other classes, whose value
				 is "" as that of no other; else UINT32_MAX */
	uint64_t n_unclassed; /* of these, of no class that is known */
	/* set by the caller, anew when it moves: what it keeps by id, of which
	 * memory is asked for ahead; only speed */
	const void *kept;
	size_t kept_size;
	/* inside */
	uint32_t n_id;
	const char *column;
	const char *classes;
	int kind;
	int pos;
	int also[TOKENS_ALSO];
	uint8_t counts[256]; /* by the letter of the kind: TOKENS_... */
	struct tokid ids;
	struct vrt_batch batch;     /* lines at hand */
	size_t next;                /* of them */
	uint32_t number[VRT_BATCH]; /* by line: id, if ids.run */
	uint32_t *type_of;          /* by id; found when the first one counts */
	size_t cap;
	struct buf plain;
	bool ids_alone;
	bool ids_tell; /* a number has one kind, or there are none */
	bool any;      /* does one count? */
	bool placed;   /* in a speech, or told to be outside */
	bool again;    /* the token of the last event is still to come */
	uint64_t n_empty;
};

/* Opens the files as vrt_open() does; exit 1 where a column is missing: the
 * counted one, also, and kind if o->kinds is given. */
void tokens_open(
    struct tokens *t, const struct tokens_opts *o, char **files, int n);
/* Of the token that TOKENS_WORD or TOKENS_PASS is: the counted column and the
 * k-th of also, entities undone, a NUL behind; each lives until the next call.
 * NULL if there is no such column. */
const char *tokens_value(struct tokens *t, size_t *len);
const char *tokens_also(struct tokens *t, size_t k, size_t *len);
/* Its kind as it stands; "w" in a stream without kinds. */
const char *tokens_kind(const struct tokens *t, size_t *len);
/* Notes on what has no part, no value, no kind. */
void tokens_note(const struct tokens *t);
/* The same of a loop that is its own; p is NULL where nothing has parts, as in
 * a filter. */
void tokens_tell(
    const struct part *p, bool kinds, uint64_t n_empty, const char *column);
/* Notes that there were tokens, but none that counts. */
void tokens_tell_none(const struct vrt *v, bool any);
/* All tokens are new again, and what their numbers took is free: after an event
 * that is a token, or the last one. */
void tokens_forget(struct tokens *t);
void tokens_close(struct tokens *t);
/* A counted column may be asked for as COLUMN:CLASS,...: the words of these
 * classes alone are told apart (tokens.5).  Cuts the classes off in place,
 * which are NULL if there are none; exit 2 for what is no class. */
const char *tokens_classes(char *column);
/* Is a value of the column pos one of the classes, or a name of lexicons or
 * TreeTagger for one (lexicons_class())? */
enum tokens_among {
	TOKENS_AMONG,
	TOKENS_OTHER,
	TOKENS_UNKNOWN /* no name that is known */
};
enum tokens_among tokens_among(const char *classes, const char *s, size_t len);
/* Exit 1: the token of v is of a kind that there is none of. */
void tokens_no_kind(const struct vrt *v, const char *s, size_t len)
    __attribute__((noreturn));
/* Tells how many words were unknown so. */
void tokens_unclassed(uint64_t n);

/* ---- inside: what tokens_next() seldom needs ---- */

#define TOKENS_NO_TYPE (UINT32_MAX - 3) /* and above */
enum {
	TOKENS_NO_KIND, /* is none of tokens.5 */
	TOKENS_PASSES,
	TOKENS_COUNTS
};

/* Its kind does not count; exit 1 where it is none. */
enum tokens_event tokens_other(const struct tokens *t);
void tokens_new(struct tokens *t);
enum tokens_event tokens_untyped(struct tokens *t);
enum tokens_event tokens_outside(struct tokens *t);
enum tokens_event tokens_tag(struct tokens *t, bool opens);
/* Takes lines beforehand, if there are any; a line that is no token. */
bool tokens_ahead(struct tokens *t);
enum tokens_event tokens_mark(struct tokens *t, const struct vrt_line *line);

static inline bool
tokens_counts(const struct tokens *t)
{
	size_t len;
	const char *s;

	if (t->kind < 0)
		return true;
	s = vrt_col(&t->v, (size_t)t->kind, &len);
	return len == 1 && t->counts[(unsigned char)*s] == TOKENS_COUNTS;
}

/* Kinds are looked at token by token where numbers do not tell them: their
 * column seldom stands beside the counted one, and tokid is slow then. */
static inline enum tokens_event
tokens_token(struct tokens *t, uint32_t id)
{
	t->id = id;
	if (t->id == t->n_id)
		tokens_new(t);
	if (!t->ids_tell && !tokens_counts(t))
		return tokens_other(t);
	t->type = t->type_of[t->id];
	if (t->type >= TOKENS_NO_TYPE)
		return tokens_untyped(t);
	return t->placed ? TOKENS_WORD : tokens_outside(t);
}

/* ---- */

static inline enum tokens_event
tokens_next(struct tokens *t)
{
	if (t->again) {
		t->again = false;
		return TOKENS_WORD;
	}
	for (;;) {
		if (t->next < t->batch.n) {
			size_t i = t->next++;
			const struct vrt_line *line = &t->batch.line[i];

			vrt_take(&t->v, &t->batch, line);
			if (line->tag != VRT_IS_TOKEN)
				return tokens_mark(t, line);
			return tokens_token(t,
			    t->ids.run ? t->number[i]
				       : tokid_get(&t->ids, &t->v));
		}
		if (tokens_ahead(t))
			continue;
		switch (vrt_next(&t->v)) {
		case VRT_END:
			return TOKENS_END;
		case VRT_TOKEN:
			return tokens_token(t, tokid_get(&t->ids, &t->v));
		case VRT_GAP:
			return TOKENS_GAP;
		case VRT_OPEN:
			return tokens_tag(t, true);
		case VRT_CLOSE:
			return tokens_tag(t, false);
		case VRT_TEXT: /* a CR before a text: no token */
			break;
		}
	}
}

#endif
