#include <gsl/gsl_cdf.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/out.h"
#include "lib/stat/interval.h"
#include "lib/stat/rng.h"
#include "texts.h"
#include "wordfish.h"

static const double apart = 1e-6; /* texts that tell a direction */

struct work {
	struct scale *s;
	uint32_t n; /* texts in the model: those that have a term */
	uint32_t *text;
	uint32_t *row; /* by text: its number in the model, or UINT32_MAX */
	uint32_t left;
	uint32_t right;
	struct crosstab *l;
	struct wordfish w;
	double *drawn; /* by text of the model, then rep: theta */
	double *se;    /* by text of the model */
	struct stat_interval *in;
};

static const double drawn_most = 1e8; /* words of a text */

static void __attribute__((noreturn))
refuse(const struct scale *s, const char *what)
{
	uint64_t line;

	die_data(counts_where(s->c, 1, &line), 0, "%s", err_said(what));
}

/* The rows of `all` that have a cell, for a model knows nothing of others. */
static void
keep_rows(const struct work *w, const struct crosstab *all, struct crosstab *l)
{
	crosstab_open(l, w->n, all->n_term);
	for (uint32_t i = 0; i < w->n; i++) {
		size_t end = all->text.at[w->text[i] + 1];

		for (size_t k = all->text.at[w->text[i]]; k < end; k++)
			crosstab_add(l, i, all->text.col[k], all->text.f[k]);
	}
	crosstab_turn(l);
}

static uint32_t
find(const struct work *w, const char *name)
{
	uint32_t k = scale_find(w->s, name);
	uint64_t line;

	if (k == UINT32_MAX)
		die_data(
		    counts_where(w->s->c, 1, &line), 0, "no text '%s'", name);
	if (w->row[k] == UINT32_MAX)
		die_data(counts_where(w->s->c, 1, &line), 0,
		    "the text '%s' has no term", name);
	return w->row[k];
}

static void
open_work(struct work *w)
{
	struct scale *s = w->s;
	struct crosstab all;

	scale_count(s, &all, NULL);
	w->text = mem_new(s->n_text, sizeof(*w->text));
	w->row = mem_new(s->n_text, sizeof(*w->row));
	for (uint32_t k = 0; k < s->n_text; k++) {
		w->row[k] = UINT32_MAX;
		if (!(all.text_sum[k] > 0))
			continue;
		w->row[k] = w->n;
		w->text[w->n++] = k;
	}
	keep_rows(w, &all, w->l);
	crosstab_close(&all);
	if (w->n < 3 || s->n_term < 2)
		refuse(s,
		    "at least three texts with words, and two terms, are "
		    "needed");
	w->left = find(w, s->rule->left);
	w->right = find(w, s->rule->right);
	w->se = mem_new(w->n, sizeof(*w->se));
	w->in = mem_new(w->n, sizeof(*w->in));
}

static void
fit(struct work *w)
{
	wordfish_open(&w->w, w->l);
	if (!wordfish_start(&w->w, w->l))
		refuse(w->s,
		    "the texts have the same terms in the same shares: "
		    "there is nothing to scale");
	if (!wordfish_fit(&w->w, w->l)) {
		uint64_t line;

		die_data(counts_where(w->s->c, 1, &line), 0,
		    "not converged after %" PRIu32
		    " steps (a position still moves by %.2g): the texts "
		    "do not make out one line; leave out rare terms with -m",
		    w->w.n_step - 1, w->w.last);
	}
	if (fabs(w->w.theta[w->left] - w->w.theta[w->right]) < apart)
		refuse(w->s,
		    "the texts of -L and -R have the same position: "
		    "choose others");
	wordfish_turn(&w->w, w->l, w->left, w->right);
	for (uint32_t i = 0; i < w->n; i++)
		if (fabs(w->w.theta[i]) < WORDFISH_EXACT)
			w->w.theta[i] = 0;
	note("texts: %" PRIu32 ", terms: %" PRIu32 ", converged after %" PRIu32
	     " steps",
	    w->n, w->l->n_term, w->w.n_step);
	if (w->n < w->s->n_text)
		note("texts without a term, left out: %" PRIu32,
		    w->s->n_text - w->n);
}

/* A text is drawn word by word. */
static void
need_bounds(const struct work *w)
{
	for (uint32_t i = 0; i < w->n; i++)
		if (w->l->text_sum[i] > drawn_most)
			refuse(w->s,
			    "a text of more than 100 million words: a "
			    "bootstrap would draw each of them: leave -B out");
}

