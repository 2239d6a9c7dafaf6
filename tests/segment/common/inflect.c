/* inflect_find(): what hunspell says of words, of the same dictionary. */
#include "segment/common/inflect.h"

#include <hunspell/hunspell.h>
#include <stdlib.h>

#include "lib/lang/fr/dictionary.h"
#include "segment/common/speller.h"
#include "tap.h"

enum {
	EACH = 150, /* of so many stems one is tried */
	MOST = 32   /* readings of a word */
};

struct found {
	struct dictionary_word w[MOST];
	size_t n;
};

struct trial {
	struct inflect x;
	Hunhandle *h;
	struct buf lines;
	struct buf word;
	uint64_t n_same;
	uint64_t n_known;
	uint64_t n_asked;
};

static struct buf
slurp(const char *path, const char *end)
{
	struct buf b = {0};
	char *name = mem_join(path, end, "");
	FILE *f = fopen(name, "r");
	size_t n = 1;

	for (; f != NULL && n > 0; b.len += n) {
		buf_room(&b, 1 << 16);
		n = fread(b.s + b.len, 1, 1 << 16, f);
	}
	if (f != NULL)
		(void)fclose(f);
	buf_mem(&b, "", 0);
	free(name);
	return b;
}

static bool
is_same(const struct dictionary_word *a, const struct dictionary_word *b)
{
	return a->len == b->len && memcmp(a->stem, b->stem, a->len) == 0 &&
	    strcmp(a->pos, b->pos) == 0 && a->noun == b->noun &&
	    a->verb == b->verb && a->rare == b->rare &&
	    a->participle == b->participle && a->present == b->present &&
	    a->infinitive == b->infinitive && a->singular == b->singular &&
	    a->age == b->age;
}

/* One more, if it is another one. */
static void
add(struct found *f, const char *line)
{
	struct dictionary_word w = dictionary_read(line);

	for (size_t i = 0; i < f->n; i++)
		if (w.stem != NULL && is_same(&f->w[i], &w))
			return;
	if (w.stem != NULL && f->n < MOST)
		f->w[f->n++] = w;
}

static void
try(struct trial *t, const char *word)
{
	struct found mine = {.n = 0};
	struct found theirs = {.n = 0};
	char **list;
	int n;
	bool same;

	t->lines.len = 0;
	buf_mem(&t->lines, "", 0);
	if (!inflect_find(&t->x, &t->lines, word, strlen(word))) {
		t->n_asked++;
		return;
	}
	for (char *s = t->lines.s, *lf; (lf = strchr(s, '\n')) != NULL;
	     s = lf + 1) {
		*lf = '\0';
		add(&mine, s);
	}
	n = Hunspell_analyze(t->h, &list, word);
	for (int i = 0; i < n; i++)
		add(&theirs, list[i]);
	same = mine.n == theirs.n;
	for (size_t i = 0; i < mine.n && same; i++)
		same = is_same(&mine.w[i], &theirs.w[i]);
	Hunspell_free_list(t->h, &list, n);
	t->n_same += same;
	t->n_known += same && mine.n > 0;
	if (!same)
		ok(false, word);
}

/* A stem, with capitals and with endings. */
static void
try_stem(struct trial *t, const char *s, size_t len)
{
	static const char *const end[] = {
	    "", "s", "e", "es", "ons", "aient", "ât", "ant", ".", "-e"};
	struct buf *b = &t->word;

	for (size_t cut = 0; cut < 3 && cut < len; cut++)
		for (size_t i = 0; i < sizeof(end) / sizeof(*end); i++) {
			if (((unsigned char)s[len - cut] & 0xC0) == 0x80)
				continue;
			b->len = 0;
			buf_mem(b, s, len - cut);
			buf_str(b, end[i]);
			try(t, b->s);
		}
	b->len = 0;
	inflect_small(b, s, len, true);
	try(t, b->s);
	b->len = 0;
	for (size_t i = 0; i < len; i++) {
		char c = s[i];

		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		buf_mem(b, &c, 1);
	}
	try(t, b->s);
}

/* May a dictionary be read without hunspell?  That of one word is it, with an
 * ending and a beginning. */
