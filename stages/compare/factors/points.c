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
	out_ch(&p->out, '\n');
}

void
points_open(struct points *p, const struct stat_ca *a, size_t n_axis)
{
	p->a = a;
	p->n_axis = n_axis;
	p->coord = mem_new(a->n_axis, sizeof(*p->coord));
	out_stdout(&p->out);
	out_str(&p->out, "kind\tname\tfreq\tmass\tinertia\tquality");
	for (size_t k = 1; k <= n_axis; k++)
		out_fmt(&p->out, "\tcoord_%zu\tctr_%zu\tcos2_%zu", k, k, k);
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
		    s->coord + i * p->a->n_axis};

		name.s = counts_name(names, number[i], &name.len);
		put_row(p, &name, &x);
	}
}

void
points_extra(struct points *p, const struct points_name *name,
    const struct stat_ca_side *by, const struct sparse *t, size_t i)
{
	struct stat_ca_profile cells = {
	    t->col + t->at[i], t->f + t->at[i], t->at[i + 1] - t->at[i]};
	struct figures x = {0, (double)NAN, 0, p->coord};

	for (size_t k = 0; k < cells.n; k++)
		x.freq += cells.f[k];
	x.far = stat_ca_project(p->a, by, &cells, p->coord);
	put_row(p, name, &x);
}
