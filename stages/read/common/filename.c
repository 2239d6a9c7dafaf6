#include "filename.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/utf8.h"
#include "lib/lang/fr/calendar.h"
#include "lib/text/slug.h"
#include "lib/text/utf.h"

/* ---- the pattern ---- */

static struct piece *
add(struct filename *p)
{
	if (p->n == FILENAME_PIECES)
		die_usage("option -p: more than %d pieces", FILENAME_PIECES);
	return &p->piece[p->n++];
}

static void
add_literal(struct filename *p, const char *s, size_t len)
{
	struct piece *q;

	if (len == 0)
		return;
	q = add(p);
	*q = (struct piece){.text = mem_copy(s, len), .len = len};
	for (size_t i = 0; i < len; i++)
		p->n_slash += s[i] == '/';
}

/* The field between the braces. */
static void
add_field(struct filename *p, const char *s, size_t len)
{
	const char *colon = memchr(s, ':', len);
	size_t n = colon != NULL ? (size_t)(colon - s) : len;
	struct piece *q = add(p);
	struct buf b = {0};

	if (p->n > 1 && q[-1].name != NULL && *q[-1].text == '\0')
		die_usage("option -p: two fields without a sign between them "
			  "before '{%.*s}'",
		    (int)len, s);
	buf_mem(&b, "", 0);
	attrs_name(&b, s, n);
	if (b.len == 0 && n > 0 && !(n == 1 && *s == '_'))
		die_usage("option -p: '%.*s' is no attribute name", (int)n, s);
	*q = (struct piece){.name = b.s, .text = mem_string("")};
	if (colon == NULL)
		return;
	free(q->text);
	q->len = len - n - 1;
	q->text = mem_copy(colon + 1, q->len);
	for (size_t i = 0; i < q->len; i++)
		if (q->text[i] == '%' &&
		    (i + 1 == q->len || strchr("dmYyB", q->text[++i]) == NULL))
			die_usage("option -p: '{%.*s}': a date's format has "
				  "%%d %%m %%Y %%y %%B",
			    (int)len, s);
}

void
filename_open(struct filename *p, const char *text)
{
	struct buf nfc = {0};
	const char *s;

	*p = (struct filename){0};
	if (utf8_check(text, strlen(text)) < strlen(text))
		die_usage("option -p: the pattern is not UTF-8");
	(void)utf_nfc(&nfc, text, strlen(text));
	s = nfc.s != NULL ? nfc.s : "";
	while (*s != '\0') {
		size_t n = strcspn(s, "{");
		const char *end;

		add_literal(p, s, n);
		s += n;
		if (*s == '\0')
			break;
		if ((end = strchr(s, '}')) == NULL)
			die_usage("option -p: '{' without '}' in '%s'", text);
		add_field(p, s + 1, (size_t)(end - s) - 1);
		s = end + 1;
	}
	buf_free(&nfc);
	if (p->n == 0)
		die_usage("option -p: an empty pattern");
}

void
filename_free(struct filename *p)
{
	for (size_t i = 0; i < p->n; i++) {
		free(p->piece[i].name);
		free(p->piece[i].text);
	}
}

/* ---- reading a name ---- */

struct match {
	const struct filename *p;
	const char *s;
	size_t len;
	size_t from[FILENAME_PIECES]; /* what each field takes */
	size_t to[FILENAME_PIECES];
	struct calendar_date date[FILENAME_PIECES];
	bool *dead; /* [piece][place]: was tried in vain */
};

static bool
number(const struct match *m, size_t *i, size_t max, int *v)
{
	size_t n = 0;

	*v = 0;
	while (n < max && *i < m->len && m->s[*i] >= '0' && m->s[*i] <= '9') {
		*v = *v * 10 + (m->s[(*i)++] - '0');
		n++;
	}
	return n > 0 && (max != 4 || n == 4);
}

/* A month's name: the longest run of letters that is one. */
static bool
month_name(const struct match *m, size_t *i, int *v)
{
	for (size_t end = *i + 3; end <= m->len && end <= *i + CALENDAR_MONTH;
	     end++) {
		struct buf b = {0};

		if (end < m->len && ((unsigned char)m->s[end] & 0xC0) == 0x80)
			continue;
		slug_fold(&b, m->s + *i, end - *i);
		*v = calendar_month(b.s);
		buf_free(&b);
		if (*v > 0) {
			*i = end;
			return true;
		}
	}
	return false;
}

