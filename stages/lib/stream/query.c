#include "query.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/lang/fr/form.h"
#include "lib/lang/fr/scan.h"
#include "lib/text/utf.h"
#include "vrt.h"

/* to: s with every from replaced. */
static void
replace(struct buf *to, const char *s, const char *from, const char *by)
{
	const char *at;

	while ((at = strstr(s, from)) != NULL) {
		buf_mem(to, s, (size_t)(at - s));
		buf_str(to, by);
		s = at + strlen(from);
	}
	buf_str(to, s);
}

/* Appends s, accents left out where they do not count. */
static void
fold(const struct query *q, struct buf *to, const char *s)
{
	if (q->bare)
		utf_bare(to, s, strlen(s));
	else
		buf_str(to, s);
}

/* The text of a token as an element is compared. */
static char *
glob_of(const struct query *q, bool counted, const char *s, size_t len)
{
	struct buf a = {0};
	struct buf b = {0};

	buf_mem(&a, "", 0);
	if (counted)
		form_put(&a, s, len);
	else
		form_straight(&a, s, len);
	buf_mem(&b, "", 0);
	fold(q, &b, a.s);
	a.len = 0;
	replace(&a, b.s, QUERY_JOKER, "*");
	buf_free(&b);
	return a.s;
}

/* Says why a pattern, or an item, is none. */
static void
blame(struct query *q, const char *s, const char *why)
{
	buf_fmt(&q->why, err_said("'%s': %s"), s, why);
}

/* False if there are too many. */
static bool
add_text(struct query *q, const char *pattern)
{
	struct rules rules;
	struct scan sc;
	struct buf nfc = {0};
	struct buf text = {0};
	bool room;

	(void)utf_nfc(&nfc, pattern, strlen(pattern));
	replace(&text, nfc.s, "*", QUERY_JOKER);
	scan_slack(&text);
	rules_open(&rules, NULL);
	scan_open(&sc, &rules);
	scan_text(&sc, text.s, text.len);
	room = sc.n <= QUERY_ELEMENTS - q->n;
	for (size_t i = 0; i < sc.n && room; i++)
		q->glob[q->n++] = glob_of(q, q->how == QUERY_FOLD,
		    text.s + sc.tok[i].at, sc.tok[i].len);
	scan_free(&sc);
	rules_free(&rules);
	buf_free(&nfc);
	buf_free(&text);
	return room;
}

/* What is cut may be one token in the text: an expression that keep joined, a
 * word that is cut in another way behind its verb (-t-il).  False if there
 * are too many. */
static bool
add_joined(struct query *q, const char *pattern)
{
	struct buf nfc = {0};
	struct buf text = {0};

	if (q->n == QUERY_ELEMENTS)
		return false;
	(void)utf_nfc(&nfc, pattern, strlen(pattern));
	replace(&text, nfc.s, " ", "_");
	q->first |= UINT64_C(1) << q->n;
	q->last |= UINT64_C(1) << q->n;
	q->glob[q->n++] = glob_of(q, q->how == QUERY_FOLD, text.s, text.len);
	buf_free(&nfc);
	buf_free(&text);
	return true;
}

/* ere as a whole value; false with the reason in q->why if it is none. */
static bool
take_ere(struct query *q, struct pattern *re, const char *ere)
{
	struct buf b = {0};
	char why[PATTERN_WHY];
	struct pattern bare;
	bool good = pattern_try(&bare, ere, why); /* for the message */

	if (good)
		pattern_free(&bare);
	buf_str(&b, "^(");
	fold(q, &b, ere);
	buf_str(&b, ")$");
	good = good && pattern_try(re, b.s, why);
	buf_free(&b);
	if (good)
		return true;
	blame(q, ere, why);
	return false;
}

/* False if there are too many, or one is none. */
static bool
add_eres(struct query *q, const char *pattern)
{
	const char *s = pattern + strspn(pattern, QUERY_BLANKS);
	bool good = true;

	while (*s != '\0' && good) {
		size_t len = strcspn(s, QUERY_BLANKS);
		char *ere = mem_copy(s, len);

		good = q->n < QUERY_ELEMENTS && take_ere(q, &q->re[q->n], ere);
		q->n += good;
		free(ere);
		s += len + strspn(s + len, QUERY_BLANKS);
	}
	return good;
}

/* ---- tests ---- */

/* Length of the name of a test that begins at s; 0: none does. */
static size_t
name_len(const char *s)
{
	size_t n = strspn(s, QUERY_NAME);

	if (n == 0 || (*s >= '0' && *s <= '9') || *s == '-')
		return 0;
	return s[n] == '=' || (s[n] == '!' && s[n + 1] == '=') ? n : 0;
}

/* Where the next test begins that & joins to what s begins with; 0: none. */
static size_t
next_test(const char *s)
{
	size_t len = strcspn(s, QUERY_BLANKS);

	for (size_t i = 1; i < len; i++)
		if (s[i - 1] == '&' && name_len(s + i) > 0)
			return i;
	return 0;
}

bool
query_has_test(const char *pattern)
{
	const char *s = pattern + strspn(pattern, QUERY_BLANKS);

	while (*s != '\0') {
		if (name_len(s) > 0 || next_test(s) > 0)
			return true;
		s += strcspn(s, QUERY_BLANKS);
		s += strspn(s, QUERY_BLANKS);
	}
	return query_alien(pattern);
}

/* The alternatives of a value. */
static void
take_globs(struct query *q, struct query_test *t, const char *s)
{
	bool counted = form_column(q->column[t->column].name);
	size_t cap = 0;
	struct buf text = {0};

	for (;;) {
		size_t len = strcspn(s, "|");
		char *one = mem_copy(s, len);

		text.len = 0;
		buf_mem(&text, "", 0);
		replace(&text, one, "*", QUERY_JOKER);
		free(one);
		t->glob =
		    mem_grow(t->glob, &cap, t->n_glob + 1, sizeof(*t->glob));
		t->glob[t->n_glob++] = glob_of(q, counted, text.s, text.len);
		if (s[len] == '\0')
			break;
		s += len + 1;
	}
	buf_free(&text);
}

