/* Unit tests of the stemmer, pattern.c and vrt_escape(). */
#include <string.h>

#include "lib/base/err.h"
#include "lib/lang/fr/stemmer.h"
#include "lib/stream/vrt.h"
#include "lib/text/pattern.h"
#include "tap.h"

static void
stem_is(struct stemmer *st, const char *form, const char *want)
{
	size_t n;
	const char *s = stemmer_stem(st, form, strlen(form), &n);

	is_str(s, want, form);
	is_u64(n, strlen(want), "its length");
}

static void
match_is(const char *ere, const char *s, bool want)
{
	struct pattern p;

	pattern_open(&p, 'p', ere);
	ok(pattern_match(&p, s) == want, ere);
	pattern_free(&p);
}

int
main(int argc, char **argv)
{
	struct stemmer st;
	struct buf b = {0};
	uint64_t first;

	(void)argc;
	err_init(argv[0]);
	stemmer_open(&st, NULL);
	stem_is(&st, "", "");
	stem_is(&st, "l'", "l'");
	stem_is(&st, "-t-il", "-t-il");
	stem_is(&st, "2,5", "2,5");
	stem_is(&st, "continuellement", "continuel");
	stem_is(&st, "cœurs", "coeur");
	stem_is(&st, "coeurs", "coeur");
	stem_is(&st, "HAÏTI", "haït");
	stem_is(&st, "e\xCC\x81lections", "élect"); /* NFD */
	stem_is(&st, "élections_d'état", "élect_d'état");
	stem_is(&st, "_", "_");
	stem_is(&st, "élections_", "élect_");
	stemmer_close(&st);
	first = stemmer_fingerprint();
	is_u64(stemmer_fingerprint(), first, "always the same fingerprint");
	match_is("^.$", "é", true);
	match_is("^[a-zà-ÿ]+$", "été", true);
	match_is("^[^à-ÿ]+$", "été", false);
	match_is("[]à-â]", "]", true);
	match_is("\\[à-ÿ", "é", false);
	match_is("^[[:alpha:]]+$", "œuvre", true);
	vrt_escape(&b, "a<b>&c", 6);
	is_str(b.s, "a&lt;b&gt;&amp;c", "escaped");
	b.len = 0;
	vrt_escape(&b, "", 0);
	is_str(b.s, "", "nothing to escape");
	buf_free(&b);
	return done();
}
