/* trial - what a reader makes of texts: run, and its transcript looked at
 * (tribune.1). */
#ifndef TRIAL_H
#define TRIAL_H

#include <stddef.h>
#include <stdint.h>

#include "lib/table/intern.h"

struct trial_attribute {
	uint64_t n; /* speeches that have it */
	struct intern values;
};

struct trial {
	uint64_t n_speech;
	struct intern names; /* of attributes */
	struct trial_attribute *attribute;
	size_t cap;
	char *message; /* the first that the reader wrote, or NULL */
	int status;    /* of the reader; not 0: it could not read them */
};

/* argv: a reader with its options and files, NULL behind, run in the folder;
 * the program is exec/argv[0].  Adds to what is there. */
void trial_run(
    struct trial *t, const char *exec, const char *folder, char **argv);
/* The attribute of that name, or NULL. */
const struct trial_attribute *trial_find(
    const struct trial *t, const char *name);
void trial_free(struct trial *t);

#endif
