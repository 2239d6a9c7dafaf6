/* factors - correspondence analysis of a lexical table: which parts and terms
 * are near to each other.  See factors(1). */
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lexical.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/form.h"
#include "lib/table/counts.h"
#include "lib/text/list.h"
#include "points.h"
#include "stat_ca.h"
#include "supplement.h"

static const struct opt_page page = {
    "factors [-hqVv] [-b column -d speeches] [-E eigenvalues] [-i restarts] "
    "[-k axes] [-m min] [-n size] [-P parts] [-S table] [-x part] [-X terms] "
    "[file ...]",
    "correspondence analysis of terms by parts", "b:d:E:i:k:m:n:P:S:x:X:"};

enum {
	AXES = 5,
	AXES_MAX = 300,
	RESTARTS = 300,
	DENSE_MAX = 1000, /* parts, or terms if they are fewer */
	LISTED = 20,      /* parts left out that are named */
};

/* Values of an option that may be repeated. */
struct values {
	const char **s;
	size_t n;
	size_t cap;
};

struct opts {
	struct values by;     /* -b */
	const char *speeches; /* -d */
	const char *eigen;    /* -E */
	const char *size;     /* -n */
	const char *table;    /* -S */
	struct values part;   /* -x */
	const char *terms;    /* -X */
	uint64_t min;         /* -m */
	uint32_t parts;       /* -P */
	size_t n_axis;        /* -k */
	size_t restarts;      /* -i */
};

struct work {
	const struct opts *o;
	const struct counts *c;
	uint32_t size;
	bool *aside_part; /* supplementary, by part */
	bool *aside_term;
	struct lexical l;
	struct stat_ca a;
};

/* ---- what is analysed ---- */

static void
mark_parts(struct work *w)
{
	w->aside_part = mem_new(w->c->parts.n, sizeof(*w->aside_part));
	for (size_t i = 0; i < w->o->part.n; i++) {
		uint32_t k = counts_find(&w->c->parts, w->o->part.s[i]);
		uint64_t line;

		if (k == UINT32_MAX)
			die_data(counts_where(w->c, 1, &line), 0,
			    "no part '%s'", w->o->part.s[i]);
		w->aside_part[k] = true;
	}
}

/* A line of the list is a term; in a table with several columns of terms its
 * cells are parted by tabs. */
static uint32_t
find_term(const struct counts *c, const char *s, size_t len)
{
	uint32_t k;

	if (strchr(c->header.s, '\t') == NULL)
		return counts_find(&c->terms, s);
	k = intern_find(&c->terms.table, s, len);
	return k == UINT32_MAX ? k : c->terms.rank[k];
}

static void
mark_terms(struct work *w)
{
	struct list l;
	const char *s;
	size_t len;
	uint32_t n_lost = 0;
	struct buf form = {0};

	w->aside_term = mem_new(w->c->terms.n, sizeof(*w->aside_term));
	if (w->o->terms == NULL)
		return;
	list_open(&l, w->o->terms);
	while ((s = list_next(&l, &len)) != NULL) {
		uint32_t k = find_term(w->c, s, len);

		if (k == UINT32_MAX) { /* its counting form, then */
			form.len = 0;
			form_put(&form, s, len);
			k = find_term(w->c, form.s, form.len);
		}
		if (k == UINT32_MAX)
			n_lost++;
		else
			w->aside_term[k] = true;
	}
	list_close(&l);
	buf_free(&form);
	if (n_lost > 0)
		note("%s: terms that the table does not have: %" PRIu32,
		    w->o->terms, n_lost);
}

/* ---- what is said of it ---- */

static void
tell_parts(const struct work *w)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < w->c->parts.n; i++) {
		size_t len;
		const char *s = counts_name(&w->c->parts, i, &len);

		if (w->aside_part[i] || w->l.col[i] != UINT32_MAX)
			continue;
		if (n++ < LISTED)
			note(
			    "part left out, it has none of these terms: %s", s);
	}
	if (n > LISTED)
		note("and %" PRIu32 " more parts", n - LISTED);
}

static void
tell_table(const struct work *w)
{
	const struct opts *o = w->o;

	if (w->l.n_rare > 0)
		note("terms left out, F < %" PRIu64 ": %" PRIu32, o->min,
		    w->l.n_rare);
	if (w->l.n_few > 0)
		note("terms left out, in fewer than %" PRIu32
		     " parts: %" PRIu32,
		    o->parts, w->l.n_few);
	tell_parts(w);
	note("analysed: n %.0f (terms: %" PRIu32 ", parts: %" PRIu32
	     "), inertia %.6g "
	     "(chi2 %.6g)",
	    w->a.n, w->l.t.n_row, w->l.t.n_col, w->a.inertia,
	    w->a.inertia * w->a.n);
}

