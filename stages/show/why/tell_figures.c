/* Steps that say how a figure is made, or make it again. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "expr.h"
#include "lib/base/err.h"
#include "paper.h"
#include "tell.h"

static const char *
cell(struct tell *t, const char *name)
{
	const char *s = row_cell(t->row, name);

	if (s == NULL)
		tell_refuse(t, "the table has no column ", name);
	return s;
}

/* What a formula gives. */
static double
value_of(struct tell *t, const char *formula)
{
	struct buf why = {0};
	double v;

	if (!expr_eval(formula, tell_exact, t, &v, &why))
		tell_refuse(t, "formula: ", why.s);
	return v;
}

/* Appends " = what the table says", or that it does not. */
static void
judge(struct tell *t, struct buf *b, const char *column, double v)
{
	const char *s = cell(t, column);

	t->n_count++;
	if (tell_same(s, v))
		return;
	t->n_wrong++;
	buf_str(b, wording_say(t->words, ", BUT THE TABLE SAYS "));
	buf_str(b, s);
}

/* ---- how it was made ---- */

/* count COLUMN TEXT, told COLUMN,... TEXT */
static void
put_made(struct tell *t, bool told)
{
	char *text = mem_string(t->step->text);
	char *rest = text;
	char *names = tell_word(&rest);
	char *filled = tell_fill(t, wording_say(t->words, rest));
	struct buf b = {0};
	char *save = NULL;

	for (char *w = strtok_r(names, ",", &save); w != NULL;
	     w = strtok_r(NULL, ",", &save)) {
		buf_str(&b, b.len > 0 ? ", " : "");
		buf_str(&b, w);
		buf_str(&b, " = ");
		buf_str(&b, cell(t, w));
	}
	buf_str(&b, wording_say(t->words, ":"));
	buf_str(&b, " ");
	buf_str(&b, filled);
	buf_str(
	    &b, told ? wording_say(t->words, " (not made again here)") : "");
	paper_text(&t->made, 2, 4, b.s);
	buf_free(&b);
	free(filled);
	free(text);
}

/* formula COLUMN = EXPRESSION */
static void
put_formula(struct tell *t)
{
	char *text = mem_string(t->step->text);
	char *rest = text;
	char *name = tell_word(&rest);
	char *formula;
	char digits[TELL_DIGITS];
	struct buf b = {0};
	struct buf filled = {0};
	double v;

	if (strcmp(tell_word(&rest), "=") != 0)
		tell_refuse(t, "no = behind formula ", name);
	formula = tell_fill(t, rest);
	v = value_of(t, formula);
	tell_number(digits, v);
	buf_str(&b, name);
	buf_str(&b, " = ");
	buf_str(&b, formula);
	buf_str(&b, " = ");
	buf_mem(&filled, "", 0);
	expr_fill(&filled, formula, tell_find, t);
	if (strcmp(filled.s, formula) != 0) {
		buf_str(&b, filled.s);
		buf_str(&b, " = ");
	}
	buf_str(&b, digits);
	judge(t, &b, name, v);
	tell_let(t, name, v);
	paper_text(&t->made, 2, 4, b.s);
	buf_free(&filled);
	buf_free(&b);
	free(formula);
	free(text);
}

/* ---- counted again ---- */

static double
sum_of(struct tell *t, const char *column)
{
	const struct evidence_column *c = evidence_column(&t->rows_now, column);
	double sum = 0;

	for (size_t i = 0; i < t->rows_now.n; i++)
		sum += strcmp(c->cell[i], "NA") != 0 ? strtod(c->cell[i], NULL)
						     : 0;
	return sum;
}

static double
folded(struct tell *t, const char *formula)
{
	double sum = 0;

	t->each = true;
	for (t->row_now = 0; t->row_now < t->rows_now.n; t->row_now++)
		sum += value_of(t, formula);
	t->each = false;
	return sum;
}

