/* The table of types. */
#include <stdlib.h>

#include "count.h"
#include "lib/base/mem.h"
#include "lib/base/sorter.h"
#include "lib/base/spool.h"
#include "lib/table/tsv.h"

/* The commonest form of each type, of equally common ones the first by bytes;
 * no form is none. */
static void
choose_forms(struct count *c, const struct ranks *r)
{
	struct sorter s;
	const uint64_t *rec;
	uint64_t last = UINT64_MAX;
	uint64_t n = 0;

	count_spellings(c, r, &s);
	while ((rec = sorter_next(&s)) != NULL) {
		struct type *t = &c->type[r->type_order[rec[0] >> 32]];
		uint32_t form = r->form_order[(uint32_t)rec[0]];

		n = rec[0] == last ? n + rec[1] : rec[1];
		last = rec[0];
		if (form != c->none && n > t->most) {
			t->most = n;
			t->form = form;
		}
	}
	sorter_close(&s);
}

struct row {
	uint64_t freq;
	uint32_t rank; /* of its bytes */
	uint32_t type;
};

static int
by_freq(const void *a, const void *b)
{
	const struct row *x = a;
	const struct row *y = b;

	if (x->freq != y->freq)
		return x->freq > y->freq ? -1 : 1;
	return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static void
put_head(struct out *o, bool arf)
{
	out_str(o, "type\tform\tfreq\tspeeches");
	out_str(o, arf ? "\tarf\n" : "\n");
}

static void
put_row(struct out *o, const struct intern_str *type,
    const struct intern_str *form, uint64_t freq, uint64_t speeches)
{
	tsv_put(o, type->s, type->len);
	out_ch(o, '\t');
	tsv_put(o, form != NULL ? form->s : "NA", form != NULL ? form->len : 2);
	out_tab_u64(o, freq);
	out_tab_u64(o, speeches);
}

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

static void
write_held(struct count *c, struct out *o)
{
	struct ranks r;
	struct row *row = mem_new(c->n_type, sizeof(*row));
	double *arf = c->o->arf ? find_arf(c) : NULL;
	size_t n = 0;

	count_rank(c, &r);
	choose_forms(c, &r);
	for (uint32_t k = 0; k < c->n_type; k++)
		if (c->type[k].freq >= c->o->min)
			row[n++] = (struct row){c->type[k].freq, r.type[k], k};
	count_ranks_free(&r);
	if (n > 0)
		qsort(row, n, sizeof(*row), by_freq);
	put_head(o, c->o->arf);
	for (size_t i = 0; i < n; i++) {
		const struct type *t = &c->type[row[i].type];

		put_row(o, &c->t.types.str[row[i].type],
		    t->most > 0 ? &c->forms.str[t->form] : NULL, t->freq,
		    t->speeches);
		if (arf != NULL)
			out_tab_real(o, arf[row[i].type]);
		out_ch(o, '\n');
	}
	free(arf);
	free(row);
}

/* The rows come by the bytes of the types: they wait for their order. */
static void
write_runs(struct count *c, struct out *o)
{
	struct spilt_row x = {0};
	struct sorter s;
	struct spool rows;
	struct out text;
	const uint64_t *rec;
	uint64_t *to;
	size_t room = c->o->memory / 4;

	spilt_merge(&c->spilt, room);
	sorter_open(&s, 3, 2, room);
	spool_open(&rows, room);
	out_memory(&text);
	while (spilt_next(&c->spilt, &x)) {
		struct intern_str type = {x.type.s, x.type.len};
		struct intern_str form = {x.form.s, x.form.len};

		if (x.freq < c->o->min)
			continue;
		text.b.len = 0;
		put_row(&text, &type, x.most > 0 ? &form : NULL, x.freq,
		    x.speeches);
		out_ch(&text, '\n');
		to = sorter_add(&s);
		to[0] = ~x.freq;
		to[1] = rows.size;
		to[2] = text.b.len;
		spool_put(&rows, text.b.s, text.b.len);
	}
	put_head(o, false);
	sorter_finish(&s);
	while ((rec = sorter_next(&s)) != NULL) {
		spool_get(&rows, rec[1], out_room(o, rec[2]), rec[2]);
		o->b.len += rec[2];
	}
	buf_free(&text.b);
	sorter_close(&s);
	spool_close(&rows);
}

void
count_table(struct count *c, struct out *o)
{
	if (c->spilt.n == 0)
		write_held(c, o);
	else
		write_runs(c, o);
}
