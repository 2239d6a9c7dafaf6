#include "speakers.h"

#include <stdlib.h>
#include <string.h>

#include "clean.h"
#include "lib/base/err.h"
#include "lib/table/tsv.h"

/* The cell in NFC, blanks at its ends gone. */
static char *
cell(struct clean *c, const struct tsv *t, size_t k)
{
	char *s = t->cell[k];
	size_t len = t->size[k];

	clean_line(c, &s, &len);
	return mem_copy(s, len);
}

void
speakers_open(struct speakers *t, const char *path)
{
	struct clean c = {0};
	struct tsv in;

	intern_open(&t->variant);
	tsv_open(&in, path);
	if (in.n_col < 2)
		die_data(path, 1,
		    "one column: the table needs two, what the texts write "
		    "and the name");
	while (tsv_next(&in)) {
		char *variant = cell(&c, &in, 0);
		char *name = cell(&c, &in, 1);
		uint32_t n = t->variant.n;
		uint32_t k = intern_add(&t->variant, variant, strlen(variant));

		if (*variant == '\0')
			die_data(path, in.in.line, "no variant in the row");
		if (k < n && strcmp(t->name[k], name) != 0)
			die_data(path, in.in.line,
			    "'%s' is given two names, '%s' and '%s'", variant,
			    t->name[k], name);
		t->name =
		    mem_grow(t->name, &t->cap, (size_t)k + 1, sizeof(*t->name));
		if (k < n)
			free(name);
		else
			t->name[k] = name;
		free(variant);
	}
	tsv_close(&in);
	clean_free(&c);
}

const char *
speakers_find(const struct speakers *t, const char *variant, size_t len)
{
	uint32_t k;

	if (t->cap == 0)
		return NULL;
	k = intern_find(&t->variant, variant, len);
	return k == UINT32_MAX ? NULL : t->name[k];
}

void
speakers_free(struct speakers *t)
{
	if (t->variant.n_slot == 0)
		return;
	for (uint32_t k = 0; k < t->variant.n; k++)
		free(t->name[k]);
	free(t->name);
	intern_free(&t->variant);
	*t = (struct speakers){0};
}
