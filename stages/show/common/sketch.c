#include "sketch.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"

enum {
	MOST_WORDS = 32, /* of a line */
	MOST_DEPTH = 8
};

struct reader {
	struct in in;
	char *word[MOST_WORDS];
	size_t n_word;
	struct sketch_block *open[MOST_DEPTH]; /* those under way */
	bool other[MOST_DEPTH];                /* behind its else */
	size_t depth;
	struct sketch_block *last; /* what options belong to */
};

/* Blocks: how many words follow, which of them is a table. */
static const struct {
	const char *name;
	size_t least;
	size_t most;
	size_t table;
} blocks[SKETCH_KINDS] = {[SKETCH_TITLE] = {"title", 1, 1, 0},
    [SKETCH_HEADING] = {"heading", 1, 1, 0},
    [SKETCH_SUBHEADING] = {"subheading", 1, 1, 0},
    [SKETCH_TEXT] = {"text", 1, 1, 0},
    [SKETCH_LINES] = {"lines", 1, 1, 0},
    [SKETCH_QUOTE] = {"quote", 1, 1, 0},
    [SKETCH_FACTS] = {"facts", 0, 0, 0},
    [SKETCH_GIVEN] = {"given", 1, 4, 0},
    [SKETCH_TABLE] = {"table", 1, 1, 1},
    [SKETCH_BARS] = {"bars", 1, 1, 1},
    [SKETCH_LIST] = {"list", 1, 1, 1},
    [SKETCH_MAP] = {"map", 1, 1, 1},
    [SKETCH_TREE] = {"tree", 1, 1, 1},
    [SKETCH_OUTLINE] = {"outline", 1, 1, 1},
    [SKETCH_KWIC] = {"kwic", 1, 1, 1},
    [SKETCH_COUNT] = {"count", 2, 2, 2},
    [SKETCH_EACH] = {"each", 1, 1, 1},
    [SKETCH_PARTS] = {"parts", 0, 0, 0},
    [SKETCH_IF] = {"if", 3, 3, 0}};

/* Ends with a message about a word, which stands for %s. */
static void __attribute__((noreturn))
refuse(const struct reader *r, const char *text, const char *word)
{
	const char *mark = strstr(text, "%s");

	die_data(r->in.name, r->in.line, "%.*s%s%s", (int)(mark - text), text,
	    word, mark + 2);
}

static char *
copy(const char *s)
{
	return mem_copy(s, strlen(s));
}

/* The words of a line; false where it has none. */
static bool
split(struct reader *r, char *s)
{
	char *save = NULL;

	r->n_word = 0;
	for (char *w = strtok_r(s, " \t", &save); w != NULL;
	     w = strtok_r(NULL, " \t", &save)) {
		if (r->n_word == MOST_WORDS)
			refuse(r, "too many words: %s", w);
		r->word[r->n_word++] = w;
	}
	return r->n_word > 0 && *r->word[0] != '#';
}

static uint64_t
number(const struct reader *r, const char *s)
{
	char *end;
	uint64_t v = strtoull(s, &end, 10);

	if (*s < '0' || *s > '9' || *end != '\0')
		refuse(r, "'%s' is not a whole number", s);
	return v;
}

static const char *
word(const struct reader *r, size_t i)
{
	if (i >= r->n_word)
		refuse(r, "a word is missing behind '%s'",
		    r->word[r->n_word - 1]);
	return r->word[i];
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
		refuse(r, "too deep: %s", r->word[0]);
	r->open[++r->depth] = b;
	r->other[r->depth] = false;
}

static void
read_block(struct reader *r, enum sketch_kind kind)
{
	struct sketch_block *b = add_block(place(r));

	b->kind = kind;
	b->line = r->in.line;
	b->choice.first = UINT64_MAX;
	b->choice.line = r->in.line;
	if (r->n_word - 1 < blocks[kind].least ||
	    r->n_word - 1 > blocks[kind].most)
		refuse(r, "wrong number of words behind '%s'", r->word[0]);
	for (size_t i = 1; i < r->n_word; i++)
		b->arg[b->n_arg++] = copy(r->word[i]);
	if (blocks[kind].table > 0)
		b->choice.file = copy(r->word[blocks[kind].table]);
	r->last = b;
	if (kind == SKETCH_EACH || kind == SKETCH_PARTS || kind == SKETCH_IF)
		enter(r, b);
}

