#include "press.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"

void
press_choose(
    struct press *p, const struct sketch_block *b, struct shelf_rows *rows)
{
	const struct shelf_choice *c = &b->choice;
	struct buf value[SHELF_MOST_TESTS] = {0};
	char *s[SHELF_MOST_TESTS];

	for (size_t i = 0; i < c->n_test; i++) {
		const char *text = c->test[i].value;

		if (c->test[i]
			.open) { /* {name} alone, without figures' style */
			char *name = mem_copy(text + 1, strcspn(text, "}") - 1);
			const char *v = press_find(p, name);

			if (v == NULL)
				die_data(p->sketch.file, c->line,
				    "there is no value {%s}", name);
			buf_str(&value[i], v);
			free(name);
		} else
			buf_str(&value[i], text);
		s[i] = value[i].s;
	}
	shelf_choose(&p->shelf, c, s, rows);
	for (size_t i = 0; i < c->n_test; i++)
		buf_free(&value[i]);
}

/* ---- blocks of blocks ---- */

static void put_blocks(struct press *p, const struct sketch_block *b);

static void
put_each(struct press *p, const struct sketch_block *b)
{
	struct shelf_rows rows;

	press_choose(p, b, &rows);
	if (rows.n == 0 && b->empty != NULL)
		press_none(p, b);
	for (size_t i = 0; i < rows.n; i++) {
		struct press_row row = {rows.grid, rows.row[i], p->row};

		press_set_columns(p, b, &rows, i);
		p->row = &row;
		put_blocks(p, b);
		p->row = row.outer;
	}
	shelf_free_rows(&p->shelf, &rows);
}

static void
put_count(struct press *p, const struct sketch_block *b)
{
	struct shelf_rows rows;

	press_choose(p, b, &rows);
	press_set_number(p, b->arg[0], rows.n);
	shelf_free_rows(&p->shelf, &rows);
}

/* Once for each attribute of PARTS. */
static void
put_parts(struct press *p, const struct sketch_block *b)
{
	const char *all = press_find(p, "PARTS");
	const char *s = all != NULL ? all : "";
	char *list = mem_copy(s, strlen(s));
	char *save = NULL;

	for (char *part = strtok_r(list, " ", &save); part != NULL;
	     part = strtok_r(NULL, " ", &save)) {
		press_set(p, "PART", part);
		p->shelf.part = part;
		put_blocks(p, b);
	}
	p->shelf.part = NULL;
	free(list);
}

/* Figures by their value, all else by its bytes. */
static bool
holds(enum shelf_sign sign, const char *left, const char *right)
{
	double x;
	double y;

	if (sign == SHELF_IS || sign == SHELF_IS_NOT)
		return (strcmp(left, right) == 0) == (sign == SHELF_IS);
	if (!figure_is(left) || !figure_is(right))
		return false;
	x = strtod(left, NULL);
	y = strtod(right, NULL);
	if (sign == SHELF_LESS)
		return x < y;
	if (sign == SHELF_MOST)
		return x <= y;
	return sign == SHELF_MORE ? x > y : x >= y;
}

/* The value of {name}, as it is; else the word. */
static const char *
side(const struct press *p, const struct sketch_block *b, const char *word)
{
	size_t len = strlen(word);
	char *name;
	const char *s;

	if (*word != '{' || word[len - 1] != '}')
		return word;
	name = mem_copy(word + 1, len - 2);
	s = press_find(p, name);
	if (s == NULL)
		die_data(p->sketch.file, b->line, "there is no value %s", word);
	free(name);
	return s;
}

static void
put_if(struct press *p, const struct sketch_block *b)
{
	if (holds(b->sign, side(p, b, b->arg[0]), side(p, b, b->arg[2])))
		put_blocks(p, b);
	else if (b->other != NULL)
		put_blocks(p, b->other);
}

static void
put_blocks(struct press *p, const struct sketch_block *b)
{
	static void (*const put[SKETCH_KINDS])(struct press *,
	    const struct sketch_block *) = {[SKETCH_TITLE] = press_title,
	    [SKETCH_HEADING] = press_heading,
	    [SKETCH_SUBHEADING] = press_heading,
	    [SKETCH_TEXT] = press_text,
	    [SKETCH_LINES] = press_text,
	    [SKETCH_QUOTE] = press_quote,
	    [SKETCH_FACTS] = press_facts,
	    [SKETCH_GIVEN] = press_given,
	    [SKETCH_TABLE] = press_table,
	    [SKETCH_BARS] = press_bars,
	    [SKETCH_LIST] = press_list,
	    [SKETCH_MAP] = press_map,
	    [SKETCH_TREE] = press_tree,
	    [SKETCH_OUTLINE] = press_outline,
	    [SKETCH_KWIC] = press_kwic,
	    [SKETCH_COUNT] = put_count,
	    [SKETCH_EACH] = put_each,
	    [SKETCH_PARTS] = put_parts,
	    [SKETCH_IF] = put_if};

	for (size_t i = 0; i < b->n_child; i++)
		put[b->child[i].kind](p, &b->child[i]);
}

/* ---- beginning and end ---- */

void
press_open(
    struct press *p, const char *sketch, const char *labels, const char *folder)
{
	const char *style;

	*p = (struct press){.shelf = {.folder = folder}, .style = FIGURE_EN};
	sketch_read(&p->sketch, sketch);
	labels_read(&p->labels, labels);
	style = labels_find(&p->labels, "style");
	if (style != NULL && !figure_named(style, &p->style))
		die_data(p->labels.file, 0,
		    "the label 'style' is no style of figures: '%s'", style);
}

void
press_put(struct press *p, struct out *o)
{
	p->out = o;
	p->any = false;
	p->shelf.part = press_find(p, "PART");
	put_blocks(p, &p->sketch.page);
}

void
press_close(struct press *p)
{
	for (size_t i = 0; i < p->n_value; i++) {
		free(p->value[i].name);
		free(p->value[i].value);
	}
	free(p->value);
	shelf_free(&p->shelf);
	labels_free(&p->labels);
	sketch_free(&p->sketch);
}
