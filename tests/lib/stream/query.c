/* query - places of queries over columns, by another way to find them; what is
 * a test and what is none. */
#include "lib/stream/query.h"

#include <stdlib.h>

#include "lib/base/err.h"
#include "lib/stat/rng.h"
#include "tap.h"

enum {
	TOKENS = 40,
	ITEMS = 6
};

/* An item of a pattern: a word and a class that it asks for, 0 for any; or a
 * gap. */
struct item {
	char form;
	char pos;
	bool unlike; /* the class is none that it may have */
	unsigned least;
	unsigned most; /* 0: no gap */
};

struct token {
	char form;
	char pos;
	bool bound; /* a sentence begins here */
};

struct pattern_of {
	struct item item[ITEMS];
	size_t n;
	char text[128];
};

static void
draw_item(struct stat_rng *r, struct item *x, bool inside)
{
	*x = (struct item){0};
	if (inside && stat_rng_below(r, 3) == 0) {
		x->least = stat_rng_below(r, 3);
		x->most = x->least + stat_rng_below(r, 3);
		if (x->most > 0)
			return;
	}
	x->form = (char)("abc\0"[stat_rng_below(r, 4)]);
	x->pos = (char)("XY\0"[stat_rng_below(r, 3)]);
	x->unlike = stat_rng_below(r, 3) == 0;
	if (x->form == 0 && x->pos == 0)
		x->pos = 'X';
}

/* As a person writes it. */
static void
write_item(struct buf *b, const struct item *x)
{
	char s[40];

	if (x->most > 0)
		(void)snprintf(s, sizeof(s), "*{%u,%u}", x->least, x->most);
	else if (x->pos == 0)
		(void)snprintf(s, sizeof(s), "form=%c", x->form);
	else if (x->form == 0)
		(void)snprintf(
		    s, sizeof(s), "pos%s=%c", x->unlike ? "!" : "", x->pos);
	else
		(void)snprintf(s, sizeof(s), "form=q|%c&pos%s=%c|Z", x->form,
		    x->unlike ? "!" : "", x->pos);
	buf_str(b, b->len > 0 ? " " : "");
	buf_str(b, s);
}

static void
draw_pattern(struct stat_rng *r, struct pattern_of *p)
{
	struct buf b = {0};

	p->n = 1 + stat_rng_below(r, ITEMS);
	for (size_t i = 0; i < p->n; i++) {
		draw_item(r, &p->item[i], i > 0 && i + 1 < p->n);
		write_item(&b, &p->item[i]);
	}
	(void)snprintf(p->text, sizeof(p->text), "%s", b.s);
	buf_free(&b);
}

static bool
fits(const struct item *x, const struct token *t)
{
	return (x->form == 0 || x->form == t->form) &&
	    (x->pos == 0 || (x->pos == t->pos) != x->unlike);
}

/* The end of the shortest match of items k.. at token i, or 0. */
static size_t
shortest(const struct pattern_of *p, size_t k, const struct token *t, size_t i)
{
	const struct item *x;
	size_t best = 0;

	if (k >= p->n || k >= sizeof(p->item) / sizeof(*p->item))
		return i;
	x = &p->item[k];
	for (unsigned n = x->most > 0 ? x->least : 1;
	     n <= (x->most > 0 ? x->most : 1); n++) {
		size_t end;
		bool good = i + n <= TOKENS;

		for (size_t j = i; good && j < i + n; j++)
			good = x->most > 0 || fits(x, &t[j]);
		end = good ? shortest(p, k + 1, t, i + n) : 0;
		if (end > 0 && (best == 0 || end < best))
			best = end;
	}
	return best;
}

/* The places that end with token i, as query_places() tells them. */
static uint64_t
expect(const struct pattern_of *p, size_t n, const struct token *t, size_t i)
{
	uint64_t spans = 0;

	for (size_t from = i + 1; from > 0; from--) {
		for (size_t k = 0; k < n; k++)
			if (shortest(&p[k], 0, t, from - 1) == i + 1)
				spans |= UINT64_C(1) << (i + 1 - from);
		if (t[from - 1].bound)
			break;
	}
	return spans;
}

