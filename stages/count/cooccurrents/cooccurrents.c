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
#include "opts.h"
#include "pivots.h"

static const struct opt_page page = {
    "cooccurrents [-EhqTuVvXx] [-a measure,...] [-c column] "
    "[-d dictionary] [-F min] [-f format] [-i index] [-k kinds] [-l stoplist] "
    "[-M size] [-m min] "
    "[-n forms] [-O prefix] [-R folder] [-w tokens|left,right|s] -A | "
    "-P pivots | -p pattern | -t theme [file ...]",
    "the words that stand near each other",
    "Aa:c:d:EF:f:i:k:l:M:m:n:O:P:p:R:Tt:uw:Xx"};

static const char *const format_name[] = {
    "table", "counts", "edges", "graphml", "communities"};

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
			  "graphml, communities",
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
add_measures(struct opts *o, char *arg)
{
	char *s;

	while ((s = strsep(&arg, ",")) != NULL)
		o->measures |= 1U << opt_word('a', s, COOC_MEASURE_NAMES);
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
	if (o->prefix != NULL && o->what.pivots == NULL && o->format != EDGES)
		opt_refuse(&page, "option -O needs -P, or -f edges");
	if (o->what.all && o->what.by_speech &&
	    (o->max_words == 0 || o->format > EDGES || o->format == COUNTS))
		opt_refuse(
		    &page, "with -A option -u needs -n, and a table or edges");
	if (o->measures != 0 && o->format != TABLE)
		opt_refuse(&page, "option -a needs -f table");
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
	o->what.late =
	    o->what.by_speech && o->max_words > 0 && o->what.left != AROUND_ALL;
	if (o->by == COOC_INDICES)
		o->by = o->tree || o->format != TABLE ? COOC_F : COOC_S;
}

/* The options that say what is counted; false for the others. */
static void
parse_what(struct cooc_what *w, int ch, char *arg)
{
	switch (ch) {
	case 'A':
		w->all = true;
		break;
	case 'c':
		w->read.classes = tokens_classes(arg);
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
	case 'u':
		w->by_speech = true;
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
		case 'a':
			add_measures(o, optarg);
			break;
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
		pivots_write(&o, &s);
	cooc_stream_free(&s);
	free(o.what.stop);
	return RC_OK;
}
