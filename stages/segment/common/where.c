#include "where.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/lang/fr/words.h"

/* The operator at s and its length. */
static size_t
operator_at(const char *s, enum where_op *op)
{
	static const struct {
		const char *s;
		enum where_op op;
	} all[] = {{"!=", WHERE_NE}, {"!~", WHERE_UNLIKE}, {"<=", WHERE_LE},
	    {">=", WHERE_GE}, {"=", WHERE_EQ}, {"~", WHERE_LIKE},
	    {"<", WHERE_LT}, {">", WHERE_GT}};

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (strncmp(s, all[i].s, strlen(all[i].s)) == 0) {
			*op = all[i].op;
			return strlen(all[i].s);
		}
	return 0;
}

/* Digits with a sign and a decimal point, and nothing else. */
static bool
is_number(const char *s)
{
	size_t n;

	s += *s == '-' || *s == '+';
	n = strspn(s, "0123456789");
	if (n == 0)
		return false;
	s += n;
	if (*s == '.' && isdigit((unsigned char)s[1]))
		s += 1 + strspn(s + 1, "0123456789");
	return *s == '\0';
}

/* 2025, 2025-10 or 2025-10-03. */
static bool
is_date(const char *s)
{
	static const char model[] = "dddd-dd-dd";
	size_t len = strlen(s);

	if (len != 4 && len != 7 && len != 10)
		return false;
	for (size_t i = 0; i < len; i++)
		if (model[i] == '-' ? s[i] != '-'
				    : !isdigit((unsigned char)s[i]))
			return false;
	return true;
}

/* Is there no such month, or none with such a day? */
static bool
is_no_day(const char *s)
{
	long month = strlen(s) > 4 ? strtol(s + 5, NULL, 10) : 1;
	long day = strlen(s) > 7 ? strtol(s + 8, NULL, 10) : 1;

	return month < 1 || month > 12 || day < 1 || day > 31;
}

/* A value that a test cannot mean: it would pass all or nothing. */
static void
check_value(int letter, const char *test, enum where_op op, const char *value)
{
	bool pattern = op == WHERE_LIKE || op == WHERE_UNLIKE;

	if (*value == '\0' && op != WHERE_EQ && op != WHERE_NE)
		die_usage("option -%c: '%s': a value is missing (only = and != "
			  "do without)",
		    letter, test);
	if (!pattern && *value != '\0' && strchr("=<>~", *value) != NULL)
		die_usage("option -%c: '%s': the operators are = != < <= > >= "
			  "~ !~",
		    letter, test);
	if (!pattern && op != WHERE_EQ && op != WHERE_NE && is_date(value) &&
	    is_no_day(value))
		die_usage(
		    "option -%c: '%s': there is no such day", letter, test);
}

