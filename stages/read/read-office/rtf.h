/* rtf - can pandoc be trusted with this file? */
#ifndef RTF_H
#define RTF_H

#include <stddef.h>
#include <stdint.h>

/* The line of the first letter written as \u233?, with a sign for older readers
 * that is no \'e9: pandoc (2.17) takes the letter behind it, too.  0: none. */
uint64_t rtf_loses(const char *s, size_t len);
/* The same of a file; exit 1 if there is one. */
void rtf_check(const char *path);

#endif
