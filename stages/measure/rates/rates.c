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
#include "lib/stat/jackknife.h"
#include "lib/table/counts.h"
#include "lib/table/groups.h"
#include "lib/table/intern.h"
#include "lib/table/rollup.h"

static const struct opt_page page = {
    "rates [-aghqUVv] [-b column -d speeches] [-l level] [-r base] "
    "[file ...]",
    "hits per 1,000 words, with intervals", "ab:d:gl:r:U"};

/* Of squared deviations: units of one rate do not show how they vary. */
static const double SAME = 1e-20;

struct opts {
	bool by_row;       /* -a */
	bool whole;        /* -g */
	bool by_speech;    /* -U */
	const char *by;    /* -b */
	const char *table; /* -d */
	double base;       /* -r */
	double level;      /* -l */
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

/* Of an item in the group under way. */
struct sums {
	uint64_t f;
	double mean; /* sum of the units' rates */
	/* of the run under way: */
	uint64_t left;
	uint32_t with; /* runs that have it */
	/* over these, with b = ln(1 - left / f) and a that of
	 * the run's words: */
	double b;      /* sum of b */
	double square; /* sum of b^2 - 2 a b */
};

struct work {
	const struct opts *o;
	const struct counts *c;
	const struct rollup *r;
	struct out out;
	struct groups g;
	/* of the group and n under way */
	size_t *unit; /* slices with words */
	uint32_t n_unit;
	uint64_t words;
	struct sums *sums; /* by item */
	uint32_t *left;    /* items of the run under way */
	uint32_t n_left;
	double a; /* sum over the runs of a = ln(1 - words left / words) */
	double a_square;
	uint32_t runs;
	double factor;
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

/* ---- groups ---- */

/* Sentences of a speech, id#1 .. id#10, as they follow one another: slices of
 * names of one length stand in the order of their bytes. */
static void
order_sentences(struct work *w)
{
	size_t *by_len = mem_new(w->n_unit, sizeof(*by_len));
	uint32_t n = 0;

	for (size_t want = 0; n < w->n_unit; want++)
		for (uint32_t i = 0; i < w->n_unit; i++) {
			size_t len;

			(void)counts_name(
			    &w->c->parts, w->c->slice[w->unit[i]].part, &len);
			if (len == want)
				by_len[n++] = w->unit[i];
		}
	memcpy(w->unit, by_len, n * sizeof(*by_len));
	free(by_len);
}

/* The slices of a group and n, and their sums. */
static void
gather(struct work *w, uint32_t group, uint32_t size)
{
	w->n_unit = 0;
	w->words = 0;
	memset(w->sums, 0, w->r->n_item * sizeof(*w->sums));
	for (size_t k = w->g.from[group]; k < w->g.from[group + 1]; k++) {
		size_t i = w->g.slice[k];
		const struct counts_slice *s = &w->c->slice[i];

		if (s->size != size || s->total == 0)
			continue;
		w->unit[w->n_unit++] = i;
		w->words += s->total;
		for (size_t j = w->r->first[i]; j < w->r->first[i + 1]; j++) {
			const struct rollup_hit *x = &w->r->hit[j];
			struct sums *to = &w->sums[x->item];

			to->f += x->f;
			to->mean += (double)x->f / (double)s->total;
		}
	}
	if (w->o->by_speech)
		order_sentences(w);
}

/* A run of so many words is left out, and its hits, which are in sums[].left */
static void
leave_out(struct work *w, uint64_t words)
{
	double a = log1p(-(double)words / (double)w->words);

	w->a += a;
	w->a_square += a * a;
	for (uint32_t i = 0; i < w->n_left; i++) {
		struct sums *s = &w->sums[w->left[i]];
		double b = log1p(-(double)s->left / (double)s->f);

		s->with++;
		s->b += b;
		s->square += b * (b - 2 * a);
		s->left = 0;
	}
	w->n_left = 0;
}

/* ln of the rate without a run, less ln of the rate, is b - a; the sums of
 * these and of their squares, for all items at once. */
static void
jackknife(struct work *w)
{
	uint64_t words = 0;

	w->runs = stat_jackknife_runs(w->n_unit, w->o->by_speech);
	w->factor = stat_jackknife_factor(w->runs, w->o->level);
	w->a = 0;
	w->a_square = 0;
	for (uint32_t i = 0; i < w->n_unit; i++) {
		size_t slice = w->unit[i];
		uint32_t run = stat_jackknife_run(i, w->n_unit, w->runs);

		words += w->c->slice[slice].total;
		for (size_t j = w->r->first[slice]; j < w->r->first[slice + 1];
		     j++) {
			const struct rollup_hit *x = &w->r->hit[j];
			struct sums *s = &w->sums[x->item];

			if (s->left == 0)
				w->left[w->n_left++] = x->item;
			s->left += x->f;
		}
		if (i + 1 < w->n_unit &&
		    stat_jackknife_run(i + 1, w->n_unit, w->runs) == run)
			continue;
		leave_out(w, words);
		words = 0;
	}
}

static void
put_group(struct work *w, uint32_t group, uint32_t size, uint32_t item)
{
	const double none = (double)NAN;
	const struct sums *s = &w->sums[item];
	struct rate x = {.f = s->f,
	    .words = w->words,
	    .units = w->n_unit,
	    .in = {none, none},
	    .method = "jackknife"};
	double sum = s->b - w->a;
	double square = s->square + w->a_square - sum * sum / w->runs;
	size_t len;
	const char *name = intern_s(&w->g.names, group, &len);

	if (!w->r->has[(size_t)size * w->r->n_item + item])
		return;
	x.mean = w->o->base * s->mean / (double)w->n_unit;
	if (s->with >= stat_jackknife_with(w->runs) && square > SAME)
		x.in = stat_jackknife_around(
		    w->o->base * (double)x.f / (double)x.words,
		    w->factor * sqrt(square), true);
	put_names(w, name, len, size, item);
	put_rate(w, &x);
}

static void
rate_group(struct work *w, uint32_t group, uint32_t size)
{
	gather(w, group, size);
	jackknife(w);
	for (uint32_t k = 0; k < w->r->n_item; k++)
		put_group(w, group, size, k);
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
	w->unit = mem_new(w->c->n_slice, sizeof(*w->unit));
	w->sums = mem_new(w->r->n_item, sizeof(*w->sums));
	w->left = mem_new(w->r->n_item, sizeof(*w->left));
	intern_rank(&w->g.names, &rank, &order);
	for (uint32_t i = 0; i < w->g.names.n; i++)
		for (uint32_t k = 0; k < w->c->sizes.n; k++)
			if (is_there(w, order[i], k))
				rate_group(w, order[i], k);
	free(rank);
	free(order);
	free(w->unit);
	free(w->sums);
	free(w->left);
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
	struct opts o = {.base = 1000, .level = 0.95};
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
	counts_note_sums(&c);
	rollup_open(&r, &c, !o.by_row);
	rates(&o, &c, &r);
	rollup_close(&r);
	counts_free(&c);
	return RC_OK;
}
