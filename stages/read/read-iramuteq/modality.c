#include "modality.h"

#include <stdlib.h>
#include <string.h>

/* Is it one of the values that " ; " joins? */
static bool
among(const char *values, const char *s, size_t len)
{
	for (const char *v = values; v != NULL;) {
		const char *end = strstr(v, " ; ");
		size_t n = end != NULL ? (size_t)(end - v) : strlen(v);

		if (n == len && memcmp(v, s, len) == 0)
			return true;
		v = end != NULL ? end + strlen(" ; ") : NULL;
	}
	return false;
}

static bool
read_date(struct attrs *to, const char *name, const char *s, size_t len)
{
	char *v = mem_copy(s, len);
	bool good = false;

	for (const char *c = "-/ "; *c != '\0' && !good; c++) {
		struct attrs t = {0};

		for (size_t i = 0; i < len; i++)
			v[i] = s[i] == '_' ? *c : s[i];
		good = attrs_read(&t, name, v, len);
		if (good)
			attrs_merge(to, &t);
		attrs_free(&t);
	}
	free(v);
	return good;
}

enum modality
modality_set(struct attrs *t, const char *name, const char *s, size_t len)
{
	const char *old = attrs_get(t, name);

	if (old != NULL) {
		if (!among(old, s, len))
			attrs_join(t, name, s, len);
		return MODALITY_TWICE;
	}
	if (strcmp(name, "date") == 0 || strcmp(name, "published") == 0) {
		if (read_date(t, name, s, len))
			return MODALITY_SET;
		(void)attrs_read(t, name, s, len);
		return MODALITY_NO_DATE;
	}
	(void)attrs_read(t, name, s, len);
	return MODALITY_SET;
}