/* Uniform in [0, 1), 53 bits. */
static double
uniform(struct stat_rng *rng)
{
	uint64_t high = stat_rng_below(rng, 1U << 26);
	uint64_t low = stat_rng_below(rng, 1U << 27);

	return (double)(high << 27 | low) / (double)(UINT64_C(1) << 53);
}

/* Texts of the same lengths, word by word from the model. */
static void
draw_model(const struct work *w, struct stat_rng *rng, struct crosstab *l)
{
	uint32_t m = w->l->n_term;
	double *sum = mem_new(m, sizeof(*sum));
	double *f = mem_new(m, sizeof(*f));

	crosstab_open(l, w->n, m);
	for (uint32_t i = 0; i < w->n; i++) {
		double all = 0;

		for (uint32_t j = 0; j < m; j++)
			sum[j] = all +=
			    exp(w->w.psi[j] + w->w.beta[j] * w->w.theta[i]);
		for (uint64_t k = 0; k < (uint64_t)w->l->text_sum[i]; k++) {
			double u = uniform(rng) * all;
			uint32_t low = 0;
			uint32_t high = m - 1;

			while (low < high) {
				uint32_t mid = low + (high - low) / 2;

				if (sum[mid] > u)
					high = mid;
				else
					low = mid + 1;
			}
			f[low]++;
		}
		for (uint32_t j = 0; j < m; j++) {
			if (f[j] > 0)
				crosstab_add(l, i, j, f[j]);
			f[j] = 0;
		}
	}
	crosstab_turn(l);
	free(sum);
	free(f);
}

/* As many parts of each text as it has, with replacement. */
static void
draw_parts(const struct work *w, struct stat_rng *rng, struct crosstab *l)
{
	const struct scale *s = w->s;
	uint32_t *times = mem_new(s->first[s->n_text], sizeof(*times));
	struct crosstab all;

	for (uint32_t k = 0; k < s->n_text; k++) {
		uint32_t n = (uint32_t)(s->first[k + 1] - s->first[k]);

		for (uint32_t i = 0; i < n; i++)
			times[s->first[k] + stat_rng_below(rng, n)]++;
	}
	scale_count(s, &all, times);
	keep_rows(w, &all, l);
	crosstab_close(&all);
	free(times);
}

/* Every text of the line needs two parts, or a draw only repeats it. */
static void
need_parts(const struct work *w)
{
	const struct scale *s = w->s;
	uint64_t line;

	for (uint32_t i = 0; i < w->n; i++) {
		uint32_t k = w->text[i];
		size_t len;

		if (s->first[k + 1] - s->first[k] < 2)
			die_data(counts_where(s->c, 1, &line), 0,
			    "the text '%s' has one part: a bootstrap would "
			    "only repeat it",
			    scale_name(s, k, &len));
	}
}

/* Position of every text in one draw, turned as the estimate is. */
static bool
refit(const struct work *w, const struct crosstab *l, uint32_t rep)
{
	struct wordfish x;
	double side = 0;
	bool good = true;

	for (uint32_t i = 0; i < w->n; i++)
		good = good && l->text_sum[i] > 0;
	if (!good)
		return false;
	wordfish_open(&x, l);
	memcpy(x.theta, w->w.theta, w->n * sizeof(*x.theta));
	memcpy(x.alpha, w->w.alpha, w->n * sizeof(*x.alpha));
	memcpy(x.psi, w->w.psi, l->n_term * sizeof(*x.psi));
	memcpy(x.beta, w->w.beta, l->n_term * sizeof(*x.beta));
	good = wordfish_fit(&x, l);
	for (uint32_t i = 0; i < w->n; i++)
		side += x.theta[i] * w->w.theta[i];
	for (uint32_t i = 0; good && i < w->n; i++)
		w->drawn[(size_t)i * w->s->rule->reps + rep] =
		    side < 0 ? -x.theta[i] : x.theta[i];
	wordfish_close(&x);
	return good;
}

static double
deviation(const double *v, uint32_t n)
{
	double mean = 0;
	double sum = 0;

	for (uint32_t i = 0; i < n; i++)
		mean += v[i] / n;
	for (uint32_t i = 0; i < n; i++)
		sum += (v[i] - mean) * (v[i] - mean);
	return sqrt(sum / ((double)n - 1));
}

