/* specificities - which terms a part has more or less often than chance
 * (Lafon 1980).  See specificities(1). */
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "lafon.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/table/counts.h"
#include "lib/table/sizes.h"

static const struct opt_page page = {
    "specificities [-hqVv] [-C convention] [-k number] [-M size] [-m min] "
    "[-n size] [-p part] [-t threshold] [file ...]",
    "terms that a part has more or less often than chance", "C:k:M:m:n:p:t:"};

struct opts {
	struct lafon_rule rule;
	uint64_t strongest; /* -k; 0 is all */
	double threshold;
	const char *size;  /* -n, or NULL */
	const char **part; /* -p */
	size_t n_part;
	size_t cap_part;
};

struct row {
	double s;
	uint32_t term;
	uint64_t f;
	const struct lafon_test *test;
};

/* What showing needs beside the tests. */
struct show {
	const struct opts *o;
	const struct counts *c;
	const struct lafon *l;
	bool *hidden; /* by part: not asked for with -p */
	struct row *row;
	size_t n_row;
	size_t cap;
	size_t *seen; /* by term: slice + 1 in which f > 0 */
	struct out out;
};

/* Falling S, what is not testable last, then bytes. */
static int
by_strength(const void *a, const void *b)
{
	const struct row *x = a;
	const struct row *y = b;

	if (isnan(x->s) != isnan(y->s))
		return isnan(x->s) ? 1 : -1;
	if (x->s > y->s)
		return -1;
	if (x->s < y->s)
		return 1;
	return (x->term > y->term) - (x->term < y->term);
}

static bool
is_strong(const struct show *v, const struct lafon_test *x)
{
	return v->o->threshold <= 0 || fabs(x->s) >= v->o->threshold;
}

static void
add_row(struct show *v, uint32_t term, uint64_t f, const struct lafon_test *x)
{
	v->row = mem_grow(v->row, &v->cap, v->n_row + 1, sizeof(*v->row));
	v->row[v->n_row++] = (struct row){x->s, term, f, x};
}

/* The rows of slice i that are strong enough. */
static void
choose_rows(struct show *v, size_t i)
{
	const struct counts_slice *s = &v->c->slice[i];
	const struct lafon_family *m = &v->l->family[s->size];

	v->n_row = 0;
	for (size_t j = s->from; j < s->to; j++) {
		const struct counts_cell *x = &v->c->cell[j];
		size_t id = v->l->test_of[j];

		v->seen[x->term] = i + 1;
		if (id != SIZE_MAX && is_strong(v, &v->l->test[id]))
			add_row(v, x->term, x->f, &v->l->test[id]);
	}
	for (uint32_t k = 0; k < m->n_class; k++) {
		const struct lafon_test *x = &v->l->test[v->l->zero[i] + k];

		if (v->l->n_same[v->l->zero[i] + k] == 0 || !is_strong(v, x))
			continue;
		for (uint32_t j = m->first[k]; j < m->first[k + 1]; j++)
			if (v->seen[m->term[j]] != i + 1)
				add_row(v, m->term[j], 0, x);
	}
	if (v->n_row > 0)
		qsort(v->row, v->n_row, sizeof(*v->row), by_strength);
}

/* Is row i among the -k strongest of its sign? */
static bool
is_kept(const struct show *v, size_t i, size_t n_positive, size_t n_tested)
{
	size_t k = v->o->strongest;

	if (k == 0)
		return true;
	if (i < n_positive)
		return i < k;
	return i < n_tested && v->row[i].s < 0 && n_tested - i <= k;
}

static void
put_row(struct show *v, size_t i, const struct row *r)
{
	const struct counts_slice *s = &v->c->slice[i];
	const struct lafon_family *m = &v->l->family[s->size];
	uint64_t F = m->freq[m->class_of[r->term]];
	size_t len;
	const char *name = counts_name(&v->c->parts, s->part, &len);

	out_mem(&v->out, name, len);
	out_ch(&v->out, '\t');
	if (v->c->has_size) {
		name = counts_name(&v->c->sizes, s->size, &len);
		out_mem(&v->out, name, len);
		out_ch(&v->out, '\t');
	}
	name = counts_name(&v->c->terms, r->term, &len);
	out_mem(&v->out, name, len);
	out_fmt(&v->out, "\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64,
	    r->f, F, v->l->t[i], m->T);
	out_tab_real(&v->out,
	    m->T > 0 ? (double)F * (double)v->l->t[i] / (double)m->T
		     : (double)NAN);
	out_tab_real(&v->out, r->s);
	out_tab_exp(&v->out, r->test->ln_p);
	out_tab_exp(&v->out, r->test->ln_q);
	out_ch(&v->out, '\n');
}

