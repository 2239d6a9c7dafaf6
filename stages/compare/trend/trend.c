/* trend - how the rates of terms change from period to period.  See
 * trend(1). */
#include <gsl/gsl_errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compare/common/chance.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stat/rng.h"
#include "lib/table/counts.h"
#include "lib/table/groups.h"
#include "lib/table/rollup.h"
#include "period.h"
#include "tables.h"

static const struct opt_page page = {
    "trend [-ahqVv] [-b column -d speeches [-f column]] [-C law] "
    "[-l level] [-M table] [-m min] [-n size] [-P orders] [-r base] [-s seed] "
    "[-t threshold] [-u unit] [file ...]",
    "how the rates of terms change from period to period",
    "ab:C:d:f:l:M:m:n:P:r:s:t:u:"};

static const char table_names[] = "slope kendall break chrono increase rates";

static const struct table {
	const char *columns;
	const char *fixed; /* columns of what is held fixed, or NULL */
	void (*make)(struct trend *t);
	bool by_period; /* begins with the period */
} tables[] = {
    {slope_columns, slope_fixed, trend_slope, false},
    {kendall_columns, kendall_fixed, trend_kendall, false},
    {break_columns, break_fixed, trend_break, false},
    {chrono_columns, NULL, trend_chrono, false},
    {increase_columns, NULL, trend_increase, true},
    {rates_columns, rates_fixed, trend_rates, false},
};

struct opts {
	struct rule rule;
	const struct table *table; /* -M */
	bool by_row;               /* -a */
	struct period_rule period; /* -b, -d, -u */
	const char *size;          /* -n */
};

/* The terms of the n under way that are frequent enough. */
static void
choose_items(struct trend *t)
{
	const bool *has = t->r->has + (size_t)t->size * t->r->n_item;

	t->n_item = 0;
	for (uint32_t k = 0; k < t->r->n_item; k++)
		if (has[k] && t->s.F[k] >= t->rule->min)
			t->item[t->n_item++] = k;
}

/* Strata of one cell: nothing changes in them. */
static uint32_t
n_still(const struct within *w)
{
	uint32_t n = 0;

	for (uint32_t g = 0; g < w->n_stratum; g++)
		n += w->cell_end[g] - (g > 0 ? w->cell_end[g - 1] : 0) == 1;
	return n;
}

/* What the figures rest on. */
static void
tell(const struct trend *t)
{
	static const char *const kind[] = {
	    [PERIOD_NUMBERS] = ERR_WORDS("numbers"),
	    [PERIOD_DATES] = ERR_WORDS("dates, in years"),
	    [PERIOD_NAMES] =
		ERR_WORDS("names in the order of bytes, one apart"),
	    [PERIOD_YEARS] = ERR_WORDS("years"),
	    [PERIOD_MONTHS] = ERR_WORDS("months"),
	    [PERIOD_DAYS] = ERR_WORDS("days"),
	};
	const struct series *s = &t->s;
	size_t len;

	if (s->n_empty > 0)
		counts_note_size(t->c, t->size,
		    "parts without a word, left out: %" PRIu32, s->n_empty);
	if (s->n_point == 0) {
		counts_note_size(t->c, t->size, "no period with words");
		return;
	}
	counts_note_size(t->c, t->size,
	    "periods: %" PRIu32 ", %s to %s (%s); terms: %" PRIu32, s->n_point,
	    period_name(t->p, s->period[0], &len),
	    period_name(t->p, s->period[s->n_point - 1], &len),
	    err_said(kind[t->p->kind]), t->n_item);
	if (t->has_fixed)
		counts_note_size(t->c, t->size,
		    "%s held fixed: %" PRIu32 ", in one period only: %" PRIu32,
		    t->rule->fixed, t->within.n_stratum, n_still(&t->within));
}

static void
put_header(const struct opts *o, const struct trend *t)
{
	out_str(t->out, o->table->by_period ? "period\t" : "");
	out_str(t->out, t->c->has_size ? "n\t" : "");
	out_str(t->out, t->r->header);
	out_str(t->out,
	    o->table->make == trend_slope && o->rule.law == NEGBIN
		? slope_columns_negbin
		: o->table->columns);
	if (t->has_fixed)
		out_str(t->out, o->table->fixed);
	out_ch(t->out, '\n');
}

/* The units in strata: of one value each of what is held fixed. */
static void
open_strata(struct trend *t, const struct groups *fixed)
{
	const struct series *s = &t->s;
	uint32_t *of;

	within_open(&t->whole, s, NULL);
	if (fixed == NULL)
		return;
	of = mem_new(s->n_unit, sizeof(*of));
	for (uint32_t i = 0; i < s->n_unit; i++)
		of[i] = fixed->of[t->c->slice[s->slice[i]].part];
	within_open(&t->within, s, of);
	free(of);
}

