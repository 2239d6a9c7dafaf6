/* What is no word: URLs, host names, e-mail addresses, hashtags, emoji,
 * numbers. */
#include <string.h>

#include "form.h"
#include "scan_inner.h"
#include "words.h"

enum {
	LONGEST = 320 /* bytes of an e-mail address (RFC 3696) */
};

static bool
address_byte(unsigned char c)
{
	return c > ' ' && c != '<' && c != '>' && c != '"' && c != '|' &&
	    c != '\\' && c != '^' && c != '`' && c != '{' && c != '}';
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* How many of the sign stand in from..to. */
static size_t
count_sign(const struct text *t, size_t from, size_t to, char sign)
{
	size_t n = 0;

	for (; from < to; from++)
		n += t->p[from] == sign;
	return n;
}

size_t
scan_address_end(const struct text *t, size_t from)
{
	size_t i = from;
	size_t round;
	size_t square;

	while (i < t->len && address_byte((unsigned char)t->p[i]) &&
	    !looking_at(t, i, "\xC2\xA0") && !looking_at(t, i, "\xC2\xBB") &&
	    !looking_at(t, i, "\xE2\x80"))
		i++;
	if (i == from || strchr(".,;:!?)]'*", t->p[i - 1]) == NULL)
		return i;
	/* Closing brackets that the address did not open */
	round = count_sign(t, from, i, ')');
	round -= least(round, count_sign(t, from, i, '('));
	square = count_sign(t, from, i, ']');
	square -= least(square, count_sign(t, from, i, '['));
	while (i > from && strchr(".,;:!?)]'*", t->p[i - 1]) != NULL) {
		size_t *left = t->p[i - 1] == ')' ? &round
		    : t->p[i - 1] == ']'          ? &square
						  : NULL;

		if (left != NULL && (*left)-- == 0)
			break; /* Paris_(homonymie) */
		i--;
	}
	return i;
}

static bool
is_domain_end(const char *s, size_t len)
{
	static const char *const tld[] = {"be", "ca", "ch", "com", "de", "edu",
	    "es", "eu", "fr", "gov", "info", "int", "io", "it", "lu", "net",
	    "org", "paris", "tv", "uk"};

	return scan_is_one(tld, s, len);
}

/* élu.es: a host of Spain has www, a path or a second full stop. */
static bool
is_ending(const struct text *t, size_t from, size_t dot, size_t end)
{
	if (end - dot != 3 || memcmp(t->p + dot, ".es", 3) != 0)
		return false;
	if (end >= t->len || t->p[end] != '/')
		return true;
	while (from < dot && (t->p[from] & 0x80) == 0)
		from++;
	return from < dot; /* salarié.es/agent.es */
}

/* Is from..end a host of any country or kind, which a path says it is: bit.ly/
 * abc?  Small letters and figures, and no ending of inclusive writing. */
static bool
is_short_host(const struct text *t, size_t from, size_t last, size_t end)
{
	size_t len = end - last - 1;

	if (end >= t->len || t->p[end] != '/' || len != 2 ||
	    !is_alnum((enum cls)scan_ascii[(unsigned char)t->p[end + 1]]) ||
	    words_is_grammar(t->p + last + 1, len) ||
	    inclusive_ending(t->p + from, last - from, t->p + last + 1, len))
		return false;
	for (size_t i = from; i < end; i++) {
		enum cls c = (enum cls)scan_ascii[(unsigned char)t->p[i]];

		if (c != LOWER && c != DOT && c != HYPHEN &&
		    (c != DIGIT || i > last))
			return false;
	}
	return true;
}

/* End of the signs of a host or an e-mail address from its first stop or @ on;
 * *last gets its last stop, *at if there is an @.  0 if it is too long. */
static size_t
host_end(const struct text *t, size_t dot, size_t *last, bool *at)
{
	size_t i = dot;

	for (; i < t->len; i++) {
		unsigned char c = (unsigned char)t->p[i];

		if (c == '.')
			*last = i;
		else if (c == '@' && !*at)
			*at = true;
		else if (strchr("-_+", c) == NULL &&
		    !is_alnum((enum cls)scan_ascii[c]))
			break;
		if (i - dot > LONGEST)
			return 0;
	}
	return i;
}

bool
scan_is_address(const struct text *t, size_t from, size_t dot, size_t *end)
{
	size_t last = dot;
	bool at = false;
	size_t i = host_end(t, dot, &last, &at);

	if (i == 0)
		return false;
	while (i > from && (t->p[i - 1] == '.' || t->p[i - 1] == '-'))
		i--;
	if (last >= i)
		for (last = i - 1; last > dot && t->p[last] != '.';)
			last--;
	if (!at && !is_domain_end(t->p + last + 1, i - last - 1) &&
	    !is_short_host(t, from, last, i))
		return false;
	if (t->p[last] != '.' || last + 2 >= i)
		return false;
	if (!at && last == dot &&
	    (is_ending(t, from, dot, i) ||
		(t->p[i] != '/' &&
		    words_is_grammar(t->p + last + 1, i - last - 1))))
		return false; /* ville.de Paris, its blank lost */
	*end = i < t->len && t->p[i] == '/' ? scan_address_end(t, from) : i;
	return true;
}

size_t
scan_tag_end(struct text *t, size_t i)
{
	bool letter = false;
	size_t end = i + 1;
	size_t n = 1;

	for (; end < t->len; end += n) {
		enum cls c = class_at(t, end, &n);

		if (!is_alnum(c) && t->p[end] != '_')
			break;
		letter = letter || is_letter(c);
	}
	return letter ? end : i;
}

/* Bytes of the sign at i that changes the emoji before it: a selector of how it
 * is drawn, a keycap, a colour of skin, a letter of a flag's tag; 0 if there is
 * none. */
static size_t
modifier(const struct text *t, size_t i)
{
	static const struct {
		const char *first;
		size_t n;
		unsigned char low;
		unsigned char high;
	} sign[] = {{"\xEF\xB8", 3, 0x8E, 0x8F}, {"\xE2\x83", 3, 0xA3, 0xA3},
	    {"\xF0\x9F\x8F", 4, 0xBB, 0xBF}, {"\xF3\xA0\x80", 4, 0xA0, 0xBF},
	    {"\xF3\xA0\x81", 4, 0x80, 0xBF}};

	for (size_t k = 0; k < sizeof(sign) / sizeof(*sign); k++) {
		size_t n = sign[k].n;

		if (i + n <= t->len && looking_at(t, i, sign[k].first) &&
		    (unsigned char)t->p[i + n - 1] >= sign[k].low &&
		    (unsigned char)t->p[i + n - 1] <= sign[k].high)
			return n;
	}
	return 0;
}

/* One of the two letters of a flag. */
static bool
flag_letter(const struct text *t, size_t i)
{
	return looking_at(t, i, "\xF0\x9F\x87") && i + 4 <= t->len &&
	    (unsigned char)t->p[i + 3] >= 0xA6;
}

size_t
scan_emoji_end(struct text *t, size_t from, size_t i)
{
	static const char joiner[] = "\xE2\x80\x8D";
	size_t n;

	if (flag_letter(t, from) && flag_letter(t, i))
		i += 4;
	for (;;)
		if ((n = modifier(t, i)) > 0)
			i += n;
		else if (looking_at(t, i, joiner) && peek(t, i + 3) == SYMBOL) {
			(void)class_at(t, i + 3, &n);
			i += 3 + n;
		} else
			return i;
}

bool
scan_is_keycap(const struct text *t, size_t i)
{
	return looking_at(t, i, "\xEF\xB8\x8F\xE2\x83\xA3") ||
	    looking_at(t, i, "\xE2\x83\xA3");
}

/* ---- numbers ---- */

static size_t
digits(const struct text *t, size_t i)
{
	while (i < t->len && scan_ascii[(unsigned char)t->p[i]] == DIGIT)
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

/* Bytes of the mark at i between figures of decimals, dates, hours, ranges. */
static size_t
inner_mark(const struct text *t, size_t i)
{
	static const char *const dash[] = {"\xE2\x80\x90", "\xE2\x80\x91",
	    "\xE2\x80\x93"}; /* hyphens, en dash: 1914-1918 */

	if (i < t->len && strchr(".,/:-", t->p[i]) != NULL)
		return 1;
	for (size_t k = 0; i < t->len && t->p[i] == '\xE2' && k < 3; k++)
		if (looking_at(t, i, dash[k]))
			return 3;
	return 0;
}

/* End of figures, or of groups of three of them. */
static size_t
groups_end(const struct text *t, size_t i)
{
	size_t from = i;
	size_t n;

	i = digits(t, i);
	if (i - from <= 3 && t->p[from] != '0')
		while ((n = group_mark(t, i)) > 0)
			i += n + 3;
	return i;
}

/* End of the figures from i on, with groups, decimals, dates, ranges. */
static size_t
figures(const struct text *t, size_t i)
{
	size_t from = i;
	bool grouped;
	size_t n;

	i = groups_end(t, i);
	grouped = i > digits(t, from);
	while ((n = inner_mark(t, i)) > 0 && digits(t, i + n) > i + n)
		i = grouped ? groups_end(t, i + n) : digits(t, i + n);
	return i;
}

/* Does the number go on with these letters: 1er, 2nde, 5bis, 3rd, 20h, 4G? */
static bool
goes_on(const char *s, size_t len)
{
	static const char *const ending[] = {"bis", "de", "des", "eme", "emes",
	    "er", "ere", "eres", "ers", "es", "ieme", "iemes", "i\xC3\xA8me",
	    "i\xC3\xA8mes", "nd", "nde", "ndes", "nds", "quater", "quinquies",
	    "rd", "re", "res", "st", "ter", "th", "\xC3\xA8", "i\xC3\xA8re",
	    "i\xC3\xA8res", "\xC3\xA8me", "\xC3\xA8mes", "\xC3\xA8re",
	    "\xC3\xA8res"};

	return scan_is_one(ending, s, len);
}

/* Is it a unit that is written with capitals or a power: kW, Go, m2? */
static bool
is_unit(const char *s, size_t len)
{
	static const char *const unit[] = {"kW", "kWh", "kWc", "MW", "MWh",
	    "GW", "GWh", "TW", "TWh", "Wh", "kV", "kVA", "Ko", "Mo", "Go", "To",
	    "Hz", "kHz", "MHz", "GHz", "dB", "Md", "Mds", "MEUR", "kEUR",
	    "tCO2"};

	if (scan_is_one(unit, s, len))
		return true;
	if (len > 2 && s[len - 2] == '\xC2' &&
	    (s[len - 1] == '\xB2' || s[len - 1] == '\xB3'))
		len -= 2;
	else if (len > 1 && (s[len - 1] == '2' || s[len - 1] == '3'))
		len--;
	else
		return false;
	return form_is_length(s, len);
}

/* Where a unit begins whose space was lost: two small letters or more that are
 * no ending (25ans), or a known one; else i. */
static size_t
lost_unit(const struct text *t, size_t figures_end, size_t i)
{
	const char *s = t->p + figures_end;
	size_t len = i - figures_end;

	if (len > 0 && len <= 3 &&
	    (looking_at(t, i, "\xE2\x82\xAC") || looking_at(t, i, "$")))
		return figures_end;
	if (is_unit(s, len))
		return figures_end;
	if (len < 2 || goes_on(s, len))
		return i;
	for (size_t k = 0; k < len;) {
		bool accent = s[k] == '\xC3' && (unsigned char)s[k + 1] >= 0xA0;

		if (!accent && scan_ascii[(unsigned char)s[k]] != LOWER)
			return i;
		k += accent ? 2 : 1;
	}
	return figures_end;
}

size_t
scan_number(struct text *t, size_t from)
{
	size_t i = from;
	size_t end;
	size_t n;
	bool more = true;
	bool word = false;

	if (scan_ascii[(unsigned char)t->p[i]] != DIGIT)
		i += looking_at(t, i, SCAN_MINUS) ? sizeof(SCAN_MINUS) - 1 : 1;
	i = figures(t, i);
	if (memchr(t->p + from, 0xE2, i - from) != NULL)
		scan_rough(t->s, from, i); /* perhaps its hyphens */
	if ((unsigned char)t->p[i] >= 0xE2 && scan_is_keycap(t, i)) {
		i = scan_emoji_end(t, from, i);
		scan_add(t, from, i, SCAN_SYMBOL);
		return i;
	}
	end = i;
	/* 1er, 10h30, 18h-19h, 4G, 2ème; 11-Septembre is a word */
	while (more && i < t->len) {
		enum cls c = class_at(t, i, &n);

		if (c == DIGIT)
			i = digits(t, i);
		else if (is_letter(c) ||
		    (i > end && looking_at(t, i, "\xE2\x80\x93") &&
			peek(t, i + n) == DIGIT))
			i += n; /* 9h30 to 10h, with an en dash */
		else if (c == HYPHEN && is_alnum(peek(t, i + n))) {
			word = word || is_letter(peek(t, i + n));
			i += n;
		} else
			more = false;
	}
	if (!word)
		i = lost_unit(t, end, i);
	scan_add(t, from, i, word ? SCAN_WORD : SCAN_NUMBER);
	return i;
}
