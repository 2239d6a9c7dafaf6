#include "write.h"

#include <string.h>

#include "lib/lang/fr/form.h"
#include "lib/lang/fr/scan.h"
#include "lib/stream/vrt.h"

void
write_open(struct write *w, bool tokens)
{
	static const char *const names[] = {
	    "word", "kind", "form", "lemma", "pos"};

	*w = (struct write){.tokens = tokens};
	transcript_open(&w->to);
	intern_open(&w->names);
	if (!tokens)
		return;
	rules_open(&w->rules, NULL);
	scan_open(&w->scan, &w->rules);
	vrt_put_header(&w->to.out, names, 5);
}

void
write_begin(struct write *w, struct attrs *a, const char *file, uint64_t line)
{
	transcript_speech(&w->to, a, file, line);
}

static const char *
name_of(const struct write *w, uint32_t k)
{
	size_t len;

	return k != NONE ? intern_s(&w->names, k, &len) : NULL;
}

/* ---- tokens ---- */

/* The text to be scanned, with what the scanner reads behind it. */
static void
take_text(struct write *w, const char *s, size_t len)
{
	w->text.len = 0;
	buf_mem(&w->text, s, len);
	scan_slack(&w->text);
	scan_text(&w->scan, w->text.s, len);
}

static void
begin_sentence(struct write *w)
{
	if (!w->inside)
		out_str(&w->to.out, "<s>\n");
	w->inside = true;
}

static void
end_sentence(struct write *w)
{
	if (w->inside)
		out_str(&w->to.out, "</s>\n");
	w->inside = false;
}

static void
put_token(struct write *w, const char *s, size_t len, char kind)
{
	struct out *o = &w->to.out;

	begin_sentence(w);
	vrt_put_text(o, s, len);
	out_ch(o, '\t');
	out_ch(o, kind);
	out_ch(o, '\t');
	vrt_put_text(o, w->form.s, w->form.len);
	out_ch(o, '\t');
}

/* The counting form of a scanned token into w->form. */
static void
form_of(struct write *w, const struct token *t)
{
	w->form.len = 0;
	buf_room(&w->form, SCAN_ROOM(t->len));
	w->form.len = scan_form(w->form.s, w->text.s, t);
}

/* Text that no tagger has seen: cut as tokenise cuts.  whole: it is a
 * paragraph, and its sentences are to be found. */
static void
put_plain(struct write *w, char *s, size_t len, bool whole)
{
	clean_line(&w->clean, &s, &len);
	if (len == 0)
		return;
	take_text(w, s, len);
	if (whole)
		sentence_mark(&w->scan, w->text.s);
	for (size_t i = 0; i < w->scan.n; i++) {
		const struct token *t = &w->scan.tok[i];

		form_of(w, t);
		put_token(w, w->text.s + t->at, t->len, (char)t->kind);
		out_str(&w->to.out, "\t\n");
		w->n_plain++;
		if (whole && t->last)
			end_sentence(w);
	}
}

/* The kind of a word that the scanner may cut in several. */
static char
kind_of(const struct scan *s, bool mark)
{
	static const char order[] = "uwns";

	if (s->n == 1)
		return (char)s->tok[0].kind;
	for (size_t k = 0; order[k] != '\0' && !mark; k++)
		for (size_t i = 0; i < s->n; i++)
			if ((char)s->tok[i].kind == order[k])
				return order[k];
	return mark ? SCAN_PUNCT : SCAN_SYMBOL;
}

static void
put_word(struct write *w, const struct tei_paras *ps, const struct tei_token *t)
{
	const char *s = ps->text.s + t->at;
	const char *lemma = ps->notes.len > 0 ? ps->notes.s + t->lemma : "";
	struct out *o = &w->to.out;

	take_text(w, s, t->len);
	if (w->scan.n == 1 && w->scan.tok[0].len == t->len)
		form_of(w, &w->scan.tok[0]);
	else {
		w->form.len = 0;
		form_put(&w->form, s, t->len);
	}
	put_token(w, s, t->len, kind_of(&w->scan, t->mark));
	vrt_put_text(o, lemma, t->lemma_len);
	out_ch(o, '\t');
	vrt_put_text(o, lemma + t->lemma_len, t->pos_len);
	out_ch(o, '\n');
	w->n_word += t->lemma_len + t->pos_len > 0;
	w->n_plain += t->lemma_len + t->pos_len == 0;
	if (t->last)
		end_sentence(w);
}

static void
put_tokens(
    struct write *w, const struct tei_paras *ps, const struct tei_para *p)
{
	size_t at = p->at;

	for (size_t i = p->tok; i < p->tok + p->n_tok; i++) {
		put_plain(w, ps->text.s + at, ps->tok[i].at - at, false);
		put_word(w, ps, &ps->tok[i]);
		at = ps->tok[i].at + ps->tok[i].len;
	}
	put_plain(w, ps->text.s + at, p->at + p->len - at, p->n_tok == 0);
	end_sentence(w);
}

/* ---- paragraphs ---- */

/* Between turns nobody speaks: a heading there is that of a section, running
 * text the record's. */
static const char *
outside_type(const char *type)
{
	if (type == NULL || strcmp(type, "item") == 0 ||
	    strcmp(type, "line") == 0)
		return "outside";
	return strcmp(type, "heading") == 0 ? "label" : type;
}

void
write_paras(struct write *w, const struct tei_paras *ps, bool turns)
{
	for (size_t i = 0; i < ps->n; i++) {
		const struct tei_para *p = &ps->p[i];
		struct para to = {.line = p->line,
		    .type = p->type,
		    .subtype = name_of(w, p->subtype),
		    .who = name_of(w, p->who)};

		if (turns && p->outside)
			to.type = outside_type(p->type);
		if (!w->tokens) {
			transcript_p(&w->to, &to, ps->text.s + p->at, p->len);
			continue;
		}
		transcript_p_open(&w->to, &to);
		put_tokens(w, ps, p);
		transcript_p_end(&w->to);
	}
}

void
write_end(struct write *w)
{
	transcript_end(&w->to);
}

void
write_close(struct write *w)
{
	/* an empty stream is no input to the programs behind */
	if (!w->tokens && w->to.ids.n == 0)
		out_str(&w->to.out, "<!-- no speech -->\n");
	transcript_close(&w->to);
	intern_free(&w->names);
	clean_free(&w->clean);
	buf_free(&w->text);
	buf_free(&w->form);
	if (!w->tokens)
		return;
	scan_free(&w->scan);
	rules_free(&w->rules);
}
