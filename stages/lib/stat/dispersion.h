/* stat_dispersion - how evenly the occurrences of one term are spread over the
 * parts of a corpus.
 *
 * The term comes f[i] times in part i, F times in all; part i has n[i] > 0 of
 * the T words.  p_i = f_i / n_i is its rate, s_i = n_i / T the share of the
 * part, v_i = f_i / F what the part has of the term.  Sums run over the parts
 * that have the term; what the others add is known from the totals. */
#ifndef STAT_DISPERSION_H
#define STAT_DISPERSION_H

#include <stddef.h>
#include <stdint.h>

struct stat_dispersion {
	const uint64_t *f; /* of the parts that have the term, f > 0 */
	const uint64_t *n; /* their words */
	size_t range;      /* how many they are */
	size_t k;          /* parts in all */
	uint64_t F;        /* F > 0 */
	uint64_t T;
};

/* Juilland's D (Juilland & Chang-Rodríguez 1964), 1 = even; NAN for k = 1.
 * R: 1 - sqrt(mean((p - mean(p))^2)) / mean(p) / sqrt(k - 1) */
double stat_dispersion_juilland(const struct stat_dispersion *x);
/* Carroll's D2 (1970), 1 = even; NAN for k = 1.
 * R: q <- p / sum(p); -sum(ifelse(q > 0, q * log(q), 0)) / log(k) */
double stat_dispersion_carroll(const struct stat_dispersion *x);
/* Rosengren's S (1971), 1 = even.  R: sum(sqrt(s * f))^2 / F */
double stat_dispersion_rosengren(const struct stat_dispersion *x);
/* DP, Gries (2008), 0 = even.  R: sum(abs(v - s)) / 2 */
double stat_dispersion_dp(const struct stat_dispersion *x);
/* DPnorm, Lijffijt & Gries (2012), 0 = even, 1 = in the smallest part alone,
 * which has `least` words; NAN for k = 1.  R: DP / (1 - min(s)) */
double stat_dispersion_dp_norm(const struct stat_dispersion *x, uint64_t least);
/* Divergence of Kullback & Leibler (1951) of v from s, in bits, 0 = even.
 * R: sum(ifelse(v > 0, v * log2(v / s), 0)) */
double stat_dispersion_kl(const struct stat_dispersion *x);

/* ---- all terms ---- */

/* The occurrences of every term, by the parts that have it: filled in two
 * rounds over the cells of a count table, which stand by part: the first one
 * counts, the second one adds.  Term k then has f[first[k]] .. f[first[k + 1] -
 * 1]. */
struct stat_spread {
	size_t n_part;  /* with words */
	uint64_t words; /* of them all */
	uint64_t least; /* of the smallest */
	uint32_t n_term;
	size_t *first;
	uint64_t *f;
	uint64_t *n; /* words of the part */
	size_t *at;  /* inside */
};

void stat_spread_open(struct stat_spread *s, uint32_t n_term);
void stat_spread_close(struct stat_spread *s);
void stat_spread_part(struct stat_spread *s, uint64_t words); /* > 0 */

static inline void
stat_spread_count(struct stat_spread *s, uint32_t term)
{
	s->first[term + 1]++;
}

void stat_spread_room(struct stat_spread *s); /* between the two rounds */

static inline void
stat_spread_add(
    struct stat_spread *s, uint32_t term, uint64_t f, uint64_t words)
{
	s->f[s->at[term]] = f;
	s->n[s->at[term]++] = words;
}

/* The term as above; F may be 0. */
struct stat_dispersion stat_spread_of(
    const struct stat_spread *s, uint32_t term);

#endif
