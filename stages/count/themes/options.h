/* options - what is counted or shown (themes.1). */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#include "count/common/match.h"
#include "hits.h"
#include "lib/base/opt.h"
#include "sample.h"

struct opts {
	const char *part;        /* -b */
	bool by_unit;            /* -U */
	struct match_opts match; /* -a, -d, -G, -H, -I, -R */
	enum hits_what what;
	struct sample_opts sample; /* -n, -s, -U, -w */
	bool sample_set;           /* -s or -w */
	bool strict;               /* -x */
	const char *prefix;        /* -O, or NULL */
};

enum {
	OPTIONS_CONTEXT = 15 /* tokens on each side of a hit that is shown */
};

/* An option that says what is written; exit 2 for two of them. */
void options_what(
    struct opts *o, enum hits_what what, const struct opt_page *page);
/* One with a value, optarg. */
void options_value(struct opts *o, int ch);
/* Exit 2 for options that do not go together. */
void options_check(struct opts *o, const struct opt_page *page);

#endif
