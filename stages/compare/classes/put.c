#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/table/tsv.h"
#include "reinert.h"

static void
put_text(struct out *o, const char *s)
{
	out_ch(o, '\t');
	tsv_put(o, s, strlen(s));
}

/* NA where there is none. */
static void
put_class(struct out *o, uint32_t class)
{
	if (class > 0)
		out_u64(o, class);
	else
		out_str(o, "NA");
}

static void
put_attr_names(const struct reinert *r, struct out *o)
{
	for (size_t i = 0; i < r->o->reading.n_attr; i++)
		put_text(o, r->o->reading.attr[i]);
	out_ch(o, '\n');
}

/* Is the attribute a column of the table of typical segments by itself? */
static bool
is_own_column(const struct reinert *r, size_t i)
{
	return strcmp(r->o->reading.attr[i], "source") == 0;
}

static void
put_attrs(const struct reinert *r, struct out *o, uint32_t speech)
{
	for (size_t i = 0; i < r->o->reading.n_attr; i++)
		put_text(o, text_name(&r->text, speech, i + 2));
	out_ch(o, '\n');
}

void
reinert_put_segments(const struct reinert *r, struct out *o)
{
	out_str(o, "speech\tsegment\tline\ttokens\tactive\tclass\tshort");
	put_attr_names(r, o);
	for (uint32_t i = 0; i < r->seg.n; i++) {
		const struct segment *s = &r->seg.s[i];
		const char *id = text_name(&r->text, s->speech, 0);

		tsv_put(o, id, strlen(id));
		out_tab_u64(o, s->number);
		out_tab_u64(o, s->line);
		out_tab_u64(o, s->to - s->from);
		out_tab_u64(o, r->table.at[i + 1] - r->table.at[i]);
		out_ch(o, '\t');
		put_class(o, r->classes.of[i]);
		out_str(o, s->is_short ? "\tyes" : "\tno");
		put_attrs(r, o, s->speech);
	}
}

/* Tokens of the speech from one to another, those taken out left out. */
static uint64_t
count_tokens(const struct reinert_text *t, size_t from, size_t to)
{
	uint64_t n = 0;

	for (size_t i = from; i < to; i++)
		n += t->token[i] != NONE;
	return n;
}

/* Words of a table of segments by words: of term[column] the string is in
 * names. */
struct terms {
	const struct sparse *table;
	const struct profile *p; /* by classes */
	const struct intern *names;
	const uint32_t *term;
};

static struct terms
active(const struct reinert *r)
{
	return (struct terms){&r->table, &r->forms, &r->text.t.types, r->form};
}

static struct terms
others(const struct reinert *r)
{
	return (struct terms){
	    &r->beside, &r->others, &r->text.others, r->other};
}

static void
put_by_segment(const struct reinert *r, struct out *o, struct terms x)
{
	const struct reinert_text *t = &r->text;

	out_str(o, "speech\tsegment\ttoken\tlength\tform\n");
	for (uint32_t i = 0; i < r->seg.n; i++) {
		const struct segment *s = &r->seg.s[i];
		const char *id = text_name(t, s->speech, 0);
		uint64_t first =
		    1 + count_tokens(t, t->speech[s->speech].from, s->from);
		uint64_t length = count_tokens(t, s->from, s->to);

		for (size_t k = x.table->at[i]; k <= x.table->at[i + 1]; k++) {
			size_t len = 0;
			const char *form = "";

			if (k > x.table->at[i])
				form = intern_s(
				    x.names, x.term[x.table->col[k - 1]], &len);
			tsv_put(o, id, strlen(id));
			out_tab_u64(o, s->number);
			out_tab_u64(o, first);
			out_tab_u64(o, length);
			out_ch(o, '\t');
			tsv_put(o, form, len);
			out_ch(o, '\n');
		}
	}
}

void
put_forms(const struct reinert *r, struct out *o)
{
	put_by_segment(r, o, active(r));
}

void
put_others(const struct reinert *r, struct out *o)
{
	put_by_segment(r, o, others(r));
}

