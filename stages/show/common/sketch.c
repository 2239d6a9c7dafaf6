#include "sketch.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "sketch_options.h"

enum {
	MOST_DEPTH = 8
};

struct reader {
	struct in in;
	struct sketch_words words;
	struct sketch_block *open[MOST_DEPTH]; /* those under way */
	bool other[MOST_DEPTH];                /* behind its else */
	size_t depth;
	struct sketch_block *last; /* what options belong to */
};

enum {
	ROWS = SKETCH_TAKES_TESTS | SKETCH_TAKES_ORDER | SKETCH_TAKES_EMPTY,
	TABLE = ROWS | SKETCH_TAKES_COLUMNS
};

/* Blocks: how many words follow, which of them is a table; their options. */
static const struct {
	const char *name;
	size_t least;
	size_t most;
	size_t table;
	unsigned takes;
} blocks[SKETCH_KINDS] = {[SKETCH_TITLE] = {"title", 1, 1, 0, 0},
    [SKETCH_HEADING] = {"heading", 1, 1, 0, 0},
    [SKETCH_SUBHEADING] = {"subheading", 1, 1, 0, 0},
    [SKETCH_TEXT] = {"text", 1, 1, 0, 0},
    [SKETCH_LINES] = {"lines", 1, 1, 0, 0},
    [SKETCH_QUOTE] = {"quote", 1, 1, 0, 0},
    [SKETCH_FACTS] = {"facts", 0, 0, 0, SKETCH_TAKES_FACTS},
    [SKETCH_GIVEN] = {"given", 1, 4, 0, 0},
    [SKETCH_TABLE] = {"table", 1, 1, 1, TABLE},
    [SKETCH_BARS] = {"bars", 1, 1, 1, TABLE | SKETCH_TAKES_GROUP},
    [SKETCH_LIST] = {"list", 1, 1, 1, TABLE | SKETCH_TAKES_ITEMS},
    [SKETCH_MAP] = {"map", 1, 1, 1,
	SKETCH_TAKES_POINTS | SKETCH_TAKES_COLUMNS | SKETCH_TAKES_EMPTY},
    [SKETCH_TREE] = {"tree", 1, 1, 1, SKETCH_TAKES_EMPTY},
    [SKETCH_OUTLINE] = {"outline", 1, 1, 1,
	SKETCH_TAKES_TESTS | SKETCH_TAKES_COLUMNS | SKETCH_TAKES_CLASSES |
	    SKETCH_TAKES_EMPTY},
    [SKETCH_PLOT] = {"plot", 2, 2, 2,
	TABLE | SKETCH_TAKES_GROUP | SKETCH_TAKES_PLOT},
    [SKETCH_NOTE] = {"note", 1, 1, 0, 0},
    [SKETCH_KWIC] = {"kwic", 1, 1, 1, ROWS},
    [SKETCH_COUNT] = {"count", 2, 2, 2, SKETCH_TAKES_TESTS},
    [SKETCH_EACH] = {"each", 1, 1, 1, TABLE},
    [SKETCH_PARTS] = {"parts", 0, 1, 0, 0},
    [SKETCH_IF] = {"if", 3, 3, 0, 0}};

/* The words of a line; false where it has none. */
static bool
split(struct reader *r, char *s)
{
	struct sketch_words *w = &r->words;
	char *save = NULL;

	w->file = r->in.name;
	w->line = r->in.line;
	w->n = 0;
	for (char *one = strtok_r(s, " \t", &save); one != NULL;
	     one = strtok_r(NULL, " \t", &save)) {
		if (w->n > 0 && *w->word[0] == '#')
			break;
		if (w->n == SKETCH_MOST_WORDS)
			sketch_refuse(w, "too many words: %s", one);
		w->word[w->n++] = one;
	}
	return w->n > 0 && *w->word[0] != '#';
}

/* ---- blocks ---- */

static struct sketch_block *
add_block(struct sketch_block *to)
{
	to->child = mem_grow(
	    to->child, &to->cap_child, to->n_child + 1, sizeof(*to->child));
	to->child[to->n_child] = (struct sketch_block){0};
	return &to->child[to->n_child++];
}

/* The block that what comes now stands in. */
static struct sketch_block *
place(const struct reader *r)
{
	struct sketch_block *b = r->open[r->depth];

	return r->other[r->depth] ? b->other : b;
}

static void
enter(struct reader *r, struct sketch_block *b)
{
	if (r->depth + 1 == MOST_DEPTH)
		sketch_refuse(&r->words, "too deep: %s", r->words.word[0]);
	r->open[++r->depth] = b;
	r->other[r->depth] = false;
}

