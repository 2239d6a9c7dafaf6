#include "tables.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/table/tsv.h"
#include "pack.h"
#include "put.h"

#define TABLE "t-" /* before the name of a table, in the page */

void
tables_part(struct out *o, const char *name, const struct buf *bytes)
{
	struct buf packed = {0};

	pack_bytes(&packed, bytes);
	put_part(o, name, &packed);
	buf_free(&packed);
}

/* ---- a table ---- */

/* specificities-PART.tsv: specificities-speaker.tsv */
static char *
file_name(const struct press *p, const char *file)
{
	char *path = shelf_path(&p->shelf, file);
	const char *name = strrchr(path, '/') + 1;
	char *copy = mem_string(name);

	free(path);
	return copy;
}

/* The same without .tsv. */
static void
put_name(const char *name, struct buf *to)
{
	size_t len = strlen(name);
	static const char end[] = ".tsv";
	size_t n = sizeof(end) - 1;

	if (len > n && strcmp(name + len - n, end) == 0)
		len -= n;
	buf_mem(to, name, len);
}

const char *
tables_name(const struct tables_one *one)
{
	return one->name + sizeof(TABLE) - 1;
}

/* The columns that are said, or all: where each is in the table. */
static size_t
find_columns(const struct sketch_block *b, const struct grid *g, size_t **where)
{
	size_t n = b->n_column > 0 ? b->n_column : g->n_col;

	*where = mem_new(n, sizeof(**where));
	for (size_t i = 0; i < n; i++)
		(*where)[i] =
		    b->n_column > 0 ? grid_column(g, b->column[i].source) : i;
	return n;
}

static void
put_rows(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows, struct out *o)
{
	const struct grid *g = rows->grid;
	size_t *col;
	size_t n = find_columns(b, g, &col);

	for (size_t k = 0; k < n; k++) {
		const char *s =
		    b->n_column > 0 ? b->column[k].name : g->name[k];

		tsv_put(o, s, strlen(s));
		out_ch(o, k + 1 < n ? '\t' : '\n');
	}
	for (size_t i = 0; i < rows->n; i++)
		for (size_t k = 0; k < n; k++) {
			const char *s = grid_cell(g, rows->row[i], col[k]);

			if (b->n_column > 0 && b->column[k].table != NULL)
				s = press_look_up(p, &b->column[k], s);
			tsv_put(o, s, strlen(s));
			out_ch(o, k + 1 < n ? '\t' : '\n');
		}
	free(col);
}

/* Are the first columns speech and token? */
static bool
has_places(const struct buf *table)
{
	static const char head[] = "speech\ttoken";
	const size_t n = sizeof(head) - 1;

	return table->len > n && memcmp(table->s, head, n) == 0 &&
	    (table->s[n] == '\t' || table->s[n] == '\n');
}

static void
read_table(struct tables *t, struct press *p, const struct sketch_block *b)
{
	struct shelf_rows rows;
	struct tables_one one = {0};
	struct buf name = {0};
	struct out text;
	char *file = file_name(p, b->choice.file);

	buf_str(&name, TABLE);
	put_name(file, &name);
	out_memory(&text);
	press_choose(p, b, &rows);
	put_rows(p, b, &rows, &text);
	shelf_free_rows(&p->shelf, &rows);
	one.name = name.s;
	one.file = file;
	if (has_places(&text.b)) {
		one.places = text.b;
	} else {
		pack_bytes(&one.packed, &text.b);
		t->len += one.packed.len;
		buf_free(&text.b);
	}
	t->one = mem_grow(t->one, &t->cap, t->n + 1, sizeof(*t->one));
	t->one[t->n++] = one;
}

/* ---- places ---- */

/* The head and the rows of the speeches. */
static void
put_places(const struct buf *places, const struct intern *kept, struct buf *to)
{
	const char *end = places->s + places->len;

	for (const char *s = places->s; s < end;) {
		const char *next =
		    (const char *)memchr(s, '\n', (size_t)(end - s)) + 1;
		size_t len = strcspn(s, "\t");

		if (s == places->s || intern_find(kept, s, len) != UINT32_MAX)
			buf_mem(to, s, (size_t)(next - s));
		s = next;
	}
}

