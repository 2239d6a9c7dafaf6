#include "order.h"

#include <stdlib.h>

#include "lib/base/mem.h"
#include "lib/base/sorter.h"

enum {
	WIDTH = 2,
	LEAST = 1 << 16, /* pairs however little room */
};

void
order_open(struct order *x, uint32_t n_word, size_t room)
{
	*x = (struct order){.n_word = n_word};
	if (room > 0) {
		/* sorting takes them twice */
		x->max = room / (sizeof(*x->pair) * 2 * WIDTH);
		x->max = x->max > LEAST ? x->max : LEAST;
	}
	runs_open(&x->runs);
}

static void
sort(struct order *x)
{
	uint64_t *spare = mem_new(x->n * WIDTH, sizeof(*spare));
	uint64_t *sorted = radix_sort(x->pair, spare, x->n, WIDTH);

	if (sorted == x->pair) {
		free(spare);
		return;
	}
	free(x->pair);
	x->pair = sorted;
	x->cap = x->n * WIDTH;
}

static struct run *
new_run(struct order *x)
{
	x->run = mem_grow(x->run, &x->cap_run, x->n_run + 1, sizeof(*x->run));
	x->run[x->n_run] = runs_begin(&x->runs);
	return &x->run[x->n_run++];
}

static void
put(struct order *x, struct run *run, uint64_t pair, uint64_t freq)
{
	uint32_t key[] = {(uint32_t)(pair >> 32), (uint32_t)pair};

	runs_put(&x->runs, run, key, 2, freq);
}

static void
spill(struct order *x)
{
	struct run *run;

	if (x->n == 0)
		return;
	sort(x);
	run = new_run(x);
	for (size_t i = 0; i < x->n; i++)
		put(x, run, x->pair[i * WIDTH], x->pair[i * WIDTH + 1]);
	x->n = 0;
}

void
order_run(struct order *x, const uint64_t *pair, const uint64_t *freq, size_t n)
{
	struct run *run = new_run(x);

	for (size_t i = 0; i < n; i++)
		put(x, run, pair[i], freq[i]);
}

void
order_add(struct order *x, uint64_t pair, uint64_t freq)
{
	if (x->n == x->max && x->max > 0)
		spill(x);
	x->pair =
	    mem_grow(x->pair, &x->cap, (x->n + 1) * WIDTH, sizeof(*x->pair));
	x->pair[x->n * WIDTH] = pair;
	x->pair[x->n * WIDTH + 1] = freq;
	x->n++;
}

void
order_finish(struct order *x)
{
	if (x->n_run == 0) {
		if (x->n > 0)
			sort(x);
		return;
	}
	spill(x);
	free(x->pair);
	x->pair = NULL;
	x->same = mem_new(x->n_word, sizeof(*x->same));
	for (uint32_t i = 0; i < x->n_word; i++)
		x->same[i] = i;
	x->merge = (struct runs_merge){.n_key = 2, .map = {x->same, x->same}};
	runs_merge(&x->merge, &x->runs, x->run, x->n_run,
	    x->max * WIDTH * sizeof(*x->pair));
}

bool
order_next(struct order *x, uint64_t *pair, uint64_t *freq)
{
	if (x->n_run == 0) {
		if (x->next == x->n)
			return false;
		*pair = x->pair[x->next * WIDTH];
		*freq = x->pair[x->next * WIDTH + 1];
		x->next++;
		return true;
	}
	if (!runs_next(&x->merge))
		return false;
	*pair = (uint64_t)x->merge.key[0] << 32 | x->merge.key[1];
	*freq = x->merge.freq;
	return true;
}

void
order_close(struct order *x)
{
	if (x->n_run > 0)
		runs_merge_free(&x->merge);
	runs_close(&x->runs);
	free(x->run);
	free(x->pair);
	free(x->same);
}
