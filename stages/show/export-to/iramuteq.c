/* IRaMuTeQ: a line of variables a text, then its paragraphs. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "export.h"
#include "lib/base/err.h"
#include "lib/lang/fr/respace.h"
#include "lib/table/intern.h"
#include "lib/text/utf.h"

struct iramuteq {
	int col;    /* whose values are written */
	int word;   /* instead of an empty one */
	bool parts; /* + parts words in it: it is that of lemmas */
	struct respace space;
	struct buf line; /* the paragraph so far */
	struct buf head; /* the star line that waits for a token */
	struct buf plain;
	bool any; /* a text is written */
	bool in_speech;
	bool outside;       /* text in no speech */
	struct intern mods; /* name_modality -> */
	struct intern raws;
	uint32_t *raw; /* by number of the modality: what it stands for */
	size_t cap;
	uint64_t n_mapped;
	uint64_t n_star;
};

static void *
iramuteq_open(struct export *x)
{
	struct iramuteq *q = mem_new(1, sizeof(*q));

	q->col = (int)vrt_column(
	    &x->v, x->o->column != NULL ? x->o->column : "word");
	q->word = vrt_has(&x->v, "word");
	q->parts = q->col == vrt_has(&x->v, "lemma");
	intern_open(&q->mods);
	intern_open(&q->raws);
	return q;
}

/* ---- variables ---- */

/* Letters and figures stay, what is between them becomes one hyphen. */
static void
put_safe(struct buf *to, const char *s)
{
	const char *end = s + strlen(s);
	bool gap = false;
	size_t start = to->len;

	while (s < end) {
		size_t n;
		int32_t cp = utf_get(s, end, &n);

		if (utf_is_letter(cp) || (cp >= '0' && cp <= '9')) {
			if (gap && to->len > start)
				buf_str(to, "-");
			gap = false;
			buf_mem(to, s, n);
		} else {
			gap = true;
		}
		s += n;
	}
}

/* Two values that would become one modality would become one part. */
static void
check(struct export *x, struct iramuteq *q, size_t from, const char *value)
{
	uint32_t n = q->mods.n;
	uint32_t k = intern_add(&q->mods, q->head.s + from, q->head.len - from);
	uint32_t raw = intern_add(&q->raws, value, strlen(value));
	size_t len;

	q->raw = mem_grow(q->raw, &q->cap, (size_t)k + 1, sizeof(*q->raw));
	if (k == n)
		q->raw[k] = raw;
	else if (q->raw[k] != raw)
		die_data(x->v.in.name, x->v.in.line,
		    "'%s' and '%s' would both be %s for IRaMuTeQ: change one "
		    "of them (annotate), or leave the attribute out",
		    intern_s(&q->raws, q->raw[k], &len), value,
		    q->head.s + from);
}

static void
put_variable(struct export *x, struct iramuteq *q, const char *name)
{
	const char *value = x->v.tag == TAG_SPEECH && q->in_speech
	    ? vrt_attr(&x->v, name)
	    : NULL;
	size_t from;
	size_t at;

	if (value == NULL || *value == '\0')
		value = "NA";
	buf_str(&q->head, " ");
	from = q->head.len;
	buf_str(&q->head, "*");
	put_safe(&q->head, name);
	buf_str(&q->head, "_");
	at = q->head.len;
	put_safe(&q->head, value);
	if (q->head.len == at)
		die_data(x->v.in.name, x->v.in.line,
		    "%s=\"%s\" has no letter or figure for IRaMuTeQ: change "
		    "it (annotate), or leave the attribute out",
		    name, value);
	q->n_mapped += strcmp(q->head.s + at, value) != 0;
	check(x, q, from, value);
}

static void
begin_text(struct export *x, struct iramuteq *q)
{
	q->head.len = 0;
	buf_str(&q->head, "****");
	if (x->o->n_attr == 0)
		put_variable(x, q, "id");
	for (size_t i = 0; i < x->o->n_attr; i++)
		put_variable(x, q, x->o->attr[i]);
	buf_str(&q->head, "\n");
}

