#include "names.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/text/utf.h"

enum {
	UNITS = 31 /* of a name */
};

/* dir/a.tsv.zst: a; <stdin>: table. */
static void
base_name(struct buf *to, const char *file)
{
	const char *slash = strrchr(file, '/');
	const char *s = slash != NULL ? slash + 1 : file;
	size_t len = strlen(s);
	const char *dot;
	bool text;

	if (strcmp(file, "<stdin>") == 0) {
		buf_str(to, "table");
		return;
	}
	if (len > 4 && strcmp(s + len - 4, ".zst") == 0)
		len -= 4;
	dot = memrchr(s, '.', len);
	if (dot != NULL && dot > s)
		len = (size_t)(dot - s);
	buf_mem(to, s, len);
	text = utf8_check(to->s, to->len) == to->len;
	for (size_t i = 0; i < to->len; i++) {
		unsigned char c = (unsigned char)to->s[i];

		if (c < 0x20 || (c >= 0x80 && !text) ||
		    strchr("[]:*?/\\'", c) != NULL)
			to->s[i] = '_';
	}
}

/* Units of UTF-16 of a name's beginning, as many as there is room for. */
static size_t
cut(const char *s, size_t len, size_t units)
{
	size_t at = 0;

	while (at < len) {
		size_t n;
		size_t wide = utf_get(s + at, s + len, &n) > 0xFFFF ? 2 : 1;

		if (wide > units)
			break;
		units -= wide;
		at += n;
	}
	return at;
}

static char *
fold(const char *s, size_t len)
{
	struct buf b = {0};

	for (size_t at = 0; at < len;) {
		size_t n;
		int32_t cp = utf_get(s + at, s + len, &n);

		buf_room(&b, 4);
		b.len += utf_put(b.s + b.len, utf_lower(cp));
		at += n;
	}
	buf_mem(&b, "", 1);
	return b.s;
}

static bool
is_taken(const struct names *a, const char *folded)
{
	if (strcmp(folded, "history") == 0) /* Excel keeps it for itself */
		return true;
	for (size_t i = 0; i < a->n; i++)
		if (strcmp(a->folded[i], folded) == 0)
			return true;
	return false;
}

const char *
names_add(struct names *a, const char *file)
{
	struct buf base = {0};
	struct buf name = {0};
	char *folded = NULL;

	base_name(&base, file);
	for (unsigned k = 1; folded == NULL || is_taken(a, folded); k++) {
		char tail[16] = "";

		if (k > 1)
			(void)snprintf(tail, sizeof(tail), " (%u)", k);
		name.len = 0;
		buf_mem(
		    &name, base.s, cut(base.s, base.len, UNITS - strlen(tail)));
		buf_str(&name, tail);
		free(folded);
		folded = fold(name.s, name.len);
	}
	a->name = mem_grow(a->name, &a->cap, a->n + 1, sizeof(*a->name));
	a->folded =
	    mem_grow(a->folded, &a->cap_folded, a->n + 1, sizeof(*a->folded));
	a->folded[a->n] = folded;
	a->name[a->n] = name.s;
	buf_free(&base);
	return a->name[a->n++];
}

void
names_free(struct names *a)
{
	for (size_t i = 0; i < a->n; i++) {
		free(a->name[i]);
		free(a->folded[i]);
	}
	free(a->name);
	free(a->folded);
}
