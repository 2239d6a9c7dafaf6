/* stat_readability - formulas of readability for French. */
#ifndef STAT_READABILITY_H
#define STAT_READABILITY_H

/* asl: words by sentences; asw: syllables by words; long words have more than
 * six letters. */

/* Kandel & Moles (1958).  R: 209 - 1.15 * asl - 68 * asw */
double stat_readability_kandel_moles(double asl, double asw);
/* What the Python package textstat has for French, without a source.
 * R: 207 - 1.015 * asl - 73.6 * asw */
double stat_readability_textstat(double asl, double asw);
/* LIX (Bjornsson 1968).  R: asl + 100 * long / words */
double stat_readability_lix(double asl, double long_by_words);
/* RIX (Anderson 1983).  R: long / sentences */
double stat_readability_rix(double long_words, double sentences);

#endif
