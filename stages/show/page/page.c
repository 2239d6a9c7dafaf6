/* page - a page of a report, from its description and the tables (page.1) */
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "show/common/press.h"

static const struct opt_page page = {
    "page [-hqVv] [-d folder] [-f format | -O prefix] -l labels description "
    "[name=value ...]",
    "a page of a report, from its description and the tables", "d:f:l:O:"};

struct opts {
	const char *folder;
	const char *labels;
	const char *prefix;          /* -O, or NULL */
	const struct press_ink *ink; /* -f, or NULL */
};

static void
parse(struct opts *o, int argc, char **argv)
{
	static const struct press_ink *const ink[] = {
	    &press_plain, &press_html, &press_svg};
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'd':
			o->folder = optarg;
			break;
		case 'f':
			o->ink = ink[opt_word('f', optarg, "text html svg")];
			break;
		case 'l':
			o->labels = optarg;
			break;
		case 'O':
			o->prefix = optarg;
			break;
		}
	if (o->labels == NULL)
		opt_refuse(&page, "option -l is needed");
	if (o->ink != NULL && o->prefix != NULL)
		opt_refuse(&page, "options -f and -O exclude each other");
	if (optind == argc)
		opt_refuse(&page, "a description is needed");
}

/* Text and HTML, each in a file that gets its name when both are there. */
static void
put_both(struct press *p, const char *prefix)
{
	struct aside text;
	struct aside html;

	aside_open(&text, prefix, ".txt");
	p->ink = &press_plain;
	press_put(p, &text.out);
	aside_close(&text);
	aside_open(&html, prefix, ".html");
	p->ink = &press_html;
	press_put(p, &html.out);
	aside_close(&html);
	aside_rename(&html);
	aside_rename(&text);
}

static void
put_one(struct press *p, const struct press_ink *ink)
{
	struct out out;

	p->ink = ink != NULL ? ink : &press_plain;
	out_stdout(&out);
	press_put(p, &out);
	out_close(&out);
}

int
main(int argc, char **argv)
{
	struct opts o = {.folder = "."};
	struct press p;

	err_init(argv[0]);
	parse(&o, argc, argv);
	press_open(&p, argv[optind++], o.labels, o.folder);
	while (optind < argc)
		press_set_word(&p, argv[optind++]);
	if (o.prefix != NULL)
		put_both(&p, o.prefix);
	else
		put_one(&p, o.ink);
	press_close(&p);
	return RC_OK;
}
