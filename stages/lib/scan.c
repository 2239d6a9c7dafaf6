#include "scan.h"

#include <stdlib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "utf.h"

/* Classes of characters. */
enum cls {
	END, /* LF, NUL, other controls */
	SPACE,
	LOWER,
	UPPER,
	DIGIT,
	APOS, /* ' and U+2019, U+02BC */
	HYPHEN,
	DOT,
	PUNCT,
	SYMBOL,
	BYTE, /* more bytes needed: class_of() */
};

static const uint8_t ascii[256] = {
    ['\t'] = SPACE, [' '] = SPACE, ['\r'] = SPACE,
    ['a'] = LOWER, ['b'] = LOWER, ['c'] = LOWER, ['d'] = LOWER, ['e'] = LOWER,
    ['f'] = LOWER, ['g'] = LOWER, ['h'] = LOWER, ['i'] = LOWER, ['j'] = LOWER,
    ['k'] = LOWER, ['l'] = LOWER, ['m'] = LOWER, ['n'] = LOWER, ['o'] = LOWER,
    ['p'] = LOWER, ['q'] = LOWER, ['r'] = LOWER, ['s'] = LOWER, ['t'] = LOWER,
    ['u'] = LOWER, ['v'] = LOWER, ['w'] = LOWER, ['x'] = LOWER, ['y'] = LOWER,
    ['z'] = LOWER, ['A'] = UPPER, ['B'] = UPPER, ['C'] = UPPER, ['D'] = UPPER,
    ['E'] = UPPER, ['F'] = UPPER, ['G'] = UPPER, ['H'] = UPPER, ['I'] = UPPER,
    ['J'] = UPPER, ['K'] = UPPER, ['L'] = UPPER, ['M'] = UPPER, ['N'] = UPPER,
    ['O'] = UPPER, ['P'] = UPPER, ['Q'] = UPPER, ['R'] = UPPER, ['S'] = UPPER,
    ['T'] = UPPER, ['U'] = UPPER, ['V'] = UPPER, ['W'] = UPPER, ['X'] = UPPER,
    ['Y'] = UPPER, ['Z'] = UPPER, ['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT,
    ['3'] = DIGIT, ['4'] = DIGIT, ['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT,
    ['8'] = DIGIT, ['9'] = DIGIT, ['\''] = APOS, ['-'] = HYPHEN, ['.'] = DOT,
    ['!'] = PUNCT, ['"'] = PUNCT, ['('] = PUNCT, [')'] = PUNCT, [','] = PUNCT,
    ['/'] = PUNCT, [':'] = PUNCT, [';'] = PUNCT, ['?'] = PUNCT, ['['] = PUNCT,
    [']'] = PUNCT, ['{'] = PUNCT, ['}'] = PUNCT, ['*'] = PUNCT, ['_'] = PUNCT,
    ['#'] = SYMBOL, ['$'] = SYMBOL, ['%'] = SYMBOL, ['&'] = SYMBOL,
    ['+'] = SYMBOL, ['<'] = SYMBOL, ['='] = SYMBOL, ['>'] = SYMBOL,
    ['@'] = SYMBOL, ['\\'] = SYMBOL, ['^'] = SYMBOL, ['`'] = SYMBOL,
    ['|'] = SYMBOL, ['~'] = SYMBOL};

/* The text under the scanner. */
struct text {
	struct scan *s;
	const char *p;
	size_t len;
	bool spaced; /* a space since the last token */
};

static enum cls
class_of(struct scan *s, int32_t cp)
{
	switch (cp) {
	case 0x2019: /* ’ */
	case 0x02BC:
		return APOS;
	case 0xA0: /* no-break spaces, zero width ones */
	case 0x202F:
	case 0x200B:
	case 0xFEFF:
		return SPACE;
	case 0xAD: /* soft hyphen, ² ³ ¹: inside words */
	case 0xB2:
	case 0xB3:
	case 0xB9:
		return LOWER;
	case 0xAB:
	case 0xBB:
		return PUNCT;
	case 0x2010:
	case 0x2011:
		return HYPHEN;
	default:
		break;
	}
	if (cp >= 0x2012 && cp <= 0x2027)
		return PUNCT; /* – — “ ” … */
	if (cp >= 0x300 && cp < 0x370)
		s->marks = true;
	if (utf_is_letter(cp))
		return utf_is_upper(cp) ? UPPER : LOWER;
	if (utf_is_space(cp))
		return SPACE;
	if (cp < 0xA0)
		return END;
	return cp >= 0x2030 && cp <= 0x205E && cp != 0x2030 && cp != 0x2031
	    ? PUNCT
	    : SYMBOL;
}

static enum cls
class_rare(struct text *t, size_t i, size_t *n)
{
	const unsigned char *s = (const unsigned char *)t->p + i;

	if (*s == 0xC5) { /* Œ œ and their like */
		*n = 2;
		return s[1] == 0x93 ? LOWER
		    : s[1] == 0x92  ? UPPER
				    : class_of(t->s, 0x140 | (s[1] & 0x3F));
	}
	return class_of(t->s, utf_get(t->p + i, t->p + t->len, n));
}

/* Class of the character at i; *n gets its bytes.  At the end: END. */
static inline enum cls
class_at(struct text *t, size_t i, size_t *n)
{
	unsigned char c = (unsigned char)t->p[i];
	unsigned char d;

	*n = 1;
	if (c < 0x80)
		return (enum cls)ascii[c];
	d = (unsigned char)t->p[i + 1];
	if (c == 0xC3) {
		*n = 2;
		if (d == 0x97 || d == 0xB7)
			return SYMBOL;
		return d < 0x9F ? UPPER : LOWER;
	}
	if (c == 0xE2 && d == 0x80 && (unsigned char)t->p[i + 2] == 0x99) {
		*n = 3;
		return APOS;
	}
	return class_rare(t, i, n);
}

static bool
is_letter(enum cls c)
{
	return c == LOWER || c == UPPER;
}

static bool
is_alnum(enum cls c)
{
	return c == LOWER || c == UPPER || c == DIGIT;
}

static enum cls
peek(struct text *t, size_t i)
{
	size_t n;

	return i < t->len ? class_at(t, i, &n) : END;
}

static bool
looking_at(const struct text *t, size_t i, const char *word)
{
	size_t n = strlen(word);

	return i + n <= t->len && memcmp(t->p + i, word, n) == 0;
}

/* Is the folded text from..to in the set? */
static uint32_t
lookup(struct text *t, const struct intern *set, size_t from, size_t to)
{
	struct buf *b = &t->s->form;

	b->len = 0;
	utf_form(b, t->p + from, to - from);
	return intern_find(set, b->s, b->len);
}

static inline struct token *
add(struct text *t, size_t from, size_t to, enum scan_kind kind)
{
	struct scan *s = t->s;
	struct token *k;

	if (s->n == s->cap)
		s->tok = mem_grow(s->tok, &s->cap, s->n + 1, sizeof(*s->tok));
	k = &s->tok[s->n++];
	k->at = (uint32_t)from;
	k->len = (uint32_t)(to - from);
	k->kind = (uint8_t)kind;
	k->flags = 0;
	k->glued = !t->spaced;
	k->last = false;
	t->spaced = false;
	return k;
}

/* ---- addresses ---- */

static bool
address_byte(unsigned char c)
{
	return c > ' ' && c != '<' && c != '>' && c != '"' && c != '|' &&
	    c != '\\' && c != '^' && c != '`' && c != '{' && c != '}';
}

/* End of an address that begins at from: up to a space or quotation mark,
 * without the punctuation of the sentence around it. */
static size_t
address_end(const struct text *t, size_t from)
{
	size_t i = from;

	while (i < t->len && address_byte((unsigned char)t->p[i]) &&
	    !looking_at(t, i, "\xC2\xA0") && !looking_at(t, i, "\xC2\xBB") &&
	    !looking_at(t, i, "\xE2\x80"))
		i++;
	while (i > from && strchr(".,;:!?)]'*", t->p[i - 1]) != NULL)
		i--;
	return i;
}

static bool
is_domain_end(const char *s, size_t len)
{
	static const char *const tld[] = {"be", "ca", "ch", "com", "de", "edu",
	    "es", "eu", "fr", "gov", "info", "int", "io", "it", "lu", "net",
	    "org", "paris", "tv", "uk"};

	for (size_t i = 0; i < sizeof(tld) / sizeof(*tld); i++)
		if (strlen(tld[i]) == len && memcmp(tld[i], s, len) == 0)
			return true;
	return false;
}

/* A host name, with or without a path, or an e-mail address whose first dot
 * is at dot; 0 if it is none.  Sets the end. */
static bool
is_address(struct text *t, size_t from, size_t dot, size_t *end)
{
	size_t i = dot;
	size_t last = dot;
	bool at = false;

	for (; i < t->len; i++) {
		unsigned char c = (unsigned char)t->p[i];

		if (c == '.')
			last = i;
		else if (c == '@' && !at)
			at = true;
		else if (c != '-' && c != '_' && c != '+' &&
		    !is_alnum((enum cls)ascii[c]))
			break;
	}
	while (i > from && (t->p[i - 1] == '.' || t->p[i - 1] == '-'))
		i--;
	if (last >= i)
		for (last = i - 1; last > dot && t->p[last] != '.';)
			last--;
	if (!is_domain_end(t->p + last + 1, i - last - 1) && !at)
		return false;
	if (t->p[last] != '.' || last + 2 >= i)
		return false;
	*end = i < t->len && t->p[i] == '/' ? address_end(t, from) : i;
	return true;
}

/* ---- words ---- */

/* Is the word before an apostrophe elided: l d j m t s c n qu jusqu lorsqu
 * puisqu quoiqu, and y (y'a), in any case? */
static bool
is_elision(const char *s, size_t len)
{
	static const char *const longer[] = {"jusqu", "lorsqu", "puisqu",
	    "quoiqu"};
	char low[8];

	if (len == 0 || len > 6)
		return false;
	for (size_t i = 0; i < len; i++)
		low[i] = (char)(s[i] | 0x20);
	if (len == 1)
		return strchr("ldjmtscny", low[0]) != NULL;
	if (len == 2)
		return low[0] == 'q' && low[1] == 'u';
	for (size_t i = 0; i < 4; i++)
		if (strlen(longer[i]) == len &&
		    memcmp(longer[i], low, len) == 0)
			return true;
	return false;
}

/* End of the letters, digits, apostrophes and hyphens from i on. */
static size_t
chunk_end(struct text *t, size_t i)
{
	size_t n;

	while (i < t->len) {
		enum cls c = class_at(t, i, &n);

		if (!is_alnum(c) &&
		    ((c != APOS && c != HYPHEN) || !is_alnum(peek(t, i + n))))
			break;
		i += n;
	}
	return i;
}

/* The clitics that a hyphen ties to a verb; -ci and -là to a noun. */
static bool
is_clitic(const char *s, size_t len)
{
	static const char *const clitic[] = {"ce", "ci", "elle", "elles", "en",
	    "il", "ils", "je", "l\xC3\xA0", "la", "le", "les", "leur", "lui",
	    "moi", "nous", "on", "toi", "tu", "vous", "y"};

	for (size_t i = 0; i < sizeof(clitic) / sizeof(*clitic); i++)
		if (strlen(clitic[i]) == len && memcmp(clitic[i], s, len) == 0)
			return true;
	return false;
}

/* The same in capitals, in a word all of capitals. */
static bool
clitic_at(const struct text *t, size_t from, size_t len)
{
	char low[8];

	if (len == 0 || len > 5)
		return false;
	if (is_clitic(t->p + from, len))
		return true;
	if (from < 3 || ascii[(unsigned char)t->p[from - 2]] != UPPER)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (ascii[(unsigned char)t->p[from + i]] != UPPER)
			return false;
		low[i] = (char)(t->p[from + i] | 0x20);
	}
	return is_clitic(low, len);
}

/* Does a -t- stand before the hyphen at h (a-t-il)? */
static bool
euphonic(const struct text *t, size_t from, size_t h)
{
	return h >= from + 3 && (t->p[h - 1] | 0x20) == 't' &&
	    t->p[h - 2] == '-';
}

/* Splits the final clitics off the word from..to: donnez | -le | -moi,
 * a | -t-il.  At most three. */
static void
split_clitics(struct text *t, size_t from, size_t to, struct token *word)
{
	size_t cut[4];
	size_t n = 0;
	size_t end = to;

	while (n < 3) {
		size_t h = end;

		while (h > from && t->p[h - 1] != '-')
			h--;
		if (h <= from + 1 || !clitic_at(t, h, end - h))
			break;
		h--;
		if (euphonic(t, from, h))
			h -= 2;
		if (h == from)
			break;
		cut[n++] = h;
		end = h;
	}
	if (n == 0 || lookup(t, &t->s->rules->whole, from, to) != UINT32_MAX)
		return;
	word->len = (uint32_t)(end - from);
	while (n-- > 0) {
		size_t stop = n > 0 ? cut[n - 1] : to;

		add(t, cut[n], stop, SCAN_WORD)->flags = SCAN_LOWER;
	}
}

/* Roman figures with the ending of an ordinal: XXe, Ier, XVIIIème. */
static bool
is_roman_ordinal(const char *s, size_t len)
{
	static const char *const tail[] = {"e", "er", "es", "re",
	    "\xC3\xA8me", "\xC3\xA8re", "\xE1\xB5\x89",
	    "\xE1\xB5\x89\xCA\xB3"};
	size_t n = 0;

	while (n < len && strchr("IVXLC", s[n]) != NULL)
		n++;
	if (n == 0 || (n == 1 && strchr("LC", *s) != NULL)) /* Le, Ces */
		return false;
	for (size_t i = 0; i < sizeof(tail) / sizeof(*tail); i++)
		if (strlen(tail[i]) == len - n &&
		    memcmp(tail[i], s + n, len - n) == 0)
			return true;
	return false;
}

/* What a full stop behind the letters from..i says, when a letter follows it
 * at once. */
enum dot { DOT_SPLIT, DOT_INSIDE, DOT_OURS, DOT_ADDRESS };

static enum dot
glued_dot(struct text *t, size_t from, size_t i, size_t *end)
{
	size_t n;
	enum cls after = class_at(t, i + 1, &n);
	enum cls second = peek(t, i + 1 + n);
	size_t start = i;

	if (is_address(t, from, i, end))
		return DOT_ADDRESS;
	while (start > from && t->p[start - 1] != '.' && t->p[start - 1] != '-')
		start--;
	/* U.N.E., J.-C., c.-à-d.: single letters */
	if (utf_count(t->p + start, i - start) == 1) {
		if (after == UPPER && second == LOWER && start == from)
			return DOT_OURS; /* E.Macron: initial, lost space */
		if (second != LOWER)
			return DOT_INSIDE;
	}
	if (utf_count(t->p + start, i - start) <= 1 && after == HYPHEN)
		return DOT_INSIDE;
	if (after == LOWER && ascii[(unsigned char)t->p[from]] != DIGIT)
		return DOT_INSIDE; /* élu.e.s, file.txt */
	return DOT_SPLIT;
}

/* Does the text behind i (past spaces) begin with a figure, a Roman figure or
 * a small letter? */
static bool
number_follows(struct text *t, size_t i)
{
	size_t n;
	enum cls c;

	while ((c = class_at(t, i, &n)) == SPACE && i < t->len)
		i += n;
	if (i >= t->len)
		return false;
	return c == DIGIT || (c == LOWER && t->p[i] != '\0') ||
	    (c == UPPER && strchr("IVXLCR", t->p[i]) != NULL &&
		!is_letter(peek(t, i + 1))) ||
	    (c == UPPER && peek(t, i + 1) == DOT);
}

/* Takes the full stop at i into the abbreviation from..i where it is one. */
static void
take_dot(struct text *t, struct token *k, size_t i)
{
	size_t from = k->at;
	bool cap = (k->flags & SCAN_UPPER) != 0;
	uint32_t id;
	uint8_t type;
	bool inner = memchr(t->p + from, '.', i - from) != NULL;

	if (peek(t, i + 1) == DOT)
		return; /* an ellipsis */
	if (inner && i >= from + 3) { /* U.N.E., J.-C. */
		k->flags |= SCAN_ABBR | SCAN_MAYEND;
		k->len++;
		return;
	}
	id = lookup(t, &t->s->rules->abbr, from, i);
	type = id != UINT32_MAX ? t->s->rules->abbr_type[id] : 0;
	if (utf_count(t->p + from, i - from) == 1 && cap) {
		/* An initial, if a name follows; M. is one. */
		size_t j = i + 1;
		size_t n;

		while (j < t->len && class_at(t, j, &n) == SPACE)
			j += n;
		if (type == 0 && peek(t, j) != UPPER)
			return;
		k->flags |= type == 'a' ? SCAN_ABBR : SCAN_ABBR | SCAN_MAYEND;
		k->len++;
		return;
	}
	if (type == 0 || (type == 'n' && !number_follows(t, i + 1)))
		return;
	k->flags |= type == 'e' ? SCAN_ABBR | SCAN_MAYEND : SCAN_ABBR;
	k->len++;
}

/* The word under way. */
struct word {
	size_t from;
	bool hyphen;
	bool elided;
	bool ours;  /* the full stop at the end belongs to the word */
	size_t cut; /* where a clitic begins that is elided: va | -t' | en */
	enum scan_kind kind;
	uint8_t flags;
};

/* At a mark behind letters: where the word goes on, or i where it ends. */
static size_t
at_apostrophe(struct text *t, struct word *w, size_t i, size_t n)
{
	if (!w->hyphen && is_elision(t->p + w->from, i - w->from)) {
		size_t end = chunk_end(t, i);

		if (end > i + n && memchr(t->p + i, '-', end - i) != NULL &&
		    lookup(t, &t->s->rules->whole, w->from, end) != UINT32_MAX)
			return end;
		w->elided = true;
		return i + n;
	}
	if (w->hyphen && i >= w->from + 3 && t->p[i - 2] == '-' &&
	    strchr("tmTM", t->p[i - 1]) != NULL &&
	    (t->p[i + n] | 0x20) == 'e' && (t->p[i + n + 1] | 0x20) == 'n' &&
	    !is_alnum(peek(t, i + n + 2))) {
		w->elided = true;
		w->cut = i - 2;
		return i + n;
	}
	return is_letter(peek(t, i + n)) ? i + n : i;
}

/* End of an ending in brackets, député(e)s, élu(s): up to three letters; i if
 * there is none. */
static size_t
gender_end(struct text *t, size_t i)
{
	size_t j = i + 1;

	while (j < t->len && is_letter((enum cls)ascii[(unsigned char)t->p[j]]))
		j++;
	return j < t->len && t->p[j] == ')' && j > i + 1 && j <= i + 4 ? j + 1
								     : i;
}

static size_t
at_mark(struct text *t, struct word *w, size_t i, enum cls c, size_t n)
{
	size_t end = i;
	enum cls next = peek(t, i + n);

	if (c == APOS)
		return at_apostrophe(t, w, i, n);
	if (c == HYPHEN && is_alnum(next)) {
		w->hyphen = true;
		return i + n;
	}
	if (c == DOT && (is_alnum(next) || next == HYPHEN))
		switch (glued_dot(t, w->from, i, &end)) {
		case DOT_ADDRESS:
			w->kind = SCAN_ADDRESS;
			return end;
		case DOT_INSIDE:
			return next == HYPHEN && !is_letter(peek(t, i + 2))
			    ? i
			    : i + (next == HYPHEN ? 2 : 1);
		case DOT_OURS:
			w->ours = true;
			return i;
		case DOT_SPLIT:
			return i;
		}
	if (c == SYMBOL && t->p[i] == '&' && is_letter(next)) {
		w->flags |= SCAN_ESCAPE; /* R&D */
		return i + n;
	}
	if (t->p[i] == '(' && (end = gender_end(t, i)) > i)
		return end;
	if (c == SYMBOL && looking_at(t, i, "\xC2\xB7") && is_letter(next))
		return i + n; /* citoyen·ne·s */
	if (c == SYMBOL && t->p[i] == '@' && is_alnum(next) &&
	    is_address(t, w->from, i, &end)) {
		w->kind = SCAN_ADDRESS;
		return end;
	}
	return i;
}

/* Marks behind letters that make them a symbol: M€, n°; or an address. */
static size_t
tail(struct text *t, struct word *w, size_t i)
{
	size_t len = i - w->from;

	if (looking_at(t, i, "://") || (len == 3 && looking_at(t, i, ".") &&
	    (looking_at(t, w->from, "www")))) {
		w->kind = SCAN_ADDRESS;
		return address_end(t, w->from);
	}
	if (len <= 3 && looking_at(t, i, "\xE2\x82\xAC")) {
		w->kind = SCAN_SYMBOL;
		return i + 3;
	}
	if (len <= 2 && (t->p[w->from] | 0x20) == 'n' &&
	    (looking_at(t, i, "\xC2\xB0") || looking_at(t, i, "\xC2\xBA")))
		return i + 2;
	return i;
}

/* Steps over letters of ASCII and Latin-1, sixteen bytes at a time. */
static inline size_t
skip_letters(const struct text *t, size_t i)
{
#ifdef __SSE2__
	for (;;) {
		__m128i x = _mm_loadu_si128((const __m128i *)(t->p + i));
		__m128i low = _mm_or_si128(x, _mm_set1_epi8(0x20));
		__m128i is = _mm_and_si128(
		    _mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)),
		    _mm_cmplt_epi8(low, _mm_set1_epi8('z' + 1)));
		unsigned m = ~(unsigned)_mm_movemask_epi8(is) & 0xFFFF;
		unsigned char d;

		if (m == 0) {
			i += 16;
			continue;
		}
		i += (size_t)__builtin_ctz(m);
		if ((unsigned char)t->p[i] != 0xC3)
			return i;
		d = (unsigned char)t->p[i + 1];
		if (d == 0x97 || d == 0xB7)
			return i;
		i += 2;
	}
