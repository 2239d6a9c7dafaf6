#include "stemmer.h"

#include <errno.h>
#include <libstemmer.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "form.h"
#include "lib/base/err.h"
#include "lib/text/list.h"
#include "lib/text/utf.h"

enum {
	LATIN_LETTERS = 64 /* of the longest word that is stemmed so */
};

static struct sb_stemmer *
snowball(void)
{
	struct sb_stemmer *sb = sb_stemmer_new("french", "UTF_8");

	if (sb == NULL) {
		errno = ENOTSUP;
		die_sys("libstemmer: French in UTF-8");
	}
	return sb;
}

/* Is it what fold() would make of it, seen from its bytes: small letters of
 * ASCII and Latin-1, but for the ligature? */
static bool
is_folded(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c == 0xC3 && i + 1 < len) {
			c = (unsigned char)s[++i];
			if (c < 0xA0 || c == 0xA6)
				return false;
		} else if ((c < 'a' || c > 'z') && c != '-' && c != '\'')
			return false;
	}
	return true;
}

/* Lower case, for libstemmer takes I U Y H as its own marks, and the ligatures
 * as two letters, for it has no oe vowel: coeur and its ligature meet. */
static void
fold(struct buf *to, struct buf *tmp, const char *s, size_t len)
{
	tmp->len = 0;
	to->len = 0;
	if (is_folded(s, len)) {
		buf_mem(to, s, len);
		return;
	}
	(void)utf_nfc(tmp, s, len);
	form_put(to, tmp->s, tmp->len);
	for (size_t i = 0; i + 1 < to->len; i++) {
		if (memcmp(to->s + i, "\xC5\x93", 2) == 0)
			memcpy(to->s + i, "oe", 2);
		else if (memcmp(to->s + i, "\xC3\xA6", 2) == 0)
			memcpy(to->s + i, "ae", 2);
	}
}

static void
add_override(struct stemmer *st, const struct list *l, char *item)
{
	char *tab = strchr(item, '\t');
	size_t len;
	uint32_t n = st->forms.n;
	uint32_t id;

	if (tab == NULL || tab == item)
		die_data(l->in.name, l->in.line,
		    "an override is written form<TAB>stem");
	len = strcspn(tab + 1, "\t");
	if (len == 0)
		die_data(l->in.name, l->in.line, "'%.*s' has no stem",
		    (int)(tab - item), item);
	fold(&st->fold, &st->res, item, (size_t)(tab - item));
	id = intern_add(&st->forms, st->fold.s, st->fold.len);
	if (id < n)
		die_data(l->in.name, l->in.line, "'%.*s' is given twice",
		    (int)(tab - item), item);
	st->stem =
	    mem_grow(st->stem, &st->cap, (size_t)id + 1, sizeof(*st->stem));
	st->stem[id] = mem_copy(tab + 1, len);
}

void
stemmer_open(struct stemmer *st, const char *overrides)
{
	struct list l;
	char *item;
	size_t len;

	*st = (struct stemmer){.sb = snowball(),
	    .latin = sb_stemmer_new("french", "ISO_8859_1"),
	    .mended = overrides != NULL};
	intern_open(&st->forms);
	if (overrides == NULL)
		return;
	list_open(&l, overrides);
	while ((item = list_next(&l, &len)) != NULL)
		add_override(st, &l, item);
	list_close(&l);
}

/* Elided forms, clitics and what holds no letter. */
static bool
keeps_itself(const char *s, size_t len)
{
	const char *end = s + len;

	if (len == 0 || *s == '-' || end[-1] == '\'')
		return true;
	while (s < end) {
		size_t n;

		if (utf_is_letter(utf_get(s, end, &n)))
			return false;
		s += n;
	}
	return true;
}

/* The plural of nouns in -eu and -ou, which Snowball leaves (jeux, bijoux).
 * Adjectives lose their x too, and still meet their feminine, whose stem is
 * Snowball's -eux; words that would meet others are overrides. */
static void
drop_x(struct buf *b)
{
	if (b->len > 3 &&
	    (memcmp(b->s + b->len - 3, "eux", 3) == 0 ||
		memcmp(b->s + b->len - 3, "oux", 3) == 0))
		b->len--;
}

/* A word of small letters of Latin-1, an octet each; returns how many, or 0 for
 * another. */
static int
to_latin(sb_symbol *to, const char *s, size_t len)
{
	int n = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];
		unsigned char next = i + 1 < len ? (unsigned char)s[i + 1] : 0;

		if (n == LATIN_LETTERS)
			return 0;
		if (c == 0xC3 && next >= 0xA0) {
			c = (unsigned char)(next + 0x40);
			i++;
		} else if ((c < 'a' || c > 'z') && c != '-' && c != '\'')
			return 0;
		to[n++] = c;
	}
	return n;
}

/* Snowball's French in Latin-1 gives the same stems in three fifths of the
 * steps.  False for a word that it does not take. */
