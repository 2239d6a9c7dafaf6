#include "ast.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"

/* What an element is to a reader of speeches. */
enum kind {
	AST_OTHER,
	AST_BLANK,
	AST_BREAK,
	AST_STRING, /* its content is its second part */
	AST_NOTE,
	AST_SKIP,
	AST_QUOTED,
	AST_PARA,
	AST_HEADING,
	AST_LINES,
	AST_LIST
};

static enum kind
kind_of(const char *s)
{
	static const struct {
		const char *s;
		enum kind kind;
	} all[] = {{"Space", AST_BLANK}, {"SoftBreak", AST_BLANK},
	    {"LineBreak", AST_BREAK}, {"Code", AST_STRING},
	    {"CodeBlock", AST_STRING}, {"Math", AST_STRING}, {"Note", AST_NOTE},
	    {"Image", AST_SKIP}, {"RawInline", AST_SKIP},
	    {"RawBlock", AST_SKIP}, {"Quoted", AST_QUOTED}, {"Para", AST_PARA},
	    {"Plain", AST_PARA}, {"Header", AST_HEADING},
	    {"LineBlock", AST_LINES}, {"BulletList", AST_LIST},
	    {"OrderedList", AST_LIST}};

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (strcmp(s, all[i].s) == 0)
			return all[i].kind;
	return AST_OTHER;
}

static void
put_string(struct buf *to, const json_t *s)
{
	size_t len = json_string_length(s);
	size_t from = to->len;

	if (!json_is_string(s))
		return;
	buf_mem(to, json_string_value(s), len);
	for (size_t i = from; i < to->len; i++)
		if (to->s[i] == '\n')
			to->s[i] = ' ';
}

/* The line so far is a paragraph, if there is something in it. */
static void
end_line(struct ast *a, const char *type)
{
	size_t at = a->from;

	while (at < a->text.len && a->text.s[at] == ' ')
		at++;
	if (at == a->text.len) {
		a->text.len = a->from;
		return;
	}
	buf_mem(&a->text, "\n", 1);
	a->type = mem_grow(a->type, &a->cap, a->n + 1, sizeof(*a->type));
	a->type[a->n++] = type;
	a->from = a->text.len;
}

static void walk(
    struct ast *a, struct buf *to, const json_t *json, const char *type);

static void
put_quoted(struct ast *a, struct buf *to, const json_t *c, const char *type)
{
	const json_t *how = json_object_get(json_array_get(c, 0), "t");
	const char *s = json_string_value(how);
	bool single = s != NULL && strcmp(s, "SingleQuote") == 0;

	buf_str(to, single ? "‘" : "“");
	walk(a, to, json_array_get(c, 1), type);
	buf_str(to, single ? "’" : "”");
}

/* A block of its own: what stood before it is one, too. */
static void
put_block(struct ast *a, struct buf *to, const json_t *c, const char *type)
{
	if (to == &a->text)
		end_line(a, type);
	walk(a, to, c, type);
	if (to == &a->text)
		end_line(a, type);
}

static void
put_lines(struct ast *a, struct buf *to, const json_t *c, const char *type)
{
	for (size_t i = 0; i < json_array_size(c); i++)
		put_block(a, to, json_array_get(c, i), type);
}

static bool
is_element(const json_t *json, const char *t)
{
	const char *s = json_string_value(json_object_get(json, "t"));

	return s != NULL && strcmp(s, t) == 0;
}

/* Does a link lead to a place of a page, x.html#n1? */
static bool
is_within(const json_t *link)
{
	const json_t *target = json_array_get(json_object_get(link, "c"), 2);
	const char *s = json_string_value(json_array_get(target, 0));

	return s != NULL && strchr(s, '#') != NULL;
}

/* A link of a page to a footnote, or back from it: raised and nothing but a
 * link, a link and nothing but raised, or the arrow U+21A9. */
static bool
is_mark(const json_t *json)
{
	const bool link = is_element(json, "Link");
	const json_t *c = json_object_get(json, "c");
	const json_t *in = link ? json_array_get(c, 1) : c;
	const json_t *only = json_array_get(in, 0);
	const char *s = json_string_value(json_object_get(only, "c"));

	if ((!link && !is_element(json, "Superscript")) ||
	    json_array_size(in) != 1 || !is_within(link ? json : only))
		return false;
	return is_element(only, link ? "Superscript" : "Link") ||
	    (link && s != NULL && strncmp(s, "\xE2\x86\xA9", 3) == 0);
}

static void
put_element(struct ast *a, struct buf *to, const json_t *json, const char *type)
{
	const char *t = json_string_value(json_object_get(json, "t"));
	const json_t *c = json_object_get(json, "c");

	if (t == NULL)
		return;
	if (is_mark(json)) {
		a->n_mark++;
		return;
	}
	if (strcmp(t, "Str") == 0) {
		put_string(to, c);
		return;
	}
	switch (kind_of(t)) {
	case AST_BLANK:
		buf_mem(to, " ", 1);
		break;
	case AST_BREAK:
		buf_mem(to, " ", 1);
		if (to == &a->text)
			end_line(a, type);
		break;
	case AST_STRING:
		put_string(to, json_array_get(c, 1));
		if (strcmp(t, "CodeBlock") == 0 && to == &a->text)
			end_line(a, type);
		break;
	case AST_NOTE:
		a->n_note++;
		break;
	case AST_SKIP:
		break;
	case AST_QUOTED:
		put_quoted(a, to, c, type);
		break;
	case AST_PARA:
		put_block(a, to, c, type);
		break;
	case AST_HEADING:
		put_block(a, to, c, "heading");
		break;
	case AST_LINES:
		put_lines(a, to, c, type);
		break;
	case AST_LIST:
		walk(a, to, c, "item");
		break;
	case AST_OTHER:
		walk(a, to, c, type);
		break;
	}
}

static void
walk(struct ast *a, struct buf *to, const json_t *json, const char *type)
{
	if (json_is_object(json))
		put_element(a, to, json, type);
	for (size_t i = 0; i < json_array_size(json); i++)
		walk(a, to, json_array_get(json, i), type);
}

void
ast_read(struct ast *a, const json_t *json, const char *name)
{
	const json_t *meta = json_object_get(json, "meta");
	const json_t *blocks = json_object_get(json, "blocks");

	if (!json_is_array(blocks))
		die_data(name, 0,
		    "not a document of pandoc (pandoc -t json): no blocks");
	a->text.len = 0;
	a->title.len = 0;
	a->from = 0;
	a->n = 0;
	walk(a, &a->title, json_object_get(meta, "title"), NULL);
	buf_mem(&a->title, "", 1);
	walk(a, &a->text, blocks, NULL);
	end_line(a, NULL);
}

void
ast_free(struct ast *a)
{
	free(a->type);
	buf_free(&a->text);
	buf_free(&a->title);
}
