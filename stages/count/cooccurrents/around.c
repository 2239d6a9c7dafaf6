#include "around.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"

void
around_open(struct around *a, uint64_t left, uint64_t right, bool by_speech)
{
	*a = (struct around){
	    .left = left, .right = right, .by_speech = by_speech};
}

void
around_add(struct around *a, uint32_t word)
{
	if (a->n == a->cap)
		a->token =
		    mem_grow(a->token, &a->cap, a->n + 1, sizeof(*a->token));
	a->token[a->n++] = (struct around_token){.at = ++a->at, .word = word};
}

void
around_pivot(struct around *a, uint64_t from, size_t n)
{
	size_t at = (size_t)(from - a->first);

	a->n_pivot++;
	a->found = true;
	for (size_t i = at; i < at + n; i++)
		a->token[i].pivot = true;
}

static struct around_word *
word_of(struct around *a, uint32_t word)
{
	if (word >= a->n_word) {
		a->word = mem_grow(
		    a->word, &a->cap_word, (size_t)word + 1, sizeof(*a->word));
		memset(a->word + a->n_word, 0,
		    (word + 1 - a->n_word) * sizeof(*a->word));
		a->n_word = (size_t)word + 1;
	}
	return &a->word[word];
}

static void
count(struct around *a, uint32_t word, uint64_t distance, bool before)
{
	struct around_word *w = word_of(a, word);

	w->f++;
	w->before += before;
	w->distance += before ? -(int64_t)distance : (int64_t)distance;
	a->t++;
}

/* Counts token i if a pivot is within reach: `last` is the place of the one
 * before it (0: none), `next` that of the one behind it (0: none).  Of two as
 * near it is the one before. */
static void
count_near(struct around *a, size_t i, uint64_t last, uint64_t next)
{
	struct around_token *k = &a->token[i];
	uint64_t behind = UINT64_MAX; /* it stands behind a pivot */
	uint64_t before = UINT64_MAX;

	if (last > 0 && k->at - last <= a->right)
		behind = k->at - last;
	if (next > 0 && next - k->at <= a->left)
		before = next - k->at;
	k->near = behind != UINT64_MAX || before != UINT64_MAX;
	if (behind != UINT64_MAX && behind <= before)
		count(a, k->word, behind, false);
	else if (before != UINT64_MAX)
		count(a, k->word, before, true);
}

static void
count_all(struct around *a)
{
	uint64_t last = 0;
	size_t next = 0; /* number of the next pivot's token, or n */

	for (size_t i = 0; i < a->n; i++) {
		const struct around_token *k = &a->token[i];

		if (k->pivot) {
			last = k->at;
			if (k->word != AROUND_NONE)
				word_of(a, k->word)->inside++;
			continue;
		}
		if (k->word == AROUND_NONE)
			continue;
		if (next < i)
			next = i;
		while (next < a->n && !a->token[next].pivot)
			next++;
		count_near(a, i, last, next < a->n ? a->token[next].at : 0);
	}
}

/* The words of the bound become a piece of the speech. */
static bool
add_turns(struct around *a)
{
	for (size_t i = 0; i < a->n; i++) {
		const struct around_token *k = &a->token[i];

		if (k->word != AROUND_NONE && !k->pivot &&
		    !turns_add(&a->turns, k->word, k->near))
			return false;
	}
	return true;
}

bool
around_end(struct around *a)
{
	bool fits = true;

	if (a->found)
		count_all(a);
	if (a->by_speech)
		fits = add_turns(a);
	a->first += a->n;
	a->n = 0;
	a->at = 0;
	a->found = false;
	return fits;
}

struct around_word
around_look(const struct around *a, uint32_t word)
{
	return word < a->n_word ? a->word[word] : (struct around_word){0};
}

void
around_free(struct around *a)
{
	free(a->token);
	free(a->word);
	turns_free(&a->turns);
}

void
around_reach(int letter, const char *arg, uint64_t *left, uint64_t *right)
{
	const char *comma = strchr(arg, ',');
	char *first;

	if (strcmp(arg, "s") == 0) {
		*left = AROUND_ALL;
		*right = AROUND_ALL;
		return;
	}
	if (comma == NULL) {
		*left = opt_u64(letter, arg, 1, AROUND_MAX);
		*right = *left;
		return;
	}
	first = mem_copy(arg, (size_t)(comma - arg));
	*left = opt_u64(letter, first, 0, AROUND_MAX);
	*right = opt_u64(letter, comma + 1, 0, AROUND_MAX);
	free(first);
	if (*left == 0 && *right == 0)
		die_usage("option -%c: no word is within 0,0", letter);
}
