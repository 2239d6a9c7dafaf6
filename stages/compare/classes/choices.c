#include "choices.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"

/* Less is dissolved (Hennig 2007). */
static const double least_stable = 0.5;
static const double likely = 0.05; /* p by chance */
static const double alike = 0.05;  /* no difference */
static const double more = 0.1;    /* a plain one */

/* The split that made the last of the nodes in view. */
static double
last_eigenvalue(const struct classes *c)
{
	const struct tree *r = &c->tree[c->n_tree - 1];
	const struct node *x = &r->node[r->node[r->n - 1].parent];

	return r->n > 1 && x->converged ? x->eigenvalue : (double)NAN;
}

static void
add(struct choices *x, const struct classes *c, uint32_t wanted)
{
	struct choice *y = &x->c[x->n++];

	*y = (struct choice){.wanted = wanted,
	    .n = c->n,
	    .inside = c->n_segment - c->size[0],
	    .eigenvalue = last_eigenvalue(c),
	    .stability = (double)NAN,
	    .least = (double)NAN,
	    .by_chance = (double)NAN,
	    .p = (double)NAN};
	y->size = mem_new((size_t)c->n + 1, sizeof(*y->size));
	y->of = mem_new(c->n_segment, sizeof(*y->of));
	y->value = mem_new(((size_t)c->n + 1) * x->n_run, sizeof(*y->value));
	for (uint32_t k = 0; k <= c->n; k++)
		y->size[k] = c->size[k];
	for (uint32_t i = 0; i < c->n_segment; i++)
		y->of[i] = (uint8_t)c->of[i];
}

void
choices_open(
    struct choices *x, struct classes *c, uint32_t most, uint32_t n_run)
{
	uint32_t reached = 0;

	for (unsigned k = 0; k < c->n_tree; k++)
		if (c->tree[k].n_class > reached)
			reached = c->tree[k].n_class;
	*x = (struct choices){.n_run = n_run};
	x->c = mem_new(most, sizeof(*x->c));
	for (uint32_t k = 2; k <= most && k <= reached; k++) {
		classes_name(c, k);
		if (c->n > 0)
			add(x, c, k);
	}
	x->chosen = x->n;
}

void
choices_free(struct choices *x)
{
	for (uint32_t i = 0; i < x->n; i++) {
		free(x->c[i].size);
		free(x->c[i].of);
		free(x->c[i].value);
	}
	free(x->c);
}

static double
mean(const double *v, uint32_t n)
{
	double sum = 0;
	uint32_t k = 0;

	for (uint32_t i = 0; i < n; i++)
		if (!isnan(v[i])) {
			sum += v[i];
			k++;
		}
	return k > 0 ? sum / k : (double)NAN;
}

void
choices_add_up(struct choices *x)
{
	for (uint32_t i = 0; i < x->n; i++) {
		struct choice *y = &x->c[i];
		double sum = 0;

		for (uint32_t k = 1; k <= y->n; k++) {
			double m =
			    mean(y->value + (size_t)k * x->n_run, x->n_run);

			sum += m;
			y->least = fmin(y->least, m);
		}
		y->stability = sum / y->n;
	}
}

static bool
is_found(const struct choice *x)
{
	return x->stability >= least_stable && x->p <= likely;
}

double
choice_beyond(const struct choice *x)
{
	return (x->stability - x->by_chance) / (1 - x->by_chance);
}

/* Without further structure less is found again of more classes: where there is
 * more of them, there is some.  So a world apart, after which all else is less
 * stable, does not hide what is in the rest. */
static bool
rises(const struct choices *x, uint32_t i)
{
	return i > 0 &&
	    choice_beyond(&x->c[i]) >= choice_beyond(&x->c[i - 1]) + more;
}

void
choices_choose(struct choices *x)
{
	double best = 0;

	x->chosen = x->n;
	for (uint32_t i = 0; i < x->n; i++)
		if (is_found(&x->c[i]))
			best = fmax(best, choice_beyond(&x->c[i]));
	for (uint32_t i = 0; i < x->n; i++)
		if (is_found(&x->c[i]) &&
		    (choice_beyond(&x->c[i]) >= best - alike || rises(x, i)))
			x->chosen = i;
}
