#include "follow.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/table/tsv.h"

enum {
	MOST_STEPS = 10 * 1000 * 1000 /* in one gap */
};

/* ---- rows ---- */

/* Are there rows of places, or of steps? */
static bool
has_places(const struct follow_opts *o)
{
	return !o->parts || o->prefix != NULL;
}

/* Beside a table of parts, places need not say theirs. */
static bool
says_part(const struct follow_opts *o)
{
	return o->by != NULL && !o->parts;
}

static void
put_headers(struct follow *f)
{
	const struct follow_opts *o = f->o;

	if (o->parts)
		out_str(f->parts, "part\tfrom\tto\tpattern\tf\tcount\n");
	if (has_places(o)) {
		out_str(&f->out, "position\tpattern\tcount\t");
		out_str(&f->out, o->step > 0 ? "f\tspeech" : "speech");
		out_str(&f->out, says_part(o) ? "\tpart\n" : "\n");
	}
}

static void
put_pattern(const struct follow *f, size_t k, struct out *to)
{
	const char *s = f->o->name[k];

	tsv_put(to, s, strlen(s));
}

/* Where the token stands that the row is of. */
static void
put_place(struct follow *f)
{
	out_ch(&f->out, '\t');
	tsv_put(&f->out, f->speech.s, f->speech.len);
	if (says_part(f->o)) {
		out_ch(&f->out, '\t');
		tsv_put(&f->out, f->part.s, f->part.len);
	}
	out_ch(&f->out, '\n');
}

static void
put_occurrence(struct follow *f, size_t k, uint64_t at)
{
	out_u64(&f->out, at);
	out_ch(&f->out, '\t');
	put_pattern(f, k, &f->out);
	out_tab_u64(&f->out, f->pattern[k].count);
	put_place(f);
}

static void
put_step(struct follow *f, uint64_t at)
{
	for (size_t k = 0; k < f->o->n_pattern; k++) {
		out_u64(&f->out, at);
		out_ch(&f->out, '\t');
		put_pattern(f, k, &f->out);
		out_tab_u64(&f->out, f->pattern[k].count);
		out_tab_u64(&f->out, f->pattern[k].f);
		put_place(f);
		f->pattern[k].f = 0;
	}
}

static void
put_part(struct follow *f)
{
	for (size_t k = 0; k < f->o->n_pattern; k++) {
		tsv_put(f->parts, f->part.s, f->part.len);
		out_tab_u64(f->parts, f->from);
		out_tab_u64(f->parts, f->at);
		out_ch(f->parts, '\t');
		put_pattern(f, k, f->parts);
		out_tab_u64(f->parts, f->pattern[k].f);
		out_tab_u64(f->parts, f->pattern[k].count);
		out_ch(f->parts, '\n');
		f->pattern[k].f = 0;
	}
}

/* ---- parts ---- */

static void
end_part(struct follow *f)
{
	if (f->o->parts && f->at >= f->from)
		put_part(f);
	f->from = f->at + 1;
}

/* The attribute of the speech that begins, or of text outside speeches. */
static const char *
attribute(struct follow *f, const char *name, bool speech)
{
	const char *s = speech ? vrt_attr(&f->t.v, name) : NULL;

	return s == NULL || *s == '\0' ? "NA" : s;
}

/* Speeches of one part that follow one another are one stretch of it. */
static void
enter(struct follow *f, bool speech)
{
	const char *s;

	f->placed = true;
	s = attribute(f, f->o->by != NULL ? f->o->by : "id", speech);
	if (f->part.s == NULL || strcmp(f->part.s, s) != 0) {
		end_part(f);
		f->part.len = 0;
		buf_str(&f->part, s);
	}
	f->speech.len = 0;
	buf_str(&f->speech, attribute(f, "id", speech));
}

/* ---- tokens ---- */

/* A pattern may have several forms (pouvoir_d'achat too): the longest counts
 * where more than one ends. */
static void
take_hits(struct follow *f, uint64_t hits)
{
	for (size_t k = 0; k < f->o->n_pattern; k++) {
		uint64_t ends = hits & f->pattern[k].last;
		size_t span = 0;

		while (ends != 0) {
			size_t n = query_span(&f->query, &ends);

			span = n > span ? n : span;
		}
		if (span == 0)
			continue;
		f->pattern[k].count++;
		f->pattern[k].f++;
		if (f->o->step == 0 && has_places(f->o))
			put_occurrence(f, k, f->at + 1 - span);
	}
}

