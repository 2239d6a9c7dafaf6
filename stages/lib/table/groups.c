#include "groups.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "tsv.h"

uint32_t
groups_name(struct intern *names, const char *s, size_t len)
{
	struct buf b = {0};
	uint32_t id;

	if (len == 0)
		return intern_add(names, "NA", 2);
	counts_escape(&b, s, len);
	id = intern_add(names, b.s, b.len);
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
		g->of[k] = groups_name(&g->names, t.cell[col], t.size[col]);
	}
	tsv_close(&t);
}

/* Slices by group, in their order. */
static void
sort_slices(struct groups *g, const struct counts *c)
{
	uint32_t n = g->names.n;

	g->slice = mem_new(c->n_slice, sizeof(*g->slice));
	g->from = mem_new((size_t)n + 2, sizeof(*g->from));
	for (size_t i = 0; i < c->n_slice; i++)
		g->from[g->of[c->slice[i].part] + 2]++;
	for (uint32_t k = 0; k < n; k++)
		g->from[k + 2] += g->from[k + 1];
	for (size_t i = 0; i < c->n_slice; i++)
		g->slice[g->from[g->of[c->slice[i].part] + 1]++] = i;
}

static void
pool_by_table(
    struct groups *g, const struct counts *c, const char *path, const char *by)
{
	uint32_t n_lost = 0;

	memset(g->of, 0xFF, c->parts.n * sizeof(*g->of));
	read_table(g, c, path, by);
	for (uint32_t k = 0; k < c->parts.n; k++)
		if (g->of[k] == UINT32_MAX) {
			g->of[k] = groups_name(&g->names, "", 0);
			n_lost++;
		}
	if (n_lost > 0)
		note("parts without a row in %s: %" PRIu32
		     ", pooled in the group NA",
		    path, n_lost);
}

void
groups_open(
    struct groups *g, const struct counts *c, const char *path, const char *by)
{
	intern_open(&g->names);
	g->of = mem_new(c->parts.n, sizeof(*g->of));
	if (path == NULL)
		(void)intern_add(&g->names, "all", 3);
	else
		pool_by_table(g, c, path, by);
	sort_slices(g, c);
}

void
groups_open_parts(struct groups *g, const struct counts *c)
{
	intern_open(&g->names);
	g->of = mem_new(c->parts.n, sizeof(*g->of));
	for (uint32_t k = 0; k < c->parts.n; k++) {
		size_t len;
		const char *s = counts_name(&c->parts, k, &len);

		g->of[k] = intern_add(&g->names, s, len);
	}
	sort_slices(g, c);
}

/* Bytes of the speech's id in the name of a unit; 0 if it is none. */
static size_t
id_of_unit(const char *s, size_t len)
{
	size_t at = len;

	while (at > 0 && s[at - 1] >= '0' && s[at - 1] <= '9')
		at--;
	return at < len && at > 1 && s[at - 1] == COUNTS_UNIT ? at - 1 : 0;
}

void
groups_open_units(struct groups *g, const struct counts *c)
{
	intern_open(&g->names);
	g->of = mem_new(c->parts.n, sizeof(*g->of));
	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *x = &c->slice[i];
		size_t len;
		const char *s = counts_name(&c->parts, x->part, &len);
		size_t id = id_of_unit(s, len);
		uint64_t line;

		if (id == 0) {
			const char *file = counts_where(c, x->row, &line);

			die_data(file, line,
			    "the part '%.*s' is no unit of a speech, as a#1: "
			    "count with themes -U",
			    (int)len, s);
		}
		g->of[x->part] = intern_add(&g->names, s, id);
	}
	sort_slices(g, c);
}

void
groups_close(struct groups *g)
{
	intern_free(&g->names);
	free(g->of);
	free(g->slice);
	free(g->from);
	*g = (struct groups){0};
}
