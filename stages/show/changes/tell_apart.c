#include <stdlib.h>
#include <string.h>

#include "tell.h"

/* Speeches of both runs together, by what became of their texts. */
struct tally {
	size_t n[FATE_KINDS];
	size_t same;  /* the text is the same, the speech is in both */
	size_t other; /* of these: its row of speeches.tsv is another */
};

static bool
is_other_row(const struct tell *t, uint32_t a, uint32_t b)
{
	const struct grid *x = &t->run[0]->speeches;
	const struct grid *y = &t->run[1]->speeches;

	for (size_t i = 0; i < x->n_col; i++) {
		size_t k = grid_has(y, x->name[i]);

		if (k != SIZE_MAX &&
		    strcmp(grid_cell(x, a, i), grid_cell(y, b, k)) != 0)
			return true;
	}
	return false;
}

static void
count_fates(const struct tell *t, struct tally *f)
{
	struct fate *fate = &t->shares->fate;

	for (size_t side = 0; side < 2; side++) {
		const struct intern *all = &t->run[side]->id;
		const struct intern *two = &t->run[!side]->id;

		for (uint32_t i = 0; i < all->n; i++) {
			uint32_t k =
			    intern_find(two, all->str[i].s, all->str[i].len);
			enum fate_kind kind;

			if (k != UINT32_MAX && side == 1)
				continue;
			kind = fate_of(fate, fate_number(fate, all->str[i].s));
			f->n[kind]++;
			if (kind != FATE_SAME || k == UINT32_MAX)
				continue;
			f->same++;
			f->other += is_other_row(t, i, k);
		}
	}
}

static void
add_part(struct buf *b, size_t n, const char *what)
{
	if (n == 0)
		return;
	buf_str(b, b->len > 0 ? ", " : "");
	buf_u64(b, n);
	buf_str(b, what);
}

static void
put_fates(struct tell *t, const struct tally *f)
{
	struct buf b = {0};
	struct buf line = {0};

	add_part(&b, f->same, " of texts that are the same");
	add_part(&b, f->n[FATE_CHANGED], " of texts that changed");
	add_part(&b, f->n[FATE_ADDED], " of texts only after");
	add_part(&b, f->n[FATE_REMOVED], " of texts only before");
	add_part(&b, f->n[FATE_SAME] - f->same,
	    " in one run alone although their texts are in both");
	buf_str(&line, "Speeches: ");
	buf_str(&line, b.s);
	buf_str(&line, ".");
	tell_line(&t->out, 2, 4, line.s);
	buf_free(&line);
	buf_free(&b);
}

/* What the speeches whose texts are the same show of the other causes. */
static void
put_same(struct tell *t, const struct tally *f, uint64_t other)
{
	struct buf b = {0};

	if (f->same == 0) {
		tell_line(&t->out, 2, 4,
		    "No speech has the same text in both: what texts do and "
		    "what all else does cannot be told apart.");
		return;
	}
	cause_names(t->causes, other, &b);
	if (other == 0) {
		buf_free(&b);
		return;
	}
	buf_str(&b, ": ");
	if (f->other == 0)
		buf_str(&b,
		    "no speech of a text that is the same has another "
		    "row in speeches.tsv.");
	if (f->other > 0) {
		buf_u64(&b, f->other);
		buf_str(&b, " of ");
		buf_u64(&b, f->same);
		buf_str(&b,
		    " speeches of texts that are the same have another row in "
		    "speeches.tsv, by these alone.");
	}
	tell_line(&t->out, 2, 4, b.s);
	buf_free(&b);
}

static size_t
n_bits(uint64_t mask)
{
	size_t n = 0;

	for (; mask != 0; mask &= mask - 1)
		n++;
	return n;
}

static bool
has_dictionary(const struct causes *c, uint64_t mask)
{
	struct buf b = {0};
	bool has;

	cause_names(c, mask, &b);
	has = strstr(b.s, "dictionary ") != NULL;
	buf_free(&b);
	return has;
}

/* Causes that reach the same tables. */
static void
put_together(struct tell *t, uint64_t texts)
{
	struct intern seen;

	intern_open(&seen);
	for (size_t i = 0; i < t->differ->n; i++) {
		uint64_t mask = t->differ->table[i].mask & ~texts;
		struct buf b = {0};
		uint32_t n = seen.n;

		if (n_bits(mask) < 2 ||
		    intern_add(&seen, (const char *)&mask, sizeof(mask)) < n)
			continue;
		buf_str(&b, "Not told apart: ");
		cause_names(t->causes, mask, &b);
		buf_str(&b, ", which reach the same tables");
		if (has_dictionary(t->causes, mask))
			buf_str(&b,
			    ", but for entries that one dictionary "
			    "alone has, and speeches with the same words");
		buf_str(&b, ". Change one at a time to know.");
		tell_line(&t->out, 2, 4, b.s);
		buf_free(&b);
	}
	intern_free(&seen);
}

void
tell_apart(struct tell *t)
{
	struct tally f = {0};
	uint64_t texts = cause_kind(t->causes, CAUSE_TEXT);
	uint64_t other = 0;
	uint64_t reach = 0;

	count_fates(t, &f);
	for (size_t i = 0; i < t->differ->n; i++)
		reach |= t->differ->table[i].mask;
	other = reach & ~texts;
	out_str(&t->out, "\nWhat can be told apart\n");
	put_fates(t, &f);
	put_same(t, &f, cause_of_table(t->causes, "speeches.tsv") & ~texts);
	if (f.n[FATE_CHANGED] > 0 && other != 0)
		tell_line(&t->out, 2, 4,
		    "In texts that changed, what the edit did and what other "
		    "causes did with the edited words is not told apart: both "
		    "stand under \"texts changed\".");
	put_together(t, texts);
	if ((reach & texts) != 0 && other != 0)
		tell_line(&t->out, 2, 4,
		    "Figures that are no counts of speeches (p, q, rates, "
		    "coordinates, classes) have all causes that reach their "
		    "table.");
	if (t->run[0]->work == NULL || t->run[1]->work == NULL)
		tell_line(&t->out, 2, 4,
		    "Words are not told by speech: a work folder is not there "
		    "(-d).");
}