static bool
is_shown(const struct reinert *r, const struct mark *m)
{
	return r->o->threshold <= 0 || fabs(m->chi2) >= r->o->threshold;
}

/* The figures of a mark, from n_in to chi2. */
static void
put_mark(const struct reinert *r, struct out *o, uint32_t class,
    const struct mark *m)
{
	out_tab_u64(o, m->in);
	out_tab_u64(o, m->all);
	out_tab_u64(o, r->classes.size[class]);
	out_tab_u64(o, r->forms.n);
	out_tab_real(o, m->all > 0 ? 100.0 * m->in / m->all : (double)NAN);
	out_tab_real(o, m->chi2);
}

static void
put_test(struct out *o, const struct mark *m)
{
	out_tab_exp(o, m->ln_p);
	out_tab_exp(o, m->ln_q);
}

static void
put_terms(const struct reinert *r, struct out *o, struct terms t)
{
	out_str(
	    o, "class\tterm\tn_in\tn_total\tsize\tN\tpercent\tchi2\tp\tq\n");
	for (uint32_t k = 1; k <= r->classes.n; k++)
		for (uint32_t i = 0; i < t.p->n_item; i++) {
			const struct mark *m = profile_rank(t.p, k, i);
			size_t len;
			const char *s =
			    intern_s(t.names, t.term[m->item], &len);

			if (!is_shown(r, m))
				continue;
			put_class(o, k);
			out_ch(o, '\t');
			tsv_put(o, s, len);
			put_mark(r, o, k, m);
			put_test(o, m);
			out_ch(o, '\n');
		}
}

void
put_profiles(const struct reinert *r, struct out *o)
{
	put_terms(r, o, active(r));
}

void
put_supplementary(const struct reinert *r, struct out *o)
{
	put_terms(r, o, others(r));
}

void
put_metadata(const struct reinert *r, struct out *o)
{
	out_str(o,
	    "class\tattribute\tvalue\tn_in\tn_total\tsize\tN\tpercent"
	    "\tchi2\tp\tq\n");
	for (uint32_t k = 1; k <= r->classes.n; k++)
		for (uint32_t i = 0; i < r->values.n_item; i++) {
			const struct mark *m = profile_rank(&r->values, k, i);
			const struct value *v = &r->value[m->item];

			if (!is_shown(r, m))
				continue;
			put_class(o, k);
			put_text(o, r->o->reading.attr[v->attr]);
			put_text(o, v->s);
			put_mark(r, o, k, m);
			put_test(o, m);
			out_ch(o, '\n');
		}
}

static void
put_one_typical(const struct reinert *r, struct out *o, const struct typical *t,
    struct buf *words)
{
	const struct segment *s = &r->seg.s[t->segment];

	out_tab_real(o, t->score);
	put_text(o, text_name(&r->text, s->speech, 0));
	out_tab_u64(o, s->number);
	put_text(o, text_name(&r->text, s->speech, 1));
	out_tab_u64(o, s->line);
	words->len = 0;
	text_words(&r->text, s, words);
	out_ch(o, '\t');
	tsv_put(o, words->s, words->len);
	for (size_t i = 0; i < r->o->reading.n_attr; i++)
		if (!is_own_column(r, i))
			put_text(o, text_name(&r->text, s->speech, i + 2));
	out_ch(o, '\n');
}

void
put_typical(const struct reinert *r, struct out *o)
{
	struct typical *t = mem_new(r->o->typical, sizeof(*t));
	struct buf words = {0};

	out_str(o, "class\tscore\tspeech\tsegment\tsource\tline\ttext");
	for (size_t i = 0; i < r->o->reading.n_attr; i++)
		if (!is_own_column(r, i))
			put_text(o, r->o->reading.attr[i]);
	out_ch(o, '\n');
	for (uint32_t k = 1; k <= r->classes.n; k++) {
		struct wish w = {k, r->o->threshold, r->o->typical};
		uint32_t n =
		    profile_typical(&r->forms, &r->classes, &r->table, &w, t);

		for (uint32_t i = 0; i < n; i++) {
			put_class(o, k);
			put_one_typical(r, o, &t[i], &words);
		}
	}
	buf_free(&words);
	free(t);
}

