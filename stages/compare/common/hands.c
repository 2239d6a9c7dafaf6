#include "hands.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"

/* What a unit, and so a hand, has of an item in one number, so that one sum is
 * three: words, units, occurrences. */
enum {
	WORDS = 30, /* bits */
	UNITS = 14,
	TIMES = 20,
	WORDS_MASK = (1 << WORDS) - 1,
	UNITS_MASK = (1 << UNITS) - 1,
	SELDOM = 16, /* of so many units one */
	FOUR = 4,    /* bytes that are written at once */
};

void
hands_open(struct hands *h, const struct units *u)
{
	*h = (struct hands){.u = u, .item = UINT32_MAX};
	h->part = mem_new(u->n, sizeof(*h->part));
	for (uint32_t k = 0; k < CHANCE_LANES; k++)
		h->deal[k] = mem_new(u->n, sizeof(*h->deal[k]));
	h->whole = u->n_stratum == 1 && u->T[0] < 1 << WORDS;
	if (!h->whole)
		return;
	for (uint32_t k = 0; k < CHANCE_LANES; k++)
		h->unit[k] = mem_new(u->n, sizeof(*h->unit[k]));
	h->first = mem_new((size_t)u->n_part + 1, sizeof(*h->first));
	h->of = mem_new(u->n_part, sizeof(*h->of));
	h->held = mem_new(u->n, sizeof(*h->held));
	h->words = mem_new(u->n, sizeof(*h->words));
	h->all = mem_new(u->first[u->n_item], sizeof(*h->all));
	for (uint32_t i = 0; i < u->n; i++)
		h->words[i] = (int32_t)u->words[i];
	for (size_t j = 0; j < u->first[u->n_item]; j++)
		h->all[j] = (uint64_t)(int64_t)u->hit[j].f << (WORDS + UNITS) |
		    UINT64_C(1) << WORDS | (uint64_t)h->words[u->hit[j].unit];
	for (uint32_t j = 0; j < u->n_part; j++)
		h->first[j + 1] = h->first[j] + u->size[j];
}

void
hands_close(struct hands *h)
{
	free(h->part);
	for (uint32_t k = 0; k < CHANCE_LANES; k++) {
		free(h->deal[k]);
		free(h->unit[k]);
	}
	free(h->first);
	free(h->of);
	free(h->held);
	free(h->words);
	free(h->all);
}

/* The words of each part, and its units where they are asked for. */
static void
deal_out(struct hands *h, uint32_t lane, const uint32_t *part)
{
	uint32_t *unit = h->unit[lane];
	const int32_t *words = h->words;
	struct hands_part *of = h->of;
	uint32_t n = h->u->n;

	for (uint32_t j = 0; j < h->u->n_part; j++)
		of[j] = (struct hands_part){h->first[j], 0};
	for (uint32_t i = 0; i < n && !h->listed; i++)
		of[part[i]].words += words[i];
	for (uint32_t i = 0; i < n && h->listed; i++) {
		struct hands_part *x = &of[part[i]];

		x->words += words[i];
		unit[x->end++] = i;
	}
}

void
hands_take(struct hands *h, uint32_t lane, const uint32_t *part)
{
	if (h->u->n > 0)
		memcpy(h->deal[lane], part, h->u->n * sizeof(*part));
	h->n_deal = lane + 1;
	h->by_unit = false;
	if (h->whole)
		deal_out(h, lane, part);
}

static void
list_units(struct hands *h)
{
	if (h->listed)
		return;
	h->listed = true;
	for (uint32_t k = 0; k < h->n_deal; k++)
		deal_out(h, k, h->deal[k]);
}

void
hands_by_unit(struct hands *h)
{
	if (h->by_unit)
		return;
	for (uint32_t i = 0; i < h->u->n; i++)
		for (uint32_t k = 0; k < h->n_deal; k++)
			h->part[i][k / 4][k % 4] = (int32_t)h->deal[k][i];
	h->by_unit = true;
}

void
hands_pack(const struct hands *h, uint8_t (*part)[CHANCE_LANES])
{
	uint32_t n = h->u->n;

	for (uint32_t k = 0; k < CHANCE_LANES; k += FOUR) {
		const uint32_t *a = h->deal[k];
		const uint32_t *b = h->deal[k + 1];
		const uint32_t *c = h->deal[k + 2];
		const uint32_t *d = h->deal[k + 3];

		for (uint32_t i = 0; i < n; i++) {
			const uint8_t four[FOUR] = {(uint8_t)a[i],
			    (uint8_t)b[i], (uint8_t)c[i], (uint8_t)d[i]};

			memcpy(part[i] + k, four, sizeof(four));
		}
	}
}

