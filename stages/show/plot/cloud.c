/* cloud - words in letters whose area grows with their value */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cloud.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "show/common/font.h"

enum {
	LARGEST = 60, /* points */
	TURN = 48,    /* places that are tried a turn */
};

static const double shrink = 0.94; /* until all have a place */
static const double pad = 2;       /* around a word */
static const double apart = 1.6;   /* from one turn of the spiral to the next */

struct cloud {
	const struct plot *p;
	const struct cloud_word *word; /* by falling value */
	size_t n;
	struct svg_box *box;
	struct svg_box in;
	double turn[TURN][2];
};

static int
by_value(const void *a, const void *b)
{
	const struct cloud_word *x = a;
	const struct cloud_word *y = b;

	if (x->value != y->value)
		return x->value > y->value ? -1 : 1;
	return strcmp(x->s, y->s);
}

static double
size_of(const struct cloud *c, size_t i, double largest)
{
	return largest * sqrt(c->word[i].value / c->word[0].value);
}

/* Is a box free of the first n words, and inside? */
static bool
is_free(const struct cloud *c, size_t n, const struct svg_box *b)
{
	if (b->x < c->in.x || b->y < c->in.y ||
	    b->x + b->w > c->in.x + c->in.w || b->y + b->h > c->in.y + c->in.h)
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct svg_box *o = &c->box[i];

		if (b->x < o->x + o->w + pad && o->x < b->x + b->w + pad &&
		    b->y < o->y + o->h && o->y < b->y + b->h)
			return false;
	}
	return true;
}

/* The first place on a spiral from the middle, as wide as the picture is. */
static bool
place(struct cloud *c, size_t i, double size)
{
	const double ratio = c->in.h / c->in.w;
	const struct svg_at mid = {
	    c->in.x + c->in.w / 2, c->in.y + c->in.h / 2};
	struct svg_box b = {0, 0, font_of(c->word[i].s) * size,
	    size * (FONT_ASCENT + FONT_DESCENT)};

	for (size_t k = 0;; k++) {
		double r = (double)k * apart / TURN;

		if (r > c->in.w / 2)
			return false;
		b.x = mid.x + r * c->turn[k % TURN][0] - b.w / 2;
		b.y = mid.y + r * ratio * c->turn[k % TURN][1] - b.h / 2;
		if (is_free(c, i, &b))
			break;
	}
	c->box[i] = b;
	return true;
}

/* How many words are large enough to be read. */
static size_t
n_large(const struct cloud *c, double largest)
{
	size_t n = 0;

	while (n < c->n && size_of(c, n, largest) >= SVG_SMALL)
		n++;
	return n;
}

/* The largest letters with which all words have a place. */
static double
fit(struct cloud *c, size_t *n)
{
	double largest = LARGEST;
	size_t i;

	for (;;) {
		*n = n_large(c, largest);
		for (i = 0; i < *n; i++)
			if (!place(c, i, size_of(c, i, largest)))
				break;
		if (i == *n)
			return largest;
		largest *= shrink;
	}
}

static void
put_words(struct cloud *c, struct svg *v, size_t n, double largest)
{
	for (size_t i = 0; i < n; i++) {
		double size = floor(size_of(c, i, largest) * 100) / 100;
		const struct svg_font font = {
		    .size = size, .fill = "#004C78", .anchor = SVG_MIDDLE};

		svg_text(v,
		    (struct svg_at){c->box[i].x + c->box[i].w / 2,
			c->box[i].y + size * FONT_ASCENT},
		    &font, c->word[i].s);
	}
}

static void
describe(const struct cloud *c, size_t n, struct buf *to)
{
	frame_say(to, c->p, "Words", "");
	buf_u64(to, n);
	buf_str(to, ". ");
	buf_str(to,
	    frame_word(c->p,
		"The area of the letters grows with the value; long words "
		"look larger; places tell nothing"));
	buf_str(to, ". ");
	frame_say(to, c->p, "Most", c->word[0].s);
	buf_str(to, " ");
	frame_figure(c->p, c->word[0].value, to);
	buf_str(to, ". ");
	frame_say(to, c->p, "Least", c->word[n - 1].s);
	buf_str(to, " ");
	frame_figure(c->p, c->word[n - 1].value, to);
	buf_str(to, ".");
}

static void
draw(struct cloud *c, struct out *o)
{
	double top = frame_head(c->p);
	double height =
	    c->p->height > 0 ? c->p->height : round(c->p->width * 0.6);
	struct frame f;
	struct buf desc = {0};
	size_t n;
	double largest;

	for (size_t k = 0; k < TURN; k++) {
		double angle = (double)k * 2 * acos(-1) / TURN;

		/* the last digits are not the same everywhere */
		c->turn[k][0] = round(cos(angle) * 1e6) / 1e6;
		c->turn[k][1] = round(sin(angle) * 1e6) / 1e6;
	}
	c->in =
	    (struct svg_box){FRAME_MARGIN, top, c->p->width - 2 * FRAME_MARGIN,
		fmax(height - top - FRAME_MARGIN, 40)};
	c->box = mem_new(c->n, sizeof(*c->box));
	largest = fit(c, &n);
	note_count(c->n - n, "word too small to be read, left out",
	    "words too small to be read, left out");
	if (n == 0) {
		frame_none(o, c->p, frame_word(c->p, "Words"));
		free(c->box);
		return;
	}
	describe(c, n, &desc);
	frame_open(&f, o, c->p, c->in.y + c->in.h + FRAME_MARGIN,
	    (const char *[]){frame_word(c->p, "Words"), desc.s});
	put_words(c, &f.v, n, largest);
	frame_close(&f);
	buf_free(&desc);
	free(c->box);
}

void
cloud_draw(struct out *o, const struct plot *p, struct cloud_word *word,
    size_t n, size_t most)
{
	struct cloud c = {.p = p, .word = word, .n = n < most ? n : most};

	if (n > 0) {
		qsort(word, n, sizeof(*word), by_value);
		draw(&c, o);
	} else
		frame_none(o, p, frame_word(p, "Words"));
}
