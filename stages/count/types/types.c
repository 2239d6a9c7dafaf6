/* types - one row a type, shown by its commonest form (types.1) */
#include <string.h>
#include <unistd.h>

#include "count.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/form.h"

static const struct opt_page page = {
    "types [-hqVvX] [-a measures] [-c column] [-k kinds] [-L keeplist] "
    "[-l stoplist] [-M size] [-m min] [-O prefix] [-x list] [file ...]",
    "one row a type: its commonest form, frequency and speeches",
    "a:c:k:L:l:M:m:O:Xx:"};

static void
count_files(const struct opts *o, char **files, int n)
{
	struct count c;
	struct out out;
	struct aside listed;

	count_open(&c, o, files, n);
	count_read(&c);
	tokens_note(&c.t);
	if (o->prefix != NULL)
		aside_open(&listed, o->prefix, "listed.tsv");
	out_stdout(&out);
	count_table(&c, &out, o->prefix != NULL ? &listed.out : NULL);
	if (o->prefix != NULL)
		aside_close(&listed);
	out_close(&out);
	if (o->prefix != NULL)
		aside_rename(&listed);
	count_close(&c);
}

static void
add_measures(struct opts *o, char *arg)
{
	char *s;

	while ((s = strsep(&arg, ",")) != NULL)
		if (opt_word('a', s, "arf forms") == 0)
			o->arf = true;
		else
			o->forms = true;
}

int
main(int argc, char **argv)
{
	struct opts o = {
	    .read = {.column = "form", .also = {"form"}}, .min = 1};
	int ch;

	err_init(argv[0]);
	intern_open(&o.stop);
	intern_open(&o.keep);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			add_measures(&o, optarg);
			break;
		case 'c':
			o.read.classes = tokens_classes(optarg);
			o.read.column = optarg;
			break;
		case 'k':
			o.read.kinds = opt_kinds(ch, optarg);
			break;
		case 'L':
			form_list(&o.keep, optarg, true);
			o.keeps = true;
			break;
		case 'l':
			form_list(&o.stop, optarg, true);
			break;
		case 'M':
			o.memory = mem_budget(ch, optarg);
			break;
		case 'm':
			o.min = opt_u64(ch, optarg, 1, UINT64_MAX);
			break;
		case 'O':
			o.prefix = optarg;
			break;
		case 'X':
			o.lists = true;
			break;
		case 'x':
			o.lists = true;
			shown_lists_add(&o.apart, optarg);
			break;
		}
	if (o.arf && o.memory > 0)
		opt_refuse(&page, "-a arf needs all types in memory: no -M");
	if (o.prefix != NULL &&
	    (!o.lists || strcmp(o.read.column, "form") != 0 ||
		o.read.classes != NULL))
		opt_refuse(&page, "option -O needs -x or -X, and counts forms");
	count_files(&o, argv + optind, argc - optind);
	intern_free(&o.stop);
	intern_free(&o.keep);
	shown_lists_free(&o.apart);
	return RC_OK;
}
