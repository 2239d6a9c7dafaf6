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

static const struct opt_page page = {
    "specificities [-hqVv] [-C convention] [-k number] [-M size] [-m min] "
    "[-n size] [-p part] [-t threshold] [file ...]",
    "terms that a part has more or less often than chance", "C:k:M:m:n:p:t:"};

struct opts {
	struct lafon_rule rule;
	const char *size;  /* -n, or NULL */
	const char **part; /* -p */
	size_t n_part;
	size_t cap_part;
};

static void
put_row(struct out *o, struct lafon *l, size_t i, const struct lafon_row *r)
{
	const struct counts *c = l->c;
	const struct counts_slice *s = &c->slice[i];
	struct lafon_family *m = &l->family[s->size];
	uint64_t F = m->freq[m->class_of[r->term]];
	size_t len;
	const char *name = counts_name(&c->parts, s->part, &len);

	out_mem(o, name, len);
	out_ch(o, '\t');
	if (c->has_size) {
		name = counts_name(&c->sizes, s->size, &len);
		out_mem(o, name, len);
		out_ch(o, '\t');
	}
	name = counts_name(&c->terms, r->term, &len);
	out_mem(o, name, len);
	out_fmt(o, "\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64, r->f, F,
	    l->t[i], m->T);
	out_tab_real(o,
	    m->T > 0 ? (double)F * (double)l->t[i] / (double)m->T
		     : (double)NAN);
	out_tab_real(o, r->s);
	out_tab_exp(o, r->ln_p);
	out_tab_exp(o, correct_q(&m->q, r->ln_p));
	out_ch(o, '\n');
}

/* What was tested, and what could not be. */
static void
tell(const struct counts *c, const struct lafon *l)
{
	uint32_t *n_part = mem_new(c->sizes.n, sizeof(*n_part));

	for (size_t i = 0; i < c->n_slice; i++)
		n_part[c->slice[i].size]++;
	for (uint32_t k = 0; k < c->sizes.n; k++) {
		const struct lafon_family *m = &l->family[k];

		if (!counts_takes_size(l->rule.size, k))
			continue;
		counts_note_size(c, k,
		    "%" PRIu64 " cells tested (terms: %" PRIu32
		    ", parts: %" PRIu32 ")",
		    m->q.n, m->n_term, n_part[k]);
		if (m->n_empty > 0)
			note("parts without a word, not tested: %" PRIu32,
			    m->n_empty);
		if (m->n_whole > 0)
			note("one part is the whole corpus: "
			     "there is nothing to compare it with");
	}
	free(n_part);
}

/* All parts but those of -p. */
static bool *
hide_parts(const struct opts *o, const struct counts *c)
{
	bool *hidden = mem_new(c->parts.n, sizeof(*hidden));

	for (uint32_t k = 0; k < c->parts.n; k++)
		hidden[k] = o->n_part > 0;
	for (size_t i = 0; i < o->n_part; i++) {
		uint32_t k = counts_find(&c->parts, o->part[i]);
		uint64_t line;

		if (k == UINT32_MAX) {
			free(hidden);
			die_data(counts_where(c, 1, &line), 0, "no part '%s'",
			    o->part[i]);
		}
		hidden[k] = false;
	}
	return hidden;
}

static void
show(struct lafon *l)
{
	const struct counts *c = l->c;
	struct out out;

	out_stdout(&out);
	out_str(&out, c->has_size ? "part\tn\t" : "part\t");
	out_mem(&out, c->header.s, c->header.len);
	out_str(&out, "\tf\tF\tt\tT\tE\tS\tp\tq\n");
	for (size_t i = 0; i < c->n_slice; i++) {
		const struct lafon_row *row = lafon_rows(l, i);

		for (size_t k = 0; k < l->rows[i].n; k++)
			put_row(&out, l, i, &row[k]);
	}
	out_close(&out);
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
			o->rule.strongest = opt_u64(ch, optarg, 1, UINT32_MAX);
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
			o->rule.threshold = opt_real(ch, optarg, 0, 1e15);
			break;
		}
}

int
main(int argc, char **argv)
{
	struct opts o = {.rule = {.min = 1, .threshold = 2}};
	struct counts c;
	struct lafon l;

	err_init(argv[0]);
	read_options(&o, argc, argv);
	counts_read_within(&c, argv + optind, argc - optind, o.rule.memory);
	counts_need_part(&c);
	o.rule.size = counts_choose_size(&c, o.size);
	o.rule.hidden = hide_parts(&o, &c);
	lafon_open(&l, &c, &o.rule);
	tell(&c, &l);
	show(&l);
	lafon_close(&l);
	counts_free(&c);
	free(o.rule.hidden);
	free(o.part);
	return RC_OK;
}