static bool
is_taken(const char *aff, const char *dic, const char *word)
{
	struct inflect x;
	struct buf a = {0};
	struct buf d = {0};
	struct buf lines = {0};
	bool taken;

	buf_str(&a, aff);
	buf_str(&d, dic);
	taken = inflect_open(&x, a, d);
	if (taken)
		(void)inflect_find(&x, &lines, word, strlen(word));
	buf_free(&lines);
	inflect_close(&x);
	return taken;
}

/* Dictionaries that are none, or are cut, are for hunspell to judge. */
static void
test_odd(void)
{
	static const char lab[] = "1\nlab/AaBb po:nom\n";
#define HEAD "SET UTF-8\nFLAG long\n"
#define AFFIX(kind, flag, add, when)                                           \
	kind " " flag " Y 1\n" kind " " flag " 0 " add " " when "\n"

	ok(is_taken(HEAD AFFIX("SFX", "Aa", "s", "[^sx]b")
			AFFIX("PFX", "Bb", "lab", "."),
	       lab, "lab"),
	    "a beginning that is all of a word");
	ok(!is_taken("FLAG long\n", lab, "lab") &&
		!is_taken("SET UTF-8\n", lab, "lab") &&
		!is_taken("", "", "lab"),
	    "it must say that it is in UTF-8, its flags two letters");
	ok(!is_taken(HEAD AFFIX("SFX", "Aa", "s", "ab]"), lab, "labs") &&
		!is_taken(HEAD AFFIX("SFX", "Aa", "s", "[ab"), lab, "labs") &&
		!is_taken(HEAD AFFIX("SFX", "Aa", "s", "a[]"), lab, "labs") &&
		!is_taken(HEAD AFFIX("SFX", "Aa", "s", "[^]"), lab, "labs"),
	    "conditions without their other bracket, or with none");
	ok(!is_taken(HEAD "SFX Aa Y 2\nSFX Aa 0 s .\n", lab, "labs") &&
		!is_taken(
		    HEAD "SFX Aa Y 1\n# x\nSFX Aa 0 s .\n", lab, "labs") &&
		!is_taken(HEAD "SFX Aa Y 1\nSFX Bb 0 s .\n", lab, "labs"),
	    "blocks that are cut, or hold something else");
	ok(!is_taken(HEAD, "1\nlo\xE9\n", "lo") &&
		!is_taken(HEAD "# \xC3\n", lab, "lab"),
	    "bytes that are not UTF-8");
}

int
main(void)
{
	static const char *const odd[] = {"3,5", "1,2345", "1234,5", "1..2",
	    "2024", "-", "--", "...", "M.", "etc.", "TVA", "Cnrs", "PS", "km",
	    "kilomètres", "l'eau", "aujourd'hui", "d'", "+/-", "1er", "5%",
	    "chef-d'œuvre", "inconnu-e", "L.132", "élu-"};
	static struct trial t;
	struct speller sp;
	char *aff;
	char *dic;

	test_odd();
	speller_open(&sp, NULL);
	sp.path.s[sp.path.len] = '\0';
	if (!ok(inflect_open(
		    &t.x, slurp(sp.path.s, ".aff"), slurp(sp.path.s, ".dic")),
		"the French dictionary can be read"))
		return done();
	aff = mem_join(sp.path.s, ".aff", "");
	dic = mem_join(sp.path.s, ".dic", "");
	t.h = Hunspell_create(aff, dic);
	for (size_t i = 0; i < t.x.n_stem; i += EACH)
		try_stem(&t, t.x.dic.s + t.x.stem[i].word, t.x.stem[i].n_word);
	for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); i++)
		try(&t, odd[i]);
	printf("# %" PRIu64 " words, %" PRIu64 " of them known, %" PRIu64
	       " left to hunspell\n",
	    t.n_same, t.n_known, t.n_asked);
	ok(t.n_known > 4000 && t.n_same > 2 * t.n_known,
	    "known and unknown words, as hunspell has them");
	ok(t.n_asked < t.n_same / 50, "few words are left to hunspell");
	Hunspell_destroy(t.h);
	inflect_close(&t.x);
	speller_close(&sp);
	buf_free(&t.lines);
	buf_free(&t.word);
	free(aff);
	free(dic);
	return done();
}
