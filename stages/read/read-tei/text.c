/* Text of TEI as paragraphs. */
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/in.h"
#include "read/common/span.h"
#include "read/common/turns_name.h"
#include "tei.h"

/* What a removed name left at the first words of a turn goes. */
static void
take_leftover(struct tei *t)
{
	struct tei_paras *ps = &t->u.now;
	struct tei_para *p = &ps->p[ps->n - 1];
	size_t n;

	if (t->turn == 0 || !t->sp || p->type != NULL || p->n_tok > 0)
		return;
	for (size_t i = t->u.inside; i + 1 < ps->n; i++)
		if (ps->p[i].type == NULL)
			return;
	n = turn_leftover(ps->text.s + p->at, p->len);
	if (n == 0)
		return;
	t->c.n_leftover++;
	p->at += n;
	p->len -= n;
	ps->n -= p->len == 0;
}

/* "(Applaudissements.)" as a paragraph of a turn: no words of the speaker. */
static void
set_stage(struct tei *t)
{
	struct tei_paras *ps = &t->u.now;
	struct tei_para *p;

	if (t->turn == 0 || !t->sp || ps->n == t->u.inside)
		return;
	p = &ps->p[ps->n - 1];
	if (p->type != NULL || !turns_is_stage(ps->text.s + p->at, p->len))
		return;
	p->type = "stage";
	t->c.n_stage++;
}

/* A note that is a code only, DISC_ARTICLES_1_1, is no text; true if the last
 * paragraph was one, which goes. */
static bool
take_code(struct tei *t, struct tei_paras *ps)
{
	const struct tei_para *p = &ps->p[ps->n - 1];

	if (p->type == NULL || strcmp(p->type, "note") != 0 ||
	    !span_is_code(ps->text.s + p->at, p->len))
		return false;
	t->c.n_code++;
	ps->n--;
	return true;
}

void
text_end(struct tei *t)
{
	struct tei_paras *ps = tei_paras(t);

	t->word.close = false;
	t->word.glue = false;
	if (t->dropped) {
		t->c.cut_para++;
		t->turn_dropped = true;
		t->dropped = false;
	}
	if (para_end(ps)) {
		t->n_para++;
		if (!take_code(t, ps) && ps == &t->u.now) {
			size_t n = ps->n;

			take_leftover(t);
			if (ps->n == n) /* else nothing is left of it */
				tei_named(t);
			set_stage(t);
		}
	}
	if (ps == &t->u.now)
		paras_move(&t->u.now, &t->aside);
	else
		paras_move(&t->aside, &t->cry);
}

static void
begin_para(struct tei *t, const struct frame *f, uint64_t line)
{
	struct tei_para *p = para_open(tei_paras(t));

	p->line = line;
	p->type = f->type;
	p->subtype = f->subtype;
	p->outside = t->turn == 0;
	t->c.n_stray += f->stray;
}

void
tei_text(struct tei *t, const char *s, size_t len)
{
	const struct frame *f = &t->frame[t->n_frame - 1];
	struct tei_paras *ps = tei_paras(t);
	uint64_t lines = 0;
	size_t blanks = 0;

	if (f->name) {
		buf_mem(&t->speaker, s, len);
		return;
	}
	while (blanks < len && strchr(" \t\r\n", s[blanks]) != NULL)
		lines += s[blanks++] == '\n';
	if (blanks == len) {
		ps->space |= ps->open;
		return;
	}
	if (f->other) {
		t->dropped = true;
		return;
	}
	if (!ps->open)
		begin_para(t, f, xml_line(&t->xml) + lines);
	t->word.close = false;
	para_text(ps, s, len);
	if (ps->text.len - ps->p[ps->n].at > IN_LINE_MAX)
		die_data(t->xml.name, ps->p[ps->n].line,
		    "a paragraph longer than %zu bytes", IN_LINE_MAX);
}

void
text_cry(struct tei *t, const char *text, const char *sub)
{
	bool aside = t->frame[t->n_frame - 1].aside;
	struct tei_paras *ps = aside ? &t->cry : &t->aside;
	struct tei_para *p;

	t->u.n_cry++;
	if (t->frame[t->n_frame - 1].other)
		return;
	p = para_open(ps);
	p->line = xml_line(&t->xml);
	p->type = "stage";
	if (sub != NULL && *sub != '\0')
		p->subtype = intern_add(&t->w.names, sub, strlen(sub));
	para_text(ps, text, strlen(text));
	if (para_end(ps))
		t->n_para++;
	if (!aside && !t->u.now.open)
		paras_move(&t->u.now, ps);
}
