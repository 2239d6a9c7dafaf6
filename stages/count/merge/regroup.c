#include "regroup.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/table/counts.h"
#include "lib/table/groups.h"
#include "lib/table/intern.h"
#include "lib/table/tsv.h"
#include "source.h"
#include "sum.h"
#include "tree.h"

/* Bytes of rows that are held: a third of the budget, for their sum takes as
 * much, and what they grew from. */
#define HELD_DEFAULT ((size_t)256 << 20)
#define HELD_LEAST ((size_t)1 << 20)

enum {
	BLOCK = 256 * 1024, /* bytes that a temporary file takes */
	FILES_LEAST = 4,
	FILES_MOST = 64 /* read at once */
};

/* Sorted rows of one part, without its name. */
struct run {
	uint32_t value; /* that it counts for */
	size_t from;    /* bytes of the text */
	size_t len;
	uint64_t line; /* of the row above the first */
	const char *file;
};

struct job {
	const struct regroup_opts *o;
	struct intern parts;
	uint32_t *value_of; /* by part */
	size_t cap;
	struct intern values;
	struct buf text; /* all rows, without their parts */
	struct run *run;
	size_t n_run;
	size_t cap_run;
	uint64_t n_lost;
	size_t most;        /* bytes held */
	struct sums spilt;  /* of what was held before */
	struct source head; /* head.head is the header behind `part` */
};

/* ---- the table of the speeches ---- */

static void
read_speeches(struct job *j)
{
	struct tsv t;
	struct buf b = {0};
	size_t id;
	size_t col;

	tsv_open(&t, j->o->speeches);
	id = tsv_column(&t, tsv_has(&t, "part") >= 0 ? "part" : "id");
	col = tsv_column(&t, j->o->by);
	while (tsv_next(&t)) {
		uint32_t n = j->parts.n;

		b.len = 0;
		counts_escape(&b, t.cell[id], t.size[id]);
		if (intern_add(&j->parts, b.s, b.len) < n)
			die_data(t.in.name, t.in.line, "'%s' is given twice",
			    t.cell[id]);
		j->value_of =
		    mem_grow(j->value_of, &j->cap, n + 1, sizeof(uint32_t));
		j->value_of[n] =
		    groups_name(&j->values, t.cell[col], t.size[col]);
	}
	tsv_close(&t);
	buf_free(&b);
}

/* ---- the rows of the parts ---- */

static void
read_head(struct job *j, struct in *in)
{
	char *s = NULL;
	size_t len = 0;
	bool first = j->head.head.s == NULL;

	if (!in_line(in, &s, &len))
		len = 0;
	if (len > 0 && s[len - 1] == '\r')
		len--;
	if (len < 5 || memcmp(s, "part\t", 5) != 0)
		die_data(
		    in->name, 1, "the first column is not part: count with -b");
	if (len < 10 || memcmp(s + len - 5, "\tfreq", 5) != 0)
		die_data(in->name, 1,
		    "the last column is not freq: not a count table");
	if (first) {
		buf_mem(&j->head.head, s + 5, len - 5);
		for (size_t i = 5; i < len; i++)
			j->head.n_tab += s[i] == '\t';
	} else if (len - 5 != j->head.head.len ||
	    memcmp(s + 5, j->head.head.s, len - 5) != 0)
		die_data(
		    in->name, 1, "other columns than in %s", j->head.in.name);
	if (first)
		j->head.in.name = in->name;
}

/* The id of the unit's speech. */
static uint32_t
speech_of(struct job *j, const struct in *in, const char *part, size_t len)
{
	size_t n = len;

	while (n > 0 && part[n - 1] >= '0' && part[n - 1] <= '9')
		n--;
	if (n == len || n == 0 || part[n - 1] != COUNTS_UNIT)
		die_data(in->name, in->line,
		    "the part '%.*s' is no unit of a speech, as a#1: "
		    "count with themes -U",
		    (int)len, part);
	return intern_add(&j->values, part, n - 1);
}

/* What the part counts for. */
static uint32_t
find_value(struct job *j, const struct in *in, const char *part, size_t len)
{
	uint32_t k;

	if (j->o->units)
		return speech_of(j, in, part, len);
	k = intern_find(&j->parts, part, len);
	if (k != UINT32_MAX)
		return j->value_of[k];
	j->n_lost++;
	return groups_name(&j->values, "", 0);
}

static struct run *
add_run(struct job *j, const struct in *in, const char *part, size_t len)
{
	struct run *r;

	j->run = mem_grow(j->run, &j->cap_run, j->n_run + 1, sizeof(*j->run));
	r = &j->run[j->n_run++];
	*r = (struct run){.from = j->text.len, .line = in->line - 1};
	r->file = in->name;
	r->value = find_value(j, in, part, len);
	return r;
}

/* ---- their sums ---- */

/* The sum of runs, in parts of what a tree holds; rows without a value. */
static void
add_up(const struct job *j, const struct run *run, size_t n, struct out *o)
{
	struct source *s = mem_new(n, sizeof(*s));

	for (size_t i = 0; i < n; i++) {
		source_open_text(&s[i], j->text.s + run[i].from, run[i].len,
		    run[i].line, &j->head);
		s[i].in.name = run[i].file;
	}
	sum_rows(s, n, o, false);
}

