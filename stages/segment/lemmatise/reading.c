#include "reading.h"

#include <stdlib.h>
#include <string.h>

#include "lib/lang/fr/lexicons.h"
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
is_before(const struct reading *a, const struct reading *b, const char *pos)
{
	if (pos != NULL) {
		bool of_a = strcmp(a->pos, pos) == 0;
		bool of_b = strcmp(b->pos, pos) == 0;

		if (of_a != of_b)
			return of_a;
	}
	if (a->freq > b->freq || a->freq < b->freq)
		return a->freq > b->freq;
	return a->rank < b->rank;
}

const struct reading *
readings_best(const struct readings *rs, const char *pos)
{
	const struct reading *best = NULL;

	for (size_t i = 0; i < rs->n; i++)
		if (best == NULL || is_before(&rs->r[i], best, pos))
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
} ranks[] = {{"DET", RANK_FUNCTION}, {"PRON", RANK_FUNCTION},
    {"ADP", RANK_FUNCTION}, {"CCONJ", RANK_FUNCTION}, {"SCONJ", RANK_FUNCTION},
    {"NUM", RANK_FUNCTION}, {"ADV", RANK_ADVERB}, {"ADJ", RANK_ADJECTIVE},
    {"NOUN", RANK_NOUN}, {"VERB", RANK_VERB}, {"AUX", RANK_VERB},
    {"PROPN", RANK_NAME}};

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

void
reading_straight(struct buf *to, const char *s, size_t len)
{
	static const char curly[] = "\xE2\x80\x99";

	for (size_t i = 0; i < len;)
		if (len - i >= 3 && memcmp(s + i, curly, 3) == 0) {
			buf_mem(to, "'", 1);
			i += 3;
		} else
			buf_mem(to, s + i++, 1);
}

bool
reading_capital(const char *s, size_t len)
{
	size_t n;

	return len > 0 && utf_is_upper(utf_get(s, s + len, &n));
}
