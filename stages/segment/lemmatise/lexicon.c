#include "lexicon.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/lang/fr/dictionary.h"
#include "lib/lang/fr/form.h"
#include "lib/text/list.h"
#include "lib/text/utf.h"

enum {
	FORM,
	LEMMA,
	POS,
	FREQ,
	N_WANT,
	N_CELLS = 256
};

static const char *const what[N_WANT] = {"form", "lemma", "pos", "freq"};

/* How a file is laid out. */
struct layout {
	size_t col[N_WANT]; /* from 1; 0 is none */
	char name[N_WANT][64];
	bool head;  /* the first line names the columns */
	bool table; /* with a preamble: lines up to its header are no data, a
		     * lemma stands at its first form only */
	char sep;
};

struct cells {
	char *s[N_CELLS];
	size_t n;
};

/* Cuts a line in place; LF, CR and BOM are gone. */
static void
cut(struct cells *c, char *s, size_t len, char sep)
{
	char *end = s + len;

	if (len > 0 && end[-1] == '\r')
		end--;
	*end = '\0';
	c->n = 0;
	while (c->n < N_CELLS) {
		char *p = memchr(s, sep, (size_t)(end - s));

		c->s[c->n++] = s;
		if (p == NULL)
			return;
		*p = '\0';
		s = p + 1;
	}
}

/* One item of the columns: a number, or a name. */
static void
set_column(struct layout *l, size_t k, const char *s, size_t len)
{
	if (len == 0 && k >= POS)
		return;
	if (len == 0 || len >= sizeof(l->name[k]))
		die_usage("option -C: no column for the %s", what[k]);
	memcpy(l->name[k], s, len);
	if (strspn(s, "0123456789") < len) {
		l->head = true;
		return;
	}
	l->col[k] = strtoul(l->name[k], NULL, 10);
	if (l->col[k] == 0 || l->col[k] > N_CELLS)
		die_usage("option -C: columns count from 1 to %d", N_CELLS);
}

static struct layout
read_layout(const char *s)
{
	struct layout l = {.sep = '\t'};
	size_t k = 0;
	const char *known;

	if (s == NULL)
		s = "form,lemma";
	else if ((known = lexicons_layout(s, &l.table)) != NULL)
		s = known;
	for (;;) {
		size_t len = strcspn(s, ",");

		if (k == N_WANT)
			die_usage("option -C: FORM,LEMMA,POS,FREQ are all");
		set_column(&l, k++, s, len);
		if (s[len] == '\0')
			break;
		s += len + 1;
	}
	if (k < POS)
		die_usage("option -C: '%s' is no layout; " LEXICONS_NAMES
			  " or FORM,LEMMA,POS,FREQ",
		    s);
	return l;
}

/* Is the header's cell this name?  Some editions of Lexique number them
 * (3_lemme). */
static bool
is_name(const char *cell, const char *name)
{
	size_t n = strspn(cell, "0123456789");

	return strcmp(cell, name) == 0 ||
	    (n > 0 && cell[n] == '_' && strcmp(cell + n + 1, name) == 0);
}

/* The columns that are given by name, and pos and freq if nobody asked. */
static void
read_head(struct layout *l, const struct in *in, struct cells *c, bool any)
{
	if (any) {
		strcpy(l->name[POS], "pos");
		strcpy(l->name[FREQ], "freq");
	}
	for (size_t k = 0; k < N_WANT; k++) {
		if (l->name[k][0] == '\0' || l->col[k] > 0)
			continue;
		for (size_t i = 0; i < c->n && l->col[k] == 0; i++)
			if (is_name(c->s[i], l->name[k]))
				l->col[k] = i + 1;
		if ((k < POS || !any) && l->col[k] == 0)
			die_data(in->name, in->line,
			    "no column '%s' for the %s in the header; "
			    "option -C says where it is",
			    l->name[k], what[k]);
	}
}