static void
put_slice(struct show *v, size_t i)
{
	size_t n_positive = 0;
	size_t n_tested = 0;

	choose_rows(v, i);
	while (n_positive < v->n_row && v->row[n_positive].s > 0)
		n_positive++;
	n_tested = v->n_row;
	while (n_tested > 0 && isnan(v->row[n_tested - 1].s))
		n_tested--;
	for (size_t k = 0; k < v->n_row; k++)
		if (is_kept(v, k, n_positive, n_tested))
			put_row(v, i, &v->row[k]);
}

/* What was tested, and what could not be. */
static void
tell(const struct opts *o, const struct counts *c, const struct lafon *l)
{
	uint32_t *n_part = mem_new(c->sizes.n, sizeof(*n_part));

	for (size_t i = 0; i < c->n_slice; i++)
		n_part[c->slice[i].size]++;
	for (uint32_t k = 0; k < c->sizes.n; k++) {
		const struct lafon_family *m = &l->family[k];

		if (!sizes_takes(o->rule.size, k))
			continue;
		sizes_note(c, k,
		    "%" PRIu64 " cells tested (terms: %" PRIu32
		    ", parts: %" PRIu32 ")",
		    m->n_cell, m->n_term, n_part[k]);
		if (m->n_empty > 0)
			note("parts without a word, not tested: %" PRIu32,
			    m->n_empty);
		if (m->n_whole > 0)
			note("one part is the whole corpus: "
			     "there is nothing to compare it with");
	}
	free(n_part);
}

static void
hide_parts(struct show *v)
{
	v->hidden = mem_new(v->c->parts.n, sizeof(*v->hidden));
	for (uint32_t k = 0; k < v->c->parts.n; k++)
		v->hidden[k] = v->o->n_part > 0;
	for (size_t i = 0; i < v->o->n_part; i++) {
		uint32_t k = counts_find(&v->c->parts, v->o->part[i]);
		uint64_t line;

		if (k == UINT32_MAX)
			die_data(counts_where(v->c, 1, &line), 0,
			    "no part '%s'", v->o->part[i]);
		v->hidden[k] = false;
	}
}

static void
show(const struct opts *o, const struct counts *c, const struct lafon *l)
{
	struct show v = {.o = o, .c = c, .l = l};

	hide_parts(&v);
	v.seen = mem_new(c->terms.n, sizeof(*v.seen));
	out_stdout(&v.out);
	out_str(&v.out, c->has_size ? "part\tn\t" : "part\t");
	out_mem(&v.out, c->header.s, c->header.len);
	out_str(&v.out, "\tf\tF\tt\tT\tE\tS\tp\tq\n");
	for (size_t i = 0; i < c->n_slice; i++)
		if (!v.hidden[c->slice[i].part] &&
		    sizes_takes(o->rule.size, c->slice[i].size))
			put_slice(&v, i);
	out_close(&v.out);
	free(v.hidden);
	free(v.row);
	free(v.seen);
}

static void
set_convention(struct opts *o, const char *s)
{
	size_t i = opt_word('C', s, "textometry textometry-2009 corpus table");

	if (i < 2)
		o->rule.sign_2009 = i == 1;
	else
		o->rule.table_margins = i == 3;
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'C':
			set_convention(o, optarg);
			break;
		case 'k':
			o->strongest = opt_u64(ch, optarg, 1, UINT32_MAX);
			break;
		case 'M':
			o->rule.memory = mem_budget(ch, optarg);
			break;
		case 'm':
			o->rule.min = opt_u64(ch, optarg, 1, COUNTS_MAX);
			break;
		case 'n':
			o->size = optarg;
			break;
		case 'p':
			o->part = mem_grow(o->part, &o->cap_part, o->n_part + 1,
			    sizeof(*o->part));
			o->part[o->n_part++] = optarg;
			break;
		case 't':
			o->threshold = opt_real(ch, optarg, 0, 1e15);
			break;
		}
}

int
main(int argc, char **argv)
{
	struct opts o = {.rule.min = 1, .threshold = 2};
	struct counts c;
	struct lafon l;

	err_init(argv[0]);
	read_options(&o, argc, argv);
	counts_read_within(&c, argv + optind, argc - optind, o.rule.memory);
	counts_need_part(&c);
	o.rule.size = sizes_choose(&c, o.size);
	lafon_open(&l, &c, &o.rule);
	tell(&o, &c, &l);
	show(&o, &c, &l);
	lafon_close(&l);
	counts_free(&c);
	free(o.part);
	return RC_OK;
}
