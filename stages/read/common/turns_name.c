#include "turns_name.h"

#include <string.h>

#include "lib/lang/fr/words.h"
#include "lib/text/utf.h"
#include "span.h"

/* d'Estaing, l’Hermite: a capital behind the apostrophe. */
static bool
is_elided_name(const char *s, size_t len)
{
	size_t n = words_elided(s, len);

	return n > 0 && utf_is_upper(span_first(s + n, len - n));
}

/* A word of a name: Jean-Luc, D'Estaing, M., P1, and behind the first word
 * the particles. */
static bool
is_name_word(const char *s, size_t len, bool first)
{
	const char *end = s + len;
	const char *p = s;
	size_t n;

	if (!utf_is_upper(span_first(s, len)) &&
	    (first || (!words_is_particle(s, len) && !is_elided_name(s, len))))
		return false;
	while (p < end) {
		int32_t cp = utf_get(p, end, &n);

		p += n;
		if (!utf_is_letter(cp) && cp != '-' && cp != 0x2010 &&
		    cp != 0x2011 && cp != '\'' && cp != 0x2019 && cp != '.' &&
		    (cp < '0' || cp > '9'))
			return false;
	}
	return true;
}

static bool
is_name(const char *s, size_t len)
{
	const char *end = s + len;
	size_t words = 0;

	while (s < end) {
		const char *from = s;
		size_t n = 0;

		while (s < end && !utf_is_space(utf_get(s, end, &n)))
			s += n;
		if (s > from) {
			if (words == TURNS_NAME_WORDS ||
			    !is_name_word(from, (size_t)(s - from), words == 0))
				return false;
			words++;
		} else {
			s += n;
		}
	}
	return words > 0;
}

/* Bytes of the blank at s, 0 if there is none. */
static size_t
blank(const char *s, size_t len)
{
	size_t n;

	return len > 0 && utf_is_space(utf_get(s, s + len, &n)) ? n : 0;
}

bool
turns_name(const struct speakers *table, const char *s, size_t len,
    size_t *name_len, size_t *rest)
{
	const char *colon = memchr(s, ':', len < TURNS_NAME ? len : TURNS_NAME);
	const char *known;
	size_t to;
	size_t n;
	size_t at;

	if (colon == NULL || colon == s)
		return false;
	at = to = (size_t)(colon - s);
	while (to > 0 && utf_is_space(span_last(s, to, &n)))
		to -= n;
	*name_len = to;
	*rest = at + 1;
	/* 14:30, http://: neither a blank before nor behind */
	if (to == 0 ||
	    (to == at && *rest < len && blank(s + *rest, len - *rest) == 0))
		return false;
	while ((n = blank(s + *rest, len - *rest)) > 0)
		*rest += n;
	known = speakers_find(table, s, to);
	return known != NULL ? *known != '\0' : is_name(s, to);
}

bool
turns_lone_name(const char *s, size_t len)
{
	size_t n = 0;
	int32_t last = span_last(s, len, &n);
	const char *comma = memchr(s, ',', len);
	size_t name = comma != NULL ? (size_t)(comma - s) : len;

	if (len > TURNS_LONE || !utf_is_letter(span_first(s, len)) ||
	    span_words(s, name) > TURNS_LONE_WORDS)
		return false;
	if (last == '.')
		return len < 2 || s[len - 2] != '.';
	return !span_is_punctuated(s, len);
}

bool
turns_is_stage(const char *s, size_t len)
{
	char open = len > 1 ? *s : '\0';
	char shut = open == '(' ? ')' : open == '[' ? ']' : '\0';
	size_t end = len;

	if (end > 2 && s[end - 1] == '.') /* (Applaudissements.) and (...). */
		end--;
	if (shut == '\0' || s[end - 1] != shut)
		return false;
	return memchr(s, shut, end - 1) == NULL &&
	    span_words(s, len) <= TURNS_STAGE_WORDS;
}
