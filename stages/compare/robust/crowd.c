#include "crowd.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compare/common/stat_agree.h"
#include "lib/base/mem.h"

static const uint32_t none = UINT32_MAX;

/* A segment: where it stands in its speech, in tokens, and its class. */
struct piece {
	double from;
	double to;
	uint32_t class; /* none: it has none */
};

/* The segments of a run, speech by speech. */
struct pieces {
	struct intern speech;
	struct piece *piece;
	size_t *first; /* by speech: its first piece; and behind the last one */
	size_t cap;
};

static void
read_pieces(struct pieces *p, const struct sheet *s, struct intern *classes)
{
	size_t speech = sheet_column(s, "speech");
	size_t tokens = sheet_column(s, "tokens");
	size_t class = sheet_column(s, "class");
	double at = 0;

	*p = (struct pieces){.piece = mem_new(s->n_row, sizeof(*p->piece))};
	intern_open(&p->speech);
	for (uint32_t i = 0; i < s->n_row; i++) {
		const char *name = sheet_cell(s, i, speech);
		const char *k = sheet_cell(s, i, class);
		uint32_t known = p->speech.n;

		if (intern_add(&p->speech, name, strlen(name)) == known) {
			p->first = mem_grow(p->first, &p->cap,
			    (size_t)known + 2, sizeof(*p->first));
			p->first[known] = i;
			at = 0;
		}
		p->piece[i].from = at;
		p->piece[i].to = at += sheet_real(s, i, tokens);
		p->piece[i].class = strcmp(k, "NA") == 0
		    ? none
		    : intern_add(classes, k, strlen(k));
	}
	p->first = mem_grow(
	    p->first, &p->cap, (size_t)p->speech.n + 1, sizeof(*p->first));
	p->first[p->speech.n] = s->n_row;
}

static void
free_pieces(struct pieces *p)
{
	intern_free(&p->speech);
	free(p->piece);
	free(p->first);
}

/* Of how long a segment each class of the other run has; the longest one, of
 * equal ones the first.  scale: tokens of the base to one of the other, where
 * these have other tokens. */
static uint32_t
class_there(const struct piece *base, const struct piece *there, size_t n,
    double scale, double *of, uint32_t n_class)
{
	uint32_t best = n_class;

	for (uint32_t k = 0; k <= n_class; k++)
		of[k] = 0;
	for (size_t i = 0; i < n; i++) {
		double from = fmax(base->from, there[i].from * scale);
		double to = fmin(base->to, there[i].to * scale);

		if (to > from)
			of[there[i].class == none ? n_class : there[i].class] +=
			    to - from;
	}
	for (uint32_t k = n_class; k-- > 0;)
		if (of[k] > 0 && of[k] >= of[best])
			best = k;
	return best;
}

static void
count_speech(struct crowd *c, const struct pieces *p, uint32_t speech,
    const struct pieces *q, uint32_t there, double *of)
{
	const struct piece *from = &q->piece[q->first[there]];
	size_t n = q->first[there + 1] - q->first[there];
	double end = p->piece[p->first[speech + 1] - 1].to;
	double other = from[n - 1].to;

	for (size_t i = p->first[speech]; i < p->first[speech + 1]; i++) {
		const struct piece *x = &p->piece[i];
		uint32_t k;

		if (x->class == none || other <= 0)
			continue;
		k = class_there(x, from, n, end / other, of, c->other.n);
		if (k == c->other.n)
			continue;
		c->n[(size_t)x->class * c->other.n + k]++;
		c->shared++;
	}
}

static void
count_shared(struct crowd *c, const struct sheet *s)
{
	struct pieces p;
	struct pieces q;
	double *of;

	read_pieces(&p, &s[0], &c->base);
	read_pieces(&q, &s[1], &c->other);
	c->n = mem_new((size_t)c->base.n * c->other.n, sizeof(*c->n));
	of = mem_new((size_t)c->other.n + 1, sizeof(*of));
	for (uint32_t i = 0; i < p.speech.n; i++) {
		uint32_t k = intern_find(
		    &q.speech, p.speech.str[i].s, p.speech.str[i].len);

		if (k != none)
			count_speech(c, &p, i, &q, k, of);
	}
	free(of);
	free_pieces(&p);
	free_pieces(&q);
}

void
crowd_open(struct crowd *c, const char *base, const char *other)
{
	static const char name[] = "classes.segments.tsv";
	struct sheet s[2];
	bool have[2];

	*c = (struct crowd){0};
	intern_open(&c->base);
	intern_open(&c->other);
	have[0] = sheet_open(&s[0], base, name);
	have[1] = sheet_open(&s[1], other, name);
	c->have = have[0] && have[1];
	if (c->have)
		count_shared(c, s);
	for (size_t i = 0; i < 2; i++)
		if (have[i])
			sheet_close(&s[i]);
}

void
crowd_close(struct crowd *c)
{
	intern_free(&c->base);
	intern_free(&c->other);
	free(c->n);
}

const char *
crowd_find(const struct crowd *c, const char *class)
{
	uint32_t i = intern_find(&c->base, class, strlen(class));
	size_t m = c->other.n;
	uint32_t best = 0;

	if (i == none || m == 0)
		return NULL;
	for (uint32_t k = 1; k < m; k++)
		if (c->n[i * m + k] > c->n[i * m + best])
			best = k;
	if (c->n[i * m + best] == 0)
		return NULL;
	for (size_t j = 0; j < c->base.n; j++)
		if (c->n[j * m + best] > c->n[i * m + best])
			return NULL;
	return c->other.str[best].s;
}

double
crowd_agreement(const struct crowd *c)
{
	struct stat_agree t = {c->base.n, c->other.n, c->n};

	return c->have && c->shared > 0 ? stat_agree_rand(&t) : (double)NAN;
}
