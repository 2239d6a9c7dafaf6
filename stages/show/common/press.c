#include "press.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/text/utf.h"

enum {
	WIDTH = 79,
	MOST_NESTED = 4 /* labels in labels */
};

/* ---- values ---- */

void
press_set(struct press *p, const char *name, const char *value)
{
	size_t i = 0;

	while (i < p->n_value && strcmp(p->value[i].name, name) != 0)
		i++;
	if (i == p->n_value) {
		p->value = mem_grow(
		    p->value, &p->cap_value, i + 1, sizeof(*p->value));
		p->value[p->n_value++] =
		    (struct press_value){.name = mem_copy(name, strlen(name))};
	} else
		free(p->value[i].value);
	p->value[i].value = mem_copy(value, strlen(value));
}

void
press_set_word(struct press *p, const char *word)
{
	const char *eq = strchr(word, '=');
	char *name;

	if (eq == NULL || eq == word)
		die_usage("'%s' is not NAME=value", word);
	name = mem_copy(word, (size_t)(eq - word));
	press_set(p, name, eq + 1);
	free(name);
}

/* The value of a name: of the rows under way, then of those that were set. */
static const char *
find(const struct press *p, const char *name)
{
	for (const struct press_row *r = p->row; r != NULL; r = r->outer) {
		size_t col = grid_has(r->grid, name);

		if (col != SIZE_MAX)
			return grid_cell(r->grid, r->row, col);
	}
	for (size_t i = 0; i < p->n_value; i++)
		if (strcmp(p->value[i].name, name) == 0)
			return p->value[i].value;
	return NULL;
}

const char *
press_head(const struct press *p, const char *name)
{
	struct buf key = {0};
	const char *s;

	buf_str(&key, "c_");
	buf_str(&key, name);
	s = labels_find(&p->labels, key.s);
	buf_free(&key);
	return s != NULL ? s : name;
}

/* {name}, {name:raw}, {name:label} or {name:places}. */
static void
put_value(struct press *p, const struct sketch_block *b, const char *s,
    size_t len, struct buf *to)
{
	char *name = mem_copy(s, len);
	char *how = strchr(name, ':');
	const char *value;

	if (how != NULL)
		*how++ = '\0';
	value = find(p, name);
	if (value == NULL)
		die_data(p->sketch.file, b->line, "there is no value {%s}",
		    name);
	if (how != NULL && strcmp(how, "raw") == 0)
		buf_str(to, value);
	else if (how != NULL && strcmp(how, "label") == 0)
		buf_str(to, press_head(p, value));
	else if (how != NULL && (*how < '0' || *how > '9'))
		die_data(p->sketch.file, b->line,
		    "{%s:%s}: not raw, label or a number of places", name, how);
	else if (figure_is(value))
		figure_put(to, value, how != NULL ? atoi(how) : -1, p->style);
	else
		buf_str(to, value);
	free(name);
}

void
press_fill(struct press *p, const struct sketch_block *b, const char *text,
    struct buf *to)
{
	for (;;) {
		const char *open = strchr(text, '{');
		const char *end = open != NULL ? strchr(open, '}') : NULL;

		if (end == NULL)
			break;
		buf_mem(to, text, (size_t)(open - text));
		put_value(p, b, open + 1, (size_t)(end - open - 1), to);
		text = end + 1;
	}
	buf_str(to, text);
}

void
press_label(struct press *p, const struct sketch_block *b, const char *key,
    struct buf *to)
{
	const char *text = labels_find(&p->labels, key);

	if (text == NULL)
		die_data(p->labels.file, 0, "there is no label '%s' (%s)", key,
		    p->sketch.file);
	press_fill(p, b, text, to);
}

void
press_choose(
    struct press *p, const struct sketch_block *b, struct shelf_rows *rows)
{
	const struct shelf_choice *c = &b->choice;
	struct buf value[SHELF_MOST_TESTS] = {0};
	char *s[SHELF_MOST_TESTS];