#else
	return i;
#endif
}

static size_t
scan_word(struct text *t, size_t from, enum cls first, size_t n)
{
	struct word w = {.from = from, .kind = SCAN_WORD};
	struct token *k;
	size_t i = from + n;

	w.flags = first == UPPER ? SCAN_UPPER : SCAN_LOWER;
	for (;;) {
		enum cls c;
		size_t j;

		i = skip_letters(t, i);
		if (i >= t->len)
			break;
		if (t->p[i] == ' ')
			break;
		c = class_at(t, i, &n);
		if (is_alnum(c)) {
			i += n;
			continue;
		}
		if (c == SPACE || c == END)
			break;
		j = at_mark(t, &w, i, c, n);
		if (j == i)
			break;
		i = j;
		if (w.elided || w.kind == SCAN_ADDRESS)
			break;
	}
	if (i > t->len)
		i = t->len;
	if (w.kind == SCAN_WORD && !w.elided)
		i = tail(t, &w, i);
	k = add(t, from, i, w.kind);
	k->flags = w.flags | (w.kind == SCAN_ADDRESS ? SCAN_ESCAPE : 0);
	if (w.cut > 0) {
		k->len = (uint32_t)(w.cut - from);
		add(t, w.cut, i, SCAN_WORD)->flags = SCAN_LOWER;
	}
	if (w.elided || w.kind != SCAN_WORD)
		return i;
	if (i < t->len && t->p[i] == '.') {
		if (w.ours) {
			k->flags |= SCAN_ABBR;
			k->len++;
		} else
			take_dot(t, k, i);
		if (k->at + k->len > i)
			return i + 1;
	}
	if (first == UPPER && strchr("IVXLC", t->p[from]) != NULL &&
	    is_roman_ordinal(t->p + from, i - from))
		k->kind = SCAN_NUMBER;
	if (w.hyphen)
		split_clitics(t, from, i, k);
	return i;
}

