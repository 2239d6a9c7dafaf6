#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "kept.h"
#include "lib/text/utf.h"
#include "tell.h"

enum {
	WIDTH = 80,
	HASH = 12, /* digits of one that are shown */
	HASH_WHOLE = 64
};

void
tell_line(struct out *o, size_t first, size_t rest, const char *s)
{
	size_t at = first;
	bool begun = false;

	out_fmt(o, "%*s", (int)first, "");
	while (*(s += strspn(s, " ")) != '\0') {
		size_t len = strcspn(s, " ");
		size_t w = utf_width(s, len);

		if (begun && at + 1 + w > WIDTH) {
			out_fmt(o, "\n%*s", (int)rest, "");
			at = rest;
			begun = false;
		}
		if (begun)
			out_ch(o, ' ');
		at += w + begun;
		out_mem(o, s, len);
		begun = true;
		s += len;
	}
	out_ch(o, '\n');
}

void
tell_more(struct tell *t, size_t n)
{
	if (n > t->limit)
		out_fmt(&t->out, "  ... and %zu more (-n shows them)\n",
		    n - (size_t)t->limit);
}

/* "  what   name: before -> after" */
static void
put_fact(struct tell *t, const char *what, const char *name, const char *rest)
{
	struct buf b = {0};

	buf_str(&b, what);
	buf_str(&b, *what != '\0' ? " " : "");
	buf_str(&b, name);
	buf_str(&b, rest);
	tell_line(&t->out, 2, 4, b.s);
	buf_free(&b);
}

/* ---- texts ---- */

static void
put_texts(struct tell *t, const char *what, enum fate_kind kind)
{
	const struct intern *all = &t->shares->fate.text[kind];

	for (uint32_t i = 0; i < all->n && i < t->limit; i++)
		put_fact(t, what, all->str[i].s, "");
	tell_more(t, all->n);
}

/* ---- entries and lists ---- */

/* Lines of the dictionary that one run alone has. */
static size_t
put_entries(struct tell *t, size_t side)
{
	const struct intern *all = &t->run[side]->entry;
	size_t n = 0;

	for (uint32_t i = 0; i < all->n; i++) {
		char *s;
		char *tab;
		struct buf b = {0};

		if (intern_find(&t->run[!side]->entry, all->str[i].s,
			all->str[i].len) != UINT32_MAX ||
		    n++ >= t->limit)
			continue;
		s = mem_copy(all->str[i].s, all->str[i].len);
		tab = strchr(s, '\t');
		*tab = '\0';
		buf_str(&b, side == 1 ? "only after: " : "only before: ");
		buf_str(&b, s);
		buf_str(&b, " « ");
		buf_str(&b, tab + 1);
		buf_str(&b, " »");
		tell_line(&t->out, 6, 8, b.s);
		buf_free(&b);
		free(s);
	}
	tell_more(t, n);
	return n;
}

/* Words of the corpus that are of another list, by types.tsv. */
static size_t
put_listed(struct tell *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->differ->n; i++) {
		const struct differ_table *d = &t->differ->table[i];

		if (strcmp(d->name, "types.tsv") != 0)
			continue;
		for (size_t k = 0; k < d->n; k++) {
			const struct differ_cell *c = &d->cell[k];
			struct buf b = {0};

			if (strcmp(differ_column(d, c), "list") != 0 ||
			    n++ >= t->limit)
				continue;
			buf_str(&b, "« ");
			buf_str(&b,
			    grid_cell(&d->grid[0], c->row[0],
				grid_column(&d->grid[0], "type")));
			buf_str(&b, " »: list ");
			buf_str(&b, differ_value(d, c, 0));
			buf_str(&b, " -> ");
			buf_str(&b, differ_value(d, c, 1));
			tell_line(&t->out, 6, 8, b.s);
			buf_free(&b);
		}
	}
	tell_more(t, n);
	return n;
}

