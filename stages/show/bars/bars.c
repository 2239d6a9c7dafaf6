/* bars - a table's figures as bars of text (bars.1) */
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/text/figure.h"
#include "show/common/chart.h"
#include "show/common/chart_rows.h"
#include "show/common/grid.h"

static const struct opt_page page = {
    "bars [-AhqVv] [-c label,value[,low,high]] [-f plain|fr|en] [-g column] "
    "[-n rows] [-p places] [-W columns] [file]",
    "a table's figures as bars of text", "Ac:f:g:n:p:W:"};

enum {
	MIN_WIDTH = 40
};

struct opts {
	struct chart_rule rule;
	enum figure_style style;
	int places;
	size_t width;
	bool ascii;
};

static void
parse(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'A':
			o->ascii = true;
			break;
		case 'c':
			chart_columns(&o->rule, optarg);
			break;
		case 'f':
			o->style = figure_counts('f', optarg);
			break;
		case 'g':
			o->rule.group = optarg;
			break;
		case 'n':
			o->rule.rows = opt_u64('n', optarg, 1, UINT32_MAX);
			break;
		case 'p':
			o->places = (int)opt_u64('p', optarg, 0, FIGURE_PLACES);
			break;
		case 'W':
			o->width = opt_u64('W', optarg, MIN_WIDTH, 10000);
			break;
		}
	if (argc - optind > 1)
		opt_refuse(&page, "one table at a time");
}

int
main(int argc, char *argv[])
{
	struct opts o = {
	    .rule = {.rows = UINT64_MAX}, .width = 80, .places = -1};
	struct grid grid;
	struct chart chart;
	struct out out;

	err_init(argv[0]);
	parse(&o, argc, argv);
	grid_read(&grid, argv[optind]);
	chart = (struct chart){.style = o.style,
	    .places = o.places,
	    .width = o.width,
	    .ascii = o.ascii};
	out_stdout(&out);
	chart_read(&chart, &grid, &o.rule, NULL);
	chart_put(&chart, &out);
	out_close(&out);
	if (grid.n_row == 0)
		note("no row: there is nothing to draw");
	chart_free(&chart);
	grid_free(&grid);
	return RC_OK;
}
