/* span - a piece of text and what stands at its ends. */
#ifndef SPAN_H
#define SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct span {
	const char *s;
	size_t len;
};

/* Bytes of the blank at s, the no-break ones too, 0 if there is none; and of
 * all the blanks. */
size_t span_blank(const char *s, size_t len);
size_t span_blanks(const char *s, size_t len);
/* The first code point; 0 if there is none. */
int32_t span_first(const char *s, size_t len);
/* The last one, of *n bytes. */
int32_t span_last(const char *s, size_t len, size_t *n);
bool span_is_quote(int32_t cp); /* or a bracket */
/* Without blanks, dashes and signs like , ; : | / at the ends. */
struct span span_strip(const char *s, size_t len);
/* Does it end as a sentence or a clause does? Quotes and brackets at the end
 * are looked through. */
bool span_is_punctuated(const char *s, size_t len);
/* Is all of it a code, DISC_ARTICLES_1_1: capitals and digits with _? */
bool span_is_code(const char *s, size_t len);
/* Words between blanks. */
size_t span_words(const char *s, size_t len);

#endif
