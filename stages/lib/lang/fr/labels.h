/* labels - words that a program itself writes into a French report; those of
 * the report scripts stand in pipeline/labels. */
#ifndef LABELS_H
#define LABELS_H

/* The French for an English label; the same if there is none. */
const char *labels_french(const char *english);

#endif
