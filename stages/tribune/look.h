/* look - what kind of source a file is, from its name and its beginning
 * (tribune.1). */
#ifndef LOOK_H
#define LOOK_H

#include <stdbool.h>
#include <stddef.h>

/* Those that say more than others come later. */
enum look_kind {
	LOOK_DOCUMENT, /* .docx, .pdf, .html and the like */
	LOOK_TEXT,     /* one speech a file */
	LOOK_TABLE,    /* a column of texts */
	LOOK_DUMP,     /* speeches of a web site */
	LOOK_IRAMUTEQ, /* **** lines */
	LOOK_TEI,
	LOOK_CONLLU,
	LOOK_VRT,
	LOOK_META,  /* a table that tells about the texts, by their ids */
	LOOK_FILES, /* the same by the names of their files */
	LOOK_OTHER,
	LOOK_KINDS
};

enum look_date {
	LOOK_NO_DATE,
	LOOK_YEAR_FIRST, /* 2024-01-30 */
	LOOK_DAY_FIRST,  /* 30_01_2024 */
};

struct look {
	enum look_kind kind;
	const char *encoding; /* that it is likely in; NULL: UTF-8 */
	bool ascii;           /* of UTF-8 no letter that others write else */
	char delimiter;       /* of a table, by its header; NUL: one column */
	/* of the name, without extension: */
	enum look_date date;
	char sign; /* between the parts of the date */
	bool date_is_last;
	char between;      /* between the date and the rest; NUL: no rest */
	bool rest_is_name; /* letters and few words: a speaker */
};

/* By kind of text: its reader, NULL where there is none. */
extern const char *const look_reader[LOOK_KINDS];

/* name: of the file, without folders. */
void look_at(struct look *l, const char *path, const char *name);

#endif
