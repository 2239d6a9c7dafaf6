#include "meta.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/text/date.h"

static const struct {
	const char *name;
	bool letters; /* names that are a letter apart may be one */
} spelled[SPELLED] = {
    {"speaker", true}, {"party", true}, {"place", false}, {"category", false}};

/* ---- dates ---- */

void
meta_range(struct meta *m, const char *arg)
{
	const char *comma = strchr(arg, ',');
	struct date d;
	char *from;

	if (comma == NULL)
		die_usage("option -D: give from,to as in 1958,2025-06-30; one "
			  "may be empty");
	from = mem_copy(arg, (size_t)(comma - arg));
	m->from = 0;
	m->to = 99999999;
	if (*from != '\0') {
		if (!date_read(from, &d))
			die_usage("option -D: '%s' is no date", from);
		m->from = date_first(&d);
	}
	if (comma[1] != '\0') {
		if (!date_read(comma + 1, &d))
			die_usage("option -D: '%s' is no date", comma + 1);
		m->to = date_last(&d);
	}
	if (m->from > m->to)
		die_usage("option -D: '%s' is behind '%s'", from, comma + 1);
	free(from);
}

static bool
read_date(struct meta *m, size_t speech, const struct attrs *a,
    const char *name, struct date *d)
{
	const char *s = attrs_get(a, name);

	if (s == NULL)
		return false;
	if (date_read(s, d))
		return true;
	findings_error(m->found, FIND_DATE, speech, 0,
	    "%s '%s' is no date as 2025-10-03, 2025-10 or 2025", name, s);
	return false;
}

static void
check_range(struct meta *m, size_t speech, const struct date *d)
{
	char iso[DATE_ISO];

	date_iso(d, iso);
	if (m->to == 0 && d->year < FIRST_YEAR)
		findings_warning(m->found, FIND_RANGE, speech, 0,
		    "date %s is before %d", iso, FIRST_YEAR);
	else if (m->to > 0 && (date_last(d) < m->from || date_first(d) > m->to))
		findings_warning(m->found, FIND_RANGE, speech, 0,
		    "date %s is out of the range of -D", iso);
}

static void
check_dates(struct meta *m, size_t speech, const struct attrs *a)
{
	const char *year = attrs_get(a, "year");
	struct date d;
	struct date published;
	struct date end;
	char iso[DATE_ISO];

	m->date = mem_grow(m->date, &m->cap_date, speech + 1, sizeof(*m->date));
	m->date[speech] = 0;
	if (!read_date(m, speech, a, "date", &d)) {
		(void)read_date(m, speech, a, "date_end", &end);
		(void)read_date(m, speech, a, "published", &published);
		return;
	}
	m->date[speech] = date_first(&d);
	check_range(m, speech, &d);
	date_iso(&d, iso);
	if (read_date(m, speech, a, "date_end", &end) &&
	    date_last(&end) < date_first(&d))
		findings_error(m->found, FIND_DATE, speech, 0,
		    "date_end %s is before the date %s",
		    attrs_get(a, "date_end"), iso);
	if (year != NULL && (strlen(year) != 4 || memcmp(year, iso, 4) != 0))
		findings_error(m->found, FIND_YEAR, speech, 0,
		    "year %s, date %s", year, iso);
	if (read_date(m, speech, a, "published", &published) &&
	    date_apart(&d, &published) > DAYS)
		findings_warning(m->found, FIND_PUBLISHED, speech, 0,
		    "date %s, published %s", iso, attrs_get(a, "published"));
}

static int
by_value(const void *a, const void *b)
{
	const long *x = a;
	const long *y = b;

	return (*x > *y) - (*x < *y);
}

static void
far_date(struct meta *m, size_t speech, const char *where, long other)
{
	findings_warning(m->found, FIND_RANGE, speech, 0,
	    "year %ld is %ld years %s all others", m->date[speech] / 10000,
	    labs(m->date[speech] / 10000 - other), where);
}

/* The first or last dates, a tenth at most, with a gap to all others. */
static void
find_far_dates(struct meta *m)
{
	long *year = mem_new(m->n_speech + 1, sizeof(*year));
	size_t n = 0;
	long low = 0;
	long high = 0;

	for (size_t i = 0; i < m->n_speech; i++)
		if (m->date[i] > 0)
			year[n++] = m->date[i] / 10000;
	qsort(year, n, sizeof(*year), by_value);
	for (size_t k = 1; n >= DATED && k <= n / 10; k++) {
		if (year[k] - year[k - 1] > AHEAD)
			low = year[k];
		if (year[n - k] - year[n - k - 1] > AHEAD)
			high = year[n - k - 1];
	}
	for (size_t i = 0; i < m->n_speech; i++) {
		if (m->date[i] > 0 && low > 0 && m->date[i] / 10000 < low)
			far_date(m, i, "before", low);
		if (m->date[i] > 0 && high > 0 && m->date[i] / 10000 > high)
			far_date(m, i, "after", high);
	}
	free(year);
}

/* ---- speeches ---- */

void
meta_open(struct meta *m, struct findings *found)
{
	m->found = found;
	intern_open(&m->names);
	intern_open(&m->sets);
	intern_open(&m->sections);
	for (size_t k = 0; k < SPELLED; k++)
		spelling_open(&m->spelled[k]);
}

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a;
	const uint32_t *y = b;

	return (*x > *y) - (*x < *y);
}

