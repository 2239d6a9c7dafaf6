#include "sample.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/table/tsv.h"

void
sample_open(struct sample *s, const struct sample_opts *o, size_t room)
{
	*s = (struct sample){.o = *o};
	stat_rng_open(&s->rng, o->seed, "themes", strlen("themes"));
	window_open(&s->win, o->sentences ? SIZE_MAX : room + o->context);
	buf_mem(&s->speech, "NA\0NA", sizeof("NA\0NA"));
}

void
sample_free(struct sample *s)
{
	for (uint32_t i = 0; i < s->n; i++) {
		buf_free(&s->one[i].head);
		buf_free(&s->one[i].node);
		buf_free(&s->one[i].right);
		buf_free(&s->one[i].tail);
	}
	free(s->one);
	free(s->open);
	window_free(&s->win);
	buf_free(&s->speech);
	buf_free(&s->hits);
}

/* ---- drawing ---- */

static void
empty(struct buf *b)
{
	b->len = 0;
	buf_mem(b, "", 0);
}

static void
put_number(struct buf *b, uint64_t n)
{
	char cell[32] = "NA";

	if (n > 0)
		(void)snprintf(cell, sizeof(cell), "%" PRIu64, n);
	buf_mem(b, cell, strlen(cell) + 1);
}

/* Speech, sentence, source, line. */
static void
put_where(const struct sample *s, struct buf *to)
{
	const char *source = s->speech.s + strlen(s->speech.s) + 1;

	to->len = 0;
	buf_mem(to, s->speech.s, strlen(s->speech.s) + 1);
	put_number(to, s->sentence);
	buf_mem(to, source, strlen(source) + 1);
	put_number(to, s->line);
}

/* The place of the next one, or NULL where it is not drawn. */
static struct sample_one *
draw(struct sample *s)
{
	uint64_t number = s->met++;
	uint32_t k = s->n;
	struct sample_one *one;

	if (number >= UINT32_MAX)
		die_data(NULL, 0, "more than 4294967295 to draw from (-n)");
	if (s->n == s->o.n) {
		k = stat_rng_below(&s->rng, (uint32_t)number + 1);
		if (k >= s->n)
			return NULL;
	} else {
		s->one =
		    mem_grow(s->one, &s->cap, s->n + (size_t)1, sizeof(*one));
		s->one[s->n++] = (struct sample_one){0};
	}
	one = &s->one[k];
	one->number = number;
	one->missing = 0;
	one->spaces = (struct respace){0};
	empty(&one->node);
	empty(&one->right);
	empty(&one->tail);
	put_where(s, &one->head);
	return one;
}

/* The one at its place wants tokens. */
static void
keep_open(struct sample *s, uint32_t k)
{
	for (size_t i = 0; i < s->n_open; i++)
		if (s->open[i] == k)
			return;
	s->open =
	    mem_grow(s->open, &s->cap_open, s->n_open + 1, sizeof(*s->open));
	s->open[s->n_open++] = k;
}

/* ---- hits ---- */

static void
put_right(struct sample *s, struct sample_one *one, size_t i)
{
	window_put(&s->win, i, true, &one->spaces, &one->right);
	one->missing--;
}

static void
take_place(struct sample *s, struct sample_one *one, size_t node, size_t len)
{
	const struct window *w = &s->win;
	size_t first = node > s->o.context ? node - s->o.context : 0;
	struct buf left = {0};

	buf_mem(&left, "", 0);
	for (size_t i = first; i < node; i++)
		window_put(w, i, i > first, &one->spaces, &left);
	if (node > first && w->tok[node].gap)
		window_put_gap(&one->spaces, &left);
	buf_mem(&one->head, left.s, left.len + 1);
	buf_free(&left);
	for (size_t i = node; i < node + len; i++)
		window_put(w, i, false, &one->spaces, &one->node);
	one->missing = s->o.context;
	for (size_t i = node + len; i < w->n && one->missing > 0; i++)
		put_right(s, one, i);
	if (one->missing > 0)
		keep_open(s, (uint32_t)(one - s->one));
}

/* A hit of the sentence under way: "theme (its words)". */
static void
note_hit(struct sample *s, size_t node, size_t len, const char *theme)
{
	struct respace spaces = {0};
	struct buf words = {0};

	for (size_t i = node; i < node + len; i++)
		window_put(&s->win, i, false, &spaces, &words);
	buf_str(&s->hits, s->hits.len > 0 ? ", " : "");
	buf_str(&s->hits, theme);
	buf_str(&s->hits, " (");
	buf_mem(&s->hits, words.s, words.len);
	buf_str(&s->hits, ")");
	buf_free(&words);
}

