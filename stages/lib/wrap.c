#include "wrap.h"

#include <string.h>

bool
wrap_soft(const char *s, size_t len)
{
	while (len > 0 && (s[len - 1] == '\r' || s[len - 1] == ' '))
		len--;
	return len > 1 && memcmp(s + len - 2, "\xC2\xAD", 2) == 0;
}

void
wrap_add(struct wrap *w, uint64_t line, const char *s, size_t len, bool soft)
{
	struct buf *b = &w->text;

	if (b->len == 0)
		w->line = line;
	else if (!w->soft &&
	    !(b->len > 1 && b->s[b->len - 1] == '-' && b->s[b->len - 2] != ' '))
		buf_str(b, " ");
	buf_mem(b, s, len);
	w->soft = soft;
}

void
wrap_clear(struct wrap *w)
{
	w->text.len = 0;
	w->soft = false;
}
