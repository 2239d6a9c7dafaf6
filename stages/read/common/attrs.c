#include "attrs.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/utf8.h"
#include "lib/lang/fr/calendar.h"
#include "lib/lang/fr/words.h"
#include "lib/stream/vrt.h"
#include "lib/text/slug.h"

/* Order in the tag; others stand between role and source, as they came. */
static const char *const first[] = {"id", "title", "date", "date_end", "year",
    "dated", "published", "place", "time", "event", "category", "speaker",
    "party", "role"};

/* Folded key -> attribute, beside the keys of the language. */
static const char *const keys[][2] = {{"author", "speaker"},
    {"category", "category"}, {"date", "date"}, {"date_end", "date_end"},
    {"end_date", "date_end"}, {"event", "event"}, {"id", "id"},
    {"party", "party"}, {"place", "place"}, {"published", "published"},
    {"role", "role"}, {"source", "origin"}, {"speaker", "speaker"},
    {"speaker_name", "speaker"}, {"speaker_party", "party"},
    {"speaker_role", "role"}, {"text", "text"}, {"time", "time"},
    {"title", "title"}, {"transcription", "text"}, {"url", "url"},
    {"year", "year"}};

static void
drop(struct attrs *t, size_t i)
{
	free(t->a[i].name);
	free(t->a[i].value);
	t->n--;
	memmove(t->a + i, t->a + i + 1, (t->n - i) * sizeof(*t->a));
}

void
attrs_clear(struct attrs *t)
{
	while (t->n > 0)
		drop(t, t->n - 1);
}

void
attrs_free(struct attrs *t)
{
	attrs_clear(t);
	free(t->a);
	*t = (struct attrs){0};
}

static size_t
find(const struct attrs *t, const char *name)
{
	size_t i = 0;

	while (i < t->n && strcmp(t->a[i].name, name) != 0)
		i++;
	return i;
}

const char *
attrs_get(const struct attrs *t, const char *name)
{
	size_t i = find(t, name);

	return i < t->n ? t->a[i].value : NULL;
}

void
attrs_setn(struct attrs *t, const char *name, const char *s, size_t len)
{
	size_t i = find(t, name);
	char *value;

	if (len == 0) {
		if (i < t->n)
			drop(t, i);
		return;
	}
	if (i == VRT_ATTRS)
		die_data(
		    name, 0, "more than %d attributes of a speech", VRT_ATTRS);
	value = mem_copy(s, len);
	if (i == t->n) {
		t->a = mem_grow(t->a, &t->cap, t->n + 1, sizeof(*t->a));
		t->a[t->n].name = mem_string(name);
		t->a[t->n++].value = NULL;
	}
	free(t->a[i].value);
	t->a[i].value = value;
}

void
attrs_set(struct attrs *t, const char *name, const char *value)
{
	attrs_setn(t, name, value, strlen(value));
}

void
attrs_join(struct attrs *t, const char *name, const char *s, size_t len)
{
	const char *old = attrs_get(t, name);
	struct buf b = {0};

	if (old != NULL) {
		buf_str(&b, old);
		buf_str(&b, " ; ");
	}
	buf_mem(&b, s, len);
	attrs_setn(t, name, b.s, b.len);
	buf_free(&b);
}

/* Is s one of the values that attrs_join() put together? */
static bool
is_joined(const char *values, const char *s, size_t len)
{
	while (values != NULL) {
		const char *end = strstr(values, " ; ");
		size_t n =
		    end != NULL ? (size_t)(end - values) : strlen(values);

		if (n == len && memcmp(values, s, len) == 0)
			return true;
		values = end != NULL ? end + 3 : NULL;
	}
	return false;
}

void
attrs_join_once(struct attrs *t, const char *name, const char *s, size_t len)
{
	if (!is_joined(attrs_get(t, name), s, len))
		attrs_join(t, name, s, len);
}

void
attrs_merge(struct attrs *t, const struct attrs *from)
{
	if (attrs_get(from, "date") != NULL)
		attrs_set(t, "date_end", ""); /* of another date */
	for (size_t i = 0; i < from->n; i++)
		attrs_set(t, from->a[i].name, from->a[i].value);
}

