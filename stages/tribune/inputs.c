#include "inputs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "disk.h"
#include "lib/base/err.h"

/* ---- rows of the table ---- */

struct row {
	const char *what;
	const char *name;
	uint32_t file;
};

struct rows {
	struct row *row;
	size_t n;
	size_t cap;
};

static void
add_row(struct rows *r, const char *what, const char *name, uint32_t file)
{
	r->row = mem_grow(r->row, &r->cap, r->n + 1, sizeof(*r->row));
	r->row[r->n++] = (struct row){what, name, file};
}

const char *
inputs_name(const struct plan *p, const char *path)
{
	size_t len = strlen(p->study);

	return strncmp(path, p->study, len) == 0 && path[len] == '/'
	    ? path + len + 1
	    : path;
}

/* The tables that readers are given, once each. */
static void
add_tables(const struct plan *p, struct rows *r, bool *is_table)
{
	for (size_t i = 0; i < p->l.n_text; i++) {
		const struct text *t = &p->l.text[i];

		for (size_t k = 0; k < t->n_table; k++) {
			if (is_table[t->table[k]])
				continue;
			is_table[t->table[k]] = true;
			add_row(r, "metadata",
			    inputs_name(p, lists_path(&p->l, t->table[k])),
			    t->table[k]);
		}
	}
}

static void
move_rows(struct rows *from, struct rows *to)
{
	for (size_t i = 0; i < from->n; i++)
		add_row(to, from->row[i].what, from->row[i].name,
		    from->row[i].file);
	from->n = 0;
}

/* Texts, study.mk, tables, the rest. */
static void
list_inputs(const struct plan *p, struct rows *r)
{
	bool *is_table = mem_new(p->l.path.n, sizeof(*is_table));
	struct rows tables = {0};

	add_tables(p, &tables, is_table);
	for (size_t i = 0; i < p->l.n_text; i++)
		add_row(r, "text", p->l.text[i].name, p->l.text[i].file);
	for (size_t i = 0; i < p->l.n_input; i++) {
		const struct input *x = &p->l.input[i];

		if (strcmp(x->what, "metadata") != 0 || !is_table[x->file])
			add_row(r, x->what, x->name, x->file);
		if (strcmp(x->what, "study") == 0)
			move_rows(&tables, r);
	}
	move_rows(&tables, r);
	free(tables.row);
	free(is_table);
}

static void
put_row(struct buf *b, const char *const *cell, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_str(b, i > 0 ? "\t" : "");
		buf_str(b, cell[i]);
	}
	buf_str(b, "\n");
}

/* inputs.tsv, and in inputs.sum one hash of all that a study reads, first as
 * pages show it: of its texts, their tables, study.mk and the rules, in the
 * order of PROVENANCE.tsv.  Neither dates nor folders are in it. */
static void
put_inputs(const struct plan *p, const struct rows *r, struct buf *table,
    struct buf *sum)
{
	struct buf b = {0};
	char s[SUM + 1];

	for (size_t i = 0; i < r->n; i++) {
		const struct row *x = &r->row[i];
		const struct file *f = &p->l.file[x->file];
		const char *hash = f->sum;

		put_row(table,
		    (const char *[]){x->what, x->name,
			lists_path(&p->l, x->file), hash, f->link},
		    *f->link != '\0' ? 5 : 4);
		if (strcmp(x->what, "page") != 0)
			put_row(
			    &b, (const char *[]){x->what, x->name, hash}, 3);
	}
	buf_str(&b, "");
	sum_bytes(&b, s);
	buf_mem(sum, s, 12);
	buf_str(sum, "\n");
	buf_str(sum, s);
	buf_str(sum, "\n");
	buf_free(&b);
}

/* Adds a part of a path to a name in folders that are made; they end with ~,
 * and no file is called as they are. */
static void
put_part(struct buf *name, const char *part, size_t len)
{
	size_t at = name->len;

	buf_mem(name, part, len);
	for (size_t i = at; i + 1 < name->len; i++)
		if (name->s[i] == '.' && name->s[i + 1] == '.') {
			memcpy(name->s + i, "@@", 2);
			i++;
		}
}

static void
make_folder(struct buf *name)
{
	buf_str(name, "~");
	if (mkdir(name->s, 0777) == -1 && errno != EEXIST)
		die_sys(name->s);
	buf_str(name, "/");
}

