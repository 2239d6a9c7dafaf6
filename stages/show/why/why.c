/* why - where a figure of a report comes from (why.1) */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "chain.h"
#include "command.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/text/list.h"
#include "lib/text/utf.h"
#include "line.h"
#include "paper.h"
#include "row.h"
#include "show/common/recipe.h"
#include "study.h"
#include "tell.h"

static const struct opt_page page = {
    "why [-hqVv] [-d work] [-f text|tsv] [-n lines] table[:line] "
    "[column=value ...] | page.txt:line",
    "where a figure of a report comes from", "d:f:n:"};

struct opts {
	const char *work;
	bool rows;
	uint64_t limit;
};

enum {
	KEYS = 4 /* columns by which a row is told */
};

static const char *
name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* The row, a column a line. */
static void
put_row(struct out *o, const struct row *r, const struct wording *w)
{
	size_t at = 0;

	out_fmt(o, "%s%s%" PRIu64 "\n\n", r->path, wording_say(w, ", line "),
	    r->line);
	for (size_t k = 0; k < r->n; k++) {
		size_t width = utf_width(r->name[k], strlen(r->name[k]));

		at = width > at ? width : at;
	}
	for (size_t k = 0; k < r->n; k++)
		paper_fact(o, r->name[k], at + 4,
		    *r->cell[k] != '\0' ? r->cell[k]
					: wording_say(w, "(nothing)"));
}

static void
put_section(struct out *o, const char *heading, const struct out *text)
{
	if (text->b.len == 0)
		return;
	out_fmt(o, "\n%s\n", heading);
	out_mem(o, text->b.s, text->b.len);
}

static void
put_verdict(struct out *o, const struct tell *t)
{
	const struct wording *w = t->words;

	out_ch(o, '\n');
	if (t->n_count == 0) {
		out_fmt(o, "%s\n",
		    wording_say(w, "No figure of it is made again here."));
		return;
	}
	out_fmt(o, "%s%" PRIu64 "%s", wording_say(w, "Figures made again: "),
	    t->n_count, wording_say(w, "; "));
	if (t->n_wrong == 0) {
		out_fmt(o, "%s\n",
		    wording_say(w, "all are as the table has them."));
		return;
	}
	out_fmt(o, "%s%" PRIu64 ".\n",
	    wording_say(w, "NOT as the table has them: "), t->n_wrong);
	paper_text(o, 0, 0,
	    wording_say(w,
		"The table is not what these programs make of this corpus: "
		"make the report anew."));
}

static void
put_all(const struct tell *t)
{
	struct out o;
	struct out made;

	out_stdout(&o);
	if (t->rows) {
		if (t->shown.b.len > 0)
			out_mem(&o, t->shown.b.s, t->shown.b.len);
		out_close(&o);
		return;
	}
	put_row(&o, t->row, t->words);
	if (t->what.b.len > 0) {
		out_ch(&o, '\n');
		out_mem(&o, t->what.b.s, t->what.b.len);
	}
	out_memory(&made);
	chain_put(&made, t->study, name_of(t->row->path), t->words);
	put_section(
	    &o, wording_say(t->words, "How its figures are made"), &t->made);
	put_section(&o,
	    wording_say(t->words, "What the table was made of and by"), &made);
	put_section(&o, wording_say(t->words, "Counted again"), &t->counted);
	put_verdict(&o, t);
	if (t->shown.b.len > 0)
		out_mem(&o, t->shown.b.s, t->shown.b.len);
	buf_free(&made.b);
	out_close(&o);
}

/* Of a row of a table. */
static int
answer_row(const struct opts *o, const struct study *s, const struct row *row)
{
	struct recipe recipe;
	struct tell t = {.limit = o->limit, .rows = o->rows};
	const char *lang = facts_find(&s->facts, "option", "REPORT_LANG");
	struct wording words;
	char *folder = data_path("why");

	wording_open(&words, folder, lang != NULL ? lang : "en");
	recipe_open(&recipe, folder, name_of(row->path));
	t.study = s;
	t.recipe = &recipe;
	t.row = row;
	t.words = &words;
	tell_all(&t);
	put_all(&t);
	if (t.n_wrong > 0)
		note("%s:%" PRIu64 ": %" PRIu64 " of %" PRIu64
		     " figures made again are not the table's",
		    row->path, row->line, t.n_wrong, t.n_count);
	tell_free(&t);
	recipe_close(&recipe);
	wording_close(&words);
	free(folder);
	return t.n_wrong > 0 ? RC_DATA : RC_OK;
}

