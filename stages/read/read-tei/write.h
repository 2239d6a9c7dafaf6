/* tei_write - speeches of TEI as a transcript, or as tokens (read-tei.1). */
#ifndef TEI_WRITE_H
#define TEI_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/lang/fr/scan.h"
#include "lib/table/intern.h"
#include "para.h"
#include "read/common/attrs.h"
#include "read/common/clean.h"
#include "read/common/transcript.h"

struct tei_write {
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

void tei_write_open(struct tei_write *w, bool tokens);
/* turns: there are any in the file; what stands outside them is marked. */
void tei_write_begin(
    struct tei_write *w, struct attrs *a, const char *file, uint64_t line);
void tei_write_paras(
    struct tei_write *w, const struct tei_paras *ps, bool turns);
void tei_write_end(struct tei_write *w);
void tei_write_close(struct tei_write *w);

#endif
