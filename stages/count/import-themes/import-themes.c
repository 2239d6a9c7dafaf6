/* import-themes - dictionaries of other tools as theme dictionaries
 * (import-themes.1) */
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "entries.h"
#include "formats.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"

static const struct opt_page page = {"import-themes [-hqVv] [-e encoding] [-f "
				     "liwc|quanteda|wordstat|yoshikoder] "
				     "[file]",
    "dictionaries of other tools as theme dictionaries", "e:f:"};

#define FORMATS "liwc quanteda wordstat yoshikoder"

static void (*const read_format[])(struct entries *e, struct in *in) = {
    liwc_read, yaml_read, wordstat_read, yoshikoder_read};

/* The format that the end of a name tells. */
static size_t
format_of(const char *path)
{
	static const struct {
		const char *end;
		size_t format;
	} ends[] = {
	    {".dic", 0}, {".yml", 1}, {".yaml", 1}, {".cat", 2}, {".ykd", 3}};
	const char *dot = path != NULL ? strrchr(path, '.') : NULL;

	for (size_t i = 0; dot != NULL && i < sizeof(ends) / sizeof(*ends); i++)
		if (strcasecmp(dot, ends[i].end) == 0)
			return ends[i].format;
	opt_refuse(&page,
	    "option -f is needed: the name ends in none of .dic, .yml, .yaml, "
	    ".cat and .ykd");
}

int
main(int argc, char **argv)
{
	const char *encoding = "";
	const char *path = NULL;
	size_t format = sizeof(read_format) / sizeof(*read_format);
	struct entries e;
	struct in in;
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'e':
			encoding = optarg;
			break;
		case 'f':
			format = opt_word('f', optarg, FORMATS);
			break;
		}
	if (argc - optind > 1)
		opt_refuse(&page, "one file at a time");
	if (argc > optind)
		path = argv[optind];
	if (format == sizeof(read_format) / sizeof(*read_format))
		format = format_of(path);
	in_open(&in, path, encoding);
	entries_open(&e);
	read_format[format](&e, &in);
	in_close(&in);
	entries_close(&e);
	return RC_OK;
}
