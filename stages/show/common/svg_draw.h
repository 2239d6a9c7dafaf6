/* svg_draw - what the text programs of the room draw, as pictures in SVG
 * (plot.1). */
#ifndef SVG_DRAW_H
#define SVG_DRAW_H

#include "frame.h"
#include "lib/base/out.h"
#include "show/common/chart.h"
#include "show/common/dendrogram.h"
#include "show/common/picture.h"

/* Bars, or points with the intervals of the chart; value: what is shown. */
void bars_draw(struct out *o, const struct plot *p, const struct chart *c,
    const char *value);
void dots_draw(struct out *o, const struct plot *p, const struct chart *c,
    const char *value);

/* Points of a table (NULL: standard input), as picture_put() has them in
 * text; ellipses of factors(1) where the plane is that of axes 1 and 2. */
void map_draw(struct out *o, const struct plot *p, const char *path,
    const struct picture *pic);

void tree_draw(struct out *o, const struct plot *p, const struct dendrogram *t);

#endif
