#include "series.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/text/date.h"
#include "lib/text/figure.h"

double
series_cell(const struct grid *g, size_t row, size_t col)
{
	const char *s = grid_cell(g, row, col);

	if (*s == '\0' || strcmp(s, "NA") == 0)
		return (double)NAN;
	if (!figure_is(s))
		die_data(g->file, row + 2, "column %s: '%s' is not a number",
		    g->name[col], s);
	if (!(fabs(strtod(s, NULL)) <= 1e300))
		die_data(g->file, row + 2,
		    "column %s: '%s' is too large to draw", g->name[col], s);
	return strtod(s, NULL);
}

/* ---- columns ---- */

static void
guess_columns(struct series *s)
{
	size_t i = s->g->n_col;

	s->n_col = 2;
	s->col[SERIES_X] = 0;
	while (i > 1 && !grid_is_figures(s->g, i - 1))
		i--;
	if (i < 2 && s->g->n_row > 0)
		die_data(s->g->file, 1,
		    "no column of numbers behind the first one; name them: -c "
		    "x,value");
	s->col[SERIES_VALUE] = i < 2 ? 0 : i - 1;
}

static void
choose_columns(struct series *s, char *columns)
{
	char *save = NULL;

	if (columns == NULL) {
		guess_columns(s);
		return;
	}
	for (char *c = strtok_r(columns, ",", &save); c != NULL;
	     c = strtok_r(NULL, ",", &save)) {
		if (s->n_col == SERIES_COLUMNS)
			die_usage(
			    "option -c: more than %d columns", SERIES_COLUMNS);
		s->col[s->n_col++] = grid_column(s->g, c);
	}
	if (s->n_col < 2 || s->n_col % 2 != 0)
		die_usage("option -c: x,value or x,value,low,high, and two "
			  "more for what chance gives");
}

/* ---- rows ---- */

/* Where dates are in time, in days; nothing where one text is none. */
static void
place_dates(struct series *s)
{
	struct date d;

	s->place = mem_new(s->texts.n, sizeof(*s->place));
	for (uint32_t i = 0; i < s->texts.n; i++) {
		if (!date_read(s->text[i], &d)) {
			free(s->place);
			s->place = NULL;
			return;
		}
		s->place[i] = (double)date_number(&d);
	}
}

static void
name_texts(struct series *s)
{
	uint32_t *rank;
	uint32_t *order;

	for (size_t i = 0; i < s->n; i++) {
		const char *x = grid_cell(s->g, i, s->col[SERIES_X]);

		s->point[i].v[SERIES_X] =
		    (double)intern_add(&s->texts, x, strlen(x));
	}
	intern_rank(&s->texts, &rank, &order);
	s->text = mem_new(s->texts.n, sizeof(*s->text));
	for (uint32_t i = 0; i < s->texts.n; i++) {
		size_t len;

		s->text[i] = intern_s(&s->texts, order[i], &len);
	}
	place_dates(s);
	for (size_t i = 0; i < s->n; i++) {
		uint32_t k = rank[(uint32_t)s->point[i].v[SERIES_X]];

		s->point[i].v[SERIES_X] = s->place != NULL ? s->place[k] : k;
	}
	s->whole = true;
	free(rank);
	free(order);
}

static void
read_x(struct series *s)
{
	if (!grid_is_figures(s->g, s->col[SERIES_X])) {
		name_texts(s);
		return;
	}
	s->whole = true;
	for (size_t i = 0; i < s->n; i++) {
		double x = series_cell(s->g, i, s->col[SERIES_X]);

		s->point[i].v[SERIES_X] = x;
		if (x != floor(x)) /* NAN too */
			s->whole = s->whole && isnan(x);
	}
}

static uint32_t
series_of(struct series *s, size_t row, size_t group)
{
	const char *name = group != SIZE_MAX ? grid_cell(s->g, row, group) : "";
	uint32_t k = intern_add(&s->names, name, strlen(name));

	if (k == SERIES_MOST)
		die_data(s->g->file, row + 2,
		    "column %s: '%s' is the ninth series, one too many to draw",
		    s->g->name[group], name);
	return k;
}

static void
name_series(struct series *s, size_t group)
{
	size_t *row = group != SIZE_MAX ? grid_reading(s->g, group) : NULL;

	for (size_t i = 0; row != NULL && i < s->n; i++)
		(void)series_of(s, row[i], group);
	free(row);
}

static int
by_place(const void *a, const void *b)
{
	const struct series_point *p = a;
	const struct series_point *q = b;

	if (p->series != q->series)
		return p->series < q->series ? -1 : 1;
	if (p->v[SERIES_X] != q->v[SERIES_X])
		return p->v[SERIES_X] < q->v[SERIES_X] ? -1 : 1;
	for (int k = SERIES_VALUE; k < SERIES_COLUMNS; k++)
		if (p->v[k] != q->v[k] && !isnan(p->v[k] + q->v[k]))
			return p->v[k] < q->v[k] ? -1 : 1;
	return 0;
}

/* Rows without x go; those without a value leave a gap. */
static void
drop_rows(struct series *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		const double *v = s->point[i].v;

		s->n_none += isnan(v[SERIES_X]) || isnan(v[SERIES_VALUE]);
		if (!isnan(v[SERIES_X]))
			s->point[n++] = s->point[i];
	}
	s->n = n;
}

/* A band of chance is that of all lines to who looks: of several series none.
 */
static void
drop_chance(struct series *s)
{
	uint32_t n = 0;
	uint32_t last = UINT32_MAX;

	for (size_t i = 0; i < s->n; i++) {
		const struct series_point *p = &s->point[i];

		if (isnan(p->v[SERIES_CHANCE]) || p->series == last)
			continue;
		n++;
		last = p->series;
	}
	if (n < 2)
		return;
	note("%" PRIu32 " series have a band of chance: none is drawn, for "
	     "each would seem that of all",
	    n);
	for (size_t i = 0; i < s->n; i++)
		for (int k = SERIES_CHANCE; k < SERIES_COLUMNS; k++)
			s->point[i].v[k] = (double)NAN;
}

void
series_read(
    struct series *s, const struct grid *g, char *columns, const char *group)
{
	size_t by = group != NULL ? grid_column(g, group) : SIZE_MAX;

	*s = (struct series){.g = g, .n = g->n_row};
	intern_open(&s->names);
	intern_open(&s->texts);
	choose_columns(s, columns);
	s->point = mem_new(s->n, sizeof(*s->point));
	read_x(s);
	name_series(s, by);
	for (size_t i = 0; i < s->n; i++) {
		struct series_point *p = &s->point[i];

		p->series = series_of(s, i, by);
		for (size_t k = SERIES_VALUE; k < SERIES_COLUMNS; k++)
			p->v[k] = k < s->n_col ? series_cell(g, i, s->col[k])
					       : (double)NAN;
	}
	drop_rows(s);
	if (s->n > 0)
		qsort(s->point, s->n, sizeof(*s->point), by_place);
	drop_chance(s);
}

void
series_free(struct series *s)
{
	intern_free(&s->names);
	intern_free(&s->texts);
	free(s->text);
	free(s->place);
	free(s->point);
}