/* ---- numbers ---- */

static size_t
digits(const struct text *t, size_t i)
{
	while (i < t->len && ascii[(unsigned char)t->p[i]] == DIGIT)
		i++;
	return i;
}

/* A space or apostrophe at i that parts groups of three figures. */
static size_t
group_mark(const struct text *t, size_t i)
{
	size_t n = 0;

	if (t->p[i] == ' ' || t->p[i] == '\'')
		n = 1;
	else if (looking_at(t, i, "\xC2\xA0"))
		n = 2;
	else if (looking_at(t, i, "\xE2\x80\xAF") ||
	    looking_at(t, i, "\xE2\x80\x89") ||
	    looking_at(t, i, "\xE2\x80\x99"))
		n = 3;
	return n > 0 && digits(t, i + n) == i + n + 3 ? n : 0;
}

/* End of the figures from i on, with groups, decimals, dates, ranges. */
static size_t
figures(const struct text *t, size_t i)
{
	size_t from = i;
	size_t n;

	i = digits(t, i);
	if (i - from <= 3 && t->p[from] != '0')
		while ((n = group_mark(t, i)) > 0)
			i += n + 3;
	while (i + 1 < t->len && strchr(".,/:-", t->p[i]) != NULL &&
	    ascii[(unsigned char)t->p[i + 1]] == DIGIT)
		i = digits(t, i + 1);
	return i;
}

