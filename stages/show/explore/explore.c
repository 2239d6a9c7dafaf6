/* explore - one self-contained HTML page of a study (explore.1) */
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "collect.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/lang.h"
#include "lib/stream/tokens.h"
#include "pack.h"
#include "put.h"
#include "show/common/press.h"
#include "tables.h"
#include "whys.h"

static const struct opt_page page = {
    "explore [-hqVv] [-c column] [-d folder] [-n bytes] -l labels description "
    "[name=value ...] [--] [file ...]",
    "one self-contained HTML page of a study", "c:d:l:n:"};

enum {
	MOST_BYTES = 10 * 1000 * 1000
};

struct opts {
	struct collect_what what;
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
	    : mem_string(".");

	put_sources(&to->style, *folder != '\0' ? folder : "/", ".css");
	put_sources(&to->script, *folder != '\0' ? folder : "/", ".js");
	free(folder);
}

/* ---- the text ---- */

enum {
	TEXT_PARTS = 4
};

static const struct {
	const char *name;
	void (*put)(const struct collect *, struct buf *);
	enum pack_level level;
} text_part[TEXT_PARTS] = {{"codes", collect_put_codes, PACK_NUMBERS},
    {"words", collect_put_words, PACK_TEXT},
    {"texts", collect_put_speeches, PACK_TEXT},
    {"kinds", collect_put_kinds, PACK_TEXT}};

/* Packs the text, and the tables of places in it; gives their bytes, or any
 * number above room if they are more. */
static size_t
pack_text(struct collect *c, struct tables *t, struct buf *packed, size_t room)
{
	size_t len = 0;

	collect_rank(c);
	for (size_t i = 0; i < TEXT_PARTS && len <= room; i++) {
		struct buf b = {0};

		text_part[i].put(c, &b);
		packed[i].len = 0;
		len +=
		    pack_within(&packed[i], &b, text_part[i].level, room - len)
		    ? packed[i].len
		    : room + 1;
		buf_free(&b);
	}
	return len <= room ? len + tables_pack_places(t, c, room - len) : len;
}

/* As much of the text as there is room for beside the tables, which half of the
 * room is not for; gives the bytes with those of its places. */
static size_t
put_text(struct out *o, struct collect *c, size_t most, struct tables *t)
{
	struct buf packed[TEXT_PARTS] = {0};
	size_t room = t->len < most / 2 ? most - t->len : most - most / 2;
	size_t len;

	if (c->n_all == 0) /* an empty text is always there */
		room = SIZE_MAX;
	len = pack_text(c, t, packed, room);
	while (len > room && c->n_speech > 0) {
		collect_thin(c);
		len = pack_text(c, t, packed, room);
	}
	if (c->n_all > 0 && c->n_speech == 0)
		len = 0;
	else
		for (size_t i = 0; i < TEXT_PARTS; i++)
			put_part(o, text_part[i].name, &packed[i]);
	for (size_t i = 0; i < TEXT_PARTS; i++)
		buf_free(&packed[i]);
	note_count(c->n_outside, "token outside speeches is not on the page",
	    "tokens outside speeches are not on the page");
	return len;
}

/* ---- what does not fit ---- */

/* The names of the rows. */
static void
note_left(const char *s)
{
	struct buf names = {0};

	for (; s != NULL && *s != '\0'; s = strchr(s, '\n') + 1) {
		buf_str(&names, names.len > 0 ? " " : "");
		buf_mem(&names, s, strcspn(s, "\t"));
	}
	if (names.len > 0)
		note("left out, for the page would be too large (-n): %s",
		    names.s);
	buf_free(&names);
}

static void
put_left_out(struct out *o, const struct collect *c, const struct out *tables)
{
	static const char head[] = "part\tkept\tall\n";
	bool some = c->n_speech > 0 && c->n_speech < c->n_all;
	struct out rows;

	out_memory(&rows);
	out_str(&rows, head);
	if (c->n_speech < c->n_all) {
		out_str(&rows, "text");
		out_tab_u64(&rows, c->n_speech);
		out_tab_u64(&rows, c->n_all);
		out_ch(&rows, '\n');
	}
	if (tables->b.len > 0)
		out_mem(&rows, tables->b.s, tables->b.len);
	buf_mem(&rows.b, "", 0);
	if (some)
		note("the page would be too large (-n): the text of %zu of "
		     "%" PRIu64 " speeches is on it",
		    c->n_speech, c->n_all);
	note_left(some ? tables->b.s : rows.b.s + sizeof(head) - 1);
	tables_part(o, "left", &rows.b);
	buf_free(&rows.b);
}

/* How the tables that are read were made. */
static void
put_whys(const struct press *p, const struct tables *t, struct out *o)
{
	struct whys whys;

	whys_open(&whys, value_of(p, "REPORT_LANG", "en"));
	for (size_t i = 0; i < t->n; i++)
		whys_add(&whys, tables_name(&t->one[i]), t->one[i].file);
	whys_put(&whys, o);
	whys_close(&whys);
}

/* ---- options ---- */

static void
parse(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'c':
			o->what.classes = tokens_classes(optarg);
			o->what.column = optarg;
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
	struct opts opts = {{"form", NULL}, ".", NULL, MOST_BYTES};
	struct put_page head = {0};
	struct tables tables = {0};
	struct collect text;
	struct out left;
	size_t len;
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
	collect_read(&text, &opts.what, opts.most, argv + i, argc - i);
	tables_read(&tables, &p);
	out_stdout(&out);
	put_head(&out, &head);
	len = put_text(&out, &text, opts.most, &tables);
	tables_put_labels(&p, &out);
	out_memory(&left);
	tables_put(&tables, &out, len < opts.most ? opts.most - len : 0, &left);
	buf_mem(&left.b, "", 0);
	put_left_out(&out, &text, &left);
	put_whys(&p, &tables, &out);
	put_foot(&out, &head);
	out_close(&out);
	press_close(&p);
	collect_free(&text);
	buf_free(&head.style);
	buf_free(&head.script);
	tables_free(&tables);
	buf_free(&left.b);
	return RC_OK;
}
