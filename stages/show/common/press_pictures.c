#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/text/figure.h"
#include "lib/text/utf.h"
#include "press.h"
#include "show/common/dendrogram.h"
#include "show/common/picture.h"

enum {
	LINES = 40,
	POINTS = 40,
	WORDS = 30, /* of a class, at most */
};

/* Two axes of factors(1), with points on the second? */
static bool
has_axes(struct press *p, const struct sketch_block *b)
{
	struct shelf_rows rows;
	bool good = false;
	size_t col;

	press_choose(p, b, &rows);
	col = grid_has(rows.grid, "coord_2");
	for (size_t i = 0; i < rows.n && col != SIZE_MAX && !good; i++)
		good =
		    strcmp(grid_cell(rows.grid, rows.row[i], col), "NA") != 0;
	shelf_free_rows(&p->shelf, &rows);
	return good;
}

/* A point as it is shown. */
struct shown {
	struct press *p;
	const struct sketch_column *c;
	const struct shelf_choice *choice;
};

static bool
is_left(void *arg, const char *term)
{
	const struct shown *x = arg;

	return !shelf_takes_ends(&x->p->shelf, x->choice, term);
}

static const char *
shown_name(void *arg, const char *s)
{
	const struct shown *x = arg;

	return press_look_up(x->p, x->c, s);
}

void
press_map(struct press *p, const struct sketch_block *b)
{
	struct picture picture = {.rule = {.axis = {"1", "2"},
				      .label = "name",
				      .parts = UINT64_MAX,
				      .most = POINTS,
				      .style = p->style},
	    .width = PRESS_WIDTH,
	    .lines = LINES};
	struct shown shown = {p, b->column, &b->choice};
	char *path;

	if (b->n_column > 0 && b->column->table != NULL) {
		picture.name = shown_name;
		picture.arg = &shown;
	}
	if (b->n_column > 0 && b->column->head != NULL)
		picture.part = press_head(p, b->column->head);
	picture.rule.leaves = is_left;
	picture.rule.arg = &shown;
	if (b->points != UINT64_MAX)
		picture.rule.most = b->points;
	if (!has_axes(p, b)) {
		press_none(p, b);
		return;
	}
	press_begin(p, b->kind);
	path = shelf_path(&p->shelf, b->choice.file);
	p->ink->map(p, path, &picture);
	free(path);
}

void
press_tree(struct press *p, const struct sketch_block *b)
{
	char *path = shelf_path(&p->shelf, b->choice.file);
	struct dendrogram t;

	dendrogram_read(&t, path, DENDROGRAM_HOLDS);
	if (t.n < 2)
		press_none(p, b);
	else {
		press_begin(p, b->kind);
		p->ink->tree(p, &t);
	}
	dendrogram_free(&t);
	free(path);
}

/* ---- the tree of classes(1) ---- */

struct node {
	const char *name;
	uint32_t child[2]; /* 0: none, for the root is no child */
	uint64_t size;     /* units of the classes at and below it */
	const char *class; /* NULL: it is none */
};

struct outline {
	struct press *p;
	const struct sketch_block *b;
	const struct grid *grid;
	struct node *node;
	size_t n;
	struct intern classes;
	uint64_t *units; /* by class */
	uint64_t all;
	struct buf lines;
};

/* How many rows of the table of units each class has. */
static void
count_units(struct outline *t)
{
	const struct shelf_choice c = {
	    .file = t->b->units, .first = UINT64_MAX};
	struct shelf_rows rows;
	size_t col;
	size_t cap = 0;

	intern_open(&t->classes);
	shelf_choose(&t->p->shelf, &c, NULL, &rows);
	col = grid_column(rows.grid, "class");
	for (size_t i = 0; i < rows.n; i++) {
		const char *s = grid_cell(rows.grid, rows.row[i], col);
		uint32_t n = t->classes.n;
		uint32_t k = intern_add(&t->classes, s, strlen(s));

		t->units =
		    mem_grow(t->units, &cap, t->classes.n, sizeof(*t->units));
		t->units[k] = k == n ? 1 : t->units[k] + 1;
	}
	shelf_free_rows(&t->p->shelf, &rows);
}

static uint64_t
size_of(const struct outline *t, const char *class)
{
	uint32_t k = intern_find(&t->classes, class, strlen(class));

	return k != UINT32_MAX ? t->units[k] : 0;
}

