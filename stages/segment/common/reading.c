#include "reading.h"

#include <stdlib.h>
#include <string.h>

#include "context.h"
#include "lib/lang/fr/dictionary.h"
#include "lib/text/utf.h"

void
readings_add(struct readings *rs, struct reading r)
{
	rs->r = mem_grow(rs->r, &rs->cap, rs->n + 1, sizeof(*rs->r));
	rs->r[rs->n++] = r;
}

void
readings_free(struct readings *rs)
{
	free(rs->r);
}

static bool
is_before(const struct reading *a, const struct reading *b,
    const struct reading_place *at)
{
	int level[2] = {
	    context_level(at->context, a), context_level(at->context, b)};

	if (at->pos != NULL) {
		bool of_a = strcmp(a->pos, at->pos) == 0;
		bool of_b = strcmp(b->pos, at->pos) == 0;

		if (of_a != of_b)
			return of_a;
	}
	if (level[0] != level[1])
		return level[0] < level[1];
	if (a->freq > b->freq || a->freq < b->freq)
		return a->freq > b->freq;
	return a->rank < b->rank;
}

const struct reading *
readings_best(const struct readings *rs, const struct reading_place *at)
{
	const struct reading *best = NULL;

	for (size_t i = 0; i < rs->n; i++)
		if (best == NULL || is_before(&rs->r[i], best, at))
			best = &rs->r[i];
	return best;
}

bool
readings_differ(const struct readings *rs)
{
	for (size_t i = 1; i < rs->n; i++)
		if (strcmp(rs->r[i].lemma, rs->r[0].lemma) != 0)
			return true;
	return false;
}

static const struct {
	const char *pos;
	int rank;
	unsigned may;
} ranks[] = {{"DET", RANK_FUNCTION, MAY_DET}, {"PRON", RANK_FUNCTION, MAY_PRON},
    {"ADP", RANK_FUNCTION, MAY_ADP}, {"CCONJ", RANK_FUNCTION, MAY_CONJ},
    {"SCONJ", RANK_FUNCTION, MAY_CONJ}, {"NUM", RANK_FUNCTION, MAY_NUM},
    {"ADV", RANK_ADVERB, MAY_ADV}, {"ADJ", RANK_ADJECTIVE, MAY_ADJ},
    {"NOUN", RANK_NOUN, MAY_NOUN}, {"VERB", RANK_VERB, MAY_FINITE},
    {"AUX", RANK_VERB, MAY_FINITE}, {"PROPN", RANK_NAME, MAY_NOUN}};

const char *
reading_pos(const char *tag)
{
	const char *pos;

	for (size_t i = 0; i < sizeof(ranks) / sizeof(*ranks); i++)
		if (strcmp(ranks[i].pos, tag) == 0)
			return tag;
	pos = lexicons_pos(tag);
	return pos != NULL ? pos : tag;
}

int
reading_rank(const char *pos, bool is_lemma)
{
	for (size_t i = 0; i < sizeof(ranks) / sizeof(*ranks); i++)
		if (strcmp(ranks[i].pos, pos) == 0)
			return ranks[i].rank == RANK_VERB && is_lemma
			    ? RANK_INFINITIVE
			    : ranks[i].rank;
	return RANK_UNKNOWN;
}

unsigned
reading_rare(unsigned may)
{
	if ((may & MAY_FINITE) != 0)
		may = (may & ~(unsigned)MAY_FINITE) | MAY_RARE;
	if ((may & MAY_PAST) != 0)
		may = (may & ~(unsigned)MAY_PAST) | MAY_RARE_PAST;
	return may;
}

int
reading_far(const char *pos, const char *form, const char *lemma)
{
	size_t n = strlen(lemma);

	if (strcmp(pos, "NOUN") != 0)
		return 0;
	return strncmp(form, lemma, n) != 0 || strlen(form) > n + 1;
}

unsigned
reading_may(const char *pos, const char *form, bool is_lemma)
{
	unsigned ends;

	for (size_t i = 0; i < sizeof(ranks) / sizeof(*ranks); i++) {
		if (strcmp(ranks[i].pos, pos) != 0)
			continue;
		if (ranks[i].rank != RANK_VERB)
			return ranks[i].may;
		if (is_lemma)
			return MAY_INFINITIVE;
		ends = dictionary_verb(form, strlen(form));
		return (ends & DICTIONARY_PAST ? MAY_PAST : 0) |
		    (ends & DICTIONARY_PRESENT ? MAY_PRESENT : 0) |
		    (ends & DICTIONARY_FINITE ? MAY_FINITE : 0);
	}
	return MAY_OTHER;
}

void
reading_straight(struct buf *to, const char *s, size_t len)
{
	static const char curly[] = "\xE2\x80\x99";
	const char *p;

	while ((p = memmem(s, len, curly, 3)) != NULL) {
		buf_mem(to, s, (size_t)(p - s));
		buf_mem(to, "'", 1);
		len -= (size_t)(p - s) + 3;
		s = p + 3;
	}
	buf_mem(to, s, len);
}

bool
reading_capital(const char *s, size_t len)
{
	size_t n;

	return len > 0 && utf_is_upper(utf_get(s, s + len, &n));
}
