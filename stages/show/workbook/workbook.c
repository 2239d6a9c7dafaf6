/* workbook - tables as the sheets of one workbook (workbook.1) */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "book.h"
#include "cells.h"
#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "names.h"
#include "sheet.h"
#include "zip.h"

static const struct opt_page page = {"workbook [-hqVv] [file ...]",
    "tables as the sheets of one workbook (.xlsx)", ""};

struct book {
	struct zip zip;
	struct names names;
	struct buf ranges; /* of the filters, a NUL behind each */
};

/* $A$1:$C$10 */
static void
add_range(struct buf *b, size_t n_col, size_t n_row)
{
	buf_str(b, "$A$1:$");
	sheet_letters(b, n_col - 1);
	buf_str(b, "$");
	buf_u64(b, n_row);
	buf_mem(b, "", 1);
}

/* A sheet of n rows from *at on. */
static uint64_t
add_sheet(struct book *b, const struct cells *t, const char **at, size_t n)
{
	char member[64];
	uint64_t n_cut;

	note_more("%s: sheet '%s', rows: %zu", t->file,
	    names_add(&b->names, t->file), n);
	(void)snprintf(
	    member, sizeof(member), "xl/worksheets/sheet%zu.xml", b->names.n);
	add_range(&b->ranges, t->n_col, n + 1);
	zip_begin(&b->zip, member, t->file);
	n_cut = sheet_put(&b->zip, t, at, n);
	zip_end(&b->zip);
	return n_cut;
}

/* A table that is longer than a sheet goes on in others. */
static void
add_table(struct book *b, const char *path)
{
	struct cells t;
	const char *at;
	size_t left;
	uint64_t n_cut = 0;
	size_t n_sheet = 0;

	cells_read(&t, path);
	at = t.text.s;
	left = t.n_row;
	do {
		size_t n = left < SHEET_ROWS - 1 ? left : SHEET_ROWS - 1;

		n_cut += add_sheet(b, &t, &at, n);
		left -= n;
		n_sheet++;
	} while (left > 0);
	if (n_sheet > 1)
		note("%s: %zu rows on %zu sheets, for one holds %d", t.file,
		    t.n_row, n_sheet, SHEET_ROWS - 1);
	if (n_cut > 0)
		note("%s: cells of more than %d signs, cut, … at their end: "
		     "%llu",
		    t.file, SHEET_CELL, (unsigned long long)n_cut);
	cells_free(&t);
}

int
main(int argc, char **argv)
{
	struct book b = {0};
	struct out o;

	err_init(argv[0]);
	while (opt_next(argc, argv, &page) != -1)
		;
	if (isatty(STDOUT_FILENO))
		die_usage(
		    "a workbook is not for a terminal: --output=FILE.xlsx");
	out_stdout(&o);
	zip_open(&b.zip, &o);
	book_begin(&b.zip);
	if (optind == argc)
		add_table(&b, NULL);
	for (int i = optind; i < argc; i++)
		add_table(&b, argv[i]);
	book_end(&b.zip, &b.names, b.ranges.s);
	zip_close(&b.zip);
	out_close(&o);
	names_free(&b.names);
	buf_free(&b.ranges);
	return RC_OK;
}
