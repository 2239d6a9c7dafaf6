#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/text/utf.h"
#include "press.h"

enum {
	WIDTH = 79
};

void
press_begin(struct press *p, enum sketch_kind kind)
{
	bool tight = (kind == SKETCH_LIST && p->above == SKETCH_LIST) ||
	    (kind == SKETCH_GIVEN && p->above == SKETCH_TITLE) ||
	    (kind == SKETCH_KWIC && p->above == SKETCH_SUBHEADING);

	if (p->any && !tight)
		out_ch(p->out, '\n');
	p->any = true;
	p->above = kind;
}

void
press_paragraph(struct press *p, const char *indent, const char *text)
{
	size_t margin = utf_width(indent, strlen(indent));
	size_t used = 0; /* columns of the line under way */

	for (text += strspn(text, " \n"); *text != '\0';
	     text += strspn(text, " \n")) {
		size_t len = strcspn(text, " \n");
		size_t w = utf_width(text, len);

		if (used > 0 && used + 1 + w > WIDTH) {
			out_ch(p->out, '\n');
			used = 0;
		}
		out_str(p->out, used == 0 ? indent : " ");
		out_mem(p->out, text, len);
		used += w + (used == 0 ? margin : 1);
		text += len;
	}
	out_ch(p->out, '\n');
}

/* So many signs below a line that is so wide. */
static void
underline(struct press *p, const char *text, const char *sign)
{
	size_t w = utf_width(text, strlen(text));

	for (size_t i = 0; i < w && i < WIDTH; i++)
		out_str(p->out, sign);
	out_ch(p->out, '\n');
}

void
press_title(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_label(p, b, b->arg[0], &text);
	press_begin(p, b->kind);
	press_paragraph(p, "", text.s);
	underline(p, text.s, "=");
	buf_free(&text);
}

/* As it is, with the blanks that a name may begin with, on one line. */
void
press_heading(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_label(p, b, b->arg[0], &text);
	press_begin(p, b->kind);
	out_mem(p->out, text.s, text.len);
	out_ch(p->out, '\n');
	if (b->kind == SKETCH_HEADING)
		underline(p, text.s, "-");
	buf_free(&text);
}

void
press_text(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_label(p, b, b->arg[0], &text);
	press_begin(p, b->kind);
	if (b->kind == SKETCH_LINES) {
		out_mem(p->out, text.s, text.len);
		out_ch(p->out, '\n');
	} else
		press_paragraph(p, "", text.s);
	buf_free(&text);
}

void
press_quote(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_fill(p, b, b->arg[0], &text);
	/* close to what it quotes */
	press_paragraph(p, "    ", text.s);
	buf_free(&text);
}

void
press_facts(struct press *p, const struct sketch_block *b)
{
	enum {
		APART = 2
	};
	size_t width = 0;

	press_begin(p, b->kind);
	for (size_t i = 0; i < b->n_fact; i++) {
		const char *head = press_head(p, b->fact[i].name);
		size_t w = utf_width(head, strlen(head));

		width = w > width ? w : width;
	}
	for (size_t i = 0; i < b->n_fact; i++) {
		const char *head = press_head(p, b->fact[i].name);
		struct buf text = {0};
		size_t w = utf_width(head, strlen(head));

		press_fill(p, b, b->fact[i].text, &text);
		out_str(p->out, head);
		for (; w < width + APART; w++)
			out_ch(p->out, ' ');
		out_mem(p->out, text.s, text.len);
		out_ch(p->out, '\n');
		buf_free(&text);
	}
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
		out_str(p->out, s);
		out_ch(p->out, '\n');
	}
}

void
press_none(struct press *p, const struct sketch_block *b)
{
	struct buf text = {0};

	press_label(p, b, b->empty != NULL ? b->empty : "nothing", &text);
	if (text.len > 0) {
		press_begin(p, SKETCH_TEXT);
		press_paragraph(p, "", text.s);
	}
	buf_free(&text);
}
