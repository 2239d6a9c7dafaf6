#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "dendrogram.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"

static const struct dendrogram_merge *
merge_of(const struct dendrogram *t, uint32_t node)
{
	return &t->m[node - t->n];
}

static uint32_t
items_of(const struct dendrogram *t, uint32_t node)
{
	return node < t->n ? 1 : merge_of(t, node)->size;
}

bool
dendrogram_holds(const struct dendrogram *t, uint32_t node)
{
	return node < t->n || !(merge_of(t, node)->support < t->least);
}

/* Of a node whose parent is done. */
static void
set_place(struct dendrogram_layout *l, const struct dendrogram *t,
    uint32_t node, uint32_t parent)
{
	const struct dendrogram_merge *top = merge_of(t, l->n_node - 1);
	const struct dendrogram_merge *up = merge_of(t, parent);
	double length = up->left == node ? up->left_length : up->right_length;
	double height = node < t->n ? 0 : merge_of(t, node)->height;

	if (!dendrogram_holds(t, node))
		l->place[node] = l->place[parent];
	else if (isnan(top->height))
		l->place[node] = l->place[parent] + fmax(length, 0);
	else
		l->place[node] = top->height - height;
	l->span = fmax(l->span, l->place[node]);
}

/* Children have lower numbers than their parents. */
void
dendrogram_lay(struct dendrogram_layout *l, const struct dendrogram *t)
{
	const uint32_t n = t->n;

	*l = (struct dendrogram_layout){.n_node = 2 * n - 1};
	l->place = mem_new(l->n_node, sizeof(*l->place));
	l->first = mem_new(l->n_node, sizeof(*l->first));
	l->item = mem_new(n, sizeof(*l->item));
	for (uint32_t k = l->n_node; k-- > n;) {
		const struct dendrogram_merge *m = merge_of(t, k);

		l->first[m->left] = l->first[k];
		l->first[m->right] = l->first[k] + items_of(t, m->left);
		set_place(l, t, m->left, k);
		set_place(l, t, m->right, k);
	}
	for (uint32_t k = 0; k < n; k++)
		l->item[l->first[k]] = k;
}

void
dendrogram_lay_free(struct dendrogram_layout *l)
{
	free(l->place);
	free(l->first);
	free(l->item);
}

void
dendrogram_tell(const struct dendrogram *t)
{
	uint32_t n = 0;

	if (t->n < 2)
		note("there is nothing to draw: fewer than two parts");
	for (uint32_t k = 0; k + 1 < t->n; k++)
		n += t->m[k].support < t->least;
	if (n > 0)
		note("groups with a support under %.6g, not drawn: %" PRIu32,
		    t->least, n);
}
