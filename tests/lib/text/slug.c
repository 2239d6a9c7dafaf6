/* slug - which ids a speech may have, and how one that is too long is cut. */
#include "tap.h"

#include <string.h>

#include "lib/text/slug.h"

static void
is_id(const char *s, bool want)
{
	is_u64(slug_is_id(s, strlen(s)), want, s);
}

/* An id of n bytes, the last of them c, cut. */
static void
long_id(struct buf *b, size_t n, char c)
{
	b->len = 0;
	for (size_t i = 1; i < n; i++)
		buf_mem(b, "a", 1);
	buf_mem(b, &c, 1);
	(void)slug_id_cut(b);
}

static void
check_cut(void)
{
	struct buf a = {0};
	struct buf b = {0};

	long_id(&a, SLUG_ID_MAX, 'b');
	is_u64(a.len, SLUG_ID_MAX, "the longest stays");
	is_u64((uint64_t)a.s[a.len - 1], 'b', "as it is");
	long_id(&a, SLUG_ID_MAX + 1, 'b');
	long_id(&b, SLUG_ID_MAX + 1, 'c');
	is_u64(a.len, SLUG_ID_MAX, "a longer one is cut");
	is_u64(slug_is_id(a.s, a.len), true, "to an id");
	ok(strcmp(a.s, b.s) != 0, "of its own");
	long_id(&b, SLUG_ID_MAX + 1, 'b');
	ok(strcmp(a.s, b.s) == 0, "the same each time");
	buf_free(&a);
	buf_free(&b);
}

int
main(void)
{
	is_id("2025-10-03-mediatheque", true);
	is_id("A.b_c-1", true);
	is_id("1", true);
	is_id("", false);
	is_id(".", false);
	is_id("..", false);
	is_id("-q", false);
	is_id("_a", false);
	is_id("../x", false);
	is_id("a/b", false);
	is_id("a b", false);
	is_id("a\001", false);
	is_id("a\021", false);
	is_id("\021", false);
	is_id("\xC3\xA9t\xC3\xA9", false);
	is_id("a@", false);
	is_id("a[", false);
	is_id("a{", false);
	is_id("NA", false);
	is_id("NAN", true);
	is_id("na", true);
	check_cut();
	return done();
}
