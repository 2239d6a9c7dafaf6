#include "sum.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "count/common/rows.h"
#include "lib/base/err.h"
#include "lib/base/spool.h"
#include "tree.h"

enum {
	DIGITS = 20
};

/* The row that is written last and may still change. */
struct last {
	size_t from;   /* its place in the block */
	size_t digits; /* that of its count */
	const struct source *s;
	uint64_t sum[2]; /* of the tables to add, and of those to subtract */
};

static void __attribute__((noreturn))
refuse_difference(const struct out *o, const struct last *l)
{
	die_data("option -s", 0,
	    "counts of '%s': %" PRIu64 " in the first table, %" PRIu64
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

void
sum_rows(struct source *table, size_t n, struct out *o, bool subtract)
{
	struct last l = {0};
	struct tree t;
	bool any = false;

	for (tree_open(&t, table, n); tree_code(&t) != CODE_END;
	     tree_next(&t)) {
		const struct source *s = tree_least(&t);
		size_t add = subtract && !s->first ? 1 : 0;

		if (any && tree_code(&t) == CODE_SAME) {
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
	tree_close(&t);
	for (size_t i = 0; i < n; i++)
		source_close(&table[i]);
	free(table);
}

void
sum_spill(struct out *o, char **name)
{
	int fd = temp_open(name);

	out_open(o, fd, *name);
}

int
sum_spilt(struct out *o)
{
	int fd = o->fd;

	out_flush(o);
	buf_free(&o->b);
	if (lseek(fd, 0, SEEK_SET) == -1)
		die_sys(o->name);
	return fd;
}

/* The last k files together. */
static void
add_last(struct sums *f, size_t k, struct out *o)
{
	struct source *s = mem_new(k, sizeof(*s));

	f->n -= k;
	for (size_t i = 0; i < k; i++)
		source_open_rows(&s[i], f->fd[f->n + i], f->name, &f->like);
	sum_rows(s, k, o, false);
}

static void
put_file(struct sums *f, int fd, unsigned level)
{
	f->fd = mem_grow(f->fd, &f->cap[0], f->n + 1, sizeof(*f->fd));
	f->level = mem_grow(f->level, &f->cap[1], f->n + 1, sizeof(*f->level));
	f->fd[f->n] = fd;
	f->level[f->n++] = level;
}

/* The last `most` files become one. */
static void
fold_last(struct sums *f)
{
	unsigned level = f->level[f->n - 1];
	struct out o;

	sum_spill(&o, &f->name);
	add_last(f, f->most, &o);
	put_file(f, sum_spilt(&o), level + 1);
}

void
sums_add(struct sums *f, int fd)
{
	put_file(f, fd, 0);
	while (
	    f->n >= f->most && f->level[f->n - f->most] == f->level[f->n - 1])
		fold_last(f);
}

void
sums_write(struct sums *f, struct out *o)
{
	while (f->n > f->most)
		fold_last(f);
	add_last(f, f->n, o);
	free(f->fd);
	free(f->level);
	free(f->name);
}
