#include "run.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/table/tsv.h"

static void
read_list(struct runs *r, const char *list)
{
	static const char *const name[] = {
	    "choice", "folder", "count", "settings"};
	struct tsv t;
	size_t col[4];
	size_t cap = 0;

	tsv_open(&t, list);
	for (size_t i = 0; i < 4; i++)
		col[i] = tsv_column(&t, name[i]);
	while (tsv_next(&t)) {
		char *cell[4];

		for (size_t i = 0; i < 4; i++)
			cell[i] = mem_copy(t.cell[col[i]], t.size[col[i]]);
		r->run = mem_grow(r->run, &cap, r->n + 1, sizeof(*r->run));
		r->run[r->n++] = (struct run){.name = cell[0],
		    .folder = cell[1],
		    .count = cell[2],
		    .settings = cell[3]};
	}
	if (r->n == 0)
		die_data(list, 0, "no run: the first row is to be the study");
	tsv_close(&t);
}

void
run_open(struct runs *r, const char *list)
{
	const char *base;

	*r = (struct runs){0};
	read_list(r, list);
	base = r->run[0].folder;
	if (!sheet_open(&r->types, base, "types.tsv"))
		die_data(base, 0, "no tables of a study: it has no types.tsv");
	sheet_index(
	    &r->types, (const size_t[]){sheet_column(&r->types, "type")}, 1);
	for (size_t i = 1; i < r->n; i++) {
		struct run *x = &r->run[i];

		words_open(
		    &x->words, &r->types, r->run[0].count, x->folder, x->count);
		crowd_open(&x->crowd, base, x->folder);
	}
}

void
run_close(struct runs *r)
{
	for (size_t i = 0; i < r->n; i++) {
		struct run *x = &r->run[i];

		if (i > 0) {
			words_close(&x->words);
			crowd_close(&x->crowd);
		}
		free(x->name);
		free(x->folder);
		free(x->count);
		free(x->settings);
	}
	free(r->run);
	sheet_close(&r->types);
}