/* Places told otherwise than they are. */
static unsigned
compare(struct stat_rng *r)
{
	struct pattern_of p[2];
	struct token t[TOKENS];
	struct query q;
	size_t n = 1 + stat_rng_below(r, 2);
	unsigned bad = 0;

	query_open(&q, QUERY_FOLD);
	q.tests = true;
	for (size_t k = 0; k < n; k++) {
		draw_pattern(r, &p[k]);
		query_add(&q, 'p', p[k].text);
	}
	for (size_t k = 1; k < q.n_column; k++)
		q.column[k].at = strcmp(q.column[k].name, "form") == 0 ? 0 : 1;
	for (size_t i = 0; i < TOKENS; i++)
		t[i] = (struct token){(char)("abc"[stat_rng_below(r, 3)]),
		    (char)("XY"[stat_rng_below(r, 2)]),
		    stat_rng_below(r, 9) == 0};
	/* what is matched across a bound is none */
	for (size_t i = 0; i < TOKENS; i++) {
		char line[] = {t[i].form, '\t', t[i].pos, '\0'};
		const uint32_t tab[] = {1, 3};

		if (t[i].bound)
			query_break(&q);
		bad += query_places(&q, line, tab) != expect(p, n, t, i);
	}
	if (bad > 0)
		printf("# %s | %s\n", p[0].text, n > 1 ? p[1].text : "");
	query_free(&q);
	return bad;
}

static void
random_queries(void)
{
	struct stat_rng r;
	unsigned bad = 0;

	stat_rng_open(&r, 1, "query", 5);
	for (int i = 0; i < 4000 && bad < 10; i++)
		bad += compare(&r);
	is_u64(bad, 0, "the places of 4,000 queries");
}

/* Gaps that may all be left out, and tokens that all fit: as many ways as
 * 2^60, a place for each token. */
static void
many_ways(void)
{
	const uint32_t tab[] = {1};
	struct query q;
	uint64_t n = 0;

	query_open(&q, QUERY_FOLD);
	q.tests = true;
	query_add(
	    &q, 'p', "form=a *{0,20} form=a *{0,20} form=a *{0,18} form=a");
	q.column[1].at = 0;
	for (int i = 0; i < 200000; i++)
		n += query_places(&q, "a", tab) == UINT64_C(1) << 3;
	is_u64(n, 200000 - 3, "gaps over gaps");
	query_free(&q);
}

static void
is_test(const char *pattern, bool want)
{
	ok(query_has_test(pattern) == want, pattern);
}

static void
refused(const char *pattern, const char *want)
{
	struct query q;

	query_open(&q, QUERY_PLAIN);
	q.tests = true;
	is_str(query_try(&q, pattern), want, pattern);
	query_free(&q);
}

int
main(void)
{
	err_init("query");
	random_queries();
	many_ways();
	is_test("la loi", false);
	is_test("", false);
	is_test("a = b", false);
	is_test("=communes !=", false);
	is_test("2=b", false);
	is_test("^(a|b)=", false);
	is_test("l'=b", false);
	is_test("*{0,3} b", false);
	is_test("a & b=c", true);
	is_test("R&D &=", false);
	is_test("a&pos=", true);
	is_test("pos=", true);
	is_test("la pos!=ADJ", true);
	is_test("  x_1-y=z", true);
	refused("pos=A *{2,1} form=b", "'*{2,1}': no gap, as *{0,3} is one");
	refused("pos=A *{0} form=b", "'*{0}': no gap, as *{0,3} is one");
	refused("pos=A *{1, 2} form=b", "'*{1,': no gap, as *{0,3} is one");
	refused("pos=A *{0,2}", "'pos=A *{0,2}': a gap stands between tokens");
	refused("*{0,2} pos=A", "'*{0,2} pos=A': a gap stands between tokens");
	refused("pos=A *{70} form=b", "more than 64 tokens in all");
	refused(
	    "pos=A *{99999999999999999999} b", "more than 64 tokens in all");
	refused("a&pos=A", "'a&pos=A': a column and = stand before &");
	refused("pos=A *{62} form=b", NULL);
	refused("pos=A *{63} form=b", "more than 64 tokens in all");
	return done();
}
