/* places - what half samples hold, against samples written out. */
#include <stdlib.h>

#include "lib/stat/rng.h"
#include "measure/richness/places.h"
#include "tap.h"

enum {
	TEXTS = 300,
	UNITS = 40,
	SPEECHES = 5,
	LONGEST = 30, /* unit */
	TYPES = 60,
};

struct made {
	uint32_t id[UNITS * LONGEST];
	struct places_unit unit[UNITS];
	struct places_text t;
	size_t window;
};

static void
make(struct made *m, struct stat_rng *rng)
{
	uint32_t speech = 0;

	*m = (struct made){.window = 1 + stat_rng_below(rng, 60)};
	m->t = (struct places_text){.id = m->id,
	    .n_type = TYPES,
	    .unit = m->unit,
	    .n_unit = 1 + stat_rng_below(rng, UNITS),
	    .n_speech = SPEECHES};
	for (uint32_t i = 0; i < m->t.n_unit; i++) {
		uint32_t n = 1 + stat_rng_below(rng, LONGEST);

		speech += speech + 1 < SPEECHES && stat_rng_below(rng, 9) == 0;
		m->unit[i] = (struct places_unit){m->t.n, m->t.n + n, speech};
		for (; n > 0; n--) /* the first types oftener */
			m->id[m->t.n++] =
			    stat_rng_below(rng, 1 + stat_rng_below(rng, TYPES));
	}
}

/* The units drawn, written one after another. */
static void
write_out(const struct made *m, const bool *drawn, uint64_t *f,
    struct sequence_sums *sums)
{
	uint32_t id[UNITS * LONGEST];
	size_t n = 0;
	struct sequence q;

	sequence_open(&q, m->window, SEQUENCE_MATTR);
	sequence_room(&q, TYPES);
	for (uint32_t i = 0; i < m->t.n_unit; i++) {
		const struct places_unit *u = &m->unit[i];

		for (size_t j = u->from; drawn[i] && j < u->to; j++) {
			id[n++] = m->id[j];
			f[m->id[j]]++;
		}
		if (i + 1 == m->t.n_unit || u[1].speech != u->speech) {
			sequence_add(&q, id, n, sums);
			n = 0;
		}
	}
	sequence_free(&q);
}

static bool
same_spectrum(const struct spectrum *a, const struct spectrum *b)
{
	bool same =
	    a->n == b->n && a->tokens == b->tokens && a->types == b->types;

	for (size_t i = 0; same && i < a->n; i++)
		same = a->c[i].f == b->c[i].f && a->c[i].types == b->c[i].types;
	return same;
}

static bool
is_as_written(
    const struct places *p, const struct made *m, uint32_t k, const bool *drawn)
{
	uint64_t f[TYPES] = {0};
	struct sequence_sums want = {0};
	struct sequence_sums got = {0};
	struct spectrum a = {0};
	struct spectrum b = {0};
	bool same;

	write_out(m, drawn, f, &want);
	spectrum_count(&a, f, TYPES);
	places_spectrum(p, k, &b);
	places_windows(p, k, &got);
	same = same_spectrum(&a, &b) && got.windows == want.windows &&
	    got.window_types == want.window_types;
	spectrum_free(&a);
	spectrum_free(&b);
	return same;
}

/* Two rounds of samples of a text, the second without a unit in some. */
static unsigned
try_text(struct places *p, const struct made *m, struct stat_rng *rng)
{
	unsigned bad = 0;

	p->window = m->window;
	places_text(p, &m->t);
	for (int round = 0; round < 2; round++) {
		bool drawn[PLACES_LANES][UNITS] = {{false}};
		uint32_t n_lane = 1 + stat_rng_below(rng, PLACES_LANES);

		for (uint32_t k = 0; k < n_lane; k++) {
			uint32_t unit[UNITS];
			uint32_t n = 0;

			for (uint32_t i = 0; i < m->t.n_unit; i++) {
				drawn[k][i] = stat_rng_below(rng, k + 1) == 0;
				if (drawn[k][i])
					unit[n++] = i;
			}
			places_sample(p, k, unit, n);
		}
		places_count(p);
		for (uint32_t k = 0; k < PLACES_LANES; k++)
			bad += !is_as_written(p, m, k, drawn[k]);
	}
	return bad;
}

static unsigned
try_texts(bool narrow)
{
	struct made *m = malloc(sizeof(*m));
	struct places p = {.narrow = narrow};
	struct stat_rng rng;
	unsigned bad = 0;

	stat_rng_open(&rng, 1, "places", 6);
	for (int i = 0; m != NULL && i < TEXTS; i++) {
		make(m, &rng);
		bad += try_text(&p, m, &rng);
	}
	places_free(&p);
	free(m);
	return bad;
}

int
main(void)
{
	is_u64(try_texts(false), 0, "side by side as written out");
	is_u64(try_texts(true), 0, "by few lanes at a time");
	return done();
}
