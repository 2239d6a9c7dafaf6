#include "tell.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"

enum {
	MOST_DEPTH = 8
};

void
tell_refuse(const struct tell *t, const char *why, const char *what)
{
	die_data(t->recipe->file, t->step->line, "%s%s", err_said(why), what);
}

/* ---- values ---- */

/* What a name means beside cells and figures, in capitals, or an option of the
 * study. */
static const char *
find_word(const struct tell *t, const char *name)
{
	const char *s;

	if (strcmp(name, "PART") == 0)
		return t->recipe->part;
	/* its name as an attribute of the speeches */
	if (strcmp(name, "OF") == 0)
		return t->recipe->part != NULL ? t->recipe->part : "id";
	/* tables of what is compared, where that is not all */
	if (strcmp(name, "SOME") == 0)
		return study_compares(t->study) ? "some-" : "";
	/* the words that are compared, behind the column */
	if (strcmp(name, "OF_CLASSES") == 0)
		return t->study->classes.s;
	if (strcmp(name, "POS") == 0 &&
	    facts_find(&t->study->facts, "option", name) == NULL)
		return "";
	/* the part as keep -a wants it */
	if (strcmp(name, "GIVEN") == 0 &&
	    (s = row_cell(t->row, "part")) != NULL)
		return strcmp(s, "NA") != 0 ? s : "";
	return facts_find(&t->study->facts, "option", name);
}

static const char *
find(struct tell *t, const char *name, bool exact)
{
	const struct evidence_column *c;
	const char *s;

	if (t->each && (c = evidence_has(&t->rows_now, name)) != NULL)
		return c->cell[t->row_now];
	for (size_t i = t->n_let; i-- > 0;)
		if (strcmp(t->let[i].name, name) == 0)
			return exact ? t->let[i].exact : t->let[i].text;
	if (strncmp(name, "row.", 4) == 0)
		name += 4;
	if ((s = row_cell(t->row, name)) != NULL)
		return s;
	return find_word(t, name);
}

const char *
tell_find(void *arg, const char *name)
{
	return find(arg, name, false);
}

const char *
tell_exact(void *arg, const char *name)
{
	return find(arg, name, true);
}

void
tell_number(char to[TELL_DIGITS], double v)
{
	if (!isfinite(v))
		(void)snprintf(to, TELL_DIGITS, "NA");
	else if (fabs(v) < 1e15 && v == floor(v))
		(void)snprintf(to, TELL_DIGITS, "%.0f", v);
	else
		(void)snprintf(to, TELL_DIGITS, "%.6g", v);
}

void
tell_let(struct tell *t, const char *name, double v)
{
	char text[TELL_DIGITS];
	char exact[TELL_DIGITS];

	tell_number(text, v);
	(void)snprintf(exact, sizeof(exact), "%.17g", v);
	t->let = mem_grow(t->let, &t->cap_let, t->n_let + 1, sizeof(*t->let));
	t->let[t->n_let++] = (struct tell_value){mem_string(name),
	    mem_string(text), mem_string(isfinite(v) ? exact : text)};
}

char *
tell_fill(struct tell *t, const char *text)
{
	struct buf b = {0};

	buf_mem(&b, "", 0);
	for (;;) {
		const char *open = strchr(text, '{');
		const char *end = open != NULL ? strchr(open, '}') : NULL;
		const char *value;
		char *name;

		if (end == NULL)
			break;
		buf_mem(&b, text, (size_t)(open - text));
		name = mem_copy(open + 1, (size_t)(end - open - 1));
		if ((value = tell_find(t, name)) == NULL)
			tell_refuse(t, "there is no value ", name);
		buf_str(&b, value);
		free(name);
		text = end + 1;
	}
	buf_str(&b, text);
	return b.s;
}

char *
tell_word(char **text)
{
	char *word = *text;
	size_t n = strcspn(word, " ");

	*text += n;
	if (**text == ' ')
		*(*text)++ = '\0';
	return word;
}

enum figure_sign
tell_sign(const struct tell *t, const char *word)
{
	enum figure_sign sign = sign_of(word);

	if (sign == SIGN_TOP || sign == SIGN_NONE)
		tell_refuse(t, "no sign of a test: ", word);
	return sign;
}

bool
tell_same(const char *cell, double v)
{
	double had;

	if (strcmp(cell, "NA") == 0 || !isfinite(v))
		return strcmp(cell, "NA") == 0 && !isfinite(v);
	had = strtod(cell, NULL);
	if (had == floor(had) && v == floor(v))
		return had == v;
	/* the table has six digits, as have figures that v was made of */
	return fabs(had - v) <= 3e-5 * fabs(had) + 1e-300;
}

/* ---- steps ---- */

/* `if NAME SIGN VALUE`: does it hold? */
static bool
holds(struct tell *t)
{
	char *copy = mem_string(t->step->text);
	char *text = copy;
	const char *name = tell_word(&text);
	enum figure_sign sign = tell_sign(t, tell_word(&text));
	const char *found = tell_find(t, name);
	char *value = tell_fill(t, text);
	bool is = sign_holds(sign, found != NULL ? found : "", value);

	free(value);
	free(copy);
	return is;
}

/* Goes on behind the `else`, if that is wanted, or the `end` of what is open.
 */
static void
pass(struct tell *t, bool other)
{
	const struct recipe_step *open = t->step;
	int depth = 0;

	for (; t->at < t->recipe->n; t->at++) {
		const char *word = t->recipe->step[t->at].word;

		if (depth == 0 &&
		    (strcmp(word, "end") == 0 ||
			(other && strcmp(word, "else") == 0))) {
			t->at++;
			return;
		}
		depth += strcmp(word, "if") == 0;
		depth -= strcmp(word, "end") == 0;
	}
	die_data(t->recipe->file, open->line, "'%s' has no end", open->word);
}

static void
do_step(struct tell *t)
{
	const char *word = t->step->word;

	if (strcmp(word, "table") == 0 || strcmp(word, "end") == 0)
		return;
	if (strcmp(word, "if") == 0) {
		if (!holds(t))
			pass(t, true);
	} else if (strcmp(word, "else") == 0)
		pass(t, false);
	else if (!tell_figures(t) && !tell_rows(t))
		tell_refuse(t, "no such word: ", word);
}

void
tell_all(struct tell *t)
{
	out_memory(&t->what);
	out_memory(&t->made);
	out_memory(&t->counted);
	out_memory(&t->shown);
	while (t->at < t->recipe->n) {
		t->step = &t->recipe->step[t->at++];
		do_step(t);
	}
}

void
tell_free(struct tell *t)
{
	evidence_free(&t->rows_now);
	for (size_t i = 0; i < t->n_let; i++) {
		free(t->let[i].name);
		free(t->let[i].text);
		free(t->let[i].exact);
	}
	free(t->let);
	buf_free(&t->what.b);
	buf_free(&t->made.b);
	buf_free(&t->counted.b);
	buf_free(&t->shown.b);
}
