/* tree - the tree of cluster drawn in text (tree.1) */
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/text/figure.h"
#include "show/common/dendrogram.h"

static const struct opt_page page = {
    "tree [-hqVv] [-f plain|fr|en] [-t share] [-W columns] [file]",
    "the tree of cluster drawn in text", "f:t:W:"};

enum {
	WIDTH = 80,
	MIN_WIDTH = 40
};

int
main(int argc, char **argv)
{
	enum figure_style style = FIGURE_PLAIN;
	double least = DENDROGRAM_HOLDS;
	size_t width = WIDTH;
	struct dendrogram t;
	struct out out;
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'f':
			style = figure_style(ch, optarg);
			break;
		case 't':
			least = opt_real(ch, optarg, 0, 1);
			break;
		case 'W':
			width = opt_u64(ch, optarg, MIN_WIDTH, 10000);
			break;
		}
	if (argc - optind > 1)
		opt_refuse(&page, "one table at a time");
	dendrogram_read(&t, argv[optind], least);
	out_stdout(&out);
	dendrogram_put(&out, &t, width, style);
	out_close(&out);
	dendrogram_tell(&t);
	dendrogram_free(&t);
	return RC_OK;
}
