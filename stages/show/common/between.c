#include "between.h"

#include <string.h>

#include "lib/lang/fr/lang.h"

bool
between_has_comma(const char *name)
{
	return strstr(name, ", ") != NULL;
}

const char *
between(enum figure_style style, bool any_comma)
{
	if (!any_comma)
		return ", ";
	return (style & FIGURE_FR) != 0 ? lang_label("; ") : "; ";
}
