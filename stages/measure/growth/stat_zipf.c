#include "stat_zipf.h"

#include <math.h>
#include <stdbool.h>

static const double none = (double)NAN;
static const double least_t = -13.8; /* ln(1 + b): b = -0.999999 */
static const double most_t = 13.8;
static const double same = 1e-6; /* a and t of one top */

enum {
	STEPS = 500 /* of one search; ten to thirty are common */
};

/* A point of the search, b = e^t - 1, and of the likelihood there, by token,
 * the value, slopes and curvatures by a and t. */
struct point {
	double a;
	double t;
	double l;
	double slope[2];
	double curve[3]; /* aa, at, tt */
	double log_z;    /* of the sum of (r + b)^-a */
};

/* Means of ln(r + b) and 1 / (r + b), of their squares and their product. */
struct means {
	double l;
	double u;
	double ll;
	double lu;
	double uu;
};

static void
add(struct means *m, double weight, double l, double u)
{
	m->l += weight * l;
	m->u += weight * u;
	m->ll += weight * l * l;
	m->lu += weight * l * u;
	m->uu += weight * u * u;
}

static void
differentiate(struct point *p, const struct means *seen, const struct means *m)
{
	double a = p->a;
	double x = exp(p->t); /* 1 + b, the derivative of b by t */
	double by_b = a * (m->u - seen->u);
	double cov = m->lu - m->l * m->u;
	double bb = a * (seen->uu - m->uu) - a * a * (m->uu - m->u * m->u);

	p->l = -a * seen->l - p->log_z;
	p->slope[0] = m->l - seen->l;
	p->slope[1] = x * by_b;
	p->curve[0] = m->l * m->l - m->ll;
	p->curve[1] = x * (m->u - seen->u - a * cov);
	p->curve[2] = x * x * bb + x * by_b;
}

/* Works out the point at a and t. */
static struct point
look(const struct spectrum *s, double a, double t)
{
	struct point p = {.a = a, .t = t};
	struct means seen = {0};
	struct means m = {0};
	double b = expm1(t);
	double first =
	    log1p(b); /* weights by that of rank 1, lest they are 0 */
	double r = 0;
	double sum = 0;

	for (size_t k = s->n; k-- > 0;)
		for (uint64_t i = 0; i < s->c[k].types; i++) {
			double x = ++r + b;
			double l = log(x);
			double w = exp(-a * (l - first));

			add(&seen, (double)s->c[k].f / (double)s->tokens, l,
			    1 / x);
			add(&m, w, l, 1 / x);
			sum += w;
		}
	m.l /= sum;
	m.u /= sum;
	m.ll /= sum;
	m.lu /= sum;
	m.uu /= sum;
	p.log_z = log(fmax(sum, 1)) - a * first; /* rank 1 alone has 1 */
	differentiate(&p, &seen, &m);
	return p;
}

/* One step of Newton's method, bent towards the slope by `bend` (Levenberg);
 * false if the curve is not that of a maximum there. */
static bool
step(const struct point *p, double bend, double *a, double *t)
{
	double aa = bend - p->curve[0];
	double at = -p->curve[1];
	double tt = bend - p->curve[2];
	double det = aa * tt - at * at;

	if (!(aa > 0) || !(det > 0))
		return false;
	*a = p->a + (tt * p->slope[0] - at * p->slope[1]) / det;
	*t = p->t + (aa * p->slope[1] - at * p->slope[0]) / det;
	return isfinite(*a) && isfinite(*t) && *t > least_t - 1 &&
	    *t < most_t + 1;
}

static bool
is_top(const struct point *p)
{
	return fabs(p->slope[0]) < 1e-11 && fabs(p->slope[1]) < 1e-11;
}

/* Is p on the top that has been found?  Steps from there lead nowhere else. */
static bool
is_known(const struct point *p, const struct point *top)
{
	return is_top(top) && fabs(p->a - top->a) < same &&
	    fabs(p->t - top->t) < same;
}

/* Climbs from b on; the point where it ends, or where it meets a top known. */
static struct point
climb(const struct spectrum *s, double b, const struct point *known)
{
	struct point p = look(s, 1, log1p(b));
	double bend = 1e-3;

	for (int i = 0; i < STEPS && !is_top(&p) && !is_known(&p, known); i++) {
		struct point next;
		double a;
		double t;

		if (step(&p, bend, &a, &t)) {
			next = look(s, a, t);
			if (next.l >= p.l - 1e-15 * fabs(p.l)) {
				p = next;
				bend = bend > 1e-14 ? bend / 10 : 0;
				continue;
			}
		}
		bend = bend > 0 ? bend * 10 : 1e-12;
		if (bend > 1e12)
			break;
	}
	return p;
}

struct stat_zipf
stat_zipf(const struct spectrum *s)
{
	static const double from[] = {-0.5, 0, 3, 30};
	struct point best = {.l = -(double)INFINITY, .slope = {1, 1}};
	bool found = false;

	if (s->types < 3 || s->n < 2)
		return (struct stat_zipf){none, none, none, none};
	for (size_t i = 0; i < sizeof(from) / sizeof(*from); i++) {
		struct point p = climb(s, from[i], &best);

		if (!(p.l > best.l + 1e-12 * fabs(p.l)))
			continue;
		best = p;
		found = fabs(p.slope[0]) < 1e-8 && fabs(p.slope[1]) < 1e-8 &&
		    p.t > least_t && p.t < most_t && p.a > 0;
	}
	if (!found)
		return (struct stat_zipf){none, none, none, none};
	return (struct stat_zipf){best.a, expm1(best.t), exp(-best.log_z),
	    best.l * (double)s->tokens};
}

double
stat_zipf_frequency(const struct stat_zipf *z, uint64_t n, double rank)
{
	return (double)n * z->c * pow(rank + z->b, -z->a);
}
