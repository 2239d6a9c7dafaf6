/* spectra - the frequency spectrum of each part of a table. */
#ifndef SPECTRA_H
#define SPECTRA_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"
#include "measure/common/spectrum.h"

struct spectra {
	const char *head;   /* "part", or "part\tn" */
	struct intern keys; /* of the parts, as tables write them */
	struct spectrum *s; /* by key */
	size_t cap;
};

/* From a count table (counts.5) that hides no rows: its cells are the
 * frequencies of the types.  Exit 1 where a part's rows are not all there. */
void spectra_of_counts(struct spectra *t, char **files, int n);
/* From a table [part] m Vm, as zipfR writes spectra: Vm types occur m times. */
void spectra_of_classes(struct spectra *t, char **files, int n);
void spectra_free(struct spectra *t);

#endif
