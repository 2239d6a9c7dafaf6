#include "sketch_options.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/text/figure.h"

enum {
	MOST_ROWS = 1000000000
};

void
sketch_refuse(const struct sketch_words *w, const char *text, const char *word)
{
	const char *mark = strstr(text = err_said(text), "%s");

	die_data(w->file, w->line, "%.*s%s%s", (int)(mark - text), text, word,
	    mark + 2);
}

const char *
sketch_word(const struct sketch_words *w, size_t i)
{
	if (i >= w->n)
		sketch_refuse(
		    w, "a word is missing behind '%s'", w->word[w->n - 1]);
	return w->word[i];
}

static char *
copy(const struct sketch_words *w, size_t i)
{
	return mem_string(sketch_word(w, i));
}

static uint64_t
number(const struct sketch_words *w, size_t i, uint64_t most)
{
	const char *s = sketch_word(w, i);
	char *end;
	uint64_t v = strtoull(s, &end, 10);

	if (*s < '0' || *s > '9' || *end != '\0')
		sketch_refuse(w, "'%s' is not a whole number", s);
	if (v > most)
		sketch_refuse(w, "%s is too large", s);
	return v;
}

/* The words from i on, a blank between each two. */
static char *
rest(const struct sketch_words *w, size_t i)
{
	struct buf b = {0};

	buf_str(&b, sketch_word(w, i));
	while (++i < w->n) {
		buf_str(&b, " ");
		buf_str(&b, w->word[i]);
	}
	return b.s;
}

/* ---- columns ---- */

static size_t
read_digits(const struct sketch_words *w, struct sketch_column *c, size_t i)
{
	c->digits = (int)number(w, i, FIGURE_PLACES);
	c->like = copy(w, i + 1);
	return i + 2;
}

static size_t
read_lookup(const struct sketch_words *w, struct sketch_column *c, size_t i)
{
	c->table = copy(w, i);
	c->key = copy(w, i + 1);
	c->value = copy(w, i + 2);
	return i + 3;
}

/* What is said of a column in words from i on, the first its name; returns
 * where the next one stands. */
static size_t
read_quality(const struct sketch_words *w, struct sketch_column *c, size_t i)
{
	const char *name = w->word[i++];

	if (strcmp(name, "places") == 0 && c->places < 0) {
		c->places = (int)number(w, i, FIGURE_PLACES);
		return i + 1;
	}
	if (strcmp(name, "head") == 0 && c->head == NULL) {
		c->head = copy(w, i);
		return i + 1;
	}
	if (strcmp(name, "cells") == 0 && c->cells == NULL) {
		c->cells = copy(w, i);
		return i + 1;
	}
	if (strcmp(name, "without") == 0 && c->table != NULL &&
	    c->without == NULL) {
		c->without = copy(w, i);
		return i + 1;
	}
	if (strcmp(name, "digits") == 0 && c->like == NULL)
		return read_digits(w, c, i);
	if (strcmp(name, "lookup") == 0 && c->table == NULL)
		return read_lookup(w, c, i);
	if (strcmp(name, "optional") == 0)
		c->optional = true;
	else if (strcmp(name, "glued") == 0)
		c->glued = true;
	else if (strcmp(name, "raw") == 0)
		c->raw = true;
	else if (strcmp(name, "strict") == 0)
		c->strict = true;
	else
		sketch_refuse(
		    w, "a column has no '%s', or has it already", name);
	return i;
}

static size_t
read_column(const struct sketch_words *w, struct sketch_block *b)
{
	struct sketch_column c = {.places = -1};
	bool called = w->n > 2 && strcmp(w->word[2], "=") == 0;
	size_t i = called ? 4 : 2;

	c.name = copy(w, 1);
	c.source = copy(w, called ? 3 : 1);
	while (i < w->n)
		i = read_quality(w, &c, i);
	b->column = mem_grow(
	    b->column, &b->cap_column, b->n_column + 1, sizeof(*b->column));
	b->column[b->n_column++] = c;
	return i;
}

static size_t
read_fact(const struct sketch_words *w, struct sketch_block *b)
{
	struct sketch_item *to;
	bool optional = w->n > 2 && strcmp(w->word[2], "optional") == 0;

	b->fact =
	    mem_grow(b->fact, &b->cap_fact, b->n_fact + 1, sizeof(*b->fact));
	to = &b->fact[b->n_fact++];
	to->name = copy(w, 1);
	to->text = rest(w, optional ? 3 : 2);
	to->optional = optional;
	return w->n;
}

