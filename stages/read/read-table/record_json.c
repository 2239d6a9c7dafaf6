#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "record.h"

/* One value of the cells of a record, until they are put together. */
struct value {
	size_t col;
	const json_t *json;
};

struct values {
	struct value *v;
	size_t n;
	size_t cap;
};

/* Keys of objects within objects are joined by '.', elements of arrays go
 * into the same column. */
static void
collect(struct record *r, struct values *to, json_t *json)
{
	size_t len = r->path.len;
	const char *key;
	json_t *child;

	if (json_is_object(json)) {
		json_object_foreach(json, key, child)
		{
			if (len > 0)
				buf_str(&r->path, ".");
			buf_str(&r->path, key);
			collect(r, to, child);
			r->path.len = len;
		}
	} else if (json_is_array(json)) {
		for (size_t i = 0; i < json_array_size(json); i++)
			collect(r, to, json_array_get(json, i));
	} else if (!json_is_null(json)) {
		to->v = mem_grow(to->v, &to->cap, to->n + 1, sizeof(*to->v));
		to->v[to->n++] = (struct value){
		    record_column(r, len > 0 ? r->path.s : "", len), json};
	}
}

static void
put_value(struct buf *to, const json_t *json)
{
	char *s;

	if (json_is_string(json)) {
		buf_mem(to, json_string_value(json), json_string_length(json));
		return;
	}
	s = json_dumps(json, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
	if (s == NULL)
		die_sys("JSON");
	buf_str(to, s);
	free(s);
}

/* Cells stand one behind another, so values go in by column. */
static void
put_cells(struct record *r, const struct values *all)
{
	static const char sep = RECORD_SEP;

	for (size_t i = 0; i < all->n; i++) {
		struct record_cell *c = &r->cell[all->v[i].col];

		if (c->there)
			continue;
		*c = (struct record_cell){
		    .off = r->text.len, .line = r->line, .there = true};
		for (size_t k = i; k < all->n; k++)
			if (all->v[k].col == all->v[i].col) {
				if (k > i)
					buf_mem(&r->text, &sep, 1);
				put_value(&r->text, all->v[k].json);
			}
		c->len = r->text.len - c->off;
		buf_mem(&r->text, "", 1);
	}
}

void
record_json(struct record *r, const char *s, size_t len)
{
	struct values all = {0};
	json_error_t e;
	json_t *json = json_loadb(s, len, JSON_REJECT_DUPLICATES, &e);

	if (json == NULL)
		die_data(r->in.name, r->line,
		    "byte %d: not a JSON object a line: %s%s", e.position,
		    e.text,
		    err_said(*s == '['
			    ? " (an array? jq -c '.[]' parts it into lines)"
			    : ""));
	if (!json_is_object(json))
		die_data(r->in.name, r->line, "not a JSON object%s",
		    err_said(json_is_array(json)
			    ? ", an array: jq -c '.[]' parts it into lines"
			    : ""));
	for (size_t k = 0; k < r->n_col; k++)
		r->cell[k] = (struct record_cell){.line = r->line};
	r->path.len = 0;
	collect(r, &all, json);
	put_cells(r, &all);
	json_decref(json);
	free(all.v);
}
