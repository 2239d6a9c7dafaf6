/* recode - bytes of another encoding to UTF-8, by iconv(3). */
#ifndef RECODE_H
#define RECODE_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>

/* Were the bytes UTF-8 before they were converted?  So it is where all of them
 * are, and one letter at least of U+00C0 to U+00FF: in no other encoding does
 * a text write "Ã" and a sign of the upper half always and nothing else. */
struct recode_look {
	bool not ; /* they are not, or it is UTF-8 that they are to be */
	bool letter;
	unsigned rest; /* bytes of the letter under way */
};

/* Exit 1 where the first bytes of the input are those of a packed file or of a
 * document, of which no encoding makes a text. */
void recode_refuse(const char *name, const char *s, size_t n);
/* For iconv() and iconv_close(); (iconv_t)-1 if it knows no such encoding. */
iconv_t recode_open(const char *encoding);
/* Before the first byte: is cd to convert from UTF-8 itself? */
void recode_look_open(struct recode_look *l, iconv_t cd);
void recode_look(struct recode_look *l, const char *s, size_t n);

/* After the last one. */
static inline bool
recode_was_utf8(const struct recode_look *l)
{
	return !l->not &&l->letter && l->rest == 0;
}

#endif
