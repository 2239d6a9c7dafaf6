/* classes - segments of text in classes by their vocabulary: the descending
 * classification of Reinert.  See classes(1). */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "crew.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/lang.h"
#include "lib/stat/rng.h"
#include "reinert.h"
#include "split.h"

static const struct opt_page page = {
    "classes [-hPqVvX] [-a attributes] [-B reps] [-c column] [-j threads] "
    "[-k kinds] [-L segments] [-l tokens] [-M forms] [-m min] [-N classes] "
    "[-n size] [-O prefix] [-o table] [-S size] [-s seed] "
    "[-t threshold] [-u forms[,forms]] [-x stoplist] [file ...]",
    "segments of text in classes by their vocabulary (Reinert)",
    "a:B:c:j:k:L:l:M:m:N:n:O:o:PS:s:t:u:Xx:"};

enum {
	LARGEST_SIZE = 1000, /* of segments */
	REPS_MAX = 100000,
	THREADS_MAX = 4096,
	MOST = 10, /* classes, where their number is chosen */
	N_TABLE = 13,
	N_FILE = 11 /* those that -O writes */
};

static const char table_names[] = "segments profiles words metadata typical "
				  "tree drawing report choices stability "
				  "supplementary forms others";

struct table {
	const char *suffix;
	void (*put)(const struct reinert *r, struct out *o);
};

static const struct table tables[N_TABLE] = {
    {".segments.tsv", reinert_put_segments},
    {".profiles.tsv", put_profiles},
    {".words.tsv", put_words},
    {".metadata.tsv", put_metadata},
    {".typical.tsv", put_typical},
    {".tree.tsv", put_tree},
    {".tree.txt", put_drawing},
    {".txt", put_report},
    {".choices.tsv", put_choices},
    {".stability.tsv", put_stability},
    {".supplementary.tsv", put_supplementary},
    {NULL, put_forms},
    {NULL, put_others},
};

struct opts {
	struct reinert_opts r;
	const struct table *table; /* -o */
	const char *prefix;        /* -O, or NULL */
	const char **stop;
	size_t n_stop;
	size_t cap_stop;
	bool all; /* -X */
};

/* A column of the tables that attributes are columns of, too.  (The source is
 * both.) */
static bool
is_column(const char *s)
{
	static const char *const column[] = {"speech", "segment", "line",
	    "tokens", "active", "class", "short", "score", "text"};

	for (size_t i = 0; i < sizeof(column) / sizeof(*column); i++)
		if (strcmp(s, column[i]) == 0)
			return true;
	return false;
}

static void
set_attrs(struct opts *o, char *arg)
{
	struct reading *r = &o->r.reading;
	char *s;

	while ((s = opt_name('a', &arg)) != NULL) {
		if (*s == '\0')
			continue;
		for (size_t i = 0; i < r->n_attr; i++)
			if (strcmp(s, r->attr[i]) == 0)
				die_usage("option -a: '%s' twice", s);
		if (is_column(s))
			die_usage("option -a: '%s' is a column already", s);
		if (r->n_attr == ATTRS)
			die_usage("option -a: more than %d", ATTRS);
		r->attr[r->n_attr++] = s;
	}
}

/* forms, or forms,forms for two classifications */
static void
set_units(struct opts *o, char *arg)
{
	struct rule *r = &o->r.rule;
	char *comma = strchr(arg, ',');

	r->n_tree = 1;
	if (comma != NULL) {
		*comma = '\0';
		r->unit[1] = (uint32_t)opt_u64('u', comma + 1, 1, UINT32_MAX);
		r->n_tree = 2;
	}
	r->unit[0] = (uint32_t)opt_u64('u', arg, 1, UINT32_MAX);
}

static void
add_stoplist(struct opts *o, const char *path)
{
	o->stop =
	    mem_grow(o->stop, &o->cap_stop, o->n_stop + 1, sizeof(*o->stop));
	o->stop[o->n_stop++] = path;
}

