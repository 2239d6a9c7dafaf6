/* Where the sentences of a scanned paragraph end. */
#include <string.h>
#include <strings.h>

#include "form.h"
#include "scan_inner.h"

/* What is open in the sentence under way. */
struct state {
	size_t start;  /* its first token */
	size_t round;  /* ( and [ */
	bool straight; /* " */
};

enum {
	BRACKET = 200,    /* tokens in brackets at most */
	LIST_NUMBER = 12, /* tokens of a list's number: III. - A bis. - 1. */
};

/* A token without one of these neither opens nor ends anything. */
#define MARKS (SCAN_STOP | SCAN_MAYEND | SCAN_OPEN | SCAN_CLOSE)

static char
first_byte(const char *text, const struct token *t)
{
	return text[t->at];
}

static bool
is_quote(const char *text, const struct token *t)
{
	return t->kind == SCAN_PUNCT && first_byte(text, t) == '"';
}

static bool
is_apostrophe(const char *text, const struct token *t)
{
	return text[t->at] == '\'' ||
	    (t->len == 3 && memcmp(text + t->at, "\xE2\x80\x99", 3) == 0);
}

static bool
is_round(const char *text, const struct token *t)
{
	return strchr("()[]{}", first_byte(text, t)) != NULL;
}

static void
follow(struct state *st, const char *text, const struct token *t)
{
	if (t->kind != SCAN_PUNCT || (t->flags & (SCAN_OPEN | SCAN_CLOSE)) == 0)
		return;
	if (is_quote(text, t))
		st->straight = !st->straight;
	else if (is_round(text, t)) {
		if (t->shape == SHAPE_CLOSED)
			st->round++;
		else if ((t->flags & SCAN_CLOSE) != 0)
			st->round -= st->round > 0;
	}
}

/* Is it a Roman figure, a letter or a short number? */
static bool
is_figure(const char *text, const struct token *t)
{
	size_t len = t->len - ((t->flags & SCAN_ABBR) != 0);

	if (t->kind == SCAN_NUMBER)
		return t->len <= 3;
	return t->kind == SCAN_WORD &&
	    (len == 1 ||
		((t->flags & SCAN_UPPER) != 0 &&
		    strspn(text + t->at, "IVXLC") >= len));
}

/* Is the closing bracket i that of an item of a list, "a)", behind a stop? */
static bool
is_item(const struct scan *s, const char *text, size_t i)
{
	return text[s->tok[i].at] == ')' && i > 0 && s->tok[i].glued &&
	    is_figure(text, &s->tok[i - 1]) &&
	    (i == 1 || (s->tok[i - 2].flags & SCAN_STOP) != 0);
}

static bool
is_pair(const char *text, const struct token *open, const struct token *close)
{
	char c = text[close->at];

	return text[open->at] == (c == ')' ? '(' : c == ']' ? '[' : '{');
}

/* Marks the opening brackets whose closing one follows within BRACKET tokens;
 * one that nobody closed holds no sentence together. */
static void
match_brackets(struct scan *s, const char *text)
{
	struct buf *open = &s->form; /* indices of those that are open */
	uint32_t k;

	open->len = 0;
	for (uint32_t i = 0; i < s->n; i++) {
		struct token *t = &s->tok[i];

		if (t->kind != SCAN_PUNCT ||
		    (t->flags & (SCAN_OPEN | SCAN_CLOSE)) == 0 ||
		    !is_round(text, t))
			continue;
		if ((t->flags & SCAN_OPEN) != 0) {
			buf_mem(open, (const char *)&i, sizeof(i));
			continue;
		}
		if (is_item(s, text, i))
			continue;
		while (open->len > 0) {
			open->len -= sizeof(k);
			memcpy(&k, open->s + open->len, sizeof(k));
			if (is_pair(text, &s->tok[k], t)) {
				if (i - k <= BRACKET)
					s->tok[k].shape = SHAPE_CLOSED;
				break;
			}
		}
	}
}

