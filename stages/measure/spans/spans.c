/* spans - how many speeches and speakers each part has, and from when to when
 * (spans.1) */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/form.h"
#include "lib/table/intern.h"
#include "lib/table/tsv.h"

static const struct opt_page page = {
    "spans [-hqVv] [-b column] [-d names] [file]",
    "how many speeches and speakers each part has, and from when to when",
    "b:d:"};

#define DIGITS "0123456789"

enum bound {
	FIRST,
	LAST,
	FIRST_YEAR,
	LAST_YEAR,
	N_BOUNDS
};

struct part {
	uint64_t speeches;
	uint64_t speakers;
	uint64_t years;
	uint64_t words;
	uint64_t chair; /* speeches */
	uint64_t chair_words;
	char *bound[N_BOUNDS]; /* NULL: none */
};

struct job {
	struct tsv in;
	int by; /* column; -1: one part */
	int speaker;
	int date;
	int year;
	int words;
	int role;
	bool chairs; /* -d */
	struct intern chair;
	struct intern names;
	struct intern seen; /* part NUL column value, of speakers and years */
	struct part *part;
	size_t cap;
};

/* By the value of the whole number that they begin with, then by bytes: years
 * are in order, and dates. */
static int
compare(const char *a, const char *b)
{
	size_t n_a = strspn(a, DIGITS);
	size_t n_b = strspn(b, DIGITS);
	const char *x = a + strspn(a, "0");
	const char *y = b + strspn(b, "0");
	size_t len_x = strspn(x, DIGITS);
	size_t len_y = strspn(y, DIGITS);
	int c;

	if (n_a == 0 || n_b == 0)
		return strcmp(a, b);
	if (len_x != len_y)
		return len_x < len_y ? -1 : 1;
	c = strncmp(x, y, len_x);
	if (c == 0)
		c = strcmp(a + n_a, b + n_b);
	return c != 0 ? c : strcmp(a, b);
}

static const char *
value(const struct job *j, int col)
{
	const char *s = col >= 0 ? j->in.cell[col] : "NA";

	return *s == '\0' ? "NA" : s;
}

static void
widen(struct part *p, enum bound first, const char *s)
{
	char **low = &p->bound[first];
	char **high = &p->bound[first + 1];

	if (strcmp(s, "NA") == 0)
		return;
	if (*low == NULL || compare(s, *low) < 0) {
		free(*low);
		*low = mem_string(s);
	}
	if (*high == NULL || compare(s, *high) > 0) {
		free(*high);
		*high = mem_string(s);
	}
}

/* Is it the first time that the part has the value? */
static bool
is_new(struct job *j, const char *part, const char *kind, const char *s)
{
	struct buf key = {0};
	uint32_t n = j->seen.n;

	if (strcmp(s, "NA") == 0)
		return false;
	buf_str(&key, kind);
	buf_mem(&key, part, strlen(part) + 1);
	buf_str(&key, s);
	(void)intern_add(&j->seen, key.s, key.len);
	buf_free(&key);
	return j->seen.n > n;
}

/* Is the name or role one of who is in the chair? */
static bool
is_chair(const struct job *j, const char *s)
{
	struct buf form = {0};
	bool found;

	form_put(&form, s, strlen(s));
	found = intern_find(&j->chair, form.s, form.len) != UINT32_MAX;
	buf_free(&form);
	return found;
}

static void
add_words(struct job *j, struct part *p, const char *name)
{
	uint64_t n = j->words >= 0 ? tsv_u64(&j->in, (size_t)j->words) : 0;

	p->words += n;
	if (!j->chairs ||
	    (!is_chair(j, name) && !is_chair(j, value(j, j->speaker)) &&
		!is_chair(j, value(j, j->role))))
		return;
	p->chair++;
	p->chair_words += n;
}

