#include "calendar.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "lib/text/slug.h"
#include "lib/text/utf.h"

/* The text as one ASCII character a code point, and where each begins. */
struct text {
	char c[CALENDAR_TEXT + 8];
	size_t at[CALENDAR_TEXT + 8];
	size_t n;
};

static void
load(struct text *t, const char *s, size_t len)
{
	const char *p = s;
	const char *end = s + len;

	t->n = 0;
	while (p < end && t->n < CALENDAR_TEXT) {
		size_t n;
		int32_t cp = utf_get(p, end, &n);

		t->at[t->n] = (size_t)(p - s);
		t->c[t->n++] = slug_char(cp);
		p += n;
	}
	t->at[t->n] = (size_t)(p - s);
	memset(t->c + t->n, 0, 8);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_alpha(char c)
{
	return c >= 'a' && c <= 'z';
}

static size_t
blanks(const struct text *t, size_t i)
{
	while (t->c[i] == ' ')
		i++;
	return i;
}

static size_t
word_len(const struct text *t, size_t i)
{
	size_t n = 0;

	while (is_alpha(t->c[i + n]))
		n++;
	return n;
}

/* Number of exactly n digits at i. */
static bool
digits(const struct text *t, size_t i, size_t n, int *v)
{
	*v = 0;
	for (size_t k = 0; k < n; k++) {
		if (!is_digit(t->c[i + k]))
			return false;
		*v = *v * 10 + (t->c[i + k] - '0');
	}
	return !is_digit(t->c[i + n]);
}

static bool
is_word(const struct text *t, size_t i, size_t n, const char *w)
{
	return strlen(w) == n && memcmp(t->c + i, w, n) == 0;
}

static bool
is_weekday(const struct text *t, size_t i, size_t n)
{
	static const char *const day[] = {"lundi", "mardi", "mercredi", "jeudi",
	    "vendredi", "samedi", "dimanche"};

	for (size_t k = 0; k < 7; k++)
		if (is_word(t, i, n, day[k]))
			return true;
	return false;
}

/* Their names, then what they are cut to. */
static const struct {
	const char *name;
	int month;
} months[] = {{"janvier", 1}, {"fevrier", 2}, {"mars", 3}, {"avril", 4},
    {"mai", 5}, {"juin", 6}, {"juillet", 7}, {"aout", 8}, {"septembre", 9},
    {"octobre", 10}, {"novembre", 11}, {"decembre", 12}, {"janv", 1},
    {"jan", 1}, {"fevr", 2}, {"fev", 2}, {"avr", 4}, {"juil", 7}, {"sept", 9},
    {"oct", 10}, {"nov", 11}, {"dec", 12}};

static int
month_of(const struct text *t, size_t i, size_t n)
{
	for (size_t k = 0; k < sizeof(months) / sizeof(*months); k++)
		if (is_word(t, i, n, months[k].name))
			return months[k].month;
	return 0;
}

int
calendar_month(const char *folded)
{
	for (size_t k = 0; k < 12; k++)
		if (strcmp(months[k].name, folded) == 0)
			return months[k].month;
	return 0;
}

/* 3, 03 or 1er at *i. */
static bool
day_at(const struct text *t, size_t *i, int *day)
{
	size_t n = is_digit(t->c[*i]) && is_digit(t->c[*i + 1]) ? 2 : 1;

	if (!digits(t, *i, n, day) || *day < 1 || *day > 31)
		return false;
	*i += n;
	if (t->c[*i] == 'e' && t->c[*i + 1] == 'r')
		*i += 2;
	return !is_alpha(t->c[*i]);
}

static bool
month_at(const struct text *t, size_t *i, int *month)
{
	size_t n = word_len(t, *i);

	if ((*month = month_of(t, *i, n)) == 0)
		return false;
	*i += n;
	if (t->c[*i] == '.')
		(*i)++;
	return true;
}

static bool
year_at(const struct text *t, size_t *i, int *year)
{
	size_t k = blanks(t, *i);

	if (!digits(t, k, 4, year) || is_alpha(t->c[k + 4]))
		*year = 0;
	if (*year > 0)
		*i = k + 4;
	return *year > 0;
}

/* Is the word one that joins two days, of a span if `span`? */
static bool
is_join(const struct text *t, size_t i, size_t n, bool span)
{
	return is_word(t, i, n, "et") || is_word(t, i, n, "au") ||
	    is_word(t, i, n, "a") || (!span && is_word(t, i, n, "puis"));
}

/* "et", "au", "," ... and the name of the day behind it; with span no more than
 * what a whole date may follow on another. */
static bool
join_at(const struct text *t, size_t *i, bool span)
{
	size_t k = blanks(t, *i);
	size_t n = word_len(t, k);

	if (is_word(t, k, n, "jusqu") && t->c[k + n] == '\'') {
		k += n + 1;
		n = word_len(t, k);
	}
	if (is_join(t, k, n, span))
		k += n;
	else if (t->c[k] != '\0' && strchr(span ? "-/" : ",-/&", t->c[k]))
		k++;
	else
		return false;
	k = blanks(t, k);
	n = word_len(t, k);
	if (is_word(t, k, n, "le") || is_word(t, k, n, "au"))
		k = blanks(t, k + n);
	n = word_len(t, k);
	if (is_weekday(t, k, n))
		k = blanks(t, k + n);
	*i = k;
	return true;
}

/* The year that is written behind the last day is that of the first, or the
 * one after it; a last day that is not behind the first is none. */
static bool
settle(struct date d[2])
{
	if (d[1].month == 0)
		return date_valid(&d[0]);
	if (d[0].year == 0)
		d[0].year = d[1].year -
		    (d[1].year > 1 &&
			(d[0].month > d[1].month ||
			    (d[0].month == d[1].month && d[0].day > d[1].day &&
				d[1].day > 0)));
	if (!date_valid(&d[1]) ||
	    (d[1].year > 0 && date_first(&d[1]) <= date_first(&d[0])))
		d[1] = (struct date){0};
	return date_valid(&d[0]);
}

/* A whole date that ends the span which d[0] begins. */
typedef bool date_reader(const struct text *t, size_t *at, struct date *d);

static void
span_at(const struct text *t, size_t *at, struct date d[2], date_reader *read)
{
	size_t k = *at;
	struct date last;

	if (!join_at(t, &k, d[0].year > 0) || !read(t, &k, &last) ||
	    (d[0].year > 0 &&
		(last.year == 0 || date_first(&last) <= date_first(&d[0]))))
		return;
	d[1] = last;
	*at = k;
}

/* 3 octobre 2025 */
static bool
day_month_at(const struct text *t, size_t *at, struct date *d)
{
	size_t i = *at;

	*d = (struct date){0};
	if (!day_at(t, &i, &d->day) || (i = blanks(t, i)) == 0 ||
	    !month_at(t, &i, &d->month))
		return false;
	(void)year_at(t, &i, &d->year);
	*at = i;
	return true;
}

/* 3 octobre 2025, 3 et 4 octobre, 30 mai au 1er juin 2025 */
static bool
words_at(const struct text *t, size_t *at, struct date d[2])
{
	size_t i = *at;
	size_t k;
	size_t before;

	d[0] = d[1] = (struct date){0};
	if (!day_at(t, &i, &d[0].day))
		return false;
	for (;;) {
		k = blanks(t, i);
		if (month_at(t, &k, &d[0].month))
			break;
		if (!join_at(t, &i, false) || !day_at(t, &i, &d[1].day))
			return false;
	}
	(void)year_at(t, &k, &d[0].year);
	if (d[1].day > 0) {
		d[1].month = d[0].month;
		d[1].year = d[0].year;
		if (d[1].day < d[0].day)
			d[1] = (struct date){0};
	}
	do {
		before = k;
		span_at(t, &k, d, day_month_at);
	} while (k > before);
	*at = k;
	return settle(d);
}

/* Number of one digit or two at *i. */
static bool
short_number(const struct text *t, size_t *i, int *v)
{
	size_t n = is_digit(t->c[*i]) && is_digit(t->c[*i + 1]) ? 2 : 1;

	if (!digits(t, *i, n, v))
		return false;
	*i += n;
	return true;
}

/* 2025-10-03, 2025/10/3: with the year in front there is one way to read it. */
static bool
year_first_at(const struct text *t, size_t *at, struct date *d)
{
	size_t i = *at;
	char sep;

	if (!digits(t, i, 4, &d->year))
		return false;
	sep = t->c[i + 4];
	i += 5;
	if ((sep != '-' && sep != '/') || !short_number(t, &i, &d->month) ||
	    t->c[i++] != sep || !short_number(t, &i, &d->day))
		return false;
	*at = i;
	return true;
}

/* 2025-10-03, 03/10/2025 */
static bool
number_at(const struct text *t, size_t *at, struct date *d)
{
	size_t i = *at;
	size_t n;
	char sep;

	if (year_first_at(t, at, d))
		return d->day > 0 && d->month > 0 && date_valid(d);
	n = is_digit(t->c[i + 1]) ? 2 : 1;
	if (!digits(t, i, n, &d->day))
		return false;
	i += n;
	sep = t->c[i++];
	n = is_digit(t->c[i]) && is_digit(t->c[i + 1]) ? 2 : 1;
	if ((sep != '/' && sep != '.' && sep != '-') ||
	    !digits(t, i, n, &d->month) || t->c[i + n] != sep ||
	    !digits(t, i + n + 1, 4, &d->year) || d->year == 0)
		return false;
	*at = i + n + 5;
	return d->day > 0 && d->month > 0 && date_valid(d);
}

/* 3/10 or 3 of a span that a whole date ends: 1/10 au 3/10/2025 */
static bool
short_at(const struct text *t, size_t *at, struct date d[2])
{
	size_t i = *at;
	size_t n;

	d[0] = d[1] = (struct date){0};
	if (!day_at(t, &i, &d[0].day))
		return false;
	n = is_digit(t->c[i + 1]) && is_digit(t->c[i + 2]) ? 2 : 1;
	if ((t->c[i] == '/' || t->c[i] == '.') &&
	    digits(t, i + 1, n, &d[0].month))
		i += n + 1;
	if (!join_at(t, &i, true) || !number_at(t, &i, &d[1]))
		return false;
	if (d[0].month == 0) {
		d[0].month = d[1].month;
		d[0].year = d[1].year;
	}
	*at = i;
	return d[0].month <= 12 && settle(d) && d[1].month > 0;
}

static bool
numbers_at(const struct text *t, size_t *at, struct date d[2])
{
	d[1] = (struct date){0};
	if (!number_at(t, at, &d[0]))
		return false;
	span_at(t, at, d, number_at);
	return true;
}

/* octobre 2025, octobre */
static bool
month_only_at(const struct text *t, size_t *at, struct date *d)
{
	size_t i = *at;

	*d = (struct date){0};
	if (!month_at(t, &i, &d->month))
		return false;
	(void)year_at(t, &i, &d->year);
	*at = i;
	return true;
}

/* octobre 2025, octobre et novembre 2025, décembre 2024 à mars 2025 */
static bool
month_year_at(const struct text *t, size_t *at, struct date d[2])
{
	size_t i = *at;

	d[1] = (struct date){0};
	while (i > 0 && t->c[i - 1] == ' ')
		i--;
	if (i > 0 && is_digit(t->c[i - 1]))
		return false; /* 30 février 2025 is no month */
	i = *at;
	if (!month_only_at(t, &i, &d[0]))
		return false;
	span_at(t, &i, d, month_only_at);
	if (d[0].year == 0 && d[1].year == 0)
		return false;
	*at = i;
	return settle(d);
}

static bool
date_at(const struct text *t, size_t *i, struct date d[2])
{
	size_t k = *i;

	if (is_digit(t->c[k]))
		return numbers_at(t, i, d) || (*i = k, words_at(t, i, d)) ||
		    (*i = k, short_at(t, i, d));
	return month_year_at(t, i, d);
}

static bool
find(const struct text *t, struct calendar_date *x)
{
	size_t lead = SIZE_MAX; /* where a day's name or "le" begins */

	for (size_t i = 0; i < t->n;) {
		size_t end = i;
		size_t n = word_len(t, i);

		if (date_at(t, &end, x->day)) {
			x->from = lead != SIZE_MAX ? lead : i;
			x->to = end;
			return true;
		}
		if (is_weekday(t, i, n) || is_word(t, i, n, "le") ||
		    is_word(t, i, n, "du") || is_word(t, i, n, "les") ||
		    is_word(t, i, n, "de"))
			lead = lead != SIZE_MAX ? lead : i;
		else if (n > 0 || t->c[i] != ' ')
			lead = SIZE_MAX;
		i += n > 0 ? n : 1;
		if (n == 0 && is_digit(t->c[i - 1]))
			while (is_digit(t->c[i]))
				i++;
	}
	return false;
}

bool
calendar_find(const char *s, size_t len, struct calendar_date *x)
{
	struct text t;

	load(&t, s, len);
	if (!find(&t, x))
		return false;
	x->from = t.at[x->from];
	x->to = t.at[x->to];
	return true;
}

/* 2025, 2025-10, 20251003 from `from` to the end of the text */
static bool
figures(const struct text *t, size_t from, struct date *d)
{
	*d = (struct date){0};
	if (t->n - from == 4 && digits(t, from, 4, &d->year))
		return true;
	if (t->n - from == 7 && digits(t, from, 4, &d->year) &&
	    t->c[from + 4] == '-' && digits(t, from + 5, 2, &d->month))
		return d->month > 0;
	if (t->n - from != 8 || !digits(t, from, 8, &d->year))
		return false;
	d->day = d->year % 100;
	d->month = d->year / 100 % 100;
	d->year /= 10000;
	return d->day > 0;
}

bool
calendar_parse(const char *s, size_t len, struct calendar_date *x)
{
	struct text t;
	size_t from;

	load(&t, s, len);
	while (t.n > 0 && t.c[t.n - 1] == ' ')
		t.c[--t.n] = '\0';
	from = blanks(&t, 0);
	x->from = 0;
	x->to = len;
	x->day[1] = (struct date){0};
	if (figures(&t, from, &x->day[0]))
		return x->day[0].year > 0 && date_valid(&x->day[0]);
	if (!find(&t, x) || x->from != from || x->to != t.n)
		return false;
	x->from = 0;
	x->to = len;
	return x->day[0].year > 0;
}

/* The hour and minute at *i. */
static bool
time_at(const struct text *t, size_t *i, int *hour, int *minute)
{
	size_t n = is_digit(t->c[*i]) && is_digit(t->c[*i + 1]) ? 2 : 1;
	size_t k;

	if (!digits(t, *i, n, hour) || *hour > 23)
		return false;
	k = *i + n;
	*minute = 0;
	if (t->c[k] == ':') {
		*i = k + 3;
		return digits(t, k + 1, 2, minute) && *minute < 60;
	}
	k = blanks(t, k);
	if (t->c[k] != 'h' ||
	    (word_len(t, k) != 1 && !is_word(t, k, word_len(t, k), "heures")))
		return false;
	k += word_len(t, k);
	*i = k;
	k = blanks(t, k);
	if (digits(t, k, 2, minute) && *minute < 60)
		*i = k + 2;
	else
		*minute = 0;
	return true;
}

bool
calendar_time(
    const char *s, size_t len, char to[DATE_ISO], size_t *from, size_t *to_byte)
{
	struct text t;
	int hour;
	int minute;

	load(&t, s, len);
	for (size_t i = 0; i < t.n; i++) {
		size_t end = i;

		if (!is_digit(t.c[i]) ||
		    (i > 0 && (is_digit(t.c[i - 1]) || is_alpha(t.c[i - 1]))) ||
		    !time_at(&t, &end, &hour, &minute))
			continue;
		(void)snprintf(
		    to, DATE_ISO, "%02d:%02d", hour % 100, minute % 100);
		*from = t.at[i];
		*to_byte = t.at[end];
		return true;
	}
	return false;
}
