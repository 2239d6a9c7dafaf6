#include "claim.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

static const char mark[] = "PART";

char *
claim_table(const char *name, const char *part)
{
	const char *at = part != NULL ? strstr(name, mark) : NULL;
	struct buf b = {0};

	if (at == NULL)
		return mem_string(name);
	buf_mem(&b, name, (size_t)(at - name));
	buf_str(&b, part);
	buf_str(&b, at + sizeof(mark) - 1);
	return b.s;
}

struct claim *
claim_add(struct claims *c, const struct runs *runs, const struct rule *rule,
    const char *part, const char *kind, const char *subject)
{
	struct claim *x;

	c->claim = mem_grow(c->claim, &c->cap, c->n + 1, sizeof(*c->claim));
	x = &c->claim[c->n++];
	*x = (struct claim){.rule = rule, .kind = kind, .told = true};
	x->part = part != NULL ? mem_string(part) : NULL;
	x->subject = mem_string(subject);
	x->verdict = mem_new(runs->n, 1);
	return x;
}

bool
claim_compares(const struct claim_pair *p, const char *part)
{
	return !p->has_compared ||
	    sheet_find(&p->compared, &part, 1) != SHEET_NO_ROW;
}

const char *
claim_cell(const struct claim_pair *p, enum rule_sort sort, const char *cell)
{
	if (sort == RULE_WORD)
		return words_find(&p->run->words, cell);
	if (sort == RULE_CLASS)
		return p->run->crowd.have ? crowd_find(&p->run->crowd, cell)
					  : NULL;
	return cell;
}

/* ---- what is said of a row ---- */

/* A table without the column says nothing of the kind. */
static bool
holds(const struct sheet *s, uint32_t row, const struct rule_say *say)
{
	for (size_t i = 0; i < say->n_test; i++) {
		size_t col = sheet_has(s, say->test[i].column);

		if (col == SIZE_MAX ||
		    !rule_holds(&say->test[i], sheet_cell(s, row, col)))
			return false;
	}
	return true;
}

/* Is the row one of the first that the rule asks for?  seen: rows so far. */
static bool
is_main(const struct rule *rule, const struct sheet *s, uint32_t row,
    struct intern *group, uint64_t **seen, size_t *cap)
{
	const char *g = rule->main_of != NULL
	    ? sheet_cell(s, row, sheet_column(s, rule->main_of))
	    : "";
	uint32_t known = group->n;
	uint32_t k = intern_add(group, g, strlen(g));

	*seen = mem_grow(*seen, cap, (size_t)k + 1, sizeof(**seen));
	if (k == known)
		(*seen)[k] = 0;
	return (*seen)[k]++ < rule->main;
}

static void
find_says(struct claims *c, const struct runs *runs, const struct rule *rule,
    const char *part, const struct sheet *base)
{
	struct intern group;
	uint64_t *seen = NULL;
	size_t cap = 0;

	intern_open(&group);
	for (uint32_t row = 0; row < base->n_row; row++) {
		bool told = is_main(rule, base, row, &group, &seen, &cap);

		for (size_t i = 0; i < rule->n_say; i++) {
			const struct rule_say *say = &rule->say[i];
			struct claim *x;

			if (!holds(base, row, say))
				continue;
			x = claim_add(c, runs, rule, part, say->kind,
			    sheet_cell(
				base, row, sheet_column(base, say->shown[0])));
			if (say->shown[1] != NULL) {
				const char *s = sheet_cell(base, row,
				    sheet_column(base, say->shown[1]));

				x->object = mem_string(s);
			}
			x->told = told;
			x->of = i;
			x->row = row;
		}
	}
	intern_free(&group);
	free(seen);
}

/* Why a run has no such row: silent if it does not compare the part, or has
 * nothing of the pivot. */
static enum verdict
why_missing(const struct claim_pair *p, uint32_t row)
{
	static const char *const part[] = {"part", "other"};
	size_t pivot = sheet_has(p->base, "pivot");

	for (size_t i = 0; i < 2; i++) {
		size_t col = sheet_has(p->base, part[i]);

		if (col != SIZE_MAX &&
		    !claim_compares(p, sheet_cell(p->base, row, col)))
			return CLAIM_SILENT;
	}
	if (pivot == SIZE_MAX)
		return CLAIM_BROKEN;
	for (uint32_t i = 0; i < p->other->n_row; i++)
		if (strcmp(sheet_cell(
			       p->other, i, sheet_column(p->other, "pivot")),
			sheet_cell(p->base, row, pivot)) == 0)
			return CLAIM_BROKEN;
	return CLAIM_SILENT;
}

static bool
is_told_so(const struct claim_pair *p, uint32_t row, uint32_t there)
{
	const char *told = p->rule->told;

	return told == NULL ||
	    strcmp(sheet_cell(p->base, row, sheet_column(p->base, told)),
		sheet_cell(p->other, there, sheet_column(p->other, told))) == 0;
}