/* The last line of a preamble names the columns. */
static bool
skip_preamble(struct layout *l, struct in *in)
{
	static const char mark[] = LEXICONS_HEAD;
	char *s;
	size_t len;

	while (in_line(in, &s, &len))
		if (len > sizeof(mark) &&
		    memcmp(s, mark, sizeof(mark) - 1) == 0) {
			l->sep = s[sizeof(mark) - 1];
			return true;
		}
	die_data(in->name, 0,
	    "no line that begins with " LEXICONS_HEAD
	    ": not the CSV table of " LEXICONS_PREAMBLE);
	return false;
}

/* Straight apostrophes; forms without a capital as the counting form; blanks
 * as a joined expression has them. */
static void
fold(struct buf *to, struct buf *tmp, const char *s)
{
	const char *end;
	const char *p;
	size_t n;
	size_t from = to->len;

	tmp->len = 0;
	buf_mem(tmp, "", 0);
	(void)utf_nfc(tmp, s, strlen(s));
	end = tmp->s + tmp->len;
	for (p = tmp->s; p < end && !utf_is_upper(utf_get(p, end, &n)); p += n)
		;
	if (p == end)
		form_put(to, tmp->s, tmp->len);
	else
		reading_straight(to, tmp->s, tmp->len);
	for (char *q = to->s + from; q < to->s + to->len; q++)
		if (*q == ' ')
			*q = '_';
}

static void
add_line(struct lexicon *x, const struct lexicon_line *new)
{
	uint32_t form = intern_add(&x->forms, x->form.s, x->form.len);
	size_t n_first = x->cap_first;

	x->first = mem_grow(
	    x->first, &x->cap_first, (size_t)form + 1, sizeof(*x->first));
	x->last =
	    mem_grow(x->last, &x->cap_last, (size_t)form + 1, sizeof(*x->last));
	for (; n_first < x->cap_first; n_first++)
		x->first[n_first] = UINT32_MAX;
	for (uint32_t i = x->first[form]; i != UINT32_MAX; i = x->line[i].next)
		if (x->line[i].lemma == new->lemma &&
		    x->line[i].pos == new->pos) {
			x->line[i].freq += new->freq;
			return;
		}
	if (x->n >= UINT32_MAX)
		die_usage("option -d: a lexicon of more than 4e9 lines");
	x->line = mem_grow(x->line, &x->cap, x->n + 1, sizeof(*x->line));
	x->line[x->n] = *new;
	if (x->first[form] == UINT32_MAX)
		x->first[form] = (uint32_t)x->n;
	else
		x->line[x->last[form]].next = (uint32_t)x->n;
	x->last[form] = (uint32_t)x->n++;
}

static double
read_freq(const struct in *in, const char *s)
{
	char *end;
	double v;

	if (*s == '\0')
		return 0;
	v = strtod(s, &end);
	if (*end != '\0' || !isfinite(v) || v < 0)
		die_data(in->name, in->line, "'%s' is no frequency", s);
	return v;
}

static void
read_line(struct lexicon *x, const struct layout *l, const struct in *in,
    struct cells *c)
{
	struct lexicon_line new = {.next = UINT32_MAX};
	const char *pos = "";

	for (size_t k = 0; k < N_WANT; k++)
		if (l->col[k] > c->n)
			die_data(in->name, in->line,
			    "%zu column%s, and the %s should be column %zu",
			    c->n, c->n == 1 ? "" : "s", what[k], l->col[k]);
	if (!l->table || *c->s[l->col[LEMMA] - 1] != '\0') {
		x->lemma.len = 0;
		buf_mem(&x->lemma, "", 0);
		fold(&x->lemma, &x->form, c->s[l->col[LEMMA] - 1]);
		if (l->col[POS] > 0)
			pos = reading_pos(c->s[l->col[POS] - 1]);
		x->pos = intern_add(&x->tags, pos, strlen(pos));
	}
	x->form.len = 0;
	buf_mem(&x->form, "", 0);
	fold(&x->form, &x->tmp, c->s[l->col[FORM] - 1]);
	if (x->form.len == 0 || x->lemma.len == 0) {
		x->n_left_out++;
		return;
	}
	new.lemma = intern_add(&x->words, x->lemma.s, x->lemma.len);
	new.pos = x->pos;
	if (l->col[FREQ] > 0)
		new.freq = read_freq(in, c->s[l->col[FREQ] - 1]);
	add_line(x, &new);
}

