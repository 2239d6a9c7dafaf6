/* page - a page of a report, from its description and the tables (page.1) */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/table/intern.h"
#include "show/common/press.h"

static const struct opt_page page = {
    "page [-hqVv] [-d folder] [-f format | -O prefix] -l labels "
    "[name=value ...] description [name=value ...] ...",
    "a page of a report, from its description and the tables", "d:f:l:O:"};

struct opts {
	struct shelf_list *lists; /* read for one page, there for all */
	const char *folder;
	const char *labels;
	const char *prefix;          /* -O, or NULL */
	const struct press_ink *ink; /* -f, or NULL */
	bool is_folder;              /* that is one: pages have their names */
	struct intern made;          /* of this run */
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
			if (*optarg == '\0')
				die_usage("option -O: a name is needed");
			o->is_folder = optarg[strlen(optarg) - 1] == '/';
			break;
		}
	if (o->labels == NULL)
		opt_refuse(&page, "option -l is needed");
	if (o->ink != NULL && o->prefix != NULL)
		opt_refuse(&page, "options -f and -O exclude each other");
}

/* Text and HTML, each in a file that gets its name when both are there. */
static void
put_both(struct press *p, const char *prefix)
{
	struct aside text;
	struct aside html;

	p->shelf.again = true;
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

/* NAME=VALUE, and no path? */
static bool
is_value(const char *s)
{
	return s[strcspn(s, "=/.")] == '=';
}

/* Of several pages: that of pages/map-PART.page with PART=year is map-year. */
static char *
file_of(const char *folder, const char *sketch, const char *part)
{
	static const char of_part[] = "-PART";
	const char *slash = strrchr(sketch, '/');
	char *name = mem_string(slash != NULL ? slash + 1 : sketch);
	char *dot = strrchr(name, '.');
	char *at = strstr(name, of_part);
	struct buf b = {0};

	if (dot != NULL)
		*dot = '\0';
	buf_str(&b, folder);
	if (at != NULL && part != NULL) {
		if (strchr(part, '/') != NULL)
			die_usage("PART=%s cannot name a file", part);
		buf_mem(&b, name, (size_t)(at - name));
		buf_str(&b, *part != '\0' ? "-" : "");
		buf_str(&b, part);
		buf_str(&b, at + sizeof(of_part) - 1);
	} else
		buf_str(&b, name);
	free(name);
	return b.s;
}

/* Where the page goes in a folder, in which no other one of this run is. */
static void
put_into(struct opts *o, struct press *p, const char *sketch)
{
	char *prefix = file_of(o->prefix, sketch, press_find(p, "PART"));
	uint32_t n = o->made.n;

	if (intern_add(&o->made, prefix, strlen(prefix)) < n)
		die_usage("option -O: two descriptions for %s", prefix);
	put_both(p, prefix);
	free(prefix);
}

/* A page: its description, and its values behind those of all pages.  Returns
 * what stands behind it. */
static char **
put_page(struct opts *o, char *const *all, size_t n_all, char **arg)
{
	const char *sketch = *arg++;
	struct press p;

	press_open(&p, sketch, o->labels, o->folder);
	p.shelf.lists = o->lists;
	for (size_t i = 0; i < n_all; i++)
		press_set_word(&p, all[i]);
	for (; *arg != NULL && is_value(*arg); arg++)
		press_set_word(&p, *arg);
	if (o->prefix == NULL)
		put_one(&p, o->ink);
	else if (!o->is_folder)
		put_both(&p, o->prefix);
	else
		put_into(o, &p, sketch);
	o->lists = p.shelf.lists;
	p.shelf.lists = NULL;
	press_close(&p);
	return arg;
}

int
main(int argc, char **argv)
{
	struct opts o = {.folder = "."};
	size_t n_all = 0;
	size_t n_page = 0;
	char **arg;

	err_init(argv[0]);
	parse(&o, argc, argv);
	arg = argv + optind;
	while (arg[n_all] != NULL && is_value(arg[n_all]))
		n_all++;
	for (char **x = arg + n_all; *x != NULL; x++)
		if (!is_value(*x) && ++n_page > 1 && !o.is_folder)
			die_usage("'%s' is not NAME=value (several "
				  "descriptions need option -O folder/)",
			    *x);
	if (n_page == 0)
		opt_refuse(&page, "a description is needed");
	intern_open(&o.made);
	for (char **x = arg + n_all; *x != NULL;)
		x = put_page(&o, arg, n_all, x);
	intern_free(&o.made);
	shelf_free(&(struct shelf){.lists = o.lists});
	return RC_OK;
}