/* Stamps, for make, of what is no text: each holds the hash. */
static void
put_stamps(const struct plan *p)
{
	for (size_t i = 0; i < p->l.n_input; i++) {
		const char *s = lists_path(&p->l, p->l.input[i].file);
		struct buf name = {0};
		struct buf b = {0};

		buf_str(&name, p->work);
		buf_str(&name, "/sums/");
		for (size_t n; (n = strcspn(s, "/")), s[n] == '/'; s += n + 1) {
			put_part(&name, s, n);
			make_folder(&name);
		}
		put_part(&name, s, strlen(s));
		buf_str(&b, p->l.file[p->l.input[i].file].sum);
		buf_str(&b, "\n");
		disk_keep(name.s, &b);
		buf_free(&name);
		buf_free(&b);
	}
}

/* ---- copies ---- */

struct copies {
	struct intern sum; /* those that there are to be */
};

static bool
see_copy(void *arg, const char *path, const struct stat *st)
{
	const struct copies *c = arg;
	const char *sum = strrchr(path, '/') + 1;

	(void)st;
	if (intern_find(&c->sum, sum, strlen(sum)) == UINT32_MAX)
		disk_remove(path);
	return true;
}

/* Of what is no text, by their hashes: `tribune diff` tells the lines that
 * changed. */
static void
put_copies(const struct plan *p, const struct rows *r)
{
	char *kept = plan_path(p, "kept");
	struct copies c;
	struct disk_walk w = {1, true, see_copy, &c, NULL};

	intern_open(&c.sum);
	for (size_t i = 0; i < r->n; i++) {
		const struct row *x = &r->row[i];
		const char *sum = p->l.file[x->file].sum;
		char *path = mem_join(kept, "/", sum);
		struct buf b = {0};

		if (strcmp(x->what, "text") != 0 &&
		    strcmp(x->what, "page") != 0) {
			(void)intern_add(&c.sum, sum, SUM);
			if (!disk_is(path) &&
			    disk_read(lists_path(&p->l, x->file), &b))
				disk_keep(path, &b);
		}
		buf_free(&b);
		free(path);
	}
	(void)disk_walk(kept, &w);
	intern_free(&c.sum);
	free(kept);
}

/* ---- the whole ---- */

/* A link in WORK/names, if it is one: a text of a folder above the study leads
 * out of there, to a file of somebody else. */
static void
remove_link(const struct plan *p, const char *name)
{
	char *path = mem_join(p->work, "/names/", name);
	struct stat st;

	if (strncmp(name, "../", 3) != 0 && strstr(name, "/../") == NULL &&
	    lstat(path, &st) == 0 && S_ISLNK(st.st_mode))
		disk_remove(path);
	free(path);
}

/* The names that stand for texts which make could not hold go with these. */
static void
remove_names(const struct plan *p)
{
	char *path = plan_path(p, "inputs.tsv");
	struct buf b = {0};
	struct intern text;
	char *s;
	char *line;

	intern_open(&text);
	for (size_t i = 0; i < p->l.n_text; i++)
		(void)intern_add(
		    &text, p->l.text[i].name, strlen(p->l.text[i].name));
	(void)disk_read(path, &b);
	buf_str(&b, "");
	for (s = b.s; (line = strsep(&s, "\n")) != NULL;) {
		char *what = strsep(&line, "\t");
		char *name = line != NULL ? strsep(&line, "\t") : NULL;

		if (name != NULL && strcmp(what, "text") == 0 &&
		    intern_find(&text, name, strlen(name)) == UINT32_MAX)
			remove_link(p, name);
	}
	intern_free(&text);
	buf_free(&b);
	free(path);
}

void
inputs_put(const struct plan *p)
{
	char *path[] = {plan_path(p, "inputs.tsv"), plan_path(p, "inputs.sum")};
	struct rows r = {0};
	struct buf table = {0};
	struct buf sum = {0};

	list_inputs(p, &r);
	put_inputs(p, &r, &table, &sum);
	put_stamps(p);
	put_copies(p, &r);
	remove_names(p);
	disk_keep(path[0], &table);
	disk_keep(path[1], &sum);
	free(path[0]);
	free(path[1]);
	free(r.row);
	buf_free(&table);
	buf_free(&sum);
}