static void
pass_steps(struct follow *f)
{
	while (f->o->step > 0 && f->at >= f->next) {
		put_step(f, f->next);
		f->next += f->o->step;
	}
}

/* The elements that the token matches: each distinct one is judged once. */
static uint64_t
bits_of(struct follow *f)
{
	if (f->t.id == f->n_bits) {
		size_t len;
		const char *s = vrt_col(&f->t.v, f->t.col, &len);

		f->bits = mem_grow(f->bits, &f->cap_bits, (size_t)f->n_bits + 1,
		    sizeof(*f->bits));
		f->bits[f->n_bits++] = query_judge(&f->query, s, len);
	}
	return f->bits[f->t.id];
}

static void
take_token(struct follow *f)
{
	uint64_t hits;

	if (!f->placed)
		enter(f, false);
	f->at++;
	hits = query_step(&f->query, bits_of(f));
	if (hits != 0)
		take_hits(f, hits);
	pass_steps(f);
}

/* A row a step over one that was never so long would fill the disk. */
static void
check_gap(const struct follow *f)
{
	uint64_t n = f->t.v.gap;

	if (f->at > UINT64_MAX / 2 || n > UINT64_MAX / 2 - f->at)
		die_data(f->t.v.in.name, f->t.v.in.line,
		    "more places than can be counted");
	if (f->o->step > 0 && n / f->o->step > MOST_STEPS)
		die_data(f->t.v.in.name, f->t.v.in.line,
		    "a gap of more than %d steps: longer ones (-w)",
		    MOST_STEPS);
}

/* Places count on over it. */
static void
take_gap(struct follow *f)
{
	query_break(&f->query);
	if (!f->placed)
		enter(f, false);
	check_gap(f);
	f->at += f->t.v.gap;
	pass_steps(f);
}

static void
take_tag(struct follow *f, bool opens)
{
	if (f->t.v.tag != TAG_OTHER)
		query_break(&f->query);
	if (f->t.v.tag != TAG_SPEECH)
		return;
	if (opens)
		enter(f, true);
	else
		f->placed = false;
}

void
follow_run(struct follow *f)
{
	for (;;)
		switch (tokens_next(&f->t)) {
		case TOKENS_WORD:
		case TOKENS_PASS:
			take_token(f);
			break;
		case TOKENS_GAP:
			take_gap(f);
			break;
		case TOKENS_OPEN:
			take_tag(f, true);
			break;
		case TOKENS_CLOSE:
			take_tag(f, false);
			break;
		case TOKENS_OUTSIDE:
			break;
		case TOKENS_END:
			return;
		}
}

/* ---- beginning and end ---- */

void
follow_open(struct follow *f, const struct follow_opts *o, char **files, int n)
{
	const struct tokens_opts read = {
	    .column = o->column, .ids_alone = true};

	*f = (struct follow){.o = o, .next = o->step, .from = 1};
	query_open(&f->query, o->how);
	f->query.bare = o->bare;
	for (size_t k = 0; k < o->n_pattern; k++) {
		uint64_t before = f->query.last;

		query_add(&f->query, 'p', o->pattern[k]);
		f->pattern[k].last = f->query.last & ~before;
	}
	tokens_open(&f->t, &read, files, n);
	if (o->prefix != NULL)
		aside_open(&f->beside, o->prefix, "bounds.tsv");
	out_stdout(&f->out);
	f->parts = o->prefix != NULL ? &f->beside.out : &f->out;
	put_headers(f);
}

void
follow_close(struct follow *f)
{
	if (f->o->step > 0 && f->at > f->next - f->o->step)
		put_step(f, f->at);
	end_part(f);
	free(f->bits);
	if (f->o->prefix != NULL)
		aside_close(&f->beside);
	out_close(&f->out);
	if (f->o->prefix != NULL)
		aside_rename(&f->beside);
	for (size_t k = 0; k < f->o->n_pattern; k++)
		if (f->pattern[k].count == 0)
			note("nothing matches '%s'", f->o->pattern[k]);
	if (f->o->by != NULL)
		vrt_tell_absent(&f->t.v, &f->o->by, 1);
	tokens_close(&f->t);
	query_free(&f->query);
	buf_free(&f->speech);
	buf_free(&f->part);
}
