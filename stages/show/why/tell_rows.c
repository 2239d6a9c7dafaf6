/* Steps that make rows, choose among them and show them. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "command.h"
#include "expr.h"
#include "lib/base/err.h"
#include "lib/text/figure.h"
#include "paper.h"
#include "tell.h"

enum {
	MOST_VALUES = 200 /* counts by value that are told */
};

/* ---- rows ---- */

static void
begin_rows(struct tell *t)
{
	evidence_free(&t->rows_now);
	t->rows_now.file = t->recipe->file;
}

/* run WORDS */
static void
run_rows(struct tell *t)
{
	struct command *c = mem_new(1, sizeof(*c));

	command_read(t, c, t->step->text);
	command_put(t, &t->counted, "  $", c);
	begin_rows(t);
	evidence_read(&t->rows_now, NULL, command_run(t, c, -1));
	command_free(c);
	free(c);
}

/* file TABLE */
static void
read_rows(struct tell *t)
{
	char *name = tell_fill(t, t->step->text);
	char *path = study_path(t->study, name);
	struct buf b = {0};

	if (path == NULL)
		die_data(name, 0,
		    "it is not in the work folder %s: 'make reports "
		    "STUDY=...' brings it back",
		    t->study->work);
	buf_str(&b, wording_say(t->words, "rows of "));
	buf_str(&b, path);
	paper_text(&t->counted, 2, 4, b.s);
	begin_rows(t);
	evidence_read(&t->rows_now, path, -1);
	buf_free(&b);
	free(path);
	free(name);
}

/* take COLUMN SIGN VALUE */
static void
take_rows(struct tell *t)
{
	char *text = mem_string(t->step->text);
	char *rest = text;
	char *column = tell_fill(t, tell_word(&rest));
	const char *sign = tell_word(&rest);
	char *value = tell_fill(t, rest);
	struct buf b = {0};

	buf_str(&b, wording_say(t->words, "those with "));
	buf_str(&b, column);
	buf_str(&b, " ");
	buf_str(&b, sign);
	buf_str(&b, " ");
	buf_str(
	    &b, *value != '\0' ? value : wording_say(t->words, "(nothing)"));
	paper_text(&t->counted, 4, 6, b.s);
	if (strcmp(sign, "among") == 0)
		evidence_among(&t->rows_now, column, value);
	else
		evidence_take(&t->rows_now, column, tell_sign(t, sign), value);
	buf_free(&b);
	free(value);
	free(column);
	free(text);
}

static void
join_table(
    struct tell *t, const char *table, const char *keys, const char *columns)
{
	char *path = study_path(t->study, table);

	if (path == NULL)
		die_data(table, 0,
		    "it is not in the work folder %s: 'make reports "
		    "STUDY=...' brings it back",
		    t->study->work);
	evidence_join(&t->rows_now, path, keys, columns);
	free(path);
}

/* join TABLE KEY[=ITS][,...] COLUMN[=ITS][,...] */
static void
join_rows(struct tell *t)
{
	char *text = tell_fill(t, t->step->text);
	char *rest = text;
	const char *table = tell_word(&rest);
	const char *keys = tell_word(&rest);

	join_table(t, table, keys, rest);
	free(text);
}

/* part VALUE: those whose speech is of that part of PART. */
static void
take_part(struct tell *t)
{
	char *value = tell_fill(t, t->step->text);
	const char *part = t->recipe->part;
	struct buf b = {0};

	if (part == NULL || strcmp(part, "all") == 0) {
		free(value);
		return;
	}
	buf_str(&b, wording_say(t->words, "those of "));
	buf_str(&b, part);
	buf_str(&b, " ");
	buf_str(&b, value);
	paper_text(&t->counted, 4, 6, b.s);
	if (strcmp(part, "id") != 0)
		join_table(t, "speeches.tsv", "speech=part", part);
	evidence_take(&t->rows_now, strcmp(part, "id") != 0 ? part : "speech",
	    SIGN_IS, value);
	buf_free(&b);
	free(value);
}

