#include "cooc_stream.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/lang/fr/form.h"
#include "lib/text/list.h"

static void
hide(struct cooc_stream *j, bool hidden)
{
	j->hidden = mem_grow(j->hidden, &j->cap_hidden, j->n_hidden + (size_t)1,
	    sizeof(*j->hidden));
	j->hidden[j->n_hidden++] = hidden;
}

/* Of a word seen for the first time. */
static void
look_up(struct cooc_stream *j)
{
	size_t len;
	const char *s = tokens_value(&j->t, &len);

	j->straight.len = 0;
	form_straight(&j->straight, s, len);
	hide(j,
	    intern_find(&j->stop, j->straight.s, j->straight.len) !=
		UINT32_MAX);
}

/* Of a token seen for the first time. */
static void
ask_pivots(struct cooc_stream *j)
{
	size_t len;
	const char *s = vrt_col(&j->t.v, j->t.col, &len);

	j->bits = mem_grow(j->bits, &j->cap_bits, (++j->n_bits) * j->n_pivot,
	    sizeof(*j->bits));
	for (size_t k = 0; k < j->n_pivot; k++)
		j->bits[j->t.id * j->n_pivot + k] =
		    query_judge(&j->pivot[k].query, s, len);
}

static void
take_hit(void *arg, size_t i, const struct dict_found *f)
{
	struct cooc_stream *j = arg;

	if (j->of_theme[f->entry])
		around_pivot(&j->pivot->around, j->match.gone + i, f->len);
}

/* The pivots that end at this token; one as long as another once. */
static void
find_pivots(struct cooc_pivot *p, uint64_t bits, uint64_t n_token)
{
	uint64_t ends = query_step(&p->query, bits);
	uint64_t spans = 0; /* bit n: a pivot of n + 1 tokens */

	while (ends != 0)
		spans |= UINT64_C(1) << (query_span(&p->query, &ends) - 1);
	for (size_t n = 1; spans != 0; n++, spans >>= 1)
		if ((spans & 1) != 0)
			around_pivot(&p->around, n_token - n, n);
}

static void
count_word(struct cooc_stream *j, uint32_t word)
{
	if (word >= j->n_freq) {
		j->freq = mem_grow(
		    j->freq, &j->cap_freq, (size_t)word + 1, sizeof(*j->freq));
		while (j->n_freq <= word)
			j->freq[j->n_freq++] = 0;
	}
	j->freq[word]++;
	j->T++;
}

static void
add_around(struct cooc_stream *j, uint32_t word)
{
	if (word != AROUND_NONE)
		count_word(j, word);
	if (j->o->theme == NULL && j->t.id == j->n_bits)
		ask_pivots(j);
	for (size_t k = 0; k < j->n_pivot; k++) {
		struct cooc_pivot *p = &j->pivot[k];

		around_add(&p->around, word);
		if (j->o->theme != NULL)
			(void)match_token(&j->match);
		else
			find_pivots(
			    p, j->bits[j->t.id * j->n_pivot + k], j->n_token);
	}
}

static void
add_tie(struct cooc_stream *j, uint32_t word)
{
	if (word == AROUND_NONE)
		ties_pass(&j->ties, 1);
	else
		ties_add(&j->ties, word);
}

static void
read_token(struct cooc_stream *j, bool counts)
{
	uint32_t word = counts ? j->t.type : AROUND_NONE;

	if (counts && word == j->n_hidden)
		look_up(j);
	j->n_token++;
	j->open = true;
	if (j->o->all && j->o->by_speech)
		add_tie(j, word);
	if (!j->o->all)
		add_around(j, word);
	else if (!counts)
		pairs_pass(&j->pairs, 1);
	else if (!pairs_add(&j->pairs, word, j->hidden[word] || j->o->late))
		die_data(j->t.v.in.name, j->t.v.in.line,
		    "over %d different words in one sentence; count within a "
		    "window (-w 5), or let tokenise make <s> tags",
		    PAIRS_UNIT);
}

/* No pivot goes on over this point. */
static void
break_pivot(struct cooc_stream *j)
{
	if (j->o->theme != NULL)
		match_end(&j->match);
	for (size_t k = 0; k < j->n_pivot && j->o->theme == NULL; k++)
		query_break(&j->pivot[k].query);
}

/* No window goes on over this point. */
static void
end_bound(struct cooc_stream *j)
{
	break_pivot(j);
	if (j->o->all) {
		pairs_end(&j->pairs);
		ties_bound(&j->ties);
	}
	for (size_t k = 0; k < j->n_pivot; k++)
		if (!around_end(&j->pivot[k].around))
			die_data(j->t.v.in.name, j->t.v.in.line,
			    "over %d words in one speech (option -u)",
			    TURNS_PLACES);
	j->open = false;
}

static void
read_gap(struct cooc_stream *j)
{
	if (!j->o->over_gaps) {
		j->n_cut += j->open;
		end_bound(j);
		return;
	}
	break_pivot(j);
	if (j->o->all) {
		pairs_pass(&j->pairs, j->t.v.gap);
		ties_pass(&j->ties, j->t.v.gap);
	}
	for (size_t k = 0; k < j->n_pivot; k++)
		around_gap(&j->pivot[k].around, j->t.v.gap);
}

/* A speech begins or ends; what stands before one is in none. */
static void
end_speech(struct cooc_stream *j, bool closed)
{
	ties_end(&j->ties, closed);
	for (size_t k = 0; k < j->n_pivot; k++)
		turns_end(&j->pivot[k].around.turns, closed);
}

