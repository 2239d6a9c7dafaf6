/* finding - what check found in which speech, as a table or for people
 * (check.1). */
#ifndef FINDING_H
#define FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"

/* In the order of the page. */
enum finding_kind {
	FIND_ID,
	FIND_EMPTY,
	FIND_SAME,
	FIND_DATE,
	FIND_YEAR,
	FIND_UNTITLED,
	FIND_LOST,
	FIND_CONTROL,
	FIND_MOJIBAKE,
	FIND_READER,
	FIND_MISSING,
	FIND_NEAR,
	FIND_SPELLING,
	FIND_RANGE,
	FIND_PUBLISHED,
	FIND_SHORT,
	FIND_LONG,
	FIND_SECTION,
	FIND_FRONT,
	FIND_PARAGRAPH,
	FIND_UNSPACED,
	FIND_LANGUAGE,
	FIND_CAPITALS,
	FIND_MARKUP,
	FIND_GLUED,
	FIND_HYPHEN,
	FIND_SIGN,
	FIND_APOSTROPHE,
	FIND_LIGATURE,
	FIND_KINDS
};

struct finding {
	size_t speech;
	uint64_t line; /* of the file; 0: not known */
	enum finding_kind kind;
	bool error;
	char *detail;
};

struct finding_speech {
	char *id;
	char *file;
	uint64_t line; /* where it begins */
};

/* All zero is an empty list. */
struct findings {
	bool off[FIND_KINDS];
	bool people; /* will read it: in the language of messages (err.h) */
	struct finding *f;
	size_t n;
	size_t cap;
	struct finding_speech *speech;
	size_t n_speech;
	size_t cap_speech;
};

/* Option -x: kinds parted by commas, or exit 2 with those that there are. */
void findings_leave_out(struct findings *t, const char *list);
/* The number of a new speech: 0, 1, 2 ... */
size_t findings_speech(struct findings *t, const char *id, const char *file);
/* Words for it, in the language that it is in; a format stays one. */
const char *findings_words(const struct findings *t, const char *words)
    __attribute__((format_arg(2)));
/* Adds one, unless its kind is left out; line 0 is that of the speech. */
void findings_error(struct findings *t, enum finding_kind kind, size_t speech,
    uint64_t line, const char *fmt, ...) __attribute__((format(printf, 5, 6)));
void findings_warning(struct findings *t, enum finding_kind kind, size_t speech,
    uint64_t line, const char *fmt, ...) __attribute__((format(printf, 5, 6)));
/* Brings them in order: speech, kind, line, detail. */
void findings_sort(struct findings *t);
uint64_t findings_count(const struct findings *t, bool errors);
void findings_table(const struct findings *t, struct out *o);
/* In 80 columns, the first few of each kind. */
void findings_report(const struct findings *t, struct out *o);
void findings_free(struct findings *t);

#endif
