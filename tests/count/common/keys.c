/* keys: numbers by first sight, growth, bytes of any kind. */
#include <stdio.h>
#include <string.h>

#include "count/common/keys.h"
#include "tap.h"

enum {
	MANY = 20000
};

/* With bytes behind that can be read, none of which count. */
static const char *
slack(const char *s, size_t len)
{
	static char room[64];

	memset(room, '#', sizeof(room));
	memcpy(room, s, len);
	return room;
}

static uint32_t
add(struct keys *t, const char *s, size_t len)
{
	return keys_add(t, slack(s, len), len);
}

static uint32_t
find(const struct keys *t, const char *s, size_t len)
{
	return keys_find(t, slack(s, len), len);
}

static void
test_some(void)
{
	struct keys t = {0};

	is_u64(find(&t, "a", 1), UINT32_MAX, "an empty table has nothing");
	is_u64(add(&t, "", 0), 0, "the empty string is one");
	is_u64(add(&t, "a", 1), 1, "another");
	is_u64(add(&t, "a\0b", 3), 2, "with a NUL");
	is_u64(add(&t, "a\0c", 3), 3, "that differs behind it");
	is_u64(add(&t, "a", 1), 1, "the same again");
	is_u64(find(&t, "", 0), 0, "the empty string, found");
	is_u64(find(&t, "a\0c", 3), 3, "found");
	is_u64(find(&t, "a\0", 2), UINT32_MAX, "what is not there");
	is_u64(t.n, 4, "four in all");
	keys_free(&t);
}

/* Lengths around the sixteen bytes that are taken at once. */
static void
test_many(void)
{
	struct keys t = {0};
	char s[64];
	bool fresh = true;
	bool found = true;

	for (int i = 0; i < MANY; i++) {
		int len = snprintf(s, sizeof(s), "%.*s%d", i % 23,
		    "......................", i);

		fresh = fresh && keys_add(&t, s, (size_t)len) == (uint32_t)i;
	}
	ok(fresh, "numbers in order of first sight");
	for (int i = 0; i < MANY; i++) {
		int len = snprintf(s, sizeof(s), "%.*s%d", i % 23,
		    "......................", i);

		found = found && keys_find(&t, s, (size_t)len) == (uint32_t)i &&
		    keys_add(&t, s, (size_t)len) == (uint32_t)i;
	}
	ok(found, "all found again");
	is_u64(t.n, MANY, "none twice");
	keys_free(&t);
}

int
main(void)
{
	test_some();
	test_many();
	return done();
}
