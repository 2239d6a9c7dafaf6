#include "vrt.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "lib/base/err.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"

static void
read_header(struct vrt *v, char *s, size_t len)
{
	char *old[VRT_COLUMNS];
	size_t n_old = v->n_col;
	size_t end;
	char *save = NULL;
	char *names;

	memcpy(old, v->col, sizeof(old));
	v->n_col = 0;
	if (s[len - 1] == '\r')
		len--;
	if (len < sizeof(VRT_MARK) + 2 || memcmp(s + len - 3, "-->", 3) != 0)
		die_data(v->in.name, v->in.line, "column line without -->");
	end = len - 3;
	names =
	    mem_copy(s + sizeof(VRT_MARK) - 1, end - (sizeof(VRT_MARK) - 1));
	for (char *t = strtok_r(names, " ", &save); t != NULL;
	     t = strtok_r(NULL, " ", &save)) {
		if (v->n_col == VRT_COLUMNS)
			die_data(v->in.name, v->in.line, "more than %d columns",
			    VRT_COLUMNS);
		if (vrt_has(v, t) >= 0)
			die_data(v->in.name, v->in.line,
			    "two columns are called '%s'", t);
		v->col[v->n_col++] = mem_string(t);
	}
	free(names);
	if (v->n_col == 0)
		die_data(v->in.name, v->in.line, "no column is named");
	if (n_old == 0)
		return;
	if (n_old != v->n_col)
		die_data(v->in.name, v->in.line,
		    "the columns are not those of the first file");
	for (size_t i = 0; i < n_old; i++) {
		if (strcmp(old[i], v->col[i]) != 0)
			die_data(v->in.name, v->in.line,
			    "column %zu is %s, in the first file %s", i + 1,
			    v->col[i], old[i]);
		free(old[i]);
	}
}

/* Is the first line the header of a table: two names or more, of ASCII letters,
 * digits, '_' and '.', a letter first? */
static bool
is_header(const char *s, size_t len)
{
	size_t n_tab = 0;
	bool first = true;

	len -= len > 0 && s[len - 1] == '\r';
	for (size_t i = 0; i < len; i++) {
		bool letter = (s[i] | 0x20) >= 'a' && (s[i] | 0x20) <= 'z';
		bool more =
		    (s[i] >= '0' && s[i] <= '9') || s[i] == '_' || s[i] == '.';
		bool tab = s[i] == '\t';

		if (first ? !letter : !letter && !more && !tab)
			return false;
		first = tab;
		n_tab += tab;
	}
	return n_tab > 0 && !first;
}

/* Of an input without a column line. */
static void
check_transcript(const struct vrt *v, const char *s, size_t len)
{
	if (is_header(s, len))
		die_data(v->in.name, 1,
		    v->want == VRT_TRANSCRIPT
			? "a table where a transcript is expected"
			: v->want == VRT_TOKENS
			? "a table where a token stream is expected"
			: "a table where a transcript or a token stream is "
			  "expected");
	if (v->want == VRT_TOKENS)
		die_data(v->in.name, 1,
		    "no column line (<!-- #vrt positional-attributes: ... "
		    "-->): not a token stream; tokenise makes one");
	if (v->kind == VRT_TOKENS)
		die_data(v->in.name, 1, "a transcript after a token stream");
}

/* Opens the next input and sees what it holds. */
static bool
next_file(struct vrt *v)
{
	const char *path = NULL;
	char *s;
	size_t len;

	if (v->n_files == 0)
		return false;
	if (v->files != NULL)
		path = *v->files++;
	v->n_files--;
	in_open(&v->in, path, NULL);
	v->open = true;
	v->depth = 0;
	if (!in_line(&v->in, &s, &len))
		die_data(v->in.name, 0, "empty input");
	if (len >= sizeof(VRT_MARK) - 1 &&
	    memcmp(s, VRT_MARK, sizeof(VRT_MARK) - 1) == 0) {
		if (v->want == VRT_TRANSCRIPT)
			die_data(v->in.name, 1,
			    "a token stream where a transcript is expected");
		v->kind = VRT_TOKENS;
		read_header(v, s, len);
		return true;
	}
	check_transcript(v, s, len);
	v->kind = VRT_TRANSCRIPT;
	v->in.pos -= len + 1; /* read it again as an event */
	v->in.line = 0;
	return true;
}