/* Five small letters or more behind figures are a word: 55milliards. */
static size_t
lost_space(const struct text *t, size_t figures_end, size_t i)
{
	if (i - figures_end < 5)
		return i;
	for (size_t k = figures_end; k < i; k++)
		if (ascii[(unsigned char)t->p[k]] != LOWER)
			return i;
	return figures_end;
}

static size_t
scan_number(struct text *t, size_t from)
{
	size_t i = from;
	size_t end;
	size_t n;
	bool more = true;

	if (ascii[(unsigned char)t->p[i]] != DIGIT)
		i++; /* a sign */
	i = figures(t, i);
	end = i;
	/* 1er, 10h30, 4G, 2ème, 4-temps */
	while (more && i < t->len) {
		enum cls c = class_at(t, i, &n);

		if (is_letter(c))
			i += n;
		else if (c == DIGIT)
			i = digits(t, i);
		else if (c == HYPHEN && is_letter(peek(t, i + n)))
			i += n;
		else
			more = false;
	}
	i = lost_space(t, end, i);
	add(t, from, i, SCAN_NUMBER);
	return i;
}

/* ---- the rest ---- */

static uint8_t
punct_flags(const char *s, size_t len)
{
	if (len == 1)
		switch (*s) {
		case '!':
		case '?':
		case '.':
			return SCAN_STOP;
		case '(':
		case '[':
		case '{':
			return SCAN_OPEN;
		case ')':
		case ']':
		case '}':
			return SCAN_CLOSE;
		case '"':
			return SCAN_OPEN | SCAN_CLOSE;
		default:
			return 0;
		}
	if (memcmp(s, "\xC2\xAB", 2) == 0 || memcmp(s, "\xE2\x80\x9C", 3) == 0)
		return SCAN_OPEN;
	if (memcmp(s, "\xC2\xBB", 2) == 0 || memcmp(s, "\xE2\x80\x9D", 3) == 0)
		return SCAN_CLOSE;
	if (memcmp(s, "\xE2\x80\xA6", 3) == 0)
		return SCAN_STOP;
	return 0;
}

