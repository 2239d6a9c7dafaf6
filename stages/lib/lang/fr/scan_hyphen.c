/* Words with hyphens: clitics that are split off, endings of inclusive writing,
 * and what mend.c may have to look at; articles of codes (L. 121-1); and the
 * rule files of the scanner. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "form.h"
#include "lang.h"
#include "lib/base/err.h"
#include "lib/text/list.h"
#include "scan_inner.h"

/* The clitics that a hyphen ties to a verb; -ci and -là to a noun. */
static bool
is_clitic(const char *s, size_t len)
{
	static const char *const clitic[] = {"ce", "ci", "elle", "elles", "en",
	    "il", "ils", "je", "l\xC3\xA0", "la", "le", "les", "leur", "lui",
	    "moi", "nous", "on", "toi", "tu", "vous", "y"};

	return scan_is_one(clitic, s, len);
}

/* A clitic that is God or a king: sois-Tu, allez-Vous. */
static bool
is_high_clitic(const char *s, size_t len)
{
	static const char *const clitic[] = {
	    "Elle", "Il", "Lui", "Toi", "Tu", "Vous"};

	return scan_is_one(clitic, s, len);
}

/* The same in capitals, in a word all of capitals. */
static bool
clitic_at(const struct text *t, size_t from, size_t len)
{
	char low[8];

	if (len == 0 || len > 5)
		return false;
	if (is_clitic(t->p + from, len))
		return true;
	if ((t->s->tok[t->s->n - 1].flags & SCAN_LOWER) != 0)
		return is_high_clitic(t->p + from, len);
	if (from < 3 || scan_ascii[(unsigned char)t->p[from - 2]] != UPPER)
		return false;
	if (len == 3 && memcmp(t->p + from, "L\xC3\x80", 3) == 0)
		return true;
	for (size_t i = 0; i < len; i++) {
		if (scan_ascii[(unsigned char)t->p[from + i]] != UPPER)
			return false;
		low[i] = (char)(t->p[from + i] | 0x20);
	}
	return is_clitic(low, len);
}

/* Does a -t- stand before the hyphen at h (a-t-il)? */
static bool
euphonic(const struct text *t, size_t from, size_t h)
{
	return h >= from + 3 && (t->p[h - 1] | 0x20) == 't' &&
	    t->p[h - 2] == '-';
}

/* Is the word under way a name (Kim Jong-il) and no verb with a clitic, which
 * is at end..to?  Its capital is one of a name if it stands behind a word with
 * a capital, and -ci and -là may follow any noun. */
static bool
is_name(const struct text *t, size_t end, size_t to)
{
	const struct token *word = t->s->tok + t->s->n - 1;
	const char *s = t->p + end;

	if ((word->flags & SCAN_UPPER) == 0 || t->s->n < 2 || word->glued ||
	    scan_ascii[(unsigned char)s[1]] != LOWER ||
	    (to - end >= 3 &&
		(memcmp(s, "-ci", 3) == 0 || memcmp(s, "-l\xC3\xA0", 4) == 0)))
		return false;
	word--;
	return word->kind == SCAN_WORD && (word->flags & SCAN_UPPER) != 0 &&
	    (word->flags & SCAN_ABBR) == 0;
}

/* Splits the final clitics off the word from..to: donnez | -le | -moi,
 * a | -t-il.  At most three. */
static void
split_clitics(struct text *t, size_t from, size_t to, struct token *word)
{
	size_t cut[4];
	size_t n = 0;
	size_t end = to;

	while (n < 3) {
		size_t h = end;

		while (h > from && t->p[h - 1] != '-')
			h--;
		if (h <= from + 1 || !clitic_at(t, h, end - h))
			break;
		h--;
		if (euphonic(t, from, h))
			h -= 2;
		if (h == from)
			break;
		cut[n++] = h;
		end = h;
	}
	if (n == 0 || is_name(t, end, to) ||
	    scan_lookup(t, &t->s->rules->whole, from, to) != UINT32_MAX)
		return;
	word->len = (uint32_t)(end - from);
	while (n-- > 0) {
		size_t stop = n > 0 ? cut[n - 1] : to;

		scan_add(t, cut[n], stop, SCAN_WORD)->flags = SCAN_LOWER;
	}
}

