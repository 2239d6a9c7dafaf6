/* What is told of the turns. */
#include <inttypes.h>
#include <stdlib.h>

#include "lib/base/err.h"
#include "turns.h"

struct rank {
	uint32_t name;
	uint64_t words;
};

/* Those that said most first, then in the order of their first words. */
static int
by_words(const void *a, const void *b)
{
	const struct rank *x = a;
	const struct rank *y = b;

	if (x->words != y->words)
		return x->words > y->words ? -1 : 1;
	return x->name < y->name ? -1 : x->name > y->name;
}

/* Who speaks how much, so that a misread name shows. */
static void
note_speakers(const struct turns *t)
{
	uint64_t turns = 0;
	struct rank *by;

	if (t->names.n == 0)
		return;
	for (uint32_t k = 0; k < t->names.n; k++)
		turns += t->said[k].turns;
	/* (Not how many speak: a study adds up what is told of its texts.) */
	note("%" PRIu64 " turn%s (-v lists who speaks)", turns,
	    turns == 1 ? "" : "s");
	by = mem_new(t->names.n, sizeof(*by));
	for (uint32_t k = 0; k < t->names.n; k++)
		by[k] = (struct rank){k, t->said[k].words};
	qsort(by, t->names.n, sizeof(*by), by_words);
	for (uint32_t i = 0; i < t->names.n; i++) {
		const struct turns_said *said = &t->said[by[i].name];
		size_t len;

		note_more("%s: %" PRIu64 " turn%s, %" PRIu64 " word%s",
		    intern_s(&t->names, by[i].name, &len), said->turns,
		    said->turns == 1 ? "" : "s", said->words,
		    said->words == 1 ? "" : "s");
	}
	free(by);
}

void
turns_note(const struct turns *t)
{
	struct buf b = {0};

	note_speakers(t);
	missed_say(&b, &t->no_one, "file", "files");
	if (b.len > 0)
		note("no speaker line in %s", b.s);
	buf_free(&b);
	if (t->n_bare > 0)
		note("%" PRIu64 " line%s a speaker's name without a colon "
		     "(first %s:%" PRIu64 "): text of the turn before",
		    t->n_bare, t->n_bare == 1 ? " begins with" : "s begin with",
		    t->bare_file, t->bare_line);
	if (t->n_role > 0)
		note("%" PRIu64 " role%s or group%s of names left out: a "
		     "speech of several speakers has none",
		    t->n_role, t->n_role == 1 ? "" : "s",
		    t->n_role == 1 ? "" : "s");
	if (t->n_empty > 0)
		note("%" PRIu64 " turn%s without a text left out", t->n_empty,
		    t->n_empty == 1 ? "" : "s");
}
