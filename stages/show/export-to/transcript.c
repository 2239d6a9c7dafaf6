/* A transcript: the speeches and paragraphs, tokens joined to text. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "export.h"
#include "lib/base/err.h"
#include "lib/lang/fr/respace.h"

struct joined {
	int col;  /* whose values are written */
	int word; /* instead of an empty one */
	struct respace space;
	struct buf head; /* tag of the paragraph that waits for a token */
	struct buf line; /* the paragraph so far */
	struct buf plain;
	bool in_speech;
	uint64_t n_tag; /* tags that a transcript has not */
	uint64_t n_left;
};

static void *
joined_open(struct export *x)
{
	struct joined *j = mem_new(1, sizeof(*j));

	j->col = (int)vrt_column(
	    &x->v, x->o->column != NULL ? x->o->column : "word");
	j->word = vrt_has(&x->v, "word");
	return j;
}

static void
end_para(struct export *x, struct joined *j)
{
	if (j->line.len > 0) {
		out_mem(&x->out, j->head.s, j->head.len);
		vrt_put_text(&x->out, j->line.s, j->line.len);
		out_str(&x->out, "\n</p>\n");
	}
	j->head.len = 0;
	j->line.len = 0;
	j->space = (struct respace){0};
}

/* Every paragraph of a transcript has the line of its source, else that of
 * the stream. */
static void
begin_para(struct export *x, struct joined *j, bool tag)
{
	char n[32];
	bool known = tag && vrt_attr(&x->v, "line") != NULL;

	end_para(x, j);
	buf_str(&j->head, "<p");
	if (!known) {
		(void)snprintf(n, sizeof(n), "%" PRIu64, x->v.in.line);
		buf_str(&j->head, " line=\"");
		buf_str(&j->head, n);
		buf_str(&j->head, "\"");
	}
	if (tag)
		buf_mem(&j->head, x->v.line + 2, x->v.len - 2);
	else
		buf_str(&j->head, ">");
	buf_str(&j->head, "\n");
}

static void
put_token(struct export *x, struct joined *j)
{
	size_t len;
	const char *s;

	if (!j->in_speech) {
		j->n_left++;
		return;
	}
	if (j->head.len == 0)
		begin_para(x, j, false);
	s = export_value(&x->v, j->col, &j->plain, &len);
	if (len == 0)
		s = export_value(&x->v, j->word, &j->plain, &len);
	respace_put(&j->space, &j->line, s, len);
}

static void
joined_event(struct export *x, void *self, enum vrt_event ev)
{
	struct joined *j = self;

	if (ev == VRT_TOKEN) {
		put_token(x, j);
		return;
	}
	switch (x->v.tag) {
	case TAG_SPEECH:
		end_para(x, j);
		vrt_copy(&x->v, &x->out);
		j->in_speech = ev == VRT_OPEN;
		break;
	case TAG_P:
		if (ev == VRT_OPEN)
			begin_para(x, j, true);
		else
			end_para(x, j);
		break;
	case TAG_S:
		break;
	default:
		j->n_tag += ev == VRT_OPEN;
	}
}

static void
joined_close(struct export *x, void *self)
{
	struct joined *j = self;

	end_para(x, j);
	out_flush(&x->out); /* notes come when all is well */
	if (j->n_left > 0)
		note("%" PRIu64 " token%s outside of speeches left out",
		    j->n_left, j->n_left == 1 ? "" : "s");
	if (j->n_tag > 0)
		note("%" PRIu64 " tag%s other than speech, p and s left out",
		    j->n_tag, j->n_tag == 1 ? "" : "s");
	buf_free(&j->head);
	buf_free(&j->line);
	buf_free(&j->plain);
	free(j);
}

const struct export_format export_transcript = {
    "transcript", "c", joined_open, joined_event, joined_close, NULL};
