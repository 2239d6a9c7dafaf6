/* speaker_head - of speaker_line.c: names, offices and roles, word by word. */
#ifndef SPEAKER_HEAD_H
#define SPEAKER_HEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "debates.h"

/* How a line begins. */
enum speaker_kind {
	SPEAKER_NONE,
	SPEAKER_CIVIL,   /* M., Mme */
	SPEAKER_ADDRESS, /* Monsieur, Madame */
	SPEAKER_ROOM,    /* Un membre */
	SPEAKER_OFFICE,  /* Le président */
	SPEAKER_NAME     /* a name alone */
};

struct speaker_head {
	const struct debates *d;
	const struct debates_words *w;
	const char *s;
	size_t len;
	size_t i;  /* the next word */
	size_t at; /* what has been read: bytes */
	bool bare; /* an office without anything behind it */
};

/* Reads who it is, from the first word on. */
enum speaker_kind speaker_head_who(struct speaker_head *h);
/* Reads what stands behind a comma, false if a sentence goes on there; *role:
 * is it what somebody is, "ministre de la justice, garde des sceaux", or how it
 * is said, "de sa place"? */
bool speaker_head_role(struct speaker_head *h, bool *role);
bool speaker_head_upper(const struct speaker_head *h, size_t i);

#endif
