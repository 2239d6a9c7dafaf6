/* merge - add count tables, or subtract them (merge.1) */
#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "count/common/rows.h"
#include "lib/base/spool.h"
#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "range.h"
#include "source.h"
#include "tree.h"

enum {
	SPARE_FILES = 16,
	DIGITS = 20,
	BLOCK = 300 * 1024, /* bytes a table takes, or the output */
};

struct opts {
	bool subtract;
	struct range range;
	size_t memory; /* 0: no bound */
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

/* The row that is written last and may still change. */
struct last {
	size_t from;   /* its place in the block */
	size_t digits; /* that of its count */
	const struct source *s;
	uint64_t sum[2]; /* of the tables to add, and of those to subtract */
};

/* ---- rows ---- */

static void __attribute__((noreturn))
refuse_difference(const struct out *o, const struct last *l)
{
	die_data("option -s", 0,
	    "'%s' is counted %" PRIu64 " times in the first table, %" PRIu64
	    " in the others",
	    source_shown(o->b.s + l->from, l->digits - 1 - l->from), l->sum[0],
	    l->sum[1]);
}

/* Nothing will be added to the row any more. */
static inline void
end_row(struct out *o, const struct last *l, bool subtract)
{
	char *to = o->b.s + l->digits;
	uint64_t sum = l->sum[0] - l->sum[1];

	if (subtract && l->sum[1] > l->sum[0])
		refuse_difference(o, l);
	if (subtract && sum == 0) {
		o->b.len = l->from;
		return;
	}
	/* most are, and this is foreseen better than whether it has changed */
	if (sum < 10)
		*to++ = (char)('0' + sum);
	else
		to = rows_digits(to, sum);
	*to++ = '\n';
	o->b.len = (size_t)(to - o->b.s);
}

/* Copies the key; room for the digits stays behind it. */
static inline void
begin_row(struct out *o, struct last *l, const struct source *s, size_t add)
{
	size_t len = s->key_len + 1;
	char *to = out_room(o, len + DIGITS + 1 + SOURCE_WIDE);

	l->from = o->b.len;
	l->digits = o->b.len + len;
	if (len <= SOURCE_WIDE)
		memcpy(to, s->row, SOURCE_WIDE); /* two moves, not a call */
	else
		memcpy(to, s->row, len);
	o->b.len += len;
	l->sum[add] = s->freq;
	l->sum[1 - add] = 0;
}

static inline void
add_to_row(
    const struct out *o, struct last *l, const struct source *s, size_t add)
{
	if (__builtin_add_overflow(l->sum[add], s->freq, &l->sum[add]))
		die_data(s->in.name, source_line(s),
		    "the sum of '%s' is over %" PRIu64,
		    source_shown(o->b.s + l->from, l->digits - 1 - l->from),
		    UINT64_MAX);
}

static void
add_rows(struct tree *t, struct out *o, bool subtract)
{
	struct last l = {0};
	bool any = false;

	for (; tree_code(t) != CODE_END; tree_next(t)) {
		const struct source *s = tree_least(t);
		size_t add = subtract && !s->first ? 1 : 0;

		if (any && tree_code(t) == CODE_SAME) {
			add_to_row(o, &l, s, add);
			continue;
		}
		if (any)
			end_row(o, &l, subtract);
		any = true;
		begin_row(o, &l, s, add);
	}
	if (any)
		end_row(o, &l, subtract);
}

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

static void
merge_open(struct source *s, size_t n, struct out *o, bool subtract)
{
	struct tree t;

	tree_open(&t, s, n);
	add_rows(&t, o, subtract);
	tree_close(&t);
	for (size_t i = 0; i < n; i++)
		source_close(&s[i]);
	free(s);
}

/* The tables by groups of `most`, their sums into temporary files. */
static void
merge_groups(struct job *j, size_t most)
{
	size_t to = 0;

	for (size_t from = 0; from < j->n; from += most) {
		size_t n = j->n - from < most ? j->n - from : most;
		struct source *s = mem_new(n, sizeof(*s));
		int fd = temp_open(&j->temp);
		struct out o;

		out_open(&o, fd, j->temp);
		open_tables(j, s, 0, from, n);
		merge_open(s, n, &o, false);
		out_flush(&o);
		buf_free(&o.b);
		if (lseek(fd, 0, SEEK_SET) == -1)
			die_sys(j->temp);
		j->table[to++] = (struct table){NULL, fd};
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
	merge_open(s, j.n + 1, &out, o->subtract);
	out_close(&out);
	free(j.table);
	free(j.temp);
	range_free(&o->range);
}

int
main(int argc, char **argv)
{
	static const struct opt_page page = {
	    "merge [-hqsVv] [-M size] [-R k/n] [file ...]",
	    "add count tables, or subtract them", "M:R:s"};
	static char input[] = "-";
	char *files[] = {input};
	struct opts o = {0};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'M':
			o.memory = mem_budget(ch, optarg);
			break;
		case 'R':
			range_read(&o.range, ch, optarg);
			break;
		case 's':
			o.subtract = true;
			break;
		}
	argc -= optind;
	argv += optind;
	merge(&o, argc > 0 ? argv : files, argc > 0 ? (size_t)argc : 1);
	return RC_OK;
}
