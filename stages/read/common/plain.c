#include "plain.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "header.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/utf8.h"
#include "lib/lang/fr/words.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"
#include "read/common/span.h"

/* ---- what is known of the speech ---- */

static const struct attrs *
find_row(struct plain *j, const char *stem, size_t len)
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

	if (utf8_check(name, len) < len)
		die_data(name, 0, "the file's name is not UTF-8: rename it");
}

/* Before the header: what the file's name says. */
static void
from_name(struct plain *j)
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

/* Behind the header: id, table, -a. */
static void
know(struct plain *j)
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
	j->to.n_safe += id != NULL && strcmp(id, b.s) != 0;
	attrs_setn(&j->now, "id", b.s, b.len);
	buf_free(&b);
	if (j->o.table != NULL)
		row = find_row(j, stem, len);
	for (size_t i = 0; row != NULL && i < row->n; i++)
		if (strcmp(row->a[i].name, "id") != 0)
			attrs_set(&j->now, row->a[i].name, row->a[i].value);
	attrs_merge(&j->now, &j->o.all);
}

/* ---- its text ---- */

static void
put_para(struct plain *j, uint64_t line, const char *s, size_t len)
{
	struct para p = {.line = line};

	if (line <= j->n_type)
		p.type = j->type[line - 1];
	if (j->turns.unit != TURNS_NONE) {
		turns_line(&j->turns, line, j->indented, s, len);
		return;
	}
	if (!j->begun) {
		know(j);
		transcript_speech(&j->to, &j->now, j->name, line);
	}
	j->begun = true;
	stage_put(&j->stage, &j->to, j->name, &p, s, len);
}

static void
end_para(struct plain *j)
{
	if (j->para.text.len > 0)
		put_para(j, j->para.line, j->para.text.s, j->para.text.len);
	wrap_clear(&j->para);
}

/* With -j lines become one paragraph, up to a blank line or a speaker. */
static void
join_line(struct plain *j, uint64_t line, const char *s, size_t len, bool soft)
{
	struct turns *t = &j->turns;

	if (t->unit != TURNS_NONE && turns_begins(t, &j->para.text, s, len))
		end_para(j);
	wrap_add(&j->para, line, s, len, soft);
}

static void
put_line(struct plain *j, uint64_t line, char *s, size_t len)
{
	bool soft = wrap_soft(s, len);
	bool indented = len > 0 && utf_is_space(span_first(s, len));

	clean_line(&j->clean, &s, &len);
	if (len == 0 || !j->o.by_blank || j->para.text.len == 0)
		end_para(j);
	if (len == 0)
		turns_gap(&j->turns);
	else if (j->para.text.len == 0)
		j->indented = indented;
	if (len > 0 && j->o.by_blank)
		join_line(j, line, s, len, soft);
	else if (len > 0)
		put_para(j, line, s, len);
}

static void
put_turns(struct plain *j)
{
	know(j);
	j->begun = turns_put(&j->turns, &j->to, &j->now, j->name);
}

/* What is meant for another program would be read as text, tags and all. */
static void
refuse_other(const struct in *in)
{
	static const struct {
		const char *begins;
		const char *what;
		const char *page;
	} known[] = {{"<speech ", ERR_WORDS("a transcript"), "transcript(5)"},
	    {"<!-- #vrt ", ERR_WORDS("a token stream"), "tokens(5)"},
	    {"<!doctype html", ERR_WORDS("a web page"), "read-office(1)"},
	    {"<html", ERR_WORDS("a web page"), "read-office(1)"},
	    {"{\\rtf", "RTF", "read-office(1)"},
	    {"<?xml ", "XML", "read-tei(1)"}, {"<tei", "XML", "read-tei(1)"},
	    {"# newdoc", "CoNLL-U", "read-conllu(1)"},
	    {"# sent_id =", "CoNLL-U", "read-conllu(1)"}};
	const char *s = in->buf + in->pos;
	const char *end = in->buf + in->end;

	while (s < end && (*s == ' ' || *s == '\n' || *s == '\r'))
		s++;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		size_t len = strlen(known[i].begins);

		if ((size_t)(end - s) >= len &&
		    strncasecmp(s, known[i].begins, len) == 0)
			die_data(in->name, 0, "no plain text but %s: see %s",
			    err_said(known[i].what), known[i].page);
	}
}

