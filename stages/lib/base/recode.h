/* recode - bytes of another encoding to UTF-8, by iconv(3). */
#ifndef RECODE_H
#define RECODE_H

#include <iconv.h>

/* For iconv() and iconv_close(); (iconv_t)-1 if it knows no such encoding. */
iconv_t recode_open(const char *encoding);

#endif
