#include "spectra.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/table/counts.h"
#include "lib/table/tsv.h"

static void
open_spectra(struct spectra *t, const char *head)
{
	*t = (struct spectra){.head = head};
	intern_open(&t->keys);
}

void
spectra_free(struct spectra *t)
{
	for (uint32_t i = 0; i < t->keys.n; i++)
		spectrum_free(&t->s[i]);
	free(t->s);
	intern_free(&t->keys);
}

/* The spectrum of a key, made if it is new. */
static struct spectrum *
find(struct spectra *t, const struct buf *key)
{
	uint32_t n = t->keys.n;
	uint32_t id = intern_add(&t->keys, key->s, key->len);

	t->s = mem_grow(t->s, &t->cap, (size_t)id + 1, sizeof(*t->s));
	if (id == n)
		t->s[id] = (struct spectrum){0};
	return &t->s[id];
}

/* ---- count tables ---- */

static void
slice_key(struct buf *key, const struct counts *c, const struct counts_slice *x)
{
	size_t len;
	const char *s;

	key->len = 0;
	if (c->has_part) {
		s = counts_name(&c->parts, x->part, &len);
		buf_mem(key, s, len);
	} else
		buf_str(key, "all");
	if (c->has_size) {
		s = counts_name(&c->sizes, x->size, &len);
		buf_mem(key, "\t", 1);
		buf_mem(key, s, len);
	}
}

static void
take_slice(struct spectra *t, const struct counts *c,
    const struct counts_slice *x, struct buf *key)
{
	size_t n = x->to - x->from;
	uint64_t *f = mem_new(n, sizeof(*f));
	struct spectrum *s;
	const char *file;
	uint64_t line;

	slice_key(key, c, x);
	s = find(t, key);
	for (size_t i = 0; i < n; i++)
		f[i] = c->cell[x->from + i].f;
	spectrum_count(s, f, n);
	free(f);
	file = counts_where(c, x->row, &line);
	if (s->tokens != x->total)
		die_data(file, line,
		    "the rows of the part add up to %" PRIu64 " of %" PRIu64
		    ": rows are hidden, so its types are not known; count "
		    "without a least frequency",
		    s->tokens, x->total);
}

void
spectra_of_counts(struct spectra *t, char **files, int n)
{
	struct counts c;
	struct buf key = {0};

	counts_read(&c, files, n);
	open_spectra(t, c.has_size ? "part\tn" : "part");
	for (size_t i = 0; i < c.n_slice; i++)
		take_slice(t, &c, &c.slice[i], &key);
	buf_free(&key);
	counts_free(&c);
}

/* ---- spectra ---- */

static void
take_class(struct spectra *t, struct tsv *in, int part, struct buf *key)
{
	uint64_t f = tsv_u64(in, tsv_column(in, "m"));
	uint64_t types = tsv_u64(in, tsv_column(in, "Vm"));
	struct spectrum *s;

	key->len = 0;
	if (part >= 0)
		counts_escape(key, in->cell[part], in->size[part]);
	else
		buf_str(key, "all");
	s = find(t, key);
	if (f > COUNTS_MAX || types > COUNTS_MAX ||
	    (f > 0 && types > (COUNTS_MAX - s->tokens) / f))
		die_data(in->in.name, in->in.line, "more than 2^53 tokens");
	spectrum_add(s, f, types);
}

static void
read_classes(struct spectra *t, const char *path, struct buf *key)
{
	struct tsv in;
	int part;

	tsv_open(&in, path);
	(void)tsv_column(&in, "m");
	(void)tsv_column(&in, "Vm");
	part = tsv_has(&in, "part");
	while (tsv_next(&in))
		take_class(t, &in, part, key);
	tsv_close(&in);
}

void
spectra_of_classes(struct spectra *t, char **files, int n)
{
	struct buf key = {0};

	open_spectra(t, "part");
	if (n == 0)
		read_classes(t, NULL, &key);
	for (int i = 0; i < n; i++)
		read_classes(t, files[i], &key);
	for (uint32_t i = 0; i < t->keys.n; i++)
		spectrum_sort(&t->s[i]);
	buf_free(&key);
}
