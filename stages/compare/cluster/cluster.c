/* cluster - parts that are near each other, as a tree.  See cluster(1). */
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "distances.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stat/deal.h"
#include "lib/table/counts.h"
#include "lib/table/tsv.h"
#include "newick.h"
#include "speeches.h"
#include "stat_support.h"
#include "stat_tree.h"

static const struct opt_page page = {
    "cluster [-hqVv] [-f table|newick] [-k groups] [-M method] "
    "[-g column -d speeches [-B draws] [-m min] [-s seed] [-t share]] "
    "[file ...]",
    "parts that are near each other, as a tree", "B:d:f:g:k:M:m:s:t:"};

enum {
	DRAWS_LEAST = 100
};

static const double cost_most = 1.5e10; /* steps of all draws: half a minute */

enum format {
	TABLE,
	NEWICK
};

struct opts {
	enum format format;
	bool format_set;
	uint32_t groups; /* -k, or 0 */
	bool joining;    /* neighbour joining, else by */
	enum stat_linkage by;
	uint32_t draws; /* -B, or 0 */
	bool counted;   /* an option of counts was given */
	struct speeches_rule counts;
};

/* ---- tables ---- */

/* A part by its name, a group by the step that made it. */
static void
put_node(struct out *o, const struct distances *t, uint32_t node)
{
	if (node < t->n)
		tsv_put(o, t->name[node], strlen(t->name[node]));
	else
		out_fmt(o, "#%" PRIu32, node - t->n + 1);
}

/* Would the name of a part be taken for a group's? */
static void
refuse_names(const struct distances *t)
{
	for (uint32_t i = 0; i < t->n; i++) {
		const char *s = t->name[i];

		if (*s == '#' && s[1] != '\0' &&
		    s[1 + strspn(s + 1, "0123456789")] == '\0')
			die_data(t->file, 0,
			    "a part is called '%s', as groups are: rename it",
			    s);
	}
}

static void
put_table(struct out *o, const struct distances *t, const struct stat_merge *m,
    const struct stat_support *support)
{
	refuse_names(t);
	out_str(
	    o, "step\tleft\tright\theight\tsize\tleft_length\tright_length");
	out_str(o, support != NULL ? "\tsupport\n" : "\n");
	for (uint32_t k = 0; k + 1 < t->n; k++) {
		out_fmt(o, "%" PRIu32 "\t", k + 1);
		put_node(o, t, m[k].left);
		out_ch(o, '\t');
		put_node(o, t, m[k].right);
		out_tab_real(o, m[k].height);
		out_fmt(o, "\t%" PRIu32 "\t", m[k].size);
		out_real(o, m[k].left_length);
		out_tab_real(o, m[k].right_length);
		if (support != NULL)
			out_tab_real(o, stat_support_of(support, k));
		out_ch(o, '\n');
	}
}

static void
put_groups(struct out *o, const struct distances *t, const struct stat_merge *m,
    uint32_t k)
{
	uint32_t *group;

	if (t->n > 0 && k > t->n)
		die_data(t->file, 0,
		    "groups asked for by -k: %" PRIu32 ", parts: %" PRIu32, k,
		    t->n);
	group = mem_new(t->n, sizeof(*group));
	if (t->n > 0)
		stat_tree_cut(m, t->n, k, group);
	out_str(o, "part\tgroup\n");
	for (uint32_t i = 0; i < t->n; i++) {
		put_node(o, t, i);
		out_fmt(o, "\t%" PRIu32 "\n", group[i] + 1);
	}
	free(group);
}

static void
tell_negative(const struct stat_merge *m, uint32_t n)
{
	uint32_t n_negative = 0;

	for (uint32_t k = 0; k + 1 < n; k++)
		n_negative += (uint32_t)(m[k].left_length < 0) +
		    (uint32_t)(m[k].right_length < 0);
	if (n_negative > 0)
		note("branches of negative length: %" PRIu32
		     "; the distances are not those of a tree",
		    n_negative);
}

static void
put_tree(const struct opts *o, const struct distances *t,
    const struct stat_merge *m, const struct stat_support *support)
{
	struct out out;
	const struct newick line = {&out, m, t->n, t->name, support};

	out_stdout(&out);
	if (o->groups > 0)
		put_groups(&out, t, m, o->groups);
	else if (o->format == NEWICK)
		newick_put(&line, o->joining);
	else
		put_table(&out, t, m, support);
	out_close(&out);
}

/* d is overwritten. */
static void
build(const struct opts *o, double *d, uint32_t n, struct stat_merge *m)
{
	if (o->joining)
		stat_tree_nj(d, n, m);
	else
		stat_tree_linkage(d, n, o->by, m);
}