/* Four deals' sums under way. */
struct sums {
	hands_four f;
	hands_four n;
	hands_four words;
};

static inline void
add_hit(struct sums *s, hands_four in, int32_t f, int32_t words)
{
	s->f += f & in;
	s->n -= in;
	s->words += words & in;
}

static void
put_sums(const struct sums *s, struct hand *to, uint32_t at)
{
	memcpy(to->f + at, &s->f, sizeof(s->f));
	memcpy(to->n + at, &s->n, sizeof(s->n));
	memcpy(to->words + at, &s->words, sizeof(s->words));
}

/* All units that have the item, whose they are: in eight deals at once, for
 * more there are no registers. */
static void
go_through_hits(
    const struct hands *h, uint32_t item, int32_t part, struct hand *to)
{
	const struct units *u = h->u;

	for (uint32_t q = 0; q < HANDS_FOURS; q += 2) {
		struct sums a = {{0}, {0}, {0}};
		struct sums b = {{0}, {0}, {0}};

		for (size_t j = u->first[item]; j < u->first[item + 1]; j++) {
			const struct units_hit *x = &u->hit[j];
			const hands_four *of = h->part[x->unit] + q;
			int32_t words = h->words[x->unit];

			add_hit(&a, of[0] == part, (int32_t)x->f, words);
			add_hit(&b, of[1] == part, (int32_t)x->f, words);
		}
		put_sums(&a, to, q * 4);
		put_sums(&b, to, q * 4 + 4);
	}
}

/* All of held is 0 again. */
static void
let_go(struct hands *h)
{
	const struct units *u = h->u;
	size_t from = h->item != UINT32_MAX ? u->first[h->item] : 0;
	size_t end = h->item != UINT32_MAX ? u->first[h->item + 1] : 0;

	if (end - from > u->n / SELDOM) {
		memset(h->held, 0, u->n * sizeof(*h->held));
		return;
	}
	for (; from < end; from++)
		h->held[u->hit[from].unit] = 0;
}

static void
hold(struct hands *h, uint32_t item)
{
	const struct units *u = h->u;

	if (h->item == item)
		return;
	let_go(h);
	for (size_t j = u->first[item]; j < u->first[item + 1]; j++)
		h->held[u->hit[j].unit] = h->all[j];
	h->item = item;
}

static void
unpack(struct hand *to, uint32_t lane, uint64_t sum)
{
	to->f[lane] = (int32_t)(sum >> (WORDS + UNITS));
	to->n[lane] = (int32_t)(sum >> WORDS & UNITS_MASK);
	to->words[lane] = (int32_t)(sum & WORDS_MASK);
}

/* All units of the part, what they have; in two deals at once, which hold as
 * many. */
static void
go_through_part(const struct hands *h, uint32_t part, struct hand *to)
{
	const uint64_t *held = h->held;
	uint32_t n = h->u->size[part];

	if (h->n_deal < CHANCE_LANES)
		memset(to, 0, sizeof(*to));
	for (uint32_t k = 0; k < h->n_deal; k += 2) {
		const uint32_t *a = h->unit[k] + h->first[part];
		const uint32_t *b = h->unit[k + 1] + h->first[part];
		uint64_t sum_a = 0;
		uint64_t sum_b = 0;

		for (uint32_t i = 0; i < n; i++) {
			sum_a += held[a[i]];
			sum_b += held[b[i]];
		}
		unpack(to, k, sum_a);
		unpack(to, k + 1, sum_b);
	}
}

/* Whichever are fewer: a unit that has the item is looked at in all deals at
 * once, one of the part in each. */
void
hands_of(struct hands *h, uint32_t item, uint32_t part, struct hand *to)
{
	const struct units *u = h->u;
	size_t hits = u->first[item + 1] - u->first[item];

	if (hits < u->size[part] || u->size[part] >= 1 << UNITS ||
	    u->F[item] >= 1 << TIMES) {
		hands_by_unit(h);
		go_through_hits(h, item, (int32_t)part, to);
		return;
	}
	list_units(h);
	hold(h, item);
	go_through_part(h, part, to);
}
