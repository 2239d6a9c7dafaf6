#include "conllu.h"

#include <inttypes.h>
#include <string.h>

#include "lib/base/err.h"

static const char *const field_name[] = {
    "ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS"};

void
conllu_open(struct conllu *c, const char *path)
{
	*c = (struct conllu){.n_col = 10};
	for (size_t i = 0; i < CONLLU_FIELDS; i++)
		c->at[i] = i;
	in_open(&c->in, path, NULL);
}

void
conllu_close(struct conllu *c)
{
	in_close(&c->in);
	for (size_t i = 0; i < CONLLU_FIELDS; i++)
		buf_free(&c->joined[i]);
}

/* ---- comments ---- */

static void
trim(const char **s, size_t *len)
{
	while (*len > 0 && (**s == ' ' || **s == '\t')) {
		(*s)++;
		(*len)--;
	}
	while (*len > 0 && ((*s)[*len - 1] == ' ' || (*s)[*len - 1] == '\t'))
		(*len)--;
}

/* # global.columns = ID FORM ... */
static void
set_columns(struct conllu *c)
{
	const char *s = c->value;
	const char *end = s + c->value_len;

	for (size_t i = 0; i < CONLLU_FIELDS; i++)
		c->at[i] = CONLLU_COLUMNS;
	for (c->n_col = 0; s < end; c->n_col++) {
		const char *gap = memchr(s, ' ', (size_t)(end - s));
		size_t n = (size_t)((gap != NULL ? gap : end) - s);

		for (size_t i = 0; i < CONLLU_FIELDS; i++)
			if (strlen(field_name[i]) == n &&
			    memcmp(field_name[i], s, n) == 0)
				c->at[i] = c->n_col;
		for (s += n; s < end && *s == ' ';)
			s++;
	}
	if (c->at[CONLLU_ID] != 0 || c->at[CONLLU_FORM] == CONLLU_COLUMNS ||
	    c->n_col > CONLLU_COLUMNS)
		die_data(c->in.name, c->in.line,
		    "global.columns needs ID, as the first, and FORM, and has "
		    "%d columns at most",
		    (int)CONLLU_COLUMNS);
}

static void
read_comment(struct conllu *c, const char *s, size_t len)
{
	const char *eq = memchr(s, '=', len);

	c->key = s + 1;
	c->key_len = (eq != NULL ? (size_t)(eq - s) : len) - 1;
	c->value = eq != NULL ? eq + 1 : s + len;
	c->value_len = (size_t)(s + len - c->value);
	trim(&c->key, &c->key_len);
	trim(&c->value, &c->value_len);
	if (c->key_len == 14 && memcmp(c->key, "global.columns", 14) == 0)
		set_columns(c);
}

/* ---- tokens ---- */

static void __attribute__((noreturn)) bad_columns(struct conllu *c, size_t n)
{
	die_data(c->in.name, c->in.line, "%zu column%s where CoNLL-U has %zu%s",
	    n, n == 1 ? "" : "s", c->n_col,
	    err_said(n == 1
		    ? " (parted by tabs): is the file CoNLL-U?"
		    : ": the line is cut, or a tab stands within a column"));
}

static inline void
split(struct conllu *c, const char *s, size_t len)
{
	const char *end = s + len;
	struct conllu_cell col[CONLLU_COLUMNS + 1] = {{"", 0}};
	size_t n = 0;

	for (;;) {
		const char *tab = memchr(s, '\t', (size_t)(end - s));

		if (tab == NULL)
			tab = end;
		if (n < c->n_col)
			col[n] = (struct conllu_cell){s, (size_t)(tab - s)};
		n++;
		if (tab == end)
			break;
		s = tab + 1;
	}
	if (n != c->n_col)
		bad_columns(c, n);
	for (size_t i = 0; i < CONLLU_FIELDS; i++)
		c->cell[i] =
		    c->at[i] < n ? col[c->at[i]] : (struct conllu_cell){"_", 1};
}

/* A number of at most nine digits at *s, or 0. */
static inline uint64_t
number(const char **s, const char *end)
{
	uint64_t v = 0;
	const char *from = *s;

	while (*s < end && **s >= '0' && **s <= '9' && *s - from < 9)
		v = v * 10 + (uint64_t)(*(*s)++ - '0');
	return v;
}

static void
leave_open(struct conllu *c)
{
	/* a real _ has the lemma _ */
	bool sign =
	    c->cell[CONLLU_FORM].len == 1 && *c->cell[CONLLU_FORM].s == '_';

	for (size_t i = CONLLU_LEMMA; i < CONLLU_FIELDS; i++)
		if (c->cell[i].len == 1 && *c->cell[i].s == '_' &&
		    !(sign && i == CONLLU_LEMMA))
			c->cell[i].len = 0;
	if (c->cell[CONLLU_FORM].len == 0)
		die_data(c->in.name, c->in.line,
		    "the column FORM is empty: write _ for a word that is not "
		    "there, or take the line out");
}

