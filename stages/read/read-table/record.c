#include "record.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/tsv.h"

enum {
	CSV_BLOCK = 1 << 20
};

/* The column's number; a new one if it is not known. */
size_t
record_column(struct record *r, const char *name, size_t len)
{
	uint32_t k = intern_add(&r->col, name, len);

	if (k >= RECORD_COLUMNS)
		die_data(r->in.name, r->in.line, "more than %d columns",
		    RECORD_COLUMNS);
	if (k >= r->n_col)
		r->n_col = (size_t)k + 1;
	return k;
}

/* ---- CSV ---- */

static uint64_t
count_lf(const char *s, size_t len)
{
	const char *end = s + len;
	uint64_t n = 0;

	while (len > 0 && (s = memchr(s, '\n', (size_t)(end - s))) != NULL) {
		n++;
		s++;
	}
	return n;
}

/* libcsv's callback: a cell ends on the line under way. */
static void
on_cell(void *s, size_t len, void *arg)
{
	struct record *r = arg;
	struct record_cell *c = &r->cell[r->n_cell];

	if (r->n_cell == RECORD_COLUMNS)
		die_data(r->in.name, r->in.line, "more than %d columns",
		    RECORD_COLUMNS);
	*c =
	    (struct record_cell){.off = r->text.len, .len = len, .there = true};
	if (len > 0)
		buf_mem(&r->text, s, len);
	buf_mem(&r->text, "", 1);
	c->line = r->in.line - count_lf(r->text.s + c->off, len);
	if (r->o.format == RECORD_TSV)
		c->len = tsv_unescape(r->text.s + c->off, len);
	if (r->n_cell++ == 0)
		r->line = c->line;
}

static void
on_row(int end, void *arg)
{
	struct record *r = arg;

	(void)end;
	r->done = true;
}

/* A line ends where in.h ends it. */
static int
is_end(unsigned char c)
{
	return c == '\n';
}

static void
bad_quote(const struct record *r, size_t at, bool json)
{
	if (json && r->in.line == 1)
		die_data(r->in.name, 1, "not CSV, but JSON? (option -f jsonl)");
	die_data(r->in.name, r->in.line,
	    "byte %zu: a quote within a cell: write it twice and the cell in "
	    "quotes, or name another quote sign (-Q none: no quotes)",
	    at + 1);
}

/* The cell under way is in quotes and goes on on the next line. */
static uint64_t
open_line(const struct record *r)
{
	return r->in.line + 1 -
	    count_lf((const char *)r->csv.entry_buf, r->csv.entry_pos);
}

static bool
csv_next(struct record *r)
{
	char *s;
	size_t len;

	r->done = false;
	r->text.len = 0;
	r->n_cell = 0;
	while (!r->done && in_line(&r->in, &s, &len)) {
		size_t n;

		if (len > 0 && s[len - 1] == '\r') {
			s[--len] = '\n';
			r->n_crlf++;
		}
		n = csv_parse(&r->csv, s, len + 1, on_cell, on_row, r);
		if (n != len + 1 && csv_error(&r->csv) == CSV_EPARSE)
			bad_quote(r, n, *s == '{' || *s == '[');
		if (n != len + 1)
			die_sys(r->in.name);
		if (r->csv.entry_pos > IN_LINE_MAX)
			die_data(r->in.name, open_line(r),
			    "cell longer than %zu bytes: a quote that is not "
			    "closed?",
			    IN_LINE_MAX);
	}
	if (r->done || csv_fini(&r->csv, on_cell, on_row, r) == 0)
		return r->done;
	if (csv_error(&r->csv) == CSV_EPARSE)
		die_data(r->in.name, open_line(r),
		    "a quote that begins here is not closed");
	die_sys(r->in.name);
}

static void
csv_begin(struct record *r)
{
	bool tsv = r->o.format == RECORD_TSV;

	if (csv_init(&r->csv, CSV_STRICT | CSV_STRICT_FINI) != 0)
		die_sys(r->in.name);
	/* its buffer grows by so much, 128 bytes unless told: many copies */
	csv_set_blk_size(&r->csv, CSV_BLOCK);
	csv_set_delim(&r->csv, tsv ? '\t' : r->o.delim);
	csv_set_quote(&r->csv, tsv ? RECORD_NO_QUOTE : r->o.quote);
	csv_set_term_func(&r->csv, is_end);
	if (!csv_next(r))
		die_data(r->in.name, 0, "no line that is not blank");
	for (size_t k = 0; k < r->n_cell; k++) {
		size_t len = r->cell[k].len;
		const char *s = record_cell(r, k, &len);
		char number[32];

		if (r->o.no_header || len == 0) {
			(void)snprintf(number, sizeof(number), "%s%zu",
			    r->o.no_header ? "" : "column ", k + 1);
			s = number;
			len = strlen(number);
		}
		if (record_column(r, s, len) != k)
			die_data(r->in.name, r->line,
			    "two columns are called '%.*s': rename one",
			    (int)len, s);
	}
	r->kept = r->o.no_header;
}

/* ---- all ---- */

void
record_open(struct record *r, const char *path, const struct record_opts *o)
{
	memset(r, 0, sizeof(*r));
	r->o = *o;
	in_open(&r->in, path, o->encoding);
	intern_open(&r->col);
	if (o->format == RECORD_JSONL)
		json_set_alloc_funcs(mem_block, free);
	else
		csv_begin(r);
}

static bool
json_next(struct record *r)
{
	char *s;
	size_t len;

	while (in_line(&r->in, &s, &len)) {
		while (len > 0 && (*s == ' ' || *s == '\t' || *s == '\r')) {
			s++;
			len--;
		}
		if (len == 0)
			continue;
		r->line = r->in.line;
		r->text.len = 0;
		record_json(r, s, len);
		return true;
	}
	return false;
}

bool
record_next(struct record *r)
{
	if (r->o.format == RECORD_JSONL)
		return json_next(r);
	if (!r->kept && !csv_next(r))
		return false;
	r->kept = false;
	if (r->n_cell != r->n_col)
		die_data(r->in.name, r->line,
		    "%zu cell%s, but %s has %zu: is the delimiter (-D) or a "
		    "quote amiss?",
		    r->n_cell, r->n_cell == 1 ? "" : "s",
		    err_said(r->o.no_header ? "the first row" : "the header"),
		    r->n_col);
	return true;
}

char *
record_line(struct record *r, size_t k, struct buf *b, size_t *len)
{
	char *s = record_cell(r, k, len);
	bool plain = true;

	if (!r->cell[k].there) {
		*len = 0;
		return s;
	}
	for (size_t i = 0; i < *len; i++)
		plain = plain && s[i] != '\n' && s[i] != RECORD_SEP;
	if (plain)
		return s;
	b->len = 0;
	for (size_t i = 0; i < *len; i++)
		if (s[i] == RECORD_SEP)
			buf_str(b, "; ");
		else if (s[i] != '\r' || s[i + 1] != '\n')
			buf_mem(b, s[i] == '\n' ? " " : s + i, 1);
	*len = b->len;
	return b->s;
}

void
record_close(struct record *r)
{
	if (r->o.format != RECORD_JSONL)
		csv_free(&r->csv);
	in_close(&r->in);
	intern_free(&r->col);
	buf_free(&r->text);
	buf_free(&r->path);
}
