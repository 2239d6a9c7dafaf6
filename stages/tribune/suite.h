/* suite - where the programs of the suite are, and their pages (tribune.1). */
#ifndef SUITE_H
#define SUITE_H

#include <stdbool.h>
#include <stddef.h>

enum {
	SUITE_ROOMS = 6
};

/* Name and what it makes, in the order of the way that a speech goes. */
extern const char *const suite_rooms[SUITE_ROOMS][2];

struct program {
	char *name;
	char *what;  /* the .Nd line of its page, or "" */
	size_t room; /* SUITE_ROOMS: not told */
};

struct suite {
	char *exec; /* folder of the programs */
	char *top;  /* build tree: the checkout; installed: the prefix */
	bool built; /* it is a build tree */
	struct program *program; /* by name, once they are looked for */
	size_t n;
	size_t cap;
};

void suite_find(struct suite *s);
void suite_programs(struct suite *s);
void suite_free(struct suite *s);
/* Paths, the caller's to free.  Of a program: exit 2 unless there is such; of
 * its page, and of a format's: NULL if there is none; *room is told where the
 * path tells it. */
char *suite_path(struct suite *s, const char *name);
char *suite_page(const struct suite *s, const char *name, size_t *room);
char *suite_format(const struct suite *s, const char *name);
/* In built: in the checkout's folder; installed: in that of the prefix. */
char *suite_folder(
    const struct suite *s, const char *built, const char *installed);

#endif
