/* why - where a figure of a report comes from (why.1) */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "chain.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/text/list.h"
#include "lib/text/utf.h"
#include "paper.h"
#include "recipe.h"
#include "row.h"
#include "study.h"
#include "tell.h"

static const struct opt_page page = {
    "why [-hqVv] [-d work] [-f text|tsv] [-n lines] table[:line] "
    "[column=value ...]",
    "where a figure of a report comes from", "d:f:n:"};

struct opts {
	const char *work;
	bool rows;
	uint64_t limit;
};

static const char *
name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* The row, a column a line. */
static void
put_row(struct out *o, const struct row *r)
{
	size_t at = 0;

	out_fmt(o, "%s, line %" PRIu64 "\n\n", r->path, r->line);
	for (size_t k = 0; k < r->n; k++) {
		size_t w = utf_width(r->name[k], strlen(r->name[k]));

		at = w > at ? w : at;
	}
	for (size_t k = 0; k < r->n; k++)
		paper_fact(o, r->name[k], at + 4,
		    *r->cell[k] != '\0' ? r->cell[k] : "(nothing)");
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
	if (t->n_count == 0) {
		out_str(o, "\nNo figure of it is made again here.\n");
		return;
	}
	out_fmt(o, "\nFigures made again: %" PRIu64 "; ", t->n_count);
	if (t->n_wrong == 0) {
		out_str(o, "all are as the table has them.\n");
		return;
	}
	out_fmt(o,
	    "NOT as the table has them: %" PRIu64 ".\n"
	    "The table is not what these programs make of this corpus: make "
	    "the report anew.\n",
	    t->n_wrong);
}

static void
put_all(const struct tell *t)
{
	struct out o;
	struct out made;

	out_stdout(&o);
	if (t->rows) {
		out_mem(&o, t->shown.b.s, t->shown.b.len);
		out_close(&o);
		return;
	}
	put_row(&o, t->row);
	if (t->what.b.len > 0) {
		out_ch(&o, '\n');
		out_mem(&o, t->what.b.s, t->what.b.len);
	}
	out_memory(&made);
	chain_put(&made, t->study, name_of(t->row->path));
	put_section(&o, "How its figures are made", &t->made);
	put_section(&o, "What the table was made of and by", &made);
	put_section(&o, "Counted again", &t->counted);
	put_verdict(&o, t);
	out_mem(&o, t->shown.b.s, t->shown.b.len);
	buf_free(&made.b);
	out_close(&o);
}

static int
answer(const struct opts *o, char **argv, int argc)
{
	struct study study;
	struct recipe recipe;
	struct row row;
	struct tell t = {.limit = o->limit, .rows = o->rows};
	char *folder = data_path("why");

	row_open(&row, argv[0], argv + 1, (size_t)argc - 1);
	recipe_open(&recipe, folder, name_of(row.path));
	study_open(&study, row.path, o->work);
	t.study = &study;
	t.recipe = &recipe;
	t.row = &row;
	tell_all(&t);
	put_all(&t);
	if (t.n_wrong > 0)
		note("%s:%" PRIu64 ": %" PRIu64 " of %" PRIu64
		     " figures made again are not the table's",
		    row.path, row.line, t.n_wrong, t.n_count);
	tell_free(&t);
	row_close(&row);
	recipe_close(&recipe);
	study_close(&study);
	free(folder);
	return t.n_wrong > 0 ? RC_DATA : RC_OK;
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
