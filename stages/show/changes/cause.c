/* What two runs were not made of alike. */
#include "cause.h"

#include <stdlib.h>
#include <string.h>

#include "kept.h"
#include "lib/lang/fr/lang.h"

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

void
cause_add(struct causes *c, enum cause_kind kind, const char *name,
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
				cause_add(c, kind, f->name, v);
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
			c->absent |= cause_bit(i);
	}
}

void
cause_open(struct causes *c, const struct run *before, const struct run *after)
{
	static const char *const text[] = {
	    "texts added", "texts removed", "texts changed"};

	*c = (struct causes){.run = {before, after}};
	for (size_t i = 0; i <= CAUSE_CHANGED; i++) {
		cause_add(
		    c, CAUSE_TEXT, text[i], (const char *const[2]){NULL, NULL});
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