/* How often the nodes of m come again. */
static void
resample(const struct opts *o, struct speeches *speeches,
    const struct stat_merge *m, struct stat_support *support)
{
	uint32_t n = speeches->n;
	size_t n_pair = n > 0 ? (size_t)n * (n - 1) / 2 : 0;
	struct stat_merge *other = mem_new(n, sizeof(*other));
	double *d = mem_new(CROSSED_CASES * n_pair, sizeof(*d));
	uint32_t draws = o->draws;

	stat_support_open(support, m, n, o->joining);
	if (draws *
		(speeches->c.cost + (double)n_pair * (o->joining ? n : 10)) >
	    cost_most) {
		note("speeches are not drawn anew: there are too many, and "
		     "parts");
		draws = 0;
	}
	for (uint32_t i = 0; n > 2 && i < draws; i++) {
		if (i % CROSSED_CASES == 0)
			speeches_draw(speeches, d,
			    draws - i < CROSSED_CASES ? draws - i
						      : CROSSED_CASES);
		build(o, d + i % CROSSED_CASES * n_pair, n, other);
		stat_support_add(support, other);
	}
	free(other);
	free(d);
}

static void
cluster_speeches(struct opts *o, char **files, int n)
{
	struct distances t;
	struct speeches speeches;
	struct stat_support support = {0};
	struct stat_merge *m;

	speeches_open(&speeches, &t, &o->counts, files, n);
	if (t.n < 2)
		note("%s: there is nothing to group",
		    err_said(t.n == 0 ? "no parts" : "one part"));
	m = mem_new(t.n, sizeof(*m));
	build(o, t.d, t.n, m);
	tell_negative(m, t.n);
	if (o->draws > 0)
		resample(o, &speeches, m, &support);
	put_tree(o, &t, m, o->draws > 0 ? &support : NULL);
	stat_support_close(&support);
	speeches_close(&speeches);
	free(m);
	distances_free(&t);
}

static void
cluster_distances(const struct opts *o, const char *path)
{
	struct distances t;
	struct stat_merge *m;

	distances_read(&t, path);
	if (t.n < 2)
		note("%s: there is nothing to group",
		    err_said(t.n == 0 ? "no parts" : "one part"));
	m = mem_new(t.n, sizeof(*m));
	build(o, t.d, t.n, m);
	tell_negative(m, t.n);
	put_tree(o, &t, m, NULL);
	free(m);
	distances_free(&t);
}

/* ---- options ---- */

static void
set_method(struct opts *o, const char *s)
{
	static const enum stat_linkage by[] = {
	    STAT_WARD, STAT_AVERAGE, STAT_COMPLETE};
	size_t i = opt_word('M', s, "ward average complete nj");

	o->joining = i == sizeof(by) / sizeof(*by);
	if (!o->joining)
		o->by = by[i];
}

/* Options of count tables; false: it is none. */
static bool
read_counts(struct opts *o, int ch)
{
	switch (ch) {
	case 'B':
		o->draws =
		    (uint32_t)opt_u64(ch, optarg, DRAWS_LEAST, STAT_DEALS_MOST);
		return true;
	case 'd':
		o->counts.path = optarg;
		return true;
	case 'g':
		o->counts.by = optarg;
		return true;
	case 'm':
		o->counts.min = opt_u64(ch, optarg, 1, COUNTS_MAX);
		return true;
	case 's':
		o->counts.seed = opt_u64(ch, optarg, 0, UINT64_MAX);
		return true;
	case 't':
		o->counts.least = opt_real(ch, optarg, 0, 1);
		return true;
	default:
		return false;
	}
}

static void
check_options(const struct opts *o, int n_file)
{
	const bool grouped = o->counts.by != NULL;

	if (o->groups > 0 && o->joining)
		opt_refuse(
		    &page, "-k cuts a tree at a height, and -M nj gives none");
	if (o->groups > 0 && o->format_set)
		opt_refuse(&page, "-k writes a table of its own: no -f");
	if (grouped != (o->counts.path != NULL))
		opt_refuse(&page, "-g and -d go together");
	if (o->counted && !grouped)
		opt_refuse(&page, "-B, -m, -s and -t are for counts: -g");
	if (n_file > 1 && !grouped)
		opt_refuse(&page, "one table at a time");
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1) {
		if (read_counts(o, ch)) {
			o->counted = true;
			continue;
		}
		switch (ch) {
		case 'f':
			o->format_set = true;
			o->format =
			    (enum format)opt_word(ch, optarg, "table newick");
			break;
		case 'k':
			o->groups = (uint32_t)opt_u64(ch, optarg, 1, INT32_MAX);
			break;
		case 'M':
			set_method(o, optarg);
			break;
		}
	}
	check_options(o, argc - optind);
}

int
main(int argc, char **argv)
{
	struct opts o = {
	    .by = STAT_WARD, .counts = {.min = 10, .seed = STAT_RNG_SEED}};

	err_init(argv[0]);
	read_options(&o, argc, argv);
	if (o.counts.by != NULL)
		cluster_speeches(&o, argv + optind, argc - optind);
	else
		cluster_distances(&o, argv[optind]);
	return RC_OK;
}
