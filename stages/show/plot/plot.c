/* plot - a table as a picture in SVG (plot.1) */
#include <string.h>
#include <unistd.h>

#include "draw.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/text/figure.h"

static const struct opt_page page = {
    "plot [-hquVv] [-B period] [-c columns] [-d table] [-f plain|fr|en] "
    "[-g column] [-H height] [-k number[,parts]] [-L x|y|xy] [-l column] "
    "[-n rows] [-p places] "
    "[-T title] [-t least] [-W width] [-X title] [-x column] [-Y title] [-y "
    "column] "
    "[-z limit] kind [file]",
    "a table as a picture in SVG", "B:c:d:f:g:H:k:l:L:n:p:t:T:uW:x:X:y:Y:z:"};

enum {
	LEAST_WIDTH = 150,
	LEAST_HEIGHT = 80,
	MOST_SIZE = 10000,
};

/* Points, or with mm, cm. */
static double
set_size(int letter, char *arg, double least)
{
	size_t len = strlen(arg);
	double unit = 1;

	if (len > 2 && strcmp(arg + len - 2, "mm") == 0)
		unit = 72 / 25.4;
	else if (len > 2 && strcmp(arg + len - 2, "cm") == 0)
		unit = 72 / 2.54;
	if (unit > 1)
		arg[len - 2] = '\0';
	return unit * opt_real(letter, arg, least / unit, MOST_SIZE / unit);
}

static const char *
set_text(int letter, const char *arg)
{
	opt_utf8(letter, arg);
	return *arg != '\0' ? arg : NULL;
}

static void
set_log(struct opts *o, const char *arg)
{
	static const bool log[][FRAME_AXES] = {
	    {true, false}, {false, true}, {true, true}};

	memcpy(o->log, log[opt_word('L', arg, "x y xy")], sizeof(o->log));
}

static void
set_option(struct opts *o, int ch)
{
	switch (ch) {
	case 'B':
		if (o->n_break == DRAW_BREAKS)
			die_usage("option -B: more than %d", DRAW_BREAKS);
		o->brk[o->n_break++] = optarg;
		break;
	case 'c':
		o->columns = optarg;
		break;
	case 'd':
		o->other = optarg;
		break;
	case 'f':
		o->plot.style = figure_counts(ch, optarg);
		break;
	case 'g':
		o->group = optarg;
		break;
	case 'H':
		o->plot.height = set_size(ch, optarg, LEAST_HEIGHT);
		break;
	case 'k':
		picture_most(&o->picture.rule, optarg);
		break;
	case 'l':
		o->picture.rule.label = optarg;
		break;
	case 'L':
		set_log(o, optarg);
		break;
	case 'n':
		o->rows = opt_u64(ch, optarg, 1, UINT32_MAX);
		break;
	case 'p':
		o->plot.places = (int)opt_u64(ch, optarg, 0, FIGURE_PLACES);
		break;
	case 't':
		o->least = opt_real(ch, optarg, 0, 1e300);
		break;
	case 'T':
		o->plot.title = set_text(ch, optarg);
		break;
	case 'u':
		o->plot.uneven = true;
		break;
	case 'W':
		o->plot.width = set_size(ch, optarg, LEAST_WIDTH);
		break;
	case 'x':
		o->picture.rule.axis[FRAME_X] = optarg;
		break;
	case 'X':
		o->plot.axis[FRAME_X] = set_text(ch, optarg);
		break;
	case 'y':
		o->picture.rule.axis[FRAME_Y] = optarg;
		break;
	case 'Y':
		o->plot.axis[FRAME_Y] = set_text(ch, optarg);
		break;
	case 'z':
		o->picture.rule.limit = opt_real(ch, optarg, 1e-300, 1e300);
		break;
	}
}

/* The kind is the first operand, options may stand before and behind it. */
static const struct draw_kind *
parse(struct opts *o, int argc, char **argv)
{
	const struct draw_kind *kind = NULL;
	bool given[128] = {false}; /* letters */
	int ch;

	for (;;) {
		while (
		    (ch = kind == NULL ? opt_own(argc, argv, &page)
				       : opt_next(argc, argv, &page)) != -1) {
			given[ch] = true;
			set_option(o, ch);
		}
		if (kind != NULL || optind == argc)
			break;
		kind = draw_kind(argv[optind++]);
	}
	if (kind == NULL)
		opt_refuse(&page, "which kind of picture?");
	for (int i = 0; i < 128; i++)
		if (given[i] && strchr("fTW", i) == NULL &&
		    strchr(kind->letters, i) == NULL)
			die_usage("option -%c is not one of %s", i, kind->name);
	if (argc - optind > 1)
		opt_refuse(&page, "one table at a time");
	o->file = argv[optind];
	return kind;
}

int
main(int argc, char **argv)
{
	struct opts o = {.plot = {.width = 480, .places = -1},
	    .rows = UINT64_MAX,
	    .least = -1,
	    .picture = {
		.rule = {
		    .axis = {"1", "2"}, .label = "name", .parts = UINT64_MAX}}};
	const struct draw_kind *kind;
	struct out out;

	err_init(argv[0]);
	kind = parse(&o, argc, argv);
	out_stdout(&out);
	kind->draw(&out, &o);
	out_close(&out);
	return RC_OK;
}
