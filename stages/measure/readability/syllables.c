#include "syllables.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/form.h"
#include "lib/lang/fr/nuclei.h"
#include "lib/text/list.h"

static void
add_item(struct syllables *t, const struct list *l, char *item)
{
	char *tab = strchr(item, '\t');
	struct buf form = {0};
	uint32_t n = t->forms.n;
	uint32_t id;

	if (tab == NULL || tab == item || tab[1] < '0' || tab[1] > '9' ||
	    tab[2] != '\0')
		die_data(l->in.name, l->in.line,
		    "not a form, a tab and its syllables (0 to 9)");
	form_put(&form, item, (size_t)(tab - item));
	id = intern_add(&t->forms, form.s, form.len);
	buf_free(&form);
	if (id != n)
		die_data(l->in.name, l->in.line, "'%.*s' is given twice",
		    (int)(tab - item), item);
	t->n = mem_grow(t->n, &t->cap, (size_t)id + 1, sizeof(*t->n));
	t->n[id] = (uint32_t)(tab[1] - '0');
}

void
syllables_open(struct syllables *t, const char *list)
{
	struct list l;
	char *item;
	size_t len;

	*t = (struct syllables){0};
	intern_open(&t->forms);
	if (list == NULL)
		return;
	list_open(&l, list);
	while ((item = list_next(&l, &len)) != NULL)
		add_item(t, &l, item);
	list_close(&l);
}

void
syllables_close(struct syllables *t)
{
	intern_free(&t->forms);
	free(t->n);
}

uint32_t
syllables_of(const struct syllables *t, const char *s, size_t len)
{
	uint32_t id = intern_find(&t->forms, s, len);
	const char *end = s + len;
	const char *from = s;
	uint32_t n = 0;

	if (id != UINT32_MAX)
		return t->n[id];
	for (const char *p = s; p <= end; p++) {
		size_t part = (size_t)(p - from);
		bool clitic = part == 1 && *from == 't' && *s == '-';

		if (p < end && strchr("-'_ ", *p) == NULL)
			continue;
		id = intern_find(&t->forms, from, part);
		if (id != UINT32_MAX)
			n += t->n[id];
		else if (part > 0 && !clitic)
			n += nuclei_of(from, part, p < end && *p == '\'');
		from = p + 1;
	}
	return n;
}
