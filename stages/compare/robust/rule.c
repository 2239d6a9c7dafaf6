#include "rule.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/text/figure.h"
#include "lib/text/list.h"

struct reader {
	struct list list;
	char *rest; /* of the line */
	struct rule *now;
};

static uint64_t
number(struct reader *r)
{
	const char *w = list_needed(&r->list, &r->rest);
	char *end;
	unsigned long long n = strtoull(w, &end, 10);

	if (*end != '\0' || *w < '1' || *w > '9')
		list_refuse(&r->list, "a number is expected");
	return n;
}

static void
room_for(const struct reader *r, size_t n)
{
	if (n == RULE_FEW)
		list_refuse(&r->list, "too many of them for a table");
}

/* NAME[=word|=class] */
static struct rule_column
read_column(struct reader *r)
{
	struct rule_column c = {.sort = RULE_SAME};
	char *w = list_needed(&r->list, &r->rest);
	char *sort = strchr(w, '=');

	if (sort != NULL)
		*sort++ = '\0';
	c.name = mem_string(w);
	if (sort == NULL)
		return c;
	if (strcmp(sort, "word") == 0)
		c.sort = RULE_WORD;
	else if (strcmp(sort, "class") == 0)
		c.sort = RULE_CLASS;
	else
		list_refuse(&r->list, "a column is =word or =class");
	return c;
}

/* COLUMN SIGN VALUE, or COLUMN top */
static struct rule_test
read_test(struct reader *r)
{
	static const struct {
		const char *s;
		enum rule_sign sign;
	} known[] = {{"=", RULE_IS}, {"!=", RULE_IS_NOT}, {"<", RULE_LESS},
	    {"<=", RULE_MOST}, {">", RULE_MORE}, {">=", RULE_LEAST},
	    {"top", RULE_TOP}};
	struct rule_test t = {
	    .column = mem_string(list_needed(&r->list, &r->rest))};
	const char *w = list_needed(&r->list, &r->rest);

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(known[i].s, w) == 0) {
			t.sign = known[i].sign;
			t.value = mem_string(t.sign == RULE_TOP
				? ""
				: list_needed(&r->list, &r->rest));
			return t;
		}
	list_refuse(&r->list, "a sign is expected: = != < <= > >= top");
}

/* KIND if TEST [and ...] : COLUMN [COLUMN] */
static void
read_say(struct reader *r)
{
	struct rule_say s = {
	    .kind = mem_string(list_needed(&r->list, &r->rest))};
	const char *w;

	room_for(r, r->now->n_say);
	list_expect(&r->list, &r->rest, "if");
	do {
		room_for(r, s.n_test);
		s.test[s.n_test++] = read_test(r);
		w = list_needed(&r->list, &r->rest);
	} while (strcmp(w, "and") == 0);
	if (strcmp(w, ":") != 0)
		list_refuse(&r->list, "'and' or ':' is expected");
	s.shown[0] = mem_string(list_needed(&r->list, &r->rest));
	if ((w = list_word(&r->rest)) != NULL)
		s.shown[1] = mem_string(w);
	r->now->say[r->now->n_say++] = s;
}

/* KIND N COLUMN by COLUMN [in COLUMN] [where TEST] */
static void
read_order(struct reader *r, bool pairs)
{
	struct rule_order o = {.pairs = pairs,
	    .kind = mem_string(list_needed(&r->list, &r->rest))};
	const char *w;

	room_for(r, r->now->n_order);
	o.n = number(r);
	o.name = read_column(r);
	list_expect(&r->list, &r->rest, "by");
	o.by = mem_string(list_needed(&r->list, &r->rest));
	while ((w = list_word(&r->rest)) != NULL)
		if (strcmp(w, "in") == 0 && o.in == NULL)
			o.in = mem_string(list_needed(&r->list, &r->rest));
		else if (strcmp(w, "where") == 0 && o.where.column == NULL)
			o.where = read_test(r);
		else
			list_refuse(&r->list, "in or where is expected");
	r->now->order[r->now->n_order++] = o;
}

static void
read_keys(struct reader *r)
{
	do {
		room_for(r, r->now->n_key);
		r->now->key[r->now->n_key++] = read_column(r);
		if (r->rest != NULL)
			r->rest += strspn(r->rest, " \t");
	} while (r->rest != NULL && *r->rest != '\0');
	r->rest = NULL;
}

