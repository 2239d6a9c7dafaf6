/* growth - how the vocabulary grows with the text.  See growth(1). */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/table/tsv.h"
#include "lib/table/types.h"
#include "measure/common/spectrum.h"
#include "measure/common/words.h"
#include "stat_growth.h"
#include "stat_zipf.h"

static const struct opt_page page = {
    "growth [-hqVvz] [-b attr] [-c column] [-n steps | -w words] [-O prefix] "
    "[file ...]",
    "how the vocabulary grows with the text", "b:c:n:O:w:z"};

enum {
	STEPS = 20,
	STEPS_MAX = 1000000
};

struct opts {
	struct words_opts words; /* -b, -c */
	bool fits;               /* -z */
	uint64_t steps;          /* -n */
	uint64_t width;          /* -w; 0: by steps */
	const char *prefix;      /* -O, or NULL */
};

/* The first n words of a text. */
struct points {
	uint64_t *n;
	uint64_t *types;
	uint64_t *hapax;
	size_t m;
	size_t cap;
	size_t cap_types;
	size_t cap_hapax;
};

struct work {
	const struct opts *o;
	struct words words;
	struct types types;
	struct points points;
	struct spectrum spectrum;
	struct out out;
	struct aside ranks; /* with -O */
};

/* The point behind `at` words, of n; steps are cut off to whole words. */
static uint64_t
next_point(const struct opts *o, uint64_t at, uint64_t n)
{
	uint64_t k;

	if (o->width > 0)
		return n - at > o->width ? at + o->width : n;
	if (n <= o->steps)
		return at + 1;
	/* the first step k with k n / steps > at */
	k = (uint64_t)((double)at * (double)o->steps / (double)n);
	while (k * n / o->steps <= at)
		k++;
	return k * n / o->steps;
}

static void
add_point(struct points *p, uint64_t n, uint64_t types, uint64_t hapax)
{
	p->n = mem_grow(p->n, &p->cap, p->m + 1, sizeof(*p->n));
	p->types =
	    mem_grow(p->types, &p->cap_types, p->m + 1, sizeof(*p->types));
	p->hapax =
	    mem_grow(p->hapax, &p->cap_hapax, p->m + 1, sizeof(*p->hapax));
	p->n[p->m] = n;
	p->types[p->m] = types;
	p->hapax[p->m++] = hapax;
}

static void
follow(struct work *w, const struct words_text *t)
{
	struct types *y = &w->types;
	uint64_t hapax = 0;
	uint64_t stop = t->n > 0 ? next_point(w->o, 0, t->n) : 0;
	uint64_t *f;

	types_room(y, w->words.t.types.n);
	types_clear(y);
	w->points.m = 0;
	for (size_t i = 0; i < t->n; i++) {
		uint64_t *k = &y->n[t->id[i]];

		hapax -= *k == 1;
		hapax += *k == 0;
		types_add(y, t->id[i]);
		if (i + 1 < stop)
			continue;
		add_point(&w->points, stop, y->n_seen, hapax);
		if (stop < t->n)
			stop = next_point(w->o, stop, t->n);
	}
	f = mem_new(y->n_seen, sizeof(*f));
	for (size_t i = 0; i < y->n_seen; i++)
		f[i] = y->n[y->seen[i]];
	spectrum_count(&w->spectrum, f, y->n_seen);
	free(f);
}

/* ---- tables ---- */

static void
put_part(struct work *w, struct out *o, const struct words_text *t)
{
	size_t len;
	const char *name = words_name(&w->words, t, &len);

	if (w->o->words.by == NULL)
		return;
	tsv_put(o, name, len);
	out_ch(o, '\t');
}

static void
put_points(struct work *w, const struct words_text *t)
{
	const struct points *p = &w->points;

	for (size_t i = 0; i < p->m; i++) {
		put_part(w, &w->out, t);
		out_u64(&w->out, p->n[i]);
		out_tab_u64(&w->out, p->types[i]);
		out_tab_real(&w->out, stat_growth_types(&w->spectrum, p->n[i]));
		out_tab_u64(&w->out, p->hapax[i]);
		out_tab_real(&w->out, stat_growth_hapax(&w->spectrum, p->n[i]));
		out_ch(&w->out, '\n');
	}
}

