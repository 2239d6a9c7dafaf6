#include "metadata.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clean.h"
#include "lib/base/err.h"
#include "lib/lang/fr/calendar.h"
#include "lib/table/tsv.h"
#include "lib/text/utf.h"

/* Column k becomes the attribute that its name says. */
static void
take(struct metadata *m, const struct tsv *t, size_t k)
{
	struct buf b = {0};

	buf_mem(&b, "", 0);
	attrs_name(&b, t->name[k], strlen(t->name[k]));
	free(m->name[k]);
	m->name[k] = b.s;
	if (b.len == 0)
		die_data(m->path, 1,
		    "column %zu, '%s': no letter or digit that could name an "
		    "attribute",
		    k + 1, t->name[k]);
}

/* Which columns become attributes: those of the list, or all but the key. */
static void
choose(struct metadata *m, struct tsv *t, size_t key, const char *columns)
{
	const char *s = columns;

	m->n_name = t->n_col;
	m->name = mem_new(t->n_col, sizeof(*m->name));
	for (size_t k = 0; columns == NULL && k < t->n_col; k++)
		if (k != key)
			take(m, t, k);
	while (s != NULL && *s != '\0') {
		size_t n = strcspn(s, ",");
		char *c = mem_copy(s, n);

		take(m, t, tsv_column(t, c));
		free(c);
		s += n;
		s += *s == ',';
	}
}

/* Two columns may not make the same attribute. */
static void
check_names(const struct metadata *m, const struct tsv *t)
{
	char **name = m->name;

	for (size_t k = 0; k < t->n_col; k++)
		for (size_t i = 0; name[k] != NULL && i < k; i++)
			if (name[i] != NULL && strcmp(name[i], name[k]) == 0)
				die_data(t->in.name, 1,
				    "columns '%s' and '%s' both make the "
				    "attribute %s: choose with -c",
				    t->name[i], t->name[k], name[k]);
}

/* What spreadsheets put in quotes has them in its value. */
static void
look_for_quotes(struct metadata *m, const struct tsv *t)
{
	for (size_t k = 0; k < t->n_col; k++) {
		const char *s = t->cell[k];
		size_t len = t->size[k];

		if (len < 2 || *s != '"' || s[len - 1] != '"')
			continue;
		if (m->n_quoted++ == 0)
			m->quoted = t->in.line;
	}
}

static void
read_row(struct metadata *m, struct tsv *t, size_t key, struct clean *clean)
{
	char *s = t->cell[key];
	size_t len = t->size[key];
	uint32_t n = m->keys.n;
	struct attrs *row;

	clean_line(clean, &s, &len);
	if (len == 0)
		die_data(
		    m->path, t->in.line, "no %s in this row", t->name[key]);
	if (intern_add(&m->keys, s, len) < n)
		die_data(m->path, t->in.line, "%s '%.*s' is in the table twice",
		    t->name[key], (int)len, s);
	m->row = mem_grow(m->row, &m->cap, (size_t)n + 1, sizeof(*m->row));
	m->used = mem_grow(m->used, &m->used_cap, (size_t)n + 1, 1);
	m->used[n] = false;
	row = &m->row[n];
	*row = (struct attrs){0};
	for (size_t k = 0; k < t->n_col; k++) {
		if (m->name[k] == NULL)
			continue;
		s = t->cell[k];
		len = t->size[k];
		clean_line(clean, &s, &len);
		if (len == 0 || (len == 2 && memcmp(s, "NA", 2) == 0))
			continue;
		if (!attrs_read(row, m->name[k], s, len))
			die_data(m->path, t->in.line,
			    "column %s: '%.*s' is not a date "
			    "(" CALENDAR_EXAMPLES ")",
			    t->name[k], (int)len, s);
	}
}

/* The column of this name, else the one that makes an attribute of this name
 * ("Orateur" for speaker), or -1. */
static int
find_column(const struct tsv *t, const char *key)
{
	struct buf b = {0};
	int k = tsv_has(t, key);

	for (size_t i = 0; k < 0 && i < t->n_col; i++) {
		b.len = 0;
		buf_mem(&b, "", 0);
		attrs_name(&b, t->name[i], strlen(t->name[i]));
		if (b.len > 0 && strcmp(b.s, key) == 0)
			k = (int)i;
	}
	buf_free(&b);
	return k;
}

static size_t
key_column(struct tsv *t, const char *key)
{
	int k = find_column(t, key);

	return k >= 0 ? (size_t)k : tsv_column(t, key);
}

void
metadata_open(
    struct metadata *m, const char *path, const char *key, const char *columns)
{
	struct clean clean = {0};
	struct tsv t;
	size_t k;

	*m = (struct metadata){.path = path};
	intern_open(&m->keys);
	tsv_open(&t, path);
	k = key_column(&t, key);
	choose(m, &t, k, columns);
	check_names(m, &t);
	while (tsv_next(&t)) {
		look_for_quotes(m, &t);
		read_row(m, &t, k, &clean);
	}
	if (m->n_quoted > 0)
		note("%s: cells in quotes, which stay in the values: %" PRIu64
		     " (the first in line %" PRIu64 ")",
		    path, m->n_quoted, m->quoted);
	tsv_close(&t);
	clean_free(&clean);
}

const char *
metadata_key(const char *path, const char *const *names, size_t n)
{
	const char *key = NULL;
	struct tsv t;

	tsv_open(&t, path);
	for (size_t i = 0; i < n && key == NULL; i++)
		if (find_column(&t, names[i]) >= 0)
			key = names[i];
	tsv_close(&t);
	return key;
}

const struct attrs *
metadata_find(struct metadata *m, const char *key)
{
	struct buf nfc = {0};
	uint32_t k;

	(void)utf_nfc(&nfc, key, strlen(key)); /* as file names may not be */
	k = intern_find(&m->keys, nfc.s, nfc.len);
	buf_free(&nfc);
	if (k == UINT32_MAX)
		return NULL;
	m->used[k] = true;
	return &m->row[k];
}

void
metadata_unused(const struct metadata *m, struct missed *rows)
{
	for (uint32_t k = 0; k < m->keys.n; k++)
		if (!m->used[k])
			missed_add(rows, m->keys.str[k].s);
}

void
metadata_free(struct metadata *m)
{
	for (uint32_t k = 0; k < m->keys.n; k++)
		attrs_free(&m->row[k]);
	for (size_t k = 0; k < m->n_name; k++)
		free(m->name[k]);
	free(m->name);
	free(m->row);
	free(m->used);
	intern_free(&m->keys);
}

void
missed_add(struct missed *t, const char *name)
{
	if (t->n++ >= METADATA_SHOWN)
		return;
	buf_str(&t->names, t->n > 1 ? ", " : "");
	buf_str(&t->names, name);
}

void
missed_say(
    struct buf *to, const struct missed *t, const char *one, const char *many)
{
	char n[32];

	if (t->n == 0)
		return;
	(void)snprintf(n, sizeof(n), "%" PRIu64 " ", t->n);
	buf_str(to, to->len > 0 ? err_said("; ") : "");
	buf_str(to, n);
	buf_str(to, err_said(t->n == 1 ? one : many));
	buf_str(to, " (");
	buf_str(to, t->names.s);
	buf_str(to, t->n > METADATA_SHOWN ? " ...)" : ")");
}

void
missed_free(struct missed *t)
{
	buf_free(&t->names);
}
