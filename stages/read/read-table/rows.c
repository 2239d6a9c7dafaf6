#include "rows.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/text/slug.h"
#include "read/common/naming.h"

/* ---- cells ---- */

static const char *
clean_cell(struct rows *j, size_t k, size_t *len)
{
	char *s = record_line(&j->in, k, &j->value, len);

	if (j->o.html) {
		j->plain.len = 0;
		html_put(&j->html, &j->plain, s, *len);
		s = j->plain.s;
		*len = j->plain.len;
		for (size_t i = 0; i < *len; i++)
			if (s[i] == HTML_END)
				s[i] = ' ';
	}
	clean_line(&j->clean, &s, len);
	return s;
}

static bool
is_missing(const char *s, size_t len)
{
	return len == 2 && memcmp(s, "NA", 2) == 0;
}

static void
read_row(struct rows *j)
{
	attrs_clear(&j->row);
	for (size_t k = 0; k < j->in.n_col; k++) {
		size_t len;
		const char *s;

		if (j->col.name[k] == NULL)
			continue;
		s = clean_cell(j, k, &len);
		if (len == 0 || is_missing(s, len))
			continue;
		j->n_date_text += !attrs_read(&j->row, j->col.name[k], s, len);
	}
}

static void
see_html(struct rows *j, uint64_t line)
{
	if (j->n_html++ > 0)
		return;
	j->html_file = mem_string(j->in.in.name);
	j->html_line = line;
}

/* The row's text, parted into paragraphs; false if there is none. */
static bool
read_text(struct rows *j)
{
	size_t k = j->col.text;
	struct gather_text t = {.line = j->in.cell[k].line,
	    .one_line = j->o.record.format != RECORD_CSV,
	    .by_blank = j->o.by_blank,
	    .signs = j->o.html || j->o.record.format == RECORD_JSONL};

	if (!j->in.cell[k].there)
		return false;
	t.s = record_cell(&j->in, k, &t.len);
	if (is_missing(t.s, t.len))
		return false;
	if (j->o.html) {
		j->plain.len = 0;
		html_put(&j->html, &j->plain, t.s, t.len);
		t.s = j->plain.s;
		t.len = j->plain.len;
	} else if (html_looks(t.s, t.len)) {
		see_html(j, t.line);
	}
	return gather_text(&j->now, &j->clean, &t);
}

/* ---- speeches ---- */

static void
end_speech(struct rows *j)
{
	struct attrs *now = &j->now.now;
	const char *source = transcript_source(j->in.in.name);

	if (j->key.len == 0)
		return;
	for (size_t i = 0; i < j->now.differ.n; i++)
		if (strcmp(j->now.differ.a[i].name, "speaker") != 0)
			attrs_set(&j->vary, j->now.differ.a[i].name, "yes");
	gather_settle(&j->now);
	if (*source != '\0')
		attrs_set(now, "source", source);
	attrs_merge(now, &j->o.all);
	gather_put(&j->now, &j->to, &j->stage, j->in.in.name, j->line);
	j->key.len = 0;
	j->n_speeches++;
}

static void
add_key(struct rows *j, struct buf *key, size_t k)
{
	size_t len;
	const char *s = clean_cell(j, k, &len);

	if (len == 0)
		die_data(j->in.in.name, j->in.line,
		    "nothing in column '%s', which makes the id",
		    record_name(&j->in, k));
	buf_str(key, key->len > 0 ? "-" : "");
	buf_mem(key, s, len);
}

/* Behind the group's value, or the file's name: the number of the turn, which
 * goes on while the speaker is the same or not told. */
static void
turn_key(struct rows *j, struct buf *key)
{
	const char *who = attrs_get(&j->row, "speaker");
	const char *now = attrs_get(&j->now.now, "speaker");
	char n[32];

	buf_mem(key, "", 0);
	if (j->key.len == 0 || strcmp(j->group.s, key->s) != 0)
		j->n_turn = 0;
	j->group.len = 0;
	buf_mem(&j->group, key->s, key->len);
	if (j->n_turn == 0 ||
	    (who != NULL && (now == NULL || strcmp(who, now) != 0)))
		j->n_turn++;
	if (key->len == 0) {
		naming_running(key, j->in.in.name, j->n_turn);
		return;
	}
	(void)snprintf(n, sizeof(n), "-%04" PRIu64, j->n_turn);
	buf_str(key, n);
}

