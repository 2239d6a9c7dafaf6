/* The tables that hits make. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "hits.h"
#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/table/tsv.h"

enum {
	FORMS = 8
}; /* shown of an entry */

struct named {
	const struct dict_entry *e;
	uint32_t id;
};

static int
by_text(const struct dict_entry *a, const struct dict_entry *b)
{
	int c = strcmp(a->theme, b->theme);

	return c != 0 ? c : strcmp(a->text, b->text);
}

static int
by_name(const void *a, const void *b)
{
	const struct named *x = a;
	const struct named *y = b;
	int c = by_text(x->e, y->e);

	return c != 0 ? c : (x->id > y->id) - (x->id < y->id);
}

/* Entries by theme and text; entries written the same have one rank.  A table
 * of counts needs those with a hit alone. */
struct order {
	uint32_t *entry;
	uint32_t *rank; /* by entry: the place of the first of its name */
};

static void
order_open(struct order *k, const struct hits *h)
{
	const struct dict *d = h->d;
	struct named *v = mem_new(d->n, sizeof(*v));
	uint32_t n = 0;

	k->entry = mem_new(d->n, sizeof(*k->entry));
	k->rank = mem_new(d->n, sizeof(*k->rank));
	for (uint32_t i = 0; i < d->n; i++)
		if (h->what != HITS_COUNT || h->all[i] > 0)
			v[n++] = (struct named){&d->entry[i], i};
	qsort(v, n, sizeof(*v), by_name);
	for (uint32_t i = 0; i < n; i++) {
		k->entry[i] = v[i].id;
		k->rank[v[i].id] = i > 0 && by_text(v[i - 1].e, v[i].e) == 0
		    ? k->rank[v[i - 1].id]
		    : i;
	}
	free(v);
}

static void
order_free(struct order *k)
{
	free(k->entry);
	free(k->rank);
}

/* A sum with the ranks of its two keys. */
struct cell {
	uint32_t a;
	uint32_t b;
	uint64_t n;
};

static int
by_rank(const void *a, const void *b)
{
	const struct cell *x = a;
	const struct cell *y = b;

	if (x->a != y->a)
		return x->a < y->a ? -1 : 1;
	return (x->b > y->b) - (x->b < y->b);
}

/* The sums in the order of the ranks, equal ranks added up. */
static struct cell *
sorted(const struct hits_sum *s, const uint32_t *rank_a, const uint32_t *rank_b,
    size_t *n)
{
	struct cell *c = mem_new(s->keys.n, sizeof(*c));
	size_t k = 0;

	for (uint32_t i = 0; i < s->keys.n; i++) {
		uint32_t key[2];
		size_t len;

		memcpy(key, intern_s(&s->keys, i, &len), sizeof(key));
		c[i] = (struct cell){rank_a[key[0]], rank_b[key[1]], s->n[i]};
	}
	qsort(c, s->keys.n, sizeof(*c), by_rank);
	for (uint32_t i = 0; i < s->keys.n; i++)
		if (k > 0 && by_rank(&c[k - 1], &c[i]) == 0)
			c[k - 1].n += c[i].n;
		else
			c[k++] = c[i];
	*n = k;
	return c;
}

/* ---- tables ---- */

static void
put_name(struct out *o, const struct dict_entry *e)
{
	tsv_put(o, e->theme, strlen(e->theme));
	out_ch(o, '\t');
	tsv_put(o, e->text, strlen(e->text));
	out_ch(o, '\t');
}

static void
put_n(struct out *o, uint64_t n)
{
	out_u64(o, n);
	out_ch(o, '\n');
}

static void
put_part(struct out *o, const struct part *p, uint32_t part)
{
	size_t len;
	const char *s = intern_s(&p->names, part, &len);

	if (p->attr == NULL)
		return;
	tsv_put(o, s, len);
	out_ch(o, '\t');
}

static void
put_counts(const struct hits *h, const struct part *p, const struct order *k,
    struct out *o)
{
	uint32_t *rank;
	uint32_t *order;
	struct cell *c;
	size_t n;
	size_t i = 0;

	out_str(o, p->attr != NULL ? "part\t" : "");
	out_str(o, "theme\tentry\tfreq\n");
	intern_rank(&p->names, &rank, &order);
	c = sorted(&h->cells, rank, k->rank, &n);
	for (uint32_t r = 0; r < p->names.n && h->seen; r++) {
		put_part(o, p, order[r]);
		out_str(o, "\t\t");
		put_n(o, h->part[order[r]].words);
		for (; i < n && c[i].a == r; i++) {
			put_part(o, p, order[r]);
			put_name(o, &h->d->entry[k->entry[c[i].b]]);
			put_n(o, c[i].n);
		}
	}
	free(c);
	free(rank);
	free(order);
}

static void
put_lost(const struct hits *h, const struct order *k, struct out *o)
{
	struct cell *c;
	size_t n;

	out_str(o, "theme\tentry\tlost_to_theme\tlost_to_entry\tfreq\n");
	c = sorted(&h->lost, k->rank, k->rank, &n);
	for (size_t i = 0; i < n; i++) {
		put_name(o, &h->d->entry[k->entry[c[i].a]]);
		put_name(o, &h->d->entry[k->entry[c[i].b]]);
		put_n(o, c[i].n);
	}
	free(c);
}

struct fired {
	uint32_t entry;
	uint64_t n;
	const char *s;
};

