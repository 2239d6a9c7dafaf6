/* Words of annotated files. */
#include <string.h>

#include "tei.h"

struct tei_paras *
tei_paras(struct tei *t)
{
	return t->n_frame > 0 && t->frame[t->n_frame - 1].aside ? &t->aside
								: &t->u.now;
}

/* The part of speech: UPosTag of msd, else pos, else all of msd. */
static const char *
pos_of(const char **attr, size_t *len)
{
	const char *msd = xml_attr(attr, "msd");
	const char *pos = xml_attr(attr, "pos");
	const char *upos = msd != NULL ? strstr(msd, "UPosTag=") : NULL;

	if (upos != NULL) {
		upos += strlen("UPosTag=");
		*len = strcspn(upos, "|");
		return upos;
	}
	if (pos == NULL)
		pos = msd;
	*len = pos != NULL ? strlen(pos) : 0;
	return pos;
}

static void
add(struct buf *b, const char *s, size_t len)
{
	if (len == 0)
		return;
	if (b->len > 0)
		buf_mem(b, "+", 1);
	for (size_t i = 0; i < len; i++) /* a column holds no tab */
		buf_mem(b, s[i] == '\t' || s[i] == '\n' ? " " : s + i, 1);
}

void
word_open(struct tei *t, const char *name, const char **attr)
{
	struct word *w = &t->word;
	struct tei_paras *ps = tei_paras(t);
	const char *lemma = xml_attr(attr, "lemma");
	const char *join = xml_attr(attr, "join");
	size_t pos_len;
	const char *pos = pos_of(attr, &pos_len);
	bool tagged = lemma != NULL || pos != NULL;

	if (w->depth++ == 0) {
		bool left = join != NULL && strcmp(join, "right") != 0 &&
		    strcmp(join, "no") != 0;

		if (w->glue || left)
			ps->glue = true;
		else if (w->close && tagged)
			ps->space = true;
		w->glue = join != NULL &&
		    (strcmp(join, "right") == 0 || strcmp(join, "both") == 0);
		w->lemma.len = 0;
		w->pos.len = 0;
		w->mark = strcmp(name, "pc") == 0;
		w->tagged = false;
		w->own = tagged;
		if (ps->open) {
			if (ps->text.len > ps->p[ps->n].at)
				para_space(ps);
			w->at = ps->text.len;
		} else
			w->at = (size_t)-1;
	} else if (w->own)
		return;
	w->tagged |= tagged;
	add(&w->lemma, lemma, lemma != NULL ? strlen(lemma) : 0);
	add(&w->pos, pos, pos_len);
}

void
word_close(struct tei *t)
{
	struct word *w = &t->word;
	struct tei_paras *ps = tei_paras(t);

	if (--w->depth > 0)
		return;
	w->close = w->tagged;
	if (!ps->open)
		return;
	if (w->at == (size_t)-1 || w->at < ps->p[ps->n].at)
		w->at = ps->p[ps->n].at;
	if (!t->w.tokens) {
		t->c.n_said += w->tagged && ps->text.len > w->at;
		return;
	}
	buf_mem(&w->lemma, "", 0);
	buf_mem(&w->pos, "", 0);
	para_token(ps, w->at, w->mark, w->lemma.s, w->pos.s);
}

void
sentence_close(struct tei *t)
{
	struct tei_paras *ps = tei_paras(t);

	if (ps->open && ps->n_tok > ps->p[ps->n].tok)
		ps->tok[ps->n_tok - 1].last = true;
}