static void
read_tag(struct cooc_stream *j, bool closed)
{
	if (j->t.v.tag == TAG_OTHER)
		return;
	if (j->t.v.tag == TAG_SPEECH || !j->o->over_sentences)
		end_bound(j);
	else
		break_pivot(j);
	if (j->t.v.tag == TAG_SPEECH)
		end_speech(j, closed);
}

static void
read_stream(struct cooc_stream *j)
{
	enum tokens_event ev;

	while ((ev = tokens_next(&j->t)) != TOKENS_END)
		switch (ev) {
		case TOKENS_WORD:
		case TOKENS_PASS:
			read_token(j, ev == TOKENS_WORD);
			break;
		case TOKENS_GAP:
			read_gap(j);
			break;
		case TOKENS_OPEN:
		case TOKENS_CLOSE:
			read_tag(j, ev == TOKENS_CLOSE);
			break;
		default:
			break;
		}
	end_bound(j);
	ties_end(&j->ties, false);
	for (size_t k = 0; k < j->n_pivot; k++)
		turns_finish(&j->pivot[k].around.turns);
}

/* ---- beginning and end ---- */

static bool
is_under(const char *theme, const char *top)
{
	size_t n = strlen(top);

	return strncmp(theme, top, n) == 0 &&
	    (theme[n] == '\0' || theme[n] == '/');
}

static void
open_theme(struct cooc_stream *j)
{
	const struct match_opts o = {
	    .dict = {.path = j->o->dict}, .rules = j->o->rules};
	const struct dict *d = &j->match.dict;
	bool found = false;

	match_open(&j->match, &o);
	j->match.hit = take_hit;
	j->match.arg = j;
	j->of_theme = mem_new(d->n, sizeof(*j->of_theme));
	for (uint32_t i = 0; i < d->n; i++) {
		j->of_theme[i] = is_under(d->entry[i].theme, j->o->theme);
		found |= j->of_theme[i];
	}
	if (!found)
		die_data(d->file, 0,
		    "no theme '%s' (option -t): see its column theme",
		    j->o->theme);
}

static struct cooc_pivot *
add_pivot(struct cooc_stream *j, char *name)
{
	const struct cooc_what *o = j->o;
	enum query_how how = QUERY_PLAIN;
	size_t cap = j->n_pivot;
	struct cooc_pivot *p;

	j->pivot = mem_grow(j->pivot, &cap, j->n_pivot + 1, sizeof(*j->pivot));
	p = &j->pivot[j->n_pivot++];
	*p = (struct cooc_pivot){.name = name};
	if (o->ere)
		how = QUERY_ERE;
	else if (form_column(o->read.column))
		how = QUERY_FOLD;
	query_open(&p->query, how);
	around_open(&p->around, o->left, o->right, o->by_speech);
	return p;
}

static void
read_pivots(struct cooc_stream *j)
{
	struct list l;
	struct intern names;
	const char *item;
	size_t len;

	list_open(&l, j->o->pivots);
	intern_open(&names);
	while ((item = list_next(&l, &len)) != NULL) {
		const char *why;
		struct cooc_pivot *p;

		if (intern_add(&names, item, len) < j->n_pivot)
			continue;
		p = add_pivot(j, mem_copy(item, len));
		p->pattern = list_named(p->name);
		j->named = j->named || p->pattern != p->name;
		why = query_try(&p->query, p->pattern);
		if (why != NULL)
			die_data(l.in.name, l.in.line, "%s", why);
	}
	list_close(&l);
	intern_free(&names);
	if (j->n_pivot == 0)
		note("%s: no pivot in it", j->o->pivots);
}

static void
open_pivots(struct cooc_stream *j)
{
	const struct cooc_what *o = j->o;

	if (o->all)
		return;
	if (o->pivots != NULL) {
		read_pivots(j);
		return;
	}
	(void)add_pivot(j, NULL);
	for (size_t i = 0; i < o->n_pattern; i++)
		query_add(&j->pivot->query, 'p', o->pattern[i]);
	if (o->theme != NULL)
		open_theme(j);
}

void
cooc_stream_read(
    struct cooc_stream *j, const struct cooc_what *o, char **files, int n)
{
	bool fold = form_column(o->read.column);

	*j = (struct cooc_stream){.o = o};
	j->ties.reach = o->left == AROUND_ALL ? 0 : o->left;
	open_pivots(j);
	pairs_open(&j->pairs, o->left == AROUND_ALL ? 0 : o->left, o->memory);
	intern_open(&j->stop);
	for (size_t i = 0; i < o->n_stop; i++)
		form_list(&j->stop, o->stop[i], fold);
	if (o->theme != NULL)
		match_stream(&j->match, &j->t, o->read, files, n);
	else
		tokens_open(&j->t, &o->read, files, n);
	if (j->t.hidden != UINT32_MAX) /* the first type */
		hide(j, true);
	read_stream(j);
	pairs_finish(&j->pairs);
}

void
cooc_stream_free(struct cooc_stream *j)
{
	if (j->o->theme != NULL) {
		match_note(&j->match, "");
		match_close(&j->match);
	}
	for (size_t k = 0; k < j->n_pivot; k++) {
		query_free(&j->pivot[k].query);
		around_free(&j->pivot[k].around);
		free(j->pivot[k].name);
	}
	free(j->pivot);
	pairs_free(&j->pairs);
	ties_free(&j->ties);
	tokens_close(&j->t);
	intern_free(&j->stop);
	buf_free(&j->straight);
	free(j->of_theme);
	free(j->bits);
	free(j->hidden);
	free(j->freq);
}