/* The figures of a node's split. */
static void
put_split(struct out *o, const struct node *x)
{
	const double none = (double)NAN;
	bool has = x->child > 0;

	if (has) {
		out_tab_u64(o, (x->child + 1) / 2);
		out_tab_u64(o, x->n_kept);
		out_tab_u64(o, x->n_form);
	} else
		out_str(o, "\tNA\tNA\tNA");
	out_tab_real(o, has && x->converged ? x->eigenvalue : none);
	out_tab_real(o, has ? x->cut : none);
	out_tab_real(o, has ? x->chi2 : none);
	if (has) {
		out_tab_u64(o, x->sweeps);
		out_tab_u64(o, x->moves);
	} else
		out_str(o, "\tNA\tNA");
}

void
put_tree(const struct reinert *r, struct out *o)
{
	const struct classes *c = &r->classes;

	out_str(o,
	    "tree\tnode\tparent\tunits\tsegments\tclass\tsplit\tsplit_units"
	    "\tforms\teigenvalue\tchi2_cut\tchi2\tsweeps\tmoves\n");
	for (unsigned k = 0; k < c->n_tree; k++)
		for (uint32_t i = 0; i < c->tree[k].n; i++) {
			const struct node *x = &c->tree[k].node[i];
			uint64_t n = 0;

			for (uint32_t j = 0; j < x->n_row; j++)
				n += c->units[k].size != NULL
				    ? c->units[k].size[x->row[j]]
				    : 1;
			out_u64(o, k + 1);
			out_tab_u64(o, i + 1);
			if (i > 0)
				out_tab_u64(o, x->parent + 1);
			else
				out_str(o, "\tNA");
			out_tab_u64(o, x->n_row);
			out_tab_u64(o, n);
			out_ch(o, '\t');
			put_class(o, c->class_of[k][i]);
			put_split(o, x);
			out_ch(o, '\n');
		}
}

void
put_choices(const struct reinert *r, struct out *o)
{
	const struct choices *x = &r->choices;

	out_str(o,
	    "N\tclasses\tsegments\tstability\tleast\tby_chance\tbeyond\tp"
	    "\teigenvalue\tchosen\n");
	for (uint32_t k = 0; k < x->n; k++) {
		const struct choice *y = &x->c[k];

		out_u64(o, y->wanted);
		out_tab_u64(o, y->n);
		out_tab_u64(o, y->inside);
		out_tab_real(o, y->stability);
		out_tab_real(o, y->least);
		out_tab_real(o, y->by_chance);
		out_tab_real(o, choice_beyond(y));
		out_tab_real(o, y->p);
		out_tab_real(o, y->eigenvalue);
		out_str(o, k == x->chosen ? "\tyes\n" : "\tno\n");
	}
}

static void
put_words_of(const struct reinert *r, struct out *o, uint32_t class)
{
	for (uint32_t j = 0; j < r->forms.n_item; j++) {
		uint32_t n = profile_mark(&r->forms, class, j)->in;
		size_t len;
		const char *s = intern_s(&r->text.t.types, r->form[j], &len);

		if (n == 0)
			continue;
		put_class(o, class);
		out_str(o, "\t1\t");
		tsv_put(o, s, len);
		out_tab_u64(o, n);
		out_ch(o, '\n');
	}
}

/* This class and those whose numbers begin with its own: the order of bytes. */
static void
put_words_from(const struct reinert *r, struct out *o, uint32_t class)
{
	if (class > r->classes.n)
		return;
	put_words_of(r, o, class);
	for (uint32_t digit = 0; digit < 10; digit++)
		put_words_from(r, o, class * 10 + digit);
}

void
put_words(const struct reinert *r, struct out *o)
{
	out_str(o, "part\tn\tngram\tfreq\n");
	for (uint32_t class = 1; class < 10; class ++)
		put_words_from(r, o, class);
}
