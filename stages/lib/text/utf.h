/* utf - UTF-8 text, over utf8proc; every input is valid (lib/base/utf8.h). */
#ifndef UTF_H
#define UTF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/base/out.h"

/* The code point at s[0], s < end; *n gets its length in bytes. */
int32_t utf_get(const char *s, const char *end, size_t *n);
/* Writes cp (up to 4 bytes) and returns its length. */
size_t utf_put(char *to, int32_t cp);
size_t utf_count(const char *s, size_t len); /* code points */
size_t utf_width(const char *s, size_t len); /* columns of a terminal */
/* The longest prefix of s that fits into width columns; *used gets its
 * columns. */
size_t utf_fit(const char *s, size_t len, size_t width, size_t *used);
bool utf_is_letter(int32_t cp);     /* letter or combining mark */
bool utf_is_upper(int32_t cp);      /* upper or title case */
bool utf_is_space(int32_t cp);      /* white space, the no-break kinds too */
bool utf_is_zero_width(int32_t cp); /* joiners, marks of direction, BOM */
/* The figure that a sign above or below the line is, else -1. */
int utf_script(int32_t cp);
#define utf_is_script(cp) (utf_script(cp) >= 0)
bool utf_is_middle_dot(int32_t cp); /* one, or a sign that looks like it */
int32_t utf_lower(int32_t cp);
int32_t utf_upper(int32_t cp);
/* Has it, seen from its bytes, no sign but those of ASCII and letters such as é
 * and œ, and blanks, or sep, alone between others?  Then it is NFC too. */
bool utf_is_tidy(const char *s, size_t len, char sep);
/* Appends s without its accents: é is e, ç is c; œ stays. */
void utf_bare(struct buf *out, const char *s, size_t len);
/* Text in XML and HTML, in elements and between double quotes: what would be
 * markup as entities, what XML 1.0 does not allow (controls, U+FFFE, U+FFFF) as
 * U+FFFD. */
void utf_put_xml(struct out *o, const char *s, size_t len);
/* Appends s in NFC to out; true if anything changed. */
bool utf_nfc(struct buf *out, const char *s, size_t len);

#endif
