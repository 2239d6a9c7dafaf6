/* YAML as quanteda writes and reads dictionaries, Lexicoder's too: mappings of
 * categories by indentation, lists of words as lines of "- " or in brackets,
 * plain or quoted.  What else YAML has (block texts, mappings in braces, texts
 * over several lines) is refused. */
#include <stdlib.h>
#include <string.h>

#include "formats.h"
#include "lib/base/err.h"
#include "lib/text/utf.h"

struct yaml {
	struct entries *e;
	struct in *in;
	size_t indent[ENTRIES_DEPTH]; /* of the keys of the path */
	struct buf text;              /* a word without its quotes */
	/* a list in brackets that is under way */
	struct buf flow;
	size_t open; /* brackets */
	char quote;  /* inside, or NUL */
};

static void __attribute__((noreturn)) bad(const struct yaml *y, const char *why)
{
	die_data(y->in->name, y->in->line, "%s", err_said(why));
}

/* ---- words ---- */

/* \n \t \" \xHH \uHHHH: the character; how many bytes the escape has. */
static size_t
escape(const struct yaml *y, const char *s, int32_t *c)
{
	static const char kinds[] = "xuU";
	static const int digits[] = {2, 4, 8};
	const char *k = *s != '\0' ? strchr(kinds, *s) : NULL;
	char hex[9] = "";
	char *end;
	unsigned long v;

	*c = *s == 'n' || *s == 't' ? ' ' : (unsigned char)*s;
	if (k == NULL)
		return 1;
	strncpy(hex, s + 1, (size_t)digits[k - kinds]);
	v = strtoul(hex, &end, 16);
	if (end - hex != digits[k - kinds] || v == 0 || v > 0x10FFFF ||
	    (v >= 0xD800 && v < 0xE000))
		bad(y, "an escape of no character");
	*c = (int32_t)v;
	return 1 + (size_t)digits[k - kinds];
}

/* The quoted text that begins at s goes to y->text; the end behind it. */
static const char *
unquote(struct yaml *y, const char *s)
{
	char quote = *s++;

	y->text.len = 0;
	buf_mem(&y->text, "", 0);
	for (; *s != '\0'; s++) {
		char head[4];
		int32_t c;

		if (*s == quote && quote == '\'' && s[1] == quote)
			s++;
		else if (*s == quote)
			return s + 1;
		else if (*s == '\\' && quote == '"' && s[1] != '\0' &&
		    (unsigned char)s[1] < 0x80) {
			s += escape(y, s + 1, &c);
			buf_mem(&y->text, head, utf_put(head, c));
			continue;
		}
		buf_mem(&y->text, s, 1);
	}
	bad(y, "a quote without its end in the line");
}

static void
put_text(struct yaml *y)
{
	entries_put(y->e, entries_theme(y->e), y->text.s, y->text.len);
}

/* A word at s, up to one of the ends, or a comment; the end behind it. */
static const char *
word(struct yaml *y, const char *s, const char *ends)
{
	const char *p = s;

	if (*s == '"' || *s == '\'') {
		s = unquote(y, s);
		put_text(y);
		return s + strspn(s, " \t");
	}
	while (*p != '\0' && strchr(ends, *p) == NULL &&
	    !(*p == '#' && p > s && (p[-1] == ' ' || p[-1] == '\t')))
		p++;
	y->text.len = 0;
	buf_mem(&y->text, s, (size_t)(p - s));
	if (strcmp(y->text.s, "~") != 0 && strcmp(y->text.s, "null") != 0)
		put_text(y);
	return p;
}

/* ---- lists in brackets ---- */

static void
put_flow(struct yaml *y)
{
	for (const char *s = y->flow.s; *s != '\0';) {
		s += strspn(s, "[], \t");
		if (*s == '{')
			bad(y, "a mapping in braces: write it in lines");
		if (*s != '\0')
			s = word(y, s, ",[]");
		if (*s != '\0' && strchr(",[]", *s) == NULL)
			bad(y, "a comma is missing between words");
	}
	y->flow.len = 0;
}

/* Is a blank, or one of the signs, the last of the list so far? */
static bool
behind(const struct yaml *y, const char *signs)
{
	return y->flow.len == 0 || strchr(signs, y->flow.s[y->flow.len - 1]);
}

/* One character of a list: what it opens or ends. */
static void
take_sign(struct yaml *y, char c)
{
	if (y->quote != '\0') {
		if (c == y->quote)
			y->quote = '\0';
	} else if ((c == '"' || c == '\'') && behind(y, "[, \t"))
		y->quote = c;
	else if (c == '[')
		y->open++;
	else if (c == ']')
		y->open--;
}

