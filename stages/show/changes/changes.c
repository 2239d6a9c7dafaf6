/* changes - what changed between two runs of a study, and why (changes.1) */
#include <stdlib.h>
#include <unistd.h>

#include "cause.h"
#include "differ.h"
#include "family.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/text/list.h"
#include "run.h"
#include "share.h"
#include "state.h"
#include "tell.h"

static const struct opt_page page = {
    "changes [-hqVv] [-d work [-d work]] [-f text|tsv] [-n lines] before after",
    "what changed between two runs of a study, and why", "d:f:n:"};

struct opts {
	const char *work[2];
	size_t n_work;
	bool table;
	uint64_t limit;
};

static void
parse(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'd':
			if (o->n_work == 2)
				opt_refuse(&page, "option -d: two at most");
			o->work[o->n_work++] = optarg;
			break;
		case 'f':
			o->table = opt_word(ch, optarg, "text tsv") == 1;
			break;
		case 'n':
			o->limit = opt_u64(ch, optarg, 1, UINT32_MAX);
			break;
		}
	if (argc - optind != 2)
		opt_refuse(&page, "two folders of reports are needed");
}

int
main(int argc, char **argv)
{
	struct opts o = {.limit = 10};
	struct run run[2];
	struct families families;
	struct causes causes;
	struct shares shares;
	struct differ differ;
	struct states states;
	char *data;

	err_init(argv[0]);
	parse(&o, argc, argv);
	data = data_path("changes/tables.txt");
	family_open(&families, data);
	for (size_t side = 0; side < 2; side++)
		run_open(&run[side], argv[optind + (int)side], o.work[side]);
	cause_open(&causes, &run[0], &run[1]);
	share_open(&shares, &run[0], &run[1]);
	differ_open(&differ, &causes, &shares, &families);
	state_open(&states, &differ);

	struct tell tell = {.run = {&run[0], &run[1]},
	    .causes = &causes,
	    .shares = &shares,
	    .differ = &differ,
	    .states = &states,
	    .limit = o.limit};
	if (o.table)
		tell_table(&tell);
	else
		tell_text(&tell);

	state_close(&states);
	differ_close(&differ);
	share_close(&shares);
	cause_close(&causes);
	for (size_t side = 0; side < 2; side++)
		run_close(&run[side]);
	family_close(&families);
	free(data);
	return RC_OK;
}
