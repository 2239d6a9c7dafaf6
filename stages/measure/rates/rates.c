/* rates - hits per 1,000 words, with intervals.  See rates(1). */
#include <gsl/gsl_errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stat/interval.h"
#include "lib/stat/rng.h"
#include "lib/table/counts.h"
#include "lib/table/groups.h"
#include "lib/table/intern.h"
#include "lib/table/resample.h"
#include "lib/table/rollup.h"

static const struct opt_page page = {
    "rates [-aghqUVv] [-B reps] [-b column -d speeches] [-l level] [-r base] "
    "[-s seed] [file ...]",
    "hits per 1,000 words, with intervals", "aB:b:d:gl:r:s:U"};

struct opts {
	bool by_row;       /* -a */
	bool whole;        /* -g */
	bool by_speech;    /* -U */
	const char *by;    /* -b */
	const char *table; /* -d */
	double base;       /* -r */
	double level;      /* -l */
	uint64_t seed;     /* -s */
	uint32_t reps;     /* -B */
};

/* One row of the result, without its names. */
struct rate {
	uint64_t f;
	uint64_t words;
	double mean;
	uint32_t units;
	struct stat_interval in;
	const char *method;
};

struct work {
	const struct opts *o;
	const struct counts *c;
	const struct rollup *r;
	struct out out;
	struct groups g;
	struct resample s;
	/* of the group and n under way */
	uint64_t words;
	uint64_t *sum; /* by item: hits */
	double *mean;  /* by item: sum of the units' rates */
};

static void
put_names(
    struct work *w, const char *part, size_t len, uint32_t size, uint32_t item)
{
	const char *s;

	if (w->c->has_part) {
		out_mem(&w->out, part, len);
		out_ch(&w->out, '\t');
	}
	if (w->c->has_size) {
		s = counts_name(&w->c->sizes, size, &len);
		out_mem(&w->out, s, len);
		out_ch(&w->out, '\t');
	}
	s = rollup_name(w->r, item, &len);
	out_mem(&w->out, s, len);
	out_ch(&w->out, '\t');
}

static void
put_rate(struct work *w, const struct rate *x)
{
	const double none = (double)NAN;
	double per = x->words > 0 ? w->o->base / (double)x->words : none;

	out_u64(&w->out, x->f);
	out_tab_u64(&w->out, x->words);
	out_tab_real(&w->out, (double)x->f * per);
	out_tab_real(&w->out, x->in.low);
	out_tab_real(&w->out, x->in.high);
	out_tab_real(&w->out, x->units > 0 ? x->mean : none);
	out_fmt(&w->out, "\t%" PRIu32 "\t%s\n", x->units, x->method);
}

/* Every part by itself. */
static void
rate_slice(struct work *w, size_t i)
{
	const struct counts_slice *s = &w->c->slice[i];
	size_t at = w->r->first[i];
	size_t len;
	const char *part = counts_name(&w->c->parts, s->part, &len);

	for (uint32_t k = 0; k < w->r->n_item; k++) {
		struct rate x = {.words = s->total,
		    .units = s->total > 0,
		    .method = "poisson"};
		double per =
		    s->total > 0 ? w->o->base / (double)s->total : (double)NAN;

		if (!w->r->has[(size_t)s->size * w->r->n_item + k])
			continue;
		if (at < w->r->first[i + 1] && w->r->hit[at].item == k)
			x.f = w->r->hit[at++].f;
		x.in = stat_interval_poisson(x.f, w->o->level);
		x.in.low *= per;
		x.in.high *= per;
		x.mean = (double)x.f * per;
		put_names(w, part, len, s->size, k);
		put_rate(w, &x);
	}
}

/* The slices of a group and n, and their sums. */
static void
gather(struct work *w, uint32_t group, uint32_t size)
{
	w->s.n_unit = 0;
	w->words = 0;
	memset(w->sum, 0, w->r->n_item * sizeof(*w->sum));
	memset(w->mean, 0, w->r->n_item * sizeof(*w->mean));
	for (size_t k = w->g.from[group]; k < w->g.from[group + 1]; k++) {
		size_t i = w->g.slice[k];
		const struct counts_slice *s = &w->c->slice[i];

		if (s->size != size || s->total == 0)
			continue;
		w->s.unit[w->s.n_unit++] = i;
		w->words += s->total;
		for (size_t j = w->r->first[i]; j < w->r->first[i + 1]; j++) {
			const struct rollup_hit *x = &w->r->hit[j];

			w->sum[x->item] += x->f;
			w->mean[x->item] += (double)x->f / (double)s->total;
		}
	}
}

static void
put_group(
    struct work *w, uint32_t group, uint32_t size, uint32_t item, double *drawn)
{
	const double none = (double)NAN;
	struct rate x = {.f = w->sum[item],
	    .words = w->words,
	    .units = w->s.n_unit,
	    .in = {none, none},
	    .method = "bootstrap"};
	size_t len;
	const char *name = intern_s(&w->g.names, group, &len);

