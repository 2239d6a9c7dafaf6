#include <string.h>

#include "dump.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/calendar.h"
#include "lib/lang/fr/words.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"
#include "read/common/anchor.h"
#include "read/common/span.h"

enum {
	EVENT_MAX = 160,  /* characters */
	PLACE_WORDS = 10, /* of an event line beside its date and time */
	AUTHOR_MAX = 100,
	CATEGORY_MAX = 60,
	CATEGORY_WORDS = 6,
	SURNAME = 4, /* letters: RSA is no surname */
	PIECES = 8
};

/* ---- event lines ---- */

/* Does one of the folded line's parts begin as the name of a place?  Lens -
 * Canton d’Avion, Lens, salle des fêtes, Lens (mairie) */
static bool
has_place(struct buf *folded)
{
	for (size_t i = 0; i < folded->len; i++)
		if (folded->s[i] == ')')
			folded->s[i] = ' ';
	buf_str(folded, " "); /* behind the word for the place */
	for (const char *p = folded->s; *p != '\0'; p++)
		if (strchr("-,(/|;:", *p) != NULL) {
			const char *part = p + 1 + strspn(p + 1, " ");

			if ((*p != '-' || part > p + 1) && words_is_place(part))
				return true;
		}
	return words_is_place(folded->s);
}

/* Canton d’Avion, OLHAIN, (…), Salle des fêtes: a place by itself?  Behind an
 * event line also Lens – Canton d’Avion. */
static bool
is_place(const char *s, size_t len, bool behind)
{
	struct buf f = {0};
	bool is;
	bool upper = true;
	const char *end = s + len;

	if (span_first(s, len) == '(' && s[len - 1] == ')')
		return true;
	slug_fold(&f, s, len);
	is = behind && utf_is_upper(span_first(s, len)) ? has_place(&f)
							: words_is_place(f.s);
	buf_free(&f);
	for (const char *p = s; p < end && upper;) {
		size_t n;
		int32_t cp = utf_get(p, end, &n);

		upper = !utf_is_letter(cp) || utf_is_upper(cp) ||
		    (cp >= 0x300 && cp < 0x370);
		p += n;
	}
	return is || (upper && utf_is_upper(span_first(s, len)));
}

/* What is left of the line without [from, to): the piece in brackets, or all
 * pieces joined by ", ". */
static void
put_piece(struct buf *place, const char *s, size_t len)
{
	struct span p = span_strip(s, len);
	const size_t at = strlen(WORDS_AT);

	if (p.len > 1 && *p.s == '(' && p.s[p.len - 1] == ')')
		p = span_strip(p.s + 1, p.len - 2);
	if (p.len > at + 1 && memcmp(p.s, WORDS_AT " ", at + 1) == 0)
		p = span_strip(p.s + at + 1, p.len - at - 1);
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
	const size_t at = strlen(WORDS_AT);
	char t[DATE_ISO];
	size_t from;
	size_t to;

	*first = '\0';
	while (calendar_time(line->s, line->len, t, &from, &to)) {
		if (*first == '\0')
			memcpy(first, t, DATE_ISO);
		while (from > 0 && line->s[from - 1] == ' ')
			from--;
		if (from >= at &&
		    memcmp(line->s + from - at, WORDS_AT, at) == 0)
			from -= at;
		cut(line, from, to);
	}
}

/* Keeps what the words say, if the line may be one at all. */
static bool
set_event(struct attrs *to, const struct date d[2], const char *time,
    const struct buf *place)
{
	char iso[DATE_ISO];

	if (d[0].year > 0 && attrs_get(to, "date") == NULL) {
		date_iso(&d[0], iso);
		attrs_set(to, "date", iso);
		if (d[1].year > 0) {
			date_iso(&d[1], iso);
			attrs_set(to, "date_end", iso);
		}
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
	struct calendar_date x = {0};
	char time[DATE_ISO];
	size_t text;
	bool has_date;
	bool is;

	if (len == 0 || utf_count(s, len) > EVENT_MAX ||
	    dump_bullet(s, len, &text) > 0 || dump_label(s, len) != NULL)
		return false;
	has_date = calendar_find(s, len, &x);
	if (dated && !has_date)
		return false;
	if (has_date && x.day[0].year == 0) {
		date_near(&x.day[0], ref);
		if (x.day[1].month > 0)
			date_near(&x.day[1], &x.day[0]);
	}
	buf_mem(&line, s, len);
	if (has_date)
		cut(&line, x.from, x.to);
	cut_times(&line, time);
	find_place(&line, &place);
	if (place.len == 0)
		is = has_date || *time != '\0';
	else if (span_is_punctuated(s, len) ||
	    span_words(place.s, place.len) > PLACE_WORDS)
		is = false;
	else
		is = has_date || *time != '\0' || is_place(s, len, to->n > 0);
	is = is && set_event(to, x.day, time, &place);
	buf_free(&line);
	buf_free(&place);
	return is;
}

/* ---- above the title ---- */

/* Bytes of a civility and the blank behind it at the head of s, or 0. */
static size_t
civility(const char *s, size_t len)
{
	const char *blank = NULL;
	size_t n = 0;
	struct buf f = {0};
	bool is;

	for (size_t i = 0; i < len && blank == NULL; i += n)
		if (utf_is_space(utf_get(s + i, s + len, &n)))
			blank = s + i;
	if (blank == NULL)
		return 0;
	slug_fold(&f, s, (size_t)(blank - s));
	is = words_is_civility(f.s, f.len);
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
	return n >= 2 && n <= 5 && utf_is_upper(span_first(w[0].s, w[0].len)) &&
	    !is_surname(w[0].s, w[0].len) &&
	    is_surname(w[n - 1].s, w[n - 1].len);
}

bool
dump_author(const char *s, size_t len, struct attrs *to)
{
	size_t after = words_by(s, len);
	bool by = after > 0;
	const char *comma;
	size_t civil;
	struct span name;

	if (utf_count(s, len) > AUTHOR_MAX || span_is_punctuated(s, len))
		return false;
	s += after;
	len -= after;
	civil = civility(s, len);
	comma = memchr(s, ',', len);
	name = span_strip(s, comma != NULL ? (size_t)(comma - s) : len);
	if (!by && civil == 0 && !is_name(name.s, name.len))
		return false;
	/* M. Jean DURAND is Jean DURAND, Madame la Préfète stays */
	if (civil > 0 && civil < name.len &&
	    utf_is_upper(span_first(name.s + civil, name.len - civil)))
		name = span_strip(name.s + civil, name.len - civil);
	attrs_setn(to, "speaker", name.s, name.len);
	if (comma != NULL) {
		name = span_strip(comma, (size_t)(s + len - comma));
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
	struct date d;
	bool whole;

	if (utf_count(s, len) > CATEGORY_MAX ||
	    anchor_published(s, len, &d, &whole))
		return false;
	if (colon != NULL) {
		struct buf key = {0};
		bool is;

		v = span_strip(s, (size_t)(colon - s));
		attrs_name(&key, v.s, v.len);
		is = strcmp(key.s, "category") == 0;
		buf_free(&key);
		v = span_strip(colon, (size_t)(s + len - colon));
		if (is && v.len > 0)
			attrs_setn(to, "category", v.s, v.len);
		return is && v.len > 0;
	}
	if (span_is_punctuated(s, len) || span_words(s, len) > CATEGORY_WORDS ||
	    dump_bullet(s, len, &text) > 0)
		return false;
	attrs_setn(to, "category", s, len);
	return true;
}
