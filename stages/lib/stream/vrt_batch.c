/* Lines of VRT by the batch: where they and their columns end is found for 64
 * bytes at once. */
#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <immintrin.h>
#endif

#include "vrt.h"

enum {
	GAP_DIGITS = 18 /* of a number that fits any type */
};

/* What is made once for each of the two ways to look, all in one piece. */
#define INLINE inline __attribute__((always_inline))
#define WIDE __attribute__((target("avx512f,avx512bw,avx512vbmi2,bmi,popcnt")))

/* What the bytes of a block of 64 are; its first is bit 0. */
struct look {
	uint64_t lf;
	uint64_t tab;
	uint64_t open; /* < */
	uint64_t cr;
};

struct ways {
	void (*look)(struct look *k, const char *s);
	/* the places of the bits, as many as there are; up to 64 others are
	 * written behind */
	size_t (*places)(uint32_t *to, uint64_t bits, uint32_t at);
};

#ifdef __SSE2__
static void
look_plain(struct look *k, const char *s)
{
	*k = (struct look){0};
	for (unsigned i = 0; i < 64; i += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(s + i));

#define BITS(c)                                                                \
	(uint64_t)(unsigned)                                                   \
		_mm_movemask_epi8(_mm_cmpeq_epi8(x, _mm_set1_epi8(c)))         \
	    << i
		k->lf |= BITS('\n');
		k->tab |= BITS('\t');
		k->open |= BITS('<');
		k->cr |= BITS('\r');
#undef BITS
	}
}
#else
static void
look_plain(struct look *k, const char *s)
{
	*k = (struct look){0};
	for (unsigned i = 0; i < 64; i++) {
		k->lf |= (uint64_t)(s[i] == '\n') << i;
		k->tab |= (uint64_t)(s[i] == '\t') << i;
		k->open |= (uint64_t)(s[i] == '<') << i;
		k->cr |= (uint64_t)(s[i] == '\r') << i;
	}
}
#endif

static size_t
places_plain(uint32_t *to, uint64_t bits, uint32_t at)
{
	size_t n = 0;

	for (; bits != 0; bits &= bits - 1)
		to[n++] = at + (uint32_t)__builtin_ctzll(bits);
	return n;
}

#ifdef __SSE2__
static WIDE void
look_wide(struct look *k, const char *s)
{
	__m512i x = _mm512_loadu_si512(s);

#define BITS(c) _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8(c))
	k->lf = BITS('\n');
	k->tab = BITS('\t');
	k->open = BITS('<');
	k->cr = BITS('\r');
#undef BITS
}

static WIDE size_t
places_wide(uint32_t *to, uint64_t bits, uint32_t at)
{
	static const uint8_t each[64] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
	    12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
	    29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45,
	    46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62,
	    63};
	size_t n = (size_t)__builtin_popcountll(bits);
	__m512i x = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(each));
	__m512i base = _mm512_set1_epi32((int)at);

#define PUT(k)                                                                 \
	_mm512_storeu_si512(to + (size_t)16 * (k),                             \
	    _mm512_add_epi32(                                                  \
		base, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(x, k))))
	PUT(0);
	if (n > 16)
		PUT(1);
	if (n > 32) {
		PUT(2);
		PUT(3);
	}
#undef PUT
	return n;
}
#endif

/* The lines whose ends are place[from] to place[to - 1] are taken, if they are
 * token lines of as many columns as there must be; are all, and whole? */
static INLINE bool
take_lines(struct vrt_batch *b, size_t from, size_t to)
{
	const size_t n_col = b->n_col;

	for (; to - from >= n_col; from += n_col) {
		const uint32_t *end = b->place + from;
		bool good = b->s[end[n_col - 1]] == '\n';

		for (size_t k = 0; k + 1 < n_col; k++)
			good &= b->s[end[k]] == '\t';
		if (!good)
			return false;
		b->line[b->n++] = (struct vrt_line){(uint32_t)from, 0};
	}
	return from == to;
}

/* What is to be known while lines are taken. */
struct taking {
	size_t at;   /* of the next byte */
	size_t n;    /* places */
	size_t from; /* the first of the lines to be taken */
	size_t n_tag;
};

/* Bytes of a gap with its LF; 0 where it is none, or has a number that needs a
 * closer look. */