	if (!w->r->has[(size_t)size * w->r->n_item + item])
		return;
	x.mean = w->o->base * w->mean[item] / (double)w->s.n_unit;
	if (w->s.n_unit > 1 && x.f > 0)
		x.in = stat_interval_percentile(drawn, w->o->reps, w->o->level);
	put_names(w, name, len, size, item);
	put_rate(w, &x);
}

static void
rate_group(struct work *w, uint32_t group, uint32_t size)
{
	struct stat_rng rng;
	size_t len;
	const char *name = intern_s(&w->g.names, group, &len);
	uint32_t to;

	gather(w, group, size);
	for (uint32_t from = 0; from < w->r->n_item; from = to) {
		to = w->r->n_item - from > w->s.block ? from + w->s.block
						      : w->r->n_item;
		if (w->s.n_unit > 1) {
			stat_rng_open(&rng, w->o->seed, name, len);
			resample_rates(&w->s, &rng, from, to);
		}
		for (uint32_t k = from; k < to; k++)
			put_group(w, group, size, k,
			    w->s.drawn + (size_t)(k - from) * w->o->reps);
	}
}

/* Has the group a slice of this n, if only an empty one? */
static bool
is_there(const struct work *w, uint32_t group, uint32_t size)
{
	for (size_t k = w->g.from[group]; k < w->g.from[group + 1]; k++)
		if (w->c->slice[w->g.slice[k]].size == size)
			return true;
	return false;
}

static void
rate_groups(struct work *w)
{
	uint32_t *rank;
	uint32_t *order;

	if (w->o->by_speech)
		groups_open_units(&w->g, w->c);
	else
		groups_open(&w->g, w->c, w->o->table, w->o->by);
	resample_open(&w->s, w->r, w->o->reps, w->o->base);
	w->sum = mem_new(w->r->n_item, sizeof(*w->sum));
	w->mean = mem_new(w->r->n_item, sizeof(*w->mean));
	intern_rank(&w->g.names, &rank, &order);
	for (uint32_t i = 0; i < w->g.names.n; i++)
		for (uint32_t k = 0; k < w->c->sizes.n; k++)
			if (is_there(w, order[i], k))
				rate_group(w, order[i], k);
	free(rank);
	free(order);
	free(w->sum);
	free(w->mean);
	resample_close(&w->s);
	groups_close(&w->g);
}

static void
rates(const struct opts *o, const struct counts *c, const struct rollup *r)
{
	struct work w = {.o = o, .c = c, .r = r};

	out_stdout(&w.out);
	out_str(&w.out, c->has_part ? "part\t" : "");
	out_str(&w.out, c->has_size ? "n\t" : "");
	out_str(&w.out, r->header);
	out_str(
	    &w.out, "\tfreq\twords\trate\tlow\thigh\tmean\tunits\tmethod\n");
	if (o->whole || o->by_speech || o->by != NULL)
		rate_groups(&w);
	else
		for (size_t i = 0; i < c->n_slice; i++)
			rate_slice(&w, i);
	out_close(&w.out);
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			o->by_row = true;
			break;
		case 'B':
			o->reps = (uint32_t)opt_u64(
			    ch, optarg, 100, RESAMPLE_REPS_MAX);
			break;
		case 'b':
			o->by = optarg;
			break;
		case 'd':
			o->table = optarg;
			break;
		case 'g':
			o->whole = true;
			break;
		case 'l':
			o->level = opt_real(ch, optarg, 0.01, 0.9999);
			break;
		case 'r':
			o->base = opt_real(ch, optarg, 1, 1e12);
			break;
		case 's':
			o->seed = opt_u64(ch, optarg, 0, UINT64_MAX);
			break;
		case 'U':
			o->by_speech = true;
			break;
		}
	if ((o->by != NULL) != (o->table != NULL))
		opt_refuse(&page, "-b and -d go together");
	if (o->by != NULL && o->whole)
		opt_refuse(&page, "-g pools all parts, -b some: not both");
	if (o->by_speech && (o->by != NULL || o->whole))
		opt_refuse(
		    &page, "-U pools units by speech: not with -b or -g");
}

int
main(int argc, char **argv)
{
	struct opts o = {
	    .base = 1000, .level = 0.95, .seed = STAT_RNG_SEED, .reps = 2000};
	struct counts c;
	struct rollup r;
	uint64_t line;

	err_init(argv[0]);
	(void)gsl_set_error_handler_off();
	read_options(&o, argc, argv);
	counts_read(&c, argv + optind, argc - optind);
	if (o.whole || o.by_speech || o.by != NULL)
		counts_need_part(&c);
	if (c.n_slice > 0 && !c.has_margin && rollup_theme(&c) >= 0)
		die_data(counts_where(&c, 1, &line), 0,
		    "no margin rows, so the words of the parts are not known: "
		    "count with themes, or add them");
	rollup_open(&r, &c, !o.by_row);
	rates(&o, &c, &r);
	rollup_close(&r);
	counts_free(&c);
	return RC_OK;
}
