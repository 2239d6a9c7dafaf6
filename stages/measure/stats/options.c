#include "options.h"

#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"

enum {
	WINDOW = 100,
	WINDOW_MAX = 1000000
};

static void
add_attrs(struct units_opts *o, char *arg, const struct opt_page *page)
{
	char *s;

	while ((s = opt_name('a', &arg)) != NULL) {
		if (*s == '\0')
			opt_refuse(page, "option -a: an empty name");
		if (o->n_attr == UNITS_ATTRS)
			die_usage(
			    "option -a: more than %d attributes", UNITS_ATTRS);
		if (units_column(s))
			die_usage("option -a: '%s' is a column already", s);
		for (size_t i = 0; i < o->n_attr; i++)
			if (strcmp(o->attr[i], s) == 0)
				die_usage("option -a: '%s' twice", s);
		o->attr[o->n_attr++] = s;
	}
}

/* Of -b: one, or with -O as many as there are tables beside. */
static void
add_part(struct beside_opts *b, const char *attr)
{
	if (b->n_part == UNITS_ATTRS)
		die_usage("option -b: more than %d attributes", UNITS_ATTRS);
	b->part[b->n_part++] = attr;
}

/* The attributes of -b are in names of files then. */
static void
refuse_parts(const struct beside_opts *b)
{
	for (size_t i = 0; i < b->n_part; i++) {
		if (strchr(b->part[i], '/') != NULL ||
		    strcmp(b->part[i], "whole") == 0)
			die_usage("option -b: '%s' cannot name a table of -O",
			    b->part[i]);
		for (size_t k = 0; k < i; k++)
			if (strcmp(b->part[i], b->part[k]) == 0)
				die_usage("option -b: '%s' twice", b->part[i]);
	}
}

static void
refuse_odd(const struct options *o, const struct opt_page *page)
{
	const struct units_opts *u = &o->units;
	bool bounds = o->bounds.wanted;

	if (o->beside.prefix == NULL && o->beside.n_part > 1)
		opt_refuse(page, "several -b need -O");
	if (o->beside.prefix != NULL && (bounds || u->counts || u->total))
		opt_refuse(page, "-O has no -B, -f counts, -g and -t");
	if (bounds && u->n_attr > 0)
		opt_refuse(page, "-a has no place in the table of -B");
	if (u->alone && (bounds || u->part != NULL))
		opt_refuse(page, "-g has one row: no -b and no -B");
	if (u->counts && (bounds || u->n_attr > 0 || u->total))
		opt_refuse(page, "-f counts has no -a, -B, -g and -t");
}

static void
take(struct options *o, int ch, const struct opt_page *page)
{
	switch (ch) {
	case 'a':
		add_attrs(&o->units, optarg, page);
		break;
	case 'B':
		o->bounds.wanted = true;
		break;
	case 'b':
		add_part(&o->beside, optarg);
		break;
	case 'f':
		o->units.counts = opt_word(ch, optarg, "table counts") == 1;
		break;
	case 'g':
		o->units.total = o->units.alone = true;
		break;
	case 'l':
		o->bounds.level = opt_real(ch, optarg, 0.01, 0.9999);
		break;
	case 'O':
		o->beside.prefix = optarg;
		break;
	case 't':
		o->units.total = true;
		break;
	case 'w':
		o->units.window = opt_u64(ch, optarg, 1, WINDOW_MAX);
		break;
	}
}

void
options_read(
    struct options *o, const struct opt_page *page, int argc, char **argv)
{
	int ch;

	*o = (struct options){
	    .units = {.window = WINDOW}, .bounds = {.level = 0.95}};
	while ((ch = opt_next(argc, argv, page)) != -1)
		take(o, ch, page);
	if (o->beside.prefix != NULL)
		refuse_parts(&o->beside);
	else if (o->beside.n_part > 0)
		o->units.part = o->beside.part[0];
	refuse_odd(o, page);
	o->bounds.by_sentence = o->bounds.wanted && o->units.part == NULL;
	o->bounds.total = o->units.total;
	o->bounds.window = o->beside.window = o->units.window;
}
