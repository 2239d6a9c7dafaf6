/* distance - how far the parts of a corpus are apart.  See distance(1). */
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "chunk_pairs.h"
#include "chunks.h"
#include "compare/common/triangle.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stat/deal.h"
#include "lib/table/counts.h"
#include "measure.h"
#include "nearest.h"
#include "profiles.h"
#include "scores.h"
#include "stat_delta.h"
#include "stat_distance.h"

static const struct opt_page page = {
    "distance [-hNqVvx] [-b attr -w words [-c column] [-P deals [-s seed]]] "
    "[-M measure] [-n words] [file ...]",
    "how far the parts of a corpus are apart", "b:c:M:Nn:P:s:w:x"};

/* What Labbe asks of his texts. */
enum {
	SHORT = 5000,
	RATIO = 10,
};

enum {
	DEALS_LEAST = 99,
	CHUNKS_MOST = 2500, /* of which all pairs are taken, with -P */
};

struct opts {
	const struct measure *measure;
	uint64_t words; /* -n */
	struct chunks_opts chunks;
	bool square;    /* -x */
	bool nearest;   /* -N */
	uint64_t deals; /* -P, or 0 */
	uint64_t seed;  /* -s */
};

struct work {
	const struct opts *o;
	struct profiles p;
	struct profiles_pair pair;
	struct chunk_pairs chunks; /* with -w */
	struct scores scores;      /* for Delta only */
	double *d;                 /* as triangle_at() places them */
	uint32_t *common;          /* terms that both have, likewise */
	struct nearest near;       /* with -P */
	const char *forms;         /* in the note: they are no lemmas */
	struct out out;
};

/* By whole parts: the figures of part a and those behind it, from k on. */
static void
compare_part(struct work *w, uint32_t a, size_t k)
{
	const struct profiles *p = &w->p;
	const struct measure *m = w->o->measure;
	const struct profile *x = &p->part[a];

	profiles_pair_first(&w->pair, x);
	for (uint32_t b = a + 1; b < p->n_part; b++, k++) {
		const struct profile *y = &p->part[b];
		struct stat_pair pair =
		    profiles_pair(&w->pair, y, m->pair == stat_distance_chi2);

		w->common[k] = (uint32_t)(profiles_terms(p, x) +
		    profiles_terms(p, y) - pair.n);
		if (x->size == 0 || y->size == 0)
			w->d[k] = (double)NAN;
		else if (m->delta != NULL)
			w->d[k] = m->delta(scores_of(&w->scores, a),
			    scores_of(&w->scores, b), w->scores.n);
		else
			w->d[k] = w->o->chunks.size > 0 ? 0 : m->pair(&pair);
	}
}

/* The means over their chunks. */
static void
compare_chunks(struct work *w, uint32_t a, size_t k)
{
	const struct profiles *p = &w->p;

	for (size_t i = p->first[a]; i < p->first[a + 1]; i++) {
		chunk_pairs_first(&w->chunks, i, p->first[a + 1]);
		for (size_t j = p->first[a + 1]; j < p->n_text; j++) {
			double d = chunk_pairs_with(&w->chunks, j);

			w->d[k + p->text[j].part - a - 1] += d;
			if (w->o->deals > 0)
				nearest_add(
				    &w->near, &p->text[i], &p->text[j], d);
		}
	}
	for (uint32_t b = a + 1; b < p->n_part; b++, k++)
		w->d[k] /= (double)(p->first[a + 1] - p->first[a]) *
		    (double)(p->first[b + 1] - p->first[b]);
}

/* What Labbe's authors would say against the figure. */
static void
put_note(struct work *w, uint32_t a, uint32_t b)
{
	uint64_t x = w->p.part[a].size;
	uint64_t y = w->p.part[b].size;
	uint64_t small = x < y ? x : y;
	uint64_t chunk = w->o->chunks.size;
	const char *apart = "";

	if (small == 0) {
		out_str(&w->out, "empty");
		return;
	}
	if (w->o->measure->pair != stat_distance_labbe)
		return;
	if (*w->forms != '\0') {
		out_str(&w->out, w->forms);
		apart = ",";
	}
	if ((chunk > 0 ? chunk : small) < SHORT) {
		out_fmt(&w->out, "%sshort", apart);
		apart = ",";
	}
	if (chunk == 0 && (x > RATIO * y || y > RATIO * x))
		out_fmt(&w->out, "%sratio", apart);
}

