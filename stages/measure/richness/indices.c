#include "indices.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "stat_richness.h"

struct index {
	const char *name;
	double (*of)(const struct spectrum *); /* NULL: goes by order */
	enum sequence_what what;
	bool usual;
	bool share; /* at most 1 */
	enum indices_bounds bounds;
};

static const struct index list[] = {
    {"ttr", stat_richness_ttr, 0, true, true, INDICES_BY_TYPES},
    {"guiraud_r", stat_richness_guiraud_r, 0, false, false, INDICES_BY_TYPES},
    {"carroll_cttr", stat_richness_carroll_cttr, 0, false, false,
	INDICES_BY_TYPES},
    {"herdan_c", stat_richness_herdan_c, 0, true, true, INDICES_BY_TYPES},
    {"dugast_u", stat_richness_dugast_u, 0, false, false, INDICES_BY_TYPES},
    {"maas_a", stat_richness_maas_a, 0, false, false, INDICES_BY_TYPES},
    {"maas_a2", stat_richness_maas_a2, 0, false, false, INDICES_BY_TYPES},
    {"summer_s", stat_richness_summer_s, 0, false, true, INDICES_BY_TYPES},
    {"yule_k", stat_richness_yule_k, 0, true, false, INDICES_PLAIN},
    {"yule_i", stat_richness_yule_i, 0, false, false, INDICES_PLAIN},
    {"simpson_d", stat_richness_simpson_d, 0, false, true, INDICES_PLAIN},
    {"herdan_vm", stat_richness_herdan_vm, 0, false, true, INDICES_PLAIN},
    {"honore_h", stat_richness_honore_h, 0, false, false, INDICES_NO_BOUNDS},
    {"brunet_w", stat_richness_brunet_w, 0, false, false, INDICES_BY_TYPES},
    {"sichel_s", stat_richness_sichel_s, 0, false, true, INDICES_NO_BOUNDS},
    {"hdd", stat_richness_hdd, 0, false, true, INDICES_PLAIN},
    {"hdd_sum", stat_richness_hdd_sum, 0, false, false, INDICES_PLAIN},
    {"mattr", NULL, SEQUENCE_MATTR, true, true, INDICES_PLAIN},
    {"msttr", NULL, SEQUENCE_MSTTR, false, true, INDICES_PLAIN},
    {"mtld", NULL, SEQUENCE_MTLD, false, false, INDICES_PLAIN},
    {"mtld_ma", NULL, SEQUENCE_MTLD_MA, false, false, INDICES_PLAIN},
};

enum {
	INDICES = sizeof(list) / sizeof(*list)
};

static void
add(struct indices *c, int index)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->index[i] == index)
			return;
	c->index[c->n++] = index;
}

bool
indices_add(struct indices *c, const char *name, bool counts)
{
	bool all = strcmp(name, "all") == 0;
	bool usual = strcmp(name, "usual") == 0;

	for (int i = 0; i < INDICES; i++)
		if (strcmp(name, list[i].name) == 0) {
			add(c, i);
			return true;
		} else if ((all || (usual && list[i].usual)) &&
		    !(counts && indices_ordered(i)))
			add(c, i);
	return all || usual;
}

const char *
indices_name(int index)
{
	return list[index].name;
}

bool
indices_ordered(int index)
{
	return list[index].of == NULL;
}

bool
indices_share(int index)
{
	return list[index].share;
}

enum indices_bounds
indices_bounds(int index)
{
	return list[index].bounds;
}

double
indices_slope(int index, const struct spectrum *s)
{
	return stat_richness_slope(list[index].of, s);
}

void
indices_of_spectrum(
    const struct indices *c, const struct spectrum *s, double *x)
{
	for (size_t i = 0; i < c->n; i++)
		x[i] = indices_ordered(c->index[i]) ? (double)NAN
						    : list[c->index[i]].of(s);
}

/* ---- texts ---- */

void
indices_open(struct indices_work *w, const struct indices *c, size_t window)
{
	unsigned what = 0;

	for (size_t i = 0; i < c->n; i++)
		what |= (unsigned)list[c->index[i]].what;
	*w = (struct indices_work){.c = c};
	sequence_open(&w->sequence, window, what);
}

void
indices_free(struct indices_work *w)
{
	sequence_free(&w->sequence);
	types_free(&w->types);
	spectrum_free(&w->spectrum);
	free(w->f);
}

static double
ordered(const struct sequence *q, const struct sequence_sums *s, int index)
{
	switch (list[index].what) {
	case SEQUENCE_MATTR:
		return sequence_mattr(q, s);
	case SEQUENCE_MSTTR:
		return sequence_msttr(q, s);
	case SEQUENCE_MTLD:
		return sequence_mtld(s);
	case SEQUENCE_MTLD_MA:
		return sequence_mtld_ma(s);
	}
	return (double)NAN;
}

static void
count(struct indices_work *w, const struct indices_text *t, uint32_t n_type)
{
	struct types *y = &w->types;
	size_t n = t->n_end > 0 ? t->end[t->n_end - 1] : 0;

	types_room(y, n_type);
	types_clear(y);
	for (size_t i = 0; i < n; i++)
		types_add(y, t->id[i]);
	w->f = mem_grow(w->f, &w->cap, y->n_seen, sizeof(*w->f));
	for (size_t i = 0; i < y->n_seen; i++)
		w->f[i] = y->n[y->seen[i]];
	spectrum_count(&w->spectrum, w->f, y->n_seen);
}

void
indices_sum(struct indices_work *w, const struct indices_text *t,
    uint32_t n_type, struct sequence_sums *sums)
{
	size_t from = 0;

	sequence_room(&w->sequence, n_type);
	for (size_t i = 0; i < t->n_end; i++) {
		sequence_add(
		    &w->sequence, t->id + from, t->end[i] - from, sums);
		from = t->end[i];
	}
}

void
indices_of_sums(
    const struct indices_work *w, const struct sequence_sums *sums, double *x)
{
	indices_of_spectrum(w->c, &w->spectrum, x);
	for (size_t i = 0; i < w->c->n; i++)
		if (indices_ordered(w->c->index[i]))
			x[i] = ordered(&w->sequence, sums, w->c->index[i]);
}

void
indices_of_text(struct indices_work *w, const struct indices_text *t,
    uint32_t n_type, double *x)
{
	struct sequence_sums sums = {0};

	count(w, t, n_type);
	indices_sum(w, t, n_type, &sums);
	indices_of_sums(w, &sums, x);
}