void
attrs_option(struct attrs *t, const char *arg)
{
	const char *eq = strchr(arg, '=');
	struct buf b = {0};

	if (eq == NULL || eq == arg || eq[1] == '\0')
		die_usage("option -a: '%s' is not name=value", arg);
	if (utf8_check(arg, strlen(arg)) < strlen(arg))
		die_usage("option -a: '%s' is not UTF-8", arg);
	slug_name(&b, arg, (size_t)(eq - arg));
	if (b.len != (size_t)(eq - arg) || memcmp(b.s, arg, b.len) != 0)
		die_usage("option -a: '%.*s' is no attribute name (a-z, 0-9 "
			  "and _, a letter first)",
		    (int)(eq - arg), arg);
	if (strcmp(b.s, "id") == 0 || strcmp(b.s, "source") == 0)
		die_usage(
		    "option -a: %s is not the same for all speeches", b.s);
	if (!attrs_read(t, b.s, eq + 1, strlen(eq + 1)))
		die_usage("option -a: '%s' is not a date", eq + 1);
	buf_free(&b);
}

static const char *
lookup(const char *key, size_t len)
{
	const char *name = NULL;
	struct buf f = {0};

	slug_fold(&f, key, len);
	for (size_t k = 0; k < sizeof(keys) / sizeof(*keys); k++)
		if (strcmp(keys[k][0], f.s) == 0)
			name = keys[k][1];
	if (name == NULL)
		name = words_attribute(f.s);
	buf_free(&f);
	return name;
}

bool
attrs_known(const char *key, size_t len)
{
	return lookup(key, len) != NULL;
}

void
attrs_name(struct buf *to, const char *key, size_t len)
{
	const char *name = lookup(key, len);

	if (name != NULL)
		buf_str(to, name);
	else
		slug_name(to, key, len);
}

/* Is there a letter or digit outside [from, to)? */
static bool
says_more(const char *s, size_t len, size_t from, size_t to)
{
	struct buf f = {0};
	bool more = false;

	slug_name(&f, s, from);
	slug_name(&f, s + to, len - to);
	more = f.len > 0;
	buf_free(&f);
	return more;
}

/* The days of a date's field. */
static void
set_days(struct attrs *t, const char *name, const struct date day[2])
{
	char iso[DATE_ISO];

	date_iso(&day[0], iso);
	attrs_set(t, name, iso);
	if (strcmp(name, "date") != 0)
		return;
	*iso = '\0';
	if (day[1].year > 0)
		date_iso(&day[1], iso);
	attrs_set(t, "date_end", iso);
}

bool
attrs_read(struct attrs *t, const char *name, const char *s, size_t len)
{
	struct calendar_date x = {.to = len};
	char time[DATE_ISO];
	const char *text =
	    strcmp(name, "published") == 0 ? "published_text" : "date_text";

	if (strcmp(name, "time") == 0 &&
	    calendar_time(s, len, time, &x.from, &x.to) &&
	    !says_more(s, len, x.from, x.to)) {
		attrs_set(t, name, time);
		return true;
	}
	if (strcmp(name, "date") != 0 && strcmp(name, "date_end") != 0 &&
	    strcmp(name, "published") != 0) {
		attrs_setn(t, name, s, len);
		return true;
	}
	if (!calendar_parse(s, len, &x) &&
	    (!calendar_find(s, len, &x) || x.day[0].year == 0)) {
		attrs_setn(t, text, s, len);
		return false;
	}
	if (says_more(s, len, x.from, x.to) ||
	    (x.day[1].year > 0 && strcmp(name, "date") != 0))
		attrs_setn(t, text, s, len);
	set_days(t, name, x.day);
	return true;
}

void
attrs_year(struct attrs *t)
{
	const char *date = attrs_get(t, "date");

	if (date == NULL || attrs_get(t, "year") != NULL || strlen(date) < 4)
		return;
	for (size_t i = 0; i < 4; i++)
		if (date[i] < '0' || date[i] > '9')
			return;
	if (date[4] == '\0' || date[4] == '-')
		attrs_setn(t, "year", date, 4);
}

static bool
is_first(const char *name)
{
	for (size_t k = 0; k < sizeof(first) / sizeof(*first); k++)
		if (strcmp(first[k], name) == 0)
			return true;
	return false;
}

void
attrs_put(struct out *o, const struct attrs *t)
{
	const char *v;

	for (size_t k = 0; k < sizeof(first) / sizeof(*first); k++)
		if ((v = attrs_get(t, first[k])) != NULL)
			vrt_put_attr(o, first[k], v);
	for (size_t i = 0; i < t->n; i++)
		if (!is_first(t->a[i].name) &&
		    strcmp(t->a[i].name, "source") != 0)
			vrt_put_attr(o, t->a[i].name, t->a[i].value);
	if ((v = attrs_get(t, "source")) != NULL)
		vrt_put_attr(o, "source", v);
}