/* Does token t close something that the sentence opened? */
static bool
closes(const struct state *st, const char *text, const struct token *t)
{
	if (t->kind == SCAN_SYMBOL)
		return t->glued &&
		    scan_is_note(text + t->at, text + t->at + t->len);
	if (t->kind != SCAN_PUNCT)
		return false;
	if (t->glued && is_apostrophe(text, t))
		return true; /* ‘Oui.’ */
	if ((t->flags & SCAN_CLOSE) == 0)
		return false;
	return !is_quote(text, t) || st->straight;
}

static bool
is_starter(struct scan *s, const char *text, const struct token *t)
{
	s->form.len = 0;
	buf_room(&s->form, SCAN_ROOM(t->len));
	s->form.len = scan_form(s->form.s, text, t);
	return intern_find(&s->rules->starters, s->form.s, s->form.len) !=
	    UINT32_MAX;
}

/* A full stop behind a word of five letters or more or a closing bracket, which
 * is no unknown abbreviation: in careless writing a small letter may follow. */
static bool
plain_stop(const char *text, const struct token *end)
{
	const struct token *word = end - 1;

	if (text[end->at] != '.' || end->len != 1 || !end->glued)
		return false;
	return (word->flags & SCAN_CLOSE) != 0 || word->kind == SCAN_SYMBOL ||
	    (word->kind == SCAN_WORD && word->len >= 5 &&
		word->at + word->len == end->at);
}

/* Is token i the dots of an omission: [...]? */
static bool
omits(const struct scan *s, size_t i)
{
	return i > 0 && i + 1 < s->n && (s->tok[i].flags & SCAN_STOP) != 0 &&
	    (s->tok[i - 1].flags & SCAN_OPEN) != 0 &&
	    (s->tok[i + 1].flags & SCAN_CLOSE) != 0;
}

/* May a sentence begin at token i, after the mark at token end? */
static bool
begins(struct scan *s, const char *text, size_t i, const struct token *end)
{
	const struct token *t = &s->tok[i];

	while (i < s->n && t->kind == SCAN_PUNCT) {
		if (((t->flags & SCAN_STOP) != 0 && !omits(s, i)) ||
		    (t->len == 1 && strchr(",;:/", text[t->at]) != NULL) ||
		    ((t->flags & SCAN_CLOSE) != 0 && !is_quote(text, t)))
			return false;
		i += omits(s, i); /* its closing bracket */
		t = &s->tok[++i];
	}
	if (i >= s->n)
		return true;
	if ((t->flags & SCAN_LOWER) != 0)
		return plain_stop(text, end);
	if ((end->flags & SCAN_ABBR) != 0)
		return (t->flags & SCAN_UPPER) != 0 && is_starter(s, text, t);
	return true;
}

/* bis, ter, A behind the number. */
static bool
is_suffix(const char *text, const struct token *t)
{
	static const char *const word[] = {"bis", "ter", "quater", "quinquies",
	    "sexies", "septies", "octies", "nonies", "decies"};

	if (t->kind == SCAN_WORD && t->len == 1)
		return (t->flags & SCAN_UPPER) != 0;
	return scan_is_one(word, text + t->at, t->len);
}

static bool
is_dash(const char *text, const struct token *t)
{
	return t->kind == SCAN_PUNCT &&
	    (text[t->at] == '-' ||
		(t->len == 3 &&
		    (memcmp(text + t->at, "\xE2\x80\x93", 3) == 0 ||
			memcmp(text + t->at, "\xE2\x80\x94", 3) == 0)));
}

/* Does the sentence begin as a heading, "Art. 2.", before whose text a dash
 * stands? */
static bool
is_heading(const struct scan *s, const char *text, const struct token *t)
{
	static const char *const word[] = {
	    "art", "chap", "titre", "tit", "sect", "livre", "annexe"};

	if (t->kind != SCAN_WORD || t + 1 >= s->tok + s->n ||
	    strchr("actslACTSL", text[t->at]) == NULL)
		return false;
	for (size_t i = 0; i < sizeof(word) / sizeof(*word); i++)
		if ((text[t->at] | 0x20) == *word[i] &&
		    strncasecmp(text + t->at, word[i], strlen(word[i])) == 0)
			return is_figure(text, t + 1) ||
			    t[1].shape == SHAPE_ARTICLE;
	return false;
}

