/* progression - how often patterns have occurred up to each place of the
 * corpus (progression.1).
 *
 * Every token has a place and none is counted, so it reads the lines itself and
 * not by tokens.h. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "follow.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/form.h"
#include "lib/text/list.h"

static const struct opt_page page = {
    "progression [-EhIqVvz] [-b attr] [-c column] [-w tokens] "
    "[-n patterns] [-O prefix] -P file | -p pattern [file ...]",
    "how often patterns have occurred up to each place", "b:c:EIn:O:P:p:w:z"};

static bool
is_there(const struct follow_opts *o, const char *s)
{
	for (size_t i = 0; i < o->n_pattern; i++)
		if (strcmp(o->name[i], s) == 0)
			return true;
	return false;
}

static void
add_pattern(struct follow_opts *o, const char *s)
{
	if (o->n_pattern == FOLLOW_PATTERNS)
		die_usage("option -p: more than %d", FOLLOW_PATTERNS);
	if (is_there(o, s))
		die_usage("option -p: '%s' twice", s);
	o->name[o->n_pattern] = s;
	o->pattern[o->n_pattern++] = s;
}

/* A pattern a line, as many as there is room for; one that comes again counts
 * once.  They stay until the end. */
static void
read_patterns(struct follow_opts *o, const char *path, uint64_t most)
{
	struct list l;
	struct query room = {0};
	char *s;
	size_t len;

	list_open(&l, path);
	query_open(&room, o->how);
	while (o->n_pattern < most && (s = list_next(&l, &len)) != NULL) {
		char *own = mem_copy(s, len);
		const char *pattern = list_named(own);
		const char *why =
		    is_there(o, own) ? NULL : query_try(&room, pattern);

		if (why != NULL)
			note("%s:%" PRIu64 ": left out: %s", l.in.name,
			    l.in.line, why);
		if (why != NULL || is_there(o, own)) {
			free(own);
			continue;
		}
		o->own[o->n_own++] = own;
		o->name[o->n_pattern] = own;
		o->pattern[o->n_pattern++] = pattern;
	}
	if (o->n_pattern == 0)
		note("%s: no pattern in it", l.in.name);
	query_free(&room);
	list_close(&l);
}

static void
read_options(struct follow_opts *o, int argc, char **argv)
{
	const char *list = NULL;
	uint64_t most = 0;
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
		case 'n':
			most = opt_u64(ch, optarg, 1, FOLLOW_PATTERNS);
			break;
		case 'O':
			o->prefix = optarg;
			break;
		case 'P':
			list = optarg;
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
	if (list == NULL && most > 0)
		opt_refuse(&page, "-n is for the patterns of -P");
	if ((list != NULL) == (o->n_pattern > 0))
		opt_refuse(&page, "one of -p and -P is needed");
	if (o->prefix != NULL && !o->parts)
		opt_refuse(&page, "-O goes with -z");
	if (o->parts && o->step > 0)
		opt_refuse(&page, "-w and -z are two tables");
	o->how = form_column(o->column) ? QUERY_FOLD : QUERY_PLAIN;
	if (ere)
		o->how = QUERY_ERE;
	if (list != NULL)
		read_patterns(o, list, most > 0 ? most : FOLLOW_PATTERNS);
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
	while (o.n_own > 0)
		free(o.own[--o.n_own]);
	return RC_OK;
}