static size_t
pair_at(const struct work *w, uint32_t a, uint32_t b)
{
	return a < b ? triangle_at(w->p.n_part, a, b)
		     : triangle_at(w->p.n_part, b, a);
}

static void
put_pair(struct work *w, uint32_t a, uint32_t b)
{
	size_t k = pair_at(w, a, b);
	const struct profiles *p = &w->p;
	const struct profile *x = &p->part[a];
	const struct profile *y = &p->part[b];

	out_str(&w->out, p->name[a]);
	out_tab_str(&w->out, p->name[b]);
	out_tab_real(&w->out, w->d[k]);
	out_fmt(&w->out, "\t%" PRIu64 "\t%" PRIu64 "\t%zu\t%zu\t%" PRIu32 "\t",
	    x->size, y->size, profiles_terms(p, x), profiles_terms(p, y),
	    w->common[k]);
	if (w->o->chunks.size > 0)
		out_fmt(&w->out, "%zu\t%zu\t", p->first[a + 1] - p->first[a],
		    p->first[b + 1] - p->first[b]);
	if (w->o->deals > 0) {
		out_real(&w->out, w->near.chance[a]);
		out_tab_real(&w->out, w->near.value[a]);
		out_tab_real(&w->out, w->near.q[a]);
		out_ch(&w->out, '\t');
	}
	put_note(w, a, b);
	out_ch(&w->out, '\n');
}

/* Each part with the one that is nearest, of equals the first. */
static void
put_nearest(struct work *w)
{
	uint32_t n = w->p.n_part;

	for (uint32_t a = 0; a < n; a++) {
		uint32_t best = a;

		for (uint32_t b = 0; b < n; b++)
			if (b != a && !isnan(w->d[pair_at(w, a, b)]) &&
			    (best == a ||
				w->d[pair_at(w, a, b)] <
				    w->d[pair_at(w, a, best)]))
				best = b;
		if (best != a)
			put_pair(w, a, best);
	}
}

static void
put_long(struct work *w)
{
	out_str(&w->out, "part\tother\tdistance\tN_a\tN_b\tV_a\tV_b\tcommon");
	out_str(&w->out, w->o->chunks.size > 0 ? "\tchunks_a\tchunks_b" : "");
	out_str(&w->out, w->o->deals > 0 ? "\tchance\tp\tq" : "");
	out_str(&w->out, "\tnote\n");
	if (w->o->nearest) {
		put_nearest(w);
		return;
	}
	for (uint32_t a = 0; a < w->p.n_part; a++)
		for (uint32_t b = a + 1; b < w->p.n_part; b++)
			put_pair(w, a, b);
}

static void
put_square(struct work *w)
{
	const struct profiles *p = &w->p;

	out_str(&w->out, "part");
	for (uint32_t a = 0; a < p->n_part; a++)
		out_tab_str(&w->out, p->name[a]);
	out_ch(&w->out, '\n');
	for (uint32_t a = 0; a < p->n_part; a++) {
		out_str(&w->out, p->name[a]);
		for (uint32_t b = 0; b < p->n_part; b++) {
			out_tab_real(&w->out,
			    a == b      ? 0
				: a < b ? w->d[triangle_at(p->n_part, a, b)]
					: w->d[triangle_at(p->n_part, b, a)]);
		}
		out_ch(&w->out, '\n');
	}
}

/* What the input holds, where a reader of the table must know it. */
static void
tell(const struct work *w)
{
	const struct profiles *p = &w->p;
	uint32_t n_empty = 0;

	for (uint32_t i = 0; i < p->n_part; i++)
		n_empty += p->part[i].size == 0;
	if (p->n_part < 2)
		note("%s: there is nothing to compare",
		    err_said(p->n_part == 0 ? "no parts" : "one part"));
	if (n_empty > 0)
		note("parts without a %s, whose distances are NA: %" PRIu32,
		    err_said(w->o->chunks.size > 0 ? "chunk" : "word"),
		    n_empty);
	if (p->rows < p->total)
		note("tokens that have no row: %" PRIu64 " of %" PRIu64
		     "; they count in the sizes only",
		    p->total - p->rows, p->total);
}

