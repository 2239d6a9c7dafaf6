#include "expr.h"

#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/stat/hyper.h"

enum {
	MOST_ARGS = 4,
	MOST_DEPTH = 50
};

struct reader {
	const char *s;
	expr_look *look;
	void *arg;
	struct buf *why;
	bool good;
	int depth;
};

static double comparison(struct reader *r);

static void
skip(struct reader *r)
{
	while (*r->s == ' ')
		r->s++;
}

static bool
takes(struct reader *r, const char *sign)
{
	skip(r);
	if (strncmp(r->s, sign, strlen(sign)) != 0)
		return false;
	r->s += strlen(sign);
	return true;
}

static double
refuse(struct reader *r, const char *what, const char *name)
{
	if (r->good) {
		buf_str(r->why, err_said(what));
		buf_str(r->why, name);
	}
	r->good = false;
	r->s += strlen(r->s);
	return NAN;
}

static bool
is_name(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '.';
}

/* A name cut off; the caller's to free. */
static char *
take_name(struct reader *r)
{
	size_t len = 0;
	char *name;

	while (is_name(r->s[len]))
		len++;
	name = mem_copy(r->s, len);
	r->s += len;
	return name;
}

/* ---- functions ---- */

static struct stat_hyper
law(const double *a)
{
	return (struct stat_hyper){
	    (uint64_t)a[1], (uint64_t)a[2], (uint64_t)a[3]};
}

static bool
is_law(const double *a)
{
	for (int i = 0; i < 4; i++)
		if (!(a[i] >= 0 && a[i] <= (double)STAT_HYPER_MAX))
			return false;
	return a[1] <= a[3] && a[2] <= a[3] && a[0] <= a[1];
}

static double
lafon(const double *a)
{
	struct stat_hyper h = law(a);
	uint64_t f = (uint64_t)a[0];

	if (!is_law(a))
		return NAN;
	return stat_hyper_below(f, &h) ? stat_hyper_le(f, &h) / M_LN10
				       : -stat_hyper_ge(f, &h) / M_LN10;
}

static double
twice(const double *a)
{
	return fmin(1, 2 * pow(10, -fabs(lafon(a))));
}

static double
ln(const double *a)
{
	return log(a[0]);
}

static double
lb(const double *a)
{
	return log2(a[0]);
}

static double
lg(const double *a)
{
	return log10(a[0]);
}

static double
root(const double *a)
{
	return sqrt(a[0]);
}

static double
magnitude(const double *a)
{
	return fabs(a[0]);
}

static double
least(const double *a)
{
	return a[0] < a[1] ? a[0] : a[1];
}

static double
most(const double *a)
{
	return a[0] > a[1] ? a[0] : a[1];
}

static double
whole(const double *a)
{
	return floor(a[0]);
}

/* f ln(f / e), 0 where there is none */
static double
share(const double *a)
{
	return a[0] > 0 ? a[0] * log(a[0] / a[1]) : 0;
}

static double
or_nothing(const double *a)
{
	return isnan(a[0]) ? 0 : a[0];
}

/* of chi-square with one degree of freedom; R: pchisq(x, 1, lower = FALSE) */
static double
tail(const double *a)
{
	return erfc(sqrt(fabs(a[0]) / 2));
}

static const struct {
	const char *name;
	size_t n;
	double (*f)(const double *a);
} functions[] = {{"ln", 1, ln}, {"log2", 1, lb}, {"log10", 1, lg},
    {"sqrt", 1, root}, {"abs", 1, magnitude}, {"min", 2, least},
    {"max", 2, most}, {"floor", 1, whole}, {"lafon", 4, lafon},
    {"twice", 4, twice}, {"flog", 2, share}, {"tail", 1, tail},
    {"or0", 1, or_nothing}};

static double
call(struct reader *r, const char *name)
{
	double a[MOST_ARGS] = {0};
	size_t n = 0;

	do
		a[n++] = comparison(r);
	while (n < MOST_ARGS && takes(r, ","));
	if (!takes(r, ")"))
		return refuse(r, "no ) behind ", name);
	for (size_t i = 0; i < sizeof(functions) / sizeof(*functions); i++)
		if (strcmp(functions[i].name, name) == 0 && functions[i].n == n)
			return functions[i].f(a);
	return refuse(r, "no such function: ", name);
}

/* ---- grammar ---- */

static double
named(struct reader *r)
{
	char *name = take_name(r);
	const char *text;
	double v;

	if (*r->s == '(') {
		r->s++;
		v = call(r, name);
	} else if ((text = r->look(r->arg, name)) == NULL)
		v = refuse(r, "there is no value ", name);
	else
		v = strcmp(text, "NA") == 0 ? (double)NAN : strtod(text, NULL);
	free(name);
	return v;
}

static double
primary(struct reader *r)
{
	double v;
	char *end;

	skip(r);
	if (takes(r, "(")) {
		v = comparison(r);
		return takes(r, ")") ? v : refuse(r, "no )", "");
	}
	if (isdigit((unsigned char)*r->s)) {
		v = strtod(r->s, &end);
		r->s = end;
		return v;
	}
	if (isalpha((unsigned char)*r->s))
		return named(r);
	return refuse(r, "a value is missing before: ", r->s);
}

static double
power(struct reader *r)
{
	double v;

	if (++r->depth > MOST_DEPTH)
		return refuse(r, "too deep", "");
	if (takes(r, "-"))
		v = -power(r);
	else {
		v = primary(r);
		if (takes(r, "^"))
			v = pow(v, power(r));
	}
	r->depth--;
	return v;
}

static double
product(struct reader *r)
{
	double v = power(r);

	for (;;)
		if (takes(r, "*"))
			v *= power(r);
		else if (takes(r, "/"))
			v /= power(r);
		else
			return v;
}

static double
sum(struct reader *r)
{
	double v = product(r);

	for (;;)
		if (takes(r, "+"))
			v += product(r);
		else if (takes(r, "-"))
			v -= product(r);
		else
			return v;
}

static double
comparison(struct reader *r)
{
	double v = sum(r);

	if (takes(r, "<="))
		return v <= sum(r);
	if (takes(r, ">="))
		return v >= sum(r);
	if (takes(r, "<"))
		return v < sum(r);
	if (takes(r, ">"))
		return v > sum(r);
	return v;
}

bool
expr_eval(
    const char *s, expr_look *look, void *arg, double *value, struct buf *why)
{
	struct reader r = {.s = s, .look = look, .arg = arg, .why = why};

	r.good = true;
	*value = comparison(&r);
	skip(&r);
	if (*r.s != '\0')
		(void)refuse(&r, "one too many: ", r.s);
	return r.good;
}

void
expr_fill(struct buf *to, const char *s, expr_look *look, void *arg)
{
	struct reader r = {.s = s};

	while (*r.s != '\0')
		if (isalpha((unsigned char)*r.s)) {
			char *name = take_name(&r);
			const char *text = *r.s != '(' ? look(arg, name) : NULL;

			buf_str(to, text != NULL ? text : name);
			free(name);
		} else if (isdigit((unsigned char)*r.s)) {
			char *number = take_name(&r);

			buf_str(to, number);
			free(number);
		} else
			buf_mem(to, r.s++, 1);
}
