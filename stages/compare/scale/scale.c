/* scale - positions of texts on one line.  See scale(1). */
#include <gsl/gsl_errno.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/stat/rng.h"
#include "lib/table/counts.h"
#include "lib/table/rollup.h"
#include "texts.h"

static const struct opt_page page = {
    "scale -M method [-hqVv] [-B reps] [-b column] [-d table] [-L left] "
    "[-R right] [-l level] [-m min] [-n size] [-s seed] [-T file] [file ...]",
    "positions of texts on one line", "B:b:d:L:l:M:m:n:R:s:T:"};

enum method {
	NO_METHOD,
	WORDSCORES,
	WORDFISH,
	BALANCE,
};

struct opts {
	struct rule rule;
	enum method method; /* -M */
};

static void
read_option(struct rule *o, int ch)
{
	switch (ch) {
	case 'B':
		o->reps = (uint32_t)opt_u64(ch, optarg, 20, 100000);
		break;
	case 'b':
		o->by = optarg;
		break;
	case 'd':
		o->table = optarg;
		break;
	case 'L':
		o->left = optarg;
		break;
	case 'l':
		o->level = opt_real(ch, optarg, 0.01, 0.9999);
		break;
	case 'm':
		o->min = opt_u64(ch, optarg, 1, COUNTS_MAX);
		break;
	case 'n':
		o->size = optarg;
		break;
	case 'R':
		o->right = optarg;
		break;
	case 's':
		o->seed = opt_u64(ch, optarg, 0, UINT64_MAX);
		break;
	case 'T':
		o->terms_to = optarg;
		break;
	}
}

/* What each method must have and cannot use. */
static void
check_options(const struct opts *o)
{
	const struct rule *r = &o->rule;

	if (o->method == NO_METHOD)
		opt_refuse(&page, "-M is needed");
	if (o->method == WORDSCORES) {
		if (r->table == NULL)
			opt_refuse(&page,
			    "wordscores needs the references' scores (-d)");
		if (r->by != NULL || r->left != NULL || r->right != NULL ||
		    r->reps > 0)
			opt_refuse(
			    &page, "wordscores makes no use of -b -B -L -R");
		return;
	}
	if ((r->by != NULL) != (r->table != NULL))
		opt_refuse(&page, "-b and -d go together");
	if (r->left == NULL || r->right == NULL)
		opt_refuse(&page,
		    o->method == WORDFISH
			? "wordfish needs a text on the left (-L) and one on "
			  "the right (-R): its line has no direction else"
			: "balance needs the terms of both sides (-L, -R)");
	if (o->method == BALANCE && (r->reps > 0 || r->terms_to != NULL))
		opt_refuse(&page, "balance makes no use of -B -T");
	if (o->method == WORDFISH && strcmp(r->left, r->right) == 0)
		opt_refuse(&page, "-L and -R are the same text");
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'M':
			o->method = WORDSCORES +
			    (enum method)opt_word(
				ch, optarg, "wordscores wordfish balance");
			break;
		default:
			read_option(&o->rule, ch);
		}
	check_options(o);
}

int
main(int argc, char **argv)
{
	struct opts o = {
	    .rule = {.min = 1, .seed = STAT_RNG_SEED, .level = 0.95}};
	struct counts c;
	struct scale s;
	uint64_t line;

	err_init(argv[0]);
	(void)gsl_set_error_handler_off();
	read_options(&o, argc, argv);
	counts_read(&c, argv + optind, argc - optind);
	counts_need_part(&c);
	if (o.method == BALANCE && c.n_slice > 0 && !c.has_margin &&
	    rollup_theme(&c) >= 0)
		die_data(counts_where(&c, 1, &line), 0,
		    "no margin rows, so the words of the parts are not known: "
		    "count with themes, or add them");
	scale_open(&s, &o.rule, &c);
	out_stdout(&s.out);
	if (o.method == WORDSCORES)
		scale_wordscores(&s);
	else if (o.method == WORDFISH)
		scale_wordfish(&s);
	else
		scale_balance(&s);
	out_close(&s.out);
	scale_close(&s);
	counts_free(&c);
	return RC_OK;
}
