/* tell - the steps of a description, done for a row (why.1). */
#ifndef TELL_H
#define TELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "evidence.h"
#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "row.h"
#include "show/common/recipe.h"
#include "show/common/wording.h"
#include "study.h"

struct tell_value {
	char *name;
	char *text;  /* as tables write figures */
	char *exact; /* all its digits */
};

struct tell {
	const struct study *study;
	const struct recipe *recipe;
	const struct row *row;
	const struct wording *words;
	uint64_t limit; /* places shown; UINT64_MAX: all */
	bool rows;      /* the places alone, as a table */
	/* what is told, by section */
	struct out what;
	struct out made;
	struct out counted;
	struct out shown;
	uint64_t n_count; /* figures counted or computed again */
	uint64_t n_wrong; /* those that are not the table's */
	/* inside */
	const struct recipe_step *step;
	size_t at; /* number of the next step */
	struct evidence rows_now;
	struct tell_value *let;
	size_t n_let;
	size_t cap_let;
	bool each; /* a formula is worked out for each row */
	size_t row_now;
	struct buf fact; /* inside tell_find() */
};

void tell_all(struct tell *t);
void tell_free(struct tell *t);

/* ---- between its files ---- */

/* Exit 1 at the line of the step. */
void tell_refuse(const struct tell *t, const char *why, const char *what)
    __attribute__((noreturn));
/* The value of a name: of the row under way, of let, of the table's row, of the
 * study; NULL if there is none. */
const char *tell_find(void *arg, const char *name);
/* The same, of a figure that was made again all digits. */
const char *tell_exact(void *arg, const char *name);
/* A text with its {names} put in; the caller's to free. */
char *tell_fill(struct tell *t, const char *text);
void tell_let(struct tell *t, const char *name, double v);
enum {
	TELL_DIGITS = 32
};
/* A figure as tables write it. */
void tell_number(char to[TELL_DIGITS], double v);
/* Steps about figures; false: the word is none of them. */
bool tell_figures(struct tell *t);
/* Steps about rows. */
bool tell_rows(struct tell *t);
/* A step's text is words: cuts the first one off. */
char *tell_word(char **text);
/* The sign of a test, of = != < <= > >= under. */
enum figure_sign tell_sign(const struct tell *t, const char *word);
/* Compares a figure that was made again with that of the table. */
bool tell_same(const char *cell, double v);

#endif
