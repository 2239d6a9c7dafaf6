#include "pairs.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/base/sorter.h"

enum {
	FRESH_MIN = 1 << 18,
	FRESH_MAX = 1 << 25,
	LEAST = 1 << 16, /* of pairs in the buffer however little room */
	SHARE =
	    64 /* bytes of room a pair in it: twice there, twice in the table */
};

void
pairs_open(struct pairs *p, uint64_t reach, size_t room)
{
	*p = (struct pairs){.reach = reach, .room = room};
	order_open(&p->spilt, 0, room);
}

/* ---- the table of distinct pairs ---- */

/* Sorted keys of b[0..n-1] with their numbers into the table, from the end, so
 * that it can be done in place. */
static void
merge(struct pairs *p, const uint64_t *b, size_t n, size_t n_new)
{
	size_t i = p->n;
	size_t to = p->n + n_new;

	p->key = mem_grow(p->key, &p->cap_key, to, sizeof(*p->key));
	p->freq = mem_grow(p->freq, &p->cap_freq, to, sizeof(*p->freq));
	p->n = to;
	while (n > 0) {
		uint64_t key = b[n - 1];
		uint64_t freq = 0;

		while (i > 0 && p->key[i - 1] > key) {
			i--;
			to--;
			p->key[to] = p->key[i];
			p->freq[to] = p->freq[i];
		}
		for (; n > 0 && b[n - 1] == key; n--)
			freq++;
		to--;
		if (i > 0 && p->key[i - 1] == key)
			freq += p->freq[--i];
		p->key[to] = key;
		p->freq[to] = freq;
	}
}

/* Keys of b that the table does not have, each once. */
static size_t
count_new(const struct pairs *p, const uint64_t *b, size_t n)
{
	size_t n_new = 0;
	size_t i = 0;

	for (size_t k = 0; k < n; k++) {
		if (k > 0 && b[k] == b[k - 1])
			continue;
		while (i < p->n && p->key[i] < b[k])
			i++;
		n_new += i == p->n || p->key[i] != b[k];
	}
	return n_new;
}

static void
empty_fresh(struct pairs *p)
{
	uint64_t *b = radix_sort(p->fresh, p->spare, p->n_fresh, 1);

	merge(p, b, p->n_fresh, count_new(p, b, p->n_fresh));
	p->n_fresh = 0;
	if (p->room > 0 && p->n >= p->cap_fresh) {
		order_run(&p->spilt, p->key, p->freq, p->n);
		p->n = 0;
	}
}

/* The buffer is full, or not there yet: as large as the table, so that a pair
 * is moved a fixed number of times. */
static void
make_room(struct pairs *p)
{
	size_t want;

	if (p->n_fresh > 0)
		empty_fresh(p);
	want = p->n > FRESH_MAX ? FRESH_MAX : p->n;
	want = want < FRESH_MIN ? FRESH_MIN : want;
	if (p->room > 0)
		want = p->room / SHARE > LEAST ? p->room / SHARE : LEAST;
	if (want <= p->cap_fresh)
		return;
	free(p->fresh);
	free(p->spare);
	p->fresh = mem_new(want, sizeof(*p->fresh));
	p->spare = mem_new(want, sizeof(*p->spare));
	p->cap_fresh = want;
	if (p->room == 0)
		return;
	p->key = mem_grow(p->key, &p->cap_key, 2 * want, sizeof(*p->key));
	p->freq = mem_grow(p->freq, &p->cap_freq, 2 * want, sizeof(*p->freq));
}

