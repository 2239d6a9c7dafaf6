#include "points.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

/* The figures of a row. */
struct figures {
	double freq;
	double mass; /* NAN: supplementary */
	double far;  /* squared distance to the centre; NAN: no place */
	const double *coord;
	const struct points_units *units;  /* of a category, or NULL */
	const struct drawn_region *region; /* of a part, or NULL */
};

static void
put_name(struct points *p, const struct points_name *name)
{
	out_str(&p->out, name->kind);
	out_tab_str(&p->out, name->prefix);
	for (size_t i = 0; i < name->len; i++)
		if (name->s[i] == '\t')
			out_str(&p->out, ": ");
		else
			out_ch(&p->out, name->s[i]);
}

/* The columns behind those of the axes. */
static void
put_chance(struct points *p, const struct figures *x)
{
	const double none = (double)NAN;
	const struct points_units *u = x->units;
	const struct drawn_region nowhere = {{none, none}, {none, none, none}};
	const struct drawn_region *region =
	    x->region != NULL ? x->region : &nowhere;

	for (size_t k = 0; p->values && k < p->n_axis; k++)
		out_tab_real(&p->out,
		    u == NULL || k >= p->a->n_axis
			? none
			: stat_place_value(
			      x->coord[k], u->spread[k], u->n_in, u->n));
	if (p->region == NULL)
		return;
	out_tab_real(&p->out, region->centre[0]);
	out_tab_real(&p->out, region->centre[1]);
	out_tab_real(&p->out, region->ellipse.major);
	out_tab_real(&p->out, region->ellipse.minor);
	out_tab_real(&p->out, region->ellipse.angle);
}

static void
put_row(
    struct points *p, const struct points_name *name, const struct figures *x)
{
	const double none = (double)NAN;
	const struct stat_ca *a = p->a;
	bool placed = x->far > 0;
	double sum = 0;

	put_name(p, name);
	out_fmt(&p->out, "\t%.0f", x->freq);
	out_tab_real(&p->out, x->mass);
	out_tab_real(&p->out, x->mass * x->far);
	for (size_t k = 0; k < a->n_axis; k++)
		sum += x->coord[k] * x->coord[k];
	out_tab_real(&p->out, placed && a->n_axis > 0 ? sum / x->far : none);
	for (size_t k = 0; k < p->n_axis; k++) {
		double v = k < a->n_axis ? x->coord[k] : none;

		out_tab_real(&p->out, v);
		out_tab_real(&p->out,
		    k < a->n_axis ? 1000 * x->mass * v * v / a->value[k]
				  : none);
		out_tab_real(&p->out, placed ? v * v / x->far : none);
	}
	put_chance(p, x);
	out_ch(&p->out, '\n');
}

void
points_open(struct points *p)
{
	p->coord = mem_new(p->a->n_axis, sizeof(*p->coord));
	out_stdout(&p->out);
	out_str(&p->out, "kind\tname\tfreq\tmass\tinertia\tquality");
	for (size_t k = 1; k <= p->n_axis; k++)
		out_fmt(&p->out, "\tcoord_%zu\tctr_%zu\tcos2_%zu", k, k, k);
	for (size_t k = 1; p->values && k <= p->n_axis; k++)
		out_fmt(&p->out, "\tv_%zu", k);
	if (p->region != NULL)
		out_str(&p->out, "\tcentre_1\tcentre_2\tmajor\tminor\tangle");
	out_ch(&p->out, '\n');
}

void
points_close(struct points *p)
{
	out_close(&p->out);
	free(p->coord);
}

void
points_active(struct points *p, const char *kind, const struct stat_ca_side *s,
    const struct counts_names *names, const uint32_t *number)
{
	for (size_t i = 0; i < s->n; i++) {
		struct points_name name = {.kind = kind, .prefix = ""};
		double mass = s->sum[i] / p->a->n;
		struct figures x = {s->sum[i], mass, s->inertia[i] / mass,
		    s->coord + i * p->a->n_axis, NULL,
		    p->region != NULL && s == &p->a->col ? p->region + i
							 : NULL};

		name.s = counts_name(names, number[i], &name.len);
		put_row(p, &name, &x);
	}
}

static void
put_extra(struct points *p, const struct points_name *name,
    const struct stat_ca_side *by, const struct stat_ca_profile *cells,
    const struct points_units *u)
{
	struct figures x = {0, (double)NAN, 0, p->coord, u, NULL};

	for (size_t k = 0; k < cells->n; k++)
		x.freq += cells->f[k];
	x.far = stat_ca_project(p->a, by, cells, p->coord);
	put_row(p, name, &x);
}

void
points_extra(struct points *p, const struct points_name *name,
    const struct stat_ca_side *by, const struct sparse *t, size_t i)
{
	struct stat_ca_profile cells = {
	    t->col + t->at[i], t->f + t->at[i], t->at[i + 1] - t->at[i]};

	put_extra(p, name, by, &cells, NULL);
}

void
points_category(struct points *p, const struct points_name *name,
    const struct sparse *t, size_t i, const struct points_units *u)
{
	struct stat_ca_profile cells = {
	    t->col + t->at[i], t->f + t->at[i], t->at[i + 1] - t->at[i]};

	put_extra(p, name, &p->a->row, &cells, u);
}