void
vrt_open(struct vrt *v, char **files, int n, enum vrt_kind want)
{
	*v = (struct vrt){.want = want, .n_files = 1};
	intern_open(&v->ids);
	intern_open(&v->attrs);
	if (n > 0) {
		v->files = files;
		v->n_files = (size_t)n;
	}
	(void)next_file(v);
	v->want = v->kind;
}

void
vrt_close(struct vrt *v)
{
	if (v->open)
		in_close(&v->in);
	for (size_t i = 0; i < v->n_col; i++)
		free(v->col[i]);
	intern_free(&v->ids);
	intern_free(&v->attrs);
	buf_free(&v->val);
}

int
vrt_has(const struct vrt *v, const char *name)
{
	for (size_t i = 0; i < v->n_col; i++)
		if (strcmp(v->col[i], name) == 0)
			return (int)i;
	return -1;
}

size_t
vrt_column(struct vrt *v, const char *name)
{
	struct buf b = {0};
	int k = vrt_has(v, name);

	if (k >= 0)
		return (size_t)k;
	for (size_t i = 0; i < v->n_col; i++) {
		buf_str(&b, " ");
		buf_str(&b, v->col[i]);
	}
	die_data(v->in.name, 1, "no column '%s'; there are:%s", name,
	    b.len > 0 ? b.s : err_said(" none"));
}

/* ---- token lines ---- */

static void __attribute__((noreturn)) bad_columns(struct vrt *v, size_t n)
{
	die_data(v->in.name, v->in.line + 1,
	    "%zu column%s where the first line names %zu", n, n == 1 ? "" : "s",
	    v->n_col);
}

/* Finds the tabs and the LF of the line at s; the buffer's slack makes wide
 * loads safe. */
static inline size_t
split(struct vrt *v, const char *s)
{
	size_t n = 0;
	size_t i = 0;

#ifdef __SSE2__
	const __m128i lf = _mm_set1_epi8('\n');
	const __m128i tab = _mm_set1_epi8('\t');

	for (;; i += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(s + i));
		unsigned m = (unsigned)_mm_movemask_epi8(_mm_or_si128(
		    _mm_cmpeq_epi8(x, lf), _mm_cmpeq_epi8(x, tab)));

		for (; m != 0; m &= m - 1) {
			size_t at = i + (size_t)__builtin_ctz(m);

			if (n < VRT_COLUMNS)
				v->tab[n] = (uint32_t)at;
			n++;
			if (s[at] == '\n') {
				if (n != v->n_col)
					bad_columns(v, n);
				return at;
			}
		}
	}
#else
	for (;; i++)
		if (s[i] == '\t' || s[i] == '\n') {
			if (n < VRT_COLUMNS)
				v->tab[n] = (uint32_t)i;
			n++;
			if (s[i] == '\n') {
				if (n != v->n_col)
					bad_columns(v, n);
				return i;
			}
		}
#endif
}

/* ---- tags ---- */

/* Length of the tag's name at s (behind < or </). */
static size_t
name_len(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && (((unsigned char)s[n] | 0x20) >= 'a') &&
	    (((unsigned char)s[n] | 0x20) <= 'z'))
		n++;
	while (n > 0 && n < len && s[n] != ' ' && s[n] != '>' && s[n] != '/')
		n++;
	return n;
}

static enum vrt_tag
tag_of(const char *s, size_t n)
{
	if (n == 1 && *s == 's')
		return TAG_S;
	if (n == 1 && *s == 'p')
		return TAG_P;
	if (n == 6 && memcmp(s, "speech", 6) == 0)
		return TAG_SPEECH;
	return TAG_OTHER;
}

