/* turns_name - what a line of a speaker, or of the room, looks like
 * (read-text.1). */
#ifndef TURNS_NAME_H
#define TURNS_NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "speakers.h"

enum {
	TURNS_NAME = 80,       /* bytes of a name before its colon */
	TURNS_NAME_WORDS = 5,  /* its words */
	TURNS_LONE = 240,      /* bytes of a name on a line of its own */
	TURNS_LONE_WORDS = 15, /* its words before the first comma */
	TURNS_STAGE_WORDS = 25 /* of a line in brackets */
};
/* Does the clean line begin with a name and a colon?  *len gets the length of
 * the name as written, *rest where the text behind the colon begins. */
bool turns_name(const struct speakers *table, const char *s, size_t len,
    size_t *name_len, size_t *rest);
/* Can it be a name on a line of its own? */
bool turns_lone_name(const char *s, size_t len);
/* A line in brackets: applause, interruptions. */
bool turns_is_stage(const char *s, size_t len);

#endif
