/* study - where a table of a report comes from: its provenance and its work
 * folder (why.1). */
#ifndef STUDY_H
#define STUDY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "show/common/facts.h"

struct study {
	char *reports; /* the folder of the table */
	char *root;    /* what names of files are from: two above it */
	char *work;
	struct facts facts;
	char **shard; /* paths */
	size_t n_shard;
	char *shards; /* all of them, for a shell */
	struct buf
	    classes; /* of words that are compared: ":NOUN,VERB", or "" */
};

/* reports: the folder of the tables; work: that which -d names, or NULL.  Exit
 * 1 where a part is missing, with what brings it back. */
void study_open(struct study *s, const char *reports, const char *work);
/* The folder of a path, "." if it has none; the caller's to free. */
char *study_folder(const char *path);
void study_close(struct study *s);
/* Is but some of the corpus compared (COMPARE)? */
bool study_compares(const struct study *s);
/* The path of a file that a command names, the caller's to free; NULL: there is
 * none. */
char *study_path(const struct study *s, const char *name);
/* The options of a table's command which `letters` takes, as getopt does:
 * words, the caller's to free, `most` at most; gives their number. */
size_t study_options(const struct study *s, const char *table,
    const char *letters, char **word, size_t most);
/* The next word of a command as a shell reads it, without expansions; the
 * caller's to free; NULL at the end. */
char *study_word(const char **s);
/* Is one of the words of a command this one, or it packed? */
bool study_has_word(const char *command, const char *word);

#endif
