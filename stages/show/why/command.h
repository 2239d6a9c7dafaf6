/* command - programs of the suite, as a description has them (why.1). */
#ifndef COMMAND_H
#define COMMAND_H

#include <stddef.h>

#include "lib/base/out.h"
#include "tell.h"

enum {
	COMMAND_WORDS = 4096 /* without the shards */
};

struct command {
	char *word[COMMAND_WORDS];
	size_t n;
};

/* Its words, with their values put in. */
void command_read(struct tell *t, struct command *c, const char *s);
/* As it can be given to a shell, behind `first`. */
void command_put(
    const struct tell *t, struct out *o, const char *first, struct command *c);
/* Runs it, in the place of its words `corpus` the shards; as child_run(). */
int command_run(const struct tell *t, const struct command *c, int in);
void command_free(struct command *c);
/* A word as a shell would want it, the caller's to free. */
char *command_quoted(const char *s);

#endif
