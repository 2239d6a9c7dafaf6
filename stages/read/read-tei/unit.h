/* tei_unit - turns of a text of TEI put together to speeches: each its own,
 * a speaker's, or all (read-tei.1). */
#ifndef TEI_UNIT_H
#define TEI_UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "para.h"
#include "read/common/attrs.h"
#include "who.h"
#include "write.h"

enum tei_unit_kind {
	TEI_UNIT_TURN,
	TEI_UNIT_SPEAKER,
	TEI_UNIT_FILE,
};

struct tei_group {
	struct attrs a;
	struct tei_paras ps;
	uint64_t line; /* where it begins */
	uint64_t n_cry;
	uint32_t speaker; /* number of the name, or TEI_NONE */
};

struct tei_unit {
	/* the caller's */
	enum tei_unit_kind kind;
	const struct attrs *all; /* -a */
	struct tei_write *w;
	struct tei_who *who;
	/* the turn under way; its text and that before it */
	struct tei_paras now;
	struct attrs turn;
	uint64_t line;
	uint64_t n_cry;    /* interruptions told by attributes alone */
	size_t inside;     /* paragraphs before it */
	struct attrs vary; /* name -> "yes": left out where turns differ */
	/* of the text */
	const char *file;
	char *id;
	struct attrs head; /* what its header says */
	uint64_t n_turn;
	struct tei_group *g;
	size_t last; /* that of the last turn */
	size_t n;
	size_t cap;
};

void tei_unit_open(struct tei_unit *u, struct clean *clean);
/* A text begins; head: what is known of all of it. */
void tei_unit_begin(struct tei_unit *u, const char *file, const char *id,
    const struct attrs *head);
/* A turn begins: the caller fills u->turn. */
void tei_unit_turn(struct tei_unit *u, uint64_t line);
/* It ends; false if it had no text. */
bool tei_unit_turn_end(struct tei_unit *u);
/* The text ends, all is written; false if there was nothing. */
bool tei_unit_end(struct tei_unit *u);
void tei_unit_free(struct tei_unit *u);

#endif