/* Runs of the same mark are one token: ... -- !!! */
static size_t
scan_mark(struct text *t, size_t from, enum cls c, size_t n)
{
	char a = t->p[from];
	size_t i = from + n;
	struct token *k;

	if (a == '.' || a == '-' || a == '!' || a == '?' || a == '*' ||
	    a == '_' || a == '=')
		while (i < t->len && t->p[i] == a)
			i++;
	else if (looking_at(t, from, "+/-"))
		i = from + 3;
	else if (looking_at(t, from, "\xC2\xB0") && from > 0 &&
	    (t->p[i] == 'C' || t->p[i] == 'F') && !is_alnum(peek(t, i + 1)))
		i++; /* °C */
	k = add(t, from, i, c == SYMBOL ? SCAN_SYMBOL : SCAN_PUNCT);
	k->flags = a == '&' || a == '<' || a == '>' ? SCAN_ESCAPE : 0;
	if (a == '.' || a == '!' || a == '?')
		k->flags |= SCAN_STOP;
	else if (i - from == n && c == PUNCT)
		k->flags |= punct_flags(t->p + from, n);
	return i;
}

static size_t
scan_other(struct text *t, size_t i, enum cls c, size_t n)
{
	enum cls next = peek(t, i + n);
	char a = t->p[i];

	if (next == DIGIT && (a == '-' || a == '+') &&
	    (i == 0 || peek(t, i - 1) == SPACE || t->p[i - 1] == '('))
		return scan_number(t, i);
	if ((a == '#' || a == '@') && is_letter(next)) {
		size_t end = i + 1;
		size_t k;

		while (end < t->len && (is_alnum(class_at(t, end, &k)) ||
					   t->p[end] == '_'))
			end += is_alnum(class_at(t, end, &k)) ? k : 1;
		add(t, i, end, SCAN_ADDRESS)->flags = SCAN_ESCAPE;
		return end;
	}
	/* A clitic whose word ended with a space or digit: "y a -t-il" */
	return scan_mark(t, i, c, n);
}

