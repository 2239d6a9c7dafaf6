#include <gsl/gsl_cdf.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "crosstab.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/table/tsv.h"
#include "texts.h"

/* ---- scores: Laver, Benoit & Garry (2003) ---- */

struct wordscores {
	double *term; /* by term: its score, NAN if no reference has it */
};

struct wordscores_text {
	double score; /* NAN if it has no scored term */
	double se;
	double tokens; /* scored */
	uint32_t terms;
};

/* known is the score of a text, or NAN; words its length, by which the counts
 * of a reference are divided. */
static void
wordscores_open(struct wordscores *w, const struct crosstab *l,
    const double *known, const uint64_t *words)
{
	const struct sparse *t = &l->term;

	w->term = mem_new(l->n_term, sizeof(*w->term));
	for (uint32_t j = 0; j < l->n_term; j++) {
		double sum = 0;
		double score = 0;

		for (size_t k = t->at[j]; k < t->at[j + 1]; k++) {
			uint32_t i = t->col[k];
			double rate;

			if (isnan(known[i]))
				continue;
			rate = t->f[k] / (double)words[i];
			sum += rate;
			score += rate * known[i];
		}
		w->term[j] = sum > 0 ? score / sum : (double)NAN;
	}
}

static void
wordscores_close(struct wordscores *w)
{
	free(w->term);
	w->term = NULL;
}

static struct wordscores_text
wordscores_text(
    const struct wordscores *w, const struct crosstab *l, uint32_t text)
{
	const struct sparse *t = &l->text;
	struct wordscores_text r = {0, 0, 0, 0};
	double size = 0; /* of what is added up */
	double spread = 0;

	for (size_t k = t->at[text]; k < t->at[text + 1]; k++) {
		double score = w->term[t->col[k]];

		if (isnan(score))
			continue;
		r.score += t->f[k] * score;
		size += t->f[k] * fabs(score);
		r.tokens += t->f[k];
		r.terms++;
	}
	/* scores that cancel out leave rounding errors */
	r.score = fabs(r.score) <= 1e-14 * size ? 0 : r.score / r.tokens;
	if (!(r.tokens > 0))
		r.score = (double)NAN;
	for (size_t k = t->at[text]; k < t->at[text + 1]; k++) {
		double d = w->term[t->col[k]] - r.score;

		if (!isnan(d))
			spread += t->f[k] * d * d;
	}
	r.se = sqrt(spread) / r.tokens;
	return r;
}

/* ---- the table ---- */

/* A line through two points: a score and what it becomes. */
struct line {
	double from[2];
	double to[2];
};

struct work {
	struct scale *s;
	double *known; /* by text: score of a reference, or NAN */
	struct crosstab l;
	struct wordscores w;
	struct wordscores_text *text;
	struct line lbg;
	struct line mv;
};

static void
set_score(struct work *w, struct tsv *t, size_t part, double score)
{
	uint32_t k = scale_find(w->s, t->cell[part]);

	if (k == UINT32_MAX)
		die_data(t->in.name, t->in.line, "the table has no part '%s'",
		    t->cell[part]);
	if (!isnan(w->known[k]))
		die_data(t->in.name, t->in.line, "'%s' is given twice",
		    t->cell[part]);
	if (w->s->words[k] == 0)
		die_data(t->in.name, t->in.line,
		    "'%s' has no words: it cannot be a reference",
		    t->cell[part]);
	w->known[k] = score;
}

static void
read_scores(struct work *w)
{
	uint32_t n = w->s->n_text;
	double low = (double)INFINITY;
	double high = -(double)INFINITY;
	struct tsv t;
	size_t part;
	size_t score;

	w->known = mem_new(n, sizeof(*w->known));
	for (uint32_t k = 0; k < n; k++)
		w->known[k] = (double)NAN;
	tsv_open(&t, w->s->rule->table);
	part = tsv_column(&t, tsv_has(&t, "part") >= 0 ? "part" : "id");
	score = tsv_column(&t, "score");
	while (tsv_next(&t)) {
		double v = tsv_real(&t, score);

		if (isnan(v))
			continue;
		set_score(w, &t, part, v);
		low = fmin(low, v);
		high = fmax(high, v);
	}
	if (!(low < high))
		die_data(t.in.name, t.in.line,
		    "at least two references with different scores are "
		    "needed");
	tsv_close(&t);
}

/* Virgin texts get the spread of the references' scores around their own mean
 * (Laver, Benoit & Garry 2003). */
static struct line
line_lbg(const struct work *w)
{
	double n[2] = {0, 0};
	double mean[2] = {0, 0};
	double sd[2] = {0, 0};
	struct line x;

	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t k = 0; k < w->s->n_text; k++) {
			bool known = !isnan(w->known[k]);
			double v = known ? w->known[k] : w->text[k].score;

			if (isnan(v))
				continue;
			n[known] += pass == 0;
			if (pass == 0)
				mean[known] += v;
			else
				sd[known] +=
				    (v - mean[known]) * (v - mean[known]);
		}
		for (int i = 0; i < 2 && pass == 0; i++)
			mean[i] /= n[i];
	}
	x.from[0] = x.to[0] = mean[0];
	x.from[1] = mean[0] + sqrt(sd[0] / (n[0] - 1));
	x.to[1] = mean[0] + sqrt(sd[1] / (n[1] - 1));
	return x;
}