static void
compare(struct work *w)
{
	uint32_t n = w->p.n_part;
	size_t n_pair = n > 0 ? (size_t)n * (n - 1) / 2 : 0;

	tell(w);
	if (w->o->measure->delta != NULL)
		scores_open(&w->scores, &w->p, w->o->words);
	w->d = mem_new(n_pair, sizeof(*w->d));
	w->common = mem_new(n_pair, sizeof(*w->common));
	profiles_pair_open(&w->pair, &w->p);
	if (w->o->chunks.size > 0)
		chunk_pairs_open(&w->chunks, &w->p, w->o->measure, &w->pair);
	if (w->o->deals > 0)
		nearest_open(&w->near, &w->p);
	for (uint32_t a = 0; a + 1 < n; a++) {
		size_t k = triangle_at(n, a, a + 1);

		compare_part(w, a, k);
		if (w->o->chunks.size > 0)
			compare_chunks(w, a, k);
	}
	if (w->o->deals > 0)
		nearest_test(&w->near, w->o->deals, w->o->seed);
	out_stdout(&w->out);
	if (w->o->square)
		put_square(w);
	else
		put_long(w);
	out_close(&w->out);
	profiles_pair_free(&w->pair);
	if (w->o->chunks.size > 0)
		chunk_pairs_close(&w->chunks);
	if (w->o->deals > 0)
		nearest_close(&w->near);
	free(w->d);
	free(w->common);
	if (w->o->measure->delta != NULL)
		scores_free(&w->scores);
}

/* What is said of terms that are counted by this column. */
static const char *
forms_of(const char *column)
{
	if (column == NULL || strcmp(column, "ngram") == 0)
		return "forms?";
	return strcmp(column, "lemma") == 0 ? "" : "forms";
}

/* ---- options ---- */

/* limit: -n was given */
static void
check_options(const struct opts *o, bool limit)
{
	if (o->square && o->nearest)
		opt_refuse(&page, "-x writes all distances, -N the nearest");
	if (limit && o->measure->delta == NULL)
		opt_refuse(&page, "-n is for -M delta and delta-cosine");
	if ((o->chunks.size > 0) != (o->chunks.read.by != NULL))
		opt_refuse(&page, "-w and -b go together");
	if (o->chunks.size > 0 && o->measure->delta != NULL)
		opt_refuse(&page, "Delta is not computed by chunks (-w)");
	if (o->deals > 0 && (o->chunks.size == 0 || !o->nearest))
		opt_refuse(
		    &page, "-P tests the nearest parts by chunks: -N -w");
}

static void
read_options(struct opts *o, int argc, char **argv)
{
	bool limit = false;
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'b':
			o->chunks.read.by = optarg;
			break;
		case 'c':
			o->chunks.read.classes = tokens_classes(optarg);
			o->chunks.read.column = optarg;
			break;
		case 'M':
			o->measure = measure_find(optarg);
			break;
		case 'N':
			o->nearest = true;
			break;
		case 'n':
			o->words = opt_u64(ch, optarg, 1, UINT32_MAX);
			limit = true;
			break;
		case 'P':
			o->deals =
			    opt_u64(ch, optarg, DEALS_LEAST, STAT_DEALS_MOST);
			o->chunks.units = true;
			o->chunks.most = CHUNKS_MOST;
			break;
		case 's':
			o->seed = opt_u64(ch, optarg, 0, UINT64_MAX);
			break;
		case 'w':
			o->chunks.size = opt_u64(ch, optarg, 1, UINT32_MAX);
			break;
		case 'x':
			o->square = true;
			break;
		}
	check_options(o, limit);
}

int
main(int argc, char **argv)
{
	struct opts o = {.measure = measure_find("labbe"),
	    .words = 100,
	    .seed = STAT_RNG_SEED};
	struct work w = {.o = &o};
	struct counts c;

	err_init(argv[0]);
	read_options(&o, argc, argv);
	if (o.chunks.size > 0) {
		w.forms = forms_of(
		    chunks_read(&w.p, &o.chunks, argv + optind, argc - optind));
	} else {
		counts_read(&c, argv + optind, argc - optind);
		counts_need_part(&c);
		profiles_counts(&w.p, &c, o.chunks.read.classes != NULL);
		w.forms =
		    forms_of(o.chunks.read.column != NULL ? o.chunks.read.column
							  : c.header.s);
		counts_free(&c);
	}
	compare(&w);
	profiles_free(&w.p);
	return RC_OK;
}
