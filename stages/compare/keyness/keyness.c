/* keyness - which terms set a target apart from a reference.
 * See keyness(1). */
#include <gsl/gsl_errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compare/common/tests.h"
#include "contrast.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stat/keyness.h"
#include "lib/stat/rng.h"
#include "lib/table/counts.h"
#include "versus.h"

static const struct opt_page page = {
    "keyness [-hqVv] [-A words] [-a measure,...] [-b column -d speeches] "
    "[-C convention] [-k number] [-l level] [-m min] [-n size] [-O prefix] "
    "[-P deals] [-p part] [-R reference] [-r part] [-s seed] [-t threshold] "
    "[file ...]",
    "which terms set a target apart from a reference",
    "A:a:b:C:d:k:l:m:n:O:P:p:R:r:s:t:"};

enum {
	PRIOR = 500, /* words */
	DEALS_MAX = 100000000
};

/* A test that -C chooses. */
struct test {
	const char *name;
	const char *column;
	double (*of)(const struct stat_keyness *x);
};

static const struct test tests[] = {
    {"g2", "G2", stat_keyness_g2},
    {"rayson", "G2_2cells", stat_keyness_rayson},
    {"chi2", "chi2", stat_keyness_chi2},
    {"yates", "chi2_yates", stat_keyness_yates},
};

/* A measure that -a adds. */
enum added {
	ADDED_HARDIE,
	ADDED_DIFF,
	ADDED_MATHS,
	ADDED_END
};

static const struct {
	const char *name;
	const char *column;
} measures[ADDED_END] = {
    {"hardie", "LogRatio_hardie"}, {"diff", "DIFF"}, {"maths", "maths"}};

struct opts {
	struct versus_rule sides;
	size_t cap[VERSUS_SIDES];
	struct contrast_rule rule;   /* -C, -l, -P, -s */
	const char *column;          /* of the test */
	enum added added[ADDED_END]; /* -a */
	size_t n_added;
	double lambda;
	double prior;       /* -A */
	double threshold;   /* -t */
	uint64_t strongest; /* -k; 0 is all */
	const char *size;   /* -n, or NULL */
	const char *prefix; /* -O, or NULL */
};

struct work {
	const struct opts *o;
	const struct versus *v;
	uint32_t size; /* the n under way */
	struct out out;
	struct tests_file tests; /* of -O */
};

/* ---- the table ---- */

static void
put_header(struct out *out, const struct opts *o, const struct counts *c)
{
	out_str(out, c->has_size ? "n\t" : "");
	out_mem(out, c->header.s, c->header.len);
	out_fmt(out,
	    "\tf1\tn1\tf2\tn2\trange1\trange2\tDP1_0even\tDP2_0even"
	    "\t%s\tp\tq\tp_holm\tLogRatio\tLRC\tz",
	    o->column);
	for (size_t i = 0; i < o->n_added; i++)
		out_fmt(out, "\t%s", measures[o->added[i]].column);
	out_str(out, o->rule.deals > 0 ? "\tp_perm\tq_perm\n" : "\n");
}

static double
measure(const struct opts *o, enum added k, const struct stat_keyness *x)
{
	switch (k) {
	case ADDED_HARDIE:
		return stat_keyness_log_ratio(x);
	case ADDED_DIFF:
		return stat_keyness_diff(x);
	case ADDED_MATHS:
		return stat_keyness_maths(x, o->lambda);
	case ADDED_END:
		break;
	}
	return (double)NAN;
}

static void
put_names(struct work *w, const struct contrast_row *r)
{
	const char *name;
	size_t len;

	if (w->v->c[0].has_size) {
		name = counts_name(&w->v->c[0].sizes, w->size, &len);
		out_mem(&w->out, name, len);
		out_ch(&w->out, '\t');
	}
	name = versus_name(w->v, r->term->name, &len);
	out_mem(&w->out, name, len);
}

