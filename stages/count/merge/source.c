#include "source.h"

#include <endian.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "lib/base/err.h"

enum {
	WIDE = SOURCE_WIDE,
	STEP = 5, /* bytes of a key that a code holds */
	VALUE = 8 * STEP,
	STEPS = (1 << (CODE_BITS - VALUE)) -
	    2, /* told apart by codes: keys that share more are compared */
	BLOCK = 256 * 1024
};

/* What one look at a line finds. */
struct look {
	size_t len; /* without LF */
	size_t tab; /* the last one */
	size_t n_tab;
	size_t diff; /* first byte that the line above has otherwise, or len */
};

/* ---- bytes ---- */

#ifdef __SSE2__
static inline __m128i
load(const char *s)
{
	return _mm_loadu_si128((const __m128i *)s);
}

/* Bit i: byte i of the first WIDE ones is that of b. */
static inline uint32_t
equal_bytes(const char *a, __m128i b, __m128i b2)
{
	return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(load(a), b)) |
	    (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(load(a + 16), b2)) << 16;
}

static inline size_t
n_bits(uint32_t m)
{
	m -= m >> 1 & 0x55555555;
	m = (m & 0x33333333) + (m >> 2 & 0x33333333);
	return ((m + (m >> 4)) & 0x0F0F0F0F) * 0x01010101U >> 24;
}

static inline struct look
look_at(const char *s, const char *above)
{
	const __m128i tab = _mm_set1_epi8('\t');
	const __m128i lf = _mm_set1_epi8('\n');
	struct look k = {0, 0, 0, SIZE_MAX};

	for (size_t i = 0;; i += WIDE) {
		uint32_t tabs = equal_bytes(s + i, tab, tab);
		uint32_t end = equal_bytes(s + i, lf, lf);

		if (k.diff == SIZE_MAX) {
			uint32_t same = equal_bytes(
			    s + i, load(above + i), load(above + i + 16));

			if (same != UINT32_MAX)
				k.diff = i + (size_t)__builtin_ctz(~same);
		}
		if (end != 0)
			tabs &= (end & -end) - 1;
		if (tabs != 0)
			k.tab = i + 31 - (size_t)__builtin_clz(tabs);
		k.n_tab += n_bits(tabs);
		if (end != 0) {
			k.len = i + (size_t)__builtin_ctz(end);
			return k;
		}
	}
}

/* The first byte from i on in which the two differ, or one behind max. */
static inline size_t
first_difference(const char *a, const char *b, size_t i, size_t max)
{
	for (; i <= max; i += WIDE) {
		uint32_t same =
		    equal_bytes(a + i, load(b + i), load(b + i + 16));

		if (same != UINT32_MAX)
			return i + (size_t)__builtin_ctz(~same);
	}
	return i;
}
#else
static inline struct look
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

static inline size_t
first_difference(const char *a, const char *b, size_t i, size_t max)
{
	while (i <= max && a[i] == b[i])
		i++;
	return i;
}
#endif

/* A cell that ends is less than one that goes on. */
static inline unsigned char
weight(char c)
{
	return c == '\t' ? 0 : (unsigned char)c;
}

/* The code of a key that differs at byte `diff`, and not before, from the one
 * it follows: the smaller, the more they share. */
static inline uint64_t
code_at(const char *s, size_t key_len, size_t diff)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	size_t step = diff / STEP;
	size_t left = key_len - step * STEP;
	uint64_t v;
	uint64_t t;

	if (step >= STEPS)
		return UINT64_C(1) << VALUE;
	memcpy(&v, s + step * STEP, sizeof(v));
	v = be64toh(v);
	t = v ^ ones * '\t'; /* tabs are 0 */
	t = ~(((t & ones * 0x7F) + ones * 0x7F) | t | ones * 0x7F);
	v &= ~((t >> 7) * 0xFF);
	v >>= 64 - VALUE;
	if (left < STEP)
		v &= ~(uint64_t)0 << 8 * (STEP - left);
	return (STEPS + 1 - step) << VALUE | v;
}

