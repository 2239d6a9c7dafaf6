/* reinert_cut - where segments end; by hand from the rule. */
#include "compare/classes/cut.h"
#include "tap.h"

enum {
	N = 100
};

static void
weights(void)
{
	is_u64(cut_weight(".", 1, true), 600, "full stop");
	is_u64(cut_weight("...", 3, true), 600, "three points");
	is_u64(cut_weight("\xE2\x80\xA6", 3, true), 600, "ellipsis");
	is_u64(cut_weight("?", 1, true), 600, "question");
	is_u64(cut_weight("!", 1, true), 600, "exclamation");
	is_u64(cut_weight(":", 1, true), 500, "colon");
	is_u64(cut_weight(";", 1, true), 400, "semicolon");
	is_u64(cut_weight(",", 1, true), 100, "comma");
	is_u64(cut_weight("\xC2\xAB", 2, true), 1, "quote");
	is_u64(cut_weight("\xE2\x80\x93", 3, true), 1, "dash");
	is_u64(cut_weight("etc.", 4, false), 1, "word");
	is_u64(cut_weight("", 0, true), 1, "nothing");
}

/* Length of the next segment of n plain tokens with these marks. */
static size_t
cut(size_t n, size_t a, unsigned weight_a, size_t b, unsigned weight_b)
{
	unsigned w[N];

	for (size_t i = 0; i < N; i++)
		w[i] = 1;
	w[a] = weight_a;
	w[b] = weight_b;
	return cut_next(w, n, 40);
}

int
main(void)
{
	weights();
	is_u64(cut(55, 20, 600, 40, 600), 55, "no more than 55: all");
	is_u64(cut(56, 90, 1, 91, 1), 41, "no mark: 41 tokens");
	is_u64(cut(56, 20, 600, 91, 1), 21, "one full stop, far: there");
	is_u64(cut(100, 55, 600, 90, 1), 56, "the last place looked at");
	is_u64(cut(100, 56, 600, 90, 1), 41, "one farther is not seen");
	/* 600 / 11 = 54.5 against 100 / 2 = 50, and 600 / 13 = 46.2 */
	is_u64(cut(100, 30, 600, 39, 100), 31, "a stop beats a comma");
	is_u64(cut(100, 28, 600, 39, 100), 40, "a near comma beats a stop");
	is_u64(cut(100, 35, 600, 45, 600), 46, "equal ones: the last");
	is_u64(cut(100, 0, 600, 90, 1), 1, "600 / 41 beats 1");
	is_u64(cut_next((const unsigned[]){1}, 0, 40), 0, "nothing");
	return done();
}
