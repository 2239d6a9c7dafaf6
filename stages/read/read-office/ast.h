/* ast - a document as pandoc gives it (pandoc -t json) -> lines of text. */
#ifndef AST_H
#define AST_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"

/* All zero is a fresh one. */
struct ast {
	struct buf text;   /* a paragraph a line */
	const char **type; /* of each (transcript.5), or NULL */
	size_t n;
	size_t cap;
	struct buf title; /* empty: none; a NUL behind */
	/* of all documents */
	uint64_t n_note; /* footnotes left out */
	uint64_t n_mark; /* links to footnotes that are text, and back */
	/* of the block under way */
	size_t from; /* its line begins here */
};

/* Takes the document, the one before is forgotten; name for messages. */
void ast_read(struct ast *a, const json_t *json, const char *name);
void ast_free(struct ast *a);

#endif