/* What the letter of a format stands for, at *i. */
static bool
date_field(const struct match *m, char letter, size_t *i, struct date *d)
{
	switch (letter) {
	case 'd':
		return number(m, i, 2, &d->day) && d->day > 0;
	case 'm':
		return number(m, i, 2, &d->month) && d->month > 0;
	case 'B':
		return month_name(m, i, &d->month);
	case 'Y':
		return number(m, i, 4, &d->year);
	default:
		if (!number(m, i, 2, &d->year))
			return false;
		d->year += d->year < 50 ? 2000 : 1900;
		return true;
	}
}

/* A date in the piece's format at *i. */
static bool
formatted(
    const struct match *m, const struct piece *q, size_t *i, struct date *d)
{
	*d = (struct date){0};
	for (size_t k = 0; k < q->len; k++)
		if (q->text[k] == '%') {
			if (!date_field(m, q->text[++k], i, d))
				return false;
		} else if (*i == m->len || m->s[(*i)++] != q->text[k]) {
			return false;
		}
	return d->year > 0 && date_valid(d);
}

static bool
is_date(const struct piece *q)
{
	return q->name != NULL &&
	    (strcmp(q->name, "date") == 0 || strcmp(q->name, "published") == 0);
}

static bool match(struct match *m, size_t k, size_t at);

/* Field k takes [at, end) for the first end that lets the rest match. */
static bool
match_field(struct match *m, size_t k, size_t at)
{
	const struct piece *q = &m->p->piece[k];

	m->from[k] = at;
	for (size_t end = at + 1; end <= m->len; end++) {
		if (m->s[end - 1] == '/')
			return false;
		m->to[k] = end;
		if (is_date(q) &&
		    !calendar_parse(m->s + at, end - at, &m->date[k]))
			continue;
		if (match(m, k + 1, end)) {
			m->to[k] = end;
			return true;
		}
	}
	return false;
}

static bool
match(struct match *m, size_t k, size_t at)
{
	const struct piece *q = &m->p->piece[k];
	bool good;

	if (k == m->p->n)
		return at == m->len;
	if (m->dead[k * (FILENAME_NAME + 1) + at])
		return false;
	if (q->name == NULL) {
		good = m->len - at >= q->len &&
		    memcmp(m->s + at, q->text, q->len) == 0 &&
		    match(m, k + 1, at + q->len);
	} else if (q->len > 0) {
		size_t end = at;

		m->from[k] = at;
		good = formatted(m, q, &end, &m->date[k].day[0]) &&
		    match(m, k + 1, end);
		m->to[k] = end;
	} else {
		good = match_field(m, k, at);
	}
	m->dead[k * (FILENAME_NAME + 1) + at] = !good;
	return good;
}

const char *
filename_stem(const char *path, size_t *len)
{
	static const char packed[] = ".zst";
	const char *slash = strrchr(path, '/');
	const char *s = slash != NULL ? slash + 1 : path;
	size_t n = strlen(s);
	const char *dot;

	if (n > sizeof(packed) - 1 &&
	    strcmp(s + n - (sizeof(packed) - 1), packed) == 0)
		n -= sizeof(packed) - 1;
	dot = memrchr(s, '.', n);
	*len = dot != NULL && dot > s ? (size_t)(dot - s) : n;
	return s;
}

/* The path, in NFC. */
static bool
read_path(const struct filename *p, const char *path, struct attrs *to)
{
	struct match m = {.p = p};
	size_t len;
	bool good;

	m.s = filename_stem(path, &len);
	m.len = (size_t)(m.s - path) + len;
	for (size_t k = 0; k < p->n_slash && m.s > path; k++)
		for (m.s--; m.s > path && m.s[-1] != '/';)
			m.s--;
	m.len -= (size_t)(m.s - path);
	if (m.len > FILENAME_NAME)
		return false;
	m.dead = mem_new(p->n * (FILENAME_NAME + 1), sizeof(*m.dead));
	good = match(&m, 0, 0);
	free(m.dead);
	for (size_t k = 0; good && k < p->n; k++) {
		const struct piece *q = &p->piece[k];
		char iso[DATE_ISO];

		if (q->name == NULL || *q->name == '\0')
			continue;
		if (q->len > 0 || is_date(q)) {
			date_iso(&m.date[k].day[0], iso);
			attrs_set(to, q->name, iso);
			if (m.date[k].day[1].year > 0 &&
			    strcmp(q->name, "date") == 0) {
				date_iso(&m.date[k].day[1], iso);
				attrs_set(to, "date_end", iso);
			}
		} else {
			attrs_setn(
			    to, q->name, m.s + m.from[k], m.to[k] - m.from[k]);
		}
	}
	return good;
}

bool
filename_read(const struct filename *p, const char *path, struct attrs *to)
{
	struct buf nfc = {0};
	bool good;

	(void)utf_nfc(&nfc, path, strlen(path));
	good = read_path(p, nfc.s, to);
	buf_free(&nfc);
	return good;
}
