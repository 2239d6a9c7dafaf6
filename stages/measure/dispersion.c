/* dispersion - how evenly terms are spread over the parts of a corpus.
 * See dispersion(1). */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/counts.h"
#include "lib/err.h"
#include "lib/mem.h"
#include "lib/opt.h"
#include "lib/out.h"
#include "lib/stat_dispersion.h"

static const struct opt_page page = {
    "dispersion [-hqV] [-m min] [-n size] [file ...]",
    "how evenly terms are spread over the parts"};

struct opts {
	uint64_t min;     /* -m */
	const char *size; /* -n, or NULL */
};

/* The occurrences of the terms of one n, by term and part. */
struct spread {
	const struct counts *c;
	uint32_t size;
	size_t n_part;  /* with words */
	size_t n_empty; /* without */
	uint64_t words; /* of all parts */
	uint64_t least; /* of the smallest part */
	size_t *first;  /* term k has f[first[k]] .. f[first[k + 1] - 1] */
	uint64_t *f;
	uint64_t *n; /* words of the part */
};

/* Counts into first[k + 1] the parts that have term k. */
static void
count_parts(struct spread *s)
{
	for (size_t i = 0; i < s->c->n_slice; i++) {
		const struct counts_slice *p = &s->c->slice[i];

		if (p->size != s->size)
			continue;
		if (p->total == 0) {
			s->n_empty++;
			continue;
		}
		s->n_part++;
		s->words += p->total;
		if (s->n_part == 1 || p->total < s->least)
			s->least = p->total;
		for (size_t j = p->from; j < p->to; j++)
			s->first[s->c->cell[j].term + 1]++;
	}
	for (uint32_t k = 0; k < s->c->terms.n; k++)
		s->first[k + 1] += s->first[k];
}

static void
spread_open(struct spread *s, const struct counts *c, uint32_t size)
{
	size_t *at;

	*s = (struct spread){.c = c, .size = size};
	s->first = mem_new((size_t)c->terms.n + 1, sizeof(*s->first));
	count_parts(s);
	at = mem_new(c->terms.n, sizeof(*at));
	for (uint32_t k = 0; k < c->terms.n; k++)
		at[k] = s->first[k];
	s->f = mem_new(s->first[c->terms.n], sizeof(*s->f));
	s->n = mem_new(s->first[c->terms.n], sizeof(*s->n));
	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *p = &c->slice[i];

		for (size_t j = p->from; p->size == size && j < p->to; j++) {
			const struct counts_cell *x = &c->cell[j];

			s->f[at[x->term]] = x->f;
			s->n[at[x->term]++] = p->total;
		}
	}
	free(at);
}

static void
spread_close(struct spread *s)
{
	free(s->first);
	free(s->f);
	free(s->n);
}

static void
put_cell(struct out *o, double v)
{
	out_ch(o, '\t');
	out_real(o, v);
}

static void
put_term(struct out *o, const struct spread *s, uint32_t term, uint64_t min)
{
	struct stat_dispersion x = {s->f + s->first[term],
	    s->n + s->first[term], s->first[term + 1] - s->first[term],
	    s->n_part, 0, s->words};
	const char *name;
	size_t len;

	for (size_t i = 0; i < x.range; i++)
		x.F += x.f[i];
	if (x.F == 0 || x.F < min)
		return;
	if (s->c->has_size) {
		name = counts_name(&s->c->sizes, s->size, &len);
		out_mem(o, name, len);
		out_ch(o, '\t');
	}
	name = counts_name(&s->c->terms, term, &len);
	out_mem(o, name, len);
	out_fmt(
	    o, "\t%" PRIu64 "\t%" PRIu64 "\t%zu\t%zu", x.F, x.T, x.k, x.range);
	put_cell(o, stat_dispersion_juilland(&x));
	put_cell(o, stat_dispersion_carroll(&x));
	put_cell(o, stat_dispersion_rosengren(&x));
	put_cell(o, stat_dispersion_dp(&x));
	put_cell(o, stat_dispersion_dp_norm(&x, s->least));
	put_cell(o, stat_dispersion_kl(&x));
	out_ch(o, '\n');
}

static void
tell(const struct spread *s)
{
	size_t len;
	const char *name = counts_name(&s->c->sizes, s->size, &len);

	if (s->n_empty > 0)
		note("%s%s%sparts without a word, left out: %zu",
		    s->c->has_size ? "n " : "", name,
		    s->c->has_size ? ": " : "", s->n_empty);
}

static void
dispersion(const struct opts *o, const struct counts *c)
{
	struct out out;

	out_open(&out, STDOUT_FILENO, "<stdout>");
	out_str(&out, c->has_size ? "n\t" : "");
	out_mem(&out, c->header.s, c->header.len);
	out_str(&out,
	    "\tF\tT\tparts\trange\tD_1even\tD2_1even\tS_1even\tDP_0even"
	    "\tDPnorm_0even\tDKL_0even\n");
	for (uint32_t k = 0; k < c->sizes.n; k++) {
		struct spread s;

		if (o->size != NULL && counts_find(&c->sizes, o->size) != k)
			continue;
		spread_open(&s, c, k);
		tell(&s);
		for (uint32_t i = 0; i < c->terms.n; i++)
			put_term(&out, &s, i, o->min);
		spread_close(&s);
	}
	out_close(&out);
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	int ch;

	while ((ch = getopt(argc, argv, "+:m:n:hqV")) != -1)
		switch (ch) {
		case 'm':
			o->min = opt_u64(ch, optarg, 1, COUNTS_MAX);
			break;
		case 'n':
			o->size = optarg;
			break;
		case 'q':
			err_quiet(true);
			break;
		default:
			opt_other(ch, &page);
		}
}

int
main(int argc, char **argv)
{
	struct opts o = {.min = 1};
	struct counts c;
	uint64_t line;

	err_init(argv[0]);
	read_options(&o, argc, argv);
	counts_read(&c, argv + optind, argc - optind);
	counts_need_part(&c);
	if (o.size != NULL && !c.has_size)
		die_data(counts_where(&c, 1, &line), 1,
		    "no column 'n', so -n makes no sense");
	if (o.size != NULL && counts_find(&c.sizes, o.size) == UINT32_MAX)
		note("no row has n %s", o.size);
	dispersion(&o, &c);
	counts_free(&c);
	return RC_OK;
}
