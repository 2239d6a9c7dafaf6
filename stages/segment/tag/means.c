#include "means.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

enum {
	SCALE = 32, /* a step of the perceptron in the file */
	LEAST = 12, /* smaller weights are left out */
	MOST = 2000 /* and larger ones are cut */
};

static void
grow_slots(struct features *fs)
{
	size_t n = fs->n_slot == 0 ? 1 << 16 : 2 * fs->n_slot;

	free(fs->slot);
	fs->slot = mem_new(n, sizeof(*fs->slot));
	fs->n_slot = n;
	for (size_t f = 0; f < fs->n; f++) {
		size_t i = fs->f[f].key & (n - 1);

		while (fs->slot[i] != 0)
			i = (i + 1) & (n - 1);
		fs->slot[i] = (uint32_t)f + 1;
	}
}

uint32_t
features_find(struct features *fs, uint64_t key)
{
	size_t i;

	if (2 * fs->n >= fs->n_slot)
		grow_slots(fs);
	for (i = key & (fs->n_slot - 1); fs->slot[i] != 0;
	     i = (i + 1) & (fs->n_slot - 1))
		if (fs->f[fs->slot[i] - 1].key == key)
			return fs->slot[i] - 1;
	fs->f = mem_grow(fs->f, &fs->cap, fs->n + 1, sizeof(*fs->f));
	fs->f[fs->n] = (struct feature){.key = key};
	fs->slot[i] = (uint32_t)++fs->n;
	return fs->slot[i] - 1;
}

/* The sums of a feature as they are now. */
static void
catch_up(struct feature *f, uint32_t now)
{
	for (size_t k = 0; k < TAGS; k++)
		f->sum[k] += (int64_t)f->weight[k] * (now - f->last);
	f->last = now;
}

void
features_move(struct feature *f, int gains, int loses, uint32_t now)
{
	catch_up(f, now);
	f->weight[gains]++;
	f->weight[loses]--;
}

static void
move(int32_t *weight, int64_t *sum, uint32_t *last, uint32_t now, int by)
{
	*sum += (int64_t)*weight * (now - *last);
	*last = now;
	*weight += by;
}

void
chain_move(struct chain *c, const int *tag, int by, uint32_t now)
{
	move(&c->now.pair[tag[1]][tag[2]], &c->pair[tag[1]][tag[2]],
	    &c->last_pair[tag[1]][tag[2]], now, by);
	move(&c->now.triple[tag[0]][tag[1]][tag[2]],
	    &c->triple[tag[0]][tag[1]][tag[2]],
	    &c->last_triple[tag[0]][tag[1]][tag[2]], now, by);
}

void
means_again(struct features *fs, struct chain *c, uint32_t now)
{
	for (size_t i = 0; i < fs->n; i++) {
		catch_up(&fs->f[i], now);
		memset(fs->f[i].weight, 0, sizeof(fs->f[i].weight));
	}
	for (size_t a = 0; a < TAG_STATES; a++)
		for (size_t t = 0; t < TAGS; t++) {
			move(&c->now.pair[a][t], &c->pair[a][t],
			    &c->last_pair[a][t], now, -c->now.pair[a][t]);
			for (size_t b = 0; b < TAG_STATES; b++)
				move(&c->now.triple[a][b][t],
				    &c->triple[a][b][t],
				    &c->last_triple[a][b][t], now,
				    -c->now.triple[a][b][t]);
		}
}

/* The mean of a weight over all sentences, in the file's scale. */
static int
mean(int64_t sum, uint32_t n)
{
	int64_t twice = 2 * (int64_t)SCALE * (sum < 0 ? -sum : sum);
	int64_t v = (twice + n) / (2 * (int64_t)n);

	v = v > MOST ? MOST : v;
	return (int)(sum < 0 ? -v : v);
}

static int
by_key(const void *a, const void *b)
{
	const struct feature *x = a;
	const struct feature *y = b;

	return x->key < y->key ? -1 : x->key > y->key;
}

void
features_put(struct features *fs, struct out *o, uint32_t now)
{
	qsort(fs->f, fs->n, sizeof(*fs->f), by_key);
	for (size_t i = 0; i < fs->n; i++) {
		struct feature *f = &fs->f[i];
		bool begun = false;

		catch_up(f, now);
		for (size_t k = 0; k < TAGS; k++) {
			int w = mean(f->sum[k], now);

			if (abs(w) < LEAST)
				continue;
			if (!begun) {
				out_str(o, "w\t");
				model_put_key(o, f->key);
				out_ch(o, '\t');
			}
			begun = true;
			out_fmt(o, "%c%d", (char)('A' + k), w);
		}
		if (begun)
			out_ch(o, '\n');
	}
}

void
features_close(struct features *fs)
{
	free(fs->f);
	free(fs->slot);
}

/* A line of the chain, where one of its weights is not 0. */
static void
put_behind(struct out *o, const int *before, const int64_t *sum,
    const int32_t *weight, const uint32_t *last, uint32_t now)
{
	int w[TAGS];
	int any = 0;

	for (size_t k = 0; k < TAGS; k++) {
		w[k] = mean(sum[k] + (int64_t)weight[k] * (now - last[k]), now);
		any |= w[k];
	}
	if (any == 0)
		return;
	out_str(o, "behind");
	for (size_t i = 0; i < 2; i++)
		if (before[i] >= 0)
			out_tab_str(
			    o, before[i] < TAGS ? tag_name[before[i]] : "-");
	for (size_t k = 0; k < TAGS; k++)
		out_fmt(o, "%c%d", k == 0 ? '\t' : ' ', w[k]);
	out_ch(o, '\n');
}

void
chain_put(const struct chain *c, struct out *o, uint32_t now)
{
	for (int a = 0; a < TAG_STATES; a++) {
		const int before[] = {a, -1};

		put_behind(o, before, c->pair[a], c->now.pair[a],
		    c->last_pair[a], now);
	}
	for (int a = 0; a < TAG_STATES; a++)
		for (int b = 0; b < TAG_STATES; b++) {
			const int before[] = {a, b};

			put_behind(o, before, c->triple[a][b],
			    c->now.triple[a][b], c->last_triple[a][b], now);
		}
}
