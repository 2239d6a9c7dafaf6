/* read-table - CSV, TSV and JSON Lines, a speech or a turn a row ->
 * transcript; see read-table.1 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gather.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/text/slug.h"
#include "read/common/attrs.h"
#include "read/common/clean.h"
#include "read/common/metadata.h"
#include "read/common/naming.h"
#include "read/common/stage.h"
#include "read/common/transcript.h"
#include "record.h"
#include "roles.h"

struct opts {
	struct record_opts record;
	struct roles_opts columns;
	struct attrs all; /* -a */
	bool by_blank;    /* -j */
	bool no_stage;    /* -X */
};

struct job {
	struct opts o;
	struct transcript to;
	struct clean clean;
	struct stage stage;
	struct missed bare; /* rows without a text */
	struct attrs vary;  /* -g: attribute -> "yes" where rows differ */
	uint64_t n_date_text;
	uint64_t n_rows;
	uint64_t n_speeches;
	/* the file under way */
	struct record in;
	struct roles col;
	uint64_t n_row;
	struct attrs row;
	/* the speech under way */
	struct gather now;
	uint64_t line;  /* where it begins */
	struct buf key; /* what makes its id; len 0: no speech */
	struct buf value;
};

/* ---- cells ---- */

static const char *
clean_cell(struct job *j, size_t k, size_t *len)
{
	char *s = record_line(&j->in, k, &j->value, len);

	clean_line(&j->clean, &s, len);
	return s;
}

static void
read_row(struct job *j)
{
	attrs_clear(&j->row);
	for (size_t k = 0; k < j->in.n_col; k++) {
		size_t len;
		const char *s;

		if (j->col.name[k] == NULL)
			continue;
		s = clean_cell(j, k, &len);
		if (len == 0 || (len == 2 && memcmp(s, "NA", 2) == 0))
			continue;
		j->n_date_text += !attrs_read(&j->row, j->col.name[k], s, len);
	}
}

/* The row's text, parted into paragraphs; false if there is none. */
static bool
read_text(struct job *j)
{
	size_t k = j->col.text;
	struct gather_text t = {.line = j->in.cell[k].line,
	    .one_line = j->o.record.format != RECORD_CSV,
	    .by_blank = j->o.by_blank};

	if (!j->in.cell[k].there)
		return false;
	t.s = record_cell(&j->in, k, &t.len);
	for (char *p = t.s; t.one_line &&
	     (p = memchr(p, RECORD_SEP, t.len - (size_t)(p - t.s))) != NULL;)
		*p = '\n';
	return gather_text(&j->now, &j->clean, &t);
}

/* ---- speeches ---- */

static void
end_speech(struct job *j)
{
	struct attrs *now = &j->now.now;
	const char *source = transcript_source(j->in.in.name);

	if (j->key.len == 0)
		return;
	for (size_t i = 0; i < j->now.differ.n; i++)
		if (strcmp(j->now.differ.a[i].name, "speaker") != 0)
			attrs_set(&j->vary, j->now.differ.a[i].name, "yes");
	gather_settle(&j->now);
	if (*source != '\0')
		attrs_set(now, "source", source);
	attrs_merge(now, &j->o.all);
	gather_put(&j->now, &j->to, &j->stage, j->in.in.name, j->line);
	j->key.len = 0;
	j->n_speeches++;
}

static void
add_key(struct job *j, struct buf *key, size_t k)
{
	size_t len;
	const char *s = clean_cell(j, k, &len);

	if (len == 0)
		die_data(j->in.in.name, j->in.line,
		    "nothing in column '%s', which makes the id",
		    record_name(&j->in, k));
	buf_str(key, key->len > 0 ? "-" : "");
	buf_mem(key, s, len);
}

