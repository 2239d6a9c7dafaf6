/* ngrams - count n-grams (ngrams.1) */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "count.h"
#include "count/common/rows.h"
#include "gram_table.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stream/tokens.h"

enum {
	HOLD = 32 << 20,
	SKIPS = 9,
};

/* ---- the table ---- */

/* Single words of one part need no sorting but that of the vocabulary. */
static void
give_words(
    const struct count *c, const struct gram_ranks *ranks, struct gram_table *t)
{
	struct gram_row row = {.n = 1};

	for (uint32_t i = 0; i < c->plain.n; i++)
		row.freq += c->freq[i];
	if (row.freq > 0)
		gram_table_row(t, &row);
	for (uint32_t i = 0; i < c->plain.n; i++) {
		row.word = &i;
		row.freq = c->freq[ranks->word_order[i]];
		gram_table_row(t, &row);
	}
}

static void
write_table(struct count *c)
{
	struct gram_ranks ranks;
	struct gram_table t = {.has_part = c->o->attr != NULL,
	    .min = c->o->min,
	    .by_freq = c->o->by_freq,
	    .other = UINT32_MAX,
	    .parts = &c->part_cells,
	    .ranks = &ranks};
	struct out o;

	out_stdout(&o);
	gram_rank(&c->gram, &ranks);
	if (intern_find(&c->plain, "", 0) != UINT32_MAX)
		t.other = 0; /* its rank */
	gram_table_open(&t, &o, &c->plain);
	if (c->simple)
		give_words(c, &ranks, &t);
	else
		gram_finish(&c->gram, &ranks, gram_table_row, &t);
	gram_table_close(&t);
	gram_rank_free(&ranks);
	out_close(&o);
}

static void
count_files(const struct opts *o, char **files, int n)
{
	struct count c = {.o = o, .column = o->column};
	struct vrt v;

	c.simple = o->gram.hi == 1 && o->attr == NULL;
	vrt_open(&v, files, n, VRT_TOKENS);
	if (c.column == NULL)
		c.column = vrt_has(&v, "stem") >= 0 ? "stem" : "form";
	words_open(&c.raw);
	intern_open(&c.plain);
	intern_open(&c.part_cells);
	part_open(&c.part, o->attr);
	c.gram.words = &c.plain;
	c.gram.parts = &c.part_cells;
	c.gram.raw = &c.plain_of;
	gram_open(&c.gram, &o->gram);
	c.nowhere = o->attr != NULL;
	if (o->attr == NULL) {
		(void)intern_add(&c.part_cells, "", 0);
		gram_part(&c.gram, 0);
	}
	count_stream(&c, &v);
	tokens_tell(&c.part, vrt_has(&v, "kind") >= 0, c.n_empty, c.column);
	tokens_tell_none(&v, c.plain.n > 0 || c.n_empty > 0);
	tokens_unclassed(c.n_unclassed);
	vrt_close(&v);
	words_free(&c.raw);
	write_table(&c);
	gram_free(&c.gram);
	buf_free(&c.buf);
	part_free(&c.part);
	intern_free(&c.plain);
	intern_free(&c.part_cells);
	free(c.plain_of.word);
	free(c.freq);
}

/* ---- options ---- */

/* "2" or "1-3" */
static void
read_sizes(struct opts *o, const char *arg)
{
	size_t len = strlen(arg);
	char lo = arg[0];
	char hi = len == 3 ? arg[2] : lo;

	if ((len != 1 && (len != 3 || arg[1] != '-')) || lo < '1' || lo > '9' ||
	    hi < lo || hi > '9')
		die_usage("option -n: '%s' is not a size from 1 to 9, or two "
			  "as 1-3",
		    arg);
	o->gram.lo = (size_t)(lo - '0');
	o->gram.hi = (size_t)(hi - '0');
}

int
main(int argc, char **argv)
{
	static const struct opt_page page = {
	    "ngrams [-hqrVvXx] [-b attr] [-c column] [-k kinds] [-M size] "
	    "[-m min] [-n sizes] [-S skips] [-T tokens] [file ...]",
	    "count n-grams", "b:c:k:M:m:n:rS:T:xX"};
	struct opts o = {
	    .gram = {.lo = 1, .hi = 1, .hold = HOLD}, .min = 1, .kinds = "w"};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'b':
			o.attr = optarg;
			break;
		case 'c':
			o.classes = tokens_classes(optarg);
			o.column = optarg;
			break;
		case 'k':
			o.kinds = opt_kinds(ch, optarg);
			o.kinds_set = true;
			break;
		case 'M':
			o.gram.memory = mem_budget(ch, optarg);
			break;
		case 'm':
			o.min = opt_u64(ch, optarg, 1, UINT64_MAX);
			break;
		case 'n':
			read_sizes(&o, optarg);
			break;
		case 'r':
			o.by_freq = true;
			break;
		case 'S':
			o.gram.skips = opt_u64(ch, optarg, 0, SKIPS);
			break;
		case 'T':
			o.gram.hold = opt_u64(ch, optarg, 1, UINT32_MAX);
			break;
		case 'X':
			o.cross_sentences = true;
			o.cross = true;
			break;
		case 'x':
			o.cross = true;
			break;
		}
	if (o.by_freq && o.gram.memory > 0)
		opt_refuse(&page, "options -M and -r exclude each other");
	count_files(&o, argv + optind, argc - optind);
	return RC_OK;
}
