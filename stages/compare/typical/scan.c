#include "scan.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang/fr/respace.h"

/* ---- words ---- */

static uint32_t
find_term(struct scan *j)
{
	while (j->n_term_of <= j->t.type) {
		size_t len;
		const char *s =
		    intern_s(&j->t.types, (uint32_t)j->n_term_of, &len);

		j->term_of = mem_grow(j->term_of, &j->cap_term_of,
		    j->n_term_of + 1, sizeof(*j->term_of));
		j->term_of[j->n_term_of++] =
		    intern_find(&j->specific.terms, s, len);
	}
	return j->term_of[j->t.type];
}

/* Of parts that have no word of the table no sentence is shown. */
static void
add_text(struct scan *j)
{
	size_t len;
	const char *s;

	if (!j->inside || j->part == UINT32_MAX)
		return;
	s = vrt_col(&j->t.v, j->word, &len);
	window_add(&j->text, s, len);
}

/* Sentences of other words are others, whatever the classes of these. */
static uint32_t
type_of(struct scan *j)
{
	size_t len;
	const char *s;

	if (j->t.type != j->t.hidden)
		return j->t.type;
	s = tokens_value(&j->t, &len);
	return intern_add(&j->t.types, s, len);
}

static void
add_word(struct scan *j)
{
	uint32_t term = find_term(j);
	struct specific_word *w;

	if (!j->inside) {
		j->n_outside++;
		return;
	}
	if (j->n_word == j->cap_word)
		j->type = mem_grow(
		    j->type, &j->cap_word, j->n_word + 1, sizeof(*j->type));
	j->type[j->n_word++] = type_of(j);
	if (term == UINT32_MAX || j->part == UINT32_MAX)
		return;
	w = specific_find(&j->specific, j->part, term);
	if (w == NULL || w->seen == j->serial)
		return;
	w->seen = j->serial;
	if (j->n_hit == j->cap_hit)
		j->hit =
		    mem_grow(j->hit, &j->cap_hit, j->n_hit + 1, sizeof(void *));
	j->hit[j->n_hit++] = w;
}

/* ---- sentences ---- */

/* The strongest first, so that the same words have the same sum whatever their
 * order in the sentence. */
static int
by_strength(const void *a, const void *b)
{
	const struct specific_word *x = *(struct specific_word *const *)a;
	const struct specific_word *y = *(struct specific_word *const *)b;

	if (x->s != y->s)
		return x->s > y->s ? -1 : 1;
	return (x > y) - (x < y);
}

static void
put_terms(const struct scan *j, bool for_it, struct buf *to)
{
	bool any = false;

	for (size_t i = 0; i < j->n_hit; i++) {
		size_t len;
		const char *s =
		    intern_s(&j->specific.terms, j->hit[i]->term, &len);

		if ((j->hit[i]->s > 0) != for_it)
			continue;
		buf_str(to, any ? ", " : "");
		buf_mem(to, s, len);
		any = true;
	}
	buf_mem(to, any ? "" : "NA", any ? 1 : sizeof("NA"));
}

static void
put_text(const struct scan *j, struct buf *to)
{
	struct respace spaces = {0};
	struct buf text = {0};

	for (size_t i = 0; i < j->text.n; i++)
		window_put(&j->text, i, true, &spaces, &text);
	buf_mem(to, text.s, text.len);
	buf_free(&text);
}

static void
end_sentence(struct scan *j)
{
	struct best_sentence s = {.word = j->type, .n_word = j->n_word};
	struct best_place at = {.speech = j->name.s,
	    .source = j->name.s + strlen(j->name.s) + 1,
	    .line = j->line,
	    .sentence = j->number};
	struct best_sentence *x;
	bool inside = j->inside;

	j->inside = false;
	if (!inside || j->n_hit == 0 || s.n_word < j->o->least)
		return;
	qsort(j->hit, j->n_hit, sizeof(void *), by_strength);
	for (size_t i = 0; i < j->n_hit; i++)
		s.score += j->hit[i]->s;
	if (!(s.score > 0))
		return;
	if (j->o->mean)
		s.score /= (double)s.n_word;
	x = best_take(&j->best, j->part, &s, &at);
	if (x == NULL)
		return;
	put_terms(j, true, &x->text);
	put_terms(j, false, &x->text);
	put_text(j, &x->text);
}

