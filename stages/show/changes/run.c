#include "run.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/table/tsv.h"
#include "show/common/shelf.h"

static bool
is_there(const char *path)
{
	return access(path, R_OK) == 0;
}

const char *
run_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* build/study/NAME of the checkout that reports/NAME stands in. */
static void
find_work(struct run *r, const char *work)
{
	char *real = realpath(r->folder, NULL);
	char *slash = real != NULL ? strrchr(real, '/') : NULL;
	struct buf b = {0};

	if (work != NULL) {
		if (!is_there(work))
			die_sys(work);
		r->work = mem_string(work);
	} else if (slash != NULL) {
		buf_mem(&b, real, (size_t)(slash - real));
		buf_str(&b, "/../build/study");
		buf_str(&b, slash);
		if (is_there(b.s))
			r->work = mem_copy(b.s, b.len);
		buf_free(&b);
	}
	free(real);
}

static void
read_parts(struct run *r)
{
	const char *s = facts_find(&r->facts, "option", "PARTS");

	while (s != NULL && *(s += strspn(s, " ")) != '\0') {
		size_t len = strcspn(s, " ");

		if (r->n_part < RUN_PARTS && strncmp(s, "id ", len + 1) != 0 &&
		    strcmp(s, "id") != 0)
			r->part[r->n_part++] = mem_copy(s, len);
		s += len;
	}
}

char *
run_table(const struct run *r, const char *name)
{
	const char *folder[] = {r->folder, r->work};

	for (size_t i = 0; i < 2; i++) {
		char *path = folder[i] ? mem_join(folder[i], "/", name) : NULL;
		char *packed = path ? mem_join(path, ".zst", "") : NULL;
		bool there = path && (is_there(path) || is_there(packed));

		free(packed);
		if (there)
			return path;
		free(path);
	}
	return NULL;
}

static void
add_source(struct run *r, const char *id, const char *text)
{
	uint32_t known = r->from.n;
	uint32_t i = intern_add(&r->from, id, strlen(id));

	if (i < known)
		return;
	text = run_base(text);
	r->source =
	    mem_grow(r->source, &r->cap_source, i + 1, sizeof(*r->source));
	r->source[i] = mem_string(text);
}

static void
add_entry(struct run *r, const char *theme, const char *entry)
{
	char *both = mem_join(theme, "\t", entry);

	intern_add(&r->entry, both, strlen(both));
	free(both);
}

/* Gives two columns of each row of a table, where it has them. */
static void
read_pairs(struct run *r, const char *table, const char *const column[2],
    void (*give)(struct run *, const char *, const char *))
{
	char *path = run_table(r, table);
	struct tsv t;
	int a;
	int b;

	if (path == NULL)
		return;
	shelf_open(&t, path);
	a = tsv_has(&t, column[0]);
	b = tsv_has(&t, column[1]);
	while (a >= 0 && b >= 0 && tsv_next(&t))
		give(r, t.cell[a], t.cell[b]);
	tsv_close(&t);
	free(path);
}

/* Which text a speech is from: of all tables that name both. */
static void
read_sources(struct run *r)
{
	static const char *const table[] = {"contexts.tsv",
	    "classes.typical.tsv", "typical-speaker.tsv", "typical-year.tsv"};
	static const char *const column[2] = {"speech", "source"};

	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		read_pairs(r, table[i], column, add_source);
}

static void
read_speeches(struct run *r)
{
	char *path = run_table(r, "speeches.tsv");
	size_t part;

	if (path == NULL)
		die_data(r->folder, 0, "no report: it has no speeches.tsv");
	grid_read(&r->speeches, path);
	part = grid_column(&r->speeches, "part");
	for (size_t i = 0; i < r->speeches.n_row; i++) {
		const char *s = grid_cell(&r->speeches, i, part);

		if (intern_add(&r->id, s, strlen(s)) != i)
			die_data(path, i + 2, "speech %s stands twice", s);
	}
	free(path);
}

void
run_open(struct run *r, const char *folder, const char *work)
{
	static const char *const column[2] = {"theme", "entry"};
	size_t len = strlen(folder);

	while (len > 1 && folder[len - 1] == '/')
		len--;
	*r = (struct run){.folder = mem_copy(folder, len)};
	intern_open(&r->id);
	intern_open(&r->from);
	intern_open(&r->entry);
	if (!is_there(folder))
		die_sys(folder);
	if (!facts_open(&r->facts, r->folder))
		die_data(r->folder, 0, "no report: it has no " FACTS_FILE);
	find_work(r, work);
	read_parts(r);
	read_speeches(r);
	read_sources(r);
	read_pairs(r, "entries.tsv", column, add_entry);
}

void
run_close(struct run *r)
{
	facts_close(&r->facts);
	for (size_t i = 0; i < r->n_part; i++)
		free(r->part[i]);
	free(r->folder);
	free(r->work);
	grid_free(&r->speeches);
	intern_free(&r->id);
	for (uint32_t i = 0; i < r->from.n; i++)
		free(r->source[i]);
	free(r->source);
	intern_free(&r->from);
	intern_free(&r->entry);
}

const char *
run_speech(const struct run *r, const char *id, const char *column)
{
	uint32_t row = intern_find(&r->id, id, strlen(id));
	size_t col = grid_has(&r->speeches, column);

	return row != UINT32_MAX && col != SIZE_MAX
	    ? grid_cell(&r->speeches, row, col)
	    : NULL;
}

const char *
run_source(const struct run *r, const char *id)
{
	uint32_t i = intern_find(&r->from, id, strlen(id));

	return i != UINT32_MAX ? r->source[i] : NULL;
}
