/* The commonest tokens, from where scan_map() found words and what they are;
 * the plain way (scan.c), on which others go, gives the same. */
#include <string.h>

#include "scan_inner.h"

#ifdef __SSE2__

/* What stands behind letters. */
enum after {
	AFTER_OTHER,
	AFTER_CALM, /* ends a word, whatever the letters are */
	AFTER_STOP, /* the same if it is none of its own */
	AFTER_COLON,
	AFTER_C2,
	AFTER_E2
};

static const uint8_t after[256] = {['\0'] = AFTER_CALM,
    ['\t'] = AFTER_CALM,
    ['\n'] = AFTER_CALM,
    ['\r'] = AFTER_CALM,
    [' '] = AFTER_CALM,
    ['!'] = AFTER_CALM,
    ['"'] = AFTER_CALM,
    [')'] = AFTER_CALM,
    ['*'] = AFTER_CALM,
    [','] = AFTER_CALM,
    [';'] = AFTER_CALM,
    ['?'] = AFTER_CALM,
    [']'] = AFTER_CALM,
    ['_'] = AFTER_CALM,
    ['.'] = AFTER_STOP,
    [':'] = AFTER_COLON,
    [0xC2] = AFTER_C2,
    [0xE2] = AFTER_E2};

static enum after
after_at(const char *s)
{
	enum after a = (enum after)after[(unsigned char)*s];

	if (a == AFTER_COLON)
		return s[1] == '/' ? AFTER_OTHER : AFTER_CALM;
	if (a == AFTER_C2)
		return s[1] == '\xA0' ? AFTER_CALM : AFTER_OTHER;
	if (a == AFTER_E2)
		return s[1] == '\x80' && s[2] == '\xAF' ? AFTER_CALM
							: AFTER_OTHER;
	return a;
}

/* What is under way: the scanner's, at hand. */
struct run {
	const struct scan *s;
	const char *p;
	size_t len;
	const uint32_t *edge;  /* of the word: from, to, from of the next ... */
	const uint32_t *edges; /* of the first one */
	const struct token *first; /* of this run */
	struct token *next;        /* where the next token goes */
	bool spaced;
};

/* What a byte behind a common word is. */
enum behind {
	BEHIND_MORE = 3, /* bytes of an apostrophe, which are the word's */
	BEHIND_MARK = 4,
	BEHIND_STOP = 8, /* too */
	BEHIND_BLANK = 16
};

static const uint8_t behind[256] = {['\''] = 1,
    [0xE2] = 3,
    [','] = BEHIND_MARK,
    ['.'] = BEHIND_MARK | BEHIND_STOP,
    [' '] = BEHIND_BLANK};

/* Tokens as they are but for their place. */
#define WORD(up, loose, apos)                                                  \
	{                                                                      \
		.kind = SCAN_WORD, .flags = (up) ? SCAN_UPPER : SCAN_LOWER,    \
		.glued = !(loose), .easy = (apos) ? SCAN_EASY_APOS : SCAN_EASY \
	}
static const struct token word[8] = {WORD(0, 0, 0), WORD(1, 0, 0),
    WORD(0, 1, 0), WORD(1, 1, 0), WORD(0, 0, 1), WORD(1, 0, 1), WORD(0, 1, 1),
    WORD(1, 1, 1)};
static const struct token point[2] = {
    {.len = 1, .kind = SCAN_PUNCT, .glued = true, .easy = SCAN_EASY},
    {.len = 1,
	.kind = SCAN_PUNCT,
	.flags = SCAN_STOP,
	.glued = true,
	.easy = SCAN_EASY}};

/* Takes common words from i on, each with the blank or mark behind it, while
 * there are some; where it goes on. */
