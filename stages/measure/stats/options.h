/* options - what stats is asked for (stats.1). */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "beside.h"
#include "bounds.h"
#include "lib/base/opt.h"
#include "units.h"

struct options {
	struct units_opts units;
	struct bounds_opts bounds; /* -B */
	struct beside_opts beside; /* -O */
};

/* Exit 2 for what does not go together. */
void options_read(
    struct options *o, const struct opt_page *page, int argc, char **argv);

#endif
