/* The table of types. */
#include <stdlib.h>
#include <string.h>

#include "count.h"
#include "lib/base/mem.h"
#include "lib/base/sorter.h"
#include "lib/base/spool.h"
#include "lib/table/tsv.h"

/* A type as it is written; its forms are in rows.shown. */
struct row {
	const char *type;
	size_t len;
	uint64_t freq;
	uint64_t speeches;
	double arf;
};

/* The types by their bytes, from memory or from runs. */
struct rows {
	struct count *c;
	struct shown shown;
	double *arf; /* by type, or NULL */
	/* of memory */
	struct ranks ranks;
	struct sorter forms;
	const uint64_t *rec; /* NULL: there is none left */
	/* of runs */
	struct spilt_row spilt;
};

static double *
find_arf(struct count *c)
{
	uint64_t *freq = mem_new(c->n_type, sizeof(*freq));
	double *arf;

	for (uint32_t k = 0; k < c->n_type; k++)
		freq[k] = c->type[k].freq;
	arf = places_arf(&c->places, freq, c->n_type);
	free(freq);
	return arf;
}

static bool
is_held(const struct rows *r)
{
	return r->c->spilt.n == 0;
}

static void
rows_open(struct rows *r, struct count *c)
{
	*r = (struct rows){.c = c};
	shown_open(&r->shown, &c->o->apart);
	r->spilt.shown = &r->shown;
	if (!is_held(r)) {
		spilt_merge(&c->spilt, c->o->memory / 4);
		return;
	}
	if (c->o->arf)
		r->arf = find_arf(c);
	count_rank(c, &r->ranks);
	count_spellings(c, &r->ranks, &r->forms);
	r->rec = sorter_next(&r->forms);
}

static void
rows_close(struct rows *r)
{
	if (is_held(r)) {
		sorter_close(&r->forms);
		count_ranks_free(&r->ranks);
	}
	free(r->arf);
	shown_close(&r->shown);
}

/* The sum of one form of the type under way. */
static void
add_form(struct rows *r)
{
	const struct count *c = r->c;
	uint64_t key = r->rec[0];
	uint64_t n = 0;
	size_t len;
	const char *form;

	form = intern_s(&c->forms, r->ranks.form_order[(uint32_t)key], &len);
	while (r->rec != NULL && r->rec[0] == key) {
		n += r->rec[1];
		r->rec = sorter_next(&r->forms);
	}
	shown_add(&r->shown, form, len, n);
}

static bool
next_held(struct rows *r, struct row *x)
{
	const struct count *c = r->c;
	uint64_t rank;
	uint32_t k;

	if (r->rec == NULL)
		return false;
	rank = r->rec[0] >> 32;
	k = r->ranks.type_order[rank];
	*x = (struct row){.freq = c->type[k].freq,
	    .speeches = c->type[k].speeches,
	    .arf = r->arf != NULL ? r->arf[k] : 0};
	x->type = intern_s(&c->t.types, k, &x->len);
	shown_begin(&r->shown);
	while (r->rec != NULL && r->rec[0] >> 32 == rank)
		add_form(r);
	return true;
}

static bool
rows_next(struct rows *r, struct row *x)
{
	if (is_held(r))
		return next_held(r, x);
	if (!spilt_next(&r->c->spilt, &r->spilt))
		return false;
	*x = (struct row){.type = r->spilt.type.s,
	    .len = r->spilt.type.len,
	    .freq = r->spilt.freq,
	    .speeches = r->spilt.speeches};
	return true;
}

#define HEAD "type\tform\tfreq\tspeeches"

static void
put_head(struct out *o, const struct opts *opts)
{
	out_str(o, HEAD);
	out_str(o, opts->arf ? "\tarf" : "");
	out_str(o, opts->forms ? "\tforms" : "");
	out_str(o, opts->lists ? "\tlist\n" : "\n");
}

/* Returns the bytes of the cells up to speeches, if the type is of a list, else
 * 0. */
static size_t
put_row(struct out *o, const struct rows *r, const struct row *x)
{
	const struct opts *opts = r->c->o;
	const struct shown_form *first = &r->shown.form[0];
	const char *list = shown_list(&r->shown);
	size_t plain;

	tsv_put(o, x->type, x->len);
	out_ch(o, '\t');
	if (r->shown.n > 0)
		tsv_put(o, first->s.s, first->s.len);
	else
		out_str(o, "NA");
	out_tab_u64(o, x->freq);
	out_tab_u64(o, x->speeches);
	plain = o->b.len;
	if (opts->arf)
		out_tab_real(o, x->arf);
	if (opts->forms) {
		out_ch(o, '\t');
		if (strcmp(opts->read.column, "form") == 0)
			out_str(o, "NA");
		else
			shown_put_forms(&r->shown, o);
	}
	if (opts->lists) {
		out_ch(o, '\t');
		tsv_put(o, list != NULL ? list : "NA",
		    list != NULL ? strlen(list) : 2);
	}
	out_ch(o, '\n');
	return list != NULL ? plain : 0;
}

/* What stands in the text of rows: from, bytes << 32 | bytes of the cells that
 * the table of lists has, if any. */
static void
put_text(
    struct spool *text, const uint64_t *rec, struct out *o, struct out *listed)
{
	size_t len = rec[2] >> 32;
	size_t plain = (uint32_t)rec[2];
	char *to = out_room(o, len);

	spool_get(text, rec[1], to, len);
	o->b.len += len;
	if (listed == NULL || plain == 0)
		return;
	out_mem(listed, to, plain);
	out_ch(listed, '\n');
}

/* The rows come by the bytes of the types: they wait for their order. */
void
count_table(struct count *c, struct out *o, struct out *listed)
{
	struct rows r;
	struct row x;
	struct sorter s;
	struct spool text;
	struct out line;
	const uint64_t *rec;
	size_t room = c->o->memory / 4;

	rows_open(&r, c);
	sorter_open(&s, 3, 2, room);
	spool_open(&text, room);
	out_memory(&line);
	while (rows_next(&r, &x)) {
		uint64_t *to;
		size_t plain;

		if (x.freq < c->o->min)
			continue;
		line.b.len = 0;
		plain = put_row(&line, &r, &x);
		to = sorter_add(&s);
		to[0] = ~x.freq;
		to[1] = text.size;
		to[2] = (uint64_t)line.b.len << 32 | plain;
		spool_put(&text, line.b.s, line.b.len);
	}
	put_head(o, c->o);
	if (listed != NULL)
		out_str(listed, HEAD "\n");
	sorter_finish(&s);
	while ((rec = sorter_next(&s)) != NULL)
		put_text(&text, rec, o, listed);
	buf_free(&line.b);
	sorter_close(&s);
	spool_close(&text);
	rows_close(&r);
}
