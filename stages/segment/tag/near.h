/* near - lemmas that the words around decide, of forms that are two words of
 * one part of speech: les cours d'appel, les cours du soir. */
#ifndef NEAR_H
#define NEAR_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

enum {
	NEAR_REACH = 2, /* words before and behind that are looked at */
	NEAR_MOST = 200 /* rules */
};

/* The lemma that a form has with a tag if one of the words is at a place. */
struct near_rule {
	int tag;
	int at; /* -NEAR_REACH to NEAR_REACH */
	struct buf lemma;
	struct intern words;
	uint32_t next; /* of the same form, and 1; 0 is none */
};

struct near {
	struct intern forms;
	uint32_t first[NEAR_MOST]; /* theirs, by number, and 1 */
	struct near_rule rule[NEAR_MOST];
	size_t n;
};

void near_open(struct near *x);
void near_close(struct near *x);
/* One more, behind those of the form that are there; NULL where there are too
 * many.  The words are the caller's to add. */
struct near_rule *near_add(struct near *x, const char *form, size_t len);
/* The first rule of a form, and 1; 0 is none. */
uint32_t near_first(const struct near *x, const char *form, size_t len);

/* The form at a place beside the word, or NULL where the sentence has none;
 * until the next call. */
typedef const char *near_form(void *of, int at, size_t *len);
/* The number of the first rule from `first` on that holds, and 1; 0: none. */
uint32_t near_find(
    const struct near *x, uint32_t first, int tag, near_form *form, void *of);

#endif
