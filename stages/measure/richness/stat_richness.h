/* stat_richness - indices of lexical richness that need counts only.
 *
 * All are functions of the frequency spectrum: N tokens, V types, V_i types
 * that occur i times.  NAN where an index is not defined.  In the R
 * expressions f has the frequencies of the types, N is sum(f), V length(f). */
#ifndef STAT_RICHNESS_H
#define STAT_RICHNESS_H

#include "measure/common/spectrum.h"

enum {
	STAT_RICHNESS_DRAW = 42 /* words of a draw of HD-D */
};

/* Type-token ratio (Johnson 1944).  R: V / N */
double stat_richness_ttr(const struct spectrum *s);
/* R (Guiraud 1954).  R: V / sqrt(N) */
double stat_richness_guiraud_r(const struct spectrum *s);
/* CTTR (Carroll 1964).  R: V / sqrt(2 * N) */
double stat_richness_carroll_cttr(const struct spectrum *s);
/* C (Herdan 1960); N > 1.  R: log(V) / log(N) */
double stat_richness_herdan_c(const struct spectrum *s);
/* U (Dugast 1978), base 10; V < N.  R: log10(N)^2 / (log10(N) - log10(V)) */
double stat_richness_dugast_u(const struct spectrum *s);
/* a (Maas 1972), base 10; N > 1.
 * R: sqrt((log10(N) - log10(V)) / log10(N)^2) */
double stat_richness_maas_a(const struct spectrum *s);
/* Its square, which others print under the same name. */
double stat_richness_maas_a2(const struct spectrum *s);
/* S (Summer 1966), base 10; V > 10.  R: log10(log10(V)) / log10(log10(N)) */
double stat_richness_summer_s(const struct spectrum *s);
/* K (Yule 1944).  R: 1e4 * (sum(f^2) - N) / N^2 */
double stat_richness_yule_k(const struct spectrum *s);
/* I (Yule 1944, in this form Oakes 1998 but for the square of V); not for
 * hapax only.  R: V^2 / (sum(f^2) - V) */
double stat_richness_yule_i(const struct spectrum *s);
/* D (Simpson 1949), without bias; N > 1.
 * R: sum(f / N * (f - 1) / (N - 1)) */
double stat_richness_simpson_d(const struct spectrum *s);
/* Vm (Herdan 1955).  R: sqrt(sum((f / N)^2) - 1 / V) */
double stat_richness_herdan_vm(const struct spectrum *s);
/* H (Honore 1979), base e; not for hapax only.
 * R: 100 * log(N) / (1 - sum(f == 1) / V) */
double stat_richness_honore_h(const struct spectrum *s);
/* W (Brunet 1978) with a = 0.172.  R: N^(V^-0.172) */
double stat_richness_brunet_w(const struct spectrum *s);
/* S (Sichel 1975).  R: sum(f == 2) / V */
double stat_richness_sichel_s(const struct spectrum *s);
/* HD-D (McCarthy & Jarvis 2007): types in a draw of 42 words without
 * replacement, expected; N >= 42.  R: sum(1 - dhyper(0, f, N - f, 42)) */
double stat_richness_hdd_sum(const struct spectrum *s);
/* The same divided by 42: the type-token ratio of such a draw. */
double stat_richness_hdd(const struct spectrum *s);

/* What the jackknife's variance of ln V has too much of (richness.1,
 * Intervals): of n >= 2 runs left out in turn, k[i] > 0 is how many types occur
 * in i of them, i from 1 to n; the types that n runs more would bring are those
 * of Efron & Thisted (1976). R: i <- seq_len(n); V <- sum(k); kept <- V - k[1]
 * / n new <- sum(-(-1)^i * pbinom(i - 1, n, .5, lower.tail = FALSE) * k) k[1] *
 * ((1 - 1 / n) / kept)^2 - new / V^2 */
double stat_richness_excess(const uint32_t *k, uint32_t n);

/* d ln(x) / d ln(V) of an index made of V and N alone, by one type more and one
 * less.  R: (log(x(V + 1, N)) - log(x(V - 1, N))) / log((V + 1) / (V - 1)) */
double stat_richness_slope(
    double (*of)(const struct spectrum *), const struct spectrum *s);

#endif