/* NAME=value or NAME!=value, of the element that comes next. */
static bool
add_test(struct query *q, const char *name, size_t n, const char *value)
{
	struct query_test *t;
	bool good = true;

	q->test =
	    mem_grow(q->test, &q->cap_test, q->n_test + 1, sizeof(*q->test));
	t = &q->test[q->n_test];
	*t = (struct query_test){.bit = UINT64_C(1) << q->n,
	    .column = query_column(q, name, n),
	    .unlike = name[n] == '!'};
	if (q->how == QUERY_ERE)
		good = take_ere(q, &t->re, value);
	else
		take_globs(q, t, value);
	q->n_test += good;
	return good;
}

/* The tests of a token: & joins them before a further name. */
static bool
add_tests(struct query *q, const char *item)
{
	bool good = q->n < QUERY_ELEMENTS;
	size_t next = 1;

	for (; good && next > 0; item += next) {
		size_t n = name_len(item);
		size_t at = n + 1 + (item[n] == '!');
		char *value;

		next = next_test(item + at);
		value = mem_copy(
		    item + at, next > 0 ? next - 1 : strlen(item + at));
		good = add_test(q, item, n, value);
		free(value);
		next += next > 0 ? at : 0;
	}
	if (!good)
		return false;
	q->any |= UINT64_C(1) << q->n++;
	return true;
}

/* "*{least,most}", "*{n}" or "*": elements that any token matches. */
static bool
add_gap(struct query *q, const char *item)
{
	unsigned long least = 1;
	unsigned long most = 1;
	char *end = NULL;

	if (item[1] == '{') {
		least = strtoul(item + 2, &end, 10);
		most = *end == ',' ? strtoul(end + 1, &end, 10) : least;
		if (strspn(item + 2, "0123456789,}") != strlen(item + 2) ||
		    strcmp(end, "}") != 0 || least > most || most == 0) {
			blame(q, item, err_said("no gap, as *{0,3} is one"));
			return false;
		}
	}
	if (most > QUERY_ELEMENTS - q->n)
		return false;
	for (unsigned long i = 0; i < most; i++, q->n++) {
		q->any |= UINT64_C(1) << q->n;
		if (i >= least)
			q->may |= UINT64_C(1) << q->n;
	}
	return true;
}

static bool
is_gap(const char *item)
{
	return strcmp(item, "*") == 0 || strncmp(item, "*{", 2) == 0;
}

/* What stands between tests and gaps. */
static bool
add_plain(struct query *q, struct buf *text)
{
	bool good = true;

	if (text->len > 0)
		good = q->how == QUERY_ERE ? add_eres(q, text->s)
					   : add_text(q, text->s);
	text->len = 0;
	return good;
}

static bool
add_item(struct query *q, struct buf *text, const char *item)
{
	const char *why = query_stray(item);

	if (why != NULL) {
		blame(q, item, why);
		return false;
	}
	if (name_len(item) > 0)
		return add_plain(q, text) && add_tests(q, item);
	if (is_gap(item))
		return add_plain(q, text) && add_gap(q, item);
	if (next_test(item) > 0) {
		blame(q, item, err_said("a column and = stand before &"));
		return false;
	}
	if (text->len > 0)
		buf_str(text, " ");
	buf_str(text, item);
	return true;
}

/* A pattern with tests: items parted by blanks. */
static bool
add_items(struct query *q, const char *pattern)
{
	struct buf nfc = {0};
	struct buf text = {0};
	size_t from = q->n;
	char *save = NULL;
	bool good = true;

	(void)utf_nfc(&nfc, pattern, strlen(pattern));
	for (char *s = strtok_r(nfc.s, QUERY_BLANKS, &save); s != NULL && good;
	     s = strtok_r(NULL, QUERY_BLANKS, &save))
		good = add_item(q, &text, s);
	good = good && add_plain(q, &text);
	if (good &&
	    ((q->may >> from & 1) != 0 || (q->may >> (q->n - 1) & 1) != 0)) {
		blame(q, pattern, err_said("a gap stands between tokens"));
		good = false;
	}
	buf_free(&nfc);
	buf_free(&text);
	return good;
}

/* ---- all ---- */

const char *
query_try(struct query *q, const char *pattern)
{
	size_t from = q->n;
	bool items = q->tests && query_has_test(pattern);
	bool text = !items && q->how != QUERY_ERE;
	bool alien = q->tests && query_alien(pattern);
	bool good = alien ? false
	    : items       ? add_items(q, pattern)
	    : text        ? add_text(q, pattern)
			  : add_eres(q, pattern);
	size_t to = q->n;

	if (good && text && to > from + 1 && strchr(pattern, '*') == NULL)
		good = add_joined(q, pattern);
	if (alien)
		blame(q, pattern,
		    err_said("a test is COLUMN=value, without brackets, "
			     "quotes and ~ (query.5)"));
	if (!good && q->why.len == 0) {
		buf_str(&q->why, err_said("more than "));
		buf_u64(&q->why, QUERY_ELEMENTS);
		buf_str(&q->why, err_said(" tokens in all"));
	}
	if (good && q->n == from) {
		buf_fmt(&q->why, err_said("'%s' holds no token"), pattern);
	}
	if (q->why.len > 0)
		return q->why.s;
	q->first |= UINT64_C(1) << from;
	q->last |= UINT64_C(1) << (to - 1);
	return NULL;
}
