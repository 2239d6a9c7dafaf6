#include "range.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"

enum {
	SAMPLE = 2048, /* keys at least */
	EACH = 16,     /* keys a range at least */
	CHUNK = 4096,  /* bytes read at a time */
	KEY = 1024     /* bytes of a key that tell ranges apart */
};

/* A file in which lines are sought. */
struct probe {
	int fd;
	const char *name;
	uint64_t size;
	struct buf text; /* the bytes from `at` on */
	uint64_t at;
};

void
range_read(struct range *r, int letter, const char *arg)
{
	const char *slash = strchr(arg, '/');
	char *k;

	if (slash == NULL)
		die_usage(
		    "option -%c: '%s' is not a range as 3/16", letter, arg);
	k = mem_copy(arg, (size_t)(slash - arg));
	r->n = opt_u64(letter, slash + 1, 1, RANGE_MAX);
	r->k = opt_u64(letter, k, 1, r->n);
	free(k);
}

void
range_free(struct range *r)
{
	buf_free(&r->from);
	buf_free(&r->to);
}

/* ---- lines by their place ---- */

/* More bytes of the file; false at its end. */
static bool
read_more(struct probe *p)
{
	ssize_t n;

	if (p->text.len > IN_LINE_MAX + CHUNK)
		die_data(p->name, 0, "line longer than %zu bytes", IN_LINE_MAX);
	buf_room(&p->text, CHUNK);
	do
		n = pread(p->fd, p->text.s + p->text.len, CHUNK,
		    (off_t)(p->at + p->text.len));
	while (n == -1 && errno == EINTR);
	if (n == -1)
		die_sys(p->name);
	p->text.len += (size_t)n;
	return n > 0;
}

/* The length of the first line in text, with its LF; all if it has none. */
static size_t
line_end(struct probe *p)
{
	size_t seen = 0;

	do {
		const char *lf = p->text.len == seen
		    ? NULL
		    : memchr(p->text.s + seen, '\n', p->text.len - seen);

		if (lf != NULL)
			return (size_t)(lf - p->text.s) + 1;
		seen = p->text.len;
	} while (read_more(p));
	return p->text.len;
}

/* The first line that begins at byte `at` (not 0) or behind it: where it
 * begins, or the end of the file; the key in *key, to the next call. */
static uint64_t
line_from(struct probe *p, uint64_t at, struct buf *key)
{
	const char *tab;
	size_t len;

	p->at = at - 1;
	p->text.len = 0;
	p->at += line_end(p);
	p->text.len = 0;
	key->len = 0;
	if (p->at >= p->size)
		return p->size;
	len = line_end(p);
	tab = memrchr(p->text.s, '\t', len);
	if (tab != NULL)
		len = (size_t)(tab - p->text.s);
	buf_mem(key, p->text.s, len);
	return p->at;
}

/* Cell by cell in the order of their bytes, as source_compare(). */
static int
compare(const struct buf *a, const struct buf *b)
{
	size_t n = a->len < b->len ? a->len : b->len;
	size_t i = 0;
	unsigned char x;
	unsigned char y;

	while (i < n && a->s[i] == b->s[i])
		i++;
	if (i == n)
		return (a->len > b->len) - (a->len < b->len);
	x = a->s[i] == '\t' ? 0 : (unsigned char)a->s[i];
	y = b->s[i] == '\t' ? 0 : (unsigned char)b->s[i];
	return x < y ? -1 : 1;
}

/* ---- where the ranges part ---- */

static uint64_t
file_size(const char *path)
{
	struct stat st;

	if (strcmp(path, "-") == 0)
		die_usage("option -R: ranges are sought in files, not in "
			  "standard input");
	if (stat(path, &st) == -1)
		die_sys(path);
	if (!S_ISREG(st.st_mode))
		die_usage("option -R: ranges are sought in regular files, "
			  "which '%s' is not",
		    path);
	return (uint64_t)st.st_size;
}

