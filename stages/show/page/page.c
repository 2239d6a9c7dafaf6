/* page - a page of a report, from its description and the tables (page.1) */
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "show/common/press.h"

static const struct opt_page page = {
    "page [-hqVv] [-d folder] -l labels description [name=value ...]",
    "a page of a report, from its description and the tables", "d:l:"};

int
main(int argc, char **argv)
{
	const char *folder = ".";
	const char *labels = NULL;
	struct press p;
	struct out out;
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'd':
			folder = optarg;
			break;
		case 'l':
			labels = optarg;
			break;
		}
	if (labels == NULL)
		opt_refuse(&page, "option -l is needed");
	if (optind == argc)
		opt_refuse(&page, "a description is needed");
	press_open(&p, argv[optind++], labels, folder);
	while (optind < argc)
		press_set_word(&p, argv[optind++]);
	out_stdout(&out);
	press_put(&p, &out);
	out_close(&out);
	press_close(&p);
	return RC_OK;
}
