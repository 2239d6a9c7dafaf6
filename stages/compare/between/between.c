/* between - which terms differ between parts by more than speeches do
 * (between.1) */
#include <gsl/gsl_errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compare/common/apart.h"
#include "compare/common/units.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stat/rng.h"
#include "lib/table/counts.h"
#include "lib/table/groups.h"
#include "lib/table/rollup.h"
#include "rows.h"

static const struct opt_page page = {
    "between [-ahqtVv] [-b column -d speeches] [-f column] [-l level] "
    "[-M table] [-m min] [-n size] [-O prefix] [-P deals] [-r base] [-s seed] "
    "[file ...]",
    "which terms differ between parts by more than speeches do",
    "ab:d:f:l:M:m:n:O:P:r:s:t"};

enum {
	DEALS_LEAST = 99,
	LEAST = 5 /* default of -m */
};

static void
read_options(struct between_rule *o, int argc, char **argv)
{
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			o->by_row = true;
			break;
		case 'b':
			o->by = optarg;
			break;
		case 'd':
			o->table = optarg;
			break;
		case 'f':
			o->fixed = optarg;
			break;
		case 'l':
			o->level = opt_real(ch, optarg, 0.01, 0.9999);
			break;
		case 'M':
			o->each = opt_word(ch, optarg, "all each") == 1;
			break;
		case 'm':
			o->min = opt_u64(ch, optarg, 1, COUNTS_MAX);
			break;
		case 'n':
			o->size = optarg;
			break;
		case 'O':
			o->prefix = optarg;
			break;
		case 'P':
			o->chance.deals = chance_option(
			    ch, optarg, DEALS_LEAST, STAT_DEALS_MOST);
			break;
		case 'r':
			o->base = opt_real(ch, optarg, 1, 1e12);
			break;
		case 's':
			o->chance.seed = opt_u64(ch, optarg, 0, UINT64_MAX);
			break;
		case 't':
			o->top = true;
			break;
		}
	if (o->by == NULL || o->table == NULL)
		opt_refuse(&page, "which parts? -b column -d speeches");
}

/* The speeches of one n, with the part and stratum of each; NULL is one
 * stratum. */
static void
take_units(
    struct between *b, const struct groups *part, const uint32_t *stratum)
{
	const struct counts *c = b->c;

	for (size_t i = 0; i < c->n_slice; i++) {
		const struct counts_slice *s = &c->slice[i];
		uint32_t unit;

		if (s->size != b->size || s->total == 0)
			continue;
		if (b->number[part->of[s->part]] == UINT32_MAX) {
			b->n_left++;
			continue;
		}
		unit = units_add(&b->u, s->total, b->number[part->of[s->part]],
		    stratum != NULL ? stratum[s->part] : 0);
		for (size_t j = b->r->first[i]; j < b->r->first[i + 1]; j++)
			units_hit(
			    &b->u, unit, b->r->hit[j].item, b->r->hit[j].f);
	}
	units_ready(&b->u, b->r->n_item);
}

/* Parts by the bytes of their names; what has no value is none. */
static void
number_parts(struct between *b, const struct groups *part)
{
	uint32_t *rank;

	b->names = &part->names;
	b->number = mem_new(part->names.n, sizeof(*b->number));
	intern_rank(&part->names, &rank, &b->part);
	for (uint32_t i = 0; i < part->names.n; i++) {
		size_t len;
		const char *s = intern_s(&part->names, b->part[i], &len);
		bool none = len == 2 && memcmp(s, "NA", 2) == 0;

		b->number[b->part[i]] = none ? UINT32_MAX : b->n_part;
		if (!none)
			b->part[b->n_part++] = b->part[i];
	}
	free(rank);
}

static void
compare(const struct between_rule *o, const struct counts *c,
    const struct rollup *r, struct out *out)
{
	struct between b = {.rule = o, .c = c, .r = r, .out = out};
	uint32_t chosen = counts_choose_size(c, o->size);
	struct groups part;
	struct groups fixed = {0};

	groups_open(&part, c, o->table, o->by);
	if (o->fixed != NULL)
		groups_open(&fixed, c, o->table, o->fixed);
	number_parts(&b, &part);
	tests_open(&b.tests, o->prefix, c);
	between_put_header(&b);
	for (b.size = 0; b.size < c->sizes.n; b.size++) {
		if (!counts_takes_size(chosen, b.size))
			continue;
		b.n_left = 0;
		take_units(&b, &part, fixed.of);
		between_put(&b);
		units_free(&b.u);
	}
	tests_close(&b.tests);
	groups_close(&part);
	if (o->fixed != NULL)
		groups_close(&fixed);
	free(b.number);
	free(b.part);
}

int
main(int argc, char **argv)
{
	struct between_rule o = {.min = LEAST,
	    .base = 1000,
	    .level = 0.95,
	    .chance = {.deals = CHANCE_AUTO, .seed = STAT_RNG_SEED}};
	struct counts c;
	struct rollup r;
	struct out out;

	err_init(argv[0]);
	(void)gsl_set_error_handler_off();
	read_options(&o, argc, argv);
	counts_read(&c, argv + optind, argc - optind);
	counts_need_part(&c);
	counts_note_sums(&c);
	rollup_open(&r, &c, !o.by_row);
	out_stdout(&out);
	compare(&o, &c, &r, &out);
	out_close(&out);
	rollup_close(&r);
	counts_free(&c);
	return RC_OK;
}
