#include "runs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/spool.h"

struct runs_reader {
	uint32_t key[RUNS_KEY]; /* mapped */
	uint64_t freq;
	uint64_t at;   /* next byte to read from the file */
	uint64_t left; /* records not yet taken from buf or the file */
	char *buf;
	size_t cap; /* whole records */
	size_t pos;
	size_t fill;
};

static size_t
record_size(size_t n_key)
{
	return n_key * sizeof(uint32_t) + sizeof(uint64_t);
}

void
runs_open(struct runs *r)
{
	*r = (struct runs){.fd = -1};
}

struct run
runs_begin(struct runs *r)
{
	if (r->fd == -1) {
		r->fd = temp_open(&r->name);
		out_open(&r->out, r->fd, r->name);
	}
	return (struct run){.from = r->size};
}

void
runs_put(struct runs *r, struct run *run, const uint32_t *key, size_t n_key,
    uint64_t freq)
{
	size_t size = record_size(n_key);
	char *to = out_room(&r->out, size);

	memcpy(to, key, n_key * sizeof(*key));
	memcpy(to + n_key * sizeof(*key), &freq, sizeof(freq));
	r->out.b.len += size;
	r->size += size;
	run->n++;
}

void
runs_close(struct runs *r)
{
	if (r->fd == -1)
		return;
	r->out.b.len = 0; /* read to its end, or not wanted */
	out_close(&r->out);
	free(r->name);
	r->fd = -1;
}

/* ---- merge ---- */

static void
refill(const struct runs_merge *m, struct runs_reader *x)
{
	size_t size = record_size(m->n_key);
	size_t want = x->left < x->cap / size ? (size_t)x->left * size : x->cap;

	x->pos = 0;
	x->fill = 0;
	while (x->fill < want) {
		ssize_t n = pread(m->runs->fd, x->buf + x->fill, want - x->fill,
		    (off_t)(x->at + x->fill));

		if (n == -1 && errno == EINTR)
			continue;
		if (n == 0)
			errno = EIO; /* somebody cut our file */
		if (n <= 0)
			die_sys(m->runs->name);
		x->fill += (size_t)n;
	}
	x->at += want;
}

static bool
advance(const struct runs_merge *m, struct runs_reader *x)
{
	const size_t n = m->n_key * sizeof(*x->key);

	if (x->left == 0)
		return false;
	if (x->pos == x->fill)
		refill(m, x);
	memcpy(x->key, x->buf + x->pos, n);
	memcpy(&x->freq, x->buf + x->pos + n, sizeof(x->freq));
	for (size_t k = 0; k < m->n_key; k++)
		x->key[k] = m->map[k][x->key[k]];
	x->pos += record_size(m->n_key);
	x->left--;
	return true;
}

static inline int
compare(const uint32_t *x, const uint32_t *y, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (x[k] != y[k])
			return x[k] < y[k] ? -1 : 1;
	return 0;
}

static bool
is_less(const void *a, const void *b, const void *of)
{
	const struct runs_reader *x = a;
	const struct runs_reader *y = b;
	const struct runs_merge *m = of;

	return compare(x->key, y->key, m->n_key) < 0;
}

static void
reader_free(struct runs_reader *x)
{
	free(x->buf);
	free(x);
}

void
runs_merge(struct runs_merge *m, struct runs *r, const struct run *run,
    size_t n, size_t room)
{
	size_t size = record_size(m->n_key);
	size_t share = room / (n > 0 ? n : 1) / size * size;

	if (r->fd != -1)
		out_flush(&r->out);
	m->runs = r;
	m->heap = (struct heap){mem_new(n, sizeof(void *)), 0};
	for (size_t i = 0; i < n; i++) {
		struct runs_reader *x = mem_new(1, sizeof(*x));

		x->at = run[i].from;
		x->left = run[i].n;
		x->cap = share > 64 * size ? share : 64 * size;
		if (x->left < x->cap / size)
			x->cap = (size_t)x->left * size;
		x->buf = mem_new(x->cap, 1);
		if (advance(m, x))
			m->heap.item[m->heap.n++] = x;
		else
			reader_free(x);
	}
	heap_order(&m->heap, is_less, m);
}

static const struct runs_reader *
least(const struct runs_merge *m)
{
	return m->heap.item[0];
}

bool
runs_next(struct runs_merge *m)
{
	if (m->heap.n == 0)
		return false;
	memcpy(m->key, least(m)->key, sizeof(m->key));
	m->freq = 0;
	do {
		struct runs_reader *x = m->heap.item[0];
		bool goes;

		m->freq += x->freq;
		goes = !advance(m, x);
		if (goes)
			reader_free(x);
		heap_next(&m->heap, goes, is_less, m);
	} while (
	    m->heap.n > 0 && compare(m->key, least(m)->key, m->n_key) == 0);
	return true;
}

bool
runs_peek(const struct runs_merge *m, uint32_t *first)
{
	if (m->heap.n > 0)
		*first = least(m)->key[0];
	return m->heap.n > 0;
}

void
runs_merge_free(struct runs_merge *m)
{
	for (size_t i = 0; i < m->heap.n; i++)
		reader_free(m->heap.item[i]);
	free(m->heap.item);
	m->heap = (struct heap){0};
}
