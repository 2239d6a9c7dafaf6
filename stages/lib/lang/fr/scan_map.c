/* Where the words of a text are, and which of them are of the commonest, by
 * masks of bits: words of letters of ASCII, Latin-1 and œ before a blank, a
 * comma or a full stop, and elided ones.  What a token is cannot be foreseen,
 * so that a branch on it costs more than some ten steps without one. */
#include <string.h>
#ifdef __SSE2__
#include <immintrin.h>
#endif

#include "scan_inner.h"

#ifdef __SSE2__

/* ---- bytes to bits ---- */

/* What the bytes of a block of 64 are; its first is bit 0. */
struct look {
	uint64_t letter;  /* of ASCII, but for the e of oe */
	uint64_t second;  /* second bytes of other letters */
	uint64_t capital; /* last bytes of capitals */
	uint64_t figure;  /* second bytes behind which may be a Roman figure */
	uint64_t tail;    /* last bytes of qu and rd */
	uint64_t elided;  /* c d j l m n s */
	uint64_t lone;    /* a y */
	uint64_t blank;
	uint64_t comma;
	uint64_t stop;
	uint64_t apos;
	uint64_t quote; /* last bytes of U+2019 */
};

#define ALL(c) _mm_set1_epi8((char)(c))
#define IS(x, c) _mm_cmpeq_epi8(x, ALL(c))
#define FROM_TO(x, a, z)                                                       \
	_mm_and_si128(                                                         \
	    _mm_cmpgt_epi8(x, ALL((a)-1)), _mm_cmplt_epi8(x, ALL((z) + 1)))
#define OR(x, y) _mm_or_si128(x, y)
#define AND(x, y) _mm_and_si128(x, y)
#define BITS(x) ((uint64_t)(unsigned)_mm_movemask_epi8(x))
#define LOAD(s) _mm_loadu_si128((const __m128i *)(s))

/* Adds sixteen bytes of a block, which are its bits from `at` on. */
static inline void
look_at(struct look *k, const char *s, char *low, size_t at)
{
	__m128i x = LOAD(s);
	__m128i before = LOAD(s - 1);
	__m128i small = OR(x, ALL(0x20));
	__m128i small_before = OR(before, ALL(0x20));
	__m128i c3 = IS(before, 0xC3);
	__m128i e = IS(small, 'e');
	__m128i r = IS(small, 'r');
	__m128i other = OR(OR(IS(x, 0x97), IS(x, 0xB7)), IS(x, 0x9F));
	__m128i capital =
	    OR(FROM_TO(x, 'A', 'Z'), AND(c3, _mm_cmplt_epi8(x, ALL(0x9F))));
	__m128i figure =
	    OR(OR(IS(before, 'I'), IS(before, 'V')), IS(before, 'X'));
	__m128i second = OR(OR(e, r), OR(IS(small, 'i'), IS(x, 0xC3)));

	k->letter |= BITS(_mm_andnot_si128(AND(IS(small_before, 'o'), e),
			 FROM_TO(small, 'a', 'z')))
	    << at;
	k->second |= BITS(OR(_mm_andnot_si128(other, c3),
			 AND(IS(before, 0xC5), IS(x, 0x93))))
	    << at;
	k->capital |= BITS(capital) << at;
	k->figure |= BITS(OR(AND(figure, OR(capital, second)),
			 AND(OR(IS(before, 'L'), IS(before, 'C')), capital)))
	    << at;
	k->tail |= BITS(OR(AND(IS(small_before, 'q'), IS(small, 'u')),
		       AND(IS(small_before, 'r'), IS(small, 'd'))))
	    << at;
	k->elided |=
	    BITS(OR(OR(FROM_TO(small, 'c', 'd'), FROM_TO(small, 'l', 'n')),
		OR(IS(small, 'j'), IS(small, 's'))))
	    << at;
	k->lone |= BITS(OR(IS(x, 'a'), IS(x, 'y'))) << at;
	k->blank |= BITS(IS(x, ' ')) << at;
	k->comma |= BITS(IS(x, ',')) << at;
	k->stop |= BITS(IS(x, '.')) << at;
	k->apos |= BITS(IS(x, '\'')) << at;
	k->quote |=
	    BITS(AND(AND(IS(LOAD(s - 2), 0xE2), IS(before, 0x80)), IS(x, 0x99)))
	    << at;
	_mm_storeu_si128((__m128i *)(low + at), OR(x, AND(capital, ALL(0x20))));
}

