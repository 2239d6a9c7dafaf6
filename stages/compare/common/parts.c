#include "parts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

enum {
	LISTED = 20 /* parts set aside that are named */
};

uint32_t *
parts_values(const struct counts *c, const char *speeches, const char *column)
{
	struct groups g;
	uint32_t *of = mem_new(c->parts.n, sizeof(*of));

	groups_open(&g, c, speeches, column);
	if (c->parts.n > 0)
		memcpy(of, g.of, c->parts.n * sizeof(*of));
	groups_close(&g);
	return of;
}

static void
name_parts(
    struct parts *p, const struct counts *c, const struct parts_rule *rule)
{
	p->grouped = rule->by != NULL;
	p->of = mem_new(c->parts.n, sizeof(*p->of));
	if (!p->grouped) {
		p->names = c->parts;
		for (uint32_t i = 0; i < c->parts.n; i++)
			p->of[i] = i;
		return;
	}
	groups_open(&p->g, c, rule->speeches, rule->by);
	p->names.table = p->g.names;
	p->names.n = p->g.names.n;
	intern_rank(&p->g.names, &p->names.rank, &p->names.order);
	for (uint32_t i = 0; i < c->parts.n; i++)
		p->of[i] = p->names.rank[p->g.of[i]];
}

static bool
is_na(const struct parts *p, uint32_t i)
{
	size_t len;
	const char *s = counts_name(&p->names, i, &len);

	return len == 2 && memcmp(s, "NA", 2) == 0;
}

static void
set_aside(struct parts *p, const struct parts_rule *rule)
{
	uint32_t n = p->names.n;
	double sum = 0;
	uint32_t n_full = 0;

	for (uint32_t i = 0; i < n; i++)
		if ((p->grouped || rule->least > 0) && is_na(p, i))
			p->na = p->aside[i] = true;
		else if (p->words[i] > 0) {
			sum += (double)p->words[i];
			n_full++;
		}
	for (uint32_t i = 0; i < n; i++)
		if (!p->aside[i] && p->words[i] > 0 &&
		    (double)p->words[i] * n_full < rule->least * sum) {
			p->aside[i] = true;
			p->n_small++;
		}
}

void
parts_open(
    struct parts *p, const struct counts *c, const struct parts_rule *rule)
{
	*p = (struct parts){0};
	name_parts(p, c, rule);
	p->words = mem_new(p->names.n, sizeof(*p->words));
	p->units = mem_new(p->names.n, sizeof(*p->units));
	p->aside = mem_new(p->names.n, sizeof(*p->aside));
	for (uint32_t i = 0; i < c->parts.n; i++)
		p->units[p->of[i]]++;
	for (size_t i = 0; i < c->n_slice; i++)
		if (c->slice[i].size == rule->size)
			p->words[p->of[c->slice[i].part]] += c->slice[i].total;
	set_aside(p, rule);
}

void
parts_close(struct parts *p)
{
	if (p->grouped) {
		free(p->names.rank);
		free(p->names.order);
		groups_close(&p->g);
	}
	free(p->of);
	free(p->words);
	free(p->units);
	free(p->aside);
	*p = (struct parts){0};
}

void
parts_tell(const struct parts *p, const struct parts_rule *rule)
{
	uint32_t n = 0;

	if (p->na)
		note("the part NA has no say");
	for (uint32_t i = 0; i < p->names.n; i++) {
		size_t len;
		const char *s = counts_name(&p->names, i, &len);

		if (!p->aside[i] || is_na(p, i) || n++ >= LISTED)
			continue;
		note("a part that has no say, it has fewer words than %.6g of "
		     "the mean: %s (%" PRIu64 ")",
		    rule->least, s, p->words[i]);
	}
	if (n > LISTED)
		note("and %" PRIu32 " more parts", n - LISTED);
}
