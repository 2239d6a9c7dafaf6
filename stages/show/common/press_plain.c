#include <string.h>

#include "lib/text/utf.h"
#include "press.h"

enum {
	TEXT = 79,
	WIDTH = 80
};

static void
open_plain(struct press *p, struct out *o)
{
	p->out = o;
}

static void
close_plain(struct press *p)
{
	p->out = NULL;
}

/* The blank line above a block. */
static void
begin(struct press *p, enum sketch_kind kind)
{
	bool tight = (kind == SKETCH_LIST && p->above == SKETCH_LIST) ||
	    (kind == SKETCH_LINES && p->above == SKETCH_LINES) ||
	    (kind == SKETCH_GIVEN && p->above == SKETCH_TITLE) ||
	    (kind == SKETCH_KWIC && p->above == SKETCH_SUBHEADING);

	if (p->any && !tight)
		out_ch(p->out, '\n');
}

/* A text in lines of up to 79 columns, each behind an indent; a word that is
 * longer is cut. */
static void
put_paragraph(struct press *p, const char *indent, const char *text)
{
	size_t margin = utf_width(indent, strlen(indent));
	size_t used = 0; /* columns of the line under way */

	for (text += strspn(text, " \n"); *text != '\0';
	     text += strspn(text, " \n")) {
		size_t len = strcspn(text, " \n");
		size_t w = utf_width(text, len);

		if (margin + w > TEXT)
			len = utf_fit(text, len, TEXT - margin, &w);
		if (used > 0 && used + 1 + w > TEXT) {
			out_ch(p->out, '\n');
			used = 0;
		}
		out_str(p->out, used == 0 ? indent : " ");
		out_mem(p->out, text, len);
		used += w + (used == 0 ? margin : 1);
		text += len;
	}
	out_ch(p->out, '\n');
}

/* So many signs below a line that is so wide. */
static void
underline(struct press *p, const char *text, const char *sign)
{
	size_t w = utf_width(text, strlen(text));

	for (size_t i = 0; i < w && i < TEXT; i++)
		out_str(p->out, sign);
	out_ch(p->out, '\n');
}

static void
put_title(struct press *p, const char *text)
{
	put_paragraph(p, "", text);
	underline(p, text, "=");
}

static void
put_line(struct press *p, const char *text)
{
	out_str(p->out, text);
	out_ch(p->out, '\n');
}

/* On one line, with the blanks that a name may begin with, if it has room. */
static void
put_short(struct press *p, const char *text)
{
	if (utf_width(text, strlen(text)) <= WIDTH)
		put_line(p, text);
	else
		put_paragraph(p, "", text);
}

static void
put_heading(struct press *p, const char *text, enum sketch_kind kind)
{
	put_short(p, text);
	if (kind == SKETCH_HEADING)
		underline(p, text, "-");
}

static void
put_text(struct press *p, const char *text, enum sketch_kind kind)
{
	if (kind == SKETCH_LINES)
		put_line(p, text);
	else /* a quote is close to what it quotes */
		put_paragraph(p, kind == SKETCH_QUOTE ? "    " : "", text);
}

static void
put_facts(struct press *p, const struct press_fact *fact, size_t n)
{
	enum {
		APART = 2
	};
	size_t width = 0;

	for (size_t i = 0; i < n; i++) {
		size_t w = utf_width(fact[i].head, strlen(fact[i].head));

		width = w > width ? w : width;
	}
	for (size_t i = 0; i < n; i++) {
		size_t w = utf_width(fact[i].head, strlen(fact[i].head));

		out_str(p->out, fact[i].head);
		for (; w < width + APART; w++)
			out_ch(p->out, ' ');
		put_line(p, fact[i].text);
	}
}

static void
put_table(struct press *p, struct layout *l)
{
	layout_put(l, p->out, WIDTH);
}

static void
put_bars(struct press *p, struct chart *c, const char *value)
{
	(void)value;
	chart_put(c, p->out);
}

static void
put_kwic(struct press *p, const struct kwic_line *line, size_t n)
{
	kwic_put(p->out, line, n, WIDTH);
}

static void
put_map(struct press *p, const char *path, const struct picture *m)
{
	(void)picture_put(p->out, path, m);
}

static void
put_tree(struct press *p, struct dendrogram *t)
{
	dendrogram_put(p->out, t, WIDTH, p->style);
}

static void
put_outline(struct press *p, const char *lines)
{
	out_str(p->out, lines);
}

static void
put_foot(struct press *p, const char *text)
{
	out_ch(p->out, '\n');
	put_paragraph(p, "", text);
}

const struct press_ink press_plain = {
    .open = open_plain,
    .close = close_plain,
    .begin = begin,
    .title = put_title,
    .heading = put_heading,
    .text = put_text,
    .given = put_short,
    .facts = put_facts,
    .table = put_table,
    .bars = put_bars,
    .kwic = put_kwic,
    .map = put_map,
    .tree = put_tree,
    .outline = put_outline,
    .foot = put_foot,
};
