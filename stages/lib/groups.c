#include "groups.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "mem.h"
#include "tsv.h"

static uint32_t
add_group(struct groups *g, const char *s, size_t len)
{
	struct buf b = {0};
	uint32_t id;

	if (len == 0)
		return intern_add(&g->names, "NA", 2);
	counts_escape(&b, s, len);
	id = intern_add(&g->names, b.s, b.len);
	buf_free(&b);
	return id;
}

static void
read_table(
    struct groups *g, const struct counts *c, const char *path, const char *by)
{
	struct tsv t;
	size_t id;
	size_t col;

	tsv_open(&t, path);
	id = tsv_column(&t, tsv_has(&t, "part") >= 0 ? "part" : "id");
	col = tsv_column(&t, by);
	while (tsv_next(&t)) {
		uint32_t k = counts_find(&c->parts, t.cell[id]);

		if (k == UINT32_MAX)
			continue;
		if (g->of[k] != UINT32_MAX)
			die_data(t.in.name, t.in.line, "'%s' is given twice",
			    t.cell[id]);
		g->of[k] = add_group(g, t.cell[col], t.size[col]);
	}
	tsv_close(&t);
}

void
groups_open(
    struct groups *g, const struct counts *c, const char *path, const char *by)
{
	uint32_t n_lost = 0;

	intern_open(&g->names);
	g->of = mem_new(c->parts.n, sizeof(*g->of));
	if (path == NULL) {
		(void)intern_add(&g->names, "all", 3);
		return;
	}
	memset(g->of, 0xFF, c->parts.n * sizeof(*g->of));
	read_table(g, c, path, by);
	for (uint32_t k = 0; k < c->parts.n; k++)
		if (g->of[k] == UINT32_MAX) {
			g->of[k] = add_group(g, "", 0);
			n_lost++;
		}
	if (n_lost > 0)
		note("parts without a row in %s: %" PRIu32
		     ", pooled in the group NA",
		    path, n_lost);
}

void
groups_close(struct groups *g)
{
	intern_free(&g->names);
	free(g->of);
	*g = (struct groups){0};
}
