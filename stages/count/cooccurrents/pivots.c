#include "pivots.h"

#include <inttypes.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/out.h"
#include "lib/table/tsv.h"

static void
add_word(struct cooc *c, uint32_t k, const struct around *a, uint64_t f)
{
	struct cooc_row *r = cooc_add(c, c->rank[k], 0, f);

	if (c->by_speech) {
		struct turns_test x = turns_look(&a->turns, k);

		r->near = x.near;
		r->ln_p_speech = x.ln_p;
	}
}

/* Rows for all words that could be cooccurrents, near or not: the family. */
static void
add_words(struct cooc *c, const struct cooc_stream *s, const struct around *a,
    const struct opts *o)
{
	uint64_t least = o->min > o->min_freq ? o->min : o->min_freq;

	c->t = a->t;
	c->T = s->T;
	for (uint32_t k = 0; k < s->n_freq; k++) {
		struct around_word w = around_look(a, k);
		uint64_t F = s->freq[k];

		c->F[c->rank[k]] = F;
		if (F >= least && F > w.inside && !s->hidden[k])
			add_word(c, k, a, w.f);
	}
}

/* What a row begins with: the pivot, and its pattern if that is another thing.
 */
static void
put_name(const struct cooc_stream *s, const struct cooc_pivot *p, struct out *o)
{
	tsv_put(o, p->name, strlen(p->name));
	if (s->named) {
		out_ch(o, '\t');
		tsv_put(o, p->pattern, strlen(p->pattern));
	}
}

static void
put_words(const struct cooc *c, const struct cooc_stream *s,
    const struct cooc_pivot *p, struct out *o)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct cooc_row *r = &c->row[i];
		struct around_word w = around_look(&p->around, c->order[r->a]);

		if (p->name != NULL) {
			put_name(s, p, o);
			out_ch(o, '\t');
		}
		cooc_put_row(c, o, r);
		out_ch(o, '\t');
		out_real(o, (double)w.distance / (double)w.f);
		out_ch(o, '\t');
		out_u64(o, w.before);
		cooc_put_more(c, o, r);
		out_ch(o, '\n');
	}
}

static void
tell_pivot(const struct opts *o, const struct cooc_stream *s,
    const struct cooc_pivot *p, const struct cooc *c, size_t n_tested)
{
	const struct around *a = &p->around;
	const char *colon = p->name != NULL ? ": " : "";
	const char *name = p->name != NULL ? p->name : "";

	if (a->n_pivot == 0)
		note("%s%snothing matches%s", name, colon,
		    err_said(o->what.ere || o->what.theme != NULL
			    ? ""
			    : ": is the pattern written as the column is?"));
	else if (!c->by_speech)
		note("%s%spivots: %" PRIu64 "; near them %" PRIu64
		     " of %" PRIu64 " tokens; words tested: %zu",
		    name, colon, a->n_pivot, a->t, s->T, n_tested);
	else
		note("%s%spivots: %" PRIu64 "; speeches: %" PRIu64
		     "; near them %" PRIu64 " of %" PRIu64
		     " tokens; words tested: %zu, by speech: %" PRIu64,
		    name, colon, a->n_pivot, a->turns.n_speech, a->t, s->T,
		    n_tested, c->n_by_speech);
}

/* What is told of the pivot, as a row of the table of pivots. */
static void
put_pivot(const struct cooc_stream *s, const struct cooc_pivot *p,
    const struct cooc *c, uint64_t n_tested, struct out *o)
{
	const uint64_t n[] = {p->around.n_pivot, p->around.t, s->T, n_tested,
	    p->around.turns.n_speech, c->n_by_speech};
	size_t n_column = sizeof(n) / sizeof(*n) - (c->by_speech ? 0 : 2);

	put_name(s, p, o);
	for (size_t i = 0; i < n_column; i++) {
		out_ch(o, '\t');
		out_u64(o, n[i]);
	}
	out_ch(o, '\n');
}

/* One pivot, or each of the file by itself. */
void
pivots_write(const struct opts *o, const struct cooc_stream *s)
{
	struct cooc c = {.by = o->by,
	    .by_speech = o->what.by_speech,
	    .measures = o->measures};
	struct out out;
	struct aside list;

	if (o->prefix != NULL) {
		aside_open(&list, o->prefix, ".pivots.tsv");
		out_str(&list.out, s->named ? "pivot\tpattern" : "pivot");
		out_str(&list.out, "\tfreq\tt\tT\ttests");
		out_str(&list.out,
		    c.by_speech ? "\tspeeches\ttests_speech\n" : "\n");
	}
	out_stdout(&out);
	out_str(&out, o->what.pivots != NULL ? "pivot\t" : "");
	out_str(&out, s->named ? "pattern\t" : "");
	cooc_put_head(&c, &out);
	out_str(&out, "\tdistance\tbefore");
	cooc_put_more_head(&c, &out);
	out_ch(&out, '\n');
	cooc_open(&c, &s->t.types);
	for (size_t k = 0; k < s->n_pivot; k++) {
		const struct cooc_pivot *p = &s->pivot[k];
		size_t n_tested;

		c.n = 0;
		if (p->around.t > 0)
			add_words(&c, s, &p->around, o);
		n_tested = c.n;
		cooc_finish(&c, n_tested, o->min);
		tell_pivot(o, s, p, &c, n_tested);
		if (o->prefix != NULL)
			put_pivot(s, p, &c, n_tested, &list.out);
		put_words(&c, s, p, &out);
	}
	cooc_free(&c);
	out_close(&out);
	if (o->prefix != NULL) {
		aside_close(&list);
		aside_rename(&list);
	}
}
