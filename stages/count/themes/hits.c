#include "hits.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

static void
sum_add(struct hits_sum *s, const char *key, size_t len, uint64_t n)
{
	size_t old = s->cap;
	uint32_t id = intern_add(&s->keys, key, len);

	s->n = mem_grow(s->n, &s->cap, (size_t)id + 1, sizeof(*s->n));
	if (old < s->cap)
		memset(s->n + old, 0, (s->cap - old) * sizeof(*s->n));
	s->n[id] += n;
}

static void
sum_pair(struct hits_sum *s, uint32_t a, uint32_t b, uint64_t n)
{
	const uint32_t key[2] = {a, b};

	sum_add(s, (const char *)key, sizeof(key), n);
}

static void
sum_free(struct hits_sum *s)
{
	intern_free(&s->keys);
	free(s->n);
}

void
hits_open(struct hits *h, enum hits_what what, const struct dict *d)
{
	*h = (struct hits){.what = what, .d = d};
	h->now = mem_new(d->n, sizeof(*h->now));
	h->all = mem_new(d->n, sizeof(*h->all));
	h->touched = mem_new(d->n, sizeof(*h->touched));
	intern_open(&h->cells.keys);
	intern_open(&h->forms.keys);
	intern_open(&h->lost.keys);
}

void
hits_free(struct hits *h)
{
	free(h->now);
	free(h->all);
	free(h->touched);
	free(h->part);
	sum_free(&h->cells);
	sum_free(&h->forms);
	sum_free(&h->lost);
}

void
hits_add(struct hits *h, uint32_t entry, uint64_t words)
{
	if (h->now[entry]++ == 0)
		h->touched[h->n_touched++] = entry;
	h->covered += words;
}

void
hits_spared(struct hits *h, uint32_t entry)
{
	h->all[entry]++;
}

void
hits_form(struct hits *h, uint32_t entry, const char *forms)
{
	struct buf key = {0};

	buf_mem(&key, (const char *)&entry, sizeof(entry));
	buf_str(&key, forms);
	sum_add(&h->forms, key.s, key.len, 1);
	buf_free(&key);
}

void
hits_lost(struct hits *h, uint32_t winner, size_t best, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t e = h->d->found[i].entry;

		if (i == best)
			e = h->d->entry[e].next;
		for (; e != DICT_NONE; e = h->d->entry[e].next)
			if (i != best || !h->d->entry[e].counts)
				sum_pair(&h->lost, e, winner, 1);
	}
}

static void
part_add(struct hits_part *to, const struct hits_part *p)
{
	to->words += p->words;
	to->covered += p->covered;
	to->hits += p->hits;
	to->speeches += p->speeches;
	to->without += p->without;
}

void
hits_speech(struct hits *h, uint32_t part, uint64_t words, bool speech)
{
	struct hits_part now = {.words = words,
	    .covered = h->covered,
	    .speeches = speech,
	    .without = speech && h->n_touched == 0};
	size_t old = h->cap_part;

	h->seen = true;
	h->part =
	    mem_grow(h->part, &h->cap_part, (size_t)part + 1, sizeof(*h->part));
	if (old < h->cap_part)
		memset(
		    h->part + old, 0, (h->cap_part - old) * sizeof(*h->part));
	for (size_t i = 0; i < h->n_touched; i++) {
		uint32_t e = h->touched[i];

		sum_pair(&h->cells, part, e, h->now[e]);
		h->all[e] += h->now[e];
		now.hits += h->now[e];
		h->now[e] = 0;
	}
	part_add(&h->part[part], &now);
	part_add(&h->whole, &now);
	h->covered = 0;
	h->n_touched = 0;
}