static int
by_count(const void *a, const void *b)
{
	const struct fired *x = a;
	const struct fired *y = b;

	if (x->entry != y->entry)
		return x->entry < y->entry ? -1 : 1;
	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return strcmp(x->s, y->s);
}

/* All forms by entry, the most frequent first; one more ends them. */
static struct fired *
fired_forms(const struct hits *h)
{
	uint32_t n = h->forms.keys.n;
	struct fired *v = mem_new((size_t)n + 1, sizeof(*v));

	for (uint32_t i = 0; i < n; i++) {
		size_t len;
		const char *s = intern_s(&h->forms.keys, i, &len);

		memcpy(&v[i].entry, s, sizeof(v[i].entry));
		v[i].n = h->forms.n[i];
		v[i].s = s + sizeof(v[i].entry);
	}
	qsort(v, n, sizeof(*v), by_count);
	v[n].entry = DICT_NONE;
	return v;
}

static void
put_forms(const struct fired *v, struct out *o)
{
	for (size_t i = 0; i < FORMS && v[i].entry == v[0].entry; i++) {
		out_str(o, i > 0 ? ", " : "");
		tsv_put(o, v[i].s, strlen(v[i].s));
		out_ch(o, ' ');
		out_u64(o, v[i].n);
	}
}

/* Hits of the theme whose entries begin at place i of the order. */
static uint64_t
theme_hits(const struct hits *h, const struct order *k, uint32_t i)
{
	const struct dict_entry *e = h->d->entry;
	const char *theme = e[k->entry[i]].theme;
	uint64_t n = 0;

	for (; i < h->d->n && strcmp(e[k->entry[i]].theme, theme) == 0; i++)
		n += h->all[k->entry[i]];
	return n;
}

static void
put_report(const struct hits *h, const struct order *k, struct out *o)
{
	struct fired *v = fired_forms(h);
	uint32_t *at = mem_new(h->d->n, sizeof(*at)); /* + 1; 0: none */
	const char *theme = "";
	uint64_t n = 0;

	for (uint32_t i = 0; v[i].entry != DICT_NONE; i++)
		if (at[v[i].entry] == 0)
			at[v[i].entry] = i + 1;
	out_str(o, "theme\tentry\thits\tshare\tforms\n");
	for (uint32_t i = 0; i < h->d->n; i++) {
		uint32_t id = k->entry[i];
		const struct dict_entry *e = &h->d->entry[id];

		if (strcmp(theme, e->theme) != 0)
			n = theme_hits(h, k, i);
		theme = e->theme;
		put_name(o, e);
		out_u64(o, h->all[id]);
		out_ch(o, '\t');
		out_real(o, (double)h->all[id] / (double)n);
		out_ch(o, '\t');
		if (at[id] > 0)
			put_forms(&v[at[id] - 1], o);
		out_ch(o, '\n');
	}
	free(at);
	free(v);
}

static void
put_cover_row(const struct hits_part *t, struct out *o)
{
	const uint64_t n[] = {
	    t->words, t->covered, t->hits, t->speeches, t->without};

	for (size_t i = 0; i < sizeof(n) / sizeof(*n); i++) {
		out_u64(o, n[i]);
		out_ch(o, '\t');
	}
	out_real(o,
	    t->words > 0 ? 100 * (double)t->covered / (double)t->words
			 : (double)NAN);
	out_ch(o, '\n');
}

/* A row a part, by the bytes of its name. */
static void
put_cover(const struct hits *h, const struct part *p, struct out *o)
{
	uint32_t *rank;
	uint32_t *order;

	out_str(o, p->attr != NULL ? "part\t" : "");
	out_str(o, "words\tcovered\thits\tspeeches\twithout\tshare\n");
	if (p->attr == NULL) {
		put_cover_row(&h->whole, o);
		return;
	}
	intern_rank(&p->names, &rank, &order);
	for (uint32_t r = 0; r < p->names.n; r++) {
		size_t len;
		const char *s = intern_s(&p->names, order[r], &len);

		tsv_put(o, s, len);
		out_ch(o, '\t');
		put_cover_row(&h->part[order[r]], o);
	}
	free(rank);
	free(order);
}

void
hits_note(const struct hits *h)
{
	uint64_t hits = 0;
	uint32_t silent = 0;
	uint32_t n = 0;

	for (uint32_t i = 0; i < h->d->n; i++) {
		if (h->d->entry[i].spares)
			continue;
		n++;
		hits += h->all[i];
		silent += h->all[i] == 0;
	}
	note("hits: %" PRIu64 ", on %" PRIu64 " of %" PRIu64 " words (%.3g %%)",
	    hits, h->whole.covered, h->whole.words,
	    h->whole.words > 0
		? 100 * (double)h->whole.covered / (double)h->whole.words
		: 0.0);
	note("without a hit: %" PRIu64 " of %" PRIu64 " speeches, %" PRIu32
	     " of %" PRIu32 " entries",
	    h->whole.without, h->whole.speeches, silent, n);
}

void
hits_put(const struct hits *h, enum hits_what what, const struct part *p,
    struct out *o)
{
	struct order k;

	if (what == HITS_PLACES)
		return;
	order_open(&k, h);
	switch (what) {
	case HITS_COUNT:
		put_counts(h, p, &k, o);
		break;
	case HITS_REPORT:
		put_report(h, &k, o);
		break;
	case HITS_LOST:
		put_lost(h, &k, o);
		break;
	case HITS_COVER:
		put_cover(h, p, o);
		break;
	case HITS_PLACES:
		break;
	}
	order_free(&k);
}
