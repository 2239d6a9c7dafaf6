#include "orders.h"

#include <math.h>
#include <stdlib.h>

#include "lib/base/mem.h"

bool
orders_are(const struct trend *t)
{
	return t->rule->deals > 0 && t->s.n_point > 1;
}

struct chance
orders_run(double *ln_p, const struct trend *t, const struct within *in,
    struct chance_tests x)
{
	struct chance_rule how = {
	    .deals = t->rule->deals, .seed = t->rule->seed};
	uint32_t *stratum = mem_new(t->s.n_unit, sizeof(*stratum));
	struct stat_deal deal;
	struct chance c;

	for (uint32_t p = 0; p < t->s.n_unit; p++)
		stratum[p] = in->stratum[in->unit[p]];
	how.name = counts_name(&t->c->sizes, t->size, &how.len);
	x.n = t->n_item;
	/* by place, where strata stand behind one another: the same deals, and
	 * the parts of a stratum side by side */
	stat_deal_open(&deal, in->at, stratum, t->s.n_unit);
	free(stratum);
	c = chance_run(&deal, &how, &x, ln_p);
	stat_deal_close(&deal);
	for (uint32_t i = 0; i < t->n_item; i++)
		ln_p[i] = log(ln_p[i]);
	return c;
}

double
orders_tell(
    const struct trend *t, const struct within *in, const struct chance *c)
{
	chance_note(c,
	    in == &t->whole ? "chance orders"
			    : "chance orders within what is fixed");
	return chance_least_q(c);
}
