#include "cause.h"

#include <stdlib.h>
#include <string.h>

#include "kept.h"
#include "lib/lang/fr/lang.h"

/* ---- what is not alike ---- */

static const char *const kind_of[] = {[CAUSE_TEXT] = "text",
    [CAUSE_METADATA] = "metadata",
    [CAUSE_RULES] = "rules",
    [CAUSE_OPTION] = "option",
    [CAUSE_COMMAND] = "command",
    [CAUSE_PROGRAM] = "program",
    [CAUSE_LIBRARY] = "library",
    [CAUSE_PAGES] = "option",
    [CAUSE_STUDY] = "study"};

/* Does a command of either run have the file behind this option? */
static bool
is_used(const struct causes *c, const char *option, const char *file)
{
	struct buf b = {0};
	bool is = false;

	buf_str(&b, option);
	buf_str(&b, " ");
	buf_str(&b, strchr(file, '/') != NULL ? "pipeline/" : "");
	buf_str(&b, file);
	buf_str(&b, " ");
	for (size_t side = 0; side < 2; side++)
		for (size_t i = 0; i < c->run[side]->facts.n; i++) {
			const struct fact *f = &c->run[side]->facts.fact[i];

			is |= strcmp(f->what, "command") == 0 &&
			    strstr(f->value, b.s) != NULL;
		}
	buf_free(&b);
	return is;
}

/* What a file of rules is, from what it is used for. */
static const char *
role_of(const struct causes *c, const char *file)
{
	size_t len = strlen(file);

	if (lang_is_beside(file, LANG_STARTERS))
		return "";
	if (len > 11 && strcmp(file + len - 11, ".labels.tsv") == 0)
		return "labels ";
	if (is_used(c, "themes -q -d", file) ||
	    is_used(c, "themes -q -r -d", file))
		return "dictionary ";
	if (lang_is_beside(file, LANG_STOPLIST) || is_used(c, "-x", file))
		return "stoplist ";
	return "";
}

static void
add(struct causes *c, enum cause_kind kind, const char *name,
    const char *const value[2])
{
	struct buf b = {0};

	if (kind == CAUSE_RULES)
		buf_str(&b, role_of(c, name));
	else if (kind != CAUSE_TEXT) {
		buf_str(&b, kind_of[kind]);
		buf_str(&b, " ");
	}
	buf_str(&b, name);
	c->cause = mem_grow(c->cause, &c->cap, c->n + 1, sizeof(*c->cause));
	c->cause[c->n++] =
	    (struct cause){kind, b.s, name, {value[0], value[1]}, false};
}

static bool
is_same(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* An option that changes what is seen, and no figure. */
static bool
is_of_pages(const char *option)
{
	static const char *const name[] = {
	    "REPORT_LANG", "TITLE", "LEAST_WORDS", "SHEETS", "WORKBOOK"};

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++)
		if (strcmp(option, name[i]) == 0)
			return true;
	return false;
}

/* Facts of a kind that one run has otherwise than the other. */
static void
compare(struct causes *c, enum cause_kind kind)
{
	for (size_t side = 0; side < 2; side++) {
		const struct run *r = c->run[side];

		for (size_t i = 0; i < r->facts.n; i++) {
			const struct fact *f = &r->facts.fact[i];
			const char *v[2] = {f->value, f->value};

			if (strcmp(f->what, kind_of[kind]) != 0 ||
			    (kind == CAUSE_OPTION && is_of_pages(f->name)) ||
			    (kind == CAUSE_PAGES && !is_of_pages(f->name)))
				continue;
			v[!side] =
			    facts_find(&c->run[!side]->facts, f->what, f->name);
			/* an option that another version does not know */
			if (v[!side] == NULL && *f->value == '\0')
				continue;
			if (!is_same(v[0], v[1]) &&
			    (side == 0 || v[0] == NULL) &&
			    /* what the other study does not call */
			    (kind != CAUSE_PROGRAM || v[!side] != NULL))
				add(c, kind, f->name, v);
		}
	}
}

static bool
is_changed_text(const struct causes *c, size_t change)
{
	size_t from = change == CAUSE_ADDED;
	const struct run *r = c->run[from];

	for (size_t i = 0; i < r->facts.n; i++) {
		const struct fact *f = &r->facts.fact[i];
		const char *other;

		if (strcmp(f->what, "text") != 0)
			continue;
		other = facts_find(&c->run[!from]->facts, "text", f->name);
		if (change == CAUSE_CHANGED
			? other != NULL && strcmp(other, f->value) != 0
			: other == NULL)
			return true;
	}
	return false;
}

