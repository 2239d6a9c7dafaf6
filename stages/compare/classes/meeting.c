#include "meeting.h"

#include <stdlib.h>

#include "lib/base/mem.h"

void
meeting_open(struct meeting *m, uint32_t n, uint32_t n_b)
{
	*m = (struct meeting){.n = n, .n_b = n_b};
	m->t.n_row = (size_t)n + 1;
	m->t.n_col = (size_t)n_b + 1;
	m->t.n = mem_new(m->t.n_row * m->t.n_col, sizeof(*m->t.n));
}

void
meeting_free(struct meeting *m)
{
	free(m->t.n);
}

void
meet(struct meeting *m, uint32_t a, uint32_t b, size_t times)
{
	size_t i = a > 0 ? a - 1 : m->n;
	size_t j = b > 0 ? b - 1 : m->n_b;

	m->t.n[i * m->t.n_col + j] += times;
}

/* The class of a token of a speech; *end: up to where it is that of all. */
static uint32_t
class_at(struct cut_text *x, uint32_t speech, size_t token, size_t *end)
{
	const struct segment *s;

	while (x->at < x->s->n && x->s->s[x->at].speech <= speech &&
	    (x->s->s[x->at].speech < speech || x->s->s[x->at].to <= token))
		x->at++;
	s = &x->s->s[x->at];
	if (x->at == x->s->n || s->speech != speech)
		return 0;
	if (s->from > token) {
		*end = s->from < *end ? s->from : *end;
		return 0;
	}
	*end = s->to < *end ? s->to : *end;
	return x->c->of[x->at];
}

void
meet_tokens(struct meeting *m, const struct reinert_text *t, struct cut_text *a,
    struct cut_text *b)
{
	for (uint32_t k = 0; k < t->n_speech; k++) {
		size_t token = t->speech[k].from;

		while (token < t->speech[k].to) {
			size_t end = t->speech[k].to;
			uint32_t in_a = class_at(a, k, token, &end);
			uint32_t in_b = class_at(b, k, token, &end);

			meet(m, in_a, in_b, end - token);
			token = end;
		}
	}
}
