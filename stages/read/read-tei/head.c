#include "head.h"

#include <string.h>

#include "lib/lang/fr/calendar.h"
#include "lib/lang/fr/lang.h"
#include "xml.h"

enum {
	DATE_PUBLISHED = 1,
	DATE_EDITION,
	DATE_SOURCE,
	DATE_CREATION,
	DATE_SETTING,
};

static bool
has(const struct head *h, const char *part)
{
	return strstr(h->path.s, part) != NULL;
}

static bool
ends(const struct head *h, const char *tail)
{
	size_t n = strlen(tail);

	return h->path.len >= n &&
	    memcmp(h->path.s + h->path.len - n, tail, n) == 0;
}

/* Our language before others, a main title before others. */
static int
title_rank(const char **attr)
{
	const char *type = xml_attr(attr, "type");
	const char *lang = xml_attr(attr, "xml:lang");
	bool main = type == NULL || strcmp(type, "main") == 0;

	return 1 + 2 * (lang == NULL || lang_is(lang)) + main;
}

static int
date_rank(const struct head *h)
{
	if (has(h, "/setting/"))
		return DATE_SETTING;
	if (has(h, "/creation/"))
		return DATE_CREATION;
	if (has(h, "/sourceDesc/"))
		return DATE_SOURCE;
	if (has(h, "/editionStmt/"))
		return DATE_EDITION;
	return has(h, "/publicationStmt/") ? DATE_PUBLISHED : 0;
}

void
head_begin(struct head *h)
{
	h->path.len = 0;
	buf_mem(&h->path, "", 0);
	h->from = 0;
	h->title = 0;
	h->date = 0;
	h->day_rank = 0;
	h->author = false;
}

/* The year nearest to another date of the header, for one that has none. */
static void
supply_year(struct head *h)
{
	const char *other = attrs_get(&h->a, "date");
	struct date ref;
	char iso[DATE_ISO] = "";

	if (h->day_rank <= h->date)
		return;
	if (other == NULL)
		other = attrs_get(&h->a, "published");
	attrs_setn(&h->a, "date_text", h->day_text.s, h->day_text.len);
	if (other == NULL || !date_read(other, &ref)) {
		h->n_date_text++;
		return;
	}
	h->n_year++;
	date_near(&h->day[0], &ref);
	if (h->day[1].month > 0) {
		date_near(&h->day[1], &h->day[0]);
		date_iso(&h->day[1], iso);
	}
	attrs_set(&h->a, "date_end", iso);
	date_iso(&h->day[0], iso);
	attrs_set(&h->a, "date", iso);
	attrs_set(&h->a, "dated", "year");
}

/* The date of publication is that of the file, not of what was said; it is
 * better than none. */
void
head_end(struct head *h)
{
	const char *day;

	supply_year(h);
	day = attrs_get(&h->a, "published");
	if (day == NULL)
		return;
	if (attrs_get(&h->a, "date") != NULL) {
		attrs_set(&h->a, "edition", day);
		attrs_set(&h->a, "published", "");
		return;
	}
	attrs_set(&h->a, "date", day);
	attrs_set(&h->a, "dated", "published");
}

/* The first of the attributes that is there, without a time. */
static void
take_first(struct buf *to, const char **attr, const char *const *names)
{
	const char *when = NULL;

	for (; *names != NULL && when == NULL; names++)
		when = xml_attr(attr, *names);
	to->len = 0;
	if (when != NULL)
		buf_mem(to, when, strcspn(when, "T"));
}

static void
take_when(struct head *h, const char **attr)
{
	static const char *const first[] = {
	    "when", "when-iso", "from", "notBefore", NULL};
	static const char *const last[] = {
	    "when", "when-iso", "to", "notAfter", NULL};

	take_first(&h->when, attr, first);
	take_first(&h->until, attr, last);
}

