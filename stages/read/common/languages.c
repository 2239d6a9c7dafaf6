#include "languages.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lib/base/mem.h"
#include "lib/lang/fr/lang.h"

bool
languages_want(const char *list, const char *lang)
{
	size_t n = strcspn(lang, "-_");
	bool own = lang_is(lang);
	const char *s = list;

	while (s != NULL && *s != '\0') {
		size_t len = strcspn(s, ",");
		char *one = mem_copy(s, len);
		bool is = (len == n && strncasecmp(one, lang, n) == 0) ||
		    strcasecmp(one, lang) == 0 || (own && lang_is(one));

		free(one);
		if (is)
			return true;
		s += len;
		s += *s == ',';
	}
	return list == NULL || n == 0;
}
