#include "csv.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "show/common/kind.h"

#define BOM "\xEF\xBB\xBF"
#define END "\r\n"

/* All numbers, NA or empty, and one at least a number? */
static bool
is_number(const struct csv *c, size_t col)
{
	bool any = false;

	for (size_t i = 0; i < c->n_row; i++) {
		enum cell kind = cell_kind(grid_cell(c->grid, c->row[i], col));

		if (kind == CELL_TEXT)
			return false;
		any |= kind == CELL_NUMBER || kind == CELL_BEYOND;
	}
	return any;
}

/* As RFC 4180 has it; true if a spreadsheet would have computed it. */
static bool
put_text(struct out *o, const char *s)
{
	const char *first = s + strspn(s, " \t\r\n");
	bool guarded = *first != '\0' && strchr("=+-@", *first) != NULL &&
	    cell_kind(s) == CELL_TEXT;
	size_t len = strlen(s);
	bool quoted = strpbrk(s, ";\"\r\n") != NULL || *s == ' ' ||
	    (len > 0 && s[len - 1] == ' ');

	out_str(o, quoted ? "\"" : "");
	out_str(o, guarded ? "'" : "");
	for (; *s != '\0'; s++) {
		if (*s == '"')
			out_ch(o, '"');
		out_ch(o, *s);
	}
	out_str(o, quoted ? "\"" : "");
	return guarded;
}

static void
put_number(struct out *o, const char *s)
{
	for (; *s != '\0'; s++)
		out_ch(o, *s == '.' ? ',' : *s);
}

uint64_t
csv_put(const struct csv *c, struct out *o)
{
	bool *number = mem_new(c->n_col, sizeof(*number));
	uint64_t n_guarded = 0;

	out_str(o, BOM);
	for (size_t k = 0; k < c->n_col; k++) {
		number[k] = is_number(c, c->col[k]);
		out_str(o, k > 0 ? ";" : "");
		n_guarded += put_text(o, c->head[k]);
	}
	out_str(o, END);
	for (size_t i = 0; i < c->n_row; i++) {
		for (size_t k = 0; k < c->n_col; k++) {
			const char *s =
			    grid_cell(c->grid, c->row[i], c->col[k]);

			out_str(o, k > 0 ? ";" : "");
			if (number[k])
				put_number(o, s);
			else
				n_guarded += put_text(o, s);
		}
		out_str(o, END);
	}
	free(number);
	return n_guarded;
}
