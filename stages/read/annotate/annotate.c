/* annotate - join columns of a table onto the speeches; see annotate.1 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "absent.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stream/vrt.h"
#include "read/common/attrs.h"
#include "read/common/metadata.h"

struct opts {
	const char *table;
	const char *columns;
	const char *attr;   /* of the speeches: what is compared */
	const char *column; /* of the table */
	bool replace;
	bool strict;
};

struct job {
	struct opts o;
	struct vrt in;
	struct out out;
	struct metadata table;
	struct attrs now; /* of the speech under way */
	bool by_id;
	struct missed speeches; /* without a row, by id */
	struct absent absent;   /* by another key: its values */
	uint64_t n_differ;
	struct buf differ; /* the first that differs, for the note */
};

static void
collect(const char *name, const char *value, void *arg)
{
	struct attrs *a = arg;

	attrs_set(a, name, value);
}

static void
note_difference(
    struct job *j, const char *name, const char *old, const char *new)
{
	const char *id = attrs_get(&j->now, "id");

	if (j->n_differ++ == 0)
		buf_fmt(&j->differ, err_said("%s: %s '%s', in the table '%s'"),
		    id != NULL ? id : "", name, old != NULL ? old : "",
		    new != NULL ? new : "");
}

static void
join(struct job *j, const struct attrs *row)
{
	bool new_date = false;
	bool new_year = false;
	bool new_end = false;

	for (size_t i = 0; i < row->n; i++) {
		const char *name = row->a[i].name;
		const char *old = attrs_get(&j->now, name);

		if (old != NULL && strcmp(old, row->a[i].value) == 0)
			continue;
		if (strcmp(name, "id") == 0)
			continue;
		if (old != NULL) {
			note_difference(j, name, old, row->a[i].value);
			if (!j->o.replace)
				continue;
		}
		new_date |= strcmp(name, "date") == 0;
		new_year |= strcmp(name, "year") == 0;
		new_end |= strcmp(name, "date_end") == 0;
		attrs_set(&j->now, name, row->a[i].value);
	}
	if (new_date && !new_end)
		attrs_set(&j->now, "date_end", "");
	if (new_date && !new_year) {
		attrs_set(&j->now, "year", "");
		attrs_set(&j->now, "dated", "");
	}
}

static void
put_speech(struct job *j)
{
	const char *key;
	const struct attrs *row = NULL;

	attrs_clear(&j->now);
	vrt_attrs(&j->in, collect, &j->now);
	key = attrs_get(&j->now, j->o.attr);
	if (key != NULL)
		row = metadata_find(&j->table, key);
	if (row != NULL)
		join(j, row);
	else if (!j->by_id)
		absent_add(&j->absent, key);
	else
		missed_add(&j->speeches, attrs_get(&j->now, "id"));
	attrs_year(&j->now);
	out_str(&j->out, "<speech");
	attrs_put(&j->out, &j->now);
	out_str(&j->out, ">\n");
}

/* What found no partner; an error with -x. */
static void
report(struct job *j)
{
	struct missed rows = {0};
	struct buf b = {0};
	struct buf near = {0};

	metadata_unused(&j->table, &rows);
	missed_say(&b, &j->speeches, ERR_WORDS("speech without a row"),
	    ERR_WORDS("speeches without a row"));
	absent_say(&b, &j->absent);
	absent_propose(&near, &j->absent, &j->table.keys);
	missed_say(&b, &rows, ERR_WORDS("row without a speech"),
	    ERR_WORDS("rows without a speech"));
	if (j->n_differ > 0)
		note("%" PRIu64 " value%s differ%s from the table's, %s (%s)",
		    j->n_differ, j->n_differ == 1 ? "" : "s",
		    j->n_differ == 1 ? "s" : "",
		    err_said(j->o.replace ? "replaced" : "kept; -r replaces"),
		    j->differ.s);
	if (near.len > 0)
		note("%s: %s", j->o.table, near.s);
	if (b.len > 0 && j->o.strict)
		die_data(j->o.table, 0, "%s", b.s);
	if (b.len > 0)
		note("%s: %s", j->o.table, b.s);
	buf_free(&b);
	buf_free(&near);
	missed_free(&rows);
}

static void
run(struct job *j, char **files, int n)
{
	const char *column = j->o.column;
	uint64_t n_put = 0;
	enum vrt_event ev;

	j->by_id = strcmp(j->o.attr, "id") == 0;
	absent_open(&j->absent, j->o.attr);
	if (column == NULL)
		column = "id";
	metadata_open(&j->table, j->o.table, column, j->o.columns);
	vrt_open(&j->in, files, n, VRT_EITHER);
	j->in.repeats = true; /* check(1) tells both places */
	out_stdout(&j->out);
	vrt_copy_header(&j->in, &j->out);
	while ((ev = vrt_next(&j->in)) != VRT_END)
		if (ev == VRT_OPEN && j->in.tag == TAG_SPEECH) {
			put_speech(j);
		} else {
			vrt_copy(&j->in, &j->out);
			n_put += ev == VRT_TOKEN;
		}
	vrt_tally(&j->in, &j->out, n_put);
	out_close(&j->out);
	if (j->in.ids.n == 0)
		vrt_tell_absent(&j->in, &j->o.attr, 1);
	vrt_close(&j->in);
	report(j);
	metadata_free(&j->table);
	attrs_free(&j->now);
	missed_free(&j->speeches);
	absent_free(&j->absent);
	buf_free(&j->differ);
}

/* -k name, or -k attribute=column */
static void
set_key(struct opts *o, char *arg)
{
	char *eq = strchr(arg, '=');

	o->attr = arg;
	o->column = arg;
	if (eq != NULL) {
		*eq = '\0';
		o->column = eq + 1;
	}
	if (*o->attr == '\0' || *o->column == '\0')
		die_usage("option -k: give column or attribute=column");
}

int
main(int argc, char *argv[])
{
	static const struct opt_page page = {
	    "annotate [-hqrVvx] [-c columns] [-k key] -d table [file ...]",
	    "join columns of a table onto the speeches", "c:d:k:rx"};
	struct job j = {.o = {.attr = "id"}};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'c':
			j.o.columns = optarg;
			break;
		case 'd':
			j.o.table = optarg;
			break;
		case 'k':
			set_key(&j.o, optarg);
			break;
		case 'r':
			j.o.replace = true;
			break;
		case 'x':
			j.o.strict = true;
			break;
		}
	if (j.o.table == NULL)
		opt_refuse(&page, "option -d: which table?");
	run(&j, argv + optind, argc - optind);
	return RC_OK;
}
