/* Stage directions cut out of paragraphs. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"
#include "span.h"
#include "stage.h"

enum {
	OPEN = 16, /* brackets in one another */
	BARE = 240 /* bytes of a direction without brackets */
};

/* The number of two letters, folded; what is none is 0. */
static size_t
two_letters(char a, char b)
{
	size_t k = a >= 'a' && a <= 'z' ? (size_t)(a - 'a') + 1 : 0;

	return k * 27 + (b >= 'a' && b <= 'z' ? (size_t)(b - 'a') + 1 : 0);
}

void
stage_open(struct stage *t)
{
	const struct intern *all = &t->d.phrase;

	debates_open(&t->d);
	t->on = true;
	for (uint32_t k = 0; k < all->n; k++)
		if (t->d.begins[k] & STAGE_BEGINS)
			t->two[two_letters(
			    all->str[k].s[0], all->str[k].s[1])] = true;
}

/* Can a direction begin at i? Seldom asked for more than two letters. */
static bool
can_begin(const struct stage *t, const char *s, size_t len, size_t i)
{
	size_t n;
	size_t m;
	int32_t a = utf_get(s + i, s + len, &n);
	char b = 0;

	if (a < 0x80 ? a < 'A' || a > 'Z' : !utf_is_upper(a))
		return false;
	if (i + n < len)
		b = slug_char(utf_get(s + i + n, s + len, &m));
	return t->two[two_letters(slug_char(a), b)];
}

void
stage_free(struct stage *t)
{
	debates_free(&t->d);
	debates_words_free(&t->w);
	buf_free(&t->piece);
	free(t->cut);
	free(t->file);
}

void
stage_seen(struct stage *t, const char *file, uint64_t line)
{
	if (t->n++ > 0)
		return;
	t->file = mem_string(file);
	t->line = line;
}

void
stage_note(const struct stage *t)
{
	if (t->n > 0)
		note("%s:%" PRIu64 ": %" PRIu64 " stage direction%s set apart "
		     "(type stage)%s",
		    t->file, t->line, t->n, t->n == 1 ? "" : "s",
		    err_said(t->n == 1 ? "" : ", the first here"));
	if (t->on)
		note_more("%" PRIu64 " other brackets are text", t->n_kept);
}

/* ---- where they are ---- */

static size_t
blanks(const char *s, size_t len)
{
	size_t i = 0;
	size_t n;

	while (i < len && utf_is_space(utf_get(s + i, s + len, &n)))
		i += n;
	return i;
}

/* A cut takes the place of those inside it. */
static void
add_cut(struct stage *t, size_t from, size_t to)
{
	while (t->n_cut > 0 && t->cut[t->n_cut - 1].from >= from)
		t->n_cut--;
	t->cut = mem_grow(t->cut, &t->cap, t->n_cut + 1, sizeof(*t->cut));
	t->cut[t->n_cut++] = (struct stage_cut){from, to};
}

/* The bracket that was opened at `from` closes at `to`, or with the text. */
static void
try_bracket(struct stage *t, const char *s, size_t len, size_t from, size_t to)
{
	if (stage_in_brackets(
		t, s + from + 1, to - from - 1, from == 0 && len - to < 3))
		add_cut(t, from, to < len ? to + 1 : to);
	else
		t->n_kept++;
}

/* The end of a sentence that begins at i and looks like a direction, or i. */
static size_t
try_bare(struct stage *t, const char *s, size_t len, size_t i)
{
	size_t max = len - i < BARE ? len : i + BARE;
	size_t to = i;

	if (!can_begin(t, s, len, i))
		return i;
	while (to < max && s[to] != '.')
		to++;
	if (to == max && max < len)
		return i;
	to += to < len;
	if (to < len && blanks(s + to, len - to) == 0)
		return i;
	if (!stage_bare(t, s + i, to - i, false))
		return i;
	add_cut(t, i, to);
	return to;
}

/* Brackets that are open. */
struct depth {
	size_t at[OPEN];
	size_t n; /* the innermost OPEN of them are known */
};

static void
open_bracket(struct depth *d, size_t at)
{
	if (d->n == OPEN) {
		memmove(d->at, d->at + 1, (OPEN - 1) * sizeof(*d->at));
		d->n--;
	}
	d->at[d->n++] = at;
}

/* Does a sentence, or a bracket, end before byte i? */
static bool
ends_before(const char *s, size_t i)
{
	switch (s[i - 1]) {
	case '.':
	case '!':
	case '?':
	case ')':
	case ']':
		return true;
	case '\xA6': /* U+2026 */
		return i > 2 && memcmp(s + i - 3, "\xE2\x80", 2) == 0;
	default:
		return false;
	}
}

/* The next bracket or byte that may end a sentence. */
static size_t
next_sign(const char *s, size_t len, size_t i)
{
	static const bool sign[256] = {['('] = true,
	    [')'] = true,
	    ['['] = true,
	    [']'] = true,
	    ['.'] = true,
	    ['!'] = true,
	    ['?'] = true,
	    [0xA6] = true};

	while (i < len && !sign[(unsigned char)s[i]])
		i++;
	return i;
}

