#include "para.h"

#include <stdlib.h>
#include <string.h>

#include "lib/text/utf.h"
#include "read/common/span.h"
#include "read/common/wrap.h"

enum {
	WORD = 256 /* bytes */
};

struct tei_para *
para_open(struct tei_paras *t)
{
	struct tei_para *p;

	t->p = mem_grow(t->p, &t->cap, t->n + 1, sizeof(*t->p));
	p = &t->p[t->n];
	*p = (struct tei_para){
	    .subtype = NONE, .who = NONE, .at = t->text.len, .tok = t->n_tok};
	t->open = true;
	t->space = false;
	t->glue = false;
	t->cut = false;
	t->part = false;
	return p;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void
para_space(struct tei_paras *t)
{
	if (t->space && !t->glue && t->text.len > t->p[t->n].at)
		buf_mem(&t->text, " ", 1);
	t->space = false;
	t->glue = false;
}

/* The hyphen at which a line ended goes, if the word is whole without it.  No
 * more of the text is looked at than a word may have. */
static void
join_word(struct tei_paras *t, const char *s, size_t len)
{
	size_t at = t->p[t->n].at;

	if (t->text.len > at + WORD)
		at = t->text.len - WORD;
	while (
	    at < t->text.len && ((unsigned char)t->text.s[at] & 0xC0) == 0x80)
		at++;
	if (t->text.len == at ||
	    !wrap_cuts(t->text.s + at, t->text.len - at, s, len))
		return;
	t->text.len--;
	t->n_hyphen++;
}

/* Does an interruption part two words that touch it? */
static bool
parts_words(const struct tei_paras *t, const char *s, size_t len)
{
	size_t at = t->p[t->n].at;
	size_t n;
	int32_t before = span_last(t->text.s + at, t->text.len - at, &n);

	return utf_is_letter(span_first(s, len)) && before != '-' &&
	    !span_is_quote(before);
}

void
para_text(struct tei_paras *t, const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end) {
		const char *from = s;

		while (s < end && !is_blank(*s))
			s++;
		if (s > from) {
			if (t->cut)
				join_word(t, from, (size_t)(s - from));
			if (t->part && t->text.len > t->p[t->n].at)
				t->space |=
				    parts_words(t, from, (size_t)(s - from));
			t->cut = false;
			t->part = false;
			para_space(t);
			buf_mem(&t->text, from, (size_t)(s - from));
		}
		if (s < end)
			t->space = true;
		while (s < end && is_blank(*s))
			s++;
	}
}

/* The text from byte `at` on, clean. */
static void
clean_tail(struct tei_paras *t, size_t at)
{
	struct buf *b = &t->text;
	size_t len = b->len - at;
	char *s;

	if (len == 0)
		return;
	s = b->s + at;
	clean_line(t->clean, &s, &len);
	b->len = at;
	if (len == 0)
		return;
	if (s < b->s || s >= b->s + b->cap) { /* not the same text */
		buf_mem(b, s, len);
		return;
	}
	memmove(b->s + at, s, len);
	b->len += len;
}

void
para_token(struct tei_paras *t, size_t at, bool mark, const char *lemma,
    const char *pos)
{
	struct tei_token *to;

	clean_tail(t, at);
	if (t->text.len == at)
		return;
	t->tok = mem_grow(t->tok, &t->cap_tok, t->n_tok + 1, sizeof(*t->tok));
	to = &t->tok[t->n_tok++];
	*to = (struct tei_token){.at = at,
	    .len = t->text.len - at,
	    .lemma = t->notes.len,
	    .lemma_len = strlen(lemma),
	    .pos_len = strlen(pos),
	    .mark = mark};
	buf_mem(&t->notes, lemma, to->lemma_len);
	buf_mem(&t->notes, pos, to->pos_len);
}

bool
para_end(struct tei_paras *t)
{
	struct tei_para *p;

	if (!t->open)
		return false;
	p = &t->p[t->n];
	t->open = false;
	p->n_tok = t->n_tok - p->tok;
	if (p->n_tok == 0)
		clean_tail(t, p->at);
	p->len = t->text.len - p->at;
	t->n += p->len > 0;
	return p->len > 0;
}

void
paras_move(struct tei_paras *to, struct tei_paras *from)
{
	if (from->n == 0)
		return;
	to->p = mem_grow(to->p, &to->cap, to->n + from->n + 1, sizeof(*to->p));
	to->tok = mem_grow(
	    to->tok, &to->cap_tok, to->n_tok + from->n_tok, sizeof(*to->tok));
	for (size_t i = 0; i < from->n; i++) {
		to->p[to->n] = from->p[i];
		to->p[to->n].at += to->text.len;
		to->p[to->n++].tok += to->n_tok;
	}
	for (size_t i = 0; i < from->n_tok; i++) {
		to->tok[to->n_tok] = from->tok[i];
		to->tok[to->n_tok].at += to->text.len;
		to->tok[to->n_tok++].lemma += to->notes.len;
	}
	buf_mem(&to->text, from->text.s, from->text.len);
	if (from->notes.len > 0)
		buf_mem(&to->notes, from->notes.s, from->notes.len);
	paras_clear(from);
}

void
paras_clear(struct tei_paras *t)
{
	t->text.len = 0;
	t->notes.len = 0;
	t->n = 0;
	t->n_tok = 0;
	t->open = false;
	t->space = false;
}

void
paras_free(struct tei_paras *t)
{
	buf_free(&t->text);
	buf_free(&t->notes);
	free(t->p);
	free(t->tok);
	*t = (struct tei_paras){0};
}
