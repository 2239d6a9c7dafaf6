#include "picture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/lang/fr/lang.h"
#include "lib/text/utf.h"
#include "scatter.h"
#include "show/common/between.h"

struct map {
	const struct picture *o;
	struct locate l;
	struct scatter s;
	struct out *out;
};

/* ---- words and signs ---- */

enum word {
	WORD_AXIS = LOCATE_KINDS, /* the kinds come first */
	WORD_OF,
	WORD_NONE,
	WORD_CUT,
	WORD_COLON,
	WORD_PARTS,
	WORD_TERMS,
	N_WORDS
};

static const char *
word(enum figure_style style, unsigned w)
{
	static const char *const en[N_WORDS] = {"part", "supplementary part",
	    "term", "supplementary term", "axis", "of", "Without a label",
	    "Labels in full", ":", "parts", "terms"};

	return (style & FIGURE_FR) != 0 ? lang_label(en[w]) : en[w];
}

static const char *
sign(const struct map *m, uint32_t kind)
{
	static const char *const points[LOCATE_KINDS] = {"●", "○", "·", "◦"};
	static const char *const plain_points[LOCATE_KINDS] = {
	    "#", "o", "*", "+"};
	static const char *const signs[LOCATE_MOST] = {
	    "●", "○", "▲", "△", "■", "□", "◆", "◇"};
	static const char *const plain_signs[LOCATE_MOST] = {
	    "#", "o", "x", "+", "*", "=", "@", "%"};

	if (m->l.factors)
		return m->o->ascii ? plain_points[kind] : points[kind];
	return m->o->ascii ? plain_signs[kind] : signs[kind];
}

void
picture_most(struct locate_rule *r, char *arg)
{
	char *parts = strchr(arg, ',');

	if (parts != NULL) {
		*parts++ = '\0';
		r->parts = opt_u64('k', parts, 0, UINT32_MAX);
	}
	r->most = opt_u64('k', arg, 1, UINT32_MAX);
}

/* ---- output ---- */

/* A name that no line holds, in pieces: cut at blanks, or anywhere. */
static size_t
put_long(struct map *m, const char *s)
{
	size_t room = m->o->width - 3;
	size_t w;
	size_t n;

	for (; (w = utf_width(s, strlen(s))) > room; s += n) {
		n = utf_fit(s, strlen(s), room, &w);
		for (size_t i = n; i > 0 && n < strlen(s); i--)
			if (s[i - 1] == ' ') {
				n = i;
				break;
			}
		out_mem(m->out, s, n - (s[n - 1] == ' '));
		out_str(m->out, "\n  ");
	}
	out_str(m->out, s);
	return 2 + w;
}

/* Is it one of a list: parts of a table of factors(1), its terms, or all? */
static bool
is_listed(const struct map *m, size_t i, enum plane_fit fit, enum word of)
{
	bool part = m->l.point[i].kind < LOCATE_TERM;

	return m->s.point[i].fit == fit &&
	    (of == N_WORDS || part == (of == WORD_PARTS));
}

/* The names of a list, wrapped, from a column on. */
static void
put_names(struct map *m, size_t at, enum plane_fit fit, enum word of, size_t n)
{
	bool comma = false;
	const char *sign;

	for (size_t i = 0; i < m->s.n_point; i++)
		comma = comma ||
		    (is_listed(m, i, fit, of) &&
			between_has_comma(m->s.point[i].label));
	sign = between(m->o->rule.style, comma);
	for (size_t i = 0; i < m->s.n_point; i++) {
		const char *s = m->s.point[i].label;
		size_t w = utf_width(s, strlen(s));
		size_t more;

		if (!is_listed(m, i, fit, of))
			continue;
		more = --n > 0 ? utf_width(sign, strlen(sign) - 1) : 0;
		if (at + 1 + w + more > m->o->width) {
			out_str(m->out, "\n ");
			at = 1;
		}
		out_ch(m->out, ' ');
		at += 1 + w;
		if (2 + w + more > m->o->width)
			at = put_long(m, s);
		else
			out_str(m->out, s);
		out_mem(m->out, sign, more > 0 ? strlen(sign) - 1 : 0);
		at += more;
	}
	out_ch(m->out, '\n');
}

