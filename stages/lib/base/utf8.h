/* utf8 - are these bytes text?  (What text means is lib/text/utf.h.) */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Offset of the first byte that is NUL or not UTF-8, or len. */
size_t utf8_check(const char *s, size_t len);
/* The same, narrow as on a small processor: for tests. */
size_t utf8_check_by(const char *s, size_t len, bool narrow);
/* The longest beginning of at most max bytes that ends between letters. */
size_t utf8_cut(const char *s, size_t len, size_t max);

#endif
