/* Which tables a cause reaches: by the commands that made them. */
#include "cause.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang/fr/lang.h"

static uint64_t
named(const struct causes *c, enum cause_kind kind, const char *name)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->cause[i].kind == kind &&
		    strcmp(c->cause[i].file, name) == 0)
			return cause_bit(i);
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
			mask |= cause_bit(i);
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
			seen |= cause_bit(i);
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
			mask |= cause_bit(i);
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
	cause_add(c, CAUSE_COMMAND, table, v);
	return cause_bit(c->n - 1);
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
		if ((mask & cause_bit(i)) != 0) {
			buf_str(to, first ? "" : " + ");
			buf_str(to, c->cause[i].name);
			first = false;
		}
}
