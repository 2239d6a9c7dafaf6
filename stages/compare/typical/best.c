#include "best.h"

#include <stdlib.h>
#include <string.h>

void
best_open(struct best *b, const struct intern *types, size_t most)
{
	*b = (struct best){.types = types, .most = most};
}

static void
free_sentence(struct best_sentence *s)
{
	free(s->word);
	buf_free(&s->text);
	free(s);
}

void
best_free(struct best *b)
{
	for (size_t i = 0; i < b->n; i++) {
		for (size_t k = 0; k < b->part[i].n; k++)
			free_sentence(b->part[i].s[k]);
		free(b->part[i].s);
	}
	free(b->part);
}

static struct best_part *
part_of(struct best *b, uint32_t part)
{
	b->part =
	    mem_grow(b->part, &b->cap, (size_t)part + 1, sizeof(*b->part));
	while (b->n <= part)
		b->part[b->n++] = (struct best_part){0};
	return &b->part[part];
}

static int
compare_words(const struct intern *types, uint32_t a, uint32_t b)
{
	size_t a_len;
	size_t b_len;
	const char *x = intern_s(types, a, &a_len);
	const char *y = intern_s(types, b, &b_len);
	int d = memcmp(x, y, a_len < b_len ? a_len : b_len);

	return d != 0 ? d : (a_len > b_len) - (a_len < b_len);
}

/* By falling score, fewer words first, then by the words: nothing that depends
 * on where a sentence stands, so that one that has no room never has. */
static int
compare(const struct best *b, const struct best_sentence *x,
    const struct best_sentence *y)
{
	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	if (x->n_word != y->n_word)
		return x->n_word < y->n_word ? -1 : 1;
	for (size_t i = 0; i < x->n_word; i++)
		if (x->word[i] != y->word[i])
			return compare_words(b->types, x->word[i], y->word[i]);
	return 0;
}

/* Is the place before that of s, by id and sentence? */
static bool
is_before(const struct best_place *at, const struct best_sentence *s)
{
	int d = strcmp(at->speech, s->text.s);

	return d != 0 ? d < 0 : at->sentence < s->sentence;
}

static void
set_place(struct best_sentence *s, const struct best_place *at)
{
	s->line = at->line;
	s->sentence = at->sentence;
	s->text.len = 0;
	buf_mem(&s->text, at->speech, strlen(at->speech) + 1);
	buf_mem(&s->text, at->source, strlen(at->source) + 1);
}

/* A copy of s at place i of the part; the last one goes if there are more. */
static struct best_sentence *
insert(
    struct best_part *p, size_t most, size_t i, const struct best_sentence *s)
{
	struct best_sentence *x;

	if (p->n == most)
		free_sentence(p->s[--p->n]);
	p->s = mem_grow(p->s, &p->cap, p->n + 1, sizeof(void *));
	memmove(p->s + i + 1, p->s + i, (p->n - i) * sizeof(void *));
	p->n++;
	x = p->s[i] = mem_new(1, sizeof(*x));
	x->score = s->score;
	x->n_word = s->n_word;
	x->word = mem_new(s->n_word, sizeof(*x->word));
	memcpy(x->word, s->word, s->n_word * sizeof(*x->word));
	x->times = 1;
	return x;
}

struct best_sentence *
best_take(struct best *b, uint32_t part, const struct best_sentence *s,
    const struct best_place *at)
{
	struct best_part *p = part_of(b, part);
	struct best_sentence *x;
	size_t from = 0;
	size_t to = p->n;

	if (p->n == b->most && compare(b, s, p->s[p->n - 1]) > 0)
		return NULL;
	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (compare(b, p->s[mid], s) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	if (from < p->n && compare(b, p->s[from], s) == 0) {
		x = p->s[from];
		x->times++;
		if (!is_before(at, x))
			return NULL;
	} else
		x = insert(p, b->most, from, s);
	set_place(x, at);
	return x;
}

const char *
best_field(const struct best_sentence *s, size_t k)
{
	const char *f = s->text.s;

	while (k-- > 0)
		f += strlen(f) + 1;
	return f;
}
