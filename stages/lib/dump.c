#include "dump.h"

#include <string.h>

#include "mem.h"
#include "slug.h"
#include "utf.h"

enum {
	TITLE_MAX = 400, /* characters */
	EVENT_MAX = 160,
	PLACE_WORDS = 10, /* of an event line beside its date and time */
	LABEL_MAX = 100,
	HEADING_MAX = 100,
	CATEGORY_MAX = 60,
	CATEGORY_WORDS = 6,
	SURNAME = 4, /* letters: RSA is no surname */
	PIECES = 8
};

struct span {
	const char *s;
	size_t len;
};

/* ---- text ---- */

static bool
begins(const char *folded, const char *with)
{
	return strncmp(folded, with, strlen(with)) == 0;
}

static int32_t
first_cp(const char *s, size_t len)
{
	size_t n;

	return len > 0 ? utf_get(s, s + len, &n) : 0;
}

static int32_t
last_cp(const char *s, size_t len, size_t *n)
{
	size_t i = len;

	while (i > 0 && ((unsigned char)s[--i] & 0xC0) == 0x80)
		continue;
	return len > 0 ? utf_get(s + i, s + len, n) : 0;
}

static bool
is_quote(int32_t cp)
{
	return cp == '"' || cp == '\'' || cp == '(' || cp == ')' || cp == '[' ||
	    cp == ']' || cp == 0xAB || cp == 0xBB ||
	    (cp >= 0x2018 && cp <= 0x201F);
}

/* Takes off blanks, dashes and signs that part pieces of an event line. */
static struct span
strip(const char *s, size_t len)
{
	size_t n;
	char c;

	while (len > 0) {
		c = slug_char(utf_get(s, s + len, &n));
		if (c == '\0' || strchr(" -,;:|/", c) == NULL)
			break;
		s += n;
		len -= n;
	}
	while (len > 0) {
		c = slug_char(last_cp(s, len, &n));
		if (c == '\0' || strchr(" -,;:|/", c) == NULL)
			break;
		len -= n;
	}
	return (struct span){s, len};
}

/* Does the line end as a sentence or a clause does? Quotes and brackets at
 * the end are looked through. */
static bool
is_punctuated(const char *s, size_t len)
{
	size_t n = 0;
	int32_t cp = last_cp(s, len, &n);

	while (len > 0 && (is_quote(cp) || utf_is_space(cp))) {
		len -= n;
		cp = last_cp(s, len, &n);
	}
	return cp == 0x2026 || (cp > 0 && cp < 0x80 && strchr(".!?;:,", cp));
}

static size_t
count_words(const char *s, size_t len)
{
	struct buf f = {0};
	size_t n;

	slug_fold(&f, s, len);
	n = f.len > 0;
	for (size_t i = 0; i < f.len; i++)
		n += f.s[i] == ' ';
	buf_free(&f);
	return n;
}

/* ---- the anchor ---- */

bool
dump_published(const char *s, size_t len, struct date *d, bool *whole)
{
	static const char *const lead[] = {
	    "publie le ", "publiee le ", "publie le : ", "publie le: "};
	struct buf f = {0};
	bool is = false;
	size_t from;
	size_t to;
	struct span rest;

	if (len < 12 || len > EVENT_MAX || (*s != 'P' && *s != 'p'))
		return false;
	slug_fold(&f, s, len);
	for (size_t k = 0; k < sizeof(lead) / sizeof(*lead); k++)
		is = is || begins(f.s, lead[k]);
	buf_free(&f);
	if (!is || !date_find(s, len, d, &from, &to) || d->year == 0)
		return false;
	if (count_words(s, from) > 3)
		return false; /* the date is further on: a sentence */
	rest = strip(s + to, len - to);
	*whole = rest.len == 0 || (rest.len == 1 && *rest.s == '.');
	/* "Publié le 3 mai 2020, ce rapport montre que ..." is text */
	return *whole || !is_punctuated(s, len);
}

bool
dump_is_title(const char *s, size_t len)
{
	size_t text;

	return utf_count(s, len) <= TITLE_MAX &&
	    dump_bullet(s, len, &text) == 0;
}

/* ---- event lines ---- */

