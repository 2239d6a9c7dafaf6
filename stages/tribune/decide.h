/* decide - how the texts of a folder are to be read (tribune.1). */
#ifndef DECIDE_H
#define DECIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/mem.h"
#include "look.h"
#include "trial.h"

#define DECIDE_BESIDE                                                          \
	"-meta.tsv" /* behind the stem of a text: its own table                \
		     */

enum {
	DECIDE_WORDS = 16 /* of a reader's command, without the files */
};

struct file {
	char *name; /* within the folder */
	struct look look;
};

struct study {
	const char *exec;
	const char *folder;
	struct file *file; /* by name */
	size_t n;
	size_t cap;
	enum look_kind kind;   /* of the texts: that of most files */
	const char *encoding;  /* of most texts; NULL: UTF-8 */
	const char *table;     /* that tells about the texts, or NULL */
	const char *odd_table; /* one whose name make cannot hold, or NULL */
	bool by_file;          /* it does by their files */
	bool semicolon;        /* parts the columns of texts in tables */
	bool beside;           /* each text has a table of its own */
	bool debate;           /* texts are cut into what each speaker says */
	struct buf pattern;    /* of the names, or empty */
	struct trial trial;
};

/* Looks at the files of s->folder and tries the reader; the kind is LOOK_KINDS
 * where there are no texts. */
void decide_open(struct study *s);
void decide_close(struct study *s);
bool decide_is_text(const struct study *s, const struct file *f);
/* The encoding that a text is to be read in. */
const char *decide_encoding(const struct study *s, const struct file *f);
/* The reader with its options: how many of DECIDE_WORDS. */
size_t decide_command(
    const struct study *s, const char *encoding, const char **word);
/* The path of a name in a folder, the caller's to free. */
char *decide_join(const char *folder, const char *name);

#endif
