#include "source.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/table/tsv.h"

enum {
	BLOCK = 256 * 1024
};

/* What one look at a line finds. */
struct look {
	size_t len; /* without LF */
	size_t tab; /* the last one */
	size_t n_tab;
	size_t diff; /* first byte that the line above has otherwise */
};

/* ---- bytes ---- */

/* The first byte from i on in which the two differ, or one behind max. */
static inline size_t
first_difference(const char *a, const char *b, size_t i, size_t max)
{
#ifdef __SSE2__
	for (; i <= max; i += SOURCE_WIDE) {
		uint32_t same = source_equal(a + i,
		    _mm_loadu_si128((const __m128i *)(b + i)),
		    _mm_loadu_si128((const __m128i *)(b + i + 16)));

		if (same != UINT32_MAX)
			return i + (size_t)__builtin_ctz(~same);
	}
#else
	while (i <= max && a[i] == b[i])
		i++;
#endif
	return i;
}

#ifdef __SSE2__
static struct look
look_at(const char *s, const char *above)
{
	const __m128i tab = _mm_set1_epi8('\t');
	const __m128i lf = _mm_set1_epi8('\n');
	struct look k = {0, 0, 0, SIZE_MAX};

	for (size_t i = 0;; i += SOURCE_WIDE) {
		uint32_t tabs = source_equal(s + i, tab, tab);
		uint32_t end = source_equal(s + i, lf, lf);

		if (k.diff == SIZE_MAX)
			k.diff = first_difference(s, above, i, i);
		if (k.diff == i + SOURCE_WIDE)
			k.diff = SIZE_MAX;
		if (end != 0)
			tabs &= end ^ (end - 1);
		if (tabs != 0)
			k.tab = i + 31 - (size_t)__builtin_clz(tabs);
		for (; tabs != 0; tabs &= tabs - 1)
			k.n_tab++;
		if (end != 0) {
			k.len = i + (size_t)__builtin_ctz(end);
			return k;
		}
	}
}
#else
static struct look
look_at(const char *s, const char *above)
{
	struct look k = {0, 0, 0, SIZE_MAX};

	for (; s[k.len] != '\n'; k.len++) {
		if (k.diff == SIZE_MAX && s[k.len] != above[k.len])
			k.diff = k.len;
		if (s[k.len] == '\t') {
			k.tab = k.len;
			k.n_tab++;
		}
	}
	return k;
}
#endif

int
source_compare(const struct source *a, const struct source *b, uint64_t *code)
{
	size_t step = CODE_STEPS + 1 - (*code >> CODE_VALUE);
	size_t max = a->key_len < b->key_len ? a->key_len : b->key_len;
	size_t i = first_difference(a->row, b->row, step * CODE_STEP, max);

	if (source_weight(a->row[i]) < source_weight(b->row[i])) {
		*code = source_code(b->row, b->key_len, i);
		return -1;
	}
	*code = source_code(a->row, a->key_len, i);
	return 1;
}

/* ---- messages ---- */

char *
source_shown(const char *key, size_t len)
{
	char *s;

	while (len > 0 && key[len - 1] == '\t')
		len--;
	s = mem_copy(key, len);
	for (size_t i = 0; i < len; i++)
		if (s[i] == '\t')
			s[i] = ' ';
	return s;
}

/* Where rows were skipped their lines are counted now. */
uint64_t
source_line(const struct source *s)
{
	uint64_t n = s->in.line;
	char block[4096];

	for (uint64_t at = s->start; at < s->skipped;) {
		uint64_t left = s->skipped - at;
		size_t want =
		    left < sizeof(block) ? (size_t)left : sizeof(block);
		ssize_t got = pread(s->in.fd, block, want, (off_t)at);

		if (got <= 0)
			break; /* a number too small in a message */
		for (ssize_t i = 0; i < got; i++)
			n += block[i] == '\n';
		at += (uint64_t)got;
	}
	return n;
}

static void __attribute__((noreturn))
refuse_columns(const struct source *s, size_t n)
{
	die_data(s->in.name, source_line(s),
	    "%zu column%s where the header names %zu", n + s->n_cut,
	    n + s->n_cut == 1 ? "" : "s", s->n_tab + 1 + s->n_cut);
}

static void __attribute__((noreturn))
refuse_order(const struct source *s, bool twice)
{
	const char *key = source_shown(s->row, s->key_len);

	if (twice)
		die_data(s->in.name, source_line(s), "'%s' stands twice", key);
	die_data(s->in.name, source_line(s),
	    "'%s' is out of order: rows are sorted by the "
	    "bytes of the columns before freq (ngrams "
	    "without -r)",
	    key);
}

/* ---- rows ---- */