/* The nodes of one tree, parents before their children. */
static void
read_nodes(struct outline *t, const struct shelf_rows *rows)
{
	size_t name = grid_column(t->grid, "node");
	size_t parent = grid_column(t->grid, "parent");
	size_t class = grid_column(t->grid, "class");

	t->node = mem_new(rows->n, sizeof(*t->node));
	t->n = rows->n;
	for (size_t i = 0; i < t->n; i++) {
		struct node *x = &t->node[i];
		const char *up = grid_cell(t->grid, rows->row[i], parent);
		const char *of = grid_cell(t->grid, rows->row[i], class);

		x->name = grid_cell(t->grid, rows->row[i], name);
		if (strcmp(of, "NA") != 0) {
			x->class = of;
			x->size = size_of(t, of);
			t->all += x->size;
		}
		for (size_t k = 0; k < i; k++)
			if (strcmp(t->node[k].name, up) == 0)
				t->node[k].child[t->node[k].child[0] > 0] =
				    (uint32_t)i;
	}
	for (size_t i = t->n; i-- > 0;)
		for (int k = 0; k < 2; k++)
			if (t->node[i].class == NULL && t->node[i].child[k] > 0)
				t->node[i].size +=
				    t->node[t->node[i].child[k]].size;
}

/* The strongest words of a class, as far as the line has room. */
static void
add_words(struct outline *t, const char *class, struct buf *line)
{
	struct shelf_choice c = {.file = t->b->words,
	    .test = {{.column = (char[]){"class"}, .value = (char[]){""}},
		{.column = (char[]){"chi2"},
		    .sign = SIGN_MORE,
		    .value = (char[]){"0"}}},
	    .n_test = 2,
	    .first = WORDS};
	const char *const value[2] = {class, "0"};
	struct shelf_rows rows;
	size_t used = utf_width(line->s, line->len);

	shelf_choose(&t->p->shelf, &c, value, &rows);
	for (size_t i = 0; i < rows.n && t->b->n_column > 0; i++) {
		struct buf word = {0};

		press_cell(t->p, &t->b->column[0], &rows, i, &word);
		used += utf_width(word.s, word.len) + 2;
		if (used < PRESS_WIDTH) {
			buf_str(line, i > 0 ? ", " : "  ");
			buf_str(line, word.s);
		}
		buf_free(&word);
		if (used >= PRESS_WIDTH)
			break;
	}
	shelf_free_rows(&t->p->shelf, &rows);
}

static void
put_class(struct outline *t, const struct node *x, struct buf *line)
{
	struct press *p = t->p;
	char number[32];

	(void)snprintf(number, sizeof(number), "%.6g",
	    100.0 * (double)x->size / (double)t->all);
	press_set(p, "percent", number);
	press_set(p, "class", x->class);
	buf_str(line, " ");
	press_label(p, t->b, "class_node", line);
	add_words(t, x->class, line);
}

/* lead: what stands before the node's own branch in its lines; it is as before
 * in the end. */
static void
draw(struct outline *t, uint32_t id, struct buf *lead, const char *branch)
{
	const struct node *x = &t->node[id];
	struct buf line = {0};
	char size[32];

	/* nodes with nothing on one side are passed over */
	while (x->class == NULL && x->child[0] > 0 && x->child[1] > 0 &&
	    (t->node[x->child[0]].size == 0 || t->node[x->child[1]].size == 0))
		x = &t->node[x->child[t->node[x->child[0]].size == 0]];
	buf_mem(&line, lead->s, lead->len);
	buf_str(&line, branch);
	(void)snprintf(size, sizeof(size), "%" PRIu64, (uint64_t)x->size);
	figure_put(&line, size, 0, t->p->style);
	if (x->class != NULL)
		put_class(t, x, &line);
	buf_mem(&t->lines, line.s, line.len);
	buf_str(&t->lines, "\n");
	buf_free(&line);
	if (x->class == NULL && x->child[1] > 0) {
		size_t len = lead->len;

		if (*branch != '\0')
			buf_str(lead,
			    strcmp(branch, "├── ") == 0 ? "│   " : "    ");
		draw(t, x->child[0], lead, "├── ");
		draw(t, x->child[1], lead, "└── ");
		lead->len = len;
	}
}

void
press_outline(struct press *p, const struct sketch_block *b)
{
	struct shelf_rows rows;
	struct outline t = {.p = p, .b = b};
	struct buf lead = {0};

	if (b->units == NULL || b->words == NULL)
		die_data(p->sketch.file, b->line,
		    "an outline needs the tables of its units and words");
	press_choose(p, b, &rows);
	t.grid = rows.grid;
	count_units(&t);
	read_nodes(&t, &rows);
	if (t.all == 0)
		press_none(p, b);
	else {
		press_begin(p, b->kind);
		buf_mem(&lead, "", 0);
		draw(&t, 0, &lead, "");
		p->ink->outline(p, t.lines.s);
	}
	buf_free(&lead);
	buf_free(&t.lines);
	free(t.node);
	free(t.units);
	intern_free(&t.classes);
	shelf_free_rows(&p->shelf, &rows);
}