/* The end of a block, or its else. */
static bool
read_bound(struct reader *r)
{
	struct sketch_block *b = r->open[r->depth];
	bool other = strcmp(r->word[0], "else") == 0;

	if (!other && strcmp(r->word[0], "end") != 0)
		return false;
	if (r->depth == 0 ||
	    (other && (b->kind != SKETCH_IF || b->other != NULL)))
		refuse(r, "'%s' ends nothing", r->word[0]);
	if (other) {
		b->other = mem_new(1, sizeof(*b->other));
		r->other[r->depth] = true;
	} else
		r->depth--;
	r->last = NULL;
	return true;
}

/* ---- options ---- */

static size_t
read_lookup(struct reader *r, struct sketch_column *c, size_t i)
{
	c->table = copy(word(r, i + 1));
	c->key = copy(word(r, i + 2));
	c->value = copy(word(r, i + 3));
	return i + 3;
}

static void
read_column(struct reader *r, struct sketch_block *b)
{
	struct sketch_column c = {.places = -1};
	size_t i = 2;

	c.name = copy(word(r, 1));
	if (r->n_word > 2 && strcmp(r->word[2], "=") == 0) {
		c.source = copy(word(r, 3));
		i = 4;
	} else
		c.source = copy(c.name);
	for (; i < r->n_word; i++) {
		const char *w = r->word[i];

		if (strcmp(w, "places") == 0)
			c.places = (int)number(r, word(r, ++i));
		else if (strcmp(w, "digits") == 0) {
			c.digits = (int)number(r, word(r, i + 1));
			c.like = copy(word(r, i + 2));
			i += 2;
		} else if (strcmp(w, "head") == 0)
			c.head = copy(word(r, ++i));
		else if (strcmp(w, "lookup") == 0)
			i = read_lookup(r, &c, i);
		else if (strcmp(w, "cells") == 0)
			c.cells = copy(word(r, ++i));
		else if (strcmp(w, "optional") == 0)
			c.optional = true;
		else if (strcmp(w, "glued") == 0)
			c.glued = true;
		else
			refuse(r, "a column is not '%s'", w);
	}
	b->column = mem_grow(
	    b->column, &b->cap_column, b->n_column + 1, sizeof(*b->column));
	b->column[b->n_column++] = c;
}

/* The words from i on, a blank between each two. */
static char *
rest(const struct reader *r, size_t i)
{
	struct buf b = {0};

	buf_str(&b, word(r, i));
	while (++i < r->n_word) {
		buf_str(&b, " ");
		buf_str(&b, r->word[i]);
	}
	return b.s;
}

static void
read_fact(struct reader *r, struct sketch_block *b)
{
	b->fact =
	    mem_grow(b->fact, &b->cap_fact, b->n_fact + 1, sizeof(*b->fact));
	b->fact[b->n_fact].name = copy(word(r, 1));
	b->fact[b->n_fact++].text = rest(r, 2);
}

static void
read_test(struct reader *r, struct sketch_block *b)
{
	static const char *const signs[] = {
	    "=", "!=", "<", "<=", ">", ">=", "top", "under"};
	struct shelf_choice *c = &b->choice;
	struct shelf_test *t = &c->test[c->n_test];
	size_t k = 0;

	if (c->n_test == SHELF_MOST_TESTS)
		refuse(r, "too many tests: %s", word(r, 1));
	while (k < 8 && strcmp(signs[k], word(r, 2)) != 0)
		k++;
	if (k == 8)
		refuse(r, "'%s' is no sign of a test", r->word[2]);
	t->column = copy(r->word[1]);
	t->sign = (enum shelf_sign)k;
	t->value = k == SHELF_TOP ? copy("") : rest(r, 3);
	t->open = strchr(t->value, '{') != NULL;
	c->n_test++;
}

