/* sides - which speeches are on each side of a comparison (sides.1) */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "asked.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/stream/vrt.h"
#include "lib/table/tsv.h"
#include "pair.h"

static const struct opt_page page = {
    "sides [-hqVv] [-O prefix] -A tests [file ...]",
    "which speeches are on each side of a comparison", "A:O:"};

struct job {
	struct pair pair;
	struct asked asked[2];
	struct intern ids; /* of the speeches on a side */
	uint8_t *side;     /* by id: 0 or 1 */
	size_t cap;
	uint64_t n[2];
	uint64_t n_all;
	uint64_t n_both;
	struct buf both; /* the first speech on both sides */
};

/* ---- speeches ---- */

static void
take(struct job *j, const char *id, int side)
{
	uint32_t k = intern_add(&j->ids, id, strlen(id));

	j->side = mem_grow(j->side, &j->cap, (size_t)k + 1, sizeof(*j->side));
	j->side[k] = (uint8_t)side;
	j->n[side]++;
}

static void
open_speech(struct job *j, struct vrt *v)
{
	bool on[2];

	j->n_all++;
	for (int i = 0; i < 2; i++) {
		on[i] = where_keeps(&j->pair.side[i].where, v);
		asked_add(&j->asked[i], &j->pair.side[i].where, v);
	}
	if (j->pair.rest)
		on[1] = !on[0];
	if (on[0] && on[1] && j->n_both++ == 0)
		buf_str(&j->both, vrt_attr(v, "id"));
	if (on[0] != on[1])
		take(j, vrt_attr(v, "id"), on[1]);
}

static void
read_speeches(struct job *j, char **files, int n)
{
	struct vrt v;
	enum vrt_event ev;

	vrt_open(&v, files, n, VRT_EITHER);
	while ((ev = vrt_next(&v)) != VRT_END)
		if (ev == VRT_OPEN && v.tag == TAG_SPEECH)
			open_speech(j, &v);
	vrt_close(&v);
}

/* ---- what makes no comparison ---- */

static void
refuse_empty(const struct job *j, int side)
{
	const struct pair_side *x = &j->pair.side[side];
	struct buf b = {0};

	if (j->pair.rest && side == 1)
		die_data("-A", 0,
		    "speeches: %" PRIu64 ", and all pass '%s': nothing is "
		    "left to set against them",
		    j->n_all, j->pair.side[0].tests.s);
	asked_say(&b, &j->asked[side], &x->where);
	die_data("-A", 0, "no speech of %" PRIu64 " passes '%s': %s", j->n_all,
	    x->tests.s, b.s);
}

static void
refuse(const struct job *j)
{
	if (j->n_both > 0)
		die_data("-A", 0,
		    "%" PRIu64 " speech%s on both sides (%s%s): what is set "
		    "against what?",
		    j->n_both, j->n_both == 1 ? " is" : "es are", j->both.s,
		    j->n_both == 1 ? "" : " ...");
	for (int i = 0; i < 2 && j->n_all > 0; i++)
		if (j->n[i] == 0)
			refuse_empty(j, i);
}

/* ---- tables ---- */

static void
put_sides(const struct job *j)
{
	struct out o;
	uint32_t *rank;
	uint32_t *order;

	intern_rank(&j->ids, &rank, &order);
	out_stdout(&o);
	out_str(&o, "part\tside\n");
	for (uint32_t i = 0; i < j->ids.n; i++) {
		size_t len;
		const char *s = intern_s(&j->ids, order[i], &len);

		out_mem(&o, s, len);
		out_tab_u64(&o, (uint64_t)j->side[order[i]] + 1);
		out_ch(&o, '\n');
	}
	out_close(&o);
	free(rank);
	free(order);
}

static void
put_pair(const struct job *j, const char *prefix)
{
	struct aside a;

	aside_open(&a, prefix, ".pair.tsv");
	out_str(&a.out, "side\tname\ttests\tspeeches\tall\n");
	for (int i = 0; i < 2; i++) {
		const struct pair_side *x = &j->pair.side[i];

		out_u64(&a.out, (uint64_t)i + 1);
		out_ch(&a.out, '\t');
		tsv_put(&a.out, x->name.s, x->name.len);
		out_ch(&a.out, '\t');
		if (x->tests.len > 0)
			tsv_put(&a.out, x->tests.s, x->tests.len);
		else
			out_str(&a.out, "NA");
		out_tab_u64(&a.out, j->n[i]);
		out_tab_u64(&a.out, j->n_all);
		out_ch(&a.out, '\n');
	}
	aside_close(&a);
	aside_rename(&a);
}

static void
tell(const struct job *j)
{
	note("speeches: %s %" PRIu64 ", %s %" PRIu64 ", neither %" PRIu64,
	    j->pair.side[0].name.s, j->n[0], j->pair.side[1].name.s, j->n[1],
	    j->n_all - j->n[0] - j->n[1]);
}

int
main(int argc, char **argv)
{
	const char *prefix = NULL;
	const char *tests = NULL;
	struct job j = {0};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		if (ch == 'A')
			tests = optarg;
		else if (ch == 'O')
			prefix = optarg;
	if (tests == NULL)
		opt_refuse(&page, "option -A: which sides?");
	pair_open(&j.pair, 'A', tests);
	intern_open(&j.ids);
	for (int i = 0; i < 2; i++)
		asked_open(&j.asked[i]);
	read_speeches(&j, argv + optind, argc - optind);
	refuse(&j);
	if (prefix != NULL)
		put_pair(&j, prefix);
	put_sides(&j);
	tell(&j);
	for (int i = 0; i < 2; i++)
		asked_close(&j.asked[i]);
	intern_free(&j.ids);
	free(j.side);
	buf_free(&j.both);
	pair_close(&j.pair);
	return RC_OK;
}