static void
begin_range(struct conllu *c, uint64_t from, uint64_t to)
{
	if (c->from != 0)
		die_data(c->in.name, c->in.line,
		    "range %" PRIu64 "-%" PRIu64 " overlaps range %" PRIu64
		    "-%" PRIu64 ": a word belongs to one range only",
		    from, to, c->from, c->to);
	if (from != c->last + 1 || to <= from)
		die_data(c->in.name, c->in.line,
		    "range %" PRIu64 "-%" PRIu64 " where word %" PRIu64
		    " is due: a range stands before its first word and goes "
		    "up",
		    from, to, c->last + 1);
	leave_open(c);
	c->from = from;
	c->to = to;
	c->range_line = c->in.line;
	for (size_t i = CONLLU_FORM; i < CONLLU_FIELDS; i++) {
		c->own[i] = c->cell[i].len > 0;
		c->any[i] = c->own[i];
		c->joined[i].len = 0;
		buf_mem(&c->joined[i], c->cell[i].s, c->cell[i].len);
	}
}

/* A word of the range; true at its last. */
static bool
join(struct conllu *c)
{
	for (size_t i = CONLLU_LEMMA; i < CONLLU_FIELDS; i++) {
		struct buf *b = &c->joined[i];

		if (c->own[i])
			continue;
		if (c->last > c->from)
			buf_str(b, "+");
		c->any[i] = c->any[i] || c->cell[i].len > 0;
		if (c->cell[i].len > 0)
			buf_mem(b, c->cell[i].s, c->cell[i].len);
		else
			buf_str(b, "_");
	}
	if (c->last < c->to)
		return false;
	for (size_t i = CONLLU_FORM; i < CONLLU_FIELDS; i++) {
		buf_room(&c->joined[i], IN_SLACK);
		c->cell[i] = (struct conllu_cell){
		    c->joined[i].s, c->any[i] ? c->joined[i].len : 0};
	}
	c->from = 0;
	c->n_range++;
	return true;
}

static void __attribute__((noreturn)) bad_id(struct conllu *c)
{
	die_data(c->in.name, c->in.line,
	    "'%.*s' where word %" PRIu64
	    " is due: words are numbered 1, 2, 3 ... in each sentence, which "
	    "a blank line ends",
	    (int)(c->cell[CONLLU_ID].len < 40 ? c->cell[CONLLU_ID].len : 40),
	    c->cell[CONLLU_ID].s, c->last + 1);
}

/* False where the line gives no token of its own. */
static bool
read_token(struct conllu *c, const char *line, size_t len)
{
	const char *s;
	const char *end;
	uint64_t n;
	char sign;

	split(c, line, len);
	s = c->cell[CONLLU_ID].s;
	end = s + c->cell[CONLLU_ID].len;
	n = number(&s, end);
	sign = s < end ? *s++ : '\0';
	if (sign == '.') {
		uint64_t k = number(&s, end);

		if (s != end || n != c->last || k != c->last_empty + 1)
			bad_id(c);
		c->last_empty = k;
		c->n_empty++;
		return false;
	}
	if (sign == '-') {
		uint64_t to = number(&s, end);

		if (s != end)
			bad_id(c);
		begin_range(c, n, to);
		return false;
	}
	if (sign != '\0' || n != c->last + 1)
		bad_id(c);
	c->last = n;
	c->last_empty = 0;
	c->line = c->from != 0 ? c->range_line : c->in.line;
	leave_open(c);
	return c->from == 0 || join(c);
}

/* True if there was one. */
static bool
end_sentence(struct conllu *c)
{
	bool any = c->last > 0;

	if (c->from != 0)
		die_data(c->in.name, c->range_line,
		    "range %" PRIu64 "-%" PRIu64 " in a sentence whose last "
		    "word is %" PRIu64 ": is the file cut?",
		    c->from, c->to, c->last);
	c->last = 0;
	c->last_empty = 0;
	return any;
}

enum conllu_event
conllu_next(struct conllu *c)
{
	char *s;
	size_t len;

	while (in_line(&c->in, &s, &len)) {
		if (len > 0 && s[len - 1] == '\r') {
			len--;
			c->n_cr++;
		}
		if (len == 0) {
			if (end_sentence(c))
				return CONLLU_BREAK;
		} else if (*s == '#' && c->last == 0 && c->from == 0) {
			read_comment(c, s, len);
			return CONLLU_COMMENT;
		} else if (read_token(c, s, len)) {
			return CONLLU_TOKEN;
		}
	}
	return end_sentence(c) ? CONLLU_BREAK : CONLLU_END;
}