/* A list of labels. */
static void
put_list(struct map *m, enum word title, enum plane_fit fit, enum word of)
{
	enum figure_style style = m->o->rule.style;
	struct buf head = {0};
	char count[32];
	size_t n = 0;

	for (size_t i = 0; i < m->s.n_point; i++)
		n += is_listed(m, i, fit, of);
	if (n == 0)
		return;
	(void)snprintf(count, sizeof(count), " (%zu)", n);
	buf_str(&head, word(style, title));
	if (of != N_WORDS) {
		buf_str(&head, ", ");
		buf_str(&head, word(style, of));
	}
	buf_str(&head, count);
	buf_str(&head, word(style, WORD_COLON));
	out_str(m->out, head.s);
	put_names(m, utf_width(head.s, head.len), fit, of, n);
	buf_free(&head);
}

static void
put_lists(struct map *m, enum word title, enum plane_fit fit)
{
	if (!m->l.factors)
		put_list(m, title, fit, N_WORDS);
	else {
		put_list(m, title, fit, WORD_PARTS);
		put_list(m, title, fit, WORD_TERMS);
	}
}

const char *
picture_name(const struct picture *o, const struct locate *l,
    const struct locate_point *p)
{
	const char *name = grid_cell(&l->grid, p->row, l->label);
	bool part = l->factors && p->kind < LOCATE_TERM;

	return part || o->name == NULL ? name : o->name(o->arg, name);
}

void
picture_kind(
    const struct picture *o, const struct locate *l, uint32_t k, struct buf *to)
{
	enum figure_style style = o->rule.style;
	size_t len;
	char b[32];

	if (l->factors && k == LOCATE_PART && o->part != NULL)
		buf_str(to, o->part);
	else
		buf_str(to,
		    l->factors ? word(style, k) : intern_s(&l->kinds, k, &len));
	if (l->n_drawn[k] == l->n_kind[k])
		return;
	(void)snprintf(b, sizeof(b), "%zu", l->n_drawn[k]);
	buf_str(to, " (");
	figure_put(to, b, 0, style);
	buf_str(to, " ");
	buf_str(to, word(style, WORD_OF));
	buf_str(to, " ");
	(void)snprintf(b, sizeof(b), "%zu", l->n_kind[k]);
	figure_put(to, b, 0, style);
	buf_str(to, ")");
}

static void
put_legend(struct map *m)
{
	bool any = false;

	for (uint32_t k = 0; k < m->l.kinds.n; k++) {
		struct buf b = {0};

		if (m->l.n_drawn[k] == 0)
			continue;
		picture_kind(m->o, &m->l, k, &b);
		out_str(m->out, any ? "   " : "");
		any = true;
		out_str(m->out, sign(m, k));
		out_ch(m->out, ' ');
		out_str(m->out, b.s);
		buf_free(&b);
	}
	out_str(m->out, any ? "\n" : "");
}

static void
draw(struct map *m)
{
	const struct picture *o = m->o;

	m->s = (struct scatter){.style = o->rule.style,
	    .ascii = o->ascii,
	    .free = o->free,
	    .width = o->width,
	    .lines = o->lines,
	    .title = {m->l.title[0].s, m->l.title[1].s},
	    .n_point = m->l.n_point};
	m->s.point = mem_new(m->l.n_point, sizeof(*m->s.point));
	for (size_t i = 0; i < m->l.n_point; i++) {
		const struct locate_point *p = &m->l.point[i];

		m->s.point[i] = (struct scatter_point){.v = {p->v[0], p->v[1]},
		    .label = picture_name(o, &m->l, p),
		    .sign = sign(m, p->kind)};
	}
	scatter_put(&m->s, m->out);
	put_legend(m);
	put_lists(m, WORD_CUT, PLANE_CUT);
	put_lists(m, WORD_NONE, PLANE_NONE);
	free(m->s.point);
}

bool
picture_put(struct out *o, const char *path, const struct picture *p)
{
	struct map m = {.o = p, .out = o};
	struct locate_rule rule = p->rule;
	bool any;

	rule.word = word(rule.style, WORD_AXIS);
	locate_open(&m.l, path, &rule);
	any = m.l.n_point > 0;
	if (any)
		draw(&m);
	else
		note("no point has a place: there is nothing to draw");
	locate_close(&m.l);
	return any;
}
