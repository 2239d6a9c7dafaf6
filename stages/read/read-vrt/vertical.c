#include "vertical.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"

/* ---- columns ---- */

static void __attribute__((noreturn)) die_other(const struct vertical *v)
{
	die_data(v->in.name, v->in.line,
	    "the columns are not those of the first file: read them apart, or "
	    "name them with -o");
}

/* Names parted by any of sep; those that were there must be the same. */
static void
read_columns(struct vertical *v, char *names, const char *sep)
{
	const char *file = v->in.name;
	uint64_t line = v->in.line;
	char *save = NULL;
	size_t n = 0;

	for (char *s = strtok_r(names, sep, &save); s != NULL;
	     s = strtok_r(NULL, sep, &save)) {
		size_t len = strlen(s);

		if (len > 1 && s[len - 1] == '/')
			s[len - 1] = '\0'; /* CWB marks columns of sets */
		if (n == VRT_COLUMNS)
			die_data(file, line, "more than %d columns",
			    (int)VRT_COLUMNS);
		if (v->n_col > 0 &&
		    (n >= v->n_col || strcmp(v->col[n], s) != 0))
			die_other(v);
		if (v->n_col == 0)
			v->col[n] = mem_string(s);
		n++;
	}
	if (n == 0)
		die_data(file, line, "no column is named");
	if (v->n_col > 0 && n != v->n_col)
		die_other(v);
	v->n_col = n;
}

void
vertical_columns(struct vertical *v, const char *names)
{
	char *copy = mem_string(names);

	if (strtok(copy, ",") == NULL)
		die_usage("option -o: no column is named");
	free(copy);
	copy = mem_string(names);
	read_columns(v, copy, ",");
	free(copy);
	v->fixed = true;
	for (size_t i = 0; i < v->n_col; i++) {
		if (strpbrk(v->col[i], " \t<>&\"") != NULL)
			die_usage("option -o: '%s' is no name of a column",
			    v->col[i]);
		for (size_t k = 0; k < i; k++)
			if (strcmp(v->col[i], v->col[k]) == 0 &&
			    strcmp(v->col[i], "-") != 0)
				die_usage(
				    "option -o: column '%s' twice", v->col[i]);
	}
}

static void
column_line(struct vertical *v, const char *s, size_t len)
{
	const char *from = s + sizeof(VRT_MARK) - 1;
	char *names;

	if (v->fixed)
		return;
	if (len < sizeof(VRT_MARK) + 2 || memcmp(s + len - 3, "-->", 3) != 0)
		die_data(v->in.name, v->in.line, "column line without -->");
	names = mem_copy(from, (size_t)(s + len - 3 - from));
	read_columns(v, names, " ");
	free(names);
}

void
vertical_open(struct vertical *v, const char *path, const char *encoding)
{
	in_open(&v->in, path, encoding);
}

void
vertical_close(struct vertical *v)
{
	v->n_cr_only += v->in.n_cr;
	in_close(&v->in);
}

void
vertical_free(struct vertical *v)
{
	for (size_t i = 0; i < v->n_col; i++)
		free(v->col[i]);
	attrs_free(&v->attrs);
	buf_free(&v->tag);
	buf_free(&v->val);
	buf_free(&v->raw);
}

/* ---- tags ---- */

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* <name ...> or </name>, without a tab; else the line is a token. */
static bool
is_tag(const char *s, size_t len)
{
	if (len < 3 || *s != '<' || s[len - 1] != '>' ||
	    memchr(s, '\t', len) != NULL)
		return false;
	return letter(s[s[1] == '/' ? 2 : 1]);
}

static void __attribute__((noreturn)) bad_attr(const struct vertical *v)
{
	die_data(v->in.name, v->in.line,
	    "a tag's attributes are written name=\"value\": repair the line; "
	    "a word that looks like a tag begins with &lt;");
}

static const char *
skip_blanks(const char *p, const char *end)
{
	while (p < end && *p == ' ')
		p++;
	return p;
}

/* Does the tag end at p, or another name="value" begin there? */
static bool
ends_value(const char *p, const char *end)
{
	const char *name = skip_blanks(p, end);
	const char *eq = name;

	if (name == end)
		return true;
	while (eq < end && (letter(*eq) || strchr("0123456789.:-", *eq)))
		eq++;
	return name > p && eq > name && eq + 1 < end && *eq == '=' &&
	    (eq[1] == '"' || eq[1] == '\'');
}

/* The end of a value in quotes that begins at s, the quote before it; NULL if
 * it has none.  NoSketch Engine writes a quote of the value as \": that is one
 * unless the tag ends there or goes on with another name. */
static const char *
find_quote(const char *s, const char *end)
{
	const char *p = s;
	char quote = s[-1];

	while ((p = memchr(p, quote, (size_t)(end - p))) != NULL) {
		if (p == s || p[-1] != '\\' || ends_value(p + 1, end))
			return p;
		p++;
	}
	return NULL;
}