/* The cell of the one row. */
static double
single(struct tell *t, const char *column)
{
	const struct evidence_column *c = evidence_column(&t->rows_now, column);

	if (t->rows_now.n != 1)
		return t->rows_now.n == 0 ? 0 : (double)NAN;
	return strcmp(c->cell[0], "NA") == 0 ? (double)NAN
					     : strtod(c->cell[0], NULL);
}

static int
by_value(const void *a, const void *b)
{
	const double *x = a;
	const double *y = b;

	return (*x > *y) - (*x < *y);
}

/* The value at a share of the way from the least to the largest. */
static double
quantile(struct tell *t, const char *column, double at)
{
	const struct evidence_column *c = evidence_column(&t->rows_now, column);
	double *v = mem_new(t->rows_now.n + 1, sizeof(*v));
	size_t n = 0;
	double result = NAN;

	for (size_t i = 0; i < t->rows_now.n; i++)
		if (strcmp(c->cell[i], "NA") != 0)
			v[n++] = strtod(c->cell[i], NULL);
	if (n > 0) {
		double k = at * (double)(n - 1);
		size_t low = (size_t)k;
		size_t high = (double)low < k ? low + 1 : low;

		qsort(v, n, sizeof(*v), by_value);
		result = (v[low] + v[high]) / 2;
	}
	free(v);
	return result;
}

/* HOW [ARGUMENT], a figure of all rows. */
static double
figure(struct tell *t, char *rest)
{
	const char *how = tell_word(&rest);

	if (strcmp(how, "rows") == 0)
		return (double)t->rows_now.n;
	if (strcmp(how, "distinct") == 0)
		return (double)evidence_distinct(&t->rows_now, rest);
	if (strcmp(how, "sum") == 0)
		return sum_of(t, rest);
	if (strcmp(how, "cell") == 0)
		return single(t, rest);
	if (strcmp(how, "largest") == 0)
		return quantile(t, rest, 1);
	if (strcmp(how, "smallest") == 0)
		return quantile(t, rest, 0);
	if (strcmp(how, "median") == 0)
		return quantile(t, rest, 0.5);
	if (strcmp(how, "fold") == 0)
		return folded(t, rest);
	if (strcmp(how, "formula") == 0)
		return value_of(t, rest);
	tell_refuse(t, "no way to make a figure of rows: ", how);
}

/* recount COLUMN HOW, let NAME HOW */
static void
put_count(struct tell *t, bool let)
{
	char *text = tell_fill(t, t->step->text);
	char *rest = text;
	char *name = tell_word(&rest);
	char digits[TELL_DIGITS];
	struct buf b = {0};
	double v;

	buf_str(&b, "");
	v = figure(t, rest);
	tell_number(digits, v);
	if (let) {
		tell_let(t, name, v);
		buf_str(&b, name);
		buf_str(&b, " = ");
		buf_str(&b, digits);
	} else {
		buf_str(&b, wording_say(t->words, "recounted: "));
		buf_str(&b, digits);
		buf_str(&b, " = ");
		buf_str(&b, name);
		judge(t, &b, name, v);
	}
	paper_text(&t->counted, 4, 6, b.s);
	buf_free(&b);
	free(text);
}

bool
tell_figures(struct tell *t)
{
	const char *word = t->step->word;
	bool is_what = strcmp(word, "what") == 0;
	char *text;

	if (is_what || strcmp(word, "note") == 0) {
		text = tell_fill(t, wording_say(t->words, t->step->text));
		paper_text(is_what ? &t->what : &t->made, is_what ? 0 : 2,
		    is_what ? 0 : 4, text);
		free(text);
	} else if (strcmp(word, "count") == 0)
		put_made(t, false);
	else if (strcmp(word, "told") == 0)
		put_made(t, true);
	else if (strcmp(word, "formula") == 0)
		put_formula(t);
	else if (strcmp(word, "recount") == 0)
		put_count(t, false);
	else if (strcmp(word, "let") == 0)
		put_count(t, true);
	else
		return false;
	return true;
}
