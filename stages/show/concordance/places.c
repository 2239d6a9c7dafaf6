#include "places.h"

#include <stdlib.h>
#include <string.h>

#include "lib/table/tsv.h"
#include "show/common/kwic.h"

static const char *
behind(const char *s)
{
	return s + strlen(s) + 1;
}

static void
put_cell(struct out *o, const char *s)
{
	out_ch(o, '\t');
	tsv_put(o, s, strlen(s));
}

/* 0 is what is not told. */
static void
put_number(struct out *o, uint64_t n)
{
	if (n > 0)
		out_tab_u64(o, n);
	else
		out_str(o, "\tNA");
}

static void
put_row(struct places *p, const struct places_one *at, const char *part[3])
{
	const char *speech = p->speech[at->speech];
	const char *s = behind(speech);

	tsv_put(p->out, speech, strlen(speech));
	put_number(p->out, at->sentence);
	put_cell(p->out, s);
	put_number(p->out, at->line);
	for (size_t i = 0; i < 3; i++)
		put_cell(p->out, part[i]);
	for (size_t i = 0; i < p->n_attr; i++) {
		s = behind(s);
		put_cell(p->out, s);
	}
}

/* What stands at the left of a line of text: the id, or the attributes. */
static char *
label_of(const struct places *p, const char *speech)
{
	struct buf b = {0};
	const char *s = behind(speech);

	if (p->n_attr == 0)
		return mem_string(speech);
	for (size_t i = 0; i < p->n_attr; i++) {
		s = behind(s);
		buf_str(&b, i > 0 ? " " : "");
		buf_str(&b, s);
	}
	return b.s;
}

static void
put_text(struct places *p, size_t n)
{
	struct kwic_line *line = mem_new(n, sizeof(*line));
	char **label = mem_new(p->n_speech, sizeof(*label));

	for (size_t i = 0; i < p->n_speech; i++)
		label[i] = label_of(p, p->speech[i]);
	for (size_t i = 0; i < n; i++) {
		const char *s = p->text.s + p->place[i].at;

		line[i].label = label[p->place[i].speech];
		line[i].left = s;
		line[i].node = behind(s);
		line[i].right = behind(line[i].node);
	}
	kwic_put(p->out, line, n, p->width);
	for (size_t i = 0; i < p->n_speech; i++)
		free(label[i]);
	free(label);
	free(line);
}

static int
by_key(const void *a, const void *b)
{
	const struct places_one *x = a;
	const struct places_one *y = b;
	int c = strcmp(x->key, y->key);

	return c != 0 ? c : (x->at > y->at) - (x->at < y->at);
}

size_t
places_speech(struct places *p, const char *attrs, size_t len)
{
	p->speech = mem_grow(
	    p->speech, &p->cap_speech, p->n_speech + 1, sizeof(*p->speech));
	p->speech[p->n_speech] = mem_copy(attrs, len);
	return p->n_speech++;
}

void
places_add(struct places *p, const struct context_place *c)
{
	const struct buf *part[4] = {&c->left, &c->node, &c->right, &c->key};
	const char *text[3] = {c->left.s, c->node.s, c->right.s};

	struct places_one at = {.at = p->text.len,
	    .speech = c->speech,
	    .line = c->line,
	    .sentence = c->sentence};

	if (p->width == 0 && !p->sorted) {
		put_row(p, &at, text);
		if (p->cells)
			out_str(p->out, c->key.s);
		else if (p->terms)
			put_cell(p->out, c->key.s);
		out_ch(p->out, '\n');
		return;
	}
	p->place = mem_grow(p->place, &p->cap, p->n + 1, sizeof(*p->place));
	p->place[p->n++] = at;
	for (size_t i = 0; i < 4; i++)
		buf_mem(&p->text, part[i]->s, part[i]->len + 1);
}

void
places_end(struct places *p)
{
	size_t n = p->n;

	for (size_t i = 0; i < n; i++) {
		const char *s = p->text.s + p->place[i].at;

		p->place[i].key = behind(behind(behind(s)));
	}
	if (n > 0 && p->sorted)
		qsort(p->place, n, sizeof(*p->place), by_key);
	if (n > p->limit)
		n = (size_t)p->limit;
	if (p->width > 0) {
		put_text(p, n);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		const struct places_one *q = &p->place[i];
		const char *part[3] = {p->text.s + q->at};

		part[1] = behind(part[0]);
		part[2] = behind(part[1]);
		put_row(p, q, part);
		out_ch(p->out, '\n');
	}
}

void
places_free(struct places *p)
{
	for (size_t i = 0; i < p->n_speech; i++)
		free(p->speech[i]);
	free(p->speech);
	free(p->place);
	buf_free(&p->text);
}
