#include "tei.h"

#include <string.h>

#include "read/common/languages.h"

/* ---- elements of a text ---- */

struct frame *
tei_push(struct tei *t, enum role role)
{
	struct frame *f;

	t->frame =
	    mem_grow(t->frame, &t->cap, t->n_frame + 1, sizeof(*t->frame));
	f = &t->frame[t->n_frame];
	if (t->n_frame == 0)
		*f = (struct frame){
		    .subtype = NONE, .stray = true, .other = t->other};
	else
		*f = t->frame[t->n_frame - 1];
	t->n_frame++;
	f->role = role;
	return f;
}

void
set_language(struct tei *t, struct frame *f, const char **attr)
{
	const char *lang = xml_attr(attr, "xml:lang");

	if (lang != NULL)
		f->other = !languages_want(t->languages, lang);
}

static void
open_turn(struct tei *t, const char *name, const char **attr)
{
	struct frame *f;

	text_end(t);
	f = tei_push(t, t->turn == 0 ? TURN : TEI_BLOCK);
	f->stray = false;
	set_language(t, f, attr);
	if (t->turn != 0) {
		t->c.n_nested++;
		return;
	}
	f->type = NULL;
	f->subtype = NONE;
	f->running = false;
	t->turn = t->n_frame;
	t->sp = strcmp(name, "sp") == 0;
	t->turn_dropped = false;
	t->speaker.len = 0;
	t->in_text = false;
	unit_turn(&t->u, xml_line(&t->xml));
	turn_attrs(t, attr);
}

static void
close_turn(struct tei *t)
{
	text_end(t);
	turn_name(t);
	t->c.n_cry += t->u.n_cry;
	if (!unit_turn_end(&t->u)) {
		if (t->turn_dropped)
			t->c.cut_turn++;
		else
			t->c.n_empty++;
	}
	t->turn = 0;
}

/* A paragraph, a heading, a note where it stands. */
static void
open_block(struct tei *t, const struct tei_element *e, const char **attr)
{
	struct frame *f;

	text_end(t);
	f = tei_push(t, e->role);
	f->stray = false;
	set_language(t, f, attr);
	if (e->role == DIV && !f->marked) {
		f->stray = true;
		f->running = false;
		return;
	}
	if (e->role == TEI_BLOCK || e->role == RUN)
		f->running = e->role == TEI_BLOCK;
	if (!f->marked && e->type != NULL)
		f->type = e->type;
}

/* Not the speaker's words: all in it is of this type. */
static void
set_mark(struct tei *t, struct frame *f, const struct tei_element *e,
    const char **attr)
{
	const char *sub = xml_attr(attr, "type");

	f->stray = false;
	f->running = true;
	f->seen = t->n_para + t->c.cut_para;
	set_language(t, f, attr);
	if (f->marked)
		return;
	f->marked = true;
	f->type = e->type;
	if (sub == NULL)
		sub = xml_attr(attr, "reason");
	f->subtype = sub != NULL && *sub != '\0'
	    ? intern_add(&t->w.names, sub, strlen(sub))
	    : NONE;
}

/* What stands within a paragraph waits for its end: no sentence is cut. */
static void
open_mark(struct tei *t, const struct tei_element *e, const char **attr)
{
	const struct frame *top = &t->frame[t->n_frame - 1];
	struct frame *f;

	if (top->aside || top->marked || !t->u.now.open) {
		text_end(t);
		set_mark(t, tei_push(t, MARK), e, attr);
		return;
	}
	f = tei_push(t, ASIDE);
	f->aside = true;
	set_mark(t, f, e, attr);
	t->held = (struct held){.glue = t->word.glue,
	    .close = t->word.close,
	    .part = strcmp(e->type, "note") != 0 &&
		strcmp(e->type, "fw") != 0 && strcmp(e->type, "gap") != 0};
	t->word.glue = false;
	t->word.close = false;
}

/* The paragraph goes on behind what waits.  A note or a gap may stand within a
 * word, an interruption stands between two. */
static void
close_aside(struct tei *t)
{
	t->word.glue = t->held.glue;
	t->word.close = t->held.close;
	t->u.now.part |= t->held.part;
}

/* An element that is none of TEI's, or only a part of the text. */
static void
open_inline(struct tei *t, const char *name, const char **attr)
{
	const char *text = xml_attr(attr, "text");

	if (strchr(name, ':') != NULL && t->turn != 0) {
		if (text != NULL)
			text_cry(t, text, xml_attr(attr, "type"));
		else if (t->turn == t->n_frame)
			turn_attrs(t, attr);
	}
	tei_push(t, INLINE);
}

static void
open_space(struct tei *t, const char **attr)
{
	const char *break_word = xml_attr(attr, "break");
	struct tei_paras *ps = tei_paras(t);

	if (t->frame[t->n_frame - 1].name)
		buf_str(&t->speaker, " ");
	else if (break_word != NULL && strcmp(break_word, "no") == 0) {
		ps->glue = true;
		ps->cut = true;
	} else
		ps->space |= ps->open;
	tei_push(t, TEI_SPACE);
}

static void
open_speaker(struct tei *t)
{
	struct frame *f;

	text_end(t);
	f = tei_push(t, t->turn != 0 ? SPEAKER : TEI_BLOCK);
	f->name = t->turn != 0;
	f->stray = false;
	if (f->name && t->speaker.len > 0)
		buf_str(&t->speaker, " ");
}

void
open_in_text(struct tei *t, const char *name, const char **attr)
{
	const struct frame *top = &t->frame[t->n_frame - 1];
	const struct tei_element *e = tei_element(xml_local(name));
	enum role role = top->name && e->role != TEI_SPACE ? INLINE : e->role;

	if (role == RUN && (top->running || top->marked || tei_paras(t)->open))
		role = INLINE;
	if (role == LEFT || (role == OTHER && top->role == CHOICE)) {
		t->c.n_left++;
		t->skip = 1;
		return;
	}
	switch (role) {
	case TURN:
		open_turn(t, xml_local(name), attr);
		break;
	case DIV:
	case TEI_BLOCK:
	case RUN:
		open_block(t, e, attr);
		break;
	case MARK:
		open_mark(t, e, attr);
		break;
	case SPEAKER:
		open_speaker(t);
		break;
	case TEI_SPACE:
		open_space(t, attr);
		break;
	case TEI_WORD:
		tei_push(t, TEI_WORD);
		word_open(t, e->name, attr);
		break;
	case CHOICE:
	case SENTENCE:
		tei_push(t, role);
		break;
	default:
		open_inline(t, name, attr);
	}
}

void
close_in_text(struct tei *t)
{
	const struct frame *f = &t->frame[t->n_frame - 1];

	switch (f->role) {
	case TURN:
		close_turn(t);
		break;
	case MARK:
	case ASIDE:
		text_end(t);
		t->c.n_silent += t->n_para + t->c.cut_para == f->seen;
		if (f->role == ASIDE)
			close_aside(t);
		break;
	case DIV:
	case TEI_BLOCK:
	case RUN:
		text_end(t);
		break;
	case TEI_WORD:
		word_close(t);
		break;
	case SENTENCE:
		sentence_close(t);
		break;
	case TEI_SPACE:
		tei_paras(t)->space |= tei_paras(t)->open;
		break;
	default:
		break;
	}
	t->n_frame--;
}
