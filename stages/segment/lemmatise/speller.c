#include "speller.h"

#include <errno.h>
#include <hunspell/hunspell.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/text/utf.h"

/* Longer words are in no dictionary, and hunspell takes long for them. */
enum {
	WORD = 100
};

/* What hunspell says of a word in one line: fields ab:value. */
struct analysis {
	const char *stem; /* the last one */
	size_t len;
	const char *pos;
	int rank;
	bool verb;
	bool rare; /* a verb that the dictionary marks as little used */
	bool participle;
	bool present;
	bool infinitive;
	bool singular;
};

/* Names of the dictionary, and Universal Dependencies'; the first wins but
 * for a noun that may be an adjective. */
static const struct {
	const char *tag;
	const char *pos;
} tags[] = {{"det", "DET"}, {"prep", "ADP"}, {"loc.prep", "ADP"},
    {"proadv", "PRON"}, {"pro", "PRON"}, {"cjco", "CCONJ"}, {"cj", "SCONJ"},
    {"loc.cj", "SCONJ"}, {"negadv", "ADV"}, {"adv", "ADV"}, {"loc.adv", "ADV"},
    {"npr", "PROPN"}, {"prn", "PROPN"}, {"patr", "PROPN"}, {"adj", "ADJ"},
    {"loc.adj", "ADJ"}, {"nom", "NOUN"}, {"titr", "NOUN"}, {"loc.nom", "NOUN"},
    {"nb", "NUM"}, {"interj", "INTJ"}};

static bool
is_file(const char *path)
{
	return access(path, R_OK) == 0;
}

/* DIR/NAME.aff and .dic; the path without its end is put into b. */
static bool
is_there(struct buf *b, const char *dir, size_t len, const char *name)
{
	bool both;

	b->len = 0;
	buf_mem(b, dir, len);
	buf_str(b, name);
	len = b->len;
	buf_str(b, ".aff");
	both = is_file(b->s);
	b->len = len;
	buf_str(b, ".dic");
	both = both && is_file(b->s);
	b->len = len;
	return both;
}

static bool
find_french(struct buf *b)
{
	static const char *const names[] = {"/fr", "/fr_FR", "/fr-classique"};
	static const char usual[] =
	    "/usr/share/hunspell:/usr/share/myspell/dicts:"
	    "/usr/local/share/hunspell:/opt/homebrew/share/hunspell";
	const char *env = getenv("DICPATH");

	for (size_t k = 0; k < 2; k++) {
		const char *s = k == 0 ? env : usual;

		while (s != NULL && *s != '\0') {
			size_t len = strcspn(s, ":");

			for (size_t i = 0; i < 3 && len > 0; i++)
				if (is_there(b, s, len, names[i]))
					return true;
			s += len + (s[len] == ':');
		}
	}
	return false;
}

void
speller_open(struct speller *sp, const char *path)
{
	struct buf b = {0};
	struct buf aff = {0};

	*sp = (struct speller){0};
	if (path == NULL ? !find_french(&b)
			 : !is_there(&b, path, strlen(path) - 4, "")) {
		buf_str(&aff,
		    path == NULL ? "French dictionary of hunspell" : path);
		buf_str(&aff,
		    " (its .aff and .dic: package "
		    "hunspell-fr-classical, or sudo sh "
		    "pipeline/deps.sh; -d gives another)");
		errno = ENOENT;
		die_sys(aff.s);
	}
	buf_mem(&aff, b.s, b.len);
	buf_str(&aff, ".aff");
	buf_str(&b, ".dic");
	sp->h = Hunspell_create(aff.s, b.s);
	if (sp->h == NULL)
		die_sys(b.s);
	if (strcmp(Hunspell_get_dic_encoding(sp->h), "UTF-8") != 0)
		die_data(aff.s, 0, "the dictionary is not in UTF-8");
	intern_open(&sp->lemmas);
	buf_free(&aff);
	buf_free(&b);
}

void
speller_close(struct speller *sp)
{
	Hunspell_destroy(sp->h);
	intern_free(&sp->lemmas);
	buf_free(&sp->form);
	buf_free(&sp->lemma);
}

static bool
is_word(const char *s, size_t len, const char *word)
{
	return strlen(word) == len && memcmp(s, word, len) == 0;
}

