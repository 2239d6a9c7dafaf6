/* merge - add count tables, or subtract them (merge.1) */
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "range.h"
#include "regroup.h"
#include "source.h"
#include "sum.h"
#include "tree.h"

enum {
	SPARE_FILES = 16,
	BLOCK = 300 * 1024, /* bytes a table takes, or the output */
};

struct opts {
	bool subtract;
	struct range range;
	size_t memory;        /* 0: no bound */
	bool units;           /* -U */
	const char *by;       /* -b, or NULL */
	const char *speeches; /* -d */
};

/* A table still to be merged: a file, or what went into a temporary one. */
struct table {
	const char *path; /* NULL: fd */
	int fd;
};

struct job {
	const struct opts *o;
	struct source *first; /* the first table; the others are in table[] */
	struct table *table;
	size_t n;
	char *temp; /* name of temporary files */
};

/* ---- tables ---- */

/* Up to its first row that is wanted. */
static void
open_file(const struct job *j, struct source *s, const char *path)
{
	source_open(s, path, j->first);
	if (j->o->range.n > 0)
		range_seek(&j->o->range, s);
}

/* Opens n tables from number `from` on behind the `at` ones of s. */
static void
open_tables(struct job *j, struct source *s, size_t at, size_t from, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct table *t = &j->table[from + i];

		if (t->path != NULL)
			open_file(j, &s[at + i], t->path);
		else
			source_open_rows(&s[at + i], t->fd, j->temp, j->first);
	}
}

/* The tables by groups of `most`, their sums into temporary files. */
static void
merge_groups(struct job *j, size_t most)
{
	size_t to = 0;

	for (size_t from = 0; from < j->n; from += most) {
		size_t n = j->n - from < most ? j->n - from : most;
		struct source *s = mem_new(n, sizeof(*s));
		struct out o;

		sum_spill(&o, &j->temp);
		open_tables(j, s, 0, from, n);
		sum_rows(s, n, &o, false);
		j->table[to++] = (struct table){NULL, sum_spilt(&o)};
	}
	j->n = to;
}

/* Tables read at once beside the first one, within the memory. */
static size_t
most_at_once(const struct opts *o)
{
	size_t blocks = o->memory / BLOCK;

	if (o->memory == 0 || blocks > TREE_MAX)
		return TREE_MAX - 1;
	return blocks > 4 ? blocks - 2 : 2;
}

/* As many files may be open as the system lets us. */
static void
need_files(size_t n)
{
	struct rlimit r;

	if (getrlimit(RLIMIT_NOFILE, &r) == -1)
		die_sys("getrlimit");
	r.rlim_cur = r.rlim_max;
	(void)setrlimit(RLIMIT_NOFILE, &r); /* then the old limit holds */
	if (getrlimit(RLIMIT_NOFILE, &r) == -1)
		die_sys("getrlimit");
	if (n + SPARE_FILES > r.rlim_cur)
		die_usage("%zu tables, but only %ju files may be open: merge "
			  "them by groups, then the sums",
		    n, (uintmax_t)r.rlim_cur);
}

static void
merge(struct opts *o, char **files, size_t n)
{
	struct source first = {.first = true};
	struct job j = {.o = o, .first = &first, .n = n - 1};
	size_t most = most_at_once(o);
	struct source *s;
	struct out out;

	need_files(n);
	if (o->range.n > 0)
		range_bounds(&o->range, files, n);
	open_file(&j, &first, files[0]);
	first.first = true;
	out_stdout(&out);
	if (o->range.k <= 1 && first.head.len > 0) {
		out_mem(&out, first.head.s, first.head.len);
		out_ch(&out, '\n');
	}
	j.table = mem_new(n, sizeof(*j.table));
	for (size_t i = 0; i < j.n; i++)
		j.table[i].path = files[i + 1];
	while (j.n > most)
		merge_groups(&j, most);
	s = mem_new(j.n + 1, sizeof(*s));
	s[0] = first;
	open_tables(&j, s, 1, 0, j.n);
	sum_rows(s, j.n + 1, &out, o->subtract);
	out_close(&out);
	free(j.table);
	free(j.temp);
	range_free(&o->range);
}

static void
run(struct opts *o, char **files, size_t n)
{
	const struct regroup_opts by = {
	    o->units, o->by, o->speeches, o->memory};

	if ((o->by == NULL) != (o->speeches == NULL))
		die_usage("options -b and -d go together");
	if (o->by != NULL && (o->subtract || o->range.n > 0))
		die_usage("option -b: not with -R or -s");
	if (o->units && (o->by != NULL || o->subtract || o->range.n > 0))
		die_usage("option -U: not with -b, -R or -s");
	if (o->by != NULL || o->units)
		regroup(&by, files, n);
	else
		merge(o, files, n);
}

int
main(int argc, char **argv)
{
	static const struct opt_page page = {
	    "merge [-hqsUVv] [-b column -d table] [-M size] [-R k/n] "
	    "[file ...]",
	    "add count tables, or subtract them", "b:d:M:R:sU"};
	static char input[] = "-";
	char *files[] = {input};
	struct opts o = {0};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'b':
			o.by = optarg;
			break;
		case 'd':
			o.speeches = optarg;
			break;
		case 'M':
			o.memory = mem_budget(ch, optarg);
			break;
		case 'R':
			range_read(&o.range, ch, optarg);
			break;
		case 's':
			o.subtract = true;
			break;
		case 'U':
			o.units = true;
			break;
		}
	argc -= optind;
	argv += optind;
	run(&o, argc > 0 ? argv : files, argc > 0 ? (size_t)argc : 1);
	return RC_OK;
}
