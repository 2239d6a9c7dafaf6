#include "delimiter.h"

#include <string.h>

bool
delimiter_is(const char *delimiters, const char *s)
{
	if (*s == '\0')
		return false;
	while (*s != '\0') {
		char c[5] = {0};
		size_t n = 1;

		while (((unsigned char)s[n] & 0xC0) == 0x80)
			n++;
		memcpy(c, s, n < 4 ? n : 4);
		if (strstr(delimiters, c) == NULL)
			return false;
		s += n;
	}
	return true;
}
