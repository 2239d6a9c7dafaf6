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
#include "source.h"
#include "tree.h"

enum {
	SPARE_FILES = 16,
	DIGITS = 20
};

/* The row that is written last and may still change. */
struct last {
	size_t from;   /* its place in the block */
	size_t digits; /* that of its count */
	const struct source *s;
	uint64_t sum[2]; /* of the tables to add, and of those to subtract */
	bool changed;    /* the digits are not those of the sum */
};

/* ---- rows ---- */

static char *
put_digits(char *to, uint64_t v)
{
	char d[DIGITS];
	size_t i = sizeof(d);

	do {
		d[--i] = (char)('0' + v % 10);
		v /= 10;
	} while (v > 0);
	memcpy(to, d + i, sizeof(d) - i);
	return to + (sizeof(d) - i);
}

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
end_row(struct out *o, struct last *l, bool subtract)
{
	char *to = o->b.s + l->digits;

	if (subtract && l->sum[1] > l->sum[0])
		refuse_difference(o, l);
	if (subtract && l->sum[1] == l->sum[0])
		o->b.len = l->from;
	else if (l->changed) {
		to = put_digits(to, l->sum[0] - l->sum[1]);
		*to++ = '\n';
		o->b.len = (size_t)(to - o->b.s);
	}
}

/* Copies the row as it stands: mostly no other table has its key. */
static inline void
begin_row(struct out *o, struct last *l, const struct source *s, size_t add)
{
	char *to = out_room(o, s->len + DIGITS + 1 + SOURCE_WIDE);

	l->from = o->b.len;
	l->digits = o->b.len + s->key_len + 1;
	if (s->len <= SOURCE_WIDE)
		memcpy(to, s->row, SOURCE_WIDE); /* two moves, not a call */
	else
		memcpy(to, s->row, s->len);
	to[s->len] = '\n';
	o->b.len += s->len + 1;
	l->sum[add] = s->freq;
	l->sum[1 - add] = 0;
	/* 007 becomes 7 */
	l->changed = add != 0 ||
	    (s->row[s->key_len + 1] == '0' && s->len > s->key_len + 2);
}

static inline void
add_to_row(const struct out *o, struct last *l, const struct source *s,
    size_t add)
{
	l->changed = true;
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
	struct tree t;
	struct out o;

	need_files(n);
	for (size_t i = 0; i < n; i++)
		source_open(&src[i], files != NULL ? files[i] : NULL, src);
	out_stdout(&o);
	out_mem(&o, src->head.s, src->head.len);
	out_ch(&o, '\n');
	tree_open(&t, src, n);
	add_rows(&t, &o, subtract);
	out_close(&o);
	tree_close(&t);
	for (size_t i = 0; i < n; i++)
		source_close(&src[i]);
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
