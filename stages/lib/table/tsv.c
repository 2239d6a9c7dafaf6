#include "tsv.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "lib/base/err.h"
#include "lib/text/figure.h"

size_t
tsv_unescape(char *s, size_t len)
{
	size_t n = 0;

	if (memchr(s, '\\', len) == NULL) {
		s[len] = '\0';
		return len;
	}
	for (size_t i = 0; i < len; i++) {
		char c = s[i];

		if (c == '\\' && i + 1 < len &&
		    (s[i + 1] == 't' || s[i + 1] == 'n' || s[i + 1] == '\\')) {
			i++;
			c = s[i] == 't' ? '\t' : s[i] == 'n' ? '\n' : '\\';
		}
		s[n++] = c;
	}
	s[n] = '\0';
	return n;
}

/* The next line, which may end with CR LF. */
static bool
next_line(struct tsv *t, char **s, size_t *len)
{
	if (!in_line(&t->in, s, len))
		return false;
	if (*len > 0 && (*s)[*len - 1] == '\r')
		--*len;
	return true;
}

/* Bytes looked at at once, of which IN_SLACK may be behind. */
enum {
	BLOCK = 32
};

/* Which of BLOCK bytes are c? */
static uint32_t
where(const char *s, char c)
{
	uint32_t bits = 0;

#ifdef __SSE2__
	for (unsigned i = 0; i < BLOCK; i += 16)
		bits |= (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(
			    _mm_loadu_si128((const __m128i *)(s + i)),
			    _mm_set1_epi8(c)))
		    << i;
#else
	for (unsigned i = 0; i < BLOCK; i++)
		bits |= (uint32_t)(s[i] == c) << i;
#endif
	return bits;
}

static void
end_cell(struct tsv *t, size_t n, char *s, char *end)
{
	if (n >= t->n_col)
		return;
	t->cell[n] = s;
	t->size[n] = (size_t)(end - s);
	*end = '\0';
}

/* Cuts the line into t->cell; returns how many cells it holds. */
static size_t
cut(struct tsv *t, char *s, size_t len)
{
	char *cell = s;
	uint32_t escapes = 0;
	size_t n = 0;

	for (size_t i = 0; i < len; i += BLOCK) {
		uint32_t in =
		    len - i < BLOCK ? ~(UINT32_MAX << (len - i)) : UINT32_MAX;
		uint32_t tabs = where(s + i, '\t') & in;

		escapes |= where(s + i, '\\') & in;
		for (; tabs != 0; tabs &= tabs - 1) {
			char *tab = s + i + __builtin_ctz(tabs);

			end_cell(t, n++, cell, tab);
			cell = tab + 1;
		}
	}
	end_cell(t, n++, cell, s + len);
	t->escapes = escapes != 0;
	for (size_t i = 0; t->escapes && i < n && i < t->n_col; i++)
		t->size[i] = tsv_unescape(t->cell[i], t->size[i]);
	return n;
}

/* What other programs of a chain write begins so. */
static void
refuse_tags(const char *name, const char *s, size_t len)
{
	static const char stream[] = "<!-- #vrt ";
	static const char speech[] = "<speech ";

	if (len >= sizeof(stream) && memcmp(s, stream, sizeof(stream) - 1) == 0)
		die_data(name, 1, "a token stream where a table is expected");
	if (len >= sizeof(speech) && memcmp(s, speech, sizeof(speech) - 1) == 0)
		die_data(name, 1, "a transcript where a table is expected");
}

void
tsv_header(struct tsv *t, char *s, size_t len)
{
	if (len == 0)
		die_data(t->in.name, 1, "no header line: not a table");
	refuse_tags(t->in.name, s, len);
	t->n_col = 1;
	for (size_t i = 0; i < len; i++)
		t->n_col += s[i] == '\t';
	if (t->n_col > TSV_COLUMNS)
		die_data(t->in.name, 1, "more than %d columns", TSV_COLUMNS);
	t->cell = mem_new(t->n_col, sizeof(*t->cell));
	t->size = mem_new(t->n_col, sizeof(*t->size));
	t->name = mem_new(t->n_col, sizeof(*t->name));
	(void)cut(t, s, len);
	for (size_t i = 0; i < t->n_col; i++) {
		t->name[i] = mem_copy(t->cell[i], t->size[i]);
		if (tsv_has(t, t->name[i]) != (int)i)
			die_data(t->in.name, 1, "two columns are called '%s'",
			    t->name[i]);
	}
}

