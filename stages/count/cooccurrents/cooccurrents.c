/* cooccurrents - the words that stand near each other (cooccurrents.1) */
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "all_pairs.h"
#include "cooc.h"
#include "cooc_stream.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/table/tsv.h"
#include "opts.h"

static const struct opt_page page = {
    "cooccurrents [-EhqTVvXx] [-c column] [-d dictionary] [-F min] "
    "[-f format] [-i index] [-k kinds] [-l stoplist] [-M size] [-m min] "
    "[-n forms] [-O prefix] [-R folder] [-w tokens|left,right|s] -A | "
    "-P pivots | -p pattern | -t theme [file ...]",
    "the words that stand near each other",
    "Ac:d:EF:f:i:k:l:M:m:n:O:P:p:R:Tt:w:Xx"};

static const char *const format_name[] = {
    "table", "counts", "edges", "graphml"};

/* ---- words near a pivot ---- */

/* Rows for all words that could be cooccurrents, near or not: the family. */
static void
add_words(struct cooc *c, const struct cooc_stream *s, const struct around *a,
    const struct opts *o)
{
	uint64_t least = o->min > o->min_freq ? o->min : o->min_freq;

	c->t = a->t;
	c->T = a->T;
	for (uint32_t k = 0; k < a->n_word; k++) {
		const struct around_word *w = &a->word[k];

		c->F[c->rank[k]] = w->F;
		if (w->F >= least && w->F > w->inside && !s->hidden[k])
			cooc_add(c, c->rank[k], 0, w->f);
	}
}

static void
put_words(const struct cooc *c, const struct cooc_pivot *p, struct out *o)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct cooc_row *r = &c->row[i];
		const struct around_word *w = &p->around.word[c->order[r->a]];

		if (p->name != NULL) {
			tsv_put(o, p->name, strlen(p->name));
			out_ch(o, '\t');
		}
		cooc_put_row(c, o, r);
		out_ch(o, '\t');
		out_real(o, (double)w->distance / (double)w->f);
		out_ch(o, '\t');
		out_u64(o, w->before);
		out_ch(o, '\n');
	}
}

static void
tell_pivot(const struct opts *o, const struct cooc_pivot *p, size_t n_tested)
{
	const struct around *a = &p->around;
	const char *colon = p->name != NULL ? ": " : "";
	const char *name = p->name != NULL ? p->name : "";

	if (a->n_pivot == 0)
		note("%s%snothing matches%s", name, colon,
		    o->what.ere || o->what.theme != NULL
			? ""
			: ": is the pattern written as the column is?");
	else
		note("%s%spivots: %" PRIu64 "; near them %" PRIu64
		     " of %" PRIu64 " tokens; words tested: %zu",
		    name, colon, a->n_pivot, a->t, a->T, n_tested);
}

/* What is told of the pivot, as a row of the table of pivots. */
static void
put_pivot(const struct cooc_pivot *p, uint64_t n_tested, struct out *o)
{
	const uint64_t n[] = {
	    p->around.n_pivot, p->around.t, p->around.T, n_tested};

	tsv_put(o, p->name, strlen(p->name));
	for (size_t i = 0; i < sizeof(n) / sizeof(*n); i++) {
		out_ch(o, '\t');
		out_u64(o, n[i]);
	}
	out_ch(o, '\n');
}

/* One pivot, or each of the file by itself. */
static void
run_pivots(const struct opts *o, const struct cooc_stream *s)
{
	struct cooc c = {.by = o->by};
	struct out out;
	struct aside list;

	if (o->prefix != NULL) {
		aside_open(&list, o->prefix, ".pivots.tsv");
		out_str(&list.out, "pivot\tfreq\tt\tT\ttests\n");
	}
	out_stdout(&out);
	out_str(&out, o->what.pivots != NULL ? "pivot\t" : "");
	cooc_put_head(&c, &out);
	out_str(&out, "\tdistance\tbefore\n");
	cooc_open(&c, &s->t.types);
	for (size_t k = 0; k < s->n_pivot; k++) {
		const struct cooc_pivot *p = &s->pivot[k];

		c.n = 0;
		if (p->around.t > 0)
			add_words(&c, s, &p->around, o);
		tell_pivot(o, p, c.n);
		if (o->prefix != NULL)
			put_pivot(p, c.n, &list.out);
		cooc_finish(&c, c.n, o->min);
		put_words(&c, p, &out);
	}
	cooc_free(&c);
	out_close(&out);
	if (o->prefix != NULL) {
		aside_close(&list);
		aside_rename(&list);
	}
}

/* ---- options ---- */

static void
add_pattern(struct cooc_what *o, const char *arg)
{
	if (o->n_pattern == COOC_PATTERNS)
		die_usage("option -p: more than %d", COOC_PATTERNS);
	o->pattern[o->n_pattern++] = arg;
}

