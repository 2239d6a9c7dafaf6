/* map - points with their labels on a plane of text.  See map(1). */
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/text/figure.h"
#include "show/common/picture.h"

static const struct opt_page page = {
    "map [-AhquVv] [-f plain|fr|en] [-g column] [-H lines] [-k number[,parts]] "
    "[-l column] [-W columns] [-x column] [-y column] [-z limit] [file]",
    "points with their labels on a plane of text", "Af:g:H:k:l:uW:x:y:z:"};

enum {
	WIDTH = 80,
	MIN_WIDTH = 40,
	LINES = 40,
	MIN_LINES = 10,
	MAX_SIZE = 10000,
};

/* ---- beginning and end ---- */

static void
parse(struct picture *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'A':
			o->ascii = true;
			break;
		case 'f':
			o->rule.style = figure_counts(ch, optarg);
			break;
		case 'g':
			o->rule.group = optarg;
			break;
		case 'H':
			o->lines = opt_u64(ch, optarg, MIN_LINES, MAX_SIZE);
			break;
		case 'k':
			picture_most(&o->rule, optarg);
			break;
		case 'l':
			o->rule.label = optarg;
			break;
		case 'u':
			o->free = true;
			break;
		case 'W':
			o->width = opt_u64(ch, optarg, MIN_WIDTH, MAX_SIZE);
			break;
		case 'x':
			o->rule.axis[0] = optarg;
			break;
		case 'y':
			o->rule.axis[1] = optarg;
			break;
		case 'z':
			o->rule.limit = opt_real(ch, optarg, 1e-300, 1e300);
			break;
		}
	if (argc - optind > 1)
		opt_refuse(&page, "one table at a time");
}

int
main(int argc, char **argv)
{
	struct picture o = {
	    .rule = {.axis = {"1", "2"}, .label = "name", .parts = UINT64_MAX},
	    .width = WIDTH,
	    .lines = LINES};
	struct out out;

	err_init(argv[0]);
	parse(&o, argc, argv);
	out_stdout(&out);
	(void)picture_put(&out, argv[optind], &o);
	out_close(&out);
	return RC_OK;
}
