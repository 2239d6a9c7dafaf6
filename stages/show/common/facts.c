#include "facts.h"

#include <stdlib.h>
#include <unistd.h>

#include "lib/base/mem.h"
#include "lib/table/tsv.h"

static void
add(struct facts *f, const struct tsv *t, const size_t *col)
{
	char *key = mem_join(t->cell[col[0]], "\t", t->cell[col[1]]);
	bool known = intern_add(&f->named, key, strlen(key)) < f->n;

	free(key);
	if (known)
		return;
	f->fact = mem_grow(f->fact, &f->cap, f->n + 1, sizeof(*f->fact));
	f->fact[f->n++] = (struct fact){mem_string(t->cell[col[0]]),
	    mem_string(t->cell[col[1]]), mem_string(t->cell[col[2]])};
}

bool
facts_open(struct facts *f, const char *folder)
{
	char *path = mem_join(folder, "/", FACTS_FILE);
	bool there = access(path, R_OK) == 0;
	struct tsv t;
	size_t col[3];

	*f = (struct facts){0};
	intern_open(&f->named);
	if (there) {
		tsv_open(&t, path);
		col[0] = tsv_column(&t, "what");
		col[1] = tsv_column(&t, "name");
		col[2] = tsv_column(&t, "value");
		while (tsv_next(&t))
			add(f, &t, col);
		tsv_close(&t);
	}
	free(path);
	return there;
}

void
facts_close(struct facts *f)
{
	for (size_t i = 0; i < f->n; i++) {
		free(f->fact[i].what);
		free(f->fact[i].name);
		free(f->fact[i].value);
	}
	free(f->fact);
	intern_free(&f->named);
}

const char *
facts_find(const struct facts *f, const char *what, const char *name)
{
	char *key = mem_join(what, "\t", name);
	uint32_t i = intern_find(&f->named, key, strlen(key));

	free(key);
	return i != UINT32_MAX ? f->fact[i].value : NULL;
}