static void
read_block(struct reader *r, enum sketch_kind kind)
{
	struct sketch_words *w = &r->words;
	struct sketch_block *b = add_block(place(r));

	b->kind = kind;
	b->line = w->line;
	b->points = UINT64_MAX;
	b->choice.first = UINT64_MAX;
	b->choice.line = w->line;
	if (w->n - 1 < blocks[kind].least || w->n - 1 > blocks[kind].most)
		sketch_refuse(
		    w, "wrong number of words behind '%s'", w->word[0]);
	for (size_t i = 1; i < w->n; i++)
		b->arg[b->n_arg++] = mem_string(w->word[i]);
	if (blocks[kind].table > 0)
		b->choice.file = mem_string(w->word[blocks[kind].table]);
	if (kind == SKETCH_PLOT)
		b->plot = sketch_plot(w, w->word[1]);
	if (kind == SKETCH_IF)
		b->sign = sketch_sign(w, w->word[2], SIGN_LEAST);
	r->last = b;
	w->given = 0;
	if (kind == SKETCH_EACH || kind == SKETCH_PARTS || kind == SKETCH_IF)
		enter(r, b);
}

/* The end of a block, or its else. */
static bool
read_bound(struct reader *r)
{
	struct sketch_words *w = &r->words;
	struct sketch_block *b = r->open[r->depth];
	bool other = strcmp(w->word[0], "else") == 0;

	if (!other && strcmp(w->word[0], "end") != 0)
		return false;
	if (w->n > 1)
		sketch_refuse(w, "'%s' is a word too many", w->word[1]);
	if (r->depth == 0 ||
	    (other && (b->kind != SKETCH_IF || b->other != NULL)))
		sketch_refuse(w, "'%s' ends nothing", w->word[0]);
	if (other) {
		b->other = mem_new(1, sizeof(*b->other));
		r->other[r->depth] = true;
	} else
		r->depth--;
	r->last = NULL;
	return true;
}

/* ---- the whole ---- */

static void
read_line(struct reader *r)
{
	const char *name = r->words.word[0];

	if (read_bound(r))
		return;
	for (unsigned k = 0; k < SKETCH_KINDS; k++)
		if (blocks[k].name != NULL &&
		    strcmp(blocks[k].name, name) == 0) {
			read_block(r, (enum sketch_kind)k);
			return;
		}
	if (r->last == NULL ||
	    !sketch_option(&r->words, r->last, blocks[r->last->kind].takes))
		sketch_refuse(
		    &r->words, "'%s' is no word of a page here", name);
}

void
sketch_read(struct sketch *s, const char *path)
{
	struct reader r = {0};
	char *line;
	size_t len;

	*s = (struct sketch){0};
	r.open[0] = &s->page;
	in_open(&r.in, path, NULL);
	s->file = mem_string(r.in.name);
	while (in_line(&r.in, &line, &len)) {
		char *text = mem_copy(line, len);

		if (split(&r, text))
			read_line(&r);
		free(text);
	}
	if (r.depth > 0)
		die_data(r.in.name, r.open[r.depth]->line, "'%s' has no end",
		    blocks[r.open[r.depth]->kind].name);
	in_close(&r.in);
}

static void
free_choice(struct shelf_choice *c)
{
	for (size_t i = 0; i < c->n_test; i++) {
		free(c->test[i].column);
		free(c->test[i].value);
	}
	for (size_t i = 0; i < c->n_key; i++)
		free(c->key[i]);
	free(c->file);
	free(c->ends);
	free(c->list);
	free(c->largest);
	free(c->largest_of);
	free(c->largest_key);
	free(c->first_of);
	free(c->only);
}

static void
free_columns(struct sketch_block *b)
{
	for (size_t i = 0; i < b->n_column; i++) {
		struct sketch_column *c = &b->column[i];

		free(c->name);
		free(c->source);
		free(c->head);
		free(c->table);
		free(c->key);
		free(c->value);
		free(c->without);
		free(c->cells);
		free(c->like);
	}
	for (size_t i = 0; i < b->n_fact; i++) {
		free(b->fact[i].name);
		free(b->fact[i].text);
	}
	free(b->column);
	free(b->fact);
}

/* As deep as blocks may stand in each other. */
static void
free_block(struct sketch_block *b)
{
	char *word[] = {b->empty, b->item, b->whole, b->group, b->words,
	    b->units, b->beside, b->name};

	for (size_t i = 0; i < b->n_child; i++)
		free_block(&b->child[i]);
	if (b->other != NULL)
		free_block(b->other);
	free(b->other);
	free(b->child);
	for (size_t i = 0; i < b->n_arg; i++)
		free(b->arg[i]);
	for (size_t i = 0; i < sizeof(word) / sizeof(*word); i++)
		free(word[i]);
	free_columns(b);
	free_choice(&b->choice);
	free_choice(&b->at);
}

void
sketch_free(struct sketch *s)
{
	free_block(&s->page);
	free(s->file);
}
