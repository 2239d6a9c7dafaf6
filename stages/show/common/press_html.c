#include <stdlib.h>
#include <string.h>

#include "layout_cut.h"
#include "lib/base/mem.h"
#include "lib/text/utf.h"
#include "press.h"

static const char style[] =
    "body{margin:0 auto;padding:1em;max-width:48em;color:#222;"
    "background:#fff;font:1em/1.5 Georgia,'Times New Roman',serif;"
    "overflow-wrap:break-word}\n"
    "footer{margin-top:2em;border-top:1px solid #ccc;font-size:.8em;"
    "color:#555}\n"
    "h1,h2,h3,table,pre,dt,nav,footer{font-family:Helvetica,Arial,"
    "'Liberation Sans',sans-serif}\n"
    "h1{font-size:1.5em;line-height:1.25}\n"
    "h2{font-size:1.15em;margin:2em 0 .5em}\n"
    "h3{font-size:1em;margin:1.5em 0 .3em}\n"
    "a{color:#004a80}\n"
    ".wide{overflow-x:auto}\n"
    "table{border-collapse:collapse;font-size:.85em}\n"
    "th,td{padding:.15em .8em .15em 0;text-align:left;vertical-align:top}\n"
    "th{border-bottom:1px solid #222}\n"
    ".w,dd{overflow-wrap:anywhere}.w{min-width:9em}\n"
    ".n{text-align:right;font-variant-numeric:tabular-nums}\n"
    ".l{text-align:right}\n"
    "pre{font:.8em/1.25 'DejaVu Sans Mono','Liberation Mono',Menlo,"
    "monospace;overflow-x:auto}\n"
    "blockquote{margin:.3em 0 .8em 2em}\n"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.1em 1em}\n"
    "dd,.given{margin:0}\n"
    "figure{margin:1em 0 .3em;break-inside:avoid}\n"
    ".note{font-size:.85em;line-height:1.4;color:#444;margin-top:.3em}\n"
    ".aside{float:right;width:49%;margin:0 0 1em 1em}\n"
    "h2{clear:both}pre+pre{margin-top:-.8em}\n"
    ".half{display:inline-block;width:49%;margin:.5em 0;"
    "vertical-align:top}\n"
    "figure>svg{max-width:100%;height:auto}\n"
    "@media screen and (max-width:40em){figure{overflow-x:auto}"
    "figure:not([class])>svg{min-width:32rem}"
    ".half,.aside{float:none;width:auto;margin:1em 0}}\n"
    "@media print{body{max-width:none;padding:0;font-size:10pt}"
    "nav{display:none}h2,h3{break-after:avoid}tr{break-inside:avoid}}\n";

static void
put_str(struct out *o, const char *s)
{
	utf_put_xml(o, s, strlen(s));
}

static void
put_element(struct press *p, const char *name, const char *text)
{
	out_fmt(p->out, "<%s>", name);
	put_str(p->out, text);
	out_fmt(p->out, "</%s>\n", name);
}

/* ---- the whole ---- */

/* The head has the title, which comes later: the body waits in memory. */
static void
open_html(struct press *p, struct out *o)
{
	out_memory(&p->body);
	p->out = &p->body;
	p->whole = o;
}

static void
put_head(struct press *p, struct out *o)
{
	const char *lang = labels_find(&p->labels, "style");

	out_str(o, "<!DOCTYPE html>\n<html");
	if (lang != NULL && p->style != FIGURE_PLAIN) {
		out_str(o, " lang=\"");
		put_str(o, lang);
		out_ch(o, '"');
	}
	out_str(o,
	    ">\n<head>\n"
	    "<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width\">\n"
	    "<title>");
	put_str(o, p->title != NULL ? p->title : "");
	out_str(o, "</title>\n<style>\n");
	out_str(o, style);
	out_str(o, "</style>\n</head>\n<body>\n");
}

/* A link above the page, where the caller has named what it leads to. */
static void
put_way(struct press *p, struct out *o, const char *value, const char *text)
{
	const char *to = press_find(p, value);

	if (to == NULL || *to == '\0' || text == NULL)
		return;
	out_str(o, "<nav><a href=\"");
	put_str(o, to);
	out_str(o, "\">");
	put_str(o, text);
	out_str(o, "</a></nav>\n");
}

