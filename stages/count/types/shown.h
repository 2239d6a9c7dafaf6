/* shown - the forms of a type, the commonest first, and the list that holds
 * most of them (types.1). */
#ifndef TYPES_SHOWN_H
#define TYPES_SHOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/table/intern.h"

enum {
	SHOWN_FORMS = 4 /* that are told */
};

/* Lists of forms with their names; all zero are none. */
struct shown_lists {
	struct shown_list *list;
	size_t n;
	size_t cap;
};

/* Its name is that of the file without a folder and an ending. */
void shown_lists_add(struct shown_lists *l, const char *path);
void shown_lists_free(struct shown_lists *l);

struct shown_form {
	struct buf s;
	uint64_t n;
};

struct shown {
	const struct shown_lists *lists;
	struct shown_form form[SHOWN_FORMS];
	size_t n;
	bool more;     /* there are others */
	uint64_t *in;  /* tokens by list */
	uint64_t freq; /* tokens of all forms */
};

void shown_open(struct shown *s, const struct shown_lists *lists);
/* A type, then its forms in the order of their bytes, each once. */
void shown_begin(struct shown *s);
void shown_add(struct shown *s, const char *form, size_t len, uint64_t n);
/* "doit, devons, doivent, dois, ..."; NA if there are none. */
void shown_put_forms(const struct shown *s, struct out *o);
/* The name of the list that has most of the type's tokens, the first of equal
 * ones, if the lists have more than half of them; else NULL. */
const char *shown_list(const struct shown *s);
void shown_close(struct shown *s);

#endif
