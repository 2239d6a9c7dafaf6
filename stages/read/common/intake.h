/* intake - what the readers of texts that other tools cut have in common:
 * names of speeches, their attributes, clean values, notes. */
#ifndef INTAKE_H
#define INTAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "attrs.h"
#include "lib/base/out.h"
#include "surface.h"
#include "transcript.h"

struct intake {
	struct transcript to; /* its out is where the stream goes */
	struct surface words;
	struct attrs all;  /* -a */
	struct attrs now;  /* of the speech to come */
	const char *name;  /* of the file, for messages */
	uint64_t n_speech; /* in the file */
	/* for notes */
	uint64_t n_repaired;  /* values */
	uint64_t n_unnamed;   /* speeches */
	uint64_t n_date_text; /* dates not understood */
	uint64_t n_bare;      /* speeches without a token */
	uint64_t n_token;     /* written, as the reader counts them */
	uint64_t n_before;    /* when the speech began */
	bool any;             /* has one begun? */
};

/* entities: do the texts write & < > as entities?  it->all may be set. */
void intake_open(struct intake *it, bool entities);
void intake_file(struct intake *it, const char *name); /* as in.h names it */
/* An attribute of the speech to come, by the names of transcript.5; source
 * stays source. */
void intake_attr(struct intake *it, const char *name, size_t name_len,
    const char *value, size_t len);
/* <speech>: id NULL names it by the file and, if numbered, its place there. */
void intake_speech(
    struct intake *it, const char *id, bool numbered, uint64_t line);
void intake_end(struct intake *it); /* the stream is written */
/* Then notes what was repaired and assumed; frees all. */
void intake_close(struct intake *it);

/* What is known of a value that is written to the stream. */
static inline const struct surface_word *
intake_word(struct intake *it, const char *s, size_t len)
{
	const struct surface_word *w = surface_get(&it->words, s, len);

	it->n_repaired += w->repaired;
	return w;
}

static inline void
intake_put(struct intake *it, const char *s, size_t len)
{
	const struct surface_word *w = intake_word(it, s, len);

	out_mem(&it->to.out, w->s, w->len);
}

#endif
