#include "labels.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"

/* One line behind the text under way. */
static void
go_on(struct buf *text, const char *s, size_t len)
{
	while (len > 0 && (*s == ' ' || *s == '\t')) {
		s++;
		len--;
	}
	if (text->len > 0)
		buf_str(text, "\n");
	buf_mem(text, s, len);
}

static void
end_text(struct labels *l, struct buf *text)
{
	if (l->keys.n == 0)
		return;
	l->text[l->keys.n - 1] = mem_copy(text->s, text->len);
	text->len = 0;
}

static void
begin_text(struct labels *l, const struct in *in, const char *s, size_t len)
{
	uint32_t n = l->keys.n;

	if (intern_add(&l->keys, s, len) != n)
		die_data(in->name, in->line, "the label '%.*s' comes twice",
		    (int)len, s);
	l->text = mem_grow(l->text, &l->cap, l->keys.n, sizeof(*l->text));
	l->text[n] = NULL;
}

/* A key has no blank, so that a text which forgot its blank is none. */
static bool
is_key(const char *s, const char *colon)
{
	if (colon == NULL || colon == s)
		return false;
	for (; s < colon; s++)
		if (*s == ' ' || *s == '\t')
			return false;
	return true;
}

void
labels_read(struct labels *l, const char *path)
{
	struct buf text = {0};
	struct in in;
	char *s;
	size_t len;

	*l = (struct labels){0};
	intern_open(&l->keys);
	in_open(&in, path, NULL);
	l->file = mem_string(in.name);
	while (in_line(&in, &s, &len)) {
		const char *colon = memchr(s, ':', len);

		if (len == 0 || *s == '#')
			continue;
		if (*s != ' ' && *s != '\t') {
			if (!is_key(s, colon))
				die_data(in.name, in.line,
				    "no 'key: text', and no blank before what "
				    "goes on with a text");
			end_text(l, &text);
			begin_text(l, &in, s, (size_t)(colon - s));
			len -= (size_t)(colon + 1 - s);
			s += colon + 1 - s;
		} else if (l->keys.n == 0)
			die_data(in.name, in.line, "a text without a key");
		go_on(&text, s, len);
	}
	end_text(l, &text);
	in_close(&in);
	buf_free(&text);
}

void
labels_free(struct labels *l)
{
	for (uint32_t i = 0; i < l->keys.n; i++)
		free(l->text[i]);
	free(l->text);
	free(l->file);
	intern_free(&l->keys);
}

const char *
labels_find(const struct labels *l, const char *key)
{
	uint32_t i = intern_find(&l->keys, key, strlen(key));

	return i != UINT32_MAX ? l->text[i] : NULL;
}
