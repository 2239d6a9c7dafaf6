/* cooccurrents - the words that a pivot draws near (cooccurrents.1) */
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/around.h"
#include "lib/err.h"
#include "lib/intern.h"
#include "lib/mem.h"
#include "lib/opt.h"
#include "lib/out.h"
#include "lib/phrase.h"
#include "lib/query.h"
#include "lib/rows.h"
#include "lib/sieve.h"
#include "lib/stat_cooc.h"
#include "lib/vrt.h"

enum {
	MAX_PATTERNS = QUERY_ELEMENTS,
	MAX_REACH = 10000
};

struct opts {
	const char *pattern[MAX_PATTERNS];
	size_t n_pattern;
	bool ere;
	const char *column;
	const char *kinds;
	bool kinds_set;
	uint64_t left; /* reach; AROUND_ALL: the sentence */
	uint64_t right;
	bool cross; /* -X */
	uint64_t min;
	const char **stop; /* -l */
	size_t n_stop;
};

struct job {
	const struct opts *o;
	struct vrt v;
	struct query query;
	struct around around;
	struct intern raw; /* of the column, as it stands in the stream */
	uint32_t *word_of; /* by number in raw: number in words */
	size_t cap_word_of;
	struct intern words; /* entities undone */
	bool *hidden;        /* by word: stands in a list of -l */
	size_t cap_hidden;
	struct sieve sieve;
	struct phrase none;
	struct buf plain;
};

/* ---- the stream ---- */

static uint32_t
word_number(struct job *j, const char *s, size_t len)
{
	uint32_t n = j->raw.n;
	uint32_t id = intern_add(&j->raw, s, len);
	uint32_t word;

	if (id < n)
		return j->word_of[id];
	j->plain.len = 0;
	vrt_plain(&j->plain, s, len);
	n = j->words.n;
	word = intern_add(&j->words, j->plain.s, j->plain.len);
	j->word_of = mem_grow(
	    j->word_of, &j->cap_word_of, j->raw.n, sizeof(*j->word_of));
	j->word_of[id] = word;
	if (word == n) {
		j->hidden = mem_grow(
		    j->hidden, &j->cap_hidden, j->words.n, sizeof(*j->hidden));
		j->hidden[word] =
		    j->o->n_stop > 0 && sieve_look(&j->sieve, s, len)->drop;
	}
	return word;
}

static void
read_token(struct job *j, size_t col, int kind, const bool *counts)
{
	uint32_t word = AROUND_NONE;
	bool here = true;
	uint64_t ends;
	const char *s;
	size_t len;

	if (kind >= 0) {
		s = vrt_col(&j->v, (size_t)kind, &len);
		here = len == 1 && counts[(unsigned char)*s];
	}
	s = vrt_col(&j->v, col, &len);
	if (here && len > 0)
		word = word_number(j, s, len);
	around_add(&j->around, word);
	ends = query_token(&j->query, s, len);
	while (ends != 0)
		around_pivot(&j->around, query_span(&j->query, &ends));
}

static void
read_stream(struct job *j)
{
	size_t col = vrt_column(&j->v, j->o->column);
	int kind = j->o->kinds_set ? (int)vrt_column(&j->v, "kind")
				   : vrt_has(&j->v, "kind");
	bool counts[256] = {false};
	enum vrt_event ev;

	for (const char *k = j->o->kinds; *k != '\0'; k++)
		counts[(unsigned char)*k] = true;
	while ((ev = vrt_next(&j->v)) != VRT_END)
		if (ev == VRT_TOKEN)
			read_token(j, col, kind, counts);
		else if (ev == VRT_GAP) {
			query_break(&j->query);
			around_gap(&j->around, j->v.gap);
		} else if (j->v.tag != TAG_OTHER) {
			query_break(&j->query);
			if (j->v.tag == TAG_SPEECH || !j->o->cross)
				around_end(&j->around);
		}
	around_end(&j->around);
}

/* ---- the table ---- */

struct row {
	double s;
	uint32_t rank;
	uint32_t word;
};

static int
by_s(const void *a, const void *b)
{
	const struct row *x = a;
	const struct row *y = b;

	if (x->s > y->s)
		return -1;
	if (x->s < y->s)
		return 1;
	return (x->rank > y->rank) - (x->rank < y->rank);
}

static struct stat_cooc
figures_of(const struct around *a, uint32_t word)
{
	return (struct stat_cooc){a->word[word].f, a->word[word].F, a->t, a->T};
}

static void
put_row(struct job *j, struct out *o, const struct row *r)
{
	const struct around_word *w = &j->around.word[r->word];
	struct stat_cooc x = figures_of(&j->around, r->word);
	const double figure[] = {r->s, stat_cooc_log_dice(&x), stat_cooc_g2(&x),
	    stat_cooc_mi(&x), stat_cooc_mi3(&x), stat_cooc_t(&x),
	    (double)w->distance / (double)w->f};
	const uint64_t whole[] = {x.f, x.F, x.t, x.T};
	size_t len;
	const char *s = intern_s(&j->words, r->word, &len);

	j->plain.len = 0;
	rows_cell(&j->plain, s, len);
	out_mem(o, j->plain.s, j->plain.len);
	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++) {
		out_ch(o, '\t');
		out_u64(o, whole[i]);
	}
	for (size_t i = 0; i < sizeof(figure) / sizeof(*figure); i++) {
		out_ch(o, '\t');
		out_real(o, figure[i]);
	}
	out_ch(o, '\t');
	out_u64(o, w->before);
	out_ch(o, '\n');
}