/* More runs than a tree holds: their sums by groups become runs. */
static size_t
add_groups(struct job *j, struct run *run, size_t n)
{
	size_t to = 0;

	for (size_t from = 0; from < n; from += TREE_MAX - 1) {
		size_t k = n - from < TREE_MAX - 1 ? n - from : TREE_MAX - 1;
		struct run r = run[from];
		struct out o;

		out_memory(&o);
		add_up(j, run + from, k, &o);
		r.from = j->text.len;
		r.len = o.b.len;
		buf_mem(&j->text, o.b.s, o.b.len);
		buf_room(&j->text, IN_SLACK);
		buf_free(&o.b);
		run[to++] = r;
	}
	return to;
}

static void
put_value(struct out *out, struct job *j, struct run *run, size_t n)
{
	size_t len;
	const char *value = intern_s(&j->values, run->value, &len);
	struct out o;
	const char *lf;

	while (n > TREE_MAX - 1)
		n = add_groups(j, run, n);
	out_memory(&o);
	add_up(j, run, n, &o);
	for (const char *s = o.b.s; s != NULL && s < o.b.s + o.b.len;
	     s = lf + 1) {
		lf = memchr(s, '\n', (size_t)(o.b.s + o.b.len - s));
		out_mem(out, value, len);
		out_tab_mem(out, s, (size_t)(lf - s) + 1);
	}
	buf_free(&o.b);
}

/* Runs of a value together, the values in the order of their bytes. */
static void
sort_runs(struct job *j)
{
	struct run *sorted = mem_new(j->n_run + 1, sizeof(*sorted));
	size_t *at = mem_new((size_t)j->values.n + 2, sizeof(*at));
	uint32_t *rank;
	uint32_t *order;

	intern_rank(&j->values, &rank, &order);
	for (size_t i = 0; i < j->n_run; i++)
		at[rank[j->run[i].value] + 1]++;
	for (uint32_t k = 0; k < j->values.n; k++)
		at[k + 1] += at[k];
	for (size_t i = 0; i < j->n_run; i++)
		sorted[at[rank[j->run[i].value]]++] = j->run[i];
	free(j->run);
	j->run = sorted;
	free(at);
	free(rank);
	free(order);
}

/* The sum of what is held. */
static void
put_held(struct job *j, struct out *out)
{
	buf_room(&j->text, IN_SLACK);
	sort_runs(j);
	for (size_t i = 0, k; i < j->n_run; i = k) {
		for (k = i + 1;
		     k < j->n_run && j->run[k].value == j->run[i].value; k++)
			;
		put_value(out, j, j->run + i, k - i);
	}
	j->n_run = 0;
	j->cap_run = 0;
	free(j->run);
	j->run = NULL;
	j->text.len = 0;
}

static void
spill(struct job *j)
{
	struct out o;

	sum_spill(&o, &j->spilt.name);
	put_held(j, &o);
	j->spilt.like.n_tab = j->head.n_tab + 1;
	sums_add(&j->spilt, sum_spilt(&o));
}

static void
read_rows(struct job *j, const char *path)
{
	struct buf part = {0}; /* of the row above */
	struct run *r = NULL;
	struct in in;
	char *s;
	size_t len;

	in_open(&in, path, NULL);
	read_head(j, &in);
	while (in_line(&in, &s, &len)) {
		const char *tab = memchr(s, '\t', len);
		size_t n = tab == NULL ? len : (size_t)(tab - s);

		if (tab == NULL)
			die_data(in.name, in.line, "one column only");
		if (r == NULL || n != part.len || memcmp(s, part.s, n) != 0) {
			r = add_run(j, &in, s, n);
			part.len = 0;
			buf_mem(&part, s, n);
		}
		buf_mem(&j->text, tab + 1, len - n - 1);
		buf_mem(&j->text, "\n", 1);
		r->len = j->text.len - r->from;
		if (j->text.len + j->n_run * sizeof(*r) >= j->most) {
			spill(j);
			r = NULL;
		}
	}
	in_close(&in);
	buf_free(&part);
}

void
regroup(const struct regroup_opts *o, char **files, size_t n)
{
	struct job j = {.o = o, .head.n_cut = 1, .most = HELD_DEFAULT};
	struct out out;

	if (o->memory > 0)
		j.most =
		    o->memory / 3 > HELD_LEAST ? o->memory / 3 : HELD_LEAST;

	j.spilt.most = j.most / BLOCK;
	if (j.spilt.most < FILES_LEAST)
		j.spilt.most = FILES_LEAST;
	if (j.spilt.most > FILES_MOST)
		j.spilt.most = FILES_MOST;
	intern_open(&j.parts);
	intern_open(&j.values);
	if (!o->units)
		read_speeches(&j);
	for (size_t i = 0; i < n; i++)
		read_rows(&j, files[i]);
	if (j.n_lost > 0)
		note("parts without a row in %s: %" PRIu64
		     ", counted for the part NA",
		    o->speeches, j.n_lost);
	out_stdout(&out);
	out_fmt(&out, "part\t%.*s\n", (int)j.head.head.len, j.head.head.s);
	if (j.spilt.n > 0) {
		spill(&j);
		sums_write(&j.spilt, &out);
	} else
		put_held(&j, &out);
	out_close(&out);
	buf_free(&j.head.head);
	buf_free(&j.text);
	free(j.value_of);
	intern_free(&j.parts);
	intern_free(&j.values);
}