static uint64_t bit(size_t i);

bool
cause_counts_forms(const struct causes *c)
{
	for (size_t side = 0; side < 2; side++) {
		const struct facts *f = &c->run[side]->facts;
		const char *count = facts_find(f, "option", "COUNT");
		const char *pos = facts_find(f, "option", "POS");

		if (count == NULL || strcmp(count, "form") != 0 ||
		    (pos != NULL && *pos != '\0'))
			return false;
	}
	return true;
}

/* Has a stoplist other lines, and all of words that no text has? */
static bool
is_of_no_word(const struct causes *c, const struct cause *one)
{
	struct kept k;
	bool none = kept_open(&k, c->run, one->value);

	for (size_t side = 0; none && side < 2; side++)
		for (uint32_t i = 0; none && i < k.line[side].n; i++)
			none = !kept_alone(&k, side, i) ||
			    !kept_is_type(c->run, k.line[side].str[i].s);
	kept_close(&k);
	return none;
}

/* Stoplists of which no word that changed is in the texts are no cause. */
static void
find_idle(struct causes *c)
{
	static const char stoplist[] = "stoplist ";

	for (size_t i = 0; cause_counts_forms(c) && i < c->n; i++) {
		struct cause *one = &c->cause[i];

		one->idle =
		    strncmp(one->name, stoplist, sizeof(stoplist) - 1) == 0 &&
		    is_of_no_word(c, one);
		if (one->idle)
			c->absent |= bit(i);
	}
}

void
cause_open(struct causes *c, const struct run *before, const struct run *after)
{
	static const char *const text[] = {
	    "texts added", "texts removed", "texts changed"};

	*c = (struct causes){.run = {before, after}};
	for (size_t i = 0; i <= CAUSE_CHANGED; i++) {
		add(c, CAUSE_TEXT, text[i], (const char *const[2]){NULL, NULL});
		if (!is_changed_text(c, i))
			c->absent |= UINT64_C(1) << i;
	}
	compare(c, CAUSE_METADATA);
	compare(c, CAUSE_RULES);
	find_idle(c);
	compare(c, CAUSE_OPTION);
	compare(c, CAUSE_PROGRAM);
	compare(c, CAUSE_LIBRARY);
	compare(c, CAUSE_PAGES);
	compare(c, CAUSE_STUDY);
	intern_open(&c->done);
}

void
cause_close(struct causes *c)
{
	for (size_t i = 0; i < c->n; i++)
		free(c->cause[i].name);
	free(c->cause);
	free(c->mask);
	intern_free(&c->done);
}

/* ---- which tables it reaches ---- */

static uint64_t
bit(size_t i)
{
	return UINT64_C(1) << (i < CAUSE_MOST ? i : CAUSE_MOST - 1);
}

static uint64_t
named(const struct causes *c, enum cause_kind kind, const char *name)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->cause[i].kind == kind &&
		    strcmp(c->cause[i].file, name) == 0)
			return bit(i);
	return 0;
}

bool
cause_find(const struct causes *c, const char *file)
{
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->cause[i].file, file) == 0)
			return true;
	return false;
}

uint64_t
cause_kind(const struct causes *c, enum cause_kind kind)
{
	uint64_t mask = 0;

	for (size_t i = 0; i < c->n; i++)
		if (c->cause[i].kind == kind)
			mask |= bit(i);
	return mask;
}

/* Has the option a word that only one run has, and is that in a command? */
static bool
is_in_command(const struct cause *o, const char *command)
{
	const char *v[2] = {
	    o->value[0] ? o->value[0] : "", o->value[1] ? o->value[1] : ""};

	for (size_t side = 0; side < 2; side++)
		for (const char *s = v[side]; *(s += strspn(s, " ")) != '\0';) {
			size_t len = strcspn(s, " ");
			char *word = mem_copy(s, len);
			bool is = strstr(v[!side], word) == NULL &&
			    strstr(command, word) != NULL;

			free(word);
			if (is)
				return true;
			s += len;
		}
	return false;
}