size_t
tables_pack_places(struct tables *t, const struct collect *c, size_t room)
{
	struct intern kept;
	size_t len = 0;

	intern_open(&kept);
	for (size_t i = 0; i < c->n_speech; i++)
		(void)intern_add(
		    &kept, c->speech[i].row, strcspn(c->speech[i].row, "\t"));
	for (size_t i = 0; i < t->n && len <= room; i++) {
		struct tables_one *one = &t->one[i];
		struct buf rows = {0};

		if (one->places.len == 0)
			continue;
		one->packed.len = 0;
		if (c->n_speech == 0 && c->n_all > 0)
			continue;
		put_places(&one->places, &kept, &rows);
		len += pack_within(&one->packed, &rows, PACK_TEXT, room - len)
		    ? one->packed.len
		    : room + 1;
		buf_free(&rows);
	}
	intern_free(&kept);
	return len;
}

/* ---- the description ---- */

static void read_blocks(
    struct tables *t, struct press *p, const struct sketch_block *b);

static void
read_part(struct press *p, const struct sketch_block *b, void *tables)
{
	read_blocks(tables, p, b);
}

static void
read_blocks(struct tables *t, struct press *p, const struct sketch_block *b)
{
	for (size_t i = 0; i < b->n_child; i++) {
		const struct sketch_block *one = &b->child[i];

		if (one->kind == SKETCH_TABLE)
			read_table(t, p, one);
		else if (one->kind == SKETCH_PARTS)
			press_parts(p, one, read_part, t);
		else if (one->kind != SKETCH_IF)
			die_data(p->sketch.file, one->line,
			    "only tables, parts and if: the rest of the page "
			    "is in its script");
		else if (press_holds(p, one))
			read_blocks(t, p, one);
		else if (one->other != NULL)
			read_blocks(t, p, one->other);
	}
}

void
tables_read(struct tables *t, struct press *p)
{
	read_blocks(t, p, &p->sketch.page);
}

void
tables_put(const struct tables *t, struct out *o, size_t room, struct out *left)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct tables_one *one = &t->one[i];

		bool waited = one->places.len > 0;

		if (waited ? one->packed.len > 0 : one->packed.len <= room) {
			room -= waited ? 0 : one->packed.len;
			put_part(o, one->name, &one->packed);
			continue;
		}
		out_str(left, tables_name(one));
		out_str(left, "\tNA\tNA\n");
	}
}

void
tables_free(struct tables *t)
{
	for (size_t i = 0; i < t->n; i++) {
		free(t->one[i].name);
		free(t->one[i].file);
		buf_free(&t->one[i].packed);
		buf_free(&t->one[i].places);
	}
	free(t->one);
}

/* ---- labels and values ---- */

static void
put_pair(struct out *o, const char *a, const char *b)
{
	tsv_put(o, a, strlen(a));
	out_ch(o, '\t');
	tsv_put(o, b, strlen(b));
	out_ch(o, '\n');
}

/* Of a table that was looked in, its name: where it is differs between
 * machines. */
static const char *
without_folder(const struct press_value *v)
{
	const char *slash = strrchr(v->value, '/');

	return strcmp(v->name, "THEME_LABELS") == 0 && slash != NULL ? slash + 1
								     : v->value;
}

void
tables_put_labels(const struct press *p, struct out *o)
{
	const struct labels *l = &p->labels;
	struct out text;

	out_memory(&text);
	out_str(&text, "key\ttext\n");
	for (uint32_t i = 0; i < l->keys.n; i++) {
		size_t len;

		put_pair(&text, intern_s(&l->keys, i, &len), l->text[i]);
	}
	tables_part(o, "labels", &text.b);
	text.b.len = 0;
	out_str(&text, "name\tvalue\n");
	for (size_t i = 0; i < p->n_value; i++)
		put_pair(&text, p->value[i].name, without_folder(&p->value[i]));
	tables_part(o, "values", &text.b);
	buf_free(&text.b);
}
