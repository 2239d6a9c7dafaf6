#include "put.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "agree.h"
#include "lib/base/mem.h"
#include "lib/table/tsv.h"

static void
put_cell(struct out *o, const char *s, bool first)
{
	if (!first)
		out_ch(o, '\t');
	if (s == NULL)
		s = "NA";
	tsv_put(o, s, strlen(s));
}

static uint64_t
count(const struct claim *x, const struct runs *r, enum verdict v)
{
	uint64_t n = 0;

	for (size_t i = 1; i < r->n; i++)
		n += x->verdict[i] == v;
	return n;
}

/* The runs with a verdict: their names, or their numbers. */
static void
put_runs(struct out *o, const struct claim *x, const struct runs *r,
    enum verdict v, bool numbers)
{
	bool any = false;

	out_ch(o, '\t');
	for (size_t i = 1; i < r->n; i++) {
		if (x->verdict[i] != v)
			continue;
		out_str(o, any ? ", " : "");
		if (numbers)
			out_u64(o, i);
		else
			tsv_put(o, r->run[i].name, strlen(r->run[i].name));
		any = true;
	}
	if (!any)
		out_str(o, "NA");
}

/* Is it of the same kind, of the same table? */
static bool
is_alike(const struct claim *x, const struct claim *y)
{
	return x->rule == y->rule && x->kind == y->kind &&
	    (x->part == NULL || strcmp(x->part, y->part) == 0);
}

static double
share(uint64_t n, uint64_t of)
{
	return of > 0 ? (double)n / (double)of : (double)NAN;
}

/* Members of a group as one line. */
static char *
as_line(const char *s)
{
	struct buf b = {0};

	buf_mem(&b, "", 0);
	for (; *s != '\0'; s++)
		buf_mem(&b, *s == '\n' ? " + " : s, *s == '\n' ? 3 : 1);
	return b.s;
}

static char *
page_of(const struct claim *x)
{
	return claim_table(x->rule->page, x->part);
}

static void
put_claim(struct out *o, const struct claim *x, const struct runs *r)
{
	uint64_t kept = count(x, r, CLAIM_KEPT);
	uint64_t of = kept + count(x, r, CLAIM_BROKEN);
	char *page = page_of(x);
	char *subject = as_line(x->subject);

	put_cell(o, page, true);
	put_cell(o, x->kind, false);
	put_cell(o, x->part, false);
	put_cell(o, subject, false);
	put_cell(o, x->object, false);
	put_cell(o, x->group, false);
	out_tab_u64(o, kept);
	out_tab_u64(o, of);
	out_tab_real(o, share(kept, of));
	put_runs(o, x, r, CLAIM_BROKEN, false);
	put_runs(o, x, r, CLAIM_BROKEN, true);
	put_runs(o, x, r, CLAIM_SILENT, false);
	out_tab_u64(o, count(x, r, CLAIM_SAME));
	out_ch(o, '\n');
	free(page);
	free(subject);
}

/* In the order of the statements, those of a kind together. */
struct place {
	const struct claim *x;
	size_t kind; /* number of the first of its kind */
	double share;
	size_t i;
};

static int
by_kind_and_share(const void *a, const void *b)
{
	const struct place *p = a;
	const struct place *q = b;

	if (p->kind != q->kind)
		return p->kind < q->kind ? -1 : 1;
	if (isnan(p->share) != isnan(q->share))
		return isnan(p->share) ? 1 : -1;
	if (!isnan(p->share) && p->share != q->share)
		return p->share < q->share ? -1 : 1;
	return (p->i > q->i) - (p->i < q->i);
}

static struct place *
sort(const struct claims *c, const struct runs *r, size_t *n)
{
	struct place *p = mem_new(c->n, sizeof(*p));

	*n = 0;
	for (size_t i = 0; i < c->n; i++) {
		const struct claim *x = &c->claim[i];
		uint64_t kept = count(x, r, CLAIM_KEPT);
		size_t kind = 0;

		if (!x->told)
			continue;
		while (!is_alike(&c->claim[kind], x))
			kind++;
		p[(*n)++] = (struct place){
		    x, kind, share(kept, kept + count(x, r, CLAIM_BROKEN)), i};
	}
	if (*n > 0)
		qsort(p, *n, sizeof(*p), by_kind_and_share);
	return p;
}

