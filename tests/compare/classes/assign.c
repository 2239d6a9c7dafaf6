/* classes - classes of segments, by one tree and by two. */
#include <stdlib.h>

#include "compare/classes/assign.h"
#include "tap.h"
#include "zero_one.h"

static void
least(void)
{
	struct rule one = {.n_tree = 1};
	struct rule two = {.n_tree = 2};

	/* R: max(5, floor(n / 50)), of two floor(n / 100) */
	is_u64(classes_min(0, &one), 5, "no segment");
	is_u64(classes_min(299, &one), 5, "five at least");
	is_u64(classes_min(300, &one), 6, "a fiftieth");
	is_u64(classes_min(1000, &two), 10, "half of it for two");
}

static bool
are_sound(const struct classes *c)
{
	uint32_t *n = mem_new((size_t)c->n + 1, sizeof(*n));
	uint32_t *first = mem_new((size_t)c->n + 1, sizeof(*first));
	uint32_t sum = c->size[0];
	bool good = true;

	for (uint32_t i = 0; i < c->n_segment; i++)
		if (n[c->of[i]]++ == 0)
			first[c->of[i]] = i;
	for (uint32_t k = 1; k <= c->n; k++) {
		good = good && n[k] == c->size[k] && n[k] >= c->min;
		sum += c->size[k];
		if (k > 1)
			good = good &&
			    (n[k] < n[k - 1] ||
				(n[k] == n[k - 1] && first[k] > first[k - 1]));
	}
	good = good && sum == c->n_segment && n[0] == c->size[0];
	free(n);
	free(first);
	return good;
}

/* Each class of one group, each group in one class. */
static bool
are_groups(const struct classes *c, uint32_t groups, uint32_t run)
{
	if (c->n != groups)
		return false;
	for (uint32_t i = 0; i < c->n_segment; i++)
		for (uint32_t j = 0; j < i; j++)
			if ((c->of[i] == c->of[j]) !=
			    (i / run % groups == j / run % groups))
				return false;
	return true;
}

static void
planted(unsigned n_tree)
{
	unsigned bad = 0;
	unsigned missed = 0;

	for (uint64_t seed = 1; seed <= 40; seed++) {
		uint64_t state = seed;
		struct planted p = {.groups = 2 + draw(&state, 4),
		    .own = 15,
		    .words = 6,
		    .common = 15};
		struct rule rule = {.classes = 0,
		    .min = 5,
		    .unit = {n_tree > 1 ? 12 : 0, 14},
		    .n_tree = n_tree};
		struct sparse t;
		struct classes c;
		struct bench w = {.axis.within = WITHIN};
		uint32_t *speech;

		rule.classes = p.groups;
		p.n = p.groups * 40;
		plant(&t, seed, &p);
		/* every segment of a kind is a speech of its own */
		speech = mem_new(t.n_row, sizeof(*speech));
		for (uint32_t i = 0; i < t.n_row; i++)
			speech[i] = i;
		classes_open(&c, &t, speech, &rule, &w);
		classes_name(&c, rule.classes);
		bad += !are_sound(&c);
		missed += !are_groups(&c, p.groups, 1);
		classes_free(&c);
		bench_free(&w);
		sparse_free(&t);
		free(speech);
	}
	is_u64(bad, 0, "sizes, their sum and their order");
	is_u64(missed, 0, "the groups are the classes");
}

/* Segments in no class, sizes and order on random tables. */
static void
sound(void)
{
	unsigned bad = 0;

	for (uint64_t seed = 1; seed <= 60; seed++) {
		uint64_t state = seed;
		uint32_t n = 2 + draw(&state, 150);
		struct rule rule = {.classes = 10,
		    .unit = {seed % 3 == 0 ? 12 : 0, 14},
		    .n_tree = seed % 2 == 0 ? 2 : 1};
		uint32_t *speech = mem_new(n, sizeof(*speech));
		struct sparse t;
		struct classes c;
		struct bench w = {.axis.within = WITHIN};

		for (uint32_t i = 0; i < n; i++)
			speech[i] = i / 7;
		zero_one(&t, seed, n, 2 + draw(&state, 50), 6);
		classes_open(&c, &t, speech, &rule, &w);
		classes_name(&c, rule.classes);
		bad += !are_sound(&c);
		classes_free(&c);
		bench_free(&w);
		sparse_free(&t);
		free(speech);
	}
	is_u64(bad, 0, "random tables: sizes and order");
}

static void
units(void)
{
	struct sparse t;
	struct reinert_units u;
	uint32_t v[] = {0, 1, 2, 3};
	const uint32_t speech[] = {0, 0, 0, 1, 1, 1};
	/* 4 and 4 forms make 8; the third is the end of its speech */
	const uint32_t want[] = {0, 0, 1, 2, 2, 2};
	bool same = true;

	sparse_begin(&t, 4);
	for (size_t i = 0; i < 3; i++)
		sparse_ones(&t, v, 4);
	sparse_ones(&t, v, 3);
	sparse_ones(&t, v, 0);
	sparse_ones(&t, v, 2);
	units_open(&u, &t, speech, 5);
	for (size_t i = 0; i < 6; i++)
		same = same && u.of[i] == want[i];
	ok(same, "segments joined to units");
	is_u64(u.t.n_row, 3, "three units");
	ok(u.size[0] == 2 && u.size[1] == 1 && u.size[2] == 3, "their sizes");
	is_u64(u.t.at[1], 4, "a form counts once in a unit");
	reinert_units_free(&u);
	sparse_free(&t);
}

int
main(void)
{
	least();
	units();
	planted(1);
	planted(2);
	sound();
	return done();
}