/* ---- text ---- */

static void
end_line(struct export *x, struct iramuteq *q)
{
	if (q->line.len > 0) {
		out_mem(&x->out, q->line.s, q->line.len);
		out_ch(&x->out, '\n');
	}
	q->line.len = 0;
	q->space = (struct respace){0};
}

/* A value, of several words (de+le) each by itself: + is none of the letters
 * that IRaMuTeQ keeps. */
static void
put_words(struct iramuteq *q, const char *s, size_t len)
{
	const char *end = s + len;

	while (q->parts) {
		const char *plus = memchr(s, '+', (size_t)(end - s));

		if (plus == NULL || plus == s || plus + 1 == end)
			break;
		respace_put(&q->space, &q->line, s, (size_t)(plus - s));
		s = plus + 1;
	}
	respace_put(&q->space, &q->line, s, (size_t)(end - s));
}

static void
put_token(struct export *x, struct iramuteq *q)
{
	size_t len;
	size_t from;
	const char *s = export_value(&x->v, q->col, &q->plain, &len);

	if (len == 0)
		s = export_value(&x->v, q->word, &q->plain, &len);
	if (!q->in_speech) {
		q->outside = true;
		if (x->n_outside++ == 0 || q->head.len > 0)
			begin_text(x, q);
	}
	if (q->head.len > 0) {
		if (q->any)
			out_ch(&x->out, '\n');
		q->any = true;
		out_mem(&x->out, q->head.s, q->head.len);
		q->head.len = 0;
	}
	from = q->line.len;
	put_words(q, s, len);
	if (memchr(s, '*', len) == NULL)
		return;
	q->n_star++;
	len = q->line.len;
	q->plain.len = 0;
	buf_mem(&q->plain, q->line.s + from, len - from);
	q->line.len = from;
	for (size_t i = 0; i < q->plain.len; i++)
		if (q->plain.s[i] == '*')
			buf_str(&q->line, "\xE2\x80\xA2");
		else
			buf_mem(&q->line, q->plain.s + i, 1);
}

static void
iramuteq_event(struct export *x, void *self, enum vrt_event ev)
{
	struct iramuteq *q = self;

	if (ev == VRT_TOKEN) {
		put_token(x, q);
		return;
	}
	if (x->v.tag == TAG_SPEECH || x->v.tag == TAG_P)
		end_line(x, q);
	if (x->v.tag != TAG_SPEECH)
		return;
	q->in_speech = ev == VRT_OPEN;
	if (ev == VRT_OPEN) {
		begin_text(x, q);
		return;
	}
	x->n_empty += q->head.len > 0;
	q->head.len = 0;
	x->n_outside = 0;
}

static void
iramuteq_close(struct export *x, void *self)
{
	struct iramuteq *q = self;

	end_line(x, q);
	out_flush(&x->out); /* notes come when all is well */
	if (q->outside)
		note("text outside speeches: written as texts NA");
	if (q->n_mapped > 0)
		note("%" PRIu64 " value%s written with hyphens for what "
		     "IRaMuTeQ cannot hold",
		    q->n_mapped, q->n_mapped == 1 ? "" : "s");
	if (q->n_star > 0)
		note("%" PRIu64 " token%s with asterisks, which mark "
		     "variables: written with \xE2\x80\xA2",
		    q->n_star, q->n_star == 1 ? "" : "s");
	buf_free(&q->line);
	buf_free(&q->head);
	buf_free(&q->plain);
	intern_free(&q->mods);
	intern_free(&q->raws);
	free(q->raw);
	free(q);
}

const struct export_format export_iramuteq = {
    "iramuteq", "ac", iramuteq_open, iramuteq_event, iramuteq_close, NULL};
