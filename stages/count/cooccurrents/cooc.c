#include "cooc.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/adjust.h"
#include "lib/table/tsv.h"

static const char *const index_name[] = {
    "f", "S", "logDice", "G2", "MI", "MI3", "t_score"};

enum cooc_index
cooc_index_of(const char *name)
{
	unsigned i = 0;

	while (i < COOC_INDICES && strcmp(name, index_name[i]) != 0)
		i++;
	return (enum cooc_index)i;
}

void
cooc_open(struct cooc *c, const struct intern *words)
{
	c->words = words;
	intern_rank(words, &c->rank, &c->order);
	c->F = mem_new(words->n, sizeof(*c->F));
}

void
cooc_free(struct cooc *c)
{
	free(c->rank);
	free(c->order);
	free(c->F);
	free(c->row);
}

struct cooc_row *
cooc_add(struct cooc *c, uint32_t a, uint32_t b, uint64_t f)
{
	c->row = mem_grow(c->row, &c->cap, c->n + 1, sizeof(*c->row));
	c->row[c->n] = (struct cooc_row){.a = a, .b = b, .f = f};
	return &c->row[c->n++];
}

static struct stat_cooc
cooc_counts(const struct cooc *c, const struct cooc_row *r)
{
	if (c->pairs)
		return (struct stat_cooc){r->f, c->F[r->b], c->F[r->a], c->T};
	return (struct stat_cooc){r->f, c->F[r->a], c->t, c->T};
}

static double
index_value(
    enum cooc_index by, const struct stat_cooc *x, const struct cooc_row *r)
{
	switch (by) {
	case COOC_F:
		return (double)x->f;
	case COOC_S:
		return stat_cooc_signed(x, r->ln_one);
	case COOC_LOG_DICE:
		return stat_cooc_log_dice(x);
	case COOC_G2:
		return stat_cooc_g2(x);
	case COOC_MI:
		return stat_cooc_mi(x);
	case COOC_MI3:
		return stat_cooc_mi3(x);
	default:
		return stat_cooc_t(x);
	}
}

/* ln p: the counts choose the side, so it is twice that of one (Fisher). */
static double
two_sided(const struct cooc_row *r)
{
	return fmin(0, r->ln_one + M_LN2);
}

/* ln p of all rows, and ln q: those of the family that are no rows have p = 1,
 * and only make its size. */
static void
test(struct cooc *c, uint64_t family)
{
	double *q = mem_new(c->n, sizeof(*q));
	double more = c->n > 0 ? log((double)family / (double)c->n) : 0;

	for (size_t i = 0; i < c->n; i++) {
		struct stat_cooc x = cooc_counts(c, &c->row[i]);

		c->row[i].ln_one = stat_cooc_ln_p(&x);
		q[i] = two_sided(&c->row[i]);
	}
	if (c->n > 0)
		(void)stat_adjust_bh(q, NULL, c->n);
	for (size_t i = 0; i < c->n; i++)
		c->row[i].ln_q = q[i] + more < 0 ? q[i] + more : 0;
	free(q);
}

void
cooc_test_speeches(struct cooc *c, uint64_t family)
{
	double *q = mem_new(c->n, sizeof(*q));
	double more = 0;

	for (size_t i = 0; i < c->n; i++)
		q[i] = c->row[i].ln_p_speech;
	c->n_by_speech = stat_adjust_bh(q, NULL, c->n);
	if (family > c->n_by_speech && c->n_by_speech > 0)
		more = log((double)family / (double)c->n_by_speech);
	for (size_t i = 0; i < c->n; i++)
		c->row[i].ln_q_speech =
		    isnan(q[i]) ? q[i] : fmin(0, q[i] + more);
	free(q);
}

/* Falling index, what has none last, then names. */
static int
by_weight(const void *a, const void *b)
{
	const struct cooc_row *x = a;
	const struct cooc_row *y = b;

	if (isnan(x->weight) != isnan(y->weight))
		return isnan(x->weight) ? 1 : -1;
	if (x->weight > y->weight)
		return -1;
	if (x->weight < y->weight)
		return 1;
	if (x->a != y->a)
		return x->a < y->a ? -1 : 1;
	return (x->b > y->b) - (x->b < y->b);
}

void
cooc_finish(struct cooc *c, uint64_t family, uint64_t min)
{
	size_t n = 0;

	test(c, family);
	if (c->by_speech && !c->pairs)
		cooc_test_speeches(c, 0);
	for (size_t i = 0; i < c->n; i++) {
		struct cooc_row *r = &c->row[i];
		struct stat_cooc x = cooc_counts(c, r);

		if (r->f < min)
			continue;
		r->weight = index_value(c->by, &x, r);
		c->row[n++] = *r;
	}
	c->n = n;
	if (n > 0)
		qsort(c->row, n, sizeof(*c->row), by_weight);
}

void
cooc_put_word(const struct cooc *c, struct out *o, uint32_t rank)
{
	size_t len;
	const char *s = intern_s(c->words, c->order[rank], &len);

	tsv_put(o, s, len);
}

