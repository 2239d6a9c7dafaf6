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

/* The stems of words in letters of Latin-1 are those that Snowball gives in
 * UTF-8: of all beginnings and endings with something between them. */
static void
latin_is_the_same(void)
{
	static const char *const begin[] = {"", "a", "é", "par", "col", "tap",
	    "qu", "ha", "ni", "yé", "ou", "stri", "ç", "l'", "aï", "où", "mêl",
	    "î"};
	static const char *const middle[] = {"", "u", "i", "y", "gn", "ll", "é",
	    "eî", "ouï", "anç", "rib", "qué", "ue", "è", "ân", "iy", "log", "ß",
	    "œ", "-a"};
	static const char *const end[] = {"", "s", "e", "es", "ée", "ances",
	    "ique", "issement", "atrice", "logies", "usions", "ences", "ité",
	    "ives", "ivité", "eaux", "aux", "euses", "ements", "emment",
	    "amment", "ment", "issions", "iraient", "irait", "îmes", "issaient",
	    "eraient", "assions", "âtes", "ions", "eux", "oux", "ièrent", "ère",
	    "ien", "ienne", "elles", "ett", "ç", "gü", "guë", "ë", "ï", "ül",
	    "is", "èl", "éèr", "œur", "æ"};
	enum {
		N_BEGIN = sizeof(begin) / sizeof(*begin),
		N_MIDDLE = sizeof(middle) / sizeof(*middle),
		N_END = sizeof(end) / sizeof(*end)
	};
	struct stemmer fast;
	struct stemmer slow;
	struct sb_stemmer *latin;
	size_t n_other = 0;
	size_t n_words = (size_t)N_BEGIN * N_MIDDLE * N_MIDDLE * N_END;

	stemmer_open(&fast, NULL);
	stemmer_open(&slow, NULL);
	latin = slow.latin;
	slow.latin = NULL;
	ok(latin != NULL, "libstemmer takes Latin-1");
	for (size_t i = 0; i < n_words; i++) {
		char word[64];
		size_t len;
		size_t n;
		const char *want;

		len = (size_t)snprintf(word, sizeof(word), "%s%s%s%s",
		    begin[i % N_BEGIN], middle[i / N_BEGIN % N_MIDDLE],
		    middle[i / N_BEGIN / N_MIDDLE % N_MIDDLE],
		    end[i / N_BEGIN / N_MIDDLE / N_MIDDLE]);
		want = stemmer_stem(&slow, word, len, &n);
		n_other +=
		    strcmp(stemmer_stem(&fast, word, len, &len), want) != 0;
	}
	slow.latin = latin;
	stemmer_close(&fast);
	stemmer_close(&slow);
	is_u64(n_other, 0, "Latin-1 gives the stems of UTF-8");
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
	latin_is_the_same();
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
