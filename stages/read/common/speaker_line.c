#include "speaker_line.h"

#include <string.h>

#include "lib/text/utf.h"
#include "speaker_head.h"

enum {
	HEAD = 320,    /* bytes of it */
	BRACKET = 100, /* in brackets */
	TITLE_WORDS = 8,
	ASIDE_WORDS = 6 /* of how it is said, behind a comma */
};

/* ---- brackets and commas behind it ---- */

static size_t
blanks(const struct speaker_head *h, size_t at)
{
	size_t n;

	while (
	    at < h->len && utf_is_space(utf_get(h->s + at, h->s + h->len, &n)))
		at += n;
	return at;
}

static bool
has_upper(struct span in)
{
	size_t n;

	for (size_t i = 0; i < in.len; i += n)
		if (utf_is_upper(utf_get(in.s + i, in.s + in.len, &n)))
			return true;
	return false;
}

/* "(SOC)" is a group, "(ministre)" a role, "(de l'Eure)" and "(Gers)" part of
 * the name, "(avec force)" none of them. */
static bool
take_bracket(struct speaker_head *h, size_t at, struct speaker_line *to)
{
	char shut = h->s[at] == '(' ? ')' : ']';
	size_t max = h->len - at < BRACKET ? h->len - at : BRACKET;
	const char *close = memchr(h->s + at, shut, max);
	struct span in;

	if (close == NULL || h->i == h->w->n)
		return false;
	in = span_strip(h->s + at + 1, (size_t)(close - h->s) - at - 1);
	if (in.len == 0 || h->s + h->w->w[h->i].at > close)
		return false;
	if (debates_match(h->d, h->w, h->i, DEBATES_OFFICE) > 0)
		to->role = in;
	else if (debates_match(h->d, h->w, h->i, DEBATES_PLACE) > 0 ||
	    (!speaker_head_upper(h, h->i) && has_upper(in)))
		to->name.len = (size_t)(close + 1 - to->name.s);
	else if (speaker_head_upper(h, h->i))
		to->party = in;
	else
		to->aside =
		    (struct span){h->s + at, (size_t)(close + 1 - h->s) - at};
	h->at = (size_t)(close + 1 - h->s);
	while (h->i < h->w->n && h->w->w[h->i].at < h->at)
		h->i++;
	return true;
}

/* "en 1936", "au Panthéon": no way to speak, but "à M. Dupont" is one. */
static bool
is_aside(const struct speaker_head *h, size_t i)
{
	for (; i < h->i; i++) {
		char c = h->s[h->w->w[i].at];

		if (debates_match(h->d, h->w, i, DEBATES_CIVILITY) > 0)
			return true;
		if ((c >= '0' && c <= '9') || speaker_head_upper(h, i))
			return false;
	}
	return true;
}

/* The comma at byte `at`: a role, or how it is said. */
static bool
take_comma(struct speaker_head *h, size_t at, struct speaker_line *to)
{
	size_t from = blanks(h, at + 1);
	size_t i = h->i;
	bool role;

	if (!speaker_head_role(h, &role) ||
	    (!role && (h->i - i > ASIDE_WORDS || !is_aside(h, i))))
		return false;
	*(role ? &to->role : &to->aside) =
	    (struct span){h->s + from, h->at - from};
	return true;
}

static bool
take_behind(struct speaker_head *h, struct speaker_line *to)
{
	for (;;) {
		size_t at = blanks(h, h->at);
		char c = at < h->len ? h->s[at] : '\0';
		bool good;

		if (c == '(' || c == '[')
			good = to->party.len + to->aside.len == 0 &&
			    take_bracket(h, at, to);
		else if (c == ',' && to->role.len + to->aside.len == 0)
			good = take_comma(h, at, to);
		else
			return true;
		if (!good)
			return false;
	}
}

/* ---- the sign between it and the words ---- */

static size_t
dash(const struct speaker_head *h, size_t at)
{
	size_t n;
	int32_t cp;

	if (at == h->len)
		return 0;
	cp = utf_get(h->s + at, h->s + h->len, &n);
	return cp == '-' || cp == 0x2013 || cp == 0x2014 || cp == 0x2015 ? n
									 : 0;
}

