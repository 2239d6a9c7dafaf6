#include "words.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"

static const char whole[] = "all";

void
words_open(struct words *w, const struct words_opts *o, char **files, int n)
{
	bool single = o->by == NULL && !o->whole;
	const struct tokens_opts read = {
	    .column = o->column, .by = single ? "id" : o->by};

	*w = (struct words){.single = single};
	tokens_open(&w->t, &read, files, n);
}

static void
free_text(struct words_text *t)
{
	free(t->id);
	free(t->unit);
	free(t->speech);
	*t = (struct words_text){0};
}

void
words_close(struct words *w)
{
	tokens_close(&w->t);
	free_text(&w->last);
	for (size_t i = 0; i < w->n_text; i++)
		free_text(&w->text[i]);
	free(w->text);
	free(w->rank);
	free(w->order);
}

const char *
words_name(const struct words *w, const struct words_text *t, size_t *len)
{
	if (w->t.part.attr == NULL) {
		*len = sizeof(whole) - 1;
		return whole;
	}
	return intern_s(&w->t.part.names, t->part, len);
}

void
words_note(const struct words *w)
{
	tokens_note(&w->t);
	if (w->outside > 0)
		note("%" PRIu64 " word%s outside sentences (<s>)", w->outside,
		    w->outside == 1 ? "" : "s");
}

static void
add_unit(struct words_text *t, bool sentence)
{
	t->unit =
	    mem_grow(t->unit, &t->cap_unit, t->n_unit + 1, sizeof(*t->unit));
	t->unit[t->n_unit++] = (struct words_unit){t->n, sentence};
}

/* Words behind the last unit are a run outside sentences. */
static void
end_run(struct words *w, struct words_text *t)
{
	size_t from = t->n_unit > 0 ? t->unit[t->n_unit - 1].end : 0;

	if (t->n == from)
		return;
	w->outside += t->n - from;
	add_unit(t, false);
}

static void
add_word(struct words *w, struct words_text *t)
{
	if (t->n == t->cap)
		t->id = mem_grow(t->id, &t->cap, t->n + 1, sizeof(*t->id));
	t->id[t->n++] = w->t.type;
}

static void
end_speech(struct words *w, struct words_text *t, bool speech)
{
	size_t from = t->n_speech > 0 ? t->speech[t->n_speech - 1] : 0;

	end_run(w, t);
	/* also where there is no word, for users add to it */
	t->id = mem_grow(t->id, &t->cap, t->n + 1, sizeof(*t->id));
	t->speeches += speech;
	if (t->n_unit == from && !speech)
		return;
	t->speech = mem_grow(
	    t->speech, &t->cap_speech, t->n_speech + 1, sizeof(*t->speech));
	t->speech[t->n_speech++] = t->n_unit;
}

/* The text that is held of the current part. */
static struct words_text *
held(struct words *w)
{
	uint32_t part = w->t.part.cur;

	w->text =
	    mem_grow(w->text, &w->cap_text, (size_t)part + 1, sizeof(*w->text));
	while (w->n_text <= part)
		w->text[w->n_text++] = (struct words_text){0};
	w->text[part].known = true;
	w->text[part].part = part;
	return &w->text[part];
}

/* Speeches without an id, and text outside, are held even where speeches are
 * single: more of it may come. */
static struct words_text *
enter(struct words *w)
{
	size_t len;
	const char *name;

	name = intern_s(&w->t.part.names, w->t.part.cur, &len);
	if (!w->single || strcmp(name, "NA") == 0)
		return held(w);
	w->last.part = w->t.part.cur;
	w->last.n = 0;
	w->last.n_unit = 0;
	w->last.n_speech = 0;
	w->last.speeches = 0;
	return &w->last;
}

static void
open_tag(struct words *w)
{
	if (w->t.v.tag == TAG_SPEECH) {
		if (w->now != NULL)
			end_speech(w, w->now, false);
		w->now = enter(w);
	} else if (w->t.v.tag == TAG_S && w->now != NULL)
		end_run(w, w->now);
}

/* Gives the speech that the tag ends, if it is not held. */
static const struct words_text *
close_tag(struct words *w)
{
	struct words_text *t = w->now;

	if (t == NULL)
		return NULL;
	if (w->t.v.tag == TAG_S)
		add_unit(t, true);
	if (w->t.v.tag != TAG_SPEECH)
		return NULL;
	end_speech(w, t, true);
	w->now = NULL;
	return t == &w->last ? t : NULL;
}

/* Reads to the end of a single speech, which it gives, or of the stream. */
static const struct words_text *
read_text(struct words *w)
{
	const struct words_text *t = NULL;

	while (t == NULL)
		switch (tokens_next(&w->t)) {
		case TOKENS_END:
			if (w->now != NULL)
				end_speech(w, w->now, false);
			return NULL;
		case TOKENS_OUTSIDE:
			w->now = held(w);
			break;
		case TOKENS_WORD:
			if (w->now == NULL) /* never: a part comes first */
				w->now = held(w);
			add_word(w, w->now);
			break;
		case TOKENS_OPEN:
			open_tag(w);
			break;
		case TOKENS_CLOSE:
			t = close_tag(w);
			break;
		default:
			break;
		}
	return t;
}

const struct words_text *
words_next(struct words *w)
{
	const struct words_text *t;

	if (!w->ended) {
		t = read_text(w);
		if (t != NULL)
			return t;
		w->ended = true;
		intern_rank(&w->t.part.names, &w->rank, &w->order);
	}
	while (w->given < w->t.part.names.n) {
		uint32_t k = w->order[w->given++];

		if (k < w->n_text && w->text[k].known)
			return &w->text[k];
	}
	return NULL;
}
