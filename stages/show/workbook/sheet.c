#include "sheet.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/text/utf.h"
#include "show/common/kind.h"

enum {
	TAKE = 256 * 1024, /* bytes of XML packed at once */
	NARROW = 6,        /* widths of columns, in characters */
	WIDE = 60,
	ARROW = 3 /* of the filter, beside a heading */
};

void
sheet_letters(struct buf *to, size_t col)
{
	char s[16];
	size_t n = sizeof(s);

	for (size_t k = col + 1; k > 0; k = (k - 1) / 26)
		s[--n] = (char)('A' + (k - 1) % 26);
	buf_mem(to, s + n, sizeof(s) - n);
}

/* The longest beginning of so many units of UTF-16; len if all fits. */
static size_t
fit(const char *s, size_t len, size_t units)
{
	const char *end = s + len;
	const char *p = s;
	size_t used = 0;

	while (p < end) {
		size_t n;
		int32_t cp = utf_get(p, end, &n);

		used += cp > 0xFFFF ? 2 : 1;
		if (used > units)
			return (size_t)(p - s);
		p += n;
	}
	return len;
}

/* _x000D_ is how a workbook writes what XML has no place for; text that looks
 * like that needs its first sign written so. */
static bool
looks_escaped(const char *s, const char *end)
{
	static const char hex[] = "0123456789abcdefABCDEF";

	return end - s >= 7 && s[0] == '_' && s[1] == 'x' &&
	    strspn(s + 2, hex) >= 4 && s[6] == '_';
}

static void
put_text(struct out *o, const char *s, size_t len)
{
	const char *end = s + len;
	const char *from = s;

	for (; s < end; s++) {
		unsigned char c = (unsigned char)*s;
		bool control = c < 0x20 && c != '\t' && c != '\n';

		if (!control && (c != '_' || !looks_escaped(s, end)))
			continue;
		utf_put_xml(o, from, (size_t)(s - from));
		out_fmt(o, "_x%04X_", (unsigned)c);
		from = s + 1;
	}
	utf_put_xml(o, from, (size_t)(end - from));
}

/* Returns whether the text was cut. */
static bool
put_string(struct out *o, const char *s, size_t len)
{
	size_t n = len;

	if (len > SHEET_CELL && fit(s, len, SHEET_CELL) < len)
		n = fit(s, len, SHEET_CELL - 2);
	out_str(o, "t=\"inlineStr\"><is><t xml:space=\"preserve\">");
	put_text(o, s, n);
	out_str(o, n < len ? " …</t></is></c>" : "</t></is></c>");
	return n < len;
}

static void
put_widths(struct out *o, const struct cells *t)
{
	out_str(o, "<cols>");
	for (size_t i = 0; i < t->n_col; i++) {
		size_t head = utf_width(t->col[i].name, strlen(t->col[i].name));
		size_t w = t->col[i].width + 1;

		w = w > head + ARROW ? w : head + ARROW;
		w = w < NARROW ? NARROW : w > WIDE ? WIDE : w;
		out_fmt(o,
		    "<col min=\"%zu\" max=\"%zu\" width=\"%zu\" "
		    "customWidth=\"1\"/>",
		    i + 1, i + 1, w);
	}
	out_str(o, "</cols>");
}

static void
put_row(struct out *o, size_t row)
{
	out_str(o, "<row r=\"");
	out_u64(o, row);
	out_str(o, "\">");
}

/* Letters: those of all columns, 8 bytes each. */
static void
put_place(struct out *o, const char *letters, size_t row, int style)
{
	out_str(o, "<c r=\"");
	out_str(o, letters);
	out_u64(o, row);
	if (style != STYLE_NUMBER) {
		out_str(o, "\" s=\"");
		out_u64(o, (uint64_t)style);
	}
	out_ch(o, '"');
}

static bool
put_cell(struct out *o, const struct column *c, const char *s, size_t len)
{
	enum cell kind = c->number ? cell_kind(s) : CELL_TEXT;

	if (kind == CELL_NUMBER) {
		out_str(o, "><v>");
		out_mem(o, s, len);
		out_str(o, "</v></c>");
		return false;
	}
	out_ch(o, ' ');
	return put_string(o, s, len);
}

static uint64_t
put_rows(struct zip *z, const struct cells *t, const char **at, size_t n)
{
	struct out *o = &z->text;
	struct buf b = {0};
	size_t *letters = mem_new(t->n_col, sizeof(*letters));
	uint64_t n_cut = 0;

	for (size_t i = 0; i < t->n_col; i++) {
		letters[i] = b.len;
		sheet_letters(&b, i);
		buf_mem(&b, "", 1);
	}
	put_row(o, 1);
	for (size_t i = 0; i < t->n_col; i++) {
		const char *s = t->col[i].name;

		put_place(o, b.s + letters[i], 1, STYLE_HEAD);
		out_ch(o, ' ');
		n_cut += put_string(o, s, strlen(s));
	}
	out_str(o, "</row>");
	for (size_t r = 0; r < n; r++) {
		put_row(o, r + 2);
		for (size_t i = 0; i < t->n_col; i++) {
			const struct column *c = &t->col[i];
			size_t len = strlen(*at);

			if (len > 0) {
				put_place(o, b.s + letters[i], r + 2,
				    c->number ? STYLE_NUMBER : STYLE_TEXT);
				n_cut += put_cell(o, c, *at, len);
			}
			*at += len + 1;
		}
		out_str(o, "</row>");
		if (o->b.len > TAKE)
			zip_take(z);
	}
	buf_free(&b);
	free(letters);
	return n_cut;
}

uint64_t
sheet_put(struct zip *z, const struct cells *t, const char **at, size_t n)
{
	struct out *o = &z->text;
	struct buf corner = {0};
	uint64_t n_cut;

	sheet_letters(&corner, t->n_col - 1);
	buf_u64(&corner, n + 1);
	buf_mem(&corner, "", 1);
	out_str(o,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
	    "<worksheet xmlns=\"http://schemas.openxmlformats.org/"
	    "spreadsheetml/2006/main\"><dimension ref=\"A1:");
	out_str(o, corner.s);
	out_str(o,
	    "\"/><sheetViews><sheetView workbookViewId=\"0\">"
	    "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
	    "state=\"frozen\"/><selection pane=\"bottomLeft\" "
	    "activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>");
	put_widths(o, t);
	out_str(o, "<sheetData>");
	n_cut = put_rows(z, t, at, n);
	out_fmt(o,
	    "</sheetData><autoFilter ref=\"A1:%s\"/><ignoredErrors>"
	    "<ignoredError sqref=\"A1:%s\" numberStoredAsText=\"1\"/>"
	    "</ignoredErrors></worksheet>\n",
	    corner.s, corner.s);
	buf_free(&corner);
	return n_cut;
}
