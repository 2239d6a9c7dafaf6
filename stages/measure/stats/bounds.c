#include "bounds.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/jackknife.h"
#include "lib/table/tsv.h"

/* A figure is count / base, times a factor; of a share that is the most. */
struct figure {
	const char *name;
	double factor;
	bool share;
	enum bounds_count count;
	enum bounds_count base;
};

static struct figure
figure_of(size_t k)
{
	static const struct figure own[BOUNDS_OWN] = {
	    {"sentence_length", 1, false, BOUNDS_WORDS, BOUNDS_SENTENCES},
	    {"word_length", 1, false, BOUNDS_LETTERS, BOUNDS_WORDS},
	    {"mattr", 1, true, BOUNDS_WINDOW_TYPES, BOUNDS_WINDOW_WORDS},
	    {"density", 1, true, BOUNDS_CONTENT, BOUNDS_TAGGED},
	    {"first_singular_per_1000", 1000, true, BOUNDS_FIRST_SINGULAR,
		BOUNDS_WORDS},
	    {"first_plural_per_1000", 1000, true, BOUNDS_FIRST_PLURAL,
		BOUNDS_WORDS},
	    {"questions_per_100", 100, true, BOUNDS_QUESTIONS,
		BOUNDS_SENTENCES},
	    {"exclamations_per_100", 100, true, BOUNDS_EXCLAMATIONS,
		BOUNDS_SENTENCES},
	};
	const struct tally_share *s;

	if (k < BOUNDS_OWN)
		return own[k];
	s = &tally_shares[k - BOUNDS_OWN];
	return (struct figure){s->name, 1, true,
	    BOUNDS_TAGGED + s->count - TALLY_TAGGED,
	    BOUNDS_TAGGED + s->base - TALLY_TAGGED};
}

void
bounds_open(struct bounds *b, const struct bounds_opts *o,
    const struct intern *names, const struct units_known *known)
{
	*b = (struct bounds){.o = o, .names = names, .known = *known};
}

/* Does the stream tell it? */
static bool
is_known(const struct bounds *b, size_t k)
{
	switch (figure_of(k).count) {
	case BOUNDS_QUESTIONS:
	case BOUNDS_EXCLAMATIONS:
		return b->known.kinds;
	case BOUNDS_CONTENT:
		return b->known.pos;
	default:
		return k < BOUNDS_OWN ||
		    units_knows(&b->known, tally_shares[k - BOUNDS_OWN].count);
	}
}

void
bounds_free(struct bounds *b)
{
	for (size_t i = 0; i < b->n; i++)
		free(b->part[i].unit);
	free(b->part);
	free(b->text.unit);
	free(b->total.unit);
	*b = (struct bounds){0};
}

static struct bounds_unit
difference(const struct tally *from, const struct tally *to, uint64_t window)
{
	static const enum tally_count of[] = {
	    [BOUNDS_WORDS] = TALLY_WORDS,
	    [BOUNDS_LETTERS] = TALLY_LETTERS,
	    [BOUNDS_SENTENCES] = TALLY_SENTENCES,
	    [BOUNDS_QUESTIONS] = TALLY_QUESTIONS,
	    [BOUNDS_EXCLAMATIONS] = TALLY_EXCLAMATIONS,
	    [BOUNDS_FIRST_SINGULAR] = TALLY_FIRST_SINGULAR,
	    [BOUNDS_FIRST_PLURAL] = TALLY_FIRST_PLURAL,
	    [BOUNDS_CONTENT] = TALLY_CONTENT,
	};
	struct bounds_unit u;

	for (size_t i = 0; i < sizeof(of) / sizeof(*of); i++)
		u.n[i] = to->n[of[i]] - from->n[of[i]];
	for (int k = TALLY_TAGGED; k < TALLY_COUNTS; k++)
		u.n[BOUNDS_TAGGED + k - TALLY_TAGGED] = to->n[k] - from->n[k];
	u.n[BOUNDS_WINDOW_TYPES] = to->window_types - from->window_types;
	u.n[BOUNDS_WINDOW_WORDS] = (to->windows - from->windows) * window;
	return u;
}

static void
add_sum(struct bounds_part *p, const struct bounds_unit *u)
{
	for (size_t i = 0; i < BOUNDS_COUNTS; i++)
		p->sum.n[i] += u->n[i];
}

/* A unit that has nothing is none. */
static void
add_unit(struct bounds_part *p, const struct bounds_unit *u)
{
	uint64_t any = 0;

	for (size_t i = 0; i < BOUNDS_COUNTS; i++)
		any |= u->n[i];
	if (any == 0)
		return;
	p->unit = mem_grow(p->unit, &p->cap, p->n_unit + 1, sizeof(*p->unit));
	p->unit[p->n_unit++] = *u;
}

void
bounds_cut(struct bounds *b, const struct tally *t)
{
	struct bounds_unit u = difference(&b->cut, t, b->o->window);

	/* windows are no sentence's: they pass over its ends */
	u.n[BOUNDS_WINDOW_TYPES] = 0;
	u.n[BOUNDS_WINDOW_WORDS] = 0;
	add_unit(&b->text, &u);
	b->cut = *t;
}