static inline size_t
gap_line(const char *s)
{
	static const char open[] = "<gap n=\"";
	size_t n = sizeof(open) - 1;

	if (memcmp(s, "<gap/>\n", 7) == 0)
		return 7;
	if (memcmp(s, open, n) != 0 || s[n] < '1' || s[n] > '9')
		return 0;
	while (n < sizeof(open) - 1 + GAP_DIGITS && s[n] >= '0' && s[n] <= '9')
		n++;
	return memcmp(s + n, "\"/>\n", 4) == 0 ? n + 4 : 0;
}

/* At a byte where the easy lines end: takes those before it, and the tag that
 * it may begin; false if there is none. */
static INLINE bool
take_tag(struct vrt *v, struct vrt_batch *b, struct taking *t)
{
	bool good = take_lines(b, t->from, t->n);
	const char *s = b->s + t->at;
	bool gap = s[0] == '<' && s[1] == 'g';
	size_t len = 0;

	t->from = t->n;
	if (good && *s == '<')
		len = gap ? gap_line(s) : vrt_common(v, s);
	if (len == 0)
		return false;
	b->line[b->n++] =
	    (struct vrt_line){(uint32_t)t->n, gap ? VRT_IS_GAP : VRT_IS_TAG};
	t->at += len;
	for (size_t k = 0; k < b->n_col; k++)
		b->place[t->n++] = (uint32_t)t->at - 1;
	t->from = t->n;
	t->n_tag++;
	return true;
}

/* Lines up to one that is not easy, or enough of them, or the end of what is at
 * hand; how many tags.  All is looked at in blocks, of which 64 places more may
 * be written. */
static INLINE size_t
take(struct vrt *v, struct vrt_batch *b, const struct ways *w)
{
	struct taking t = {.n = 1, .from = 1};
	const size_t left = v->in.end - v->in.pos;
	const size_t most = 64 * v->n_col;
	uint64_t begins = 1; /* its first bit: a line does at the block */
	bool good = true;

	while (good && t.at < left && t.n < most && b->n < 64) {
		struct look k;
		uint64_t odd;
		uint64_t all = ~UINT64_C(0);

		w->look(&k, b->s + t.at);
		odd = ((k.lf << 1 | begins) & (k.open | k.lf)) | k.cr;
		if (left - t.at < 64)
			all >>= 64 - (left - t.at);
		odd &= all;
		t.n += w->places(b->place + t.n,
		    (k.lf | k.tab) & all & ((odd & -odd) - 1), (uint32_t)t.at);
		begins = k.lf >> 63;
		if (odd == 0) {
			t.at += 64;
			continue;
		}
		t.at += (size_t)__builtin_ctzll(odd);
		begins = 1;
		do
			good = take_tag(v, b, &t);
		while (good && t.at < left && b->s[t.at] == '<' && t.n < most &&
		    b->n < 64);
	}
	(void)take_lines(b, t.from, t.n);
	return t.n_tag;
}

static size_t
take_plain(struct vrt *v, struct vrt_batch *b)
{
	static const struct ways plain = {look_plain, places_plain};

	return take(v, b, &plain);
}

#ifdef __SSE2__
static WIDE size_t
take_wide(struct vrt *v, struct vrt_batch *b)
{
	static const struct ways wide = {look_wide, places_wide};

	return take(v, b, &wide);
}

static bool
is_wide(void)
{
	return __builtin_cpu_supports("avx512bw") &&
	    __builtin_cpu_supports("avx512vbmi2") &&
	    __builtin_cpu_supports("popcnt");
}
#else
static size_t
take_wide(struct vrt *v, struct vrt_batch *b)
{
	return take_plain(v, b);
}

static bool
is_wide(void)
{
	return false;
}
#endif

bool
vrt_batch(struct vrt *v, struct vrt_batch *b)
{
	size_t n_tag;

	b->n = 0;
	b->n_col = v->n_col;
	b->s = v->in.buf + v->in.pos;
	b->place[0] = UINT32_MAX;
	n_tag = !b->narrow && is_wide() ? take_wide(v, b) : take_plain(v, b);
	if (b->n == 0)
		return false;
	v->in.pos += (size_t)b->place[b->line[b->n - 1].end + v->n_col - 1] + 1;
	v->in.line += b->n;
	v->n_token += b->n - n_tag;
	return true;
}

void
vrt_take_mark(struct vrt *v, const struct vrt_line *line)
{
	const char *s = v->line;

	if (line->tag == VRT_IS_TAG) {
		v->tag = s[1 + (s[1] == '/')] == 's' ? TAG_S : TAG_P;
		return;
	}
	v->gap =
	    s[4] == '/' ? 1 : strtoull(s + sizeof("<gap n=\"") - 1, NULL, 10);
}