static void
bootstrap(struct work *w)
{
	const struct rule *o = w->s->rule;
	struct stat_rng rng;
	uint32_t reps = 0;

	if (o->by != NULL)
		need_parts(w);
	else
		need_bounds(w);
	w->drawn = mem_new((size_t)w->n * o->reps, sizeof(*w->drawn));
	stat_rng_open(&rng, o->seed, "", 0);
	while (reps < o->reps) {
		struct crosstab l;

		if (o->by != NULL)
			draw_parts(w, &rng, &l);
		else
			draw_model(w, &rng, &l);
		if (!refit(w, &l, reps))
			refuse(w->s,
			    "a draw of the bootstrap did not converge: "
			    "leave out rare terms with -m");
		crosstab_close(&l);
		reps++;
	}
	for (uint32_t i = 0; i < w->n; i++) {
		double *v = w->drawn + (size_t)i * reps;

		w->se[i] = deviation(v, reps);
		w->in[i] = stat_interval_percentile(v, reps, o->level);
	}
	free(w->drawn);
}

static void
analytic(struct work *w)
{
	double z = gsl_cdf_ugaussian_Qinv((1 - w->s->rule->level) / 2);

	for (uint32_t i = 0; i < w->n; i++) {
		w->se[i] = wordfish_se(&w->w, w->l, i);
		w->in[i].low = w->w.theta[i] - z * w->se[i];
		w->in[i].high = w->w.theta[i] + z * w->se[i];
	}
}

static void
put_terms(const struct work *w)
{
	struct aside a;

	aside_open(&a, w->s->rule->terms_to, "");
	out_mem(&a.out, w->s->c->header.s, w->s->c->header.len);
	out_str(&a.out, "\tfreq\ttexts\tpsi\tbeta\n");
	for (uint32_t j = 0; j < w->l->n_term; j++) {
		put_term(w->s, &a.out, j);
		put_count(&a.out, w->l->term_sum[j]);
		put_count(
		    &a.out, (double)(w->l->term.at[j + 1] - w->l->term.at[j]));
		/* alpha of the first text is 0 */
		out_tab_real(&a.out, w->w.psi[j] + w->w.alpha[0]);
		out_tab_real(&a.out, w->w.beta[j]);
		out_ch(&a.out, '\n');
	}
	aside_close(&a);
	aside_rename(&a);
}

static void
put_text(struct work *w, uint32_t k, const char *method)
{
	const double none = (double)NAN;
	struct out *out = &w->s->out;
	uint32_t i = w->row[k];
	bool there = i != UINT32_MAX;
	size_t len;
	const char *name = scale_name(w->s, k, &len);

	out_mem(out, name, len);
	put_count(out, (double)(w->s->first[k + 1] - w->s->first[k]));
	put_count(out, (double)w->s->words[k]);
	put_count(out, there ? w->l->text_sum[i] : 0);
	put_count(
	    out, there ? (double)(w->l->text.at[i + 1] - w->l->text.at[i]) : 0);
	out_tab_real(out, there ? w->w.alpha[i] - w->w.alpha[0] : none);
	out_tab_real(out, there ? w->w.theta[i] : none);
	out_tab_real(out, there ? w->se[i] : none);
	out_tab_real(out, there ? w->in[i].low : none);
	out_tab_real(out, there ? w->in[i].high : none);
	out_tab_str(out, method);
	out_ch(out, '\n');
}

void
scale_wordfish(struct scale *s)
{
	struct crosstab l = {0};
	struct work w = {.s = s, .l = &l};
	const char *method = s->rule->reps == 0 ? "analytic"
	    : s->rule->by != NULL               ? "bootstrap"
						: "parametric";

	open_work(&w);
	fit(&w);
	if (s->rule->reps > 0)
		bootstrap(&w);
	else
		analytic(&w);
	if (s->rule->terms_to != NULL)
		put_terms(&w);
	out_str(&s->out,
	    "part\tunits\twords\ttokens\tterms\talpha\ttheta\tse\tlow\thigh"
	    "\tmethod\n");
	for (uint32_t k = 0; k < s->n_text; k++)
		put_text(&w, k, method);
	wordfish_close(&w.w);
	crosstab_close(&l);
	free(w.text);
	free(w.row);
	free(w.se);
	free(w.in);
}
