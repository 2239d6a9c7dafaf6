/* Turns whose speaker stands in their text: <u> without who. */
#include <stdlib.h>
#include <string.h>

#include "read/common/speaker_line.h"
#include "read/common/turns_name.h"
#include "tei.h"

/* Who speaks, if the paragraph tells. */
static bool
find_name(struct tei *t, const char *s, size_t len, struct speaker_line *to)
{
	static const struct speakers none;

	if (t->debates.longest == 0)
		debates_open(&t->debates);
	*to = (struct speaker_line){.name = {s, 0}};
	return turns_name(&none, s, len, &to->name.len, &to->rest) ||
	    speaker_line(&t->debates, &t->words, s, len, to);
}

static bool
is_named(const struct tei *t)
{
	return attrs_get(&t->u.turn, "who") != NULL ||
	    (t->speaker.len > 0 && !t->in_text) ||
	    attrs_get(&t->u.turn, "speaker") != NULL;
}

/* The last paragraph, p of ps, begins another turn of the same element. */
static void
begin_turn(struct tei *t)
{
	struct tei_paras *ps = &t->u.now;
	struct tei_para p = ps->p[ps->n - 1];
	char *s = mem_copy(ps->text.s + p.at, p.len);
	struct attrs same = {0};
	struct tei_para *to;

	attrs_merge(&same, &t->u.turn);
	ps->n--;
	ps->text.len = p.at;
	turn_name(t);
	(void)unit_turn_end(&t->u);
	unit_turn(&t->u, p.line);
	attrs_merge(&t->u.turn, &same);
	attrs_set(&t->u.turn, "id", "");
	attrs_set(&t->u.turn, "role", "");
	attrs_set(&t->u.turn, "party", "");
	to = para_open(ps);
	to->line = p.line;
	buf_mem(&ps->text, s, p.len);
	(void)para_end(ps);
	attrs_free(&same);
	free(s);
}

static void
set_span(struct attrs *a, const char *name, struct span s)
{
	if (s.len > 0 && attrs_get(a, name) == NULL)
		attrs_setn(a, name, s.s, s.len);
}

/* How it is said stands behind the paragraph. */
static void
put_aside(struct tei *t, struct span s, uint64_t line)
{
	struct tei_para *p;

	if (s.len == 0)
		return;
	p = para_open(&t->aside);
	p->line = line;
	p->type = "stage";
	para_text(&t->aside, s.s, s.len);
	(void)para_end(&t->aside);
}

void
tei_named(struct tei *t)
{
	struct tei_paras *ps = &t->u.now;
	struct tei_para *p = &ps->p[ps->n - 1];
	struct speaker_line line;

	if (t->turn == 0 || p->type != NULL || p->n_tok > 0 || is_named(t) ||
	    !find_name(t, ps->text.s + p->at, p->len, &line))
		return;
	if (ps->n - 1 > t->u.inside) {
		begin_turn(t);
		p = &ps->p[ps->n - 1];
		(void)find_name(t, ps->text.s + p->at, p->len, &line);
	}
	t->c.n_named++;
	t->in_text = true;
	t->speaker.len = 0;
	buf_mem(&t->speaker, line.name.s, line.name.len);
	set_span(&t->u.turn, "role", line.role);
	set_span(&t->u.turn, "party", line.party);
	put_aside(t, line.aside, p->line);
	p->at += line.rest;
	p->len -= line.rest;
	ps->n -= p->len == 0;
}