/* Is the t of -t, at i, that of a misspelt inversion: a-t'il, a-til, est-t-il,
 * va-t-en? */
static bool
is_rough_t(const char *p, size_t i, size_t len)
{
	if (p[i + 1] == '-')
		return strchr("tdTD", p[i - 2]) != NULL ||
		    (p[i + 3] | 0x20) == 'n';
	if (p[i + 1] == '\'' || (unsigned char)p[i + 1] >= 0xC0)
		return true;
	return len - i <= 6 && scan_is_pronoun(p + i + 1);
}

/* The same of a word with hyphens; est-ce-que, y-a. */
static bool
is_rough_compound(const struct text *t, size_t from, size_t to)
{
	const char *p = t->p + from;
	size_t len = to - from;

	if (p[1] == '-' && ((p[0] | 0x20) == 'y' || (p[0] | 0x20) == 't'))
		return true;
	for (size_t i = 2; i + 2 < len; i++) {
		if (p[i - 1] != '-')
			continue;
		if ((p[i] | 0x20) == 't' && is_rough_t(p, i, len))
			return true;
		if ((p[i] | 0x20) == 'm' && p[i + 1] == '-')
			return true;
		if ((p[i] | 0x20) == 'c' && (p[i + 1] | 0x20) == 'e' &&
		    p[i + 2] == '-')
			return true;
	}
	return false;
}

/* candidat-e-s, élu-es, directeur-trice; not donne-le. */
static bool
has_hyphen_ending(const struct text *t, size_t from, size_t to)
{
	static const char *const known[] = {"e", "es", "s", "ne", "nes", "te",
	    "tes", "ve", "ves", "se", "ses", "trice", "trices", "rice", "rices",
	    "euse", "euses", "\xC3\xA8re", "\xC3\xA8res"};
	size_t h = to;

	while (h > from && t->p[h - 1] != '-')
		h--;
	if (to - h == 1 && t->p[h] == 's' &&
	    (h < from + 5 || memchr(t->p + from, '-', h - 1 - from) == NULL))
		return false;
	return scan_is_one(known, t->p + h, to - h);
}

void
scan_mark_inclusive(struct text *t, struct token *k, size_t from, size_t to)
{
	struct buf *b = &t->s->form;

	b->len = 0;
	if (t->s->apart || !inclusive_base(b, t->p + from, to - from))
		return;
	k->shape = SHAPE_INCLUSIVE;
	t->s->n_inclusive++;
}

void
scan_compound(struct text *t, struct token *word, size_t to, bool ending)
{
	size_t from = word->at;

	if (is_rough_compound(t, from, to))
		scan_rough(t->s, from, to);
	if ((word->flags & SCAN_UPPER) != 0 && scan_is_article(t, from, to))
		word->shape = SHAPE_ARTICLE;
	if (!ending && has_hyphen_ending(t, from, to))
		scan_mark_inclusive(t, word, from, to);
	split_clitics(t, from, to, word);
}

/* ---- articles of codes ---- */

/* Does the word under way, the last token, stand behind one that names an
 * article, or another article? */
static bool
behind_article(const struct text *t)
{
	const struct token *k = t->s->tok + t->s->n - 1;

	if (t->s->n < 2)
		return false;
	k--;
	if (t->s->n > 2 &&
	    (k->kind == SCAN_PUNCT || (k->len <= 2 && t->p[k->at] != '-')))
		k--; /* L. 1, R. 2 et D. 3 */
	return k->shape == SHAPE_ARTICLE ||
	    (k->len >= 3 && strncasecmp(t->p + k->at, "art", 3) == 0);
}

/* End of figures with hyphens between them; i if there are none. *parts gets
 * how many there are. */
