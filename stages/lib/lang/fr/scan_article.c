/* Articles of codes (L. 121-1), and the rule files of the scanner. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "form.h"
#include "lang.h"
#include "lib/base/err.h"
#include "lib/text/list.h"
#include "scan_inner.h"

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
