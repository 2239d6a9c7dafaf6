/* edges: nodes by first sight, growth, pairs that share a number. */
#include "count/common/edges.h"
#include "tap.h"

enum {
	MANY = 40000
};

static void
test_some(void)
{
	struct edges e = {0};

	is_u64(edges_find(&e, 0, 0), 0, "an empty trie has nothing");
	is_u64(edges_add(&e, 0, 0), 1, "the first node");
	is_u64(edges_add(&e, 0, 1), 2, "another word");
	is_u64(edges_add(&e, 1, 0), 3, "at another node");
	is_u64(edges_add(&e, 0, 1), 2, "the same again");
	is_u64(edges_find(&e, 1, 0), 3, "found");
	is_u64(edges_find(&e, 1, 1), 0, "what is not there");
	edges_free(&e);
}

static void
test_many(void)
{
	struct edges e = {0};
	bool fresh = true;
	bool found = true;

	for (uint32_t i = 0; i < MANY; i++)
		fresh = fresh && edges_add(&e, i % 7, i) == i + 1;
	ok(fresh, "nodes in order of first sight");
	for (uint32_t i = 0; i < MANY; i++)
		found = found && edges_find(&e, i % 7, i) == i + 1 &&
		    edges_find(&e, i % 7 + 1, i) == 0;
	ok(found, "all found again, and no others");
	is_u64(e.n, MANY, "none twice");
	edges_free(&e);
}

int
main(void)
{
	test_some();
	test_many();
	return done();
}