static bool
append_latin(struct stemmer *st, const char *s, size_t len)
{
	sb_symbol word[LATIN_LETTERS];
	int n = st->latin != NULL ? to_latin(word, s, len) : 0;
	const sb_symbol *r;

	if (n == 0 || (r = sb_stemmer_stem(st->latin, word, n)) == NULL)
		return false;
	n = sb_stemmer_length(st->latin);
	buf_room(&st->res, 2 * (size_t)n);
	for (int i = 0; i < n; i++) {
		bool high = r[i] >= 0xC0;

		if (high)
			st->res.s[st->res.len++] = '\xC3';
		st->res.s[st->res.len++] = (char)(high ? r[i] - 0x40 : r[i]);
	}
	st->res.s[st->res.len] = '\0';
	return true;
}

/* Appends what Snowball makes of a word. */
static void
append_snowball(struct stemmer *st, const char *s, size_t len)
{
	const sb_symbol *r;

	if (append_latin(st, s, len))
		return;
	if (len > INT_MAX) {
		errno = EOVERFLOW;
		die_sys("libstemmer");
	}
	r = sb_stemmer_stem(st->sb, (const sb_symbol *)s, (int)len);
	if (r == NULL) {
		errno = ENOMEM;
		die_sys("libstemmer");
	}
	buf_mem(&st->res, (const char *)r, (size_t)sb_stemmer_length(st->sb));
}

/* Appends the stem of a folded form. */
static void
append_stem(struct stemmer *st, const char *s, size_t len)
{
	uint32_t id = intern_find(&st->forms, s, len);

	if (id != UINT32_MAX) {
		buf_str(&st->res, st->stem[id]);
		return;
	}
	if (keeps_itself(s, len)) {
		buf_mem(&st->res, s, len);
		return;
	}
	append_snowball(st, s, len);
	if (st->mended)
		drop_x(&st->res);
}

const char *
stemmer_stem(struct stemmer *st, const char *form, size_t len, size_t *n)
{
	const char *s;
	const char *end;

	fold(&st->fold, &st->res, form, len);
	s = st->fold.s;
	end = s + st->fold.len;
	st->res.len = 0;
	/* The words of a joined expression, as if they stood alone. */
	if (memchr(s, '_', st->fold.len) != NULL &&
	    intern_find(&st->forms, s, st->fold.len) == UINT32_MAX)
		for (const char *p = s; p < end; p++)
			if (*p == '_' || *p == '\'') {
				size_t k = (size_t)(p - s) + (*p == '\'');

				append_stem(st, s, k);
				s = p + 1;
				if (*p == '_')
					buf_mem(&st->res, "_", 1);
			}
	append_stem(st, s, (size_t)(end - s));
	*n = st->res.len;
	return st->res.s;
}

void
stemmer_close(struct stemmer *st)
{
	for (uint32_t i = 0; i < st->forms.n; i++)
		free(st->stem[i]);
	free(st->stem);
	intern_free(&st->forms);
	sb_stemmer_delete(st->sb);
	sb_stemmer_delete(st->latin);
	buf_free(&st->fold);
	buf_free(&st->res);
}

uint64_t
stemmer_fingerprint(void)
{
	/* At least one word for each group of suffixes, and words on which
	 * versions 1, 2 and 3 are known to differ. */
	static const char *const words[] = {"française", "françaises",
	    "français", "anglaise", "mauvais", "palais", "niais", "nier", "nie",
	    "bijoux", "genoux", "jaloux", "époux", "l'économie", "d'autres",
	    "qu'il", "travaux", "généraux", "continûment", "solennellement",
	    "évidemment", "constamment", "nationalité", "activité",
	    "abusivement", "publication", "organisation", "logie", "biologie",
	    "solution", "contribution", "fréquence", "bataille", "heureuse",
	    "nouvelle", "européenne", "quotidienne", "fierté", "majestueuse",
	    "gouvernement", "finissaient", "finîmes", "parlerions", "mangeâmes",
	    "créée", "suffisamment", "ambigüité", "haïti", "païenne",
	    "inquiets", "tuyau", "yeux", "jouer", "joyeux", "lui", "aiguë",
	    "naïve", "royauté", "élève", "actuelle", "condamnée", "cigale",
	    "par", "col", "tap", "coeur", "quelqu'un", "aujourd'hui",
	    "peut-être", "arc-en-ciel"};
	struct sb_stemmer *sb = snowball();
	uint64_t h = UINT64_C(0xCBF29CE484222325); /* FNV-1a, 64 bits */

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		const char *s = (const char *)sb_stemmer_stem(
		    sb, (const sb_symbol *)words[i], (int)strlen(words[i]));

		if (s == NULL) {
			errno = ENOMEM;
			die_sys("libstemmer");
		}
		do {
			h ^= (unsigned char)*s;
			h *= UINT64_C(0x100000001B3);
		} while (*s++ != '\0');
	}
	sb_stemmer_delete(sb);
	return h;
}