static size_t
article_number(const struct text *t, size_t i, size_t *parts)
{
	size_t end = i;

	for (*parts = 0;; (*parts)++) {
		size_t k = i;

		while (k < t->len && k - i < 5 &&
		    scan_ascii[(unsigned char)t->p[k]] == DIGIT)
			k++;
		if (k == i)
			return end;
		end = k;
		if (k >= t->len || t->p[k] != '-')
			break;
		i = k + 1;
	}
	(*parts)++;
	return end;
}

/* Is it the letter of an article's number: L, R, D, A, LO, LP, L.O? */
static bool
is_code_letter(const char *s, size_t len)
{
	if (len == 1)
		return strchr("ADLR", *s) != NULL;
	return len <= 3 && *s == 'L' && strchr("OP", s[len - 1]) != NULL &&
	    (len == 2 || s[1] == '.');
}

size_t
scan_article_end(struct text *t, size_t from, size_t i)
{
	const char *p = t->p + from;
	bool note = i - from == 1 && *p == 'n';
	size_t k = i;
	size_t parts;
	size_t end;
	bool stop;

	if (!note && !is_code_letter(p, i - from))
		return i;
	k += t->p[k] == '*'; /* a decree of the Conseil d'État: R.* 421-1 */
	stop = t->p[k] == '.';
	k += stop;
	k += stop && t->p[k] == '*';
	if (t->p[k] == ' ')
		k++;
	else if (looking_at(t, k, "\xC2\xA0"))
		k += 2;
	else if (looking_at(t, k, "\xE2\x80\xAF"))
		k += 3;
	end = article_number(t, k, &parts);
	if (end == k || is_letter(peek(t, end)) ||
	    (t->p[end] == ',' && peek(t, end + 1) == DIGIT))
		return i;
	if (note)
		return stop && parts == 1 ? end : i;
	if (parts > 1 || (stop && *p == 'L') || behind_article(t))
		return end;
	return i;
}

bool
scan_is_article(struct text *t, size_t from, size_t to)
{
	size_t parts;

	return to - from > 4 && is_code_letter(t->p + from, 1) &&
	    article_number(t, from + 1, &parts) == to && parts > 1 &&
	    scan_ascii[(unsigned char)t->p[from + 2]] == DIGIT;
}

/* ---- rule files ---- */

/* Every line's first field, folded, into t; an abbreviation has a type. */
static void
load(struct rules *r, struct intern *t, const char *dir, enum lang_file file)
{
	char *path = lang_rule(dir, file);
	struct list l;
	struct buf form = {0};
	char *s;
	size_t len;

	intern_open(t);
	list_open(&l, path);
	while ((s = list_next(&l, &len)) != NULL) {
		char *tab = memchr(s, '\t', len);
		size_t n = tab != NULL ? (size_t)(tab - s) : len;
		uint32_t id;

		form.len = 0;
		form_put(&form, s, n);
		id = intern_add(t, form.s, form.len);
		if (t != &r->abbr)
			continue;
		if (tab == NULL || strchr("anei", tab[1]) == NULL ||
		    tab[1] == '\0' || tab[2] != '\0')
			die_data(l.in.name, l.in.line,
			    "an abbreviation, a tab and its type: a, n, e or "
			    "i");
		r->abbr_type = mem_grow(r->abbr_type, &r->n_type, t->n, 1);
		r->abbr_type[id] = (uint8_t)tab[1];
	}
	list_close(&l);
	buf_free(&form);
	free(path);
}

void
rules_open(struct rules *r, const char *dir)
{
	*r = (struct rules){0};
	load(r, &r->abbr, dir, LANG_ABBREVIATIONS);
	load(r, &r->whole, dir, LANG_COMPOUNDS);
	load(r, &r->starters, dir, LANG_STARTERS);
}

void
rules_free(struct rules *r)
{
	intern_free(&r->abbr);
	intern_free(&r->whole);
	intern_free(&r->starters);
	free(r->abbr_type);
}
