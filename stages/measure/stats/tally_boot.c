#include "tally_boot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/stat/boot.h"
#include "lib/table/tsv.h"

/* A figure is count / base, times a factor. */
static const struct {
	const char *name;
	double factor;
	enum tally_boot_count count;
	enum tally_boot_count base;
} figure[TALLY_BOOT_FIGURES] = {
    {"sentence_length", 1, TALLY_BOOT_WORDS, TALLY_BOOT_SENTENCES},
    {"word_length", 1, TALLY_BOOT_LETTERS, TALLY_BOOT_WORDS},
    {"mattr", 1, TALLY_BOOT_WINDOW_TYPES, TALLY_BOOT_WINDOW_WORDS},
    {"first_singular_per_1000", 1000, TALLY_BOOT_FIRST_SINGULAR,
	TALLY_BOOT_WORDS},
    {"first_plural_per_1000", 1000, TALLY_BOOT_FIRST_PLURAL, TALLY_BOOT_WORDS},
    {"questions_per_100", 100, TALLY_BOOT_QUESTIONS, TALLY_BOOT_SENTENCES},
    {"exclamations_per_100", 100, TALLY_BOOT_EXCLAMATIONS,
	TALLY_BOOT_SENTENCES},
};

void
tally_boot_open(struct tally_boot *b, const struct tally_boot_opts *o,
    const struct intern *names, bool kinds)
{
	*b = (struct tally_boot){.o = o,
	    .names = names,
	    .n_figure = kinds ? TALLY_BOOT_FIGURES : TALLY_BOOT_NO_KINDS};
}

void
tally_boot_free(struct tally_boot *b)
{
	for (size_t i = 0; i < b->n; i++)
		free(b->part[i].unit);
	free(b->part);
	free(b->text.unit);
	free(b->total.unit);
	*b = (struct tally_boot){0};
}

static struct tally_boot_unit
difference(const struct tally *from, const struct tally *to, uint64_t window)
{
	static const enum tally_count of[] = {
	    [TALLY_BOOT_WORDS] = TALLY_WORDS,
	    [TALLY_BOOT_LETTERS] = TALLY_LETTERS,
	    [TALLY_BOOT_SENTENCES] = TALLY_SENTENCES,
	    [TALLY_BOOT_QUESTIONS] = TALLY_QUESTIONS,
	    [TALLY_BOOT_EXCLAMATIONS] = TALLY_EXCLAMATIONS,
	    [TALLY_BOOT_FIRST_SINGULAR] = TALLY_FIRST_SINGULAR,
	    [TALLY_BOOT_FIRST_PLURAL] = TALLY_FIRST_PLURAL,
	};
	struct tally_boot_unit u;

	for (size_t i = 0; i < sizeof(of) / sizeof(*of); i++)
		u.n[i] = to->n[of[i]] - from->n[of[i]];
	u.n[TALLY_BOOT_WINDOW_TYPES] = to->window_types - from->window_types;
	u.n[TALLY_BOOT_WINDOW_WORDS] = (to->windows - from->windows) * window;
	return u;
}

static void
add_sum(struct tally_boot_part *p, const struct tally_boot_unit *u)
{
	for (size_t i = 0; i < TALLY_BOOT_COUNTS; i++)
		p->sum.n[i] += u->n[i];
}

/* A unit that has nothing is none. */
static void
add_unit(struct tally_boot_part *p, const struct tally_boot_unit *u)
{
	uint64_t any = 0;

	for (size_t i = 0; i < TALLY_BOOT_COUNTS; i++)
		any |= u->n[i];
	if (any == 0)
		return;
	p->unit = mem_grow(p->unit, &p->cap, p->n_unit + 1, sizeof(*p->unit));
	p->unit[p->n_unit++] = *u;
}

void
tally_boot_cut(struct tally_boot *b, const struct tally *t)
{
	struct tally_boot_unit u = difference(&b->cut, t, b->o->window);

	/* windows are no sentence's: they pass over its ends */
	u.n[TALLY_BOOT_WINDOW_TYPES] = 0;
	u.n[TALLY_BOOT_WINDOW_WORDS] = 0;
	add_unit(&b->text, &u);
	b->cut = *t;
}