/* Takes up to the bracket that ends the list; comments left out. */
static void
add_flow(struct yaml *y, const char *s)
{
	for (; *s != '\0' && y->open > 0; s++) {
		if (y->quote == '\0' && *s == '#' && behind(y, " \t"))
			break;
		if (*s == '\\' && y->quote == '"' && s[1] != '\0')
			buf_mem(&y->flow, s++, 1);
		else
			take_sign(y, *s);
		buf_mem(&y->flow, s, 1);
	}
	buf_mem(&y->flow, " ", 1);
	if (y->open > 0)
		return;
	s += strspn(s, " \t");
	if (*s != '\0' && *s != '#')
		bad(y, "text behind a list in brackets");
	put_flow(y);
}

/* ---- lines ---- */

/* What stands behind "key:" or "- ". */
static void
value(struct yaml *y, const char *s)
{
	while (*s == '&' || *s == '!') {
		s += strcspn(s, " \t");
		s += strspn(s, " \t");
	}
	switch (*s) {
	case '\0':
	case '#':
		return;
	case '[':
		y->open = 1;
		y->flow.len = 0;
		buf_mem(&y->flow, "[", 1);
		add_flow(y, s + 1);
		return;
	case '{':
		if (strncmp(s, "{}", 2) == 0)
			return;
		bad(y, "a mapping in braces: write it in lines");
	case '|':
	case '>':
		bad(y, "a block of text where words should be");
	default:
		s = word(y, s, "");
		if (*s != '\0' && *s != '#')
			bad(y, "text behind a quoted word");
	}
}

/* The end of a key at s, with its text in y->text: the value behind the colon;
 * NULL if the line is no key. */
static const char *
key(struct yaml *y, const char *s)
{
	const char *p = s;

	if (*s == '"' || *s == '\'') {
		p = unquote(y, s);
		p += strspn(p, " \t");
		return *p == ':' && strchr(" \t", p[1]) != NULL ? p + 1 : NULL;
	}
	while (*p != '\0' && (*p != ':' || strchr(" \t", p[1]) == NULL))
		p++;
	if (*p == '\0' || *s == '[' || *s == '{')
		return NULL;
	y->text.len = 0;
	buf_mem(&y->text, s, (size_t)(p - s));
	return p + 1;
}

/* A line's content at its indentation. */
static void
node(struct yaml *y, size_t indent, const char *s)
{
	struct entries *e = y->e;
	bool item = false;
	const char *rest;

	while (*s == '-' && strchr(" \t", s[1]) != NULL) {
		size_t n = 1 + strspn(s + 1, " \t");

		while (e->depth > 0 && y->indent[e->depth - 1] > indent)
			entries_cut(e, e->depth - 1);
		indent += n;
		s += n;
		item = true;
	}
	rest = key(y, s);
	if (rest == NULL) {
		if (!item && *s != '[')
			bad(y,
			    "neither a category (name:) nor a word (- word)");
		value(y, s);
		return;
	}
	while (e->depth > 0 && y->indent[e->depth - 1] >= indent)
		entries_cut(e, e->depth - 1);
	if (e->depth == ENTRIES_DEPTH)
		bad(y, "categories too deep");
	y->indent[e->depth] = indent;
	(void)entries_level(e, e->depth, y->text.s, y->text.len);
	value(y, rest + strspn(rest, " \t"));
}

static void
line(struct yaml *y, char *s, size_t len)
{
	size_t indent;

	while (len > 0 && strchr(" \t\r", s[len - 1]) != NULL)
		len--;
	s[len] = '\0';
	if (y->open > 0) {
		add_flow(y, s);
		return;
	}
	indent = strspn(s, " ");
	s += indent;
	if (*s == '\0' || *s == '#' || *s == '%' || strcmp(s, "---") == 0 ||
	    strcmp(s, "...") == 0)
		return;
	if (*s == '\t')
		bad(y, "a tab in the indentation");
	node(y, indent, s);
}

void
yaml_read(struct entries *e, struct in *in)
{
	struct yaml y = {.e = e, .in = in};
	char *s;
	size_t len;

	while (in_line(in, &s, &len))
		line(&y, s, len);
	if (y.open > 0)
		die_data(in->name, 0, "a list in brackets without its end");
	buf_free(&y.text);
	buf_free(&y.flow);
}