static void
open_plain(struct plain *j, struct in *in, const char *path)
{
	in_open(in, path, j->o.encoding);
	refuse_other(in);
}

static void
read_file(struct plain *j, const char *path)
{
	struct header h = {0};
	struct in in;
	char *s;
	size_t len;

	if (j->open != NULL)
		j->open(j, &in, path);
	else
		open_plain(j, &in, path);
	j->name = in.name;
	j->begun = false;
	check_name(j->name);
	from_name(j);
	if (j->title != NULL)
		attrs_set(&j->now, "title", j->title);
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
	if (j->turns.unit != TURNS_NONE)
		put_turns(j);
	else if (j->begun)
		transcript_end(&j->to);
	if (!j->begun)
		die_data(j->name, 0, "no text%s: leave the file out",
		    err_said(attrs_get(&j->now, "title") != NULL
			    ? " behind the header"
			    : ""));
	in_close(&in);
}

/* ---- the run ---- */

static void
open_table(struct plain *j)
{
	static const char *const usual[] = {
	    "id", "file", WORDS_FILE, "filename", "source"};
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
report(struct plain *j)
{
	struct missed rows = {0};
	struct buf b = {0};

	clean_note(&j->clean);
	wrap_note(&j->para);
	turns_note(&j->turns);
	stage_note(&j->stage);
	if (j->n_date_text > 0)
		note("%" PRIu64 " date%s not understood: kept as date_text",
		    j->n_date_text, j->n_date_text == 1 ? "" : "s");
	if (j->o.table == NULL)
		return;
	metadata_unused(&j->table, &rows);
	missed_say(&b, &j->files, ERR_WORDS("file without a row"),
	    ERR_WORDS("files without a row"));
	missed_say(&b, &rows, "row without a file", "rows without a file");
	if (b.len > 0)
		note("%s: %s", j->o.table, b.s);
	buf_free(&b);
	missed_free(&rows);
	missed_free(&j->files);
	metadata_free(&j->table);
}

void
plain_run(struct plain *j, char **files, int n)
{
	if (j->o.pattern != NULL)
		filename_open(&j->pattern, j->o.pattern);
	if (j->o.table != NULL)
		open_table(j);
	if (j->o.speakers != NULL)
		speakers_open(&j->turns.table, j->o.speakers);
	stage_open(&j->stage);
	j->stage.on = !j->o.no_stage;
	j->turns.stage = &j->stage;
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
	turns_free(&j->turns);
	stage_free(&j->stage);
}

/* ---- options ---- */

void
plain_option(struct plain *j, int ch, char *arg)
{
	struct plain_options *o = &j->o;

	switch (ch) {
	case 'a':
		attrs_option(&o->all, arg);
		break;
	case 'd':
		o->table = arg;
		break;
	case 'H':
		o->no_header = true;
		break;
	case 'k':
		o->key = arg;
		break;
	case 'M':
		o->speakers = arg;
		break;
	case 'p':
		o->pattern = arg;
		break;
	case 'u':
		j->turns.unit = turns_unit(arg);
		break;
	case 'X':
		o->no_stage = true;
		break;
	}
}

void
plain_check(const struct plain *j, const struct opt_page *page)
{
	if (j->o.key != NULL && j->o.table == NULL)
		opt_refuse(page, "option -k needs a table (-d)");
	if (j->turns.unit == TURNS_NONE &&
	    (j->o.speakers != NULL || j->turns.lone))
		opt_refuse(page,
		    strchr(page->letters, 'S') != NULL
			? "options -M and -S need a unit (-u)"
			: "option -M needs a unit (-u)");
}