static void
read_main(struct reader *r)
{
	r->now->main = number(r);
	if (r->rest != NULL) {
		list_expect(&r->list, &r->rest, "of");
		r->now->main_of = mem_string(list_needed(&r->list, &r->rest));
	}
}

static void
read_table(struct reader *r, struct rules *all)
{
	all->rule =
	    mem_grow(all->rule, &all->cap, all->n + 1, sizeof(*all->rule));
	r->now = &all->rule[all->n++];
	*r->now = (struct rule){.main = UINT64_MAX};
	r->now->table = mem_string(list_needed(&r->list, &r->rest));
	list_expect(&r->list, &r->rest, "on");
	r->now->page = mem_string(list_needed(&r->list, &r->rest));
}

static void
read_line(struct reader *r, struct rules *all)
{
	const char *w = list_word(&r->rest);

	if (strcmp(w, "table") == 0)
		read_table(r, all);
	else if (r->now == NULL)
		list_refuse(&r->list, "a table is expected first");
	else if (strcmp(w, "key") == 0)
		read_keys(r);
	else if (strcmp(w, "main") == 0)
		read_main(r);
	else if (strcmp(w, "say") == 0)
		read_say(r);
	else if (strcmp(w, "among") == 0 || strcmp(w, "order") == 0)
		read_order(r, *w == 'o');
	else if (strcmp(w, "told") == 0 && r->now->told == NULL)
		r->now->told = mem_string(list_needed(&r->list, &r->rest));
	else if (strcmp(w, "axes") == 0 && r->now->axes == NULL)
		r->now->axes = mem_string(list_needed(&r->list, &r->rest));
	else if (strcmp(w, "tree") == 0 && r->now->tree == NULL)
		r->now->tree = mem_string(list_needed(&r->list, &r->rest));
	else
		die_data(r->list.in.name, r->list.in.line,
		    "'%s' is none of table key main say told among order axes "
		    "tree, or is there twice",
		    w);
	if (list_word(&r->rest) != NULL)
		list_refuse(&r->list, "a word too many");
}

void
rule_open(struct rules *all, const char *path)
{
	struct reader r = {0};
	size_t len;

	*all = (struct rules){0};
	list_open(&r.list, path);
	while ((r.rest = list_next(&r.list, &len)) != NULL)
		read_line(&r, all);
	list_close(&r.list);
}

static void
free_test(struct rule_test *t)
{
	free(t->column);
	free(t->value);
}

static void
free_rule(struct rule *r)
{
	for (size_t i = 0; i < r->n_key; i++)
		free(r->key[i].name);
	for (size_t i = 0; i < r->n_say; i++) {
		struct rule_say *s = &r->say[i];

		for (size_t k = 0; k < s->n_test; k++)
			free_test(&s->test[k]);
		free(s->kind);
		free(s->shown[0]);
		free(s->shown[1]);
	}
	for (size_t i = 0; i < r->n_order; i++) {
		struct rule_order *o = &r->order[i];

		free(o->kind);
		free(o->name.name);
		free(o->by);
		free(o->in);
		free_test(&o->where);
	}
	free(r->table);
	free(r->page);
	free(r->main_of);
	free(r->told);
	free(r->axes);
	free(r->tree);
}

void
rule_close(struct rules *all)
{
	for (size_t i = 0; i < all->n; i++)
		free_rule(&all->rule[i]);
	free(all->rule);
}

bool
rule_passes(enum rule_sign sign, const char *cell, const char *value)
{
	double a;
	double b;

	if (sign == RULE_IS || sign == RULE_IS_NOT)
		return (strcmp(cell, value) == 0) == (sign == RULE_IS);
	if (sign == RULE_TOP)
		return strchr(cell, '/') == NULL;
	if (!figure_is(cell) || !figure_is(value))
		return false;
	a = strtod(cell, NULL);
	b = strtod(value, NULL);
	switch (sign) {
	case RULE_LESS:
		return a < b;
	case RULE_MOST:
		return a <= b;
	case RULE_MORE:
		return a > b;
	default:
		return a >= b;
	}
}

bool
rule_holds(const struct rule_test *t, const char *cell)
{
	return t->column == NULL || rule_passes(t->sign, cell, t->value);
}
