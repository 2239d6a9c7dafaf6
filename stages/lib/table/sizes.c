#include "sizes.h"

#include <stdarg.h>
#include <stdio.h>

#include "lib/base/err.h"

uint32_t
sizes_choose(const struct counts *c, const char *n)
{
	uint64_t line;
	uint32_t k;

	if (n == NULL)
		return SIZES_ALL;
	if (!c->has_size)
		die_data(counts_where(c, 1, &line), 1,
		    "no column 'n', so -n makes no sense");
	if ((k = counts_find(&c->sizes, n)) != UINT32_MAX)
		return k;
	note("no row has n %s", n);
	return SIZES_NONE;
}

void
sizes_note(const struct counts *c, uint32_t size, const char *fmt, ...)
{
	char text[2048];
	size_t len;
	const char *name = counts_name(&c->sizes, size, &len);
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (c->has_size)
		note("n %s: %s", name, text);
	else
		note("%s", text);
}
