#include "tokens.h"

#include <inttypes.h>
#include <stdlib.h>

#include "lib/base/err.h"

#define NO_TYPE UINT32_MAX        /* not yet */
#define NO_VALUE (UINT32_MAX - 1) /* the column is empty */

/* In the order of the stream, each once: tokid is fast with neighbours. */
static void
choose_columns(struct tokens *t, const struct tokens_opts *o)
{
	bool used[VRT_COLUMNS] = {false};

	if (t->column == NULL)
		t->column = vrt_has(&t->v, "stem") >= 0 ? "stem" : "form";
	t->col = vrt_column(&t->v, t->column);
	t->kind = o->kinds != NULL ? (int)vrt_column(&t->v, "kind")
				   : vrt_has(&t->v, "kind");
	used[t->col] = true;
	if (o->by_kind && t->kind >= 0)
		used[t->kind] = true;
	for (size_t i = 0; i < TOKENS_ALSO && o->also[i] != NULL; i++) {
		t->also[i] = o->lenient ? vrt_has(&t->v, o->also[i])
					: (int)vrt_column(&t->v, o->also[i]);
		if (t->also[i] >= 0)
			used[t->also[i]] = true;
	}
	for (int i = 0; i < VRT_COLUMNS; i++)
		if (used[i])
			tokid_column(&t->ids, i);
}

void
tokens_open(struct tokens *t, const struct tokens_opts *o, char **files, int n)
{
	const char *kinds = o->kinds != NULL ? o->kinds : o->usual;

	*t = (struct tokens){.column = o->column};
	vrt_open(&t->v, files, n, VRT_TOKENS);
	tokid_open(&t->ids);
	choose_columns(t, o);
	for (kinds = kinds != NULL ? kinds : "w"; *kinds != '\0'; kinds++)
		t->counts[(unsigned char)*kinds] = true;
	intern_open(&t->types);
	part_open(&t->part, o->by);
}

void
tokens_close(struct tokens *t)
{
	vrt_close(&t->v);
	tokid_free(&t->ids);
	free(t->type_of);
	buf_free(&t->plain);
	intern_free(&t->types);
	part_free(&t->part);
}

static const char *
plain(struct tokens *t, size_t column, size_t *len)
{
	const char *s = vrt_col(&t->v, column, len);

	t->plain.len = 0;
	buf_mem(&t->plain, "", 0);
	vrt_plain(&t->plain, s, *len);
	*len = t->plain.len;
	return t->plain.s;
}

const char *
tokens_value(struct tokens *t, size_t *len)
{
	return plain(t, t->col, len);
}

const char *
tokens_also(struct tokens *t, size_t k, size_t *len)
{
	return t->also[k] < 0 ? NULL : plain(t, (size_t)t->also[k], len);
}

const char *
tokens_kind(const struct tokens *t, size_t *len)
{
	if (t->kind >= 0)
		return vrt_col(&t->v, (size_t)t->kind, len);
	*len = 1;
	return "w";
}

/* Kinds are looked at token by token and values by number: the column of kinds
 * seldom stands beside the counted one, and tokid is slow then. */
static bool
is_counted(const struct tokens *t)
{
	size_t len;
	const char *s;

	if (t->kind < 0)
		return true;
	s = vrt_col(&t->v, (size_t)t->kind, &len);
	return len == 1 && t->counts[(unsigned char)*s];
}

static uint32_t
find_type(struct tokens *t)
{
	size_t len;
	const char *s = tokens_value(t, &len);

	return len > 0 ? intern_add(&t->types, s, len) : NO_VALUE;
}

static enum tokens_event
next_token(struct tokens *t)
{
	t->id = tokid_get(&t->ids, &t->v);
	if (t->id == t->n_id) {
		t->type_of = mem_grow(t->type_of, &t->cap, (size_t)t->id + 1,
		    sizeof(*t->type_of));
		t->type_of[t->n_id++] = NO_TYPE;
	}
	if (!is_counted(t))
		return TOKENS_PASS;
	if (t->type_of[t->id] == NO_TYPE)
		t->type_of[t->id] = find_type(t);
	t->type = t->type_of[t->id];
	if (t->type == NO_VALUE) {
		t->n_empty++;
		return TOKENS_PASS;
	}
	if (t->inside || t->outside)
		return TOKENS_WORD;
	part_outside(&t->part);
	t->outside = true;
	t->again = true;
	return TOKENS_OUTSIDE;
}

enum tokens_event
tokens_next(struct tokens *t)
{
	if (t->again) {
		t->again = false;
		return TOKENS_WORD;
	}
	for (;;)
		switch (vrt_next(&t->v)) {
		case VRT_END:
			return TOKENS_END;
		case VRT_TOKEN:
			return next_token(t);
		case VRT_GAP:
			return TOKENS_GAP;
		case VRT_OPEN:
			if (t->v.tag == TAG_SPEECH) {
				part_enter(&t->part, &t->v);
				t->inside = true;
				t->outside = false;
			}
			return TOKENS_OPEN;
		case VRT_CLOSE:
			if (t->v.tag == TAG_SPEECH)
				t->inside = false;
			return TOKENS_CLOSE;
		case VRT_TEXT:
			break;
		}
}

void
tokens_note(const struct tokens *t)
{
	tokens_tell(&t->part, t->kind >= 0, t->n_empty, t->column);
}

void
tokens_tell(
    const struct part *p, bool kinds, uint64_t n_empty, const char *column)
{
	part_note(p);
	if (!kinds)
		note("no column 'kind': every token counts");
	if (n_empty > 0)
		note("%" PRIu64 " token%s without a value in the column '%s': "
		     "not counted",
		    n_empty, n_empty == 1 ? "" : "s", column);
}
