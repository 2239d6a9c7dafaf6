/* factors - correspondence analysis of a lexical table: which parts and terms
 * are near to each other.  See factors(1). */
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "analysis.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/stat/deal.h"
#include "lib/table/counts.h"

static const struct opt_page page = {
    "factors [-hqVv] [-B draws] [-b column] [-D deals] [-d speeches] "
    "[-E eigenvalues] [-f column] [-g column] [-i restarts] [-k axes] [-m min] "
    "[-n size] [-P parts] [-S table] [-s seed] [-t share] [-x part] "
    "[-X terms] [file ...]",
    "correspondence analysis of terms by parts",
    "B:b:D:d:E:f:g:i:k:m:n:P:S:s:t:x:X:"};

enum {
	AXES = 5,
	AXES_MAX = 300,
	RESTARTS = 300,
	DEALS_LEAST = 99,
	DRAWS_LEAST = 100,
};

static void
add_value(struct values *v, const char *s)
{
	v->s = mem_grow(v->s, &v->cap, v->n + 1, sizeof(*v->s));
	v->s[v->n++] = s;
}

/* The options of chance; false: it is none. */
static bool
read_chance(struct opts *o, int ch)
{
	switch (ch) {
	case 'B':
		o->draws =
		    (uint32_t)opt_u64(ch, optarg, DRAWS_LEAST, STAT_DEALS_MOST);
		return true;
	case 'D':
		o->deals = opt_u64(ch, optarg, DEALS_LEAST, STAT_DEALS_MOST);
		return true;
	case 'f':
		o->fixed = optarg;
		return true;
	case 'g':
		o->group = optarg;
		return true;
	case 's':
		o->seed = opt_u64(ch, optarg, 0, UINT64_MAX);
		return true;
	case 't':
		o->least = opt_real(ch, optarg, 0, 1);
		return true;
	default:
		return false;
	}
}

static void
read_table(struct opts *o, int ch)
{
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
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	bool needed;
	int ch;

	*o = (struct opts){.min = 10,
	    .parts = 2,
	    .n_axis = AXES,
	    .restarts = RESTARTS,
	    .seed = STAT_RNG_SEED};
	while ((ch = opt_next(argc, argv, &page)) != -1)
		if (!read_chance(o, ch))
			read_table(o, ch);
	needed = o->by.n > 0 || o->group != NULL;
	if (needed != (o->speeches != NULL))
		opt_refuse(&page, "-b or -g and -d go together");
	if ((o->deals > 0 || o->draws > 0) && o->group == NULL)
		opt_refuse(&page, "-B and -D are for parts of speeches: -g");
	if (o->deals > 0 && o->eigen == NULL)
		opt_refuse(&page, "-D writes into the file of -E");
	if (o->fixed != NULL && o->deals == 0)
		opt_refuse(&page, "-f is for -D");
}

int
main(int argc, char **argv)
{
	struct opts o;
	struct counts c;

	err_init(argv[0]);
	read_options(&o, argc, argv);
	counts_read(&c, argv + optind, argc - optind);
	counts_need_part(&c);
	analyse(&o, &c);
	counts_free(&c);
	free(o.by.s);
	free(o.part.s);
	return RC_OK;
}
