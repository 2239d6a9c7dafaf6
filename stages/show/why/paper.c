#include "paper.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/text/figure.h"
#include "lib/text/utf.h"
#include "show/common/cell.h"
#include "show/common/kwic.h"
#include "show/common/layout.h"

void
paper_text(struct out *o, size_t first, size_t rest, const char *s)
{
	size_t at = first;
	bool empty = true;

	cell_pad(o, first);
	while (*s != '\0') {
		size_t len = strcspn(s, " \n");
		size_t width = utf_width(s, len);

		if (!empty && at + 1 + width > PAPER_WIDTH) {
			out_ch(o, '\n');
			cell_pad(o, rest);
			at = rest;
			empty = true;
		}
		if (!empty && len > 0) {
			out_ch(o, ' ');
			at++;
		}
		out_mem(o, s, len);
		at += width;
		empty = empty && len == 0;
		s += len + (s[len] != '\0');
	}
	out_ch(o, '\n');
}

void
paper_command(struct out *o, const char *first, char *const *word, size_t n)
{
	size_t at = utf_width(first, strlen(first));

	out_str(o, first);
	for (size_t i = 0; i < n; i++) {
		size_t width = utf_width(word[i], strlen(word[i]));

		if (i > 0 && at + 1 + width + 2 > PAPER_WIDTH) {
			out_str(o, " \\\n   ");
			at = 3;
		}
		out_ch(o, ' ');
		out_str(o, word[i]);
		at += 1 + width;
	}
	out_ch(o, '\n');
}

void
paper_fact(struct out *o, const char *name, size_t at, const char *value)
{
	size_t width = utf_width(name, strlen(name));
	struct out inner;

	cell_pad(o, 2);
	out_str(o, name);
	if (2 + width < at)
		cell_pad(o, at - 2 - width);
	out_memory(&inner);
	paper_text(&inner, at, at, value);
	out_mem(o, inner.b.s + at, inner.b.len - at);
	buf_free(&inner.b);
}

void
paper_table(
    struct out *o, const struct evidence *e, const char *columns, size_t most)
{
	char *text = mem_string(columns);
	const struct evidence_column *c[16];
	struct layout l = {.style = FIGURE_PLAIN};
	size_t n = 0;
	char *save = NULL;

	for (char *w = strtok_r(text, " ", &save); w != NULL && n < 16;
	     w = strtok_r(NULL, " ", &save))
		c[n++] = evidence_column(e, w);
	most = most < e->n ? most : e->n;
	layout_open(&l, n);
	for (size_t k = 0; k < n; k++) {
		bool figures = true;

		for (size_t i = 0; i < most; i++)
			figures &= figure_is(c[k]->cell[i]) ||
			    strcmp(c[k]->cell[i], "NA") == 0;
		layout_column(&l, k, c[k]->name, figures && most > 0);
	}
	for (size_t i = 0; i < most; i++)
		for (size_t k = 0; k < n; k++)
			layout_add(&l, c[k]->cell[i], -1);
	layout_put(&l, o, PAPER_WIDTH);
	layout_free(&l);
	free(text);
}

/* ---- places ---- */

struct places {
	const struct evidence_column *speech;
	const struct evidence_column *sentence;
	const struct evidence_column *source;
	const struct evidence_column *line;
	const struct evidence_column *left;
	const struct evidence_column *node;
	const struct evidence_column *right;
	const struct wording *words;
};

/* "line 5, sentence 1" */
static char *
label_of(const struct places *p, size_t i)
{
	struct buf b = {0};

	buf_str(&b, wording_say(p->words, "line "));
	buf_str(&b, p->line->cell[i]);
	if (strcmp(p->sentence->cell[i], "NA") != 0) {
		buf_str(&b, wording_say(p->words, ", s "));
		buf_str(&b, p->sentence->cell[i]);
	}
	return b.s;
}

static void
put_whole(struct out *o, const struct places *p, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		char *label = label_of(p, i);
		struct buf b = {0};

		buf_str(&b, label);
		buf_str(&b, wording_say(p->words, ":"));
		buf_str(&b, " ");
		buf_str(&b, p->node->cell[i]);
		paper_text(o, 2, 6, b.s);
		buf_free(&b);
		free(label);
	}
}

static void
put_kwic(struct out *o, const struct places *p, size_t from, size_t to)
{
	struct kwic_line *line = mem_new(to - from, sizeof(*line));
	char **label = mem_new(to - from, sizeof(*label));
	struct out inner;
	const char *s;

	for (size_t i = from; i < to; i++) {
		label[i - from] = label_of(p, i);
		line[i - from] = (struct kwic_line){label[i - from],
		    p->left->cell[i], p->node->cell[i], p->right->cell[i]};
	}
	out_memory(&inner);
	kwic_put(&inner, line, to - from, PAPER_WIDTH - 2);
	out_ch(&inner, '\0');
	for (s = inner.b.s; *s != '\0'; s += strcspn(s, "\n") + 1) {
		cell_pad(o, 2);
		out_mem(o, s, strcspn(s, "\n") + 1);
	}
	buf_free(&inner.b);
	for (size_t i = from; i < to; i++)
		free(label[i - from]);
	free(label);
	free(line);
}

static void
put_speech(struct out *o, const struct places *p, size_t i)
{
	struct buf b = {0};

	buf_str(&b, p->speech->cell[i]);
	buf_str(&b, " (");
	buf_str(&b, p->source->cell[i]);
	buf_str(&b, ")");
	paper_text(o, 0, 2, b.s);
	buf_free(&b);
}

void
paper_places(struct out *o, const struct evidence *e, bool whole, size_t most,
    const struct wording *words)
{
	struct places p = {evidence_column(e, "speech"),
	    evidence_column(e, "sentence"), evidence_column(e, "source"),
	    evidence_column(e, "line"), evidence_column(e, "left"),
	    evidence_column(e, "node"), evidence_column(e, "right"), words};
	size_t n = most < e->n ? most : e->n;
	size_t to;

	for (size_t i = 0; i < n; i = to) {
		for (to = i + 1; to < n; to++)
			if (strcmp(p.speech->cell[i], p.speech->cell[to]) != 0)
				break;
		put_speech(o, &p, i);
		(whole ? put_whole : put_kwic)(o, &p, i, to);
	}
}
