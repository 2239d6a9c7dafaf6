/* robust - which statements of a report other choices keep
 * (robust.1) */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "claim.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/text/list.h"
#include "put.h"

static const struct opt_page page = {
    "robust [-hqVv] [-a attributes] [-O prefix] runs",
    "which statements of a report other choices keep", "a:O:"};

struct opts {
	char **name; /* of -a */
	size_t n_name;
	size_t cap;
	const char *prefix;
};

static void
parse(struct opts *o, int argc, char **argv)
{
	char *s;
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			while ((s = strsep(&optarg, ",")) != NULL) {
				o->name = mem_grow(o->name, &o->cap,
				    o->n_name + 1, sizeof(*o->name));
				o->name[o->n_name++] = s;
			}
			break;
		case 'O':
			o->prefix = optarg;
			break;
		}
	if (argc - optind != 1)
		opt_refuse(&page, "one table of runs is needed");
}

static void
write_tables(const struct opts *o, const struct claims *c, const struct runs *r)
{
	struct aside kinds;
	struct aside choices;
	struct out out;

	out_stdout(&out);
	put_claims(&out, c, r);
	if (o->prefix != NULL) {
		aside_open(&kinds, o->prefix, "-kinds.tsv");
		aside_open(&choices, o->prefix, "-choices.tsv");
		put_kinds(&kinds.out, c, r);
		put_choices(&choices.out, c, r, o->name, o->n_name);
		aside_close(&kinds);
		aside_close(&choices);
		aside_rename(&kinds);
		aside_rename(&choices);
	}
	out_close(&out);
}

int
main(int argc, char **argv)
{
	struct opts o = {0};
	struct rules rules;
	struct claims claims;
	struct runs runs;
	char *data;

	err_init(argv[0]);
	parse(&o, argc, argv);
	data = data_path("changes/statements.txt");
	rule_open(&rules, data);
	run_open(&runs, argv[optind]);
	claim_open(&claims, &runs, &rules, o.name, o.n_name);
	write_tables(&o, &claims, &runs);
	claim_close(&claims);
	run_close(&runs);
	rule_close(&rules);
	free(o.name);
	free(data);
	return RC_OK;
}