/* po:v1_it____a, po:ppas, po:nom ... */
static void
read_pos(struct analysis *a, const char *s, size_t len)
{
	if (len > 2 && s[0] == 'v' && s[1] >= '0' && s[1] <= '3') {
		a->verb = true;
		a->pos = s[1] == '0' ? "AUX" : "VERB";
		a->rare = memcmp(s + len - 2, "zz", 2) == 0;
		return;
	}
	if (is_word(s, len, "ppas"))
		a->participle = true;
	else if (is_word(s, len, "ppre"))
		a->present = true;
	else if (is_word(s, len, "infi"))
		a->infinitive = true;
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (len >= strlen(tags[i].tag) &&
		    memcmp(s, tags[i].tag, strlen(tags[i].tag)) == 0) {
			if (a->pos == NULL ||
			    (strcmp(tags[i].pos, "ADJ") == 0 &&
				strcmp(a->pos, "NOUN") == 0))
				a->pos = tags[i].pos;
			return;
		}
}

static struct analysis
read_analysis(const char *s)
{
	struct analysis a = {0};
	bool noun = false;

	while (*s != '\0') {
		size_t len = strcspn(s, " ");

		if (len > 3 && memcmp(s, "st:", 3) == 0) {
			a.stem = s + 3;
			a.len = len - 3;
		} else if (len > 3 && memcmp(s, "po:", 3) == 0) {
			noun = noun || is_word(s, len, "po:nom");
			read_pos(&a, s + 3, len - 3);
		} else if (is_word(s, len, "is:sg"))
			a.singular = true;
		s += len + (s[len] == ' ');
	}
	if (a.pos == NULL)
		a.pos = "X";
	else if (a.stem != NULL && strcmp(a.pos, "NOUN") == 0 &&
	    reading_capital(a.stem, a.len))
		a.pos = "PROPN"; /* the dictionary has France as a noun */
	a.rank = reading_rank(a.pos, a.infinitive);
	if (noun && a.rank == RANK_ADJECTIVE)
		a.rank = RANK_NOUN;
	return a;
}

/* The participle of a common verb comes before the noun that it made (écrit,
 * reçu, nommé), but not in the plural or the feminine (les élus, la prise). */
static int
verb_rank(const struct analysis *a, const char *form, size_t len)
{
	static const char *const ends[] = {"\xC3\xA9", "u", "i", "t"};

	if (a->infinitive)
		return RANK_INFINITIVE;
	if (a->present)
		return RANK_OTHER_PARTICIPLE;
	if (!a->participle)
		return RANK_VERB;
	for (size_t i = 0; i < 4 && a->singular && !a->rare; i++) {
		size_t n = strlen(ends[i]);

		if (len > n && memcmp(form + len - n, ends[i], n) == 0)
			return RANK_PARTICIPLE;
	}
	return RANK_OTHER_PARTICIPLE;
}

/* Older verbs are the commoner ones: être and avoir, then the third group,
 * the second, the first; what is marked as rare last. */
static int
group(const struct analysis *a, const char *line)
{
	const char *v = strstr(line, "po:v");

	if (!a->verb || v == NULL)
		return 0;
	if (v[4] == '0')
		return 0;
	return '4' - v[4] + (a->rare ? 4 : 0);
}

/* The stem, with what stands before it in the form where the dictionary takes
 * kilomètre for a kind of mètre. */
static void
make_lemma(struct speller *sp, const struct analysis *a)
{
	const char *form = sp->form.s;
	const char *p;
	size_t n_form;
	size_t n;
	int32_t c = utf_lower(utf_get(form, form + sp->form.len, &n_form));

	sp->lemma.len = 0;
	if (utf_lower(utf_get(a->stem, a->stem + a->len, &n)) != c &&
	    (p = memmem(form, sp->form.len, a->stem, a->len)) != NULL)
		buf_mem(&sp->lemma, form, (size_t)(p - form));
	reading_straight(&sp->lemma, a->stem, a->len);
}

void
speller_find(
    struct speller *sp, const char *form, size_t len, struct readings *rs)
{
	char **list;
	int n;

	if (len == 0 || len > WORD)
		return;
	sp->form.len = 0;
	buf_mem(&sp->form, form, len);
	n = Hunspell_analyze(sp->h, &list, sp->form.s);
	for (int i = 0; i < n; i++) {
		struct analysis a = read_analysis(list[i]);
		uint32_t id;

		if (a.stem == NULL)
			continue;
		make_lemma(sp, &a);
		id = intern_add(&sp->lemmas, sp->lemma.s, sp->lemma.len);
		if (a.verb)
			a.rank = verb_rank(&a, form, len);
		readings_add(rs,
		    (struct reading){.lemma = intern_s(&sp->lemmas, id, &len),
			.pos = a.pos,
			.rank = a.rank + group(&a, list[i])});
		len = sp->form.len;
	}
	Hunspell_free_list(sp->h, &list, n);
}