/* put NAME EXPRESSION: a column worked out for each row. */
static void
put_column(struct tell *t)
{
	char *text = tell_fill(t, t->step->text);
	char *rest = text;
	size_t column = evidence_add(&t->rows_now, tell_word(&rest));
	struct buf why = {0};

	t->each = true;
	for (t->row_now = 0; t->row_now < t->rows_now.n; t->row_now++) {
		struct out o;
		double v;

		if (!expr_eval(rest, tell_exact, t, &v, &why))
			tell_refuse(t, "formula: ", why.s);
		out_memory(&o);
		out_real(&o, v);
		out_ch(&o, '\0');
		evidence_set(&t->rows_now, column, t->row_now, o.b.s);
		buf_free(&o.b);
	}
	t->each = false;
	free(text);
}

/* mark NAME TEXT: a column with this text in each row. */
static void
mark_rows(struct tell *t)
{
	char *text = tell_fill(t, t->step->text);
	char *rest = text;
	size_t column = evidence_add(&t->rows_now, tell_word(&rest));

	for (size_t i = 0; i < t->rows_now.n; i++)
		evidence_set(&t->rows_now, column, i, rest);
	free(text);
}

/* group COLUMN,...: one row for each value. */
static void
group_rows(struct tell *t)
{
	char *columns = tell_fill(t, t->step->text);

	evidence_group(&t->rows_now, columns);
	free(columns);
}

/* order COLUMN: the largest first. */
static void
order_rows(struct tell *t)
{
	char *column = tell_fill(t, t->step->text);

	evidence_order(&t->rows_now, column);
	free(column);
}

/* ---- what is shown ---- */

/* The first places as a table. */
static int
places_file(const struct tell *t)
{
	const struct evidence *e = &t->rows_now;
	const struct evidence_column *c[] = {evidence_column(e, "speech"),
	    evidence_column(e, "token"), evidence_column(e, "length")};
	struct buf b = {0};
	uint64_t left = t->limit;
	int fd;

	buf_str(&b, "speech\ttoken\tlength\n");
	for (size_t i = 0; i < e->n && left > 0; i++) {
		if (strcmp(c[0]->cell[i], "NA") == 0 ||
		    strcmp(c[2]->cell[i], "0") == 0)
			continue;
		left--;
		for (size_t k = 0; k < 3; k++) {
			buf_str(&b, c[k]->cell[i]);
			buf_str(&b, k < 2 ? "\t" : "\n");
		}
	}
	fd = child_file(b.s, b.len);
	buf_free(&b);
	return fd;
}

static void
put_heading(struct tell *t, const char *what)
{
	struct buf b = {0};

	buf_str(&b, what);
	buf_str(&b, wording_say(t->words, ":"));
	buf_str(&b, " ");
	buf_u64(&b, t->rows_now.n);
	if (t->rows_now.n > t->limit) {
		buf_str(&b, wording_say(t->words, ", the first "));
		buf_u64(&b, t->limit);
		buf_str(&b, wording_say(t->words, " of them (-n)"));
	}
	buf_str(&b, "");
	out_ch(&t->shown, '\n');
	paper_text(&t->shown, 0, 2, b.s);
	buf_free(&b);
}

/* All cells, as a table. */
static void
put_rows(struct out *o, const struct evidence *e)
{
	for (size_t k = 0; k < e->n_column; k++)
		out_fmt(o, "%s%s", k > 0 ? "\t" : "", e->column[k].name);
	out_ch(o, '\n');
	for (size_t i = 0; i < e->n; i++) {
		for (size_t k = 0; k < e->n_column; k++) {
			const char *s = e->column[k].cell[i];

			if (k > 0)
				out_ch(o, '\t');
			for (; *s != '\0'; s++)
				if (*s == '\\')
					out_str(o, "\\\\");
				else
					out_ch(o, *s);
		}
		out_ch(o, '\n');
	}
}