/* Are the tokens t to end one number behind the other, each with its stop? any:
 * the first is one in any case. */
static bool
is_numbers(
    const char *text, const struct token *t, const struct token *end, bool any)
{
	for (; t <= end && (any || is_figure(text, t)); any = false) {
		bool own = (t->flags & SCAN_ABBR) != 0; /* it has the stop */

		if (t == end)
			return own;
		t += !own;
		while (t < end && is_suffix(text, t))
			t++;
		if (t == end)
			return t->glued && (t->flags & SCAN_STOP) != 0;
		if (!own && text[t->at] != '.')
			return false;
		t++;
		t += t < end && is_dash(text, t);
	}
	return false;
}

/* "1.", "a.", "II.", "IV bis.", "III. - A." as the whole sentence so far: the
 * number of a list or a paragraph.  stop: its full stop, or the token that has
 * it. */
static bool
is_list_number(
    const struct scan *s, const char *text, const struct state *st, size_t stop)
{
	const struct token *t = &s->tok[st->start];
	const struct token *end = &s->tok[stop];
	bool heading;

	if (end - t > LIST_NUMBER)
		return false;
	heading = is_heading(s, text, t);
	if (t->kind == SCAN_PUNCT && t < end &&
	    (is_dash(text, t) || (t->flags & SCAN_OPEN) != 0))
		t++; /* « II. - Le juge », - 1. */
	t += heading;
	if (heading && (stop + 1 >= s->n || !is_dash(text, end + 1)))
		return false;
	return is_numbers(text, t, end, heading);
}

/* Does the token closes the bracket that the sentence began with: (Rires.)? */
static bool
closes_whole(
    const struct scan *s, const char *text, const struct state *st, size_t next)
{
	return st->round == 1 && next < s->n &&
	    s->tok[st->start].shape == SHAPE_CLOSED &&
	    is_round(text, &s->tok[next]) &&
	    (s->tok[next].flags & SCAN_CLOSE) != 0;
}

static bool
ends(struct scan *s, const char *text, struct state *st, size_t *i)
{
	const struct token *t = &s->tok[*i];
	size_t next = *i + 1;

	if ((t->flags & SCAN_STOP) == 0 &&
	    (t->flags & (SCAN_ABBR | SCAN_MAYEND)) != (SCAN_ABBR | SCAN_MAYEND))
		return false;
	if ((st->round > 0 && !closes_whole(s, text, st, next)) ||
	    is_list_number(s, text, st, *i))
		return false;
	while (next < s->n && (s->tok[next].flags & SCAN_STOP) != 0)
		next++;
	while (next < s->n && closes(st, text, &s->tok[next]))
		follow(st, text, &s->tok[next++]);
	if (next < s->n && !begins(s, text, next, t))
		return false;
	*i = next - 1;
	return true;
}

/* The first token from i on that opens or ends something; s->n if none does. */
static size_t
next_mark(const struct scan *s, size_t i)
{
	const struct token *t = s->tok + i;
	const struct token *end = s->tok + s->n;

	while (end - t >= 4 &&
	    ((t[0].flags | t[1].flags | t[2].flags | t[3].flags) & MARKS) == 0)
		t += 4;
	while (t < end && (t->flags & MARKS) == 0)
		t++;
	return (size_t)(t - s->tok);
}

void
sentence_mark(struct scan *s, const char *text)
{
	struct state st = {0};
	bool matched = false;

	for (size_t i = next_mark(s, 0); i < s->n; i = next_mark(s, i + 1)) {
		if (!matched && (s->tok[i].flags & SCAN_OPEN) != 0 &&
		    is_round(text, &s->tok[i])) {
			match_brackets(s, text);
			matched = true;
		}
		follow(&st, text, &s->tok[i]);
		if (ends(s, text, &st, &i)) {
			s->tok[i].last = true;
			st = (struct state){.start = i + 1};
		}
	}
	if (s->n > 0)
		s->tok[s->n - 1].last = true;
}
