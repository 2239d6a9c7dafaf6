#include "units.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/table/tsv.h"

#define MIXED UINT32_MAX /* several values of an attribute in one part */
#define UNSET (UINT32_MAX - 1)

static struct unit
new_unit(void)
{
	struct unit u = {0};

	for (size_t i = 0; i < UNITS_ATTRS; i++)
		u.value[i] = UNSET;
	return u;
}

void
units_open(struct units *u, const struct units_opts *o,
    const struct units_known *known)
{
	*u = (struct units){.o = o, .known = *known, .total = new_unit()};
	part_open(&u->part, o->part != NULL ? o->part : "id");
	intern_open(&u->values);
}

void
units_free(struct units *u)
{
	part_free(&u->part);
	intern_free(&u->values);
	free(u->unit);
	pool_free(&u->forms);
	pool_free(&u->stem);
}

static void
set_value(struct units *u, size_t i, const char *s)
{
	if (s == NULL || *s == '\0')
		s = "NA";
	u->value[i] = intern_add(&u->values, s, strlen(s));
}

void
units_enter(struct units *u, struct vrt *v)
{
	part_enter(&u->part, v);
	for (size_t i = 0; i < u->o->n_attr; i++)
		set_value(u, i, vrt_attr(v, u->o->attr[i]));
}

void
units_outside(struct units *u)
{
	part_outside(&u->part);
	for (size_t i = 0; i < u->o->n_attr; i++)
		set_value(u, i, NULL);
}

/* The row of the part, made if it is new. */
static struct unit *
unit_of(struct units *u, uint32_t part)
{
	u->unit =
	    mem_grow(u->unit, &u->cap, (size_t)part + 1, sizeof(*u->unit));
	while (u->n <= part)
		u->unit[u->n++] = new_unit();
	return &u->unit[part];
}

static void
add_sums(const struct units *u, struct unit *x, const struct tally *t)
{
	tally_add(&x->t, t);
	for (size_t i = 0; i < u->o->n_attr; i++)
		if (x->value[i] == UNSET)
			x->value[i] = u->value[i];
		else if (x->value[i] != u->value[i])
			x->value[i] = MIXED;
}

static void
set_types(struct unit *x, struct pool_sum forms, struct pool_sum stems)
{
	x->t.n[TALLY_FORMS] = forms.types;
	x->t.n[TALLY_HAPAX] = forms.hapax;
	x->t.n[TALLY_STEMS] = stems.types;
}

void
units_add(struct units *u, const struct tally *t, const struct types *forms,
    const struct types *stems)
{
	struct unit *x = unit_of(u, u->part.cur);
	size_t len;
	const char *name = intern_s(&u->part.names, u->part.cur, &len);

	add_sums(u, x, t);
	if (u->o->total)
		add_sums(u, &u->total, t);
	if (u->o->part == NULL && !u->o->total && strcmp(name, "NA") != 0) {
		/* a speech: nothing more will come */
		set_types(x,
		    (struct pool_sum){forms->n_seen, types_hapax(forms)},
		    (struct pool_sum){stems->n_seen, 0});
		return;
	}
	pool_add(&u->forms, u->o->alone ? 0 : u->part.cur, forms);
	pool_add(&u->stem, u->o->alone ? 0 : u->part.cur, stems);
}

/* The types of parts, once all their texts are known. */
static void
count_types(struct units *u)
{
	struct pool_sum *forms = mem_new(u->n + 1, sizeof(*forms));
	struct pool_sum *stems = mem_new(u->n + 1, sizeof(*stems));

	pool_parts(&u->forms, forms, (uint32_t)u->n);
	pool_parts(&u->stem, stems, (uint32_t)u->n);
	for (size_t i = 0; i < u->n; i++)
		if (forms[i].types > 0)
			set_types(&u->unit[i], forms[i], stems[i]);
	if (u->o->total)
		set_types(&u->total, pool_all(&u->forms), pool_all(&u->stem));
	free(forms);
	free(stems);
}

/* ---- the table ---- */

static const char *const figure[] = {
    "sentence_length", "word_length", "ttr", "mattr", "density"};

bool
units_column(const char *name)
{
	for (int k = 0; k < TALLY_COUNTS; k++)
		if (strcmp(tally_name((enum tally_count)k), name) == 0)
			return true;
	for (size_t i = 0; i < sizeof(figure) / sizeof(*figure); i++)
		if (strcmp(figure[i], name) == 0)
			return true;
	for (size_t i = 0; i < TALLY_SHARES; i++)
		if (strcmp(tally_shares[i].name, name) == 0)
			return true;
	return strcmp(name, "part") == 0;
}

/* A column of speeches has a meaning for parts only; those of parts of speech
 * are many and come with these alone. */
static bool
is_shown(const struct units *u, enum tally_count k)
{
	if (k >= TALLY_TAGGED)
		return units_knows(&u->known, k);
	return k != TALLY_SPEECHES || u->o->part != NULL;
}

/* What no token tells in a stream without stems, kinds or parts of speech. */
bool
units_knows(const struct units_known *known, enum tally_count k)
{
	if (k >= TALLY_FINITE)
		return known->tenses;
	if (k >= TALLY_CONTENT)
		return known->pos;
	switch (k) {
	case TALLY_STEMS:
		return known->stems;
	case TALLY_NUMBERS:
	case TALLY_PUNCTUATION:
	case TALLY_SYMBOLS:
	case TALLY_ADDRESSES:
	case TALLY_QUESTIONS:
	case TALLY_EXCLAMATIONS:
		return known->kinds;
	default:
		return true;
	}
}

