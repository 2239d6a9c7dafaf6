#include "options.h"

#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/stream/tokens.h"
#include "show/common/kwic.h"

enum {
	MAX_CONTEXT = 10000
};

const char *const options_column[OPTIONS_COLUMNS] = {
    "speech", "sentence", "source", "line", "left", "node", "right"};

static void
set_order(struct opts *o, const char *arg)
{
	static const char *const name[] = {"text", "left", "node", "right"};

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++)
		if (strcmp(arg, name[i]) == 0) {
			o->order = (enum context_order)i;
			return;
		}
	die_usage("option -o: '%s' is not left, node, right or text", arg);
}

static void
set_attrs(struct opts *o, char *arg)
{
	char *s;

	while ((s = opt_name('a', &arg)) != NULL) {
		if (*s == '\0')
			continue;
		for (size_t i = 0; i < OPTIONS_COLUMNS; i++)
			if (strcmp(s, options_column[i]) == 0)
				die_usage("option -a: there is a column '%s' "
					  "already",
				    s);
		for (size_t i = 0; i < o->n_attr; i++)
			if (strcmp(s, o->attr[i]) == 0)
				die_usage("option -a: '%s' twice", s);
		if (o->n_attr == OPTIONS_ATTRS)
			die_usage("option -a: more than %d", OPTIONS_ATTRS);
		o->attr[o->n_attr++] = s;
	}
}

static void
add_pattern(struct opts *o, const char *arg)
{
	if (o->n_pattern == OPTIONS_PATTERNS)
		die_usage("option -p: more than %d", OPTIONS_PATTERNS);
	o->pattern[o->n_pattern++] = arg;
}

static void
set_context(struct opts *o, const char *arg)
{
	o->context_set = true;
	o->sentence = strcmp(arg, "s") == 0;
	o->context = 1;
	if (!o->sentence)
		o->context = opt_u64('w', arg, 0, MAX_CONTEXT);
}

/* Options that do not go together. */
static void
check(const struct opts *o, const struct opt_page *page)
{
	if ((o->n_pattern == 0) == (o->table == NULL))
		opt_refuse(page, "-p or -d is needed, and not both");
	for (size_t i = 0; i < o->n_attr; i++)
		if (o->table != NULL && strcmp(o->attr[i], "term") == 0)
			die_usage(
			    "option -a: there is a column 'term' already");
	if (o->table == NULL && (o->words != UINT32_MAX || o->listed != NULL))
		opt_refuse(
		    page, o->listed != NULL ? "-x is for -d" : "-k is for -d");
	if (o->table == NULL && o->classes != NULL)
		opt_refuse(page,
		    "classes of words (-c) are for -d: a pattern asks "
		    "pos=NOUN");
	if (o->table != NULL &&
	    (o->ere || o->bare || o->text || o->order != CONTEXT_TEXT))
		opt_refuse(page,
		    "-d writes a table of words as they come: no "
		    "-E, -I, -o and -t");
}

void
options_read(struct opts *o, int argc, char **argv, const struct opt_page *page)
{
	int ch;

	while ((ch = opt_next(argc, argv, page)) != -1)
		switch (ch) {
		case 'a':
			opt_utf8(ch, optarg);
			set_attrs(o, optarg);
			break;
		case 'c':
			o->classes = tokens_classes(optarg);
			o->column = optarg;
			break;
		case 'd':
			o->table = optarg;
			break;
		case 'E':
			o->ere = true;
			break;
		case 'I':
			o->bare = true;
			break;
		case 'k':
			o->words = opt_u64('k', optarg, 1, UINT32_MAX);
			break;
		case 'n':
			o->limit = opt_u64('n', optarg, 1, UINT32_MAX);
			break;
		case 'o':
			set_order(o, optarg);
			break;
		case 'p':
			add_pattern(o, optarg);
			break;
		case 't':
			o->text = true;
			break;
		case 'W':
			o->width = opt_u64('W', optarg, KWIC_MIN, 10000);
			break;
		case 'w':
			set_context(o, optarg);
			break;
		case 'x':
			o->listed = optarg;
			break;
		}
	check(o, page);
	if (o->text && !o->context_set)
		o->context = o->width / 4;
}