static void
close_html(struct press *p)
{
	put_head(p, p->whole);
	put_way(p, p->whole, "HOME", labels_find(&p->labels, "home"));
	put_way(p, p->whole, "WALK", labels_find(&p->labels, "walk"));
	out_str(p->whole, "<main>\n");
	if (p->body.b.len > 0)
		out_mem(p->whole, p->body.b.s, p->body.b.len);
	out_str(p->whole, "</main>\n</body>\n</html>\n");
	buf_free(&p->body.b);
	free(p->title);
	p->title = NULL;
	p->out = NULL;
}

static void
begin(struct press *p, enum sketch_kind kind)
{
	(void)p;
	(void)kind;
}

/* ---- texts ---- */

static void
put_title(struct press *p, const char *text)
{
	if (p->title == NULL)
		p->title = mem_string(text);
	put_element(p, "h1", text);
}

static void
put_heading(struct press *p, const char *text, enum sketch_kind kind)
{
	put_element(p, kind == SKETCH_HEADING ? "h2" : "h3", text);
}

static bool
ends_with(const char *s, size_t len, const char *end)
{
	size_t n = strlen(end);

	return len > n && memcmp(s + len - n, end, n) == 0;
}

/* A page beside this one, or in a folder of it: no other scheme or host. */
static bool
is_page(const char *s, size_t len)
{
	if (*s == '/' ||
	    (!ends_with(s, len, ".txt") && !ends_with(s, len, ".html")))
		return false;
	for (size_t i = 0; i < len; i++)
		if (strchr(":\\?#&", s[i]) != NULL)
			return false;
	return true;
}

/* To a page, which is called by its name without .txt or .html. */
static void
put_link(struct press *p, const char *name, size_t len)
{
	out_str(p->out, "<a href=\"");
	utf_put_xml(p->out, name, len);
	out_str(p->out, ".html\">");
	utf_put_xml(p->out, name, len);
	out_str(p->out, ".html</a>");
}

/* Links to those of PAGES that begin so, a line each; the width of the last, or
 * 0 if there is none. */
static size_t
put_links(struct press *p, const char *name, size_t len)
{
	const char *s = press_find(p, "PAGES");
	size_t width = 0;

	while (s != NULL && *s != '\0') {
		size_t n = strcspn(s, " ");

		if (n >= len && memcmp(s, name, len) == 0) {
			if (width > 0)
				out_ch(p->out, '\n');
			put_link(p, s, n);
			width = utf_width(s, n) + strlen(".html");
		}
		s += n + strspn(s + n, " ");
	}
	return width;
}

/* A line that begins with the name of a page, or with that of several, leads
 * there; what stands behind it stays in its column. */
static void
put_file(struct press *p, const char *line, size_t len)
{
	size_t from = strspn(line, " ");
	size_t to = from + strcspn(line + from, " \n");
	size_t star = from + strcspn(line + from, "* \n");
	size_t behind = to + strspn(line + to, " ");
	size_t width = 0;

	utf_put_xml(p->out, line, from);
	if (is_page(line + from, to - from)) {
		size_t name = to - from - (line[to - 1] == 't' ? 4 : 5);

		if (star < to && star > from)
			width = put_links(p, line + from, star - from);
		else if (star == to) {
			put_link(p, line + from, name);
			width = utf_width(line + from, name) + strlen(".html");
		}
	}
	if (width == 0)
		utf_put_xml(p->out, line + from, len - from);
	else if (behind < len) {
		size_t place = utf_width(line + from, behind - from);

		out_fmt(p->out, "%*s",
		    (int)(place > width + 1 ? place - width : 2), "");
		utf_put_xml(p->out, line + behind, len - behind);
	}
	out_ch(p->out, '\n');
}

static void
put_lines(struct press *p, const char *text)
{
	out_str(p->out, "<pre>\n");
	while (*text != '\0') {
		size_t len = strcspn(text, "\n");

		put_file(p, text, len);
		text += len + (text[len] == '\n');
	}
	out_str(p->out, "</pre>\n");
}

static void
put_class(struct press *p, const char *name, const char *text)
{
	out_fmt(p->out, "<p class=\"%s\">", name);
	put_str(p->out, text);
	out_str(p->out, "</p>\n");
}

