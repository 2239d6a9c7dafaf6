#include "draw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cloud.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "show/common/chart_rows.h"

enum {
	CLOUD_WORDS = 100,
	NETWORK_EDGES = 1000 /* more are a ball of wool */
};

/* ---- rows ---- */

static void
draw_rows(struct out *o, const struct opts *p, bool dots)
{
	struct chart_rule rule = {.group = p->group, .rows = p->rows};
	struct chart chart = {.style = p->plot.style, .places = p->plot.places};
	struct grid grid;
	size_t value;
	size_t n_none = 0;

	if (p->columns != NULL)
		chart_columns(&rule, p->columns);
	grid_read(&grid, p->file);
	chart_read(&chart, &grid, &rule, &value);
	for (size_t i = 0; i < chart.n; i++)
		n_none += isnan(chart.row[i].value) != 0;
	note_count(n_none, "row without a value", "rows without a value");
	(dots ? dots_draw : bars_draw)(o, &p->plot, &chart, grid.name[value]);
	chart_free(&chart);
	grid_free(&grid);
}

static void
draw_bars(struct out *o, const struct opts *p)
{
	draw_rows(o, p, false);
}

static void
draw_dots(struct out *o, const struct opts *p)
{
	draw_rows(o, p, true);
}

/* ---- planes ---- */

static void
draw_map(struct out *o, const struct opts *p)
{
	struct picture pic = p->picture;

	pic.free = p->plot.uneven;
	pic.rule.group = p->group;
	map_draw(o, &p->plot, p->file, &pic);
}

/* The breaks of the series in a table that has a column named as theirs. */
static size_t
read_breaks(const struct opts *p, const struct series *s, const struct grid *g,
    struct lines_break *to)
{
	size_t by = p->group != NULL ? grid_column(g, p->group) : SIZE_MAX;
	size_t at = grid_column(g, "break");
	size_t n = 0;

	for (size_t i = 0; i < g->n_row && n < SERIES_MOST; i++) {
		const char *name = by != SIZE_MAX ? grid_cell(g, i, by) : "";
		uint32_t k = intern_find(&s->names, name, strlen(name));

		if (k != UINT32_MAX && strcmp(grid_cell(g, i, at), "NA") != 0)
			to[n++] = (struct lines_break){grid_cell(g, i, at), k};
	}
	return n;
}

static void
draw_lines(struct out *o, const struct opts *p)
{
	struct lines_break brk[DRAW_BREAKS + SERIES_MOST];
	struct lines_rule rule = {.brk = brk};
	struct plot plot = p->plot;
	struct grid grid;
	struct grid other = {0};
	struct series s;

	grid_read(&grid, p->file);
	series_read(&s, &grid, p->columns, p->group);
	note_count(s.n_none, "row without a value", "rows without a value");
	if (p->other != NULL) {
		grid_read(&other, p->other);
		rule.n_break = read_breaks(p, &s, &other, brk);
	}
	for (size_t i = 0; i < p->n_break; i++)
		brk[rule.n_break++] = (struct lines_break){p->brk[i], SIZE_MAX};
	plot.names = true;
	lines_draw(o, &plot, &rule, &s);
	series_free(&s);
	grid_free(&grid);
	if (p->other != NULL)
		grid_free(&other);
}

static void
draw_curve(struct out *o, const struct opts *p)
{
	struct parts parts = {0};
	struct lines_rule rule = {.curve = true,
	    .log = {p->log[FRAME_X], p->log[FRAME_Y]},
	    .parts = &parts};
	struct grid grid;
	struct series s;

	grid_read(&grid, p->file);
	series_read(&s, &grid, p->columns, p->group);
	note_count(s.n_none, "row without a value", "rows without a value");
	if (p->other != NULL)
		parts_read(&parts, p->other);
	lines_draw(o, &p->plot, &rule, &s);
	series_free(&s);
	parts_free(&parts);
	grid_free(&grid);
}

static void
draw_tree(struct out *o, const struct opts *p)
{
	struct dendrogram t;

	if (p->least > 1)
		die_usage("option -t: a support is 0 to 1");
	dendrogram_read(
	    &t, p->file, p->least < 0 ? DENDROGRAM_HOLDS : p->least);
	tree_draw(o, &p->plot, &t);
	dendrogram_tell(&t);
	dendrogram_free(&t);
}