/* Steps over one ' name="value"' at *at; false at the end of the tag. */
static bool
next_attr(struct vrt *v, size_t *at, struct intern_str *name,
    struct intern_str *value)
{
	size_t i = *at;
	size_t from;
	const char *q;

	while (i < v->len && v->line[i] == ' ')
		i++;
	if (i < v->len && v->line[i] == '/')
		i++;
	if (i < v->len && v->line[i] == '>') {
		if (i + 1 != v->len)
			die_data(v->in.name, v->in.line,
			    "text behind a tag on its line");
		return false;
	}
	from = i;
	while (i < v->len && v->line[i] != '=' && v->line[i] != ' ' &&
	    v->line[i] != '>')
		i++;
	*name = (struct intern_str){v->line + from, i - from};
	if (i == from || i + 1 >= v->len || v->line[i] != '=' ||
	    v->line[i + 1] != '"' ||
	    (q = memchr(v->line + i + 2, '"', v->len - i - 2)) == NULL)
		die_data(v->in.name, v->in.line,
		    "a tag's attributes are written name=\"value\"");
	*value =
	    (struct intern_str){v->line + i + 2, (size_t)(q - v->line) - i - 2};
	*at = (size_t)(q - v->line) + 1;
	return true;
}

static size_t
first_attr(const struct vrt *v)
{
	return 1 + name_len(v->line + 1, v->len - 1);
}

const char *
vrt_attr(struct vrt *v, const char *name)
{
	size_t at = first_attr(v);
	struct intern_str n;
	struct intern_str val;

	while (next_attr(v, &at, &n, &val))
		if (strlen(name) == n.len && memcmp(name, n.s, n.len) == 0) {
			v->val.len = 0;
			buf_mem(&v->val, "", 0);
			vrt_plain(&v->val, val.s, val.len);
			return v->val.s;
		}
	return NULL;
}

void
vrt_attrs(struct vrt *v,
    void (*each)(const char *name, const char *value, void *arg), void *arg)
{
	size_t at = first_attr(v);
	struct intern_str n;
	struct intern_str val;
	char *name;

	while (next_attr(v, &at, &n, &val)) {
		v->val.len = 0;
		buf_mem(&v->val, "", 0);
		vrt_plain(&v->val, val.s, val.len);
		name = mem_copy(n.s, n.len);
		each(name, v->val.s, arg);
		free(name);
	}
}

void
vrt_tell_absent(const struct vrt *v, const char *const *attr, size_t n)
{
	struct buf b = {0};

	for (uint32_t i = 0; i < v->attrs.n; i++) {
		size_t len;
		const char *s = intern_s(&v->attrs, i, &len);

		buf_str(&b, " ");
		buf_mem(&b, s, len);
	}
	for (size_t i = 0; i < n; i++)
		if (b.len == 0)
			note("no <speech> is there that could have the "
			     "attribute '%s'",
			    attr[i]);
		else if (intern_find(&v->attrs, attr[i], strlen(attr[i])) ==
		    UINT32_MAX)
			note("no <speech> has the attribute '%s'; there are:%s",
			    attr[i], b.s);
	buf_free(&b);
}

/* Of an attribute that is given twice, programs could take either. */
static void
check_once(struct vrt *v)
{
	size_t at = first_attr(v);
	struct intern seen;
	struct intern_str x;
	struct intern_str val;

	intern_open(&seen);
	while (next_attr(v, &at, &x, &val)) {
		uint32_t n = seen.n;

		if (n == VRT_ATTRS)
			die_data(v->in.name, v->in.line,
			    "<speech>: more than %d attributes", VRT_ATTRS);
		if (intern_add(&seen, x.s, x.len) < n)
			die_data(v->in.name, v->in.line,
			    "<speech>: the attribute '%.*s' is given twice",
			    (int)x.len, x.s);
		(void)intern_add(&v->attrs, x.s, x.len);
	}
	intern_free(&seen);
}

