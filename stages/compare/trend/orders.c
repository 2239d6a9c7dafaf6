#include "orders.h"

#include <math.h>

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
	struct stat_deal deal;
	struct chance c;

	how.name = counts_name(&t->c->sizes, t->size, &how.len);
	x.n = t->n_item;
	stat_deal_open(&deal, in->cell, in->stratum, t->s.n_unit);
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