void
put_claims(struct out *o, const struct claims *c, const struct runs *r)
{
	size_t n;
	struct place *p = sort(c, r, &n);

	out_str(o,
	    "page\tkind\tpart\tsubject\tobject\tgroup\tkept\tof\tshare\tbroken"
	    "\tnumbers\tsilent\tsame\n");
	for (size_t i = 0; i < n; i++)
		put_claim(o, p[i].x, r);
	free(p);
}

/* What its subject is: a word, or what its column is called. */
static const char *
about(const struct claim *x)
{
	const struct rule *rule = x->rule;
	const char *name = "group";

	if (rule->axes != NULL)
		return "axis";
	if (rule->tree != NULL)
		return name;
	name = x->row == SHEET_NO_ROW ? rule->order[x->of].name.name
				      : rule->say[x->of].shown[0];
	if (x->row == SHEET_NO_ROW)
		return rule->order[x->of].name.sort == RULE_WORD ? "word"
								 : name;
	for (size_t i = 0; i < rule->n_key; i++)
		if (rule->key[i].sort == RULE_WORD &&
		    strcmp(rule->key[i].name, name) == 0)
			return "word";
	return name;
}

/* The statements from i on that are of a kind; gives the end. */
static size_t
put_kind(struct out *o, const struct place *p, size_t i, size_t n,
    const struct runs *r)
{
	const struct claim *x = p[i].x;
	char *page = page_of(x);
	uint64_t all = 0;
	uint64_t asked = 0;
	uint64_t kept = 0;
	uint64_t of = 0;
	size_t end = i;

	for (; end < n && is_alike(p[end].x, x); end++) {
		uint64_t k = count(p[end].x, r, CLAIM_KEPT);
		uint64_t m = k + count(p[end].x, r, CLAIM_BROKEN);

		all += m > 0 && k == m;
		asked += m > 0;
		kept += k;
		of += m;
	}
	put_cell(o, page, true);
	put_cell(o, x->kind, false);
	put_cell(o, x->part, false);
	put_cell(o, about(x), false);
	out_tab_u64(o, end - i);
	out_tab_u64(o, all);
	out_tab_u64(o, asked - all);
	out_tab_u64(o, end - i - asked);
	out_tab_real(o, share(kept, of));
	out_ch(o, '\n');
	free(page);
	return end;
}

void
put_kinds(struct out *o, const struct claims *c, const struct runs *r)
{
	size_t n;
	struct place *p = sort(c, r, &n);
	size_t i = 0;

	out_str(o,
	    "page\tkind\tpart\tabout\tstatements\thold\tfragile\tuntouched\tsha"
	    "re\n");
	while (i < n)
		i = put_kind(o, p, i, n, r);
	free(p);
}

void
put_choices(struct out *o, const struct claims *c, const struct runs *r,
    char *const *names, size_t n_name)
{
	out_str(o,
	    "number\tchoice\tsettings\tkept\tof\tshare\tsame\tsilent\tadded");
	for (size_t i = 0; i < AGREE_FIGURES; i++)
		out_tab_str(o, agree_name[i]);
	out_ch(o, '\n');
	for (size_t run = 1; run < r->n; run++) {
		uint64_t n[CLAIM_BROKEN + 1] = {0};
		double figure[AGREE_FIGURES];

		for (size_t i = 0; i < c->n; i++)
			n[c->claim[i].verdict[run]] += c->claim[i].told;
		out_u64(o, run);
		put_cell(o, r->run[run].name, false);
		put_cell(o, r->run[run].settings, false);
		out_tab_u64(o, n[CLAIM_KEPT]);
		out_tab_u64(o, n[CLAIM_KEPT] + n[CLAIM_BROKEN]);
		out_tab_real(
		    o, share(n[CLAIM_KEPT], n[CLAIM_KEPT] + n[CLAIM_BROKEN]));
		out_tab_u64(o, n[CLAIM_SAME]);
		out_tab_u64(o, n[CLAIM_SILENT]);
		out_tab_u64(o, c->added[run]);
		agree_run(r, run, names, n_name, figure);
		for (size_t i = 0; i < AGREE_FIGURES; i++)
			out_tab_real(o, figure[i]);
		out_ch(o, '\n');
	}
}
