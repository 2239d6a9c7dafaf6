/* stat_readability - formulas of readability that ask for no language. */
#ifndef STAT_READABILITY_H
#define STAT_READABILITY_H

/* asl: words by sentences; long words have more than six letters. */

/* LIX (Bjornsson 1968).  R: asl + 100 * long / words */
double stat_readability_lix(double asl, double long_by_words);
/* RIX (Anderson 1983).  R: long / sentences */
double stat_readability_rix(double long_words, double sentences);

#endif
