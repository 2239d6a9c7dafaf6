#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "press.h"

void
press_begin(struct press *p, enum sketch_kind kind)
{
	p->ink->begin(p, kind);
	p->any = true;
	p->above = kind;
}

void
press_title(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_label(p, b, b->arg[0], &text);
	press_begin(p, b->kind);
	p->ink->title(p, text.s);
	buf_free(&text);
}

void
press_heading(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_label(p, b, b->arg[0], &text);
	press_begin(p, b->kind);
	p->ink->heading(p, text.s, b->kind);
	buf_free(&text);
}

void
press_text(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_label(p, b, b->arg[0], &text);
	press_begin(p, b->kind);
	p->ink->text(p, text.s, b->kind);
	buf_free(&text);
}

void
press_quote(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_fill(p, b, b->arg[0], &text);
	p->ink->text(p, text.s, b->kind);
	buf_free(&text);
}

static bool
is_nothing(const char *s)
{
	return *s == '\0' || strcmp(s, "NA") == 0 || strcmp(s, "0") == 0;
}

void
press_facts(struct press *p, const struct sketch_block *b)
{
	struct press_fact *fact = mem_new(b->n_fact, sizeof(*fact));
	size_t n = 0;

	for (size_t i = 0; i < b->n_fact; i++) {
		struct buf text = {0};

		press_fill(p, b, b->fact[i].text, &text);
		if (b->fact[i].optional && is_nothing(text.s)) {
			buf_free(&text);
			continue;
		}
		fact[n++] =
		    (struct press_fact){press_head(p, b->fact[i].name), text.s};
	}
	if (n > 0) {
		press_begin(p, b->kind);
		p->ink->facts(p, fact, n);
	}
	for (size_t i = 0; i < n; i++)
		free(fact[i].text);
	free(fact);
}

/* The values that there are, each on a line. */
void
press_given(struct press *p, const struct sketch_block *b)
{
	bool any = false;

	for (size_t i = 0; i < b->n_arg; i++) {
		const char *s =
		    press_need(p, b->line, b->arg[i], strlen(b->arg[i]));

		if (*s == '\0' || strcmp(s, "NA") == 0)
			continue;
		if (!any)
			press_begin(p, b->kind);
		any = true;
		p->ink->given(p, s);
	}
}

void
press_none(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_label(p, b, b->empty != NULL ? b->empty : "nothing", &text);
	if (text.len > 0) {
		press_begin(p, SKETCH_TEXT);
		p->ink->text(p, text.s, SKETCH_TEXT);
	}
	buf_free(&text);
}