/* What names the row's speech: its cells of -g, of -i, or its number. */
static void
row_key(struct job *j, struct buf *key)
{
	const struct naming *n = &j->o.columns.naming;

	if (j->col.group != ROLES_NONE)
		add_key(j, key, j->col.group);
	for (size_t i = 0; i < n->n_id; i++)
		add_key(j, key, roles_find(&j->in, n->id[i]));
	if (j->col.id != ROLES_NONE)
		add_key(j, key, j->col.id);
	if (key->len == 0)
		naming_running(key, j->in.in.name, j->n_row);
}

static void
begin_speech(struct job *j, const struct buf *key)
{
	struct buf id = {0};
	bool cut;

	end_speech(j);
	buf_mem(&j->key, key->s, key->len);
	j->line = j->in.line;
	slug_file(&id, key->s, key->len);
	cut = slug_id_cut(&id);
	j->to.n_cut += cut;
	if (id.len == 0)
		die_data(j->in.in.name, j->line,
		    "'%s': no letter or digit that could make an id: name "
		    "another column with -i",
		    key->s);
	if (intern_find(&j->to.ids, id.s, id.len) == UINT32_MAX)
		j->to.n_safe += !cut && strcmp(id.s, key->s) != 0;
	else if (j->col.group != ROLES_NONE)
		die_data(j->in.in.name, j->line,
		    "id '%s' is given twice: the rows of a speech must stand "
		    "together (sort by the column '%s')",
		    id.s, record_name(&j->in, j->col.group));
	else
		die_data(j->in.in.name, j->line,
		    "id '%s' is given twice: take more columns with -i, or "
		    "put the rows of a speech together with -g",
		    id.s);
	attrs_setn(&j->now.now, "id", id.s, id.len);
	buf_free(&id);
}

static void
put_row(struct job *j)
{
	struct buf key = {0};
	struct buf b = {0};
	const char *who = NULL;
	bool grouped = j->o.columns.group != NULL;
	char line[32];

	roles_see(&j->col, &j->in);
	if (j->n_row++ == 0)
		roles_check(&j->col, &j->in);
	read_row(j);
	row_key(j, &key);
	if (grouped)
		who = attrs_get(&j->row, "speaker");
	if (!grouped || key.len != j->key.len ||
	    memcmp(key.s, j->key.s, key.len) != 0)
		begin_speech(j, &key);
	gather_row(&j->now, &j->row, who);
	if (!read_text(j)) {
		(void)snprintf(line, sizeof(line), ":%" PRIu64, j->in.line);
		buf_str(&b, j->in.in.name);
		buf_str(&b, line);
		missed_add(&j->bare, b.s);
	}
	buf_free(&key);
	buf_free(&b);
}

static void
read_file(struct job *j, const char *path)
{
	record_open(&j->in, path, &j->o.record);
	roles_open(&j->col, &j->o.columns);
	j->n_row = 0;
	if (j->o.record.format != RECORD_JSONL) {
		roles_see(&j->col, &j->in);
		roles_check(&j->col, &j->in);
	}
	while (record_next(&j->in))
		put_row(j);
	end_speech(j);
	j->n_rows += j->n_row;
	clean_file(&j->clean, &j->in.in);
	j->clean.n[CLEAN_CR] += j->in.n_crlf;
	roles_close(&j->col);
	record_close(&j->in);
}

/* ---- the run ---- */

static void
report(struct job *j)
{
	struct buf b = {0};

	clean_note(&j->clean);
	stage_note(&j->stage);
	if (j->o.columns.group != NULL)
		note("%" PRIu64 " row%s in %" PRIu64 " speech%s", j->n_rows,
		    j->n_rows == 1 ? "" : "s", j->n_speeches,
		    j->n_speeches == 1 ? "" : "es");
	if (j->n_date_text > 0)
		note("%" PRIu64 " date%s not understood: kept as date_text",
		    j->n_date_text, j->n_date_text == 1 ? "" : "s");
	for (size_t i = 0; i < j->vary.n; i++) {
		buf_str(&b, i > 0 ? ", " : "");
		buf_str(&b, j->vary.a[i].name);
	}
	if (b.len > 0)
		note("left out of the speeches whose rows differ in it: %s",
		    b.s);
	b.len = 0;
	missed_say(&b, &j->bare, "row without text", "rows without text");
	if (b.len > 0)
		note("%s", b.s);
	buf_free(&b);
}