void
tsv_open(struct tsv *t, const char *path)
{
	char *s = NULL;
	size_t len = 0;

	*t = (struct tsv){0};
	in_open(&t->in, path, NULL);
	(void)next_line(t, &s, &len);
	tsv_header(t, s, len);
}

bool
tsv_next(struct tsv *t)
{
	char *s;
	size_t len;
	size_t n;
	bool tail;

	if (!next_line(t, &s, &len))
		return false;
	/* ParlaMint's tables have a tab too many in all rows but the first */
	tail = len > 0 && s[len - 1] == '\t';
	n = cut(t, s, len);
	n -= tail && n == t->n_col + 1;
	if (n != t->n_col)
		die_data(t->in.name, t->in.line,
		    "%zu column%s where the header names %zu", n,
		    n == 1 ? "" : "s", t->n_col);
	return true;
}

void
tsv_free(struct tsv *t)
{
	for (size_t i = 0; i < t->n_col; i++)
		free(t->name[i]);
	free(t->name);
	free(t->cell);
	free(t->size);
}

void
tsv_close(struct tsv *t)
{
	in_close(&t->in);
	tsv_free(t);
}

int
tsv_has(const struct tsv *t, const char *name)
{
	for (size_t i = 0; i < t->n_col; i++)
		if (t->name[i] != NULL && strcmp(t->name[i], name) == 0)
			return (int)i;
	return -1;
}

size_t
tsv_column(struct tsv *t, const char *name)
{
	struct buf b = {0};
	int k = tsv_has(t, name);

	if (k >= 0)
		return (size_t)k;
	for (size_t i = 0; i < t->n_col; i++) {
		buf_str(&b, i > 0 ? ", " : "");
		buf_str(&b, t->name[i]);
	}
	if (t->n_col == 1 && strpbrk(b.s, ",;") != NULL) /* CSV */
		die_data(t->in.name, 1,
		    "no column '%s'; there are: %s (columns are to be parted "
		    "by tabs: save it as text with tabs, or mlr --icsv --ifs "
		    "'%c' --otsv cat %s)",
		    name, b.s, strchr(b.s, ';') != NULL ? ';' : ',',
		    t->in.name);
	if (b.len > 0 && *b.s == '"')
		die_data(t->in.name, 1,
		    "no column '%s'; there are: %s (cells of a table have no "
		    "quotes around them)",
		    name, b.s);
	die_data(t->in.name, 1, "no column '%s'; there are: %s", name, b.s);
}

uint64_t
tsv_u64(const struct tsv *t, size_t col)
{
	const char *s = t->cell[col];
	char *end;
	unsigned long long v = 0;

	for (end = t->cell[col]; *end >= '0' && *end <= '9'; end++)
		v = v * 10 + (unsigned)(*end - '0');
	if (*end == '\0' && end > s && end - s < 19)
		return v;
	errno = 0;
	v = strtoull(s, &end, 10);
	if (*s < '0' || *s > '9' || *end != '\0' || errno != 0)
		die_data(t->in.name, t->in.line,
		    "column %s: '%s' is not a count", t->name[col], s);
	return v;
}

double
tsv_real(const struct tsv *t, size_t col)
{
	const char *s = t->cell[col];
	char *end;
	double v;

	if (figure_read(s, &v) && isfinite(v))
		return v;
	if (strcmp(s, "NA") == 0)
		return (double)NAN;
	v = strtod(s, &end);
	if (end == s || *end != '\0' || !isfinite(v))
		die_data(t->in.name, t->in.line,
		    "column %s: '%s' is not a number", t->name[col], s);
	return v;
}

void
tsv_put(struct out *o, const char *s, size_t len)
{
	size_t from = 0;

	for (size_t i = 0; i < len; i++) {
		const char *e = s[i] == '\t' ? "\\t"
		    : s[i] == '\n'           ? "\\n"
		    : s[i] == '\\'           ? "\\\\"
					     : NULL;

		if (e == NULL)
			continue;
		out_mem(o, s + from, i - from);
		out_str(o, e);
		from = i + 1;
	}
	out_mem(o, s + from, len - from);
}