/* show WHAT [whole]: the places in their context. */
static void
show_places(struct tell *t)
{
	struct command *c = mem_new(1, sizeof(*c));
	struct evidence lines = {.file = t->recipe->file};
	char *text = tell_fill(t, wording_say(t->words, t->step->text));
	bool whole = strncmp(t->step->text, "whole ", 6) == 0;

	lines.line = t->step->line;
	command_read(t, c, "concordance -q -d - -w 15 corpus");
	put_heading(t, text);
	command_put(t, &t->shown, "  $ ... |", c);
	evidence_read(&lines, NULL, command_run(t, c, places_file(t)));
	if (t->rows) {
		t->shown.b.len = 0;
		put_rows(&t->shown, &lines);
		t->at = t->recipe->n; /* the rest is for people */
	} else
		paper_places(
		    &t->shown, &lines, whole, (size_t)t->limit, t->words);
	evidence_free(&lines);
	command_free(c);
	free(c);
	free(text);
}

/* list COLUMN ... : WHAT */
static void
list_rows(struct tell *t)
{
	const char *colon = strstr(t->step->text, " : ");
	char *raw;
	char *columns;
	char *what;

	if (colon == NULL)
		tell_refuse(t, "no ' : ' behind the columns: ", t->step->text);
	raw = mem_copy(t->step->text, (size_t)(colon - t->step->text));
	columns = tell_fill(t, raw);
	what = tell_fill(t, wording_say(t->words, colon + 3));
	if (t->rows) {
		put_rows(&t->shown, &t->rows_now);
		t->at = t->recipe->n;
	} else {
		put_heading(t, what);
		paper_table(&t->shown, &t->rows_now, columns, (size_t)t->limit);
	}
	free(what);
	free(columns);
	free(raw);
}

struct counted {
	const char *value;
	uint64_t n;
};

/* Numbers by their value, else by bytes. */
static int
by_value(const void *a, const void *b)
{
	const struct counted *x = a;
	const struct counted *y = b;
	bool figures = figure_is(x->value) && figure_is(y->value);
	double v = figures ? strtod(x->value, NULL) : 0;
	double w = figures ? strtod(y->value, NULL) : 0;

	return v != w ? (v > w) - (v < w) : strcmp(x->value, y->value);
}

/* by COLUMN: how many rows have each value. */
static void
count_values(struct tell *t)
{
	char *name = tell_fill(t, t->step->text);
	const struct evidence_column *c = evidence_column(&t->rows_now, name);
	struct counted *v = mem_new(t->rows_now.n + 1, sizeof(*v));
	struct buf b = {0};
	size_t n = 0;

	for (size_t i = 0; i < t->rows_now.n; i++)
		v[n++] = (struct counted){c->cell[i], 1};
	if (n > 0)
		qsort(v, n, sizeof(*v), by_value);
	buf_str(&b, wording_say(t->words, "by "));
	buf_str(&b, name);
	buf_str(&b, wording_say(t->words, ":"));
	for (size_t i = 0, k, told = 0; i < n && told < MOST_VALUES;
	     i = k, told++) {
		for (k = i; k < n && strcmp(v[i].value, v[k].value) == 0; k++)
			;
		buf_str(&b, i > 0 ? "; " : " ");
		buf_str(&b, v[i].value);
		buf_str(&b, " ");
		buf_u64(&b, k - i);
	}
	paper_text(&t->counted, 4, 6, b.s);
	buf_free(&b);
	free(v);
	free(name);
}

bool
tell_rows(struct tell *t)
{
	static const struct {
		const char *word;
		void (*step)(struct tell *t);
	} steps[] = {{"run", run_rows}, {"file", read_rows},
	    {"take", take_rows}, {"join", join_rows}, {"part", take_part},
	    {"put", put_column}, {"show", show_places}, {"list", list_rows},
	    {"by", count_values}, {"group", group_rows}, {"order", order_rows},
	    {"mark", mark_rows}};

	t->rows_now.line = t->step->line;
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		if (strcmp(steps[i].word, t->step->word) == 0) {
			steps[i].step(t);
			return true;
		}
	return false;
}
