/* tei_para - the paragraphs of a speech under way (read-tei.1). */
#ifndef PARA_H
#define PARA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "read/common/clean.h"

#define NONE UINT32_MAX /* of the numbers below: nothing */

/* A word of an annotated file. */
struct tei_token {
	size_t at; /* in text */
	size_t len;
	size_t lemma; /* in notes, as is the part of speech behind it */
	size_t lemma_len;
	size_t pos_len;
	bool mark; /* <pc> */
	bool last; /* of its sentence */
};

struct tei_para {
	uint64_t line;
	const char *type; /* or NULL */
	uint32_t subtype; /* number of a name */
	uint32_t who;
	bool outside; /* in no turn */
	size_t at;    /* in text */
	size_t len;
	size_t tok; /* its first token */
	size_t n_tok;
};

/* All zero but clean is an empty list. */
struct tei_paras {
	struct clean *clean; /* set by the caller */
	struct buf text;
	struct buf notes;
	struct tei_para *p;
	size_t n; /* finished ones; p[n] is under way if open is set */
	size_t cap;
	struct tei_token *tok;
	size_t n_tok;
	size_t cap_tok;
	bool open;
	bool space; /* blanks were read that may become one */
	bool glue;  /* they may not: the next text joins */
	bool cut;   /* there a line or page ends within a word */
	bool part;  /* a word that begins the next text is one of its own */
	uint64_t n_hyphen; /* that went there */
};

/* The next paragraph; line, type and the like are the caller's to set. */
struct tei_para *para_open(struct tei_paras *t);
/* Adds text to the one under way, blanks of XML as one space. */
void para_text(struct tei_paras *t, const char *s, size_t len);
/* Writes the space that is due, before a token. */
void para_space(struct tei_paras *t);
/* What was added since text was `at` bytes long is a token, if it is
 * anything. */
void para_token(struct tei_paras *t, size_t at, bool mark, const char *lemma,
    const char *pos);
/* Finishes it, clean; false if it holds nothing and is forgotten. */
bool para_end(struct tei_paras *t);
/* Finished paragraphs go to the end of another list. */
void paras_move(struct tei_paras *to, struct tei_paras *from);
void paras_clear(struct tei_paras *t);
void paras_free(struct tei_paras *t);

#endif