static void
check_speech(struct vrt *v)
{
	const char *id = vrt_attr(v, "id");
	uint32_t n = v->ids.n;

	for (size_t i = 0; i < v->depth; i++)
		if (strcmp(v->stack[i], "speech") == 0)
			die_data(
			    v->in.name, v->in.line, "<speech> inside a speech");
	if (id == NULL || *id == '\0')
		die_data(v->in.name, v->in.line, "<speech> without an id");
	check_once(v);
	if (strcmp(id, "NA") == 0)
		die_data(v->in.name, v->in.line,
		    "speech id 'NA': text outside speeches is called so");
	if (!slug_is_id(id, strlen(id)))
		die_data(v->in.name, v->in.line,
		    "speech id '%s': an id is ASCII letters, digits, '.', '_' "
		    "and '-', a letter or digit first, %d bytes at most",
		    id, SLUG_ID_MAX);
	if (intern_add(&v->ids, id, strlen(id)) < n && !v->repeats)
		die_data(v->in.name, v->in.line,
		    "speech id '%s' is given twice", id);
}

static enum vrt_event
read_gap(struct vrt *v)
{
	const char *n = vrt_attr(v, "n");
	char *end = NULL;

	errno = 0;
	v->gap = n != NULL ? strtoull(n, &end, 10) : 1;
	/* strtoull() takes blanks and signs: " -1" would be a very long one */
	if (n != NULL && (*n < '0' || *n > '9' || *end != '\0' || errno != 0))
		die_data(
		    v->in.name, v->in.line, "<gap n=\"%s\">: not a count", n);
	return VRT_GAP;
}

static enum vrt_event
open_tag(struct vrt *v, size_t n)
{
	const char *s = v->line + 1;
	size_t at = first_attr(v);
	struct intern_str x;
	struct intern_str y;

	if (v->line[v->len - 1] != '>')
		die_data(v->in.name, v->in.line, "a tag without its >");
	if (n == 3 && memcmp(s, "gap", 3) == 0)
		return read_gap(v);
	while (next_attr(v, &at, &x, &y))
		continue; /* the syntax is checked on the way */
	v->tag = tag_of(s, n);
	if (v->line[v->len - 2] == '/')
		die_data(v->in.name, v->in.line,
		    "only <gap/> is a tag without an end");
	if (n >= VRT_NAME || v->depth == VRT_DEPTH)
		die_data(v->in.name, v->in.line, "tags nested too deep");
	if (v->tag == TAG_SPEECH)
		check_speech(v);
	memcpy(v->stack[v->depth], s, n);
	v->stack[v->depth++][n] = '\0';
	return VRT_OPEN;
}

static enum vrt_event
close_tag(struct vrt *v)
{
	const char *s = v->line + 2;
	size_t n = name_len(s, v->len - 2);

	if (n + 3 != v->len || v->line[v->len - 1] != '>')
		die_data(v->in.name, v->in.line, "a broken closing tag");
	if (v->depth == 0)
		die_data(v->in.name, v->in.line,
		    "</%.*s> closes nothing that is open", (int)n, s);
	v->depth--;
	if (strlen(v->stack[v->depth]) != n ||
	    memcmp(v->stack[v->depth], s, n) != 0)
		die_data(v->in.name, v->in.line, "</%.*s> where <%s> is open",
		    (int)n, s, v->stack[v->depth]);
	v->tag = tag_of(s, n);
	return VRT_CLOSE;
}

/* A line that begins with <: a tag, or false if it is none. */
static bool
read_tag(struct vrt *v, enum vrt_event *ev)
{
	size_t n;

	if (v->len > 1 && v->line[1] == '/') {
		*ev = close_tag(v);
		return true;
	}
	if ((n = name_len(v->line + 1, v->len - 1)) == 0)
		return false;
	*ev = open_tag(v, n);
	return true;
}

/* A comment line; the column line of a stream that was put behind another
 * must name the same columns. */
