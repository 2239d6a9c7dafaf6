/* press_ink - how the blocks of a page are written: as text of 80 columns, or
 * as HTML.  What stands in a block is the press's business (press.h), how it
 * looks is the ink's. */
#ifndef PRESS_INK_H
#define PRESS_INK_H

#include <stddef.h>

#include "lib/base/out.h"
#include "show/common/chart.h"
#include "show/common/dendrogram.h"
#include "show/common/kwic.h"
#include "show/common/layout.h"
#include "show/common/picture.h"
#include "show/common/sketch.h"
#include "show/common/svg_draw.h"

struct press;

struct press_fact {
	const char *head;
	char *text;
};

/* A picture that has no text form. */
struct press_plot {
	const struct sketch_block *b;
	struct plot plot; /* size, titles */
	struct grid grid; /* rows and columns as they are shown */
	char *beside;     /* path of a second table, or NULL */
	struct grid at;   /* breaks; all zero: none */
};

/* Before each block that is written, but a quote, comes begin(). */
struct press_ink {
	void (*open)(struct press *p, struct out *o);
	void (*close)(struct press *p);
	void (*begin)(struct press *p, enum sketch_kind kind);
	void (*title)(struct press *p, const char *text);
	/* SKETCH_HEADING, SKETCH_SUBHEADING */
	void (*heading)(struct press *p, const char *text, enum sketch_kind k);
	/* SKETCH_TEXT, SKETCH_LIST, SKETCH_LINES, SKETCH_QUOTE, SKETCH_NOTE */
	void (*text)(struct press *p, const char *text, enum sketch_kind k);
	void (*given)(struct press *p, const char *text);
	void (*facts)(struct press *p, const struct press_fact *fact, size_t n);
	void (*table)(struct press *p, struct layout *l);
	/* value: what the bars show */
	void (*bars)(struct press *p, struct chart *c, const char *value);
	void (*kwic)(struct press *p, const struct kwic_line *line, size_t n);
	void (*map)(struct press *p, const char *path, const struct picture *m);
	void (*tree)(struct press *p, struct dendrogram *t);
	void (*outline)(struct press *p, const char *lines);
	/* or NULL: it has none */
	void (*foot)(struct press *p, const char *text);
	/* NULL: it has no such pictures */
	void (*plot)(struct press *p, const struct press_plot *x);
};

/* Pictures in SVG, for inks that have them (press_svg.c). */
void press_draw_bars(struct press *p, struct chart *c, const char *value);
void press_draw_map(struct press *p, const char *path, const struct picture *m);
void press_draw_tree(struct press *p, struct dendrogram *t);
void press_draw_plot(struct press *p, const struct press_plot *x);

extern const struct press_ink press_plain;
extern const struct press_ink press_html;
extern const struct press_ink press_svg; /* the first picture alone */

#endif
