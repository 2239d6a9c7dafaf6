/* Full stops inside and behind words: abbreviations, initials, acronyms. */
#include <string.h>

#include "form.h"
#include "lib/text/utf.h"
#include "scan_inner.h"

uint32_t
scan_lookup(struct text *t, const struct intern *set, size_t from, size_t to)
{
	struct buf *b = &t->s->form;

	b->len = 0;
	form_put(b, t->p + from, to - from);
	return intern_find(set, b->s, b->len);
}

/* Is from..i an abbreviation whose space before the next word was lost: M.le,
 * p.12? */
static bool
lost_space(struct text *t, size_t from, size_t i, enum cls after)
{
	uint32_t id;

	if (after != LOWER && after != DIGIT)
		return false;
	id = scan_lookup(t, &t->s->rules->abbr, from, i);
	return id != UINT32_MAX &&
	    (after == DIGIT) == (t->s->rules->abbr_type[id] == 'n');
}

enum dot
scan_glued_dot(struct text *t, size_t from, size_t i, size_t *end)
{
	size_t n;
	enum cls after = class_at(t, i + 1, &n);
	enum cls second = peek(t, i + 1 + n);
	size_t start = i;

	if (scan_is_address(t, from, i, end))
		return DOT_ADDRESS;
	while (start > from && t->p[start - 1] != '.' && t->p[start - 1] != '-')
		start--;
	if (start == from && second != DOT && lost_space(t, from, i, after))
		return DOT_OURS;
	/* U.N.E., J.-C., c.-à-d.: single letters */
	if (utf_count(t->p + start, i - start) == 1) {
		if (after == UPPER && second == LOWER && start == from)
			return DOT_OURS; /* E.Macron: initial, lost space */
		if (second != LOWER)
			return DOT_INSIDE;
	}
	if (utf_count(t->p + start, i - start) <= 1 && after == HYPHEN)
		return DOT_INSIDE;
	if (after == LOWER && scan_ascii[(unsigned char)t->p[from]] != DIGIT)
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

/* Is from..i single letters with full stops (U.N.E, J.-C), not élu.e.s? */
static bool
is_acronym(const struct text *t, size_t from, size_t i)
{
	const char *dot = memchr(t->p + from, '.', i - from);

	return dot != NULL &&
	    utf_count(t->p + from, (size_t)(dot - t->p) - from) == 1;
}

void
scan_take_dot(struct text *t, struct token *k, size_t i)
{
	size_t from = k->at;
	bool cap = (k->flags & SCAN_UPPER) != 0;
	uint32_t id;
	uint8_t type;

	if (peek(t, i + 1) == DOT)
		return; /* an ellipsis */
	if (is_acronym(t, from, i)) {
		k->flags |= SCAN_ABBR | SCAN_MAYEND;
		k->len++;
		return;
	}
	id = scan_lookup(t, &t->s->rules->abbr, from, i);
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
