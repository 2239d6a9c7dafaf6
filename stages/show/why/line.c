#include "line.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/base/utf8.h"

enum {
	ENOUGH = 16 /* bytes by which a text that may be cut is known */
};

static const char *
name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* ---- rows ---- */

static void
add_row(struct line *l, const struct grid *g, size_t row)
{
	struct line_row *r = &l->row[l->n];
	size_t zst;

	if (l->n == LINE_ROWS)
		return;
	*r = (struct line_row){
	    .table = mem_string(name_of(g->file)), .n = g->n_col};
	zst = strlen(r->table);
	if (zst > 4 && strcmp(r->table + zst - 4, ".zst") == 0)
		r->table[zst - 4] = '\0';
	r->word = mem_new(r->n, sizeof(*r->word));
	for (size_t k = 0; k < r->n; k++) {
		struct buf b = {0};

		buf_str(&b, g->name[k]);
		buf_str(&b, "=");
		buf_str(&b, grid_cell(g, row, k));
		r->word[k] = b.s;
	}
	l->n++;
}

/* Does the text of a cell stand in the line, whole or cut? */
static bool
stands(const char *line, struct buf *text)
{
	size_t n = text->len;

	if (n > ENOUGH)
		text->s[utf8_cut(text->s, n, ENOUGH)] = '\0';
	return strstr(line, text->s) != NULL;
}

/* Do all cells of a row stand in the line, as they are shown? */
static bool
shows(struct press *p, const struct sketch_block *b,
    const struct shelf_rows *rows, size_t i, const char *line)
{
	size_t n = b->kind == SKETCH_BARS ? 2 : b->n_column;
	bool all = n > 0;

	for (size_t k = 0; k < n && all; k++) {
		const struct sketch_column *c = &b->column[k];
		struct buf cell = {0};
		struct buf text = {0};

		press_cell(p, c, rows, i, &cell);
		buf_mem(&text, "", 0);
		if (c->digits == 0)
			figure_put(&text, cell.s,
			    c->raw ? FIGURE_RAW : c->places, p->style);
		/* a column without any value is not there */
		all = (c->optional &&
			  (cell.len == 0 || strcmp(cell.s, "NA") == 0)) ||
		    stands(line, &text);
		buf_free(&cell);
		buf_free(&text);
	}
	return all;
}

/* ---- blocks ---- */

static void
find_cells(struct line *l, struct press *p, const struct sketch_block *b,
    const char *line)
{
	struct shelf_rows rows;

	press_choose(p, b, &rows);
	for (size_t i = 0; i < rows.n; i++)
		if (shows(p, b, &rows, i, line))
			add_row(l, rows.grid, rows.row[i]);
	shelf_free_rows(&p->shelf, &rows);
}

/* Of a list: the rows whose item has a letter in the line that is to[0] ..
 * to[1] of the block's text, in which line ends are blanks. */
static void
find_items(struct line *l, struct press *p, const struct sketch_block *b,
    const char *text, const size_t *to)
{
	struct shelf_rows rows;
	const char *behind = text;

	press_choose(p, b, &rows);
	for (size_t i = 0; i < rows.n; i++) {
		struct press_row row = {rows.grid, rows.row[i], p->row};
		struct buf item = {0};
		const char *at;

		press_set_columns(p, b, &rows, i);
		p->row = &row;
		buf_mem(&item, "", 0);
		press_label(p, b, b->item, &item);
		p->row = row.outer;
		at = strstr(b->sorted ? text : behind, item.s);
		if (at != NULL) {
			size_t place = (size_t)(at - text);

			behind = at + item.len;
			if (place < to[1] && place + item.len > to[0])
				add_row(l, rows.grid, rows.row[i]);
		}
		buf_free(&item);
	}
	shelf_free_rows(&p->shelf, &rows);
}

static void
find_contexts(struct line *l, struct press *p, const struct sketch_block *b,
    uint64_t number)
{
	struct shelf_rows rows;

	press_choose(p, b, &rows);
	if (number < rows.n)
		add_row(l, rows.grid, rows.row[number]);
	shelf_free_rows(&p->shelf, &rows);
}

/* What the line of a block that is told by its number and its text is of. */
static void
find(struct line *l, struct press *p, const struct sketch_block *b,
    struct buf *block, uint64_t number)
{
	char *line = block->s;
	size_t len;

	for (uint64_t k = 0; k < number; k++)
		line += strcspn(line, "\n") + 1;
	len = strcspn(line, "\n");
	if (b->kind == SKETCH_LIST) {
		size_t from = (size_t)(line - block->s);
		const size_t to[] = {from, from + len};

		for (char *s = block->s; *s != '\0'; s++)
			if (*s == '\n')
				*s = ' ';
		find_items(l, p, b, block->s, to);
		return;
	}
	line[len] = '\0';
	if (b->kind == SKETCH_TABLE || b->kind == SKETCH_BARS)
		find_cells(l, p, b, line);
	else if (b->kind == SKETCH_KWIC)
		find_contexts(l, p, b, number - (*block->s == '\n'));
	else if (b->choice.file != NULL)
		l->picture = shelf_path(&p->shelf, b->choice.file);
	else if (p->row != NULL && len > 0)
		add_row(l, p->row->grid, p->row->row);
}

