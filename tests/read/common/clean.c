/* Text hygiene of the readers, and what is made of text for names. */
#include <stdlib.h>

#include "lib/lang/fr/words.h"
#include "lib/text/slug.h"
#include "read/common/attrs.h"
#include "read/common/clean.h"
#include "read/common/filename.h"
#include "tap.h"

static void
cleans(const char *text, const char *want, enum clean_kind kind, uint64_t n)
{
	struct clean c = {0};
	char *line = mem_copy(text, strlen(text));
	char *s = line;
	size_t len = strlen(text);
	char *got;

	clean_line(&c, &s, &len);
	got = mem_copy(s, len);
	is_str(got, want, want);
	if (kind < CLEAN_KINDS)
		is_u64(c.n[kind], n, "  counted");
	for (size_t k = 0; k < CLEAN_NBSP; k++)
		if (kind == CLEAN_KINDS && c.n[k] > 0)
			ok(false, "  nothing repaired");
	free(got);
	free(line);
	clean_free(&c);
}

static void
named(void (*f)(struct buf *, const char *, size_t), const char *text,
    const char *want)
{
	struct buf b = {0};

	f(&b, text, strlen(text));
	is_str(b.s, want, text);
	buf_free(&b);
}

static void
titled(const char *text, size_t max, const char *want)
{
	struct buf b = {0};

	buf_mem(&b, "", 0);
	slug_title(&b, text, strlen(text), max, words_is_grammar);
	is_str(b.s, want, text);
	buf_free(&b);
}

static void
read_name(
    const char *pattern, const char *path, const char *name, const char *want)
{
	struct filename p;
	struct attrs a = {0};

	filename_open(&p, pattern);
	is_str(filename_read(&p, path, &a) ? attrs_get(&a, name) : "no", want,
	    path);
	attrs_free(&a);
	filename_free(&p);
}

static void
check_clean(void)
{
	cleans("L’été, c’est l’été : 12 €.", "L’été, c’est l’été : 12 €.",
	    CLEAN_KINDS, 0);
	cleans("\xC2\xA0 \xE2\x80\xAFOui\xC2\xA0!\t ", "Oui\xC2\xA0!",
	    CLEAN_KINDS, 0);
	cleans("", "", CLEAN_KINDS, 0);
	cleans("\xC2\xA0", "", CLEAN_KINDS, 0);
	cleans("fin\r", "fin", CLEAN_CR, 1);
	cleans("l\xC2\x92homme", "l’homme", CLEAN_C1, 1);
	cleans("l’\xC2\x92homme", "l’homme", CLEAN_C1, 1);
	cleans("l\xC2\x92’homme", "l’homme", CLEAN_C1, 1);
	cleans("l\xC2\x92'homme", "l'homme", CLEAN_C1, 1);
	cleans("c\xC2\x9Cur\xC2\x85", "cœur…", CLEAN_C1, 2);
	cleans("a\xC2\x81"
	       "b\x01",
	    "ab", CLEAN_CONTROL, 1);
	cleans("a\xC2\x81", "a", CLEAN_C1, 1);
	cleans("oe\xC2\x9Cuvre", "oeuvre", CLEAN_C1, 1);
	cleans("\xC2\x9CoeUVRE", "oeUVRE", CLEAN_C1, 1);
	cleans("a\xEF\xBF\xBD", "a\xEF\xBF\xBD", CLEAN_LOST, 1);
	cleans("a\x0C"
	       "b\xE2\x80\xA8"
	       "c",
	    "a b c", CLEAN_CONTROL, 2);
	cleans("a\tb", "a b", CLEAN_TAB, 1);
	cleans("con\xC2\xADseil", "conseil", CLEAN_SOFT, 1);
	cleans("a\xC2\xADt\xC2\xADil", "a-t-il", CLEAN_SOFT, 2);
	cleans("C’EST\xC2\xADÀ\xC2\xAD"
	       "DIRE",
	    "C’EST-À-DIRE", CLEAN_SOFT, 2);
	cleans("é\xC2\xADva\xC2\xADlu\xC2\xAD"
	       "a\xC2\xADtion t\xC2\xAD",
	    "évaluation t", CLEAN_SOFT, 5);
	cleans("ﬁnances oﬃciel eﬀet ﬂux souﬄe ﬅ ﬆyle",
	    "finances officiel effet flux souffle st style", CLEAN_LIGATURE, 7);
	cleans("\xEF\xBB\xBF"
	       "a\xE2\x80\x8B",
	    "a", CLEAN_ZERO, 2);
	cleans("\xE2\x80\x8B", "", CLEAN_ZERO, 1);
	cleans("👩\xE2\x80\x8D💻", "👩\xE2\x80\x8D💻", CLEAN_KINDS, 0);
	cleans("𝗣𝗼𝗿𝘁 n° 1, H₂O, ½, ™", "Port n° 1, H₂O, ½, ™", CLEAN_MATH, 4);
	cleans("𝐞\xCC\x81t𝐞\xCC\x81", "été", CLEAN_NFC, 1);
	cleans("e\xCC\x81t\xC3\xA9", "été", CLEAN_NFC, 1);
	cleans("une ligne de plus de seize octets, tout à la fin\xC2\xAD",
	    "une ligne de plus de seize octets, tout à la fin", CLEAN_SOFT, 1);
}

int
main(void)
{
	check_clean();
	named(slug_fold, "  Évènement\xC2\xA0: L’ŒUVRE – 1ᵉʳ ",
	    "evenement : l'oeuvre - 1er");
	named(slug_file, "Bérégovoy 08_04.1992", "Beregovoy-08_04.1992");
	named(slug_file, "../.a/b", "a-b");
	named(slug_file, "Œuvre", "oeuvre");
	named(slug_file, "…", "");
	named(slug_name, "Numéro de séance", "numero_de_seance");
	named(slug_name, "2e tour", "n2e_tour");
	titled("Inauguration de la Fonderie « Maison de l’entraide » à Aire",
	    40, "inauguration-fonderie-maison-entraide");
	titled("De la", 40, "");
	titled("anticonstitutionnellement", 8, "anticons");
	named(attrs_name, "Publié le", "published");
	named(attrs_name, "ORATEUR", "speaker");
	read_name("{speaker}_{date:%d_%m_%Y}", "d/Le_Pin_01_02_2020.txt",
	    "speaker", "Le_Pin");
	read_name("{speaker}_{date:%d_%m_%Y}", "d/Le_Pin_01_02_2020.txt",
	    "date", "2020-02-01");
	read_name("{party}/{}-{date}", "x/centre/a-b-2020-02-01.txt", "date",
	    "2020-02-01");
	read_name(
	    "{date:%d%B%y}", "1fe\xCC\x81vrier99.txt", "date", "1999-02-01");
	read_name("{date:%d%B%y}", "1février99.txt", "date", "1999-02-01");
	read_name("{date}", "30 février 2020.txt", "date", "no");
	return done();
}
