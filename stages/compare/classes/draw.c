#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/text/utf.h"
#include "reinert.h"

enum {
	WIDTH = 80, /* columns */
	FORMS = 30, /* of a class, at most */
};

struct drawing {
	const struct reinert *r;
	const struct tree *t;
	const uint32_t *class_of;
	uint64_t *size; /* by node: segments of the classes at and below it */
	struct out *o;
	struct buf line;
};

/* n of all in per cent, one decimal, halves up. */
static void
add_share(struct buf *b, uint64_t n, uint64_t all)
{
	uint64_t tenths = (2000 * n + all) / (2 * all);

	buf_str(b, " (");
	buf_u64(b, tenths / 10);
	buf_str(b, ".");
	buf_u64(b, tenths % 10);
	buf_str(b, " %)");
}

/* The strongest forms of a class, as far as the line has room. */
static void
add_forms(struct drawing *d, uint32_t class)
{
	const struct profile *p = &d->r->forms;
	size_t used = utf_width(d->line.s, d->line.len);

	for (uint32_t i = 0; i < p->n_item && i < FORMS; i++) {
		const struct mark *m = profile_rank(p, class, i);
		size_t len;
		const char *s =
		    intern_s(&d->r->text.t.types, d->r->form[m->item], &len);

		used += utf_width(s, len) + 2;
		if (!(m->chi2 > 0) || used > WIDTH)
			break;
		buf_str(&d->line, i > 0 ? ", " : "  ");
		buf_mem(&d->line, s, len);
	}
}

static void
put_line(struct drawing *d)
{
	out_mem(d->o, d->line.s, d->line.len);
	out_ch(d->o, '\n');
}

/* lead: what stands before the node's own branch in its lines; it is as before
 * in the end. */
static void
draw(struct drawing *d, uint32_t id, struct buf *lead, const char *branch)
{
	const struct node *x = &d->t->node[id];
	uint32_t class = d->class_of[id];

	/* nodes with nothing on one side are passed over */
	while (class == 0 && x->child > 0 &&
	    (d->size[x->child] == 0 || d->size[x->child + 1] == 0)) {
		id = d->size[x->child] > 0 ? x->child : x->child + 1;
		x = &d->t->node[id];
		class = d->class_of[id];
	}
	d->line.len = 0;
	buf_mem(&d->line, lead->s, lead->len);
	buf_str(&d->line, branch);
	buf_u64(&d->line, d->size[id]);
	if (class > 0) {
		add_share(&d->line, d->size[id], d->r->forms.n);
		buf_str(&d->line, "  class ");
		buf_u64(&d->line, class);
		add_forms(d, class);
	}
	put_line(d);
	if (class == 0 && x->child > 0) {
		size_t len = lead->len;

		if (*branch != '\0')
			buf_str(lead,
			    strcmp(branch, "├── ") == 0 ? "│   " : "    ");
		draw(d, x->child, lead, "├── ");
		draw(d, x->child + 1, lead, "└── ");
		lead->len = len;
	}
}

static void
sum_sizes(struct drawing *d, const struct classes *c)
{
	for (uint32_t i = d->t->n; i-- > 0;) {
		if (d->class_of[i] > 0)
			d->size[i] = c->size[d->class_of[i]];
		if (i > 0)
			d->size[d->t->node[i].parent] += d->size[i];
	}
}

void
put_drawing(const struct reinert *r, struct out *o)
{
	const struct classes *c = &r->classes;

	for (unsigned k = 0; k < c->n_tree && c->n > 0; k++) {
		struct drawing d = {.r = r,
		    .t = &c->tree[k],
		    .class_of = c->class_of[k],
		    .o = o};
		struct buf lead = {0};

		d.size = mem_new(d.t->n, sizeof(*d.size));
		buf_mem(&lead, "", 0);
		sum_sizes(&d, c);
		if (k > 0)
			out_ch(o, '\n');
		draw(&d, 0, &lead, "");
		free(d.size);
		buf_free(&d.line);
		buf_free(&lead);
	}
}
