#include "cell.h"

#include <string.h>

#include "lib/text/utf.h"

void
cell_pad(struct out *o, size_t n)
{
	memset(out_room(o, n), ' ', n);
	o->b.len += n;
}

size_t
cell_cut(struct out *o, const char *s, size_t columns, const char *mark)
{
	size_t len = strlen(s);
	size_t w = utf_width(s, len);
	size_t dots = utf_width(mark, strlen(mark));

	if (w <= columns) {
		out_mem(o, s, len);
		return w;
	}
	len = utf_fit(s, len, columns - dots, &w);
	out_mem(o, s, len);
	out_str(o, mark);
	return w + dots;
}