/* taken: by row of the run, whether a statement of the base is about it. */
static void
judge_say(struct claim *x, size_t run, const struct claim_pair *p, bool *taken)
{
	const char *cell[RULE_FEW];
	uint32_t there;

	for (size_t i = 0; i < p->rule->n_key; i++) {
		const struct rule_column *key = &p->rule->key[i];

		cell[i] = claim_cell(p, key->sort,
		    sheet_cell(
			p->base, x->row, sheet_column(p->base, key->name)));
		if (cell[i] == NULL) {
			x->verdict[run] = key->sort == RULE_CLASS
			    ? CLAIM_BROKEN
			    : CLAIM_SILENT;
			return;
		}
	}
	there = sheet_find(p->other, cell, p->rule->n_key);
	if (there == SHEET_NO_ROW) {
		x->verdict[run] = (unsigned char)why_missing(p, x->row);
		return;
	}
	taken[there] = true;
	x->verdict[run] = holds(p->other, there, &p->rule->say[x->of]) &&
		is_told_so(p, x->row, there)
	    ? CLAIM_KEPT
	    : CLAIM_BROKEN;
}

/* ---- a table ---- */

static bool
open_other(struct claim_pair *p, struct sheet *s, const char *table)
{
	size_t col[RULE_FEW];
	char *compared;

	if (!sheet_open(s, p->run->folder, table))
		return false;
	p->other = s;
	for (size_t i = 0; i < p->rule->n_key; i++)
		col[i] = sheet_column(s, p->rule->key[i].name);
	if (p->rule->n_key > 0)
		sheet_index(s, col, p->rule->n_key);
	if (p->part == NULL)
		return true;
	compared = mem_join("compared-", p->part, ".tsv");
	p->has_compared = sheet_open(&p->compared, p->run->folder, compared);
	if (p->has_compared)
		sheet_index(&p->compared,
		    (const size_t[]){sheet_column(&p->compared, "part")}, 1);
	free(compared);
	return true;
}

static void
close_other(struct claim_pair *p, struct sheet *s)
{
	if (p->has_compared)
		sheet_close(&p->compared);
	sheet_close(s);
	p->other = NULL;
}

static void
judge_one(struct claim *x, size_t run, const struct claim_pair *p, bool *taken)
{
	if (p->rule->axes != NULL)
		claim_judge_axis(x, run, p);
	else if (p->rule->tree != NULL)
		claim_judge_group(x, run, p);
	else if (x->row == SHEET_NO_ROW)
		claim_judge_order(x, run, p);
	else
		judge_say(x, run, p, taken);
}

/* What a run says of the statements from first on, which are those of a table;
 * and how many of its own it has. */
static void
judge_run(struct claims *c, size_t first, size_t run, struct claim_pair *p,
    const char *table)
{
	struct sheet s;
	bool *taken;

	p->run = &p->runs->run[run];
	p->has_compared = false;
	if (!open_other(p, &s, table))
		return;
	if (sheet_is_same(p->base, &s)) {
		for (size_t i = first; i < c->n; i++)
			c->claim[i].verdict[run] = CLAIM_SAME;
		close_other(p, &s);
		return;
	}
	taken = mem_new(s.n_row, sizeof(*taken));
	for (size_t i = first; i < c->n; i++)
		judge_one(&c->claim[i], run, p, taken);
	for (uint32_t row = 0; row < s.n_row; row++)
		for (size_t i = 0; i < p->rule->n_say && !taken[row]; i++)
			c->added[run] += holds(&s, row, &p->rule->say[i]);
	free(taken);
	close_other(p, &s);
}

static void
look_at(struct claims *c, const struct runs *runs, const struct rule *rule,
    const char *part)
{
	char *table = claim_table(rule->table, part);
	struct sheet base;
	struct claim_pair p = {
	    .runs = runs, .rule = rule, .part = part, .base = &base};
	size_t first = c->n;

	if (sheet_open(&base, runs->run[0].folder, table)) {
		find_says(c, runs, rule, part, &base);
		claim_find_orders(c, runs, rule, part, &base);
		if (rule->axes != NULL)
			claim_find_axes(c, runs, rule, part, &base);
		if (rule->tree != NULL)
			claim_find_groups(c, runs, rule, part, &base);
		for (size_t i = 1; i < runs->n; i++)
			judge_run(c, first, i, &p, table);
		sheet_close(&base);
	}
	free(table);
}

void
claim_open(struct claims *c, const struct runs *runs, const struct rules *rules,
    char *const *names, size_t n_name)
{
	*c = (struct claims){.added = mem_new(runs->n, sizeof(*c->added))};
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *rule = &rules->rule[i];

		if (strstr(rule->table, mark) == NULL)
			look_at(c, runs, rule, NULL);
		else
			for (size_t k = 0; k < n_name; k++)
				look_at(c, runs, rule, names[k]);
	}
}

void
claim_close(struct claims *c)
{
	for (size_t i = 0; i < c->n; i++) {
		free(c->claim[i].part);
		free(c->claim[i].subject);
		free(c->claim[i].object);
		free(c->claim[i].group);
		free(c->claim[i].verdict);
	}
	free(c->claim);
	free(c->added);
}