/* The table of one n. */
static void
trend_size(const struct opts *o, struct trend *t, const struct groups *fixed)
{
	series_open(&t->s, t->r, t->p, t->size);
	open_strata(t, fixed);
	choose_items(t);
	tell(t);
	o->table->make(t);
	within_close(&t->whole);
	if (t->has_fixed)
		within_close(&t->within);
	series_close(&t->s);
}

static void
trend(const struct opts *o, const struct counts *c, const struct rollup *r,
    const struct period *p)
{
	struct out out;
	struct groups groups;
	struct groups *fixed = NULL;
	struct trend t = {.rule = &o->rule,
	    .c = c,
	    .r = r,
	    .p = p,
	    .out = &out,
	    .has_fixed = o->rule.fixed != NULL};
	uint32_t chosen = counts_choose_size(c, o->size);

	if (o->rule.fixed != NULL) {
		fixed = &groups;
		groups_open(fixed, c, o->period.path, o->rule.fixed);
	}
	out_stdout(&out);
	put_header(o, &t);
	t.item = mem_new(r->n_item, sizeof(*t.item));
	for (t.size = 0; t.size < c->sizes.n; t.size++)
		if (counts_takes_size(chosen, t.size))
			trend_size(o, &t, fixed);
	free(t.item);
	if (fixed != NULL)
		groups_close(fixed);
	out_close(&out);
}

static void
read_option(struct opts *o, int ch)
{
	switch (ch) {
	case 'a':
		o->by_row = true;
		break;
	case 'b':
		o->period.by = optarg;
		break;
	case 'C':
		o->rule.law =
		    (enum law)opt_word(ch, optarg, "quasi poisson negbin");
		break;
	case 'd':
		o->period.path = optarg;
		break;
	case 'f':
		o->rule.fixed = optarg;
		break;
	case 'l':
		o->rule.level = opt_real(ch, optarg, 0.01, 0.9999);
		break;
	case 'M':
		o->table = &tables[opt_word(ch, optarg, table_names)];
		break;
	case 'm':
		o->rule.min = opt_u64(ch, optarg, 1, COUNTS_MAX);
		break;
	case 'n':
		o->size = optarg;
		break;
	}
}

/* What -f cannot do. */
static void
check_fixed(const struct opts *o)
{
	if (o->period.path == NULL)
		opt_refuse(&page, "-f needs -b and -d");
	if (strcmp(o->period.path, "-") == 0)
		opt_refuse(&page,
		    "with -f the table of -d is read twice: give a file, not "
		    "-");
	if (o->table->fixed == NULL)
		opt_refuse(&page,
		    "only -M slope, kendall, break and rates can hold "
		    "something fixed (-f)");
	if (o->table->make == trend_slope && o->rule.law == NEGBIN)
		opt_refuse(&page,
		    "-C negbin cannot hold something fixed (-f): take quasi");
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'P':
			o->rule.deals =
			    chance_option(ch, optarg, 0, STAT_DEALS_MOST);
			break;
		case 'r':
			o->rule.base = opt_real(ch, optarg, 1, 1e12);
			break;
		case 's':
			o->rule.seed = opt_u64(ch, optarg, 0, UINT64_MAX);
			break;
		case 't':
			o->rule.threshold = opt_real(ch, optarg, 0, 1e15);
			break;
		case 'u':
			o->period.unit = PERIOD_YEARS +
			    (enum period_kind)opt_word(
				ch, optarg, "year month day");
			break;
		default:
			read_option(o, ch);
		}
	if ((o->period.by != NULL) != (o->period.path != NULL))
		opt_refuse(&page, "-b and -d go together");
	o->rule.pooled = o->period.by != NULL || o->period.unit >= PERIOD_YEARS;
	if (o->rule.fixed != NULL)
		check_fixed(o);
}

int
main(int argc, char **argv)
{
	struct opts o = {.table = &tables[0],
	    .rule = {.min = 1,
		.deals = CHANCE_AUTO,
		.seed = STAT_RNG_SEED,
		.base = 1000,
		.level = 0.95,
		.threshold = 2}};
	struct counts c;
	struct rollup r;
	struct period p;
	uint64_t line;

	err_init(argv[0]);
	(void)gsl_set_error_handler_off();
	read_options(&o, argc, argv);
	counts_read(&c, argv + optind, argc - optind);
	counts_need_part(&c);
	if (c.n_slice > 0 && !c.has_margin && rollup_theme(&c) >= 0)
		die_data(counts_where(&c, 1, &line), 0,
		    "no margin rows, so the words of the parts are not known: "
		    "count with themes, or add them");
	counts_note_sums(&c);
	rollup_open(&r, &c, !o.by_row);
	period_open(&p, &c, &o.period);
	trend(&o, &c, &r, &p);
	period_close(&p);
	rollup_close(&r);
	counts_free(&c);
	return RC_OK;
}
