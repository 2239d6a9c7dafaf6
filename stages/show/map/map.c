/* map - points with their labels on a plane of text.  See map(1). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/lang.h"
#include "lib/text/figure.h"
#include "lib/text/utf.h"
#include "locate.h"
#include "scatter.h"

static const struct opt_page page = {
    "map [-AhquVv] [-f plain|fr|en] [-g column] [-H lines] [-k number[,parts]] "
    "[-l column] [-W columns] [-x column] [-y column] [-z limit] [file]",
    "points with their labels on a plane of text", "Af:g:H:k:l:uW:x:y:z:"};

enum {
	WIDTH = 80,
	MIN_WIDTH = 40,
	LINES = 40,
	MIN_LINES = 10,
	MAX_SIZE = 10000,
};

struct opts {
	struct locate_rule rule;
	bool ascii;
	bool free; /* -u */
	size_t width;
	size_t lines;
};

struct map {
	const struct opts *o;
	struct locate l;
	struct scatter s;
	struct out out;
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

	return style == FIGURE_FR ? lang_label(en[w]) : en[w];
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
	out_str(&m->out, head);
	out_str(&m->out, b);
	at = utf_width(head, strlen(head)) + utf_width(b, strlen(b));
	for (size_t i = 0; i < m->s.n_point; i++) {
		const char *s = m->s.point[i].label;
		size_t w = utf_width(s, strlen(s)) + 1;

		if (m->s.point[i].fit != fit)
			continue;
		n--;
		if (at + 1 + w > m->o->width) {
			out_str(&m->out, "\n ");
			at = 1;
		}
		out_ch(&m->out, ' ');
		out_str(&m->out, s);
		out_str(&m->out, n > 0 ? "," : "");
		at += w + 1;
	}
	out_ch(&m->out, '\n');
}

static void
put_legend(struct map *m)
{
	bool any = false;

	for (uint32_t k = 0; k < m->l.kinds.n; k++) {
		size_t len;
		const char *s = m->l.factors ? word(m->o->rule.style, k)
					     : intern_s(&m->l.kinds, k, &len);

		if (m->l.n_drawn[k] == 0)
			continue;
		out_str(&m->out, any ? "   " : "");
		any = true;
		out_str(&m->out, sign(m, k));
		out_ch(&m->out, ' ');
		out_str(&m->out, s);
		if (m->l.n_drawn[k] < m->l.n_kind[k])
			out_fmt(&m->out, " (%zu %s %zu)", m->l.n_drawn[k],
			    word(m->o->rule.style, WORD_OF), m->l.n_kind[k]);
	}
	out_str(&m->out, any ? "\n" : "");
}

static void
draw(struct map *m)
{
	const struct opts *o = m->o;

	if (m->l.n_point == 0) {
		note("no point has a place: there is nothing to draw");
		return;
	}
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
		    .label = grid_cell(&m->l.grid, p->row, m->l.label),
		    .sign = sign(m, p->kind)};
	}
	scatter_put(&m->s, &m->out);
	put_legend(m);
	put_list(m, WORD_CUT, PLANE_CUT);
	put_list(m, WORD_NONE, PLANE_NONE);
	free(m->s.point);
}

/* ---- beginning and end ---- */

/* number or number,parts */
static void
set_most(struct locate_rule *r, char *arg)
{
	char *parts = strchr(arg, ',');

	if (parts != NULL) {
		*parts++ = '\0';
		r->parts = opt_u64('k', parts, 0, UINT32_MAX);
	}
	r->most = opt_u64('k', arg, 1, UINT32_MAX);
}

static void
parse(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'A':
			o->ascii = true;
			break;
		case 'f':
			o->rule.style = figure_style(ch, optarg);
			break;
		case 'g':
			o->rule.group = optarg;
			break;
		case 'H':
			o->lines = opt_u64(ch, optarg, MIN_LINES, MAX_SIZE);
			break;
		case 'k':
			set_most(&o->rule, optarg);
			break;
		case 'l':
			o->rule.label = optarg;
			break;
		case 'u':
			o->free = true;
			break;
		case 'W':
			o->width = opt_u64(ch, optarg, MIN_WIDTH, MAX_SIZE);
			break;
		case 'x':
			o->rule.axis[0] = optarg;
			break;
		case 'y':
			o->rule.axis[1] = optarg;
			break;
		case 'z':
			o->rule.limit = opt_real(ch, optarg, 1e-300, 1e300);
			break;
		}
	if (argc - optind > 1)
		opt_refuse(&page, "one table at a time");
}

int
main(int argc, char **argv)
{
	struct opts o = {
	    .rule = {.axis = {"1", "2"}, .label = "name", .parts = UINT64_MAX},
	    .width = WIDTH,
	    .lines = LINES};
	struct map m = {.o = &o};

	err_init(argv[0]);
	parse(&o, argc, argv);
	o.rule.word = word(o.rule.style, WORD_AXIS);
	locate_open(&m.l, argv[optind], &o.rule);
	out_stdout(&m.out);
	draw(&m);
	out_close(&m.out);
	locate_close(&m.l);
	return RC_OK;
}