void
head_open(struct head *h, const char *name, const char **attr)
{
	const char *type = xml_attr(attr, "type");
	int rank = 0;

	buf_str(&h->path, "/");
	buf_str(&h->path, name);
	if (h->from > 0)
		return;
	if (ends(h, "/titleStmt/title"))
		rank = title_rank(attr);
	else if (ends(h, "/titleStmt/author"))
		/* NOLINTNEXTLINE(bugprone-branch-clone): a table of places */
		rank = 1;
	else if (ends(h, "/date"))
		rank = date_rank(h);
	else if (ends(h, "/setting/settlement") ||
	    ends(h, "/setting/placeName") ||
	    (ends(h, "/setting/name") && type != NULL &&
		(strcmp(type, "city") == 0 || strcmp(type, "place") == 0)))
		rank = 1;
	if (rank == 0)
		return;
	h->from = h->path.len;
	h->rank = rank;
	h->text.len = 0;
	take_when(h, attr);
}

void
head_text(struct head *h, const char *s, size_t len)
{
	if (h->from == 0)
		return;
	for (size_t i = 0; i < len; i++) {
		bool blank =
		    s[i] == ' ' || s[i] == '\n' || s[i] == '\t' || s[i] == '\r';

		if (!blank)
			buf_mem(&h->text, s + i, 1);
		else if (h->text.len > 0 && h->text.s[h->text.len - 1] != ' ')
			buf_mem(&h->text, " ", 1);
	}
}

/* 12 mars, --03-12: a date without its year, which waits. */
static bool
take_day(struct head *h, const char *s, size_t len)
{
	struct calendar_date x = {0};
	struct buf iso = {0};
	bool is;

	if (len == 7 && memcmp(s, "--", 2) == 0) { /* XML Schema's gMonthDay */
		buf_str(&iso, "2000-");
		buf_mem(&iso, s + 2, len - 2);
		is = date_read(iso.s, &x.day[0]);
		x.day[0].year = 0;
	} else
		is = calendar_find(s, len, &x) && x.day[0].year == 0;
	buf_free(&iso);
	if (!is)
		return false;
	if (h->rank <= h->day_rank)
		return true;
	memcpy(h->day, x.day, sizeof(h->day));
	h->day_rank = h->rank;
	h->day_text.len = 0;
	buf_mem(&h->day_text, s, len);
	return true;
}

static void
take_date(struct head *h, const char *s, size_t len)
{
	if (h->when.len > 0) {
		s = h->when.s;
		len = h->when.len;
	}
	if (len == 0 || h->rank <= h->date)
		return;
	if (h->rank == DATE_PUBLISHED) {
		(void)attrs_read(&h->a, "published", s, len);
		return;
	}
	if (take_day(h, s, len))
		return;
	attrs_set(&h->a, "date_text", "");
	if (!attrs_read(&h->a, "date", s, len)) {
		h->n_date_text++;
		return;
	}
	s = attrs_get(&h->a, "date");
	if (h->until.len > 0 && strcmp(h->until.s, s) > 0)
		(void)attrs_read(&h->a, "date_end", h->until.s, h->until.len);
	h->date = h->rank;
}

static void
take(struct head *h)
{
	char *s = h->text.s;
	size_t len = h->text.len;

	if (len > 0)
		clean_line(h->clean, &s, &len);
	if (ends(h, "/date"))
		take_date(h, s, len);
	else if (ends(h, "/title") && len > 0 && h->rank > h->title) {
		attrs_setn(&h->a, "title", s, len);
		h->title = h->rank;
	} else if (ends(h, "/author") && len > 0) {
		if (!h->author)
			attrs_set(&h->a, "author", "");
		h->author = true;
		attrs_join(&h->a, "author", s, len);
	} else if (has(h, "/setting/") && len > 0)
		attrs_setn(&h->a, "place", s, len);
}

void
head_close(struct head *h)
{
	char *slash;

	if (h->from == h->path.len && h->from > 0) {
		take(h);
		h->from = 0;
	}
	slash = strrchr(h->path.s, '/');
	if (slash != NULL) {
		h->path.len = (size_t)(slash - h->path.s);
		*slash = '\0';
	}
}

void
head_free(struct head *h)
{
	attrs_free(&h->a);
	buf_free(&h->path);
	buf_free(&h->text);
	buf_free(&h->when);
	buf_free(&h->until);
	buf_free(&h->day_text);
}