/* The value without entities, and without \ before its quotes. */
static void
read_value(struct vertical *v, const char *s, const char *end, char quote)
{
	v->raw.len = 0;
	buf_mem(&v->raw, "", 0);
	while (s < end) {
		const char *p = memchr(s, '\\', (size_t)(end - s));

		if (p == NULL)
			p = end;
		buf_mem(&v->raw, s, (size_t)(p - s));
		if (p < end && (p + 1 == end || p[1] != quote))
			buf_mem(&v->raw, p, 1);
		s = p + (p < end);
	}
	v->val.len = 0;
	buf_mem(&v->val, "", 0);
	vrt_plain(&v->val, v->raw.s, v->raw.len);
}

/* One name="value" of the tag from s on; returns its end. */
static const char *
read_attr(struct vertical *v, const char *s, const char *end)
{
	const char *eq = memchr(s, '=', (size_t)(end - s));
	const char *from;
	const char *to;
	char quote = '\0';
	char *name;

	if (eq == NULL || eq == s || eq + 1 == end ||
	    memchr(s, ' ', (size_t)(eq - s)) != NULL)
		bad_attr(v);
	from = eq + 1;
	if (*from == '"' || *from == '\'') {
		quote = *from++;
		to = find_quote(from, end);
		if (to == NULL)
			bad_attr(v);
	} else {
		to = memchr(from, ' ', (size_t)(end - from));
		if (to == NULL)
			to = end;
	}
	read_value(v, from, to, quote);
	name = mem_copy(s, (size_t)(eq - s));
	attrs_setn(&v->attrs, name, v->val.s, v->val.len);
	free(name);
	return to + (quote != '\0');
}

/* The tag <...> from s on, len bytes. */
static enum vertical_event
read_tag(struct vertical *v, const char *s, size_t len)
{
	bool closes = s[1] == '/';
	const char *from = s + (closes ? 2 : 1);
	const char *end = s + len - 1;
	const char *p = from;
	bool empty = !closes && end[-1] == '/';

	end -= empty;
	while (p < end && *p != ' ')
		p++;
	v->tag.len = 0;
	buf_mem(&v->tag, from, (size_t)(p - from));
	v->name = v->tag.s;
	attrs_clear(&v->attrs);
	p = skip_blanks(p, end);
	while (!closes && p < end)
		p = skip_blanks(read_attr(v, p, end), end);
	if (closes)
		return VERTICAL_CLOSE;
	return empty ? VERTICAL_EMPTY : VERTICAL_OPEN;
}

/* ---- lines ---- */

static void
read_token(struct vertical *v, const char *s, size_t len)
{
	const char *end = s + len;
	size_t n = 0;

	if (v->n_col == 0)
		die_data(v->in.name, v->in.line,
		    "the columns have no names: give them in their order "
		    "with -o, such as -o word,pos,lemma for TreeTagger");
	for (;;) {
		const char *tab = memchr(s, '\t', (size_t)(end - s));

		if (tab == NULL)
			tab = end;
		if (n < v->n_col)
			v->cell[n] =
			    (struct vertical_cell){s, (size_t)(tab - s)};
		n++;
		if (tab == end)
			break;
		s = tab + 1;
	}
	if (n != v->n_col)
		die_data(v->in.name, v->in.line,
		    "%zu column%s, parted by tabs, where %zu %s named: is the "
		    "line cut, or do other names fit (-o)?",
		    n, n == 1 ? "" : "s", v->n_col,
		    v->n_col == 1 ? "is" : "are");
}

/* <!-- -->, <?xml ?>, <!DOCTYPE >; a column line is read. */
static bool
declaration(struct vertical *v, const char *s, size_t len)
{
	if (len < 3 || (s[1] != '!' && s[1] != '?') || s[len - 1] != '>' ||
	    memchr(s, '\t', len) != NULL)
		return false;
	if (len >= sizeof(VRT_MARK) - 1 &&
	    memcmp(s, VRT_MARK, sizeof(VRT_MARK) - 1) == 0)
		column_line(v, s, len);
	return true;
}

enum vertical_event
vertical_next(struct vertical *v)
{
	char *s;
	size_t len;

	while (in_line(&v->in, &s, &len)) {
		if (len > 0 && s[len - 1] == '\r') {
			len--;
			v->n_cr++;
		}
		if (len == 0) {
			v->n_blank++;
			continue;
		}
		if (*s == '<') {
			size_t n = len;

			while (n > 0 && s[n - 1] == ' ')
				n--;
			if (declaration(v, s, n))
				continue;
			if (is_tag(s, n))
				return read_tag(v, s, n);
		}
		read_token(v, s, len);
		return VERTICAL_TOKEN;
	}
	return VERTICAL_END;
}
