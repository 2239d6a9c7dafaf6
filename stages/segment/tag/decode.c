#include "decode.h"

#include <stdbool.h>

/* Tags that a word may have. */
struct choice {
	uint8_t tag[TAG_STATES];
	uint8_t n;
};

/* By the word's tag before and its own: the best sum up to here, and the tag
 * two before that it was reached by; all as places in the choices. */
struct column {
	int32_t best[TAG_STATES][TAGS];
	uint8_t from[TAG_STATES][TAGS];
};

static struct choice
choose(uint32_t may)
{
	struct choice c;

	c.n = 0;
	for (; may != 0; may &= may - 1)
		c.tag[c.n++] = (uint8_t)__builtin_ctz(may);
	return c;
}

/* One word further: c[0] two before, c[1] before, c[2] itself. */
static void
step(const struct behind *b, const struct choice *const *c,
    const struct column *last, struct column *to, const struct place *p)
{
	for (size_t j = 0; j < c[1]->n; j++)
		for (size_t k = 0; k < c[2]->n; k++) {
			uint8_t tag = c[2]->tag[k];
			uint8_t before = c[1]->tag[j];
			int32_t best = INT32_MIN;
			uint8_t from = 0;

			for (uint8_t i = 0; i < c[0]->n; i++) {
				int32_t v = last->best[i][j] +
				    b->triple[c[0]->tag[i]][before][tag];

				if (v > best) {
					best = v;
					from = i;
				}
			}
			to->best[j][k] =
			    best + b->pair[before][tag] + p->sum[tag];
			to->from[j][k] = from;
		}
}

/* From the end to the beginning; choices begin with two before. */
static void
trace(const struct choice *choice, const struct column *column, struct place *p,
    size_t n)
{
	size_t j = 0;
	size_t k = 0;
	int32_t best = INT32_MIN;

	for (size_t a = 0; a < choice[n].n; a++)
		for (size_t b = 0; b < choice[n + 1].n; b++)
			if (column[n].best[a][b] > best) {
				best = column[n].best[a][b];
				j = a;
				k = b;
			}
	for (size_t i = n; i-- > 0;) {
		size_t from = column[i + 1].from[j][k];

		p[i].tag = choice[i + 2].tag[k];
		k = j;
		j = from;
	}
}

/* Words behind two whose tags are known. */
static void
decode_run(
    const struct behind *b, const uint8_t *before, struct place *p, size_t n)
{
	static struct choice choice[SENTENCE + 2];
	static struct column column[SENTENCE + 1];

	choice[0] = (struct choice){{before[0]}, 1};
	choice[1] = (struct choice){{before[1]}, 1};
	column[0].best[0][0] = 0;
	for (size_t i = 0; i < n; i++) {
		const struct choice *const c[] = {
		    &choice[i], &choice[i + 1], &choice[i + 2]};

		choice[i + 2] = choose(p[i].may);
		step(b, c, &column[i], &column[i + 1], &p[i]);
	}
	trace(choice, column, p, n);
}

static bool
is_one(const struct place *p)
{
	return (p->may & (p->may - 1)) == 0;
}

/* From a word of several tags on to two behind it that have one each: what
 * comes later does not ask what was before these. */
static size_t
run_length(const struct place *p, size_t n)
{
	size_t i = 1;
	size_t ones = 0;

	for (; i < n && ones < 2; i++)
		ones = is_one(&p[i]) ? ones + 1 : 0;
	return i;
}

void
decode(const struct behind *b, struct place *p, size_t n)
{
	for (size_t i = 0; i < n;) {
		uint8_t before[2];
		size_t len;

		if (is_one(&p[i])) {
			p[i].tag = __builtin_ctz(p[i].may);
			i++;
			continue;
		}
		before[0] = i > 1 ? (uint8_t)p[i - 2].tag : TAG_START;
		before[1] = i > 0 ? (uint8_t)p[i - 1].tag : TAG_START;
		len = run_length(p + i, n - i);
		decode_run(b, before, p + i, len);
		i += len;
	}
}
