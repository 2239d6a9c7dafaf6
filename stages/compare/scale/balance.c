#include <gsl/gsl_cdf.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/rollup.h"
#include "stat_balance.h"
#include "texts.h"

enum side {
	NONE,
	LEFT,
	RIGHT,
};

struct work {
	struct scale *s;
	unsigned char *side; /* by term of the counts */
	uint64_t n_term[RIGHT + 1];
};

/* The cell that names are compared with: the theme, else the whole term. */
static const char *
name_of(const struct counts *c, uint32_t term, int col, size_t *len)
{
	const char *s = counts_name(&c->terms, term, len);

	if (col < 0)
		return s;
	for (; col > 0; col--)
		s += strcspn(s, "\t") + 1;
	*len = strcspn(s, "\t");
	return s;
}

/* Is it the item, or a theme below it? */
static bool
is_below(const char *s, size_t len, const struct buf *item, bool theme)
{
	return len >= item->len && memcmp(s, item->s, item->len) == 0 &&
	    (len == item->len || (theme && s[item->len] == '/'));
}

/* Puts the terms of one item on a side. */
static void
take(struct work *w, const struct buf *item, enum side side)
{
	const struct counts *c = w->s->c;
	int col = rollup_theme(c);
	uint64_t line;
	bool found = false;

	for (uint32_t k = 0; k < c->terms.n; k++) {
		size_t len;
		const char *s = name_of(c, k, col, &len);

		if (!is_below(s, len, item, col >= 0))
			continue;
		found = true;
		if (w->side[k] == side)
			continue;
		if (w->side[k] != NONE)
			die_data(counts_where(c, 1, &line), 0,
			    "'%.*s' is on both sides", (int)len, s);
		w->side[k] = (unsigned char)side;
		w->n_term[side]++;
	}
	if (!found)
		note("no row has '%s'", item->s);
}

/* The list's items are parted by commas. */
static void
take_list(struct work *w, const char *list, enum side side)
{
	struct buf item = {0};

	while (*list != '\0') {
		size_t len = strcspn(list, ",");

		item.len = 0;
		counts_escape(&item, list, len);
		if (len > 0)
			take(w, &item, side);
		list += len + (list[len] == ',');
	}
	buf_free(&item);
}

static void
put(struct work *w, struct stat_balance x)
{
	double z = gsl_cdf_ugaussian_Qinv((1 - w->s->rule->level) / 2);

	out_tab_real(&w->s->out, x.v);
	out_tab_real(&w->s->out, x.v - z * x.se);
	out_tab_real(&w->s->out, x.v + z * x.se);
}

static void
put_text(struct work *w, uint32_t k)
{
	const struct scale *s = w->s;
	uint64_t n[RIGHT + 1] = {0};
	size_t len;
	const char *name = scale_name(s, k, &len);

	for (size_t i = s->first[k]; i < s->first[k + 1]; i++) {
		const struct counts_slice *x = &s->c->slice[s->slice[i]];

		for (size_t j = x->from; j < x->to; j++)
			n[w->side[s->c->cell[j].term]] += s->c->cell[j].f;
	}
	out_mem(&w->s->out, name, len);
	put_count(&w->s->out, (double)s->words[k]);
	put_count(&w->s->out, (double)n[LEFT]);
	put_count(&w->s->out, (double)n[RIGHT]);
	put(w, stat_balance_net(n[LEFT], n[RIGHT], s->words[k]));
	put(w, stat_balance_share(n[LEFT], n[RIGHT]));
	put(w,
	    s->words[k] > 0 ? stat_balance_logit(n[LEFT], n[RIGHT])
			    : stat_balance_share(0, 0));
	out_ch(&w->s->out, '\n');
}

void
scale_balance(struct scale *s)
{
	struct work w = {.s = s};

	w.side = mem_new(s->c->terms.n, sizeof(*w.side));
	take_list(&w, s->rule->left, LEFT);
	take_list(&w, s->rule->right, RIGHT);
	note("rows on the left: %" PRIu64 ", on the right: %" PRIu64,
	    w.n_term[LEFT], w.n_term[RIGHT]);
	out_str(&s->out,
	    "part\twords\tleft\tright\tnet\tnet_low\tnet_high\tbalance"
	    "\tbalance_low\tbalance_high\tlogit\tlogit_low\tlogit_high\n");
	for (uint32_t k = 0; k < s->n_text; k++)
		put_text(&w, k);
	free(w.side);
}
