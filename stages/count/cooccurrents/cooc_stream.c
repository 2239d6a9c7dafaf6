#include "cooc_stream.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"

/* The number of a value that counts for the first time: several values may be
 * the same word, with entities and without. */
static uint32_t
new_word(struct cooc_stream *j, const char *s, size_t len)
{
	uint32_t n = j->words.n;
	uint32_t word;

	j->plain.len = 0;
	buf_mem(&j->plain, "", 0);
	vrt_plain(&j->plain, s, len);
	word = intern_add(&j->words, j->plain.s, j->plain.len);
	if (word == n) {
		j->hidden = mem_grow(
		    j->hidden, &j->cap_hidden, j->words.n, sizeof(*j->hidden));
		j->hidden[word] =
		    j->o->n_stop > 0 && sieve_look(&j->sieve, s, len)->drop;
	}
	return word;
}

static struct cooc_value *
value_of(struct cooc_stream *j, const char *s, size_t len)
{
	uint32_t n = j->raw.keys.n;
	uint32_t id = tokid_get(&j->raw, &j->v);

	if (id == n) {
		j->value = mem_grow(
		    j->value, &j->cap_value, (size_t)n + 1, sizeof(*j->value));
		j->value[id] = (struct cooc_value){.word = UINT32_MAX};
		if (j->o->n_pattern > 0)
			j->value[id].bits = query_bits(&j->query, s, len);
	}
	return &j->value[id];
}

static void
take_hit(void *arg, size_t i, const struct dict_found *f)
{
	struct cooc_stream *j = arg;

	if (j->of_theme[f->entry])
		around_pivot(&j->around, j->match.gone + i, f->len);
}

/* The pivots that end at this token; one as long as another once. */
static void
find_pivots(struct cooc_stream *j, uint64_t bits)
{
	uint64_t ends = query_step(&j->query, bits);
	uint64_t spans = 0; /* bit n: a pivot of n + 1 tokens */

	while (ends != 0)
		spans |= UINT64_C(1) << (query_span(&j->query, &ends) - 1);
	for (size_t n = 1; spans != 0; n++, spans >>= 1)
		if ((spans & 1) != 0)
			around_pivot(&j->around, j->n_token - n, n);
}

static void
read_token(struct cooc_stream *j, size_t col, int kind, const bool *counts)
{
	uint32_t word = AROUND_NONE;
	struct cooc_value *value;
	bool here = true;
	const char *s;
	size_t len;

	if (kind >= 0) {
		s = vrt_col(&j->v, (size_t)kind, &len);
		here = len == 1 && counts[(unsigned char)*s];
	}
	s = vrt_col(&j->v, col, &len);
	j->n_empty += here && len == 0;
	value = value_of(j, s, len);
	if (here && len > 0) {
		if (value->word == UINT32_MAX)
			value->word = new_word(j, s, len);
		word = value->word;
	}
	j->n_token++;
	j->open = true;
	if (!j->o->all) {
		around_add(&j->around, word);
		if (j->o->theme != NULL)
			(void)match_token(&j->match);
		else
			find_pivots(j, value->bits);
	} else if (word == AROUND_NONE)
		pairs_pass(&j->pairs, 1);
	else if (!pairs_add(&j->pairs, word, j->hidden[word]))
		die_data(j->v.in.name, j->v.in.line,
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
	else
		query_break(&j->query);
}

/* No window goes on over this point. */
static void
end_bound(struct cooc_stream *j)
{
	break_pivot(j);
	if (j->o->all)
		pairs_end(&j->pairs);
	else
		around_end(&j->around);
	j->open = false;
}

static void
read_gap(struct cooc_stream *j)
{
	if (j->v.gap == 0)
		return;
	if (!j->o->over_gaps) {
		j->n_cut += j->open;
		end_bound(j);
		return;
	}
	break_pivot(j);
	if (j->o->all)
		pairs_pass(&j->pairs, j->v.gap);
	else
		around_gap(&j->around, j->v.gap);
}

static void
read_tag(struct cooc_stream *j)
{
	if (j->v.tag == TAG_SPEECH ||
	    (j->v.tag != TAG_OTHER && !j->o->over_sentences))
		end_bound(j);
	else if (j->v.tag != TAG_OTHER || j->o->theme == NULL)
		break_pivot(j);
}

static void
read_stream(struct cooc_stream *j)
{
	size_t col = vrt_column(&j->v, j->o->column);
	int kind = j->o->kinds_set ? (int)vrt_column(&j->v, "kind")
				   : vrt_has(&j->v, "kind");
	bool counts[256] = {false};
	enum vrt_event ev;

	tokid_column(&j->raw, (int)col);
	for (const char *k = j->o->kinds; *k != '\0'; k++)
		counts[(unsigned char)*k] = true;
	while ((ev = vrt_next(&j->v)) != VRT_END)
		if (ev == VRT_TOKEN)
			read_token(j, col, kind, counts);
		else if (ev == VRT_GAP)
			read_gap(j);
		else
			read_tag(j);
	end_bound(j);
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
	const struct dict *d = &j->match.dict;
	bool found = false;

	match_open(&j->match, j->o->dict, j->o->rules);
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

static void
open_patterns(struct cooc_stream *j)
{
	const struct cooc_what *o = j->o;
	enum query_how how = QUERY_PLAIN;

	if (o->ere)
		how = QUERY_ERE;
	else if (strcmp(o->column, "form") == 0 ||
	    strcmp(o->column, "stem") == 0)
		how = QUERY_FOLD;
	query_open(&j->query, how);
	for (size_t i = 0; i < o->n_pattern; i++)
		query_add(&j->query, 'p', o->pattern[i]);
}

void
cooc_stream_read(
    struct cooc_stream *j, const struct cooc_what *o, char **files, int n)
{
	bool fold = strcmp(o->column, "form") == 0;

	*j = (struct cooc_stream){.o = o};
	if (o->theme != NULL)
		open_theme(j);
	else
		open_patterns(j);
	around_open(&j->around, o->left, o->right);
	pairs_open(&j->pairs, o->left == AROUND_ALL ? 0 : o->left);
	tokid_open(&j->raw);
	intern_open(&j->words);
	phrase_open(&j->none, fold);
	sieve_open(&j->sieve, fold, &j->none);
	for (size_t i = 0; i < o->n_stop; i++)
		sieve_stop(&j->sieve, o->stop[i]);
	vrt_open(&j->v, files, n, VRT_TOKENS);
	if (o->theme != NULL)
		match_stream(&j->match, &j->v);
	read_stream(j);
	pairs_finish(&j->pairs);
	vrt_close(&j->v);
}

void
cooc_stream_free(struct cooc_stream *j)
{
	if (j->o->theme != NULL)
		match_close(&j->match);
	else
		query_free(&j->query);
	around_free(&j->around);
	pairs_free(&j->pairs);
	tokid_free(&j->raw);
	intern_free(&j->words);
	sieve_free(&j->sieve);
	phrase_free(&j->none);
	buf_free(&j->plain);
	free(j->of_theme);
	free(j->value);
	free(j->hidden);
}
