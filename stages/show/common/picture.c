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
	N_WORDS
};

static const char *
word(enum figure_style style, unsigned w)
{
	static const char *const en[N_WORDS] = {"part", "supplementary part",
	    "term", "supplementary term", "axis", "of", "Without a label",
	    "Labels in full", ":"};

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

/* A list of labels, wrapped. */
static void
put_list(struct map *m, enum word title, enum plane_fit fit)
{
	const char *head = word(m->o->rule.style, title);
	size_t n = 0;
	size_t at;
	char b[64];

	for (size_t i = 0; i < m->s.n_point; i++)
		n += m->s.point[i].fit == fit;
	if (n == 0)
		return;
	(void)snprintf(
	    b, sizeof(b), " (%zu)%s", n, word(m->o->rule.style, WORD_COLON));
	out_str(m->out, head);
	out_str(m->out, b);
	at = utf_width(head, strlen(head)) + utf_width(b, strlen(b));
	for (size_t i = 0; i < m->s.n_point; i++) {
		const char *s = m->s.point[i].label;
		size_t w = utf_width(s, strlen(s)) + 1;

		if (m->s.point[i].fit != fit)
			continue;
		n--;
		if (at + 1 + w > m->o->width) {
			out_str(m->out, "\n ");
			at = 1;
		}
		out_ch(m->out, ' ');
		out_str(m->out, s);
		out_str(m->out, n > 0 ? "," : "");
		at += w + 1;
	}
	out_ch(m->out, '\n');
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
    const struct locate *l, uint32_t k, enum figure_style style, struct buf *to)
{
	size_t len;
	char b[32];

	buf_str(to, l->factors ? word(style, k) : intern_s(&l->kinds, k, &len));
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
		picture_kind(&m->l, k, m->o->rule.style, &b);
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
	put_list(m, WORD_CUT, PLANE_CUT);
	put_list(m, WORD_NONE, PLANE_NONE);
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
