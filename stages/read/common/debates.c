#include "debates.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/lang/fr/lang.h"
#include "lib/text/list.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"

enum {
	SLACK = 16,   /* readable bytes behind a key of a table */
	ONE_WORD = 64 /* bytes of a word that can be a stop */
};

/* ---- texts as words ---- */

static bool
is_apostrophe(int32_t cp)
{
	return cp == '\'' || cp == 0x2019;
}

static bool
is_hyphen(int32_t cp)
{
	return cp == '-' || cp == 0x2010 || cp == 0x2011 ||
	    cp == '/'; /* K/Bidi */
}

static bool
is_word(int32_t cp)
{
	return utf_is_letter(cp) || (cp >= '0' && cp <= '9');
}

/* The end of the word at s: an apostrophe ends it, a hyphen within it does
 * not. */
static const char *
word_end(const char *s, const char *end)
{
	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);
		size_t m;

		if (is_apostrophe(cp))
			return s + n;
		if (!is_word(cp) &&
		    (!is_hyphen(cp) || s + n == end ||
			!is_word(utf_get(s + n, end, &m))))
			return s;
		s += n;
	}
	return end;
}

static uint8_t
sign(int32_t cp)
{
	if (cp == '.' || cp == 0x2026)
		return DEBATES_DOT;
	if (cp == ',')
		return DEBATES_COMMA;
	if (cp == ';' || (cp >= 0x2010 && cp <= 0x2015) || cp == '-')
		return DEBATES_BREAK;
	if (cp == ':')
		return DEBATES_COLON;
	if (cp == '!' || cp == '?')
		return DEBATES_MARK;
	return utf_is_space(cp) ? 0 : DEBATES_OTHER;
}

static void
add_word(struct debates_words *w, const char *from, const char *to, uint8_t gap)
{
	struct debates_word *k = &w->w[w->n++];

	if (w->fold.len > 0)
		buf_str(&w->fold, " ");
	*k = (struct debates_word){.at = (size_t)(from - w->s),
	    .end = (size_t)(to - w->s),
	    .fold = w->fold.len,
	    .before = gap};
	slug_fold(&w->fold, from, (size_t)(to - from));
	k->fold_end = w->fold.len;
}

void
debates_split(struct debates_words *w, const char *s, size_t len)
{
	const char *end = s + (len < DEBATES_BYTES ? len : DEBATES_BYTES);

	while (end < s + len && ((unsigned char)*end & 0xC0) == 0x80)
		end--;
	w->s = s;
	w->len = len;
	w->n = 0;
	w->behind = 0;
	w->fold.len = 0;
	w->cut = end < s + len;
	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);
		const char *to;

		if (!is_word(cp)) {
			w->behind |= sign(cp);
			s += n;
			continue;
		}
		if (w->n == DEBATES_WORDS) {
			w->cut = true;
			break;
		}
		to = word_end(s, end);
		add_word(w, s, to, w->behind);
		w->behind = 0;
		s = to;
	}
	buf_room(&w->fold, SLACK);
}

void
debates_words_free(struct debates_words *w)
{
	buf_free(&w->fold);
}

/* ---- the file ---- */

static int
kind_of(const struct list *l, const char *s, size_t len)
{
	static const struct {
		const char *name;
		int kind;
	} all[] = {{"noise", DEBATES_NOISE}, {"Noise", DEBATES_CAPITAL},
	    {"degree", DEBATES_DEGREE}, {"join", DEBATES_JOIN},
	    {"bench", DEBATES_BENCH}, {"where", DEBATES_WHERE},
	    {"shout", DEBATES_SHOUT}, {"subject", DEBATES_SUBJECT},
	    {"act", DEBATES_ACT}, {"civility", DEBATES_CIVILITY},
	    {"article", DEBATES_ARTICLE}, {"office", DEBATES_OFFICE},
	    {"room", DEBATES_ROOM}, {"link", DEBATES_LINK},
	    {"initial", DEBATES_INITIAL}, {"stop", DEBATES_STOP},
	    {"behalf", DEBATES_BEHALF}, {"address", DEBATES_ADDRESS},
	    {"kin", DEBATES_KIN}, {"place", DEBATES_PLACE}};

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (strlen(all[i].name) == len &&
		    memcmp(all[i].name, s, len) == 0)
			return all[i].kind;
	die_data(l->in.name, l->in.line,
	    "'%.*s' is no kind (see the file's head)", (int)len, s);
}

