#include "scan.h"

#include <stdlib.h>
#include <string.h>

#include "lib/text/utf.h"
#include "scan_inner.h"

const uint8_t scan_ascii[256] = {['\t'] = SPACE,
    [' '] = SPACE,
    ['\r'] = SPACE,
    ['a'] = LOWER,
    ['b'] = LOWER,
    ['c'] = LOWER,
    ['d'] = LOWER,
    ['e'] = LOWER,
    ['f'] = LOWER,
    ['g'] = LOWER,
    ['h'] = LOWER,
    ['i'] = LOWER,
    ['j'] = LOWER,
    ['k'] = LOWER,
    ['l'] = LOWER,
    ['m'] = LOWER,
    ['n'] = LOWER,
    ['o'] = LOWER,
    ['p'] = LOWER,
    ['q'] = LOWER,
    ['r'] = LOWER,
    ['s'] = LOWER,
    ['t'] = LOWER,
    ['u'] = LOWER,
    ['v'] = LOWER,
    ['w'] = LOWER,
    ['x'] = LOWER,
    ['y'] = LOWER,
    ['z'] = LOWER,
    ['A'] = UPPER,
    ['B'] = UPPER,
    ['C'] = UPPER,
    ['D'] = UPPER,
    ['E'] = UPPER,
    ['F'] = UPPER,
    ['G'] = UPPER,
    ['H'] = UPPER,
    ['I'] = UPPER,
    ['J'] = UPPER,
    ['K'] = UPPER,
    ['L'] = UPPER,
    ['M'] = UPPER,
    ['N'] = UPPER,
    ['O'] = UPPER,
    ['P'] = UPPER,
    ['Q'] = UPPER,
    ['R'] = UPPER,
    ['S'] = UPPER,
    ['T'] = UPPER,
    ['U'] = UPPER,
    ['V'] = UPPER,
    ['W'] = UPPER,
    ['X'] = UPPER,
    ['Y'] = UPPER,
    ['Z'] = UPPER,
    ['0'] = DIGIT,
    ['1'] = DIGIT,
    ['2'] = DIGIT,
    ['3'] = DIGIT,
    ['4'] = DIGIT,
    ['5'] = DIGIT,
    ['6'] = DIGIT,
    ['7'] = DIGIT,
    ['8'] = DIGIT,
    ['9'] = DIGIT,
    ['\''] = APOS,
    ['-'] = HYPHEN,
    ['.'] = DOT,
    ['!'] = PUNCT,
    ['"'] = PUNCT,
    ['('] = PUNCT,
    [')'] = PUNCT,
    [','] = PUNCT,
    ['/'] = PUNCT,
    [':'] = PUNCT,
    [';'] = PUNCT,
    ['?'] = PUNCT,
    ['['] = PUNCT,
    [']'] = PUNCT,
    ['{'] = PUNCT,
    ['}'] = PUNCT,
    ['*'] = PUNCT,
    ['_'] = PUNCT,
    ['#'] = SYMBOL,
    ['$'] = SYMBOL,
    ['%'] = SYMBOL,
    ['&'] = SYMBOL,
    ['+'] = SYMBOL,
    ['<'] = SYMBOL,
    ['='] = SYMBOL,
    ['>'] = SYMBOL,
    ['@'] = SYMBOL,
    ['\\'] = SYMBOL,
    ['^'] = SYMBOL,
    ['`'] = SYMBOL,
    ['|'] = SYMBOL,
    ['~'] = SYMBOL};

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
	case 0xBC: /* quarter, half, three quarters */
	case 0xBD:
	case 0xBE:
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
	if (cp == 0xFE0E || cp == 0xFE0F)
		return SPACE; /* says how the emoji before it is drawn */
	if ((cp >= 0x2070 && cp < 0x208A && utf_is_script(cp)) || cp == 0x207B)
		return LOWER;
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