static void
add_names(struct meta *m, size_t speech, const struct attrs *a)
{
	uint32_t *set = mem_new(a->n + 4, sizeof(*set));

	for (size_t i = 0; i < a->n; i++) {
		uint32_t n = m->names.n;
		const char *name = a->a[i].name;
		uint32_t id = intern_add(&m->names, name, strlen(name));

		m->count = mem_grow(
		    m->count, &m->cap_count, (size_t)id + 1, sizeof(*m->count));
		if (id == n)
			m->count[id] = 0;
		m->count[id]++;
		set[i] = id;
	}
	qsort(set, a->n, sizeof(*set), by_number);
	m->set = mem_grow(m->set, &m->cap_set, speech + 1, sizeof(*m->set));
	m->set[speech] =
	    intern_add(&m->sets, (const char *)set, a->n * sizeof(*set));
	free(set);
}

void
meta_speech(struct meta *m, size_t speech, const struct attrs *a)
{
	m->n_speech = speech + 1;
	add_names(m, speech, a);
	check_dates(m, speech, a);
	for (size_t k = 0; k < SPELLED; k++) {
		const char *value = attrs_get(a, spelled[k].name);

		if (value != NULL)
			spelling_add(&m->spelled[k], value, speech);
	}
}

void
meta_section(struct meta *m, size_t speech, const char *section)
{
	uint32_t n = m->sections.n;
	uint32_t id = intern_add(&m->sections, section, strlen(section));
	struct section *s;

	m->section = mem_grow(
	    m->section, &m->cap_section, (size_t)id + 1, sizeof(*m->section));
	s = &m->section[id];
	if (id == n)
		*s = (struct section){1, speech, speech};
	else if (s->last != speech) {
		s->n++;
		s->last = speech;
	}
}

/* ---- at the end ---- */

static bool
in_set(const struct meta *m, size_t speech, uint32_t id)
{
	size_t len;
	const char *s = intern_s(&m->sets, m->set[speech], &len);
	uint32_t x;

	for (size_t i = 0; i + sizeof(x) <= len; i += sizeof(x)) {
		memcpy(&x, s + i, sizeof(x));
		if (x == id)
			return true;
	}
	return false;
}

static void
find_without(struct meta *m, const char *name, bool required)
{
	uint32_t id = intern_find(&m->names, name, strlen(name));

	if (id != UINT32_MAX && m->count[id] == m->n_speech)
		return;
	for (size_t i = 0; i < m->n_speech; i++) {
		if (id != UINT32_MAX && in_set(m, i, id))
			continue;
		if (required)
			findings_error(
			    m->found, FIND_MISSING, i, 0, "no %s", name);
		else
			findings_warning(m->found, FIND_MISSING, i, 0,
			    "no %s, which %" PRIu64 " speech%s ha%s", name,
			    m->count[id], m->count[id] == 1 ? "" : "es",
			    m->count[id] == 1 ? "s" : "ve");
	}
}

/* Attributes that follow from others, or that many speeches have not. */
static bool
is_free(const char *name)
{
	static const char *const list[] = {"id", "source", "year", "dated",
	    "published", "time", "event", "date_end", "date_text",
	    "published_text"};

	for (size_t k = 0; k < sizeof(list) / sizeof(*list); k++)
		if (strcmp(list[k], name) == 0)
			return true;
	return false;
}

static bool
is_basic(const char *name)
{
	return strcmp(name, "title") == 0 || strcmp(name, "date") == 0 ||
	    strcmp(name, "speaker") == 0;
}

static void
find_missing(struct meta *m)
{
	char *names;
	char *save = NULL;

	if (m->required == NULL) {
		for (uint32_t k = 0; k < m->names.n; k++) {
			const char *name = m->names.str[k].s;

			if (!is_free(name) &&
			    (is_basic(name) ||
				m->count[k] * 10 >= m->n_speech * 9))
				find_without(m, name, false);
		}
		return;
	}
	names = mem_string(m->required);
	for (char *s = strtok_r(names, ",", &save); s != NULL;
	     s = strtok_r(NULL, ",", &save))
		find_without(m, s, true);
	free(names);
}

struct spelling_place {
	struct meta *m;
	const char *attr;
};

static void
put_pair(const struct spelling *t, uint32_t name, uint32_t best, bool same,
    void *arg)
{
	const struct spelling_place *p = arg;

	findings_warning(p->m->found, FIND_SPELLING, t->name[name].first, 0,
	    "%s '%s' (%" PRIu64 ") %s '%s' (%" PRIu64 ")", p->attr,
	    t->names.str[name].s, t->name[name].n,
	    findings_words(p->m->found, same ? "is also written" : "is nearly"),
	    t->names.str[best].s, t->name[best].n);
}

static void
find_sections(struct meta *m)
{
	size_t most = 0;

	for (uint32_t k = 0; k < m->sections.n; k++)
		if (m->section[k].n > most)
			most = m->section[k].n;
	for (uint32_t k = 0; k < m->sections.n; k++)
		if (m->section[k].n == 1 && most >= SECTIONS)
			findings_warning(m->found, FIND_SECTION,
			    m->section[k].first, 0,
			    "section '%s' is in no other speech",
			    m->sections.str[k].s);
}

void
meta_finish(struct meta *m)
{
	find_missing(m);
	if (m->to == 0)
		find_far_dates(m);
	for (size_t k = 0; k < SPELLED; k++) {
		struct spelling_place p = {m, spelled[k].name};

		spelling_pairs(
		    &m->spelled[k], spelled[k].letters, put_pair, &p);
	}
	find_sections(m);
}

void
meta_free(struct meta *m)
{
	intern_free(&m->names);
	intern_free(&m->sets);
	intern_free(&m->sections);
	free(m->count);
	free(m->set);
	free(m->date);
	free(m->section);
	for (size_t k = 0; k < SPELLED; k++)
		spelling_free(&m->spelled[k]);
}
