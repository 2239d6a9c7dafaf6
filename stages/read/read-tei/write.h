/* write - speeches of TEI as a transcript, or as tokens (read-tei.1). */
#ifndef WRITE_H
#define WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/lang/fr/scan.h"
#include "lib/table/intern.h"
#include "para.h"
#include "read/common/attrs.h"
#include "read/common/clean.h"
#include "read/common/transcript.h"

struct write {
	struct transcript to;
	bool tokens;
	struct intern names; /* of those who speak, of subtypes */
	struct clean clean;
	uint64_t n_word;  /* tokens with what a tagger said */
	uint64_t n_plain; /* cut here */
	/* inside */
	struct rules rules;
	struct scan scan;
	struct buf text;
	struct buf form;
	bool inside; /* <s> is open */
};

void write_open(struct write *w, bool tokens);
/* turns: there are any in the file; what stands outside them is marked. */
void write_begin(
    struct write *w, struct attrs *a, const char *file, uint64_t line);
void write_paras(struct write *w, const struct tei_paras *ps, bool turns);
void write_end(struct write *w);
void write_close(struct write *w);

#endif
