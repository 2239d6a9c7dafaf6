#include "period.h"

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/text/date.h"
#include "lib/text/figure.h"

static const double year_days = 365.2425;

/* A group on its way to be a period. */
struct place {
	double x;
	uint32_t group;
	uint32_t rank; /* of its bytes */
};

/* By number where all are (x is 0 else), then bytes. */
static int
by_place(const void *a, const void *b)
{
	const struct place *p = a;
	const struct place *q = b;

	if (p->x < q->x)
		return -1;
	if (p->x > q->x)
		return 1;
	return (p->rank > q->rank) - (p->rank < q->rank);
}

static bool
is_undated(const char *s, size_t len)
{
	return len == 0 || (len == 2 && memcmp(s, "NA", 2) == 0);
}

static bool
place_numbers(struct period *p, struct place *v)
{
	for (uint32_t i = 0; i < p->n; i++) {
		size_t len;
		const char *s = intern_s(&p->g.names, v[i].group, &len);

		if (!figure_is(s) || !isfinite(v[i].x = strtod(s, NULL)))
			return false;
	}
	p->kind = PERIOD_NUMBERS;
	return true;
}

/* Dates as precise as each other; their bytes are in order. */
static bool
place_dates(struct period *p, struct place *v)
{
	size_t first_len = 0;
	long first = 0;

	for (uint32_t i = 0; i < p->n; i++) {
		struct date d;
		size_t len;
		const char *s = intern_s(&p->g.names, v[i].group, &len);

		if (!date_read(s, &d) || (i > 0 && len != first_len))
			return false;
		if (i == 0) {
			first = date_number(&d);
			first_len = len;
		}
		v[i].x = (double)(date_number(&d) - first) / year_days;
	}
	p->kind = PERIOD_DATES;
	return true;
}

static void
place_names(struct period *p, struct place *v)
{
	for (uint32_t i = 0; i < p->n; i++)
		v[i].x = i + 1;
	p->kind = PERIOD_NAMES;
}

/* Places of the n groups of v, which are sorted by bytes. */
static void
place_all(struct period *p, struct place *v, const struct counts *c)
{
	uint64_t line;
	size_t len;

	if (!place_numbers(p, v) && !place_dates(p, v))
		place_names(p, v);
	if (p->n > 1)
		qsort(v, p->n, sizeof(*v), by_place);
	for (uint32_t i = 1; i < p->n; i++)
		if (!(v[i].x > v[i - 1].x))
			die_data(counts_where(c, 1, &line), 0,
			    "the periods '%s' and '%s' are one number: "
			    "write them alike",
			    intern_s(&p->g.names, v[i - 1].group, &len),
			    intern_s(&p->g.names, v[i].group, &len));
}

static void
tell_undated(const struct period *p, const struct counts *c)
{
	uint32_t n = 0;

	for (uint32_t k = 0; k < c->parts.n; k++)
		n += p->of[k] == UINT32_MAX;
	if (n > 0)
		note("parts without a period, left out: %" PRIu32, n);
}

void
period_open(
    struct period *p, const struct counts *c, const char *path, const char *by)
{
	uint32_t *rank;
	uint32_t *order;
	uint32_t *number;
	struct place *v;

	*p = (struct period){0};
	if (path != NULL)
		groups_open(&p->g, c, path, by);
	else
		groups_open_parts(&p->g, c);
	intern_rank(&p->g.names, &rank, &order);
	v = mem_new(p->g.names.n, sizeof(*v));
	for (uint32_t i = 0; i < p->g.names.n; i++) {
		size_t len;
		const char *s = intern_s(&p->g.names, order[i], &len);

		if (!is_undated(s, len))
			v[p->n++] = (struct place){0, order[i], i};
	}
	place_all(p, v, c);
	p->x = mem_new(p->n, sizeof(*p->x));
	p->group = mem_new(p->n, sizeof(*p->group));
	number = mem_new(p->g.names.n, sizeof(*number));
	memset(number, 0xFF, p->g.names.n * sizeof(*number));
	for (uint32_t i = 0; i < p->n; i++) {
		p->x[i] = v[i].x;
		p->group[i] = v[i].group;
		number[v[i].group] = i;
	}
	p->of = mem_new(c->parts.n, sizeof(*p->of));
	for (uint32_t k = 0; k < c->parts.n; k++)
		p->of[k] = number[p->g.of[k]];
	tell_undated(p, c);
	free(number);
	free(v);
	free(rank);
	free(order);
}

void
period_close(struct period *p)
{
	groups_close(&p->g);
	free(p->group);
	free(p->x);
	free(p->of);
	*p = (struct period){0};
}

const char *
period_name(const struct period *p, uint32_t k, size_t *len)
{
	return intern_s(&p->g.names, p->group[k], len);
}
