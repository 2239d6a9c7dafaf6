#include "fate.h"

#include <stdlib.h>
#include <string.h>

#include "lib/table/tsv.h"
#include "show/common/shelf.h"

enum {
	NOT_ASKED = FATE_KINDS
};

static void
add_text(struct fate *f, enum fate_kind kind, const char *name)
{
	const char *base = run_base(name);

	intern_add(&f->text[kind], name, strlen(name));
	intern_add(&f->base[kind], base, strlen(base));
}

uint32_t
fate_number(struct fate *f, const char *id)
{
	uint32_t n = f->speech.n;
	uint32_t i = intern_add(&f->speech, id, strlen(id));

	if (i == n) {
		f->kind = mem_grow(f->kind, &f->cap, i + 1, 1);
		f->kind[i] = NOT_ASKED;
		f->words =
		    mem_grow(f->words, &f->cap_words, i + 1, sizeof(*f->words));
		f->words[i][0] = 0;
		f->words[i][1] = 0;
	}
	return i;
}

/* FNV-1a, 64 bits. */
static uint64_t
hash(uint64_t h, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)s[i]) * UINT64_C(0x100000001B3);
	return h;
}

/* The sum does not depend on the order of the rows. */
static void
read_words(struct fate *f, size_t side, const char *path)
{
	struct tsv t;
	size_t part;
	size_t ngram;
	size_t freq;

	shelf_open(&t, path);
	part = tsv_column(&t, "part");
	ngram = tsv_column(&t, "ngram");
	freq = tsv_column(&t, "freq");
	while (tsv_next(&t)) {
		uint32_t i = fate_number(f, t.cell[part]);
		uint64_t h = UINT64_C(0xCBF29CE484222325);

		h = hash(h, t.cell[ngram], t.size[ngram] + 1);
		f->words[i][side] += hash(h, t.cell[freq], t.size[freq]);
	}
	tsv_close(&t);
}

static void
compare_words(struct fate *f)
{
	char *path[2];

	for (size_t side = 0; side < 2; side++)
		path[side] = run_table(f->run[side], "words-id.tsv");
	f->counted = path[0] != NULL && path[1] != NULL;
	for (size_t side = 0; side < 2; side++) {
		if (f->counted)
			read_words(f, side, path[side]);
		free(path[side]);
	}
}

void
fate_open(struct fate *f, const struct run *before, const struct run *after)
{
	*f = (struct fate){.run = {before, after}};
	intern_open(&f->speech);
	for (size_t i = 0; i < FATE_SAME; i++) {
		intern_open(&f->text[i]);
		intern_open(&f->base[i]);
	}
	for (size_t side = 0; side < 2; side++)
		for (size_t i = 0; i < f->run[side]->facts.n; i++) {
			const struct fact *t = &f->run[side]->facts.fact[i];
			const char *other;

			if (strcmp(t->what, "text") != 0)
				continue;
			other =
			    facts_find(&f->run[!side]->facts, "text", t->name);
			if (other == NULL)
				add_text(f,
				    side == 0 ? FATE_REMOVED : FATE_ADDED,
				    t->name);
			else if (side == 0 && strcmp(other, t->value) != 0)
				add_text(f, FATE_CHANGED, t->name);
		}
	compare_words(f);
}

bool
fate_has_same_words(const struct fate *f, uint32_t speech)
{
	return f->counted && f->words[speech][0] == f->words[speech][1];
}

void
fate_close(struct fate *f)
{
	intern_free(&f->speech);
	for (size_t i = 0; i < FATE_SAME; i++) {
		intern_free(&f->text[i]);
		intern_free(&f->base[i]);
	}
	free(f->kind);
	free(f->words);
}

/* Where no table tells its text: one whose name without ending is in the id. */
static bool
is_like(const struct intern *base, const char *id)
{
	for (uint32_t i = 0; i < base->n; i++) {
		const char *dot = strrchr(base->str[i].s, '.');
		size_t len = dot != NULL ? (size_t)(dot - base->str[i].s)
					 : base->str[i].len;
		char *stem = mem_copy(base->str[i].s, len);
		bool is = strstr(id, stem) != NULL;

		free(stem);
		if (is)
			return true;
	}
	return false;
}

static bool
is_from(const struct fate *f, const char *id, enum fate_kind kind)
{
	const char *source = run_source(f->run[kind == FATE_ADDED], id);

	if (source == NULL)
		return is_like(&f->base[kind], id);
	return intern_find(&f->base[kind], source, strlen(source)) !=
	    UINT32_MAX;
}

bool
fate_is_in(const struct fate *f, size_t side, const char *id)
{
	return intern_find(&f->run[side]->id, id, strlen(id)) != UINT32_MAX;
}

static enum fate_kind
find(const struct fate *f, const char *id)
{
	if (!fate_is_in(f, 0, id)) {
		const char *source = run_source(f->run[1], id);

		if (is_from(f, id, FATE_ADDED))
			return FATE_ADDED;
		/* a speech more of a text that both have */
		return source != NULL &&
			intern_find(&f->base[FATE_CHANGED], source,
			    strlen(source)) != UINT32_MAX
		    ? FATE_CHANGED
		    : FATE_SAME;
	}
	if (!fate_is_in(f, 1, id) && is_from(f, id, FATE_REMOVED))
		return FATE_REMOVED;
	return is_from(f, id, FATE_CHANGED) ? FATE_CHANGED : FATE_SAME;
}

enum fate_kind
fate_of(struct fate *f, uint32_t speech)
{
	if (f->kind[speech] == NOT_ASKED)
		f->kind[speech] = (uint8_t)find(f, f->speech.str[speech].s);
	return (enum fate_kind)f->kind[speech];
}