/* The columns that -c names, n of them, else those that are called so. */
static void
choose_columns(const struct opts *p, const struct grid *g,
    const char *const *name, size_t n, size_t *col)
{
	char *save = NULL;
	size_t k = 0;

	if (p->columns == NULL) {
		for (; k < n; k++)
			col[k] = grid_column(g, name[k]);
		return;
	}
	for (char *s = strtok_r(p->columns, ",", &save); s != NULL;
	     s = strtok_r(NULL, ",", &save)) {
		if (k < n)
			col[k] = grid_column(g, s);
		k++;
	}
	if (k != n)
		die_usage("option -c: columns: %zu, not %zu", n, k);
}

static void
draw_network(struct out *o, const struct opts *p)
{
	static const char *const name[] = {"source", "target", "weight"};
	struct network_rule rule = {.least = p->least,
	    .most = p->rows < NETWORK_EDGES ? (size_t)p->rows : NETWORK_EDGES};
	struct grid grid;
	struct grid other = {0};

	grid_read(&grid, p->file);
	choose_columns(p, &grid, name, 3, rule.col);
	if (p->other != NULL) {
		grid_read(&other, p->other);
		rule.groups = &other;
	}
	network_draw(o, &p->plot, &rule, &grid);
	grid_free(&grid);
	if (p->other != NULL)
		grid_free(&other);
}

/* The words with a value above 0, as many as -n says, the largest. */
static void
draw_cloud(struct out *o, const struct opts *p)
{
	struct chart_rule rule = {.rows = UINT64_MAX};
	struct chart chart = {.style = p->plot.style, .places = p->plot.places};
	struct cloud_word *word;
	struct grid grid;
	size_t n = 0;

	if (p->columns != NULL)
		chart_columns(&rule, p->columns);
	grid_read(&grid, p->file);
	chart_read(&chart, &grid, &rule, NULL);
	word = mem_new(chart.n, sizeof(*word));
	for (size_t i = 0; i < chart.n; i++)
		if (chart.row[i].value > 0)
			word[n++] = (struct cloud_word){.s = chart.row[i].label,
			    .value = chart.row[i].value};
	note_count(chart.n - n, "row without a value above 0",
	    "rows without a value above 0");
	cloud_draw(o, &p->plot, word, n,
	    p->rows == UINT64_MAX ? CLOUD_WORDS : (size_t)p->rows);
	free(word);
	chart_free(&chart);
	grid_free(&grid);
}

static void
draw_heat(struct out *o, const struct opts *p)
{
	static const char *const name[] = {"row", "column", "value"};
	size_t col[3];
	struct grid grid;

	grid_read(&grid, p->file);
	choose_columns(p, &grid, name, 3, col);
	heat_draw(o, &p->plot, &grid, col);
	grid_free(&grid);
}

static void
draw_strips(struct out *o, const struct opts *p)
{
	static const char *const name[] = {"position", "pattern"};
	struct parts parts = {0};
	size_t col[2];
	struct grid grid;

	grid_read(&grid, p->file);
	choose_columns(p, &grid, name, 2, col);
	if (p->other != NULL)
		parts_read(&parts, p->other);
	strips_draw(o, &p->plot, &grid, col, &parts);
	parts_free(&parts);
	grid_free(&grid);
}

const struct draw_kind *
draw_kind(const char *name)
{
	static const struct draw_kind kinds[] = {
	    {"bars", "cgnpX", draw_bars},
	    {"dots", "cgnpuX", draw_dots},
	    {"map", "gHkluxXyYz", draw_map},
	    {"lines", "BcdgHuXY", draw_lines},
	    {"tree", "tX", draw_tree},
	    {"network", "cdHnt", draw_network},
	    {"cloud", "cHnp", draw_cloud},
	    {"heat", "cpuX", draw_heat},
	    {"strips", "cdX", draw_strips},
	    {"curve", "cdgHLuXY", draw_curve},
	};
	const size_t n = sizeof(kinds) / sizeof(*kinds);
	struct buf b = {0};

	for (size_t i = 0; i < n; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	for (size_t i = 0; i < n; i++) {
		buf_str(&b, i > 0 ? ", " : "");
		buf_str(&b, kinds[i].name);
	}
	die_usage("'%s' is no kind of picture; there are: %s", name, b.s);
}
