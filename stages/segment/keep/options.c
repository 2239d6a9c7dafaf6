#include "options.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/stream/query.h"

static void
push(struct args *a, const char *s)
{
	a->s = mem_grow(a->s, &a->cap, a->n + 1, sizeof(*a->s));
	a->s[a->n++] = s;
}

void
options_free(struct opts *o)
{
	free(o->stop.s);
	free(o->keep.s);
	free(o->like.s);
	free(o->unlike.s);
	free(o->queries.s);
	free(o->unqueries.s);
	free(o->phrases.s);
	where_free(&o->where);
}

/* min or min,max */
static void
set_length(struct opts *o, char *arg)
{
	char *comma = strchr(arg, ',');

	if (comma != NULL)
		*comma = '\0';
	o->min = opt_u64('n', arg, 0, UINT32_MAX);
	if (comma != NULL)
		o->max = opt_u64('n', comma + 1, o->min, UINT32_MAX);
}

void
options_read(struct opts *o, int argc, char **argv, const struct opt_page *page)
{
	int ch;

	*o = (struct opts){.column = "form", .max = UINT64_MAX};
	while ((ch = opt_next(argc, argv, page)) != -1)
		switch (ch) {
		case 'A':
			where_add_all(&o->where, 'A', optarg, strlen(optarg));
			break;
		case 'a':
			where_add(&o->where, 'a', optarg);
			break;
		case 'c':
			o->column = optarg;
			break;
		case 'd':
			push(&o->phrases, optarg);
			break;
		case 'k':
			o->kinds = opt_kinds(ch, optarg);
			break;
		case 'L':
			push(&o->keep, optarg);
			break;
		case 'l':
			push(&o->stop, optarg);
			break;
		case 'n':
			set_length(o, optarg);
			break;
		case 'P':
			push(
			    query_has_test(optarg) ? &o->unqueries : &o->unlike,
			    optarg);
			break;
		case 'p':
			push(query_has_test(optarg) ? &o->queries : &o->like,
			    optarg);
			break;
		}
	if (o->queries.n > 0 && o->like.n > 0)
		die_usage("option -p: '%s' tests columns, '%s' does not: they "
			  "do not go together",
		    o->queries.s[0], o->like.s[0]);
}
