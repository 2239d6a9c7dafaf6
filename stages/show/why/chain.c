#include "chain.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "paper.h"

enum {
	HASH = 12 /* letters of a hash that are shown */
};

struct chain {
	struct out *o;
	const struct facts *all;
	const struct wording *words;
	bool *told; /* by row of the provenance */
};

static size_t
command_of(const struct facts *all, const char *table)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->fact[i].what, "command") == 0 &&
		    strcmp(all->fact[i].name, table) == 0)
			return i;
	return all->n;
}

/* A table's command, then those of the tables that it reads. */
static void
put_commands(struct chain *c, size_t first)
{
	size_t *todo = mem_new(c->all->n + 1, sizeof(*todo));
	size_t n = 0;

	todo[n++] = first;
	for (size_t k = 0; k < n; k++) {
		const struct fact *f = &c->all->fact[todo[k]];
		struct buf b = {0};

		buf_str(&b, f->name);
		buf_str(&b, ": ");
		buf_str(&b, f->value);
		paper_text(c->o, 2, 4, b.s);
		buf_free(&b);
		c->told[todo[k]] = true;
		for (size_t i = 0; i < c->all->n; i++) {
			const struct fact *g = &c->all->fact[i];
			bool corpus = strcmp(g->name, "shards") == 0;
			bool queued = false;

			if (strcmp(g->what, "command") != 0 ||
			    !study_has_word(
				f->value, corpus ? "corpus" : g->name))
				continue;
			for (size_t m = 0; m < n; m++)
				queued |= todo[m] == i;
			if (!queued)
				todo[n++] = i;
		}
	}
	free(todo);
}

static bool
in_commands(const struct chain *c, const char *word)
{
	for (size_t i = 0; i < c->all->n; i++)
		if (c->told[i] && study_has_word(c->all->fact[i].value, word))
			return true;
	return false;
}

/* Files that the commands name, by their hashes. */
static void
put_files(struct chain *c)
{
	static const char *const kind[] = {"metadata", "rules"};

	for (size_t i = 0; i < c->all->n; i++) {
		const struct fact *f = &c->all->fact[i];
		struct buf b = {0};
		bool is = false;

		for (size_t k = 0; k < 2; k++)
			is |= strcmp(f->what, kind[k]) == 0;
		buf_str(&b, "pipeline/");
		buf_str(&b, f->name);
		if (is && (in_commands(c, f->name) || in_commands(c, b.s))) {
			b.len = 0;
			buf_str(&b, f->name);
			buf_str(&b, ": SHA-256 ");
			buf_mem(&b, f->value, strnlen(f->value, HASH));
			buf_str(&b, "...");
			paper_text(c->o, 2, 4, b.s);
		}
		buf_free(&b);
	}
}

static void
put_rest(struct chain *c)
{
	uint64_t n_text = 0;
	uint64_t n_rules = 0;
	struct buf b = {0};

	for (size_t i = 0; i < c->all->n; i++) {
		n_text += strcmp(c->all->fact[i].what, "text") == 0;
		n_rules += strcmp(c->all->fact[i].what, "rules") == 0;
	}
	buf_str(&b, wording_say(c->words, "texts: "));
	buf_u64(&b, n_text);
	buf_str(
	    &b, wording_say(c->words, ", rules and lists of the language: "));
	buf_u64(&b, n_rules);
	buf_str(
	    &b, wording_say(c->words, " (their hashes are in PROVENANCE.tsv)"));
	paper_text(c->o, 2, 4, b.s);
	b.len = 0;
	for (size_t i = 0; i < c->all->n; i++)
		if (strcmp(c->all->fact[i].what, "library") == 0) {
			buf_str(&b,
			    b.len > 0 ? "; "
				      : wording_say(c->words, "libraries: "));
			buf_str(&b, c->all->fact[i].value);
		}
	if (b.len > 0)
		paper_text(c->o, 2, 4, b.s);
	buf_free(&b);
}

void
chain_put(struct out *o, const struct study *s, const char *table,
    const struct wording *words)
{
	struct chain c = {.o = o, .all = &s->facts, .words = words};
	size_t first = command_of(c.all, table);

	c.told = mem_new(c.all->n + 1, sizeof(*c.told));
	if (first < c.all->n)
		put_commands(&c, first);
	put_files(&c);
	put_rest(&c);
	free(c.told);
}