static void
find_cuts(struct stage *t, const char *s, size_t len)
{
	struct depth d = {.n = 0};
	size_t i = try_bare(t, s, len, 0);

	while ((i = next_sign(s, len, i)) < len) {
		char c = s[i];

		if (c == '(' || c == '[') {
			open_bracket(&d, i);
		} else if ((c == ')' || c == ']') && d.n > 0 &&
		    (s[d.at[d.n - 1]] == '(') == (c == ')')) {
			try_bracket(t, s, len, d.at[--d.n], i);
		}
		i++;
		if (d.n == 0 && ends_before(s, i)) {
			size_t gap = blanks(s + i, len - i);

			if (gap > 0 && i + gap < len)
				i = try_bare(t, s, len, i + gap);
		}
	}
	if (d.n > 0)
		try_bracket(t, s, len, d.at[d.n - 1], len);
}

/* ---- what is left ---- */

/* Does a sentence end with the piece, brackets and quotes looked through? */
static bool
is_ended(const struct buf *b)
{
	size_t len = b->len;
	size_t n = 0;
	int32_t cp = span_last(b->s, len, &n);

	while (len > 0 && (span_is_quote(cp) || utf_is_space(cp))) {
		len -= n;
		cp = span_last(b->s, len, &n);
	}
	return len == 0 || cp == '.' || cp == '!' || cp == '?' || cp == 0x2026;
}

static void
add_piece(struct buf *b, const char *s, size_t len)
{
	size_t skip = blanks(s, len);
	size_t n;

	s += skip;
	len -= skip;
	while (len > 0 && utf_is_space(span_last(s, len, &n)))
		len -= n;
	if (len == 0)
		return;
	if (b->len > 0 && strchr(",.)", *s) == NULL)
		buf_str(b, " ");
	buf_mem(b, s, len);
}

/* The full stop behind a bracket that stands in its sentence belongs to what
 * is before it; *at moves behind it. */
static bool
end_piece(struct buf *b, const char *s, size_t len, size_t *at)
{
	size_t i = *at + blanks(s + *at, len - *at);
	size_t from = i;

	if (is_ended(b)) {
		/* peuple. (Rires). */
		if (*at < len && s[*at] == '.' &&
		    (*at + 1 == len || blanks(s + *at + 1, 1) > 0))
			++*at;
		return true;
	}
	while (i < len && strchr(".!?", s[i]) != NULL)
		i++;
	if (i > from && s[from] != '.')
		buf_str(b, " ");
	buf_mem(b, s + from, i - from);
	if (i > from)
		*at = i;
	return i > from || i == len || utf_is_upper(span_first(s + i, len - i));
}

static void
put_piece(struct stage *t, struct transcript *to, struct para *p)
{
	if (t->piece.len > 0) {
		transcript_p(to, p, t->piece.s, t->piece.len);
		p->mark_len = 0;
	}
	t->piece.len = 0;
}

/* A direction within a sentence stands behind it. */
static void
put_cuts(struct stage *t, struct transcript *to, const struct para *p,
    const char *s, size_t len)
{
	struct para speech = *p;
	struct para stage = {.line = p->line, .type = "stage"};
	size_t at = 0;
	size_t done = 0;

	stage.section = p->section;
	for (size_t i = 0; i < t->n_cut; i++) {
		add_piece(&t->piece, s + at, t->cut[i].from - at);
		at = t->cut[i].to;
		if (!end_piece(&t->piece, s, len, &at))
			continue;
		put_piece(t, to, &speech);
		for (; done <= i; done++)
			transcript_p(to, &stage, s + t->cut[done].from,
			    t->cut[done].to - t->cut[done].from);
	}
	add_piece(&t->piece, s + at, len - at);
	put_piece(t, to, &speech);
	for (; done < t->n_cut; done++)
		transcript_p(to, &stage, s + t->cut[done].from,
		    t->cut[done].to - t->cut[done].from);
}

void
stage_put(struct stage *t, struct transcript *to, const char *file,
    const struct para *p, const char *s, size_t len)
{
	bool heading = p->type != NULL && strcmp(p->type, "heading") == 0;

	t->n_cut = 0;
	if (t->on &&
	    (p->type == NULL || heading || strcmp(p->type, "item") == 0)) {
		if (len <= DEBATES_BYTES && can_begin(t, s, len, 0) &&
		    stage_bare(t, s, len, true))
			add_cut(t, 0, len);
		else
			find_cuts(t, s, len);
	}
	if (heading && (t->n_cut != 1 || t->cut[0].to - t->cut[0].from < len))
		t->n_cut = 0;
	for (size_t i = 0; i < t->n_cut; i++)
		stage_seen(t, file, p->line);
	if (t->n_cut == 0)
		transcript_p(to, p, s, len);
	else
		put_cuts(t, to, p, s, len);
}