void
where_add(struct where *w, int letter, const char *test)
{
	size_t len = strcspn(test, "=!<>~");
	const char *dot = memchr(test, '.', len);
	struct where_test *t;
	enum where_op op = WHERE_EQ;
	size_t n = operator_at(test + len, &op);

	if (n == 0 || len == 0 || dot == test ||
	    (dot != NULL && dot + 1 == test + len))
		die_usage("option -%c: '%s' is not attribute, operator (= != "
			  "< <= > >= ~ !~), value",
		    letter, test);
	if (memchr(test, ' ', len) != NULL)
		die_usage("option -%c: '%s': a blank stands in the name of the "
			  "attribute",
		    letter, test);
	check_value(letter, test, op, test + len + n);
	w->t = mem_grow(w->t, &w->cap, w->n + 1, sizeof(*w->t));
	t = &w->t[w->n++];
	*t = (struct where_test){.op = op};
	if (dot != NULL) {
		t->tag = mem_copy(test, (size_t)(dot - test));
		t->attr = mem_copy(dot + 1, len - (size_t)(dot + 1 - test));
	} else {
		t->tag = mem_string("speech");
		t->attr = mem_copy(test, len);
	}
	t->value = mem_string(test + len + n);
	if (op == WHERE_LIKE || op == WHERE_UNLIKE)
		pattern_open(&t->re, letter, t->value);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool
is_of_name(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '.' || c == '-';
}

/* The attribute of the first test at s or behind it whose name begins a word,
 * and in *op where its operator stands; NULL if there is none. */
static const char *
next_test(const char *s, const char *end, const char **op)
{
	enum where_op which;

	for (const char *at = s; at < end; at++) {
		const char *name = at;

		if (operator_at(at, &which) == 0)
			continue;
		while (name > s && is_blank(name[-1]))
			name--;
		*op = name;
		while (name > s && is_of_name(name[-1]))
			name--;
		if (name < *op && (name == s || is_blank(name[-1]))) {
			*op = at;
			return name;
		}
	}
	return NULL;
}

/* Is there a | with a test behind it, or nothing?  Meant is "or". */
static bool
says_or(const char *s, const char *end)
{
	for (; s < end; s++) {
		enum where_op which;
		const char *at = s + 1;
		const char *name;

		if (*s != '|')
			continue;
		while (at < end && is_blank(*at))
			at++;
		name = at;
		while (at < end && is_of_name(*at))
			at++;
		if (at == end && at == name)
			return true;
		while (at < end && is_blank(*at))
			at++;
		if (at > name && at < end && operator_at(at, &which) > 0)
			return true;
	}
	return false;
}

/* Has a pattern another test of its attribute behind a |? */
static bool
says_again(const char *s, const char *end, const char *name, size_t len)
{
	enum where_op which;

	for (; s < end; s++)
		if (*s == '|' && (size_t)(end - s) > len + 1 &&
		    strncmp(s + 1, name, len) == 0 &&
		    operator_at(s + 1 + len, &which) > 0)
			return true;
	return false;
}

/* Does a value before another test end with a sign or word that joins the two?
 * Meant is "and", which is what stands there without it. */
static bool
says_and(const char *s, const char *end)
{
	const char *word = end;

	while (word > s && !is_blank(word[-1]))
		word--;
	return end > s &&
	    (strchr(",;&", end[-1]) != NULL ||
		(word > s && words_is_and(word, (size_t)(end - word))));
}

/* Adds the test of a name that ends before its operator, and a value up to
 * end; last: no test stands behind it. */
static void
add_one(struct where *w, int letter, const char *name, const char *op,
    const char *end, bool last)
{
	enum where_op which = WHERE_EQ;
	const char *value = op + operator_at(op, &which);
	struct buf b = {0};
	size_t len;

	while (op > name && is_blank(op[-1]))
		op--;
	len = (size_t)(op - name);
	buf_mem(&b, name, len);
	while (is_blank(*op))
		op++;
	buf_mem(&b, op, (size_t)(value - op));
	while (value < end && is_blank(*value))
		value++;
	while (end > value && is_blank(end[-1]))
		end--;
	if (which == WHERE_LIKE || which == WHERE_UNLIKE
		? says_again(value, end, b.s, len)
		: says_or(value, end))
		die_usage("option -%c: '%.*s': | is no 'or' between tests; a "
			  "pattern has it, as in attribute~A|B",
		    letter, (int)(end - name), name);
	if (!last && says_and(value, end))
		die_usage("option -%c: '%.*s': only a blank stands between "
			  "tests, all of which must hold",
		    letter, (int)(end - name), name);
	buf_mem(&b, value, (size_t)(end - value));
	where_add(w, letter, b.s);
	buf_free(&b);
}

void
where_add_all(struct where *w, int letter, const char *text, size_t len)
{
	const char *end = text + len;
	const char *op = NULL;
	const char *name = next_test(text, end, &op);
	const char *first = text;

	while (first < end && is_blank(*first))
		first++;
	if (name == NULL || name != first)
		die_usage("option -%c: '%.*s' is not attribute, operator (= != "
			  "< <= > >= ~ !~), value",
		    letter, (int)len, text);
	while (name != NULL) {
		const char *after = op;
		enum where_op which;
		const char *next;

		after += operator_at(op, &which);
		next = next_test(after, end, &first);
		add_one(w, letter, name, op, next != NULL ? next : end,
		    next == NULL);
		name = next;
		op = first;
	}
}

/* Is the date a to be read as far as b is written? */
static bool
as_dates(const char *a, const char *b)
{
	return is_date(a) && is_date(b) && strlen(a) > strlen(b);
}

/* Less than 0, 0 or more, of two values that have an order. */
static int
compare(const char *a, const char *b)
{
	if (is_number(a) && is_number(b)) {
		double x = strtod(a, NULL);
		double y = strtod(b, NULL);

		return (x > y) - (x < y);
	}
	if (as_dates(a, b))
		return strncmp(a, b, strlen(b));
	return strcmp(a, b);
}

/* A number has an order with numbers, a date with dates, a text with texts.  A
 * test of a text where numbers or dates are is a slip; a text among these is
 * one of the corpus, which passes no such test. */
static bool
have_order(struct where_test *t, const char *s)
{
	bool of_two = (is_number(s) && is_number(t->value)) ||
	    (is_date(s) && is_date(t->value));

	if (*s == '\0' || of_two)
		return *s != '\0';
	if (is_number(s) || is_date(s))
		die_usage("'%s' is no number or date that %s=\"%s\" can be "
			  "compared with",
		    t->value, t->attr, s);
	if (!is_number(t->value) && !is_date(t->value))
		return true;
	t->n_text++;
	return false;
}

static bool
passes(struct where_test *t, const char *s)
{
	bool same = as_dates(s, t->value)
	    ? strncmp(s, t->value, strlen(t->value)) == 0
	    : strcmp(s, t->value) == 0;

	switch (t->op) {
	case WHERE_EQ:
		return same;
	case WHERE_NE:
		return !same;
	case WHERE_LIKE:
		return pattern_match(&t->re, s);
	case WHERE_UNLIKE:
		return !pattern_match(&t->re, s);
	case WHERE_LT:
		return have_order(t, s) && compare(s, t->value) < 0;
	case WHERE_LE:
		return have_order(t, s) && compare(s, t->value) <= 0;
	case WHERE_GT:
		return have_order(t, s) && compare(s, t->value) > 0;
	default:
		return have_order(t, s) && compare(s, t->value) >= 0;
	}
}

bool
where_keeps(struct where *w, struct vrt *v)
{
	const char *tag = v->stack[v->depth - 1];
	bool keep = true;

	for (size_t i = 0; i < w->n; i++) {
		struct where_test *t = &w->t[i];
		const char *s;

		if (strcmp(t->tag, tag) != 0)
			continue;
		s = vrt_attr(v, t->attr);
		t->seen = t->seen || s != NULL;
		keep = passes(t, s != NULL ? s : "") && keep;
	}
	return keep;
}

void
where_note(const struct where *w, const struct vrt *v)
{
	for (size_t i = 0; i < w->n; i++) {
		const struct where_test *t = &w->t[i];
		const char *attr = t->attr;

		if (strcmp(t->tag, "speech") == 0)
			vrt_tell_absent(v, &attr, 1);
		/* type and the like are for few paragraphs */
		else if (!t->seen && t->op != WHERE_NE && t->op != WHERE_UNLIKE)
			note("no <%s> has the attribute '%s'", t->tag, t->attr);
		if (t->n_text > 0)
			note("values of '%s' that are no number or date, so "
			     "that they do not pass: %u",
			    t->attr, t->n_text);
	}
}

void
where_free(struct where *w)
{
	for (size_t i = 0; i < w->n; i++) {
		struct where_test *t = &w->t[i];

		if (t->op == WHERE_LIKE || t->op == WHERE_UNLIKE)
			pattern_free(&t->re);
		free(t->tag);
		free(t->attr);
		free(t->value);
	}
	free(w->t);
	*w = (struct where){0};
}