static void
begin_sentence(struct scan *j)
{
	window_clear(&j->text);
	j->inside = true;
	j->serial++;
	j->number++;
	j->n_word = 0;
	j->n_hit = 0;
}

/* ---- speeches ---- */

static void
enter_part(struct scan *j)
{
	size_t len;
	const char *s = intern_s(&j->t.part.names, j->t.part.cur, &len);

	j->part = intern_find(&j->specific.parts, s, len);
	if (j->part == UINT32_MAX || j->heard[j->part])
		return;
	j->heard[j->part] = true;
	j->n_heard++;
}

static void
name_speech(struct scan *j, bool speech)
{
	static const char *const attr[] = {"id", "source"};

	j->name.len = 0;
	for (size_t i = 0; i < sizeof(attr) / sizeof(*attr); i++) {
		const char *s = speech ? vrt_attr(&j->t.v, attr[i]) : NULL;

		if (s == NULL || *s == '\0')
			s = "NA";
		buf_mem(&j->name, s, strlen(s) + 1);
	}
	j->number = 0;
	j->line = 0;
	j->part = UINT32_MAX;
	j->inside = false; /* a sentence is of one speech */
}

static void
open_tag(struct scan *j)
{
	const char *s;

	switch (j->t.v.tag) {
	case TAG_SPEECH:
		name_speech(j, true);
		window_paragraph(&j->text);
		enter_part(j);
		break;
	case TAG_P:
		s = vrt_attr(&j->t.v, "line");
		j->line = s != NULL ? strtoull(s, NULL, 10) : 0;
		window_paragraph(&j->text);
		break;
	case TAG_S:
		begin_sentence(j);
		break;
	case TAG_OTHER:
		break;
	}
}

static void
close_tag(struct scan *j)
{
	if (j->t.v.tag == TAG_S)
		end_sentence(j);
	if (j->t.v.tag == TAG_SPEECH)
		name_speech(j, false);
}

void
scan_run(struct scan *j)
{
	for (;;)
		switch (tokens_next(&j->t)) {
		case TOKENS_END:
			return;
		case TOKENS_WORD:
			add_text(j);
			add_word(j);
			break;
		case TOKENS_PASS:
			add_text(j);
			break;
		case TOKENS_GAP:
			window_gap(&j->text);
			break;
		case TOKENS_OPEN:
			open_tag(j);
			break;
		case TOKENS_CLOSE:
			close_tag(j);
			break;
		case TOKENS_OUTSIDE:
			enter_part(j);
			break;
		}
}

/* ---- all ---- */

void
scan_open(struct scan *j, const struct scan_opts *o, char **files, int n)
{
	struct tokens_opts read = {
	    .column = o->column, .classes = o->classes, .by = o->by};

	*j = (struct scan){.o = o};
	specific_read(&j->specific, o->table, o->q, o->listed);
	j->heard = mem_new((size_t)j->specific.parts.n + 1, sizeof(*j->heard));
	window_open(&j->text, SIZE_MAX);
	tokens_open(&j->t, &read, files, n);
	j->word = vrt_column(&j->t.v, "word");
	best_open(&j->best, &j->t.types, o->sentences);
	name_speech(j, false);
}

void
scan_close(struct scan *j)
{
	best_free(&j->best);
	tokens_close(&j->t);
	window_free(&j->text);
	specific_free(&j->specific);
	buf_free(&j->name);
	free(j->term_of);
	free(j->heard);
	free(j->type);
	free(j->hit);
}
