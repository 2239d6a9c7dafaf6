#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/text/slug.h"
#include "press.h"
#include "show/common/between.h"
#include "show/common/kwic.h"

/* An item of a list, and the key by which it is sorted. */
struct list_item {
	struct buf text;
	struct buf key;
};

static int
by_key(const void *a, const void *b)
{
	const struct list_item *x = a;
	const struct list_item *y = b;
	int c = grid_text_order(x->key.s, y->key.s);

	return c != 0 ? c : strcmp(x->text.s, y->text.s);
}

static struct list_item *
make_items(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows)
{
	struct list_item *item = mem_new(rows->n, sizeof(*item));

	for (size_t i = 0; i < rows->n; i++) {
		struct press_row row = {rows->grid, rows->row[i], p->row};

		press_set_columns(p, b, rows, i);
		p->row = &row;
		buf_mem(&item[i].text, "", 0);
		buf_mem(&item[i].key, "", 0);
		press_label(p, b, b->item, &item[i].text);
		slug_fold(&item[i].key, item[i].text.s, item[i].text.len);
		p->row = row.outer;
	}
	if (b->sorted)
		qsort(item, rows->n, sizeof(*item), by_key);
	return item;
}

void
press_list(struct press *p, const struct sketch_block *b)
{
	struct shelf_rows rows;
	struct list_item *item;
	struct buf list = {0};
	struct buf whole = {0};
	bool comma = false;

	if (b->item == NULL)
		die_data(p->sketch.file, b->line,
		    "a list needs the label of an item");
	if (!press_begin_rows(p, b, &rows))
		return;
	item = make_items(p, b, &rows);
	for (size_t i = 0; i < rows.n; i++)
		comma = comma || between_has_comma(item[i].text.s);
	for (size_t i = 0; i < rows.n; i++) {
		buf_str(&list, i > 0 ? between(p->style, comma) : "");
		buf_str(&list, item[i].text.s);
		buf_free(&item[i].text);
		buf_free(&item[i].key);
	}
	free(item);
	press_set(p, "list", list.s);
	if (b->whole != NULL)
		press_label(p, b, b->whole, &whole);
	p->ink->text(p, b->whole != NULL ? whole.s : list.s, SKETCH_LIST);
	buf_free(&list);
	buf_free(&whole);
	shelf_free_rows(&p->shelf, &rows);
}

void
press_kwic(struct press *p, const struct sketch_block *b)
{
	static const char *const name[] = {"left", "node", "right"};
	struct shelf_rows rows;
	struct kwic_line *line;

	if (!press_begin_rows(p, b, &rows))
		return;
	line = mem_new(rows.n, sizeof(*line));
	for (size_t i = 0; i < rows.n; i++) {
		const char *s[3];

		for (int k = 0; k < 3; k++)
			s[k] = grid_cell(rows.grid, rows.row[i],
			    grid_column(rows.grid, name[k]));
		line[i] = (struct kwic_line){"", s[0], s[1], s[2]};
	}
	p->ink->kwic(p, line, rows.n);
	free(line);
	shelf_free_rows(&p->shelf, &rows);
}
