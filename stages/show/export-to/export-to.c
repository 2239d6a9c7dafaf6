/* export-to - a token stream in the formats of other tools; see export-to.1 */
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "export.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stream/vrt.h"

static const struct opt_page page = {
    "export-to [-hqVv] [-a attributes] [-c column] [-k kinds] [-m min] "
    "[-O prefix] [-t tag] -f conllu|iramuteq|mtx|transcript|vrt|wide "
    "[file ...]",
    "the corpus for other tools", "a:c:f:k:m:O:t:"};

static const struct export_format *const formats[] = {&export_conllu,
    &export_iramuteq, &export_mtx, &export_transcript, &export_vrt,
    &export_wide};

static void
read_stream(
    struct export *x, const struct export_format *f, char **files, int n)
{
	enum vrt_event ev;
	void *self;

	vrt_open(&x->v, files, n, VRT_TOKENS);
	self = f->open(x);
	while ((ev = vrt_next(&x->v)) != VRT_END)
		if (ev == VRT_GAP)
			x->n_gap += x->v.gap;
		else
			f->event(x, self, ev);
	f->close(x, self);
	vrt_tell_absent(&x->v, x->o->attr, x->o->n_attr);
	vrt_close(&x->v);
}

static void
run(struct export *x, const struct export_format *f, char **files, int n)
{
	out_stdout(&x->out);
	if (f->run != NULL)
		f->run(x, files, n);
	else
		read_stream(x, f, files, n);
	out_close(&x->out);
}

/* ---- options ---- */

static void
set_attrs(struct export_opts *o, char *arg)
{
	char *s;

	while ((s = opt_name('a', &arg)) != NULL) {
		if (*s == '\0')
			continue;
		if (o->n_attr > 0 && export_wants(o, s))
			die_usage("option -a: '%s' twice", s);
		if (o->n_attr == EXPORT_ATTRS)
			die_usage("option -a: more than %d", EXPORT_ATTRS);
		o->attr[o->n_attr++] = s;
	}
	if (o->n_attr == 0)
		die_usage("option -a: no attribute is named");
}

static const struct export_format *
find_format(const char *name)
{
	/* NOLINTNEXTLINE(bugprone-sizeof-expression): an array of pointers */
	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (strcmp(formats[i]->name, name) == 0)
			return formats[i];
	die_usage("option -f: '%s' is not conllu, iramuteq, mtx, transcript, "
		  "vrt or wide",
	    name);
}

/* Options must be those of the format; used has their letters. */
static void
check(const struct export_format *f, const struct export_opts *o,
    const char *used)
{
	for (; *used != '\0'; used++)
		if (strchr(f->letters, *used) == NULL)
			die_usage(
			    "option -%c is not for -f %s", *used, f->name);
	if (f == &export_mtx && o->prefix == NULL)
		opt_refuse(&page,
		    "-f mtx writes three files: option -O is "
		    "needed");
	for (size_t i = 0; i < o->n_attr; i++)
		if (strchr(f->letters, 'm') != NULL &&
		    (strcmp(o->attr[i], "speech") == 0 ||
			strcmp(o->attr[i], "total") == 0 ||
			strcmp(o->attr[i], "id") == 0))
			die_usage("option -a: there is a column for '%s' "
				  "already",
			    o->attr[i]);
	if (o->tag[0] == '\0' || strpbrk(o->tag, " <>/\"=") != NULL)
		die_usage("option -t: '%s' is no name of a tag", o->tag);
}

int
main(int argc, char *argv[])
{
	struct export_opts o = {.tag = "speech", .min = 1};
	struct export x = {.o = &o};
	const struct export_format *f = NULL;
	char used[8] = "";
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1) {
		if (ch < 128 && strchr("ackmOt", ch) != NULL &&
		    strchr(used, ch) == NULL)
			used[strlen(used)] = (char)ch;
		switch (ch) {
		case 'a':
			opt_utf8(ch, optarg);
			set_attrs(&o, optarg);
			break;
		case 'c':
			o.column = optarg;
			break;
		case 'f':
			f = find_format(optarg);
			break;
		case 'k':
			o.kinds = opt_kinds(ch, optarg);
			break;
		case 'm':
			o.min = opt_u64('m', optarg, 1, UINT64_MAX);
			break;
		case 'O':
			o.prefix = optarg;
			break;
		case 't':
			o.tag = optarg;
			break;
		}
	}
	if (f == NULL)
		opt_refuse(&page, "option -f is needed");
	check(f, &o, used);
	run(&x, f, argv + optind, argc - optind);
	note_count(x.n_gap,
	    "token had been taken out before: it is missing here",
	    "tokens had been taken out before: they are missing here");
	note_count(x.n_empty, "speech without a token left out",
	    "speeches without a token left out");
	return RC_OK;
}
