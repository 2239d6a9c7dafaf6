/* types - one row a type, shown by its commonest form (types.1) */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "lib/base/out.h"
#include "lib/lang/fr/form.h"
#include "lib/stream/tokens.h"
#include "lib/table/tsv.h"

static const struct opt_page page = {
    "types [-hqVv] [-c column] [-k kinds] [-L keeplist] [-l stoplist] "
    "[-M size] [-m min] [file ...]",
    "one row a type: its commonest form, frequency and speeches",
    "c:k:L:l:M:m:"};

enum {
	BASE = 4 << 20, /* bytes of all that does not grow */
	RANKED = 64     /* bytes of a type in the end */
};

struct opts {
	struct tokens_opts read;
	uint64_t min;
	size_t memory;      /* 0: no bound */
	struct intern stop; /* forms */
	struct intern keep;
	bool keeps;
};

/* A distinct token: a type in one of its forms. */
struct spelling {
	uint32_t type;
	uint32_t form;
	uint64_t n;
	bool known;
	bool out; /* by the lists */
};

struct type {
	uint64_t freq;
	uint64_t speeches;
	uint64_t last; /* number of the last speech that has it, from 1 */
	uint64_t most; /* of its commonest form */
	uint32_t form;
};

struct count {
	const struct opts *o;
	struct tokens t;
	struct intern forms;
	uint32_t none;             /* the form that has no letter */
	struct spelling *spelling; /* by number of the token */
	size_t n_spelling;
	size_t cap_spelling;
	struct type *type;
	size_t cap_type;
	uint32_t n_type;
	uint64_t speech; /* under way; 0 outside */
	uint64_t n_speech;
};

/* A table takes half as much again while it grows, a type some bytes more when
 * it is ranked and written. */
static void
check_memory(const struct count *c)
{
	size_t need = intern_memory(&c->t.ids.keys) +
	    intern_memory(&c->t.types) + intern_memory(&c->forms);

	need += need / 2 + BASE;
	need += (size_t)c->t.n_id * (2 * sizeof(*c->spelling) + 8);
	need += (size_t)c->n_type * (2 * sizeof(*c->type) + RANKED);
	if (c->o->memory > 0 && need > c->o->memory)
		mem_over(need,
		    "memory grows with the distinct words: give more, or count "
		    "fewer (-k, -L)");
}

/* The tables grow with the numbers that the reader gives. */
static void
make_room(struct count *c)
{
	size_t n = (size_t)c->t.id + 1;

	check_memory(c);
	c->spelling =
	    mem_grow(c->spelling, &c->cap_spelling, n, sizeof(*c->spelling));
	while (c->n_spelling < n)
		c->spelling[c->n_spelling++] = (struct spelling){0};
	n = c->t.types.n;
	c->type = mem_grow(c->type, &c->cap_type, n, sizeof(*c->type));
	while (c->n_type < n)
		c->type[c->n_type++] = (struct type){0};
}

static void
look_at(struct count *c, struct spelling *s)
{
	const struct opts *o = c->o;
	size_t len;
	const char *form = tokens_also(&c->t, 0, &len);

	s->known = true;
	s->type = c->t.type;
	s->form = intern_add(&c->forms, form, len);
	s->out = intern_find(&o->stop, form, len) != UINT32_MAX ||
	    (o->keeps && intern_find(&o->keep, form, len) == UINT32_MAX);
}

static void
add_word(struct count *c)
{
	struct spelling *s;
	struct type *t;

	if (c->t.id >= c->n_spelling)
		make_room(c);
	s = &c->spelling[c->t.id];
	if (!s->known)
		look_at(c, s);
	if (s->out)
		return;
	t = &c->type[s->type];
	s->n++;
	t->freq++;
	if (c->speech > 0 && t->last != c->speech) {
		t->last = c->speech;
		t->speeches++;
	}
}

static void
read_stream(struct count *c)
{
	for (;;)
		switch (tokens_next(&c->t)) {
		case TOKENS_END:
			return;
		case TOKENS_WORD:
			add_word(c);
			break;
		case TOKENS_OPEN:
			if (c->t.v.tag == TAG_SPEECH)
				c->speech = ++c->n_speech;
			break;
		case TOKENS_CLOSE:
			if (c->t.v.tag == TAG_SPEECH)
				c->speech = 0;
			break;
		default:
			break;
		}
}

/* ---- the table ---- */

/* The commonest form of each type, of equally common ones the first by bytes;
 * no form is none. */
static void
choose_forms(struct count *c)
{
	uint32_t *rank;
	uint32_t *order;

	intern_rank(&c->forms, &rank, &order);
	for (size_t i = 0; i < c->n_spelling; i++) {
		const struct spelling *s = &c->spelling[i];
		struct type *t = &c->type[s->type];

		if (s->form == c->none)
			continue;
		if (s->n > t->most ||
		    (s->n > 0 && s->n == t->most &&
			rank[s->form] < rank[t->form])) {
			t->most = s->n;
			t->form = s->form;
		}
	}
	free(rank);
	free(order);
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
write_table(const struct count *c)
{
	uint32_t *rank;
	uint32_t *order;
	struct row *row = mem_new(c->n_type, sizeof(*row));
	size_t n = 0;
	struct out o;

	intern_rank(&c->t.types, &rank, &order);
	for (uint32_t k = 0; k < c->n_type; k++)
		if (c->type[k].freq >= c->o->min)
			row[n++] = (struct row){c->type[k].freq, rank[k], k};
	if (n > 0)
		qsort(row, n, sizeof(*row), by_freq);
	out_stdout(&o);
	out_str(&o, "type\tform\tfreq\tspeeches\n");
	for (size_t i = 0; i < n; i++) {
		const struct type *t = &c->type[row[i].type];
		size_t len;
		const char *s = intern_s(&c->t.types, row[i].type, &len);

		tsv_put(&o, s, len);
		out_ch(&o, '\t');
		s = intern_s(&c->forms, t->form, &len);
		tsv_put(&o, t->most > 0 ? s : "NA", t->most > 0 ? len : 2);
		out_ch(&o, '\t');
		out_u64(&o, t->freq);
		out_ch(&o, '\t');
		out_u64(&o, t->speeches);
		out_ch(&o, '\n');
	}
	out_close(&o);
	free(row);
	free(rank);
	free(order);
}

static void
count_files(const struct opts *o, char **files, int n)
{
	struct count c = {.o = o};

	intern_open(&c.forms);
	c.none = intern_add(&c.forms, "", 0);
	tokens_open(&c.t, &o->read, files, n);
	read_stream(&c);
	tokens_note(&c.t);
	choose_forms(&c);
	write_table(&c);
	tokens_close(&c.t);
	intern_free(&c.forms);
	free(c.spelling);
	free(c.type);
}

int
main(int argc, char **argv)
{
	struct opts o = {
	    .read = {.column = "form", .also = {"form"}}, .min = 1};
	int ch;

	err_init(argv[0]);
	intern_open(&o.stop);
	intern_open(&o.keep);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'c':
			o.read.column = optarg;
			break;
		case 'k':
			o.read.kinds = opt_kinds(ch, optarg);
			break;
		case 'L':
			form_list(&o.keep, optarg, true);
			o.keeps = true;
			break;
		case 'l':
			form_list(&o.stop, optarg, true);
			break;
		case 'M':
			o.memory = mem_budget(ch, optarg);
			break;
		case 'm':
			o.min = opt_u64(ch, optarg, 1, UINT64_MAX);
			break;
		}
	count_files(&o, argv + optind, argc - optind);
	intern_free(&o.stop);
	intern_free(&o.keep);
	return RC_OK;
}
