#include "export.h"

#include <string.h>

bool
export_wants(const struct export_opts *o, const char *name)
{
	for (size_t i = 0; i < o->n_attr; i++)
		if (strcmp(o->attr[i], name) == 0)
			return true;
	return o->n_attr == 0;
}

const char *
export_value(const struct vrt *v, int k, struct buf *b, size_t *len)
{
	const char *s;

	*len = 0;
	if (k < 0)
		return "";
	s = vrt_col(v, (size_t)k, len);
	if (memchr(s, '&', *len) == NULL)
		return s;
	b->len = 0;
	vrt_plain(b, s, *len);
	*len = b->len;
	return b->s;
}
