#include "press.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"

/* The value of {name}, as it is, without the style of figures; else the word.
 */
static const char *
bare(const struct press *p, uint64_t line, const char *word)
{
	const char *end = strchr(word, '}');

	if (*word != '{' || end == NULL || end[1] != '\0')
		return word;
	return press_need(p, line, word + 1, (size_t)(end - word - 1));
}

void
press_choose_of(
    struct press *p, const struct shelf_choice *c, struct shelf_rows *rows)
{
	const char *value[SHELF_MOST_TESTS];

	for (size_t i = 0; i < c->n_test; i++)
		value[i] = bare(p, c->line, c->test[i].value);
	shelf_choose(&p->shelf, c, value, rows);
}

void
press_choose(
    struct press *p, const struct sketch_block *b, struct shelf_rows *rows)
{
	press_choose_of(p, &b->choice, rows);
}

bool
press_holds(const struct press *p, const struct sketch_block *b)
{
	return sign_holds(
	    b->sign, bare(p, b->line, b->arg[0]), bare(p, b->line, b->arg[2]));
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
	press_bound(p, b, &rows);
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

void
press_parts(struct press *p, const struct sketch_block *b,
    void (*put)(struct press *p, const struct sketch_block *b, void *arg),
    void *arg)
{
	const char *all = press_find(p, b->n_arg > 0 ? b->arg[0] : "PARTS");
	char *list = mem_string(all != NULL ? all : "");
	char *save = NULL;

	for (char *part = strtok_r(list, " ", &save); part != NULL;
	     part = strtok_r(NULL, " ", &save)) {
		if (strcmp(part, "-") == 0)
			*part = '\0';
		press_set(p, "PART", part);
		p->shelf.part = part;
		put(p, b, arg);
	}
	p->shelf.part = NULL;
	free(list);
}

static void
put_part(struct press *p, const struct sketch_block *b, void *arg)
{
	(void)arg;
	put_blocks(p, b);
}

static void
put_parts(struct press *p, const struct sketch_block *b)
{
	press_parts(p, b, put_part, NULL);
}

static void
put_if(struct press *p, const struct sketch_block *b)
{
	if (press_holds(p, b))
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
	    [SKETCH_PLOT] = press_plot,
	    [SKETCH_NOTE] = press_note,
	    [SKETCH_KWIC] = press_kwic,
	    [SKETCH_COUNT] = put_count,
	    [SKETCH_EACH] = put_each,
	    [SKETCH_PARTS] = put_parts,
	    [SKETCH_IF] = put_if};

	for (size_t i = 0; i < b->n_child; i++) {
		put[b->child[i].kind](p, &b->child[i]);
		if (p->behind != NULL)
			p->behind(p, &b->child[i], p->behind_arg);
	}
}

/* ---- beginning and end ---- */

void
press_open(
    struct press *p, const char *sketch, const char *labels, const char *folder)
{
	const char *style;

	*p = (struct press){.shelf = {.folder = folder},
	    .style = FIGURE_EN,
	    .ink = &press_plain};
	sketch_read(&p->sketch, sketch);
	labels_read(&p->labels, labels);
	style = labels_find(&p->labels, "style");
	if (style != NULL && !figure_named(style, &p->style))
		die_data(p->labels.file, 0,
		    "the label 'style' is no style of figures: '%s'", style);
	if (p->style != FIGURE_PLAIN)
		p->style |= FIGURE_FOUR;
}

/* Below all: by what and of what the page was made, where the caller has told
 * it, so that one that is printed can be told from others. */
static void
put_foot(struct press *p)
{
	struct buf text = {0};

	if (press_find(p, "STAMP") == NULL || p->ink->foot == NULL)
		return;
	press_set(p, "VERSION", TRIBUNE_VERSION);
	press_label(p, &p->sketch.page, "foot", &text);
	p->ink->foot(p, text.s);
	buf_free(&text);
}

void
press_put(struct press *p, struct out *o)
{
	p->ink->open(p, o);
	p->any = false;
	p->shelf.part = press_find(p, "PART");
	put_blocks(p, &p->sketch.page);
	put_foot(p);
	p->ink->close(p);
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