/* The options with a number. */
static void
set_number(struct opts *o, int ch, const char *arg)
{
	struct reinert_opts *r = &o->r;

	switch (ch) {
	case 'B':
		r->reps = (uint32_t)opt_u64(ch, arg, 0, REPS_MAX);
		break;
	case 'j':
		r->threads = (unsigned)opt_u64(ch, arg, 1, THREADS_MAX);
		break;
	case 'l':
		r->size.least = opt_u64(ch, arg, 0, LARGEST_SIZE);
		break;
	case 'L':
		r->typical = (uint32_t)opt_u64(ch, arg, 1, 1000000);
		break;
	case 'M':
		r->active.most = (uint32_t)opt_u64(ch, arg, 1, 1000000);
		break;
	case 'm':
		r->active.min = (uint32_t)opt_u64(ch, arg, 1, UINT32_MAX);
		break;
	case 'N':
		r->choose = strcmp(arg, "auto") == 0;
		r->rule.classes =
		    r->choose ? MOST : (uint32_t)opt_u64(ch, arg, 2, 100);
		break;
	case 'n':
		r->size.about = opt_u64(ch, arg, 4, LARGEST_SIZE);
		break;
	case 'S':
		r->rule.min = opt_u64(ch, arg, 1, UINT32_MAX);
		break;
	case 's':
		r->seed = opt_u64(ch, arg, 0, UINT64_MAX);
		break;
	default:
		r->threshold = opt_real(ch, arg, 0, 1e15);
		break;
	}
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			set_attrs(o, optarg);
			break;
		case 'c':
			o->r.reading.read.classes = tokens_classes(optarg);
			o->r.reading.read.column = optarg;
			break;
		case 'k':
			o->r.reading.read.kinds = opt_kinds(ch, optarg);
			break;
		case 'O':
			o->prefix = optarg;
			break;
		case 'o':
			o->table = &tables[opt_word(ch, optarg, table_names)];
			break;
		case 'P':
			o->r.reading.words = true;
			break;
		case 'u':
			set_units(o, optarg);
			break;
		case 'X':
			o->all = true;
			break;
		case 'x':
			add_stoplist(o, optarg);
			break;
		case 'B':
		case 'j':
		case 'L':
		case 'l':
		case 'M':
		case 'm':
		case 'N':
		case 'n':
		case 'S':
		case 's':
		case 't':
			set_number(o, ch, optarg);
			break;
		}
	if (o->all && o->n_stop > 0)
		opt_refuse(&page, "-X is no stoplist, -x one: not both");
	if (o->r.choose && o->r.reps == 0)
		opt_refuse(&page,
		    "-N auto chooses by the runs of -B: not without any");
}

/* What its splits say of a tree. */
static void
tell_tree(const struct tree *t)
{
	uint32_t n_few = 0;

	for (uint32_t i = 0; i < t->n; i++) {
		const struct node *x = &t->node[i];

		if (x->child == 0)
			continue;
		n_few += t->node[x->child + 1].n_row < LEAST;
		if (!x->converged)
			note("the axis of node %" PRIu32
			     " is only approximate: do not build on its split",
			    i + 1);
	}
	if (n_few > 0)
		note("splits that part off fewer than %d segments: %" PRIu32
		     " (a larger -m makes them fewer, -N with -S makes up for "
		     "them)",
		    LEAST, n_few);
}

