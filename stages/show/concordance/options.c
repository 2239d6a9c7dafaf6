#include "options.h"

#include <string.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"

enum {
	MAX_CONTEXT = 10000
};

const char *const options_column[OPTIONS_COLUMNS] = {
    "speech", "sentence", "source", "line", "left", "node", "right"};

void
options_set_order(struct opts *o, const char *arg)
{
	static const char *const name[] = {"text", "left", "node", "right"};

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++)
		if (strcmp(arg, name[i]) == 0) {
			o->order = (enum context_order)i;
			return;
		}
	die_usage("option -o: '%s' is not left, node, right or text", arg);
}

void
options_set_attrs(struct opts *o, char *arg)
{
	char *save = NULL;

	for (char *s = strtok_r(arg, ",", &save); s != NULL;
	     s = strtok_r(NULL, ",", &save)) {
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

void
options_add_pattern(struct opts *o, const char *arg)
{
	if (o->n_pattern == OPTIONS_PATTERNS)
		die_usage("option -p: more than %d", OPTIONS_PATTERNS);
	o->pattern[o->n_pattern++] = arg;
}

void
options_set_context(struct opts *o, const char *arg)
{
	o->context_set = true;
	o->sentence = strcmp(arg, "s") == 0;
	o->context = 1;
	if (!o->sentence)
		o->context = opt_u64('w', arg, 0, MAX_CONTEXT);
}
