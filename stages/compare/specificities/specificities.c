/* specificities - which terms a part has more or less often than chance
 * (Lafon 1980).  See specificities(1). */
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compare/common/chance.h"
#include "lafon.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stat/hyper.h"
#include "lib/stat/rng.h"
#include "lib/table/counts.h"
#include "speeches.h"
#include "stat_value.h"

static const struct opt_page page = {
    "specificities [-hqVv] [-a measure,...] [-b column -d speeches -u counts] "
    "[-C convention] [-f column] [-k number] [-M size] [-m min] [-n size] "
    "[-O prefix] [-P deals] [-p part] [-s seed] [-t threshold] [file ...]",
    "terms that a part has more or less often than chance",
    "a:b:C:d:f:k:M:m:n:O:P:p:s:t:u:"};

enum {
	DEALS_LEAST = 99
};

struct opts {
	struct lafon_rule rule;
	struct speeches_rule speeches; /* -b, -d, -f, -P, -s, -u */
	bool value_test;               /* -a */
	bool reduced;
	const char *size;  /* -n, or NULL */
	const char **part; /* -p */
	size_t n_part;
	size_t cap_part;
};

/* What rows are written with. */
struct show {
	const struct opts *o;
	struct lafon *l;
	const struct speeches *s;
	struct out *out;
};

static void
put_measures(struct out *o, const struct opts *p, const struct lafon_row *r,
    const struct stat_hyper *h)
{
	if (p->value_test)
		out_tab_real(o, stat_value_test(r->s));
	if (p->reduced)
		out_tab_real(
		    o, isnan(r->s) ? r->s : stat_value_reduced(r->f, h));
}

static void
put_speeches(struct out *o, const struct speeches_cell *x)
{
	if (x == NULL) {
		out_str(o, "\tNA\tNA\tNA");
		return;
	}
	out_tab_u64(o, x->with);
	out_tab_exp(o, log(x->p));
	out_tab_exp(o, x->ln_q);
}

static void
put_row(const struct show *w, size_t i, const struct lafon_row *r)
{
	struct lafon *l = w->l;
	struct out *o = w->out;
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
	out_tab_u64(o, r->f);
	out_tab_u64(o, F);
	out_tab_u64(o, l->t[i]);
	out_tab_u64(o, m->T);
	out_tab_real(o,
	    m->T > 0 ? (double)F * (double)l->t[i] / (double)m->T
		     : (double)NAN);
	out_tab_real(o, r->s);
	out_tab_exp(o, r->ln_p);
	out_tab_exp(o, correct_q(&m->q, r->ln_p));
	put_measures(o, w->o, r, &(struct stat_hyper){F, l->t[i], m->T});
	if (w->o->speeches.counts != NULL)
		put_speeches(o, speeches_find(w->s, i, r->term));
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
		    "cells tested: %" PRIu64 " (terms: %" PRIu32
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
show(const struct opts *o, struct lafon *l, const struct speeches *s)
{
	const struct counts *c = l->c;
	struct out out;
	struct show w = {o, l, s, &out};

	out_stdout(&out);
	out_str(&out, c->has_size ? "part\tn\t" : "part\t");
	out_mem(&out, c->header.s, c->header.len);
	out_str(&out, "\tf\tF\tt\tT\tE\tS\tp\tq");
	out_str(&out, o->value_test ? "\tvaleur_test" : "");
	out_str(&out, o->reduced ? "\tecart_reduit" : "");
	out_str(&out,
	    o->speeches.counts != NULL ? "\tspeeches\tp_speech\tq_speech" : "");
	out_ch(&out, '\n');
	for (size_t i = 0; i < c->n_slice; i++) {
		const struct lafon_row *row = lafon_rows(l, i);

		for (size_t k = 0; k < l->rows[i].n; k++)
			put_row(&w, i, &row[k]);
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
add_measures(struct opts *o, char *arg)
{
	char *s;

	while ((s = strsep(&arg, ",")) != NULL)
		if (opt_word('a', s, "valeur-test ecart-reduit") == 0)
			o->value_test = true;
		else
			o->reduced = true;
}

static bool
speeches_option(struct speeches_rule *r, int ch)
{
	switch (ch) {
	case 'b':
		r->by = optarg;
		return true;
	case 'd':
		r->table = optarg;
		return true;
	case 'f':
		r->fixed = optarg;
		return true;
	case 'O':
		r->prefix = optarg;
		return true;
	case 'P':
		r->chance.deals =
		    chance_option(ch, optarg, DEALS_LEAST, STAT_DEALS_MOST);
		return true;
	case 's':
		r->chance.seed = opt_u64(ch, optarg, 0, UINT64_MAX);
		return true;
	case 'u':
		r->counts = optarg;
		return true;
	default:
		return false;
	}
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	const struct speeches_rule *r = &o->speeches;
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (speeches_option(&o->speeches, ch) ? 0 : ch) {
		case 'a':
			add_measures(o, optarg);
			break;
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
	if ((r->counts != NULL) != (r->by != NULL) ||
	    (r->counts != NULL) != (r->table != NULL))
		opt_refuse(&page, "-b, -d and -u go together");
	if ((r->fixed != NULL || r->prefix != NULL ||
		r->chance.deals != CHANCE_AUTO) &&
	    r->counts == NULL)
		opt_refuse(&page, "-f, -O and -P go with -u");
	o->rule.list = r->counts != NULL;
}

int
main(int argc, char **argv)
{
	struct opts o = {.rule = {.min = 1, .threshold = 2},
	    .speeches.chance = {.deals = CHANCE_AUTO, .seed = STAT_RNG_SEED}};
	struct speeches s = {0};
	struct counts c;
	struct lafon l;

	err_init(argv[0]);
	read_options(&o, argc, argv);
	counts_read_within(&c, argv + optind, argc - optind, o.rule.memory);
	counts_need_part(&c);
	if (!o.rule.table_margins)
		counts_note_sums(&c);
	o.rule.size = counts_choose_size(&c, o.size);
	o.rule.hidden = hide_parts(&o, &c);
	lafon_open(&l, &c, &o.rule);
	tell(&c, &l);
	if (o.speeches.counts != NULL)
		speeches_open(&s, &l, &o.speeches);
	show(&o, &l, &s);
	speeches_close(&s);
	lafon_close(&l);
	counts_free(&c);
	free(o.rule.hidden);
	free(o.part);
	return RC_OK;
}