static inline void
add_pair(struct pairs *p, uint32_t a, uint32_t b)
{
	if (p->n_fresh == p->cap_fresh)
		make_room(p);
	p->fresh[p->n_fresh++] =
	    a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

/* ---- tokens ---- */

static void
keep_token(struct pairs *p, uint32_t word, bool hidden)
{
	if (p->n_token == p->cap_token && p->from > p->n_token / 2) {
		p->n_token -= p->from;
		memmove(p->token, p->token + p->from,
		    p->n_token * sizeof(*p->token));
		p->from = 0;
	}
	if (p->n_token == p->cap_token)
		p->token = mem_grow(
		    p->token, &p->cap_token, p->n_token + 1, sizeof(*p->token));
	p->token[p->n_token++] = (struct pairs_token){p->at, word, hidden};
}

/* The token goes that is the first of those within reach; so were all behind
 * it, of which each counts for it. */
static inline void
leave(struct pairs *p)
{
	size_t behind = p->n_token - 1 - p->from;

	p->word[p->token[p->from++].word].margin += behind;
}

static inline void
reach_on(struct pairs *p)
{
	while (p->from < p->n_token && p->at - p->token[p->from].at > p->reach)
		leave(p);
}

static inline void
add_all(struct pairs *p, uint32_t word)
{
	for (size_t i = p->from; i < p->n_token; i++)
		if (!p->token[i].hidden && p->token[i].word != word)
			add_pair(p, p->token[i].word, word);
}

static void
add_near(struct pairs *p, uint32_t word, bool hidden)
{
	size_t before;

	reach_on(p);
	before = p->n_token - p->from;
	p->word[word].margin += before;
	p->T += 2 * before;
	if (!hidden)
		add_all(p, word);
	keep_token(p, word, hidden);
}

static bool
add_unit(struct pairs *p, uint32_t word, bool hidden)
{
	if (p->n_token == 0) {
		p->n_unit++;
		p->T++;
	}
	if (p->word[word].unit == p->n_unit)
		return true;
	if (p->n_token == PAIRS_UNIT)
		return false;
	p->word[word].unit = p->n_unit;
	p->word[word].margin++;
	keep_token(p, word, hidden);
	return true;
}

/* The pairs of a unit: when it is whole, so that one with too many words costs
 * nothing before it is refused. */
static void
add_pairs(struct pairs *p)
{
	const struct pairs_token *t = p->token;

	for (size_t k = 1; k < p->n_token; k++)
		for (size_t i = 0; i < k && !t[k].hidden; i++)
			if (!t[i].hidden)
				add_pair(p, t[i].word, t[k].word);
}

bool
pairs_add(struct pairs *p, uint32_t word, bool hidden)
{
	p->at++;
	if (word >= p->n_word) {
		p->word = mem_grow(
		    p->word, &p->cap_word, (size_t)word + 1, sizeof(*p->word));
		memset(p->word + p->n_word, 0,
		    (word + 1 - p->n_word) * sizeof(*p->word));
		p->n_word = (size_t)word + 1;
	}
	p->word[word].freq++;
	if (p->reach == 0)
		return add_unit(p, word, hidden);
	add_near(p, word, hidden);
	return true;
}

void
pairs_late(struct pairs *p, uint64_t at, uint32_t word)
{
	p->at = at;
	while (p->from < p->n_token && at - p->token[p->from].at > p->reach)
		p->from++;
	add_all(p, word);
	keep_token(p, word, false);
}

void
pairs_late_end(struct pairs *p)
{
	p->from = p->n_token;
	pairs_finish(p);
}

void
pairs_end(struct pairs *p)
{
	if (p->reach == 0)
		add_pairs(p);
	else
		while (p->from < p->n_token)
			leave(p);
	p->n_token = 0;
	p->from = 0;
	p->at = 0;
}

void
pairs_finish(struct pairs *p)
{
	pairs_end(p);
	if (p->n_fresh > 0)
		empty_fresh(p);
	free(p->fresh);
	free(p->spare);
	p->fresh = NULL;
	p->spare = NULL;
	p->cap_fresh = 0;
	if (p->spilt.n_run == 0)
		return;
	if (p->n > 0)
		order_run(&p->spilt, p->key, p->freq, p->n);
	free(p->key);
	free(p->freq);
	p->key = NULL;
	p->freq = NULL;
	p->spilt.n_word = (uint32_t)p->n_word;
	order_finish(&p->spilt);
}

bool
pairs_next(struct pairs *p, uint64_t *key, uint64_t *freq)
{
	if (p->spilt.n_run > 0)
		return order_next(&p->spilt, key, freq);
	if (p->next == p->n)
		return false;
	*key = p->key[p->next];
	*freq = p->freq[p->next++];
	return true;
}

void
pairs_free(struct pairs *p)
{
	free(p->word);
	free(p->key);
	free(p->freq);
	free(p->fresh);
	free(p->spare);
	free(p->token);
	order_close(&p->spilt);
}
