/* unit - turns of a text of TEI put together to speeches: each its own,
 * a speaker's, or all (read-tei.1). */
#ifndef UNIT_H
#define UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "para.h"
#include "read/common/attrs.h"
#include "who.h"
#include "write.h"

enum unit_kind {
	UNIT_TURN,
	UNIT_SPEAKER,
	UNIT_FILE,
};

struct group {
	struct attrs a;
	struct tei_paras ps;
	uint64_t line; /* where it begins */
	uint64_t n_cry;
	uint32_t speaker; /* number of the name, or NONE */
};

struct unit {
	/* the caller's */
	enum unit_kind kind;
	const struct attrs *all; /* -a */
	struct write *w;
	struct who *who;
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
	struct group *g;
	size_t last; /* that of the last turn */
	size_t n;
	size_t cap;
};

void unit_open(struct unit *u, struct clean *clean);
/* A text begins; head: what is known of all of it. */
void unit_begin(
    struct unit *u, const char *file, const char *id, const struct attrs *head);
/* A turn begins: the caller fills u->turn. */
void unit_turn(struct unit *u, uint64_t line);
/* It ends; false if it had no text. */
bool unit_turn_end(struct unit *u);
/* The text ends, all is written; false if there was nothing. */
bool unit_end(struct unit *u);
void unit_free(struct unit *u);

#endif