static void
read_order(struct reader *r, struct sketch_block *b)
{
	struct shelf_choice *c = &b->choice;

	for (size_t i = 1; i < r->n_word; i++) {
		if (c->n_key == SHELF_MOST_KEYS)
			refuse(r, "too many columns: %s", r->word[i]);
		c->key[c->n_key++] = copy(r->word[i]);
	}
}

static void
read_first(struct reader *r, struct sketch_block *b)
{
	struct shelf_choice *c = &b->choice;

	c->first = number(r, word(r, 1));
	if (r->n_word > 2) {
		if (strcmp(r->word[2], "of") != 0)
			refuse(r, "not 'of' but '%s'", r->word[2]);
		c->first_of = copy(word(r, 3));
	}
}

static void
read_largest(struct reader *r, struct sketch_block *b)
{
	size_t i = 3;

	b->choice.n_largest = number(r, word(r, 1));
	b->choice.largest = copy(word(r, 2));
	if (r->n_word > 4 && strcmp(r->word[3], "of") == 0) {
		b->choice.largest_of = copy(r->word[4]);
		i = 5;
	}
	if (r->n_word > i)
		b->choice.largest_key = copy(r->word[i]);
}

static void
read_ends(struct reader *r, struct sketch_block *b)
{
	b->choice.above = number(r, word(r, 1));
	b->choice.below = number(r, word(r, 2));
	b->choice.only = copy(word(r, 3));
}

static void
read_outer(struct reader *r, struct sketch_block *b)
{
	b->choice.outer = copy(word(r, 1));
	b->choice.list = copy(word(r, 2));
}

static bool
read_option(struct reader *r, struct sketch_block *b)
{
	static const struct {
		const char *name;
		void (*read)(struct reader *r, struct sketch_block *b);
	} option[] = {{"column", read_column}, {"where", read_test},
	    {"order", read_order}, {"first", read_first},
	    {"largest", read_largest}, {"ends", read_ends},
	    {"outer", read_outer}, {"fact", read_fact}};
	struct {
		const char *name;
		char **word;
	} one[] = {{"empty", &b->empty}, {"item", &b->item},
	    {"whole", &b->whole}, {"group", &b->group}, {"words", &b->words},
	    {"units", &b->units}, {"points", &b->points}};

	for (size_t i = 0; i < sizeof(option) / sizeof(*option); i++)
		if (strcmp(option[i].name, r->word[0]) == 0) {
			option[i].read(r, b);
			return true;
		}
	for (size_t i = 0; i < sizeof(one) / sizeof(*one); i++)
		if (strcmp(one[i].name, r->word[0]) == 0) {
			free(*one[i].word);
			*one[i].word = copy(word(r, 1));
			return true;
		}
	return false;
}

/* ---- the whole ---- */

static void
read_line(struct reader *r)
{
	if (read_bound(r))
		return;
	for (unsigned k = 0; k < SKETCH_KINDS; k++)
		if (blocks[k].name != NULL &&
		    strcmp(blocks[k].name, r->word[0]) == 0) {
			read_block(r, (enum sketch_kind)k);
			return;
		}
	if (r->last == NULL || !read_option(r, r->last))
		refuse(r, "'%s' is no word of a page here", r->word[0]);
}

void
sketch_read(struct sketch *s, const char *path)
{
	struct reader r = {0};
	char *line;
	size_t len;

	*s = (struct sketch){.file = copy(path)};
	r.open[0] = &s->page;
	in_open(&r.in, path, NULL);
	while (in_line(&r.in, &line, &len)) {
		char *text = mem_copy(line, len);

		if (split(&r, text))
			read_line(&r);
		free(text);
	}
	if (r.depth > 0)
		die_data(r.in.name, r.open[r.depth]->line,
		    "'%s' has no end", blocks[r.open[r.depth]->kind].name);
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
	free(c->outer);
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
	    b->units, b->points};

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
}

void
sketch_free(struct sketch *s)
{
	free_block(&s->page);
	free(s->file);
}