/* ---- rows ---- */

enum figure_sign
sketch_sign(
    const struct sketch_words *w, const char *word, enum figure_sign most)
{
	enum figure_sign sign = sign_of(word);

	if (sign > most)
		sketch_refuse(w, "'%s' is no sign of a test", word);
	return sign;
}

static void
check_value(const struct sketch_words *w, struct shelf_test *t)
{
	const char *end = strchr(t->value, '}');

	t->open = *t->value == '{' && end != NULL && end[1] == '\0';
	if (!t->open && strchr(t->value, '{') != NULL)
		sketch_refuse(w,
		    "'%s': rows are compared with a text, or with {name} alone",
		    t->value);
	if (t->sign >= SIGN_LESS && t->sign <= SIGN_LEAST && !t->open &&
	    !figure_is(t->value))
		sketch_refuse(w, "'%s' is not a number", t->value);
}

static size_t
read_test(const struct sketch_words *w, struct sketch_block *b)
{
	struct shelf_choice *c = &b->choice;
	struct shelf_test *t = &c->test[c->n_test];

	if (c->n_test == SHELF_MOST_TESTS)
		sketch_refuse(w, "too many tests: %s", sketch_word(w, 1));
	t->sign = sketch_sign(w, sketch_word(w, 2), SIGN_UNDER);
	t->column = copy(w, 1);
	t->value = t->sign == SIGN_TOP ? mem_string("") : rest(w, 3);
	check_value(w, t);
	c->n_test++;
	return t->sign == SIGN_TOP ? 3 : w->n;
}

static size_t
read_sorted(const struct sketch_words *w, struct sketch_block *b)
{
	(void)w;
	b->sorted = true;
	return 1;
}

static size_t
read_order(const struct sketch_words *w, struct sketch_block *b)
{
	struct shelf_choice *c = &b->choice;
	size_t i = 1;

	do {
		if (c->n_key == SHELF_MOST_KEYS)
			sketch_refuse(w, "too many columns: %s", w->word[i]);
		c->key[c->n_key++] = copy(w, i);
	} while (++i < w->n);
	return i;
}

static bool
is_of(const struct sketch_words *w, size_t i)
{
	return w->n > i && strcmp(w->word[i], "of") == 0;
}

static size_t
read_first(const struct sketch_words *w, struct sketch_block *b)
{
	b->choice.first = number(w, 1, MOST_ROWS);
	if (!is_of(w, 2))
		return 2;
	b->choice.first_of = copy(w, 3);
	return 4;
}

static size_t
read_largest(const struct sketch_words *w, struct sketch_block *b)
{
	size_t i = 3;

	b->choice.n_largest = number(w, 1, MOST_ROWS);
	b->choice.largest = copy(w, 2);
	if (is_of(w, i)) {
		b->choice.largest_of = copy(w, i + 1);
		i += 2;
	}
	if (w->n > i)
		b->choice.largest_key = copy(w, i++);
	return i;
}

static size_t
read_ends(const struct sketch_words *w, struct sketch_block *b)
{
	b->choice.above = number(w, 1, MOST_ROWS);
	b->choice.below = number(w, 2, MOST_ROWS);
	b->choice.only = copy(w, 3);
	return 4;
}

static size_t
read_outer(const struct sketch_words *w, struct sketch_block *b)
{
	if (b->choice.ends != NULL)
		sketch_refuse(w, "a second '%s'", w->word[0]);
	b->choice.ends = copy(w, 1);
	b->choice.list = copy(w, 2);
	return 3;
}

static size_t
read_inner(const struct sketch_words *w, struct sketch_block *b)
{
	b->choice.inside = true;
	return read_outer(w, b);
}

static size_t
read_points(const struct sketch_words *w, struct sketch_block *b)
{
	b->points = number(w, 1, MOST_ROWS);
	return 2;
}

/* ---- pictures ---- */

enum sketch_plot
sketch_plot(const struct sketch_words *w, const char *word)
{
	static const char *const kinds[SKETCH_PLOTS] = {
	    "bars", "lines", "curve", "network", "heat", "strips"};

	for (unsigned k = 0; k < SKETCH_PLOTS; k++)
		if (strcmp(kinds[k], word) == 0)
			return (enum sketch_plot)k;
	sketch_refuse(w,
	    "'%s' is no picture; there are: bars, lines, curve, network, heat, "
	    "strips",
	    word);
}

