#include "tokens.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/lang/fr/dictionary.h"

/* Of a token that has no type: */
#define NEW UINT32_MAX             /* not yet */
#define EMPTY (UINT32_MAX - 1)     /* its column is empty */
#define UNCLASSED (UINT32_MAX - 2) /* hidden, its class is not known */
#define OTHER_KIND TOKENS_NO_TYPE  /* its kind does not count */

/* In the order of the stream, each once: tokid is fast with neighbours, so that
 * a kind beside the counted column is taken along. */
static void
choose_columns(struct tokens *t, const struct tokens_opts *o)
{
	bool used[VRT_COLUMNS] = {false};

	if (t->column == NULL)
		t->column = vrt_has(&t->v, "stem") >= 0 ? "stem" : "form";
	t->col = vrt_column(&t->v, t->column);
	t->kind = o->kinds != NULL ? (int)vrt_column(&t->v, "kind")
				   : vrt_has(&t->v, "kind");
	t->ids_tell = o->by_kind || t->kind < 0 || t->kind + 1 == (int)t->col ||
	    t->kind - 1 == (int)t->col;
	t->pos = t->classes != NULL ? (int)vrt_column(&t->v, "pos") : -1;
	used[t->col] = true;
	if (t->pos >= 0)
		used[t->pos] = true;
	if (t->ids_tell && t->kind >= 0)
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

static void
open_types(struct tokens *t)
{
	intern_open(&t->types);
	t->hidden = t->pos >= 0 ? intern_add(&t->types, "", 0) : UINT32_MAX;
}

void
tokens_open(struct tokens *t, const struct tokens_opts *o, char **files, int n)
{
	const char *kinds = o->kinds != NULL ? o->kinds : o->usual;

	*t = (struct tokens){.column = o->column, .classes = o->classes};
	vrt_open(&t->v, files, n, VRT_TOKENS);
	t->ids_alone = o->ids_alone;
	tokid_open(&t->ids);
	choose_columns(t, o);
	for (const char *s = TOKENS_KINDS; *s != '\0'; s++)
		t->counts[(unsigned char)*s] = TOKENS_PASSES;
	for (kinds = kinds != NULL ? kinds : "w"; *kinds != '\0'; kinds++)
		t->counts[(unsigned char)*kinds] = TOKENS_COUNTS;
	open_types(t);
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

/* The columns that tell tokens of lines at hand apart, in place. */
static inline const char *
told_apart(const struct tokens *t, size_t i, size_t *len)
{
	const uint32_t *end = t->batch.place + t->batch.line[i].end;
	uint32_t from = end[(ptrdiff_t)t->ids.col[0] - 1] + 1;

	*len = end[t->ids.col[t->ids.n_col - 1]] - from;
	return t->batch.s + from;
}

/* The numbers of lines from one on.  Memory is asked for all of them before any
 * is waited for, and again for those that are not found at once. */
static void
number_lines(struct tokens *t, size_t from)
{
	const struct vrt_batch *b = &t->batch;
	struct tokid_key key[VRT_BATCH];
	uint32_t left[VRT_BATCH];
	size_t n_left = 0;
	size_t len;
	const char *s;

	for (size_t i = from; i < b->n; i++) {
		if (b->line[i].tag != VRT_IS_TOKEN)
			continue;
		s = told_apart(t, i, &len);
		tokid_run_key(&t->ids, &key[i], s, len);
		__builtin_prefetch(key[i].near);
	}
	for (size_t i = from; i < b->n; i++) {
		if (b->line[i].tag != VRT_IS_TOKEN)
			continue;
		if (tokid_is_near(&key[i])) {
			t->number[i] = (uint32_t)key[i].near->id;
			continue;
		}
		s = told_apart(t, i, &len);
		intern_ahead(&t->ids.keys, s, len);
		left[n_left++] = (uint32_t)i;
	}
	for (size_t k = 0; k < n_left; k++) {
		s = told_apart(t, left[k], &len);
		t->number[left[k]] =
		    tokid_run_far(&t->ids, &key[left[k]], s, len);
	}
	for (size_t i = from; i < b->n && t->kept != NULL; i++)
		if (b->line[i].tag == VRT_IS_TOKEN)
			__builtin_prefetch((const char *)t->kept +
			    t->number[i] * t->kept_size);
}

void
tokens_forget(struct tokens *t)
{
	tokid_forget(&t->ids);
	intern_free(&t->types);
	open_types(t);
	t->n_id = 0;
	if (t->ids.run)
		number_lines(t, t->next);
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

bool
tokens_ahead(struct tokens *t)
{
	t->next = 0;
	if (!vrt_batch(&t->v, &t->batch))
		return false;
	t->v.in.line -= t->batch.n; /* each when it is its turn */
	if (t->ids.run)
		number_lines(t, 0);
	return true;
}

enum tokens_event
tokens_mark(struct tokens *t, const struct vrt_line *line)
{
	if (line->tag == VRT_IS_GAP)
		return TOKENS_GAP;
	return tokens_tag(t, t->v.line[1] != '/');
}

void
tokens_new(struct tokens *t)
{
	t->type_of = mem_grow(
	    t->type_of, &t->cap, (size_t)t->id + 1, sizeof(*t->type_of));
	t->type_of[t->n_id++] = NEW;
}

static enum tokens_among
among(const struct tokens *t)
{
	size_t len;
	const char *s;

	if (t->pos < 0)
		return TOKENS_AMONG;
	s = vrt_col(&t->v, (size_t)t->pos, &len);
	return tokens_among(t->classes, s, len);
}

void
tokens_no_kind(const struct vrt *v, const char *s, size_t len)
{
	die_data(v->in.name, v->in.line, "kind '%.*s' is none of w, n, p, s, u",
	    (int)len, s);
}

enum tokens_event
tokens_other(const struct tokens *t)
{
	size_t len;
	const char *s = tokens_kind(t, &len);

	if (len != 1 || t->counts[(unsigned char)*s] == TOKENS_NO_KIND)
		tokens_no_kind(&t->v, s, len);
	return TOKENS_PASS;
}

/* Of a token that is the first of its number to count, if kinds tell. */
static uint32_t
find_type(struct tokens *t)
{
	size_t len;
	const char *s;

	if (!tokens_counts(t)) {
		(void)tokens_other(t);
		return OTHER_KIND;
	}
	s = tokens_value(t, &len);
	if (len == 0)
		return EMPTY;
	t->any = true;
	if (t->ids_alone)
		return 0;
	switch (among(t)) {
	case TOKENS_OTHER:
		return t->hidden;
	case TOKENS_UNKNOWN:
		return UNCLASSED;
	case TOKENS_AMONG:
		break;
	}
	return intern_add(&t->types, s, len);
}

enum tokens_event
tokens_untyped(struct tokens *t)
{
	uint32_t *type = &t->type_of[t->id];

	if (*type == NEW)
		*type = find_type(t);
	t->n_empty += *type == EMPTY;
	t->n_unclassed += *type == UNCLASSED;
	if (*type >= TOKENS_NO_TYPE && *type != UNCLASSED)
		return TOKENS_PASS;
	t->type = *type == UNCLASSED ? t->hidden : *type;
	return t->placed ? TOKENS_WORD : tokens_outside(t);
}

enum tokens_event
tokens_outside(struct tokens *t)
{
	part_outside(&t->part);
	t->placed = true;
	t->again = true;
	return TOKENS_OUTSIDE;
}

enum tokens_event
tokens_tag(struct tokens *t, bool opens)
{
	if (t->v.tag == TAG_SPEECH) {
		if (opens)
			part_enter(&t->part, &t->v);
		t->placed = opens;
	}
	return opens ? TOKENS_OPEN : TOKENS_CLOSE;
}

void
tokens_note(const struct tokens *t)
{
	tokens_tell(&t->part, t->kind >= 0, t->n_empty, t->column);
	tokens_tell_none(&t->v, t->any || t->n_empty > 0);
	tokens_unclassed(t->n_unclassed);
}

void
tokens_tell(
    const struct part *p, bool kinds, uint64_t n_empty, const char *column)
{
	if (p != NULL)
		part_note(p);
	if (!kinds)
		note("no column 'kind': every token counts");
	if (n_empty > 0)
		note("%" PRIu64 " token%s without a value in the column '%s': "
		     "not counted",
		    n_empty, n_empty == 1 ? "" : "s", column);
}

void
tokens_tell_none(const struct vrt *v, bool any)
{
	if (!any && v->n_token > 0)
		note("no token is of a kind that counts");
}

void
tokens_unclassed(uint64_t n)
{
	note_count(n, "word of no known part of speech",
	    "words of no known part of speech");
}

const char *
tokens_classes(char *column)
{
	char *classes = strchr(column, ':');

	if (classes == NULL)
		return NULL;
	*classes++ = '\0';
	for (const char *s = classes;; s++) {
		size_t len = strcspn(s, ",");

		if (!lexicons_is_class(s, len))
			die_usage("option -c: '%.*s' is no class of words such "
				  "as NOUN, PROPN, VERB, ADJ or ADV",
			    (int)len, s);
		s += len;
		if (*s == '\0')
			return classes;
	}
}

static bool
is_listed(const char *classes, const char *s, size_t len)
{
	while (strncmp(classes, s, len) != 0 || len == 0 ||
	    (classes[len] != ',' && classes[len] != '\0')) {
		classes = strchr(classes, ',');
		if (classes == NULL)
			return false;
		classes++;
	}
	return true;
}

enum tokens_among
tokens_among(const char *classes, const char *s, size_t len)
{
	const char *class;

	if (is_listed(classes, s, len))
		return TOKENS_AMONG;
	class = lexicons_class(s, len);
	if (class == NULL)
		return TOKENS_UNKNOWN;
	return is_listed(classes, class, strlen(class)) ? TOKENS_AMONG
							: TOKENS_OTHER;
}