static void
run(struct job *j, char **files, int n)
{
	if (!j->o.no_stage)
		stage_open(&j->stage);
	transcript_open(&j->to);
	if (n == 0)
		read_file(j, NULL);
	for (int i = 0; i < n; i++)
		read_file(j, files[i]);
	transcript_close(&j->to);
	report(j);
	clean_free(&j->clean);
	stage_free(&j->stage);
	missed_free(&j->bare);
	naming_free(&j->o.columns.naming);
	attrs_free(&j->o.all);
	attrs_free(&j->vary);
	attrs_free(&j->row);
	buf_free(&j->key);
	buf_free(&j->value);
	gather_free(&j->now);
}

/* One ASCII sign, or a word that stands for it. */
static unsigned char
read_sign(int letter, const char *arg, const char *word, unsigned char means)
{
	if (strcmp(arg, word) == 0)
		return means;
	if (arg[0] <= ' ' || arg[0] == 0x7F || arg[1] != '\0')
		if (arg[0] != '\t' || arg[1] != '\0')
			die_usage("option -%c: '%s' is neither one ASCII sign "
				  "nor '%s'",
			    letter, arg, word);
	return (unsigned char)arg[0];
}

static enum record_format
read_format(const char *arg)
{
	if (strcmp(arg, "csv") == 0)
		return RECORD_CSV;
	if (strcmp(arg, "tsv") == 0)
		return RECORD_TSV;
	if (strcmp(arg, "jsonl") == 0)
		return RECORD_JSONL;
	die_usage("option -f: '%s' is not csv, tsv or jsonl", arg);
}

static void
read_options(struct job *j, int argc, char *argv[], const struct opt_page *page)
{
	struct roles_opts *c = &j->o.columns;
	struct record_opts *r = &j->o.record;
	int ch;

	while ((ch = opt_next(argc, argv, page)) != -1)
		switch (ch) {
		case 'a':
			attrs_option(&j->o.all, optarg);
			break;
		case 'c':
			c->only = optarg;
			break;
		case 'D':
			r->delim = read_sign(ch, optarg, "tab", '\t');
			break;
		case 'e':
			r->encoding = optarg;
			break;
		case 'f':
			r->format = read_format(optarg);
			break;
		case 'g':
			c->group = optarg;
			break;
		case 'H':
			r->no_header = true;
			break;
		case 'i':
			naming_ids(&c->naming, optarg);
			break;
		case 'j':
			j->o.by_blank = true;
			break;
		case 'Q':
			r->quote =
			    read_sign(ch, optarg, "none", RECORD_NO_QUOTE);
			break;
		case 'r':
			naming_rename(&c->naming, optarg);
			break;
		case 't':
			c->text = optarg;
			break;
		case 'X':
			j->o.no_stage = true;
			break;
		}
}

int
main(int argc, char *argv[])
{
	static const struct opt_page page = {
	    "read-table [-HhjqVvX] [-a name=value] ... [-c columns] "
	    "[-D delimiter] [-e encoding] [-f format] [-g column | -i "
	    "column,...] [-Q quote] [-r column=name] ... [-t column] "
	    "[file ...]",
	    "CSV, TSV and JSON Lines, a speech or a turn a row, to transcript",
	    "a:c:D:e:f:g:Hi:jQ:r:t:X"};
	struct job j = {0};

	err_init(argv[0]);
	j.o.record.delim = ',';
	j.o.record.quote = '"';
	read_options(&j, argc, argv, &page);
	if (j.o.columns.group != NULL && j.o.columns.naming.n_id > 0)
		opt_refuse(&page, "options -g and -i exclude each other");
	if (j.o.record.delim == j.o.record.quote)
		opt_refuse(&page, "delimiter and quote are the same sign");
	run(&j, argv + optind, argc - optind);
	return RC_OK;
}
