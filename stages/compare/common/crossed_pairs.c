#include "crossed_pairs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	WIDTH = 16,  /* columns of a panel */
	TERMS = 512, /* at once: those of a panel are in a near cache */
	LINE = 64,   /* bytes */
};

/* As many as any machine adds at once, and as many as newer ones do. */
typedef double two __attribute__((vector_size(2 * sizeof(double))));
#ifdef __SSE2__
typedef double eight
    __attribute__((vector_size(8 * sizeof(double)), aligned(16)));
#define WIDE __attribute__((target("avx512f")))
#endif

/* Rows of WIDTH numbers, each by its weight. */
struct list {
	const uint32_t *row;
	const double *weight; /* NULL: all are 1 */
	size_t n;
	uint32_t first; /* the row that is at `from` */
	const double *from;
};

/* to[i] += weight of a row x row[i], row by row.  Written out, since that is
 * what keeps all sums in registers. */
static void
add_plain(const struct list *l, double *to)
{
	two *sum = (two *)(void *)to;
	two a = sum[0];
	two b = sum[1];
	two c = sum[2];
	two d = sum[3];
	two e = sum[4];
	two f = sum[5];
	two g = sum[6];
	two h = sum[7];

	for (size_t i = 0; i < l->n; i++) {
		size_t at = (size_t)(l->row[i] - l->first) * WIDTH;
		const two *x = (const two *)(const void *)(l->from + at);
		double w = l->weight != NULL ? l->weight[i] : 1;

		a += w * x[0];
		b += w * x[1];
		c += w * x[2];
		d += w * x[3];
		e += w * x[4];
		f += w * x[5];
		g += w * x[6];
		h += w * x[7];
	}
	sum[0] = a;
	sum[1] = b;
	sum[2] = c;
	sum[3] = d;
	sum[4] = e;
	sum[5] = f;
	sum[6] = g;
	sum[7] = h;
}

#ifdef __SSE2__
static WIDE void
add_wide(const struct list *l, double *to)
{
	eight *sum = (eight *)(void *)to;
	eight a = sum[0];
	eight b = sum[1];

	for (size_t i = 0; i < l->n; i++) {
		size_t at = (size_t)(l->row[i] - l->first) * WIDTH;
		const eight *x = (const eight *)(const void *)(l->from + at);

		if (l->weight == NULL) {
			a += x[0];
			b += x[1];
			continue;
		}
		a += l->weight[i] * x[0];
		b += l->weight[i] * x[1];
	}
	sum[0] = a;
	sum[1] = b;
}
#endif

/* The same sums in the same order either way. */
static void
add_rows(const struct crossed_pairs *p, const struct list *l, double *to)
{
#ifdef __SSE2__
	if (p->wide) {
		add_wide(l, to);
		return;
	}
#endif
	add_plain(l, to);
}

static uint32_t
count_panels(const struct crossed_pairs *p)
{
	return p->n_unit / WIDTH + (p->n_unit % WIDTH > 0);
}

static double *
row_of(const struct crossed_pairs *p, uint32_t panel, uint32_t i)
{
	return p->cell + p->panel[panel] + (size_t)(i - panel * WIDTH) * WIDTH;
}

/* ---- the products ---- */

/* Some terms, unit by unit. */
struct some {
	size_t *at; /* by unit */
	uint32_t *term;
	double *share; /* f / F */
	double *f;
	size_t cap_term;
	size_t cap_share;
	size_t cap_f;
	double *dense; /* f by term and unit of a panel */
};

static void
take_terms(struct some *s, const struct sparse *t, uint32_t from, uint32_t end)
{
	uint32_t n = t->n_col;
	size_t n_cell = t->at[end] - t->at[from];

	s->term = mem_grow(s->term, &s->cap_term, n_cell, sizeof(*s->term));
	s->share = mem_grow(s->share, &s->cap_share, n_cell, sizeof(*s->share));
	s->f = mem_grow(s->f, &s->cap_f, n_cell, sizeof(*s->f));
	memset(s->at, 0, ((size_t)n + 2) * sizeof(*s->at));
	for (size_t k = t->at[from]; k < t->at[end]; k++)
		s->at[t->col[k] + 2]++;
	for (uint32_t i = 0; i < n; i++)
		s->at[i + 2] += s->at[i + 1];
	for (uint32_t r = from; r < end; r++) {
		double root = sparse_root(t, r);

		for (size_t k = t->at[r]; k < t->at[r + 1]; k++) {
			size_t to = s->at[t->col[k] + 1]++;

			s->term[to] = r - from;
			s->share[to] = t->f[k] / root / root;
			s->f[to] = t->f[k];
		}
	}
}

/* The terms' part of a panel; what is not below its diagonal is not clear. */
static void
add_products(const struct crossed_pairs *p, struct some *s, uint32_t panel)
{
	uint32_t from = panel * WIDTH;
	uint32_t end = from + WIDTH < p->n_unit ? from + WIDTH : p->n_unit;

	memset(s->dense, 0, (size_t)TERMS * WIDTH * sizeof(*s->dense));
	for (uint32_t j = from; j < end; j++)
		for (size_t k = s->at[j]; k < s->at[j + 1]; k++)
			s->dense[(size_t)s->term[k] * WIDTH + j - from] =
			    s->f[k];
	for (uint32_t i = from + 1; i < p->n_unit; i++) {
		size_t at = s->at[i];
		const struct list l = {s->term + at, s->share + at,
		    s->at[i + 1] - at, 0, s->dense};

		add_rows(p, &l, row_of(p, panel, i));
	}
}