void
scan_text(struct scan *s, const char *text, size_t len)
{
	struct text t = {s, text, len, true};
	size_t i = 0;

	s->n = 0;
	s->marks = false;
	while (i < len) {
		size_t n;
		enum cls c = class_at(&t, i, &n);

		switch (c) {
		case SPACE:
		case END:
			t.spaced = true;
			i += n;
			break;
		case LOWER:
		case UPPER:
			i = scan_word(&t, i, c, n);
			break;
		case DIGIT:
			i = scan_number(&t, i);
			break;
		default:
			i = scan_other(&t, i, c, n);
			break;
		}
	}
}

void
scan_open(struct scan *s, const struct rules *r)
{
	*s = (struct scan){.rules = r};
}

void
scan_free(struct scan *s)
{
	free(s->tok);
	buf_free(&s->form);
}

/* ---- forms ---- */

#ifdef __SSE2__
/* Up to sixteen bytes of ASCII and Latin-1 at once; false where there is
 * more to them (’, œ, ß, oe). */
static inline bool
fold_short(char *to, const char *s, size_t len)
{
	__m128i x = _mm_loadu_si128((const __m128i *)s);
	__m128i c3 = _mm_cmpeq_epi8(x, _mm_set1_epi8((char)0xC3));
	__m128i after = _mm_slli_si128(c3, 1);
	__m128i upper = _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8('A' - 1)),
	    _mm_cmplt_epi8(x, _mm_set1_epi8('Z' + 1)));
	__m128i y = _mm_or_si128(x,
	    _mm_and_si128(_mm_or_si128(upper, after), _mm_set1_epi8(0x20)));
	__m128i o = _mm_cmpeq_epi8(y, _mm_set1_epi8('o'));
	__m128i oe = _mm_and_si128(_mm_slli_si128(o, 1),
	    _mm_cmpeq_epi8(y, _mm_set1_epi8('e')));
	__m128i odd = _mm_andnot_si128(_mm_or_si128(c3, after), x);
	__m128i sharp = _mm_cmpeq_epi8(x, _mm_set1_epi8((char)0x9F));
	unsigned keep = (1U << len) - 1;

	/* odd: its sign bits are the bytes of other letters */
	if (((unsigned)_mm_movemask_epi8(
		 _mm_or_si128(_mm_or_si128(odd, oe), sharp)) &
		keep) != 0)
		return false;
	_mm_storeu_si128((__m128i *)to, y);
	return true;
}
#else
static inline bool
fold_short(char *to, const char *s, size_t len)
{
	(void)to;
	(void)s;
	(void)len;
	return false;
}
#endif

