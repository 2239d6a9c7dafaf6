/* rows - the tables of between (between.1). */
#ifndef ROWS_H
#define ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "compare/common/chance.h"
#include "compare/common/tests.h"
#include "compare/common/units.h"
#include "lib/base/out.h"
#include "lib/table/counts.h"
#include "lib/table/intern.h"
#include "lib/table/rollup.h"

struct between_rule {
	bool by_row;               /* -a */
	bool each;                 /* -M each */
	bool top;                  /* -t */
	const char *by;            /* -b */
	const char *table;         /* -d */
	const char *fixed;         /* -f */
	const char *size;          /* -n */
	uint64_t min;              /* -m */
	double base;               /* -r */
	const char *prefix;        /* -O */
	double level;              /* -l */
	struct chance_rule chance; /* -P, -s */
};

struct between {
	const struct between_rule *rule;
	const struct counts *c;
	const struct rollup *r;
	struct out *out;
	const struct intern *names; /* of the groups */
	uint32_t *number;           /* of a group: its part, or UINT32_MAX */
	uint32_t *part;             /* of a part: its group */
	uint32_t n_part;
	/* of the n under way */
	uint32_t size;
	struct units u;
	uint32_t n_left; /* speeches without a value */
	struct tests_file tests;
};

void between_put_header(const struct between *b);
void between_put(struct between *b);

#endif