static uint32_t
take_common(struct run *r, const struct scan_map *m, uint32_t i)
{
	const char *p = r->p;
	const struct scan_ends *ends = m->ends;
	const uint32_t *edge = r->edge;
	struct token *next = r->next;
	unsigned spaced = r->spaced;

	while (edge[0] == i) {
		uint32_t to = edge[1];
		const struct scan_ends *end = &ends[to >> 6];
		unsigned capital = end->capital >> (to & 63) & 1;
		unsigned k = behind[(unsigned char)p[to]];
		unsigned mark = k / BEHIND_MARK & 1;
		unsigned more = k & BEHIND_MORE;

		if ((end->common >> (to & 63) & 1) == 0)
			break;
		next[0].all = word[capital | spaced << 1 | (more & 2) << 1].all;
		next[0].at = i;
		next[0].len = to - i + more;
		next[1].all = point[k / BEHIND_STOP & 1].all;
		next[1].at = to;
		next[1].len = 1;
		next += 1 + mark;
		spaced = (mark & (p[to + 1] == ' ')) | k / BEHIND_BLANK;
		edge += 2;
		i = to + more + mark + spaced;
	}
	r->edge = edge;
	r->next = next;
	r->spaced = spaced;
	return i;
}

/* Letters as bits: l d j m t s c n, and I V X L C. */
#define BIT(c) (1U << ((c)&31))
#define ELIDED                                                                 \
	(BIT('l') | BIT('d') | BIT('j') | BIT('m') | BIT('t') | BIT('s') |     \
	    BIT('c') | BIT('n'))
#define ROMAN (BIT('I') | BIT('V') | BIT('X') | BIT('L') | BIT('C'))

/* Of a letter of ASCII. */
static inline bool
is_bit(unsigned set, char c)
{
	return (set >> (c & 31) & 1) != 0;
}

/* The flags of a word whose letters say no more than that; else 0. */
static unsigned
plain_flags(const char *s, const char *low, uint32_t n)
{
	bool high = (*s & 0x80) != 0;

	if (n == 1)
		return *s != *low || is_bit(ELIDED, *s) ? 0 : SCAN_LOWER;
	if ((low[n - 1] == 'u' && low[n - 2] == 'q') ||
	    (n == 7 && low[6] == 'd' && low[1] == 'u' && low[2] == 'j'))
		return 0; /* is_rough() of scan_word.c */
	if (s[high] == low[high])
		return SCAN_LOWER;
	if (!high && is_bit(ROMAN, *s) &&
	    (scan_is_roman(s, n) || (n == 2 && strchr("OP", s[1]) != NULL)))
		return 0; /* XXe, LO 141 */
	return SCAN_UPPER;
}

/* Takes the word from i on, if what is behind it is of no matter, and the full
 * stop; where it goes on. */
static uint32_t
take_other(struct run *r, const struct scan_map *m, uint32_t i)
{
	uint32_t to = r->edge[1];
	const char *p = r->p + to;
	const char *low = m->low + SCAN_FRONT + i;
	uint32_t n = to - i;
	enum after a = after_at(p);
	unsigned flags;

	if (a != AFTER_CALM && a != AFTER_STOP)
		return i;
	if ((flags = plain_flags(r->p + i, low, n)) == 0)
		return i;
	if (a == AFTER_STOP &&
	    ((to + 1 < r->len && p[1] != ' ') || n == 1 || *low == 'w' ||
		(flags == SCAN_UPPER && n <= 3) ||
		((r->s->abbr_len[*low & 31] >> (n & 63) & 1) != 0 && n < 63 &&
		    intern_find(&r->s->rules->abbr, low, n) != UINT32_MAX)))
		return i;
	*r->next = word[(flags == SCAN_UPPER) | r->spaced << 1];
	r->next->at = i;
	r->next++->len = n;
	if (a == AFTER_STOP) {
		*r->next = point[1];
		r->next++->at = to;
	}
	r->spaced = false;
	r->edge += 2;
	return to + (a == AFTER_STOP);
}

/* Was the token before r->next taken here as an elided word, at whose end the
 * next word begins? */
static bool
follows_elided(const struct run *r)
{
	const struct token *k = r->next - 1;

	return k >= r->first && r->edge > r->edges && k->easy != SCAN_HARD &&
	    k->at == r->edge[-2] && k->at + k->len == r->edge[0] &&
	    k->at + k->len > r->edge[-1];
}

/* The word behind elided ones is not common: perhaps all are one word of the
 * rules (d'avant-garde, j'm'en-foutiste).  Where to go on the plain way. */
