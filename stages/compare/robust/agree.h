/* agree - how far the figures of a run agree with those of the study as set
 * (robust.1). */
#ifndef AGREE_H
#define AGREE_H

#include "run.h"

enum {
	AGREE_WORDS,
	AGREE_FREQUENT,
	AGREE_THEMES,
	AGREE_PART_THEMES,
	AGREE_NEAR,
	AGREE_DISTANCES,
	AGREE_AXIS_1,
	AGREE_AXIS_2,
	AGREE_CLASSES,
	AGREE_FIGURES
};

/* The columns of the table. */
extern const char *const agree_name[AGREE_FIGURES];

/* NAN where a run or the study has nothing to compare.  names: what PART stands
 * for. */
void agree_run(const struct runs *r, size_t run, char *const *names,
    size_t n_name, double *figure);

#endif