/* Letters of ASCII and Latin-1, the apostrophe ’, œ; false where there is
 * more to it. */
static bool
fold_common(char *to, const char *s, size_t len, size_t *out_len)
{
	char *p = to;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];
		unsigned char d = (unsigned char)s[i + 1];

		if (c < 0x80) {
			if (ascii[c] == UPPER)
				c |= 0x20;
			if (c == 'u' && p - to >= 2 && p[-1] == 'e' &&
			    p[-2] == 'o') {
				p[-2] = '\xC5';
				p[-1] = '\x93';
			}
			*p++ = (char)c;
		} else if ((c == 0xC3 && d != 0x9F) ||
		    (c == 0xC5 && (d == 0x92 || d == 0x93))) {
			*p++ = (char)c;
			*p++ = (char)(c == 0xC3 ? d | 0x20 : 0x93);
			i++;
		} else if (c == 0xE2 && d == 0x80 && i + 2 < len &&
		    (unsigned char)s[i + 2] == 0x99) {
			*p++ = '\'';
			i += 2;
		} else
			return false;
	}
	*out_len = (size_t)(p - to);
	return true;
}

/* Figures lose the spaces and apostrophes of their groups. */
static size_t
number_form(char *to, const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c == ' ')
			continue;
		if (c == 0xC2 && (unsigned char)s[i + 1] == 0xA0)
			i++;
		else if (c == 0xE2 && (unsigned char)s[i + 1] == 0x80)
			i += 2;
		else
			to[n++] = s[i];
	}
	return n;
}

size_t
scan_form(char *to, const char *text, const struct token *t)
{
	const char *s = text + t->at;
	size_t len = t->len;
	struct buf b = {0};
	struct token bare;
	size_t n;

	if (len <= 16 && t->kind == SCAN_WORD && fold_short(to, s, len))
		return len;
	if ((t->kind == SCAN_PUNCT || t->kind == SCAN_SYMBOL) &&
	    (len != 3 || memcmp(s, "\xE2\x80\x99", 3) != 0))
		return scan_copy(to, text, t);
	if (t->kind == SCAN_NUMBER &&
	    (memchr(s, ' ', len) != NULL || memchr(s, '\xC2', len) != NULL ||
		memchr(s, '\xE2', len) != NULL)) {
		char *copy = mem_new(len + SCAN_SLACK, 1);

		bare = *t;
		bare.at = 0;
		bare.kind = SCAN_ADDRESS;
		bare.len = (uint32_t)number_form(copy, s, len);
		n = scan_form(to, copy, &bare);
		free(copy);
		return n;
	}
	if (fold_common(to, s, len, &n))
		return n;
	utf_form(&b, s, len);
	memcpy(to, b.s, b.len);
	n = b.len;
	buf_free(&b);
	return n;
}
