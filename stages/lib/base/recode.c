#include "recode.h"

#include <errno.h>
#include <stdlib.h>

#include "err.h"
#include "mem.h"

enum {
	PROBE = 256 * 1024
};

iconv_t
recode_open(const char *encoding)
{
	iconv_t cd = (iconv_t)-1;

	/* EINVAL says glibc also where there was no memory: asked again, or
	 * told by what we ask for ourselves */
	for (int i = 0; i < 2 && cd == (iconv_t)-1; i++) {
		cd = iconv_open("UTF-8", encoding);
		if (cd == (iconv_t)-1 && errno != EINVAL)
			die_sys("iconv");
		if (cd == (iconv_t)-1)
			free(mem_block(PROBE));
	}
	return cd;
}