/* Canton d’Avion, OLHAIN, (…), Salle des fêtes: a place by itself? */
static bool
is_place(const char *s, size_t len)
{
	static const char *const lead[] = {"canton ", "commune ", "lieu ",
	    "salle ", "mairie ", "hotel de ville", "hotel du departement",
	    "place ", "prefecture ", "college ", "lycee "};
	struct buf f = {0};
	bool is = false;
	bool upper = true;
	const char *end = s + len;

	if (first_cp(s, len) == '(' && s[len - 1] == ')')
		return true;
	slug_fold(&f, s, len);
	for (size_t k = 0; k < sizeof(lead) / sizeof(*lead); k++)
		is = is || begins(f.s, lead[k]);
	buf_free(&f);
	for (const char *p = s; p < end && upper;) {
		size_t n;
		int32_t cp = utf_get(p, end, &n);

		upper = !utf_is_letter(cp) || utf_is_upper(cp) ||
		    (cp >= 0x300 && cp < 0x370);
		p += n;
	}
	return is || (upper && utf_is_upper(first_cp(s, len)));
}

/* What is left of the line without [from, to): the piece in brackets, or all
 * pieces joined by ", ". */
static void
put_piece(struct buf *place, const char *s, size_t len)
{
	struct span p = strip(s, len);

	if (p.len > 1 && *p.s == '(' && p.s[p.len - 1] == ')')
		p = strip(p.s + 1, p.len - 2);
	if (p.len > 3 && memcmp(p.s, "\xC3\xA0 ", 3) == 0)
		p = strip(p.s + 3, p.len - 3); /* à Lens */
	if (p.len == 0)
		return;
	if (place->len > 0)
		buf_str(place, ", ");
	buf_mem(place, p.s, p.len);
}

/* Blanks out [from, to) so that what is around it stays apart. */
static void
cut(struct buf *line, size_t from, size_t to)
{
	memset(line->s + from, '|', to - from);
}

static void
find_place(const struct buf *line, struct buf *place)
{
	const char *s = line->s;
	const char *end = s + line->len;

	while (s < end) {
		const char *bar = memchr(s, '|', (size_t)(end - s));

		if (bar == NULL)
			bar = end;
		put_piece(place, s, (size_t)(bar - s));
		s = bar + 1;
	}
}

/* "14h – 16h", "de 14h à 16h": the rest of a span of time goes too. */
static void
cut_times(struct buf *line, char first[DATE_ISO])
{
	char t[DATE_ISO];
	size_t from;
	size_t to;

	*first = '\0';
	while (date_time(line->s, line->len, t, &from, &to)) {
		if (*first == '\0')
			memcpy(first, t, DATE_ISO);
		while (from > 0 && line->s[from - 1] == ' ')
			from--;
		if (from >= 2 && memcmp(line->s + from - 2, "\xC3\xA0", 2) == 0)
			from -= 2;
		cut(line, from, to);
	}
}

/* Keeps what the words say, if the line may be one at all. */
static bool
set_event(struct attrs *to, const struct date *d, const char *time,
    const struct buf *place)
{
	char iso[DATE_ISO];

	if (d->year > 0 && attrs_get(to, "date") == NULL) {
		date_iso(d, iso);
		attrs_set(to, "date", iso);
	}
	if (*time != '\0' && attrs_get(to, "time") == NULL)
		attrs_set(to, "time", time);
	if (place->len > 0 && attrs_get(to, "place") == NULL)
		attrs_setn(to, "place", place->s, place->len);
	return true;
}

bool
dump_event(const char *s, size_t len, bool dated, const struct date *ref,
    struct attrs *to)
{
	struct buf line = {0};
	struct buf place = {0};
	struct date d = {0};
	char time[DATE_ISO];
	size_t from = 0;
	size_t end = 0;
	bool has_date;
	bool is;

	if (len == 0 || utf_count(s, len) > EVENT_MAX ||
	    dump_bullet(s, len, &from) > 0 || dump_label(s, len) != NULL)
		return false;
	has_date = date_find(s, len, &d, &from, &end);
	if (dated && !has_date)
		return false;
	if (has_date && d.year == 0)
		date_near(&d, ref);
	buf_mem(&line, s, len);
	if (has_date)
		cut(&line, from, end);
	cut_times(&line, time);
	find_place(&line, &place);
	if (place.len == 0)
		is = has_date || *time != '\0';
	else if (is_punctuated(s, len) ||
	    count_words(place.s, place.len) > PLACE_WORDS)
		is = false;
	else
		is = has_date || *time != '\0' || is_place(s, len);
	is = is && set_event(to, &d, time, &place);
	buf_free(&line);
	buf_free(&place);
	return is;
}