static void
add_speech(struct job *j)
{
	const char *name = j->by >= 0 ? value(j, j->by) : "*";
	uint32_t k = intern_add(&j->names, name, strlen(name));
	struct part *p;

	if (k == j->names.n - 1) {
		size_t had = j->cap;

		j->part = mem_grow(j->part, &j->cap, k + 1, sizeof(*j->part));
		if (j->cap > had)
			memset(j->part + had, 0,
			    (j->cap - had) * sizeof(*j->part));
	}
	p = &j->part[k];
	p->speeches++;
	p->speakers += is_new(j, name, "s", value(j, j->speaker));
	p->years += is_new(j, name, "y", value(j, j->year));
	widen(p, FIRST, value(j, j->date));
	widen(p, FIRST_YEAR, value(j, j->year));
	add_words(j, p, name);
}

/* 2021-2025, or one year. */
static void
put_years(struct out *o, const struct part *p)
{
	const char *first = p->bound[FIRST_YEAR];
	const char *last = p->bound[LAST_YEAR];

	out_ch(o, '\t');
	if (first == NULL) {
		out_str(o, "NA");
		return;
	}
	tsv_put(o, first, strlen(first));
	if (compare(first, last) == 0)
		return;
	out_ch(o, '-');
	tsv_put(o, last, strlen(last));
}

static void
put_words(struct out *o, const struct job *j, const struct part *p)
{
	if (j->words >= 0)
		out_tab_u64(o, p->words);
	else
		out_str(o, "\tNA");
	if (!j->chairs)
		return;
	out_tab_u64(o, p->chair);
	if (j->words >= 0)
		out_tab_u64(o, p->chair_words);
	else
		out_str(o, "\tNA");
}

static void
put_part(struct out *o, const struct job *j, const struct part *p)
{
	out_tab_u64(o, p->speeches);
	out_tab_u64(o, p->speakers);
	for (int k = FIRST; k <= LAST; k++) {
		const char *s = p->bound[k] != NULL ? p->bound[k] : "NA";

		out_ch(o, '\t');
		tsv_put(o, s, strlen(s));
	}
	put_years(o, p);
	out_tab_u64(o, p->years);
	put_words(o, j, p);
	out_ch(o, '\n');
}

static void
put_table(const struct job *j)
{
	uint32_t *rank;
	uint32_t *order;
	struct out o;

	out_stdout(&o);
	out_str(
	    &o, "part\tspeeches\tspeakers\tfirst\tlast\tyears\tn_years\twords");
	out_str(&o, j->chairs ? "\tchair\tchair_words\n" : "\n");
	intern_rank(&j->names, &rank, &order);
	for (uint32_t i = 0; i < j->names.n; i++) {
		size_t len;
		const char *s = intern_s(&j->names, order[i], &len);

		tsv_put(&o, s, len);
		put_part(&o, j, &j->part[order[i]]);
	}
	out_close(&o);
	free(rank);
	free(order);
}

static void
free_job(struct job *j)
{
	for (uint32_t i = 0; i < j->names.n; i++)
		for (int k = 0; k < N_BOUNDS; k++)
			free(j->part[i].bound[k]);
	free(j->part);
	intern_free(&j->names);
	intern_free(&j->seen);
	intern_free(&j->chair);
	tsv_close(&j->in);
}

int
main(int argc, char **argv)
{
	const char *by = NULL;
	struct job j = {.by = -1};
	int ch;

	err_init(argv[0]);
	intern_open(&j.chair);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		if (ch == 'b')
			by = optarg;
		else {
			form_names(&j.chair, optarg);
			j.chairs = true;
		}
	if (argc - optind > 1)
		opt_refuse(&page, "one table at a time");
	tsv_open(&j.in, argv[optind]);
	/* the ids of speeches are the column part of stats(1) */
	if (by != NULL && strcmp(by, "id") == 0 && tsv_has(&j.in, by) < 0)
		by = "part";
	if (by != NULL)
		j.by = (int)tsv_column(&j.in, by);
	j.speaker = tsv_has(&j.in, "speaker");
	j.date = tsv_has(&j.in, "date");
	j.year = tsv_has(&j.in, "year");
	j.words = tsv_has(&j.in, "words");
	j.role = tsv_has(&j.in, "role");
	intern_open(&j.names);
	intern_open(&j.seen);
	while (tsv_next(&j.in))
		add_speech(&j);
	put_table(&j);
	free_job(&j);
	return RC_OK;
}