/* The block at s, and the same in small letters; two bytes in front of s are
 * read. */
static void
look_plain(struct look *k, const char *s, char *low)
{
	*k = (struct look){0};
	for (size_t i = 0; i < 64; i += 16)
		look_at(k, s + i, low, i);
	k->letter |= k->second | k->second >> 1;
}

/* The places of the bits, as many as there are and up to 64 others behind. */
static size_t
places_plain(uint32_t *to, uint64_t bits, uint32_t at)
{
	uint64_t x = bits;

	x -= x >> 1 & UINT64_C(0x5555555555555555);
	x = (x & UINT64_C(0x3333333333333333)) +
	    (x >> 2 & UINT64_C(0x3333333333333333));
	x = (x + (x >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
	while (bits != 0)
		for (int k = 0; k < 8; k++) {
			uint64_t some = bits | (uint64_t)1 << 63;

			*to++ = at + (uint32_t)__builtin_ctzll(some);
			bits &= bits - 1;
		}
	return (size_t)(x * UINT64_C(0x0101010101010101) >> 56);
}

/* ---- the same, all bytes at once, where the processor can ---- */

#define WIDE __attribute__((target("avx512f,avx512bw,avx512vbmi2,bmi,popcnt")))
/* What is made once for each of the two ways, all in one piece. */
#define INLINE inline __attribute__((always_inline))
#define ALL_W(c) _mm512_set1_epi8((char)(c))
#define IS_W(x, c) _mm512_cmpeq_epi8_mask(x, ALL_W(c))
#define FROM_TO_W(x, a, z)                                                     \
	_mm512_cmple_epu8_mask(_mm512_sub_epi8(x, ALL_W(a)), ALL_W((z) - (a)))

static WIDE void
look_wide(struct look *k, const char *s, char *low)
{
	__m512i x = _mm512_loadu_si512(s);
	__m512i before = _mm512_loadu_si512(s - 1);
	__m512i small = _mm512_or_si512(x, ALL_W(0x20));
	__m512i small_before = _mm512_or_si512(before, ALL_W(0x20));
	uint64_t c3 = IS_W(before, 0xC3);
	uint64_t e = IS_W(small, 'e');
	uint64_t r = IS_W(small, 'r');
	uint64_t other = IS_W(x, 0x97) | IS_W(x, 0xB7) | IS_W(x, 0x9F);
	uint64_t capital = FROM_TO_W(x, 'A', 'Z') |
	    (c3 & _mm512_cmplt_epi8_mask(x, ALL_W(0x9F)));
	uint64_t figure =
	    IS_W(before, 'I') | IS_W(before, 'V') | IS_W(before, 'X');

	k->second = (c3 & ~other) | (IS_W(before, 0xC5) & IS_W(x, 0x93));
	k->letter =
	    (FROM_TO_W(small, 'a', 'z') & ~(IS_W(small_before, 'o') & e)) |
	    k->second | k->second >> 1;
	k->capital = capital;
	k->figure =
	    (figure & (capital | e | r | IS_W(small, 'i') | IS_W(x, 0xC3))) |
	    ((IS_W(before, 'L') | IS_W(before, 'C')) & capital);
	k->tail = (IS_W(small_before, 'q') & IS_W(small, 'u')) |
	    (IS_W(small_before, 'r') & IS_W(small, 'd'));
	k->elided = FROM_TO_W(small, 'c', 'd') | FROM_TO_W(small, 'l', 'n') |
	    IS_W(small, 'j') | IS_W(small, 's');
	k->lone = IS_W(x, 'a') | IS_W(x, 'y');
	k->blank = IS_W(x, ' ');
	k->comma = IS_W(x, ',');
	k->stop = IS_W(x, '.');
	k->apos = IS_W(x, '\'');
	k->quote = IS_W(_mm512_loadu_si512(s - 2), 0xE2) & IS_W(before, 0x80) &
	    IS_W(x, 0x99);
	_mm512_storeu_si512(low,
	    _mm512_or_si512(x, _mm512_maskz_mov_epi8(capital, ALL_W(0x20))));
}

static WIDE size_t
places_wide(uint32_t *to, uint64_t bits, uint32_t at)
{
	static const uint8_t each[64] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
	    12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
	    29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45,
	    46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62,
	    63};
	__m512i place =
	    _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(each));
	__m512i base = _mm512_set1_epi32((int)at);

#define PUT(k)                                                                 \
	_mm512_storeu_si512(to + (size_t)16 * (k),                             \
	    _mm512_add_epi32(base,                                             \
		_mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(place, k))))
	PUT(0);
	PUT(1);
	if (bits != 0 && (uint64_t)__builtin_popcountll(bits) > 32) {
		PUT(2);
		PUT(3);
	}
