/* dispersion - how evenly terms are spread over the parts of a corpus.
 * See dispersion(1). */
#include <inttypes.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stat/dispersion.h"
#include "lib/table/counts.h"

static const struct opt_page page = {
    "dispersion [-hqVv] [-m min] [-n size] [file ...]",
    "how evenly terms are spread over the parts", "m:n:"};

struct opts {
	uint64_t min;     /* -m */
	const char *size; /* -n, or NULL */
};

/* Fills s with one n; returns the parts without a word. */
static size_t
fill(struct stat_spread *s, const struct counts *c, uint32_t size)
{
	size_t n_empty = 0;

	stat_spread_open(s, c->terms.n);
	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *p = &c->slice[i];

		if (p->size != size)
			continue;
		if (p->total == 0)
			n_empty++;
		else
			stat_spread_part(s, p->total);
		for (size_t j = p->from; j < p->to; j++)
			stat_spread_count(s, c->cell[j].term);
	}
	stat_spread_room(s);
	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *p = &c->slice[i];

		for (size_t j = p->from; p->size == size && j < p->to; j++)
			stat_spread_add(
			    s, c->cell[j].term, c->cell[j].f, p->total);
	}
	return n_empty;
}

static void
put_cell(struct out *o, double v)
{
	out_tab_real(o, v);
}

static void
put_names(struct out *o, const struct counts *c, uint32_t size, uint32_t term)
{
	const char *name;
	size_t len;

	if (c->has_size) {
		name = counts_name(&c->sizes, size, &len);
		out_mem(o, name, len);
		out_ch(o, '\t');
	}
	name = counts_name(&c->terms, term, &len);
	out_mem(o, name, len);
}

static void
put_figures(struct out *o, const struct stat_dispersion *x, uint64_t least)
{
	out_fmt(o, "\t%" PRIu64 "\t%" PRIu64 "\t%zu\t%zu", x->F, x->T, x->k,
	    x->range);
	put_cell(o, stat_dispersion_juilland(x));
	put_cell(o, stat_dispersion_carroll(x));
	put_cell(o, stat_dispersion_rosengren(x));
	put_cell(o, stat_dispersion_dp(x));
	put_cell(o, stat_dispersion_dp_norm(x, least));
	put_cell(o, stat_dispersion_kl(x));
	out_ch(o, '\n');
}

static void
put_size(struct out *o, const struct counts *c, uint32_t size, uint64_t min)
{
	struct stat_spread s;
	size_t n_empty = fill(&s, c, size);

	if (n_empty > 0)
		counts_note_size(
		    c, size, "parts without a word, left out: %zu", n_empty);
	for (uint32_t i = 0; i < c->terms.n; i++) {
		struct stat_dispersion x = stat_spread_of(&s, i);

		if (x.F == 0 || x.F < min)
			continue;
		put_names(o, c, size, i);
		put_figures(o, &x, s.least);
	}
	stat_spread_close(&s);
}

static void
dispersion(const struct opts *o, const struct counts *c)
{
	uint32_t chosen = counts_choose_size(c, o->size);
	struct out out;

	out_stdout(&out);
	out_str(&out, c->has_size ? "n\t" : "");
	out_mem(&out, c->header.s, c->header.len);
	out_str(&out,
	    "\tF\tT\tparts\trange\tD_1even\tD2_1even\tS_1even\tDP_0even"
	    "\tDPnorm_0even\tDKL_0even\n");
	for (uint32_t k = 0; k < c->sizes.n; k++)
		if (counts_takes_size(chosen, k))
			put_size(&out, c, k, o->min);
	out_close(&out);
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'm':
			o->min = opt_u64(ch, optarg, 1, COUNTS_MAX);
			break;
		case 'n':
			o->size = optarg;
			break;
		}
}

int
main(int argc, char **argv)
{
	struct opts o = {.min = 1};
	struct counts c;

	err_init(argv[0]);
	read_options(&o, argc, argv);
	counts_read(&c, argv + optind, argc - optind);
	counts_need_part(&c);
	counts_note_sums(&c);
	dispersion(&o, &c);
	counts_free(&c);
	return RC_OK;
}