/* Behind a block: is the line among those that it wrote? */
static void
look(struct press *p, const struct sketch_block *b, void *arg)
{
	struct line *l = arg;
	struct buf block = {0};
	uint64_t n = 0;
	size_t from = l->from;

	for (size_t i = from; i < p->out->b.len; i++)
		n += p->out->b.s[i] == '\n';
	l->from = p->out->b.len;
	if (l->at > l->done && l->at <= l->done + n) {
		uint64_t number = l->at - l->done - 1;

		buf_mem(&block, p->out->b.s + from, l->from - from);
		/* the blank line above is nobody's */
		if (*block.s == '\n' && number == 0)
			number = n;
		if (number < n)
			find(l, p, b, &block, number);
		buf_free(&block);
	}
	l->done += n;
}

/* ---- the page ---- */

/* A word of a page's command; the one file among their values may be another's
 * than that of the folder where one stands (`tribune reports`). */
static void
set_word(struct press *p, const struct study *s, const char *word)
{
	static const char labels[] = "THEME_LABELS=";
	char *path = NULL;

	if (strncmp(word, labels, sizeof(labels) - 1) == 0)
		path = study_path(s, word + sizeof(labels) - 1);
	if (path != NULL)
		press_set(p, "THEME_LABELS", path);
	else
		press_set_word(p, word);
	free(path);
}

/* The words of a page's command, which name its description and PART; those of
 * commands/pages set the other values. */
static void
set_values(struct press *p, const struct study *s, const char *command)
{
	char *path = study_path(s, "commands/pages");
	struct buf all = {0};
	const char *rest;
	struct in in;
	char *line;
	size_t len;
	char *w;

	if (path == NULL)
		die_data(s->work, 0,
		    "commands/pages is gone: 'make reports STUDY=...' brings "
		    "it back");
	in_open(&in, path, NULL);
	while (in_line(&in, &line, &len)) {
		buf_mem(&all, line, len);
		buf_str(&all, " ");
	}
	in_close(&in);
	buf_str(&all, command);
	rest = all.s;
	while ((w = study_word(&rest)) != NULL) {
		if (*w != '=' && strchr(w, '=') != NULL)
			set_word(p, s, w);
		free(w);
	}
	buf_free(&all);
	free(path);
}

/* The file of the suite that a page is made with, that of the checkout first;
 * exit 1 where it is gone. */
static char *
file_of(const struct study *s, const char *data, const char *folder,
    const char *name)
{
	char *ours = mem_join("pipeline/", folder, name);
	char *path = study_path(s, ours);

	free(ours);
	if (path != NULL)
		return path;
	ours = mem_join("/../", folder, name);
	path = mem_join(data, ours, "");
	free(ours);
	if (access(path, R_OK) == -1)
		die_data(name, 0, "the description of the page is not there");
	return path;
}

void
line_open(struct line *l, const struct study *s, const char *data,
    const char *page, uint64_t line)
{
	bool sheet = strstr(page, "/sheets/") != NULL;
	const char *command =
	    facts_find(&s->facts, "command", sheet ? "sheets" : name_of(page));
	const char *lang = facts_find(&s->facts, "option", "REPORT_LANG");
	struct buf labels = {0};
	char *word[2];
	char *sketch;
	char *words;
	struct press p;
	struct out out;

	*l = (struct line){.at = line};
	for (size_t i = 0; i < 2; i++)
		word[i] = command != NULL ? study_word(&command) : NULL;
	if (word[1] == NULL)
		die_data(page, 0, "no page or sheet of this report");
	sketch = file_of(s, data, "", word[1]);
	buf_str(&labels, lang != NULL ? lang : "en");
	buf_str(&labels, ".labels");
	words = file_of(s, data, "labels/", labels.s);
	press_open(&p, sketch, words, s->work);
	set_values(&p, s, command);
	if (sheet) {
		char *id = mem_copy(name_of(page), strlen(name_of(page)) - 4);

		press_set(&p, "id", id);
		free(id);
	}
	p.behind = look;
	p.behind_arg = l;
	out_memory(&out);
	press_put(&p, &out);
	press_close(&p);
	buf_free(&out.b);
	buf_free(&labels);
	for (size_t i = 0; i < 2; i++)
		free(word[i]);
	free(sketch);
	free(words);
}

void
line_close(struct line *l)
{
	for (size_t i = 0; i < l->n; i++) {
		for (size_t k = 0; k < l->row[i].n; k++)
			free(l->row[i].word[k]);
		free(l->row[i].word);
		free(l->row[i].table);
	}
	free(l->picture);
}