/* What names the row's speech: its cells of -g, of -i, or its number. */
static void
row_key(struct rows *j, struct buf *key)
{
	const struct naming *n = &j->o.columns.naming;

	if (j->col.group != ROLES_NONE)
		add_key(j, key, j->col.group);
	if (j->o.turns) {
		turn_key(j, key);
		return;
	}
	for (size_t i = 0; i < n->n_id; i++)
		add_key(j, key, roles_find(&j->in, n->id[i]));
	if (j->col.id != ROLES_NONE)
		add_key(j, key, j->col.id);
	if (key->len == 0)
		naming_running(key, j->in.in.name, j->n_row);
}

static void
begin_speech(struct rows *j, const struct buf *key)
{
	struct buf id = {0};
	bool cut;

	end_speech(j);
	buf_mem(&j->key, key->s, key->len);
	j->line = j->in.line;
	slug_file(&id, key->s, key->len);
	cut = slug_id_cut(&id);
	j->to.n_cut += cut;
	if (id.len == 0)
		die_data(j->in.in.name, j->line,
		    "'%s': no letter or digit that could make an id: name "
		    "another column with -i",
		    key->s);
	if (intern_find(&j->to.ids, id.s, id.len) == UINT32_MAX)
		j->to.n_safe += !cut && strcmp(id.s, key->s) != 0;
	else if (j->col.group != ROLES_NONE)
		die_data(j->in.in.name, j->line,
		    "id '%s' is given twice: the rows of a speech must stand "
		    "together (sort by the column '%s')",
		    id.s, record_name(&j->in, j->col.group));
	else
		die_data(j->in.in.name, j->line,
		    "id '%s' is given twice: take more columns with -i, or "
		    "put the rows of a speech together with -g",
		    id.s);
	attrs_setn(&j->now.now, "id", id.s, id.len);
	buf_free(&id);
}

static void
put_row(struct rows *j)
{
	struct buf key = {0};
	struct buf b = {0};
	const char *who = NULL;
	bool grouped = j->o.columns.group != NULL || j->o.turns;
	char line[32];

	roles_see(&j->col, &j->in);
	if (j->n_row++ == 0)
		roles_check(&j->col, &j->in);
	read_row(j);
	row_key(j, &key);
	if (grouped && !j->o.turns)
		who = attrs_get(&j->row, "speaker");
	if (!grouped || key.len != j->key.len ||
	    memcmp(key.s, j->key.s, key.len) != 0)
		begin_speech(j, &key);
	gather_row(&j->now, &j->row, who);
	if (!read_text(j)) {
		(void)snprintf(line, sizeof(line), ":%" PRIu64, j->in.line);
		buf_str(&b, j->in.in.name);
		buf_str(&b, line);
		missed_add(&j->bare, b.s);
	}
	buf_free(&key);
	buf_free(&b);
}

void
rows_read(struct rows *j, const char *path)
{
	j->now.who = SIZE_MAX;
	j->now.join =
	    j->o.by_blank && (j->o.turns || j->o.columns.group != NULL);
	record_open(&j->in, path, &j->o.record);
	roles_open(&j->col, &j->o.columns);
	j->n_row = 0;
	if (j->o.record.format != RECORD_JSONL) {
		roles_see(&j->col, &j->in);
		roles_check(&j->col, &j->in);
	}
	while (record_next(&j->in))
		put_row(j);
	if (j->n_row == 0)
		die_data(j->in.in.name, 1,
		    j->o.record.format == RECORD_JSONL
			? "no object in it"
			: "no row behind the header");
	end_speech(j);
	j->n_rows += j->n_row;
	clean_file(&j->clean, &j->in.in);
	j->clean.n[CLEAN_CR] += j->in.n_crlf;
	roles_close(&j->col);
	record_close(&j->in);
}

void
rows_free(struct rows *j)
{
	clean_free(&j->clean);
	stage_free(&j->stage);
	missed_free(&j->bare);
	naming_free(&j->o.columns.naming);
	attrs_free(&j->o.all);
	attrs_free(&j->vary);
	attrs_free(&j->row);
	buf_free(&j->key);
	buf_free(&j->value);
	buf_free(&j->plain);
	buf_free(&j->group);
	free(j->html_file);
	gather_free(&j->now);
}
