/* list - lists and rule files: one item a line, # comments, blank lines left
 * out; items are NFC, whatever the file is: lines end with LF, CRLF or CR. */
#ifndef LIST_H
#define LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/in.h"
#include "lib/base/mem.h"

struct list {
	struct in in; /* in.name, in.line: where the item stands */
	char *rest;   /* of a line that holds a CR, or NULL */
	size_t n_rest;
	struct buf nfc;
};

void list_open(struct list *l, const char *path);
/* The next item, blanks of any kind around it and around its tabs left out, a
 * NUL behind it; NULL at the end.  Lives until the next call. */
char *list_next(struct list *l, size_t *len);
void list_close(struct list *l);

/* Items that are made of words, with blanks between: *rest is what is left of
 * one.  The next word, or NULL behind the last; exit 1 with file and line where
 * one is needed, or a certain one is expected, and is not there, and for any
 * other reason. */
char *list_word(char **rest);
char *list_needed(const struct list *l, char **rest);
void list_expect(const struct list *l, char **rest, const char *what);
void list_refuse(const struct list *l, const char *why)
    __attribute__((noreturn));

/* What stands behind the name of an item NAME TAB what, whose name ends there;
 * the item itself where it has no tab. */
char *list_named(char *item);

/* Path of a data file of the suite ("rules/fr/starters.txt"), the caller's
 * to free: in $TRIBUNE_DATA, else beside the running program (build tree or
 * installation), else where it was installed.  Exit 3 if it is nowhere. */
char *data_path(const char *name);
/* The same of one that is not for the user to replace: beside the program, or
 * NULL. */
char *data_beside(const char *name);

#endif
