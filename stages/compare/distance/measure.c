#include "measure.h"

#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "stat_delta.h"

static const struct measure measures[] = {
    {"labbe", stat_distance_labbe, NULL, stat_distance_shared},
    {"l1", stat_distance_l1, NULL, stat_distance_shared},
    {"cosine", stat_distance_cosine, NULL, NULL},
    {"chi2", stat_distance_chi2, NULL, NULL},
    {"js", stat_distance_js, NULL, NULL},
    {"js-divergence", stat_distance_js_divergence, NULL, NULL},
    {"hellinger", stat_distance_hellinger, NULL, NULL},
    {"jaccard", stat_distance_jaccard, NULL, NULL},
    {"delta", NULL, stat_delta_burrows, NULL},
    {"delta-cosine", NULL, stat_delta_cosine, NULL},
};

const struct measure *
measure_find(const char *name)
{
	size_t n = sizeof(measures) / sizeof(*measures);
	struct buf b = {0};

	for (size_t i = 0; i < n; i++)
		if (strcmp(measures[i].name, name) == 0)
			return &measures[i];
	for (size_t i = 0; i < n; i++) {
		buf_str(&b, i > 0 ? ", " : "");
		buf_str(&b, measures[i].name);
	}
	die_usage("option -M: '%s' is none of %s", name, b.s);
}
