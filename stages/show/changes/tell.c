#include "tell.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- text ---- */

/* The tables that one set of causes reaches. */
static void
put_reached(struct tell *t, uint64_t mask)
{
	struct buf b = {0};
	bool first = true;

	cause_names(t->causes, mask, &b);
	if (mask == 0)
		buf_str(&b, "nothing that PROVENANCE.tsv tells");
	tell_line(&t->out, 2, 4, b.s);
	b.len = 0;
	for (size_t i = 0; i < t->differ->n; i++) {
		const struct differ_table *d = &t->differ->table[i];

		if (d->mask != mask)
			continue;
		buf_str(&b, first ? "" : ", ");
		first = false;
		buf_mem(&b, d->name, strlen(d->name) - 4);
		buf_str(&b, " ");
		buf_u64(&b, d->n_row);
		buf_str(&b, "/");
		buf_u64(&b, d->n_all);
	}
	tell_line(&t->out, 4, 4, b.s);
	buf_free(&b);
}

static void
put_tables(struct tell *t)
{
	out_str(&t->out,
	    "\nTables that changed, by what reaches them: rows, of how many\n");
	for (size_t i = 0; i < t->differ->n; i++) {
		bool first = true;

		for (size_t k = 0; k < i; k++)
			first &= t->differ->table[k].mask !=
			    t->differ->table[i].mask;
		if (first)
			put_reached(t, t->differ->table[i].mask);
	}
	out_fmt(
	    &t->out, "  Tables that are the same: %zu\n", t->differ->n_same);
}

static void
put_names(struct tell *t, const char *what, char *const *name, size_t n)
{
	struct buf b = {0};

	if (n == 0)
		return;
	buf_str(&b, what);
	for (size_t i = 0; i < n; i++) {
		buf_str(&b, i > 0 ? ", " : " ");
		buf_str(&b, name[i]);
	}
	buf_str(&b, ".");
	tell_line(&t->out, 2, 4, b.s);
	buf_free(&b);
}

void
tell_number(struct buf *b, const char *v, const struct share *h, size_t side)
{
	if (v != NULL)
		buf_str(b, v);
	else if (h != NULL)
		buf_u64(b, h->total[side]);
	else
		buf_str(b, "NA");
}

/* "column before -> after: cause; most in SPEECH +2, ..." */
static void
put_change(const struct tell *t, const struct differ_table *d,
    const struct differ_cell *c, struct buf *b)
{
	const struct share *h = tell_adds_up(t, d, c) ? tell_share(t, c) : NULL;

	buf_str(b, differ_column(d, c));
	buf_str(b, " ");
	for (size_t side = 0; side < 2; side++) {
		tell_number(b, differ_value(d, c, side), h, side);
		buf_str(b, side == 0 ? " -> " : ": ");
	}
	tell_cause(t, d, c, b);
	for (size_t i = 0; h != NULL && i < h->n_top; i++) {
		buf_str(b, i == 0 ? "; " : ", ");
		buf_str(b, h->top[i].id);
		buf_str(b, h->top[i].n > 0 ? " +" : " -");
		buf_u64(b, (uint64_t)llabs(h->top[i].n));
	}
	if (h != NULL && h->n_speech > h->n_top) {
		buf_str(b, " and ");
		buf_u64(b, h->n_speech - h->n_top);
		buf_str(b, " more");
	}
}

static void
put_states(struct tell *t)
{
	static const char *const name[] = {"No longer", "New", "Turned"};

	out_str(&t->out, "\nWhat the pages say otherwise\n");
	if (t->states->n == 0)
		tell_line(&t->out, 2, 2,
		    "No word, theme, break, trend or order that they show "
		    "came, went or turned; only figures.");
	if (cause_find(t->causes, "COUNT"))
		tell_line(&t->out, 2, 4,
		    "Another column is counted: a word that went and one that "
		    "came may be the same word.");
	for (size_t kind = STATE_GONE; kind <= STATE_TURNED; kind++) {
		size_t n = 0;

		for (size_t i = 0; i < t->states->n; i++) {
			const struct state *s = &t->states->state[i];
			struct buf b = {0};

			if (s->kind != kind || n++ >= t->limit)
				continue;
			buf_str(&b, name[kind]);
			buf_str(&b, ": ");
			buf_str(&b, s->text);
			buf_str(&b, " (");
			buf_str(&b, s->table->name);
			buf_str(&b, "; ");
			if (s->count != NULL && s->whose != NULL) {
				buf_str(&b, s->whose);
				buf_str(&b, ": ");
			}
			if (s->count != NULL)
				put_change(t, s->table, s->count, &b);
			else
				cause_names(t->causes, s->table->mask, &b);
			buf_str(&b, ")");
			tell_line(&t->out, 2, 4, b.s);
			buf_free(&b);
		}
		tell_more(t, n);
	}
}

/* The changed columns of a family that lead. */
static void
put_list(struct tell *t, const struct differ_table *d)
{
	size_t n;
	struct tell_change *c = tell_changes(t, d, true, &n);

	if (n > 0 && !t->begun)
		out_str(
		    &t->out, "\nFigures that changed most, for their size\n");
	t->begun |= n > 0;
	if (n > 0)
		out_fmt(&t->out, "  %s\n", d->name);
	for (size_t i = 0; i < n && i < t->limit; i++) {
		struct buf b = {0};
		size_t side = c[i].cell->row[0] == UINT32_MAX;

		state_fill(
		    &b, d, side, c[i].cell->row[side], d->family->lead_text);
		buf_str(&b, ": ");
		put_change(t, d, c[i].cell, &b);
		tell_line(&t->out, 4, 6, b.s);
		buf_free(&b);
	}
	tell_more(t, n);
	free(c);
}

static void
put_lists(struct tell *t)
{
	for (size_t i = 0; i < t->differ->n; i++)
		if (t->differ->table[i].family->n_lead > 0)
			put_list(t, &t->differ->table[i]);
}

void
tell_text(struct tell *t)
{
	const struct differ *d = t->differ;

	out_stdout(&t->out);
	out_fmt(&t->out, "%s -> %s\n", t->run[0]->folder, t->run[1]->folder);
	if (d->n == 0)
		out_fmt(&t->out,
		    "\nThe same: no figure of %zu tables differs.\n",
		    d->n_same);
	if (d->n > 0 || (t->causes->absent & 7) != 7 || t->causes->n > 3)
		tell_causes(t);
	put_names(t, "Tables only before:", d->lone[0], d->n_lone[0]);
	put_names(t, "Tables only after:", d->lone[1], d->n_lone[1]);
	put_names(t, "Not compared, no description:", d->unknown, d->n_unknown);
	if (d->n > 0) {
		put_states(t);
		put_lists(t);
		tell_apart(t);
		put_tables(t);
	}
	out_close(&t->out);
}