/* The options by which a command differs. */
static uint64_t
options_of(const struct causes *c, const char *a, const char *b)
{
	uint64_t seen = 0;

	for (size_t i = 0; i < c->n; i++)
		if (c->cause[i].kind == CAUSE_OPTION &&
		    (is_in_command(&c->cause[i], a) ||
			is_in_command(&c->cause[i], b)))
			seen |= bit(i);
	return seen;
}

/* What is read by the programs themselves. */
static uint64_t
read_inside(const struct causes *c, const char *table, const char *command)
{
	uint64_t mask = 0;

	for (size_t i = 0; i < c->n; i++) {
		const struct cause *p = &c->cause[i];
		bool all = strcmp(table, "shards") == 0 &&
		    (p->kind == CAUSE_TEXT ||
			(p->kind == CAUSE_RULES &&
			    lang_is_beside(p->file, LANG_STARTERS)) ||
			(p->kind == CAUSE_OPTION &&
			    strncmp(p->file, "READ", 4) == 0));

		if (all || p->kind == CAUSE_LIBRARY ||
		    (strncmp(command, "themes ", 7) == 0 &&
			lang_is_file(p->file, LANG_ADDRESSES)))
			mask |= bit(i);
	}
	return mask;
}

static uint64_t
mask_of_word(struct causes *c, const char *table, char *w)
{
	static const char pipeline[] = "pipeline/";
	static const char zst[] = ".zst";
	uint64_t mask = 0;
	size_t len;

	if (strncmp(w, pipeline, sizeof(pipeline) - 1) == 0)
		w += sizeof(pipeline) - 1;
	len = strlen(w);
	if (len > sizeof(zst) && strcmp(w + len - 4, zst) == 0)
		w[len - 4] = '\0';
	if (strcmp(w, "corpus") == 0)
		mask = cause_of_table(c, "shards");
	else if (strcmp(w, "pivots.txt") == 0)
		mask = named(c, CAUSE_OPTION, "PIVOTS") |
		    cause_of_table(c, "types.tsv");
	else if (strcmp(w, table) != 0)
		mask = cause_of_table(c, w);
	mask |= named(c, CAUSE_RULES, w) | named(c, CAUSE_METADATA, w) |
	    named(c, CAUSE_PROGRAM, w);
	return mask & ~c->absent;
}

static uint64_t
mask_of_command(struct causes *c, const char *table, const char *command)
{
	uint64_t mask = read_inside(c, table, command);
	char *s = mem_string(command);
	char *rest = s;
	char *w;

	while ((w = strsep(&rest, " '\n")) != NULL)
		mask |= mask_of_word(c, table, w);
	free(s);
	return mask;
}

/* Why a command differs: options that are seen in it, else a file that only one
 * run has; else any option, or nothing that the provenance tells. */
static uint64_t
why_other(
    struct causes *c, const char *table, const char *const v[2], uint64_t mask)
{
	uint64_t options = cause_kind(c, CAUSE_OPTION);
	uint64_t seen = options_of(c, v[0], v[1]);

	if (seen != 0 || (mask & cause_kind(c, CAUSE_RULES)) != 0)
		return seen;
	if (options != 0)
		return options;
	add(c, CAUSE_COMMAND, table, v);
	return bit(c->n - 1);
}

uint64_t
cause_of_table(struct causes *c, const char *table)
{
	uint32_t n = c->done.n;
	uint32_t id = intern_add(&c->done, table, strlen(table));
	const char *v[2];
	uint64_t mask = 0;

	if (id < n)
		return c->mask[id];
	c->mask = mem_grow(c->mask, &c->cap_mask, id + 1, sizeof(*c->mask));
	c->mask[id] = 0;
	for (size_t side = 0; side < 2; side++)
		v[side] = facts_find(&c->run[side]->facts, "command", table);
	for (size_t side = 0; side < 2; side++)
		if (v[side] != NULL)
			mask |= mask_of_command(c, table, v[side]);
	if (v[0] != NULL && v[1] != NULL && strcmp(v[0], v[1]) != 0)
		mask |= why_other(c, table, v, mask);
	c->mask[id] = mask & ~c->absent;
	return c->mask[id];
}

void
cause_names(const struct causes *c, uint64_t mask, struct buf *to)
{
	bool first = true;

	buf_mem(to, "", 0);
	for (size_t i = 0; i < c->n; i++)
		if ((mask & bit(i)) != 0) {
			buf_str(to, first ? "" : " + ");
			buf_str(to, c->cause[i].name);
			first = false;
		}
}