void
cooc_put_head(const struct cooc *c, struct out *o)
{
	out_str(o, c->pairs ? "term\tother" : "term");
	out_str(o, "\tf\tF\tt\tT\tE\tS\tp\tq\tlogDice\tG2\tMI\tMI3\tt_score");
}

void
cooc_put_row(const struct cooc *c, struct out *o, const struct cooc_row *r)
{
	struct stat_cooc x = cooc_counts(c, r);
	const uint64_t count[] = {x.f, x.F, x.t, x.T};
	const double before[] = {
	    stat_cooc_expected(&x), stat_cooc_signed(&x, r->ln_one)};
	const double behind[] = {stat_cooc_log_dice(&x), stat_cooc_g2(&x),
	    stat_cooc_mi(&x), stat_cooc_mi3(&x), stat_cooc_t(&x)};

	cooc_put_word(c, o, r->a);
	if (c->pairs) {
		out_ch(o, '\t');
		cooc_put_word(c, o, r->b);
	}
	for (size_t i = 0; i < sizeof(count) / sizeof(*count); i++) {
		out_ch(o, '\t');
		out_u64(o, count[i]);
	}
	for (size_t i = 0; i < sizeof(before) / sizeof(*before); i++) {
		out_ch(o, '\t');
		out_real(o, before[i]);
	}
	out_ch(o, '\t');
	out_exp(o, two_sided(r));
	out_ch(o, '\t');
	out_exp(o, r->ln_q);
	for (size_t i = 0; i < sizeof(behind) / sizeof(*behind); i++) {
		out_ch(o, '\t');
		out_real(o, behind[i]);
	}
}

void
cooc_put_speeches_head(const struct cooc *c, struct out *o)
{
	out_str(o, c->by_speech ? "\tspeeches\tp_speech\tq_speech" : "");
}

void
cooc_put_more_head(const struct cooc *c, struct out *o)
{
	static const char *const name[] = {
	    "\tDice", "\tJaccard", "\tz", "\tlog_odds"};

	cooc_put_speeches_head(c, o);
	for (unsigned i = 0; i < COOC_MEASURES; i++)
		if ((c->measures >> i & 1) != 0)
			out_str(o, name[i]);
}

static void
put_p(struct out *o, double ln)
{
	if (isnan(ln)) {
		out_tab_str(o, "NA");
		return;
	}
	out_ch(o, '\t');
	out_exp(o, ln);
}

void
cooc_put_speeches(const struct cooc *c, struct out *o, const struct cooc_row *r)
{
	if (!c->by_speech)
		return;
	out_tab_u64(o, r->near);
	put_p(o, r->ln_p_speech);
	put_p(o, r->ln_q_speech);
}

void
cooc_put_more(const struct cooc *c, struct out *o, const struct cooc_row *r)
{
	struct stat_cooc x = cooc_counts(c, r);
	const double value[] = {stat_cooc_dice(&x), stat_cooc_jaccard(&x),
	    stat_cooc_z(&x), stat_cooc_log_odds(&x)};

	cooc_put_speeches(c, o, r);
	for (unsigned i = 0; i < COOC_MEASURES; i++)
		if ((c->measures >> i & 1) != 0)
			out_tab_real(o, value[i]);
}

static void
put_count(struct out *o, uint64_t f)
{
	out_ch(o, '\t');
	out_u64(o, f);
	out_ch(o, '\n');
}

void
cooc_put_counts(
    const struct cooc *c, const bool *kept, struct order *pairs, struct out *o)
{
	uint64_t pair;
	uint64_t f;
	bool more = order_next(pairs, &pair, &f);

	out_str(o, "term\tother\tfreq\n");
	if (c->words->n > 0) {
		out_ch(o, '\t');
		put_count(o, c->T);
	}
	for (uint32_t k = 0; k < c->words->n; k++) {
		if (!kept[c->order[k]])
			continue;
		cooc_put_word(c, o, k);
		out_ch(o, '\t');
		put_count(o, c->F[k]);
		for (; more && pair >> 32 == k;
		     more = order_next(pairs, &pair, &f)) {
			cooc_put_word(c, o, k);
			out_ch(o, '\t');
			cooc_put_word(c, o, (uint32_t)pair);
			put_count(o, f);
		}
	}
}

struct candidate {
	uint64_t freq;
	uint32_t rank;
};

static int
by_freq(const void *a, const void *b)
{
	const struct candidate *x = a;
	const struct candidate *y = b;

	if (x->freq != y->freq)
		return x->freq > y->freq ? -1 : 1;
	return (x->rank > y->rank) - (x->rank < y->rank);
}

uint64_t
cooc_most_frequent(
    const struct cooc *c, const uint64_t *freq, bool *kept, uint64_t max)
{
	struct candidate *v = mem_new(c->words->n, sizeof(*v));
	size_t n = 0;

	for (uint32_t k = 0; k < c->words->n; k++)
		if (kept[c->order[k]])
			v[n++] = (struct candidate){freq[k], k};
	if (max == 0 || n <= max) {
		free(v);
		return 0;
	}
	qsort(v, n, sizeof(*v), by_freq);
	for (size_t i = max; i < n; i++)
		kept[c->order[v[i].rank]] = false;
	free(v);
	return n - max;
}