static void
put_row(struct work *w, const struct contrast_row *r)
{
	const double figure[] = {
	    r->dp[VERSUS_TARGET], r->dp[VERSUS_REFERENCE], r->test};
	const double ln[] = {r->ln_p, r->ln_q, r->ln_holm};
	const double effect[] = {stat_keyness_walter(&r->x), r->lrc,
	    stat_keyness_dirichlet(&r->x, w->o->prior)};

	put_names(w, r);
	out_fmt(&w->out,
	    "\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64 "\t%zu\t%zu",
	    r->x.f1, r->x.n1, r->x.f2, r->x.n2, r->range[VERSUS_TARGET],
	    r->range[VERSUS_REFERENCE]);
	for (size_t k = 0; k < sizeof(figure) / sizeof(*figure); k++)
		out_tab_real(&w->out, figure[k]);
	for (size_t k = 0; k < sizeof(ln) / sizeof(*ln); k++)
		out_tab_exp(&w->out, ln[k]);
	for (size_t k = 0; k < sizeof(effect) / sizeof(*effect); k++)
		out_tab_real(&w->out, effect[k]);
	for (size_t k = 0; k < w->o->n_added; k++)
		out_tab_real(&w->out, measure(w->o, w->o->added[k], &r->x));
	if (w->o->rule.deals > 0) {
		out_tab_real(&w->out, r->p_perm);
		out_tab_exp(&w->out, r->ln_q_perm);
	}
	out_ch(&w->out, '\n');
}

static bool
is_strong(const struct opts *o, const struct contrast_row *r)
{
	return o->threshold <= 0 || fabs(r->test) >= o->threshold;
}

/* The rows that -t and -k leave. */
static void
put_rows(struct work *w, const struct contrast *c)
{
	uint64_t k = w->o->strongest;
	uint64_t above = 0;
	uint64_t below = 0; /* still to come */

	for (uint32_t i = 0; i < c->n; i++)
		below += is_strong(w->o, &c->row[i]) && c->row[i].test < 0;
	for (uint32_t i = 0; i < c->n; i++) {
		const struct contrast_row *r = &c->row[i];

		if (!is_strong(w->o, r))
			continue;
		if (k == 0 || (r->test > 0 && ++above <= k) ||
		    (r->test < 0 && below-- <= k))
			put_row(w, r);
	}
}

/* What was tested, and how. */
static void
tell(const struct work *w, const struct contrast *c)
{
	const struct versus *v = w->v;
	const struct counts *t = &v->c[0];

	counts_note_size(t, w->size,
	    "terms tested: %" PRIu64 "; target: %" PRIu64
	    " words (parts: %" PRIu32 "), reference: %" PRIu64
	    " words (parts: %" PRIu32 ")",
	    c->family, v->words[VERSUS_TARGET], v->n_part[VERSUS_TARGET],
	    v->words[VERSUS_REFERENCE], v->n_part[VERSUS_REFERENCE]);
	if (v->n_empty > 0)
		counts_note_size(t, w->size,
		    "parts without a word, left out: %" PRIu32, v->n_empty);
	if (c->relabel.n > 0)
		counts_note_size(t, w->size,
		    "%s%" PRIu64
		    " labellings of the parts; p_perm cannot be below %.3g, "
		    "q_perm of a term alone %.3g",
		    c->relabel.all ? "all " : "", c->relabel.n,
		    c->relabel.least, chance_least_q(&c->relabel));
}

static void
put_size(struct work *w)
{
	struct contrast c;
	size_t len;
	const char *name = counts_name(&w->v->c[0].sizes, w->size, &len);

	contrast_open(&c, w->v, &w->o->rule, name, len);
	tell(w, &c);
	put_rows(w, &c);
	tests_put(&w->tests, w->size, w->v->n_unit, &c.relabel);
	contrast_close(&c);
}

static void
keyness(const struct opts *o, struct versus *v)
{
	struct work w = {.o = o, .v = v};
	const struct counts *c = &v->c[0];
	uint32_t chosen = counts_choose_size(c, o->size);
	size_t len;

	tests_open(&w.tests, o->prefix, c);
	out_stdout(&w.out);
	put_header(&w.out, o, c);
	for (w.size = 0; w.size < c->sizes.n; w.size++) {
		if (!counts_takes_size(chosen, w.size))
			continue;
		if (versus_take(v, w.size))
			put_size(&w);
		else
			note("%s has no n %s: left out", o->sides.file,
			    counts_name(&c->sizes, w.size, &len));
	}
	out_close(&w.out);
	tests_close(&w.tests);
}

/* ---- the command line ---- */