/* The path of a table: in the report, or if it is not there in the work folder.
 * The caller's to free. */
static char *
table_path(const struct study *s, const char *name)
{
	char *path = mem_join(s->reports, "/", name);

	if (access(path, R_OK) == 0)
		return path;
	free(path);
	return mem_join(s->work, "/", name);
}

/* A line that shows several rows: what to ask for each. */
static void
put_choice(const struct study *s, const struct line *l, const char *file)
{
	struct out o;

	out_stdout(&o);
	out_fmt(&o, "%s, line %" PRIu64 ": %zu rows; ask for one of them:\n\n",
	    file, l->at, l->n);
	for (size_t i = 0; i < l->n; i++) {
		char *path = table_path(s, l->row[i].table);
		char **word = mem_new(l->row[i].n, sizeof(*word));
		size_t n = 0;

		/* the first columns are the keys */
		while (n < l->row[i].n && n < KEYS) {
			word[n] = command_quoted(l->row[i].word[n]);
			n++;
		}
		out_str(&o, "tribune why ");
		out_str(&o, path);
		paper_command(&o, "", word, n);
		for (size_t k = 0; k < n; k++)
			free(word[k]);
		free(word);
		free(path);
	}
	out_close(&o);
}

/* Of a line of a page. */
static int
answer_line(
    const struct opts *o, const struct study *s, const char *file, uint64_t at)
{
	char *folder = data_path("why");
	struct line l;
	int rc = RC_OK;

	line_open(&l, s, folder, file, at);
	free(folder);
	if (l.picture != NULL)
		die_usage("%s:%" PRIu64 ": part of a picture of %s: ask for a "
			  "row of that table",
		    file, at, name_of(l.picture));
	if (l.n == 0)
		die_usage(
		    "%s:%" PRIu64 ": it shows no row of a table", file, at);
	if (l.n == 1) {
		struct row row;
		char *path = table_path(s, l.row->table);

		row_open(&row, path, l.row->word, l.row->n);
		rc = answer_row(o, s, &row);
		row_close(&row);
		free(path);
	} else
		put_choice(s, &l, file);
	line_close(&l);
	return rc;
}

static bool
is_page(const char *path)
{
	size_t len = strlen(path);

	return len > 4 && strcmp(path + len - 4, ".txt") == 0;
}

/* A page of the report, or a sheet in its folder. */
static int
answer_page(const struct opts *o, const char *path, uint64_t at)
{
	struct study study;
	char *folder = study_folder(path);
	int rc;

	if (access(path, R_OK) == -1)
		die_sys(path);
	if (strcmp(name_of(folder), "sheets") == 0) {
		char *above = study_folder(folder);

		free(folder);
		folder = above;
	}
	study_open(&study, folder, o->work);
	rc = answer_line(o, &study, path, at);
	study_close(&study);
	free(folder);
	return rc;
}

static int
answer_table(const struct opts *o, const char *path, char **word, size_t n)
{
	struct study study;
	struct row row;
	char *folder;
	int rc;

	row_open(&row, path, word, n);
	folder = study_folder(row.path);
	study_open(&study, folder, o->work);
	rc = answer_row(o, &study, &row);
	study_close(&study);
	row_close(&row);
	free(folder);
	return rc;
}

static int
answer(const struct opts *o, char **argv, int argc)
{
	char *path = mem_string(argv[0]);
	uint64_t at = row_line(path);
	int rc;

	if (is_page(path) && (at == 0 || argc > 1))
		opt_refuse(&page, "of a page: page.txt:line");
	if (is_page(path))
		rc = answer_page(o, path, at);
	else
		rc = answer_table(o, argv[0], argv + 1, (size_t)argc - 1);
	free(path);
	return rc;
}

int
main(int argc, char **argv)
{
	struct opts o = {.limit = UINT64_MAX};
	bool set = false;
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'd':
			o.work = optarg;
			break;
		case 'f':
			o.rows = opt_word(ch, optarg, "text tsv") == 1;
			break;
		case 'n':
			o.limit = opt_u64(ch, optarg, 0, UINT32_MAX);
			set = true;
			break;
		}
	if (optind == argc)
		opt_refuse(&page, "which table?");
	if (!set && !o.rows)
		o.limit = 40;
	return answer(&o, argv + optind, argc - optind);
}