/* The two extreme references keep their scores (Martin & Vanberg 2008). */
static struct line
line_mv(const struct work *w)
{
	uint32_t low = UINT32_MAX;
	uint32_t high = UINT32_MAX;

	for (uint32_t k = 0; k < w->s->n_text; k++) {
		if (isnan(w->known[k]))
			continue;
		if (low == UINT32_MAX || w->known[k] < w->known[low])
			low = k;
		if (high == UINT32_MAX || w->known[k] > w->known[high])
			high = k;
	}
	return (struct line){{w->text[low].score, w->text[high].score},
	    {w->known[low], w->known[high]}};
}

/* The score on a line, and its limits. */
static void
put_scores(
    struct work *w, const struct wordscores_text *x, const struct line *on)
{
	double half =
	    gsl_cdf_ugaussian_Qinv((1 - w->s->rule->level) / 2) * x->se;
	double wide = on->from[1] - on->from[0];
	double v = (on->to[0] * (on->from[1] - x->score) +
		       on->to[1] * (x->score - on->from[0])) /
	    wide;

	/* what cancels out leaves rounding errors */
	if (fabs(v) <= 1e-14 * fmax(fabs(on->to[0]), fabs(on->to[1])))
		v = 0;
	half *= fabs((on->to[1] - on->to[0]) / wide);
	out_tab_real(&w->s->out, v);
	out_tab_real(&w->s->out, v - half);
	out_tab_real(&w->s->out, v + half);
}

static void
put_text(struct work *w, uint32_t k)
{
	const struct wordscores_text *x = &w->text[k];
	const struct line itself = {{0, 1}, {0, 1}};
	const struct line none = {{0, 0}, {0, 0}};
	struct out *out = &w->s->out;
	size_t len;
	const char *name = scale_name(w->s, k, &len);

	out_mem(out, name, len);
	out_tab_real(out, w->known[k]);
	put_count(out, (double)w->s->words[k]);
	put_count(out, x->tokens);
	put_count(out, x->terms);
	out_tab_real(out, x->se);
	put_scores(w, x, &itself);
	put_scores(w, x, isnan(w->known[k]) ? &w->lbg : &none);
	put_scores(w, x, &w->mv);
	out_ch(out, '\n');
}

static void
put_terms(const struct work *w)
{
	struct aside a;

	aside_open(&a, w->s->rule->terms_to, "");
	out_mem(&a.out, w->s->c->header.s, w->s->c->header.len);
	out_str(&a.out, "\tfreq\treferences\tscore\n");
	for (uint32_t j = 0; j < w->l.n_term; j++) {
		double F = 0;
		uint32_t n = 0;

		for (size_t k = w->l.term.at[j]; k < w->l.term.at[j + 1]; k++)
			if (!isnan(w->known[w->l.term.col[k]])) {
				F += w->l.term.f[k];
				n++;
			}
		if (n == 0)
			continue;
		put_term(w->s, &a.out, j);
		put_count(&a.out, F);
		put_count(&a.out, n);
		out_tab_real(&a.out, w->w.term[j]);
		out_ch(&a.out, '\n');
	}
	aside_close(&a);
	aside_rename(&a);
}

static void
tell(const struct work *w)
{
	uint32_t n_known = 0;
	uint32_t n_empty = 0;
	uint32_t n_scored = 0;

	for (uint32_t k = 0; k < w->s->n_text; k++) {
		n_known += isnan(w->known[k]) ? 0 : 1;
		n_empty += !(w->text[k].tokens > 0);
	}
	for (uint32_t j = 0; j < w->l.n_term; j++)
		n_scored += isnan(w->w.term[j]) ? 0 : 1;
	note("references: %" PRIu32 ", texts: %" PRIu32
	     ", scored terms: %" PRIu32 " of %" PRIu32,
	    n_known, w->s->n_text, n_scored, w->l.n_term);
	if (n_known > 2)
		note("columns mv: only the two extreme references keep their "
		     "scores");
	if (n_empty > 0)
		note("texts without a scored term: %" PRIu32, n_empty);
}

void
scale_wordscores(struct scale *s)
{
	struct work w = {.s = s};

	read_scores(&w);
	scale_count(s, &w.l, NULL);
	wordscores_open(&w.w, &w.l, w.known, s->words);
	w.text = mem_new(s->n_text, sizeof(*w.text));
	for (uint32_t k = 0; k < s->n_text; k++)
		w.text[k] = wordscores_text(&w.w, &w.l, k);
	w.lbg = line_lbg(&w);
	w.mv = line_mv(&w);
	tell(&w);
	if (s->rule->terms_to != NULL)
		put_terms(&w);
	out_str(&s->out,
	    "part\tknown\twords\tscored\tterms\tse\tscore\tlow\thigh"
	    "\tlbg\tlbg_low\tlbg_high\tmv\tmv_low\tmv_high\n");
	for (uint32_t k = 0; k < s->n_text; k++)
		put_text(&w, k);
	wordscores_close(&w.w);
	crosstab_close(&w.l);
	free(w.text);
	free(w.known);
}