static void
put_fits(struct work *w, const struct words_text *t)
{
	const struct points *p = &w->points;
	struct stat_growth_heaps h = stat_growth_heaps(p->n, p->types, p->m);
	struct stat_zipf z = stat_zipf(&w->spectrum);
	const double x[] = {h.k, h.beta, h.rms, z.a, z.b, z.c, z.loglik};

	put_part(w, &w->out, t);
	out_u64(&w->out, w->spectrum.tokens);
	out_tab_u64(&w->out, w->spectrum.types);
	out_tab_u64(&w->out, p->m);
	for (size_t i = 0; i < sizeof(x) / sizeof(*x); i++)
		out_tab_real(&w->out, x[i]);
	out_ch(&w->out, '\n');
}

/* The ranks of the types that occur as often are alike: their mean. */
static void
put_ranks(struct work *w, const struct words_text *t)
{
	const struct spectrum *s = &w->spectrum;
	const struct stat_zipf z = stat_zipf(s);
	struct out *o = &w->ranks.out;
	uint64_t above = 0;

	for (size_t i = s->n; i-- > 0;) {
		const struct spectrum_class *c = &s->c[i];
		double rank = (double)above + ((double)c->types + 1) / 2;

		put_part(w, o, t);
		out_real(o, rank);
		out_tab_u64(o, c->f);
		out_tab_real(o, stat_zipf_frequency(&z, s->tokens, rank));
		out_tab_u64(o, c->types);
		out_ch(o, '\n');
		above += c->types;
	}
}

static void
open_ranks(struct work *w)
{
	if (w->o->prefix == NULL)
		return;
	aside_open(&w->ranks, w->o->prefix, ".ranks.tsv");
	out_str(&w->ranks.out, w->o->words.by != NULL ? "part\t" : "");
	out_str(&w->ranks.out, "rank\tfreq\texpected\ttypes\n");
}

static void
measure(const struct opts *o, char **files, int n)
{
	struct work w = {.o = o};
	const struct words_text *t;

	words_open(&w.words, &o->words, files, n);
	open_ranks(&w);
	out_stdout(&w.out);
	out_str(&w.out, o->words.by != NULL ? "part\t" : "");
	out_str(&w.out,
	    o->fits ? "words\ttypes\tpoints\theaps_k\theaps_beta\theaps_rms\t"
		      "zipf_a\tzipf_b\tzipf_c\tzipf_loglik\n"
		    : "words\ttypes\texpected_types\thapax\texpected_hapax\n");
	while ((t = words_next(&w.words)) != NULL) {
		follow(&w, t);
		if (o->fits)
			put_fits(&w, t);
		else
			put_points(&w, t);
		if (o->prefix != NULL)
			put_ranks(&w, t);
	}
	if (o->prefix != NULL)
		aside_close(&w.ranks);
	out_close(&w.out);
	if (o->prefix != NULL)
		aside_rename(&w.ranks);
	words_note(&w.words);
	words_close(&w.words);
	types_free(&w.types);
	spectrum_free(&w.spectrum);
	free(w.points.n);
	free(w.points.types);
	free(w.points.hapax);
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'b':
			o->words.by = optarg;
			break;
		case 'c':
			o->words.column = optarg;
			break;
		case 'n':
			o->steps = opt_u64(ch, optarg, 1, STEPS_MAX);
			break;
		case 'O':
			o->prefix = optarg;
			break;
		case 'w':
			o->width = opt_u64(ch, optarg, 1, UINT32_MAX);
			break;
		case 'z':
			o->fits = true;
			break;
		}
	if (o->steps > 0 && o->width > 0)
		opt_refuse(&page, "-n counts steps, -w their words: not both");
	if (o->steps == 0)
		o->steps = STEPS;
	o->words.whole = o->words.by == NULL;
}

int
main(int argc, char **argv)
{
	struct opts o = {.words.column = "form"};

	err_init(argv[0]);
	read_options(&o, argc, argv);
	measure(&o, argv + optind, argc - optind);
	return RC_OK;
}
