/* frame - what pictures have in common: size, titles, axes, legend. */
#ifndef FRAME_H
#define FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "axis.h"
#include "lib/base/out.h"
#include "lib/text/figure.h"
#include "svg.h"

enum {
	FRAME_X,
	FRAME_Y,
	FRAME_AXES
};

#define FRAME_MARGIN 6.0       /* of a picture, on all sides */
#define FRAME_CHANCE "#D9D9D9" /* the colour of what is by chance */
#define FRAME_LINE 10.0        /* from one base line to the next */

/* What all kinds are told; all zero but the width is good. */
struct plot {
	double width;  /* points */
	double height; /* 0: what the kind has */
	enum figure_style style;
	int places;                   /* of values; -1: as they are */
	bool uneven;                  /* as the kind takes it */
	bool names;                   /* figures of x are names: years */
	const char *title;            /* NULL: none is drawn */
	const char *axis[FRAME_AXES]; /* titles of axes, or NULL */
};

struct frame {
	const struct plot *p;
	struct svg v;
	double top;    /* below title and legend */
	double bottom; /* what is kept free below the axes */
	struct svg_box in;
	double inset; /* of the x axis, from the sides of the area */
	struct axis axis[FRAME_AXES];
	const char *const *name; /* of the values 0, 1, 2 ... of x, or NULL */
	size_t n_name;
	const double *place; /* values that have these names, if not 0, 1 ... */
};

/* An item of a legend: sign and dash of a series, and its colour. */
struct frame_item {
	const char *label;
	size_t series;
	size_t hue;
	bool area; /* grey, for what is by chance */
};

enum frame_key {
	FRAME_SIGNS = 1, /* what an item of the legend shows */
	FRAME_LINES = 2,
};

/* The word of the reader's language. */
const char *frame_word(const struct plot *p, const char *english);
/* Appends "word: s", the word that of the language. */
void frame_say(
    struct buf *to, const struct plot *p, const char *word, const char *s);
/* "From left to right: ... . Upwards: ... . ", and "word: " with the labels. */
void frame_say_axes(
    struct buf *to, const struct plot *p, const char *const title[FRAME_AXES]);
void frame_say_items(struct buf *to, const struct plot *p, const char *word,
    const struct frame_item *item, size_t n);
/* Points that the title needs at the top, with the margin. */
double frame_head(const struct plot *p);
/* Begins a picture.  what: its title for screen readers where it has no other
 * one; desc: the description. */
void frame_open(struct frame *f, struct out *o, const struct plot *p,
    double height, const char *const text[2]);
void frame_close(struct frame *f);
/* A picture that tells that there is nothing to show. */
void frame_none(struct out *o, const struct plot *p, const char *what);

/* The lines that a label has, one at least, and the label with their middle
 * on the base line at.y; what is longer is cut. */
size_t frame_lines(const char *s, double width);
void frame_label(struct frame *f, struct svg_at at, double width,
    enum svg_anchor anchor, const char *s);

/* Points that a legend needs, and the legend. */
double frame_legend_height(
    const struct plot *p, const struct frame_item *item, size_t n);
void frame_legend(
    struct frame *f, const struct frame_item *item, size_t n, unsigned key);

/* The figures of x, as far as none is over another. */
void frame_figures(struct frame *f, double y, const char *fill);
/* Draws axes that are laid, around f->in. */
void frame_put_axes(
    struct frame *f, const char *const title[FRAME_AXES], bool grid);
/* Lays axes that were opened into what is left below f->top: ticks, figures,
 * titles, grey lines of a grid. */
void frame_axes(struct frame *f, const char *const title[FRAME_AXES]);
struct svg_at frame_at(const struct frame *f, double x, double y);
/* The text of a figure, appended: up to six digits, or p->places decimals. */
void frame_figure(const struct plot *p, double v, struct buf *to);

#endif