static void
tell_axes(const struct work *w)
{
	const struct stat_ca *a = &w->a;

	if (w->l.t.n_row < 2 || w->l.t.n_col < 2)
		note("no axis, which takes two terms and two parts; see "
		     "-m and -P");
	else if (a->n_axis + a->n_lost == 0)
		note("no axis: terms and parts are independent");
	else if (a->n_axis + a->n_lost < w->o->n_axis)
		note("only %zu of %zu axes: there are no more",
		    a->n_axis + a->n_lost, w->o->n_axis);
	if (a->n_lost > 0)
		note("not converged after %zu restarts, so not given: axes "
		     "%zu to %zu; see -i",
		    w->o->restarts, a->n_axis + 1, a->n_axis + a->n_lost);
	for (size_t k = 0; k < a->n_axis && k + 1 < a->n_value; k++)
		if (a->value[k] - a->value[k + 1] <= 1e-9 * a->value[k])
			note("axes %zu and %zu have equal eigenvalues: only "
			     "the plane of the two is defined",
			    k + 1, k + 2);
}

/* ---- the tables ---- */

static void
put_points(struct work *w)
{
	const struct opts *o = w->o;
	struct points p;
	const struct supplement s = {w->c, w->size, &w->l, &w->a, &p};

	points_open(&p, &w->a, o->n_axis);
	points_active(&p, "part", &w->a.col, &w->c->parts, w->l.part);
	supplement_parts(&s, w->aside_part);
	for (size_t i = 0; i < o->by.n; i++)
		supplement_categories(&s, o->speeches, o->by.s[i]);
	points_active(&p, "term", &w->a.row, &w->c->terms, w->l.term);
	supplement_terms(&s, w->aside_term);
	if (o->table != NULL)
		supplement_table(&s, o->table, o->size);
	points_close(&p);
}

static void
put_eigenvalues(const struct work *w)
{
	struct aside f;
	double sum = 0;

	if (w->o->eigen == NULL)
		return;
	aside_open(&f, w->o->eigen, "");
	out_str(&f.out, "axis\teigenvalue\tpercent\tcumulated\n");
	for (size_t k = 0; k < w->a.n_value; k++) {
		sum += w->a.value[k];
		out_fmt(&f.out, "%zu\t", k + 1);
		out_real(&f.out, w->a.value[k]);
		out_tab_real(&f.out, 100 * w->a.value[k] / w->a.inertia);
		out_tab_real(&f.out, 100 * sum / w->a.inertia);
		out_ch(&f.out, '\n');
	}
	aside_close(&f);
	aside_rename(&f);
}

static void
factors(struct work *w)
{
	const struct opts *o = w->o;
	struct lexical_rule which = {.min = o->min, .parts = o->parts};
	struct stat_ca_rule how = {o->n_axis, DENSE_MAX, o->restarts};

	w->size = lexical_size(w->c, o->size);
	mark_parts(w);
	mark_terms(w);
	which.size = w->size;
	which.aside_part = w->aside_part;
	which.aside_term = w->aside_term;
	lexical_open(&w->l, w->c, &which);
	stat_ca_open(&w->a, &w->l.t, &how);
	tell_table(w);
	tell_axes(w);
	put_eigenvalues(w);
	put_points(w);
	stat_ca_close(&w->a);
	lexical_close(&w->l);
	free(w->aside_part);
	free(w->aside_term);
}

/* ---- the command line ---- */

static void
add_value(struct values *v, const char *s)
{
	v->s = mem_grow(v->s, &v->cap, v->n + 1, sizeof(*v->s));
	v->s[v->n++] = s;
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'b':
			add_value(&o->by, optarg);
			break;
		case 'd':
			o->speeches = optarg;
			break;
		case 'E':
			o->eigen = optarg;
			break;
		case 'i':
			o->restarts = opt_u64(ch, optarg, 0, 1000000);
			break;
		case 'k':
			o->n_axis = opt_u64(ch, optarg, 1, AXES_MAX);
			break;
		case 'm':
			o->min = opt_u64(ch, optarg, 1, COUNTS_MAX);
			break;
		case 'n':
			o->size = optarg;
			break;
		case 'P':
			o->parts = (uint32_t)opt_u64(ch, optarg, 1, UINT32_MAX);
			break;
		case 'S':
			o->table = optarg;
			break;
		case 'x':
			add_value(&o->part, optarg);
			break;
		case 'X':
			o->terms = optarg;
			break;
		}
	if ((o->by.n > 0) != (o->speeches != NULL))
		opt_refuse(&page, "-b and -d go together");
}

int
main(int argc, char **argv)
{
	struct opts o = {
	    .min = 10, .parts = 2, .n_axis = AXES, .restarts = RESTARTS};
	struct counts c;
	struct work w = {.o = &o, .c = &c};

	err_init(argv[0]);
	read_options(&o, argc, argv);
	counts_read(&c, argv + optind, argc - optind);
	counts_need_part(&c);
	factors(&w);
	counts_free(&c);
	free(o.by.s);
	free(o.part.s);
	return RC_OK;
}
