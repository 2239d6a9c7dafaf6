/* read-text - one file a speech -> transcript; see read-text.1 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/attrs.h"
#include "lib/clean.h"
#include "lib/err.h"
#include "lib/filename.h"
#include "lib/header.h"
#include "lib/in.h"
#include "lib/mem.h"
#include "lib/metadata.h"
#include "lib/opt.h"
#include "lib/slug.h"
#include "lib/transcript.h"
#include "lib/utf.h"
#include "lib/wrap.h"

struct opts {
	const char *encoding;
	const char *table;
	const char *key;
	const char *pattern;
	struct attrs all; /* -a */
	bool by_blank;    /* -j */
	bool no_header;   /* -H */
};

struct job {
	struct opts o;
	struct filename pattern;
	struct metadata table;
	struct transcript to;
	struct clean clean;
	struct missed files; /* without a row */
	uint64_t n_date_text;
	/* the speech under way */
	const char *name; /* of its file */
	struct attrs now;
	struct wrap para; /* -j: the paragraph so far */
	bool begun;       /* its tag is written */
};

/* ---- what is known of the speech ---- */

static const struct attrs *
find_row(struct job *j, const char *stem, size_t len)
{
	const char *source = transcript_source(j->name);
	char *key = mem_copy(stem, len);
	const struct attrs *row;

	row = metadata_find(&j->table, attrs_get(&j->now, "id"));
	if (row == NULL)
		row = metadata_find(&j->table, source);
	if (row == NULL)
		row = metadata_find(&j->table, key);
	free(key);
	if (row == NULL)
		missed_add(&j->files, source);
	return row;
}

/* The name as text: it must be UTF-8 to stand in a tag. */
static void
check_name(const char *name)
{
	size_t len = strlen(name);

	if (utf_check(name, len) < len)
		die_data(name, 0, "the file's name is not UTF-8: rename it");
}

/* Before the header: what the file's name says. */
static void
from_name(struct job *j)
{
	attrs_clear(&j->now);
	if (j->o.pattern != NULL &&
	    !filename_read(&j->pattern, j->name, &j->now))
		die_data(j->name, 0,
		    "the name does not fit the pattern '%s' (option -p)",
		    j->o.pattern);
	if (*transcript_source(j->name) != '\0')
		attrs_set(&j->now, "source", transcript_source(j->name));
}

/* Behind the header: id, table, -a; then the tag. */
static void
begin(struct job *j, uint64_t line)
{
	const char *id = attrs_get(&j->now, "id");
	size_t len;
	const char *stem = *transcript_source(j->name) != '\0'
	    ? filename_stem(j->name, &len)
	    : (len = 5, "stdin");
	const struct attrs *row = NULL;
	struct buf b = {0};

	slug_file(&b, id != NULL ? id : stem, id != NULL ? strlen(id) : len);
	if (b.len == 0)
		die_data(j->name, 0,
		    "no letter or digit that could make an id: rename it");
	attrs_setn(&j->now, "id", b.s, b.len);
	buf_free(&b);
	if (j->o.table != NULL)
		row = find_row(j, stem, len);
	for (size_t i = 0; row != NULL && i < row->n; i++)
		if (strcmp(row->a[i].name, "id") != 0)
			attrs_set(&j->now, row->a[i].name, row->a[i].value);
	attrs_merge(&j->now, &j->o.all);
	transcript_speech(&j->to, &j->now, j->name, line);
	j->begun = true;
}

/* ---- its text ---- */

static void
put_para(struct job *j, uint64_t line, const char *s, size_t len)
{
	struct para p = {.line = line};

	if (!j->begun)
		begin(j, line);
	transcript_p(&j->to, &p, s, len);
}

static void
end_para(struct job *j)
{
	if (j->para.text.len > 0)
		put_para(j, j->para.line, j->para.text.s, j->para.text.len);
	wrap_clear(&j->para);
}

static void
put_line(struct job *j, uint64_t line, char *s, size_t len)
{
	bool soft = j->o.by_blank && wrap_soft(s, len);

	clean_line(&j->clean, &s, &len);
	if (len == 0)
		end_para(j);
	else if (j->o.by_blank)
		wrap_add(&j->para, line, s, len, soft);
	else
		put_para(j, line, s, len);
}