static void
set_format(struct opts *o, const char *arg)
{
	unsigned i = 0;

	while (i < FORMATS && strcmp(arg, format_name[i]) != 0)
		i++;
	if (i == FORMATS)
		die_usage("option -f: '%s' is none of table, counts, edges, "
			  "graphml",
		    arg);
	o->format = (enum format)i;
}

static void
set_index(struct opts *o, const char *arg)
{
	o->by = cooc_index_of(arg);
	if (o->by == COOC_INDICES)
		die_usage("option -i: '%s' is none of f, S, logDice, G2, MI, "
			  "MI3, t_score",
		    arg);
}

static void
check_pivot(const struct cooc_what *w)
{
	if (w->all + (w->n_pattern > 0) + (w->theme != NULL) +
		(w->pivots != NULL) !=
	    1)
		opt_refuse(&page, "one of -A, -P, -p and -t is needed");
	if ((w->dict != NULL || w->rules != NULL) && w->theme == NULL)
		opt_refuse(&page, "options -d and -R need -t");
	if (w->ere && w->n_pattern == 0 && w->pivots == NULL)
		opt_refuse(&page, "option -E needs -p or -P");
	if (w->over_sentences && w->left == AROUND_ALL)
		opt_refuse(&page, "options -w s and -X exclude each other");
	if (w->all && w->left != w->right)
		opt_refuse(
		    &page, "-A has no left and right: -w takes one size");
}

static void
check_format(const struct opts *o)
{
	if (o->prefix != NULL && o->what.pivots == NULL)
		opt_refuse(&page, "option -O needs -P");
	if (!o->what.all && (o->tree || o->format != TABLE || o->max_words > 0))
		opt_refuse(&page, "options -f, -n and -T need -A");
	if (o->format == COUNTS && (o->tree || o->by != COOC_INDICES))
		opt_refuse(&page, "-f counts goes with neither -i nor -T");
}

static void
set_defaults(struct opts *o)
{
	if (o->min == 0)
		o->min = o->format == COUNTS ? 1 : 2;
	if (o->by == COOC_INDICES)
		o->by = o->tree || o->format != TABLE ? COOC_F : COOC_S;
}

/* The options that say what is counted; false for the others. */
static void
parse_what(struct cooc_what *w, int ch, const char *arg)
{
	switch (ch) {
	case 'A':
		w->all = true;
		break;
	case 'c':
		w->read.column = arg;
		break;
	case 'd':
		w->dict = arg;
		break;
	case 'E':
		w->ere = true;
		break;
	case 'k':
		w->read.kinds = opt_kinds(ch, arg);
		break;
	case 'l':
		w->stop[w->n_stop++] = arg;
		break;
	case 'p':
		add_pattern(w, arg);
		break;
	case 'P':
		w->pivots = arg;
		break;
	case 'R':
		w->rules = arg;
		break;
	case 't':
		w->theme = arg;
		break;
	case 'w':
		around_reach(ch, arg, &w->left, &w->right);
		break;
	case 'X':
		w->over_sentences = true;
		w->over_gaps = true;
		break;
	case 'x':
		w->over_gaps = true;
		break;
	}
}

static void
parse(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'F':
			o->min_freq = opt_u64(ch, optarg, 1, UINT64_MAX);
			break;
		case 'f':
			set_format(o, optarg);
			break;
		case 'i':
			set_index(o, optarg);
			break;
		case 'M':
			o->what.memory = mem_budget(ch, optarg);
			o->what.memory -= o->what.memory / 4; /* for words */
			break;
		case 'm':
			o->min = opt_u64(ch, optarg, 1, UINT64_MAX);
			break;
		case 'n':
			o->max_words = opt_u64(ch, optarg, 1, UINT32_MAX);
			break;
		case 'O':
			o->prefix = optarg;
			break;
		case 'T':
			o->tree = true;
			break;
		default:
			parse_what(&o->what, ch, optarg);
		}
	check_pivot(&o->what);
	check_format(o);
	set_defaults(o);
}

int
main(int argc, char **argv)
{
	struct opts o = {
	    .what = {.read = {.column = "form"}, .left = 5, .right = 5},
	    .by = COOC_INDICES};
	struct cooc_stream s;

	err_init(argv[0]);
	o.what.stop = mem_new((size_t)argc, sizeof(*o.what.stop));
	parse(&o, argc, argv);
	cooc_stream_read(&s, &o.what, argv + optind, argc - optind);
	if (s.n_cut > 0)
		note("places where tokens were taken out: %" PRIu64
		     "; no window reaches over them (-x)",
		    s.n_cut);
	tokens_note(&s.t);
	if (o.what.all)
		all_pairs(&o, &s);
	else
		run_pivots(&o, &s);
	cooc_stream_free(&s);
	free(o.what.stop);
	return RC_OK;
}