static void
multiply(struct crossed_pairs *p, const struct sparse *t)
{
	struct some s = {.at = mem_new((size_t)t->n_col + 2, sizeof(*s.at)),
	    .dense = mem_new((size_t)TERMS * WIDTH, sizeof(*s.dense))};
	uint32_t n_panel = count_panels(p);

	for (uint32_t r = 0; r < t->n_row; r += TERMS) {
		take_terms(
		    &s, t, r, t->n_row - r < TERMS ? t->n_row : r + TERMS);
		for (uint32_t k = 0; k < n_panel; k++)
			add_products(p, &s, k);
	}
	for (uint32_t i = 0; i < p->n_unit; i++)
		for (uint32_t j = i % WIDTH; j < WIDTH; j++)
			row_of(p, i / WIDTH, i)[j] = 0;
	free(s.at);
	free(s.term);
	free(s.share);
	free(s.f);
	free(s.dense);
}

void
crossed_pairs_open(
    struct crossed_pairs *p, const struct sparse *t, uint32_t n_part)
{
	size_t n = t->n_col;
	uint32_t n_panel;
	size_t n_row = 0;
	uintptr_t off;

	*p = (struct crossed_pairs){
	    .n_unit = t->n_col, .n_part = n_part, .narrow = p->narrow};
#ifdef __SSE2__
	p->wide = !p->narrow && __builtin_cpu_supports("avx512f");
#endif
	n_panel = count_panels(p);
	p->panel = mem_new(n_panel, sizeof(*p->panel));
	for (uint32_t k = 0; k < n_panel; k++) {
		p->panel[k] = n_row * WIDTH;
		n_row += n - (size_t)k * WIDTH;
	}
	p->block = mem_new(n_row * WIDTH * sizeof(*p->cell) + LINE, 1);
	off = (uintptr_t)p->block % LINE;
	p->cell = (double *)(void *)((char *)p->block + (LINE - off) % LINE);
	p->unit = mem_new(CROSSED_CASES * n, sizeof(*p->unit));
	p->weight = mem_new(CROSSED_CASES * n, sizeof(*p->weight));
	p->first = mem_new(
	    CROSSED_CASES * (2 * (size_t)n_part + 2), sizeof(*p->first));
	p->held = mem_new((size_t)n_part * WIDTH, sizeof(*p->held));
	multiply(p, t);
}

void
crossed_pairs_close(struct crossed_pairs *p)
{
	free(p->panel);
	free(p->block);
	free(p->unit);
	free(p->weight);
	free(p->first);
	free(p->held);
	*p = (struct crossed_pairs){0};
}

/* ---- sums ---- */

/* A case under way. */
struct taken {
	const struct crossed_case *x;
	uint32_t *unit;
	double *weight;
	uint32_t *first; /* by part */
	uint32_t *next;  /* the first that the panels to come have */
};

/* The units of each part, rising. */
static void
take_case(const struct crossed_pairs *p, const struct taken *k)
{
	const struct crossed_case *x = k->x;
	uint32_t n = p->n_part;

	memset(k->first, 0, ((size_t)n + 2) * sizeof(*k->first));
	for (uint32_t i = 0; i < p->n_unit; i++)
		if (x->part[i] != UINT32_MAX && crossed_times(x, i) > 0)
			k->first[x->part[i] + 2]++;
	for (uint32_t a = 0; a < n; a++)
		k->first[a + 2] += k->first[a + 1];
	for (uint32_t i = 0; i < p->n_unit; i++)
		if (x->part[i] != UINT32_MAX && crossed_times(x, i) > 0) {
			uint32_t at = k->first[x->part[i] + 1]++;

			k->unit[at] = i;
			k->weight[at] = crossed_times(x, i);
		}
	memcpy(k->next, k->first, n * sizeof(*k->next));
	memset(x->m, 0, (size_t)n * n * sizeof(*x->m));
}

static void
add_panel(struct crossed_pairs *p, const struct taken *k, uint32_t panel)
{
	uint32_t from = panel * WIDTH;
	uint32_t end = from + WIDTH < p->n_unit ? from + WIDTH : p->n_unit;
	uint32_t n = p->n_part;

	memset(p->held, 0, (size_t)n * WIDTH * sizeof(*p->held));
	for (uint32_t a = 0; a < n; a++) {
		uint32_t at = k->next[a];

		while (at < k->first[a + 1] && k->unit[at] < from)
			at++;
		k->next[a] = at;
		add_rows(p,
		    &(const struct list){k->unit + at,
			k->x->times != NULL ? k->weight + at : NULL,
			k->first[a + 1] - at, from, row_of(p, panel, from)},
		    p->held + (size_t)a * WIDTH);
	}
	for (uint32_t j = from; j < end; j++) {
		uint32_t b = k->x->part[j];
		double w = crossed_times(k->x, j);

		for (uint32_t a = 0; a < n && b != UINT32_MAX; a++)
			k->x->m[(size_t)b * n + a] +=
			    w * p->held[(size_t)a * WIDTH + j - from];
	}
}

void
crossed_pairs_fill(
    struct crossed_pairs *p, const struct crossed_case *x, size_t n)
{
	struct taken k[CROSSED_CASES];
	size_t n_part = p->n_part;

	for (size_t i = 0; i < n; i++) {
		uint32_t *first = p->first + i * (2 * n_part + 2);

		k[i] = (struct taken){&x[i], p->unit + i * p->n_unit,
		    p->weight + i * p->n_unit, first, first + n_part + 2};
		take_case(p, &k[i]);
	}
	for (uint32_t panel = 0; panel < count_panels(p); panel++)
		for (size_t i = 0; i < n; i++)
			add_panel(p, &k[i], panel);
}