static void
open_tables(struct lexicon *x)
{
	*x = (struct lexicon){0};
	intern_open(&x->forms);
	intern_open(&x->words);
	intern_open(&x->tags);
}

void
lexicon_open(struct lexicon *x, const char *path, const char *layout)
{
	struct layout l = read_layout(layout);
	struct cells c;
	struct in in;
	char *s;
	size_t len;

	open_tables(x);
	in_open(&in, path, NULL);
	if (l.table)
		skip_preamble(&l, &in);
	else if (l.head && in_line(&in, &s, &len)) {
		cut(&c, s, len, l.sep);
		read_head(&l, &in, &c, layout == NULL);
	}
	x->has_pos = l.col[POS] > 0;
	while (in_line(&in, &s, &len)) {
		if (len == 0)
			continue;
		cut(&c, s, len, l.sep);
		read_line(x, &l, &in, &c);
	}
	in_close(&in);
}

void
lexicon_table(struct lexicon *x, const char *path)
{
	struct layout l = {.col = {1, 2, 3, 0}, .sep = '\t'};
	struct list list;
	struct cells c;
	char *s;
	size_t len;

	open_tables(x);
	x->has_pos = true;
	x->in_order = true;
	list_open(&list, path);
	while ((s = list_next(&list, &len)) != NULL) {
		size_t n = x->n;

		cut(&c, s, len, l.sep);
		if (c.n < 3 || *c.s[0] == '\0' || *c.s[1] == '\0')
			die_data(list.in.name, list.in.line,
			    "a line is written "
			    "form<TAB>lemma<TAB>part of speech");
		read_line(x, &l, &list.in, &c);
		if (x->n == n)
			die_data(list.in.name, list.in.line,
			    "'%s' is given twice as %s", c.s[0], c.s[2]);
	}
	list_close(&list);
}

void
lexicon_close(struct lexicon *x)
{
	intern_free(&x->forms);
	intern_free(&x->words);
	intern_free(&x->tags);
	free(x->line);
	free(x->first);
	free(x->last);
	buf_free(&x->form);
	buf_free(&x->lemma);
	buf_free(&x->tmp);
}

/* Is it an adjective with the lemma of a verb of the same form?  Lefff has
 * participles so, behind the verb; they are the verb's. */
static bool
is_participle(const struct lexicon *x, uint32_t of, const char *pos, uint32_t i)
{
	const struct lexicon_line *l = x->line;
	size_t len;

	if (strcmp(pos, "ADJ") != 0)
		return false;
	for (; of != UINT32_MAX; of = l[of].next)
		if (l[of].lemma == l[i].lemma &&
		    strcmp(intern_s(&x->tags, l[of].pos, &len), "VERB") == 0)
			return true;
	return false;
}

void
lexicon_find(
    const struct lexicon *x, const char *form, size_t len, struct readings *rs)
{
	uint32_t id = intern_find(&x->forms, form, len);

	if (id == UINT32_MAX)
		return;
	for (uint32_t i = x->first[id]; i != UINT32_MAX; i = x->line[i].next) {
		const struct lexicon_line *line = &x->line[i];
		const char *lemma = intern_s(&x->words, line->lemma, &len);
		const char *pos = intern_s(&x->tags, line->pos, &len);
		bool is_lemma = strcmp(lemma, form) == 0;

		unsigned may = reading_may(pos, form, is_lemma);

		if (is_participle(x, x->first[id], pos, i))
			continue;
		if (x->in_order && i != x->first[id])
			may = reading_rare(may);
		readings_add(rs,
		    (struct reading){.lemma = lemma,
			.pos = pos,
			.freq = line->freq,
			.rank = x->in_order ? 0
					    : reading_rank(pos, is_lemma) +
				reading_far(pos, form, lemma),
			.may = may});
	}
}