/* How many classes there are, and why. */
static void
tell_choice(const struct reinert *r)
{
	const struct classes *c = &r->classes;
	const struct choices *x = &r->choices;

	if (c->n == 0) {
		note("no classes found%s",
		    err_said(!r->o->choose || x->n == 0
			    ? ": too few segments, or too much alike"
			    : ": none that are stable and beyond chance"));
		return;
	}
	if (r->o->choose)
		note("classes chosen by stability: %" PRIu32
		     "; mean Jaccard index %.2f, by chance %.2f",
		    c->n, x->c[x->chosen].stability, x->c[x->chosen].by_chance);
	else if (c->n < r->o->rule.classes)
		note("asked for %" PRIu32 " classes: there are only %" PRIu32,
		    r->o->rule.classes, c->n);
	note("classes of %" PRIu64 " segments or more: %" PRIu32
	     "; segments in them: %" PRIu32 ", in none: %" PRIu32,
	    c->min, c->n, r->forms.n, c->size[0]);
}

static void
tell_tests(const struct reinert *r)
{
	uint64_t n = r->values.n_test;

	note("tests of terms: %" PRIu64 ", of values of attributes: %" PRIu64,
	    r->forms.n_test, n);
	if (n > 0)
		note("values dealt to speeches: %" PRIu64
		     " times; the least q of one alone: %.2g",
		    r->deals, r->least_q);
}

/* What went in, and what came out. */
static void
tell(const struct reinert *r)
{
	uint64_t n_bare = 0;

	for (uint32_t i = 0; i < r->table.n_row; i++)
		n_bare += r->table.at[i + 1] == r->table.at[i];
	n_bare -= r->seg.n_short;
	note("segments: %zu, speeches: %zu, active forms: %" PRIu32, r->seg.n,
	    r->text.n_speech, r->table.n_col);
	tokens_note(&r->text.t);
	vrt_tell_absent(&r->text.t.v, r->text.how->attr, r->text.how->n_attr);
	if (r->seg.n_short > 0)
		note("segments of fewer than %zu tokens, which are left out: "
		     "%zu",
		    r->o->size.least, r->seg.n_short);
	if (n_bare > 0)
		note("segments without an active form: %" PRIu64, n_bare);
	for (unsigned k = 0; k < r->classes.n_tree; k++)
		tell_tree(&r->classes.tree[k]);
	tell_choice(r);
	tell_tests(r);
}

static void
put_files(const struct opts *o, const struct reinert *r)
{
	struct aside a[N_FILE];

	for (size_t i = 0; i < N_FILE; i++) {
		aside_open(&a[i], o->prefix, tables[i].suffix);
		tables[i].put(r, &a[i].out);
		aside_close(&a[i]);
	}
	for (size_t i = 0; i < N_FILE; i++)
		aside_rename(&a[i]);
}

int
main(int argc, char **argv)
{
	struct opts o = {
	    .r = {.active = {.min = 3, .most = 20000},
		.rule = {.classes = MOST, .n_tree = 1},
		.choose = true,
		.size = {40, SIZE_MAX},
		.threshold = 2,
		.typical = 10,
		.reps = 50,
		.seed = STAT_RNG_SEED},
	    .table = &tables[0],
	};
	char *bundled = NULL;
	struct reinert r;
	struct out out;

	err_init(argv[0]);
	read_options(&o, argc, argv);
	if (o.r.size.least == SIZE_MAX)
		o.r.size.least = o.r.size.about / 2;
	o.r.is_told = o.prefix != NULL || o.table->put == put_stability ||
	    o.table->put == put_choices;
	o.r.others = o.prefix != NULL || o.table->put == put_supplementary ||
	    o.table->put == put_others;
	if (o.r.threads == 0)
		o.r.threads = opt_cpus();
	if (!o.all && o.n_stop == 0) {
		bundled = lang_path(LANG_STOPLIST);
		add_stoplist(&o, bundled);
	}
	o.r.reading.stop = o.stop;
	o.r.reading.n_stop = o.n_stop;
	reinert_open(&r, &o.r, argv + optind, argc - optind);
	tell(&r);
	out_stdout(&out);
	o.table->put(&r, &out);
	if (o.prefix != NULL)
		put_files(&o, &r);
	out_close(&out);
	reinert_free(&r);
	free(bundled);
	free(o.stop);
	return RC_OK;
}
