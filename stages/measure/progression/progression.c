/* progression - how often patterns have occurred up to each place of the
 * corpus (progression.1).
 *
 * Every token has a place and none is counted, so it reads the lines itself and
 * not by tokens.h. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "follow.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/form.h"

static const struct opt_page page = {
    "progression [-EhIqVvz] [-b attr] [-c column] [-w tokens] -p pattern "
    "[file ...]",
    "how often patterns have occurred up to each place", "b:c:EIp:w:z"};

static void
add_pattern(struct follow_opts *o, const char *s)
{
	if (o->n_pattern == FOLLOW_PATTERNS)
		die_usage("option -p: more than %d", FOLLOW_PATTERNS);
	for (size_t i = 0; i < o->n_pattern; i++)
		if (strcmp(o->pattern[i], s) == 0)
			die_usage("option -p: '%s' twice", s);
	o->pattern[o->n_pattern++] = s;
}

static void
read_options(struct follow_opts *o, int argc, char **argv)
{
	bool ere = false;
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'b':
			o->by = optarg;
			break;
		case 'c':
			o->column = optarg;
			break;
		case 'E':
			ere = true;
			break;
		case 'I':
			o->bare = true;
			break;
		case 'p':
			add_pattern(o, optarg);
			break;
		case 'w':
			o->step = opt_u64(ch, optarg, 1, UINT64_MAX / 2);
			break;
		case 'z':
			o->parts = true;
			break;
		}
	if (o->n_pattern == 0)
		opt_refuse(&page, "-p is needed");
	if (o->parts && o->step > 0)
		opt_refuse(&page, "-w and -z are two tables");
	o->how = form_column(o->column) ? QUERY_FOLD : QUERY_PLAIN;
	if (ere)
		o->how = QUERY_ERE;
}

int
main(int argc, char **argv)
{
	struct follow_opts o = {.column = "form"};
	struct follow f;

	err_init(argv[0]);
	read_options(&o, argc, argv);
	follow_open(&f, &o, argv + optind, argc - optind);
	follow_run(&f);
	follow_close(&f);
	return RC_OK;
}
