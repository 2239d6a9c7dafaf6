/* Where the sentences of a scanned paragraph end. */
#include <string.h>

#include "form.h"
#include "scan.h"

/* What is open in the sentence under way. */
struct state {
	size_t start;  /* its first token */
	size_t round;  /* ( and [ */
	size_t quote;  /* « and “ */
	bool straight; /* " */
};

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
	else if ((t->flags & SCAN_OPEN) != 0)
		*(is_round(text, t) ? &st->round : &st->quote) += 1;
	else if (is_round(text, t))
		st->round -= st->round > 0;
	else
		st->quote -= st->quote > 0;
}

/* Does token t close something that the sentence opened? */
static bool
closes(const struct state *st, const char *text, const struct token *t)
{
	if (t->kind != SCAN_PUNCT || (t->flags & SCAN_CLOSE) == 0)
		return false;
	if (is_quote(text, t))
		return st->straight;
	return true;
}

static bool
is_starter(struct scan *s, const char *text, const struct token *t)
{
	s->form.len = 0;
	form_put(&s->form, text + t->at, t->len);
	return intern_find(&s->rules->starters, s->form.s, s->form.len) !=
	    UINT32_MAX;
}

/* A full stop behind a word of five letters or more, which is no unknown
 * abbreviation: in careless writing a small letter may follow. */
static bool
plain_stop(const char *text, const struct token *end)
{
	const struct token *word = end - 1;

	return text[end->at] == '.' && end->len == 1 && end->glued &&
	    word->kind == SCAN_WORD && word->len >= 5 &&
	    word->at + word->len == end->at;
}

/* May a sentence begin at token i, after the mark at token end? */
static bool
begins(struct scan *s, const char *text, size_t i, const struct token *end)
{
	const struct token *t = &s->tok[i];

	while (i < s->n && t->kind == SCAN_PUNCT) {
		if ((t->flags & SCAN_STOP) != 0 ||
		    (t->len == 1 && strchr(",;:/", text[t->at]) != NULL) ||
		    ((t->flags & SCAN_CLOSE) != 0 && !is_quote(text, t)))
			return false;
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

/* "1." or "a." as the whole sentence so far: the number of a list. */
static bool
is_list_number(const struct scan *s, const struct state *st, size_t stop)
{
	const struct token *t = &s->tok[st->start];

	return stop == st->start + 1 && s->tok[stop].glued &&
	    (t->kind == SCAN_NUMBER ? t->len <= 3 : t->len == 1);
}

static bool
ends(struct scan *s, const char *text, struct state *st, size_t *i)
{
	const struct token *t = &s->tok[*i];
	size_t next = *i + 1;

	if ((t->flags & SCAN_STOP) == 0 &&
	    (t->flags & (SCAN_ABBR | SCAN_MAYEND)) != (SCAN_ABBR | SCAN_MAYEND))
		return false;
	if (st->round > 0 || is_list_number(s, st, *i))
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

void
sentence_mark(struct scan *s, const char *text)
{
	struct state st = {0};

	for (size_t i = 0; i < s->n; i++) {
		if (s->tok[i].kind == SCAN_WORD && s->tok[i].flags < SCAN_STOP)
			continue;
		follow(&st, text, &s->tok[i]);
		if (ends(s, text, &st, &i)) {
			s->tok[i].last = true;
			st = (struct state){.start = i + 1};
		}
	}
	if (s->n > 0)
		s->tok[s->n - 1].last = true;
}