static void
put_header(const struct units *u, struct out *o)
{
	out_str(o, "part");
	for (size_t i = 0; i < u->o->n_attr; i++) {
		out_ch(o, '\t');
		tsv_put(o, u->o->attr[i], strlen(u->o->attr[i]));
	}
	for (enum tally_count k = 0; k < TALLY_TAGGED; k++)
		if (is_shown(u, k))
			out_tab_str(o, tally_name(k));
	for (size_t i = 0; i < sizeof(figure) / sizeof(*figure); i++)
		out_tab_str(o, figure[i]);
	for (enum tally_count k = TALLY_TAGGED; k < TALLY_COUNTS; k++)
		if (is_shown(u, k))
			out_tab_str(o, tally_name(k));
	for (size_t i = 0; i < TALLY_SHARES; i++)
		if (is_shown(u, tally_shares[i].count))
			out_tab_str(o, tally_shares[i].name);
	out_ch(o, '\n');
}

static void
put_ratio(struct out *o, uint64_t a, uint64_t b)
{
	out_tab_real(o, b > 0 ? (double)a / (double)b : (double)NAN);
}

/* The counts from one up to another. */
static void
put_counts(const struct units *u, const uint64_t *n, enum tally_count k,
    enum tally_count to, struct out *o)
{
	for (; k < to; k++) {
		if (!is_shown(u, k))
			continue;
		out_ch(o, '\t');
		if (units_knows(&u->known, k))
			out_u64(o, n[k]);
		else
			out_str(o, "NA");
	}
}

static void
put_unit(const struct units *u, const struct unit *x, struct out *o)
{
	const uint64_t *n = x->t.n;

	for (size_t i = 0; i < u->o->n_attr; i++) {
		const char *s = "NA";
		size_t len = 2;

		if (x->value[i] < UNSET)
			s = intern_s(&u->values, x->value[i], &len);
		out_ch(o, '\t');
		tsv_put(o, s, len);
	}
	put_counts(u, n, 0, TALLY_TAGGED, o);
	put_ratio(o, n[TALLY_WORDS], n[TALLY_SENTENCES]);
	put_ratio(o, n[TALLY_LETTERS], n[TALLY_WORDS]);
	put_ratio(o, n[TALLY_FORMS], n[TALLY_WORDS]);
	put_ratio(o, x->t.window_types, x->t.windows * u->o->window);
	put_ratio(o, n[TALLY_CONTENT], n[TALLY_TAGGED]);
	put_counts(u, n, TALLY_TAGGED, TALLY_COUNTS, o);
	for (size_t i = 0; i < TALLY_SHARES; i++)
		if (is_shown(u, tally_shares[i].count))
			put_ratio(o, n[tally_shares[i].count],
			    n[tally_shares[i].base]);
	out_ch(o, '\n');
}

void
units_put(struct units *u, struct out *o)
{
	uint32_t *rank;
	uint32_t *order;

	count_types(u);
	put_header(u, o);
	intern_rank(&u->part.names, &rank, &order);
	for (uint32_t i = 0; i < u->part.names.n && !u->o->alone; i++) {
		size_t len;
		const char *s = intern_s(&u->part.names, order[i], &len);

		tsv_put(o, s, len);
		put_unit(u, &u->unit[order[i]], o);
	}
	if (u->o->total && u->n > 0) {
		out_ch(o, '*');
		put_unit(u, &u->total, o);
	}
	free(rank);
	free(order);
}

/* What adds up and can be set against words, in the order of the names. */
static const enum tally_count added[] = {TALLY_ADDRESSES, TALLY_ADJECTIVES,
    TALLY_ADVERBS, TALLY_AUXILIARIES, TALLY_CONDITIONAL, TALLY_CONTENT,
    TALLY_EXCLAMATIONS, TALLY_FINITE, TALLY_FIRST_PLURAL, TALLY_FIRST_SINGULAR,
    TALLY_FUTURE, TALLY_IMPERATIVE, TALLY_IMPERFECT, TALLY_LETTERS, TALLY_NAMES,
    TALLY_NOUNS, TALLY_NUMBERS, TALLY_PARAGRAPHS, TALLY_PAST_SIMPLE,
    TALLY_PERFECT, TALLY_PLUPERFECT, TALLY_PRESENT, TALLY_PRONOUNS,
    TALLY_PUNCTUATION, TALLY_QUESTIONS, TALLY_SENTENCES, TALLY_SUBJUNCTIVE,
    TALLY_SYMBOLS, TALLY_VERBS};

static void
put_count(
    struct out *o, const char *part, size_t len, const char *name, uint64_t n)
{
	tsv_put(o, part, len);
	out_tab_str(o, name);
	out_tab_u64(o, n);
	out_ch(o, '\n');
}

void
units_put_counts(const struct units *u, struct out *o)
{
	uint32_t *rank;
	uint32_t *order;

	out_str(o, "part\tcount\tfreq\n");
	intern_rank(&u->part.names, &rank, &order);
	for (uint32_t i = 0; i < u->part.names.n; i++) {
		const uint64_t *n = u->unit[order[i]].t.n;
		size_t len;
		const char *s = intern_s(&u->part.names, order[i], &len);

		put_count(o, s, len, "", n[TALLY_WORDS]);
		for (size_t k = 0; k < sizeof(added) / sizeof(*added); k++)
			if (units_knows(&u->known, added[k]) && n[added[k]] > 0)
				put_count(o, s, len, tally_name(added[k]),
				    n[added[k]]);
	}
	free(rank);
	free(order);
}