void
sample_hit(struct sample *s, size_t back, size_t len, const char *theme,
    const char *entry)
{
	size_t node = s->win.n - back;
	struct sample_one *one;

	if (s->o.sentences) {
		note_hit(s, node, len, theme);
		return;
	}
	one = draw(s);
	if (one == NULL)
		return;
	take_place(s, one, node, len);
	buf_mem(&one->tail, theme, strlen(theme) + 1);
	buf_mem(&one->tail, entry, strlen(entry) + 1);
}

/* ---- the stream ---- */

void
sample_token(struct sample *s, const char *raw, size_t len)
{
	size_t n = 0;

	window_add(&s->win, raw, len);
	for (size_t i = 0; i < s->n_open; i++) {
		struct sample_one *one = &s->one[s->open[i]];

		if (one->missing > 0)
			put_right(s, one, s->win.n - 1);
		if (one->missing > 0)
			s->open[n++] = s->open[i];
	}
	s->n_open = n;
}

void
sample_gap(struct sample *s)
{
	window_gap(&s->win);
}

/* Where a speech begins or ends, so do contexts. */
static void
turn_over(struct sample *s)
{
	s->n_open = 0;
	window_clear(&s->win);
	window_paragraph(&s->win);
	s->line = 0;
	s->sentence = 0;
	s->in_speech = false;
	s->speech.len = 0;
}

static void
add_attr(struct sample *s, struct vrt *v, const char *name)
{
	const char *value = vrt_attr(v, name);

	if (value == NULL || *value == '\0')
		value = "NA";
	buf_mem(&s->speech, value, strlen(value) + 1);
}

void
sample_tag(struct sample *s, struct vrt *v, bool opens)
{
	const char *line;

	if (v->tag == TAG_SPEECH) {
		turn_over(s);
		if (opens) {
			add_attr(s, v, "id");
			add_attr(s, v, "source");
			s->in_speech = true;
		} else
			buf_mem(&s->speech, "NA\0NA", sizeof("NA\0NA"));
	}
	if (v->tag == TAG_S)
		s->sentence += opens && s->in_speech;
	if (v->tag != TAG_P)
		return;
	line = opens ? vrt_attr(v, "line") : NULL;
	s->line = line != NULL ? strtoull(line, NULL, 10) : 0;
	if (opens)
		window_paragraph(&s->win);
}

void
sample_unit(struct sample *s, bool text)
{
	struct sample_one *one = text && s->o.sentences ? draw(s) : NULL;

	if (one != NULL) {
		for (size_t i = 0; i < s->win.n; i++)
			window_put(&s->win, i, true, &one->spaces, &one->node);
		buf_mem(&one->tail, s->hits.s, s->hits.len);
		buf_mem(&one->tail, "", 1);
	}
	if (s->o.sentences) {
		window_clear(&s->win);
		s->hits.len = 0;
	}
}

/* ---- the table ---- */

static int
by_number(const void *a, const void *b)
{
	const struct sample_one *x = a;
	const struct sample_one *y = b;

	return (x->number > y->number) - (x->number < y->number);
}

static void
put_cells(struct out *o, const struct buf *b)
{
	for (size_t at = 0; at < b->len;) {
		size_t len = strlen(b->s + at);

		if (at > 0)
			out_ch(o, '\t');
		tsv_put(o, b->s + at, len);
		at += len + 1;
	}
}

void
sample_put(struct sample *s, struct out *o)
{
	out_str(o,
	    s->o.sentences
		? "speech\tsentence\tsource\tline\ttext\thits\n"
		: "speech\tsentence\tsource\tline\tleft\tnode\tright\t"
		  "theme\tentry\n");
	if (s->n > 0)
		qsort(s->one, s->n, sizeof(*s->one), by_number);
	for (uint32_t i = 0; i < s->n; i++) {
		const struct sample_one *one = &s->one[i];

		put_cells(o, &one->head);
		out_ch(o, '\t');
		tsv_put(o, one->node.s, one->node.len);
		if (!s->o.sentences) {
			out_ch(o, '\t');
			tsv_put(o, one->right.s, one->right.len);
		}
		out_ch(o, '\t');
		put_cells(o, &one->tail);
		out_ch(o, '\n');
	}
	note("%" PRIu32 " drawn of %" PRIu64 " %s", s->n, s->met,
	    err_said(s->o.sentences ? "sentences with words" : "hits"));
}
