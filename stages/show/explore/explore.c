/* explore - one self-contained HTML page of a study (explore.1) */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "collect.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/lang.h"
#include "pack.h"
#include "put.h"
#include "show/common/press.h"
#include "tables.h"

static const struct opt_page page = {
    "explore [-hqVv] [-c column] [-d folder] [-n bytes] -l labels description "
    "[name=value ...] [--] [file ...]",
    "one self-contained HTML page of a study", "c:d:l:n:"};

enum {
	MOST_BYTES = 10 * 1000 * 1000
};

struct opts {
	const char *column;
	const char *folder;
	const char *labels;
	uint64_t most;
};

static const char *
value_of(const struct press *p, const char *name, const char *without)
{
	const char *s = press_find(p, name);

	return s != NULL ? s : without;
}

static const char *
label_of(const struct press *p, const char *key)
{
	const char *s = labels_find(&p->labels, key);

	if (s == NULL)
		die_data(p->labels.file, 0, "there is no label '%s'", key);
	return s;
}

/* The style and the script are beside the description. */
static void
read_sources(struct put_page *to, const char *description)
{
	const char *slash = strrchr(description, '/');
	char *folder = slash != NULL
	    ? mem_copy(description, (size_t)(slash - description))
	    : mem_copy(".", 1);

	put_sources(&to->style, *folder != '\0' ? folder : "/", ".css");
	put_sources(&to->script, *folder != '\0' ? folder : "/", ".js");
	free(folder);
}

/* The whole text, or nothing of it, for counts of half of it would mislead. */
static void
put_text(struct out *o, struct tables_room *room, struct collect *c)
{
	static const struct {
		const char *name;
		void (*put)(const struct collect *, struct buf *);
	} part[] = {{"codes", collect_put_codes}, {"words", collect_put_words},
	    {"texts", collect_put_speeches}, {"kinds", collect_put_kinds}};
	enum {
		PARTS = sizeof(part) / sizeof(*part)
	};
	struct buf packed[PARTS] = {0};
	size_t len = c->cut ? SIZE_MAX : 0;

	collect_rank(c);
	for (size_t i = 0; i < PARTS && !c->cut; i++) {
		struct buf b = {0};

		part[i].put(c, &b);
		pack_bytes(&packed[i], &b);
		len += packed[i].len;
		buf_free(&b);
	}
	if (tables_fit(room, "text", len))
		for (size_t i = 0; i < PARTS; i++)
			put_part(o, part[i].name, &packed[i]);
	for (size_t i = 0; i < PARTS; i++)
		buf_free(&packed[i]);
	note_count(c->n_outside, "token outside speeches is not on the page",
	    "tokens outside speeches are not on the page");
}

static void
put_left_out(struct out *o, const struct tables_room *room)
{
	struct buf rows = {0};

	buf_str(&rows, "part\n");
	if (room->out.len > 0) {
		buf_mem(&rows, room->out.s, room->out.len);
		for (char *s = room->out.s; (s = strchr(s, '\n')) != NULL;)
			*s = s[1] != '\0' ? ' ' : '\0';
		note("left out, for the page would be too large (-n): %s",
		    room->out.s);
	}
	tables_part(o, "left", &rows);
	buf_free(&rows);
}

static void
parse(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'c':
			o->column = optarg;
			break;
		case 'd':
			o->folder = optarg;
			break;
		case 'l':
			o->labels = optarg;
			break;
		case 'n':
			o->most = opt_u64('n', optarg, 0, SIZE_MAX / 16);
			break;
		}
	if (o->labels == NULL)
		opt_refuse(&page, "option -l is needed");
	if (optind == argc)
		opt_refuse(&page, "a description is needed");
}

/* The values, up to -- or a word that is none; gives where files begin. */
static int
set_values(struct press *p, int i, int argc, char **argv)
{
	while (i < argc && strcmp(argv[i], "--") != 0 &&
	    strchr(argv[i], '=') != NULL)
		press_set_word(p, argv[i++]);
	return i < argc && strcmp(argv[i], "--") == 0 ? i + 1 : i;
}

int
main(int argc, char **argv)
{
	struct opts opts = {"form", ".", NULL, MOST_BYTES};
	struct tables_room room = {0};
	struct put_page head = {0};
	struct collect text;
	struct press p;
	struct out out;
	int i;

	err_init(argv[0]);
	parse(&opts, argc, argv);
	press_open(&p, argv[optind], opts.labels, opts.folder);
	i = set_values(&p, optind + 1, argc, argv);
	press_set(&p, "TEXT_LANG", lang_code());
	press_set(&p, "VERSION", TRIBUNE_VERSION);
	read_sources(&head, argv[optind]);
	head.lang = value_of(&p, "REPORT_LANG", "en");
	head.title = value_of(&p, "TITLE", "");
	head.noscript = label_of(&p, "walk_noscript");
	room.left = opts.most;
	collect_read(&text, opts.column, room.left, argv + i, argc - i);
	out_stdout(&out);
	put_head(&out, &head);
	put_text(&out, &room, &text);
	tables_put_labels(&p, &out);
	tables_put(&p, &out, &room);
	put_left_out(&out, &room);
	put_foot(&out, &head);
	out_close(&out);
	press_close(&p);
	collect_free(&text);
	buf_free(&head.style);
	buf_free(&head.script);
	buf_free(&room.out);
	return RC_OK;
}
