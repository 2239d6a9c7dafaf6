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

enum {
	SPARE_FILES = 16,
	WIDE = 8
};

/* One table at its next row. */
struct source {
	struct in in;
	struct buf head;
	size_t n_col;
	const char *key; /* the cells before the last, as they stand */
	size_t key_len;
	uint64_t freq;
	struct buf last; /* key of the row above */
	bool first;      /* of the command line */
};

/* The tables that have rows left, least key first. */
struct heap {
	struct source **s;
	size_t n;
};

/* Cell by cell in the order of their bytes: a cell that ends is less than
 * one that goes on.  WIDE bytes behind both keys can be read. */
static inline int
compare(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t n = a_len < b_len ? a_len : b_len;
	size_t i = 0;
	unsigned char x;
	unsigned char y;

	while (i < n && memcmp(a + i, b + i, WIDE) == 0)
		i += WIDE;
	while (i < n && a[i] == b[i])
		i++;
	if (i >= n)
		return (a_len > b_len) - (a_len < b_len);
	x = a[i] == '\t' ? 0 : (unsigned char)a[i];
	y = b[i] == '\t' ? 0 : (unsigned char)b[i];
	return x < y ? -1 : 1;
}

static int
by_key(const struct source *a, const struct source *b)
{
	return compare(a->key, a->key_len, b->key, b->key_len);
}

static void
keep_key(struct buf *b, const struct source *s)
{
	b->len = 0;
	buf_room(b, s->key_len + WIDE);
	memcpy(b->s, s->key, s->key_len);
	memset(b->s + s->key_len, 0, WIDE);
	b->len = s->key_len;
}

/* The key for a message: its tabs as spaces, none at the end. */
static char *
shown(const char *key, size_t len)
{
	char *s;

	while (len > 0 && key[len - 1] == '\t')
		len--;
	s = mem_copy(key, len);
	for (size_t i = 0; i < len; i++)
		if (s[i] == '\t')
			s[i] = ' ';
	return s;
}

static uint64_t
read_freq(const struct source *s, const char *d, size_t len)
{
	uint64_t v = 0;

	for (size_t i = 0; i < len; i++)
		if (d[i] < '0' || d[i] > '9' ||
		    __builtin_mul_overflow(v, 10, &v) ||
		    __builtin_add_overflow(v, (uint64_t)(d[i] - '0'), &v)) {
			len = 0;
			break;
		}
	if (len == 0)
		die_data(s->in.name, s->in.line,
		    "column freq: not a count from 0 to %" PRIu64, UINT64_MAX);
	return v;
}

static bool
read_line(struct source *s, char **line, size_t *len, size_t *n_col)
{
	if (!in_line(&s->in, line, len))
		return false;
	if (*len > 0 && (*line)[*len - 1] == '\r')
		--*len;
	*n_col = 1;
	for (const char *t = *line;
	     (t = memchr(t, '\t', (size_t)(*line + *len - t))) != NULL; t++)
		++*n_col;
	return true;
}

/* The next row, behind the one above in the order of the keys. */
static bool
advance(struct source *s)
{
	char *line;
	size_t len;
	size_t n_col;
	const char *tab;
	bool above = s->key != NULL;
	int c;

	if (!read_line(s, &line, &len, &n_col))
		return false;
	if (n_col != s->n_col)
		die_data(s->in.name, s->in.line,
		    "%zu column%s where the header names %zu", n_col,
		    n_col == 1 ? "" : "s", s->n_col);
	tab = memrchr(line, '\t', len);
	s->key = line;
	s->key_len = (size_t)(tab - line);
	s->freq = read_freq(s, tab + 1, len - s->key_len - 1);
	if (above) {
		c = compare(s->last.s, s->last.len, s->key, s->key_len);
		if (c == 0)
			die_data(s->in.name, s->in.line, "'%s' stands twice",
			    shown(s->key, s->key_len));
		if (c > 0)
			die_data(s->in.name, s->in.line,
			    "'%s' is out of order: rows are sorted by the "
			    "bytes of the columns before freq (ngrams "
			    "without -r)",
			    shown(s->key, s->key_len));
	}
	keep_key(&s->last, s);
	return true;
}

