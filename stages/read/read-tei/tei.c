#include "tei.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lib/base/err.h"
#include "lib/base/utf8.h"
#include "read/common/filename.h"

/* ---- languages ---- */

/* Is it one of the wanted ones? "fr" is fr-FR too. */
static bool
is_wanted(const struct tei *t, const char *lang)
{
	size_t n = strcspn(lang, "-_");
	const char *s = t->languages;

	while (s != NULL && *s != '\0') {
		size_t len = strcspn(s, ",");

		if (len == n && strncasecmp(s, lang, n) == 0)
			return true;
		s += len;
		s += *s == ',';
	}
	return t->languages == NULL || n == 0;
}

/* ---- elements of a text ---- */

static struct tei_frame *
push(struct tei *t, enum tei_role role)
{
	struct tei_frame *f;

	t->frame =
	    mem_grow(t->frame, &t->cap, t->n_frame + 1, sizeof(*t->frame));
	f = &t->frame[t->n_frame];
	if (t->n_frame == 0)
		*f = (struct tei_frame){
		    .subtype = TEI_NONE, .stray = true, .other = t->other};
	else
		*f = t->frame[t->n_frame - 1];
	t->n_frame++;
	f->role = role;
	return f;
}

static void
set_language(struct tei *t, struct tei_frame *f, const char **attr)
{
	const char *lang = xml_attr(attr, "xml:lang");

	if (lang != NULL)
		f->other = !is_wanted(t, lang);
}

static void
open_turn(struct tei *t, const char *name, const char **attr)
{
	struct tei_frame *f;

	tei_text_end(t);
	f = push(t, t->turn == 0 ? TEI_TURN : TEI_BLOCK);
	f->stray = false;
	set_language(t, f, attr);
	if (t->turn != 0) {
		t->c.n_nested++;
		return;
	}
	f->type = NULL;
	f->subtype = TEI_NONE;
	f->running = false;
	t->turn = t->n_frame;
	t->sp = strcmp(name, "sp") == 0;
	t->turn_dropped = false;
	t->speaker.len = 0;
	t->in_text = false;
	tei_unit_turn(&t->u, xml_line(&t->xml));
	tei_turn_attrs(t, attr);
}