/* Do words begin here, not the rest of a sentence? */
static bool
begins(const struct speaker_head *h, size_t at)
{
	size_t n;
	int32_t cp;

	if (at == h->len)
		return true;
	cp = utf_get(h->s + at, h->s + h->len, &n);
	return utf_is_upper(cp) || span_is_quote(cp) || cp == 0xAB ||
	    cp == 0x2026 || (cp >= '0' && cp <= '9') ||
	    (h->len - at > 2 && memcmp(h->s + at, "...", 3) == 0);
}

static bool
take_stop(struct speaker_head *h, size_t at, enum speaker_kind kind,
    struct speaker_line *to)
{
	size_t behind = blanks(h, ++at);
	size_t line = dash(h, behind);

	to->stop = true;
	to->rest = blanks(h, behind + line);
	if (kind == SPEAKER_NAME || (kind == SPEAKER_ADDRESS && line == 0) ||
	    (kind == SPEAKER_OFFICE && line == 0 && !h->bare))
		return false;
	if (line > 0)
		return true;
	if (behind == h->len)
		return kind == SPEAKER_CIVIL;
	if (behind > at)
		return begins(h, behind);
	/* a lost space */
	return utf_is_upper(span_first(h->s + at, h->len - at));
}

/* Was the last word one letter? */
static bool
is_letter_alone(const struct speaker_head *h)
{
	const struct debates_word *k = &h->w->w[h->i - 1];

	return h->i > 0 && k->fold_end - k->fold == 1;
}

static bool
take_sign(
    struct speaker_head *h, enum speaker_kind kind, struct speaker_line *to)
{
	size_t at = blanks(h, h->at);
	char c = at < h->len ? h->s[at] : '\0';
	size_t line = dash(h, at);

	if (h->len - at > 3 && memcmp(h->s + at, "...", 3) == 0 &&
	    is_letter_alone(h))
		at += 2; /* M. X... */
	if (c == '.')
		return take_stop(h, at, kind, to);
	if (c == ':') {
		to->rest = blanks(h, at + 1);
		if (kind == SPEAKER_NAME && to->role.len + to->party.len == 0)
			return false;
		return at > h->at || to->rest > at + 1 || to->rest == h->len ||
		    (kind != SPEAKER_NAME && begins(h, to->rest));
	}
	to->rest = blanks(h, at + line);
	to->stop = true;
	return line > 0 && at > h->at && to->rest > at + line &&
	    (kind == SPEAKER_CIVIL || kind == SPEAKER_ADDRESS ||
		kind == SPEAKER_ROOM) &&
	    to->rest < h->len && begins(h, to->rest);
}

bool
speaker_line(const struct debates *d, struct debates_words *w, const char *s,
    size_t len, struct speaker_line *to)
{
	size_t max = len < HEAD ? len : HEAD;
	struct speaker_head h = {.d = d, .w = w, .s = s, .len = len};
	enum speaker_kind kind;

	*to = (struct speaker_line){.name = {s, 0}};
	if (!utf_is_upper(span_first(s, len)) ||
	    (memchr(s, ':', max) == NULL &&
		!debates_begins(d, w, s, len,
		    DEBATES_CIVILITY | DEBATES_ADDRESS | DEBATES_ROOM |
			DEBATES_ARTICLE)))
		return false;
	while (max < len && ((unsigned char)s[max] & 0xC0) == 0x80)
		max--;
	debates_split(w, s, max);
	if (w->n == 0)
		return false;
	kind = speaker_head_who(&h);
	if (kind == SPEAKER_NONE)
		return false;
	to->name.len = h.at;
	return take_behind(&h, to) && take_sign(&h, kind, to);
}

bool
speaker_line_after(
    const struct debates *d, struct debates_words *w, const char *s, size_t len)
{
	size_t from = len;

	if (len == 0 || span_is_punctuated(s, len))
		return true;
	if (len > HEAD || span_words(s, len) > TITLE_WORDS)
		return false;
	while (from > 0 && s[from - 1] != ' ')
		from--;
	debates_split(w, s + from, len - from);
	return w->n > 0 &&
	    debates_match(d, w, w->n - 1,
		DEBATES_LINK | DEBATES_ARTICLE | DEBATES_CIVILITY |
		    DEBATES_ADDRESS) == 0;
}