static uint32_t
number_of(struct debates *d, const char *s, size_t len)
{
	uint32_t n = d->phrase.n;
	uint32_t k = intern_add(&d->phrase, s, len);

	d->kind = mem_grow(d->kind, &d->cap, d->phrase.n, sizeof(*d->kind));
	d->begins = mem_grow(
	    d->begins, &d->cap_begins, d->phrase.n, sizeof(*d->begins));
	if (k == n)
		d->kind[k] = d->begins[k] = 0;
	return k;
}

/* The word as written in small letters, behind a sign that no folded word has:
 * accents tell a verb from a preposition. */
static size_t
stop_key(char *to, const char *s, size_t len)
{
	const char *end = s + len;
	size_t n = 0;

	to[n++] = '=';
	while (s < end && n + 4 < ONE_WORD) {
		size_t k;
		int32_t cp = utf_get(s, end, &k);

		n += utf_put(to + n, is_apostrophe(cp) ? '\'' : utf_lower(cp));
		s += k;
	}
	memset(to + n, 0, SLACK);
	return n;
}

static void
add(struct debates *d, struct debates_words *w, int kind)
{
	char key[ONE_WORD + SLACK];
	uint32_t k;

	if (w->n == 0)
		return;
	if (kind == DEBATES_STOP) {
		k = number_of(d, key, stop_key(key, w->s, w->len));
		d->kind[k] |= (uint32_t)DEBATES_STOP;
		return;
	}
	k = number_of(d, w->fold.s, w->w[0].fold_end);
	d->begins[k] |= (uint32_t)kind;
	k = number_of(d, w->fold.s, w->fold.len);
	d->kind[k] |= (uint32_t)kind;
	if (w->n > d->longest)
		d->longest = w->n;
}

void
debates_open(struct debates *d)
{
	char *path = lang_path(LANG_DEBATES);
	struct debates_words w = {0};
	struct list l;
	char *s;
	size_t len;

	intern_open(&d->phrase);
	list_open(&l, path);
	while ((s = list_next(&l, &len)) != NULL) {
		char *tab = memchr(s, '\t', len);

		if (tab == NULL)
			die_data(l.in.name, l.in.line, "no kind and tab");
		debates_split(&w, tab + 1, (size_t)(s + len - tab - 1));
		add(d, &w, kind_of(&l, s, (size_t)(tab - s)));
	}
	list_close(&l);
	debates_words_free(&w);
	free(path);
}

void
debates_free(struct debates *d)
{
	if (d->phrase.n_slot > 0)
		intern_free(&d->phrase);
	free(d->kind);
	free(d->begins);
}

/* ---- what words are ---- */

size_t
debates_match(
    const struct debates *d, const struct debates_words *w, size_t i, int kinds)
{
	size_t best = 0;

	for (size_t k = i; k < w->n && k - i < d->longest; k++) {
		uint32_t id;

		if (k > i && w->w[k].before != 0)
			break;
		id = intern_find(&d->phrase, w->fold.s + w->w[i].fold,
		    w->w[k].fold_end - w->w[i].fold);
		if (k == i &&
		    (id == UINT32_MAX || !(d->begins[id] & (uint32_t)kinds)))
			return 0;
		if (id != UINT32_MAX && (d->kind[id] & (uint32_t)kinds) != 0)
			best = k - i + 1;
	}
	return best;
}

bool
debates_begins(const struct debates *d, struct debates_words *w, const char *s,
    size_t len, int kinds)
{
	const char *to = word_end(s, s + len);
	uint32_t id;

	w->fold.len = 0;
	slug_fold(&w->fold, s, (size_t)(to - s));
	buf_room(&w->fold, SLACK);
	id = intern_find(&d->phrase, w->fold.s, w->fold.len);
	return id != UINT32_MAX && (d->begins[id] & (uint32_t)kinds) != 0;
}

bool
debates_stops(const struct debates *d, const struct debates_words *w, size_t i)
{
	char key[ONE_WORD + SLACK];
	size_t n = stop_key(key, w->s + w->w[i].at, w->w[i].end - w->w[i].at);
	uint32_t id = intern_find(&d->phrase, key, n);

	return id != UINT32_MAX && (d->kind[id] & DEBATES_STOP) != 0;
}
