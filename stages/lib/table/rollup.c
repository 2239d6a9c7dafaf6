#include "rollup.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

/* Cell number col of a row of cells parted by tabs. */
static const char *
cell(const char *s, int col, size_t *len)
{
	const char *tab;

	for (; col > 0 && (tab = strchr(s, '\t')) != NULL; col--)
		s = tab + 1;
	*len = strcspn(s, "\t");
	return s;
}

int
rollup_theme(const struct counts *c)
{
	const char *s = c->header.s;

	for (int i = 0;; i++) {
		size_t len = strcspn(s, "\t");

		if (len == 5 && memcmp(s, "theme", len) == 0)
			return i;
		if (s[len] == '\0')
			return -1;
		s += len + 1;
	}
}

/* Calls for the theme s and each of its parents; first sight adds a name. */
static void
add_path(struct rollup *r, const char *s, size_t len)
{
	for (size_t i = 0; i <= len; i++)
		if (i == len || (s[i] == '/' && i > 0))
			(void)intern_add(&r->names, s, i);
}

/* The items of each term, for its cells. */
static void
list_paths(struct rollup *r, int col)
{
	uint32_t n = r->c->terms.n;
	size_t cap = 0;

	r->path = mem_new((size_t)n + 1, sizeof(*r->path));
	for (uint32_t k = 0; k < n; k++) {
		size_t at = r->path[k];
		size_t len;
		const char *s = counts_name(&r->c->terms, k, &len);

		s = cell(s, col, &len);
		for (size_t i = 0; i <= len; i++)
			if (i == len || (s[i] == '/' && i > 0)) {
				r->on_path = mem_grow(r->on_path, &cap, at + 1,
				    sizeof(*r->on_path));
				r->on_path[at++] =
				    r->rank[intern_find(&r->names, s, i)];
			}
		r->path[k + 1] = at;
	}
}

/* The items of all terms, those without a hit too. */
static void
name_items(struct rollup *r, int col)
{
	intern_open(&r->names);
	for (uint32_t k = 0; r->by_theme && k < r->c->terms.n; k++) {
		size_t len;
		const char *s = counts_name(&r->c->terms, k, &len);

		s = cell(s, col, &len);
		add_path(r, s, len);
	}
	r->n_item = r->by_theme ? r->names.n : r->c->terms.n;
	intern_rank(&r->names, &r->rank, &r->order);
	if (r->by_theme)
		list_paths(r, col);
}

static void
add_hit(struct rollup *r, size_t *n, uint32_t item, uint64_t f)
{
	r->hit = mem_grow(r->hit, &r->cap, *n + 1, sizeof(*r->hit));
	r->hit[(*n)++] = (struct rollup_hit){item, f};
}

static void
sum_slice(struct rollup *r, size_t i, uint64_t *sum, size_t *n)
{
	const struct counts_slice *s = &r->c->slice[i];

	for (size_t j = s->from; j < s->to; j++) {
		const struct counts_cell *x = &r->c->cell[j];

		if (!r->by_theme)
			add_hit(r, n, x->term, x->f);
		else
			for (size_t k = r->path[x->term];
			     k < r->path[x->term + 1]; k++)
				sum[r->on_path[k]] += x->f;
	}
	for (uint32_t k = 0; r->by_theme && k < r->n_item; k++) {
		if (sum[k] > 0)
			add_hit(r, n, k, sum[k]);
		sum[k] = 0;
	}
}

void
rollup_open(struct rollup *r, const struct counts *c, bool by_theme)
{
	int col = rollup_theme(c);
	uint64_t *sum;
	size_t n = 0;

	*r = (struct rollup){.c = c, .by_theme = by_theme && col >= 0};
	r->header = r->by_theme ? "theme" : c->header.s;
	name_items(r, col);
	sum = mem_new(r->n_item, sizeof(*sum));
	r->first = mem_new(c->n_slice + 1, sizeof(*r->first));
	r->has = mem_new((size_t)c->sizes.n * r->n_item, sizeof(*r->has));
	for (size_t i = 0; i < c->n_slice; i++) {
		size_t row = (size_t)c->slice[i].size * r->n_item;

		r->first[i] = n;
		sum_slice(r, i, sum, &n);
		for (size_t j = r->first[i]; j < n; j++)
			r->has[row + r->hit[j].item] = true;
	}
	r->first[c->n_slice] = n;
	for (uint32_t k = 0; c->sizes.n == 1 && k < r->n_item; k++)
		r->has[k] = true; /* items that only rows of 0 name */
	free(sum);
}

const char *
rollup_name(const struct rollup *r, uint32_t item, size_t *len)
{
	return r->by_theme ? intern_s(&r->names, r->order[item], len)
			   : counts_name(&r->c->terms, item, len);
}

void
rollup_close(struct rollup *r)
{
	intern_free(&r->names);
	free(r->rank);
	free(r->path);
	free(r->on_path);
	free(r->order);
	free(r->hit);
	free(r->first);
	free(r->has);
	*r = (struct rollup){0};
}
