/* Full stops inside and behind words: abbreviations, initials, acronyms. */
#include <string.h>

#include "form.h"
#include "lib/text/utf.h"
#include "scan_inner.h"
#include "words.h"

uint32_t
scan_lookup(struct text *t, const struct intern *set, size_t from, size_t to)
{
	struct buf *b = &t->s->form;
	struct token k = {.at = (uint32_t)from,
	    .len = (uint32_t)(to - from),
	    .kind = SCAN_WORD};

	b->len = 0;
	buf_room(b, SCAN_ROOM(k.len));
	b->len = scan_form(b->s, t->p, &k);
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

/* Is it one before a word of grammar, which no host ends with: M.de Gaulle? */
static bool
is_abbr_before_word(struct text *t, size_t from, size_t i, enum cls after)
{
	size_t to = i + 1;

	if (after != LOWER || i - from > 4)
		return false;
	while (peek(t, to) == LOWER && to < i + 6)
		to++;
	return words_is_grammar(t->p + i + 1, to - i - 1) &&
	    scan_lookup(t, &t->s->rules->abbr, from, i) != UINT32_MAX;
}

/* Does a word that often begins a sentence stand at j? */
static bool
starter_at(struct text *t, size_t j)
{
	size_t end = j;
	size_t n;

	while (is_letter(peek(t, end))) {
		(void)class_at(t, end, &n);
		end += n;
	}
	if (peek(t, end) == APOS) {
		(void)class_at(t, end, &n);
		end += n;
	}
	return scan_lookup(t, &t->s->rules->starters, j, end) != UINT32_MAX;
}

/* Does a sentence, perhaps behind further letters (A.-), begin at j, so that
 * the letter before ".-" is the number of a paragraph: I.-Le? */
static bool
numbers_text(struct text *t, size_t j)
{
	while (peek(t, j) == UPPER && looking_at(t, j + 1, ".-"))
		j += 3;
	return peek(t, j) == UPPER && starter_at(t, j);
}

/* What a stop behind the single letter from..i says; DOT_SPLIT: nothing yet. */
static enum dot
behind_letter(
    struct text *t, size_t i, bool first, enum cls after, enum cls second)
{
	bool civility =
	    t->p[i - 1] == 'M' && second != DOT && !is_alnum(second);

	if (after == UPPER && first && (second == LOWER || civility))
		return DOT_OURS; /* E.Macron, M.X: a lost blank */
	return second != LOWER || after == HYPHEN ? DOT_INSIDE : DOT_SPLIT;
}

/* Does it part an article (L.121-1, which scan_word() takes), the number of a
 * paragraph (I.-Le) or a note's sign? */
static bool
parts(struct text *t, size_t from, size_t i, enum cls after)
{
	if (after == DIGIT)
		return scan_article_end(t, from, i) > i;
	if (after == HYPHEN)
		return numbers_text(t, i + 2);
	return after == LOWER && scan_is_note(t->p + i + 1, t->p + t->len);
}

enum dot
scan_glued_dot(struct text *t, size_t from, size_t i, size_t *end)
{
	size_t n;
	enum cls after = class_at(t, i + 1, &n);
	enum cls second = peek(t, i + 1 + n);
	size_t start = i;
	size_t letters;
	enum dot dot;

	while (start > from && t->p[start - 1] != '.' && t->p[start - 1] != '-')
		start--;
	if (start == from && parts(t, from, i, after))
		return DOT_SPLIT;
	if (is_abbr_before_word(t, from, i, after))
		return DOT_OURS;
	if (scan_is_address(t, from, i, end))
		return DOT_ADDRESS;
	if (start == from && second != DOT && lost_space(t, from, i, after))
		return DOT_OURS;
	/* U.N.E., J.-C., c.-à-d.: single letters */
	letters = utf_count(t->p + start, i - start);
	if (letters == 1) {
		dot = behind_letter(t, i, start == from, after, second);
		if (dot != DOT_SPLIT)
			return dot;
	}
	if (letters == 0 && after == HYPHEN)
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
	size_t start;
	size_t n;
	enum cls c;

	while ((c = class_at(t, i, &n)) == SPACE && i < t->len)
		i += n;
	if (i >= t->len)
		return false;
	start = i;
	if (c != UPPER)
		return c == DIGIT || (c == LOWER && t->p[i] != '\0');
	i += strspn(t->p + i, "ADLORP"); /* of a code: LO 141 */
	if (t->p[i] == ' ' && peek(t, i + 1) == DIGIT)
		return true;
	i = start + strspn(t->p + start, "IVXLC");
	if (i > start && (looking_at(t, i, "er") || looking_at(t, i, "re")))
		i += 2; /* Ier */
	return t->p[start] == 'R' || peek(t, start + 1) == DOT ||
	    !is_letter(peek(t, i));
}

/* Is from..i single letters with full stops (U.N.E, J.-C), not élu.e.s? */
static bool
is_acronym(const struct text *t, size_t from, size_t i)
{
	const char *dot = memchr(t->p + from, '.', i - from);

	return dot != NULL &&
	    utf_count(t->p + from, (size_t)(dot - t->p) - from) == 1;
}

/* Is from..i an initial of two or three letters, which are no word for want of
 * a vowel: Ph, Chr? */
static bool
is_short_name(const struct text *t, size_t from, size_t i)
{
	if (i - from < 2 || i - from > 3 ||
	    scan_ascii[(unsigned char)t->p[from]] != UPPER ||
	    strchr("AEIOUY", t->p[from]) != NULL)
		return false;
	for (from++; from < i; from++)
		if (scan_ascii[(unsigned char)t->p[from]] != LOWER ||
		    strchr("aeiouy", t->p[from]) != NULL)
			return false;
	return true;
}

/* What stands before the last token, a capital letter, so that its full stop is
 * that of an initial? */
enum before {
	BEFORE_OTHER,
	BEFORE_NAME,
	BEFORE_CIVILITY
};

static enum before
what_is_before(struct text *t)
{
	const struct token *k = t->s->tok + t->s->n - 1;
	const struct token *name = k - 1;
	struct buf *b = &t->s->form;

	if (t->s->n < 2 || k->glued || name->kind != SCAN_WORD)
		return BEFORE_OTHER;
	if ((name->flags & SCAN_ABBR) != 0)
		return BEFORE_CIVILITY;
	b->len = 0;
	form_put(b, t->p + name->at, name->len);
	if (words_is_civility(b->s, b->len))
		return BEFORE_CIVILITY;
	/* The first word of a sentence has its capital from there. */
	return (name->flags & SCAN_UPPER) != 0 && t->s->n > 2 &&
		(name[-1].flags & SCAN_STOP) == 0
	    ? BEFORE_NAME
	    : BEFORE_OTHER;
}

/* Is the word at j a particle of a name (Ch. de Gaulle), and a capital behind
 * it? */
static bool
particle_follows(struct text *t, size_t j)
{
	size_t end = j;
	size_t n;

	while (peek(t, end) == LOWER) {
		(void)class_at(t, end, &n);
		end += n;
	}
	if (!words_is_particle(t->p + j, end - j))
		return false;
	while (end < t->len &&
	    (class_at(t, end, &n) == SPACE || class_at(t, end, &n) == APOS))
		end += n;
	return peek(t, end) == UPPER;
}

/* Is the full stop at i that of an initial, and not of the sentence? */
static bool
is_initial(struct text *t, const struct token *k, size_t i)
{
	size_t j = i + 1;
	size_t n;
	enum cls c;

	while (j < t->len && class_at(t, j, &n) == SPACE)
		j += n;
	c = peek(t, j);
	if (utf_count(t->p + k->at, i - k->at) > 1)
		return c == UPPER || (c == LOWER && particle_follows(t, j));
	if (c == UPPER && starter_at(t, j)) {
		enum before before = what_is_before(t);

		return before == BEFORE_CIVILITY ||
		    (before == BEFORE_NAME && /* Mac OS X. Il */
			strchr("IVX", t->p[k->at]) == NULL);
	}
	if (c == UPPER)
		return !looking_at(t, k->at - (k->at >= 3 ? 3 : k->at),
		    "\xC2\xB0 "); /* 20 ° C. */
	if (c == PUNCT && strchr("?!,;", t->p[j]) != NULL)
		return true;
	if (c == LOWER && particle_follows(t, j))
		return true; /* C. de Gaulle */
	return what_is_before(t) != BEFORE_OTHER;
}

/* Is the word k before the full stop at i an abbreviation there, by its type?
 */
static bool
is_abbreviation(struct text *t, const struct token *k, size_t i, uint8_t type)
{
	if (type == 'i')
		return (k->flags & SCAN_UPPER) != 0 &&
		    scan_ascii[(unsigned char)t->p[i - 1]] != UPPER &&
		    is_initial(t, k, i);
	if (type == 'n')
		return t->p[i + 1] == ',' || t->p[i + 1] == ';' ||
		    number_follows(t, i + 1);
	return type != 0;
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
	if (cap &&
	    (utf_count(t->p + from, i - from) == 1 ||
		(type == 0 && is_short_name(t, from, i)))) {
		if (type == 0 && !is_initial(t, k, i))
			return;
		k->flags |= type == 'a' ? SCAN_ABBR : SCAN_ABBR | SCAN_MAYEND;
		k->len++;
	} else if (is_abbreviation(t, k, i, type)) {
		k->flags |= type == 'e' || type == 'i' ? SCAN_ABBR | SCAN_MAYEND
						       : SCAN_ABBR;
		k->len++;
	}
}
