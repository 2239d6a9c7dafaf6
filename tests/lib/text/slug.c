/* slug - text folded to ASCII: letters, titles, files, names; which ids a
 * speech may have, and how one that is too long is cut. */
#include "lib/text/slug.h"
#include "tap.h"

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

/* What each gives, behind what is in the buffer already. */
typedef void give(struct buf *to, const char *s, size_t len);

static void
gives(give *f, const char *s, const char *want)
{
	struct buf b = {0};

	buf_str(&b, "- ");
	f(&b, s, strlen(s));
	is_str(b.s + 2, want, want);
	is_u64(b.len, strlen(want) + 2, "its length");
	buf_free(&b);
}

static void
check_chars(void)
{
	ok(slug_char('A') == 'a' && slug_char('z') == 'z' &&
		slug_char('7') == '7' && slug_char('_') == '_',
	    "ASCII");
	ok(slug_char(0xC9) == 'e' && slug_char(0xE7) == 'c' &&
		slug_char(0x178) == 'y' && slug_char(0x1ED5) == 'o',
	    "accents off");
	ok(slug_char(0xA0) == ' ' && slug_char('\t') == ' ' &&
		slug_char(0x202F) == ' ' && slug_char(0x2028) == ' ',
	    "blanks");
	ok(slug_char(0x2019) == '\'' && slug_char(0x2BC) == '\'' &&
		slug_char(0x2013) == '-' && slug_char(0x2212) == '-',
	    "apostrophes, dashes");
	ok(slug_char(0xAA) == 'a' && slug_char(0xB2) == '2' &&
		slug_char(0xFF21) == 'a',
	    "forms of compatibility");
	ok(slug_char(0x20AC) == SLUG_OTHER && slug_char(0x301) == SLUG_OTHER &&
		slug_char(0x4E9C) == SLUG_OTHER && slug_char(0) == SLUG_OTHER &&
		slug_char(0x7F) == SLUG_OTHER &&
		slug_char(0xFDFA) == SLUG_OTHER,
	    "what has no likeness");
}

static void
check_fold(void)
{
	gives(slug_fold, "", "");
	gives(slug_fold, " L\xE2\x80\x99\xC3\x89t\xC3\xA9 \t 2025\xC2\xA0! ",
	    "l'ete 2025 !");
	gives(slug_fold,
	    "\xC5\x92uvre \xC3\x86 Stra\xC3\x9F"
	    "e",
	    "oeuvre ae strasse");
	gives(slug_fold, "e\xCC\x81\xF0\x9F\x98\x80 \xE2\x82\xAC", "e");
}

static bool
skip_le(const char *s, size_t len)
{
	return len == 2 && memcmp(s, "le", 2) == 0;
}

static void
title(const char *s, size_t max, const char *want)
{
	struct buf b = {0};

	buf_str(&b, "-");
	slug_title(&b, s, strlen(s), max, skip_le);
	is_str(b.s + 1, want, want);
	buf_free(&b);
}

static void
check_title(void)
{
	title("Le budget, d\xC3\xA9"
	      "battu : 2025 !",
	    40, "budget-debattu-2025");
	title("a bc def", 8, "a-bc-def");
	title("a bc def", 7, "a-bc");
	title("a bc def", 3, "a");
	title("abcdef g", 4, "abcd");
	title("abcdef", 0, "");
	title("le Le LE", 10, "");
	title("\xE2\x82\xAC !", 10, "");
}

static void
check_file(void)
{
	gives(slug_file, "", "");
	gives(slug_file, "L'\xC3\x89t\xC3\xA9 (2).txt", "L-Ete-2-.txt");
	gives(slug_file, "../..\\-a", "a");
	gives(slug_file, "a \xE2\x80\x93 b --", "a-b");
	gives(slug_file, "\xC5\x93_\xE2\x82\xAC.\xE4\xBA\x9C", "oe_.");
}

static void
check_name(void)
{
	gives(slug_name, "", "");
	gives(slug_name, "  Groupe  Politique (sigle) ",
	    "groupe_politique_sigle");
	gives(slug_name, "N\xC2\xB0 d'ordre", "n_d_ordre");
	gives(slug_name, "2e tour", "n2e_tour");
	gives(slug_name, "!?", "");
}

/* Values of the reference (Fowler, Noll, Vo: FNV-1a, 64 bits). */
static void
check_hash(void)
{
	is_u64(
	    slug_hash(0, "", 0), UINT64_C(0xCBF29CE484222325), "hash of none");
	is_u64(slug_hash(0, "a", 1), UINT64_C(0xAF63DC4C8601EC8C), "of a");
	is_u64(slug_hash(0, "foobar", 6), UINT64_C(0x85944171F73967E8),
	    "of foobar");
	is_u64(slug_hash(slug_hash(0, "foo", 3), "bar", 3),
	    slug_hash(0, "foobar", 6), "going on");
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
	check_chars();
	check_fold();
	check_title();
	check_file();
	check_name();
	check_hash();
	return done();
}