/* ---- intervals ---- */

/* Speeches by their counts, so that sums do not depend on which came first. */
static int
by_counts(const void *a, const void *b)
{
	const struct bounds_unit *x = a;
	const struct bounds_unit *y = b;

	for (size_t i = 0; i < BOUNDS_COUNTS; i++)
		if (x->n[i] != y->n[i])
			return x->n[i] < y->n[i] ? -1 : 1;
	return 0;
}

static double
value(const uint64_t *n, size_t k)
{
	struct figure f = figure_of(k);

	return n[f.base] > 0 ? f.factor * (double)n[f.count] / (double)n[f.base]
			     : (double)NAN;
}

static void
values(const uint64_t *sum, double *to)
{
	for (size_t k = 0; k < BOUNDS_FIGURES; k++)
		to[k] = value(sum, k);
}

/* In how many of the runs that were left out the count is more than 0. */
static uint32_t
runs_with(const struct stat_jackknife_table *t, enum bounds_count count)
{
	uint32_t with = 0;
	uint32_t next = 0; /* run that has not been seen to have it */

	for (uint32_t i = 0; i < t->n; i++) {
		uint32_t run = stat_jackknife_run(i, t->n, t->runs);

		if (run < next || t->x[i * t->n_col + count] == 0)
			continue;
		with++;
		next = run + 1;
	}
	return with;
}

static void
end_part(const struct bounds *b, struct bounds_part *p, bool sentences)
{
	struct stat_jackknife_table t = {.n = (uint32_t)p->n_unit,
	    .n_col = BOUNDS_COUNTS,
	    .n_figure = BOUNDS_FIGURES,
	    .figures = values};

	p->done = true;
	t.runs = stat_jackknife_runs(t.n, sentences);
	if (t.n > 1 && !sentences)
		qsort(p->unit, p->n_unit, sizeof(*p->unit), by_counts);
	if (t.n > 0)
		t.x = p->unit->n;
	stat_jackknife_sums(&t, b->o->level, p->in);
	for (size_t k = 0; k < BOUNDS_FIGURES; k++) {
		struct figure f = figure_of(k);

		if (runs_with(&t, f.count) < stat_jackknife_with(t.runs))
			p->in[k] = stat_interval_none;
		if (f.share && p->in[k].high > f.factor)
			p->in[k].high = f.factor;
	}
	free(p->unit);
	p->unit = NULL;
	p->cap = 0;
}

/* ---- texts ---- */

void
bounds_text(struct bounds *b, const struct tally *t, uint32_t part, bool last)
{
	static const struct tally none;
	struct bounds_unit u = difference(&none, t, b->o->window);
	struct bounds_part *p;

	b->part =
	    mem_grow(b->part, &b->cap, (size_t)part + 1, sizeof(*b->part));
	while (b->n <= part)
		b->part[b->n++] = (struct bounds_part){0};
	p = &b->part[part];
	add_sum(p, &u);
	if (b->o->by_sentence) {
		bounds_cut(b, t);
		for (size_t i = 0; i < b->text.n_unit; i++)
			add_unit(p, &b->text.unit[i]);
		b->text.n_unit = 0;
		b->cut = none;
	} else
		add_unit(p, &u);
	if (b->o->total) {
		add_sum(&b->total, &u);
		add_unit(&b->total, &u);
	}
	if (last)
		end_part(b, p, b->o->by_sentence);
}

/* ---- the table ---- */

static void
put_part(const struct bounds *b, const struct bounds_part *p,
    struct intern_str name, const char *unit, struct out *o)
{
	for (size_t k = 0; k < BOUNDS_FIGURES; k++) {
		struct figure f = figure_of(k);

		if (!is_known(b, k))
			continue;
		tsv_put(o, name.s, name.len);
		out_tab_str(o, f.name);
		out_tab_u64(o, p->sum.n[f.count]);
		out_tab_u64(o, p->sum.n[f.base]);
		out_tab_real(o, value(p->sum.n, k));
		out_tab_real(o, p->in[k].low);
		out_tab_real(o, p->in[k].high);
		out_tab_u64(o, p->n_unit);
		out_tab_str(o, unit);
		out_ch(o, '\n');
	}
}

void
bounds_put(struct bounds *b, struct out *o)
{
	const char *unit = b->o->by_sentence ? "sentence" : "speech";
	uint32_t *rank;
	uint32_t *order;

	out_str(
	    o, "part\tmeasure\tcount\tbase\tvalue\tlow\thigh\tunits\tunit\n");
	intern_rank(b->names, &rank, &order);
	for (uint32_t i = 0; i < b->names->n; i++) {
		struct intern_str name = b->names->str[order[i]];

		if (!b->part[order[i]].done)
			end_part(b, &b->part[order[i]], b->o->by_sentence);
		put_part(b, &b->part[order[i]], name, unit, o);
	}
	if (b->o->total && b->n > 0) {
		end_part(b, &b->total, false);
		put_part(
		    b, &b->total, (struct intern_str){"*", 1}, "speech", o);
	}
	free(rank);
	free(order);
}