int
source_compare(const struct source *a, const struct source *b, uint64_t *code)
{
	size_t step = STEPS + 1 - (*code >> VALUE);
	size_t max = a->key_len < b->key_len ? a->key_len : b->key_len;
	size_t i = first_difference(a->row, b->row, step * STEP, max);

	if (i > max) {
		*code = CODE_SAME;
		return 0;
	}
	if (weight(a->row[i]) < weight(b->row[i])) {
		*code = code_at(b->row, b->key_len, i);
		return -1;
	}
	*code = code_at(a->row, a->key_len, i);
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
	    "%zu column%s where the header names %zu", n, n == 1 ? "" : "s",
	    s->n_tab + 1);
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
read_digits(const struct source *s)
{
	const char *d = s->row + s->key_len + 1;
	size_t len = s->len - s->key_len - 1;
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

/* The block is read: the row stays for the one to come. */
static bool
next_block(struct source *s)
{
	if (s->row != NULL) {
		s->above.len = 0;
		buf_room(&s->above, s->len + IN_SLACK);
		memcpy(s->above.s, s->row, s->len);
		memset(s->above.s + s->len, '\n', IN_SLACK);
		s->row = s->above.s;
	}
	return in_fill(&s->in);
}

/* Has the row the order that the row above asks for? */
static inline void
check_order(const struct source *s, const char *above, size_t diff)
{
	if (diff > s->key_len)
		refuse_order(s, true);
	if (weight(above[diff]) > weight(s->row[diff]))
		refuse_order(s, false);
}

void
source_next(struct source *s)
{
	static const char none[2 * WIDE];
	struct in *in = &s->in;
	const char *above;
	struct look k;

	if (s->left == 0 || (in->pos == in->end && !next_block(s))) {
		s->code = CODE_END;
		return;
	}
	above = s->row != NULL ? s->row : none;
	s->row = in->buf + in->pos;
	k = look_at(s->row, above);
	in->pos += k.len + 1;
	in->line++;
	s->left -= k.len + 1 < s->left ? k.len + 1 : s->left;
	if (k.n_tab != s->n_tab)
		refuse_columns(s, k.n_tab + 1);
	s->key_len = k.tab;
	s->len = k.len - (k.len > k.tab + 1 && s->row[k.len - 1] == '\r');
	s->freq = (unsigned char)s->row[k.tab + 1] - (uint64_t)'0';
	if (s->len != k.tab + 2 || s->freq > 9)
		s->freq = read_digits(s);
	check_order(s, above, k.diff);
	s->code = code_at(s->row, s->key_len, k.diff);
}

/* ---- opening ---- */

static void
read_header(struct source *s)
{
	char *line;
	size_t len;

	if (!in_line(&s->in, &line, &len))
		len = 0;
	if (len > 0 && line[len - 1] == '\r')
		len--;
	if (len == 0)
		die_data(s->in.name, 1, "no header line: not a table");
	buf_mem(&s->head, line, len);
	if (len < 6 || memcmp(line + len - 5, "\tfreq", 5) != 0)
		die_data(s->in.name, 1,
		    "the last column is not freq: not a count table");
	for (size_t i = 0; i < len; i++)
		s->n_tab += line[i] == '\t';
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
source_seek(struct source *s, uint64_t from, uint64_t to)
{
	struct in *in = &s->in;

	if (lseek(in->fd, (off_t)from, SEEK_SET) == -1)
		die_sys(in->name);
	in->pos = 0;
	in->end = 0;
	in->fill = 0;
	in->eof = false;
	s->skipped = from;
	s->left = to - from;
}

void
source_close(struct source *s)
{
	in_close(&s->in);
	buf_free(&s->head);
	buf_free(&s->above);
}
