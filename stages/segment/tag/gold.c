#include "gold.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "decode.h"
#include "lib/base/err.h"
#include "lib/base/in.h"
#include "lib/lang/fr/form.h"
#include "lib/text/utf.h"
#include "model.h"

enum {
	COLUMNS = 10,
	ID = 0,
	WORD = 1,
	LEMMA = 2,
	UPOS = 3
};

void
gold_open(struct gold *g)
{
	*g = (struct gold){0};
	intern_open(&g->words);
}

void
gold_close(struct gold *g)
{
	intern_free(&g->words);
	free(g->w);
	free(g->end);
	free(g->part);
	free(g->whole);
}

static uint32_t
straight(struct gold *g, const char *s, size_t len)
{
	struct buf b = {0};
	uint32_t id;

	form_straight(&b, s, len);
	id = intern_add(&g->words, b.s, b.len);
	buf_free(&b);
	return id;
}

/* A lemma: with oe as one letter where a form has it, unless it is a name. */
static uint32_t
lemma_of(struct gold *g, const char *s, size_t len)
{
	struct buf b = {0};
	uint32_t id;
	size_t n;

	for (size_t i = 0; i < len; i += n)
		if (utf_is_upper(utf_get(s + i, s + len, &n)))
			return straight(g, s, len);
	form_put(&b, s, len);
	id = intern_add(&g->words, b.s, b.len);
	buf_free(&b);
	return id;
}

static void
add_sentence(struct gold *g, const struct gold_word *w, size_t n)
{
	g->w = mem_grow(g->w, &g->cap, g->n + n, sizeof(*w));
	memcpy(g->w + g->n, w, n * sizeof(*w));
	g->n += n;
	g->end = mem_grow(g->end, &g->cap_end, g->n_end + 1, sizeof(*g->end));
	g->end[g->n_end++] = g->n;
}

static void
end_sentence(struct gold *g, const struct in *in)
{
	if (g->last > g->n_part)
		die_data(in->name, g->range_line,
		    "range %" PRIu64 "-%" PRIu64 " in a sentence whose last "
		    "word is %" PRIu64 ": is the file cut?",
		    g->first, g->last, (uint64_t)g->n_part);
	if (g->unknown > 0 || g->n_part > SENTENCE)
		g->n_left_out += g->n_part;
	else if (g->n_part > 0) {
		add_sentence(g, g->part, g->n_part);
		if (g->n_whole < g->n_part)
			add_sentence(g, g->whole, g->n_whole);
	}
	g->n_part = 0;
	g->n_whole = 0;
	g->first = 0;
	g->last = 0;
	g->unknown = 0;
}

/* A word, and what stands for it in the sentence as it is written. */
static void
add_word(struct gold *g, uint64_t id, struct gold_word w)
{
	g->part = mem_grow(g->part, &g->cap_part, g->n_part + 1, sizeof(w));
	g->part[g->n_part++] = w;
	if (g->last != 0 && id > g->first && id <= g->last)
		return;
	w.again = 1;
	if (g->last != 0 && id == g->first) {
		w.word = g->contraction;
		w.again = 0;
	}
	g->whole = mem_grow(g->whole, &g->cap_whole, g->n_whole + 1, sizeof(w));
	g->whole[g->n_whole++] = w;
}

/* A whole number, and what is behind it; 0 where there is none. */
static uint64_t
read_number(char **s)
{
	return **s >= '0' && **s <= '9' ? strtoull(*s, s, 10) : 0;
}

/* first-last, behind the first. */
static void
read_range(struct gold *g, const struct in *in, uint64_t first, char *s,
    char *const *col, const size_t *len)
{
	uint64_t last;

	s++;
	last = read_number(&s);
	if (*s != '\0' || last < first)
		die_data(in->name, in->line,
		    "the first column is no number and no range of numbers");
	if (g->last > g->n_part)
		die_data(in->name, in->line,
		    "range %" PRIu64 "-%" PRIu64 " overlaps range %" PRIu64
		    "-%" PRIu64 ": a word belongs to one range only",
		    first, last, g->first, g->last);
	g->first = first;
	g->last = last;
	g->range_line = in->line;
	g->contraction = straight(g, col[WORD], len[WORD]);
}

static void
read_word(struct gold *g, const struct in *in, char **s, const size_t *len)
{
	char *behind = s[ID];
	uint64_t id = read_number(&behind);
	struct gold_word w = {0};
	int tag;

	if (behind == s[ID])
		die_data(in->name, in->line, "the first column is no number");
	if (*behind == '.') /* an empty node */
		return;
	if (id != g->n_part + 1)
		die_data(in->name, in->line,
		    "'%.*s' where word %zu is due: words are numbered 1, 2, 3 "
		    "... in each sentence, which a blank line ends",
		    (int)(len[ID] < 40 ? len[ID] : 40), s[ID], g->n_part + 1);
	if (len[WORD] == 0)
		die_data(in->name, in->line,
		    "the column FORM is empty: write _ for a word that is not "
		    "there, or take the line out");
	if (*behind == '-') {
		read_range(g, in, id, behind, s, len);
		return;
	}
	if (*behind != '\0')
		die_data(in->name, in->line,
		    "the first column is no number and no range of numbers");
	tag = tag_number(s[UPOS], len[UPOS]);
	if (tag < 0 && strcmp(s[UPOS], "_") != 0)
		die_data(in->name, in->line,
		    "UPOS '%s' is none of Universal Dependencies", s[UPOS]);
	g->unknown += tag < 0;
	w.tag = (uint8_t)(tag < 0 ? 0 : tag);
	w.word = straight(g, s[WORD], len[WORD]);
	w.lemma = lemma_of(g, s[LEMMA], len[LEMMA]);
	add_word(g, id, w);
}

void
gold_read(struct gold *g, const char *path)
{
	struct in in;
	char *s;
	size_t len;

	in_open(&in, path, NULL);
	while (in_line(&in, &s, &len)) {
		char *col[COLUMNS];
		size_t n_col[COLUMNS];
		size_t n = 0;

		if (len > 0 && s[len - 1] == '\r')
			len--;
		s[len] = '\0';
		if (len == 0)
			end_sentence(g, &in);
		if (len == 0 || *s == '#')
			continue;
		for (char *p = s, *t; n < COLUMNS && p != NULL; p = t) {
			t = strchr(p, '\t');
			if (t != NULL)
				*t++ = '\0';
			col[n] = p;
			n_col[n++] = strlen(p);
		}
		if (n <= UPOS)
			die_data(in.name, in.line,
			    "no CoNLL-U (columns: %zu): ID FORM LEMMA UPOS are "
			    "wanted",
			    n);
		read_word(g, &in, col, n_col);
	}
	end_sentence(g, &in);
	in_close(&in);
}
