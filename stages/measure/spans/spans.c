/* spans - how many speeches and speakers each part has, and from when to when
 * (spans.1) */
#include <inttypes.h>
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
	uint64_t own; /* titles that one speech alone has */
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
	int title;
	int date;
	int year;
	int words;
	int role;
	bool chairs; /* -d */
	struct intern chair;
	struct intern names;
	struct intern seen; /* speakers, titles, years: kind, part, value */
	uint64_t *times;    /* of each of these */
	size_t cap_times;
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

/* How often the part has had the value, now included; 0 for none. */
static uint64_t
times(struct job *j, const char *part, const char *kind, const char *s)
{
	struct buf key = {0};
	uint32_t n = j->seen.n;
	uint32_t k;

	if (strcmp(s, "NA") == 0)
		return 0;
	buf_str(&key, kind);
	buf_mem(&key, part, strlen(part) + 1);
	buf_str(&key, s);
	k = intern_add(&j->seen, key.s, key.len);
	buf_free(&key);
	j->times =
	    mem_grow(j->times, &j->cap_times, j->seen.n, sizeof(*j->times));
	if (k == n)
		j->times[k] = 0;
	return ++j->times[k];
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

	if (__builtin_add_overflow(p->words, n, &p->words))
		die_data(j->in.in.name, j->in.in.line,
		    "the sum of '%s' is over %" PRIu64, "words", UINT64_MAX);
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
	uint64_t titles;

	if (k == j->names.n - 1) {
		size_t had = j->cap;

		j->part = mem_grow(j->part, &j->cap, k + 1, sizeof(*j->part));
		if (j->cap > had)
			memset(j->part + had, 0,
			    (j->cap - had) * sizeof(*j->part));
	}
	p = &j->part[k];
	p->speeches++;
	p->speakers += times(j, name, "s", value(j, j->speaker)) == 1;
	p->years += times(j, name, "y", value(j, j->year)) == 1;
	titles = times(j, name, "t", value(j, j->title));
	p->own += titles == 1;
	p->own -= titles == 2;
	widen(p, FIRST, value(j, j->date));
	widen(p, FIRST_YEAR, value(j, j->year));
	add_words(j, p, name);
}

/* From the first to the last, or the one that there is. */
static void
put_range(struct out *o, const struct part *p, enum bound first, const char *to)
{
	const char *low = p->bound[first];
	const char *high = p->bound[first + 1];

	out_ch(o, '\t');
	if (low == NULL || high == NULL) {
		out_str(o, "NA");
		return;
	}
	tsv_put(o, low, strlen(low));
	if (compare(low, high) == 0)
		return;
	out_str(o, to);
	tsv_put(o, high, strlen(high));
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
	put_range(o, p, FIRST, " - ");
	put_range(o, p, FIRST_YEAR, "-");
	out_tab_u64(o, p->years);
	put_words(o, j, p);
	out_str(o, p->own > p->speeches / 2 ? "\ttitle" : "\tpart");
	out_ch(o, '\n');
}

static void
put_table(const struct job *j)
{
	uint32_t *rank;
	uint32_t *order;
	struct out o;

	out_stdout(&o);
	out_str(&o,
	    "part\tspeeches\tspeakers\tfirst\tlast\tdates\tyears\tn_"
	    "years\twords");
	out_str(&o,
	    j->chairs ? "\tchair\tchair_words\tnamed_by\n" : "\tnamed_by\n");
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
	free(j->times);
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
	if (strcmp(j.in.name[j.in.n_col - 1], "freq") == 0)
		die_data(j.in.in.name, 1,
		    "a count table where a table of speeches is expected");
	/* the ids of speeches are the column part of stats(1) */
	if (by != NULL && strcmp(by, "id") == 0 && tsv_has(&j.in, by) < 0)
		by = "part";
	if (by != NULL)
		j.by = (int)tsv_column(&j.in, by);
	j.speaker = tsv_has(&j.in, "speaker");
	j.title = tsv_has(&j.in, "title");
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
