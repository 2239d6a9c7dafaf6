#include "columns.h"

#include "lib/base/err.h"

void
columns_own(struct columns *c, const char *name)
{
	c->own[c->n_own++] = name;
}

/* The number of a column of its own, or n_own. */
static size_t
own_number(const struct columns *c, const char *name)
{
	size_t i = 0;

	while (i < c->n_own && strcmp(c->own[i], name) != 0)
		i++;
	return i;
}

/* All columns that come in, and its own behind them or at their places. */
static void
all_columns(struct columns *c, const struct vrt *v)
{
	for (size_t i = 0; i < v->n_col; i++)
		c->name[c->n_out++] = v->col[i];
	c->append = true;
	for (size_t i = 0; i < c->n_own; i++) {
		if (vrt_has(v, c->own[i]) >= 0) {
			c->append = false;
			continue;
		}
		if (c->n_out == VRT_COLUMNS)
			die_data(v->in.name, 1,
			    "no room for one more column: %d are the most",
			    VRT_COLUMNS);
		c->name[c->n_out++] = c->own[i];
	}
}

/* The columns of -o. */
static void
listed_columns(struct columns *c, char *list, const struct opt_page *page)
{
	char *s;

	while ((s = strsep(&list, ",")) != NULL) {
		if (*s == '\0')
			opt_refuse(page, "option -o: a column without name");
		for (size_t i = 0; i < c->n_out; i++)
			if (strcmp(c->name[i], s) == 0)
				die_usage("option -o: column '%s' twice", s);
		if (c->n_out == VRT_COLUMNS)
			opt_refuse(page, "option -o: too many columns");
		c->name[c->n_out++] = s;
	}
}

void
columns_choose(struct columns *c, struct vrt *v, struct out *o, char *list,
    const struct opt_page *page)
{
	if (list == NULL)
		all_columns(c, v);
	else
		listed_columns(c, list, page);
	for (size_t i = 0; i < c->n_out; i++) {
		size_t k = own_number(c, c->name[i]);

		c->out[i] =
		    k < c->n_own ? COLUMNS_NEW + k : vrt_column(v, c->name[i]);
	}
	vrt_put_header(o, c->name, c->n_out);
}
