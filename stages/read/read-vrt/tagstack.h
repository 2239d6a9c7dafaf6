/* tagstack - tags of a vertical file on their way to a token stream: which is
 * the speech, what stays, what crosses (read-vrt.1). */
#ifndef TAGSTACK_H
#define TAGSTACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/table/intern.h"
#include "read/common/attrs.h"
#include "read/common/intake.h"

enum {
	TAGSTACK_DEPTH = 64
};

enum tagstack_role {
	TAGSTACK_OTHER, /* not written */
	TAGSTACK_SPEECH,
	TAGSTACK_P,
	TAGSTACK_S,
};

/* Why a tag and all in it is not written. */
enum tagstack_hide {
	TAGSTACK_SHOWN,
	TAGSTACK_FOREIGN, /* in a language that is not wanted */
	TAGSTACK_NOTE,
};

struct tagstack_open {
	char *name;
	struct attrs attrs;
	enum tagstack_role role;
	enum tagstack_hide hide;
	uint64_t line;
};

struct tagstack {
	struct intake *it;
	const char *want;      /* -t, or NULL */
	const char *id;        /* -i */
	const char *languages; /* -l, or NULL */
	const char *speech;    /* the tag; NULL: not known yet; "": the file */
	bool in_speech;
	bool waits; /* its tag is written with the first that is shown in it */
	bool cut;   /* some of it is not shown */
	struct tagstack_open open[TAGSTACK_DEPTH];
	size_t n;
	/* tags that ended before their end: that will come, and is skipped */
	struct intern names;
	uint64_t *owed; /* by number of the name */
	uint64_t *left; /* of this name left out */
	size_t cap_owed;
	size_t cap_left;
	uint64_t n_crossed;
	uint64_t n_turned; /* names: Le Fur, Marc */
	uint64_t n_note;
	uint64_t n_code; /* of them */
	uint64_t n_note_token;
	uint64_t n_cut_p; /* in other languages */
	uint64_t n_cut_token;
	uint64_t n_cut_speech;
};

void tagstack_init(
    struct tagstack *t, struct intake *it, const char *want, const char *id);
void tagstack_file(struct tagstack *t); /* the next file begins */
void tagstack_open(
    struct tagstack *t, const char *name, struct attrs *a, uint64_t line);
void tagstack_close(struct tagstack *t, const char *name, uint64_t line);
/* Before a token: now it must be known what the speech is. */
void tagstack_first(struct tagstack *t, uint64_t line);
static inline void
tagstack_text(struct tagstack *t, uint64_t line)
{
	if (t->speech == NULL)
		tagstack_first(t, line);
}
void tagstack_drop(struct tagstack *t, const char *name); /* counts it */
/* <note content="..."/>: text beside the speech, counted. */
void tagstack_beside(struct tagstack *t, const struct attrs *a);
/* Is a token not to be written here?  Counts it; else all tags around it are
 * written. */
bool tagstack_hides(struct tagstack *t);
void tagstack_end(struct tagstack *t, uint64_t line); /* of the file */
void tagstack_note(const struct tagstack *t);
/* Of told.c: the speech of number k of the stack; those around it lend what it
 * lacks. */
void tagstack_put_speech(struct tagstack *t, size_t k);
void tagstack_free(struct tagstack *t);

#endif