static void
read_file(struct job *j, const char *path)
{
	struct header h = {0};
	struct in in;
	char *s;
	size_t len;

	in_open(&in, path, j->o.encoding);
	j->name = in.name;
	j->begun = false;
	check_name(j->name);
	from_name(j);
	if (!j->o.no_header) {
		header_read(&h, &in, &j->clean);
		j->n_date_text += header_attrs(&h, &j->now);
		for (size_t i = 0; i < h.n_rest; i++)
			put_line(j, h.rest[i].line, h.text.s + h.rest[i].off,
			    h.rest[i].len);
	}
	while (!h.eof && in_line(&in, &s, &len))
		put_line(j, in.line, s, len);
	end_para(j);
	clean_file(&j->clean, &in);
	header_free(&h);
	if (!j->begun)
		die_data(j->name, 0, "no text%s: leave the file out",
		    attrs_get(&j->now, "title") != NULL ? " behind the header"
							: "");
	transcript_end(&j->to);
	in_close(&in);
}

/* ---- the run ---- */

static void
open_table(struct job *j)
{
	static const char *const usual[] = {
	    "id", "file", "fichier", "filename", "source"};
	const char *key = j->o.key;

	if (key == NULL)
		key = metadata_key(
		    j->o.table, usual, sizeof(usual) / sizeof(*usual));
	if (key == NULL)
		die_data(j->o.table, 1,
		    "no column id or file: name the one that tells the file "
		    "with -k");
	metadata_open(&j->table, j->o.table, key, NULL);
}

static void
report(struct job *j)
{
	struct missed rows = {0};
	struct buf b = {0};

	clean_note(&j->clean);
	if (j->n_date_text > 0)
		note("%" PRIu64 " date%s not understood: kept as date_text",
		    j->n_date_text, j->n_date_text == 1 ? "" : "s");
	if (j->o.table == NULL)
		return;
	metadata_unused(&j->table, &rows);
	missed_say(&b, &j->files, "file without a row", "files without a row");
	missed_say(&b, &rows, "row without a file", "rows without a file");
	if (b.len > 0)
		note("%s: %s", j->o.table, b.s);
	buf_free(&b);
	missed_free(&rows);
	missed_free(&j->files);
	metadata_free(&j->table);
}

static void
run(struct job *j, char **files, int n)
{
	if (j->o.pattern != NULL)
		filename_open(&j->pattern, j->o.pattern);
	if (j->o.table != NULL)
		open_table(j);
	transcript_open(&j->to);
	if (n == 0)
		read_file(j, NULL);
	for (int i = 0; i < n; i++)
		read_file(j, files[i]);
	transcript_close(&j->to);
	report(j);
	filename_free(&j->pattern);
	clean_free(&j->clean);
	attrs_free(&j->now);
	attrs_free(&j->o.all);
	buf_free(&j->para.text);
}

int
main(int argc, char *argv[])
{
	static const struct opt_page page = {
	    "read-text [-hHjqV] [-a name=value] ... [-d table [-k column]] "
	    "[-e encoding] [-p pattern] [file ...]",
	    "one file a speech, to transcript"};
	struct job j = {0};
	int ch;

	err_init(argv[0]);
	while ((ch = getopt(argc, argv, "+:a:d:e:Hjk:p:hqV")) != -1)
		switch (ch) {
		case 'a':
			attrs_option(&j.o.all, optarg);
			break;
		case 'd':
			j.o.table = optarg;
			break;
		case 'e':
			j.o.encoding = optarg;
			break;
		case 'H':
			j.o.no_header = true;
			break;
		case 'j':
			j.o.by_blank = true;
			break;
		case 'k':
			j.o.key = optarg;
			break;
		case 'p':
			j.o.pattern = optarg;
			break;
		case 'q':
			err_quiet(true);
			break;
		default:
			opt_other(ch, &page);
		}
	if (j.o.key != NULL && j.o.table == NULL)
		opt_refuse(&page, "option -k needs a table (-d)");
	run(&j, argv + optind, argc - optind);
	return RC_OK;
}
