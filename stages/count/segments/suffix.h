/* suffix - the suffixes of a text of numbers in order, and what neighbours in
 * that order share. */
#ifndef SUFFIX_H
#define SUFFIX_H

#include <stddef.h>
#include <stdint.h>

#define SUFFIX_MAX ((size_t)1 << 31) /* numbers of a text */

/* Sorts the n suffixes of s into sa, in time and memory linear in n and k, by
 * induced sorting (Nong, Zhang & Chan 2009).  Numbers are below k; the last
 * one is 0 and the only 0. */
void suffix_sort(const uint32_t *s, uint32_t *sa, size_t n, uint32_t k);

/* lcp[i]: numbers that the suffixes sa[i - 1] and sa[i] share at their begin,
 * up to the first one below `stop`; lcp[0] and lcp[n] are 0.  rank[sa[i]] is
 * i (Kasai et al. 2001). */
void suffix_lcp(const uint32_t *s, const uint32_t *sa, size_t n, uint32_t stop,
    uint32_t *rank, uint32_t *lcp);

#endif
