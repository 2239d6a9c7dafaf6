#include "lanes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lanes_inner.h"
#include "lib/base/mem.h"

/* Most of it will be filled, and read in no order: pages of the larger kind. */
static void *
large_block(size_t n)
{
	char *p = mem_new(n, sizeof(lane));

#ifdef MADV_HUGEPAGE
	size_t size = n * sizeof(lane);
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t off = (page - (uintptr_t)p % page) % page;

	if (size > off)
		(void)madvise(p + off, size - off, MADV_HUGEPAGE);
#endif
	return p;
}

void
reinert_lanes_open(
    struct reinert_lanes *w, uint32_t most_row, uint32_t most_col)
{
	size_t n = (size_t)most_col * (ROOM + 4) + most_row;
	char *at;

	w->block = large_block(n + 1);
	at = w->block;
	at += sizeof(lane) - (uintptr_t)at % sizeof(lane);
	w->row = (lane *)(void *)at;
	w->col = w->row + most_row;
	w->used = mem_new(most_row, sizeof(*w->used));
}

void
reinert_lanes_free(struct reinert_lanes *w)
{
	free(w->block);
	free(w->used);
}

/* ---- the parts ---- */

static void
set_rows(struct reinert_run *r, const struct reinert_part *const *part)
{
	lane *row = r->w->row;
	const lane zero = {0};

	memset(row, 0, r->t->n_row * sizeof(*row));
	for (uint32_t k = 0; k < r->n; k++) {
		const struct sparse *p = &part[k]->t;

		for (uint32_t i = 0; i < p->n_row; i++)
			row[place(part[k]->row, i)][k] =
			    1 / (double)(p->at[i + 1] - p->at[i]);
	}
	for (uint32_t i = 0; i < r->t->n_row; i++)
		for (uint32_t k = 0; k < r->n; k++)
			if (row[i][k] > zero[k]) {
				r->w->used[r->n_used++] = i;
				break;
			}
}

static void
set_columns(struct reinert_run *r, const struct reinert_part *const *part)
{
	size_t n = r->t->n_col;

	memset(r->w->col, 0, 2 * n * sizeof(lane));
	r->per_root = r->w->col;
	r->trivial = r->per_root + n;
	r->half = r->trivial + n;
	r->basis = r->half + n;
	for (uint32_t k = 0; k < r->n; k++) {
		const struct sparse *p = &part[k]->t;
		double total = (double)p->at[p->n_row];
		uint32_t *rows = sparse_columns(p);

		for (uint32_t j = 0; j < p->n_col; j++) {
			double x = rows[j];

			uint32_t to = place(part[k]->col, j);

			r->per_root[to][k] = 1 / sqrt(x);
			r->trivial[to][k] = sqrt(x / total);
		}
		free(rows);
	}
}

/* ---- the whole ---- */

void
reinert_lanes_find(const struct reinert_lanes *w, const struct sparse *t,
    const struct reinert_part *const *part, uint32_t n,
    struct reinert_found *found)
{
	struct reinert_run r = {.w = w, .t = t, .n = n};

	set_rows(&r, part);
	set_columns(&r, part);
	reinert_lanes_run(&r, part, found);
}