/* ---- sections ---- */

const char *
dump_label(const char *s, size_t len)
{
	static const struct {
		const char *lead;
		const char *section;
		bool alone; /* nothing but ':' may follow */
	} known[] = {{"le projet en deux mots", "projet", false},
	    {"le projet en trois mots", "projet", false},
	    {"le projet en quelques ", "projet", false},
	    {"le projet en un mot", "projet", false},
	    {"le projet en bref", "projet", false},
	    {"le projet en resume", "projet", false},
	    {"le projet en chiffres", "projet", false},
	    {"elements de langage", "discours", false},
	    {"presentation du projet", "projet", true},
	    {"le projet", "projet", true}, {"resume", "projet", true},
	    {"contexte", "contexte", true}, {"le contexte", "contexte", true},
	    {"rappel du contexte", "contexte", true},
	    {"discours", "discours", true},
	    {"projet de discours", "discours", true},
	    {"proposition de discours", "discours", true}};
	static const char *const before[] = {"propositions d'",
	    "proposition d'", "projet d'", "quelques ", "les "};
	struct buf f = {0};
	const char *section = NULL;
	const char *p;

	if (len == 0 || utf_count(s, len) > LABEL_MAX)
		return NULL;
	slug_fold(&f, s, len);
	p = f.s;
	for (size_t k = 0; k < sizeof(before) / sizeof(*before); k++)
		if (begins(p, before[k]) &&
		    begins(p + strlen(before[k]), "elements"))
			p += strlen(before[k]);
	for (size_t k = 0; k < sizeof(known) / sizeof(*known); k++) {
		const char *rest = p + strlen(known[k].lead);

		if (section != NULL || !begins(p, known[k].lead))
			continue;
		/* a sentence ends in a stop, a label in ':' or in nothing */
		if (known[k].alone
			? *rest == '\0' || strcmp(rest, ":") == 0 ||
			    strcmp(rest, " :") == 0
			: f.s[f.len - 1] == ':' || !is_punctuated(s, len))
			section = known[k].section;
	}
	buf_free(&f);
	return section;
}

/* ---- items and headings ---- */

size_t
dump_bullet(const char *s, size_t len, size_t *text)
{
	static const int32_t sign[] = {0x2022, 0xB7, 0x25AA, 0x25A0, 0x25BA,
	    0x27A2, 0x27A4, 0x2192, 0x25E6, 0x2023, 0x2219, 0x25CF, 0x25CB,
	    0x2713, 0x2714, 0x25B6, 0x25AB, 0xF0B7};
	size_t n;
	size_t at;
	int32_t cp;
	bool is = false;

	if (len < 2)
		return 0;
	cp = utf_get(s, s + len, &n);
	for (size_t k = 0; k < sizeof(sign) / sizeof(*sign); k++)
		is = is || cp == sign[k];
	if (!is && cp != '*' && cp != '-' && cp != 0x2013 && cp != 0x2014)
		return 0;
	for (at = n; at < len;) {
		size_t k;

		if (!utf_is_space(utf_get(s + at, s + len, &k)))
			break;
		at += k;
	}
	if (at == len || (!is && at == n))
		return 0;
	cp = utf_get(s + at, s + len, text);
	if (!utf_is_letter(cp) && !is_quote(cp) && !(cp >= '0' && cp <= '9'))
		return 0;
	*text = at;
	return n;
}

bool
dump_is_heading(const char *s, size_t len)
{
	int32_t cp = first_cp(s, len);
	size_t n;

	while (len > 0 && (is_quote(cp) || utf_is_space(cp))) {
		(void)utf_get(s, s + len, &n);
		s += n;
		len -= n;
		cp = first_cp(s, len);
	}
	return len > 0 && (utf_is_upper(cp) || (cp >= '0' && cp <= '9')) &&
	    utf_count(s, len) <= HEADING_MAX && !is_punctuated(s, len);
}

