#include "chart_rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/text/figure.h"

struct choice {
	const struct grid *g;
	const struct chart_rule *r;
	size_t col[CHART_COLUMNS];
	size_t group;
};

void
chart_columns(struct chart_rule *r, char *arg)
{
	char *save = NULL;

	r->n_name = 0;
	for (char *s = strtok_r(arg, ",", &save); s != NULL;
	     s = strtok_r(NULL, ",", &save)) {
		if (r->n_name == CHART_COLUMNS)
			die_usage("option -c: more than label,value,low,high");
		r->name[r->n_name++] = s;
	}
	if (r->n_name != 2 && r->n_name != CHART_COLUMNS)
		die_usage("option -c: label,value or label,value,low,high");
}

static double
number(const struct choice *c, size_t row, size_t col)
{
	const char *s = grid_cell(c->g, row, col);
	double v;

	if (*s == '\0' || strcmp(s, "NA") == 0)
		return (double)NAN;
	if (!figure_read(s, &v) || !isfinite(v))
		die_data(c->g->file, row + 2, "column %s: '%s' is not a number",
		    c->g->name[col], s);
	return v;
}

static void
guess_columns(struct choice *c)
{
	const struct grid *g = c->g;
	size_t label = 0;
	size_t value = g->n_col;

	while (label < g->n_col &&
	    (grid_is_figures(g, label) || (c->r->group && label == c->group)))
		label++;
	if (label == g->n_col)
		label = 0;
	for (size_t i = 0; i < g->n_col; i++)
		if (i != label && (g->n_row == 0 || grid_is_figures(g, i)))
			value = i;
	if (value == g->n_col)
		die_data(g->file, 1,
		    "no column of numbers beside the labels; name them: -c "
		    "label,value");
	c->col[CHART_LABEL] = label;
	c->col[CHART_VALUE] = value;
}

static void
choose_columns(struct choice *c)
{
	if (c->r->group != NULL)
		c->group = grid_column(c->g, c->r->group);
	if (c->r->n_name == 0)
		guess_columns(c);
	for (size_t i = 0; i < c->r->n_name; i++)
		c->col[i] = grid_column(c->g, c->r->name[i]);
}

static bool
opens_group(const struct choice *c, size_t row)
{
	return c->r->group != NULL &&
	    (row == 0 ||
		strcmp(grid_cell(c->g, row, c->group),
		    grid_cell(c->g, row - 1, c->group)) != 0);
}

void
chart_read(struct chart *chart, const struct grid *g,
    const struct chart_rule *r, size_t *value)
{
	struct choice c = {.g = g, .r = r};
	uint64_t n = 0;

	choose_columns(&c);
	chart->interval = r->n_name == CHART_COLUMNS;
	for (size_t i = 0; i < g->n_row; i++) {
		struct chart_row row = {
		    .label = grid_cell(g, i, c.col[CHART_LABEL]),
		    .value = number(&c, i, c.col[CHART_VALUE]),
		    .low = (double)NAN,
		    .high = (double)NAN};
		bool opens = opens_group(&c, i);

		if (chart->interval) {
			row.low = number(&c, i, c.col[CHART_LOW]);
			row.high = number(&c, i, c.col[CHART_HIGH]);
		}
		n = opens ? 1 : n + 1;
		if (n > r->rows)
			continue;
		if (opens)
			row.group = grid_cell(g, i, c.group);
		chart_add(chart, &row, grid_cell(g, i, c.col[CHART_VALUE]));
	}
	if (value != NULL)
		*value = c.col[CHART_VALUE];
}