static void
close_turn(struct tei *t)
{
	tei_text_end(t);
	tei_turn_name(t);
	t->c.n_cry += t->u.n_cry;
	if (!tei_unit_turn_end(&t->u)) {
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
	struct tei_frame *f;

	tei_text_end(t);
	f = push(t, e->role);
	f->stray = false;
	set_language(t, f, attr);
	if (e->role == TEI_DIV && !f->marked) {
		f->stray = true;
		f->running = false;
		return;
	}
	if (e->role == TEI_BLOCK || e->role == TEI_RUN)
		f->running = e->role == TEI_BLOCK;
	if (!f->marked && e->type != NULL)
		f->type = e->type;
}

/* Not the speaker's words: all in it is of this type. */
static void
set_mark(struct tei *t, struct tei_frame *f, const struct tei_element *e,
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
	    : TEI_NONE;
}

static void
open_mark(struct tei *t, const struct tei_element *e, const char **attr)
{
	tei_text_end(t);
	set_mark(t, push(t, TEI_MARK), e, attr);
}

/* A footnote or a running head in a paragraph waits for its end; in a turn
 * only what is told to stand elsewhere on the page. */
static void
open_aside(struct tei *t, const struct tei_element *e, const char **attr)
{
	const struct tei_frame *top = &t->frame[t->n_frame - 1];
	struct tei_frame *f;

	if (top->aside || top->marked || !top->running || !t->u.now.open ||
	    (t->turn != 0 && strcmp(e->name, "fw") != 0 &&
		xml_attr(attr, "place") == NULL)) {
		open_mark(t, e, attr);
		return;
	}
	f = push(t, TEI_ASIDE);
	f->aside = true;
	set_mark(t, f, e, attr);
}

/* An element that is none of TEI's, or only a part of the text. */
static void
open_inline(struct tei *t, const char *name, const char **attr)
{
	const char *text = xml_attr(attr, "text");

	if (strchr(name, ':') != NULL && t->turn != 0) {
		if (text != NULL)
			tei_text_cry(t, text, xml_attr(attr, "type"));
		else if (t->turn == t->n_frame)
			tei_turn_attrs(t, attr);
	}
	push(t, TEI_INLINE);
}

static void
open_space(struct tei *t, const char *name, const char **attr)
{
	const char *break_word = xml_attr(attr, "break");
	struct tei_paras *ps = tei_paras(t);

	if (t->frame[t->n_frame - 1].name)
		buf_str(&t->speaker, " ");
	else if (strcmp(name, "lb") == 0 && break_word != NULL &&
	    strcmp(break_word, "no") == 0)
		ps->glue = true;
	else
		ps->space |= ps->open;
	push(t, TEI_SPACE);
}

static void
open_speaker(struct tei *t)
{
	struct tei_frame *f;

	tei_text_end(t);
	f = push(t, t->turn != 0 ? TEI_SPEAKER : TEI_BLOCK);
	f->name = t->turn != 0;
	f->stray = false;
	if (f->name && t->speaker.len > 0)
		buf_str(&t->speaker, " ");
}

static void
open_in_text(struct tei *t, const char *name, const char **attr)
{
	const struct tei_frame *top = &t->frame[t->n_frame - 1];
	const struct tei_element *e = tei_element(xml_local(name));
	enum tei_role role =
	    top->name && e->role != TEI_SPACE ? TEI_INLINE : e->role;

	if (role == TEI_RUN && (top->running || top->marked))
		role = TEI_INLINE;
	if (role == TEI_LEFT ||
	    (role == TEI_OTHER && top->role == TEI_CHOICE)) {
		t->c.n_left++;
		t->skip = 1;
		return;
	}
	switch (role) {
	case TEI_TURN:
		open_turn(t, xml_local(name), attr);
		break;
	case TEI_DIV:
	case TEI_BLOCK:
	case TEI_RUN:
		open_block(t, e, attr);
		break;
	case TEI_MARK:
		open_mark(t, e, attr);
		break;
	case TEI_ASIDE:
		open_aside(t, e, attr);
		break;
	case TEI_SPEAKER:
		open_speaker(t);
		break;
	case TEI_SPACE:
		open_space(t, e->name, attr);
		break;
	case TEI_WORD:
		push(t, TEI_WORD);
		tei_word_open(t, e->name, attr);
		break;
	case TEI_CHOICE:
	case TEI_SENTENCE:
		push(t, role);
		break;
	default:
		open_inline(t, name, attr);
	}
}

static void
close_in_text(struct tei *t)
{
	const struct tei_frame *f = &t->frame[t->n_frame - 1];

	switch (f->role) {
	case TEI_TURN:
		close_turn(t);
		break;
	case TEI_MARK:
	case TEI_ASIDE:
		tei_text_end(t);
		t->c.n_silent += t->n_para + t->c.cut_para == f->seen;
		break;
	case TEI_DIV:
	case TEI_BLOCK:
	case TEI_RUN:
		tei_text_end(t);
		break;
	case TEI_WORD:
		tei_word_close(t);
		break;
	case TEI_SENTENCE:
		tei_sentence_close(t);
		break;
	case TEI_SPACE:
		tei_paras(t)->space |= tei_paras(t)->open;
		break;
	default:
		break;
	}
	t->n_frame--;
}

/* ---- the file ---- */

static void
begin_tei(struct tei *t, const char **attr)
{
	const char *id = xml_attr(attr, "xml:id");
	const char *source = transcript_source(t->xml.name);
	size_t len = 5;
	const char *stem = "stdin";
	char n[32];

	if (*source != '\0')
		stem = filename_stem(source, &len);
	t->n_tei++;
	t->id.len = 0;
	buf_mem(&t->id, id != NULL ? id : stem, id != NULL ? strlen(id) : len);
	if (id == NULL && t->n_tei > 1) {
		(void)snprintf(n, sizeof(n), "-%" PRIu64, t->n_tei);
		buf_str(&t->id, n);
	}
	buf_mem(&t->id, "", 0);
	attrs_clear(&t->head.a);
	attrs_merge(&t->head.a, &t->corpus);
	t->in_tei = true;
}

/* The root, a corpus's parts, and what stands beside text and header. */
static void
open_outside(struct tei *t, const char *name, const char **attr)
{
	const char *local = xml_local(name);
	const char *lang = xml_attr(attr, "xml:lang");
	bool tei = strcmp(local, "TEI") == 0 || strcmp(local, "TEI.2") == 0;

	if (t->depth == 0 && !tei && strcmp(local, "teiCorpus") != 0)
		die_data(t->xml.name, xml_line(&t->xml),
		    "the root is <%s>, not <TEI> or <teiCorpus>", name);
	if (lang != NULL)
		t->other = !is_wanted(t, lang);
	t->n_include += strcmp(name, "xi:include") == 0;
	if (tei)
		begin_tei(t, attr);
	else if (strcmp(local, "teiHeader") == 0) {
		tei_head_begin(&t->head);
		t->head_depth = 1;
		return;
	} else if (strcmp(local, "text") == 0 && t->in_tei) {
		if (*transcript_source(t->xml.name) != '\0')
			attrs_set(&t->head.a, "source",
			    transcript_source(t->xml.name));
		tei_unit_begin(&t->u, t->xml.name, t->id.s, &t->head.a);
		t->n_text++;
		set_language(t, push(t, TEI_DIV), attr);
		return;
	}
	t->depth++;
}

static void
on_open(void *arg, const char *name, const char **attr)
{
	struct tei *t = arg;

	if (t->skip > 0)
		t->skip++;
	else if (t->head_depth > 0) {
		t->head_depth++;
		tei_head_open(&t->head, xml_local(name), attr);
	} else if (t->n_frame > 0)
		open_in_text(t, name, attr);
	else
		open_outside(t, name, attr);
}

static void
on_text(void *arg, const char *s, size_t len)
{
	struct tei *t = arg;

	if (t->skip > 0)
		return;
	if (t->head_depth > 0)
		tei_head_text(&t->head, s, len);
	else if (t->n_frame > 0)
		tei_text(t, s, len);
}

static void
on_close(void *arg, const char *name)
{
	struct tei *t = arg;

	if (t->skip > 0)
		t->skip--;
	else if (t->head_depth > 1) {
		t->head_depth--;
		tei_head_close(&t->head);
	} else if (t->head_depth == 1) {
		t->head_depth = 0;
		tei_head_end(&t->head);
		if (!t->in_tei)
			attrs_merge(&t->corpus, &t->head.a);
	} else if (t->n_frame > 0) {
		close_in_text(t);
		if (t->n_frame == 0)
			t->n_speech_text += tei_unit_end(&t->u);
	} else {
		t->depth--;
		if (strcmp(xml_local(name), "TEI") == 0 ||
		    strcmp(xml_local(name), "TEI.2") == 0)
			t->in_tei = false;
	}
}

void
tei_read(struct tei *t, const char *path)
{
	uint64_t cut = t->c.cut_para;
	uint64_t n = t->n_speech_text;
	const char *name = path != NULL ? path : "<stdin>";

	t->xml = (struct xml){
	    .open = on_open, .close = on_close, .text = on_text, .arg = t};
	if (utf8_check(name, strlen(name)) < strlen(name))
		die_data(name, 0, "the file's name is not UTF-8: rename it");
	attrs_clear(&t->corpus);
	attrs_clear(&t->head.a);
	t->depth = 0;
	t->n_tei = 0;
	t->n_text = 0;
	t->n_include = 0;
	t->other = false;
	xml_read(&t->xml, path, t->encoding);
	if (t->n_speech_text > n || t->c.cut_para > cut)
		return;
	if (t->n_include > 0)
		die_data(t->xml.name, 0,
		    "no text, but the names of other files (<xi:include>): "
		    "give those");
	die_data(t->xml.name, 0, "%s: leave the file out",
	    t->n_text == 0 ? "no <text>" : "no text in <text>");
}