static size_t
read_log(const struct sketch_words *w, struct sketch_block *b)
{
	const char *s = sketch_word(w, 1);

	b->log[0] = strcmp(s, "x") == 0 || strcmp(s, "xy") == 0;
	b->log[1] = strcmp(s, "y") == 0 || strcmp(s, "xy") == 0;
	if (!b->log[0] && !b->log[1])
		sketch_refuse(w, "'%s' is neither x, y nor xy", s);
	return 2;
}

/* The rows of a table where a column is a value. */
static size_t
read_break(const struct sketch_words *w, struct sketch_block *b)
{
	struct shelf_choice *c = &b->at;
	struct shelf_test *t = &c->test[0];

	c->first = UINT64_MAX;
	c->line = w->line;
	c->file = copy(w, 1);
	t->column = copy(w, 2);
	t->value = rest(w, 3);
	check_value(w, t);
	c->n_test = 1;
	return w->n;
}

static size_t
read_narrow(const struct sketch_words *w, struct sketch_block *b)
{
	(void)w;
	b->narrow = true;
	return 1;
}

static size_t
read_aside(const struct sketch_words *w, struct sketch_block *b)
{
	b->aside = true;
	return read_narrow(w, b);
}

#define WORD(name) offsetof(struct sketch_block, name)

bool
sketch_option(struct sketch_words *w, struct sketch_block *b, unsigned takes)
{
	/* the first three may come several times; the last, of a word each,
	 * stand in the block */
	static const struct {
		const char *name;
		unsigned of;
		/* returns the number of words that are read */
		size_t (*read)(
		    const struct sketch_words *w, struct sketch_block *b);
		size_t at;
	} option[] = {{"column", SKETCH_TAKES_COLUMNS, read_column, 0},
	    {"where", SKETCH_TAKES_TESTS, read_test, 0},
	    {"fact", SKETCH_TAKES_FACTS, read_fact, 0},
	    {"outer", SKETCH_TAKES_TESTS | SKETCH_TAKES_POINTS, read_outer, 0},
	    {"inner", SKETCH_TAKES_TESTS | SKETCH_TAKES_POINTS, read_inner, 0},
	    {"order", SKETCH_TAKES_ORDER, read_order, 0},
	    {"first", SKETCH_TAKES_ORDER, read_first, 0},
	    {"largest", SKETCH_TAKES_ORDER, read_largest, 0},
	    {"ends", SKETCH_TAKES_ORDER, read_ends, 0},
	    {"points", SKETCH_TAKES_POINTS, read_points, 0},
	    {"empty", SKETCH_TAKES_EMPTY, NULL, WORD(empty)},
	    {"item", SKETCH_TAKES_ITEMS, NULL, WORD(item)},
	    {"whole", SKETCH_TAKES_ITEMS, NULL, WORD(whole)},
	    {"sorted", SKETCH_TAKES_ITEMS | SKETCH_TAKES_PLOT, read_sorted, 0},
	    {"group", SKETCH_TAKES_GROUP, NULL, WORD(group)},
	    {"units", SKETCH_TAKES_CLASSES, NULL, WORD(units)},
	    {"words", SKETCH_TAKES_CLASSES, NULL, WORD(words)},
	    {"aside", SKETCH_TAKES_PLOT, read_aside, 0},
	    {"beside", SKETCH_TAKES_PLOT, NULL, WORD(beside)},
	    {"break", SKETCH_TAKES_PLOT, read_break, 0},
	    {"log", SKETCH_TAKES_PLOT, read_log, 0},
	    {"name", SKETCH_TAKES_PLOT, NULL, WORD(name)},
	    {"narrow", SKETCH_TAKES_PLOT, read_narrow, 0}};
	const size_t n = sizeof(option) / sizeof(*option);
	size_t i = 0;

	while (i < n &&
	    ((takes & option[i].of) == 0 ||
		strcmp(option[i].name, w->word[0]) != 0))
		i++;
	if (i == n)
		return false;
	if (i > 2 && (w->given & 1U << i) != 0)
		sketch_refuse(w, "a second '%s'", w->word[0]);
	w->given |= 1U << i;
	if (option[i].read != NULL)
		i = option[i].read(w, b);
	else {
		*(char **)(void *)((char *)b + option[i].at) = copy(w, 1);
		i = 2;
	}
	if (i < w->n)
		sketch_refuse(w, "'%s' is a word too many", w->word[i]);
	return true;
}