static void
open_source(struct source *s, const char *path, const struct source *first)
{
	char *line;
	size_t len;

	*s = (struct source){.first = s == first};
	in_open(&s->in, path, NULL);
	if (!read_line(s, &line, &len, &s->n_col) || len == 0)
		die_data(s->in.name, 1, "no header line: not a table");
	buf_mem(&s->head, line, len);
	if (len < 6 || memcmp(line + len - 5, "\tfreq", 5) != 0)
		die_data(s->in.name, 1,
		    "the last column is not freq: not a count table");
	if (s->head.len != first->head.len ||
	    memcmp(s->head.s, first->head.s, s->head.len) != 0)
		die_data(s->in.name, 1, "the columns are '%s', in %s '%s'",
		    shown(s->head.s, s->head.len), first->in.name,
		    shown(first->head.s, first->head.len));
}

static void
close_source(struct source *s)
{
	in_close(&s->in);
	buf_free(&s->head);
	buf_free(&s->last);
}

/* ---- heap ---- */

static void
sift(struct heap *h, size_t i)
{
	struct source *s = h->s[i];

	for (;;) {
		size_t c = 2 * i + 1;

		if (c + 1 < h->n && by_key(h->s[c + 1], h->s[c]) < 0)
			c++;
		if (c >= h->n || by_key(s, h->s[c]) <= 0)
			break;
		h->s[i] = h->s[c];
		i = c;
	}
	h->s[i] = s;
}

static void
pass_least(struct heap *h)
{
	if (!advance(h->s[0]))
		h->s[0] = h->s[--h->n];
	if (h->n > 0)
		sift(h, 0);
}

static void
fill_heap(struct heap *h, struct source *src, size_t n)
{
	h->s = mem_new(n, sizeof(struct source *));
	for (size_t i = 0; i < n; i++)
		if (advance(&src[i]))
			h->s[h->n++] = &src[i];
	for (size_t i = h->n / 2; i-- > 0;)
		sift(h, i);
}

/* ---- rows ---- */

static void
put(struct out *o, const struct buf *key, uint64_t freq)
{
	out_mem(o, key->s, key->len);
	out_ch(o, '\t');
	out_u64(o, freq);
	out_ch(o, '\n');
}

/* The least key of all, in key, and its counts: sum[1] of the tables to
 * subtract, sum[0] of the others. */
static void
add_least(struct heap *h, bool subtract, struct buf *key, uint64_t sum[2])
{
	keep_key(key, h->s[0]);
	sum[0] = sum[1] = 0;
	do {
		const struct source *s = h->s[0];
		uint64_t *to = &sum[subtract && !s->first ? 1 : 0];

		if (__builtin_add_overflow(*to, s->freq, to))
			die_data(s->in.name, s->in.line,
			    "the sum of '%s' is over %" PRIu64,
			    shown(key->s, key->len), UINT64_MAX);
		pass_least(h);
	} while (h->n > 0 &&
	    compare(key->s, key->len, h->s[0]->key, h->s[0]->key_len) == 0);
}

static void
add_rows(struct heap *h, struct out *o, bool subtract)
{
	struct buf key = {0};
	uint64_t sum[2];

	while (h->n > 0) {
		add_least(h, subtract, &key, sum);
		if (sum[1] > sum[0])
			die_data("option -s", 0,
			    "'%s' is counted %" PRIu64
			    " times in the first table, %" PRIu64
			    " in the others",
			    shown(key.s, key.len), sum[0], sum[1]);
		if (!subtract || sum[0] > sum[1])
			put(o, &key, sum[0] - sum[1]);
	}
	buf_free(&key);
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
merge(char **files, size_t n, bool subtract)
{
	struct source *src = mem_new(n, sizeof(*src));
	struct heap h = {0};
	struct out o;

	need_files(n);
	for (size_t i = 0; i < n; i++)
		open_source(&src[i], files != NULL ? files[i] : NULL, src);
	out_stdout(&o);
	out_mem(&o, src->head.s, src->head.len);
	out_ch(&o, '\n');
	fill_heap(&h, src, n);
	add_rows(&h, &o, subtract);
	out_close(&o);
	for (size_t i = 0; i < n; i++)
		close_source(&src[i]);
	free(h.s);
	free(src);
}

int
main(int argc, char **argv)
{
	static const struct opt_page page = {"merge [-hqsVv] [file ...]",
	    "add count tables, or subtract them", "s"};
	bool subtract = false;
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 's':
			subtract = true;
			break;
		}
	argc -= optind;
	argv += optind;
	merge(argc > 0 ? argv : NULL, argc > 0 ? (size_t)argc : 1, subtract);
	return RC_OK;
}
