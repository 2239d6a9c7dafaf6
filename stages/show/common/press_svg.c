#include "press.h"
#include "show/common/svg_draw.h"

enum {
	POINTS = 480 /* width */
};

/* Of a page the first picture alone; of a page without one, as where chance
 * explains a map, a picture that says so. */

static void
open_svg(struct press *p, struct out *o)
{
	p->out = o;
	p->drawn = false;
}

static void
pass_block(struct press *p, enum sketch_kind kind)
{
	(void)p;
	(void)kind;
}

static void
pass_line(struct press *p, const char *text)
{
	(void)p;
	(void)text;
}

static void
pass_text(struct press *p, const char *text, enum sketch_kind kind)
{
	(void)p;
	(void)text;
	(void)kind;
}

static void
pass_facts(struct press *p, const struct press_fact *fact, size_t n)
{
	(void)p;
	(void)fact;
	(void)n;
}

static void
pass_table(struct press *p, struct layout *l)
{
	(void)p;
	(void)l;
}

static void
pass_kwic(struct press *p, const struct kwic_line *line, size_t n)
{
	(void)p;
	(void)line;
	(void)n;
}

/* Is it the first?  Then no other is. */
static bool
is_first(struct press *p)
{
	bool first = !p->drawn;

	p->drawn = true;
	return first;
}

static struct plot
picture_of(const struct press *p, int places)
{
	return (struct plot){
	    .width = POINTS, .style = p->style, .places = places};
}

void
press_draw_bars(struct press *p, struct chart *c, const char *value)
{
	struct plot picture = picture_of(p, c->places);

	if (c->interval)
		dots_draw(p->out, &picture, c, value);
	else
		bars_draw(p->out, &picture, c, value);
}

void
press_draw_map(struct press *p, const char *path, const struct picture *m)
{
	struct plot picture = picture_of(p, -1);

	map_draw(p->out, &picture, path, m);
}

void
press_draw_tree(struct press *p, struct dendrogram *t)
{
	struct plot picture = picture_of(p, -1);

	tree_draw(p->out, &picture, t);
}

static void
put_bars(struct press *p, struct chart *c, const char *value)
{
	if (is_first(p))
		press_draw_bars(p, c, value);
}

static void
put_map(struct press *p, const char *path, const struct picture *m)
{
	if (is_first(p))
		press_draw_map(p, path, m);
}

static void
put_tree(struct press *p, struct dendrogram *t)
{
	if (is_first(p))
		press_draw_tree(p, t);
}

static void
put_plot(struct press *p, const struct press_plot *x)
{
	if (is_first(p))
		press_draw_plot(p, x);
}

static void
close_svg(struct press *p)
{
	struct plot picture = picture_of(p, -1);
	const char *nothing = labels_find(&p->labels, "nothing");

	if (is_first(p))
		frame_none(p->out, &picture, nothing != NULL ? nothing : "");
	p->out = NULL;
}

const struct press_ink press_svg = {
    .open = open_svg,
    .close = close_svg,
    .begin = pass_block,
    .title = pass_line,
    .heading = pass_text,
    .text = pass_text,
    .given = pass_line,
    .facts = pass_facts,
    .table = pass_table,
    .bars = put_bars,
    .kwic = pass_kwic,
    .map = put_map,
    .tree = put_tree,
    .outline = pass_line,
    .plot = put_plot,
};