enum cls
scan_class_rare(struct text *t, size_t i, size_t *n)
{
	const unsigned char *s = (const unsigned char *)t->p + i;
	int32_t cp;

	if (*s == 0xC5) { /* Œ œ and their like */
		*n = 2;
		return s[1] == 0x93 ? LOWER
		    : s[1] == 0x92  ? UPPER
				    : class_of(t->s, 0x140 | (s[1] & 0x3F));
	}
	cp = utf_get(t->p + i, t->p + t->len, n);
	if (scan_is_rough_sign(cp))
		scan_rough(t->s, i, i + *n);
	return class_of(t->s, cp);
}

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
	if (memcmp(s, "\xC2\xAB", 2) == 0 ||
	    memcmp(s, "\xE2\x80\x9C", 3) == 0 || /* “ ‘ „ ‹ */
	    memcmp(s, "\xE2\x80\x98", 3) == 0 ||
	    memcmp(s, "\xE2\x80\x9E", 3) == 0 ||
	    memcmp(s, "\xE2\x80\xB9", 3) == 0)
		return SCAN_OPEN;
	if (memcmp(s, "\xC2\xBB", 2) == 0 ||
	    memcmp(s, "\xE2\x80\x9D", 3) == 0 || /* ” › */
	    memcmp(s, "\xE2\x80\xBA", 3) == 0)
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
	if (i < t->len && (unsigned char)t->p[i] >= 0xE2 && c == SYMBOL)
		i = scan_emoji_end(t, from, i);
	k = scan_add(t, from, i, c == SYMBOL ? SCAN_SYMBOL : SCAN_PUNCT);
	k->flags = a == '&' || a == '<' || a == '>' ? SCAN_ESCAPE : 0;
	if (i == from + 1 && k->flags == 0 && !t->s->slow)
		k->easy = SCAN_EASY;
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

	if (next == DIGIT &&
	    (a == '-' || a == '+' || looking_at(t, i, SCAN_MINUS)) &&
	    (t->spaced || (i > 0 && strchr("([", t->p[i - 1]) != NULL)))
		return scan_number(t, i);
	if (((a == '#' && next == DIGIT) ||
		((a == '#' || a == '@') && is_letter(next)))) {
		size_t end = scan_tag_end(t, i);

		if (end > i) {
			scan_add(t, i, end, SCAN_ADDRESS)->flags = SCAN_ESCAPE;
			return end;
		}
	}
	/* l `homme, "y a -t-il": perhaps part of a word (mend.c) */
	if (c == APOS || a == '`' ||
	    ((a == '-' || n == 3) && (t->p[i + n] | 0x20) == 't'))
		scan_rough(t->s, i, i + n);
	return scan_mark(t, i, c, n);
}

/* The token or blank at i; returns where it ends. */
static size_t
step(struct text *t, size_t i)
{
	size_t n;
	enum cls c = class_at(t, i, &n);

	switch (c) {
	case SPACE:
	case END:
		t->spaced = true;
		return i + n;
	case LOWER:
	case UPPER:
		return scan_word(t, i, c, n);
	case DIGIT:
		return scan_number(t, i);
	default:
		return scan_other(t, i, c, n);
	}
}

void
scan_text(struct scan *s, const char *text, size_t len)
{
	struct text t = {s, text, len, true};
	size_t i = 0;

	s->n = 0;
	s->n_inclusive = 0;
	s->marks = false;
	s->rough_to = 0;
	s->plain_to = 0;
	if (!s->slow)
		scan_map(&t);
	while (i < len) {
		if (!s->slow)
			i = scan_fast(&t, i);
		if (i < len)
			i = step(&t, i);
	}
}

const char *
scan_paragraph(struct scan *s, const char *text, size_t len)
{
	s->mended = false;
	scan_text(s, text, len);
	if (s->marks) {
		s->nfc.len = 0;
		if (utf_nfc(&s->nfc, text, len)) {
			scan_slack(&s->nfc);
			text = s->nfc.s;
			len = s->nfc.len;
			scan_text(s, text, len);
		}
	}
	if (s->rough_to > 0 &&
	    mend_text(&s->mend, text, len, s->rough_from, s->rough_to)) {
		text = s->mend.text.s;
		scan_text(s, text, s->mend.text.len);
		s->mended = true;
	}
	s->n_bases += s->n_inclusive;
	sentence_mark(s, text);
	return text;
}

const char *
scan_written(const struct scan *s, const struct token *t, size_t *len)
{
	uint32_t from = s->mend.at[t->at];

	*len = s->mend.at[t->at + t->len] - from;
	return s->mend.written.s + from;
}

void
scan_open(struct scan *s, const struct rules *r)
{
	*s = (struct scan){
	    .rules = r, .map = {.stops = ~UINT64_C(0)}, .slow = !SCAN_HAS_FAST};
	for (uint32_t i = 0; i < r->abbr.n; i++) {
		size_t len;
		const char *a = intern_s(&r->abbr, i, &len);

		s->abbr_len[*a & 31] |= (uint64_t)1 << (len < 63 ? len : 63);
		if (len >= SCAN_MANY)
			s->map.stops = 0;
	}
}

void
scan_free(struct scan *s)
{
	free(s->tok);
	free(s->map.low);
	free(s->map.ends);
	free(s->map.edge);
	free(s->mend.at);
	buf_free(&s->mend.text);
	buf_free(&s->mend.written);
	buf_free(&s->nfc);
	buf_free(&s->form);
}
