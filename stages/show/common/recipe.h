/* recipe - how the figures of a table are made and what shows it, read from a
 * description of the table (why.1). */
#ifndef RECIPE_H
#define RECIPE_H

#include <stddef.h>
#include <stdint.h>

struct recipe_step {
	uint64_t line;
	char *word; /* its first word */
	char *text; /* the rest */
};

struct recipe {
	char *file;
	char *part; /* what PART stands for, or NULL */
	struct recipe_step *step;
	size_t n;
	size_t cap;
};

/* All descriptions of a folder. */
struct recipes {
	struct recipe *one;
	size_t n;
	size_t cap;
};

void recipes_open(struct recipes *all, const char *folder);
void recipes_close(struct recipes *all);
/* That of a table by its file name, or NULL. */
struct recipe *recipes_find(struct recipes *all, const char *table);

/* The description of a table by its file name, among those of the folder;
 * exit 1 where there is none. */
void recipe_open(struct recipe *r, const char *folder, const char *table);
void recipe_close(struct recipe *r);

#endif
