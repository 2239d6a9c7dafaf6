#include "whys.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/table/tsv.h"
#include "lib/text/list.h"
#include "tables.h"

void
whys_open(struct whys *w, const char *lang)
{
	char *folder = data_path("why");

	recipes_open(&w->all, folder);
	wording_open(&w->words, folder, lang);
	free(folder);
	out_memory(&w->rows);
	out_str(&w->rows, "table\tword\ttext\n");
}

/* What tells, and what it depends on; not what counts again, but what formulas
 * make of the columns. */
static bool
is_told(const struct recipe_step *s)
{
	static const char *const all[] = {
	    "what", "count", "told", "note", "formula", "if", "else", "end"};

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (strcmp(s->word, all[i]) == 0)
			return true;
	return strcmp(s->word, "let") == 0 &&
	    strstr(s->text, " formula ") != NULL;
}

/* The text in the language; before it columns may stand. */
static void
put_text(struct whys *w, const struct recipe_step *s)
{
	bool columns =
	    strcmp(s->word, "count") == 0 || strcmp(s->word, "told") == 0;
	bool as_it_is = strcmp(s->word, "formula") == 0 ||
	    strcmp(s->word, "let") == 0 || strcmp(s->word, "if") == 0;
	size_t n = columns ? strcspn(s->text, " ") : 0;
	const char *text = s->text + n + (s->text[n] == ' ' && columns);

	if (!as_it_is)
		text = wording_say(&w->words, text);
	tsv_put(&w->rows, s->text, n);
	if (n > 0)
		out_ch(&w->rows, ' ');
	tsv_put(&w->rows, text, strlen(text));
}

void
whys_add(struct whys *w, const char *name, const char *file)
{
	const struct recipe *r = recipes_find(&w->all, file);

	for (size_t i = 0; r != NULL && i < r->n; i++) {
		const struct recipe_step *s = &r->step[i];

		if (!is_told(s))
			continue;
		tsv_put(&w->rows, name, strlen(name));
		out_ch(&w->rows, '\t');
		tsv_put(&w->rows, s->word, strlen(s->word));
		out_ch(&w->rows, '\t');
		put_text(w, s);
		out_ch(&w->rows, '\n');
	}
}

void
whys_put(const struct whys *w, struct out *o)
{
	tables_part(o, "why", &w->rows.b);
}

void
whys_close(struct whys *w)
{
	recipes_close(&w->all);
	wording_close(&w->words);
	buf_free(&w->rows.b);
}