#undef PUT
	return (size_t)__builtin_popcountll(bits);
}

/* How blocks are read. */
struct ways {
	void (*look)(struct look *k, const char *s, char *low);
	size_t (*places)(uint32_t *to, uint64_t bits, uint32_t at);
};

/* ---- bits to words ---- */

/* Bits of a block n places up or down, those of its neighbour with them. */
#define UP(x, n, last) ((x) << (n) | (last) >> (64 - (n)))
#define DOWN(x, n, next) ((x) >> (n) | (next) << (64 - (n)))

/* What a block leaves to the next. */
struct left {
	uint64_t letter;
	uint64_t two;  /* letters behind a letter */
	uint64_t four; /* behind three */
	uint64_t many; /* behind six */
	uint64_t start;
	uint64_t tail;
	uint64_t one; /* words of one letter */
	uint64_t one_elided;
	uint64_t qu; /* as a word */
	uint64_t capital;
	uint64_t carry_capital; /* such a word goes on */
	uint64_t carry_figure;
};

/* The ends of the words of which the first bits are given: an addition carries
 * a bit through to there. */
static INLINE uint64_t
ends_of(uint64_t letter, uint64_t first, uint64_t *carry)
{
	uint64_t sum = letter + first;
	uint64_t all = sum + *carry;

	*carry = (uint64_t)(sum < letter) | (uint64_t)(all < sum);
	return all & ~letter;
}

/* The words that end in a block: k, of which all letters are known; those of
 * the next, but for its last. */
static INLINE void
find_words(struct scan_map *m, size_t block, const struct look *k,
    const struct look *next, struct left *l, const struct ways *w)
{
	uint64_t in = k->letter;
	uint64_t behind = UP(in, 1, l->letter);
	uint64_t first = in & ~behind;
	uint64_t end = ~in & behind;
	uint64_t two = in & behind;
	uint64_t four = two & UP(two, 2, l->two);
	uint64_t many = four & UP(four, 3, l->four);
	uint64_t one = first & ~DOWN(in, 1, next->letter);
	uint64_t one_elided = one & k->elided;
	uint64_t qu = k->tail & ~k->elided & UP(first, 1, l->start);
	uint64_t odd = UP(k->tail, 1, l->tail) | UP(one & ~k->lone, 1, l->one) |
	    ends_of(
		in, first & DOWN(k->figure, 1, next->figure), &l->carry_figure);
	uint64_t stop = k->stop & DOWN(k->blank, 1, next->blank) &
	    UP(many, 1, l->many) & m->stops;
	uint64_t quote = DOWN(k->quote, 2, next->quote);
	uint64_t elided =
	    (UP(one_elided, 1, l->one_elided) | UP(qu, 1, l->qu)) &
	    ((k->apos & DOWN(in, 1, next->letter) &
		 ~(UP(k->capital, 1, l->capital) &
		     DOWN(k->capital, 1, next->capital))) |
		(quote & DOWN(in, 3, next->letter) &
		    ~(UP(k->capital, 1, l->capital) &
			DOWN(k->capital, 3, next->capital))));
	m->ends[block].common =
	    end & (elided | (~odd & (k->blank | k->comma | stop)));
	m->ends[block].capital = ends_of(in,
	    first &
		(k->capital |
		    DOWN(k->capital & k->second, 1,
			next->capital & next->second)),
	    &l->carry_capital);
	m->n_edge +=
	    w->places(m->edge + m->n_edge, first | end, (uint32_t)block * 64);
	for (; quote != 0; quote &= quote - 1)
		m->low[SCAN_FRONT + block * 64 +
		    (size_t)__builtin_ctzll(quote)] = '\'';
	*l = (struct left){.letter = in,
	    .two = two,
	    .four = four,
	    .many = many,
	    .start = first,
	    .tail = k->tail,
	    .one = one & ~k->lone,
	    .one_elided = one_elided,
	    .qu = qu,
	    .capital = k->capital,
	    .carry_capital = l->carry_capital,
	    .carry_figure = l->carry_figure};
}

