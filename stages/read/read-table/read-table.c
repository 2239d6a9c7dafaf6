/* read-table - CSV, TSV and JSON Lines, a speech or a turn a row ->
 * transcript; see read-table.1 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "rows.h"

/* ---- the run ---- */

static void
note_html(const struct rows *j)
{
	const struct html *h = &j->html;

	if (h->n_element + h->n_char > 0)
		note("HTML: %" PRIu64 " tag%s taken out, %" PRIu64
		     " entit%s made characters",
		    h->n_element, h->n_element == 1 ? "" : "s", h->n_char,
		    h->n_char == 1 ? "y" : "ies");
	if (h->n_script > 0)
		note("HTML: %" PRIu64 " script%s or style%s left out",
		    h->n_script, h->n_script == 1 ? "" : "s",
		    h->n_script == 1 ? "" : "s");
	if (j->n_html > 0)
		note("%s:%" PRIu64 ": HTML in %" PRIu64 " text%s%s: -E reads "
		     "it",
		    j->html_file, j->html_line, j->n_html,
		    j->n_html == 1 ? "" : "s",
		    err_said(j->n_html == 1 ? "" : ", the first here"));
}

static void
report(struct rows *j)
{
	struct buf b = {0};

	clean_note(&j->clean);
	stage_note(&j->stage);
	wrap_note(&j->now.wrap);
	note_html(j);
	if (j->o.columns.group != NULL || j->o.turns)
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
run(struct rows *j, char **files, int n)
{
	if (!j->o.no_stage)
		stage_open(&j->stage);
	transcript_open(&j->to);
	if (n == 0)
		rows_read(j, NULL);
	for (int i = 0; i < n; i++)
		rows_read(j, files[i]);
	transcript_close(&j->to);
	report(j);
	rows_free(j);
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
read_options(
    struct rows *j, int argc, char *argv[], const struct opt_page *page)
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
		case 'E':
			j->o.html = true;
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
		case 'J':
			j->now.wrap.words = true;
			j->o.by_blank = true;
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
		case 'u':
			if (strcmp(optarg, "turn") != 0 &&
			    strcmp(optarg, "row") != 0)
				die_usage("option -u: '%s': give turn or row",
				    optarg);
			c->turns = j->o.turns = strcmp(optarg, "turn") == 0;
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
	    "read-table [-EHhJjqVvX] [-a name=value] ... [-c columns] "
	    "[-D delimiter] [-e encoding] [-f format] [-g column | -i "
	    "column,...] [-Q quote] [-r column=name] ... [-t column] [-u unit] "
	    "[file ...]",
	    "CSV, TSV and JSON Lines, a speech or a turn a row, to transcript",
	    "a:c:D:Ee:f:g:Hi:JjQ:r:t:u:X"};
	struct rows j = {0};

	err_init(argv[0]);
	j.o.record.delim = ',';
	j.o.record.quote = '"';
	read_options(&j, argc, argv, &page);
	if (j.o.columns.group != NULL && j.o.columns.naming.n_id > 0)
		opt_refuse(&page, "options -g and -i exclude each other");
	if (j.o.turns && j.o.columns.naming.n_id > 0)
		opt_refuse(&page, "options -u turn and -i exclude each other");
	if (j.o.record.delim == j.o.record.quote)
		opt_refuse(&page, "delimiter and quote are the same sign");
	run(&j, argv + optind, argc - optind);
	return RC_OK;
}
