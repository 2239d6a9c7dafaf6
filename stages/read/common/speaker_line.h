/* speaker_line - who speaks, as the printed record of a debate says it at the
 * head of a paragraph (read-text.1):  M. le président. Mme X, rapporteure
 * (SOC). Un membre à gauche : ... */
#ifndef SPEAKER_LINE_H
#define SPEAKER_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "debates.h"
#include "span.h"

/* What is not told has no length. */
struct speaker_line {
	struct span name;
	struct span role;
	struct span party;
	struct span aside; /* in brackets: how it is said */
	size_t rest;       /* where the words begin */
	bool stop;         /* a full stop parts them, no colon */
};

/* Does the clean line begin so?  w is room to work in. */
bool speaker_line(const struct debates *d, struct debates_words *w,
    const char *s, size_t len, struct speaker_line *to);
/* Can a line begin so behind this text, or does the text go on? */
bool speaker_line_after(const struct debates *d, struct debates_words *w,
    const char *s, size_t len);

#endif
