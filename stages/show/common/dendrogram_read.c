#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dendrogram.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/tsv.h"

#define MOST 1e200 /* of a height, or a length */

/* A part by its name, a group by # and the step that made it. */
static uint32_t
read_node(struct dendrogram *t, const struct tsv *in, size_t col, uint32_t step)
{
	const char *s = in->cell[col];
	char *end;
	unsigned long k;

	if (*s != '#' || s[1] < '0' || s[1] > '9')
		return intern_add(&t->names, s, in->size[col]);
	k = strtoul(s + 1, &end, 10);
	if (*end != '\0')
		return intern_add(&t->names, s, in->size[col]);
	if (k == 0 || k >= step)
		die_data(in->in.name, in->in.line,
		    "column %s: there is no step %s before it", in->name[col],
		    s + 1);
	return UINT32_MAX - (uint32_t)k;
}

/* Groups get the numbers behind those of the items; each node but the last
 * goes into one other. */
static void
number_nodes(struct dendrogram *t, uint32_t steps, const char *file)
{
	unsigned char *used;

	t->n = t->names.n;
	if (steps > 0 && t->n != steps + 1)
		die_data(file, 0, "%u parts cannot be joined in %u steps", t->n,
		    steps);
	used = mem_new(2 * (size_t)steps + 1, 1);
	for (uint32_t i = 0; i < steps; i++) {
		uint32_t *node[2] = {&t->m[i].left, &t->m[i].right};

		t->m[i].size = 0;
		for (int k = 0; k < 2; k++) {
			if (*node[k] >= t->n)
				*node[k] = t->n + (UINT32_MAX - *node[k]) - 1;
			if (used[*node[k]]++)
				die_data(file, i + 2,
				    "a part or step is joined twice");
			t->m[i].size +=
			    *node[k] < t->n ? 1 : t->m[*node[k] - t->n].size;
		}
	}
	free(used);
}

/* A tree can be drawn if its nodes stand at heights that grow to the root, or
 * at none. */
static void
check_height(const struct dendrogram *t, const struct dendrogram_merge *m,
    const char *file)
{
	const uint32_t node[2] = {m->left, m->right};
	const uint64_t line = (uint64_t)(m - t->m) + 2;

	if (isnan(m->height) != isnan(t->m->height))
		die_data(
		    file, line, "column height: heights in some rows only");
	for (int k = 0; k < 2; k++) {
		double below = node[k] < t->n ? 0 : t->m[node[k] - t->n].height;

		if (m->height < below)
			die_data(file, line,
			    "column height: %g is below what is joined, %g",
			    m->height, below);
	}
	if (m->height > MOST || fabs(m->left_length) > MOST ||
	    fabs(m->right_length) > MOST)
		die_data(file, line, "a height or length over %g", MOST);
}

void
dendrogram_read(struct dendrogram *t, const char *path, double least)
{
	static const char *const names[] = {
	    "left", "right", "height", "left_length", "right_length"};
	struct tsv in;
	size_t col[5];
	int support;
	size_t cap = 0;
	uint32_t step = 0;
	char *file;

	*t = (struct dendrogram){.least = least};
	intern_open(&t->names);
	tsv_open(&in, path);
	for (size_t i = 0; i < 5; i++)
		col[i] = tsv_column(&in, names[i]);
	support = tsv_has(&in, "support");
	while (tsv_next(&in)) {
		t->m = mem_grow(t->m, &cap, step + 1, sizeof(*t->m));
		step++;
		t->m[step - 1] = (struct dendrogram_merge){
		    .left = read_node(t, &in, col[0], step),
		    .right = read_node(t, &in, col[1], step),
		    .height = tsv_real(&in, col[2]),
		    .left_length = tsv_real(&in, col[3]),
		    .right_length = tsv_real(&in, col[4]),
		    .support = support >= 0 ? tsv_real(&in, (size_t)support)
					    : (double)NAN};
	}
	file = mem_string(in.in.name);
	tsv_close(&in);
	number_nodes(t, step, file);
	for (uint32_t i = 0; i < step; i++)
		check_height(t, &t->m[i], file);
	free(file);
}

void
dendrogram_free(struct dendrogram *t)
{
	intern_free(&t->names);
	free(t->m);
}
