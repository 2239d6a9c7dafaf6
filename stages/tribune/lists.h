/* lists - what a study reads: the texts with their readers, other files, and
 * the hashes of them all.
 *
 * From the work folder: texts.list, a text a line as name|path|tables|reader;
 * inputs.list, what|name|path; shards.pipe, what comes behind each reader, what
 * behind them all, and how many texts a shard has on average (study.mk). */
#ifndef LISTS_H
#define LISTS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

enum {
	SUM = 64, /* letters of a hash, SHA-256 */
	LISTS = 3
};

struct text {
	const char *name;
	const char *reader; /* the command */
	uint32_t file;
	uint32_t *table; /* files that its reader names */
	size_t n_table;
};

struct input {
	const char *what; /* study, metadata, rules, page */
	const char *name;
	uint32_t file;
};

/* A file is looked at once, whoever reads it. */
struct file {
	char *sign; /* device, inode, size and times: with the same it has the
		       same bytes, but for the last ticks of the clock */
	bool young; /* changed within the last ticks */
	char link[SUM + 1]; /* a hash of where a link of WORK/names leads */
	char sum[SUM + 1];
};

struct lists {
	struct text *text;
	size_t n_text;
	struct input *input;
	size_t n_input;
	const char *each;
	const char *behind;
	uint64_t size;      /* of a shard */
	struct intern path; /* the number of a path is that of its file */
	struct file *file;
	struct buf whole; /* the lists, one after the other */
	/* inside */
	struct buf list[LISTS]; /* what the strings lie in */
	size_t cap_text;
	size_t cap_input;
	size_t cap_file;
};

/* study, work: the folders; the signs of all files too, exit 3 if there is
 * none. */
void lists_open(struct lists *l, const char *study, const char *work);
void lists_free(struct lists *l);
const char *lists_path(const struct lists *l, uint32_t file);
/* Has a text a name that make could not hold, and this is the one of its link?
 */
bool lists_is_link(const char *work, const char *path);
/* The hashes: those of WORK/hashes of the same signs, or new ones.  False if
 * one is no file, as a folder: it is *file. */
bool lists_hash(struct lists *l, const char *work, uint32_t *file);
/* What WORK/hashes is to hold: those of files that may not change unseen. */
void lists_put_hashes(const struct lists *l, struct buf *b);
void sum_bytes(const struct buf *b, char sum[SUM + 1]);

#endif
