#include "decode.h"

/* Of tags behind one tag, or two, and of those before these: the most that
 * `tag` has above `other`. */
struct ends {
	int32_t front[TAG_STATES]; /* behind any tag and this one */
	int32_t back[TAGS];        /* before this one and any tag */
};

static int32_t
larger(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static struct ends
ends_of(const struct behind *b, size_t tag, size_t other)
{
	struct ends e;

	for (size_t a = 0; a < TAG_STATES; a++) {
		e.front[a] = INT32_MIN;
		for (size_t z = 0; z < TAG_STATES; z++)
			e.front[a] = larger(e.front[a],
			    b->triple[z][a][tag] - b->triple[z][a][other]);
	}
	for (size_t c = 0; c < TAGS; c++) {
		e.back[c] = 0; /* where the sentence ends */
		for (size_t d = 0; d < TAGS; d++)
			e.back[c] = larger(e.back[c],
			    b->triple[tag][c][d] - b->triple[other][c][d]);
	}
	return e;
}

static int32_t
sway(const struct behind *b, size_t tag, size_t other)
{
	struct ends e = ends_of(b, tag, other);
	int32_t most = INT32_MIN;

	for (size_t a = 0; a < TAG_STATES; a++) {
		int32_t here = e.front[a] + b->pair[a][tag] - b->pair[a][other];

		most = larger(most, here);
		for (size_t c = 0; c < TAGS; c++)
			most = larger(most,
			    here + e.back[c] + b->pair[tag][c] -
				b->pair[other][c] + b->triple[a][tag][c] -
				b->triple[a][other][c]);
	}
	return most;
}

void
sway_of(struct sway *s, const struct behind *b)
{
	for (size_t tag = 0; tag < TAGS; tag++)
		for (size_t other = 0; other < TAGS; other++)
			s->most[tag][other] = sway(b, tag, other);
}

void
sway_narrow(const struct sway *s, struct place *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t may = p[i].may;
		int top;
		int32_t best;

		if ((may & (may - 1)) == 0)
			continue;
		top = place_best(p[i].sum, may);
		best = p[i].sum[top];
		for (uint32_t left = may; left != 0; left &= left - 1) {
			int tag = __builtin_ctz(left);

			if (best - p[i].sum[tag] > s->most[tag][top])
				p[i].may &= ~(1u << tag);
		}
	}
}
