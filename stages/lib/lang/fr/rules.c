/* The rule files of the tokeniser. */
#include <stdlib.h>
#include <string.h>

#include "form.h"
#include "lang.h"
#include "lib/base/err.h"
#include "lib/text/list.h"
#include "scan.h"

/* Every line's first field, folded, into t; an abbreviation has a type. */
static void
load(struct rules *r, struct intern *t, const char *dir, enum lang_file file)
{
	char *path = lang_rule(dir, file);
	struct list l;
	struct buf form = {0};
	char *s;
	size_t len;

	intern_open(t);
	list_open(&l, path);
	while ((s = list_next(&l, &len)) != NULL) {
		char *tab = memchr(s, '\t', len);
		size_t n = tab != NULL ? (size_t)(tab - s) : len;
		uint32_t id;

		form.len = 0;
		form_put(&form, s, n);
		id = intern_add(t, form.s, form.len);
		if (t != &r->abbr)
			continue;
		if (tab == NULL || strchr("ane", tab[1]) == NULL ||
		    tab[1] == '\0' || tab[2] != '\0')
			die_data(l.in.name, l.in.line,
			    "an abbreviation, a tab and its type: a, n or e");
		r->abbr_type = mem_grow(r->abbr_type, &r->n_type, t->n, 1);
		r->abbr_type[id] = (uint8_t)tab[1];
	}
	list_close(&l);
	buf_free(&form);
	free(path);
}

void
rules_open(struct rules *r, const char *dir)
{
	*r = (struct rules){0};
	load(r, &r->abbr, dir, LANG_ABBREVIATIONS);
	load(r, &r->whole, dir, LANG_COMPOUNDS);
	load(r, &r->starters, dir, LANG_STARTERS);
}

void
rules_free(struct rules *r)
{
	intern_free(&r->abbr);
	intern_free(&r->whole);
	intern_free(&r->starters);
	free(r->abbr_type);
}