/* Nothing of what is behind the text, whose end is as good as a blank. */
static INLINE void
cut(struct look *k, size_t left)
{
	const uint64_t all = ((uint64_t)1 << left) - 1;

	k->letter &= all;
	k->second &= all;
	k->capital &= all;
	k->figure &= all;
	k->tail &= all;
	k->elided &= all;
	k->lone &= all;
	k->blank = (k->blank & all) | (all + 1);
	k->comma &= all;
	k->stop &= all;
	k->apos &= all;
	k->quote &= all;
}

/* In front of the first block are zeros. */
static INLINE void
read_block(
    const struct ways *w, struct look *k, const struct text *t, size_t at)
{
	char copy[2 + 64];
	const char *s = t->p + at;

	if (at == 0) {
		memset(copy, 0, 2);
		memcpy(copy + 2, s, 64);
		s = copy + 2;
	}
	w->look(k, s, t->s->map.low + SCAN_FRONT + at);
	if (t->len - at < 64)
		cut(k, t->len - at);
}

static INLINE void
map(struct text *t, const struct ways *w)
{
	struct scan_map *m = &t->s->map;
	struct left left = {0};
	struct look look[2];
	size_t n = t->len / 64 + 1;

	m->low =
	    mem_grow(m->low, &m->low_cap, SCAN_FRONT + n * 64 + SCAN_SLACK, 1);
	m->ends = mem_grow(m->ends, &m->cap, n, sizeof(*m->ends));
	m->n_edge = 0;
	m->at = 0;
	for (size_t k = 0; k <= n; k++) {
		struct look *next = &look[k & 1];
		struct look *now = &look[~k & 1];

		if (k < n)
			read_block(w, next, t, k * 64);
		else
			*next = (struct look){0};
		if (k == 0)
			continue;
		if (m->edge_cap - m->n_edge < 128 + 4)
			m->edge = mem_grow(m->edge, &m->edge_cap,
			    m->n_edge + 128 + 4, sizeof(*m->edge));
		now->letter |= next->second << 63;
		find_words(m, k - 1, now, next, &left, w);
	}
	for (size_t k = 0; k < 4; k++)
		m->edge[m->n_edge + k] = UINT32_MAX;
}

static void
map_plain(struct text *t)
{
	static const struct ways plain = {look_plain, places_plain};

	map(t, &plain);
}

static WIDE void
map_wide(struct text *t)
{
	static const struct ways wide = {look_wide, places_wide};

	map(t, &wide);
}

void
scan_map(struct text *t)
{
	if (!t->s->narrow && __builtin_cpu_supports("avx512bw") &&
	    __builtin_cpu_supports("avx512vbmi2") &&
	    __builtin_cpu_supports("popcnt"))
		map_wide(t);
	else
		map_plain(t);
}

#else

void
scan_map(struct text *t)
{
	(void)t;
}
#endif
