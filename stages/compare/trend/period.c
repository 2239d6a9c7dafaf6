#include "period.h"

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/groups.h"
#include "lib/text/date.h"
#include "lib/text/figure.h"

static const double year_days = 365.2425;

/* A name on its way to be a period. */
struct place {
	double x;
	uint32_t id;
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
		const char *s = intern_s(&p->names, v[i].id, &len);

		if (!figure_read(s, &v[i].x) || !isfinite(v[i].x))
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
		const char *s = intern_s(&p->names, v[i].id, &len);

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

/* By how many years, months or days they are after one another. */
static void
place_units(struct period *p, struct place *v, enum period_kind unit)
{
	for (uint32_t i = 0; i < p->n; i++) {
		struct date d = {0, 0, 0};
		size_t len;

		(void)date_read(intern_s(&p->names, v[i].id, &len), &d);
		v[i].x = unit == PERIOD_DAYS ? (double)date_number(&d)
		    : unit == PERIOD_MONTHS  ? 12.0 * d.year + d.month
					     : d.year;
	}
	p->kind = unit;
}

/* Places of the names of v, which are sorted by bytes. */
static void
place_all(struct period *p, struct place *v, const struct counts *c,
    enum period_kind unit)
{
	uint64_t line;
	size_t len;

	if (unit >= PERIOD_YEARS)
		place_units(p, v, unit);
	else if (!place_numbers(p, v) && !place_dates(p, v))
		place_names(p, v);
	if (p->n > 1)
		qsort(v, p->n, sizeof(*v), by_place);
	for (uint32_t i = 1; i < p->n; i++)
		if (!(v[i].x > v[i - 1].x))
			die_data(counts_where(c, 1, &line), 0,
			    "the periods '%s' and '%s' are one number: "
			    "write them alike",
			    intern_s(&p->names, v[i - 1].id, &len),
			    intern_s(&p->names, v[i].id, &len));
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

/* The name of the period that a value falls in, or UINT32_MAX. */
static uint32_t
name_of(struct period *p, const char *s, size_t len, enum period_kind unit)
{
	struct date d;
	char cut[DATE_ISO];

	if (is_undated(s, len))
		return UINT32_MAX;
	if (unit < PERIOD_YEARS)
		return intern_add(&p->names, s, len);
	if (!date_read(s, &d) || (unit >= PERIOD_MONTHS && d.month == 0) ||
	    (unit == PERIOD_DAYS && d.day == 0))
		return UINT32_MAX;
	if (unit < PERIOD_DAYS)
		d.day = 0;
	if (unit < PERIOD_MONTHS)
		d.month = 0;
	date_iso(&d, cut);
	return intern_add(&p->names, cut, strlen(cut));
}

/* The name of each part's period into p->of. */
static void
name_parts(
    struct period *p, const struct counts *c, const struct period_rule *r)
{
	struct groups g;
	uint32_t *name;

	if (r->path != NULL)
		groups_open(&g, c, r->path, r->by);
	else
		groups_open_parts(&g, c);
	name = mem_new(g.names.n, sizeof(*name));
	for (uint32_t i = 0; i < g.names.n; i++) {
		size_t len;
		const char *s = intern_s(&g.names, i, &len);

		name[i] = name_of(p, s, len, r->unit);
	}
	p->of = mem_new(c->parts.n, sizeof(*p->of));
	for (uint32_t k = 0; k < c->parts.n; k++)
		p->of[k] = name[g.of[k]];
	free(name);
	groups_close(&g);
}

void
period_open(
    struct period *p, const struct counts *c, const struct period_rule *r)
{
	uint32_t *rank;
	uint32_t *order;
	uint32_t *number;
	struct place *v;

	*p = (struct period){0};
	intern_open(&p->names);
	name_parts(p, c, r);
	intern_rank(&p->names, &rank, &order);
	p->n = p->names.n;
	v = mem_new(p->n, sizeof(*v));
	for (uint32_t i = 0; i < p->n; i++)
		v[i] = (struct place){0, order[i], i};
	place_all(p, v, c, r->unit);
	p->x = mem_new(p->n, sizeof(*p->x));
	p->id = mem_new(p->n, sizeof(*p->id));
	number = mem_new(p->n, sizeof(*number));
	for (uint32_t i = 0; i < p->n; i++) {
		p->x[i] = v[i].x;
		p->id[i] = v[i].id;
		number[v[i].id] = i;
	}
	for (uint32_t k = 0; k < c->parts.n; k++)
		if (p->of[k] != UINT32_MAX)
			p->of[k] = number[p->of[k]];
	tell_undated(p, c);
	free(number);
	free(v);
	free(rank);
	free(order);
}

void
period_close(struct period *p)
{
	intern_free(&p->names);
	free(p->id);
	free(p->x);
	free(p->of);
	*p = (struct period){0};
}

const char *
period_name(const struct period *p, uint32_t k, size_t *len)
{
	return intern_s(&p->names, p->id[k], len);
}