/* ---- above the title ---- */

/* Bytes of a civility and the blank behind it at the head of s, or 0. */
static size_t
civility(const char *s, size_t len)
{
	static const char *const word[] = {"m.", "mme", "mlle", "mm.", "mr",
	    "monsieur", "madame", "mademoiselle", "dr", "docteur", "maitre"};
	const char *blank = NULL;
	size_t n = 0;
	struct buf f = {0};
	bool is = false;

	for (size_t i = 0; i < len && blank == NULL; i += n)
		if (utf_is_space(utf_get(s + i, s + len, &n)))
			blank = s + i;
	if (blank == NULL)
		return 0;
	slug_fold(&f, s, (size_t)(blank - s));
	for (size_t k = 0; k < sizeof(word) / sizeof(*word); k++)
		is = is || strcmp(f.s, word[k]) == 0;
	buf_free(&f);
	return is ? (size_t)(blank - s) + n : 0;
}

static bool
is_surname(const char *s, size_t len)
{
	const char *end = s + len;
	size_t letters = 0;

	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);

		s += n;
		if (utf_is_upper(cp))
			letters++;
		else if (cp != '-' && cp != '\'' && cp != 0x2019)
			return false;
	}
	return letters >= SURNAME;
}

/* Two to five words, the first with a capital and small letters, the last in
 * capitals: Jeanne MARTIN. */
static bool
is_name(const char *s, size_t len)
{
	struct span w[PIECES];
	size_t n = 0;
	const char *end = s + len;
	size_t k;
	bool in = false;

	for (const char *p = s; p < end; p += k) {
		bool space = utf_is_space(utf_get(p, end, &k));

		if (!space && !in) {
			if (n == PIECES)
				return false;
			w[n++] = (struct span){p, 0};
		}
		in = !space;
		if (in)
			w[n - 1].len += k;
	}
	return n >= 2 && n <= 5 && utf_is_upper(first_cp(w[0].s, w[0].len)) &&
	    !is_surname(w[0].s, w[0].len) &&
	    is_surname(w[n - 1].s, w[n - 1].len);
}

bool
dump_author(const char *s, size_t len, struct attrs *to)
{
	bool by = len > 4 && (memcmp(s, "Par ", 4) == 0) &&
	    utf_is_upper(first_cp(s + 4, len - 4));
	const char *comma;
	size_t civil;
	struct span name;

	if (utf_count(s, len) > HEADING_MAX || is_punctuated(s, len))
		return false;
	if (by) {
		s += 4;
		len -= 4;
	}
	civil = civility(s, len);
	comma = memchr(s, ',', len);
	name = strip(s, comma != NULL ? (size_t)(comma - s) : len);
	if (!by && civil == 0 && !is_name(name.s, name.len))
		return false;
	/* M. Jean DURAND is Jean DURAND, Madame la Préfète stays */
	if (civil > 0 && civil < name.len &&
	    utf_is_upper(first_cp(name.s + civil, name.len - civil)))
		name = strip(name.s + civil, name.len - civil);
	attrs_setn(to, "speaker", name.s, name.len);
	if (comma != NULL) {
		name = strip(comma, (size_t)(s + len - comma));
		attrs_setn(to, "role", name.s, name.len);
	}
	return true;
}

bool
dump_category(const char *s, size_t len, struct attrs *to)
{
	const char *colon = memchr(s, ':', len);
	size_t text;
	struct span v;

	if (utf_count(s, len) > CATEGORY_MAX)
		return false;
	if (colon != NULL) {
		struct buf key = {0};
		bool is;

		v = strip(s, (size_t)(colon - s));
		attrs_name(&key, v.s, v.len);
		is = strcmp(key.s, "category") == 0;
		buf_free(&key);
		v = strip(colon, (size_t)(s + len - colon));
		if (is && v.len > 0)
			attrs_setn(to, "category", v.s, v.len);
		return is && v.len > 0;
	}
	if (is_punctuated(s, len) || count_words(s, len) > CATEGORY_WORDS ||
	    dump_bullet(s, len, &text) > 0)
		return false;
	attrs_setn(to, "category", s, len);
	return true;
}
