/* sentence - where the sentences of a scanned paragraph end. */
#ifndef SENTENCE_H
#define SENTENCE_H

#include "scan.h"

/* Sets last in the tokens of s that end a sentence; the last token of the
 * paragraph always does. */
void sentence_mark(struct scan *s, const char *text);

#endif