static void
add_name(struct opts *o, int side, const char *name)
{
	struct versus_rule *r = &o->sides;

	r->name[side] = mem_grow(r->name[side], &o->cap[side],
	    r->n_name[side] + 1, sizeof(*r->name[side]));
	r->name[side][r->n_name[side]++] = name;
}

static void
set_convention(struct opts *o, const char *s)
{
	if (strcmp(s, "uncorrected") == 0) {
		o->rule.uncorrected = true;
		return;
	}
	for (size_t i = 0; i < sizeof(tests) / sizeof(*tests); i++)
		if (strcmp(s, tests[i].name) == 0) {
			o->rule.test = tests[i].of;
			o->column = tests[i].column;
			return;
		}
	die_usage("option -C: '%s' is none of g2, rayson, chi2, yates, "
		  "uncorrected",
	    s);
}

static void
add_measure(struct opts *o, char *s)
{
	char *value = strchr(s, '=');
	enum added k = ADDED_HARDIE;

	if (value != NULL)
		*value++ = '\0';
	while (k < ADDED_END && strcmp(s, measures[k].name) != 0)
		k++;
	if (k == ADDED_END || (value != NULL && k != ADDED_MATHS))
		die_usage("option -a: '%s' is none of hardie, diff, maths, "
			  "maths=number",
		    s);
	for (size_t i = 0; i < o->n_added; i++)
		if (o->added[i] == k)
			die_usage("option -a: '%s' twice", s);
	if (value != NULL)
		o->lambda = opt_real('a', value, 1e-6, 1e9);
	o->added[o->n_added++] = k;
}

static bool
side_option(struct opts *o, int ch)
{
	switch (ch) {
	case 'b':
		o->sides.by = optarg;
		return true;
	case 'd':
		o->sides.table = optarg;
		return true;
	case 'm':
		o->sides.min = opt_u64(ch, optarg, 1, COUNTS_MAX);
		return true;
	case 'p':
		add_name(o, VERSUS_TARGET, optarg);
		return true;
	case 'R':
		o->sides.file = optarg;
		return true;
	case 'r':
		add_name(o, VERSUS_REFERENCE, optarg);
		return true;
	default:
		return false;
	}
}

static void
other_option(struct opts *o, int ch)
{
	char *s;

	switch (ch) {
	case 'A':
		o->prior = opt_real(ch, optarg, 1e-3, 1e12);
		break;
	case 'a':
		while ((s = strsep(&optarg, ",")) != NULL)
			add_measure(o, s);
		break;
	case 'C':
		set_convention(o, optarg);
		break;
	case 'k':
		o->strongest = opt_u64(ch, optarg, 1, UINT32_MAX);
		break;
	case 'l':
		o->rule.level = opt_real(ch, optarg, 0.01, 0.9999);
		break;
	case 'n':
		o->size = optarg;
		break;
	case 'O':
		o->prefix = optarg;
		break;
	case 'P':
		o->rule.deals = chance_option(ch, optarg, 1, DEALS_MAX);
		break;
	case 's':
		o->rule.seed = opt_u64(ch, optarg, 0, UINT64_MAX);
		break;
	case 't':
		o->threshold = opt_real(ch, optarg, 0, 1e15);
		break;
	}
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		if (!side_option(o, ch))
			other_option(o, ch);
	if ((o->sides.by != NULL) != (o->sides.table != NULL))
		opt_refuse(&page, "-b and -d go together");
	if (o->sides.n_name[VERSUS_TARGET] == 0 && o->sides.file == NULL)
		opt_refuse(&page,
		    "which is the target? -p part, "
		    "or -R table-of-the-reference");
	if (o->prefix != NULL && o->rule.deals == 0)
		opt_refuse(&page, "-O goes with -P");
}

int
main(int argc, char **argv)
{
	struct opts o = {
	    .rule = {.test = tests[0].of, .level = 0.95, .seed = STAT_RNG_SEED},
	    .column = tests[0].column,
	    .lambda = 1,
	    .prior = PRIOR};
	struct versus v;

	err_init(argv[0]);
	(void)gsl_set_error_handler_off();
	read_options(&o, argc, argv);
	versus_open(&v, &o.sides, argv + optind, argc - optind);
	keyness(&o, &v);
	versus_close(&v);
	free(o.sides.name[VERSUS_TARGET]);
	free(o.sides.name[VERSUS_REFERENCE]);
	return RC_OK;
}
