#include "who.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/lang/fr/words.h"
#include "lib/table/tsv.h"
#include "read/common/clean.h"
#include "read/common/filename.h"

void
who_table(struct who *w, const char *path, const char *key)
{
	static const char *const usual[] = {
	    "ID", "id", "file", WORDS_FILE, "filename", "source"};

	if (key == NULL)
		key = metadata_key(path, usual, sizeof(usual) / sizeof(*usual));
	if (key == NULL)
		die_data(path, 1,
		    "no column ID or file: name the one that tells the turn "
		    "or the file with -k");
	w->table = realloc(w->table, (w->n_table + 1) * sizeof(*w->table));
	if (w->table == NULL)
		die_sys("memory");
	metadata_open(&w->table[w->n_table++], path, key, NULL);
}

void
who_names(struct who *w, const char *path)
{
	struct clean clean = {0};
	struct tsv t;

	w->names_path = path;
	intern_open(&w->variant);
	tsv_open(&t, path);
	if (t.n_col != 2)
		die_data(path, 1,
		    "a table of names has two columns, the variant and the "
		    "name; this has %zu",
		    t.n_col);
	while (tsv_next(&t)) {
		uint32_t n = w->variant.n;
		char *s = t.cell[0];
		size_t len = t.size[0];

		clean_line(&clean, &s, &len);
		if (len == 0 || t.size[1] == 0)
			die_data(path, t.in.line, "an empty name");
		if (intern_add(&w->variant, s, len) < n)
			die_data(path, t.in.line, "'%.*s' is there twice",
			    (int)len, s);
		s = t.cell[1];
		len = t.size[1];
		clean_line(&clean, &s, &len);
		w->name =
		    mem_grow(w->name, &w->cap, (size_t)n + 1, sizeof(*w->name));
		w->name[n] = mem_copy(s, len);
	}
	tsv_close(&t);
	clean_free(&clean);
}

/* Adds the row of the key from each table; false if none has one. */
static bool
add_rows(struct who *w, struct attrs *a, const char *key)
{
	bool found = false;

	for (size_t i = 0; i < w->n_table; i++) {
		const struct attrs *row = metadata_find(&w->table[i], key);

		found |= row != NULL;
		/* ParlaMint writes - where there is nothing */
		for (size_t k = 0; row != NULL && k < row->n; k++)
			if (strcmp(row->a[k].name, "id") != 0 &&
			    strcmp(row->a[k].value, "-") != 0)
				attrs_set(a, row->a[k].name, row->a[k].value);
	}
	return found;
}

void
who_row(struct who *w, struct attrs *a, const char *id, const char *text,
    const char *source)
{
	bool found;

	if (w->n_table == 0)
		return;
	found = add_rows(w, a, text);
	if (!found && source != NULL) {
		size_t len;
		const char *stem = filename_stem(source, &len);
		char *key = mem_copy(stem, len);

		found = add_rows(w, a, source) || add_rows(w, a, key);
		free(key);
	}
	if (strcmp(id, text) != 0)
		found |= add_rows(w, a, id);
	if (!found)
		missed_add(&w->turns, id);
}

const char *
who_find(const struct who *w, const char *s, size_t len)
{
	uint32_t k = w->names_path != NULL ? intern_find(&w->variant, s, len)
					   : UINT32_MAX;

	return k != UINT32_MAX ? w->name[k] : NULL;
}

void
who_name(struct who *w, struct attrs *a)
{
	static const char *const from[] = {"speaker", "who"};

	for (size_t i = 0; i < 2; i++) {
		const char *s = attrs_get(a, from[i]);
		const char *name = s != NULL ? who_find(w, s, strlen(s)) : NULL;

		if (name != NULL) {
			attrs_set(a, "speaker", name);
			return;
		}
	}
}

void
who_note(struct who *w)
{
	struct buf b = {0};
	struct missed rows = {0};

	if (w->n_table == 0)
		return;
	for (size_t i = 0; i < w->n_table; i++)
		metadata_unused(&w->table[i], &rows);
	missed_say(&b, &w->turns, "turn without a row", "turns without a row");
	missed_say(&b, &rows, "row without a turn", "rows without a turn");
	if (b.len > 0)
		note("%s%s: %s", w->table[0].path,
		    err_said(w->n_table > 1 ? " and the other tables" : ""),
		    b.s);
	buf_free(&b);
	missed_free(&rows);
}

void
who_free(struct who *w)
{
	for (size_t i = 0; i < w->n_table; i++)
		metadata_free(&w->table[i]);
	free(w->table);
	missed_free(&w->turns);
	if (w->names_path == NULL)
		return;
	for (uint32_t i = 0; i < w->variant.n; i++)
		free(w->name[i]);
	free(w->name);
	intern_free(&w->variant);
}