	for (size_t i = 0; i < c->n_test; i++) {
		const char *text = c->test[i].value;

		if (c->test[i].open) { /* {name} alone, without figures' style */
			char *name = mem_copy(text + 1, strcspn(text, "}") - 1);
			const char *v = find(p, name);

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

/* ---- text ---- */

void
press_begin(struct press *p, enum sketch_kind kind)
{
	bool tight = (kind == SKETCH_LIST && p->above == SKETCH_LIST) ||
	    (kind == SKETCH_GIVEN && p->above == SKETCH_TITLE) ||
	    (kind == SKETCH_KWIC && p->above == SKETCH_SUBHEADING);

	if (p->any && !tight)
		out_ch(p->out, '\n');
	p->any = true;
	p->above = kind;
}

void
press_paragraph(struct press *p, const char *indent, const char *text)
{
	size_t margin = utf_width(indent, strlen(indent));
	size_t used = 0; /* columns of the line under way */

	for (text += strspn(text, " \n"); *text != '\0';
	     text += strspn(text, " \n")) {
		size_t len = strcspn(text, " \n");
		size_t w = utf_width(text, len);

		if (used > 0 && used + 1 + w > WIDTH) {
			out_ch(p->out, '\n');
			used = 0;
		}
		out_str(p->out, used == 0 ? indent : " ");
		out_mem(p->out, text, len);
		used += w + (used == 0 ? margin : 1);
		text += len;
	}
	out_ch(p->out, '\n');
}

/* So many signs below a line that is so wide. */
static void
underline(struct press *p, const char *text, const char *sign)
{
	size_t w = utf_width(text, strlen(text));

	for (size_t i = 0; i < w && i < WIDTH; i++)
		out_str(p->out, sign);
	out_ch(p->out, '\n');
}

static void
put_title(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_label(p, b, b->arg[0], &text);
	press_begin(p, b->kind);
	press_paragraph(p, "", text.s);
	underline(p, text.s, "=");
	buf_free(&text);
}

/* As it is, with the blanks that a name may begin with, on one line. */
static void
put_heading(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_label(p, b, b->arg[0], &text);
	press_begin(p, b->kind);
	out_mem(p->out, text.s, text.len);
	out_ch(p->out, '\n');
	if (b->kind == SKETCH_HEADING)
		underline(p, text.s, "-");
	buf_free(&text);
}

static void
put_text(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_label(p, b, b->arg[0], &text);
	press_begin(p, b->kind);
	if (b->kind == SKETCH_LINES) {
		out_mem(p->out, text.s, text.len);
		out_ch(p->out, '\n');
	} else
		press_paragraph(p, "", text.s);
	buf_free(&text);
}

static void
put_quote(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_fill(p, b, b->arg[0], &text);
	/* close to what it quotes */
	press_paragraph(p, "    ", text.s);
	buf_free(&text);
}

static void
put_facts(struct press *p, const struct sketch_block *b)
{
	enum {
		APART = 2
	};
	size_t width = 0;

	press_begin(p, b->kind);
	for (size_t i = 0; i < b->n_fact; i++) {
		const char *head = press_head(p, b->fact[i].name);
		size_t w = utf_width(head, strlen(head));

		width = w > width ? w : width;
	}
	for (size_t i = 0; i < b->n_fact; i++) {
		const char *head = press_head(p, b->fact[i].name);
		struct buf text = {0};
		size_t w = utf_width(head, strlen(head));

		press_fill(p, b, b->fact[i].text, &text);
		out_str(p->out, head);
		for (; w < width + APART; w++)
			out_ch(p->out, ' ');
		out_mem(p->out, text.s, text.len);
		out_ch(p->out, '\n');
		buf_free(&text);
	}
}

/* The values that there are, each on a line. */
static void
put_given(struct press *p, const struct sketch_block *b)
{
	bool any = false;

	for (size_t i = 0; i < b->n_arg; i++) {
		const char *s = find(p, b->arg[i]);

		if (s == NULL)
			die_data(p->sketch.file, b->line,
			    "there is no value {%s}", b->arg[i]);
		if (*s == '\0' || strcmp(s, "NA") == 0)
			continue;
		if (!any)
			press_begin(p, b->kind);
		any = true;
		out_str(p->out, s);
		out_ch(p->out, '\n');
	}
}

void
press_none(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_label(p, b, b->empty != NULL ? b->empty : "nothing", &text);
	if (text.len > 0) {
		press_begin(p, SKETCH_TEXT);
		press_paragraph(p, "", text.s);
	}
	buf_free(&text);
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

		for (size_t k = 0; k < b->n_column; k++) {
			struct buf text = {0};

			press_cell(p, &b->column[k], &rows, i, &text);
			press_set(p, b->column[k].name, text.s);
			buf_free(&text);
		}
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
	struct buf name = {0};
	char n[24];
	size_t k = sizeof(n);
	size_t v;

	press_choose(p, b, &rows);
	n[--k] = '\0';
	v = rows.n;
	do
		n[--k] = (char)('0' + v % 10);
	while ((v /= 10) > 0);
	press_set(p, b->arg[0], n + k);
	shelf_free_rows(&p->shelf, &rows);
	buf_free(&name);
}

/* Once for each attribute of PARTS. */
static void
put_parts(struct press *p, const struct sketch_block *b)
{
	const char *all = find(p, "PARTS");
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
holds(const struct press *p, const struct sketch_block *b, const char *left,
    const char *right)
{
	static const char *const signs[] = {"=", "!=", "<", "<=", ">", ">="};
	size_t k = 0;
	int c = strcmp(left, right);

	while (k < 6 && strcmp(signs[k], b->arg[1]) != 0)
		k++;
	if (k == 6)
		die_data(p->sketch.file, b->line, "'%s' is no sign of a test",
		    b->arg[1]);
	if (k > 1) {
		double x = strtod(left, NULL);
		double y = strtod(right, NULL);

		if (!figure_is(left) || !figure_is(right))
			return false;
		c = (x > y) - (x < y);
	}
	switch (k) {
	case 0:
		return c == 0;
	case 1:
		return c != 0;
	case 2:
		return c < 0;
	case 3:
		return c <= 0;
	case 4:
		return c > 0;
	default:
		return c >= 0;
	}
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
	s = find(p, name);
	if (s == NULL)
		die_data(p->sketch.file, b->line, "there is no value %s", word);
	free(name);
	return s;
}

static void
put_if(struct press *p, const struct sketch_block *b)
{
	if (holds(p, b, side(p, b, b->arg[0]), side(p, b, b->arg[2])))
		put_blocks(p, b);
	else if (b->other != NULL)
		put_blocks(p, b->other);
}

static void
put_blocks(struct press *p, const struct sketch_block *b)
{
	static void (*const put[SKETCH_KINDS])(
	    struct press *, const struct sketch_block *) = {
	    [SKETCH_TITLE] = put_title,
	    [SKETCH_HEADING] = put_heading,
	    [SKETCH_SUBHEADING] = put_heading,
	    [SKETCH_TEXT] = put_text,
	    [SKETCH_LINES] = put_text,
	    [SKETCH_QUOTE] = put_quote,
	    [SKETCH_FACTS] = put_facts,
	    [SKETCH_GIVEN] = put_given,
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
press_open(struct press *p, const char *sketch, const char *labels,
    const char *folder)
{
	const char *style;

	*p = (struct press){.shelf = {.folder = folder}};
	sketch_read(&p->sketch, sketch);
	labels_read(&p->labels, labels);
	style = labels_find(&p->labels, "style");
	p->style = style != NULL ? figure_style('l', style) : FIGURE_PLAIN;
}

void
press_put(struct press *p, struct out *o)
{
	p->out = o;
	p->any = false;
	p->shelf.part = find(p, "PART");
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