static void
write_table(struct job *j)
{
	const struct around *a = &j->around;
	struct row *row = mem_new(a->n_word, sizeof(*row));
	size_t n = 0;
	uint32_t *rank;
	uint32_t *order;
	struct out o;

	intern_rank(&j->words, &rank, &order);
	for (uint32_t i = 0; i < a->n_word; i++) {
		struct stat_cooc x = figures_of(a, i);

		if (x.f > 0 && x.f >= j->o->min && !j->hidden[i])
			row[n++] =
			    (struct row){stat_cooc_specificity(&x), rank[i], i};
	}
	if (n > 0)
		qsort(row, n, sizeof(*row), by_s);
	out_open(&o, STDOUT_FILENO, "standard output");
	out_str(&o,
	    "cooccurrent\tf\tF\tt\tT\tS\tlogDice\tG2\tMI\tMI3\tt_score\t"
	    "mean_distance\tn_before\n");
	for (size_t i = 0; i < n; i++)
		put_row(j, &o, &row[i]);
	out_close(&o);
	free(row);
	free(rank);
	free(order);
}

/* ---- beginning and end ---- */

static void
open_job(struct job *j, const struct opts *o, char **files, int n)
{
	bool fold = strcmp(o->column, "form") == 0;
	enum query_how how = QUERY_PLAIN;

	*j = (struct job){.o = o};
	if (o->ere)
		how = QUERY_ERE;
	else if (fold || strcmp(o->column, "stem") == 0)
		how = QUERY_FOLD;
	query_open(&j->query, how);
	for (size_t i = 0; i < o->n_pattern; i++)
		query_add(&j->query, 'p', o->pattern[i]);
	around_open(&j->around, o->left, o->right);
	intern_open(&j->raw);
	intern_open(&j->words);
	phrase_open(&j->none, fold);
	sieve_open(&j->sieve, fold, &j->none);
	for (size_t i = 0; i < o->n_stop; i++)
		sieve_stop(&j->sieve, o->stop[i]);
	vrt_open(&j->v, files, n, VRT_TOKENS);
}

static void
close_job(struct job *j)
{
	vrt_close(&j->v);
	query_free(&j->query);
	around_free(&j->around);
	intern_free(&j->raw);
	intern_free(&j->words);
	sieve_free(&j->sieve);
	phrase_free(&j->none);
	buf_free(&j->plain);
	free(j->word_of);
	free(j->hidden);
}

/* "5", "3,0" or "s" */
static void
set_reach(struct opts *o, const char *arg)
{
	const char *comma = strchr(arg, ',');
	char *left;

	if (strcmp(arg, "s") == 0) {
		o->left = AROUND_ALL;
		o->right = AROUND_ALL;
		return;
	}
	if (comma == NULL) {
		o->left = opt_u64('w', arg, 1, MAX_REACH);
		o->right = o->left;
		return;
	}
	left = mem_copy(arg, (size_t)(comma - arg));
	o->left = opt_u64('w', left, 0, MAX_REACH);
	o->right = opt_u64('w', comma + 1, 0, MAX_REACH);
	free(left);
	if (o->left == 0 && o->right == 0)
		die_usage("option -w: no word is within 0,0");
}

static void
set_kinds(struct opts *o, const char *arg)
{
	if (*arg == '\0' || arg[strspn(arg, "wnpsu")] != '\0')
		die_usage("option -k: '%s' has other letters than the kinds "
			  "w, n, p, s, u",
		    arg);
	o->kinds = arg;
	o->kinds_set = true;
}

static void
add_pattern(struct opts *o, const char *arg)
{
	if (o->n_pattern == MAX_PATTERNS)
		die_usage("option -p: more than %d", MAX_PATTERNS);
	o->pattern[o->n_pattern++] = arg;
}

static void
parse(struct opts *o, int argc, char **argv)
{
	static const struct opt_page page = {
	    "cooccurrents [-EhqVX] [-c column] [-k kinds] [-l stoplist] "
	    "[-m min] [-w tokens|left,right|s] -p pattern [file ...]",
	    "the words that a pivot draws near"};
	int ch;

	while ((ch = getopt(argc, argv, "+:c:Ek:l:m:p:w:XhqV")) != -1)
		switch (ch) {
		case 'c':
			o->column = optarg;
			break;
		case 'E':
			o->ere = true;
			break;
		case 'k':
			set_kinds(o, optarg);
			break;
		case 'l':
			o->stop[o->n_stop++] = optarg;
			break;
		case 'm':
			o->min = opt_u64(ch, optarg, 1, UINT64_MAX);
			break;
		case 'p':
			add_pattern(o, optarg);
			break;
		case 'w':
			set_reach(o, optarg);
			break;
		case 'X':
			o->cross = true;
			break;
		case 'q':
			err_quiet(true);
			break;
		default:
			opt_other(ch, &page);
		}
	if (o->n_pattern == 0)
		opt_refuse(&page, "option -p is needed");
	if (o->cross && o->left == AROUND_ALL)
		opt_refuse(&page, "options -w s and -X exclude one another");
}

int
main(int argc, char **argv)
{
	struct opts o = {
	    .column = "form", .kinds = "w", .left = 5, .right = 5, .min = 2};
	struct job j;

	err_init(argv[0]);
	o.stop = mem_new((size_t)argc, sizeof(*o.stop));
	parse(&o, argc, argv);
	open_job(&j, &o, argv + optind, argc - optind);
	read_stream(&j);
	write_table(&j);
	if (j.around.n_pivot == 0)
		note("nothing matches%s",
		    o.ere ? "" : ": is the pattern written as the column is?");
	close_job(&j);
	free(o.stop);
	return RC_OK;
}
