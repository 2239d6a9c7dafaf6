/* modality - values of starred variables as attributes (read-iramuteq.1). */
#ifndef MODALITY_H
#define MODALITY_H

#include <stddef.h>

#include "read/common/attrs.h"

enum modality {
	MODALITY_SET,
	MODALITY_TWICE,  /* the attribute had a value: another is joined */
	MODALITY_NO_DATE /* no date is understood: it is in date_text */
};

/* Dates may be written without blanks: 2025_10_03, 3_octobre_2025. */
enum modality modality_set(
    struct attrs *t, const char *name, const char *s, size_t len);

#endif
