/* segments - repeated segments (segments.1) */
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "count/common/delimiter.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "repeat.h"
#include "table.h"
#include "text.h"

static const struct opt_page page = {
    "segments [-ahqVvx] [-b attr] [-c column] [-D delimiters] [-k kinds] "
    "[-M size] [-m min] [-n sizes] [-u unit] [file ...]",
    "repeated segments", "ab:c:D:k:M:m:n:u:x"};

/* Bytes. */
enum {
	HELD = 12,  /* of a number of the text while rows are written */
	NODE = 112, /* of a node with its rows */
	CELL = 40   /* of a row in a part */
};

struct opts {
	struct rule rule;
	struct choice choice;
	uint32_t min;
};

/* Refuses what nobody could read, before it is written. */
static void
check_size(const struct opts *o, const struct segment_sums *x, const char *file)
{
	bool counts = o->rule.read.by != NULL;

	if (x->words > WORDS_MAX || (counts && x->part_rows > ROWS_MAX))
		die_data(file, 0,
		    "the table would have over %" PRIu64
		    " %s: bound the size (-n 2-9), ask for more occurrences "
		    "(-m)%s",
		    x->words > WORDS_MAX ? WORDS_MAX : ROWS_MAX,
		    err_said(x->words > WORDS_MAX ? "words" : "rows"),
		    err_said(o->choice.all ? ", or leave -a out" : ""));
}

/* Have the rows to be sorted in files?  By what they will take, in the worst
 * case. */
static bool
is_far(
    const struct opts *o, const struct repeat *r, const struct segment_sums *x)
{
	size_t need = r->text.n * HELD + (size_t)r->n * NODE;

	if (o->rule.read.by != NULL && x->part_rows < SIZE_MAX / CELL / 2)
		need += (size_t)x->part_rows * CELL;
	return r->text.far != NULL ||
	    (o->rule.memory > 0 && need > o->rule.memory);
}

static void
tell(const struct opts *o, const struct segment_text *t,
    const struct segment_sums *x)
{
	tokens_note(&t->t);
	note("words: %" PRIu64 "; free segments: %" PRIu64
	     ", constrained: %" PRIu64 "%s",
	    t->n_word, x->n_free, x->n_constrained,
	    err_said(o->choice.all || x->n_constrained == 0
		    ? ""
		    : " (left out; -a)"));
	if (x->n_unknown > 0)
		note("segments whose status would take too long to find, "
		     "shown as NA: %" PRIu64,
		    x->n_unknown);
}

static void
run(const struct opts *o, char **files, int n)
{
	struct segment_text t;
	struct segment_sums sums;
	struct repeat r;
	struct out out;
	bool far;

	text_read(&t, &o->rule, files, n);
	repeat_open(&r, &t.text, o->min);
	segment_sums(&sums, &r, &o->choice);
	tell(o, &t, &sums);
	check_size(o, &sums, n == 0 ? "<stdin>" : files[0]);
	far = is_far(o, &r, &sums);
	out_stdout(&out);
	if (o->rule.read.by != NULL)
		(far ? counts_far : segment_counts)(&r, &t, &o->choice, &out);
	else
		(far ? list_far : segment_list)(&r, &t, &o->choice, &out);
	out_close(&out);
	repeat_free(&r);
	text_free(&t);
}

/* "3", "2-9" or "2-" */
static void
read_sizes(struct choice *c, char *arg)
{
	char *dash = strchr(arg, '-');

	c->hi = UINT32_MAX - 1;
	if (dash != NULL && dash > arg) {
		*dash = '\0';
		if (dash[1] != '\0')
			c->hi =
			    (uint32_t)opt_u64('n', dash + 1, 2, UINT32_MAX - 1);
	}
	c->lo = (uint32_t)opt_u64('n', arg, 2, UINT32_MAX - 1);
	if (dash == NULL)
		c->hi = c->lo;
	if (c->hi < c->lo)
		die_usage("option -n: %" PRIu32 " is less than %" PRIu32, c->hi,
		    c->lo);
}

static enum vrt_tag
read_unit(const char *arg)
{
	static const char *const name[] = {"speech", "p", "s"};
	static const enum vrt_tag tag[] = {TAG_SPEECH, TAG_P, TAG_S};

	for (size_t i = 0; i < sizeof(tag) / sizeof(*tag); i++)
		if (strcmp(arg, name[i]) == 0)
			return tag[i];
	die_usage("option -u: '%s' is none of speech, p, s", arg);
}

int
main(int argc, char **argv)
{
	struct opts o = {.rule = {.read = {.column = "form",
				      .by_kind = true,
				      .usual = "wnsu"},
			     .delimiters = DELIMITERS,
			     .unit = TAG_SPEECH},
	    .choice = {.lo = 2, .hi = UINT32_MAX - 1},
	    .min = 2};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			o.choice.all = true;
			break;
		case 'b':
			o.rule.read.by = optarg;
			break;
		case 'c':
			o.rule.read.column = optarg;
			break;
		case 'D':
			o.rule.delimiters = optarg;
			break;
		case 'k':
			o.rule.read.kinds = opt_kinds(ch, optarg);
			break;
		case 'M':
			o.rule.memory = mem_budget(ch, optarg);
			break;
		case 'm':
			o.min =
			    (uint32_t)opt_u64(ch, optarg, 2, UINT32_MAX - 1);
			break;
		case 'n':
			read_sizes(&o.choice, optarg);
			break;
		case 'u':
			o.rule.unit = read_unit(optarg);
			break;
		case 'x':
			o.rule.over = true;
			break;
		}
	run(&o, argv + optind, argc - optind);
	return RC_OK;
}
