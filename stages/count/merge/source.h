/* source - a count table read row by row, each with a code that says how it
 * stands to the row above (merge.1).
 *
 * The code is that of offset-value coding (Conner 1977, Iyer 2005): of two keys
 * that follow the same third one, the one with the smaller code comes first. So
 * a merge compares numbers; bytes only where these are equal. */
#ifndef SOURCE_H
#define SOURCE_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "lib/base/in.h"
#include "lib/base/mem.h"

enum {
	CODE_BITS = 52
};
#define CODE_SAME UINT64_C(0) /* the key is that of the row above */
/* There are no more rows. */
#define CODE_END ((UINT64_C(1) << CODE_BITS) - 1)

enum {
	SOURCE_WIDE = 32,  /* bytes looked at together */
	SOURCE_AHEAD = 256 /* bytes asked for in advance: so many tables are
			    * read by turns that nobody foresees them */
};

struct source {
	const char *row; /* and SOURCE_WIDE bytes behind it can be read */
	size_t key_len;  /* of the cells before the last; a tab follows */
	uint64_t freq;
	uint64_t code;
	const char *next; /* row; those up to end are in memory */
	const char *end;
	struct in in;
	struct buf head;
	struct buf above; /* the row above, where its block is gone */
	size_t n_tab;
	size_t n_cut;     /* columns in front that were taken off */
	uint64_t skipped; /* bytes of the file before the first row read */
	uint64_t left;    /* bytes to be read behind end */
	uint64_t start;   /* bytes of the header, with a byte order mark */
	bool first;       /* of the command line */
};

/* Opens the table, reads its header and compares it with that of first. */
void source_open(
    struct source *s, const char *path, const struct source *first);
/* The rows of a file without a header, as first has them; the file is closed
 * by source_close(). */
void source_open_rows(
    struct source *s, int fd, const char *name, const struct source *first);
/* Only the rows in bytes from .. to - 1 of the file are to be read. */
void source_seek(struct source *s, uint64_t from, uint64_t to);
/* Rows in memory, len bytes with IN_SLACK that can be read behind them; `line`
 * is that of the row above. */
void source_open_text(struct source *s, const char *text, size_t len,
    uint64_t line, const struct source *first);
void source_close(struct source *s);
/* How a comes to b, which share the code and are not the same: less than 0 or
 * more.  The code becomes that of the later one behind the other. */
int source_compare(
    const struct source *a, const struct source *b, uint64_t *code);
/* The line of the row for messages. */
uint64_t source_line(const struct source *s);
/* The key for a message: its tabs as spaces, none at the end. */
char *source_shown(const char *key, size_t len);

/* ---- the next row ---- */

enum {
	CODE_STEP = 5, /* bytes of a key that a code holds */
	CODE_VALUE = 8 * CODE_STEP,
	/* told apart by codes: keys that share more are compared */
	CODE_STEPS = (1 << (CODE_BITS - CODE_VALUE)) - 2
};

/* A cell that ends is less than one that goes on. */
static inline unsigned char
source_weight(char c)
{
	return c == '\t' ? 0 : (unsigned char)c;
}

/* The code of a key that differs at byte `diff`, and not before, from the one
 * it follows: the smaller, the more they share. */
static inline uint64_t
source_code(const char *s, size_t key_len, size_t diff)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	size_t step = diff / CODE_STEP;
	size_t left = key_len - step * CODE_STEP;
	uint64_t v;
	uint64_t t;

	if (step >= CODE_STEPS)
		return UINT64_C(1) << CODE_VALUE;
	memcpy(&v, s + step * CODE_STEP, sizeof(v));
	v = be64toh(v);
	t = v ^ ones * '\t'; /* tabs become 0 */
	t = ~(((t & ones * 0x7F) + ones * 0x7F) | t | ones * 0x7F);
	v &= ~((t >> 7) * 0xFF);
	v >>= 64 - CODE_VALUE;
	if (left < CODE_STEP)
		v &= ~(uint64_t)0 << 8 * (CODE_STEP - left);
	return (CODE_STEPS + 1 - step) << CODE_VALUE | v;
}

#ifdef __SSE2__
/* Bit i: byte i of a is that of b, of SOURCE_WIDE bytes. */
static inline uint32_t
source_equal(const char *a, __m128i b, __m128i b2)
{
	__m128i x = _mm_loadu_si128((const __m128i *)a);
	__m128i y = _mm_loadu_si128((const __m128i *)(a + 16));

	return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, b)) |
	    (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(y, b2)) << 16;
}

/* Takes the row if it is shorter than SOURCE_WIDE, has one digit and nothing
 * that would have to be refused: most have. */
static inline bool
source_quick(struct source *s)
{
	const char *row = s->next;
	const __m128i tab = _mm_set1_epi8('\t');
	const __m128i lf = _mm_set1_epi8('\n');
	uint32_t end = source_equal(row, lf, lf);
	uint32_t tabs = source_equal(row, tab, tab) & (end ^ (end - 1));
	uint32_t diff =
	    ~source_equal(row, _mm_loadu_si128((const __m128i *)s->row),
		_mm_loadu_si128((const __m128i *)(s->row + 16)));
	size_t at;
	size_t i;
	uint64_t freq;

	for (size_t k = 1; k < s->n_tab; k++)
		tabs &= tabs - 1;
	if (end == 0 || tabs == 0 || (tabs & (tabs - 1)) != 0 || diff == 0)
		return false;
	at = (size_t)__builtin_ctz(tabs);
	i = (size_t)__builtin_ctz(diff);
	freq = (unsigned char)row[at + 1] - (uint64_t)'0';
	if ((end >> (at + 2) & 1) == 0 || freq > 9 || i > at ||
	    row[i] == '\t' || (unsigned char)row[i] < (unsigned char)s->row[i])
		return false;
	s->row = row;
	s->next = row + at + 3;
	s->in.line++;
	s->key_len = at;
	s->freq = freq;
	s->code = source_code(row, at, i);
	__builtin_prefetch(s->next + SOURCE_AHEAD);
	return true;
}
#endif

/* Are the keys the same?  Of those that tables share most are. */
static inline bool
source_same(const struct source *a, const struct source *b)
{
	size_t n = a->key_len;

	if (n != b->key_len)
		return false;
#ifdef __SSE2__
	if (n < SOURCE_WIDE) {
		uint32_t same = source_equal(a->row,
		    _mm_loadu_si128((const __m128i *)b->row),
		    _mm_loadu_si128((const __m128i *)(b->row + 16)));

		return (~same & ((UINT32_C(1) << n) - 1)) == 0;
	}
#endif
	return memcmp(a->row, b->row, n) == 0;
}

void source_any(struct source *s);

/* The next row; the code is CODE_END behind the last one. */
static inline void
source_next(struct source *s)
{
#ifdef __SSE2__
	if (s->next != s->end && source_quick(s))
		return;
#endif
	source_any(s);
}

#endif
