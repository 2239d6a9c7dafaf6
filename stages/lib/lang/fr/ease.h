/* ease - formulas of reading ease with the coefficients of French.
 *
 * asl: words by sentences; asw: syllables by words. */
#ifndef EASE_H
#define EASE_H

/* Kandel & Moles (1958).  R: 209 - 1.15 * asl - 68 * asw */
double ease_kandel_moles(double asl, double asw);
/* What the Python package textstat has for French, without a source.
 * R: 207 - 1.015 * asl - 73.6 * asw */
double ease_textstat(double asl, double asw);

#endif