static void
put_text(struct press *p, const char *text, enum sketch_kind kind)
{
	if (kind == SKETCH_LINES)
		put_lines(p, text);
	else if (kind == SKETCH_NOTE)
		put_class(p, "note", text);
	else
		put_element(p, kind == SKETCH_QUOTE ? "blockquote" : "p", text);
}

static void
put_given(struct press *p, const char *text)
{
	put_class(p, "given", text);
}

static void
put_facts(struct press *p, const struct press_fact *fact, size_t n)
{
	out_str(p->out, "<dl>\n");
	for (size_t i = 0; i < n; i++) {
		put_element(p, "dt", fact[i].head);
		put_element(p, "dd", fact[i].text);
	}
	out_str(p->out, "</dl>\n");
}

/* ---- rows ---- */

static void
put_cell(struct press *p, const char *name, bool figures, const char *text)
{
	const char *class = layout_long(text) ? " class=\"w\"" : "";

	out_fmt(p->out, "<%s%s>", name, figures ? " class=\"n\"" : class);
	put_str(p->out, text);
	out_fmt(p->out, "</%.2s>", name);
}

static void
put_table(struct press *p, struct layout *l)
{
	out_str(p->out, "<div class=\"wide\"><table>\n<thead><tr>");
	for (size_t k = 0; k < l->n_col; k++)
		put_cell(
		    p, "th scope=\"col\"", l->col[k].figures, l->col[k].head);
	out_str(p->out, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < l->n_cell; i += l->n_col) {
		out_str(p->out, "<tr>");
		for (size_t k = 0; k < l->n_col; k++)
			put_cell(p, "td", l->col[k].figures, l->cell[i + k]);
		out_str(p->out, "</tr>\n");
	}
	out_str(p->out, "</tbody>\n</table></div>\n");
}

static void
put_kwic(struct press *p, const struct kwic_line *line, size_t n)
{
	out_str(p->out, "<div class=\"wide\"><table>\n<tbody>\n");
	for (size_t i = 0; i < n; i++) {
		out_str(p->out, "<tr><td class=\"l\">");
		put_str(p->out, line[i].left);
		out_str(p->out, "</td><td><b>");
		put_str(p->out, line[i].node);
		out_str(p->out, "</b></td><td>");
		put_str(p->out, line[i].right);
		out_str(p->out, "</td></tr>\n");
	}
	out_str(p->out, "</tbody>\n</table></div>\n");
}

/* ---- pictures ---- */

static void
put_bars(struct press *p, struct chart *c, const char *value)
{
	out_str(p->out, "<figure>\n");
	press_draw_bars(p, c, value);
	out_str(p->out, "</figure>\n");
}

static void
put_map(struct press *p, const char *path, const struct picture *m)
{
	out_str(p->out, "<figure>\n");
	press_draw_map(p, path, m);
	out_str(p->out, "</figure>\n");
}

static void
put_tree(struct press *p, struct dendrogram *t)
{
	out_str(p->out, "<figure>\n");
	press_draw_tree(p, t);
	out_str(p->out, "</figure>\n");
}

static void
put_outline(struct press *p, const char *lines)
{
	out_str(p->out, "<pre>\n");
	put_str(p->out, lines);
	out_str(p->out, "</pre>\n");
}

static void
put_plot(struct press *p, const struct press_plot *x)
{
	const char *class = x->b->narrow ? " class=\"half\"" : "";

	if (x->b->aside)
		class = " class=\"aside\"";
	out_fmt(p->out, "<figure%s>\n", class);
	press_draw_plot(p, x);
	out_str(p->out, "</figure>\n");
}

static void
put_foot(struct press *p, const char *text)
{
	out_str(p->out, "<footer>");
	put_str(p->out, text);
	out_str(p->out, "</footer>\n");
}

const struct press_ink press_html = {
    .open = open_html,
    .close = close_html,
    .begin = begin,
    .title = put_title,
    .heading = put_heading,
    .text = put_text,
    .given = put_given,
    .facts = put_facts,
    .table = put_table,
    .bars = put_bars,
    .kwic = put_kwic,
    .map = put_map,
    .tree = put_tree,
    .outline = put_outline,
    .foot = put_foot,
    .plot = put_plot,
};
