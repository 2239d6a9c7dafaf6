/* row - the row of a table that is asked about (why.1). */
#ifndef ROW_H
#define ROW_H

#include <stddef.h>
#include <stdint.h>

struct row {
	char *path;
	uint64_t line;
	char **name;
	char **cell;
	size_t n;
};

/* The one row that the words column=value fit; of a path with :LINE behind the
 * row of that line.  Exit 2 where none does, or several. */
void row_open(struct row *r, const char *table, char **word, size_t n_word);
void row_close(struct row *r);
/* A path with :LINE behind: cuts it off; 0 where it has none. */
uint64_t row_line(char *path);
/* A cell, or NULL. */
const char *row_cell(const struct row *r, const char *name);

#endif
