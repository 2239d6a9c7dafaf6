/* Names that are written in several ways. */
#include "read/check/spelling.h"
#include "lib/text/slug.h"
#include "tap.h"

static void
folded(const char *name, const char *want)
{
	struct buf b = {0};

	spelling_fold(&b, name, strlen(name));
	is_str(b.s, want, name);
	buf_free(&b);
}

static void
count(const struct spelling *t, uint32_t name, uint32_t best, bool same,
    void *arg)
{
	unsigned *n = arg;

	(void)t;
	(void)name;
	(void)best;
	n[same]++;
}

/* How the pair is taken: 's'ame key, 'n'ear, or '-'. */
static void
pair(const char *a, const char *b, char want)
{
	struct spelling t;
	unsigned n[2] = {0, 0};
	char got[2] = "-";
	char text[2] = {want, '\0'};

	spelling_open(&t);
	spelling_add(&t, a, 0);
	spelling_add(&t, b, 1);
	spelling_pairs(&t, true, count, n);
	if (n[true] > 0)
		*got = 's';
	else if (n[false] > 0)
		*got = 'n';
	is_str(got, text, b);
	spelling_free(&t);
}

int
main(void)
{
	folded("M. Émile DUPONT-Durand", "dupont durand emile");
	folded("le président_", "president");
	folded("Mme la Présidente", "presidente");
	folded("Parti M", "m parti");
	pair("le président", "Le_président_", 's');
	pair("Jeanne Vaillant", "VAILLANT Jeanne", 's');
	pair("Mme Vaillant", "Vaillant", 's');
	pair("Vaillant", "Vaillent", 'n');
	pair("Jeanne Vaillant", "Jeanne Vayllaint", 'n');
	pair("Martin", "Martine", '-');
	pair("Chirac 1", "Chirac 2", '-');
	pair("Parti A", "Parti B", '-');
	pair("Petit", "Petot", '-');
	ok(near_within("abc", "abc", 0), "near_within: the same");
	ok(near_within("abc", "bc", 1), "one taken out");
	ok(near_within("abc", "axcd", 2), "one changed, one added");
	ok(!near_within("abc", "axcde", 2), "three");
	return done();
}