/* ---- intervals ---- */

/* Units by their counts, so that draws do not depend on which came first. */
static int
by_counts(const void *a, const void *b)
{
	const struct tally_boot_unit *x = a;
	const struct tally_boot_unit *y = b;

	for (size_t i = 0; i < TALLY_BOOT_COUNTS; i++)
		if (x->n[i] != y->n[i])
			return x->n[i] < y->n[i] ? -1 : 1;
	return 0;
}

static double
value(const uint64_t *n, size_t k)
{
	uint64_t base = n[figure[k].base];

	return base > 0
	    ? figure[k].factor * (double)n[figure[k].count] / (double)base
	    : (double)NAN;
}

static void
values(const uint64_t *sum, double *to)
{
	for (size_t k = 0; k < TALLY_BOOT_FIGURES; k++)
		to[k] = value(sum, k);
}

static void
end_part(const struct tally_boot *b, struct tally_boot_part *p, const char *s,
    size_t len)
{
	const struct stat_interval none = {(double)NAN, (double)NAN};
	struct boot_table t = {.n_col = TALLY_BOOT_COUNTS,
	    .n_figure = TALLY_BOOT_FIGURES,
	    .figures = values};
	struct boot boot;

	for (size_t k = 0; k < TALLY_BOOT_FIGURES; k++)
		p->in[k] = none;
	p->done = true;
	if (p->n_unit > 1) {
		qsort(p->unit, p->n_unit, sizeof(*p->unit), by_counts);
		t.x = p->unit->n;
		t.n = (uint32_t)p->n_unit;
		boot_open(&boot, t.n, b->o->seed, s, len);
		boot_sums(&boot, &t, b->o->reps, b->o->level, p->in);
		boot_close(&boot);
	}
	for (size_t k = 0; k < TALLY_BOOT_FIGURES; k++)
		if (p->sum.n[figure[k].count] == 0)
			p->in[k] = none;
	free(p->unit);
	p->unit = NULL;
	p->cap = 0;
}

static void
end_named(struct tally_boot *b, uint32_t part)
{
	size_t len;
	const char *s = intern_s(b->names, part, &len);

	end_part(b, &b->part[part], s, len);
}

/* ---- texts ---- */

void
tally_boot_text(
    struct tally_boot *b, const struct tally *t, uint32_t part, bool last)
{
	static const struct tally none;
	struct tally_boot_unit u = difference(&none, t, b->o->window);
	struct tally_boot_part *p;

	b->part =
	    mem_grow(b->part, &b->cap, (size_t)part + 1, sizeof(*b->part));
	while (b->n <= part)
		b->part[b->n++] = (struct tally_boot_part){0};
	p = &b->part[part];
	add_sum(p, &u);
	if (b->o->by_sentence) {
		tally_boot_cut(b, t);
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
		end_named(b, part);
}

/* ---- the table ---- */

static void
put_part(const struct tally_boot *b, const struct tally_boot_part *p,
    struct intern_str name, const char *unit, struct out *o)
{
	for (size_t k = 0; k < b->n_figure; k++) {
		tsv_put(o, name.s, name.len);
		out_tab_str(o, figure[k].name);
		out_tab_u64(o, p->sum.n[figure[k].count]);
		out_tab_u64(o, p->sum.n[figure[k].base]);
		out_tab_real(o, value(p->sum.n, k));
		out_tab_real(o, p->in[k].low);
		out_tab_real(o, p->in[k].high);
		out_tab_u64(o, p->n_unit);
		out_tab_str(o, unit);
		out_ch(o, '\n');
	}
}

void
tally_boot_put(struct tally_boot *b, struct out *o)
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
			end_named(b, order[i]);
		put_part(b, &b->part[order[i]], name, unit, o);
	}
	if (b->o->total && b->n > 0) {
		end_part(b, &b->total, "*", 1);
		put_part(
		    b, &b->total, (struct intern_str){"*", 1}, "speech", o);
	}
	free(rank);
	free(order);
}