struct sample {
	struct buf *key;
	size_t n;
	size_t most;
	uint64_t total; /* bytes of all files */
	uint64_t done;  /* of the files before */
	size_t next;    /* the key to be taken next, of most */
};

/* The keys of a file that are in the sample: at even distances over the bytes
 * of all files. */
static void
take_sample(struct sample *x, const char *path, uint64_t size)
{
	struct probe p = {.name = path, .size = size};
	uint64_t begin = 0; /* of the last line that was read */

	if ((p.fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
		die_sys(path);
	for (; x->next < x->most; x->next++) {
		uint64_t at = x->total / x->most * x->next +
		    x->total % x->most * x->next / x->most - x->done;
		struct buf *key = &x->key[x->n];

		if (at >= size)
			break;
		if (at > begin || begin == 0)
			begin = line_from(&p, at > 0 ? at : 1, key);
		else if (begin < size) /* still before that line */
			buf_mem(key, key[-1].s, key[-1].len);
		if (begin == size)
			continue;
		if (key->len > KEY)
			key->len = KEY;
		x->n++;
	}
	x->done += size;
	buf_free(&p.text);
	if (close(p.fd) == -1)
		die_sys(path);
}

static int
by_key(const void *a, const void *b)
{
	return compare(a, b);
}

void
range_bounds(struct range *r, char **files, size_t n)
{
	struct sample x = {.most = r->n * EACH > SAMPLE ? r->n * EACH : SAMPLE};
	uint64_t *size = mem_new(n, sizeof(*size));

	for (size_t i = 0; i < n; i++) {
		size[i] = file_size(files[i]);
		x.total += size[i];
	}
	x.key = mem_new(x.most, sizeof(*x.key));
	for (size_t i = 0; i < n; i++)
		take_sample(&x, files[i], size[i]);
	qsort(x.key, x.n, sizeof(*x.key), by_key);
	if (r->k > 1 && x.n > 0) {
		const struct buf *b = &x.key[x.n * (r->k - 1) / r->n];

		buf_mem(&r->from, b->s, b->len);
	}
	if (r->k < r->n && x.n > 0) {
		const struct buf *b = &x.key[x.n * r->k / r->n];

		buf_mem(&r->to, b->s, b->len);
	}
	for (size_t i = 0; i < x.most; i++)
		buf_free(&x.key[i]);
	free(x.key);
	free(size);
}

/* ---- a table's rows of a range ---- */

/* The byte where the first row whose key is not before this one begins. */
static uint64_t
find_row(struct probe *p, uint64_t lo, const struct buf *bound)
{
	struct buf key = {0};
	uint64_t hi = p->size;

	/* lines that begin before lo come before, those from hi on do not */
	while (lo < hi) {
		uint64_t mid = lo + (hi - lo) / 2;
		uint64_t at = line_from(p, mid, &key);

		if (at >= hi || compare(&key, bound) >= 0)
			hi = mid;
		else
			lo = at + line_end(p);
	}
	buf_free(&key);
	return lo;
}

void
range_seek(const struct range *r, struct source *s)
{
	struct probe p = {.fd = s->in.fd, .name = s->in.name};
	struct stat st;
	uint64_t from;
	uint64_t to;

	if (s->in.zst != NULL)
		die_data(s->in.name, 0,
		    "packed by zstd: option -R finds no rows there");
	if (s->in.by_cr)
		die_data(s->in.name, 0,
		    "lines end with CR alone: option -R finds no rows there");
	if (fstat(p.fd, &st) == -1)
		die_sys(p.name);
	p.size = (uint64_t)st.st_size;
	from = s->start < p.size ? s->start : p.size;
	to = p.size;
	if (r->k > 1)
		from = find_row(&p, from, &r->from);
	if (r->k < r->n)
		to = find_row(&p, from, &r->to);
	buf_free(&p.text);
	source_seek(s, from, to);
}