static uint64_t
read_digits(const struct source *s, size_t len)
{
	const char *d = s->row + s->key_len + 1;
	uint64_t v = 0;

	for (size_t i = 0; i < len; i++)
		if (d[i] < '0' || d[i] > '9' ||
		    __builtin_mul_overflow(v, 10, &v) ||
		    __builtin_add_overflow(v, (uint64_t)(d[i] - '0'), &v)) {
			len = 0;
			break;
		}
	if (len == 0)
		die_data(s->in.name, source_line(s),
		    "column freq: not a count from 0 to %" PRIu64, UINT64_MAX);
	return v;
}

/* More rows; the one above stays for the first of them. */
static bool
next_block(struct source *s)
{
	struct in *in = &s->in;
	uint64_t n;

	s->above.len = 0;
	if (s->row != NULL)
		buf_mem(&s->above, s->row, s->key_len + 1);
	buf_room(&s->above, IN_SLACK);
	memset(s->above.s + s->above.len, s->row != NULL ? '\n' : 0, IN_SLACK);
	s->row = s->above.s;
	if (s->left == 0 || (in->pos == in->end && !in_fill(in)))
		return false;
	s->next = in->buf + in->pos;
	n = in->end - in->pos;
	/* the LF of the last line may be one that the file has not */
	if (s->left < n && s->next[s->left - 1] == '\n')
		n = s->left;
	s->left -= n < s->left ? n : s->left;
	s->end = s->next + n;
	in->pos = in->end;
	return true;
}

/* Has the row the order that the row above asks for? */
static void
check_order(const struct source *s, const char *above, size_t diff)
{
	if (diff > s->key_len)
		refuse_order(s, true);
	if (source_weight(above[diff]) > source_weight(s->row[diff]))
		refuse_order(s, false);
}

/* Any row. */
void
source_any(struct source *s)
{
	const char *above;
	struct look k;

	if (s->next == s->end && !next_block(s)) {
		s->code = CODE_END;
		return;
	}
	above = s->row;
	s->row = s->next;
	k = look_at(s->row, above);
	s->next += k.len + 1;
	s->in.line++;
	if (k.n_tab != s->n_tab)
		refuse_columns(s, k.n_tab + 1);
	s->key_len = k.tab;
	k.len -= k.len > k.tab + 1 && s->row[k.len - 1] == '\r';
	s->freq = read_digits(s, k.len - k.tab - 1);
	check_order(s, above, k.diff);
	s->code = source_code(s->row, s->key_len, k.diff);
}

/* ---- opening ---- */

static void
read_header(struct source *s)
{
	struct tsv t = {.in.name = s->in.name};
	char *line = NULL;
	size_t len = 0;

	(void)in_line(&s->in, &line, &len);
	if (len > 0 && line[len - 1] == '\r')
		len--;
	buf_mem(&s->head, line, len);
	tsv_header(&t, line, len);
	s->n_tab = t.n_col - 1;
	if (tsv_column(&t, "freq") != s->n_tab || s->n_tab == 0)
		die_data(s->in.name, 1,
		    "the last column is not freq: not a count table");
	tsv_free(&t);
}

void
source_open(struct source *s, const char *path, const struct source *first)
{
	*s = (struct source){.first = s == first, .left = UINT64_MAX};
	in_open(&s->in, path, NULL);
	read_header(s);
	s->start = s->in.pos;
	s->skipped = s->start;
	if (s->head.len != first->head.len ||
	    memcmp(s->head.s, first->head.s, s->head.len) != 0)
		die_data(s->in.name, 1, "the columns are '%s', in %s '%s'",
		    source_shown(s->head.s, s->head.len), first->in.name,
		    source_shown(first->head.s, first->head.len));
}

void
source_open_rows(
    struct source *s, int fd, const char *name, const struct source *first)
{
	*s = (struct source){.n_tab = first->n_tab, .left = UINT64_MAX};
	s->in.fd = fd;
	s->in.name = name;
	s->in.line = 1; /* none may begin with a byte order mark */
	s->in.cap = BLOCK;
	s->in.buf = mem_new(BLOCK + IN_SLACK, 1);
}

void
source_open_text(struct source *s, const char *text, size_t len, uint64_t line,
    const struct source *first)
{
	*s = (struct source){.n_tab = first->n_tab, .n_cut = first->n_cut};
	s->in.line = line;
	s->next = text;
	s->end = text + len;
	buf_room(&s->above, IN_SLACK);
	memset(s->above.s, 0, IN_SLACK);
	s->row = s->above.s;
}

void
source_seek(struct source *s, uint64_t from, uint64_t to)
{
	struct in *in = &s->in;

	if (lseek(in->fd, (off_t)from, SEEK_SET) == -1)
		die_sys(in->name);
	in->pos = 0;
	in->end = 0;
	in->fill = 0;
	in->eof = false;
	s->next = NULL;
	s->end = NULL;
	s->skipped = from;
	s->left = to - from;
}

void
source_close(struct source *s)
{
	if (s->in.buf != NULL)
		in_close(&s->in);
	buf_free(&s->head);
	buf_free(&s->above);
}
