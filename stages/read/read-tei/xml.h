/* xml - a file of XML as calls for tags and text, over expat.
 *
 * Text comes whole, from one tag to the next, in UTF-8 whatever the encoding
 * that the file declares.  Nothing but the file is read: an external subset of
 * its DOCTYPE or an external entity ends the program (exit 1), so does an
 * entity that grows without bound. */
#ifndef XML_H
#define XML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"

struct XML_ParserStruct;

/* The first three are set by the caller; names come as the file has them. */
struct xml {
	void (*open)(void *arg, const char *name, const char **attr);
	void (*close)(void *arg, const char *name);
	void (*text)(void *arg, const char *s, size_t len);
	void *arg;
	const char *name; /* of the file, or <stdin> */
	/* inside */
	struct XML_ParserStruct *parser;
	char *encoding; /* in force, or NULL */
	bool unknown;   /* to expat: its bytes were told one by one */
	int fd;
	size_t depth;   /* of open elements */
	size_t idle;    /* bytes read since the last element, text or comment */
	struct buf run; /* text since the last tag: expat gives it in pieces */
	uint64_t line;  /* where it begins; 0 where there is none */
};

/* Reads the file, or standard input (path NULL or "-").  encoding is in force
 * whatever the file declares; NULL: what it declares.  Exit 1 with file and
 * line where it is not well-formed, empty or cut. */
void xml_read(struct xml *x, const char *path, const char *encoding);
/* Does the file begin as XML does, with a < ?  False if it cannot be read. */
bool xml_is(const char *path);
/* The line of the tag or text of the call under way. */
uint64_t xml_line(const struct xml *x);

/* The name without its prefix. */
const char *xml_local(const char *name);
/* The value of the attribute, or NULL; the name as the file has it. */
const char *xml_attr(const char **attr, const char *name);

#endif