static bool
begins(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

/* ---- all that is not alike ---- */

static void
put_value(struct buf *b, const char *v)
{
	size_t len = v != NULL ? strlen(v) : 0;

	if (v == NULL)
		buf_str(b, "(not there)");
	else if (*v == '\0')
		buf_str(b, "(nothing)");
	else
		buf_mem(b, v, len == HASH_WHOLE ? HASH : len);
}

static void
put_cause(struct tell *t, const struct cause *c)
{
	struct buf b = {0};

	buf_str(&b, ": ");
	put_value(&b, c->value[0]);
	buf_str(&b, " -> ");
	put_value(&b, c->value[1]);
	if (strcmp(c->file, "COUNT") == 0)
		buf_str(&b, " (the column that is counted)");
	if (c->kind == CAUSE_PAGES)
		buf_str(&b, " (of the pages alone)");
	if (c->kind == CAUSE_STUDY)
		buf_str(&b, " (works through the options and commands)");
	if (c->idle)
		buf_str(&b, " (no cause: no text has the words)");
	put_fact(t, "", c->name, b.s);
	buf_free(&b);
}

/* The tables tell of all dictionaries and stoplists together. */
static const char *
role_of(const struct cause *c)
{
	return begins(c->name, "dictionary ") ? "dictionary " : "stoplist ";
}

/* ---- lines of files that are kept ---- */

/* A line that one run alone has, and what it means for a list of words. */
static void
put_line(struct tell *t, size_t side, const char *line, const char *means)
{
	struct buf b = {0};

	buf_str(&b, side == 1 ? "only after: " : "only before: ");
	buf_str(&b, line);
	buf_str(&b, means);
	tell_line(&t->out, 6, 8, b.s);
	buf_free(&b);
}

/* Lines of a file that one run alone has; of a stoplist of which the tables
 * tell, words that no text has. */
static void
put_kept(struct tell *t, const struct cause *c)
{
	bool list =
	    begins(c->name, "stoplist ") && cause_counts_forms(t->causes);
	struct kept k;
	size_t n = 0;

	if (!kept_open(&k, t->causes->run, c->value)) {
		if (!begins(c->name, "stoplist ") && c->value[0] != NULL &&
		    c->value[1] != NULL)
			tell_line(&t->out, 6, 8,
			    "its lines are not told: the work folder of a run "
			    "has no copy");
		kept_close(&k);
		return;
	}
	for (size_t side = 2; side-- > 0;)
		for (uint32_t i = 0; i < k.line[side].n; i++) {
			const char *s = k.line[side].str[i].s;
			bool known = list && kept_is_type(t->causes->run, s);

			if (!kept_alone(&k, side, i) || known ||
			    n++ >= t->limit)
				continue;
			put_line(t, side, s, list ? " (no text has it)" : "");
		}
	tell_more(t, n);
	if (n == 0 && !begins(c->name, "stoplist "))
		tell_line(&t->out, 6, 8,
		    "no line is in one alone: comments, blanks or their order");
	kept_close(&k);
}

/* What is known of the lines of a file by the tables. */
static void
put_lines(struct tell *t, const struct cause *c)
{
	const char *count[2];

	if (begins(c->name, "dictionary ") &&
	    put_entries(t, 1) + put_entries(t, 0) == 0)
		tell_line(&t->out, 6, 8,
		    "no entry is in one alone: comments, or their order");
	if (!begins(c->name, "stoplist "))
		return;
	for (size_t side = 0; side < 2; side++)
		count[side] =
		    facts_find(&t->run[side]->facts, "option", "COUNT");
	if (count[0] == NULL || count[1] == NULL ||
	    strcmp(count[0], count[1]) != 0)
		tell_line(&t->out, 6, 8,
		    "its words are not told: another column is counted");
	else if (put_listed(t) == 0)
		tell_line(
		    &t->out, 6, 8, "no word of the corpus is of another list");
}

/* Is there another cause behind it of this beginning of its name? */
static bool
is_last(const struct causes *c, size_t i, const char *role)
{
	while (++i < c->n)
		if (begins(c->cause[i].name, role))
			return false;
	return true;
}

/* Whose lines are told one by one, where they are kept?  (Those of dictionaries
 * are entries, which the tables have.) */
static bool
is_file(const struct cause *c)
{
	return c->kind == CAUSE_METADATA || c->kind == CAUSE_STUDY ||
	    (c->kind == CAUSE_RULES && !begins(c->name, "dictionary ") &&
		!begins(c->name, "labels "));
}

static size_t
put_kind(struct tell *t, enum cause_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < t->causes->n; i++)
		if (t->causes->cause[i].kind == kind) {
			const struct cause *c = &t->causes->cause[i];

			put_cause(t, c);
			if (is_file(c))
				put_kept(t, c);
			if (is_last(t->causes, i, role_of(c)))
				put_lines(t, c);
			n++;
		}
	return n;
}

void
tell_causes(struct tell *t)
{
	static const enum cause_kind kind[] = {CAUSE_STUDY, CAUSE_METADATA,
	    CAUSE_RULES, CAUSE_OPTION, CAUSE_COMMAND, CAUSE_PROGRAM,
	    CAUSE_LIBRARY, CAUSE_PAGES};
	size_t n = 0;

	out_str(&t->out, "\nWhat they are not made of alike\n");
	put_texts(t, "text only after:", FATE_ADDED);
	put_texts(t, "text only before:", FATE_REMOVED);
	put_texts(t, "text changed:", FATE_CHANGED);
	for (size_t i = 0; i < sizeof(kind) / sizeof(*kind); i++)
		n += put_kind(t, kind[i]);
	if (n == 0 && (t->causes->absent & 7) == 7)
		tell_line(&t->out, 2, 2,
		    "Nothing that PROVENANCE.tsv tells. Then a program was "
		    "built anew under the same version, or a file of the "
		    "reports was changed by hand.");
}
