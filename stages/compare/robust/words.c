#include "words.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stream/tokens.h"
#include "lib/text/list.h"

/* What a run counts, by the distinct tokens. */
struct pairs {
	uint64_t *n;
	uint32_t *type;
	uint32_t *form;
	size_t size;
	size_t cap[3];
};

static void
make_room(struct pairs *p, size_t n)
{
	if (n <= p->size)
		return;
	p->n = mem_grow(p->n, &p->cap[0], n, sizeof(*p->n));
	p->type = mem_grow(p->type, &p->cap[1], n, sizeof(*p->type));
	p->form = mem_grow(p->form, &p->cap[2], n, sizeof(*p->form));
	for (; p->size < n; p->size++)
		p->n[p->size] = 0;
}

static void
count_pairs(struct words *w, struct pairs *p, struct tokens *t)
{
	enum tokens_event ev;

	while ((ev = tokens_next(t)) != TOKENS_END) {
		size_t len;
		const char *s;

		if (ev != TOKENS_WORD)
			continue;
		make_room(p, (size_t)t->id + 1);
		if (p->n[t->id]++ > 0)
			continue;
		s = tokens_value(t, &len);
		p->type[t->id] = intern_add(&w->type, s, len);
		s = tokens_also(t, 0, &len);
		p->form[t->id] = intern_add(&w->form, s, len);
	}
}

/* Of equally frequent types the first by its bytes. */
static void
choose_best(struct words *w, const struct pairs *p)
{
	uint64_t *most = mem_new(w->form.n, sizeof(*most));

	w->best = mem_new(w->form.n, sizeof(*w->best));
	for (size_t i = 0; i < p->size; i++) {
		uint32_t f;
		const char *held;

		if (p->n[i] == 0)
			continue;
		f = p->form[i];
		held = w->type.str[w->best[f]].s;
		if (p->n[i] < most[f] ||
		    (p->n[i] == most[f] &&
			strcmp(w->type.str[p->type[i]].s, held) > 0))
			continue;
		most[f] = p->n[i];
		w->best[f] = p->type[i];
	}
	free(most);
}

/* The shards of a run, named in its shards.list. */
static char **
list_shards(const char *folder, int *n)
{
	struct list l;
	char *path = mem_join(folder, "/", "shards.list");
	char *shards = mem_join(folder, "/", "shards/");
	const char *name;
	char **file = NULL;
	size_t cap = 0;
	size_t len;

	list_open(&l, path);
	*n = 0;
	while ((name = list_next(&l, &len)) != NULL) {
		file = mem_grow(file, &cap, (size_t)*n + 1, sizeof(*file));
		file[(*n)++] = mem_join(shards, name, ".vrt.zst");
	}
	list_close(&l);
	free(path);
	free(shards);
	return file;
}

static void
read_forms(struct words *w, const char *folder, const char *count)
{
	struct tokens_opts o = {.column = count, .also = {"form"}};
	struct pairs p = {0};
	struct tokens t;
	int n;
	char **file = list_shards(folder, &n);

	intern_open(&w->form);
	intern_open(&w->type);
	w->read = true;
	if (n > 0) {
		tokens_open(&t, &o, file, n);
		count_pairs(w, &p, &t);
		tokens_close(&t);
	}
	choose_best(w, &p);
	for (int i = 0; i < n; i++)
		free(file[i]);
	free(file);
	free(p.n);
	free(p.type);
	free(p.form);
}

void
words_open(struct words *w, const struct sheet *base, const char *base_count,
    const char *folder, const char *count)
{
	*w = (struct words){.base = base};
	w->have = sheet_open(&w->types, folder, "types.tsv");
	if (!w->have)
		return;
	sheet_index(
	    &w->types, (const size_t[]){sheet_column(&w->types, "type")}, 1);
	w->same = strcmp(base_count, count) == 0;
	if (!w->same && strcmp(count, "form") != 0)
		read_forms(w, folder, count);
}

void
words_close(struct words *w)
{
	if (w->have)
		sheet_close(&w->types);
	if (w->read) {
		intern_free(&w->form);
		intern_free(&w->type);
	}
	free(w->best);
}

/* The form that a type of the base is shown by. */
static const char *
form_of(const struct words *w, const char *type)
{
	uint32_t row = sheet_find(w->base, &type, 1);

	return row != SHEET_NO_ROW
	    ? sheet_cell(w->base, row, sheet_column(w->base, "form"))
	    : NULL;
}

const char *
words_find(const struct words *w, const char *type)
{
	if (!w->have)
		return NULL;
	if (!w->same && (type = form_of(w, type)) == NULL)
		return NULL;
	if (w->read) {
		uint32_t f = intern_find(&w->form, type, strlen(type));

		if (f == UINT32_MAX)
			return NULL;
		type = w->type.str[w->best[f]].s;
	}
	return sheet_find(&w->types, &type, 1) != SHEET_NO_ROW ? type : NULL;
}