static size_t
take_back(struct run *r)
{
	do {
		r->next--;
		r->edge -= 2;
	} while (follows_elided(r));
	r->spaced = !r->next->glued;
	return r->next->at;
}

/* Marks that are a token each, whatever is around them, and their flags; RUN:
 * not where another of them follows. */
enum {
	ALONE = SCAN_ESCAPE, /* so that none is 0; no such mark has it */
	RUN = SCAN_ABBR,     /* nor this */
	MARKS = 64           /* taken before others are asked again */
};

static inline bool
is_digit(char c)
{
	return (unsigned char)(c - '0') < 10;
}

static const uint8_t alone[256] = {[','] = ALONE,
    [';'] = ALONE,
    [':'] = ALONE,
    ['.'] = ALONE | RUN | SCAN_STOP,
    ['!'] = ALONE | RUN | SCAN_STOP,
    ['?'] = ALONE | RUN | SCAN_STOP,
    ['*'] = ALONE | RUN,
    ['_'] = ALONE | RUN,
    ['('] = ALONE | SCAN_OPEN,
    ['['] = ALONE | SCAN_OPEN,
    [')'] = ALONE | SCAN_CLOSE,
    [']'] = ALONE | SCAN_CLOSE,
    ['"'] = ALONE | SCAN_OPEN | SCAN_CLOSE};

/* Takes a mark, or figures with a blank behind them or behind the mark that
 * follows; where it goes on. */
static size_t
take_mark(struct run *r, size_t i)
{
	const char *p = r->p;
	uint8_t flags = alone[(unsigned char)p[i]];
	size_t to = i + 1;
	struct token k = {.kind = SCAN_PUNCT, .easy = SCAN_EASY};

	if (flags != 0) {
		k.flags = flags & ~(ALONE | RUN) & 0xFF;
		if ((flags & RUN) != 0 && p[to] == p[i])
			return i;
	} else if (is_digit(p[i])) {
		while (is_digit(p[to]))
			to++;
		if (p[to] == ' '
			? is_digit(p[to + 1])
			: ((p[to] != ',' && p[to] != '.') || p[to + 1] != ' '))
			return i;
		k.kind = SCAN_NUMBER;
	} else
		return i;
	k.at = (uint32_t)i;
	k.len = (uint32_t)(to - i);
	k.glued = !r->spaced;
	*r->next++ = k;
	r->spaced = false;
	return to;
}

size_t
scan_fast(struct text *t, size_t i)
{
	struct scan *s = t->s;
	const struct scan_map *m = &s->map;
	struct run r = {.s = s,
	    .p = t->p,
	    .len = t->len,
	    .edge = m->edge + m->at,
	    .edges = m->edge,
	    .spaced = t->spaced};
	size_t marks = MARKS;
	size_t most;

	if (i < s->plain_to)
		return i;
	/* two tokens a word at most, what is written behind the last, and some
	 * marks */
	most = s->n + (m->n_edge - m->at) + 2 + MARKS;
	if (s->cap < most)
		s->tok = mem_grow(s->tok, &s->cap, most, sizeof(*s->tok));
	r.first = r.next = s->tok + s->n;
	for (; i < t->len && t->p[i] == ' '; i++)
		r.spaced = true;
	while (r.edge[1] <= i)
		r.edge += 2;
	while (i < r.len) {
		size_t from = i = take_common(&r, m, (uint32_t)i);

		if (r.edge[0] > i) {
			if (marks-- == 0 || (i = take_mark(&r, i)) == from)
				break;
		} else if (follows_elided(&r) &&
		    after_at(r.p + r.edge[1]) == AFTER_OTHER) {
			s->plain_to = r.edge[0]; /* or each would come anew */
			i = take_back(&r);
			break;
		} else if ((i = take_other(&r, m, (uint32_t)i)) == from)
			break;
		for (; i < t->len && t->p[i] == ' '; i++)
			r.spaced = true;
	}
	s->map.at = (size_t)(r.edge - m->edge);
	s->n = (size_t)(r.next - s->tok);
	t->spaced = r.spaced;
	return i;
}

#else

size_t
scan_fast(struct text *t, size_t i)
{
	(void)t;
	return i;
}
#endif
