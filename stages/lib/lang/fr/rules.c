/* The rule files of the tokeniser. */
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/list.h"
#include "lib/text/utf.h"
#include "scan.h"

static char *
rule_path(const char *dir, const char *name)
{
	struct buf b = {0};

	if (dir == NULL) {
		buf_str(&b, "rules/");
		buf_str(&b, name);
		dir = data_path(b.s);
		buf_free(&b);
		return (char *)(uintptr_t)dir;
	}
	buf_str(&b, dir);
	buf_str(&b, "/");
	buf_str(&b, name);
	return b.s;
}

/* Every line's first field, folded, into t; an abbreviation has a type. */
static void
load(struct rules *r, struct intern *t, const char *dir, const char *name)
{
	char *path = rule_path(dir, name);
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
		utf_form(&form, s, n);
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
	load(r, &r->abbr, dir, "abbreviations.txt");
	load(r, &r->whole, dir, "compounds.txt");
	load(r, &r->starters, dir, "starters.txt");
}

void
rules_free(struct rules *r)
{
	intern_free(&r->abbr);
	intern_free(&r->whole);
	intern_free(&r->starters);
	free(r->abbr_type);
}