static bool
comment(struct vrt *v)
{
	if (v->len < 4 || memcmp(v->line, "<!--", 4) != 0)
		return false;
	if (v->len >= sizeof(VRT_MARK) - 1 &&
	    memcmp(v->line, VRT_MARK, sizeof(VRT_MARK) - 1) == 0) {
		if (v->kind != VRT_TOKENS)
			die_data(v->in.name, v->in.line,
			    "a token stream inside a transcript");
		read_header(v, v->line, v->len);
	}
	return true;
}

static bool
end_of_file(struct vrt *v)
{
	if (v->depth > 0)
		die_data(v->in.name, v->in.line,
		    "the input ends inside <%s>: truncated?",
		    v->stack[v->depth - 1]);
	in_close(&v->in);
	v->open = false;
	return next_file(v);
}

/* A line that is no token; false where it holds no event. */
static bool
other_line(struct vrt *v, enum vrt_event *ev)
{
	(void)in_line(&v->in, &v->line, &v->len);
	if (v->len > 0 && v->line[v->len - 1] == '\r')
		v->len--;
	if (v->len == 0)
		return false;
	*ev = VRT_TEXT;
	if (*v->line != '<')
		return true;
	if (comment(v))
		return false;
	if (!read_tag(v, ev) && v->kind == VRT_TOKENS)
		die_data(v->in.name, v->in.line, "a token's < is written &lt;");
	return *ev != VRT_GAP || v->gap > 0; /* a gap of 0 is none */
}

/* Bytes of <s>, <p> or <p line="N"> with its LF, of which there are many; 0 if
 * it is none of them. */
static inline size_t
common_open(const char *s)
{
	static const char line[] = "<p line=\"";
	size_t n = sizeof(line) - 1;

	if (s[2] == '>')
		return s[3] == '\n' ? 4 : 0;
	if (memcmp(s, line, n) != 0)
		return 0;
	while (s[n] >= '0' && s[n] <= '9')
		n++;
	return memcmp(s + n, "\">\n", 3) == 0 ? n + 3 : 0;
}

size_t
vrt_common(struct vrt *v, const char *s)
{
	bool closes = s[1] == '/';
	char name[2] = {s[1 + closes], '\0'};
	size_t n;

	if (*name != 's' && *name != 'p')
		return 0;
	if (closes) {
		if (s[3] != '>' || s[4] != '\n' || v->depth == 0 ||
		    memcmp(v->stack[v->depth - 1], name, 2) != 0)
			return 0;
		v->depth--;
		return 5;
	}
	n = common_open(s);
	if (n == 0 || v->depth == VRT_DEPTH)
		return 0;
	memcpy(v->stack[v->depth++], name, 2);
	return n;
}

static inline bool
common_tag(struct vrt *v, const char *s, enum vrt_event *ev)
{
	size_t n = vrt_common(v, s);

	if (n == 0)
		return false;
	v->line = v->in.buf + v->in.pos;
	v->len = n - 1;
	v->in.pos += n;
	v->in.line++;
	*ev = s[1] == '/' ? VRT_CLOSE : VRT_OPEN;
	v->tag = s[1 + (s[1] == '/')] == 's' ? TAG_S : TAG_P;
	return true;
}

enum vrt_event
vrt_next(struct vrt *v)
{
	enum vrt_event ev;

	for (;;) {
		char *s;

		if (v->in.pos == v->in.end && !in_fill(&v->in)) {
			if (!end_of_file(v))
				return VRT_END;
			continue;
		}
		s = v->in.buf + v->in.pos;
		if (v->kind == VRT_TOKENS && *s != '<' && *s != '\n' &&
		    *s != '\r') {
			v->line = s;
			v->len = split(v, s);
			v->in.pos += v->len + 1;
			v->in.line++;
			if (s[v->len - 1] == '\r')
				v->tab[v->n_col - 1] = (uint32_t)--v->len;
			v->n_token++;
			return VRT_TOKEN;
		}
		if (*s == '<' && common_tag(v, s, &ev))
			return ev;
		if (other_line(v, &ev))
			return ev;
	}
}
